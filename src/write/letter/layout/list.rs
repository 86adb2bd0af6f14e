//! Hanging lists: label, colon, marker and text, each in its column.

use super::{MM, Setter, plain};
use crate::write::letter::layout::Item;
use crate::write::letter::naskah::{Align, Entry, List};

/// Least distance from label to colon, in mm, so that short lists of one letter line up.
const LABEL_MM: f32 = 27.0;
/// From colon to text.
const COLON_MM: f32 = 5.0;
/// From marker to text.
const MARKER_MM: f32 = 8.0;

/// Where the columns of a list begin, in points from the left margin.
struct Columns {
    label: f32,
    colon: f32,
    text: f32,
    /// Width of the marker column.
    marker: f32,
}

impl Setter<'_> {
    pub(super) fn list(&mut self, list: &List) {
        let columns = self.columns(list);
        for (at, entry) in list.entries.iter().enumerate() {
            self.gap = self.gap.max(self.style.line_height() * 0.18 * self.tight.gap);
            let marker = entry.marker.as_deref().filter(|_| !is_single(&list.entries[at..]));
            self.entry(entry, marker, &columns, list.align);
        }
    }

    fn columns(&mut self, list: &List) -> Columns {
        let label = list.indent * MM;
        let widest = list.entries.iter().filter_map(|entry| entry.label.as_ref()).map(|label| self.text_width(label));
        let widest = widest.fold(0.0, f32::max);
        let labelled = list.entries.iter().any(|entry| entry.label.is_some());
        let wished = list.label.map_or(LABEL_MM * MM, |mm| mm * MM);
        let colon = label + wished.max(widest + 1.5 * MM);
        let text = if labelled { colon + COLON_MM * MM } else { label };
        let markers = list.entries.iter().filter_map(|entry| entry.marker.as_deref());
        let widest_marker = markers.map(|marker| self.text_width(&plain(marker))).fold(0.0, f32::max);
        Columns { label, colon, text, marker: (MARKER_MM * MM).max(widest_marker + 2.0 * MM) }
    }

    fn entry(&mut self, entry: &Entry, marker: Option<&str>, columns: &Columns, align: Align) {
        let mut first: Vec<Item> = Vec::new();
        if let Some(label) = &entry.label {
            first.append(&mut self.single(label, columns.label));
            first.append(&mut self.single(&plain(":"), columns.colon));
        }
        let mut text = columns.text + entry.level as f32 * columns.marker;
        if let Some(marker) = marker {
            first.append(&mut self.single(&plain(marker), text));
            text += columns.marker;
        }
        let width = self.setup.content_width() - text;
        let lines = self.break_lines(&entry.body, width, align, false);
        self.push_lines(lines, text, first, false);
    }
}

/// Whether the first of these is the only item under its label: one item is not counted.
fn is_single(entries: &[Entry]) -> bool {
    let [first, rest @ ..] = entries else { return false };
    let others = rest.iter().take_while(|entry| entry.label.is_none());
    first.label.is_some() && !others.into_iter().any(|entry| entry.level == 0 && entry.marker.is_some())
}
