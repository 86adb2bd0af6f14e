//! Letters that could not be made: one finding for each cause, which names the papers.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Finding;
use crate::model::angka::ribuan;
use crate::settings::surat::JENIS;

/// Papers named in a finding; the rest are counted.
const NAMED: usize = 6;

/// A letter that could not be made, and one cause of it.
#[derive(Debug)]
pub struct TakDibuat {
    /// Below the output folder.
    pub path: String,
    pub cause: Finding,
}

/// One for each cause.
pub fn not_made(path: &str, causes: Vec<Finding>) -> Vec<TakDibuat> {
    causes.into_iter().map(|cause| TakDibuat { path: path.into(), cause }).collect()
}

/// Each cause once, with the papers that it stops, in the order in which they would be written. `other` are causes that may
/// stop none.
pub fn by_cause<'a>(stopped: Vec<TakDibuat>, other: impl Iterator<Item = &'a Finding>) -> Vec<Finding> {
    let mut causes: Vec<(Finding, Papers)> = Vec::new();
    let mut known = BTreeMap::new();
    let none = other.map(|cause| (cause.clone(), None));
    for (cause, path) in stopped.into_iter().map(|own| (own.cause, Some(own.path))).chain(none) {
        let key = (cause.kode.code, cause.place.clone(), cause.problem.clone());
        let at = *known.entry(key).or_insert_with(|| {
            causes.push((cause, Papers::default()));
            causes.len() - 1
        });
        path.into_iter().for_each(|path| causes[at].1.add(path));
    }
    causes.into_iter().map(|(cause, papers)| papers.told(cause)).collect()
}

/// Papers that one cause stops: each by its name, those of a folder of one kind together; in the order of the first of each.
#[derive(Default)]
struct Papers {
    seen: BTreeSet<String>,
    /// A folder or a paper, and how many it stands for; a paper alone is named even where it lies in such a folder.
    named: Vec<(String, Vec<String>)>,
    at: BTreeMap<String, usize>,
}

impl Papers {
    fn add(&mut self, path: String) {
        if !self.seen.insert(path.clone()) {
            return;
        }
        let folder = path.rsplit_once('/').map(|(folder, _)| folder);
        let of_kind = folder.filter(|folder| folder.rsplit('/').next().is_some_and(|name| JENIS.contains(&name)));
        let name = of_kind.map_or_else(|| path.clone(), str::to_string);
        let at = *self.at.entry(name.clone()).or_insert_with(|| {
            self.named.push((name, Vec::new()));
            self.named.len() - 1
        });
        self.named[at].1.push(path);
    }

    fn told(self, mut cause: Finding) -> Finding {
        let word = |(name, paths): &(String, Vec<String>)| match &paths[..] {
            [only] => only.clone(),
            several => format!("{} surat di {name}", ribuan(several.len() as i64)),
        };
        let some: Vec<String> = self.named.iter().take(NAMED).map(word).collect();
        let more = match self.named.iter().skip(NAMED).map(|(_, paths)| paths.len()).sum::<usize>() {
            0 => String::new(),
            more => format!(", dan {} surat lain", ribuan(more as i64)),
        };
        if !some.is_empty() {
            let ends = cause.problem.ends_with(['?', '.']);
            let begin = if ends { " Tidak dibuat" } else { "; tidak dibuat" };
            cause.problem = format!("{}{begin}: {}{more}", cause.problem, some.join(", "));
        }
        cause
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Place, catalogue};

    #[test]
    fn one_cause_is_told_once_with_its_papers_and_another_apart() {
        let cause = |problem: &str| Finding::new(&catalogue::TEMPLAT_SALAH, Place::file("mutasi.toml"), "", problem);
        let mut stopped = not_made("surat/sk-kolektif.pdf", vec![cause("satu"), cause("dua")]);
        (1..=8).for_each(|n| stopped.extend(not_made(&format!("surat/petikan/{n}.pdf"), vec![cause("satu")])));
        stopped.extend(not_made("surat/petikan/1.pdf", vec![cause("satu")]));
        let told = by_cause(stopped, [cause("tiga"), cause("dua")].iter());
        let problems: Vec<&str> = told.iter().map(|finding| finding.problem.as_str()).collect();
        let first = "satu; tidak dibuat: surat/sk-kolektif.pdf, 8 surat di surat/petikan";
        assert_eq!(problems, [first, "dua; tidak dibuat: surat/sk-kolektif.pdf", "tiga"]);
    }
}
