//! What a sheet tells beside its cells, taken up while its part is inflated: the regions of merged cells, which stand
//! behind the cells, hidden rows, and numbers of 18 plain digits, which a double cannot hold. A second pass over the sheet costs as
//! much as the first.

use std::ops::Range;

use super::hidden::xml::Gathering;
use super::merged::Region;
use super::scan;

/// Digits of an NIP.
pub(super) const DIGITS: usize = 18;
/// No sheet has more rows; a hostile one has no more to tell.
const MOST_STORED: usize = 1_048_576;
/// Bytes of merged regions that are kept; an office's sheet has a few hundred regions.
const MOST_REGIONS: usize = 32 * 1024 * 1024;
/// As far back a cell's own tag is looked for.
const LONGEST_CELL: usize = 256;

/// One number of 18 digits, its row and column from zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stored {
    pub row: u32,
    pub col: u32,
    pub digits: [u8; DIGITS],
}

/// What was taken up of one sheet.
#[derive(Clone, Debug, Default)]
pub(super) struct Passing {
    pub stored: Vec<Stored>,
    /// A number of 18 digits stands in a cell without an address.
    pub unaddressed: bool,
    /// The tags are written with a prefix, so that regions are not found here.
    pub prefixed: bool,
    pub hidden: Box<Gathering>,
    regions: Vec<u8>,
    in_regions: bool,
    /// The end of the chunk before.
    held: Vec<u8>,
    begun: bool,
}

impl Passing {
    pub fn take(&mut self, chunk: &[u8]) {
        if !std::mem::replace(&mut self.begun, true) {
            self.prefixed = !chunk.windows(10).any(|window| window == b"<worksheet");
        }
        self.hidden.take(chunk);
        // A value may lie on both sides of a chunk's end: a little of each is looked at together.
        let mut seam = std::mem::take(&mut self.held);
        let old = seam.len();
        seam.extend_from_slice(&chunk[..chunk.len().min(LONGEST_CELL + 2 * DIGITS)]);
        self.numbers(&seam, old.saturating_sub(DIGITS)..old + LONGEST_CELL);
        self.numbers(chunk, LONGEST_CELL..chunk.len());
        self.take_regions(&seam, old, chunk);
        let whole = if chunk.len() >= LONGEST_CELL { chunk } else { &seam };
        self.held = whole[whole.len().saturating_sub(LONGEST_CELL)..].to_vec();
    }

    /// Every number that begins within these places: one of any 18 in a row is one of its digits.
    fn numbers(&mut self, xml: &[u8], within: Range<usize>) {
        for at in (within.start..xml.len().min(within.end + DIGITS)).step_by(DIGITS) {
            if !xml[at].is_ascii_digit() {
                continue;
            }
            if let Some(start) = run_of_18(xml, at).filter(|start| within.contains(start)) {
                self.number(xml, start);
            }
        }
    }

    fn number(&mut self, xml: &[u8], start: usize) {
        let before = &xml[start.saturating_sub(LONGEST_CELL)..start];
        let Some(before) = before.strip_suffix(b"v>") else { return };
        match last_address(before) {
            Some((row, col)) if self.stored.len() < MOST_STORED => {
                let mut digits = [0; DIGITS];
                digits.copy_from_slice(&xml[start..start + DIGITS]);
                self.stored.push(Stored { row, col, digits });
            }
            Some(_) => {}
            None => self.unaddressed = true,
        }
    }

    fn take_regions(&mut self, seam: &[u8], old: usize, chunk: &[u8]) {
        const BEGIN: &[u8] = b"<mergeCells";
        let first = |xml: &[u8]| xml.windows(BEGIN.len()).position(|window| window == BEGIN);
        if self.in_regions {
            let room = MOST_REGIONS - self.regions.len();
            self.regions.extend_from_slice(&chunk[..chunk.len().min(room)]);
        } else if let Some(at) = first(&seam[old.saturating_sub(BEGIN.len() - 1)..seam.len().min(old + BEGIN.len())]) {
            self.in_regions = true;
            self.regions = seam[old.saturating_sub(BEGIN.len() - 1) + at..old].to_vec();
            self.regions.extend_from_slice(chunk);
        } else if scan::pairs(chunk, *b"<m") > 0
            && let Some(at) = first(chunk)
        {
            self.in_regions = true;
            self.regions = chunk[at..].to_vec();
        }
    }

