//! Lists: labels, markers, levels, and their counting.

use super::inline::runs;
use super::parse::append;
use super::{Entry, List};

/// Reads one line into the list. `Err` is an Indonesian sentence.
pub(super) fn list_line(list: &mut List, counter: &mut Counter, raw: &str) -> Result<(), String> {
    let text = raw.trim();
    if text.is_empty() {
        return Ok(());
    }
    let (label, rest) = split_label(text);
    if label.is_some() {
        *counter = Counter::default();
    }
    let label = label.map(runs).transpose()?;
    let (marker, level, rest) = match read_marker(rest) {
        Some((kind, rest)) => {
            let depth = if label.is_some() { 0 } else { depth_of(raw) };
            let level = depth.min(list.entries.last().map_or(0, |last| last.level + 1)).min(2);
            (Some(counter.next(kind, level)), level, rest)
        }
        None => (None, 0, rest),
    };
    let mut body = runs(rest)?;
    match list.entries.last_mut() {
        _ if label.is_some() => list.entries.push(Entry { label, marker, level, body }),
        Some(last) if marker.is_none() => append(&mut last.body, &mut body),
        // A label alone on its line takes its first item beside it.
        Some(last) if last.body.is_empty() && last.marker.is_none() => (last.marker, last.body) = (marker, body),
        None if marker.is_none() => {
            return Err("baris ini di luar butir daftar; awali dengan a., 1., 1), (a), -, atau label :".into());
        }
        _ => list.entries.push(Entry { label, marker, level, body }),
    }
    Ok(())
}

/// `Menimbang :` or `KESATU : Memindahkan …` to label and rest; a colon without a space before it is text.
fn split_label(text: &str) -> (Option<&str>, &str) {
    let end = text.find(" :").filter(|&at| {
        let after = &text[at + 2..];
        at <= 60 && !text[..at].ends_with('\\') && (after.is_empty() || after.starts_with(' '))
    });
    match end {
        Some(at) if read_marker(text).is_none() => (Some(text[..at].trim()), text[at + 2..].trim()),
        _ => (None, text),
    }
}

/// First words that are always labels, however their colon is written.
const LABELS: [&str; 4] = ["Menimbang", "Mengingat", "Memperhatikan", "Menetapkan"];
/// Fields of templates that are labels.
const LABEL_FIELDS: [&str; 2] = ["{{ke}}", "{{sk.kesatu}}"];
/// Words of a label at most.
const LABEL_WORDS: usize = 5;

/// Whether a line of a template's list looks like one with a label whose colon is missing or sticks to it (`Nama: SITI`), so
/// that it would melt into the line above. `facts`: a list of short facts, where no line goes on in the next.
pub fn melts(raw: &str, facts: bool) -> bool {
    let text = raw.trim();
    if read_marker(text).is_some() || split_label(text).0.is_some() {
        return false;
    }
    let first = text.split(' ').next().unwrap_or("");
    let word = first.trim_end_matches(':');
    let ordinal =
        word == "PERTAMA" || (word.len() > 4 && word.starts_with("KE") && word.chars().all(char::is_uppercase));
    if LABELS.contains(&word) || LABEL_FIELDS.contains(&word) || ordinal {
        return true;
    }
    let begins = text.starts_with(|c: char| c.is_uppercase());
    let label = text.find([':', '{']).map(|at| &text[..at]);
    let short = label.is_some_and(|label| label.split_whitespace().count() <= LABEL_WORDS);
    facts && begins && short
}

/// What a marker counts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    Letter,
    Number,
    Dash,
}

/// A kind of items: `a.`, `1)`, `(a)`, with what stands before and after the count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct MarkerKind {
    sign: Sign,
    before: &'static str,
    after: &'static str,
}

/// `a. teks`, `1) teks`, `(a) teks` or `- teks`; any letter or number will do, the list counts by itself.
fn read_marker(text: &str) -> Option<(MarkerKind, &str)> {
    let (mark, rest) = text.split_once(' ').unwrap_or((text, ""));
    let kind = |sign, before, after| Some((MarkerKind { sign, before, after }, rest.trim_start()));
    if mark == "-" {
        return kind(Sign::Dash, "", "");
    }
    let (inner, before, after) = match (mark.strip_prefix('('), mark.strip_suffix('.'), mark.strip_suffix(')')) {
        (Some(open), _, _) => (open.strip_suffix(')')?, "(", ")"),
        (None, Some(inner), _) => (inner, "", "."),
        (None, None, Some(inner)) => (inner, "", ")"),
        (None, None, None) => return None,
    };
    if inner.len() == 1 && inner.starts_with(|c: char| c.is_ascii_lowercase()) {
        return kind(Sign::Letter, before, after);
    }
    let is_number = (1..=2).contains(&inner.len()) && inner.bytes().all(|b| b.is_ascii_digit());
    if is_number { kind(Sign::Number, before, after) } else { None }
}

/// Two or more leading spaces make an item within an item, five or more one within that.
fn depth_of(raw: &str) -> usize {
    let spaces: usize = raw.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 4 } else { 1 }).sum();
    usize::from(spaces >= 2) + usize::from(spaces >= 5)
}

