//! Text on its way into a cell: never a formula, never too long.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

/// Longest text a cell may hold, in UTF-16 units (Excel's limit).
const MAX_UNITS: usize = 32_767;

/// Writes a text that a spreadsheet can never take for a formula, also not after F2 and Enter.
/// An empty text leaves a formatted blank cell.
pub(super) fn put(sheet: &mut Worksheet, row: u32, col: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
    if text.is_empty() {
        sheet.write_blank(row, col, format)?;
    } else if is_risky(text) {
        sheet.write_string_with_format(row, col, fit(text), &format.clone().set_quote_prefix())?;
    } else {
        sheet.write_string_with_format(row, col, fit(text), format)?;
    }
    Ok(())
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
    // In Arial a small letter is a little narrower than a digit, a capital a quarter wider; cells keep a margin
    // and an indent.
    let wide = |word: &str| word.chars().map(|c| if c.is_uppercase() { 1.25 } else { 0.93 }).sum::<f64>();
    let room = (width - 2.0).max(1.0);
    text.lines().map(|line| wrapped(line.split_whitespace().map(wide), room)).sum::<usize>().max(1)
}

/// Lines that words of these widths take.
fn wrapped(words: impl Iterator<Item = f64>, room: f64) -> usize {
    let (mut lines, mut used) = (1, 0.0);
    for word in words {
        if used > 0.0 && used + 0.5 + word > room {
            lines += 1;
            used = 0.0;
        }
        // A word wider than the column is broken.
        lines += (word / room).ceil() as usize - 1;
        used = if used == 0.0 { word % room } else { used + 0.5 + word };
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
