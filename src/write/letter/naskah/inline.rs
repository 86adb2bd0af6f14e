//! Styles within a line, and the escapes that keep data from becoming markup.

use super::{Run, Runs};
use crate::write::letter::text::Style;

/// Reads `**tebal**`, `_miring_` and `__garis bawah__`; a backslash takes the next sign as it is.
/// `Err` is an Indonesian sentence: a mark that is not closed on its line.
pub fn runs(text: &str) -> Result<Runs, String> {
    let mut out = Runs::new();
    let mut style = Style::default();
    let mut current = String::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let doubled = matches!(sign, '*' | '_') && signs.peek() == Some(&sign);
        let toggle = match (sign, doubled) {
            ('*', true) => Style { bold: true, ..Style::default() },
            ('_', true) => Style { underline: true, ..Style::default() },
            ('_', false) => Style { italic: true, ..Style::default() },
            _ => {
                current.extend(if sign == '\\' { signs.next() } else { Some(sign) });
                continue;
            }
        };
        if doubled {
            signs.next();
        }
        flush(&mut out, &mut current, style);
        style = style.toggled(toggle);
    }
    flush(&mut out, &mut current, style);
    match style.open_mark() {
        None => Ok(out),
        Some(mark) => Err(format!("tanda {mark} tidak ditutup pada baris yang sama; tulis \\{mark} bila bukan tanda")),
    }
}

fn flush(out: &mut Runs, current: &mut String, style: Style) {
    if !current.is_empty() {
        out.push(Run { text: std::mem::take(current), style });
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
                if out.is_empty() || matches!(c, '\\' | '*' | '_' | '|' | '@' | ':' | '/' | '{' | '"') {
                    out.push('\\');
                }
                out.push(c);
            }
        }
    }
    out
}

/// Soft hyphen, zero-width and direction marks. The word joiner stays: we set it ourselves against line breaks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
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
    fn a_mark_left_open_is_an_error() {
        assert!(runs("nama_pegawai").unwrap_err().contains("tanda _ tidak ditutup"));
        assert!(runs("**tebal").unwrap_err().contains("tanda ** tidak ditutup"));
    }

    #[test]
    fn an_escaped_value_reads_back_as_it_was() {
        for value in [r"a | b ** @halaman", r"x\y_z", "a. bahwa", "1. satu : dua // tiga", "@tengah", "- x", "{{nama}}"]
        {
            let found = runs(&escape(value)).unwrap();
            assert_eq!(plain(&found), value);
            assert_eq!(unescape(&escape(value)), value);
        }
    }

    #[test]
    fn splitting_respects_backslashes() {
        assert_eq!(split_unescaped(r"a \| b | c", "|"), [r"a \| b ", " c"]);
    }
}
