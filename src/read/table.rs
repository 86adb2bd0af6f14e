//! The rows under a header: only cells of known columns, without numbering, totals and signatures.

use std::collections::BTreeMap;

use super::footer::{self, Shape};
use super::header::{Head, Reading};
use super::meaning::Meaning;
use crate::model::cells::{CellKind, ColumnMap, RawCell, RawRow};

/// An annotated copy appends two columns behind the last one, and Excel's grid ends at XFD: a stray cell out there
/// does not count.
const FARTHEST: u32 = 16_381;

/// Gathers the rows of one table while its cells stream by.
pub(super) struct Body {
    header_row: u32,
    columns: Vec<ColumnMap>,
    /// For each sheet column whether it is kept.
    kept: Vec<bool>,
    /// Column and text of every header cell of a kept column, to know a header that is printed again.
    printed: Vec<(u32, Box<str>)>,
    rows: Vec<RawRow>,
    /// One for each row.
    shapes: Vec<Shape>,
    /// Once a row has come before its place: where each row stands until all are sorted.
    late: Option<BTreeMap<u32, usize>>,
    last_col: u32,
}

/// What became of the rows.
pub(super) struct Finished {
    pub columns: Vec<ColumnMap>,
    pub rows: Vec<RawRow>,
    pub skipped: footer::Skipped,
    pub last_col: u32,
}

impl Body {
    pub fn new(reading: &Reading, head: &Head) -> Body {
        let known = reading.headers.iter().zip(&reading.meanings).filter_map(|(header, meaning)| match meaning {
            Meaning::Column(at) => {
                let name = reading.schema.columns[*at].name;
                Some(ColumnMap { col: header.col, name, header: header.printed.as_str().into() })
            }
            Meaning::Twin(_) | Meaning::Synonym(_) | Meaning::Unused | Meaning::Unknown => None,
        });
        let mut columns: Vec<ColumnMap> = known.collect();
        // Its cells are read as names, and parted by whoever looks for an NIP in them.
        let nip = reading.nama_and_nip();
        columns.extend(nip.map(|both| ColumnMap { col: both.col, name: "nip", header: both.printed.as_str().into() }));
        columns.sort_by_key(|column| column.col);
        let width = columns.iter().map(|column| column.col + 1).max().unwrap_or(0);
        let kept: Vec<bool> = (0..width).map(|col| columns.iter().any(|column| column.col == col)).collect();
        let header_cells = head.range(reading.first_row..=reading.last_row).flat_map(|(_, cells)| cells);
        let last_col = head.values().flatten().map(|cell| cell.col.min(FARTHEST)).max().unwrap_or(0);
        let printed = header_cells.filter(|cell| kept.get(cell.col as usize) == Some(&true));
        Body {
            header_row: reading.last_row,
            printed: printed.map(|cell| (cell.col, cell.text.clone())).collect(),
            columns,
            kept,
            rows: Vec::new(),
            shapes: Vec::new(),
            late: None,
            last_col,
        }
    }

    /// Takes one cell. `text` is the content of a text cell, `make` gives what is kept of any cell.
    pub fn cell(&mut self, row: u32, col: u32, kind: CellKind, text: Option<&str>, make: impl FnOnce() -> Box<str>) {
        self.last_col = self.last_col.max(col.min(FARTHEST));
        if row <= self.header_row {
            return;
        }
        let at = self.row_index(row);
        self.shapes[at].take(kind, text);
        if self.kept.get(col as usize) != Some(&true) {
            return;
        }
        let cell = RawCell { col, kind, text: make() };
        let cells = &mut self.rows[at].cells;
        match cells.last() {
            Some(last) if last.col >= col => match cells.binary_search_by_key(&col, |cell| cell.col) {
                Ok(same) => cells[same] = cell,
                Err(place) => cells.insert(place, cell),
            },
            _ => cells.push(cell),
        }
    }

    /// The place of a row, made where it is not there yet; files may give rows in any order.
    fn row_index(&mut self, row: u32) -> usize {
        let at = match (self.rows.last(), &mut self.late) {
            (Some(last), _) if last.row == row => return self.rows.len() - 1,
            (Some(last), late @ None) if last.row > row => {
                let known = self.rows.iter().enumerate().map(|(at, row)| (row.row, at));
                late.insert(known.collect()).get(&row).copied()
            }
            (_, None) => None,
            (_, Some(late)) => late.get(&row).copied(),
        };
        at.unwrap_or_else(|| {
            let at = self.rows.len();
            if let Some(late) = &mut self.late {
                late.insert(row, at);
            }
            self.rows.push(RawRow { row, cells: Vec::new() });
            self.shapes.push(Shape::default());
            at
        })
    }

    /// Puts rows that came before their place where they belong.
    fn sort(&mut self) {
        if self.late.take().is_none() {
            return;
        }
        let rows = std::mem::take(&mut self.rows).into_iter();
        let mut both: Vec<(RawRow, Shape)> = rows.zip(std::mem::take(&mut self.shapes)).collect();
        both.sort_by_key(|(row, _)| row.row);
        (self.rows, self.shapes) = both.into_iter().unzip();
    }

    /// The table's rows, with those left out that are no data.
    pub fn finish(mut self) -> Finished {
        self.sort();
        let col_of = |name: &str| self.columns.iter().find(|column| column.name == name).map(|column| column.col);
        let view = footer::View {
            width: self.columns.len(),
            nip: col_of("nip"),
            nama: col_of("nama"),
            printed: &self.printed,
            rows: &self.rows,
            shapes: &self.shapes,
        };
        let skipped = view.skipped();
        let dropped = skipped.rows();
        let mut rows = self.rows;
        rows.retain(|row| !row.cells.is_empty() && !dropped.contains(&row.row));
        Finished { columns: self.columns, rows, skipped, last_col: self.last_col }
    }
}
