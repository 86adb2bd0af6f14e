//! Lines to rows of the flow, and which rows stay together.

use super::lines::Line;
use super::pages::Row;
use super::setter::{Setter, TextStyle};
use super::{Fault, Item, MM};
use crate::write::letter::naskah::{Align, Lines, LinesPlace, Runs, Together};
use crate::write::letter::text::{Family, Style, face_id};

impl Setter<'_> {
    pub(super) fn lines(&mut self, block: &Lines) {
        let (indent, together) = match block.place {
            LinesPlace::Whole => (0.0, false),
            LinesPlace::RightOf(mm) => (mm * MM, true),
        };
        if together {
            self.keep_two_lines_with_next();
        }
        // Headings stay with what they head. A signature is never torn apart, and what follows it – the Tembusan – does
        // not go to a page of its own without it.
        let keep = together || block.align == Align::Center;
        for line in &block.lines {
            match line {
                None => self.gap += self.blank_line(together),
                Some(body) => {
                    let width = self.setup.content_width() - indent;
                    let lines = self.break_lines(body, width, block.align, false);
                    self.push_lines(lines, indent, Vec::new(), keep);
                }
            }
        }
    }

    /// A blank line; where a hand signs it does not become much smaller on a page that is set tight.
    fn blank_line(&self, signature: bool) -> f32 {
        const FOR_A_HAND: f32 = 0.8;
        let share = if signature { self.tight.gap.max(FOR_A_HAND) } else { self.tight.gap };
        self.style.line_height() * share
    }

    /// All rows between the two orders stay with the next.
    pub(super) fn together(&mut self, order: Together) {
        match order {
            Together::Ends => {
                let Some(from) = self.together_from.take() else { return };
                let last = self.rows.len().saturating_sub(1);
                self.rows.iter_mut().take(last).skip(from).for_each(|row| row.keep = true);
            }
            Together::Begins => self.together_from = Some(self.rows.len()),
            Together::BeginsClosing => {
                self.keep_two_lines_with_next();
                self.together_from = Some(self.rows.len());
            }
        }
    }

    /// A signature alone on a page could be glued to any text: at least two lines go before it, or a row of a table
    /// that has as many.
    pub(super) fn keep_two_lines_with_next(&mut self) {
        let line_height = self.style.line_height();
        let mut lines = 0;
        for row in self.rows.iter_mut().rev() {
            if lines >= 2 || row.forced {
                return;
            }
            row.keep = true;
            lines += match row.height {
                0.0 => 0,
                // Letters of a table are smaller.
                height => (height / line_height * 1.25).floor().max(1.0) as usize,
            };
        }
    }

    /// From the next page on; an empty text takes it away.
    pub(super) fn watermark(&mut self, text: &str) {
        let face = face_id(Family::LiberationSans, Style { bold: true, ..Style::default() });
        let word = self.shaper.word(face, text);
        if let Some(c) = word.missing {
            let font = self.shaper.faces[face].name;
            self.fault(Fault::MissingGlyph { c, word: text.to_string(), font });
        }
        self.setup.watermark = (!text.is_empty()).then_some((word, face));
    }

    /// Lines of one paragraph as rows; `first` stands beside the first line (label, marker).
    pub(super) fn push_lines(&mut self, lines: Vec<Line>, indent: f32, first: Vec<Item>, keep_all: bool) {
        let count = lines.len().max(1);
        let baseline = self.baseline(self.style);
        let mut items = first;
        let mut lines = lines.into_iter();
        for at in 0..count {
            if let Some(line) = lines.next() {
                let x = self.setup.left() + indent + line.x;
                items.push(Item::Text { x, y: baseline, size: self.style.size, pieces: line.pieces });
            }
            // Neither the first nor the last line of a paragraph stands alone on a page.
            let keep = keep_all || (count > 1 && (at == 0 || at + 2 == count));
            let before = std::mem::take(&mut self.gap);
            let height = self.style.line_height();
            self.rows.push(Row { height, before, keep, items: std::mem::take(&mut items), ..Row::default() });
        }
    }

    /// Distance from the top of a line to its baseline.
    pub fn baseline(&self, style: TextStyle) -> f32 {
        let face = &self.shaper.faces[face_id(style.family, Style::default())];
        let text_height = (face.ascent + face.descent) * style.size;
        (style.line_height() - text_height) / 2.0 + face.ascent * style.size
    }

    /// Width of a text on one line.
    pub fn text_width(&mut self, body: &Runs) -> f32 {
        let size = self.style.size;
        let lines = self.break_lines(body, f32::INFINITY, Align::Left, false);
        lines.iter().map(|line| line.width(size)).fold(0.0, f32::max)
    }

    /// A short text on one line, as an item at the baseline of a row.
    pub fn single(&mut self, body: &Runs, x: f32) -> Vec<Item> {
        let (y, size) = (self.baseline(self.style), self.style.size);
        let lines = self.break_lines(body, f32::INFINITY, Align::Left, false);
        let x = self.setup.left() + x;
        lines.into_iter().map(|line| Item::Text { x, y, size, pieces: line.pieces }).collect()
    }
}
