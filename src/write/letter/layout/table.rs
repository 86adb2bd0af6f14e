//! Tables: columns of fixed width, wrapped and joined cells, and a header that comes again on each page.

use std::rc::Rc;

use super::lines::Line;
use super::pages::Row;
use super::{Item, Setter};
use crate::write::letter::naskah::{Align, Cell, Run, Runs, Table, TableRow};

/// Space between rule and text of a ruled table.
const PAD: (f32, f32) = (3.0, 2.0);
/// Line height of ruled cells over their size: tighter than running text.
const LEADING: f32 = 1.15;
/// Least white between columns that no rule parts.
const GUTTER: f32 = 9.0;
/// Thickness of rules.
const RULE: f32 = 0.5;

/// The header of a table, ready to be drawn again.
#[derive(Debug)]
pub struct Head {
    pub height: f32,
    pub items: Vec<Item>,
}

/// The shape that all rows of a table share.
struct Form<'a> {
    /// Edges of the columns from the left edge of the paper, first and last included.
    edges: Vec<f32>,
    aligns: &'a [Align],
    /// Space at the sides and above and below; nothing without rules.
    pad: (f32, f32),
    ruled: bool,
}

/// A cell as it is drawn: its first column, and its lines.
struct CellBox {
    first: usize,
    lines: Vec<Line>,
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
        let pad = if table.ruled { PAD } else { (0.0, 0.0) };
        let columns = self.table_columns(table, pad.0);
        let form = self.form(table, &columns.widths, pad);
        let size = self.style.size;
        self.style.size = size * columns.head;
        let head = Rc::new(self.head(&table.head, &form));
        self.style.size = size * columns.body;
        let room = self.setup.content_height() - head.height;
        let mut rows: Vec<Row> = Vec::new();
        // The header is first drawn as a row that stays with the first row of the body.
        if !table.head.is_empty() {
            rows.push(Row { height: head.height, keep: true, items: head.items.clone(), ..Row::default() });
        }
        let count = table.rows.len();
        for (at, row) in table.rows.iter().enumerate() {
            for (height, items) in self.strips(row, &form, room, at == 0 && table.head.is_empty()) {
                // Two rows at either end of a ruled table stay together, and all rows of text side by side.
                let keep = if table.ruled { at == 0 || at + 2 == count } else { at + 1 < count };
                rows.push(Row { height, keep, items, table: Some(head.clone()), ..Row::default() });
            }
        }
        if let Some(first) = rows.first_mut() {
            first.before = std::mem::take(&mut self.gap);
        }
        self.rows.append(&mut rows);
        self.style = style;
    }

    /// Columns centred between the margins, or from the left one without rules.
    fn form<'t>(&self, table: &'t Table, widths: &[f32], pad: (f32, f32)) -> Form<'t> {
        let total: f32 = widths.iter().sum();
        let mut x = self.setup.left() + if table.ruled { (self.setup.content_width() - total) / 2.0 } else { 0.0 };
        let mut edges = vec![x];
        for width in widths {
            x += width;
            edges.push(x);
        }
        Form { edges, aligns: &table.aligns, pad, ruled: table.ruled }
    }

    /// One row of the body as strips no higher than `room` points: a cell longer than a page goes on overleaf.
    /// `topped` also draws the rule above.
    fn strips(&mut self, row: &TableRow, form: &Form<'_>, room: f32, topped: bool) -> Vec<(f32, Vec<Item>)> {
        let line_height = self.style.line_height();
        let most = ((room - 2.0 * form.pad.1) / line_height).floor().clamp(1.0, 10_000.0) as usize;
        let owners = owners(std::slice::from_ref(row));
        let boxes = self.boxes(row, &owners[0], form, RowKind::Body);
        let longest = boxes.iter().map(|cell| cell.lines.len()).max().unwrap_or(0).max(1);
        let strip = |from: usize| {
            let count = (longest - from).min(most);
            let height = count as f32 * line_height + 2.0 * form.pad.1;
            let mut items = Vec::new();
            for cell in &boxes {
                let lines = &cell.lines[from.min(cell.lines.len())..(from + most).min(cell.lines.len())];
                self.draw_lines(lines, form.edges[cell.first] + form.pad.0, form.pad.1, &mut items);
            }
            if form.ruled {
                items.extend(upright_rules(&owners[0], form, 0.0, height));
                items.push(level_rule(form, 0, owners[0].len(), height));
                items.extend(topped.then(|| level_rule(form, 0, owners[0].len(), 0.0)));
            }
            (height, items)
        };
        (0..longest).step_by(most).map(strip).collect()
    }

    /// All rows of the header as one piece, since its cells may be joined across them.
    fn head(&mut self, rows: &[TableRow], form: &Form<'_>) -> Head {
        let owners = owners(rows);
        let mut boxes: Vec<(usize, RowKind, CellBox)> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let kind = if is_number_row(row) { RowKind::Numbers } else { RowKind::Titles };
            let in_row: Vec<Owner> =
                owners[at].iter().map(|&owner| if owner.0 == at { owner } else { (usize::MAX, 0) }).collect();
            boxes.extend(self.boxes(row, &in_row, form, kind).into_iter().map(|cell| (at, kind, cell)));
        }
        // The last row that a joined cell reaches; its own where it is not joined.
        let reach = |at: usize, first: usize| {
            (at..rows.len()).take_while(|&row| owners[row][first] == (at, first)).last().unwrap_or(at)
        };
        let line_height = self.style.line_height();
        let mut heights = vec![0.0f32; rows.len()];
        for pass_joined in [false, true] {
            for (at, _, cell) in &boxes {
                let last = reach(*at, cell.first);
                if (last > *at) == pass_joined {
                    let needed = cell.lines.len().max(1) as f32 * line_height + 2.0 * form.pad.1;
                    let others: f32 = heights[*at..last].iter().sum();
                    heights[last] = heights[last].max(needed - others);
                }
            }
        }
        let tops: Vec<f32> = heights.iter().scan(0.0, |y, height| Some(std::mem::replace(y, *y + height))).collect();
        let mut items = Vec::new();
        for (at, _, cell) in &boxes {
            let last = reach(*at, cell.first);
            let height = tops[last] + heights[last] - tops[*at];
            let top = tops[*at] + (height - cell.lines.len() as f32 * line_height) / 2.0;
            self.draw_lines(&cell.lines, form.edges[cell.first] + form.pad.0, top, &mut items);
        }
        let height = heights.iter().sum();
        if form.ruled && !rows.is_empty() {
            items.extend(head_rules(&owners, form, &tops, height));
        }
        Head { height, items }
    }

    /// The cells of a row that begin in it, broken into lines over all columns they cover.
    fn boxes(&mut self, row: &TableRow, owners: &[Owner], form: &Form<'_>, kind: RowKind) -> Vec<CellBox> {
        let mut boxes = Vec::with_capacity(row.len());
        for (first, cell) in row.iter().enumerate() {
            let Cell::Text(text) = cell else { continue };
            let covered = owners[first..].iter().take_while(|&&owner| owner == owners[first]).count();
            let last = first + covered.max(1) - 1;
            let gutter = if form.ruled || last + 1 == row.len() { 0.0 } else { GUTTER };
            let width = form.edges[last + 1] - form.edges[first] - 2.0 * form.pad.0 - gutter;
            let align = if kind == RowKind::Body { form.aligns[first] } else { Align::Center };
            boxes.push(CellBox { first, lines: self.cell(text, width, align, kind == RowKind::Titles) });
        }
        boxes
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

    fn draw_lines(&self, lines: &[Line], left: f32, top: f32, items: &mut Vec<Item>) {
        let (line_height, baseline, size) = (self.style.line_height(), self.baseline(self.style), self.style.size);
        for (at, line) in lines.iter().enumerate() {
            let y = top + at as f32 * line_height + baseline;
            items.push(Item::Text { x: left + line.x, y, size, pieces: line.pieces.clone() });
        }
    }
}

