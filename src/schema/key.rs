//! A header as it is compared with those we know.

use crate::model::jabatan::name_key;

/// Headers of a column that holds name and NIP in one cell (domain §3.3, D3).
pub const NAMA_DAN_NIP: [&str; 3] = ["NAMA NIP", "NIP NAMA", "NAMA DAN NIP"];

/// A header as compared: upper case, parentheses and punctuation away, single spaces (domain §3.1).
pub fn header_key(text: &str) -> String {
    let mut depth = 0u32;
    let outside: String = text
        .chars()
        .filter(|&c| match c {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect();
    let key = name_key(&undotted(&outside));
    // The Dutch word for the people in place is spelt in every way.
    match key.split(' ').find(|word| BEZETTING.contains(word)) {
        Some(word) => key.replace(word, "BEZETTING"),
        None => key,
    }
}

/// Single letters parted by full stops are one word: `T.M.T. GOL` is `TMT GOL`.
fn undotted(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let letter = |at: usize| letters.get(at).is_some_and(|c| c.is_alphabetic());
    let single = |at: usize| letter(at) && !letter(at + 1) && (at == 0 || !letter(at - 1));
    let parts = |at: usize| letters[at] == '.' && at > 0 && single(at - 1) && single(at + 1);
    (0..letters.len()).filter(|&at| !parts(at)).map(|at| letters[at]).collect()
}

const BEZETTING: [&str; 5] = ["BEZZETING", "BEZETING", "BEZZETTING", "BESETTING", "BEZITTING"];

/// Words that name nothing by themselves where they stand more than once in a header: of what, the cell to their left
/// tells (domain §3.1).
const BARE: [&str; 4] = ["TMT", "NIP", "ID", "NAMA"];

/// The keys that a bare `TMT`, `NIP`, `ID` or `NAMA` may stand for behind the header `left`, the likeliest first:
/// behind `NAMA SUAMI ISTRI` an `NIP` is the `NIP SUAMI ISTRI`. None for any other word.
pub fn beside(left: &str, key: &str) -> Option<[String; 2]> {
    let word = BARE.iter().find(|word| **word == key)?;
    let mut stem = left;
    for other in BARE {
        stem = stem.strip_suffix(other).and_then(|stem| stem.strip_suffix(' ')).unwrap_or(stem);
        stem = stem.strip_prefix(other).and_then(|stem| stem.strip_prefix(' ')).unwrap_or(stem);
    }
    (!stem.is_empty() && !BARE.contains(&stem)).then(|| [format!("{stem} {word}"), format!("{word} {stem}")])
}
