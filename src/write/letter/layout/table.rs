//! Tables: columns of fixed width, wrapped cells, and a header that comes again on each page.

use std::rc::Rc;

use super::lines::Line;
use super::pages::Row;
use super::{Item, MM, Setter};
use crate::write::letter::naskah::{Align, Run, Runs, Table, TableRow};

/// Space between rule and text.
const PAD_X: f32 = 3.0;
const PAD_Y: f32 = 2.0;
/// Line height of cells over their size: tighter than running text.
const LEADING: f32 = 1.15;

/// The header rows of a table, ready to be drawn again.
#[derive(Debug)]
pub struct Head {
    pub rows: Vec<(f32, Vec<Item>)>,
}

impl Head {
    pub fn height(&self) -> f32 {
        self.rows.iter().map(|row| row.0).sum()
    }
}

/// Edges of the columns in points from the left edge of the paper, first and last included.
struct Grid {
    edges: Vec<f32>,
}

impl Setter<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let style = self.style;
        self.style.leading = LEADING;
        let grid = self.grid(&table.widths);
        let mut top = true;
        let mut head = Head { rows: Vec::new() };
        for row in &table.head {
            let kind = if is_number_row(row) { RowKind::Numbers } else { RowKind::Titles };
            head.rows.extend(self.table_row(row, table, &grid, kind, f32::INFINITY, &mut top));
        }
        let head = Rc::new(head);
        let room = self.setup.content_height() - head.height();
        let mut rows: Vec<Row> = Vec::new();
        // The header itself is drawn as rows that stay with the first row of the body.
        for (height, items) in &head.rows {
            rows.push(Row { height: *height, before: 0.0, keep: true, items: items.clone(), table: None });
        }
        for (at, row) in table.rows.iter().enumerate() {
            for (height, items) in self.table_row(row, table, &grid, RowKind::Body, room, &mut top) {
                // Two rows at either end of a table stay together.
                let keep = at == 0 || at + 2 == table.rows.len();
                rows.push(Row { height, before: 0.0, keep, items, table: Some(head.clone()) });
            }
        }
        if let Some(first) = rows.first_mut() {
            first.before = std::mem::take(&mut self.gap);
        }
        self.rows.append(&mut rows);
        self.style = style;
    }

    /// Columns centred between the margins; narrowed in proportion where they would stand in the margin.
    fn grid(&self, widths: &[f32]) -> Grid {
        let total = widths.iter().sum::<f32>() * MM;
        let room = self.setup.content_width();
        let scale = (room / total).min(1.0);
        let mut x = self.setup.left() + (room - total * scale) / 2.0;
        let mut edges = vec![x];
        for width in widths {
            x += width * MM * scale;
            edges.push(x);
        }
        Grid { edges }
    }

    /// One row as strips no higher than `room` points: a cell longer than a page goes on overleaf.
    fn table_row(
        &mut self,
        row: &TableRow,
        table: &Table,
        grid: &Grid,
        kind: RowKind,
        room: f32,
        top: &mut bool,
    ) -> Vec<(f32, Vec<Item>)> {
        let line_height = self.style.line_height();
        let most = (((room - 2.0 * PAD_Y) / line_height).floor().max(1.0)).min(10_000.0) as usize;
        let mut cells: Vec<Vec<Line>> = Vec::with_capacity(row.len());
        for (column, cell) in row.iter().enumerate() {
            let align = if kind == RowKind::Body { table.aligns[column] } else { Align::Center };
            let width = grid.edges[column + 1] - grid.edges[column] - 2.0 * PAD_X;
            cells.push(self.cell(cell, width, align, kind == RowKind::Titles));
        }
        let longest = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let mut strips = Vec::new();
        for from in (0..longest).step_by(most) {
            let part: Vec<&[Line]> = cells.iter().map(|lines| slice(lines, from, most)).collect();
            let count = part.iter().map(|lines| lines.len()).max().unwrap_or(0).max(1);
            let height = count as f32 * line_height + 2.0 * PAD_Y;
            strips.push((height, self.strip(&part, grid, height, kind, std::mem::take(top))));
        }
        strips
    }

    fn cell(&mut self, cell: &[Runs], width: f32, align: Align, bold: bool) -> Vec<Line> {
        let mut lines = Vec::new();
        for runs in cell {
            lines.append(&mut self.break_lines(runs, width, align, bold));
        }
        lines
    }

    /// Text and rules of a strip; the first of a table also has the rule above.
    fn strip(&self, cells: &[&[Line]], grid: &Grid, height: f32, kind: RowKind, first: bool) -> Vec<Item> {
        let (line_height, baseline, size) = (self.style.line_height(), self.baseline(self.style), self.style.size);
        let (left, right) = (grid.edges[0], grid.edges[grid.edges.len() - 1]);
        let mut items = Vec::new();
        for (column, lines) in cells.iter().enumerate() {
            let top = match kind {
                RowKind::Body => PAD_Y,
                RowKind::Titles | RowKind::Numbers => (height - lines.len() as f32 * line_height) / 2.0,
            };
            for (at, line) in lines.iter().enumerate() {
                let x = grid.edges[column] + PAD_X + line.x;
                let y = top + at as f32 * line_height + baseline;
                items.push(Item::Text { x, y, size, pieces: line.pieces.clone() });
            }
        }
        items.extend(grid.edges.iter().map(|&x| Item::Rule { from: (x, 0.0), to: (x, height) }));
        items.push(Item::Rule { from: (left, height), to: (right, height) });
        if first {
            items.push(Item::Rule { from: (left, 0.0), to: (right, 0.0) });
        }
        items
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum RowKind {
    /// Column titles: bold, centred.
    Titles,
    /// Column numbers `1 2 3`: centred.
    Numbers,
    Body,
}

fn is_number_row(row: &TableRow) -> bool {
    let is_number = |run: &Run| run.text.trim().bytes().all(|b| b.is_ascii_digit());
    row.iter().all(|cell| !cell.is_empty() && cell.iter().flatten().all(is_number))
}

fn slice(lines: &[Line], from: usize, most: usize) -> &[Line] {
    &lines[from.min(lines.len())..(from + most).min(lines.len())]
}
