//! What stands on pages: text, rules and pictures in their places. Lengths are points, y grows downwards.

use std::rc::Rc;

use crate::write::letter::picture::Code;
use crate::write::letter::text::{FaceId, Word};

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
    pub(super) fn moved_down(mut self, by: f32) -> Item {
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
