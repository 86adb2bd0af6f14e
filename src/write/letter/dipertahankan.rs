//! Letters of before that stay: those of decrees that do not change any more, and those that could not be made anew.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::Tercetak;
use super::berkas::Keputusan;
use super::bernomor::{DRAF, SURAT as SURAT_FOLDER, Sendiri, tercantum};
use super::context::{Orang, Sk};
use super::desk::Rancangan;
use super::nomor::names;
use crate::finding::{Finding, Place, catalogue};
use crate::model::bernomor::{KeputusanBernomor, Nomor, SuratLama, Terdahulu};
use crate::model::tanggal::Periode;
use crate::write::Results;

/// What of the letters of before stays.
pub struct Dipertahankan<'a> {
    lama: &'a Terdahulu,
    /// Whether they are of the plan of now.
    same_plan: bool,
    paths: BTreeSet<&'a str>,
}

impl<'a> Dipertahankan<'a> {
    pub fn new(lama: &'a Terdahulu, sidik: String) -> Dipertahankan<'a> {
        Dipertahankan { lama, same_plan: lama.sidik == sidik, paths: BTreeSet::new() }
    }

    /// All papers of a decree that stays as it was written.
    pub fn decree(&mut self, own: &KeputusanBernomor) {
        let of = |letter: &&SuratLama| letter.nomor.as_deref() == Some(&own.nomor.nomor) || letter.berkas == own.berkas;
        self.paths.extend(self.lama.surat.iter().filter(of).map(|letter| letter.berkas.as_str()));
    }

    /// The letter that stands where this one could not be made, where it says what that one would: of the same plan, and
    /// as much approved.
    pub fn letter(&mut self, wanted: &Rancangan) {
        let same = |letter: &&SuratLama| {
            letter.berkas == wanted.path && letter.disetujui == wanted.disetujui && letter.nomor == wanted.nomor
        };
        // A decree with its number says what it said, whatever else has changed in the plan.
        let found = self.lama.surat.iter().filter(|letter| self.same_plan || letter.nomor.is_some()).find(same);
        self.paths.extend(found.map(|letter| letter.berkas.as_str()));
    }

    /// Letters of which no record tells what they are; drafts among them are made anew.
    pub fn unknown(&mut self) {
        let all = self.lama.surat.iter().filter(|letter| !letter.berkas.starts_with(DRAF));
        self.paths.extend(all.map(|letter| letter.berkas.as_str()));
    }

    /// None could be made.
    pub fn everything(&mut self) {
        let all = self.lama.surat.iter().filter(|letter| self.same_plan || letter.nomor.is_some());
        self.paths.extend(all.map(|letter| letter.berkas.as_str()));
    }

    /// What was made anew takes the place of what was there.
    pub fn without(&mut self, made: &[Tercetak]) {
        self.paths.retain(|path| !made.iter().any(|letter| letter.artifact.path == **path));
    }

    pub fn paths(&self) -> impl Iterator<Item = &'a str> {
        self.paths.iter().copied()
    }

    pub fn into_paths(self) -> Vec<String> {
        self.paths.into_iter().map(str::to_string).collect()
    }

    /// Says that they stay.
    pub fn finding(&self, periode: Periode) -> Option<Finding> {
        let count = self.paths.len();
        let folder = format!("keluar/{periode}/{SURAT_FOLDER}");
        (count > 0).then(|| {
            let problem = format!("{count} surat yang sudah ada tetap di tempatnya: {}", names(self.paths()));
            Finding::new(&catalogue::SURAT_DIPERTAHANKAN, Place::file(folder), "", problem)
        })
    }
}

/// The papers that make a decree, which are signed or certified.
const NASKAH: [&str; 3] = ["sk-kolektif", "petikan", "sk-perorangan"];

