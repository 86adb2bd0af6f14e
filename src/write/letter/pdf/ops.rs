//! Items of a page as printpdf operations, in drawing order: watermark, bars, rules, pictures, text, underlines.

use std::collections::BTreeMap;

use printpdf::{
    Color, DictItem, ExternalStream, ExternalXObject, Greyscale, Line, LinePoint, Op, PaintMode, PdfDocument,
    PdfFontHandle, Point, Polygon, PolygonRing, Pt, TextItem, TextMatrix, WindingOrder, XObject, XObjectId,
    XObjectTransform,
};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};

use super::fonts::font_id;
use crate::write::letter::layout::{Item, Page, Piece};
use crate::write::letter::picture::{Code, Dots, Picture};
use crate::write::letter::text::{FaceId, Shaper};

/// Grey of the watermark (1 is white).
const WATERMARK_GREY: f32 = 0.92;

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

/// The watermark is drawn as shapes, not written as text: so it is not read, searched or copied with the letter.
fn watermarks(shaper: &Shaper, page: &Page, ops: &mut Vec<Op>) {
    for item in &page.items {
        let Item::Watermark { word, face, size, matrix } = item else { continue };
        let face = &shaper.faces[*face];
        let mut outline =
            Outline { scale: size / face.units_per_em, matrix: *matrix, pen: 0.0, at: (0.0, 0.0), rings: Vec::new() };
        for glyph in &word.glyphs {
            face.buzz.outline_glyph(GlyphId(glyph.id), &mut outline);
            outline.pen += (face.width_1000(glyph.id) as f32 - glyph.kern) / 1000.0 * face.units_per_em;
        }
        let polygon = Polygon { rings: outline.rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        ops.extend([grey(WATERMARK_GREY), Op::DrawPolygon { polygon }, grey(0.0)]);
    }
}

/// Collects the shapes of glyphs, placed on the page.
struct Outline {
    /// Points in a font unit.
    scale: f32,
    matrix: [f32; 6],
    /// Where the glyph begins, in font units.
    pen: f32,
    /// The last point, in font units.
    at: (f32, f32),
    rings: Vec<PolygonRing>,
}

impl Outline {
    fn point(&mut self, (x, y): (f32, f32), bezier: bool) {
        let [a, b, c, d, e, f] = self.matrix;
        let (x, y) = ((x + self.pen) * self.scale, y * self.scale);
        let p = Point { x: Pt(hundredths(a * x + c * y + e)), y: Pt(hundredths(b * x + d * y + f)) };
        if let Some(ring) = self.rings.last_mut() {
            ring.points.push(LinePoint { p, bezier });
        }
    }
}

impl OutlineBuilder for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.rings.push(PolygonRing { points: Vec::new() });
        self.line_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.point((x, y), false);
        self.at = (x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let toward = |from: (f32, f32)| (from.0 + (x1 - from.0) * 2.0 / 3.0, from.1 + (y1 - from.1) * 2.0 / 3.0);
        let (first, second) = (toward(self.at), toward((x, y)));
        self.curve_to(first.0, first.1, second.0, second.1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.point((x1, y1), true);
        self.point((x2, y2), true);
        self.line_to(x, y);
    }

    fn close(&mut self) {}
}

fn grey(percent: f32) -> Op {
    Op::SetFillColor { col: Color::Greyscale(Greyscale { percent, icc_profile: None }) }
}

fn fills(page: &Page, ops: &mut Vec<Op>) {
    let mut current = 0.0;
    for item in &page.items {
        let Item::Fill { x, y, width, height, grey: shade } = item else { continue };
        if current != *shade {
            ops.push(grey(*shade));
            current = *shade;
        }
        let corners = [(*x, *y), (x + width, *y), (x + width, y + height), (*x, y + height)];
        let ring = PolygonRing { points: corners.iter().map(|corner| line_point(page, *corner)).collect() };
        let polygon = Polygon { rings: vec![ring], mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        ops.push(Op::DrawPolygon { polygon });
    }
    if current != 0.0 {
        ops.push(grey(0.0));
    }
}

fn rules(page: &Page, ops: &mut Vec<Op>) {
    let mut current = None;
    for Ends { from, to, thick } in merged_rules(page) {
        if current != Some(thick) {
            ops.push(Op::SetOutlineThickness { pt: Pt(thick) });
            current = Some(thick);
        }
        ops.push(stroke(page, from, to));
    }
}

/// A rule from end to end.
#[derive(Clone, Copy)]
struct Ends {
    from: (f32, f32),
    to: (f32, f32),
    thick: f32,
}

impl Ends {
    fn upright(&self) -> bool {
        self.from.0 == self.to.0
    }
}

/// Upright rules of neighbouring table rows become one stroke each.
fn merged_rules(page: &Page) -> Vec<Ends> {
    let ends = |item: &Item| match item {
        Item::Rule { from, to, thick } => Some(Ends { from: *from, to: *to, thick: *thick }),
        _ => None,
    };
    let mut rules: Vec<Ends> = page.items.iter().filter_map(ends).collect();
    let key = |rule: &Ends| (rule.thick, !rule.upright(), rule.from.0, rule.from.1);
    rules.sort_by(|a, b| key(a).partial_cmp(&key(b)).expect("positions on a page are numbers"));
    let mut merged: Vec<Ends> = Vec::new();
    for rule in rules {
        let goes_on = |last: &Ends| {
            let same = last.thick == rule.thick && last.upright() && rule.upright() && last.from.0 == rule.from.0;
            same && (last.to.1 - rule.from.1).abs() < 0.01
        };
        match merged.last_mut() {
            Some(last) if goes_on(last) => last.to = rule.to,
            _ => merged.push(rule),
        }
    }
    merged
}

fn line_point(page: &Page, (x, y): (f32, f32)) -> LinePoint {
    LinePoint { p: Point { x: Pt(hundredths(x)), y: Pt(hundredths(page.height - y)) }, bezier: false }
}

fn stroke(page: &Page, from: (f32, f32), to: (f32, f32)) -> Op {
    let points = vec![line_point(page, from), line_point(page, to)];
    Op::DrawLine { line: Line { points, is_closed: false } }
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

fn underlines(page: &Page, ops: &mut Vec<Op>) {
    for item in &page.items {
        let Item::Text { x, y, size, pieces } = item else { continue };
        for (at, piece) in pieces.iter().enumerate().filter(|(_, piece)| piece.underline) {
            // The rule runs on through the space to the next underlined word.
            let joined = pieces.get(at + 1).is_some_and(|next| next.underline);
            let end = piece.x + piece.word.width * size + if joined { piece.space.unwrap_or(0.0) } else { 0.0 };
            ops.push(Op::SetOutlineThickness { pt: Pt(hundredths(size * 0.05)) });
            ops.push(stroke(page, (x + piece.x, y + size * 0.12), (x + end, y + size * 0.12)));
        }
    }
}

fn hundredths(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
