//! Rows under a header that are no data: column numbers, a header printed again, totals, group headings, and the
//! block of signatures, whose signer must never become a person (domain §3.3, D7 to D9).

mod words;

use std::collections::BTreeSet;

use self::words::{digits, group_name, is_group_letter, is_numbering, is_opening, is_signer, is_total, whole_number};
use crate::model::cells::{CellKind, RawCell, RawRow};

/// What a row looks like over all its columns, known or not. Noted while its cells stream by.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shape {
    /// Cells that are not empty.
    filled: u16,
    /// The first cell says JUMLAH or TOTAL.
    total: bool,
    /// The first cell is a number, as a row's own number is.
    numbered: bool,
    /// The first cell is a letter or a roman number, as that of a group is.
    lettered: bool,
    /// Some cell opens a signature block.
    opening: bool,
    /// Some cell is a signer's NIP.
    signer: bool,
}

impl Shape {
    pub fn take(&mut self, kind: CellKind, text: Option<&str>) {
        if self.filled == 0 {
            self.numbered = kind == CellKind::Number || text.is_some_and(|text| whole_number(text).is_some());
            self.total = text.is_some_and(is_total);
            self.lettered = text.is_some_and(is_group_letter);
        }
        self.filled = self.filled.saturating_add(1);
        // A row with many cells is data whatever its cells say.
        if self.filled <= MOST_SIGNATURES {
            self.opening |= text.is_some_and(is_opening);
            self.signer |= text.is_some_and(is_signer);
        }
    }
}

/// A row of a signature block has a cell for each signer, and there are rarely more than three.
const MOST_SIGNATURES: u16 = 4;

/// The rows (from zero) left out, by reason.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Skipped {
    pub numbers: Vec<u32>,
    pub headers: Vec<u32>,
    pub totals: Vec<u32>,
    pub groups: Vec<u32>,
    pub signatures: Vec<u32>,
}

impl Skipped {
    /// All rows left out.
    pub fn rows(&self) -> BTreeSet<u32> {
        self.reasons().into_iter().flat_map(|(_, rows)| rows.iter().copied()).collect()
    }

    /// Each reason in words with its rows.
    pub fn reasons(&self) -> [(&'static str, &[u32]); 5] {
        [
            ("nomor kolom", &self.numbers),
            ("judul kolom yang berulang", &self.headers),
            ("jumlah", &self.totals),
            ("judul kelompok", &self.groups),
            ("tanda tangan", &self.signatures),
        ]
    }
}

/// A table as far as needed to tell its data from the rest.
pub(super) struct View<'a> {
    /// Number of known columns.
    pub width: usize,
    pub nip: Option<u32>,
    pub nama: Option<u32>,
    /// Column and text of the header's cells.
    pub printed: &'a [(u32, Box<str>)],
    pub rows: &'a [RawRow],
    pub shapes: &'a [Shape],
    /// Rows whose only cell is a text outside the known columns, with that text.
    pub lone: &'a [(u32, Box<str>)],
}

