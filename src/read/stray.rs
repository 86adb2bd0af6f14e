//! What stands right of a table, below its header: a small table, one that begins further down than headers are sought,
//! a remark. It has no header in the row of this table's own, and nobody would know that it was not read.

use std::collections::VecDeque;

use super::header::{Head, HeadCell, Reading};
use crate::finding::{Cell, Finding, Place, catalogue};
use crate::model::cells::CellKind;

/// Rows with as many cells there, and so many of them, are a table: a header and what stands under it. Less is a remark.
const FEWEST_CELLS: usize = 2;
const FEWEST_ROWS: usize = 2;
/// The first rows are kept, to name what stands there.
const MOST_ROWS: usize = 12;
/// So many rows wait to be counted until it is known that no other table begins with them; more than its titles and
/// its header are.
const WAITING_ROWS: usize = 16;

/// Watches the columns behind the last one that has a header.
#[derive(Default)]
pub(super) struct Stray {
    from: u32,
    header_row: u32,
    row: u32,
    cells: Vec<HeadCell>,
    /// The last rows, not yet counted.
    waiting: VecDeque<(u32, Vec<HeadCell>)>,
    head: Head,
    /// How many rows hold enough for a row of a table.
    wide: usize,
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
        if cells.is_empty() {
            return;
        }
        self.waiting.push_back((self.row, cells));
        if self.waiting.len() > WAITING_ROWS {
            self.count();
        }
    }

    /// Counts the row that has waited longest.
    fn count(&mut self) {
        let Some((row, cells)) = self.waiting.pop_front() else { return };
        let col = cells.iter().map(|cell| cell.col).max().unwrap_or(self.from);
        self.wide += usize::from(cells.len() >= FEWEST_CELLS);
        let before = self.last.map_or((0, 0), |last| (last.row, last.col));
        self.last = Some(Cell { row: before.0.max(row), col: before.1.max(col) });
        if self.head.len() < MOST_ROWS {
            self.head.insert(row, cells);
        }
    }

    /// Takes back the rows from this one on: they belong to another table.
    pub fn truncate(&mut self, row: u32) {
        self.end_row();
        self.waiting.retain(|(waiting, _)| *waiting < row);
    }

    /// B-48 where so much stands there that it is a table, B-49 where it is less.
    pub fn finding(mut self, kind: &str, place: &Place) -> Option<Finding> {
        self.end_row();
        while !self.waiting.is_empty() {
            self.count();
        }
        let (first_row, last) = (*self.head.keys().next()?, self.last?);
        let col = self.head.values().flatten().map(|cell| cell.col).min()?;
        let first = Cell { row: first_row, col };
        let range = if first == last { first.to_string() } else { format!("{first}:{last}") };
        let is_table = self.wide >= FEWEST_ROWS;
        let kode = if is_table { &catalogue::ISI_DI_SAMPING } else { &catalogue::CATATAN_DI_SAMPING };
        let words = self.head.values().find(|cells| cells.len() >= FEWEST_CELLS).filter(|_| is_table);
        let words = words.map(|cells| words_of(cells)).unwrap_or_default();
        let mut problem = format!("di samping data {kind} ada isi lain di {range} yang tidak dibaca{words}");
        problem.push_str(", karena kolomnya tidak berjudul pada baris judul tabel itu");
        Some(Finding::new(kode, place.at(first.row, first.col), "", problem))
    }
}

/// The words of the first row, where it looks like a header: words alone.
fn words_of(cells: &[HeadCell]) -> String {
    let is_word = |cell: &HeadCell| cell.kind == CellKind::Text && !cell.text.bytes().any(|b| b.is_ascii_digit());
    match cells.iter().all(is_word) {
        true => {
            let words: Vec<&str> = cells.iter().map(|cell| &*cell.text).collect();
            format!(" ({})", super::report::first_of(&words))
        }
        false => String::new(),
    }
}
