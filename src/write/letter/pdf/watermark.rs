//! The watermark as shapes.

use printpdf::{LinePoint, Op, PaintMode, Point, Polygon, PolygonRing, Pt, WindingOrder};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};

use super::ops::{grey, hundredths};
use crate::write::letter::layout::{Item, Page};
use crate::write::letter::text::Shaper;

/// Its grey (1 is white).
const WATERMARK_GREY: f32 = 0.92;

/// The watermark is drawn as shapes, not written as text: so it is not read, searched or copied with the letter.
pub(super) fn watermarks(shaper: &Shaper, page: &Page, ops: &mut Vec<Op>) {
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
