//! Fonts in the PDF: which glyphs a letter uses, subsets of them, and how they are handed to printpdf.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use printpdf::{FontId, FontMetrics, ParsedFont, PdfDocument, PdfFont};
use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use super::packer::{Packer, set_packed};
use crate::write::letter::layout::{Item, Page};
use crate::write::letter::text::{Face, FaceId, Shaper};

/// Glyphs of a face by id, with the character each is written as.
type Glyphs = BTreeMap<u16, char>;

/// A subset ready to embed: printable ASCII and whatever else the letter uses. So nearly all letters of a run share
/// it, and yet a letter's bytes depend on that letter alone.
pub struct Subset {
    program: Vec<u8>,
    new_id: HashMap<u16, u16>,
    /// Six capitals before the font's name.
    tag: String,
    /// The program as printpdf writes it, packed once.
    packed: std::cell::OnceCell<Vec<u8>>,
}

/// Subsets by face and the glyphs beyond ASCII; one cache a thread.
#[derive(Default)]
pub struct FontCache {
    ascii: HashMap<FaceId, BTreeSet<u16>>,
    subsets: HashMap<(FaceId, Vec<u16>), Rc<Subset>>,
}

/// The name of an embedded font and its subset.
pub type Embedded = Vec<(String, Rc<Subset>)>;

/// Name of a face among a page's resources. Fixed, since printpdf's own names come from a counter of the process.
pub fn font_id(face: FaceId) -> FontId {
    FontId(format!("F{face}"))
}

/// The glyphs of each face on these pages.
pub fn used_glyphs(shaper: &Shaper, pages: &[Page]) -> BTreeMap<FaceId, Glyphs> {
    let mut seen: Vec<Vec<Option<char>>> = vec![Vec::new(); shaper.faces.len()];
    for item in pages.iter().flat_map(|page| &page.items) {
        let Item::Text { pieces, .. } = item else { continue };
        for piece in pieces {
            let chars = &mut seen[piece.face];
            if chars.is_empty() {
                chars.resize(usize::from(shaper.faces[piece.face].buzz.number_of_glyphs()), None);
                chars[usize::from(shaper.space(piece.face).0)] = Some(' ');
            }
            for glyph in &piece.word.glyphs {
                chars[usize::from(glyph.id)] = Some(glyph.c);
            }
        }
    }
    let glyphs = |chars: &Vec<Option<char>>| -> Glyphs {
        chars.iter().enumerate().filter_map(|(id, c)| Some((id as u16, (*c)?))).collect()
    };
    seen.iter().enumerate().filter(|(_, chars)| !chars.is_empty()).map(|(face, chars)| (face, glyphs(chars))).collect()
}

/// Puts a subset of every used face into the document.
pub fn embed(
    shaper: &Shaper,
    used: &BTreeMap<FaceId, Glyphs>,
    cache: &mut FontCache,
    document: &mut PdfDocument,
) -> Embedded {
    let mut embedded = Embedded::new();
    for (&id, glyphs) in used {
        let face = &shaper.faces[id];
        let subset = cache.subset(id, face, glyphs);
        let name = format!("{}+{}", subset.tag, face.name);
        document.resources.fonts.map.insert(font_id(id), PdfFont::new(parsed_font(face, &subset, glyphs, &name)));
        embedded.push((name, subset));
    }
    embedded
}

impl FontCache {
    fn subset(&mut self, id: FaceId, face: &Face, used: &Glyphs) -> Rc<Subset> {
        let glyph = |c: char| face.buzz.glyph_index(c).map(|glyph| glyph.0);
        let ascii = self.ascii.entry(id).or_insert_with(|| (' '..='~').filter_map(glyph).collect());
        let extra: Vec<u16> = used.keys().copied().filter(|glyph| !ascii.contains(glyph)).collect();
        let make = || Rc::new(make_subset(face, ascii.iter().chain(&extra).copied().collect()));
        self.subsets.entry((id, extra.clone())).or_insert_with(make).clone()
    }
}

fn make_subset(face: &Face, glyphs: BTreeSet<u16>) -> Subset {
    let mut remapper = GlyphRemapper::new();
    let new_id = glyphs.iter().map(|&glyph| (glyph, remapper.remap(glyph))).collect();
    let program = subsetter::subset(face.data, 0, &remapper).expect("the built-in fonts can be subset");
    let key: Vec<u8> = glyphs.iter().flat_map(|glyph| glyph.to_le_bytes()).collect();
    let digest = Sha256::new().chain_update(face.name).chain_update(key).finalize();
    let tag = digest.iter().take(6).map(|byte| (b'A' + byte % 26) as char).collect();
    Subset { program, new_id, tag, packed: std::cell::OnceCell::new() }
}

/// The subset as printpdf takes it: widths in thousandths of an em, so its units per em are 1000.
fn parsed_font(face: &Face, subset: &Subset, glyphs: &Glyphs, name: &str) -> ParsedFont {
    let scaled = |value: i16| (f32::from(value) * 1000.0 / face.units_per_em) as i16;
    let codes = glyphs.iter().map(|(glyph, &c)| (u32::from(c), subset.new_id[glyph])).collect();
    let widths = glyphs.keys().map(|&glyph| (subset.new_id[&glyph], face.width_1000(glyph) as u16)).collect();
    let metrics = FontMetrics { ascent: scaled(face.buzz.ascender()), descent: scaled(face.buzz.descender()) };
    let mut font =
        ParsedFont::with_glyph_data(subset.program.clone(), 0, Some(name.into()), codes, widths, 1000, metrics);
    let bounds = face.buzz.global_bounding_box();
    let known = &mut font.pdf_font_metrics;
    (known.x_min, known.x_max) = (scaled(bounds.x_min), scaled(bounds.x_max));
    (known.y_min, known.y_max) = (scaled(bounds.y_min), scaled(bounds.y_max));
    known.us_weight_class = face.buzz.weight().to_number();
    if face.buzz.is_italic() {
        known.caret_slope_rise = 1000;
        known.caret_slope_run = ((-face.buzz.italic_angle()).to_radians().tan() * 1000.0) as i16;
    }
    font
}

/// Replaces each font program by its packed form, made at the first letter that needs it.
pub fn use_packed_programs(document: &mut lopdf::Document, embedded: &Embedded, packer: &mut Packer) {
    let mut programs = Vec::new();
    for descriptor in document.objects.values().filter_map(|object| object.as_dict().ok()) {
        let Ok(name) = descriptor.get(b"FontName").and_then(lopdf::Object::as_name) else { continue };
        let program = descriptor.get(b"FontFile3").or_else(|_| descriptor.get(b"FontFile2"));
        let known = embedded.iter().find(|(font, _)| font.as_bytes() == name);
        if let (Ok(program), Some((_, subset))) = (program.and_then(lopdf::Object::as_reference), known) {
            programs.push((program, subset.clone()));
        }
    }
    for (id, subset) in programs {
        if let Ok(lopdf::Object::Stream(stream)) = document.get_object_mut(id) {
            let packed = subset.packed.get_or_init(|| packer.deflate(&stream.content)).clone();
            set_packed(stream, packed);
        }
    }
}
