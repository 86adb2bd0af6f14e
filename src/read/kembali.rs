//! Annotated copies that come back corrected: which one stands in for which file of the inbox.
//!
//! The rules, as the findings tell them: a copy stands in for the file it was made from while that file is unchanged;
//! where the file was changed too, the file counts. Of two different copies of one file none counts while the file is
//! there; without it the first by name. A copy of a copy stands in for that copy.

use std::collections::{BTreeMap, BTreeSet};

use super::FileRead;
use super::book::Book;
use super::discover::MASUK;
use crate::finding::{Finding, Kode, Place, catalogue};
use crate::model::cells::Asal;
use crate::model::kamus::Tanya;
use crate::model::tanggal::Periode;

/// What tells a copy of ours: the document properties that `write/workbook/salinan` gives it.
#[derive(Debug)]
pub(super) struct Tanda {
    /// Path of the office's own file, as written into the copy; empty where it was too long.
    sumber: String,
    /// Content of that file, and of the very file that was copied.
    sha256: String,
    dari: String,
}

impl Tanda {
    /// The mark of a workbook. A property that cannot be read is none: the workbook is then one as any other.
    pub(super) fn of(book: &mut Book<'_>) -> Option<Tanda> {
        let properties = match book {
            Book::Xlsx(book, _) => book.workbook_properties().ok(),
            Book::Xlsb(book) => book.workbook_properties().ok(),
            Book::Xls(book) => book.workbook_properties().ok(),
            Book::Ods(book) => book.workbook_properties().ok(),
            // Text formats carry no properties.
            Book::SpreadsheetMl(_) | Book::Html(_) | Book::Csv(_) => return None,
            Book::Remote(book) => return book.take_tanda(),
        };
        let mut custom = properties?.custom_properties;
        let mut take = |name: &str| custom.remove(name).unwrap_or_default();
        let is_ours = take("mutasi") == "salinan-periksa";
        is_ours.then(|| Tanda { sumber: take("sumber"), sha256: take("sha256"), dari: take("dari") })
    }

    /// Source, its content, and the content of what was copied, as a reading child hands them over.
    pub fn texts(&self) -> [&str; 3] {
        [&self.sumber, &self.sha256, &self.dari]
    }

    pub fn from_texts([sumber, sha256, dari]: [String; 3]) -> Tanda {
        Tanda { sumber, sha256, dari }
    }

    /// What copies of one file have in common.
    fn identity(&self) -> String {
        if self.sumber.is_empty() { self.sha256.clone() } else { self.sumber.clone() }
    }

    fn is_made_from(&self, file: &FileRead) -> bool {
        let sha256 = file.sha256();
        !sha256.is_empty() && (self.dari == sha256 || self.sha256 == sha256)
    }
}

impl FileRead {
    fn path(&self) -> &str {
        self.source.as_ref().map_or("", |source| &*source.path)
    }

    fn sha256(&self) -> &str {
        self.source.as_ref().map_or("", |source| &*source.sha256)
    }

    /// The mark, when the file gave a table: a copy that gives none stands in for nothing.
    fn copy_mark(&self) -> Option<&Tanda> {
        self.tanda.as_ref().filter(|_| !self.tables.is_empty())
    }

    fn rows(&self) -> usize {
        self.tables.iter().map(|table| table.rows.len()).sum()
    }

    /// Makes a copy whose source is gone a source itself, under the name of that source if it is free.
    fn adopted(&mut self, periode: Periode, names: &mut BTreeSet<String>) -> Asal {
        let own = self.path().to_string();
        let (sumber, sha256) = self.tanda.as_ref().map(|mark| (&*mark.sumber, &*mark.sha256)).unwrap_or_default();
        let path = home(sumber, periode).filter(|path| *path == own || !names.contains(path)).unwrap_or(own.clone());
        let asal = Asal { path: path.as_str().into(), sha256: sha256.to_string() };
        let place = Place::file(own);
        let mut told = Vec::new();
        let months = sumber.split('/').find_map(Periode::parse).filter(|month| *month != periode);
        told.extend(months.map(|month| {
            let problem = format!(
                "salinan ini dibuat dari berkas {}, padahal dibaca untuk {}",
                month.in_words(),
                periode.in_words()
            );
            Finding::new(&catalogue::PERIODE_BERBEDA, place.clone(), "", problem)
        }));
        let problem = "berkas ini salinan periksa dan dipakai sebagai berkas asal, karena berkas asalnya tidak ada di \
                       folder masuk";
        told.push(Finding::new(&catalogue::SALINAN_DIPAKAI, place, sumber, problem));
        names.insert(path);
        self.findings.extend(told);
        if let Some(source) = &mut self.source {
            source.asal = Some(asal.clone());
        }
        asal
    }