/// Counts items by level.
#[derive(Clone, Debug, Default)]
pub(super) struct Counter {
    levels: Vec<(MarkerKind, usize)>,
}

impl Counter {
    fn next(&mut self, kind: MarkerKind, level: usize) -> String {
        self.levels.truncate(level + 1);
        if self.levels.len() <= level {
            self.levels.resize(level + 1, (kind, 0));
        }
        let (known, count) = &mut self.levels[level];
        if *known != kind {
            (*known, *count) = (kind, 0);
        }
        *count += 1;
        let MarkerKind { sign, before, after } = kind;
        match sign {
            Sign::Letter => format!("{before}{}{after}", letters(*count)),
            Sign::Number => format!("{before}{count}{after}"),
            Sign::Dash => "–".into(),
        }
    }
}

/// 1 is `a`, 26 `z`, 27 `aa`.
fn letters(count: usize) -> String {
    let mut rest = count;
    let mut out = Vec::new();
    while rest > 0 {
        rest -= 1;
        out.push((b'a' + (rest % 26) as u8) as char);
        rest /= 26;
    }
    out.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Block, Runs, escape, parse};
    use super::*;

    fn list(source: &str) -> Vec<(Option<String>, Option<String>, usize, String)> {
        let blocks = parse(source).unwrap().blocks;
        let Some(Block::List(list)) = blocks.last() else { panic!("no list in {blocks:?}") };
        let plain = |runs: &Runs| runs.iter().map(|run| run.text.as_str()).collect::<String>();
        list.entries.iter().map(|e| (e.label.as_ref().map(plain), e.marker.clone(), e.level, plain(&e.body))).collect()
    }

    fn marks(source: &str) -> Vec<(String, usize)> {
        list(source).into_iter().map(|(_, marker, level, _)| (marker.unwrap(), level)).collect()
    }

    #[test]
    fn items_letter_themselves_beside_and_below_their_label() {
        let found = list("@daftar\nMenimbang :\na. satu;\na. dua,\nlanjutan;\nMengingat : 1. tiga;\n1. empat;\n");
        let some = |text: &str| Some(text.to_string());
        assert_eq!(
            found,
            [
                (some("Menimbang"), some("a."), 0, "satu;".into()),
                (None, some("b."), 0, "dua, lanjutan;".into()),
                (some("Mengingat"), some("1."), 0, "tiga;".into()),
                (None, some("2."), 0, "empat;".into()),
            ]
        );
    }

    #[test]
    fn items_within_items_count_anew() {
        let found = marks("@daftar\n1. satu\n   a. x\n   a. y\n1. dua\n   a. z\n");
        let expected = [("1.", 0), ("a.", 1), ("b.", 1), ("2.", 0), ("a.", 1)];
        assert_eq!(found, expected.map(|(mark, level)| (mark.to_string(), level)));
    }

    #[test]
    fn three_levels_keep_their_brackets() {
        let found = marks("@daftar\na. x\n   1) y\n      (a) z\n      (a) z\n   1) y\n   - y\na. x\n");
        let expected = [("a.", 0), ("1)", 1), ("(a)", 2), ("(b)", 2), ("2)", 1), ("–", 1), ("b.", 0)];
        assert_eq!(found, expected.map(|(mark, level)| (mark.to_string(), level)));
    }

    #[test]
    fn a_list_goes_on_counting_where_told() {
        let blocks =
            parse("@daftar\n1. satu\n@paragraf\nteks\n@daftar lanjut\n1. dua\n@daftar\n1. satu lagi\n").unwrap().blocks;
        let marks: Vec<_> = blocks
            .iter()
            .filter_map(|block| if let Block::List(list) = block { list.entries[0].marker.as_deref() } else { None })
            .collect();
        assert_eq!(marks, ["1.", "2.", "1."]);
    }

    #[test]
    fn a_line_whose_label_lost_its_colon_is_noticed() {
        for line in
            ["KEDUA Segala biaya", "{{ke}} {{isi}}", "Menimbang", "Mengingat: dst.;", "{{sk.kesatu}}: Memindahkan"]
        {
            assert!(melts(line, false), "{line}");
        }
        for line in ["Nama {{pegawai.nama}}", "NIP: {{pegawai.nip}}", "Pangkat/Gol. Ruang: III/a"] {
            assert!(melts(line, true) && !melts(line, false), "{line}");
        }
        for line in ["Nama : SITI", "a. bahwa", "lanjutan kalimat: satu", "", "Keputusan ini berlaku", "{{this}}"] {
            assert!(!melts(line, true) && !melts(line, false), "{line}");
        }
    }

    #[test]
    fn after_z_comes_aa() {
        assert_eq!([1, 26, 27, 52, 53].map(letters), ["a", "z", "aa", "az", "ba"]);
    }

    #[test]
    fn a_value_never_becomes_an_item_a_label_or_an_order() {
        for value in ["a. bahwa", "1. satu", "(a) x", "- x", "@tengah", "Nama : X", "| a |", "[...]"] {
            let source = format!("@daftar\nLabel : {}\n{}\n", escape(value), escape(value));
            let found = list(&source);
            assert_eq!(found.len(), 1, "{value}");
            assert_eq!(found[0].3, format!("{value} {value}"));
        }
    }
}
