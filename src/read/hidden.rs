//! Rows that a filter or a hand has hidden. They are data like all others and are read; but whoever looks at the sheet
//! does not see them, so they are counted. The reader crates do not tell them, the sheet's XML does.

use std::collections::BTreeSet;

use super::book::Book;
use super::report::rows_in_words;
use super::scan;
use super::sheet::Found;
use crate::finding::{Finding, Place, catalogue};
use crate::model::cells::Table;

/// B-25 for the sheet of an xlsx that was streamed last, where rows of its data are hidden.
pub(super) fn finding(book: &Book<'_>, sheet: &Place, found: &[Found]) -> Option<Finding> {
    let passing = book.passing()?;
    let rows: Vec<u32> = found.iter().flat_map(|found| passing.hidden.of(&found.table)).collect();
    if rows.is_empty() {
        return None;
    }
    let problem =
        format!("{} baris data tersembunyi atau tersaring dan ikut dibaca ({})", rows.len(), rows_in_words(&rows));
    Some(Finding::new(&catalogue::BARIS_TERSEMBUNYI, sheet.clone(), "", problem))
}

/// The hidden rows of a sheet, gathered while its XML passes in chunks.
#[derive(Clone, Debug, Default)]
pub(super) struct Hidden {
    /// From zero.
    rows: BTreeSet<u32>,
    /// The end of the chunk before: a tag may lie on both sides.
    held: Vec<u8>,
}

/// A row's tag is shorter.
const LONGEST_TAG: usize = 512;
const SIGN: &[u8] = b"hidden=";
/// No sheet has more rows.
const MOST_ROWS: usize = 1_048_576;

impl Hidden {
    pub fn take(&mut self, chunk: &[u8]) {
        let mut seam = std::mem::take(&mut self.held);
        seam.extend_from_slice(&chunk[..chunk.len().min(LONGEST_TAG)]);
        self.look(&seam);
        self.look(chunk);
        let whole = if chunk.len() >= LONGEST_TAG { chunk } else { &seam };
        self.held = whole[whole.len().saturating_sub(LONGEST_TAG)..].to_vec();
    }

    /// A tag seen twice is the same row.
    fn look(&mut self, xml: &[u8]) {
        // Most sheets hide nothing, and this is looked for in every byte of them.
        if scan::pairs(xml, *b"hi") == 0 {
            return;
        }
        let mut from = 0;
        // Hardly any byte of a sheet but those of this word is an `h`.
        while let Some(at) = xml[from..].iter().position(|byte| *byte == b'h').map(|at| from + at) {
            from = at + 1;
            if xml[at..].starts_with(SIGN) && self.rows.len() < MOST_ROWS {
                self.rows.extend(row_hidden_at(xml, at));
            }
        }
    }

    fn of(&self, table: &Table) -> Vec<u32> {
        table.rows.iter().map(|row| row.row).filter(|row| self.rows.contains(row)).collect()
    }
}

/// The row, from zero, whose tag says at this place that it is hidden.
fn row_hidden_at(xml: &[u8], at: usize) -> Option<u32> {
    let start = xml[..at].iter().rposition(|byte| *byte == b'<')?;
    let length = xml[start..].iter().position(|byte| *byte == b'>')?;
    let tag = std::str::from_utf8(&xml[start..start + length]).ok()?;
    let name = tag.get(1..)?.split_whitespace().next()?;
    if name.rsplit(':').next() != Some("row") {
        return None;
    }
    let value = |key: &str| {
        let rest = tag.split_once(&format!(" {key}="))?.1;
        rest.get(1..)?.split(['"', '\'']).next()
    };
    matches!(value("hidden"), Some("1" | "true")).then(|| value("r")?.parse::<u32>().ok()?.checked_sub(1)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_are_seen_wherever_the_chunks_are_cut() {
        let xml = "<worksheet><cols><col min=\"1\" hidden=\"1\"/></cols><sheetData><row r=\"2\" hidden=\"1\"><c r=\"A2\"/>\
                   </row><row r=\"3\" spans=\"1:3\" ht=\"20\" hidden='true'/><row r=\"4\" hidden=\"0\"/><x:row r=\"5\" \
                   hidden=\"1\"/><row hidden=\"1\"/></sheetData></worksheet>";
        for size in [1, 7, 30, xml.len()] {
            let mut hidden = Hidden::default();
            xml.as_bytes().chunks(size).for_each(|chunk| hidden.take(chunk));
            assert_eq!(hidden.rows, BTreeSet::from([1, 2, 4]), "{size}");
        }
    }
}
