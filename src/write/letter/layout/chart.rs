//! Bars: for each name one bar or two, with their numbers at the end.

use super::pages::Row;
use super::{Item, MM, Setter, plain};
use crate::write::letter::naskah::{Align, Chart, ChartRow, Runs};

/// Greys of the two series, dark and light enough to be told apart on any copier.
const GREYS: [f32; 2] = [0.35, 0.78];
/// Height of a bar in sizes; white between bars of a row and around the row in points.
const BAR: f32 = 0.62;
const BETWEEN: f32 = 1.2;
const AROUND: f32 = 2.5;
/// White between name, axis and number in points.
const BESIDE: f32 = 4.0;
/// Leading of names of more than one line.
const LEADING: f32 = 1.1;

/// What all rows of a chart share, in points.
struct Scale {
    /// The axis from which bars grow.
    axis: f32,
    label_width: f32,
    /// Width of a bar of value one.
    one: f32,
}

impl Setter<'_> {
    pub(super) fn chart(&mut self, chart: &Chart) {
        let style = self.style;
        self.style.leading = LEADING;
        self.legend(&chart.series);
        let scale = self.scale(chart);
        let count = chart.rows.len();
        for (at, row) in chart.rows.iter().enumerate() {
            // Two rows at either end stay together, as in tables.
            let keep = at == 0 || at + 2 == count;
            let (height, items) = self.bars(row, &scale);
            let before = std::mem::take(&mut self.gap);
            self.rows.push(Row { height, before, keep, items, ..Row::default() });
        }
        self.style = style;
    }

    fn scale(&mut self, chart: &Chart) -> Scale {
        let label_width = (chart.label * MM).min(self.setup.content_width() / 2.0);
        let axis = self.setup.left() + label_width + BESIDE;
        let values = || chart.rows.iter().flat_map(|row| &row.values);
        let numbers = values().map(|(text, _)| self.text_width(&plain(text))).fold(0.0, f32::max);
        let room = self.setup.left() + self.setup.content_width() - axis - numbers - 2.0 * BESIDE;
        let most = values().map(|(_, value)| *value).fold(0.0, f32::max);
        Scale { axis, label_width, one: if most > 0.0 { room.max(1.0) / most } else { 0.0 } }
    }

    /// A small square and a name for each series, above the axis.
    fn legend(&mut self, series: &[Runs]) {
        let mut x = self.setup.left();
        let mut items = Vec::new();
        let (size, baseline, height) = (self.style.size, self.baseline(self.style), self.style.line_height());
        for (body, grey) in series.iter().zip(GREYS) {
            let side = size * BAR;
            items.push(Item::Fill { x, y: baseline - side, width: side, height: side, grey });
            x += side + BESIDE;
            let width = self.text_width(body);
            items.extend(self.single(body, x - self.setup.left()));
            x += width + 3.0 * BESIDE;
        }
        let before = std::mem::take(&mut self.gap);
        self.rows.push(Row { height: height + AROUND, before, keep: true, items, ..Row::default() });
    }

    fn bars(&mut self, row: &ChartRow, scale: &Scale) -> (f32, Vec<Item>) {
        let size = self.style.size;
        let (bar, step) = (size * BAR, self.style.line_height());
        let names = self.break_lines(&row.name, scale.label_width, Align::Right, false);
        let names_height = names.len() as f32 * step;
        let bars_height = row.values.len() as f32 * (bar + BETWEEN) - BETWEEN;
        let height = names_height.max(bars_height) + 2.0 * AROUND;
        let (baseline, left) = (self.baseline(self.style), self.setup.left());
        let mut items = vec![Item::Rule { from: (scale.axis, 0.0), to: (scale.axis, height), thick: 0.5 }];
        for (at, line) in names.into_iter().enumerate() {
            let y = (height - names_height) / 2.0 + at as f32 * step + baseline;
            items.push(Item::Text { x: left + line.x, y, size, pieces: line.pieces });
        }
        for (at, ((text, value), grey)) in row.values.iter().zip(GREYS).enumerate() {
            let y = (height - bars_height) / 2.0 + at as f32 * (bar + BETWEEN);
            let width = value * scale.one;
            if width > 0.0 {
                items.push(Item::Fill { x: scale.axis, y, width, height: bar, grey });
            }
            items.extend(self.number(text, scale.axis + width + BESIDE, y + bar));
        }
        (height, items)
    }

    /// A number at the end of its bar, on the line of the bar's foot, and no taller than the bar.
    fn number(&mut self, text: &str, x: f32, foot: f32) -> Vec<Item> {
        let own = self.style;
        self.style.size *= 0.85;
        let items = self.single(&plain(text), x - self.setup.left());
        self.style = own;
        let at_foot = |item: Item| match item {
            Item::Text { x, size, pieces, .. } => Item::Text { x, y: foot, size, pieces },
            other => other,
        };
        items.into_iter().map(at_foot).collect()
    }
}
