//! What stands right of a table, below its header: a table of its own that begins further down than headers are sought
//! has no header in the row of this one, and nobody would know that it was not read.

use super::header::{Head, HeadCell, Reading};
use crate::finding::{Cell, Finding, Place, catalogue};
use crate::model::cells::CellKind;

/// Rows with as many cells there, and so many of them, are no stray remark.
const FEWEST_CELLS: usize = 2;
const FEWEST_ROWS: usize = 3;
/// The first of such rows are kept, to name what stands there.
const MOST_ROWS: usize = 12;

/// Watches the columns behind the last one that has a header.
#[derive(Default)]
pub(super) struct Stray {
    from: u32,
    header_row: u32,
    row: u32,
    cells: Vec<HeadCell>,
    /// Rows that count: the first of them, how many there are, and how far they reach.
    head: Head,
    count: usize,
    last: Option<Cell>,
}

impl Stray {
    /// Of a table with this header; `above` is what was watched beside the table above it. A copy of ours has two more
    /// columns with headers that are no part of the reading, printed once for all tables of the sheet.
    pub fn new(reading: &Reading, head: &Head, above: Option<&Stray>) -> Stray {
        let printed = head.range(reading.first_row..=reading.last_row).flat_map(|(_, cells)| cells);
        let from = printed.map(|cell| cell.col + 1).max().unwrap_or(0).max(above.map_or(0, |above| above.from));
        Stray { from, header_row: reading.last_row, ..Stray::default() }
    }

    pub fn take(&mut self, row: u32, col: u32, kind: CellKind, text: Option<&str>) {
        if col < self.from || row <= self.header_row {
            return;
        }
        if row != self.row {
            self.end_row();
            self.row = row;
        }
        // A hostile row has thousands of cells.
        if self.cells.len() < 64 {
            self.cells.push(HeadCell { col, kind, text: text.unwrap_or_default().into() });
        }
    }

    /// Closes the row that streams by.
    fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        let Some(col) = cells.iter().map(|cell| cell.col).max().filter(|_| cells.len() >= FEWEST_CELLS) else { return };
        self.count += 1;
        let before = self.last.map_or((0, 0), |last| (last.row, last.col));
        self.last = Some(Cell { row: before.0.max(self.row), col: before.1.max(col) });
        if self.head.len() < MOST_ROWS {
            self.head.insert(self.row, cells);
        }
    }

    /// Takes back the rows from this one on: they belong to another table.
    pub fn truncate(&mut self, row: u32) {
        self.end_row();
        let below = self.head.split_off(&row).len();
        // Only the rows that are kept can be told apart; a table that begins below is seen within them.
        self.count -= below;
        self.last = self.last.map(|last| Cell { row: last.row.min(row.saturating_sub(1)), ..last });
    }

    /// B-48 where so much stands there that it is a table.
    pub fn finding(mut self, kind: &str, place: &Place) -> Option<Finding> {
        self.end_row();
        let (first, last) = (self.head.iter().next()?, self.last?);
        if self.count < FEWEST_ROWS {
            return None;
        }
        let col = self.head.values().flatten().map(|cell| cell.col).min()?;
        let (first, words) = (Cell { row: *first.0, col }, words(first.1));
        let mut problem = format!("di samping data {kind} ada isi lain di {first}:{last} yang tidak dibaca{words}");
        problem.push_str(", karena kolomnya tidak berjudul pada baris judul tabel itu");
        Some(Finding::new(&catalogue::ISI_DI_SAMPING, place.at(first.row, first.col), "", problem))
    }
}

/// The words of the first row, where it looks like a header: words alone.
fn words(cells: &[HeadCell]) -> String {
    let is_word = |cell: &HeadCell| cell.kind == CellKind::Text && !cell.text.bytes().any(|b| b.is_ascii_digit());
    match cells.iter().all(is_word) {
        true => {
            let words: Vec<&str> = cells.iter().map(|cell| &*cell.text).collect();
            format!(" ({})", super::report::first_of(&words))
        }
        false => String::new(),
    }
}
