//! Layout: blocks to pages of placed text, rules and pictures. Lengths are points, y grows downwards.

mod chart;
mod leaders;
mod lines;
mod list;
mod margins;
mod pages;
mod parts;
mod table;

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::write::letter::naskah::{Align, Block, Lines, LinesPlace, Naskah, Run, Runs};
use crate::write::letter::picture::{Code, Picture};
use crate::write::letter::text::{FaceId, Family, Shaper, Style, Word, face_id};

use lines::Line;
use pages::{PageSetup, Pages, Row};

/// Points in a millimetre.
pub const MM: f32 = 72.0 / 25.4;

/// A word in its place on a line.
#[derive(Clone, Debug)]
pub struct Piece {
    pub word: Rc<Word>,
    pub face: FaceId,
    pub underline: bool,
    /// From the beginning of the line.
    pub x: f32,
    /// Width of the space that follows; `None` when no space follows.
    pub space: Option<f32>,
}

/// Something drawn on a page.
#[derive(Clone, Debug)]
pub enum Item {
    /// A line of text with its baseline at `y`.
    Text {
        x: f32,
        y: f32,
        size: f32,
        pieces: Vec<Piece>,
    },
    /// A straight rule.
    Rule {
        from: (f32, f32),
        to: (f32, f32),
        thick: f32,
    },
    /// A filled rectangle; grey 1 is white.
    Fill {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        grey: f32,
    },
    Image {
        file: String,
        x: f32,
        y: f32,
        width: f32,
        height: f32,
    },
    Qr {
        code: Rc<Code>,
        x: f32,
        y: f32,
        side: f32,
    },
    /// Where a part of the letter begins; draws nothing.
    Bookmark {
        title: String,
        y: f32,
    },
    /// Grey text behind everything; the matrix places and turns it (PDF axes, y upwards).
    Watermark {
        word: Rc<Word>,
        face: FaceId,
        size: f32,
        matrix: [f32; 6],
    },
}

impl Item {
    fn moved_down(mut self, by: f32) -> Item {
        match &mut self {
            Item::Text { y, .. }
            | Item::Image { y, .. }
            | Item::Fill { y, .. }
            | Item::Qr { y, .. }
            | Item::Bookmark { y, .. } => *y += by,
            Item::Rule { from, to, .. } => {
                from.1 += by;
                to.1 += by;
            }
            Item::Watermark { .. } => {}
        }
        self
    }
}

/// A page with everything on it.
#[derive(Clone, Debug)]
pub struct Page {
    pub width: f32,
    pub height: f32,
    pub items: Vec<Item>,
}

/// Why a naskah cannot be laid out as it should be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The font has no glyph for this character of this word.
    MissingGlyph { c: char, word: String, font: &'static str },
    /// This must stay on one line, but its column is narrower.
    TooNarrow { text: String },
    /// The naskah names a picture that is not there or is no PNG.
    NoPicture { file: String },
    /// More text than a QR code holds.
    QrTooLong { text: String },
}

/// A fault, and the line of the naskah that asks for what cannot be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    pub fault: Fault,
    pub line: usize,
}

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

/// Lays out a whole naskah. Faults come sorted and each once, at its first line; pages are only fit for use without any.
pub fn layout(
    shaper: &mut Shaper,
    pictures: &BTreeMap<String, Picture>,
    naskah: &Naskah,
) -> Result<Vec<Page>, Vec<Found>> {
    let mut setter = Setter {
        shaper,
        pictures,
        style: TextStyle { family: Family::Bonum, size: 12.0, leading: 1.15 },
        setup: PageSetup::default(),
        rows: Vec::new(),
        gap: 0.0,
        paragraph: (0.0, Align::Justify),
        together_from: None,
        pages: Pages::default(),
        line: 0,
        faults: Vec::new(),
    };
    for (line, block) in naskah.iter() {
        setter.line = line;
        setter.block(block);
    }
    setter.end_section();
    let pages = setter.finished_pages();
    let mut faults = setter.faults;
    faults.sort();
    faults.dedup_by(|later, first| later.fault == first.fault);
    if faults.is_empty() { Ok(pages) } else { Err(faults) }
}

