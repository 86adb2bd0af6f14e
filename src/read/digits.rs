//! NIP columns stored as numbers: a double keeps 15 to 17 of the 18 digits, but programs that write whole numbers
//! leave all 18 in the file (design §3). Only then is the number taken from the XML, digit by digit.

use std::collections::{HashMap, HashSet};
use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::book::Book;
use super::passing::{self, DIGITS};
use crate::model::cells::{CellKind, RawCell, RawRow, Table};

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;
type Part<'z, 'a> = Reader<BufReader<ZipFile<'z, Cursor<&'a [u8]>>>>;

/// Puts the exact digits into the number cells of a table's NIP column, where the file holds them. What the file does
/// not tell stays as it was read. The sheet is the one that the book has streamed last.
pub(super) fn recover(bytes: &[u8], book: &Book<'_>, table: &mut Table) {
    if !holds_number(table) {
        return;
    }
    let Some(passing) = book.passing() else { return };
    let stored = if passing.unaddressed || passing.prefixed {
        gone_through_again(bytes, table)
    } else {
        let known = passing.stored.iter().filter(|stored| nip_columns(table).any(|col| col == stored.col));
        let at = |stored: &passing::Stored| {
            found(std::str::from_utf8(&stored.digits).ok()?, stored.row, stored.col, &table.rows)
        };
        known.filter_map(at).collect()
    };
    put(stored, &mut table.rows);
}

/// The same from the XML itself, for sheets whose cells are written in some other way.
fn gone_through_again(bytes: &[u8], table: &Table) -> Vec<Stored> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let parts = parts_by_sheet(&mut archive);
    let part = parts.as_ref().and_then(|parts| parts.get(&*table.sheet));
    let xml = part.and_then(|part| open(&mut archive, part));
    xml.map_or(Vec::new(), |mut xml| stored_digits(&mut xml, table))
}

fn nip_columns(table: &Table) -> impl Iterator<Item = u32> {
    table.columns.iter().filter(|column| column.name == "nip").map(|column| column.col)
}

/// Whether an NIP column holds a number of 18 digits.
fn holds_number(table: &Table) -> bool {
    let columns: Vec<u32> = nip_columns(table).collect();
    let mut cells = table.rows.iter().flat_map(|row| columns.iter().filter_map(|&col| row.cell(col)));
    cells.any(|cell| cell.kind == CellKind::Number && cell.text.ends_with("e17"))
}

/// Digits of one cell, with the place of its row in the table and its column.
struct Stored {
    row: usize,
    col: u32,
    digits: String,
}

/// A column is trusted when one of its numbers shows that its writer printed whole numbers, not doubles. Without such
/// a witness 18 digits may be the padded print of a double, and somebody else's NIP.
fn put(stored: Vec<Stored>, rows: &mut [RawRow]) {
    if stored.iter().any(|stored| no_double_prints(&stored.digits)) {
        for Stored { row, col, digits } in stored {
            rows[row].put(RawCell { col, kind: CellKind::Number, text: &digits });
        }
    }
}

/// A double is printed with at most 17 significant digits and zeros behind them, or with its whole exact value.
fn no_double_prints(digits: &str) -> bool {
    let exact = digits.parse::<u64>().is_ok_and(|number| number as f64 as u64 == number);
    !digits.ends_with('0') && !exact
}

/// Every number cell of the NIP columns that is stored as 18 plain digits.
fn stored_digits(xml: &mut Part<'_, '_>, table: &Table) -> Vec<Stored> {
    let columns: HashSet<u32> = nip_columns(table).collect();
    let mut stored = Vec::new();
    let mut at = Position::default();
    let (mut wanted, mut in_value) = (false, false);
    let (mut buffer, mut text) = (Vec::new(), String::new());
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) if tag.local_name().as_ref() == "row" => at.row(&tag),
            Ok(Event::Start(tag)) if tag.local_name().as_ref() == "c" => {
                at.cell(&tag);
                wanted = columns.contains(&at.col()) && attribute(&tag, "t").is_none_or(|kind| kind == "n");
                text.clear();
            }
            Ok(Event::Empty(tag)) if tag.local_name().as_ref() == "c" => at.cell(&tag),
            Ok(Event::Start(tag)) if wanted => in_value = tag.local_name().as_ref() == "v",
            Ok(Event::Text(part)) if in_value => text.push_str(&part),
            // What is escaped are no digits.
            Ok(Event::GeneralRef(_) | Event::CData(_)) if in_value => text.push('&'),
            Ok(Event::End(tag)) => match tag.local_name().as_ref() {
                "v" => in_value = false,
                "c" if wanted => {
                    wanted = false;
                    let row = at.row.checked_sub(1);
                    stored.extend(row.and_then(|row| found(text.trim(), row, at.col(), &table.rows)));
                }
                "sheetData" => break,
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    stored
}

