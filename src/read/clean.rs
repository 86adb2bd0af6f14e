//! What is kept of a cell's content: without the signs that cannot be seen.

use std::borrow::Cow;

use super::value::Value;

/// Signs that cannot be seen but make two equal words differ: no-break and zero-width spaces, control characters.
pub(super) fn kept_text(value: Value<'_>) -> Cow<'_, str> {
    match value {
        Value::Text(text) => clean(text),
        other => other.text(),
    }
}

fn clean(text: &str) -> Cow<'_, str> {
    // Nearly all of it is plain, and that is seen in one glance.
    if text.bytes().all(|byte| (b' '..0x7F).contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let odd = |c: char| is_invisible(c) || c == '\u{a0}' || (c.is_control() && c != '\n');
    if !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    let plain = |c: char| if odd(c) { ' ' } else { c };
    Cow::Owned(text.chars().filter(|&c| !is_invisible(c)).map(plain).collect())
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Whether a sign alone is as good as nothing.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_signs_are_taken_out() {
        assert_eq!(clean("SDN\u{a0}12\u{200b}"), "SDN 12");
        assert_eq!(clean("Nama\nNIP"), "Nama\nNIP");
        assert!(matches!(clean("Bangko"), Cow::Borrowed(_)));
    }
}