/// Row and column of the cell that a place of the table belongs to.
type Owner = (usize, usize);

fn owners(rows: &[TableRow]) -> Vec<Vec<Owner>> {
    let mut owners: Vec<Vec<Owner>> = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        let mut own: Vec<Owner> = Vec::with_capacity(row.len());
        for (column, cell) in row.iter().enumerate() {
            own.push(match cell {
                Cell::Left if column > 0 => own[column - 1],
                Cell::Above if at > 0 => owners[at - 1][column],
                Cell::Text(_) | Cell::Left | Cell::Above => (at, column),
            });
        }
        owners.push(own);
    }
    owners
}

/// Upright rules beside every cell of a row.
fn upright_rules<'f>(
    owners: &'f [Owner],
    form: &'f Form<'_>,
    top: f32,
    bottom: f32,
) -> impl Iterator<Item = Item> + 'f {
    let edges =
        (0..=owners.len()).filter(|&edge| edge == 0 || edge == owners.len() || owners[edge] != owners[edge - 1]);
    edges.map(move |edge| Item::Rule { from: (form.edges[edge], top), to: (form.edges[edge], bottom), thick: RULE })
}

/// A level rule over the columns from `first` up to `end`.
fn level_rule(form: &Form<'_>, first: usize, end: usize, y: f32) -> Item {
    Item::Rule { from: (form.edges[first], y), to: (form.edges[end], y), thick: RULE }
}

/// Rules around and between the cells of a header, none through joined ones.
fn head_rules(owners: &[Vec<Owner>], form: &Form<'_>, tops: &[f32], height: f32) -> Vec<Item> {
    let columns = owners[0].len();
    let mut rules = vec![level_rule(form, 0, columns, 0.0), level_rule(form, 0, columns, height)];
    for (at, row) in owners.iter().enumerate() {
        let bottom = tops.get(at + 1).copied().unwrap_or(height);
        rules.extend(upright_rules(row, form, tops[at], bottom));
        let Some(below) = owners.get(at + 1) else { continue };
        let mut column = 0;
        while column < columns {
            let end = (column..columns).find(|&c| below[c] == row[c]).unwrap_or(columns);
            if end > column {
                rules.push(level_rule(form, column, end, bottom));
            }
            column = end + 1;
        }
    }
    rules
}

fn is_number_row(row: &TableRow) -> bool {
    let is_number = |run: &Run| run.text.trim().bytes().all(|b| b.is_ascii_digit());
    let all_numbers = |lines: &Vec<Runs>| !lines.is_empty() && lines.iter().flatten().all(is_number);
    row.iter().all(|cell| matches!(cell, Cell::Text(lines) if all_numbers(lines)))
}
