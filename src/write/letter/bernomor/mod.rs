//! Which approved people stand on which decree: whoever has a number keeps it, whoever comes later needs the next one.
//!
//! A decree that was written with its number names whom it named, and says of them what it said: it is made again while all
//! of them are still approved to go where it sends them, and left as it was written otherwise. It is written anew where its
//! paper was deleted while the settings hold its number, and it ends where they say that it was withdrawn. Nobody stands on
//! two decrees.

mod berikut;
mod fakta;
mod hilang;
mod jumlah;
mod lampau;
mod luar;
mod semula;
mod sendiri;
mod ulang;

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::context::{Orang, Terbit};
use super::nomor::{self, names};
use crate::finding::{Finding, Kode, Place, catalogue};
use crate::model::bernomor::{KeputusanBernomor, Nomor, Terdahulu};
use crate::model::tanggal::{Periode, tanggal_in_words};
use crate::settings::{FILE, Settings};

pub use fakta::tercantum;
pub use semula::{Semula, tertanda};
pub use ulang::anew;
use ulang::{holds, path, withdraw};

/// Where decrees with their number are, where approved ones wait for it, and where others do while some are approved.
pub const SURAT: &str = "surat";
pub const DISETUJUI: &str = "surat/draf/disetujui";
pub const DRAF: &str = "surat/draf";
/// Keeps the record of an earlier run that tells nothing, below the output folder, until somebody has seen to it.
pub const TAK_TERBACA: &str = "catatan-tak-terbaca.json";

/// By which decree people are moved; one move has one decree only (domain §4.1: the one on one person is the alternative).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cara {
    /// One decree for all of them, with its lampiran and a petikan each.
    Kolektif,
    /// A decree for each.
    Sendiri,
}

/// The decree on one person alone, where the person has such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sendiri {
    Draf,
    /// With what is known of it, where it was written before.
    Bernomor(Nomor, Option<Tercatat>),
    /// It was written before and stays as it is.
    Tetap,
}

/// What the record tells of a decree on one person that was written before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tercatat {
    /// What it tells of the plan.
    pub rekam: String,
    /// The number in the name of its file.
    pub no: Option<usize>,
}

/// People of one decree, or with one each.
#[derive(Debug)]
pub struct Bagian {
    /// Below the output folder.
    pub folder: String,
    pub terbit: Terbit,
    pub cara: Cara,
    pub nomor: Option<Nomor>,
    /// From when its moves take effect.
    pub tmt: Date,
    /// What it tells of the plan, where it was written before.
    pub rekam: Option<String>,
    /// What it goes on printing of the settings of then.
    pub semula: Semula,
    /// PNS first.
    pub orang: Vec<Orang>,
    /// Each one's own decree.
    pub sendiri: Vec<Sendiri>,
}

impl Bagian {
    /// One without a number yet.
    pub fn new(folder: impl Into<String>, terbit: Terbit, tmt: Date, orang: Vec<Orang>) -> Bagian {
        let sendiri = vec![Sendiri::Draf; orang.len()];
        let (cara, semula) = (Cara::Kolektif, Semula::default());
        Bagian { folder: folder.into(), terbit, cara, nomor: None, tmt, rekam: None, semula, orang, sendiri }
    }
}

/// The decrees of a plan.
#[derive(Debug, Default)]
pub struct Susunan {
    pub bagian: Vec<Bagian>,
    /// Decrees that stay as they were written.
    pub tetap: Vec<KeputusanBernomor>,
    pub findings: Vec<Finding>,
}

/// What the people are put on decrees by.
pub struct Dasar<'a> {
    pub settings: &'a Settings,
    pub periode: Periode,
    pub tmt: Date,
    pub lama: &'a Terdahulu,
    /// Numbers whose decree was tried and could not be made.
    pub urung: &'a BTreeSet<String>,
}

/// Puts everybody who moves on a decree: those approved, and the others on a draft.
pub fn susun(dasar: &Dasar<'_>, orang: Vec<Orang>) -> Susunan {
    let lama = &hilang::with_withdrawals(dasar.settings, dasar.lama);
    let dasar = &Dasar { lama, ..*dasar };
    let (approved, rest): (Vec<Orang>, Vec<Orang>) =
        orang.into_iter().partition(|orang| !orang.usul.putusan.is_empty());
    let none_approved = approved.is_empty();
    let faults = nomor::pengaturan(dasar.settings);
    let sound = faults.is_empty() && dasar.lama.tak_terbaca.is_empty();
    let mut work = Work { dasar, sound, susunan: Susunan::default(), elsewhere: false };
    work.lost_records();
    work.withdrawn();
    let approved = work.written_before(approved);
    let [approved, rest] = work.known_to_the_office([approved, rest]);
    let (own, approved) = work.by_own_decree(approved);
    let own_open: BTreeSet<String> = own.iter().map(|orang| orang.nip.clone()).collect();
    work.own_decrees(own);
    let given = !dasar.settings.sk.nomor.trim().is_empty() || !dasar.settings.sk.nomor_perorangan.is_empty();
    if given && !none_approved || !work.susunan.tetap.is_empty() {
        work.susunan.findings.extend(faults);
    }
    let open: BTreeSet<String> = approved.iter().map(|orang| orang.nip.clone()).chain(own_open).collect();
    work.approved_since(approved);
    work.undecided(rest);
    work.nobody_left(&open);
    work.idle_numbers(none_approved);
    work.two_kinds();
    work.susunan
}

