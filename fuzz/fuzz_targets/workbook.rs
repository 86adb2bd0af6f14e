//! A whole workbook's bytes through the reading edge: whatever a file holds, reading ends with tables or with findings.
#![no_main]

use std::cell::OnceCell;

use libfuzzer_sys::fuzz_target;
use mutasi::model::tanggal::Periode;
use mutasi::read;
use mutasi::settings::{Batas, Settings};
use tempfile::TempDir;

thread_local! {
    static FOLDER: OnceCell<TempDir> = const { OnceCell::new() };
}

fuzz_target!(|bytes: &[u8]| FOLDER.with(|folder| {
    let folder = folder.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        std::fs::create_dir_all(folder.path().join("masuk/2026-11")).expect("the inbox can be made");
        folder
    });
    std::fs::write(folder.path().join("masuk/2026-11/berkas"), bytes).expect("the file can be written");
    let batas = Batas { berkas_mb: 1, isi_mb: 16, sel_per_lembar: 50_000, memori_mb: 64, ..Settings::default().batas };
    let periode = Periode::parse("2026-11").expect("November 2026 is a month");
    let noted = read::inbox(folder.path(), periode, &Settings::default().baca, &batas, &|_, _| {});
    // A file is used, or it is told why not.
    let used = noted.value.sources.iter().any(|source| source.used);
    assert!(used || !noted.findings.is_empty(), "nothing is said of the file");
}));
