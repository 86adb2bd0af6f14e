//! Layout: blocks to pages of placed text, rules and pictures. Lengths are points, y grows downwards.

mod atoms;
mod breaks;
mod chart;
mod columns;
mod flow;
mod item;
mod leaders;
mod lines;
mod list;
mod margins;
mod pages;
mod parts;
mod setter;
mod table;

use std::collections::BTreeMap;

use crate::write::letter::naskah::{Naskah, Run, Runs};
use crate::write::letter::picture::Picture;
use crate::write::letter::text::{Shaper, Style};

pub use item::{Item, Page, Piece};

use setter::{Setter, TextStyle};

/// Points in a millimetre.
pub const MM: f32 = 72.0 / 25.4;

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

/// Lays out a whole naskah. Faults come sorted and each once, at its first line; pages are only fit for use without any.
pub fn layout(
    shaper: &mut Shaper,
    pictures: &BTreeMap<String, Picture>,
    naskah: &Naskah,
) -> Result<Vec<Page>, Vec<Found>> {
    let mut setter = Setter::new(shaper, pictures);
    let parts: Vec<_> = naskah.iter().collect();
    for section in setter::sections(&parts) {
        setter.section(section);
    }
    let pages = setter.finished_pages();
    let mut faults = setter.faults;
    faults.sort();
    faults.dedup_by(|later, first| later.fault == first.fault);
    if faults.is_empty() { Ok(pages) } else { Err(faults) }
}

/// Unstyled text.
pub(super) fn plain(text: &str) -> Runs {
    vec![Run { text: text.to_string(), style: Style::default(), leader: None }]
}
