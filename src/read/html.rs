//! A web page with a table, as many applications give it out under the name `.xls`. The largest table is the sheet.

mod walk;

use std::borrow::Cow;
use std::collections::BTreeMap;

use self::walk::{Cell, Part, walk};
use super::book::{Flow, Streamed};
use super::deadline::Deadline;
use super::hidden::Hidden;
use super::merged::Region;
use super::refusal::Refusal;
use super::stream::{self, Budget};
use super::value::Value;
use super::{decode, sniff};
use crate::settings::Batas;

/// An open page.
pub(super) struct Halaman<'a> {
    text: Cow<'a, str>,
    /// The table that is the sheet, by its ordinal in the page.
    table: usize,
    deadline: Deadline,
}

impl<'a> Halaman<'a> {
    /// Goes through the whole once to find the table with the most cells; the first of equals.
    pub fn open(bytes: &'a [u8], batas: &Batas) -> Result<Halaman<'a>, Refusal> {
        let deadline = Deadline::of(batas);
        let text = decode::whole(bytes, batas)?;
        let mut largest = (0, 0);
        walk(&text, &deadline, |part| {
            if let Part::End { table, filled } = part
                && (filled > largest.0 || filled == largest.0 && table < largest.1)
            {
                largest = (filled, table);
            }
            Ok(Flow::More)
        })?;
        match largest {
            (0, _) => Err(sniff::page_without_table()),
            (_, table) => Ok(Halaman { text, table, deadline }),
        }
    }

    /// Hands on every cell that is not empty; all of them are text.
    pub fn stream<V>(&self, batas: &Batas, mut visit: V) -> Result<Streamed, Refusal>
    where
        V: FnMut(u32, u32, Value<'_>) -> Flow,
    {
        let mut streamed = Streamed::default();
        self.cells(batas, |row, col, _, text| match text {
            "" => Flow::More,
            text => stream::on_grid((row, col), Value::Text(text), &mut visit, &mut streamed),
        })?;
        Ok(streamed)
    }

    /// The cells that reach over several rows.
    pub fn merged(&self, batas: &Batas) -> Vec<Region> {
        let mut regions = Vec::new();
        let walked = self.cells(batas, |row, col, rows, _| {
            if rows > 1 {
                regions.push(Region { rows: row..=row.saturating_add(rows - 1), col });
            }
            Flow::More
        });
        walked.map_or(Vec::new(), |()| regions)
    }

    /// What of the table a browser does not show: rows and columns with `display:none` or `hidden`.
    pub fn hidden(&self, batas: &Batas) -> Hidden {
        let mut hidden = Hidden::default();
        if !["none", "NONE", "hidden", "HIDDEN"].iter().any(|word| self.text.contains(word)) {
            return hidden;
        }
        let (mut row, mut col) = (0u32, 0u32);
        let mut budget = Budget::new(batas);
        let walked = walk(&self.text, &self.deadline, |part| {
            budget.spend()?;
            match part {
                Part::Row { table, hidden: unseen } if table == self.table => {
                    if unseen {
                        hidden.rows.add(row, row);
                    }
                    row = row.saturating_add(1);
                }
                Part::Columns { table, count, hidden: unseen } if table == self.table => {
                    if unseen {
                        hidden.cols.add(col, col.saturating_add(count - 1));
                    }
                    col = col.saturating_add(count);
                }
                Part::Row { .. } | Part::Columns { .. } | Part::Cell { .. } | Part::End { .. } => {}
            }
            Ok(Flow::More)
        });
        walked.map_or_else(|_| Hidden::default(), |()| hidden)
    }

    /// Row, column, rows covered and text of every cell. Spans take their places, as merged cells in a workbook do:
    /// the content stands in the first.
    fn cells(&self, batas: &Batas, mut visit: impl FnMut(u32, u32, u32, &str) -> Flow) -> Result<(), Refusal> {
        let mut grid = Grid { rows: 0, row: 0, col: 0, spans: BTreeMap::new(), budget: Budget::new(batas) };
        walk(&self.text, &self.deadline, |part| match part {
            Part::Row { table, .. } if table == self.table => {
                (grid.row, grid.col) = (grid.rows, 0);
                grid.rows = grid.rows.saturating_add(1);
                grid.budget.spend().map(|()| Flow::More)
            }
            Part::Cell { table, cell } if table == self.table => {
                let col = grid.place(cell)?;
                Ok(visit(grid.row, col, cell.rows, &cell.text))
            }
            Part::Row { .. } | Part::Columns { .. } | Part::Cell { .. } | Part::End { .. } => Ok(Flow::More),
        })
    }
}

/// Which places of the rows to come are taken by cells that span.
struct Grid<'b> {
    /// Rows so far.
    rows: u32,
    /// The row that stands open and its next column, from zero.
    row: u32,
    col: u32,
    /// First column → last column and last row.
    spans: BTreeMap<u32, (u32, u32)>,
    budget: Budget<'b>,
}

impl Grid<'_> {
    /// The next free column of this row, taken for a cell. Stepping over what spans costs as much as cells do.
    fn place(&mut self, cell: &Cell) -> Result<u32, Refusal> {
        self.budget.spend()?;
        while self.col < stream::COLUMNS
            && let Some((_, &(last, until))) = self.spans.range(..=self.col).next_back()
            && last >= self.col
            && until >= self.row
        {
            self.col = last.saturating_add(1);
            self.budget.spend()?;
        }
        let first = self.col;
        let last = first.saturating_add(cell.columns - 1);
        self.col = last.saturating_add(1);
        if cell.rows > 1 {
            let covered: Vec<u32> = self.spans.range(first..=last).map(|(first, _)| *first).collect();
            for first in covered {
                self.spans.remove(&first);
            }
            self.spans.insert(first, (last, self.row.saturating_add(cell.rows - 1)));
        }
        Ok(first)
    }
}
