//! Runs to lines: how they fill their width.

use super::atoms::Atom;
use super::breaks::{even_breaks, greedy_breaks};
use super::{Piece, Setter};
use crate::write::letter::naskah::{Align, Run};

/// A line of placed pieces; `x` is its distance from the left end of the column.
#[derive(Clone, Debug)]
pub struct Line {
    pub x: f32,
    pub pieces: Vec<Piece>,
}

impl Line {
    pub fn width(&self, size: f32) -> f32 {
        self.pieces.last().map_or(0.0, |piece| piece.x + piece.word.width * size)
    }
}

/// No space of a justified line is stretched by more than this, in sizes: four words torn apart over a whole line read
/// worse than a ragged end.
const WIDEST_SPACE: f32 = 1.8;
/// A paragraph of so few lines is set ragged as a whole where one of them would be torn apart.
const SHORT: usize = 5;

impl Setter<'_> {
    /// Breaks runs into lines of at most `width` points. Justified text is broken so that its spaces stay as even
    /// as can be over the paragraph; other text line by line.
    pub(super) fn break_lines(&mut self, runs: &[Run], width: f32, align: Align, bold: bool) -> Vec<Line> {
        if runs.iter().any(|run| run.leader.is_some()) {
            return self.leader_lines(runs, width, bold);
        }
        self.indented_lines(runs, width, 0.0, align, bold)
    }

    /// The same with the first line indented by so many points.
    pub(super) fn indented_lines(
        &mut self,
        runs: &[Run],
        width: f32,
        first: f32,
        align: Align,
        bold: bool,
    ) -> Vec<Line> {
        let size = self.style.size;
        let room = width / size;
        let atoms = self.atoms(runs, bold);
        let mut atoms = self.cut_overlong(atoms, room);
        if first > 0.0 && !atoms.is_empty() {
            let indent = first.min(width / 2.0) / size;
            // A piece of nothing that no line breaks after.
            atoms[0].width += indent;
            atoms[0].indent = indent;
        }
        let even = if align == Align::Justify { even_breaks(&atoms, room) } else { Vec::new() };
        let justified = align == Align::Justify && !(even.len() <= SHORT && any_torn(&atoms, &even, room));
        let ends = if justified { even } else { greedy_breaks(&atoms, room) };
        let mut start = 0;
        let mut lines = Vec::with_capacity(ends.len());
        for (at, &end) in ends.iter().enumerate() {
            let stretch = justified && at + 1 < ends.len();
            let mut line = set_line(&atoms[start..end], size, stretch.then_some(width));
            let slack = width - line.width(size);
            line.x = match align {
                Align::Center => slack / 2.0,
                Align::Right => slack,
                Align::Left | Align::Justify => 0.0,
            };
            lines.push(line);
            start = end;
        }
        lines
    }
}

/// Whether a line before the last would need spaces wider than [`WIDEST_SPACE`].
fn any_torn(atoms: &[Atom], ends: &[usize], room: f32) -> bool {
    let mut start = 0;
    ends.iter().take(ends.len().saturating_sub(1)).any(|&end| {
        let line = &atoms[std::mem::replace(&mut start, end)..end];
        extra_space(line, room) > WIDEST_SPACE
    })
}

/// By how much each space of a line must be wider to fill the room, all in em.
fn extra_space(line: &[Atom], room: f32) -> f32 {
    let inner = &line[..line.len().saturating_sub(1)];
    let natural: f32 =
        line.iter().map(|atom| atom.width).sum::<f32>() + inner.iter().map(|atom| atom.space).sum::<f32>();
    let between = inner.iter().filter(|atom| atom.space > 0.0).count();
    let within = line.iter().flat_map(|atom| &atom.parts).filter(|part| part.space > 0.0).count();
    match between + within {
        0 => 0.0,
        spaces => (room - natural).max(0.0) / spaces as f32,
    }
}

/// Places the pieces of one line; `fill` stretches its spaces to that width.
fn set_line(atoms: &[Atom], size: f32, fill: Option<f32>) -> Line {
    let extra = fill.map_or(0.0, |width| extra_space(atoms, width / size));
    let extra = if extra > WIDEST_SPACE { 0.0 } else { extra };
    let mut pieces = Vec::new();
    let mut x = 0.0;
    for (at, atom) in atoms.iter().enumerate() {
        x += atom.indent * size;
        let after = if at + 1 < atoms.len() { atom.space } else { 0.0 };
        let last = atom.parts.len().saturating_sub(1);
        for (index, part) in atom.parts.iter().enumerate() {
            let natural = if index == last { after } else { part.space };
            let space = (natural > 0.0).then_some((natural + extra) * size);
            let (word, face, underline) = (part.word.clone(), part.face, part.underline);
            pieces.push(Piece { word, face, underline, x, space });
            x += part.word.width * size + space.unwrap_or(0.0);
        }
    }
    Line { x: 0.0, pieces }
}
