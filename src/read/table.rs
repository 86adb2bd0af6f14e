//! The rows under a header: only cells of known columns, without numbering, totals and signatures.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::footer::{self, Shape};
use super::header::{Head, Reading};
use super::meaning::Meaning;
use super::next::Watch;
use crate::model::cells::{CellKind, ColumnMap, Gathering, RawCell, RawRow};

/// An annotated copy appends two columns behind the last one, and Excel's grid ends at XFD: a stray cell out there
/// does not count.
pub(super) const FARTHEST: u32 = 16_381;

/// Gathers the rows of one table while its cells stream by.
pub(super) struct Body {
    header_row: u32,
    columns: Vec<ColumnMap>,
    /// For each sheet column whether it is kept.
    kept: Vec<bool>,
    /// Column and text of every header cell, to know a header that is printed again.
    printed: Vec<(u32, Box<str>)>,
    rows: Vec<RawRow>,
    /// Which of them, and how many cells of theirs, are not yet put together.
    apart: (usize, usize),
    gathering: Gathering,
    /// One for each row.
    shapes: Vec<Shape>,
    /// The row that streams by, and its shape; the header's row while there is none.
    open: RawRow,
    shape: Shape,
    /// Once a row has come before its place: where each row stands until all are sorted.
    late: Option<BTreeMap<u32, usize>>,
    last_col: u32,
    watch: Watch,
    lone: Lone,
}

/// Rows whose only cell stands outside the known columns and holds text: headings merged over the whole row begin in
/// the column of numbers.
#[derive(Default)]
struct Lone {
    row: u32,
    text: String,
    /// Complete, by row.
    rows: Vec<(u32, Box<str>)>,
}

impl Lone {
    fn take(&mut self, row: u32, text: Option<&str>) {
        if row == self.row {
            self.text.clear();
            return;
        }
        self.end_row();
        self.row = row;
        self.text.push_str(text.unwrap_or_default());
    }

    fn end_row(&mut self) {
        if !self.text.is_empty() && self.rows.last().is_none_or(|(row, _)| *row < self.row) {
            self.rows.push((self.row, self.text.as_str().into()));
        }
        self.text.clear();
    }
}

/// What became of the rows.
pub(super) struct Finished {
    pub columns: Vec<ColumnMap>,
    pub rows: Vec<RawRow>,
    pub skipped: footer::Skipped,
    /// The headings among the rows left out, by row.
    pub groups: Vec<(u32, Box<str>)>,
    pub last_col: u32,
}

impl Body {
    pub fn new(reading: &Reading, head: &Head) -> Body {
        let known = reading.headers.iter().zip(&reading.meanings).filter_map(|(header, meaning)| match meaning {
            Meaning::Column(at) => {
                let name = reading.schema.columns[*at].name;
                Some(ColumnMap { col: header.col, name, header: header.printed.as_str().into() })
            }
            Meaning::Twin(_) | Meaning::Synonym(_) | Meaning::Unused | Meaning::Sensitive | Meaning::Unknown => None,
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
        Body {
            header_row: reading.last_row,
            printed: header_cells.map(|cell| (cell.col, cell.text.clone())).collect(),
            columns,
            kept,
            rows: Vec::new(),
            apart: (0, 0),
            gathering: Gathering::default(),
            shapes: Vec::new(),
            open: RawRow::new(reading.last_row),
            shape: Shape::default(),
            late: None,
            last_col,
            watch: Watch::default(),
            lone: Lone::default(),
        }
    }

    /// The first rows of another table, when one seems to have begun before `row`.
    pub fn next_table(&mut self, row: u32) -> Option<Head> {
        let tells_unit = || self.columns.iter().any(|column| matches!(column.name, "unit" | "kode_unit"));
        self.watch.begins(row, &self.printed, tells_unit)
    }

    pub fn last_col(&self) -> u32 {
        self.last_col
    }

    /// The first row that has not come yet.
    pub fn next_row(&self) -> u32 {
        self.rows.last().map_or(self.open.row, |row| row.row.max(self.open.row)) + 1
    }

    /// Takes back the rows from this one on: they belong to another table.
    pub fn truncate(&mut self, row: u32) {
        self.close_row();
        self.sort();
        let kept = self.rows.partition_point(|r| r.row < row);
        self.rows.truncate(kept);
        self.shapes.truncate(kept);
        self.apart.0 = self.apart.0.min(kept);
    }

    /// Takes one cell. `text` is the content of a text cell, `make` gives what is kept of any cell.
    pub fn cell<'v>(
        &mut self,
        row: u32,
        col: u32,
        kind: CellKind,
        text: Option<&str>,
        make: impl FnOnce() -> Cow<'v, str>,
    ) {
        self.last_col = self.last_col.max(col.min(FARTHEST));
        if row <= self.header_row {
            return;
        }
        self.watch.take(row, col, kind, text);
        self.lone.take(row, text);
        if self.open.row != row {
            self.close_row();
            self.open_row(row);
        }
        self.shape.take(kind, text);
        if self.kept.get(col as usize) == Some(&true) {
            self.open.put(RawCell { col, kind, text: &make() });
        }
    }

    /// Opens a row to take cells: the one that is known, where a file goes back to it.
    fn open_row(&mut self, row: u32) {
        if self.late.is_none() && self.rows.last().is_some_and(|last| last.row > row) {
            self.late = Some(self.rows.iter().enumerate().map(|(at, row)| (row.row, at)).collect());
        }
        match self.late.as_ref().and_then(|late| late.get(&row)) {
            Some(&at) => (self.open, self.shape) = (self.rows[at].clone(), self.shapes[at]),
            None => {
                self.open.row = row;
                self.shape = Shape::default();
            }
        }
    }

    /// Puts the open row to the others.
    fn close_row(&mut self) {
        if self.open.row <= self.header_row {
            return;
        }
        let next = self.gathering.begin(self.header_row);
        let row = std::mem::replace(&mut self.open, next);
        let known = self.late.as_ref().and_then(|late| late.get(&row.row));
        if let Some(&at) = known {
            (self.rows[at], self.shapes[at]) = (row, self.shape);
            return;
        }
        if let Some(late) = &mut self.late {
            late.insert(row.row, self.rows.len());
        }
        self.apart.1 += row.len();
        self.rows.push(row);
        self.shapes.push(self.shape);
        if Gathering::is_enough(self.apart.1) {
            self.gathering.join(&mut self.rows[self.apart.0..]);
            self.apart = (self.rows.len(), 0);
        }
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
        self.apart.0 = 0;
    }

    /// The table's rows, with those left out that are no data.
    pub fn finish(mut self) -> Finished {
        self.lone.end_row();
        self.close_row();
        self.sort();
        let col_of = |name: &str| self.columns.iter().find(|column| column.name == name).map(|column| column.col);
        let view = footer::View {
            width: self.columns.len(),
            nip: col_of("nip"),
            nama: col_of("nama"),
            printed: &self.printed,
            rows: &self.rows,
            shapes: &self.shapes,
            lone: &self.lone.rows,
        };
        let skipped = view.skipped();
        let groups = view.groups(&skipped.groups);
        let dropped = skipped.rows();
        let mut rows = std::mem::take(&mut self.rows);
        rows.retain(|row| !row.is_empty() && !dropped.contains(&row.row));
        self.gathering.join(&mut rows);
        rows.shrink_to_fit();
        Finished { columns: self.columns, rows, skipped, groups, last_col: self.last_col }
    }
}
