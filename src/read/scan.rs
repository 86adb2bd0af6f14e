//! What passes by while a part of a workbook is inflated: tags, depth, and the length of a single value. The reader
//! crates have no bound on any of them; a file of a few kilobytes could keep them busy for hours.

use super::inflate::Packed;
use super::passing::Passing;
use super::refusal::Refusal;
use crate::finding::catalogue;
use crate::settings::Batas;

const MB: u64 = 1024 * 1024;
/// Tags that a cell takes: `<c><v>` and their ends, and one more for rich text.
const TAGS_A_CELL: u64 = 5;
/// A sheet may have as many in any case.
const FEWEST_TAGS: u64 = 1_000_000;
/// Excel itself has at most 65,490 cell formats; styles, relations and the list of sheets stay far below this.
const MOST_TAGS_ELSEWHERE: u64 = 2_000_000;
/// Real parts nest a dozen deep. A comment counts as a tag that never ends.
const DEEPEST: i64 = 10_000;
/// Bytes without a single tag: 32,767 characters fit into a cell, and a picture is no text.
const LONGEST_VALUE: u64 = 16 * MB;
/// What the reader keeps for each tag of the shared strings beside their text: 48 bytes for the three of a string.
const MEMORY_A_TAG: u64 = 16;
const MEMORY_A_STRING: u64 = 24;

/// How much of what a file may have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    cells: u64,
    memory_mb: u64,
}

impl Limits {
    pub fn of(batas: &Batas) -> Limits {
        Limits { cells: batas.sel_per_lembar, memory_mb: batas.memori_mb }
    }

    /// Rows without cells, merged regions and the like have room beside the cells.
    fn tags_a_sheet(&self) -> u64 {
        self.cells.saturating_mul(TAGS_A_CELL).max(FEWEST_TAGS)
    }
}

/// What kind of part it is, as far as limits go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Sheet,
    SharedStrings,
    /// Any other XML.
    Xml,
    /// Shared strings of an xlsb, which are no XML.
    BinaryStrings,
    Binary,
}

/// Looks at one part while it passes.
#[derive(Clone, Debug)]
pub(super) struct Scan {
    kind: Kind,
    begun: bool,
    bytes: u64,
    tags: u64,
    depth: i64,
    /// Bytes since the last tag began.
    run: u64,
    /// The last byte seen: two signs may lie on either side of a chunk's end.
    last: u8,
    /// What a sheet tells on the way.
    pub passing: Passing,
}

impl Scan {
    /// By the name of the part, in lower case.
    pub fn of(name: &str) -> Scan {
        let is_xml = [".xml", ".rels", ".vml"].iter().any(|ending| name.ends_with(ending));
        let kind = match () {
            () if name.ends_with("sharedstrings.xml") => Kind::SharedStrings,
            () if name.ends_with("sharedstrings.bin") => Kind::BinaryStrings,
            () if is_xml && (name.contains("sheets/") || name == "content.xml") => Kind::Sheet,
            () if is_xml => Kind::Xml,
            () => Kind::Binary,
        };
        Scan { kind, begun: false, bytes: 0, tags: 0, depth: 0, run: 0, last: 0, passing: Passing::default() }
    }

    /// One that finds nothing.
    pub fn nothing() -> Scan {
        Scan::of("")
    }

    pub fn is_sheet(&self) -> bool {
        self.kind == Kind::Sheet
    }

    pub fn is_strings(&self) -> bool {
        matches!(self.kind, Kind::SharedStrings | Kind::BinaryStrings)
    }

    /// Takes the next bytes of the part in.
    pub fn look(&mut self, chunk: &[u8], limits: &Limits) -> Result<(), Refusal> {
        let (Some(&first), Some(&last)) = (chunk.first(), chunk.last()) else { return Ok(()) };
        if self.kind == Kind::Binary || self.kind == Kind::BinaryStrings {
            return Ok(());
        }
        if !std::mem::replace(&mut self.begun, true) {
            check_start(chunk)?;
        }
        let across = |pair: [u8; 2]| u64::from(self.last == pair[0] && first == pair[1]);
        let ends = pairs(chunk, *b"</") + across(*b"</");
        let empty = pairs(chunk, *b"/>") + across(*b"/>");
        let tags = signs(chunk, b'<');
        self.last = last;
        self.tags += tags;
        // An end takes back its own tag and the one it ends.
        self.depth += tags as i64 - 2 * ends as i64 - empty as i64;
        self.bytes += chunk.len() as u64;
        self.run = match chunk.iter().rposition(|&sign| sign == b'<') {
            Some(at) => (chunk.len() - at) as u64,
            None => self.run + chunk.len() as u64,
        };
        if self.kind == Kind::Sheet {
            self.passing.take(chunk);
        }
        self.judge(limits)
    }

    fn judge(&self, limits: &Limits) -> Result<(), Refusal> {
        let refuse = |problem: String| Err(Refusal::new(&catalogue::BATAS_BERKAS, problem));
        if self.depth > DEEPEST {
            return refuse(format!("isi berkas ini bersarang lebih dari {DEEPEST} tingkat"));
        }
        if self.run > LONGEST_VALUE {
            return refuse(format!("berkas ini memuat satu nilai yang lebih dari {} MB", LONGEST_VALUE / MB));
        }
        match self.kind {
            Kind::Sheet if self.tags > limits.tags_a_sheet() => {
                let (most, cells) = (limits.tags_a_sheet(), limits.cells);
                refuse(format!("satu lembar berkas ini terdiri atas lebih dari {most} unsur, untuk batas {cells} sel"))
            }
            Kind::SharedStrings if self.bytes + self.tags * MEMORY_A_TAG > limits.memory_mb.saturating_mul(MB) => {
                refuse(strings_too_large(limits))
            }
            Kind::Xml if self.tags > MOST_TAGS_ELSEWHERE => {
                refuse(format!("satu bagian berkas ini terdiri atas lebih dari {MOST_TAGS_ELSEWHERE} unsur"))
            }
            Kind::Sheet | Kind::SharedStrings | Kind::Xml | Kind::BinaryStrings | Kind::Binary => Ok(()),
        }
    }
}

