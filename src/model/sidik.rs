//! Sidik: a short print of what stands in a cell, by which a changed cell of a returned workbook is known.
//!
//! A sheet of results is not to be filled. A hidden sheet beside it keeps two letters for each of its cells; what comes back
//! is held against them. One change in 4,096 leaves the same letters. It finds mistakes, it seals nothing.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

/// The hidden sheet with the prints of all others.
pub const LEMBAR_SIDIK: &str = "_sidik";

/// Its columns: the sheet, the first of its rows as Excel counts them, and the prints of that row and those below it.
pub const KOLOM_SIDIK: [&str; 3] = ["Lembar", "Baris", "Sidik"];

/// Excel counts days from here (its first of January 1900 is day 1, and it believes in a 29th of February 1900).
const DAY_ZERO: Date = date(1899, 12, 30);

/// Letters that no program takes for a number, a formula or an escape.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789#$";

/// Two of these next to each other are one print more than there are letters for.
const EMPTY: [u8; 2] = *b"..";
const OPEN: [u8; 2] = *b"**";

/// Between the prints of two rows.
const NEXT_ROW: char = ',';

/// A cell of the hidden sheet holds no more letters; Excel takes 32,767.
const MOST_LETTERS: usize = 16_000;

/// The print of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sidik([u8; 2]);

impl Sidik {
    /// Of a cell with nothing in it.
    pub const KOSONG: Sidik = Sidik(EMPTY);
    /// Of a cell that people are to fill.
    pub const ISIAN: Sidik = Sidik(OPEN);

    /// Of a text; how its words are parted does not count.
    pub fn of_text(text: &str) -> Sidik {
        let mut hasher = crc32fast::Hasher::new();
        if is_plain(text.as_bytes()) {
            hasher.update(text.as_bytes());
            hasher.update(b" ");
            return Sidik::of(hasher);
        }
        let mut words = text.split_whitespace().peekable();
        if words.peek().is_none() {
            return Sidik::KOSONG;
        }
        for word in words {
            hasher.update(word.as_bytes());
            hasher.update(b" ");
        }
        Sidik::of(hasher)
    }

    /// Of a number, as far as every program keeps it.
    pub fn of_number(number: f64) -> Sidik {
        let mut hasher = crc32fast::Hasher::new();
        hasher.update(b"\0");
        let whole = number.round();
        if (number - whole).abs() <= 1e-10 * whole.abs().max(1.0) && whole.abs() < 1e15 {
            hasher.update(&(whole as i64).to_le_bytes());
        } else {
            hasher.update(format!("{number:.9e}").as_bytes());
        }
        Sidik::of(hasher)
    }

    /// Of a day, which is a number to Excel.
    pub fn of_day(day: Date) -> Sidik {
        Sidik::of_number(serial(day))
    }

    fn of(hasher: crc32fast::Hasher) -> Sidik {
        let sum = hasher.finalize();
        Sidik([sum, sum >> 6].map(|bits| LETTERS[(bits & 63) as usize]))
    }
}

/// Whether single spaces, and nothing else, part the words of a text: then it need not be taken apart.
fn is_plain(text: &[u8]) -> bool {
    // With these begin the letters outside ASCII among which there are spaces.
    let part = |byte: u8| byte <= b' ' || matches!(byte, 0x7F | 0xC2 | 0xE1..=0xE3);
    let mut last = b' ';
    for &byte in text {
        if part(byte) && (byte != b' ' || last == b' ') {
            return false;
        }
        last = byte;
    }
    last != b' '
}

/// A day as Excel counts it.
pub fn serial(day: Date) -> f64 {
    f64::from((day - DAY_ZERO).get_days())
}

/// The prints of a sheet's rows, counted from 0, each as far as it holds anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SidikLembar(BTreeMap<u32, Vec<Sidik>>);

impl SidikLembar {
    /// What stands in a cell now, whatever stood there.
    pub fn put(&mut self, row: u32, col: u32, sidik: Sidik) {
        let at = col as usize;
        if sidik == Sidik::KOSONG {
            if let Some(cell) = self.0.get_mut(&row).and_then(|cells| cells.get_mut(at)) {
                *cell = sidik;
            }
            return;
        }
        let cells = self.0.entry(row).or_default();
        if cells.len() <= at {
            cells.resize(at + 1, Sidik::KOSONG);
        }
        cells[at] = sidik;
    }

