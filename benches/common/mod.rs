//! What the benchmarks share: a sample region as it comes out of its workbooks.

use mutasi::finding::Noted;
use mutasi::model::cells::Tables;
use mutasi::read;
use mutasi::sample::{self, Wanted};
use mutasi::settings::Settings;
use mutasi::write::workbook;

/// The workbooks of a sample region, written to a folder of their own and read back.
pub fn inbox(wanted: &Wanted, settings: &Settings) -> Noted<Tables> {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    for book in sample::region(wanted) {
        let artifact = workbook::plain(&book).expect("a sample fits into Excel");
        let path = folder.path().join(&artifact.path);
        std::fs::create_dir_all(path.parent().expect("a sample path has a folder")).expect("the folder can be made");
        std::fs::write(path, artifact.bytes).expect("the workbook can be written");
    }
    read::inbox(folder.path(), wanted.periode, &settings.baca, &settings.batas, &|_, _| {})
}
