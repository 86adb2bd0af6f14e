//! Blocks of a template that are opened and not closed, or closed and not opened: where handlebars only says that
//! something is amiss.

/// The first block that has no other half: its line and an Indonesian sentence without full stop.
pub(super) fn unpaired(source: &str) -> Option<(usize, String)> {
    let source = without_comments(source);
    let mut open: Vec<(usize, String)> = Vec::new();
    for (line, text) in (1..).zip(source.lines()) {
        for (at, _) in text.match_indices("{{") {
            let tag = text[at + 2..].trim_start_matches('~');
            let name = |rest: &str| rest.trim_start().split([' ', '}', '~']).next().unwrap_or("").to_string();
            if let Some(rest) = tag.strip_prefix('#') {
                open.push((line, name(rest.trim_start_matches(['>', '*']))));
            } else if let Some(rest) = tag.strip_prefix('/') {
                let closing = name(rest);
                match open.pop() {
                    Some((_, opened)) if opened == closing => {}
                    Some((from, opened)) => {
                        let problem = format!(
                            "{{{{/{closing}}}}} menutup {{{{#{opened} …}}}} dari baris {from}; yang menutupnya {{{{/{opened}}}}}"
                        );
                        return Some((line, problem));
                    }
                    None => {
                        let problem = format!(
                            "{{{{/{closing}}}}} tidak mempunyai {{{{#{closing} …}}}} di atasnya; hapus baris ini atau tulis pembukanya"
                        );
                        return Some((line, problem));
                    }
                }
            }
        }
    }
    let (line, opened) = open.into_iter().next_back()?;
    Some((line, format!("{{{{#{opened} …}}}} tidak ditutup; tulis {{{{/{opened}}}}} di bawah bagiannya")))
}

/// The first line on which braces are opened and not closed before the next ones are.
pub(super) fn unclosed(source: &str) -> Option<usize> {
    let source = without_comments(source);
    let mut from = 0;
    while let Some(at) = source[from..].find("{{").map(|found| from + found) {
        let rest = &source[at + 2..];
        let (end, next) = (rest.find("}}"), rest.trim_start_matches('{').find("{{"));
        match (end, next) {
            (Some(end), next) if next.is_none_or(|next| end <= next + 1) => from = at + 2 + end + 2,
            _ => return Some(source[..at].matches('\n').count() + 1),
        }
    }
    None
}

/// The same lines with everything in `{{!-- … --}}` and `{{! … }}` blanked.
pub(super) fn without_comments(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(at) = rest.find("{{!") {
        let end = if rest[at..].starts_with("{{!--") { "--}}" } else { "}}" };
        let Some(length) = rest[at..].find(end).map(|found| found + end.len()) else { break };
        out.push_str(&rest[..at]);
        out.extend(rest[at..at + length].chars().filter(|c| *c == '\n'));
        rest = &rest[at + length..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_that_are_not_closed_are_told_at_their_own_line() {
        assert_eq!(unclosed("@tengah\nSURAT {{pegawai.nip\nx {{sk.nomor}}\n"), Some(2));
        assert_eq!(unclosed("@tengah\n{{sk.nomor}}\n{{sk.tanggal\n"), Some(3));
        assert_eq!(unclosed("{{!-- {{x --}}\n{{#if a}}{{{b}}}{{/if}}{{~c~}}\n"), None);
    }

    #[test]
    fn the_half_without_the_other_is_named_with_its_line() {
        for (source, line, words) in [
            ("Nama\n{{/each}}\n", 2, "{{/each}} tidak mempunyai {{#each …}} di atasnya"),
            ("{{#if a}}\n{{#each b}}\nx\n{{/if}}\n", 4, "{{/if}} menutup {{#each …}} dari baris 2"),
            ("Nama\n{{#if pegawai.nip}}\n", 2, "{{#if …}} tidak ditutup; tulis {{/if}}"),
        ] {
            let (at, told) = unpaired(source).unwrap();
            assert!(at == line && told.contains(words), "{at}: {told}");
        }
        assert_eq!(unpaired("{{#each a}}{{b}}{{/each}} {{#if (eq a b)}}x{{else}}y{{/if}}"), None);
    }
}
