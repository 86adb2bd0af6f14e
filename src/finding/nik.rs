//! Numbers of persons (NIK) that stand where none belongs: they reach no output (design §8).

use std::borrow::Cow;

/// Stands where a NIK stood.
pub const NIK_TIDAK_DISALIN: &str = "NIK tidak disalin";

/// Whether a text is shaped like a NIK: 16 digits = province, regency, district, `DDMMYY` of birth (day + 40 for
/// women), serial; province codes end at 96. A NIP that lost two digits is not: where a NIK has the month it has the century, 19 or 20.
pub fn is_nik(text: &str) -> bool {
    if text.len() != 16 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let pair = |at: usize| text[at..at + 2].parse::<u8>().unwrap_or(0);
    let day = pair(6);
    (11..=96).contains(&pair(0)) && matches!(day, 1..=31 | 41..=71) && (1..=12).contains(&pair(8))
}

/// The text with a remark in the place of every NIK in it.
pub fn without_nik(text: &str) -> Cow<'_, str> {
    let mut shown = Cow::Borrowed(text);
    // Runs of digits; most texts are too short to hold a NIK.
    for run in text.split(|c: char| !c.is_ascii_digit()).filter(|run| is_nik(run)) {
        shown = Cow::Owned(shown.replace(run, NIK_TIDAK_DISALIN));
    }
    shown
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
}