    /// The merged regions, in file order.
    pub fn merged(&self) -> Vec<Region> {
        let text = String::from_utf8_lossy(&self.regions);
        let text = text.split("</mergeCells").next().unwrap_or_default();
        let references = text.split("ref=").skip(1).filter_map(|rest| rest.get(1..)?.split(['"', '\'']).next());
        references.filter_map(region).collect()
    }
}

/// Where a run of exactly 18 digits begins that holds this place.
fn run_of_18(xml: &[u8], at: usize) -> Option<usize> {
    let back = xml[..at].iter().rev().take(DIGITS).take_while(|sign| sign.is_ascii_digit()).count();
    let start = at - back;
    let run = xml.get(start..=start + DIGITS)?;
    let is_run = run[..DIGITS].iter().all(u8::is_ascii_digit) && run[DIGITS] == b'<';
    is_run.then_some(start)
}

/// The address in the last `<c …>` before a value.
fn last_address(before: &[u8]) -> Option<(u32, u32)> {
    let cell = before.windows(3).rposition(|window| window == b"<c " || window == b":c ")?;
    let attributes = before[cell..].split(|&sign| sign == b'>').next()?;
    let at = attributes.windows(4).position(|window| window == b" r=\"" || window == b" r='")?;
    let text = attributes[at + 4..].split(|&sign| matches!(sign, b'"' | b'\'')).next()?;
    address(text)
}

/// `B5` as row 4, column 1.
fn address(text: &[u8]) -> Option<(u32, u32)> {
    let letters = text.iter().take_while(|sign| sign.is_ascii_alphabetic()).count();
    let col = text[..letters].iter().try_fold(0u32, |col, letter| {
        col.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    })?;
    let row: u32 = std::str::from_utf8(&text[letters..]).ok()?.parse().ok()?;
    Some((row.checked_sub(1)?, col.checked_sub(1)?))
}

/// `B2:B5`, or `B2` for one cell.
fn region(text: &str) -> Option<Region> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let ((top, col), (bottom, _)) = (address(first.as_bytes())?, address(last.as_bytes())?);
    Some(Region { rows: top..=bottom, col })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> String {
        let number = |row: u32| {
            format!(
                "<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>198601012015011001</t></is></c><c r=\"B{row}\" s=\"1\"><v>{}</v></c><c r=\"C{row}\"><v>1986010120150110011</v></c></row>",
                198_601_012_015_011_000 + u64::from(row)
            )
        };
        let rows: String = (1..=40).map(number).collect();
        format!(
            "<worksheet><sheetData>{rows}</sheetData><mergeCells count=\"2\"><mergeCell ref=\"A2:A5\"/><mergeCell ref=\"C7:D7\"/></mergeCells><x ref=\"Z1\"/></worksheet>"
        )
    }

    #[test]
    fn numbers_and_regions_are_found_however_the_part_is_cut() {
        let xml = sheet();
        for size in (1..700).chain([xml.len()]) {
            let mut passing = Passing::default();
            xml.as_bytes().chunks(size).for_each(|chunk| passing.take(chunk));
            let stored: Vec<(u32, u32)> = passing.stored.iter().map(|stored| (stored.row, stored.col)).collect();
            assert_eq!(stored, (0..40).map(|row| (row, 1)).collect::<Vec<_>>(), "{size}");
            assert_eq!(&passing.stored[6].digits, b"198601012015011007");
            let merged: Vec<_> = passing.merged().into_iter().map(|region| (region.rows, region.col)).collect();
            assert_eq!(merged, [(1..=4, 0), (6..=6, 2)], "{size}");
            assert!(!passing.unaddressed);
        }
    }

    #[test]
    fn what_is_not_told_here_is_said() {
        let mut passing = Passing::default();
        passing.take(b"<x:worksheet><x:c><x:v>198601012015011001</x:v>");
        assert!(passing.prefixed && passing.unaddressed && passing.stored.is_empty());
    }
}
