//! Text on its way into a cell: never a formula, never too long, never somebody's NIK.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

/// Longest text a cell may hold, in UTF-16 units (Excel's limit).
const MAX_UNITS: usize = 32_767;

/// Stands where a NIK stood.
pub(super) const NIK_TIDAK_DISALIN: &str = "NIK tidak disalin";

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

/// Whether a text is shaped like a NIK: 16 digits = province, regency, district, `DDMMYY` of birth (day + 40 for
/// women), serial; province codes end at 96. A NIP that lost two digits is not: where a NIK has the month it has the century, 19 or 20.
pub(super) fn is_nik(text: &str) -> bool {
    if text.len() != 16 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let pair = |at: usize| text[at..at + 2].parse::<u8>().unwrap_or(0);
    let day = pair(6);
    (11..=96).contains(&pair(0)) && matches!(day, 1..=31 | 41..=71) && (1..=12).contains(&pair(8))
}

/// The text with a remark in the place of every NIK in it.
pub(super) fn without_nik(text: &str) -> Cow<'_, str> {
    let mut shown = Cow::Borrowed(text);
    // Runs of digits; most texts are too short to hold a NIK.
    for run in text.split(|c: char| !c.is_ascii_digit()).filter(|run| is_nik(run)) {
        shown = Cow::Owned(shown.replace(run, NIK_TIDAK_DISALIN));
    }
    shown
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
    fn a_nik_is_told_from_a_nip_that_lost_two_digits() {
        assert!(is_nik("1502014508900003"));
        assert!(is_nik("1971021212800001"));
        assert!(!is_nik("1986010120150110"), "a NIP without its last digits must stay legible");
        assert!(!is_nik("9860101201501100"), "nor one without its first");
        assert!(!is_nik("198601012015011001"));
        assert_eq!(without_nik("“1502014508900003” bukan NIP"), "“NIK tidak disalin” bukan NIP");
        assert_eq!(without_nik("NIP 198601012015011001"), "NIP 198601012015011001");
    }

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
