//! The setter: turns blocks into rows, and rows into pages whenever the paper changes.

use std::collections::BTreeMap;

use super::pages::{PageSetup, Pages, Row};
use super::{Fault, Found, MM};
use crate::write::letter::naskah::{Align, Block};
use crate::write::letter::picture::Picture;
use crate::write::letter::text::{Family, Shaper};

/// Size and face of running text.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextStyle {
    pub family: Family,
    /// Points.
    pub size: f32,
    /// Line height over size.
    pub leading: f32,
}

impl TextStyle {
    pub fn line_height(self) -> f32 {
        self.size * self.leading
    }
}

/// How much tighter than asked a part of a letter is set; 1 is as asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tight {
    pub leading: f32,
    pub gap: f32,
    pub size: f32,
}

const AS_ASKED: Tight = Tight { leading: 1.0, gap: 1.0, size: 1.0 };

/// What is tried for `@muat`, in order: first the white gives way, and only then the letters, by a twelfth at most.
const TIGHTER: [Tight; 5] = [
    Tight { leading: 0.97, gap: 0.8, size: 1.0 },
    Tight { leading: 0.94, gap: 0.65, size: 1.0 },
    Tight { leading: 0.94, gap: 0.6, size: 0.96 },
    Tight { leading: 0.92, gap: 0.5, size: 0.94 },
    Tight { leading: 0.9, gap: 0.45, size: 0.92 },
];

/// Blocks of one paper, with the lines they begin on.
pub(super) type Section<'n> = &'n [(usize, &'n Block)];

/// The letter parted before each change of paper.
pub(super) fn sections<'n>(parts: &'n [(usize, &'n Block)]) -> impl Iterator<Item = Section<'n>> {
    parts.chunk_by(|_, next| !matches!(next.1, Block::Page { .. }))
}

/// Turns blocks into rows, and rows into pages whenever the paper changes.
pub(super) struct Setter<'a> {
    pub shaper: &'a mut Shaper,
    pub pictures: &'a BTreeMap<String, Picture>,
    /// As set, with what `tight` makes of what is asked.
    pub style: TextStyle,
    pub tight: Tight,
    pub setup: PageSetup,
    pub rows: Vec<Row>,
    /// Space before the next row.
    pub gap: f32,
    /// Indent of first lines in points, and alignment, of running text.
    pub paragraph: (f32, Align),
    /// First row of a short text that may announce what follows.
    pub lead_in: Option<usize>,
    /// First row of a part that stays on one page.
    pub together_from: Option<usize>,
    pub pages: Pages,
    pub faults: Vec<Found>,
    /// As the orders ask.
    asked: TextStyle,
    /// Of the naskah, where the block at work begins.
    line: usize,
}

impl<'a> Setter<'a> {
    pub fn new(shaper: &'a mut Shaper, pictures: &'a BTreeMap<String, Picture>) -> Setter<'a> {
        let style = TextStyle { family: Family::Bonum, size: 12.0, leading: 1.15 };
        Setter {
            shaper,
            pictures,
            style,
            tight: AS_ASKED,
            setup: PageSetup::default(),
            rows: Vec::new(),
            gap: 0.0,
            paragraph: (0.0, Align::Justify),
            lead_in: None,
            together_from: None,
            pages: Pages::default(),
            faults: Vec::new(),
            asked: style,
            line: 0,
        }
    }

    /// Sets one paper; where it asks for fewer pages than it takes, tighter, if that helps.
    pub fn section(&mut self, section: Section<'_>) {
        let wished =
            section.iter().find_map(|(_, block)| if let Block::Fit(pages) = block { Some(*pages) } else { None });
        let Some(wished) = wished else { return self.set(section, AS_ASKED) };
        let (asked, setup, paragraph, together) = (self.asked, self.setup.clone(), self.paragraph, self.together_from);
        let (pages, faults) = (self.pages.done.len(), self.faults.len());
        self.set(section, AS_ASKED);
        let taken = self.pages.done.len() - pages;
        let wanted = wished.unwrap_or(taken.saturating_sub(1)).max(1);
        if taken <= wanted {
            return;
        }
        // The last try is once more as asked: where nothing helps, nothing is crammed.
        for tight in TIGHTER.into_iter().chain([AS_ASKED]) {
            self.pages.cut(pages);
            self.faults.truncate(faults);
            (self.asked, self.setup, self.paragraph, self.together_from) = (asked, setup.clone(), paragraph, together);
            self.set(section, tight);
            if self.pages.done.len() - pages <= wanted {
                return;
            }
        }
    }

    fn set(&mut self, section: Section<'_>, tight: Tight) {
        self.tight = tight;
        self.restyle();
        for (line, block) in section {
            self.line = *line;
            self.block(block);
        }
        self.end_section();
    }

    fn restyle(&mut self) {
        let Tight { leading, size, .. } = self.tight;
        // Lines never touch.
        let leading = (self.asked.leading * leading).max(self.asked.leading.min(1.0));
        self.style = TextStyle { size: self.asked.size * size, leading, ..self.asked };
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::List(_) | Block::Table(_) | Block::Chart(_) => self.keep_lead_in(),
            // These change how things look, and stand between a text and what it announces.
            Block::Size(_) | Block::Leading(_) | Block::Font(_) | Block::Gap(_) | Block::Blank => {}
            Block::ParagraphForm { .. } | Block::Together(_) => {}
            _ => self.lead_in = None,
        }
        match block {
            Block::Page { width, height, margin } => {
                self.setup.size = (width * MM, height * MM);
                self.setup.margin = margin.map(|side| side * MM);
            }
            Block::NewPage => {
                self.gap = 0.0;
                self.rows.push(Row { forced: true, ..Row::default() });
            }
            Block::Fit(_) => {}
            Block::PageNumber { from, format } => self.page_numbers(*from, format),
            Block::Margin(text) => self.margin_text(text),
            Block::Watermark(text) => self.watermark(text),
            Block::Font(family) => self.ask(TextStyle { family: *family, ..self.asked }),
            Block::Size(size) => self.ask(TextStyle { size: *size, ..self.asked }),
            Block::Leading(leading) => self.ask(TextStyle { leading: *leading, ..self.asked }),
            Block::Gap(mm) => self.gap = self.gap.max(mm * MM * self.tight.gap),
            Block::Blank => self.gap = self.gap.max(self.style.line_height() * 0.5),
            Block::Image { file, height } => self.image(file, height * MM),
            Block::Kop(kop) => self.kop(kop),
            Block::Rule { weight, length } => self.rule(*weight, *length),
            Block::Qr(qr) => self.qr(qr),
            Block::Lines(lines) => self.lines(lines),
            Block::ParagraphForm { first, align } => self.paragraph = (first * MM, *align),
            Block::Paragraph(body) => self.running_text(body),
            Block::Heading(body) => self.heading(body),
            Block::Bookmark(title) => self.bookmark(title.clone()),
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::Together(order) => self.together(*order),
        }
    }

    fn ask(&mut self, style: TextStyle) {
        self.asked = style;
        self.restyle();
    }

    pub fn fault(&mut self, fault: Fault) {
        self.faults.push(Found { fault, line: self.line });
    }

    fn end_section(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let mut pages = std::mem::take(&mut self.pages);
        pages.place(&self.setup, rows);
        self.pages = pages;
        self.gap = 0.0;
        self.lead_in = None;
        self.together_from = self.together_from.map(|_| 0);
    }
}
