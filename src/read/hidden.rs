//! Rows and columns that a filter or a hand has hidden. They are data like all others and are read (domain §3.3, D10);
//! but whoever looks at the sheet does not see them, so they are counted. The reader crates tell none of them, each
//! format's own bytes do.

mod ods;
mod xls;
mod xlsb;
pub(super) mod xml;

use std::collections::{BTreeMap, BTreeSet};

use super::book::{Book, Sheet};
use super::report::{first_of, rows_in_words};
use super::sheet::Found;
use crate::finding::{Finding, Place, catalogue, column_letters};
use crate::model::cells::Format;
use crate::settings::{Batas, LembarTersembunyi};

/// No sheet has more rows; a hostile file may name more stretches.
const MOST_SPANS: usize = 1_048_576;

/// What is hidden of one sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    pub rows: Spans,
    pub cols: Spans,
}

/// Rows or columns from zero, as stretches: first → last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spans(BTreeMap<u32, u32>);

impl Spans {
    /// Takes a stretch. Files name them in order, so that one that begins in another or right behind it goes on with it.
    pub fn add(&mut self, first: u32, last: u32) {
        if self.0.len() >= MOST_SPANS || first > last {
            return;
        }
        match self.0.range_mut(..=first).next_back() {
            Some((_, end)) if *end >= first.saturating_sub(1) => *end = last.max(*end),
            _ => drop(self.0.insert(first, last)),
        }
    }

    fn holds(&self, at: u32) -> bool {
        self.0.range(..=at).next_back().is_some_and(|(_, last)| *last >= at)
    }
}

/// B-09: a hidden sheet, and whether it is read.
pub(super) fn sheet(place: &Place, name: &str, setting: LembarTersembunyi) -> Finding {
    let told = |problem: String| Finding::new(&catalogue::LEMBAR_TERSEMBUNYI, place.clone(), "", problem);
    match setting {
        LembarTersembunyi::Sebut => told(format!("lembar “{name}” disembunyikan, isinya tidak dibaca")),
        LembarTersembunyi::Baca => told(format!("lembar “{name}” disembunyikan, isinya ikut dibaca")).with_remedy(
            "Tidak perlu tindakan. Jika isinya tidak berlaku, hapus lembar itu, atau tulis lembar_tersembunyi = \
             \"sebut\" di bawah [baca] pada mutasi.toml.",
        ),
    }
}

/// B-25 and B-46 for the sheet that was streamed last, in the formats whose cells tell it on the way.
pub(super) fn of_streamed(
    book: &Book<'_>,
    sheet: &Sheet,
    batas: &Batas,
    place: &Place,
    found: &[Found],
) -> Vec<Finding> {
    let hidden = match book {
        Book::Xlsx(..) => book.passing().map(|passing| passing.hidden.hidden().clone()),
        Book::SpreadsheetMl(book) => Some(book.hidden(&sheet.name)),
        Book::Html(page) => Some(page.hidden(batas)),
        // These are asked at their end, by `of_bytes`; a text file hides nothing.
        Book::Xlsb(_) | Book::Xls(_) | Book::Ods(_) | Book::Remote(_) | Book::Csv(_) => None,
    };
    hidden.map_or_else(Vec::new, |hidden| findings(&hidden, place, &found.iter().collect::<Vec<_>>()))
}

/// The same for a file whose reader is through with it and found it sound, from its bytes.
pub(super) fn of_bytes(bytes: &[u8], format: Format, sheets: &[Sheet], file: &Place, found: &[Found]) -> Vec<Finding> {
    let hidden = match format {
        Format::Xls if !found.is_empty() => xls::hidden(bytes, sheets.len()),
        Format::Xlsb if !found.is_empty() => xlsb::hidden(bytes, sheets.len()),
        Format::Ods if !found.is_empty() => ods::hidden(bytes, sheets),
        Format::Xlsx | Format::Xlsb | Format::Xls | Format::Ods | Format::SpreadsheetMl => return Vec::new(),
        Format::Html | Format::Csv | Format::Unknown => return Vec::new(),
    };
    let mut told = Vec::new();
    for (sheet, hidden) in sheets.iter().zip(&hidden).filter(|(sheet, _)| !sheet.twin) {
        let here: Vec<&Found> = found.iter().filter(|found| *found.table.sheet == *sheet.name).collect();
        told.extend(findings(hidden, &Place::sheet(file.file.clone(), sheet.name.as_str()), &here));
    }
    told
}

/// B-25 where rows of data are hidden, B-46 where columns that are read are.
fn findings(hidden: &Hidden, sheet: &Place, found: &[&Found]) -> Vec<Finding> {
    let mut told = Vec::new();
    // Tables beside each other share their rows.
    let rows = found.iter().flat_map(|found| &found.table.rows).map(|row| row.row);
    let rows: BTreeSet<u32> = rows.filter(|row| hidden.rows.holds(*row)).collect();
    if !rows.is_empty() {
        let words = rows_in_words(&rows.iter().copied().collect::<Vec<_>>());
        let problem = format!("{} baris data tersembunyi atau tersaring dan ikut dibaca ({words})", rows.len());
        told.push(Finding::new(&catalogue::BARIS_TERSEMBUNYI, sheet.clone(), "", problem));
    }
    let columns = found.iter().flat_map(|found| &found.table.columns).filter(|column| hidden.cols.holds(column.col));
    let columns: BTreeMap<u32, &str> = columns.map(|column| (column.col, &*column.header)).collect();
    if !columns.is_empty() {
        let words: Vec<String> =
            columns.iter().map(|(col, header)| format!("{} ({header})", column_letters(*col))).collect();
        let words = first_of(&words.iter().map(String::as_str).collect::<Vec<_>>());
        let problem = format!("{} kolom tersembunyi dan ikut dibaca: {words}", columns.len());
        told.push(Finding::new(&catalogue::KOLOM_TERSEMBUNYI, sheet.clone(), "", problem));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_that_touch_are_one_and_hold_what_lies_within() {
        let mut spans = Spans::default();
        [(4, 6), (7, 7), (2, 2), (6, 9), (20, 10), (12, u32::MAX)].into_iter().for_each(|(a, b)| spans.add(a, b));
        assert_eq!(spans.0, BTreeMap::from([(2, 2), (4, 9), (12, u32::MAX)]));
        assert_eq!([1, 2, 3, 4, 9, 10, 12].map(|at| spans.holds(at)), [false, true, false, true, true, false, true]);
    }
}
