//! Who stands on which decree, with everything its letters print.

use std::collections::BTreeSet;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::finding::{Finding, Noted, Place, catalogue};
use crate::law::mengingat::Menyangkut;
use crate::model::bernomor::{KeputusanBernomor, Nomor, Terdahulu, Tertanda};
use crate::settings::{FILE, Settings};
use crate::write::Results;

use super::bernomor::{Bagian, Cara, DISETUJUI, Dasar, SURAT, Sendiri, susun, tertanda};
use super::context::{
    Common, Lampiran, Laporan, Orang, Rusak, Sk, Surat, Terbit, common, decree_title, judul_lain, laporan, moved,
    numbered,
};
use super::nomor;
use super::surat::Jenis;

/// Everything letters are made from.
#[derive(Debug)]
pub struct Berkas {
    /// One decree at least: those with their number, what is approved without one, and what is not decided yet.
    pub keputusan: Vec<Keputusan>,
    /// What papers on the whole plan go by where all of it is decided: the settings of now, whatever decrees keep of before.
    pub seluruh: Option<Keputusan>,
    pub laporan: Laporan,
    /// Texts of the settings that cannot be filled, and what is to be said of them.
    pub rusak: Rusak,
}

impl Berkas {
    /// What is to be said of the text of this key.
    pub fn rusak_of(&self, key: &str) -> &[Finding] {
        self.rusak.get(key).map_or(&[], Vec::as_slice)
    }
}

/// What is to be written, and which decrees stay as they were.
#[derive(Debug, Default)]
pub struct Terbitan {
    /// Nothing where nobody moves.
    pub berkas: Option<Berkas>,
    pub tetap: Vec<KeputusanBernomor>,
}

/// One decree with its people, numbered, PNS first.
#[derive(Debug)]
pub struct Keputusan {
    /// Of the decree, for the properties of its file.
    pub judul: String,
    pub tertanda: Tertanda,
    /// Below the output folder.
    pub folder: String,
    pub terbit: Terbit,
    pub nomor: Option<Nomor>,
    pub tmt: Date,
    pub common: Common,
    pub lampiran: Lampiran,
    pub orang: Vec<Orang>,
    /// Each one's own decree, and what it prints of itself.
    pub sendiri: Vec<Sendiri>,
    sk_sendiri: Vec<Option<(Sk, Surat)>>,
    /// The decree without its number, for people it does not name.
    tanpa_nomor: Sk,
    /// By which decree they are moved.
    pub cara: Cara,
}

impl Keputusan {
    /// `rekam` is what a draft tells of the plan it was made from.
    pub fn new(settings: &Settings, bagian: Bagian, rekam: &str) -> (Keputusan, Rusak) {
        let Bagian { folder, terbit, cara, nomor, tmt, rekam: before, semula, mut orang, sendiri } = bagian;
        let settings = &semula.over(settings);
        orang.iter_mut().zip(1..).for_each(|(orang, no)| orang.no = no);
        // The file of a decree that was written before keeps its name, whoever comes before the person by now.
        for (orang, own) in orang.iter_mut().zip(&sendiri) {
            if let Sendiri::Bernomor(_, Some(before)) = own {
                orang.no = before.no.unwrap_or(orang.no);
            }
        }
        let pns = orang.partition_point(|orang| orang.pns);
        let menyangkut = Menyangkut { jf: orang[..pns].iter().any(|orang| orang.jf), pppk: false };
        let (common, rusak) =
            common(settings, tmt, terbit, nomor.as_ref(), menyangkut, before.as_deref().unwrap_or(rekam));
        let of = |own: &Sendiri| match own {
            Sendiri::Bernomor(nomor, before) => {
                let rekam = before.as_ref().map_or(rekam, |before| &before.rekam).to_string();
                let surat = Surat { rekam, ..common.surat.clone() };
                Some((numbered(settings, &common.sk, Some(nomor)), surat))
            }
            Sendiri::Draf | Sendiri::Tetap => None,
        };
        let keputusan = Keputusan {
            judul: decree_title(settings),
            tertanda: tertanda(settings),
            sk_sendiri: sendiri.iter().map(of).collect(),
            tanpa_nomor: numbered(settings, &common.sk, None),
            cara,
            folder,
            terbit,
            nomor,
            tmt,
            common,
            lampiran: Lampiran::of(settings, &orang[..pns]),
            orang,
            sendiri,
        };
        (keputusan, rusak)
    }

    /// Whether this kind of paper is written of them: of two kinds of decree only the one they are moved by.
    pub fn takes(&self, jenis: &Jenis) -> bool {
        match self.cara {
            Cara::Kolektif => jenis.nama != "sk-perorangan",
            Cara::Sendiri => !["sk-kolektif", "petikan"].contains(&jenis.nama),
        }
    }

    /// How many of them are approved and wait for a number, and how many nobody has decided on.
    pub fn waiting(&self) -> (usize, usize) {
        let without = |at: &usize| match self.cara {
            Cara::Kolektif => self.nomor.is_none(),
            Cara::Sendiri => self.sendiri.get(*at) == Some(&Sendiri::Draf),
        };
        match self.terbit {
            Terbit::Disetujui => ((0..self.pns().len()).filter(without).count(), 0),
            Terbit::Draf => (0, self.orang.len()),
        }
    }

    /// Those of whom a decree on PNS may speak.
    pub fn pns(&self) -> &[Orang] {
        &self.orang[..self.orang.partition_point(|orang| orang.pns)]
    }

