//! What an xlsx hides, gathered while the XML of a sheet passes in chunks.

use super::Hidden;
use crate::read::scan;

/// The hidden rows and columns of a sheet, as far as its XML has passed.
#[derive(Clone, Debug, Default)]
pub(in crate::read) struct Gathering {
    hidden: Hidden,
    /// The end of the chunk before: a tag may lie on both sides.
    held: Vec<u8>,
}

/// A row's tag is shorter.
const LONGEST_TAG: usize = 512;
const SIGN: &[u8] = b"hidden=";

impl Gathering {
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
            if xml[at..].starts_with(SIGN) {
                self.tag(xml, at).unwrap_or_default();
            }
        }
    }

    pub fn hidden(&self) -> &Hidden {
        &self.hidden
    }

    /// Takes the row or the columns whose tag says at this place that they are hidden. `None` for any other tag.
    fn tag(&mut self, xml: &[u8], at: usize) -> Option<()> {
        let start = xml[..at].iter().rposition(|byte| *byte == b'<')?;
        let length = xml[start..].iter().position(|byte| *byte == b'>')?;
        let tag = std::str::from_utf8(&xml[start..start + length]).ok()?;
        let name = tag.get(1..)?.split_whitespace().next()?;
        let value = |key: &str| {
            let rest = tag.split_once(&format!(" {key}="))?.1;
            rest.get(1..)?.split(['"', '\'']).next()
        };
        let number = |key: &str| value(key)?.parse::<u32>().ok()?.checked_sub(1);
        if !matches!(value("hidden"), Some("1" | "true")) {
            return None;
        }
        match name.rsplit(':').next() {
            Some("row") => self.hidden.rows.add(number("r")?, number("r")?),
            Some("col") => self.hidden.cols.add(number("min")?, number("max")?),
            _ => {}
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_seen_wherever_the_chunks_are_cut() {
        let xml = "<worksheet><cols><col min=\"1\" max=\"1\" hidden=\"1\"/><col min=\"4\" max=\"6\" hidden='1'/></cols>\
                   <sheetData><row r=\"2\" hidden=\"1\"><c r=\"A2\"/></row><row r=\"3\" spans=\"1:3\" ht=\"20\" \
                   hidden='true'/><row r=\"4\" hidden=\"0\"/><x:row r=\"5\" hidden=\"1\"/><row hidden=\"1\"/></sheetData>\
                   </worksheet>";
        let mut expected = Hidden::default();
        [1, 2, 4].into_iter().for_each(|row| expected.rows.add(row, row));
        [(0, 0), (3, 5)].into_iter().for_each(|(first, last)| expected.cols.add(first, last));
        for size in [1, 7, 30, xml.len()] {
            let mut gathering = Gathering::default();
            xml.as_bytes().chunks(size).for_each(|chunk| gathering.take(chunk));
            assert_eq!(gathering.hidden, expected, "{size}");
        }
    }
}
