//! A small sheet as texts: those that this program writes for people and reads back.

use std::collections::BTreeMap;

use crate::finding::{Place, catalogue};
use crate::read::book::{Book, Flow};
use crate::read::refusal::Refusal;
use crate::read::value::Value;
use crate::schema::header_key;
use crate::settings::Batas;

/// Rows in which a header is sought.
const HEAD_ROWS: usize = 30;

/// What people confirm and remember by hand is far less.
const MOST_CELLS: usize = 500_000;

/// The texts of a sheet, by row and column.
pub(super) struct Lembar {
    pub place: Place,
    pub rows: BTreeMap<u32, BTreeMap<u32, String>>,
}

/// A header that was found: its row, and for each wanted title its column.
pub(super) struct Judul {
    pub row: u32,
    pub cols: Vec<Option<u32>>,
}

impl Lembar {
    /// Those of these sheets that a workbook has, by name. They are read in the order of the workbook, as a reading child
    /// hands them over.
    pub fn read_all<'n>(
        book: &mut Book<'_>,
        names: &[&'n str],
        file: &str,
        batas: &Batas,
    ) -> Result<BTreeMap<&'n str, Lembar>, Refusal> {
        let mut found = BTreeMap::new();
        for sheet in book.sheets() {
            if let Some(name) = names.iter().copied().find(|name| *name == sheet.name && !sheet.twin) {
                found.insert(name, Lembar::read(book, name, Place::sheet(file, name), batas)?);
            }
        }
        Ok(found)
    }

    pub fn read(book: &mut Book<'_>, sheet: &str, place: Place, batas: &Batas) -> Result<Lembar, Refusal> {
        let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
        let mut cells = 0;
        book.stream(sheet, batas, |row, col, value| {
            let text = text(value);
            if !text.is_empty() {
                rows.entry(row).or_default().insert(col, text);
                cells += 1;
            }
            if cells <= MOST_CELLS { Flow::More } else { Flow::Enough }
        })?;
        if cells > MOST_CELLS {
            return Err(Refusal::new(&catalogue::BATAS_BERKAS, format!("lembar “{sheet}” memuat terlalu banyak sel")));
        }
        Ok(Lembar { place, rows })
    }

    /// The first row that holds all `must` of the titles.
    pub fn header(&self, titles: &[&str], must: &[&str]) -> Option<Judul> {
        for &row in self.rows.keys().take(HEAD_ROWS) {
            let col = |title: &str| self.column(row, title);
            if must.iter().all(|title| col(title).is_some()) {
                return Some(Judul { row, cols: titles.iter().map(|title| col(title)).collect() });
            }
        }
        None
    }

    /// The column that has this title in a row.
    pub fn column(&self, row: u32, title: &str) -> Option<u32> {
        let key = header_key(title);
        self.rows.get(&row)?.iter().find(|(_, text)| header_key(text) == key).map(|(col, _)| *col)
    }

    pub fn text(&self, row: u32, col: Option<u32>) -> &str {
        let text = || self.rows.get(&row)?.get(&col?);
        text().map_or("", String::as_str)
    }

    /// The cell of a column, the first one where the sheet lacks that column.
    pub fn cell(&self, row: u32, col: Option<u32>) -> Place {
        self.place.at(row, col.unwrap_or(0))
    }
}

/// The content as a person reads it; of a date the day alone.
pub(super) fn text(value: Value<'_>) -> String {
    let text = value.text();
    let text = match value {
        Value::Date(_) | Value::IsoDate(_) => text.split([' ', 'T']).next().unwrap_or_default(),
        _ => &text,
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
