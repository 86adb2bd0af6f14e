//! Rows to pages: what stays together, page numbers, repeated headers, watermark.

use std::rc::Rc;

use super::table::Head;
use super::{Item, MM, Page, Setter, TextStyle, plain};
use crate::write::letter::naskah::Align;
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
    /// First numbered page, format, and style of page numbers.
    pub number: Option<(usize, String, TextStyle)>,
    pub watermark: Option<(Rc<Word>, FaceId)>,
}

impl Default for PageSetup {
    /// F4 upright with the margins of domain §4.3.
    fn default() -> PageSetup {
        let margin = [25.0, 25.0, 30.0, 30.0].map(|side: f32| side * MM);
        PageSetup { size: (215.0 * MM, 330.0 * MM), margin, number: None, watermark: None }
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

    fn bottom(&self) -> f32 {
        (self.size.1 - self.margin[2]).max(self.margin[0] + 40.0)
    }
}

/// A strip of the flow that is not torn, with what it draws relative to its top.
#[derive(Debug)]
pub struct Row {
    pub height: f32,
    /// Space above, dropped at the top of a page.
    pub before: f32,
    /// Whether the next row must stand on the same page.
    pub keep: bool,
    pub items: Vec<Item>,
    /// For body rows of a table: the header to draw when the row begins a page.
    pub table: Option<Rc<Head>>,
}

/// Pages made so far.
#[derive(Default)]
pub struct Pages {
    pub done: Vec<Page>,
    y: f32,
    /// Whether nothing of the flow stands on the last page yet.
    fresh: bool,
}

impl Pages {
    /// Places the rows of one section (same paper), beginning on a new page.
    pub fn place(&mut self, setter: &mut Setter<'_>, rows: Vec<Row>) {
        if rows.is_empty() {
            return;
        }
        self.begin_page(setter, None);
        let bottom = setter.setup.bottom();
        let mut rows = rows.into_iter().peekable();
        while rows.peek().is_some() {
            let mut chunk: Vec<Row> = Vec::new();
            for row in rows.by_ref() {
                let keep = row.keep;
                chunk.push(row);
                if !keep {
                    break;
                }
            }
            let height: f32 = chunk.iter().map(|row| row.height + row.before).sum();
            if !self.fresh && self.y + height > bottom + 0.01 {
                self.begin_page(setter, chunk[0].table.as_deref());
            }
            for row in chunk {
                self.place_row(setter, row, bottom);
            }
        }
    }

    fn place_row(&mut self, setter: &mut Setter<'_>, row: Row, bottom: f32) {
        // A chunk taller than a page is parted where it must be.
        if !self.fresh && self.y + row.before + row.height > bottom + 0.01 {
            self.begin_page(setter, row.table.as_deref());
        }
        if !self.fresh {
            self.y += row.before;
        }
        let y = self.y;
        self.draw(row.items, y);
        self.y += row.height;
        self.fresh = false;
    }

    fn draw(&mut self, items: Vec<Item>, y: f32) {
        let page = self.done.last_mut().expect("rows are placed on pages that have begun");
        page.items.extend(items.into_iter().map(|item| item.moved_down(y)));
    }

    fn begin_page(&mut self, setter: &mut Setter<'_>, head: Option<&Head>) {
        let mut items = Vec::new();
        if let Some((word, face)) = &setter.setup.watermark {
            items.push(watermark(word, *face, setter.setup.size));
        }
        let number = self.done.len() + 1;
        items.extend(page_number(setter, number));
        let (width, height) = setter.setup.size;
        self.done.push(Page { width, height, items });
        self.y = setter.setup.margin[0];
        self.fresh = true;
        for (row_height, items) in head.iter().flat_map(|head| &head.rows) {
            let y = self.y;
            self.draw(items.clone(), y);
            self.y += row_height;
        }
    }
}

/// The page number, centred in the top margin.
fn page_number(setter: &mut Setter<'_>, number: usize) -> Vec<Item> {
    let Some((from, format, style)) = setter.setup.number.clone() else { return Vec::new() };
    if number < from {
        return Vec::new();
    }
    let body = plain(&format.replace("{hal}", &number.to_string()));
    let own = std::mem::replace(&mut setter.style, style);
    let lines = setter.break_lines(&body, setter.setup.content_width(), Align::Center, false);
    setter.style = own;
    let (left, y) = (setter.setup.left(), setter.setup.margin[0] * 0.6);
    let item = |line: super::Line| Item::Text { x: left + line.x, y, size: style.size, pieces: line.pieces };
    lines.into_iter().map(item).collect()
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
