//! Bars, rules, and the lines below words.

use printpdf::{Line, LinePoint, Op, PaintMode, Point, Polygon, PolygonRing, Pt, WindingOrder};

use super::ops::{grey, hundredths};
use crate::write::letter::layout::{Item, Page};

pub(super) fn fills(page: &Page, ops: &mut Vec<Op>) {
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

pub(super) fn rules(page: &Page, ops: &mut Vec<Op>) {
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

pub(super) fn underlines(page: &Page, ops: &mut Vec<Op>) {
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