    /// Number and date as a letter on this person prints them.
    pub fn sk_for(&self, jenis: &Jenis, at: usize) -> &Sk {
        match jenis.nama {
            "sk-perorangan" => self.own_sk(at),
            "sk-kolektif" | "petikan" => &self.common.sk,
            _ if !self.orang.get(at).is_some_and(|orang| orang.pns) => &self.tanpa_nomor,
            _ if self.cara == Cara::Sendiri => self.own_sk(at),
            _ => &self.common.sk,
        }
    }

    /// Number and date of this person's own decree; dots where there is none.
    pub fn own_sk(&self, at: usize) -> &Sk {
        self.sk_sendiri.get(at).and_then(Option::as_ref).map_or(&self.tanpa_nomor, |(sk, _)| sk)
    }

    /// What a letter on this person tells beside, with the plan it was made from.
    pub fn surat_for(&self, jenis: &Jenis, at: usize) -> &Surat {
        let own = self.sk_sendiri.get(at).and_then(Option::as_ref).filter(|_| jenis.nama == "sk-perorangan");
        own.map_or(&self.common.surat, |(_, surat)| surat)
    }

    /// The number of the decree that a letter on this person belongs to, where it has one.
    pub fn nomor_for(&self, jenis: &Jenis, at: usize) -> Option<&str> {
        let own = match self.sendiri.get(at) {
            Some(Sendiri::Bernomor(nomor, _)) => Some(nomor.nomor.as_str()),
            Some(Sendiri::Draf | Sendiri::Tetap) | None => None,
        };
        match jenis.nama {
            "sk-perorangan" => own,
            _ if self.cara == Cara::Sendiri => own,
            _ => self.nomor.as_ref().map(|nomor| nomor.nomor.as_str()),
        }
    }

    /// Where a letter on this person goes. One that rests on a decree of the person's own lies among the numbered ones only
    /// with that number.
    pub fn folder_for(&self, jenis: &Jenis, at: usize) -> &str {
        let pns = self.orang.get(at).is_some_and(|orang| orang.pns);
        let by_own = jenis.nama == "sk-perorangan" || self.cara == Cara::Sendiri && pns;
        match (by_own && self.terbit == Terbit::Disetujui, self.sk_for(jenis, at).is_final) {
            (false, _) => &self.folder,
            (true, true) => SURAT,
            (true, false) => DISETUJUI,
        }
    }
}

/// Gathers it. `urung` are numbers whose decree could not be made.
pub fn of(results: &Results<'_>, lama: &Terdahulu, urung: &BTreeSet<String>) -> Noted<Terbitan> {
    let (orang, mut findings) = moved(results);
    let nobody = orang.is_empty();
    let (settings, tmt) = (results.settings, results.roster.tanggal_efektif);
    let (laporan, mut rusak) = laporan(results, &orang);
    let none_approved = orang.iter().all(|orang| orang.usul.putusan.is_empty());
    let susunan = susun(&Dasar { settings, periode: results.roster.periode, tmt, lama, urung }, orang);
    findings.extend(susunan.findings);
    let mut terbitan = Terbitan { berkas: None, tetap: susunan.tetap };
    if nobody {
        return Noted { value: terbitan, findings };
    }
    findings.extend(waiting(settings, none_approved && terbitan.tetap.is_empty()));
    findings.extend(nomor::kepala(settings));
    let (daerah, periode) = (settings.daerah.full_name(), results.roster.periode);
    let rekam = format!("mutasi {daerah} {periode} rencana {}", sidik(results));
    let decided = susunan.bagian.iter().all(|bagian| bagian.terbit == Terbit::Disetujui);
    let everybody = susunan.bagian.iter().flat_map(|bagian| bagian.orang.clone()).collect();
    let whole = decided.then(|| Bagian::new(SURAT, Terbit::Disetujui, tmt, everybody));
    let (mut keputusan, parts) = (Vec::new(), susunan.bagian.into_iter().chain(whole));
    for (own, told) in parts.map(|bagian| Keputusan::new(settings, bagian, &rekam)) {
        keputusan.push(own);
        rusak.extend(told);
    }
    let seluruh = if decided { keputusan.pop() } else { None };
    findings.extend(keputusan.first().into_iter().flat_map(|own| other_titles(settings, &own.common)));
    terbitan.berkas = Some(Berkas { keputusan, seluruh, laporan, rusak });
    Noted { value: terbitan, findings }
}

/// Reasons that name another title than the decree has, of the kinds of decree that are written.
fn other_titles(settings: &Settings, common: &Common) -> Vec<Finding> {
    let kinds = [
        ("sk-kolektif", "sk.menimbang", &common.menimbang),
        ("sk-perorangan", "sk.menimbang_perorangan", &common.menimbang_perorangan),
    ];
    let written = kinds.into_iter().filter(|(jenis, ..)| settings.surat.wants(jenis));
    written.flat_map(|(_, key, texts)| judul_lain(key, texts, &common.sk.judul)).collect()
}

/// Digits that tell one plan from another: who goes from which post to which, and when. They stand in `catatan.json` and, as
/// a code to scan, on every draft.
pub fn sidik(results: &Results<'_>) -> String {
    let mut hash = Sha256::new();
    hash.update(results.roster.tanggal_efektif.to_string());
    for step in &results.plan.moves {
        let nip = results.roster.pegawai(step.pegawai).nip;
        hash.update(format!("\n{nip} {} {}", step.from.0, step.to.0));
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// A number was given before anybody approved anything: it waits.
fn waiting(settings: &Settings, none_approved: bool) -> Option<Finding> {
    let nomor = settings.sk.nomor.trim();
    (none_approved && !nomor.is_empty()).then(|| {
        let problem =
            format!("sk.nomor = \"{nomor}\" belum tercetak pada draf, karena belum ada perpindahan yang disetujui");
        Finding::new(&catalogue::NOMOR_TERTUNDA, Place::file(FILE), nomor, problem)
    })
}
