//! New working folders: empty for an office to fill, or filled with a synthetic region.

use std::path::Path;

use super::RunError;
use crate::model::artifact::{PlainCell, PlainSheet, PlainWorkbook};
use crate::model::cells::Kind;
use crate::model::tanggal::Periode;
use crate::schema;
use crate::settings;
use crate::write;

/// Folders every working folder has.
const FOLDERS: [&str; 2] = ["masuk", "templates"];

/// Makes a new working folder: settings with every key explained, blank input workbooks, the built-in templates.
/// Returns the paths written, in order.
///
/// # Errors
/// `NotEmpty` when the folder already holds something.
pub fn init(root: &Path, periode: Periode) -> Result<Vec<String>, RunError> {
    new_folder(root)?;
    fs_err::create_dir_all(root.join(format!("masuk/{periode}")))?;
    let mut written = vec![write_file(root, settings::FILE, settings::DEFAULTS.as_bytes())?];
    for (name, bytes) in write::letter::built_in_templates() {
        written.push(write_file(root, &format!("templates/{name}"), bytes)?);
    }
    for kind in Kind::ALL {
        written.push(write_plain(root, &blank(kind))?);
    }
    written.sort();
    Ok(written)
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
    let artifact = write::workbook::plain(workbook).map_err(|error| RunError::Workbook(error.to_string()))?;
    write_file(root, &artifact.path, &artifact.bytes)
}

/// A blank input workbook of one kind, made from its schema: a sheet to fill and a sheet that explains the columns.
fn blank(kind: Kind) -> PlainWorkbook {
    let columns = schema::of(kind).columns;
    let data = PlainSheet {
        name: "Data".into(),
        headers: columns.iter().map(|column| column.title.to_string()).collect(),
        ..PlainSheet::default()
    };
    let explained = columns.iter().map(|column| {
        let must = if column.weight == schema::Weight::Required { "wajib" } else { "bila ada" };
        [column.title, must, column.meaning, column.example].map(|text| PlainCell::Text(text.into())).to_vec()
    });
    let guide = PlainSheet {
        name: "Petunjuk".into(),
        titles: vec![format!("Cara mengisi data {}", kind.label())],
        headers: ["KOLOM", "WAJIB?", "ARTI", "CONTOH"].map(String::from).to_vec(),
        rows: explained.collect(),
    };
    let name = kind.label().replace(' ', "-");
    PlainWorkbook { path: format!("blangko/{name}.xlsx"), sheets: vec![data, guide] }
}
