//! Numbers of persons (NIK) that stand where none belongs: they reach no output (design §8).

use std::borrow::Cow;
use std::ops::Range;

/// Digits of a NIK and of a NIP.
const ANGKA: usize = 16;
const ANGKA_NIP: usize = 18;

/// Stands where a NIK stood.
pub const NIK_TIDAK_DISALIN: &str = "NIK tidak disalin";

/// Whether a text is shaped like a NIK: 16 digits = province, regency, district, `DDMMYY` of birth (day + 40 for
/// women), serial; province codes end at 96. A NIP that lost two digits is not: where a NIK has the month it has the century, 19 or 20.
pub fn is_nik(text: &str) -> bool {
    if text.len() != ANGKA || !text.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let pair = |at: usize| text[at..at + 2].parse::<u8>().unwrap_or(0);
    let day = pair(6);
    (11..=96).contains(&pair(0)) && matches!(day, 1..=31 | 41..=71) && (1..=12).contains(&pair(8))
}

/// The text with a remark in the place of every NIK in it, also of one written in groups: `15.0201.520385.0001`.
pub fn without_nik(text: &str) -> Cow<'_, str> {
    // Every text is asked on reading, and nearly none has so many digits.
    if !has_digits(text, ANGKA) {
        return Cow::Borrowed(text);
    }
    let found = niks(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut from = 0;
    for nik in found {
        shown.push_str(&text[from..nik.start]);
        shown.push_str(NIK_TIDAK_DISALIN);
        from = nik.end;
    }
    shown.push_str(&text[from..]);
    Cow::Owned(shown)
}

/// Whether so many digits stand in a text. Counted in bytes, which the processor adds up many at a time.
fn has_digits(text: &str, count: usize) -> bool {
    let digits = |part: &[u8]| usize::from(part.iter().map(|byte| u8::from(byte.is_ascii_digit())).sum::<u8>());
    text.len() >= count && text.as_bytes().chunks(u8::MAX.into()).map(digits).sum::<usize>() >= count
}

/// Where the NIK stand.
fn niks(text: &str) -> Vec<Range<usize>> {
    let runs = runs(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = runs.get(at..).filter(|rest| !rest.is_empty()) {
        // A NIP in groups stays legible, whatever 16 of its digits look like.
        if let Some((taken, _)) = joined(text, rest, ANGKA_NIP).filter(|(_, digits)| is_like_nip(digits)) {
            at += taken;
            continue;
        }
        let nik = joined(text, rest, ANGKA).filter(|(taken, digits)| is_nik(digits) && !is_other(&rest[..*taken]));
        if let Some((taken, _)) = nik {
            found.push(rest[0].start..rest[taken - 1].end);
            at += taken;
        } else {
            at += 1;
        }
    }
    found
}

/// The unbroken runs of digits.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()).map(|(at, _)| at) {
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end += 1,
            None => runs.push(at..at + 1),
        }
    }
    runs
}

/// How many runs, from the first on, make up exactly so many digits with nothing but spaces, dots and dashes between
/// them, and those digits.
fn joined(text: &str, runs: &[Range<usize>], count: usize) -> Option<(usize, String)> {
    let parts = |c: char| c.is_whitespace() || ".-–‑_".contains(c);
    let mut digits = String::new();
    for (at, run) in runs.iter().enumerate() {
        let between = at.checked_sub(1).map_or("", |before| &text[runs[before].end..run.start]);
        if digits.len() + run.len() > count || !between.chars().all(parts) {
            return None;
        }
        digits.push_str(&text[run.clone()]);
        if digits.len() == count {
            return Some((at + 1, digits));
        }
    }
    None
}

/// Whether 18 digits have a birth date and the year of an appointment where a NIP has them.
fn is_like_nip(digits: &str) -> bool {
    let pair = |at: usize| digits[at..at + 2].parse::<u8>().unwrap_or(0);
    [0, 8].into_iter().all(|at| matches!(pair(at), 19 | 20)) && (1..=12).contains(&pair(4)) && pair(6) <= 31
}

/// Whether 16 digits stand in groups of something else: two dates `15-02-2010 - 12-03-2019`, or a latitude and a
/// longitude `2.099331 102.295011`.
fn is_other(runs: &[Range<usize>]) -> bool {
    match runs.iter().map(|run| run.len()).collect::<Vec<_>>()[..] {
        [2, 2, 4, 2, 2, 4] => true,
        [1 | 2, lintang, 2 | 3, _] => lintang >= 4,
        _ => false,
    }
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
    fn a_nik_in_groups_is_left_out_and_other_numbers_in_groups_stay() {
        for nik in [
            "15.0201.520385.0001",
            "1502 0145 0890 0003",
            "150201-450890-0003",
            "15 02 01 45 08 90 0003",
            "1502014508900003",
            "150201.450890 - 0003",
            "1502  0145 0890 0003",
        ] {
            assert_eq!(without_nik(&format!("Guru 4 {nik}, 12")), "Guru 4 NIK tidak disalin, 12", "{nik}");
        }
        assert_eq!(without_nik("15.0201.520385.0001 15.0201.120386.0002"), "NIK tidak disalin NIK tidak disalin");
        for kept in [
            "19860101 201001 1 001",
            "1986 0101 2010 0110 01",
            "19 86 01 01 20 10 01 1 001",
            "1 9 8 6 0 1 0 1 2 0 1 0 0 1 1 0 0 1",
            "15-02-2010 - 12-03-2019",
            "2.099331 102.295011",
            "1.01.2.22.0.00.01.0000",
            "0812-3456-7890-1234",
        ] {
            assert!(matches!(without_nik(kept), Cow::Borrowed(_)), "{kept}");
        }
    }
}
