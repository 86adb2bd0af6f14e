//! Who stands on which decree: once leadership has decided, what it approved goes apart from what is still a draft.

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::finding::{Finding, Noted, Place, catalogue};
use crate::law::mengingat::Menyangkut;
use crate::settings::{FILE, Settings};
use crate::write::Results;

use super::context::{Common, Lampiran, Laporan, Orang, Terbit, common, laporan, moved};

/// Everything letters are made from.
#[derive(Debug)]
pub struct Berkas {
    /// One decree, or two: what is approved, and what is not decided yet.
    pub keputusan: Vec<Keputusan>,
    pub laporan: Laporan,
}

/// One decree with its people, numbered, PNS first.
#[derive(Debug)]
pub struct Keputusan {
    /// Below the output folder.
    pub folder: &'static str,
    pub terbit: Terbit,
    pub common: Common,
    pub lampiran: Lampiran,
    pub orang: Vec<Orang>,
}

impl Keputusan {
    /// `rekam` is what a draft tells of the plan it was made from.
    pub fn new(
        settings: &Settings,
        tmt: Date,
        folder: &'static str,
        terbit: Terbit,
        mut orang: Vec<Orang>,
        rekam: &str,
    ) -> Result<Keputusan, Vec<Finding>> {
        orang.iter_mut().zip(1..).for_each(|(orang, no)| orang.no = no);
        let pns = orang.partition_point(|orang| orang.pns);
        let menyangkut = Menyangkut { jf: orang[..pns].iter().any(|orang| orang.jf), pppk: false };
        Ok(Keputusan {
            folder,
            terbit,
            common: common(settings, tmt, terbit, menyangkut, rekam)?,
            lampiran: Lampiran::of(settings, &orang[..pns]),
            orang,
        })
    }

    /// Those of whom a decree on PNS may speak.
    pub fn pns(&self) -> &[Orang] {
        &self.orang[..self.orang.partition_point(|orang| orang.pns)]
    }
}

/// Where letters of what is not decided go while others are approved.
const DRAF: &str = "surat/draf";
const SURAT: &str = "surat";

/// Gathers it; nothing where nobody moves, or where a text of the settings cannot be filled.
pub fn of(results: &Results<'_>) -> Noted<Option<Berkas>> {
    let (orang, mut findings) = moved(results);
    if orang.is_empty() {
        return Noted { value: None, findings };
    }
    let laporan = laporan(results, &orang);
    let (approved, rest): (Vec<Orang>, Vec<Orang>) =
        orang.into_iter().partition(|orang| !orang.usul.putusan.is_empty());
    findings.extend(waiting(results.settings, approved.is_empty()));
    let parts = match (approved.is_empty(), rest.is_empty()) {
        (true, _) => vec![(SURAT, Terbit::Draf, rest)],
        (false, true) => vec![(SURAT, Terbit::Disetujui, approved)],
        (false, false) => vec![(SURAT, Terbit::Disetujui, approved), (DRAF, Terbit::Draf, rest)],
    };
    let tmt = results.roster.tanggal_efektif;
    let (daerah, periode) = (results.settings.daerah.full_name(), results.roster.periode);
    let rekam = format!("mutasi {daerah} {periode} rencana {}", sidik(results));
    let keputusan: Result<Vec<Keputusan>, Vec<Finding>> = parts
        .into_iter()
        .map(|(folder, terbit, orang)| Keputusan::new(results.settings, tmt, folder, terbit, orang, &rekam))
        .collect();
    let value = match (keputusan, laporan) {
        (Ok(keputusan), Ok(laporan)) => Some(Berkas { keputusan, laporan }),
        (keputusan, laporan) => {
            findings.extend(keputusan.err().into_iter().chain(laporan.err()).flatten());
            None
        }
    };
    Noted { value, findings }
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