impl<'a> Dasar<'a> {
    /// Decrees of this month that were not withdrawn.
    fn of_month(&self, perorangan: bool) -> impl Iterator<Item = &'a KeputusanBernomor> + use<'_, 'a> {
        let ours =
            move |own: &&KeputusanBernomor| own.periode == self.periode && own.perorangan == perorangan && !own.dicabut;
        self.lama.keputusan.iter().filter(ours)
    }

    /// The decree of any month that has this number; not one that is written anew.
    fn with_number(&self, nomor: &Nomor) -> Option<&'a KeputusanBernomor> {
        self.lama.keputusan.iter().find(|own| own.nomor.same(nomor) && !self.is_anew(own))
    }

    /// Whether its paper was deleted while the settings hold its number: then it is written anew, as things are now.
    fn is_anew(&self, own: &KeputusanBernomor) -> bool {
        own.periode == self.periode && !own.ada && !own.dicabut && holds(self.settings, own)
    }
}

/// `Keputusan nomor 361 TAHUN 2026 tanggal 20 November 2026`.
fn told(own: &KeputusanBernomor) -> String {
    format!("Keputusan nomor {} tanggal {}", own.nomor.nomor, tanggal_in_words(own.nomor.tanggal))
}

fn nama(orang: &[Orang]) -> String {
    names(orang.iter().map(|orang| orang.nama_bergelar.as_str()))
}

struct Work<'a> {
    dasar: &'a Dasar<'a>,
    /// Whether a decree can be printed with its number at all.
    sound: bool,
    susunan: Susunan,
    /// Whether some stand on decrees of which only the office knows.
    elsewhere: bool,
}

impl Work<'_> {
    /// What earlier runs have numbered cannot be read: then nobody knows which numbers are taken.
    fn lost_records(&mut self) {
        for (periode, path) in &self.dasar.lama.tak_terbaca {
            let problem = format!(
                "catatan run {} tidak terbaca atau tidak ada, sehingga nomor Keputusan yang sudah diberikan tidak diketahui; \
                 tidak ada Keputusan yang diberi nomor, dan surat yang sudah ada di foldernya dibiarkan",
                periode.in_words()
            );
            let remedy = format!(
                "Kembalikan keluar/{periode}/catatan.json dari cadangan dan hapus keluar/{periode}/{TAK_TERBACA}. Tanpa \
                 cadangan: tulis setiap orang yang sudah dimuat Keputusan, dengan nomornya, di sk.sudah_bernomor pada mutasi.toml \
                 agar tidak diberi nomor lain; simpan surat yang sudah ditandatangani di luar folder keluar; hapus \
                 keluar/{periode}; lalu jalankan lagi."
            );
            let finding = Finding::new(&catalogue::CATATAN_TAK_TERBACA, Place::file(path.clone()), "", problem);
            self.susunan.findings.push(finding.with_remedy(remedy));
        }
    }

    /// Whom nobody has decided on yet, on drafts.
    fn undecided(&mut self, rest: Vec<Orang>) {
        let nothing = self.susunan.bagian.is_empty() && self.susunan.tetap.is_empty() && !self.elsewhere;
        // Beside decrees that no record tells of any more a draft would take the place of one.
        let alone = nothing && !self.dasar.lama.is_lost(self.dasar.periode);
        let folder = if alone { SURAT } else { DRAF };
        let (own, rest) = self.by_own_decree(rest);
        let parts = [(Cara::Kolektif, rest), (Cara::Sendiri, own)];
        for (cara, orang) in parts.into_iter().filter(|(_, orang)| !orang.is_empty()) {
            let part = Bagian::new(folder, Terbit::Draf, self.dasar.tmt, orang);
            self.susunan.bagian.push(Bagian { cara, ..part });
        }
        if self.susunan.bagian.is_empty() {
            // Papers on the whole plan go by it; where everybody stands on decrees that stay, nothing is open.
            let decided = self.elsewhere || self.susunan.tetap.iter().any(|own| !own.dicabut);
            let terbit = if decided { Terbit::Disetujui } else { Terbit::Draf };
            self.susunan.bagian.push(Bagian::new(folder, terbit, self.dasar.tmt, Vec::new()));
        }
    }

    /// What to do for a decree to be written anew.
    fn anew(&self, own: &KeputusanBernomor) -> String {
        anew(self.dasar.settings, own)
    }

    /// Something about the settings; without a remedy, that of the code.
    fn say(&mut self, kode: &'static Kode, value: &str, problem: String, remedy: impl Into<Option<String>>) {
        let finding = Finding::new(kode, Place::file(FILE), value, problem);
        let finding = match remedy.into() {
            Some(remedy) => finding.with_remedy(remedy),
            None => finding,
        };
        self.susunan.findings.push(finding);
    }
}
