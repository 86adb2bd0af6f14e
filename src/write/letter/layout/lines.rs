//! Runs to lines: where lines break, and how they fill their width.

use std::collections::VecDeque;
use std::rc::Rc;

use super::{Fault, Piece, Setter};
use crate::write::letter::naskah::{Align, Run};
use crate::write::letter::text::{FaceId, Style, Word, face_id};

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

/// Pieces between which no line breaks, and the width of the space after them (in em; 0: none).
#[derive(Clone, Debug)]
struct Atom {
    pieces: Vec<(Rc<Word>, FaceId, bool)>,
    width: f32,
    space: f32,
    /// Whether the text holds no-break spaces: it must not be cut.
    whole: bool,
}

impl Setter<'_> {
    /// Breaks runs into lines of at most `width` points. Justified text is broken so that its spaces stay as even
    /// as can be over the paragraph; other text line by line.
    pub(super) fn break_lines(&mut self, runs: &[Run], width: f32, align: Align, bold: bool) -> Vec<Line> {
        let size = self.style.size;
        let room = width / size;
        let atoms = self.atoms(runs, bold);
        let atoms = self.cut_overlong(atoms, room);
        let ends = match align {
            Align::Justify => even_breaks(&atoms, room),
            Align::Left | Align::Center | Align::Right => greedy_breaks(&atoms, room),
        };
        let mut start = 0;
        let mut lines = Vec::with_capacity(ends.len());
        for (at, &end) in ends.iter().enumerate() {
            let stretch = align == Align::Justify && at + 1 < ends.len();
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

    /// Text between possible line breaks, shaped.
    fn atoms(&mut self, runs: &[Run], bold: bool) -> Vec<Atom> {
        let text: String = runs.iter().map(|run| run.text.as_str()).collect();
        let mut borders = Vec::with_capacity(runs.len());
        let mut end = 0;
        for run in runs {
            end += run.text.len();
            borders.push((end, run.style));
        }
        let mut atoms: Vec<Atom> = Vec::new();
        let (mut start, mut run) = (0, 0);
        for (stop, _) in unicode_linebreak::linebreaks(&text) {
            let mut atom = Atom { pieces: Vec::new(), width: 0.0, space: 0.0, whole: false };
            let printed_end = start + text[start..stop].trim_end_matches(' ').len();
            let mut at = start;
            while at < printed_end {
                while borders[run].0 <= at {
                    run += 1;
                }
                let (border, style) = borders[run];
                let piece_end = border.min(printed_end);
                self.add_piece(&mut atom, &text[at..piece_end], style, bold);
                at = piece_end;
            }
            if printed_end < stop {
                let face = atom.pieces.last().map_or(face_id(self.style.family, Style::default()), |piece| piece.1);
                atom.space = self.shaper.space(face).1 as f32 / 1000.0;
            }
            match atoms.last_mut() {
                Some(last) if atom.pieces.is_empty() => last.space = last.space.max(atom.space),
                None if atom.pieces.is_empty() => {}
                _ => atoms.push(atom),
            }
            start = stop;
        }
        atoms
    }

    fn add_piece(&mut self, atom: &mut Atom, text: &str, style: Style, bold: bool) {
        let face = face_id(self.style.family, Style { bold: style.bold || bold, ..style });
        let word = self.shaper.word(face, text);
        if let Some(c) = word.missing {
            let font = self.shaper.faces[face].name;
            self.faults.push(Fault::MissingGlyph { c, word: text.to_string(), font });
        }
        atom.width += word.width;
        atom.whole |= text.contains('\u{a0}');
        atom.pieces.push((word, face, style.underline));
    }

    /// Cuts what is wider than its column (an e-mail address in a narrow cell) where it must be, so that nothing is
    /// lost; what must stay whole is a fault instead.
    fn cut_overlong(&mut self, atoms: Vec<Atom>, room: f32) -> Vec<Atom> {
        let mut out = Vec::with_capacity(atoms.len());
        let mut queue = VecDeque::from(atoms);
        while let Some(atom) = queue.pop_front() {
            if atom.width <= room + 0.001 {
                out.push(atom);
                continue;
            }
            if atom.whole {
                let text = atom.pieces.iter().map(|piece| &*piece.0.text).collect();
                self.faults.push(Fault::TooNarrow { text });
                out.push(atom);
                continue;
            }
            if atom.pieces.len() > 1 {
                for part in split_pieces(atom).into_iter().rev() {
                    queue.push_front(part);
                }
                continue;
            }
            match self.cut_word(&atom, room) {
                Some((head, tail)) => {
                    out.push(head);
                    queue.push_front(tail);
                }
                None => out.push(atom),
            }
        }
        out
    }

    fn cut_word(&mut self, atom: &Atom, room: f32) -> Option<(Atom, Atom)> {
        let (word, face, underline) = atom.pieces.first()?.clone();
        let (mut used, mut count) = (0.0, 0);
        for glyph in &word.glyphs {
            used += self.shaper.faces[face].width_1000(glyph.id) as f32 / 1000.0;
            if used > room && count > 0 {
                break;
            }
            count += 1;
        }
        let cut = word.text.char_indices().nth(count)?.0;
        let mut part = |text: &str, space| {
            let word = self.shaper.word(face, text);
            Atom { width: word.width, pieces: vec![(word, face, underline)], space, whole: false }
        };
        Some((part(&word.text[..cut], 0.0), part(&word.text[cut..], atom.space)))
    }
}

fn split_pieces(atom: Atom) -> Vec<Atom> {
    let last = atom.pieces.len() - 1;
    let part = |(at, piece): (usize, (Rc<Word>, FaceId, bool))| Atom {
        width: piece.0.width,
        pieces: vec![piece],
        space: if at == last { atom.space } else { 0.0 },
        whole: false,
    };
    atom.pieces.into_iter().enumerate().map(part).collect()
}

/// Ends of lines that are each filled as far as possible.
fn greedy_breaks(atoms: &[Atom], room: f32) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut x = 0.0;
    for (at, atom) in atoms.iter().enumerate() {
        if x > 0.0 && x + atom.width > room + 0.001 {
            ends.push(at);
            x = 0.0;
        }
        x += atom.width + atom.space;
    }
    if !atoms.is_empty() {
        ends.push(atoms.len());
    }
    ends
}