    /// Takes the file out of what is used; `finding` is all that is told of it.
    fn set_aside(&mut self, finding: Option<Finding>) {
        self.tables.clear();
        self.tanya = Tanya::default();
        self.findings = finding.into_iter().collect();
        if let Some(source) = &mut self.source {
            source.used = false;
        }
    }
}

/// Settles which files are used, in path order in and out, and gives each file's rank: a copy ranks where the file
/// stands that it replaces, so that “the first row counts” means the same row. Files of other months are let go.
pub(super) fn settle(periode: Periode, files: &mut Vec<FileRead>) -> Vec<usize> {
    files.retain(|file| file.source.is_some());
    let parents: Vec<Option<usize>> = (0..files.len()).map(|at| parent(files, at)).collect();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); files.len()];
    for (at, parent) in parents.iter().enumerate().filter_map(|(at, parent)| Some((at, (*parent)?))) {
        children[parent].push(at);
    }
    let mut family = Family { ranks: (0..files.len()).collect(), children, files };
    let mut names: BTreeSet<String> = family.files.iter().map(|file| file.path().to_string()).collect();
    let mut orphans: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for root in (0..parents.len()).filter(|&at| parents[at].is_none()) {
        match family.files[root].copy_mark() {
            Some(mark) => orphans.entry(mark.identity()).or_default().push(root),
            None => {
                let source = &family.files[root];
                let asal = Asal { path: source.path().into(), sha256: source.sha256().to_string() };
                family.judge(root, root, &asal);
            }
        }
    }
    for group in orphans.into_values() {
        family.adopt(periode, &group, &mut names);
    }
    family.ranks
}

/// The file a copy was made from: the very file that was copied, else the file with the original's content, else the
/// one with its name. `None` for a file that is no copy or whose source is gone.
fn parent(files: &[FileRead], at: usize) -> Option<usize> {
    let mark = files[at].copy_mark()?;
    let grade = |other: &FileRead| match other.sha256() {
        "" => (other.path() == mark.sumber).then_some(2),
        sha256 if sha256 == mark.dari => Some(0),
        sha256 if sha256 == mark.sha256 => Some(1),
        _ => (other.path() == mark.sumber).then_some(2),
    };
    let others = files.iter().enumerate().filter(|(other, _)| *other != at);
    let graded = others.filter_map(|(other, file)| Some((grade(file)?, file.path() != mark.sumber, other)));
    graded.min().map(|(.., other)| other)
}

/// The files with the copies made from each.
struct Family<'a> {
    files: &'a mut [FileRead],
    children: Vec<Vec<usize>>,
    ranks: Vec<usize>,
}

