//! New working folders: empty for an office to fill, or filled with a synthetic region.

use std::path::Path;

use super::{RunError, law};
use crate::law::linearitas;
use crate::model::artifact::{Artifact, PlainWorkbook};
use crate::model::cells::Kind;
use crate::model::tanggal::Periode;
use crate::settings::{self, DEFAULTS, Daerah, Settings};
use crate::write;

/// Folders every working folder has.
const FOLDERS: [&str; 3] = ["masuk", "kamus", "templates"];

/// Makes a new working folder: settings with every key explained, blank input workbooks, the built-in templates.
/// Where the region is told, it stands in the settings, and its kecamatan are dropdowns of the blank workbooks.
/// Returns the paths written, in order.
///
/// # Errors
/// `NotEmpty` when the folder already holds something.
pub fn init(root: &Path, periode: Periode, daerah: Option<&Daerah>) -> Result<Vec<String>, RunError> {
    new_folder(root)?;
    fs_err::create_dir_all(root.join(format!("masuk/{periode}")))?;
    let mut written = vec![write_file(root, settings::FILE, settings_of(daerah).as_bytes())?];
    written.push(write_file(root, linearitas::FILE, linearitas::BLANK.as_bytes())?);
    for (name, bytes) in write::letter::built_in_templates() {
        written.push(write_file(root, &format!("templates/{name}"), &bytes)?);
    }
    let wilayah = law::wilayah(daerah.map_or("", |daerah| &daerah.kode_wilayah));
    for kind in Kind::ALL {
        written.push(write_artifact(root, write::workbook::blank(kind, &wilayah))?);
    }
    written.sort();
    Ok(written)
}

/// The explained settings, with the region filled in where it is told.
fn settings_of(daerah: Option<&Daerah>) -> String {
    let Some(daerah) = daerah else { return DEFAULTS.to_string() };
    let Settings { daerah: before, sk, .. } = Settings::default();
    let pejabat = daerah.pejabat();
    let keys = [
        ("nama", &before.nama, &daerah.nama),
        ("sebutan", &before.sebutan, &daerah.sebutan),
        ("provinsi", &before.provinsi, &daerah.provinsi),
        ("kode_wilayah", &before.kode_wilayah, &daerah.kode_wilayah),
        ("ibu_kota", &before.ibu_kota, &daerah.ibu_kota),
        ("pejabat", &sk.pejabat, &pejabat),
    ];
    keys.iter().fold(DEFAULTS.to_string(), |text, (key, before, now)| {
        text.replacen(&format!("\n{key} = {before:?}\n"), &format!("\n{key} = {now:?}\n"), 1)
    })
}

/// Makes the folders of a new working folder, refusing one that already holds something.
pub fn new_folder(root: &Path) -> Result<(), RunError> {
    if root.exists() && fs_err::read_dir(root)?.next().is_some() {
        return Err(RunError::NotEmpty(root.to_path_buf()));
    }
    for folder in FOLDERS {
        fs_err::create_dir_all(root.join(folder))?;
    }
    Ok(())
}

/// Writes one file under the folder and returns its path there.
pub fn write_file(root: &Path, path: &str, bytes: &[u8]) -> Result<String, RunError> {
    let target = root.join(path);
    fs_err::create_dir_all(target.parent().expect("a file path has a parent"))?;
    fs_err::write(target, bytes)?;
    Ok(path.to_string())
}

/// Writes a plain workbook under the folder and returns its path there.
pub fn write_plain(root: &Path, workbook: &PlainWorkbook) -> Result<String, RunError> {
    write_artifact(root, write::workbook::plain(workbook))
}

fn write_artifact(root: &Path, made: Result<Artifact, write::workbook::Failure>) -> Result<String, RunError> {
    let artifact = made?;
    write_file(root, &artifact.path, &artifact.bytes)
}
