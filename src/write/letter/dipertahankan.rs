//! Letters of before that stay: those of decrees that do not change any more, and those that could not be made anew.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::Tercetak;
use super::berkas::Keputusan;
use super::bernomor::{DRAF, SURAT as SURAT_FOLDER, Sendiri, anew, tercantum};
use super::context::{Orang, Sk};
use super::desk::{Gabungan, Rancangan};
use super::nomor::names;
use crate::finding::{Finding, Place, catalogue};
use crate::model::bernomor::{KeputusanBernomor, Nomor, SuratLama, Terdahulu};
use crate::model::tanggal::Periode;
use crate::settings::Settings;
use crate::write::Results;

/// What of the letters of before stays.
pub struct Dipertahankan<'a> {
    lama: &'a Terdahulu,
    /// Whether they are of the plan of now.
    same_plan: bool,
    /// What could not be made anew, which is told.
    paths: BTreeSet<&'a str>,
    /// What is not to be made anew: papers of decrees that do not change, and whatever was signed or edited by hand.
    tetap: BTreeSet<&'a str>,
}

impl<'a> Dipertahankan<'a> {
    pub fn new(lama: &'a Terdahulu, sidik: String) -> Dipertahankan<'a> {
        let changed = lama.surat.iter().filter(|letter| letter.diubah);
        let tetap = changed.map(|letter| letter.berkas.as_str()).collect();
        Dipertahankan { lama, same_plan: lama.sidik == sidik, paths: BTreeSet::new(), tetap }
    }

    /// All papers of a decree that stays as it was written; of one that was withdrawn, those ready to be signed.
    pub fn decree(&mut self, own: &KeputusanBernomor) {
        if own.dicabut && !own.siap() {
            return;
        }
        let of = |letter: &&SuratLama| letter.nomor.as_deref() == Some(&own.nomor.nomor) || letter.berkas == own.berkas;
        self.tetap.extend(self.lama.surat.iter().filter(of).map(|letter| letter.berkas.as_str()));
    }

    /// Files for printing that hold a decree that is ready to be signed, or were signed themselves.
    pub fn gabungan(&mut self, periode: Periode) -> Vec<Gabungan> {
        let siap = |nomor: &String| {
            let own = self.lama.keputusan.iter().find(|own| own.periode == periode && own.nomor.nomor == *nomor);
            own.is_some_and(|own| own.siap() && own.ada)
        };
        let begin = format!("{SURAT_FOLDER}/sk-perorangan-gabungan");
        let ours = |letter: &&SuratLama| {
            letter.berkas.starts_with(&begin) && (letter.diubah || letter.memuat.iter().any(siap))
        };
        let found: Vec<&SuratLama> = self.lama.surat.iter().filter(ours).collect();
        self.tetap.extend(found.iter().map(|letter| letter.berkas.as_str()));
        found.into_iter().map(|own| Gabungan { path: own.berkas.clone(), memuat: own.memuat.clone() }).collect()
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
        let new: BTreeSet<&str> = made.iter().map(|letter| letter.artifact.path.as_str()).collect();
        self.paths.retain(|path| !new.contains(path));
        self.tetap.retain(|path| !new.contains(path));
        self.paths.retain(|path| !self.tetap.contains(path));
    }

    pub fn paths(&self) -> impl Iterator<Item = &'a str> {
        self.paths.iter().chain(&self.tetap).copied()
    }

    pub fn into_paths(self) -> Vec<String> {
        let all: BTreeSet<&str> = self.paths().collect();
        all.into_iter().map(str::to_string).collect()
    }

    /// Says that they stay.
    pub fn finding(&self, periode: Periode) -> Option<Finding> {
        let count = self.paths.len();
        let folder = format!("keluar/{periode}/{SURAT_FOLDER}");
        (count > 0).then(|| {
            let problem =
                format!("{count} surat yang sudah ada tetap di tempatnya: {}", names(self.paths.iter().copied()));
            Finding::new(&catalogue::SURAT_DIPERTAHANKAN, Place::file(folder), "", problem)
        })
    }
}

/// The papers that make a decree, which are signed or certified.
const NASKAH: [&str; 3] = ["sk-kolektif", "petikan", "sk-perorangan"];

