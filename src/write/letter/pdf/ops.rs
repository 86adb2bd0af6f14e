//! Items of a page as printpdf operations, in drawing order: watermark, bars, rules, pictures, text, underlines.

use std::collections::BTreeMap;

use printpdf::{
    Color, DictItem, ExternalStream, ExternalXObject, Greyscale, Op, PdfDocument, PdfFontHandle, Pt, TextItem,
    TextMatrix, XObject, XObjectId, XObjectTransform,
};

use super::fonts::font_id;
use super::strokes::{fills, rules, underlines};
use super::watermark::watermarks;
use crate::write::letter::layout::{Item, Page, Piece};
use crate::write::letter::picture::{Code, Dots, Picture};
use crate::write::letter::text::{FaceId, Shaper};

/// Every operation of a page.
pub fn page_ops(shaper: &Shaper, page: &Page) -> Vec<Op> {
    let mut ops = Vec::with_capacity(page.items.len() * 3 + 8);
    watermarks(shaper, page, &mut ops);
    fills(page, &mut ops);
    rules(page, &mut ops);
    images(page, &mut ops);
    texts(shaper, page, &mut ops);
    underlines(page, &mut ops);
    ops
}

/// Puts the pictures that the pages show into the document, as streams that are already packed.
pub fn register_pictures(pages: &[Page], pictures: &BTreeMap<String, Picture>, document: &mut PdfDocument) {
    for item in pages.iter().flat_map(|page| &page.items) {
        let (id, picture) = match item {
            Item::Image { file, .. } => (picture_id(file), pictures.get(file)),
            Item::Qr { code, .. } => (code_id(code), Some(&code.picture)),
            _ => continue,
        };
        if let Some(picture) = picture {
            document.resources.xobjects.map.entry(id).or_insert_with(|| external(picture));
        }
    }
}

/// A name of our own: printpdf's come from a counter of the process.
fn picture_id(file: &str) -> XObjectId {
    XObjectId(format!("Im{}", file.bytes().map(|byte| format!("{byte:02x}")).collect::<String>()))
}

fn code_id(code: &Code) -> XObjectId {
    XObjectId(format!("Qr{}", code.id))
}

fn external(picture: &Picture) -> XObject {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    let (space, bits) = match picture.dots {
        Dots::Rgb => ("DeviceRGB", 8),
        Dots::Bit => ("DeviceGray", 1),
    };
    let dict = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(picture.width.into())),
        ("Height", DictItem::Int(picture.height.into())),
        ("ColorSpace", name(space)),
        ("BitsPerComponent", DictItem::Int(bits)),
        ("Filter", name("FlateDecode")),
    ];
    let dict = dict.into_iter().map(|(key, value)| (key.to_string(), value)).collect();
    let stream = ExternalStream { dict, content: picture.deflated.clone(), compress: false };
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}

fn images(page: &Page, ops: &mut Vec<Op>) {
    for item in &page.items {
        let (id, x, y, width, height) = match item {
            Item::Image { file, x, y, width, height } => (picture_id(file), x, y, width, height),
            Item::Qr { code, x, y, side } => (code_id(code), x, y, side, side),
            _ => continue,
        };
        let transform = XObjectTransform {
            translate_x: Some(Pt(hundredths(*x))),
            translate_y: Some(Pt(hundredths(page.height - y - height))),
            scale_x: Some(*width),
            scale_y: Some(*height),
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        ops.push(Op::UseXobject { id, transform });
    }
}

fn texts(shaper: &Shaper, page: &Page, ops: &mut Vec<Op>) {
    ops.push(Op::StartTextSection);
    let mut current = None;
    for item in &page.items {
        let Item::Text { x, y, size, pieces } = item else { continue };
        for run in pieces.chunk_by(|a, b| a.face == b.face) {
            let face = run[0].face;
            if current != Some((face, *size)) {
                ops.push(set_font(face, *size));
                current = Some((face, *size));
            }
            let matrix = [1.0, 0.0, 0.0, 1.0, hundredths(x + run[0].x), hundredths(page.height - y)];
            ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw(matrix) });
            ops.push(Op::ShowText { items: text_items(shaper, run, *size) });
        }
    }
    ops.push(Op::EndTextSection);
}

fn set_font(face: FaceId, size: f32) -> Op {
    Op::SetFont { font: PdfFontHandle::External(font_id(face)), size: Pt(size) }
}

/// Text with offsets in thousandths of an em: after kerned glyphs, and after stretched spaces, because the word
/// spacing of PDF has no effect on fonts with two-byte codes.
fn text_items(shaper: &Shaper, run: &[Piece], size: f32) -> Vec<TextItem> {
    let mut items = Vec::new();
    let mut text = String::new();
    let offset = |text: &mut String, by: f32, items: &mut Vec<TextItem>| {
        if by != 0.0 {
            items.push(TextItem::Text(std::mem::take(text)));
            items.push(TextItem::Offset(by));
        }
    };
    for piece in run {
        if piece.word.plain {
            text.push_str(&piece.word.text);
        } else {
            for glyph in &piece.word.glyphs {
                text.push(glyph.c);
                offset(&mut text, glyph.kern.round(), &mut items);
            }
        }
        if let Some(space) = piece.space {
            text.push(' ');
            let natural = shaper.space(piece.face).1 as f32;
            offset(&mut text, (natural - space / size * 1000.0).round(), &mut items);
        }
    }
    if !text.is_empty() {
        items.push(TextItem::Text(text));
    }
    items
}

pub(super) fn grey(percent: f32) -> Op {
    Op::SetFillColor { col: Color::Greyscale(Greyscale { percent, icc_profile: None }) }
}

/// As precise as a printer can be, and shorter to write.
pub(super) fn hundredths(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
