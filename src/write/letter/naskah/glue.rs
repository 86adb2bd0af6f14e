//! Words between which no line breaks: the groups of an NIP, `Tingkat I`, `Nomor 23`, `1 Januari`.

/// Digits of the four groups of an NIP.
const NIP_GROUPS: [usize; 4] = [8, 6, 1, 3];

/// After these a number belongs to the word, and a line that begins with it reads badly.
const COUNTED: [&str; 17] = [
    "angka", "ayat", "diktum", "es.", "eselon", "gol.", "golongan", "kelas", "kolom", "negeri", "no.", "nomor",
    "pasal", "ruang", "sdn", "smpn", "tingkat",
];

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
];

/// Sets what holds words together: no-break spaces in an NIP, which never breaks, and a word joiner after the space
/// where a line should not break unless its column is narrower than both words.
pub fn glue(text: &mut String) {
    glue_nip(text);
    let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).filter(|&at| sticks(text, at)).collect();
    for at in spaces.into_iter().rev() {
        text.insert(at + 1, '\u{2060}');
    }
}

/// Whether the words before and after the space at this place belong together.
fn sticks(text: &str, at: usize) -> bool {
    let before = text[..at].rsplit([' ', '(']).next().unwrap_or("");
    let after = text[at + 1..].split(' ').next().unwrap_or("");
    let core = after.trim_end_matches(['.', ',', ';', ':', ')']);
    let number = core.trim_start_matches('(');
    let roman = core.split('/').next().is_some_and(|part| !part.is_empty() && part.chars().all(|c| "IVX".contains(c)));
    if !roman && !number.starts_with(|c: char| c.is_ascii_digit()) {
        let month = || MONTHS.contains(&core.to_lowercase().as_str());
        let day = (1..=2).contains(&before.len()) && before.bytes().all(|byte| byte.is_ascii_digit());
        return (day && month()) || (before == "huruf" && core.len() == 1);
    }
    let counted = || COUNTED.contains(&before.to_lowercase().as_str());
    // A Roman numeral ends a name (`Penata Tingkat I`, `Bangko II`); after initials and titles it begins one (`I MADE`).
    let ends_a_name = before.len() > 2 && before.chars().all(char::is_alphabetic);
    if roman { ends_a_name || counted() } else { counted() }
}

/// An NIP in groups (`19850512 201001 1 004`) never breaks across lines, however it was typed.
fn glue_nip(text: &mut String) {
    const WHOLE: usize = 21;
    let bytes = text.as_bytes();
    let starts: Vec<usize> = (0..(bytes.len() + 1).saturating_sub(WHOLE)).filter(|&at| is_nip(&bytes[at..])).collect();
    for start in starts.into_iter().rev() {
        let glued = text[start..start + WHOLE].replace(' ', "\u{a0}");
        text.replace_range(start..start + WHOLE, &glued);
    }
}

fn is_nip(bytes: &[u8]) -> bool {
    let mut at = 0;
    for (group, length) in NIP_GROUPS.into_iter().enumerate() {
        if group > 0 {
            if bytes.get(at) != Some(&b' ') {
                return false;
            }
            at += 1;
        }
        if !bytes.get(at..at + length).is_some_and(|digits| digits.iter().all(u8::is_ascii_digit)) {
            return false;
        }
        at += length;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glued(text: &str) -> String {
        let mut text = text.to_string();
        glue(&mut text);
        text.replace(" \u{2060}", "~").replace('\u{a0}', "=")
    }

    #[test]
    fn an_nip_typed_with_spaces_holds_together() {
        assert_eq!(glued("NIP. 19850512 201001 1 004, bukan 1985 2010"), "NIP. 19850512=201001=1=004, bukan 1985 2010");
    }

    #[test]
    fn numerals_stay_with_the_word_they_number() {
        for (typed, holds) in [
            ("Penata Tingkat I, III/d", "Penata Tingkat~I, III/d"),
            ("UPTD SDN 001/VI Bangko II", "UPTD SDN~001/VI Bangko~II"),
            ("Gol. III/a dan No. 5", "Gol.~III/a dan No.~5"),
            ("Nomor 23 Tahun 2014", "Nomor~23 Tahun 2014"),
            ("pada 1 Januari 2026", "pada 1~Januari 2026"),
            ("Pasal 190 ayat (3) huruf a", "Pasal~190 ayat~(3) huruf~a"),
            ("SD Negeri 1 Bangko", "SD Negeri~1 Bangko"),
            ("Drs. I MADE SUTA", "Drs. I MADE SUTA"),
            ("5 (lima) orang, 12 baris", "5 (lima) orang, 12 baris"),
        ] {
            assert_eq!(glued(typed), holds);
        }
    }
}
