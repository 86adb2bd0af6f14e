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
#[derive(Clone, Debug, Default)]
struct Atom {
    pieces: Vec<(Rc<Word>, FaceId, bool)>,
    width: f32,
    space: f32,
    /// Whether the text holds no-break spaces or is as long a number as an NIP: it must not be cut.
    whole: bool,
    /// Room before it, part of the width: the indent of a first line.
    indent: f32,
}

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
            let mut atom = Atom::default();
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
            self.fault(Fault::MissingGlyph { c, word: text.to_string(), font });
        }
        atom.width += word.width;
        atom.whole |= text.contains('\u{a0}') || is_long_number(text);
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
                self.fault(Fault::TooNarrow { text });
                out.push(atom);
                continue;
            }
            if atom.pieces.len() > 1 {
                for part in split_pieces(atom).into_iter().rev() {
                    queue.push_front(part);
                }
                continue;
            }
            out.extend(self.cut_word(&atom, room));
        }
        out
    }

    /// A word of one piece in parts that each fit, cut in one pass whatever its length.
    fn cut_word(&mut self, atom: &Atom, room: f32) -> Vec<Atom> {
        let Some((word, face, underline)) = atom.pieces.first().cloned() else { return Vec::new() };
        let (mut cuts, mut used) = (vec![0], 0.0);
        for ((at, _), glyph) in word.text.char_indices().zip(&word.glyphs) {
            let width = self.shaper.faces[face].width_1000(glyph.id) as f32 / 1000.0;
            if used + width > room && used > 0.0 {
                cuts.push(at);
                used = 0.0;
            }
            used += width;
        }
        cuts.push(word.text.len());
        let last = cuts.len() - 2;
        let mut part = |(at, ends): (usize, &[usize])| {
            let word = self.shaper.word(face, &word.text[ends[0]..ends[1]]);
            let space = if at == last { atom.space } else { 0.0 };
            Atom { width: word.width, pieces: vec![(word, face, underline)], space, ..Atom::default() }
        };
        cuts.windows(2).enumerate().map(&mut part).collect()
    }
}

/// As many digits as an NIP has, without anything between.
fn is_long_number(text: &str) -> bool {
    const NIP_DIGITS: usize = 18;
    text.len() >= NIP_DIGITS
        && text
            .as_bytes()
            .chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit())
            .any(|part| part.len() == NIP_DIGITS && part[0].is_ascii_digit())
}

fn split_pieces(atom: Atom) -> Vec<Atom> {
    let last = atom.pieces.len() - 1;
    let part = |(at, piece): (usize, (Rc<Word>, FaceId, bool))| Atom {
        width: piece.0.width,
        pieces: vec![piece],
        space: if at == last { atom.space } else { 0.0 },
        ..Atom::default()
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

/// No space of a justified line is stretched by more than this, in sizes.
const WIDEST_SPACE: f32 = 1.8;

/// Places the pieces of one line; `fill` stretches its spaces to that width.
fn set_line(atoms: &[Atom], size: f32, fill: Option<f32>) -> Line {
    let inner = &atoms[..atoms.len().saturating_sub(1)];
    let natural: f32 =
        atoms.iter().map(|atom| atom.width).sum::<f32>() + inner.iter().map(|atom| atom.space).sum::<f32>();
    let spaces = inner.iter().filter(|atom| atom.space > 0.0).count();
    let slack = fill.map_or(0.0, |width| (width - natural * size).max(0.0));
    let extra = if spaces > 0 { slack / spaces as f32 } else { 0.0 };
    // Four words torn apart over a whole line read worse than a ragged end.
    let extra = if extra > WIDEST_SPACE * size { 0.0 } else { extra };
    let mut pieces = Vec::new();
    let mut x = 0.0;
    for (at, atom) in atoms.iter().enumerate() {
        x += atom.indent * size;
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
