//! Reads golongan and pangkat in every spelling of domain §3.6.

use super::{Golongan, PANGKAT, ROMAN};

/// Words that may stand beside a golongan without changing it.
const FILLER: [&str; 7] = ["GOL", "GOLONGAN", "RUANG", "GOLRU", "PANGKAT", "PPPK", "P3K"];

impl Golongan {
    /// Reads `III/a`, `III.a`, `3a`, `Penata Muda (III/a)`, `Penata Muda Tk. I`, the SIASN code `31`; for a PPPK
    /// `IX` or `9`. A roman number without a letter is a PPPK golongan and nothing else.
    /// `None` for everything else, also for two golongan in one text.
    pub fn parse(text: &str, pppk: bool) -> Option<Golongan> {
        let words = words(text);
        if pppk { parse_pppk(&words) } else { parse_pns(&words) }
    }

    /// The golongan that a pangkat name in the text implies: `Penata Muda Tk. I` is III/b.
    pub fn from_pangkat(text: &str) -> Option<Golongan> {
        let words = words(text);
        pangkat_of(&words).and_then(|(golongan, _)| golongan)
    }
}

fn parse_pppk(words: &[String]) -> Option<Golongan> {
    let mut rest = words.iter().filter(|word| !FILLER.contains(&word.as_str()));
    let (Some(word), None) = (rest.next(), rest.next()) else { return None };
    let roman = ROMAN.iter().position(|roman| roman == word).map(|index| index as u8 + 1);
    Golongan::pppk(roman.or_else(|| word.parse().ok())?)
}

fn parse_pns(words: &[String]) -> Option<Golongan> {
    let (named, rest) = match pangkat_of(words) {
        Some((golongan, rest)) => (golongan, rest),
        None => (None, words.iter().map(String::as_str).collect()),
    };
    let rest: Vec<&str> = rest.into_iter().filter(|word| !FILLER.contains(word)).collect();
    let mut written = None;
    let mut index = 0;
    while index < rest.len() {
        let pair = rest.get(index + 1).map(|next| format!("{}{next}", rest[index]));
        let (found, width) = match pair.as_deref().and_then(grade_and_step) {
            Some(found) if rest[index + 1].len() == 1 => (found, 2),
            _ => (grade_and_step(rest[index])?, 1),
        };
        if written.is_some_and(|earlier| earlier != found) {
            return None;
        }
        written = Some(found);
        index += width;
    }
    written.or(named)
}

/// `IIIA`, `3A` or the SIASN code `31` (31 is III/a, 45 is IV/e).
fn grade_and_step(word: &str) -> Option<Golongan> {
    let last = word.chars().last()?;
    let head = &word[..word.len() - last.len_utf8()];
    let step = match last {
        'A'..='E' => last as u8 - b'A' + 1,
        '1'..='5' if head.len() == 1 && head.as_bytes()[0].is_ascii_digit() => last as u8 - b'0',
        _ => return None,
    };
    let grade = ROMAN[..4].iter().position(|roman| *roman == head).map(|index| index as u8 + 1);
    Golongan::pns(grade.or_else(|| if head.len() == 1 { head.parse().ok() } else { None })?, step)
}

/// The golongan of the pangkat named in the words, and the words that are no part of the name.
/// `None` when no word belongs to a pangkat; the golongan is `None` when the name is no known one.
fn pangkat_of(words: &[String]) -> Option<(Option<Golongan>, Vec<&str>)> {
    let mut name: Vec<&str> = Vec::new();
    let mut rest = Vec::new();
    for word in words {
        match word.as_str() {
            "TK" | "TKT" | "TINGKAT" => name.push("TINGKAT"),
            "TKI" | "TK1" => name.extend(["TINGKAT", "I"]),
            "I" | "1" if name.last() == Some(&"TINGKAT") => name.push("I"),
            "JURU" | "PENGATUR" | "PENATA" | "PEMBINA" | "MUDA" | "MADYA" | "UTAMA" => name.push(word),
            other => rest.push(other),
        }
    }
    if name.is_empty() {
        return None;
    }
    let name = name.join(" ");
    let steps =
        PANGKAT.iter().zip(1..).flat_map(|(names, grade)| names.iter().zip(1..).map(move |n| (n.0, grade, n.1)));
    let found = steps.into_iter().find(|(pangkat, _, _)| pangkat.to_uppercase() == name);
    Some((found.and_then(|(_, grade, step)| Golongan::pns(grade, step)), rest))
}

