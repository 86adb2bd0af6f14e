//! Names of units without the words that some offices add and others leave out.

/// Words behind which a name tells the region: `DINAS SOSIAL KABUPATEN MERANGIN` (domain §3.2).
const REGIONS: [&str; 3] = ["KABUPATEN", "KOTA", "PROVINSI"];
/// More words than a region's name has: `OGAN KOMERING ULU TIMUR` is one of the longest.
const LONGEST_REGION: usize = 4;

/// A `unit_key` without what is written in front of the name: `BLUD UPTD`, `DINAS KESEHATAN - ` before a puskesmas.
pub fn plain(key: &str) -> &str {
    let mut rest = key;
    while let Some(shorter) = ["BLUD ", "UPTD ", "UPT "].into_iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    match rest.find(" PUSKESMAS ") {
        Some(at) if rest.starts_with("DINAS ") => &rest[at + 1..],
        _ => rest,
    }
}

/// What is left of such a name without the region at its end, or, of a school with a number, without the roman numbers
/// of its kecamatan and of its place: `SD NEGERI 1 VI BANGKO I` (domain §3.3 D14). `None` when that is the whole name.
pub fn short(plain: &str) -> Option<String> {
    let words: Vec<&str> = plain.split(' ').collect();
    let left: Vec<&str> = match words[..] {
        ["TK" | "SD" | "SMP" | "SMA" | "SMK" | "SLB", ..] if words.iter().any(|word| is_number(word)) => {
            words.iter().copied().filter(|word| !is_roman(word)).collect()
        }
        _ => {
            let at = words.iter().rposition(|word| REGIONS.contains(word))?;
            let named = (1..=LONGEST_REGION).contains(&(words.len() - at - 1));
            words[..if named { at } else { words.len() }].to_vec()
        }
    };
    (!left.is_empty() && left.len() < words.len()).then(|| left.join(" "))
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_may_be_left_out_are_left_out() {
        for (key, left) in [
            ("DINAS SOSIAL KABUPATEN MERANGIN", Some("DINAS SOSIAL")),
            ("SD NEGERI 1 VI BANGKO I", Some("SD NEGERI 1 BANGKO")),
            ("SD NEGERI 1 BANGKO", None),
            ("SEKRETARIAT DPRD KOTA", None),
            ("KABUPATEN MERANGIN", None),
            ("DINAS SOSIAL", None),
        ] {
            assert_eq!(short(key).as_deref(), left, "{key}");
        }
        assert_eq!(plain("DINAS KESEHATAN PUSKESMAS BANGKO"), "PUSKESMAS BANGKO");
        assert_eq!(plain("DINAS KESEHATAN"), "DINAS KESEHATAN");
    }
}
