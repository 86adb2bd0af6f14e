//! The workbooks as LibreOffice prints them. Set `MUTASI_LIHAT` to a folder to keep the pages for a look.

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use super::*;

/// Prints a workbook; `None`, loudly, where LibreOffice or poppler is not installed.
fn printed(artifact: &Artifact, dir: &Path) -> Option<Vec<String>> {
    let name = artifact.path.rsplit('/').next().unwrap();
    std::fs::write(dir.join(name), &artifact.bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", dir.join("profil").display());
    let converted = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "pdf", "--outdir"])
        .arg(dir)
        .arg(dir.join(name))
        .output();
    let pdf = dir.join(name.replace(".xlsx", ".pdf"));
    if converted.is_err() || !pdf.exists() {
        let _ = writeln!(std::io::stderr(), "SKIPPED: soffice is not installed or cannot convert");
        return None;
    }
    let Ok(text) = Command::new("pdftotext").args(["-layout".as_ref(), pdf.as_os_str(), "-".as_ref()]).output() else {
        let _ = writeln!(std::io::stderr(), "SKIPPED: pdftotext is not installed");
        return None;
    };
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    Some(text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_string).collect())
}

fn keep(dir: &Path) {
    let Ok(wanted) = std::env::var("MUTASI_LIHAT") else { return };
    for file in std::fs::read_dir(dir).unwrap().flatten().filter(|file| file.path().is_file()) {
        std::fs::copy(file.path(), Path::new(&wanted).join(file.file_name())).unwrap();
    }
}

#[test]
fn every_sheet_prints_without_clipped_numbers_and_ringkasan_on_one_page() {
    let dir = tempfile::tempdir().unwrap();
    let hasil = hasil_of(&besar::region(), &besar::findings());
    let Some(pages) = printed(&hasil, dir.path()) else { return };
    keep(dir.path());
    assert!(pages[0].contains("Ringkasan Pemerataan Pegawai"), "{}", pages[0]);
    assert!(pages[1].contains("Rencana Mutasi"), "Ringkasan takes more than a page:\n{}", pages[1]);
    for page in &pages {
        assert!(!page.contains("###"), "a column is too narrow:\n{page}");
    }
}

#[test]
fn an_annotated_copy_opens_in_libreoffice() {
    let dir = tempfile::tempdir().unwrap();
    let Some(pages) = printed(&super::salinan::example(), dir.path()) else { return };
    keep(dir.path());
    assert!(pages.iter().any(|page| page.contains("Daftar Perbaikan")));
    assert!(pages.iter().all(|page| !page.contains("###")));
}
