//! The words and numbers by which rows that are no data are known.

use crate::model::cells::RawRow;
use crate::model::tanggal::BULAN;

/// The heading without the letter or number in front of it: `A. SEKRETARIAT`.
pub(super) fn group_name(text: &str) -> &str {
    let text = text.trim();
    match text.split_once(['.', ')']) {
        Some((sign, name)) if is_group_letter(sign) || whole_number(sign).is_some() => name.trim(),
        _ => text,
    }
}

/// `1 2 3 4` or `(1) (2) (3)` under the header.
pub(super) fn is_numbering(row: &RawRow) -> bool {
    let numbers: Option<Vec<u32>> = row.cells().map(|cell| whole_number(cell.text)).collect();
    numbers.is_some_and(|numbers| {
        numbers.len() >= 2
            && numbers.windows(2).all(|pair| pair[0] < pair[1] && pair[1] - pair[0] <= 40)
            && numbers.iter().zip(row.cells()).all(|(&number, cell)| number <= cell.col + 2)
    })
}

pub(super) fn whole_number(text: &str) -> Option<u32> {
    text.trim().trim_matches(['(', ')', '.']).parse().ok().filter(|&number| number < 1_000_000)
}

/// `A`, `B.`, `IV`.
pub(super) fn is_group_letter(text: &str) -> bool {
    let text = text.trim().trim_matches(['(', ')', '.']);
    let roman = !text.is_empty() && text.len() <= 5 && text.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    roman || (text.len() == 1 && text.bytes().all(|b| b.is_ascii_uppercase()))
}

pub(super) fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

pub(super) fn is_total(text: &str) -> bool {
    let text = text.trim_start();
    [
        "RATA-RATA",
        "RATA RATA",
        "RERATA",
        "JUMLAH",
        "TOTAL",
        "SUBTOTAL",
        "SUB TOTAL",
        "SUB JUMLAH",
        "GRAND TOTAL",
        "REKAPITULASI",
    ]
    .iter()
    .any(|word| starts_with(text, word) && !text[word.len()..].starts_with(|c: char| c.is_alphanumeric()))
}

/// The signer's `NIP. 19680101 199001 1 001`.
pub(super) fn is_signer(text: &str) -> bool {
    starts_with(text.trim_start(), "NIP") && digits(text) >= 8
}

/// `Bangko, 1 Juli 2025`, `Mengetahui`, `Ditetapkan di`.
pub(super) fn is_opening(text: &str) -> bool {
    let text = text.trim();
    let words = ["MENGETAHUI", "DITETAPKAN", "PADA TANGGAL", "MENYETUJUI"];
    words.iter().any(|word| starts_with(text, word)) || is_place_and_date(text)
}

fn is_place_and_date(text: &str) -> bool {
    let Some((place, date)) = text.split_once(',') else { return false };
    let Some((before, year)) = date.trim().rsplit_once(char::is_whitespace) else { return false };
    let month = before.trim().rsplit(char::is_whitespace).next().unwrap_or_default();
    let has_letters = place.chars().any(char::is_alphabetic);
    has_letters && year.len() == 4 && digits(year) == 4 && BULAN.iter().any(|name| name.eq_ignore_ascii_case(month))
}

/// Without an allocation for each cell of each row.
fn starts_with(text: &str, word: &str) -> bool {
    text.as_bytes().get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cells::{CellKind, RawCell};

    #[test]
    fn groups_are_told_by_a_letter_or_a_roman_number() {
        assert!(["A", "B.", "(C)", "IV", "XII."].iter().all(|text| is_group_letter(text)));
        assert!(["", "1", "a", "BUDI", "SDN", "SD"].iter().all(|text| !is_group_letter(text)));
    }

    #[test]
    fn a_group_is_named_without_its_letter() {
        for (text, name) in [
            ("A. SEKRETARIAT", "SEKRETARIAT"),
            ("IV) SDN 1", "SDN 1"),
            (" 2. Puskesmas ", "Puskesmas"),
            ("UPT. SDN 1", "UPT. SDN 1"),
        ] {
            assert_eq!(group_name(text), name);
        }
    }

    #[test]
    fn lines_of_a_signature_block_are_known() {
        for line in ["Bangko, 1 Juli 2025", "Bangko,   Juli 2025", "Mengetahui,", "NIP. 19680101 199001 1 001"] {
            assert!(is_opening(line) || is_signer(line), "{line}");
        }
        for line in ["Budi, S.Pd", "Kepala Dinas", "Bangko, 12-05-1985", "NIPAH PANJANG", "Jl. Mawar, RT 4 2025"] {
            assert!(!is_opening(line) && !is_signer(line), "{line}");
        }
    }

    #[test]
    fn totals_are_known_by_their_first_word() {
        assert!(is_total("Rata-rata") && is_total("RATA RATA :") && is_total("Rerata"));
        assert!(is_total("JUMLAH") && is_total("Total :") && is_total("Jumlah Guru"));
        assert!(!is_total("JUMLAHWATI") && !is_total("TOTALINA SARI"));
    }

    #[test]
    fn column_numbers_rise_with_their_columns() {
        let cell = |&(col, text): &(u32, &'static str)| RawCell { col, kind: CellKind::Text, text };
        let row = |cells: &[(u32, &'static str)]| RawRow::of(1, cells.iter().map(cell));
        assert!(is_numbering(&row(&[(1, "2"), (2, "3"), (4, "5")])));
        assert!(is_numbering(&row(&[(0, "(1)"), (1, "(2)")])));
        assert!(!is_numbering(&row(&[(0, "3"), (1, "2")])));
        assert!(!is_numbering(&row(&[(0, "6"), (1, "120")])));
        assert!(!is_numbering(&row(&[(0, "1"), (1, "Budi")])));
    }
}