/// Refuses shared strings whose number, as the start of their part tells it, does not fit into memory.
pub(super) fn most_strings(start: &[u8], packed: &Packed, limits: &Limits) -> Result<(), Refusal> {
    let memory = limits.memory_mb.saturating_mul(MB);
    let told = match start.windows(12).position(|window| window == b"uniqueCount=") {
        Some(at) => number(&start[at + 13..]),
        None => 0,
    };
    if told.saturating_mul(MEMORY_A_STRING) > memory || packed.size > memory {
        return Err(Refusal::new(&catalogue::BATAS_BERKAS, strings_too_large(limits)));
    }
    // Behind a long comment it could say anything.
    let has_begun = start.windows(3).any(|window| window == b"sst") || (start.len() as u64) == packed.size;
    if has_begun || !start.starts_with(b"<") { Ok(()) } else { Err(super::book::damaged()) }
}

fn strings_too_large(limits: &Limits) -> String {
    format!("daftar teks berkas ini tidak muat dalam memori {} MB", limits.memory_mb)
}

fn number(digits: &[u8]) -> u64 {
    let digits = digits.iter().skip_while(|sign| sign.is_ascii_whitespace()).take_while(|sign| sign.is_ascii_digit());
    digits.fold(0u64, |number, digit| number.saturating_mul(10).saturating_add(u64::from(digit - b'0')))
}

/// Refuses what no program writes into a workbook, and no reader should take: other encodings, and definitions that can
/// grow without end or lead out of the file.
fn check_start(start: &[u8]) -> Result<(), Refusal> {
    let refuse = |problem: &str| Err(Refusal::new(&catalogue::ISI_TERTOLAK, problem));
    if [b"\xFF\xFE", b"\xFE\xFF", b"<\0", b"\0<"].iter().any(|mark| start.starts_with(*mark)) {
        return refuse("sebagian isi berkas ini ditulis dalam UTF-16, yang tidak dibaca di dalam buku kerja");
    }
    if start.windows(9).any(|window| window == b"<!DOCTYPE") {
        return refuse("sebagian isi berkas ini mendefinisikan entitas XML (DTD), yang tidak dibaca");
    }
    Ok(())
}

/// How often a sign occurs. Blocks of 255 fit into a byte of a vector register.
fn signs(chunk: &[u8], sign: u8) -> u64 {
    let of = |block: &[u8]| u64::from(block.iter().fold(0u8, |count, &byte| count + u8::from(byte == sign)));
    chunk.chunks(255).map(of).sum()
}

/// How often two signs stand side by side.
pub(super) fn pairs(chunk: &[u8], [first, second]: [u8; 2]) -> u64 {
    let next = chunk.get(1..).unwrap_or_default();
    let of = |(a, b): (&[u8], &[u8])| {
        let same = a.iter().zip(b).fold(0u8, |count, (&a, &b)| count + u8::from((a == first) & (b == second)));
        u64::from(same)
    };
    chunk.chunks(255).zip(next.chunks(255)).map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits { cells: 100, memory_mb: 1 };

    fn look(name: &str, xml: &[u8], chunk: usize) -> Result<Scan, Refusal> {
        let mut scan = Scan::of(name);
        xml.chunks(chunk).try_for_each(|chunk| scan.look(chunk, &LIMITS))?;
        Ok(scan)
    }

    #[test]
    fn tags_and_depth_are_the_same_however_the_part_is_cut() {
        let xml = b"<a><b x='1'/><c>text</c><d/></a>";
        for chunk in 1..=xml.len() {
            let scan = look("xl/worksheets/sheet1.xml", xml, chunk).unwrap();
            assert_eq!((scan.tags, scan.depth), (6, 0), "{chunk}");
        }
        assert_eq!(look("xl/worksheets/sheet1.xml", &b"<a><b/>".repeat(60), 7).unwrap().depth, 60);
    }

    #[test]
    fn counts_hold_beyond_a_block() {
        let long = b"</>".repeat(10_000);
        assert_eq!((signs(&long, b'<'), pairs(&long, *b"</"), pairs(&long, *b"/>")), (10_000, 10_000, 10_000));
    }

    #[test]
    fn each_limit_is_named() {
        let told = |name: &str, xml: &[u8]| look(name, xml, 50_000).map_err(|refusal| refusal.problem).unwrap_err();
        assert!(told("xl/worksheets/sheet1.xml", &b"<c/>".repeat(1_000_001)).contains("batas 100 sel"));
        assert!(told("xl/styles.xml", &b"<i>".repeat(10_001)).contains("10000 tingkat"));
        assert!(told("xl/styles.xml", &vec![b'a'; (16 << 20) + 1]).contains("16 MB"));
        assert!(told("xl/styles.xml", &b"<xf/>".repeat(2_000_001)).contains("2000000 unsur"));
        assert!(told("xl/sharedstrings.xml", &b"<si><t/></si>".repeat(30_000)).contains("memori 1 MB"));
        assert!(told("xl/worksheets/sheet1.xml", b"\xFF\xFE<\0").contains("UTF-16"));
        assert!(look("xl/media/image1.png", &b"<".repeat(20_000), 999).is_ok());
    }
}