/// Papers that were made and are not written, because those on the disk stay: of decrees that were ready to be signed – no
/// grey word behind them – and whatever of a numbered decree was signed or edited by hand. Told is which of them would look
/// otherwise now.
pub fn ready(
    settings: &Settings,
    lama: &Terdahulu,
    periode: Periode,
    made: &[Tercetak],
) -> (Vec<String>, Vec<Finding>) {
    let (mut paths, mut findings) = (Vec::new(), Vec::new());
    let there: BTreeMap<&str, &SuratLama> = lama.surat.iter().map(|letter| (letter.berkas.as_str(), letter)).collect();
    let mut made_of: BTreeMap<&str, Vec<&Tercetak>> = BTreeMap::new();
    for letter in made {
        letter.nomor.iter().for_each(|nomor| made_of.entry(nomor).or_default().push(letter));
    }
    for own in lama.keputusan.iter().filter(|own| own.periode == periode) {
        let before = |letter: &Tercetak| {
            let before = *there.get(letter.artifact.path.as_str())?;
            let siap = own.siap() && own.ada && NASKAH.contains(&letter.jenis);
            (siap || before.diubah).then_some(before)
        };
        let papers = made_of.get(own.nomor.nomor.as_str()).into_iter().flatten();
        let there: Vec<(&Tercetak, &SuratLama)> =
            papers.filter_map(|letter| Some((*letter, before(letter)?))).collect();
        let other = there
            .iter()
            .filter(|(letter, before)| !before.sidik.is_empty() && sha256(&letter.artifact.bytes) != before.sidik);
        let other: Vec<&str> = other.map(|(letter, _)| letter.artifact.path.as_str()).collect();
        if !other.is_empty() {
            let problem = format!(
                "{} berkas Keputusan nomor {} akan tercetak lain sekarang, karena pengaturan, templat, atau datanya berubah; \
                 yang sudah ditulis atau ditandatangani dibiarkan: {}",
                other.len(),
                own.nomor.nomor,
                names(other.iter().copied())
            );
            let how = match other.contains(&own.berkas.as_str()) {
                true if other.len() == 1 => anew(settings, own),
                true => format!("hapus dahulu berkas lain yang disebut, lalu {}", anew(settings, own)),
                false => "hapus berkas yang disebut lalu jalankan lagi".into(),
            };
            let remedy =
                format!("Tidak perlu tindakan jika yang sudah ditulis itu berlaku. Jika harus ditulis ulang, {how}.");
            let place = Place::file(format!("keluar/{periode}/{}", own.berkas));
            findings.push(Finding::new(&catalogue::KEPUTUSAN_SIAP, place, "", problem).with_remedy(remedy));
        }
        paths.extend(there.into_iter().map(|(letter, _)| letter.artifact.path.clone()));
    }
    (paths, findings)
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The decrees that carry their number on a paper that is there, and the numbers of those whose paper is not.
pub fn numbered<'p>(
    results: &Results<'_>,
    decrees: &[Keputusan],
    paths: impl Iterator<Item = &'p str>,
) -> (Vec<KeputusanBernomor>, Vec<String>) {
    let periode = results.roster.periode;
    let there: BTreeSet<&str> = paths.collect();
    let one = |nomor: &Nomor, sk: &Sk, decree: &Keputusan, berkas: String, orang: &[Orang]| KeputusanBernomor {
        periode,
        nomor: nomor.clone(),
        tmt: decree.tmt,
        perorangan: false,
        rekam: decree.common.surat.rekam.clone(),
        tanda: sk.status.clone(),
        tertanda: Some(decree.tertanda.clone()),
        folder: decree.folder.clone(),
        ada: there.contains(berkas.as_str()),
        berkas,
        dicabut: false,
        orang: orang.iter().map(|orang| tercantum(results.settings, orang)).collect(),
    };
    let mut all = Vec::new();
    for decree in decrees {
        if let Some(nomor) = &decree.nomor {
            let paper = format!("{}/sk-kolektif.pdf", decree.folder);
            all.push(one(nomor, &decree.common.sk, decree, paper, decree.pns()));
        }
        for (at, (own, orang)) in decree.sendiri.iter().zip(&decree.orang).enumerate() {
            let Sendiri::Bernomor(nomor, before) = own else { continue };
            let paper = format!("{SURAT_FOLDER}/sk-perorangan/{:03}-{}.pdf", orang.no, orang.nip);
            let whole = one(nomor, decree.own_sk(at), decree, paper, std::slice::from_ref(orang));
            let rekam = before.as_ref().map_or(&whole.rekam, |before| &before.rekam).clone();
            all.push(KeputusanBernomor { perorangan: true, rekam, folder: SURAT_FOLDER.into(), ..whole });
        }
    }
    let (there, lacking): (Vec<_>, Vec<_>) = all.into_iter().partition(|own| own.ada);
    (there, lacking.into_iter().map(|own| own.nomor.nomor).collect())
}