/// What a very short last line costs, in cubed stretches of spaces.
const SHORT_END: f32 = 1.0;

/// Ends of lines whose spaces are stretched least: the sum over all lines but the last of the cubed stretch is
/// smallest (after Knuth and Plass, "Breaking paragraphs into lines", 1981, without shrinking or hyphenation).
fn even_breaks(atoms: &[Atom], room: f32) -> Vec<usize> {
    // best[i]: cost of the best way to break everything before atom i, and where its last line begins.
    let mut best: Vec<(f32, usize)> = vec![(f32::INFINITY, 0); atoms.len() + 1];
    best[0].0 = 0.0;
    for start in 0..atoms.len() {
        let before = best[start].0;
        let (mut natural, mut spaces) = (0.0, 0.0);
        for end in start + 1..=atoms.len() {
            let atom = &atoms[end - 1];
            if end > start + 1 {
                natural += atoms[end - 2].space;
                spaces += atoms[end - 2].space;
            }
            natural += atom.width;
            if natural > room + 0.001 && end > start + 1 {
                break;
            }
            let last = end == atoms.len();
            let stretch = (room - natural).max(0.0) / if spaces > 0.0 { spaces } else { 0.1 };
            let cost = before
                + match last {
                    false => stretch.powi(3),
                    // A last line of one short word looks lost.
                    true if start > 0 && natural < room * 0.12 => SHORT_END,
                    true => 0.0,
                };
            if cost < best[end].0 {
                best[end] = (cost, start);
            }
        }
    }
    let mut ends = Vec::new();
    let mut at = atoms.len();
    while at > 0 {
        ends.push(at);
        at = best[at].1;
    }
    ends.reverse();
    ends
}

/// Places the pieces of one line; `fill` stretches its spaces to that width.
fn set_line(atoms: &[Atom], size: f32, fill: Option<f32>) -> Line {
    let inner = &atoms[..atoms.len().saturating_sub(1)];
    let natural: f32 =
        atoms.iter().map(|atom| atom.width).sum::<f32>() + inner.iter().map(|atom| atom.space).sum::<f32>();
    let spaces = inner.iter().filter(|atom| atom.space > 0.0).count();
    let slack = fill.map_or(0.0, |width| (width - natural * size).max(0.0));
    let extra = if spaces > 0 { slack / spaces as f32 } else { 0.0 };
    let mut pieces = Vec::new();
    let mut x = 0.0;
    for (at, atom) in atoms.iter().enumerate() {
        let space = (at < inner.len() && atom.space > 0.0).then_some(atom.space * size + extra);
        let last = atom.pieces.len().saturating_sub(1);
        for (index, (word, face, underline)) in atom.pieces.iter().enumerate() {
            let space = space.filter(|_| index == last);
            pieces.push(Piece { word: word.clone(), face: *face, underline: *underline, x, space });
            x += word.width * size + space.unwrap_or(0.0);
        }
    }
    Line { x: 0.0, pieces }
}
