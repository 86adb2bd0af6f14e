//! That workbooks and letters are those that were written: what people hold is not the JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use super::catatan::Halangan;
use super::{Outcome, RunError, beda, save, text};
use crate::PROGRAM;
use crate::model::plan::AuditCheck;
use crate::pipeline::terdahulu::letters_of;
use crate::write;
use crate::write::letter::surat;

/// The check of workbooks and of letters without a number.
pub(super) const KELUARAN: &str = "Buku kerja dan surat masih seperti yang ditulis";

/// The workbooks a run always writes.
pub(super) struct Buku {
    /// The one with all sheets, then the one for employees.
    paths: [String; 2],
    /// SHA-256 of those that could be made anew.
    again: BTreeMap<String, String>,
    /// What is to be said of this.
    kata: String,
}

impl Buku {
    /// Makes anew those that nothing hinders. The large one is gone again once its bytes are counted.
    pub fn again(outcome: &Outcome, edisi: (String, String), halangan: Halangan) -> Result<Buku, RunError> {
        let paths = [write::workbook::hasil_path(outcome.roster.periode), edisi.0.clone()];
        let mut again = BTreeMap::new();
        if halangan.semua.is_none() {
            again.extend([edisi]);
        }
        if halangan.semua.is_none() && halangan.hasil.is_none() {
            let hasil = write::workbook::hasil(&outcome.results())?;
            again.insert(hasil.path, save::sha256(&hasil.bytes));
        }
        let kata = match (halangan.semua, halangan.hasil) {
            (Some(why), _) => format!("isi buku kerja tidak dibandingkan dengan yang disusun ulang, karena {why}"),
            (None, Some(why)) => {
                format!("isi {} tidak dibandingkan dengan yang disusun ulang, karena {why}", paths[0])
            }
            (None, None) => "buku kerja yang disusun ulang sama".to_string(),
        };
        Ok(Buku { paths, again, kata })
    }
}

/// What the record tells of outputs, by path.
struct Tercatat<'c> {
    keluaran: BTreeMap<&'c str, String>,
    /// Letters of ours.
    surat: BTreeSet<String>,
    /// Letters of numbered decrees, with the hash of what was made.
    bernomor: BTreeMap<String, String>,
    /// What somebody else has put there.
    asing: BTreeSet<String>,
}