/// The cell of the table at this position, if it was read as the same number.
fn found(digits: &str, row: u32, col: u32, rows: &[RawRow]) -> Option<Stored> {
    if digits.len() != DIGITS || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let row = rows.binary_search_by_key(&row, |row| row.row).ok()?;
    let cell = rows[row].cell(col).filter(|cell| cell.kind == CellKind::Number)?;
    let same = cell.text.parse::<f64>().ok()? == digits.parse::<f64>().ok()?;
    same.then(|| Stored { row, col, digits: digits.to_string() })
}

/// Where the pass stands, rows and columns counted from one. Rows and cells may leave out their address: then they
/// follow the one before.
#[derive(Default)]
struct Position {
    row: u32,
    next_col: u32,
}

impl Position {
    fn row(&mut self, tag: &BytesStart) {
        self.row = attribute(tag, "r").and_then(|r| r.parse().ok()).unwrap_or(self.row.saturating_add(1));
        self.next_col = 0;
    }

    fn cell(&mut self, tag: &BytesStart) {
        self.next_col = self.next_col.saturating_add(1);
        if let Some((row, col)) = attribute(tag, "r").and_then(|r| address(&r)) {
            (self.row, self.next_col) = (row, col);
        }
    }

    /// The column of the cell last met, from zero.
    fn col(&self) -> u32 {
        self.next_col.saturating_sub(1)
    }
}

/// `B5` as row 5, column 2.
fn address(text: &str) -> Option<(u32, u32)> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at(digits);
    let col = letters.bytes().try_fold(0u32, |col, letter| {
        let letter = letter.to_ascii_uppercase();
        letter.is_ascii_uppercase().then(|| col.checked_mul(26)?.checked_add(u32::from(letter - b'A') + 1)).flatten()
    })?;
    Some((row.parse().ok()?, col))
}

/// The part of each sheet, by the sheet's name; of two sheets of one name the first, as everywhere in `read`.
fn parts_by_sheet(archive: &mut Archive<'_>) -> Option<HashMap<String, String>> {
    let is_main = |name: &&String| name.rsplit('/').next() == Some("workbook.xml");
    let names = part_names(archive);
    let workbook = names.iter().find(|name| *name == "xl/workbook.xml").or(names.iter().find(is_main))?.clone();
    let folder = &workbook[..workbook.len() - "workbook.xml".len()];
    let relations = tags(open(archive, &format!("{folder}_rels/workbook.xml.rels"))?, "Relationship", ["Id", "Target"]);
    let target_of: HashMap<String, String> = relations.into_iter().map(|[id, target]| (id, target)).collect();
    let mut parts = HashMap::new();
    for [name, id] in tags(open(archive, &workbook)?, "sheet", ["name", "id"]) {
        let Some(target) = target_of.get(&id) else { continue };
        let part = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_string);
        parts.entry(name).or_insert(part);
    }
    Some(parts)
}

/// The values of two attributes of every tag of this name that has both.
fn tags(mut xml: Part<'_, '_>, name: &str, keys: [&str; 2]) -> Vec<[String; 2]> {
    let mut found = Vec::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) if tag.local_name().as_ref() == name => {
                let [first, second] = keys.map(|key| attribute(&tag, key));
                found.extend(first.zip(second).map(|(first, second)| [first, second]));
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

/// An attribute by its name without namespace.
fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let mut known = attributes.with_checks(false).flatten();
    let attribute = known.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    unescape(&attribute.value).ok().map(|value| value.into_owned())
}

/// Names of all parts as the reader compares them: lower case, with `/`.
fn part_names(archive: &Archive<'_>) -> Vec<String> {
    let name = |index| {
        let name = archive.name_for_index(index).and_then(Result::ok);
        name.map(|name| name.replace('\\', "/").to_ascii_lowercase()).unwrap_or_default()
    };
    (0..archive.len()).map(name).collect()
}

fn open<'z, 'a>(archive: &'z mut Archive<'a>, name: &str) -> Option<Part<'z, 'a>> {
    let name = name.to_ascii_lowercase();
    let index = part_names(archive).iter().position(|part| *part == name)?;
    Some(Reader::from_reader(BufReader::new(archive.by_index(index).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_no_double_prints_is_a_witness() {
        for (digits, witness) in [
            ("198501012010011001", true),
            ("198501012010012007", true),
            // The padded print of a double, as JavaScript and Rust make it.
            ("198501012010011010", false),
            ("198501012010011000", false),
            // The exact value of a double, as `%.0f` prints it.
            ("198501012010011008", false),
        ] {
            assert_eq!(no_double_prints(digits), witness, "{digits}");
        }
        for serial in 1..=999u64 {
            let double = (198_501_012_010_011_000 + serial) as f64;
            assert!(!no_double_prints(&format!("{double}")), "{double}");
            assert!(!no_double_prints(&format!("{double:.0}")), "{double}");
        }
    }

    #[test]
    fn addresses_are_read_as_excel_writes_them() {
        assert_eq!(address("B5"), Some((5, 2)));
        assert_eq!(address("AA10"), Some((10, 27)));
        for odd in ["", "5", "B", "ZZZZZZZZZZ1", "B-1", "é1"] {
            assert!(address(odd).is_none_or(|(_, col)| col == 0), "{odd}");
        }
    }
}
