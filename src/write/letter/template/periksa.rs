//! Lines of an office's template that can be read and yet hardly mean what they say.

use std::borrow::Cow;

use super::blok::without_comments;
use super::faults::place;
use crate::finding::{Finding, catalogue};
use crate::write::letter::naskah::{melts, single_braced};
use crate::write::letter::surat;

/// Signs at the begin of lines that print nothing of their own.
const BLOCKS: [&str; 6] = ["{{#", "{{/", "{{!", "{{>", "{{~", "{{else"];

/// Where the lines of a template are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Text,
    /// A list; of short facts or not.
    List {
        facts: bool,
    },
}

/// What is to be said of the lines of a template; it is used all the same.
pub(super) fn remarks(name: &str, source: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut within = Within::Text;
    // The last `@halaman` and its line, until something follows that is printed.
    let mut page = None;
    let source = without_comments(source);
    for (line, text) in (1..).zip(source.lines().map(str::trim)) {
        found.extend(single_braced(text).into_iter().map(|field| braces(name, line, field)));
        if text.is_empty() || BLOCKS.iter().any(|block| text.starts_with(block)) {
            // A part that is put in prints something.
            page = page.filter(|_| !text.starts_with("{{>"));
            continue;
        }
        if let Some(order) = text.strip_prefix('@') {
            let mut words = order.split_whitespace();
            match words.next() {
                Some("halaman" | "halaman-baru") => page = Some((line, text)),
                Some("daftar") => within = Within::List { facts: words.any(|word| word == "kiri") },
                _ => within = Within::Text,
            }
            continue;
        }
        page = None;
        if let Within::List { facts } = within
            && melts(text, facts)
        {
            found.push(remark(
                name,
                line,
                text,
                "baris daftar ini tidak memuat “ :”, sehingga menyatu dengan baris di atasnya",
                COLON,
            ));
        }
    }
    if let (Some((line, text)), true) = (page, surat::by_name(name).is_some()) {
        found.push(remark(
            name,
            line,
            text,
            "sesudah perintah ini tidak ada isi lagi, sehingga halaman barunya tidak dibuat",
            PAGE,
        ));
    }
    found
}

const COLON: &str = "Tulis label, spasi, lalu titik dua, misalnya: Nama : {{pegawai.nama_bergelar}}.";
const PAGE: &str = "Tulis isi halaman itu di bawahnya, atau hapus barisnya.";

fn braces(name: &str, line: usize, field: &str) -> Finding {
    let problem = format!("{{{field}}} hanya berkurung satu, sehingga tercetak apa adanya");
    remark(name, line, &format!("{{{field}}}"), &problem, format!("Tulis {{{{{field}}}}} dengan kurung ganda."))
}

fn remark(name: &str, line: usize, value: &str, problem: &str, remedy: impl Into<Cow<'static, str>>) -> Finding {
    let problem = format!("templat {name}.hbs, baris {line}: {problem}");
    let place = place(name).at(line.saturating_sub(1) as u32, 0);
    Finding::new(&catalogue::TEMPLAT_MERAGUKAN, place, value, problem).with_remedy(remedy)
}

#[cfg(test)]
mod tests {
    use super::super::BUILT_IN;
    use super::*;

    fn told(name: &str, source: &str) -> Vec<String> {
        remarks(name, source).into_iter().map(|finding| finding.problem).collect()
    }

    #[test]
    fn our_own_templates_are_beyond_doubt() {
        for (name, source) in BUILT_IN {
            assert_eq!(told(name, source), Vec::<String>::new());
        }
    }

    #[test]
    fn doubtful_lines_are_told_with_their_number_and_comments_are_not() {
        let source = "{{!-- satu\n  {sk.nomor} --}}\n@daftar kiri label 30\nNama : {{pegawai.nama}}\nNIP {{pegawai.nip}}\n\
                      @tengah\n{sk.tentang} {{sk.nomor}}\n@kaki tengah {hal}\n{{#if sk.final}}\n@halaman F4 tegak\n{{/if}}\n";
        let found = told("petikan", source);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[0].starts_with("templat petikan.hbs, baris 5: baris daftar ini"), "{found:?}");
        assert!(found[1].contains("baris 7: {sk.tentang} hanya berkurung satu"), "{found:?}");
        assert!(found[2].contains("baris 10: sesudah perintah ini tidak ada isi lagi"), "{found:?}");
        assert_eq!(told("kop-sendiri", "@halaman F4 tegak\n"), Vec::<String>::new(), "a part is put in somewhere");
        assert_eq!(told("petikan", "teks\n@halaman F4 tegak\n{{> kop-sk}}\n"), Vec::<String>::new());
    }
}