/// Papers of decrees that were ready to be signed – no grey word behind them – and are still there: they stay as they are,
/// signed or not. Told is which of them would look otherwise now.
pub fn ready(lama: &Terdahulu, periode: Periode, made: &[Tercetak]) -> (Vec<String>, Vec<Finding>) {
    let (mut paths, mut findings) = (Vec::new(), Vec::new());
    let signed = lama.keputusan.iter().filter(|own| own.periode == periode && own.ada && own.tanda.is_empty());
    for own in signed {
        let of = |letter: &&Tercetak| {
            NASKAH.contains(&letter.jenis) && letter.nomor.as_deref() == Some(own.nomor.nomor.as_str())
        };
        let before = |letter: &Tercetak| lama.surat.iter().find(|before| before.berkas == letter.artifact.path);
        let there: Vec<(&Tercetak, &SuratLama)> =
            made.iter().filter(of).filter_map(|letter| Some((letter, before(letter)?))).collect();
        let other = there.iter().filter(|(letter, before)| sha256(&letter.artifact.bytes) != before.sidik);
        let other: Vec<&str> = other.map(|(letter, _)| letter.artifact.path.as_str()).collect();
        if !other.is_empty() {
            let problem = format!(
                "{} berkas Keputusan nomor {} akan tercetak lain sekarang, karena pengaturan, templat, atau berkasnya \
                 berubah; yang sudah ditulis dibiarkan: {}",
                other.len(),
                own.nomor.nomor,
                names(other.iter().copied())
            );
            let place = Place::file(format!("keluar/{periode}/{}", own.berkas));
            findings.push(Finding::new(&catalogue::KEPUTUSAN_SIAP, place, "", problem));
        }
        paths.extend(there.into_iter().map(|(letter, _)| letter.artifact.path.clone()));
    }
    (paths, findings)
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The decrees that carry their number on a paper that is there.
pub fn numbered<'p, I: Iterator<Item = &'p str>>(
    results: &Results<'_>,
    decrees: &[Keputusan],
    paths: impl Fn() -> I,
) -> Vec<KeputusanBernomor> {
    let periode = results.roster.periode;
    let one = |nomor: &Nomor, sk: &Sk, decree: &Keputusan, berkas: &str, orang: &[Orang]| KeputusanBernomor {
        periode,
        nomor: nomor.clone(),
        tmt: decree.tmt,
        perorangan: false,
        rekam: decree.common.surat.rekam.clone(),
        tanda: sk.status.clone(),
        folder: decree.folder.clone(),
        berkas: berkas.to_string(),
        ada: true,
        orang: orang.iter().map(|orang| tercantum(results.settings, orang)).collect(),
    };
    let mut found = Vec::new();
    for decree in decrees {
        let folder = &decree.folder;
        if let Some(nomor) = &decree.nomor {
            let begins = ["sk-kolektif.pdf", "petikan/", "petikan-gabungan.pdf"].map(|name| format!("{folder}/{name}"));
            let paper = begins.iter().find_map(|begin| paths().find(|path| path.starts_with(begin)));
            found.extend(paper.map(|paper| one(nomor, &decree.common.sk, decree, paper, decree.pns())));
        }
        for (at, (own, orang)) in decree.sendiri.iter().zip(&decree.orang).enumerate() {
            let Sendiri::Bernomor(nomor, before) = own else { continue };
            let sk = decree.own_sk(at);
            let begin = format!("{SURAT_FOLDER}/sk-perorangan");
            let (by_name, all) = (format!("-{}.pdf", orang.nip), format!("{begin}-gabungan.pdf"));
            let is_own = |path: &&str| path.starts_with(&begin) && (path.ends_with(&by_name) || *path == all);
            found.extend(paths().find(is_own).map(|paper| {
                let whole = one(nomor, sk, decree, paper, std::slice::from_ref(orang));
                let rekam = before.clone().unwrap_or_else(|| whole.rekam.clone());
                KeputusanBernomor { perorangan: true, rekam, folder: SURAT_FOLDER.into(), ..whole }
            }));
        }
    }
    found
}
