//! What the terminal says of the files of the month: which were used, and what became of copies that came back.

use std::collections::BTreeSet;

use crate::finding::{Kode, catalogue};
use crate::model::angka::ribuan;
use crate::model::cells::Source;
use crate::pipeline::Outcome;

/// So many files are named in one line.
const NAMED: usize = 3;

/// How many files were used, and which were not.
pub fn used(outcome: &Outcome) -> String {
    let sources = &outcome.tables.sources;
    // What a copy stands in for is used as corrected; the line on copies tells that.
    let replaced: BTreeSet<&str> =
        sources.iter().filter(|source| source.used).filter_map(|source| Some(&*source.asal.as_ref()?.path)).collect();
    let is_left =
        |(at, source): &(usize, &Source)| !outcome.tables.takes_from(*at) && !replaced.contains(&*source.path);
    let left: Vec<&str> =
        sources.iter().enumerate().filter(is_left).map(|(_, source)| in_inbox(outcome, &source.path)).collect();
    let units = ribuan(outcome.roster.units.len() as i64);
    let told = format!("{} dari {} berkas; {units} unit kerja", sources.len() - left.len(), sources.len());
    let all = if left.len() > NAMED { ", semuanya di temuan berkode B" } else { "" };
    if left.is_empty() { told } else { format!("{told}; tidak dipakai: {}{all}", named(&left)) }
}

/// What became of annotated copies that came back; `None` where none did.
pub fn copies(outcome: &Outcome) -> Option<String> {
    let of = |kode: &Kode| -> Vec<&str> {
        let of_kode = outcome.findings.iter().filter(|finding| finding.kode.code == kode.code);
        of_kode.map(|finding| in_inbox(outcome, &finding.place.file)).collect()
    };
    let taken = of(&catalogue::SALINAN_DIPAKAI).len();
    let mut told = Vec::new();
    if taken > 0 {
        told.push(format!("{} salinan periksa dipakai sebagai pengganti berkas asalnya", ribuan(taken as i64)));
    }
    let left = [
        (&catalogue::SALINAN_USANG, "berkas asalnya juga berubah"),
        (&catalogue::SALINAN_GANDA, "ada salinan lain dari berkas yang sama"),
    ];
    for (kode, why) in left {
        let files = of(kode);
        if !files.is_empty() {
            told.push(format!("{} tidak dipakai karena {why} ({})", named(&files), kode.code));
        }
    }
    (!told.is_empty()).then(|| told.join("; "))
}

/// The path without the inbox of the month, which all files have in common.
fn in_inbox<'a>(outcome: &Outcome, path: &'a str) -> &'a str {
    let inbox = format!("masuk/{}/", outcome.roster.periode);
    path.strip_prefix(inbox.as_str()).unwrap_or(path)
}

/// The first few of these files.
fn named(files: &[&str]) -> String {
    match files.len().saturating_sub(NAMED) {
        0 => files.join(", "),
        more => format!("{} dan {more} lagi", files[..NAMED].join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_files_are_named_and_of_more_the_rest_is_counted() {
        assert_eq!(named(&["a", "b", "c"]), "a, b, c");
        assert_eq!(named(&["a", "b", "c", "d", "e"]), "a, b, c dan 2 lagi");
    }
}
