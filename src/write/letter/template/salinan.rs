//! Copies of the built-in templates in a folder: from which version each was taken, and whether ours has changed since.

use sha2::{Digest, Sha256};

use super::faults::place;
use crate::finding::{Finding, catalogue};

/// First line of a copy, with the hash of what was copied.
const MARK: &str = "{{!-- salinan templat bawaan, sidik ";
const MARK_END: &str = " (jangan diubah; tandanya bila templat bawaan diperbarui) --}}";

/// The built-in template with a first line that tells which it was.
pub fn marked(source: &str) -> String {
    format!("{MARK}{}{MARK_END}\n{source}", hash(source))
}

/// What is to be said where the office's copy was taken from another version than ours. The copy is used all the same.
pub fn outdated(name: &str, office: &str, built_in: &str) -> Option<Finding> {
    let (first, body) = office.split_once('\n')?;
    let told = first.trim().strip_prefix(MARK)?.split(' ').next()?;
    if told == hash(built_in) {
        return None;
    }
    let edited = if hash(body) == told { "belum pernah diubah" } else { "sudah diubah kantor" };
    let new = new_lines(body, built_in);
    let example =
        new.first().map_or_else(String::new, |(line, text)| format!(", misalnya baris {line} “{}”", text.trim()));
    let problem = format!(
        "templat bawaan {name}.hbs sudah diperbarui; salinan di folder templates, yang {edited}, tetap dipakai. {} baris \
         templat baru tidak ada di salinan{example}",
        new.len()
    );
    Some(Finding::new(&catalogue::TEMPLAT_DIPERBARUI, place(name), "", problem))
}

/// Lines of ours that the copy has nowhere, with their numbers.
fn new_lines<'s>(office: &str, built_in: &'s str) -> Vec<(usize, &'s str)> {
    let known: std::collections::BTreeSet<&str> = office.lines().map(str::trim).collect();
    let lines = (1..).zip(built_in.lines());
    lines.filter(|(_, line)| !line.trim().is_empty() && !known.contains(line.trim())).collect()
}

/// Sixteen digits are enough to tell versions apart. Line ends do not count: Notepad may change them.
fn hash(source: &str) -> String {
    let digest = Sha256::digest(source.replace("\r\n", "\n").trim_end().as_bytes());
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_of_the_present_version_says_nothing_edited_or_not() {
        let ours = "@tengah\nSURAT\n";
        let copy = marked(ours);
        assert_eq!(outdated("petikan", &copy, ours), None);
        assert_eq!(outdated("petikan", &copy.replace("SURAT", "SURAT KAMI").replace('\n', "\r\n"), ours), None);
        assert_eq!(outdated("petikan", "@tengah\nSURAT KAMI\n", ours), None, "nothing tells where it is from");
    }

    #[test]
    fn a_newer_built_in_is_pointed_out_and_whether_the_copy_was_edited() {
        let (old, ours) = ("@tengah\nSURAT\n", "@tengah\nSURAT\n@jarak 4\n");
        let of = |copy: &str| outdated("petikan", copy, ours).unwrap().problem;
        let copy = marked(old);
        assert!(of(&copy).contains("belum pernah diubah"), "{}", of(&copy));
        assert!(of(&copy.replace('\n', "\r\n")).contains("belum pernah diubah"));
        let edited = of(&copy.replace("SURAT", "SURAT KAMI"));
        assert!(edited.contains("sudah diubah kantor") && edited.contains("2 baris"), "{edited}");
        assert!(edited.contains("misalnya baris 2 “SURAT”"), "{edited}");
    }
}
