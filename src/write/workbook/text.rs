//! Text on its way into a cell: never a formula, never too long.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

/// Longest text a cell may hold, in UTF-16 units (Excel's limit).
const MAX_UNITS: usize = 32_767;

/// Writes a text that a spreadsheet can never take for a formula, also not after F2 and Enter.
/// An empty text leaves a formatted blank cell.
pub(super) fn put(sheet: &mut impl Paper, row: u32, col: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
    if text.is_empty() {
        sheet.blank(row, col, format)
    } else if is_risky(text) {
        sheet.words(row, col, fit(text), &format.clone().set_quote_prefix())
    } else {
        sheet.words(row, col, fit(text), format)
    }
}

/// What takes texts: a sheet, or one that remembers what it holds.
pub(super) trait Paper {
    /// A cell with nothing but its look.
    fn blank(&mut self, row: u32, col: u16, format: &Format) -> Result<(), XlsxError>;
    fn words(&mut self, row: u32, col: u16, words: &str, format: &Format) -> Result<(), XlsxError>;
}

impl Paper for Worksheet {
    fn blank(&mut self, row: u32, col: u16, format: &Format) -> Result<(), XlsxError> {
        self.write_blank(row, col, format).map(drop)
    }

    fn words(&mut self, row: u32, col: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
        self.write_string_with_format(row, col, words, format).map(drop)
    }
}

/// Whether an edit of the cell would make a formula of the text.
pub(super) fn is_risky(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// The text as far as a cell can hold it.
pub(super) fn fit(text: &str) -> &str {
    if text.len() <= MAX_UNITS {
        return text;
    }
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > MAX_UNITS {
            return &text[..at];
        }
    }
    text
}

/// Lines a text takes in a column `width` digits wide, words kept whole.
pub(super) fn lines(text: &str, width: f64) -> usize {
    // Cells keep margins and an indent.
    let room = (width * PIXELS_A_CHARACTER - 12.0).max(PIXELS_A_CHARACTER);
    let room = (room * 1000.0 / PIXELS) as u64;
    // Most texts are short enough whatever their letters.
    if text.len() as u64 * WIDEST <= room && !text.contains('\n') {
        return 1;
    }
    text.lines().map(|line| wrapped(line, room)).sum::<usize>().max(1)
}

/// Width of a word in Arial at 10 points, in pixels: Excel rounds each letter to whole pixels, LibreOffice does not; this is the
/// wider of both.
pub(super) fn pixels(word: &str) -> f64 {
    word.chars().map(advance).sum::<u64>() as f64 * PIXELS / 1000.0
}

/// A character, the measure of a column's width: a digit of the workbook's font.
pub(super) const PIXELS_A_CHARACTER: f64 = 7.0;

/// Arial at 10 points on a screen of 96 dots per inch.
const PIXELS: f64 = 10.0 * 96.0 / 72.0;

/// The widest letter and a space, in thousandths of the font's size.
const WIDEST: u64 = 1015;
const SPACE: u64 = 278;

/// Advances of the letters that most texts are made of: large sheets are measured cell by cell.
const ASCII: [u16; 128] = {
    let mut advances = [0; 128];
    let mut at = 0;
    while at < 128 {
        advances[at] = thousandths(at as u8 as char);
        at += 1;
    }
    advances
};

fn advance(c: char) -> u64 {
    ASCII.get(c as usize).copied().unwrap_or_else(|| thousandths(c)).into()
}

/// Advance of a letter in thousandths of the font's size; Liberation Sans has the same.
const fn thousandths(c: char) -> u16 {
    match c {
        'i' | 'j' | 'l' | '\'' => 222,
        ' ' | '!' | ',' | '.' | '/' | ':' | ';' | 'I' | '[' | ']' | '\\' | 'f' | 't' | '|' | '\u{a0}' => 278,
        '(' | ')' | '-' | 'r' | '`' | '{' | '}' | '“' | '”' => 334,
        '"' | '*' | '^' => 400,
        'J' | 'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 500,
        '+' | '<' | '=' | '>' | '~' | '−' => 584,
        'F' | 'T' | 'Z' => 611,
        '&' | 'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' => 667,
        'C' | 'D' | 'H' | 'N' | 'R' | 'U' | 'w' => 722,
        'G' | 'O' | 'Q' => 778,
        'M' | 'm' => 833,
        '%' | 'W' => 944,
        '@' | '→' | '←' | '…' | '▲' | '▼' => 1015,
        // Digits, the other small letters, dashes and L.
        _ => 556,
    }
}

/// Lines that a line of text takes in so much room.
fn wrapped(line: &str, room: u64) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in line.split_ascii_whitespace() {
        let word: u64 = word.chars().map(advance).sum();
        if used > 0 && used + SPACE + word > room {
            lines += 1;
            used = 0;
        }
        // A word wider than the column is broken.
        lines += word.div_ceil(room).saturating_sub(1) as usize;
        used = if used == 0 { word % room } else { used + SPACE + word };
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_cut_at_a_character() {
        let long = "é".repeat(MAX_UNITS + 5);
        assert_eq!(fit(&long).chars().count(), MAX_UNITS);
        assert_eq!(fit("pendek"), "pendek");
    }

    #[test]
    fn lines_are_counted_as_a_cell_wraps_them() {
        assert_eq!(lines("", 10.0), 1);
        assert_eq!(lines("satu dua tiga", 20.0), 1);
        assert_eq!(lines("satu dua tiga", 10.5), 2);
        assert_eq!(lines("satu\ndua", 20.0), 2);
        assert_eq!(lines("katapanjangsekali", 11.0), 2);
    }
}