    pub fn rows(&self) -> &BTreeMap<u32, Vec<Sidik>> {
        &self.0
    }

    /// As cells of the hidden sheet: the first row of each, as Excel counts them, and the prints.
    pub fn cells(&self) -> Vec<(u32, String)> {
        let mut cells: Vec<(u32, String)> = Vec::new();
        let mut next = None;
        for (&row, prints) in &self.0 {
            let letters = || prints.iter().flat_map(|sidik| sidik.0).map(char::from);
            match cells.last_mut() {
                Some((_, text)) if next == Some(row) && text.len() + 2 * prints.len() < MOST_LETTERS => {
                    text.push(NEXT_ROW);
                    text.extend(letters());
                }
                _ => cells.push((row + 1, letters().collect())),
            }
            next = Some(row + 1);
        }
        cells
    }

    /// Takes in a cell of the hidden sheet; `None` where it is not as it was written.
    pub fn take(&mut self, first: u32, cell: &str) -> Option<()> {
        for (row, letters) in (first.checked_sub(1)?..).zip(cell.split(NEXT_ROW)) {
            let (pairs, rest) = letters.as_bytes().as_chunks::<2>();
            let known = |letter: &u8| LETTERS.contains(letter);
            if !rest.is_empty() || !pairs.iter().all(|pair| [EMPTY, OPEN].contains(pair) || pair.iter().all(known)) {
                return None;
            }
            self.0.insert(row, pairs.iter().map(|pair| Sidik(*pair)).collect());
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_excel_does() {
        assert_eq!(serial(date(1900, 3, 1)), 61.0);
        assert_eq!(serial(date(2026, 12, 1)), 46_357.0);
    }

    #[test]
    fn a_print_tells_what_people_see_and_not_how_a_program_keeps_it() {
        assert_eq!(Sidik::of_text("SD Negeri 12\n Bangko "), Sidik::of_text("SD Negeri 12 Bangko"));
        assert_ne!(Sidik::of_text("SD Negeri 12 Bangko"), Sidik::of_text("SD Negeri 1 2 Bangko"));
        assert_eq!(Sidik::of_text(" "), Sidik::KOSONG);
        for other in [
            " SD Negeri",
            "SD  Negeri",
            "SD\u{a0}Negeri",
            "SD\u{3000}Negeri",
            "SD Negeri ",
            "SD\tNegeri",
            "SD\u{85}Negeri",
        ] {
            assert_eq!(Sidik::of_text(other), Sidik::of_text("SD Negeri"), "{other:?}");
        }
        assert_eq!(Sidik::of_number(0.1 + 0.2), Sidik::of_number(0.3));
        assert_eq!(Sidik::of_number(2.999_999_999_999_999_6), Sidik::of_number(3.0));
        assert_eq!(Sidik::of_number(-0.0), Sidik::of_number(0.0));
        assert_ne!(Sidik::of_number(12.0), Sidik::of_text("12"));
        assert_ne!(Sidik::of_number(12.25), Sidik::of_number(12.5));
        assert_eq!(Sidik::of_day(date(2026, 12, 1)), Sidik::of_number(46_357.0));
    }

    #[test]
    fn rows_come_back_as_they_were_written() {
        let mut sheet = SidikLembar::default();
        for row in [0, 1, 5, 6, 7] {
            for col in 0..3000 {
                sheet.put(row, col * 2, Sidik::of_number(f64::from(row * 10_000 + col)));
            }
        }
        sheet.put(7, 3, Sidik::ISIAN);
        sheet.put(9, 0, Sidik::of_text("a"));
        sheet.put(9, 0, Sidik::KOSONG);
        let cells = sheet.cells();
        assert_eq!(cells.iter().map(|(first, _)| *first).collect::<Vec<_>>(), [1, 2, 6, 7, 8, 10]);
        let mut back = SidikLembar::default();
        assert!(cells.iter().all(|(first, text)| back.take(*first, text).is_some()));
        assert_eq!(back, sheet);
        for wrong in ["A", "A!", ".A", "A.", "ABé"] {
            assert_eq!(SidikLembar::default().take(1, wrong), None, "{wrong}");
        }
        assert_eq!(SidikLembar::default().take(0, "AB"), None);
    }
}
