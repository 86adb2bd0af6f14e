//! What the tests need from the machine: Debian tools and the real school data, skipped loudly where absent.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Whether a command is there. Where it is not, the test says so past the test harness's capture and should return;
/// with `CI` set it fails instead, so that no check is lost silently.
pub fn have(tool: &str) -> bool {
    let found = Command::new(tool).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !found {
        skipped(&format!("{tool} is not installed"));
        assert!(std::env::var_os("CI").is_none(), "{tool} must be installed where CI runs");
    }
    found
}

/// A file of the real data beside the checkout, or `None` with a loud word.
pub fn real_data(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real").join(name);
    if path.is_file() {
        return Some(path);
    }
    skipped(&format!("{name} of the real school data is absent"));
    None
}

/// Written past the harness's capture, so that it shows also when the test passes.
pub fn skipped(why: &str) {
    let test = std::thread::current().name().unwrap_or("a test").to_string();
    let _ = writeln!(std::io::stderr(), "SKIPPED {test}: {why}");
}

/// A workbook saved again by LibreOffice under another ending, in a folder of that name within `work`.
pub fn saved_by_libreoffice(work: &Path, from: &Path, ending: &str) -> PathBuf {
    let folder = work.join(ending);
    let profile = format!("-env:UserInstallation=file://{}", work.join("profil").display());
    let done = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", ending, "--outdir"])
        .arg(&folder)
        .arg(from)
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    folder.join(from.with_extension(ending).file_name().unwrap())
}

/// A workbook as LibreOffice saves it under each of these endings: the ending, the file's name, and what is in it.
pub fn each_saved(stem: &str, bytes: &[u8], endings: &[&str], mut take: impl FnMut(&str, &str, &[u8])) {
    let work = tempfile::tempdir().unwrap();
    let from = work.path().join(stem).with_extension("xlsx");
    fs_err::write(&from, bytes).unwrap();
    for ending in endings {
        let saved = saved_by_libreoffice(work.path(), &from, ending);
        take(ending, &format!("{stem}.{ending}"), &fs_err::read(saved).unwrap());
    }
}

/// Whether python3 has openpyxl; as `have_module`.
pub fn have_openpyxl() -> bool {
    have_module("openpyxl")
}

/// Runs a script of openpyxl upon a workbook, which it is to save under its own name.
pub fn edited_by_openpyxl(path: &Path, script: &str) {
    let whole = format!(
        "import sys, datetime, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\n{script}\nbook.save(sys.argv[1])"
    );
    let done = Command::new("python3").args(["-c", &whole]).arg(path).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// Whether python3 has this module; as `have`, loud where it has not, and a failure where `CI` is set.
pub fn have_module(name: &str) -> bool {
    let found = Command::new("python3").args(["-c", &format!("import {name}")]).output();
    let found = found.is_ok_and(|done| done.status.success());
    if !found {
        skipped(&format!("python3 with {name} is not installed"));
        assert!(std::env::var_os("CI").is_none(), "python3 with {name} must be installed where CI runs");
    }
    found
}
