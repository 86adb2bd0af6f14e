//! Pages to the bytes of a PDF: fonts embedded and subset, archival (PDF/A-2u), the same bytes every time.

mod archive;
mod fonts;
mod icc;
mod ops;
mod outline;
mod packer;
mod strokes;
mod watermark;

use std::collections::BTreeMap;

use jiff::civil::Date;
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};
use sha2::{Digest, Sha256};

use fonts::FontCache;
use packer::Packer;

use super::layout::{MM, Page};
use super::picture::Picture;
use super::text::Shaper;

/// What a letter says of itself.
#[derive(Clone, Debug)]
pub struct Meta {
    pub title: String,
    /// The office.
    pub author: String,
    pub subject: String,
    /// Day of creation; given, never the clock's.
    pub created: Date,
    /// What the letter was made from; two letters differ in their /ID when this differs.
    pub source: String,
}

/// What one worker keeps from letter to letter; it changes no byte of any.
#[derive(Default)]
pub struct Kept {
    fonts: FontCache,
    packer: Packer,
}

/// Writes the pages as a PDF.
pub fn write(
    shaper: &Shaper,
    pages: &[Page],
    pictures: &BTreeMap<String, Picture>,
    meta: &Meta,
    kept: &mut Kept,
) -> Vec<u8> {
    let mut document = PdfDocument::new(&meta.title);
    let used = fonts::used_glyphs(shaper, pages);
    let embedded = fonts::embed(shaper, &used, &mut kept.fonts, &mut document);
    ops::register_pictures(pages, pictures, &mut document);
    let pdf_pages =
        pages.iter().map(|page| PdfPage::new(Mm(page.width / MM), Mm(page.height / MM), ops::page_ops(shaper, page)));
    document.with_pages(pdf_pages.collect());
    let mut warnings = Vec::new();
    let options = PdfSaveOptions { optimize: true, subset_fonts: false, secure: true, image_optimization: None };
    let mut low = document.to_lopdf_document(&options, &mut warnings);
    outline::add_bookmarks(&mut low, pages);
    fonts::use_packed_programs(&mut low, &embedded, &mut kept.packer);
    archive::make_archival(&mut low, meta, &identifier(meta));
    low.objects.values_mut().for_each(|object| kept.packer.pack(object));
    let mut bytes = Vec::with_capacity(64 * 1024);
    low.save_to(&mut bytes).expect("writing to memory does not fail");
    bytes
}

/// 16 bytes that stand for the content.
fn identifier(meta: &Meta) -> [u8; 16] {
    let digest = Sha256::new().chain_update(&meta.title).chain_update([0]).chain_update(&meta.source).finalize();
    let mut id = [0; 16];
    id.copy_from_slice(&digest[..16]);
    id
}
