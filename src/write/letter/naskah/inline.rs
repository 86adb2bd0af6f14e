//! Styles within a line, leaders, and the escapes that keep data from becoming markup.

use super::glue::glue;
use super::{Leader, Run, Runs};
use crate::write::letter::text::Style;

/// In margin texts: the number of the page, and of all pages. Signs for private use; no font prints them.
pub const PAGE: char = '\u{e010}';
pub const JUMLAH: char = '\u{e011}';

/// Reads `**tebal**`, `_miring_`, `__garis bawah__` and `[...]`; a backslash takes the next sign as it is.
/// `Err` is an Indonesian sentence: a mark that is not closed on its line.
pub fn runs(text: &str) -> Result<Runs, String> {
    let mut out = Runs::new();
    let mut style = Style::default();
    let mut current = String::new();
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        if sign == '['
            && let Some((leader, after)) = leader(rest)
        {
            flush(&mut out, &mut current, style);
            out.push(Run { text: String::new(), style: Style::default(), leader: Some(leader) });
            rest = after;
            continue;
        }
        rest = &rest[sign.len_utf8()..];
        let doubled = matches!(sign, '*' | '_') && rest.starts_with(sign);
        let toggle = match (sign, doubled) {
            ('*', true) => Style { bold: true, ..Style::default() },
            ('_', true) => Style { underline: true, ..Style::default() },
            ('_', false) => Style { italic: true, ..Style::default() },
            ('\\', _) => {
                let mut signs = rest.chars();
                current.extend(signs.next());
                rest = signs.as_str();
                continue;
            }
            _ => {
                current.push(sign);
                continue;
            }
        };
        rest = if doubled { &rest[1..] } else { rest };
        flush(&mut out, &mut current, style);
        style = style.toggled(toggle);
    }
    flush(&mut out, &mut current, style);
    match style.open_mark() {
        None => Ok(out),
        Some(mark) => Err(unclosed(text, mark)),
    }
}

/// A name in single braces has its `_` for a reason of its own.
fn unclosed(text: &str, mark: &str) -> String {
    match single_braced(text).into_iter().find(|name| name.contains(mark)) {
        Some(name) => format!("isian {{{name}}} hanya berkurung satu; tulis {{{{{name}}}}} dengan kurung ganda"),
        None => format!("tanda {mark} tidak ditutup pada baris yang sama; tulis \\{mark} bila bukan tanda"),
    }
}

/// Names in single braces that a template would print as they stand: `{sk.tentang}`. What the markup itself or a
/// backslash means is none.
pub fn single_braced(text: &str) -> Vec<&str> {
    let is_name = |name: &str| {
        let signs = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(signs)
            && !matches!(name, "hal" | "jumlah")
    };
    let mut names = Vec::new();
    for (at, _) in text.match_indices('{') {
        let Some((name, after)) = text[at + 1..].split_once('}') else { break };
        let guarded = text[..at].ends_with(['{', '\\']) || after.starts_with('}');
        names.extend((!guarded && is_name(name)).then_some(name));
    }
    names
}

/// `[...]`, `[___]` or `[>]`, with a stop in millimetres if there is one; and what follows.
fn leader(text: &str) -> Option<(Leader, &str)> {
    let (inside, after) = text.strip_prefix('[')?.split_once(']')?;
    let (mark, stop) = inside.split_once(' ').unwrap_or((inside, ""));
    let sign = match mark {
        "..." => Some('.'),
        "___" => Some('_'),
        ">" => None,
        _ => return None,
    };
    let stop = match stop.trim() {
        "" => None,
        number => Some(number.replace(',', ".").parse().ok().filter(|mm| (1.0..=330.0).contains(mm))?),
    };
    Some((Leader { sign, stop }, after))
}

fn flush(out: &mut Runs, current: &mut String, style: Style) {
    if !current.is_empty() {
        glue(current);
        out.push(Run { text: std::mem::take(current), style, leader: None });
    }
}

