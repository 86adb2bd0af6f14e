//! Tables: columns of fixed width, wrapped cells, and a header that comes again on each page.

use std::rc::Rc;

use super::lines::Line;
use super::pages::Row;
use super::{Item, MM, Setter};
use crate::write::letter::naskah::{Align, Run, Runs, Table, TableRow};

/// Space between rule and text of a ruled table.
const PAD: (f32, f32) = (3.0, 2.0);
/// Line height of ruled cells over their size: tighter than running text.
const LEADING: f32 = 1.15;

/// The header rows of a table, ready to be drawn again.
#[derive(Debug)]
pub struct Head {
    pub rows: Vec<Strip>,
}

/// Height of a row, or of the part of it that fits a page, and what it draws.
type Strip = (f32, Vec<Item>);

/// The shape that all rows of a table share.
struct Form<'a> {
    /// Edges of the columns from the left edge of the paper, first and last included.
    edges: Vec<f32>,
    aligns: &'a [Align],
    /// Space at the sides and above and below; nothing without rules.
    pad: (f32, f32),
    ruled: bool,
}

impl Form<'_> {
    fn text_width(&self, column: usize) -> f32 {
        self.edges[column + 1] - self.edges[column] - 2.0 * self.pad.0
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

impl Setter<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let style = self.style;
        if table.ruled {
            self.style.leading = LEADING;
        } else {
            self.keep_two_lines_with_next();
        }
        let form = self.form(table);
        let mut head = Head { rows: Vec::new() };
        for (at, row) in table.head.iter().enumerate() {
            let kind = if is_number_row(row) { RowKind::Numbers } else { RowKind::Titles };
            head.rows.extend(self.strips(row, &form, kind, f32::INFINITY, at == 0));
        }
        let head = Rc::new(head);
        let room = self.setup.content_height() - head.rows.iter().map(|strip| strip.0).sum::<f32>();
        let mut rows: Vec<Row> = Vec::new();
        // The header is first drawn as rows that stay with the first row of the body.
        for (height, items) in &head.rows {
            rows.push(Row { height: *height, before: 0.0, keep: true, items: items.clone(), table: None });
        }
        let count = table.rows.len();
        for (at, row) in table.rows.iter().enumerate() {
            for (height, items) in self.strips(row, &form, RowKind::Body, room, table.head.is_empty()) {
                // Two rows at either end of a ruled table stay together, and all rows of text side by side.
                let keep = if table.ruled { at == 0 || at + 2 == count } else { at + 1 < count };
                rows.push(Row { height, before: 0.0, keep, items, table: Some(head.clone()) });
            }
        }
        if let Some(first) = rows.first_mut() {
            first.before = std::mem::take(&mut self.gap);
        }
        self.rows.append(&mut rows);
        self.style = style;
    }

    /// Columns centred between the margins, or from the left one without rules; narrowed in proportion where they
    /// would stand in the margin.
    fn form<'t>(&self, table: &'t Table) -> Form<'t> {
        let total = table.widths.iter().sum::<f32>() * MM;
        let room = self.setup.content_width();
        let scale = (room / total).min(1.0);
        let mut x = self.setup.left() + if table.ruled { (room - total * scale) / 2.0 } else { 0.0 };
        let mut edges = vec![x];
        for width in &table.widths {
            x += width * MM * scale;
            edges.push(x);
        }
        let pad = if table.ruled { PAD } else { (0.0, 0.0) };
        Form { edges, aligns: &table.aligns, pad, ruled: table.ruled }
    }

    /// One row as strips no higher than `room` points: a cell longer than a page goes on overleaf.
    /// `topped` also draws the rule above.
    fn strips(&mut self, row: &TableRow, form: &Form<'_>, kind: RowKind, room: f32, topped: bool) -> Vec<Strip> {
        let line_height = self.style.line_height();
        let most = ((room - 2.0 * form.pad.1) / line_height).floor().clamp(1.0, 10_000.0) as usize;
        let mut cells: Vec<Vec<Line>> = Vec::with_capacity(row.len());
        for (column, cell) in row.iter().enumerate() {
            let align = if kind == RowKind::Body { form.aligns[column] } else { Align::Center };
            cells.push(self.cell(cell, form.text_width(column), align, kind == RowKind::Titles));
        }
        let longest = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let part = |from: usize| -> Vec<&[Line]> { cells.iter().map(|lines| slice(lines, from, most)).collect() };
        (0..longest).step_by(most).map(|from| self.strip(&part(from), form, kind, topped)).collect()
    }

    fn cell(&mut self, cell: &[Runs], width: f32, align: Align, bold: bool) -> Vec<Line> {
        let mut lines = Vec::new();
        for runs in cell {
            let mut broken = self.break_lines(runs, width, align, bold);
            if broken.is_empty() && cell.len() > 1 {
                broken.push(Line { x: 0.0, pieces: Vec::new() });
            }
            lines.append(&mut broken);
        }
        lines
    }

    fn strip(&self, cells: &[&[Line]], form: &Form<'_>, kind: RowKind, topped: bool) -> Strip {
        let (line_height, baseline, size) = (self.style.line_height(), self.baseline(self.style), self.style.size);
        let count = cells.iter().map(|lines| lines.len()).max().unwrap_or(0).max(1);
        let height = count as f32 * line_height + 2.0 * form.pad.1;
        let mut items = Vec::new();
        for (column, lines) in cells.iter().enumerate() {
            let top = match kind {
                RowKind::Body => form.pad.1,
                RowKind::Titles | RowKind::Numbers => (height - lines.len() as f32 * line_height) / 2.0,
            };
            for (at, line) in lines.iter().enumerate() {
                let x = form.edges[column] + form.pad.0 + line.x;
                let y = top + at as f32 * line_height + baseline;
                items.push(Item::Text { x, y, size, pieces: line.pieces.clone() });
            }
        }
        if form.ruled {
            items.extend(rules(&form.edges, height, topped));
        }
        (height, items)
    }
}

fn rules(edges: &[f32], height: f32, topped: bool) -> Vec<Item> {
    let (left, right) = (edges[0], edges[edges.len() - 1]);
    let level = |y: f32| Item::Rule { from: (left, y), to: (right, y) };
    let mut rules: Vec<Item> = edges.iter().map(|&x| Item::Rule { from: (x, 0.0), to: (x, height) }).collect();
    rules.push(level(height));
    if topped {
        rules.push(level(0.0));
    }
    rules
}

fn is_number_row(row: &TableRow) -> bool {
    let is_number = |run: &Run| run.text.trim().bytes().all(|b| b.is_ascii_digit());
    row.iter().all(|cell| !cell.is_empty() && cell.iter().flatten().all(is_number))
}

fn slice(lines: &[Line], from: usize, most: usize) -> &[Line] {
    &lines[from.min(lines.len())..(from + most).min(lines.len())]
}
