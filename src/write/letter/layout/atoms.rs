//! Text between two possible line breaks, shaped; and what is done with such text that is wider than its column.

use std::collections::VecDeque;
use std::rc::Rc;

use super::{Fault, Setter};
use crate::write::letter::naskah::{Run, Runs};
use crate::write::letter::text::{FaceId, Style, Word, face_id};

/// A word, or the part of one in one style. Widths are in em.
#[derive(Clone, Debug)]
pub struct Part {
    pub word: Rc<Word>,
    pub face: FaceId,
    pub underline: bool,
    /// The space between it and the next part, at which no line breaks (`Tingkat I`); 0: none.
    pub space: f32,
    /// Whether the text holds no-break spaces or is as long a number as an NIP: it must not be cut.
    pub whole: bool,
}

/// Parts between which no line breaks, and the width of the space after them (in em; 0: none).
#[derive(Clone, Debug, Default)]
pub struct Atom {
    pub parts: Vec<Part>,
    /// With the spaces between its parts.
    pub width: f32,
    pub space: f32,
    /// Room before it, part of the width: the indent of a first line.
    pub indent: f32,
}

impl Atom {
    fn of(mut parts: Vec<Part>, space: f32) -> Atom {
        let space = parts.last_mut().map_or(space, |last| std::mem::take(&mut last.space).max(space));
        let width = parts.iter().map(|part| part.word.width + part.space).sum();
        Atom { parts, width, space, indent: 0.0 }
    }

    /// Spaces between its parts: they stretch like all others.
    pub fn inner_space(&self) -> f32 {
        self.parts.iter().map(|part| part.space).sum()
    }
}

impl Setter<'_> {
    /// Text between possible line breaks, shaped.
    pub(super) fn atoms(&mut self, runs: &[Run], bold: bool) -> Vec<Atom> {
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
            let mut parts = Vec::new();
            let printed_end = start + text[start..stop].trim_end_matches(' ').len();
            let mut at = start;
            while at < printed_end {
                while borders[run].0 <= at {
                    run += 1;
                }
                let (border, style) = borders[run];
                let piece_end = border.min(printed_end);
                self.add_parts(&mut parts, &text[at..piece_end], style, bold);
                at = piece_end;
            }
            let face = parts.last().map_or(face_id(self.style.family, Style::default()), |part| part.face);
            let space = if printed_end < stop { self.space(face) } else { 0.0 };
            match atoms.last_mut() {
                Some(last) if parts.is_empty() => last.space = last.space.max(space),
                None if parts.is_empty() => {}
                _ => atoms.push(Atom::of(parts, space)),
            }
            start = stop;
        }
        atoms
    }

    /// Width of the space in em.
    fn space(&self, face: FaceId) -> f32 {
        self.shaper.space(face).1 as f32 / 1000.0
    }

    fn add_parts(&mut self, parts: &mut Vec<Part>, text: &str, style: Style, bold: bool) {
        let face = face_id(self.style.family, Style { bold: style.bold || bold, ..style });
        for piece in text.split_inclusive(' ') {
            let printed = piece.trim_end_matches(' ');
            if !printed.is_empty() {
                parts.push(self.part(face, printed, style.underline));
            }
            if printed.len() < piece.len() {
                let space = self.space(face);
                parts.last_mut().into_iter().for_each(|part| part.space = space);
            }
        }
    }

    fn part(&mut self, face: FaceId, text: &str, underline: bool) -> Part {
        let word = self.shaper.word(face, text);
        if let Some(c) = word.missing {
            let font = self.shaper.faces[face].name;
            self.fault(Fault::MissingGlyph { c, word: text.to_string(), font });
        }
        Part { word, face, underline, space: 0.0, whole: text.contains('\u{a0}') || is_long_number(text) }
    }

    /// Cuts what is wider than its column (an e-mail address in a narrow cell) where it must be, so that nothing is
    /// lost: first at the spaces within, then at changes of style, then anywhere. What must stay whole is a fault.
    pub(super) fn cut_overlong(&mut self, atoms: Vec<Atom>, room: f32) -> Vec<Atom> {
        let mut out = Vec::with_capacity(atoms.len());
        let mut queue = VecDeque::from(atoms);
        while let Some(atom) = queue.pop_front() {
            if atom.width <= room + 0.001 {
                out.push(atom);
                continue;
            }
            let spaced = atom.inner_space() > 0.0;
            if !spaced && atom.parts.iter().any(|part| part.whole) {
                let text = atom.parts.iter().map(|part| &*part.word.text).collect();
                self.fault(Fault::TooNarrow { text });
                out.push(atom);
            } else if spaced || atom.parts.len() > 1 {
                split(atom).into_iter().rev().for_each(|part| queue.push_front(part));
            } else {
                out.extend(self.cut_word(&atom, room));
            }
        }
        out
    }

    /// A word of one part in pieces that each fit, cut in one pass whatever its length.
    fn cut_word(&mut self, atom: &Atom, room: f32) -> Vec<Atom> {
        let Some(Part { word, face, underline, .. }) = atom.parts.first().cloned() else { return Vec::new() };
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
            let part = self.part(face, &word.text[ends[0]..ends[1]], underline);
            Atom::of(vec![part], if at == last { atom.space } else { 0.0 })
        };
        cuts.windows(2).enumerate().map(&mut part).collect()
    }

    /// Width of the widest text that no line breaks in, in em. Texts that surely fit into `enough` are not looked at.
    pub(super) fn longest_atom(&mut self, texts: &[Runs], bold: bool, enough: f32) -> f32 {
        /// No letter of our fonts is wider.
        const WIDEST: f32 = 1.0;
        let mut longest = 0.0f32;
        for runs in texts {
            let signs = |run: &Run| run.text.split(' ').map(str::len).max().unwrap_or(0);
            // Words that go on over several runs are as long as those runs together.
            let most = runs.iter().map(signs).sum::<usize>() as f32 * WIDEST;
            let glued = runs.iter().any(|run| run.text.contains(['\u{a0}', '\u{2060}']));
            if glued || most > enough {
                longest = self.atoms(runs, bold).iter().map(|atom| atom.width).fold(longest, f32::max);
            }
        }
        longest
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

/// At its inner spaces where it has any, else part by part.
fn split(atom: Atom) -> Vec<Atom> {
    let spaced = atom.inner_space() > 0.0;
    let count = atom.parts.len();
    let mut out: Vec<Atom> = Vec::new();
    let mut group = Vec::new();
    for (at, part) in atom.parts.into_iter().enumerate() {
        let (last, ends) = (at + 1 == count, part.space > 0.0 || !spaced);
        group.push(part);
        if last || ends {
            out.push(Atom::of(std::mem::take(&mut group), if last { atom.space } else { 0.0 }));
        }
    }
    out
}
