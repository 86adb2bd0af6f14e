//! What stands in the margins of every page: page numbers, texts at head and foot, a QR code.

use std::rc::Rc;

use super::{Item, MM, Page, Setter, TextStyle};
use crate::write::letter::naskah::{Align, JUMLAH, MarginText, PAGE, Run};
use crate::write::letter::text::Style;

/// Where texts stand in their margin: share of the margin between paper and baseline.
const HEAD_AT: f32 = 0.6;
const FOOT_AT: f32 = 0.45;

/// A text in a margin and the style it was asked for in.
#[derive(Clone, Debug)]
pub struct MarginLine {
    text: MarginText,
    style: TextStyle,
    /// Page numbers are kept apart from a text at the same place.
    is_number: bool,
}

impl Setter<'_> {
    /// `@nomor-halaman`: the number in the middle of the top margin.
    pub(super) fn page_numbers(&mut self, from: usize, format: &str) {
        let body = vec![Run { text: format.to_string(), style: Style::default(), leader: None }];
        let text = MarginText { foot: false, align: Align::Center, from, body };
        self.add_margin_line(MarginLine { text, style: self.style, is_number: true });
    }

    pub(super) fn margin_text(&mut self, text: &MarginText) {
        self.add_margin_line(MarginLine { text: text.clone(), style: self.style, is_number: false });
    }

    /// A later text takes the place of the one before; an empty one takes it away.
    fn add_margin_line(&mut self, line: MarginLine) {
        let place = |line: &MarginLine| (line.text.foot, line.text.align, line.is_number);
        self.setup.lines.retain(|known| place(known) != place(&line));
        if !line.text.body.is_empty() {
            self.setup.lines.push(line);
        }
    }

    /// All pages with their margins: only now is known how many there are.
    pub(super) fn finished_pages(&mut self) -> Vec<Page> {
        let mut pages = std::mem::take(&mut self.pages.done);
        let setups = std::mem::take(&mut self.pages.setups);
        let count = pages.len();
        for (at, (page, setup)) in pages.iter_mut().zip(setups).enumerate() {
            self.setup = Rc::unwrap_or_clone(setup);
            let lines = std::mem::take(&mut self.setup.lines);
            let (mut heads, mut feet) = (Vec::new(), Vec::new());
            for line in lines.iter().filter(|line| at + 1 >= line.text.from) {
                let items = self.margin_items(line, at + 1, count);
                if line.text.foot { feet.extend(items) } else { heads.extend(items) }
            }
            feet.extend(self.foot_qr());
            // The head is read first and the foot last, also by those who hear the letter.
            page.items.splice(0..0, heads);
            page.items.append(&mut feet);
        }
        pages
    }

    fn margin_items(&mut self, line: &MarginLine, number: usize, count: usize) -> Vec<Item> {
        let numbered = |run: &Run| {
            let text = run.text.replace(PAGE, &number.to_string()).replace(JUMLAH, &count.to_string());
            Run { text, ..run.clone() }
        };
        let body: Vec<Run> = line.text.body.iter().map(numbered).collect();
        let own = std::mem::replace(&mut self.style, line.style);
        // A text at the left of the foot stands beside a code in the corner.
        let corner = line.text.foot && line.text.align == Align::Left;
        let aside = self.setup.qr.as_ref().filter(|_| corner).map_or(0.0, |(_, side)| side + 3.0 * MM);
        let lines = self.break_lines(&body, self.setup.content_width() - aside, line.text.align, false);
        let (left, size, step) = (self.setup.left() + aside, self.style.size, self.style.line_height());
        self.style = own;
        let [top, _, bottom, _] = self.setup.margin;
        let mut y = if line.text.foot { self.setup.size.1 - bottom * (1.0 - FOOT_AT) } else { top * HEAD_AT };
        if line.text.foot {
            // Several lines are centred about where one would stand.
            y -= (lines.len().saturating_sub(1)) as f32 * step / 2.0;
        }
        let place = |(at, line): (usize, super::lines::Line)| Item::Text {
            x: left + line.x,
            y: y + at as f32 * step,
            size,
            pieces: line.pieces,
        };
        lines.into_iter().enumerate().map(place).collect()
    }

    fn foot_qr(&self) -> Option<Item> {
        let (code, side) = self.setup.qr.as_ref()?;
        let bottom = self.setup.margin[2];
        // In the middle of the margin, but never off the paper.
        let below = ((bottom - side) / 2.0).max(4.0 * MM);
        let y = self.setup.size.1 - below - side;
        Some(Item::Qr { code: code.clone(), x: self.setup.left(), y, side: *side })
    }
}
