//! Where on a sheet another table begins below the first: a row of header words, with the titles above it.

use std::collections::BTreeSet;

use super::header::{Head, HeadCell};
use super::meaning::is_known;
use super::title;
use crate::model::cells::CellKind;
use crate::schema::header_key;

/// So many rows above a header are kept for its titles.
const MOST_TITLES: usize = 8;
/// A row with more cells is no title.
const MOST_IN_A_TITLE: usize = 4;
/// A cell with so many digits is data: an NIP, a date, an NPSN.
const DIGITS_OF_DATA: usize = 5;
/// A header has so many words at least, and more than half of them are known ones: a row of words alone may say
/// `Puskesmas` and `Dinas` too.
const FEWEST_WORDS: usize = 3;

/// Watches the rows of a table as they stream by. What it keeps of a row of data is at most its first few texts.
#[derive(Debug, Default)]
pub(super) struct Watch {
    /// Rows in a run that may be titles and a header, the last one complete.
    rows: Vec<(u32, Vec<HeadCell>)>,
    row: u32,
    cells: Vec<HeadCell>,
    is_data: bool,
    /// Some cell of the row has the digits of data.
    has_digits: bool,
}

impl Watch {
    pub fn take(&mut self, row: u32, col: u32, kind: CellKind, text: Option<&str>) {
        if row != self.row {
            self.end_row();
            self.row = row;
        }
        if self.is_data {
            return;
        }
        let Some(text) = text.filter(|_| kind == CellKind::Text) else {
            self.is_data = true;
            return;
        };
        self.has_digits |= text.bytes().filter(u8::is_ascii_digit).count() >= DIGITS_OF_DATA;
        self.is_data = self.has_digits && self.cells.len() >= MOST_IN_A_TITLE;
        if !self.is_data {
            self.cells.push(HeadCell { col, kind, text: text.into() });
        }
    }

    /// Closes the row that streams by.
    fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        let was_data = std::mem::take(&mut self.is_data);
        let has_digits = std::mem::take(&mut self.has_digits);
        if was_data || (has_digits && cells.len() > MOST_IN_A_TITLE) {
            self.rows.clear();
        } else if !cells.is_empty() {
            if self.rows.len() > MOST_TITLES {
                self.rows.remove(0);
            }
            self.rows.push((self.row, cells));
        }
    }

    /// The rows of a new table as far as they have come, when the row before `row` looks like its header. `printed` is
    /// the header of the table above, `told_by_row` whether each of its rows tells its unit: the same header again
    /// begins a new table only where a title between tells another unit.
    pub fn begins(&mut self, row: u32, printed: &[(u32, Box<str>)], told_by_row: impl Fn() -> bool) -> Option<Head> {
        if row == self.row {
            return None;
        }
        self.end_row();
        self.row = row;
        let (header, cells) = self.rows.last()?;
        if cells.len() < FEWEST_WORDS || known_words(cells) * 2 <= cells.len() {
            return None;
        }
        let header = *header;
        let same = |cell: &HeadCell| printed.iter().any(|(col, text)| *col == cell.col && **text == *cell.text);
        // One other word, and what stands below may mean something else.
        let again = cells.iter().all(same);
        // What has many cells and is not the upper row of this header belongs to the table above.
        let above = self.rows.len().saturating_sub(2);
        let from = self.rows[..above].iter().rposition(|(_, cells)| cells.len() > MOST_IN_A_TITLE);
        let head: Head = self.rows.drain(..).skip(from.map_or(0, |at| at + 1)).collect();
        if again && (told_by_row() || title::read(&head, header).unit.is_none()) {
            return None;
        }
        Some(head)
    }
}

/// How many different words of headers stand in a row.
fn known_words(cells: &[HeadCell]) -> usize {
    let keys: BTreeSet<String> = cells.iter().map(|cell| header_key(&cell.text)).collect();
    keys.iter().filter(|key| is_known(key)).count()
}
