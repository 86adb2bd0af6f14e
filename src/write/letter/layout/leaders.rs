//! Lines with leaders: what fills the room between a word and what stands at the right end.

use super::lines::Line;
use super::{MM, Piece, Setter};
use crate::write::letter::naskah::{Align, Leader, Run};
use crate::write::letter::text::{Style, face_id};

/// Least width of a leader, and the white beside it, in sizes.
const LEAST: f32 = 1.5;
const BESIDE: f32 = 0.25;

impl Setter<'_> {
    /// One line where all parts fit; else the first part is broken like text, and what is after a leader that has no
    /// room goes on a line of its own.
    pub(super) fn leader_lines(&mut self, runs: &[Run], width: f32, bold: bool) -> Vec<Line> {
        let parts: Vec<&[Run]> = runs.split(|run| run.leader.is_some()).collect();
        let leaders: Vec<Leader> = runs.iter().filter_map(|run| run.leader).collect();
        let mut lines = self.break_lines(parts[0], width, Align::Left, bold);
        let mut line = lines.pop().unwrap_or(Line { x: 0.0, pieces: Vec::new() });
        let mut x = line.width(self.style.size);
        for (at, leader) in leaders.iter().enumerate() {
            let mut after = self.break_lines(parts[at + 1], width, Align::Left, bold).into_iter();
            let next = after.next().unwrap_or(Line { x: 0.0, pieces: Vec::new() });
            let rest = next.width(self.style.size) + self.natural_width(&parts[at + 2..], bold);
            let least = LEAST * self.style.size;
            if x > 0.0 && x + least + rest > width {
                lines.push(std::mem::replace(&mut line, Line { x: 0.0, pieces: Vec::new() }));
                x = 0.0;
            }
            let open = leaders[at..].iter().filter(|leader| leader.stop.is_none()).count().max(1);
            let end = match leader.stop {
                Some(mm) => (mm * MM).min(width - rest),
                None => x + (width - x - rest) / open as f32,
            };
            self.fill(&mut line, x, end.max(x), leader.sign, !next.pieces.is_empty());
            x = end.max(x);
            line.pieces.extend(next.pieces.into_iter().map(|piece| Piece { x: piece.x + x, ..piece }));
            x += next.x + last_width(&line, x, self.style.size);
            // Only a part too long for a line has more of them.
            for more in after {
                lines.push(std::mem::replace(&mut line, more));
                x = line.width(self.style.size);
            }
        }
        lines.push(line);
        lines
    }

    fn natural_width(&mut self, parts: &[&[Run]], bold: bool) -> f32 {
        let size = self.style.size;
        let mut total = 0.0;
        for part in parts {
            let lines = self.break_lines(part, f32::INFINITY, Align::Left, bold);
            total += lines.iter().map(|line| line.width(size)).sum::<f32>();
        }
        total
    }

    /// Signs from `from` to `to`, set against the right, so that those of several lines stand below each other.
    fn fill(&mut self, line: &mut Line, from: f32, to: f32, sign: Option<char>, followed: bool) {
        let size = self.style.size;
        let Some(sign) = sign else {
            if let Some(last) = line.pieces.last_mut() {
                last.space = Some(to - from);
            }
            return;
        };
        let face = line.pieces.last().map_or(face_id(self.style.family, Style::default()), |piece| piece.face);
        let beside = BESIDE * size;
        let tail = if followed { beside } else { 0.0 };
        let lead = if line.pieces.is_empty() { 0.0 } else { beside };
        let one = self.shaper.word(face, &sign.to_string()).width * size;
        let count = ((to - from - lead - tail) / one).floor().max(0.0) as usize;
        if count == 0 {
            return;
        }
        let word = self.shaper.word(face, &sign.to_string().repeat(count));
        let x = to - tail - word.width * size;
        if let Some(last) = line.pieces.last_mut() {
            last.space = Some(x - from);
        }
        line.pieces.push(Piece { word, face, underline: false, x, space: followed.then_some(tail) });
    }
}

/// How far beyond `x` the line reaches.
fn last_width(line: &Line, x: f32, size: f32) -> f32 {
    (line.width(size) - x).max(0.0)
}
