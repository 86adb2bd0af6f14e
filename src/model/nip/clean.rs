//! Takes the clutter off a NIP as typed (domain §3.3 D2, D3), without touching what the digits say.

use std::ops::Range;

/// A NIP text after cleaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CleanNip {
    /// What is left: 18 digits if all is well.
    pub text: String,
    /// Whether a letter O was taken for a zero, which a person should see.
    pub letter_o: bool,
}

/// Strips the word NIP, apostrophes, spaces of all kinds, dots and dashes; reads the letter O between digits as zero.
pub fn clean_nip(text: &str) -> CleanNip {
    let mut rest = text.trim();
    for prefix in ["NIPPPK", "NIP/NI PPPK", "NI PPPK", "NIP"] {
        if let Some(head) = rest.get(..prefix.len())
            && head.eq_ignore_ascii_case(prefix)
        {
            rest = &rest[prefix.len()..];
            break;
        }
    }
    let clutter =
        |c: char| c.is_whitespace() || matches!(c, '\'' | '’' | '`' | '.' | ':' | '-' | '\u{200b}' | '\u{feff}');
    let kept: String = rest.chars().filter(|&c| !clutter(c)).collect();
    let zero = |c: char| matches!(c, 'O' | 'o');
    let letter_o = kept.len() == 18 && kept.contains(zero) && kept.chars().all(|c| c.is_ascii_digit() || zero(c));
    let text = if letter_o { kept.replace(zero, "0") } else { kept };
    CleanNip { text, letter_o }
}

/// Digits from which a run is meant as an NIP, if an incomplete one: an NIP lama has nine.
const FEWEST_DIGITS: usize = 9;

/// Parts a cell that holds a name and an NIP (`SITI AMINAH\nNIP. 19860101 201501 2 001`) into the two: the longest
/// run of digits, with spaces, dots and dashes between them, whether or not it is a whole NIP.
/// `None` when there are not nine digits in a run or no letters beside them.
pub fn split_nip(text: &str) -> Option<(String, String)> {
    let chars: Vec<char> = text.chars().collect();
    let digits_in = |run: &Range<usize>| chars[run.clone()].iter().filter(|c| c.is_ascii_digit()).count();
    // Of equal runs the first counts.
    let longest = digit_runs(&chars).into_iter().rev().max_by_key(digits_in)?;
    if digits_in(&longest) < FEWEST_DIGITS {
        return None;
    }
    let digits: String = chars[longest.clone()].iter().filter(|c| c.is_ascii_digit()).collect();
    let rest: String = chars[..longest.start].iter().chain(&[' ']).chain(&chars[longest.end..]).collect();
    let name = strip_label(&rest);
    name.chars().any(char::is_alphabetic).then_some((name, digits))
}

fn digit_runs(chars: &[char]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let inside = |c: &&char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '.' | '-');
        let end = at + chars[at..].iter().take_while(inside).count();
        runs.push(at..end);
        at = end;
    }
    runs
}

/// The name without the label `NIP.` and the signs that stood between the two.
fn strip_label(rest: &str) -> String {
    let words = rest.split(|c: char| c.is_whitespace() || c == '/').filter(|word| {
        let label: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        !label.is_empty() && !matches!(label.to_uppercase().as_str(), "NIP" | "NIPPPK")
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clutter_goes_and_the_digits_stay() {
        for text in [
            "19700101 199201 1 011",
            "NIP. 197001011992011011",
            "NIP : 19700101 199201 1 011",
            "'197001011992011011",
            "19700101\u{a0}199201\u{a0}1\u{a0}011 ",
            "19700101-199201-1-011",
            "nip.19700101.199201.1.011",
            "NI PPPK 197001011992011011",
        ] {
            assert_eq!(clean_nip(text), CleanNip { text: "197001011992011011".into(), letter_o: false }, "{text}");
        }
    }

    #[test]
    fn a_letter_o_is_a_zero_only_inside_an_otherwise_whole_number() {
        let read = clean_nip("197OO1011992011o11");
        assert_eq!(read, CleanNip { text: "197001011992011011".into(), letter_o: true });
        assert_eq!(clean_nip("TOKO").text, "TOKO");
        assert_eq!(clean_nip("-").text, "");
    }

    #[test]
    fn name_and_number_in_one_cell_are_parted() {
        let number = || "198601012015012001".to_string();
        for text in ["SITI AMINAH, S.Pd.\nNIP. 19860101 201501 2 001", "SITI AMINAH, S.Pd. / 198601012015012001"] {
            assert_eq!(split_nip(text), Some(("SITI AMINAH, S.Pd.".into(), number())), "{text}");
        }
        let incomplete = split_nip("SITI AMINAH\nNIP. 19860101 201501");
        assert_eq!(incomplete, Some(("SITI AMINAH".into(), "19860101201501".into())));
        assert_eq!(split_nip("NIP. 198601012015012001"), None);
        assert_eq!(split_nip("SITI AMINAH 2"), None);
        assert_eq!(split_nip("SITI AMINAH"), None);
    }
}
