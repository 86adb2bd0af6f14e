//! Which files of the inbox are workbooks of ours that come back, told by a look at the few parts that say so.

use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use fs_err::File;
use zip::ZipArchive;

use crate::model::kamus::{LEMBAR_KONFIRMASI, TANDA, TANDA_HASIL, TANDA_KONFIRMASI};
use crate::read::book::Book;
use crate::read::{OWN_SHEETS, guard};

/// How much of a workbook is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Milik {
    /// All of it: nothing in it is data of the office.
    Utuh,
    /// Only its sheet *Perlu Konfirmasi*, put beside sheets of the office.
    Lembar,
}

/// Sheets by which a result workbook is known whose mark a program has dropped.
const LEMBAR_HASIL: [&str; 3] = ["Ringkasan", "Rencana Mutasi", "Catatan Run"];

/// Parts of a zip that may carry the mark: of an Excel workbook, and of an OpenDocument one.
const PROPERTIES: [&str; 2] = ["docProps/custom.xml", "meta.xml"];
const SHEETS: &str = "xl/workbook.xml";

/// The most parts a workbook of ours can have; a zip with more is not looked into.
const MOST_PARTS: u64 = 1_000;
/// A part with names and properties is small.
const MOST_BYTES: u64 = 256 * 1024;

/// `None` for a file that is none of ours, also for one that cannot be read here: reading it will say why.
pub(super) fn of(path: &Path) -> Option<Milik> {
    guard::at_the_edge(|| Ok(look(path))).ok().flatten()
}

fn look(path: &Path) -> Option<Milik> {
    let mut file = File::open(path).ok()?;
    if !is_small_zip(&mut file)? {
        return None;
    }
    let mut archive = ZipArchive::new(file).ok()?;
    if PROPERTIES.iter().any(|name| part(&mut archive, name).is_some_and(|xml| is_marked(&xml))) {
        return Some(Milik::Utuh);
    }
    let names = sheet_names(&part(&mut archive, SHEETS)?);
    let has = |name: &str| names.iter().any(|other| other == name);
    let ours = |name: &String| OWN_SHEETS.contains(&name.as_str());
    if LEMBAR_HASIL.iter().all(|name| has(name)) || (has(LEMBAR_KONFIRMASI) && names.iter().all(ours)) {
        return Some(Milik::Utuh);
    }
    has(LEMBAR_KONFIRMASI).then_some(Milik::Lembar)
}

/// The same for a format that is no zip, once it is open.
pub(in crate::read) fn is_marked_xls(book: &mut Book<'_>) -> bool {
    let Book::Xls(book) = book else { return false };
    let properties = book.workbook_properties().ok();
    let mark = properties.and_then(|properties| properties.custom_properties.get(TANDA).cloned());
    mark.is_some_and(|mark| [TANDA_HASIL, TANDA_KONFIRMASI].contains(&mark.as_str()))
}

/// Whether the file begins as a zip and its list of parts, at its end, is short.
fn is_small_zip(file: &mut File) -> Option<bool> {
    let mut magic = [0; 4];
    file.read_exact(&mut magic).ok()?;
    if &magic != b"PK\x03\x04" {
        return Some(false);
    }
    let length = file.seek(SeekFrom::End(0)).ok()?;
    let tail = length.min(66 * 1024);
    file.seek(SeekFrom::Start(length - tail)).ok()?;
    let mut bytes = Vec::new();
    file.take(tail).read_to_end(&mut bytes).ok()?;
    let end = bytes.windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let count = bytes.get(end + 10..end + 12)?;
    Some(u64::from(u16::from_le_bytes([count[0], count[1]])) <= MOST_PARTS)
}

fn part(archive: &mut ZipArchive<File>, name: &str) -> Option<String> {
    let mut bytes = Vec::new();
    archive.by_name(name).ok()?.take(MOST_BYTES).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Excel, LibreOffice and openpyxl write the property each in their own way, but all with these words.
fn is_marked(xml: &str) -> bool {
    let named = xml.split_once(&format!("name=\"{TANDA}\"")).map(|(_, rest)| rest);
    let value = named.and_then(|rest| {
        rest.split('<').map(|tag| tag.rsplit('>').next().unwrap_or("").trim()).find(|text| !text.is_empty())
    });
    value.is_some_and(|value| [TANDA_HASIL, TANDA_KONFIRMASI].contains(&value))
}

fn sheet_names(workbook: &str) -> Vec<String> {
    let sheets = workbook.split("<sheet ").skip(1);
    let name = |sheet: &str| Some(sheet.split_once("name=\"")?.1.split_once('"')?.0.to_string());
    sheets.filter_map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_known_as_each_program_writes_it() {
        for xml in [
            r#"<property fmtid="{D5}" pid="2" name="mutasi"><vt:lpwstr>hasil</vt:lpwstr></property>"#,
            r#"<meta:user-defined meta:name="mutasi">perlu-konfirmasi</meta:user-defined>"#,
            "<property name=\"mutasi\" pid=\"2\">\n <vt:lpwstr>hasil</vt:lpwstr></property>",
        ] {
            assert!(is_marked(xml), "{xml}");
        }
        let copy = r#"<property name="mutasi"><vt:lpwstr>salinan-periksa</vt:lpwstr></property><property name="x"><vt:lpwstr>hasil</vt:lpwstr></property>"#;
        assert!(!is_marked(copy));
    }

    #[test]
    fn names_of_sheets_are_read_from_the_workbook_part() {
        let xml = r#"<sheets><sheet name="Perlu Konfirmasi" sheetId="1"/><sheet sheetId="2" name="Data"/></sheets>"#;
        assert_eq!(sheet_names(xml), ["Perlu Konfirmasi", "Data"]);
    }
}
