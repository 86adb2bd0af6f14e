//! Parts of a letter that are not lists or tables: kop, rules, pictures, codes, headings, running text.

use super::lines::Line;
use super::pages::Row;
use super::{Fault, Item, MM, Setter};
use crate::write::letter::naskah::{Align, Kop, Qr, Run, Weight};

/// Thickness of rules in points, and the white between the two of a double one.
const THIN: f32 = 0.5;
const THICK: f32 = 1.75;
const BETWEEN: f32 = 1.5;
/// Lines of a text that announces what follows, at most.
const LEAD_IN: usize = 3;

impl Setter<'_> {
    pub(super) fn running_text(&mut self, body: &[Run]) {
        let start = self.rows.len();
        let (first, align) = self.paragraph;
        let width = self.setup.content_width();
        let lines = if body.iter().any(|run| run.leader.is_some()) {
            self.break_lines(body, width, align, false)
        } else {
            self.indented_lines(body, width, first, align, false)
        };
        self.push_lines(lines, 0.0, Vec::new(), false);
        self.lead_in = (self.rows.len() - start <= LEAD_IN).then_some(start);
    }

    /// A table, a list or a chart begins: the few words that announce it stay with it.
    pub(super) fn keep_lead_in(&mut self) {
        let start = self.lead_in.take().unwrap_or(self.rows.len());
        self.rows[start..].iter_mut().for_each(|row| row.keep = true);
    }

    pub(super) fn heading(&mut self, body: &[Run]) {
        self.gap = self.gap.max(self.style.line_height() * 0.6);
        self.bookmark(body.iter().flat_map(|run| run.text.chars()).filter(|c| *c != '\u{2060}').collect());
        let lines = self.break_lines(body, self.setup.content_width(), Align::Left, false);
        self.push_lines(lines, 0.0, Vec::new(), true);
    }

    /// At the top of the next row, and on its page.
    pub(super) fn bookmark(&mut self, title: String) {
        if !title.is_empty() {
            let items = vec![Item::Bookmark { title, y: 0.0 }];
            self.rows.push(Row { keep: true, items, ..Row::default() });
        }
    }

    pub(super) fn image(&mut self, file: &str, height: f32) {
        let Some((width, height)) = self.picture_size(file, height) else { return };
        let x = self.setup.left() + (self.setup.content_width() - width) / 2.0;
        let item = Item::Image { file: file.to_string(), x, y: 0.0, width, height };
        let before = std::mem::take(&mut self.gap);
        self.rows.push(Row { height: height + 4.0, before, keep: true, items: vec![item], ..Row::default() });
    }

    /// Width and height in points, no wider than the text.
    fn picture_size(&mut self, file: &str, height: f32) -> Option<(f32, f32)> {
        let Some(picture) = self.pictures.get(file) else {
            self.fault(Fault::NoPicture { file: file.to_string() });
            return None;
        };
        let width = height * picture.ratio();
        let scale = (self.setup.content_width() / width).min(1.0);
        Some((width * scale, height * scale))
    }

    /// Picture at the left, lines in the middle of the room beside it, both about the same middle.
    pub(super) fn kop(&mut self, kop: &Kop) {
        let picture = kop.picture.as_ref().and_then(|(file, height)| {
            let (width, height) = self.picture_size(file, height * MM)?;
            Some((file, width.min(self.setup.content_width() / 2.0), height))
        });
        let aside = picture.map_or(0.0, |(_, width, _)| width + 4.0 * MM);
        let (mut items, text_height) = self.kop_lines(kop, aside);
        let height = picture.map_or(text_height, |(_, _, height)| height.max(text_height));
        items = items.into_iter().map(|item| item.moved_down((height - text_height) / 2.0)).collect();
        if let Some((file, width, picture_height)) = picture {
            let (x, y) = (self.setup.left(), (height - picture_height) / 2.0);
            items.insert(0, Item::Image { file: file.clone(), x, y, width, height: picture_height });
        }
        let before = std::mem::take(&mut self.gap);
        self.rows.push(Row { height: height + 3.0, before, keep: true, items, ..Row::default() });
    }

    /// The lines from the top, and their height together.
    fn kop_lines(&mut self, kop: &Kop, aside: f32) -> (Vec<Item>, f32) {
        let own = self.style;
        let (mut items, mut y) = (Vec::new(), 0.0);
        let width = self.setup.content_width() - aside;
        for (at, body) in kop.lines.iter().enumerate() {
            self.style.size = kop.sizes.get(at).or(kop.sizes.last()).copied().unwrap_or(own.size);
            let (size, baseline) = (self.style.size, self.baseline(self.style));
            for line in self.balanced(body, width) {
                let x = self.setup.left() + aside + line.x;
                items.push(Item::Text { x, y: y + baseline, size, pieces: line.pieces });
                y += self.style.line_height();
            }
        }
        self.style = own;
        (items, y)
    }

    /// Centred lines about as long as each other: a name of two lines with one word on the second looks broken off.
    fn balanced(&mut self, body: &[Run], width: f32) -> Vec<Line> {
        const STEPS: usize = 10;
        let lines = self.break_lines(body, width, Align::Center, false);
        if lines.len() < 2 {
            return lines;
        }
        // The narrowest room that takes no more lines.
        let (mut low, mut high) = (width / lines.len() as f32 * 0.8, width);
        for _ in 0..STEPS {
            let middle = (low + high) / 2.0;
            match self.break_lines(body, middle, Align::Center, false).len() > lines.len() {
                true => low = middle,
                false => high = middle,
            }
        }
        let aside = (width - high) / 2.0;
        let narrow = self.break_lines(body, high, Align::Center, false).into_iter();
        narrow.map(|line| Line { x: line.x + aside, ..line }).collect()
    }

    pub(super) fn rule(&mut self, weight: Weight, length: Option<f32>) {
        let room = self.setup.content_width();
        let length = length.map_or(room, |mm| (mm * MM).min(room));
        let left = self.setup.left() + (room - length) / 2.0;
        let at = |y: f32, thick: f32| Item::Rule { from: (left, y), to: (left + length, y), thick };
        let (height, items) = match weight {
            Weight::Thin => (THIN, vec![at(THIN / 2.0, THIN)]),
            Weight::Thick => (THICK, vec![at(THICK / 2.0, THICK)]),
            Weight::Double => {
                let lower = THICK + BETWEEN + THIN / 2.0;
                (lower + THIN / 2.0, vec![at(THICK / 2.0, THICK), at(lower, THIN)])
            }
        };
        // A rule belongs to what it closes.
        if let Some(last) = self.rows.last_mut() {
            last.keep = true;
        }
        let before = std::mem::take(&mut self.gap);
        self.rows.push(Row { height: height + 2.0, before, items, ..Row::default() });
    }

    pub(super) fn qr(&mut self, qr: &Qr) {
        let Some(code) = self.shaper.code(&qr.text) else {
            self.fault(Fault::QrTooLong { text: qr.text.clone() });
            return;
        };
        let side = qr.side * MM;
        let Some(align) = qr.align else {
            self.setup.qr = Some((code, side));
            return;
        };
        let slack = self.setup.content_width() - side;
        let x = self.setup.left()
            + match align {
                Align::Left | Align::Justify => 0.0,
                Align::Center => slack / 2.0,
                Align::Right => slack,
            };
        let before = std::mem::take(&mut self.gap);
        let items = vec![Item::Qr { code, x, y: 0.0, side }];
        self.rows.push(Row { height: side + 3.0, before, items, ..Row::default() });
    }
}