/// Makes a value from the workbooks safe to stand anywhere in a naskah: signs of the markup get a backslash, and so
/// does the first sign, so that no value begins an order, an item or a row. Line breaks become spaces; signs that
/// have no shape of their own (controls, zero-width marks) are left out.
pub fn escape(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 8);
    for sign in value.chars() {
        match sign {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => out.push(' '),
            c if c.is_control() || is_invisible(c) => {}
            c => {
                if out.is_empty() || matches!(c, '\\' | '*' | '_' | '|' | '@' | ':' | '/' | '{' | '"' | '[') {
                    out.push('\\');
                }
                out.push(c);
            }
        }
    }
    out
}

/// Soft hyphen, zero-width and direction marks, and signs for private use, which are ours. The word joiner stays: we
/// set it ourselves against line breaks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        | '\u{e000}'..='\u{e0ff}')
}

/// Takes the backslashes away again, for the words of an order.
pub fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        out.extend(if sign == '\\' { signs.next() } else { Some(sign) });
    }
    out
}

/// Splits at a separator that no backslash guards.
pub(super) fn split_unescaped(text: &str, separator: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let length = match sign {
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            _ if rest.starts_with(separator) => {
                parts.push(String::new());
                rest = &rest[separator.len()..];
                continue;
            }
            _ => sign.len_utf8(),
        };
        parts.last_mut().expect("there is always a part").push_str(&rest[..length]);
        rest = &rest[length..];
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(runs: &Runs) -> String {
        runs.iter().map(|run| run.text.as_str()).collect()
    }

    #[test]
    fn three_marks_make_three_styles() {
        let found = runs("biasa **tebal** _miring_ __garis__").unwrap();
        let styled: Vec<_> = found.iter().filter(|run| run.style != Style::default()).map(|run| &*run.text).collect();
        assert_eq!(styled, ["tebal", "miring", "garis"]);
    }

    #[test]
    fn marks_may_stand_within_each_other() {
        let found = runs("**__judul__**").unwrap();
        assert!(found[0].style.bold && found[0].style.underline && !found[0].style.italic);
    }

    #[test]
    fn a_mark_left_open_is_an_error() {
        assert!(runs("nama_pegawai").unwrap_err().contains("tanda _ tidak ditutup"));
        assert!(runs("**tebal").unwrap_err().contains("tanda ** tidak ditutup"));
    }

    #[test]
    fn a_name_in_single_braces_is_no_open_mark() {
        let told = runs("Nama {pegawai.nama_bergelar}").unwrap_err();
        assert!(told.contains("tulis {{pegawai.nama_bergelar}} dengan kurung ganda"), "{told}");
        let line = "{sk.tentang} {{sk.nomor}} {hal} \\{tmt} {X} {{#if a}} {pegawai.nip}";
        assert_eq!(single_braced(line), ["sk.tentang", "pegawai.nip"]);
    }

    #[test]
    fn brackets_are_leaders_only_with_their_marks() {
        let found = runs("Nama [... 90] NIP [___] akhir [>][x]").unwrap();
        let leaders: Vec<_> = found.iter().filter_map(|run| run.leader).map(|l| (l.sign, l.stop)).collect();
        assert_eq!(leaders, [(Some('.'), Some(90.0)), (Some('_'), None), (None, None)]);
        assert!(plain(&found).ends_with("[x]"));
    }

    #[test]
    fn an_escaped_value_reads_back_as_it_was() {
        for value in [
            r"a | b ** @halaman",
            r"x\y_z",
            "a. bahwa",
            "1. satu : dua // tiga",
            "@tengah",
            "- x",
            "{{nama}}",
            "<",
            "[...]",
        ] {
            let found = runs(&escape(value)).unwrap();
            assert_eq!(plain(&found), value);
            assert!(found.iter().all(|run| run.leader.is_none()));
            assert_eq!(unescape(&escape(value)), value);
        }
    }

    #[test]
    fn splitting_respects_backslashes() {
        assert_eq!(split_unescaped(r"a \| b | c", "|"), [r"a \| b ", " c"]);
    }
}