impl<'c> Tercatat<'c> {
    fn of(catatan: &'c Value) -> Tercatat<'c> {
        let listed = catatan["keluaran"].as_object().into_iter().flatten();
        let keluaran = listed.map(|(path, hash)| (path.as_str(), text(hash))).collect();
        let (mut surat, mut bernomor, mut asing) = (BTreeSet::new(), BTreeMap::new(), BTreeSet::new());
        let letters = catatan["surat"].as_array().into_iter().flatten();
        // No workbook becomes a letter by being listed as one.
        for (letter, path) in letters.map(|own| (own, text(&own["berkas"]))).filter(|(_, path)| is_letter(path)) {
            let sidik = text(&letter["sidik"]);
            if sidik.is_empty() && letter["asing"] == true {
                asing.insert(path);
                continue;
            }
            surat.insert(path.clone());
            if !sidik.is_empty() {
                bernomor.insert(path, sidik);
            }
        }
        Tercatat { keluaran, surat, bernomor, asing }
    }

    /// What the record should list and does not. A record of another version may know less.
    fn lacks(&self, there: &[String], decrees: &BTreeSet<String>, buku: &Buku, others: bool) -> Vec<String> {
        let known = |path: &str| self.keluaran.contains_key(path);
        let books = buku.paths.iter().take(if others { 1 } else { 2 });
        let ours = there.iter().filter(|path| is_ours(path) && !self.asing.contains(*path) && !decrees.contains(*path));
        let unlisted: BTreeSet<&String> = books.chain(&self.surat).chain(ours).filter(|path| !known(path)).collect();
        let letters = self.keluaran.keys().filter(|path| !others && is_letter(path));
        let untold = letters.filter(|path| !self.surat.contains(**path) && !self.asing.contains(**path));
        let unlisted = unlisted.into_iter().map(|path| format!("{path} tidak ada di keluaran pada catatan.json"));
        unlisted.chain(untold.map(|path| format!("{path} tidak ada di surat pada catatan.json"))).collect()
    }

    /// Workbooks of which the record tells other bytes than they have when they are made anew.
    fn differs(&self, buku: &Buku) -> Vec<String> {
        let other =
            |(path, hash): &(&String, &String)| self.keluaran.get(path.as_str()).is_some_and(|listed| listed != *hash);
        let told = |(path, _): (&String, &String)| format!("{path} tidak sama dengan yang disusun ulang");
        buku.again.iter().filter(other).map(told).collect()
    }
}

/// That all outputs are listed, have the bytes they are listed with, and workbooks those they get when they are made anew.
/// Beside it what of numbered decrees is not as it was made, which is for the office to judge.
pub(super) fn check(
    root: &Path,
    folder: &str,
    catatan: &Value,
    buku: &Buku,
) -> Result<(AuditCheck, Vec<String>), RunError> {
    let at = root.join(folder);
    let mut tercatat = Tercatat::of(catatan);
    let own = catatan[write::record::BERNOMOR].as_array().into_iter().flatten();
    let decrees: BTreeSet<String> = own.clone().map(|own| text(&own["berkas"])).collect();
    let others = text(&catatan["program"]) != PROGRAM;
    let lacks = tercatat.lacks(&letters_of(&at), &decrees, buku, others);
    // A decree whose paper is gone stays in the record.
    for own in own.filter(|own| own["dicabut"] != true) {
        let path = text(&own["berkas"]);
        if is_letter(&path) && !at.join(&path).is_file() {
            tercatat.bernomor.entry(path).or_default();
        }
    }
    let listed = tercatat.keluaran.iter().filter(|(path, _)| !tercatat.asing.contains(**path));
    let then: BTreeMap<String, String> = listed.map(|(path, hash)| (path.to_string(), hash.clone())).collect();
    let mut now = BTreeMap::new();
    for path in then.keys().filter(|path| at.join(path).is_file()) {
        now.insert(path.clone(), save::sha256_of(&at.join(path)).map_err(RunError::Read)?);
    }
    let ours = |files: &BTreeMap<String, String>, numbered: bool| -> BTreeMap<String, String> {
        let files = files.iter().filter(|(path, _)| tercatat.bernomor.contains_key(*path) == numbered);
        files.map(|(path, hash)| (path.clone(), hash.clone())).collect()
    };
    let (rest_then, rest_now) = (ours(&then, false), ours(&now, false));
    let mut faults = beda::files(&rest_then, &rest_now);
    faults.extend(tercatat.differs(buku));
    faults.extend(lacks);
    let detail = match faults.as_slice() {
        [] => format!("{} berkas, sidik SHA-256 sama; {}", rest_now.len(), buku.kata),
        _ => format!("{}; buat lagi dengan mutasi jalankan, atau pakai salinan aslinya", beda::some(&faults)),
    };
    let check = AuditCheck { title: KELUARAN, passed: faults.is_empty(), detail };
    Ok((check, beda::files(&tercatat.bernomor, &ours(&now, true))))
}

fn is_letter(path: &str) -> bool {
    path.starts_with("surat/")
}

/// Whether a letter has a name that we give: that of its kind, or of a person in the folder of its kind.
fn is_ours(path: &str) -> bool {
    let mut parts = path.strip_suffix(".pdf").unwrap_or_default().rsplit('/');
    let (name, below) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let person = |name: &str| {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        name.split_once('-').is_some_and(|(no, nip)| digits(no) && digits(nip) && nip.len() == 18)
    };
    let kind = name.split_once("-gabungan").map_or(name, |(kind, _)| kind);
    surat::by_name(kind).is_some() || surat::by_name(below).is_some() && person(name)
}