/// Letters and digits in runs, upper case; a lower-case L among roman letters is an I (`lll/a`).
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            let roman = word.trim_end_matches(['a', 'b', 'c', 'd', 'e', 'A', 'B', 'C', 'D', 'E']);
            if !roman.is_empty() && roman.chars().all(|c| matches!(c, 'l' | 'I' | 'i' | 'V' | 'v')) {
                word.replace('l', "I").to_uppercase()
            } else {
                word.to_uppercase()
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_spelling_of_a_pns_golongan_is_read() {
        for text in [
            "III/a",
            "III.a",
            "III-a",
            "IIIa",
            "III a",
            "IIIA",
            "3/a",
            "3A",
            "III/A",
            "lll/a",
            "Gol. III/a",
            "III/a - Penata Muda",
            "Penata Muda - III/a",
            "Penata Muda (III/a)",
            "Penata Muda, III/a",
            "Penata Muda",
            "31",
            "PENATA MUDA",
            "Golongan Ruang III/a",
            " iii/a ",
        ] {
            assert_eq!(Golongan::parse(text, false), Golongan::pns(3, 1), "{text}");
        }
        for text in ["III/b (Penata Muda Tk. I)", "Penata Muda Tk.I", "Penata Muda Tingkat 1", "Penata Muda TkI", "32"]
        {
            assert_eq!(Golongan::parse(text, false), Golongan::pns(3, 2), "{text}");
        }
    }

    #[test]
    fn every_golongan_reads_back_from_its_own_print_its_pangkat_and_its_siasn_code() {
        for (golongan, code) in
            Golongan::all_pns().zip([11, 12, 13, 14, 21, 22, 23, 24, 31, 32, 33, 34, 41, 42, 43, 44, 45])
        {
            assert_eq!(Golongan::parse(&golongan.to_string(), false), Some(golongan));
            assert_eq!(Golongan::parse(golongan.pangkat().unwrap(), false), Some(golongan));
            assert_eq!(Golongan::parse(&code.to_string(), false), Some(golongan), "{code}");
        }
        for level in 1..=17 {
            let golongan = Golongan::pppk(level).unwrap();
            assert_eq!(Golongan::parse(&golongan.to_string(), true), Some(golongan));
            assert_eq!(Golongan::parse(&level.to_string(), true), Some(golongan));
        }
    }

    #[test]
    fn a_roman_number_without_a_letter_is_never_a_pns_golongan() {
        assert_eq!(Golongan::parse("IV", true), Golongan::pppk(4));
        assert_eq!(Golongan::parse("IV", false), None);
        assert_eq!(Golongan::parse("Golongan IX", true), Golongan::pppk(9));
    }

    #[test]
    fn what_is_no_golongan_is_refused() {
        for text in [
            "",
            "V/z",
            "III/e",
            "III/f",
            "V/a",
            "46",
            "16",
            "3",
            "III/a III/b",
            "Penata Agung",
            "III/a lama",
            "é/a",
            "XVIII",
        ] {
            assert_eq!(Golongan::parse(text, false), None, "{text}");
        }
    }

    #[test]
    fn a_pangkat_in_the_text_can_be_compared_with_the_golongan_beside_it() {
        assert_eq!(Golongan::parse("Penata (III/d)", false), Golongan::pns(3, 4));
        assert_eq!(Golongan::from_pangkat("Penata (III/d)"), Golongan::pns(3, 3));
        assert_eq!(Golongan::from_pangkat("III/d"), None);
    }
}