impl View<'_> {
    /// The rows that are no data.
    pub fn skipped(&self) -> Skipped {
        let mut skipped = Skipped::default();
        let most = self.most();
        let mut after_header = true;
        let mut run: Vec<usize> = Vec::new();
        for (at, (row, shape)) in self.rows.iter().zip(self.shapes).enumerate() {
            let sparse = shape.filled <= MOST_SIGNATURES && shape.filled * 2 <= most && !self.is_person(row);
            let footer = sparse && !shape.total;
            if !footer {
                self.close(&run, false, most, &mut skipped);
                run.clear();
            }
            if after_header && is_numbering(row) {
                skipped.numbers.push(row.row);
            } else if self.is_header(row) {
                skipped.headers.push(row.row);
                after_header = true;
                continue;
            } else if shape.total && !self.is_person(row) {
                skipped.totals.push(row.row);
            } else if footer {
                run.push(at);
            }
            after_header = after_header && (row.is_empty() || is_numbering(row) || footer && self.is_words(row));
        }
        self.close(&run, true, most, &mut skipped);
        skipped
    }

    /// Judges a run of rows with few cells: a signature block from its first line on, or headings of groups.
    fn close(&self, run: &[usize], last: bool, most: u16, skipped: &mut Skipped) {
        let opening = run.iter().position(|&at| self.shapes[at].opening);
        let block = opening.or_else(|| {
            let signer =
                run.iter().position(|&at| self.shapes[at].signer || (last && self.is_lone_nip(&self.rows[at])))?;
            // The lines above a signer's NIP hold the office and the name.
            let above = run[..signer].iter().rev().take_while(|&&at| !self.shapes[at].numbered).count();
            Some(signer - above)
        });
        for (order, &at) in run.iter().enumerate() {
            let row = self.rows[at].row;
            if block.is_some_and(|block| order >= block) {
                if !self.rows[at].is_empty() {
                    skipped.signatures.push(row);
                }
            } else if self.is_group(at, most) {
                skipped.groups.push(row);
            }
        }
    }

    /// A row with both an NIP-like number and a name is a person, however few its cells.
    fn is_person(&self, row: &RawRow) -> bool {
        self.text(row, self.nip).is_some_and(|nip| digits(nip) >= 9) && self.text(row, self.nama).is_some()
    }

    fn text<'r>(&self, row: &'r RawRow, col: Option<u32>) -> Option<&'r str> {
        row.cell(col?).map(|cell| cell.text)
    }

    /// An 18-digit number alone in a row at the end: the signer's NIP without the word NIP.
    fn is_lone_nip(&self, row: &RawRow) -> bool {
        let lone = |text: &str| digits(text) == 18 && text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace());
        only_cell(row).is_some_and(|cell| lone(cell.text)) && self.text(row, self.nama).is_none()
    }

    /// The name of a group alone in a wide row: `A. SEKRETARIAT`, with its letter in a cell of its own or not.
    fn is_group(&self, at: usize, most: u16) -> bool {
        self.group(at, most).is_some()
    }

    /// What the heading of a group says.
    fn group(&self, at: usize, most: u16) -> Option<&str> {
        let row = &self.rows[at];
        let wide = most >= 4 && (self.width >= 4 || row.is_empty() && self.width >= 2);
        let shape = self.shapes[at];
        let alone = shape.filled == 1 || (shape.filled == 2 && shape.lettered);
        let text = match only_cell(row) {
            Some(cell) if cell.kind == CellKind::Text && (Some(cell.col) != self.nip || digits(cell.text) < 9) => {
                cell.text
            }
            None if row.is_empty() => &*self.lone[self.lone.binary_search_by_key(&row.row, |(row, _)| *row).ok()?].1,
            Some(_) | None => return None,
        };
        (wide && alone).then_some(text)
    }

    /// The headings among these rows, by row.
    pub fn groups(&self, rows: &[u32]) -> Vec<(u32, Box<str>)> {
        let most = self.most();
        let text = |row: &u32| {
            let at = self.rows.binary_search_by_key(row, |row| row.row).ok()?;
            Some((*row, group_name(self.group(at, most)?).into()))
        };
        rows.iter()
            .filter_map(text)
            .filter(|(_, name): &(u32, Box<str>)| name.chars().any(char::is_alphabetic))
            .collect()
    }

    fn most(&self) -> u16 {
        self.shapes.iter().map(|shape| shape.filled).max().unwrap_or(0)
    }

    /// A row of words alone, as the last one of a header whose upper rows say enough: `L`, `P`, `JML`.
    fn is_words(&self, row: &RawRow) -> bool {
        row.cells().all(|cell| cell.kind == CellKind::Text && !cell.text.contains(|c: char| c.is_ascii_digit()))
    }

    /// The header printed again, as at the top of each page.
    fn is_header(&self, row: &RawRow) -> bool {
        let same = |col: u32, text: &str| self.printed.iter().any(|(c, printed)| *c == col && **printed == *text);
        !row.is_empty() && row.cells().all(|cell| same(cell.col, cell.text))
    }
}

fn only_cell(row: &RawRow) -> Option<RawCell<'_>> {
    row.cells().next().filter(|_| row.len() == 1)
}
