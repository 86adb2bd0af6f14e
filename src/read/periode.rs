//! Which month a file is about: told by folder and file names, and by title rows.

use crate::model::jabatan::name_key;
use crate::model::tanggal::{BULAN, Periode};

/// Other spellings of the months, January first (domain §3.3, D4).
const VARIANTS: [&[&str]; 12] = [
    &["JAN"],
    &["FEB", "PEBRUARI", "PEB"],
    &["MAR", "MRT"],
    &["APR"],
    &[],
    &["JUN"],
    &["JUL"],
    &["AGT", "AGST", "AGS", "AGUST"],
    &["SEP", "SEPT"],
    &["OKT"],
    &["NOV", "NOP", "NOPEMBER"],
    &["DES"],
];

/// Words that make the month behind them the period of a table.
const TITLE_WORDS: [&str; 7] = ["PERIODE", "BULAN", "KEADAAN", "PER", "POSISI", "MASA", "AKHIR"];

/// The month a name tells: `2026-11`, `11-2026`, `202611`, `Nominatif JULI 25.xls`, `DataPNS_Juli2025.xlsx` (D23).
pub(super) fn of_name(name: &str) -> Option<Periode> {
    let words = split_words(name);
    let in_words = words.windows(2).find_map(|pair| word_and_year(&pair[0], &pair[1]));
    // Numbers with a space between them may be anything: SMPN 12 2026.
    in_words.or_else(|| {
        let mut pieces = name.split_whitespace().map(split_words);
        pieces.find_map(|words| {
            let pair = words.windows(2).find_map(|pair| numbers(&pair[0], &pair[1]));
            pair.or_else(|| words.iter().find_map(|word| run_on(word)))
        })
    })
}

/// The month a title row tells: `PERIODE NOVEMBER 2026`, `KEADAAN BULAN NOVEMBER 2026`, `PER 1 NOVEMBER 2026`.
/// A span of months (`PERIODE JANUARI S.D. DESEMBER 2025`) tells none.
pub(super) fn of_title(text: &str) -> Option<Periode> {
    let words = split_words(text);
    if words.iter().filter(|word| month(word).is_some()).count() != 1 {
        return None;
    }
    let at = words.iter().position(|word| month(word).is_some())?;
    let told = words[at.saturating_sub(4)..at].iter().any(|word| TITLE_WORDS.contains(&word.as_str()));
    let year = words.get(at + 1).filter(|word| word.len() == 4)?;
    told.then(|| word_and_year(&words[at], year)).flatten()
}

/// Words in upper case, cut also where letters and digits meet.
fn split_words(text: &str) -> Vec<String> {
    let mut spaced = String::new();
    let mut last_digit = None;
    for c in text.chars() {
        let digit = c.is_ascii_digit();
        if last_digit.is_some_and(|last| last != digit) {
            spaced.push(' ');
        }
        last_digit = Some(digit);
        spaced.push(c);
    }
    name_key(&spaced).split(' ').map(str::to_string).collect()
}

fn month(word: &str) -> Option<i8> {
    (0..12).find(|&m| BULAN[m].to_uppercase() == word || VARIANTS[m].contains(&word)).map(|m| m as i8 + 1)
}

/// `JULI` `2025`, or `JULI` `25`.
fn word_and_year(word: &str, year: &str) -> Option<Periode> {
    let digits: i16 = year.parse().ok()?;
    let year = match year.len() {
        4 => digits,
        2 => 2000 + digits,
        _ => return None,
    };
    Periode::new(year, month(word)?)
}

/// `2026` `11`, or `11` `2026`.
fn numbers(first: &str, second: &str) -> Option<Periode> {
    let (year, month) = match (first.len(), second.len()) {
        (4, 1 | 2) => (first, second),
        (1 | 2, 4) => (second, first),
        _ => return None,
    };
    plausible(year.parse().ok()?, month.parse().ok()?)
}

/// `202611`.
fn run_on(word: &str) -> Option<Periode> {
    if word.len() != 6 || !word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    plausible(word[..4].parse().ok()?, word[4..].parse().ok()?)
}

/// Bare numbers are a month only in years this program can meet.
fn plausible(year: i16, month: i8) -> Option<Periode> {
    (2000..2100).contains(&year).then(|| Periode::new(year, month)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_their_month_in_many_spellings() {
        for (name, told) in [
            ("2026-11", Some("2026-11")),
            ("pegawai 11-2026.xlsx", Some("2026-11")),
            ("pegawai_202611.xlsx", Some("2026-11")),
            ("DataPNSPTT_Juli2025.xlsx", Some("2025-07")),
            ("NOMINATIF JULI 25.xls", Some("2025-07")),
            ("DUK Nopember 2026.xlsx", Some("2026-11")),
            ("DUK 1 Agustus 2026.xlsx", Some("2026-08")),
            ("pegawai.xlsx", None),
            ("pegawai_2026_11 rev.xlsx", Some("2026-11")),
            ("SMPN 12 2026.xlsx", None),
            ("SDN 2024.xlsx", None),
            ("peta jabatan 2026-13.xlsx", None),
        ] {
            assert_eq!(of_name(name).map(|p| p.to_string()).as_deref(), told, "{name}");
        }
    }

    #[test]
    fn a_title_tells_its_month_only_when_it_says_so() {
        for (title, told) in [
            ("PERIODE NOVEMBER 2026", Some("2026-11")),
            ("DAFTAR KEBUTUHAN JABATAN / PERIODE <JULI 2025>", Some("2025-07")),
            ("Keadaan Bulan : Nopember 2026", Some("2026-11")),
            ("PER 1 NOVEMBER 2026", Some("2026-11")),
            ("Tanggal Unduh: 05 Feb 2025", None),
            ("Bangko, 1 Juli 2025", None),
            ("PERIODE JANUARI S.D. DESEMBER 2025", None),
            ("PERIODE 2026", None),
        ] {
            assert_eq!(of_title(title).map(|p| p.to_string()).as_deref(), told, "{title}");
        }
    }
}
