//! Rows to pages: what stays together, page numbers, repeated headers, watermark.

use std::rc::Rc;

use super::margins::MarginLine;
use super::table::Head;
use super::{Item, MM, Page};
use crate::write::letter::picture::Code;
use crate::write::letter::text::{FaceId, Word};

/// Share of the page's diagonal that the watermark spans, and its largest size in points.
const WATERMARK_SPAN: f32 = 0.6;
const WATERMARK_MAX: f32 = 190.0;

/// Paper, margins, and what every page carries.
#[derive(Clone, Debug)]
pub struct PageSetup {
    /// Width and height.
    pub size: (f32, f32),
    /// Top, right, bottom, left.
    pub margin: [f32; 4],
    /// Page numbers and other texts in the margins.
    pub lines: Vec<MarginLine>,
    /// In the bottom left corner, with its side.
    pub qr: Option<(Rc<Code>, f32)>,
    pub watermark: Option<(Rc<Word>, FaceId)>,
}

impl Default for PageSetup {
    /// F4 upright with the margins of domain §4.3.
    fn default() -> PageSetup {
        let margin = [25.0, 25.0, 30.0, 30.0].map(|side: f32| side * MM);
        PageSetup { size: (215.0 * MM, 330.0 * MM), margin, lines: Vec::new(), qr: None, watermark: None }
    }
}

impl PageSetup {
    pub fn left(&self) -> f32 {
        self.margin[3]
    }

    pub fn content_width(&self) -> f32 {
        (self.size.0 - self.margin[1] - self.margin[3]).max(20.0)
    }

    pub fn content_height(&self) -> f32 {
        self.bottom() - self.margin[0]
    }

    pub fn bottom(&self) -> f32 {
        (self.size.1 - self.margin[2]).max(self.margin[0] + 40.0)
    }
}

/// A strip of the flow that is not torn, with what it draws relative to its top.
#[derive(Debug, Default)]
pub struct Row {
    pub height: f32,
    /// Space above, dropped at the top of a page.
    pub before: f32,
    /// Whether the next row must stand on the same page.
    pub keep: bool,
    pub items: Vec<Item>,
    /// For body rows of a table: the header to draw when the row begins a page.
    pub table: Option<Rc<Head>>,
    /// No row at all, but a page break.
    pub forced: bool,
}

/// Pages made so far.
#[derive(Default)]
pub struct Pages {
    pub done: Vec<Page>,
    /// What each page was made with.
    pub setups: Vec<Rc<PageSetup>>,
    y: f32,
    /// Whether nothing of the flow stands on the last page yet.
    fresh: bool,
}

impl Pages {
    /// Takes the pages after the first so many away again.
    pub fn cut(&mut self, pages: usize) {
        self.done.truncate(pages);
        self.setups.truncate(pages);
    }

    /// Places the rows of one section (same paper), beginning on a new page.
    pub fn place(&mut self, setup: &PageSetup, rows: Vec<Row>) {
        if rows.iter().all(|row| row.forced) {
            return;
        }
        let setup = Rc::new(setup.clone());
        self.begin_page(&setup, None);
        let mut forced = false;
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            if rows.next_if(|row| row.forced).is_some() {
                forced = true;
                continue;
            }
            let mut chunk: Vec<Row> = Vec::new();
            while let Some(row) = rows.next_if(|row| !row.forced) {
                let keep = row.keep;
                chunk.push(row);
                if !keep {
                    break;
                }
            }
            let height: f32 = chunk.iter().map(|row| row.height + row.before).sum();
            let full = self.y + height > setup.bottom() + 0.01;
            if !self.fresh && (full || std::mem::take(&mut forced)) {
                self.begin_page(&setup, chunk[0].table.as_deref());
            }
            forced = false;
            for row in chunk {
                self.place_row(&setup, row);
            }
        }
    }

    fn place_row(&mut self, setup: &Rc<PageSetup>, row: Row) {
        // A chunk taller than a page is parted where it must be.
        if !self.fresh && self.y + row.before + row.height > setup.bottom() + 0.01 {
            self.begin_page(setup, row.table.as_deref());
        }
        if !self.fresh {
            self.y += row.before;
        }
        let y = self.y;
        self.draw(row.items, y);
        self.y += row.height;
        // A bookmark alone leaves the page as fresh as it was.
        self.fresh &= row.height == 0.0;
    }

    fn draw(&mut self, items: Vec<Item>, y: f32) {
        let page = self.done.last_mut().expect("rows are placed on pages that have begun");
        page.items.extend(items.into_iter().map(|item| item.moved_down(y)));
    }

    fn begin_page(&mut self, setup: &Rc<PageSetup>, head: Option<&Head>) {
        let mut items = Vec::new();
        if let Some((word, face)) = &setup.watermark {
            items.push(watermark(word, *face, setup.size));
        }
        let (width, height) = setup.size;
        self.done.push(Page { width, height, items });
        self.setups.push(setup.clone());
        self.y = setup.margin[0];
        self.fresh = true;
        if let Some(head) = head {
            let y = self.y;
            self.draw(head.items.clone(), y);
            self.y += head.height;
        }
    }
}

/// The word along the diagonal, its middle in the middle of the page.
fn watermark(word: &Rc<Word>, face: FaceId, (width, height): (f32, f32)) -> Item {
    let diagonal = width.hypot(height);
    let (cos, sin) = (width / diagonal, height / diagonal);
    let size = (diagonal * WATERMARK_SPAN / word.width).min(WATERMARK_MAX);
    // Capitals are about seven tenths of the size high; half of that lies below the middle.
    let (along, across) = (word.width * size / 2.0, size * 0.35);
    let x = width / 2.0 - along * cos + across * sin;
    let y = height / 2.0 - along * sin - across * cos;
    Item::Watermark { word: word.clone(), face, size, matrix: [cos, sin, -sin, cos, x, y] }
}
