//! The program as a command over a folder with a plan, and what its audit says.

use std::path::Path;

use assert_cmd::Command;

pub const PERIODE: &str = "2026-11";

pub fn mutasi(args: &[&str], folder: &Path) -> (i32, String) {
    let output = Command::cargo_bin("mutasi").unwrap().arg(args[0]).arg(folder).args(&args[1..]).output().unwrap();
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    (output.status.code().unwrap(), said)
}

/// A region with a plan that moves people.
pub fn planned() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    mutasi(&["sample", "--pegawai", "160", "--periode", PERIODE], folder.path());
    let (code, said) = mutasi(&["run"], folder.path());
    assert!(code <= 1, "{said}");
    folder
}

/// Titles of the checks that failed, each with what follows it up to the next check.
pub fn failed(said: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for line in said.lines() {
        if let Some(title) = line.strip_prefix("GAGAL  ") {
            found.push(title.to_string());
            open = true;
        } else if let (true, Some(rest), Some(last)) = (open, line.strip_prefix("       "), found.last_mut()) {
            last.push(' ');
            last.push_str(rest);
        } else {
            open = false;
        }
    }
    found
}

pub fn fails(said: &str, title: &str) -> bool {
    failed(said).iter().any(|check| check.starts_with(title))
}