/// Turns blocks into rows, and rows into pages whenever the paper changes.
pub(super) struct Setter<'a> {
    pub shaper: &'a mut Shaper,
    pictures: &'a BTreeMap<String, Picture>,
    pub style: TextStyle,
    pub setup: PageSetup,
    pub rows: Vec<Row>,
    /// Space before the next row.
    pub gap: f32,
    /// Indent of first lines in points, and alignment, of running text.
    paragraph: (f32, Align),
    /// First row of a part that stays on one page.
    together_from: Option<usize>,
    pages: Pages,
    /// Of the naskah, where the block at work begins.
    line: usize,
    faults: Vec<Found>,
}

impl Setter<'_> {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Page { width, height, margin } => {
                self.end_section();
                self.setup.size = (width * MM, height * MM);
                self.setup.margin = margin.map(|side| side * MM);
            }
            Block::NewPage => {
                self.gap = 0.0;
                self.rows.push(Row { forced: true, ..Row::default() });
            }
            Block::PageNumber { from, format } => self.page_numbers(*from, format),
            Block::Margin(text) => self.margin_text(text),
            Block::Watermark(text) => self.watermark(text),
            Block::Font(family) => self.style.family = *family,
            Block::Size(size) => self.style.size = *size,
            Block::Leading(leading) => self.style.leading = *leading,
            Block::Gap(mm) => self.gap = self.gap.max(mm * MM),
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
            Block::Together(begins) => self.together(*begins),
        }
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
        self.together_from = self.together_from.map(|_| 0);
    }

    /// All rows between the two orders stay with the next.
    fn together(&mut self, begins: bool) {
        if begins {
            self.together_from = Some(self.rows.len());
        } else if let Some(from) = self.together_from.take() {
            let last = self.rows.len().saturating_sub(1);
            self.rows.iter_mut().take(last).skip(from).for_each(|row| row.keep = true);
        }
    }

    /// From the next page on; an empty text takes it away.
    fn watermark(&mut self, text: &str) {
        let face = face_id(Family::LiberationSans, Style { bold: true, ..Style::default() });
        let word = self.shaper.word(face, text);
        if let Some(c) = word.missing {
            let font = self.shaper.faces[face].name;
            self.fault(Fault::MissingGlyph { c, word: text.to_string(), font });
        }
        self.setup.watermark = (!text.is_empty()).then_some((word, face));
    }

    fn lines(&mut self, block: &Lines) {
        let (indent, together) = match block.place {
            LinesPlace::Whole => (0.0, false),
            LinesPlace::RightOf(mm) => (mm * MM, true),
        };
        if together {
            self.keep_two_lines_with_next();
        }
        // Headings stay with what they head; a signature is never torn apart.
        let keep = together || block.align == Align::Center;
        for line in &block.lines {
            match line {
                None => self.gap += self.style.line_height(),
                Some(body) => {
                    let width = self.setup.content_width() - indent;
                    let lines = self.break_lines(body, width, block.align, false);
                    self.push_lines(lines, indent, Vec::new(), keep);
                }
            }
        }
        if let Some(last) = self.rows.last_mut().filter(|_| together) {
            last.keep = false;
        }
    }

    /// A signature alone on a page could be glued to any text: at least two lines go before it.
    fn keep_two_lines_with_next(&mut self) {
        let mut lines = 0;
        for row in self.rows.iter_mut().rev() {
            if lines == 2 || row.forced {
                return;
            }
            row.keep = true;
            lines += usize::from(row.height > 0.0);
        }
    }

    /// Lines of one paragraph as rows; `first` stands beside the first line (label, marker).
    fn push_lines(&mut self, lines: Vec<Line>, indent: f32, first: Vec<Item>, keep_all: bool) {
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

/// Unstyled text.
pub(super) fn plain(text: &str) -> Runs {
    vec![Run { text: text.to_string(), style: Style::default(), leader: None }]
}
