//! Which approved people stand on which decree: whoever has a number keeps it, whoever comes later needs the next one.
//!
//! A decree that was written with its number names whom it named, and says of them what it said: it is made again while all
//! of them are still approved to go where it sends them, and left as it was written otherwise. Deleting its paper takes it
//! back. Nobody stands on two decrees.

mod berikut;
mod fakta;
mod lampau;
mod sendiri;

use jiff::civil::Date;

use super::context::{Orang, Terbit};
use super::nomor::{self, names};
use crate::finding::{Finding, Kode, Place, catalogue};
use crate::model::bernomor::{KeputusanBernomor, Nomor, Terdahulu};
use crate::model::tanggal::{Periode, tanggal_in_words};
use crate::settings::{FILE, Settings};

pub use fakta::tercantum;

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
    /// With what it tells of the plan, where it was written before.
    Bernomor(Nomor, Option<String>),
    /// It was written before and stays as it is.
    Tetap,
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
    /// PNS first.
    pub orang: Vec<Orang>,
    /// Each one's own decree.
    pub sendiri: Vec<Sendiri>,
}

impl Bagian {
    /// One without a number yet.
    pub fn new(folder: impl Into<String>, terbit: Terbit, tmt: Date, orang: Vec<Orang>) -> Bagian {
        let sendiri = vec![Sendiri::Draf; orang.len()];
        Bagian { folder: folder.into(), terbit, cara: Cara::Kolektif, nomor: None, tmt, rekam: None, orang, sendiri }
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
}

/// Puts everybody who moves on a decree: those approved, and the others on a draft.
pub fn susun(dasar: &Dasar<'_>, orang: Vec<Orang>) -> Susunan {
    let (approved, rest): (Vec<Orang>, Vec<Orang>) =
        orang.into_iter().partition(|orang| !orang.usul.putusan.is_empty());
    let none_approved = approved.is_empty();
    let faults = nomor::pengaturan(dasar.settings);
    let sound = faults.is_empty() && dasar.lama.tak_terbaca.is_empty();
    let mut work = Work { dasar, sound, susunan: Susunan::default() };
    work.lost_records();
    let approved = work.written_before(approved);
    let (own, approved) = work.by_own_decree(approved);
    work.own_decrees(own);
    let given = !dasar.settings.sk.nomor.trim().is_empty() || !dasar.settings.sk.nomor_perorangan.is_empty();
    if given && !none_approved || !work.susunan.tetap.is_empty() {
        work.susunan.findings.extend(faults);
    }
    work.approved_since(approved);
    work.undecided(rest);
    work.idle_numbers(none_approved);
    work.two_kinds();
    work.susunan
}

impl<'a> Dasar<'a> {
    /// Decrees of this month whose paper is still there.
    fn of_month(&self, perorangan: bool) -> impl Iterator<Item = &'a KeputusanBernomor> + use<'a> {
        let (lama, periode) = (self.lama, self.periode);
        let ours = move |own: &&KeputusanBernomor| own.periode == periode && own.ada && own.perorangan == perorangan;
        lama.keputusan.iter().filter(ours)
    }

    /// The decree of any month that has this number.
    fn with_number(&self, nomor: &Nomor) -> Option<&'a KeputusanBernomor> {
        self.lama.keputusan.iter().find(|own| own.ada && own.nomor.same(nomor))
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
                 cadangan: pastikan dahulu nomor mana yang sudah dipakai, simpan surat yang sudah ditandatangani di luar folder \
                 keluar, hapus keluar/{periode}, lalu jalankan lagi."
            );
            let finding = Finding::new(&catalogue::CATATAN_TAK_TERBACA, Place::file(path.clone()), "", problem);
            self.susunan.findings.push(finding.with_remedy(remedy));
        }
    }

    /// Whom nobody has decided on yet, on drafts.
    fn undecided(&mut self, rest: Vec<Orang>) {
        let nothing = self.susunan.bagian.is_empty() && self.susunan.tetap.is_empty();
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
            let terbit = if self.susunan.tetap.is_empty() { Terbit::Draf } else { Terbit::Disetujui };
            self.susunan.bagian.push(Bagian::new(folder, terbit, self.dasar.tmt, Vec::new()));
        }
    }

    /// Both kinds of decree are asked for, and everybody still stands on one only.
    fn two_kinds(&mut self) {
        let settings = self.dasar.settings;
        let count = |cara: Cara| {
            let parts = self.susunan.bagian.iter().filter(|part| part.cara == cara);
            parts.flat_map(|part| &part.orang).filter(|orang| orang.pns).count()
        };
        let (together, own) = (count(Cara::Kolektif), count(Cara::Sendiri));
        if !settings.surat.wants("sk-perorangan") || settings.surat.only_own_decrees() || together == 0 {
            return;
        }
        let who = match own {
            0 => format!("{together} orang dimuat SK kolektif dan tidak ditulis sk-perorangan untuk mereka"),
            _ => format!(
                "{own} orang di sk.nomor_perorangan mendapat sk-perorangan, dan {together} lainnya dimuat SK kolektif"
            ),
        };
        let problem = format!(
            "surat.jenis memuat SK kolektif dan sk-perorangan, padahal satu perpindahan ditetapkan dengan satu Keputusan; {who}"
        );
        self.say(&catalogue::SATU_KEPUTUSAN, "sk-perorangan", problem, None);
    }

    fn path(&self, own: &KeputusanBernomor) -> String {
        format!("keluar/{}/{}", own.periode, own.berkas)
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