impl Family<'_> {
    /// Lets the copy of `at` stand in for it, if there is one that may; then the copy of that copy.
    fn judge(&mut self, at: usize, rank: usize, asal: &Asal) {
        let children = std::mem::take(&mut self.children[at]);
        let (fresh, stale): (Vec<usize>, Vec<usize>) = children.into_iter().partition(|&child| {
            self.files[child].tanda.as_ref().is_some_and(|mark| mark.is_made_from(&self.files[at]))
        });
        let name = self.files[at].path().to_string();
        for child in stale {
            let problem = format!(
                "berkas asal “{name}” juga diubah setelah salinan ini dibuat; yang dipakai berkas asal itu, salinan ini tidak"
            );
            self.drop_with_copies(child, &catalogue::SALINAN_USANG, &problem);
        }
        let contents: BTreeSet<&str> = fresh.iter().map(|&child| self.files[child].sha256()).collect();
        let count = contents.len();
        match fresh.split_first() {
            Some((&first, twins)) if count == 1 => {
                self.drop_twins(first, twins);
                self.stand_in(first, at, rank, asal);
                self.judge(first, rank, asal);
            }
            _ => {
                let problem = format!(
                    "ada {count} salinan dari “{name}” yang isinya berbeda-beda; tidak satu pun dipakai, yang dipakai berkas asal itu"
                );
                fresh.into_iter().for_each(|child| self.drop_with_copies(child, &catalogue::SALINAN_GANDA, &problem));
            }
        }
    }

    /// Lets the copy take the place of the file.
    fn stand_in(&mut self, copy: usize, file: usize, rank: usize, asal: &Asal) {
        let place = Place::file(self.files[copy].path());
        let name = self.files[file].path();
        let original = if name == &*asal.path { String::new() } else { format!(" dan “{}”", asal.path) };
        let mut problem = format!("salinan ini dipakai sebagai pengganti “{name}”{original}, yang tidak dibaca");
        let (rows, before) = (self.files[copy].rows(), self.files[file].rows());
        if rows != before {
            problem.push_str(&format!(" ({rows} baris data, sebelumnya {before})"));
        }
        let sheets = |at: usize| self.files[at].tables.iter().map(|table| table.sheet.clone()).collect::<BTreeSet<_>>();
        let (kept, all) = (sheets(copy), sheets(file));
        let missing: Vec<&str> = all.difference(&kept).map(|sheet| &**sheet).collect();
        let missing = (kept.len() < all.len()).then(|| {
            let problem = format!("lembar “{}” dari “{name}” tidak terbaca di salinan ini", missing.join("”, “"));
            Finding::new(&catalogue::SALINAN_KURANG, place.clone(), "", problem)
        });
        let found = &mut self.files[copy];
        found.findings.push(Finding::new(&catalogue::SALINAN_DIPAKAI, place, "", problem));
        found.findings.extend(missing);
        if let Some(source) = &mut found.source {
            source.asal = Some(asal.clone());
        }
        self.ranks[copy] = rank;
        self.files[file].set_aside(None);
    }

    /// Copies of one file that is no longer in the inbox: the first by name is used as the file itself.
    fn adopt(&mut self, periode: Periode, group: &[usize], names: &mut BTreeSet<String>) {
        let [first, others @ ..] = group else { return };
        let (twins, different): (Vec<usize>, Vec<usize>) =
            others.iter().partition(|&&other| self.files[other].sha256() == self.files[*first].sha256());
        self.drop_twins(*first, &twins);
        let own = self.files[*first].path().to_string();
        let problem = format!(
            "isi salinan ini berbeda dengan “{own}”, salinan lain dari berkas yang sama; yang dipakai salinan itu \
             menurut urutan nama, salinan ini tidak"
        );
        different.into_iter().for_each(|other| self.drop_with_copies(other, &catalogue::SALINAN_GANDA, &problem));
        let asal = self.files[*first].adopted(periode, names);
        self.judge(*first, *first, &asal);
    }

    fn drop_twins(&mut self, first: usize, twins: &[usize]) {
        let problem = format!("isi salinan ini sama persis dengan “{}”, yang sudah dipakai", self.files[first].path());
        for &twin in twins {
            self.drop_with_copies(twin, &catalogue::SALINAN_GANDA, &problem);
        }
    }

    /// Sets a copy aside, and the copies that were made from it.
    fn drop_with_copies(&mut self, at: usize, kode: &'static Kode, problem: &str) {
        let place = Place::file(self.files[at].path());
        self.files[at].set_aside(Some(Finding::new(kode, place, "", problem)));
        for child in std::mem::take(&mut self.children[at]) {
            self.drop_with_copies(child, kode, problem);
        }
    }
}

/// The path a source would have in this month's inbox; `None` when what the copy says is no such path. The name of an
/// output is made from it, so it must not lead elsewhere.
fn home(sumber: &str, periode: Periode) -> Option<String> {
    let odd = |c: char| c.is_control() || "\\:*?\"<>|".contains(c);
    let plain = |part: &str| !part.is_empty() && !part.ends_with(['.', ' ']) && !part.contains(odd);
    let parts: Vec<&str> = sumber.split('/').collect();
    match parts.as_slice() {
        [MASUK, rest @ ..] if rest.is_empty() || !rest.iter().all(|part| plain(part)) => None,
        [MASUK, month, rest @ ..] if !rest.is_empty() && Periode::parse(month).is_some() => {
            Some(format!("{MASUK}/{periode}/{}", rest.join("/")))
        }
        [MASUK, ..] => Some(sumber.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_copy_says_of_its_source_never_leads_out_of_the_inbox() {
        let november = Periode::parse("2026-11").unwrap();
        for (sumber, path) in [
            ("masuk/2026-11/dinkes/pegawai.xlsx", Some("masuk/2026-11/dinkes/pegawai.xlsx")),
            ("masuk/2026-10/pegawai.xlsx", Some("masuk/2026-11/pegawai.xlsx")),
            ("masuk/DUK November 2026.xlsx", Some("masuk/DUK November 2026.xlsx")),
            ("masuk/2026-11/../../../pegawai.xlsx", None),
            ("masuk/2026-11//pegawai.xlsx", None),
            ("masuk\\2026-11\\pegawai.xlsx", None),
            ("masuk/2026-11/C:pegawai.xlsx", None),
            ("/etc/passwd", None),
            ("masuk", None),
            ("", None),
        ] {
            assert_eq!(home(sumber, november).as_deref(), path, "{sumber}");
        }
    }
}
