//! Pages to the bytes of a PDF: fonts embedded and subset, archival (PDF/A-2u), the same bytes every time.

mod archive;
mod fonts;
mod icc;
mod ops;

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use jiff::civil::Date;
use lopdf::{Object, Stream};
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};
use sha2::{Digest, Sha256};

pub use fonts::FontCache;

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

/// Writes the pages as a PDF. `cache` holds font subsets of earlier letters and changes no byte of this one.
pub fn write(
    shaper: &Shaper,
    pages: &[Page],
    pictures: &BTreeMap<String, Picture>,
    meta: &Meta,
    cache: &mut FontCache,
) -> Vec<u8> {
    let mut document = PdfDocument::new(&meta.title);
    let used = fonts::used_glyphs(shaper, pages);
    let embedded = fonts::embed(shaper, &used, cache, &mut document);
    ops::register_pictures(pages, pictures, &mut document);
    let pdf_pages =
        pages.iter().map(|page| PdfPage::new(Mm(page.width / MM), Mm(page.height / MM), ops::page_ops(shaper, page)));
    document.with_pages(pdf_pages.collect());
    let mut warnings = Vec::new();
    let options = PdfSaveOptions { optimize: true, subset_fonts: false, secure: true, image_optimization: None };
    let mut low = document.to_lopdf_document(&options, &mut warnings);
    fonts::use_packed_programs(&mut low, &embedded);
    archive::make_archival(&mut low, meta, &identifier(meta));
    low.objects.values_mut().for_each(pack_stream);
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

fn pack_stream(object: &mut Object) {
    if let Object::Stream(stream) = object
        && stream.allows_compression
        && !stream.dict.has(b"Filter")
    {
        let packed = deflate(&stream.content, 6);
        if packed.len() + 20 < stream.content.len() {
            set_packed(stream, packed);
        }
    }
}

fn set_packed(stream: &mut Stream, packed: Vec<u8>) {
    stream.dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
    stream.set_content(packed);
}

fn deflate(bytes: &[u8], level: u32) -> Vec<u8> {
    let mut packer = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2), Compression::new(level));
    packer.write_all(bytes).expect("writing to memory does not fail");
    packer.finish().expect("writing to memory does not fail")
}
