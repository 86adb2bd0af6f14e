//! Which approved people stand on which decree: whoever has a number keeps it, whoever comes later needs the next one.
//!
//! A decree that was written with its number names whom it named: it is made again while all of them are still approved to
//! go where it sends them, and left as it was written otherwise. Deleting its paper takes it back.

use jiff::civil::Date;

use super::context::{Orang, Terbit};
use super::nomor::{self, names, of_settings, tercetak};
use crate::finding::{Finding, Kode, Place, catalogue};
use crate::model::bernomor::{KeputusanBernomor, Nomor, Tercantum, Terdahulu};
use crate::model::tanggal::{Periode, tanggal_in_words};
use crate::settings::surat::own_number;
use crate::settings::{FILE, Settings};

/// Where decrees with their number are, where approved ones wait for it, and where others do while some are approved.
pub const SURAT: &str = "surat";
pub const DISETUJUI: &str = "surat/draf/disetujui";
pub const DRAF: &str = "surat/draf";

/// The decree on one person alone, where the office writes such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sendiri {
    Draf,
    /// With what it tells of the plan, where it was written before.
    Bernomor(Nomor, Option<String>),
    /// It was written before and stays as it is.
    Tetap,
}

/// People of one decree.
#[derive(Debug)]
pub struct Bagian {
    /// Below the output folder.
    pub folder: String,
    pub terbit: Terbit,
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
        Bagian { folder: folder.into(), terbit, nomor: None, tmt, rekam: None, orang, sendiri }
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
    let mut work = Work { dasar, sound: faults.is_empty(), susunan: Susunan::default() };
    let approved = work.written_before(approved);
    let given = !dasar.settings.sk.nomor.trim().is_empty() || !dasar.settings.sk.nomor_perorangan.is_empty();
    if given && !none_approved || !work.susunan.tetap.is_empty() {
        work.susunan.findings.extend(faults);
    }
    work.approved_since(approved);
    if dasar.settings.surat.wants("sk-perorangan") {
        work.own_decrees();
    }
    work.idle_numbers(none_approved);
    let mut susunan = work.susunan;
    let first = susunan.bagian.is_empty() && susunan.tetap.is_empty();
    if !rest.is_empty() || susunan.bagian.is_empty() {
        susunan.bagian.push(Bagian::new(if first { SURAT } else { DRAF }, Terbit::Draf, dasar.tmt, rest));
    }
    susunan
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
        self.lama.keputusan.iter().find(|own| own.ada && own.nomor.nomor == nomor.nomor)
    }
}

/// Whether a decree says of the person what is approved now.
fn same(told: &Tercantum, orang: &Orang) -> bool {
    *told == Tercantum { nama: told.nama.clone(), ..tercantum(orang) }
}

/// The person as a decree tells where to.
pub fn tercantum(orang: &Orang) -> Tercantum {
    Tercantum {
        nip: orang.nip.clone(),
        nama: orang.nama_bergelar.clone(),
        jabatan: orang.jabatan_baru.clone(),
        unit: orang.unit_baru.clone(),
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
    /// Decrees of this month with their number. Gives back those approved who stand on none.
    fn written_before(&mut self, mut approved: Vec<Orang>) -> Vec<Orang> {
        for own in self.dasar.of_month(false) {
            let (mut orang, mut gone) = (Vec::new(), Vec::new());
            for told in &own.orang {
                match approved.iter().position(|orang| orang.pns && same(told, orang)) {
                    Some(at) => orang.push(approved.remove(at)),
                    None => gone.push(told.nama.as_str()),
                }
            }
            if self.sound && gone.is_empty() {
                let part = Bagian::new(own.folder.clone(), Terbit::Disetujui, own.tmt, orang);
                let (nomor, rekam) = (Some(own.nomor.clone()), Some(own.rekam.clone()));
                self.susunan.bagian.push(Bagian { nomor, rekam, ..part });
                continue;
            }
            if !gone.is_empty() {
                self.gone(own, &gone);
            }
            self.susunan.tetap.push(own.clone());
        }
        approved
    }

    /// People of a numbered decree are not approved to go there any more.
    fn gone(&mut self, own: &KeputusanBernomor, gone: &[&str]) {
        let problem = format!(
            "{} memuat {} orang; {} di antaranya sekarang tidak disetujui ke tempat yang tertulis di sana ({}), sehingga \
             Keputusan itu dibiarkan seperti yang sudah ditulis",
            told(own),
            own.orang.len(),
            gone.len(),
            names(gone.iter().copied())
        );
        let remedy = format!(
            "Jika sudah ditandatangani, ubah atau cabut dengan Keputusan baru. Jika belum, hapus {} lalu jalankan lagi: \
             Keputusan itu ditulis ulang menurut persetujuan sekarang.",
            self.path(own)
        );
        self.say(&catalogue::KEPUTUSAN_TAK_BERUBAH, &own.nomor.nomor, problem, remedy);
    }

    fn path(&self, own: &KeputusanBernomor) -> String {
        format!("keluar/{}/{}", own.periode, own.berkas)
    }

    fn say(&mut self, kode: &'static Kode, value: &str, problem: String, remedy: String) {
        self.susunan.findings.push(Finding::new(kode, Place::file(FILE), value, problem).with_remedy(remedy));
    }

    /// Those approved who stand on no decree yet: on one of their own with the number of the settings, or on a draft.
    fn approved_since(&mut self, approved: Vec<Orang>) {
        let (pns, mut others): (Vec<Orang>, Vec<Orang>) = approved.into_iter().partition(|orang| orang.pns);
        let next = if pns.is_empty() { self.idle_number() } else { Some(pns) };
        if let Some(mut orang) = next {
            let nomor = self.number_for(&mut orang);
            orang.append(&mut others);
            let folder = if nomor.is_some() { self.free_folder() } else { DISETUJUI.to_string() };
            let part = Bagian::new(folder, Terbit::Disetujui, self.dasar.tmt, orang);
            self.susunan.bagian.push(Bagian { nomor, ..part });
        }
        // Others than PNS stand on no such decree: their letters go beside those of whoever does.
        if let Some(first) = self.susunan.bagian.first_mut().filter(|_| !others.is_empty()) {
            first.sendiri.extend(others.iter().map(|_| Sendiri::Draf));
            first.orang.append(&mut others);
        }
        if !others.is_empty() {
            let folder = self.free_folder();
            self.susunan.bagian.push(Bagian::new(folder, Terbit::Disetujui, self.dasar.tmt, others));
        }
    }

    /// The number of the settings for these people, who are put in the order of a decree that was taken back.
    fn number_for(&mut self, orang: &mut [Orang]) -> Option<Nomor> {
        let Dasar { settings, tmt, lama, periode } = *self.dasar;
        let nomor = match of_settings(settings, "sk.nomor", &settings.sk.nomor, tmt, orang) {
            Ok(nomor) => nomor.filter(|_| self.sound)?,
            Err(faults) => {
                self.susunan.findings.extend(faults);
                return None;
            }
        };
        if let Some(own) = self.dasar.with_number(&nomor) {
            self.used(own, orang);
            return None;
        }
        let taken_back = |own: &&KeputusanBernomor| {
            own.periode == periode && !own.ada && !own.perorangan && own.nomor.nomor == nomor.nomor
        };
        if let Some(own) = lama.keputusan.iter().rev().find(taken_back) {
            let before = |orang: &Orang| own.orang.iter().position(|told| told.nip == orang.nip);
            orang.sort_by_key(|orang| before(orang).unwrap_or(own.orang.len()));
            self.again(own, orang);
        }
        Some(nomor)
    }

    /// The number stands on another decree.
    fn used(&mut self, own: &KeputusanBernomor, orang: &[Orang]) {
        let month =
            if own.periode == self.dasar.periode { String::new() } else { format!(" ({})", own.periode.in_words()) };
        let problem = format!(
            "{} sudah ditulis untuk {} orang{month}; {} orang lain yang disetujui ({}) tidak ditambahkan ke nomor itu dan \
             tetap DRAF",
            told(own),
            own.orang.len(),
            orang.len(),
            nama(orang)
        );
        let remedy = format!(
            "Untuk Keputusan berikutnya isi sk.nomor dan sk.tanggal yang baru, lalu jalankan lagi. Jika Keputusan tadi belum \
             ditandatangani dan harus memuat semuanya, hapus {} lebih dahulu.",
            self.path(own)
        );
        self.say(&catalogue::NOMOR_TERPAKAI, &own.nomor.nomor, problem, remedy);
    }

    /// A decree was taken back by deleting its paper, and its number is given to other people.
    fn again(&mut self, own: &KeputusanBernomor, orang: &[Orang]) {
        let added = orang.iter().filter(|orang| !own.orang.iter().any(|told| same(told, orang)));
        let added: Vec<&str> = added.map(|orang| orang.nama_bergelar.as_str()).collect();
        let gone = own.orang.iter().filter(|told| !orang.iter().any(|orang| same(told, orang)));
        let gone: Vec<&str> = gone.map(|told| told.nama.as_str()).collect();
        if added.is_empty() && gone.is_empty() {
            return;
        }
        let part = |what: &str, who: &[&str]| match who.len() {
            0 => String::new(),
            count => format!("; {what} {count}: {}", names(who.iter().copied())),
        };
        let problem = format!(
            "Keputusan nomor {} ditulis ulang: semula {} orang, sekarang {} orang{}{}",
            own.nomor.nomor,
            own.orang.len(),
            orang.len(),
            part("ditambah", &added),
            part("dikeluarkan", &gone)
        );
        let remedy =
            "Tarik cetakan Keputusan dan petikan yang lama; jika sudah ditandatangani, beri Keputusan ini nomor lain.";
        self.say(&catalogue::NOMOR_TERPAKAI, &own.nomor.nomor, problem, remedy.into());
    }

    /// Nobody waits for a number: that of the settings is of a decree already written, or of none. No people to be put on
    /// a decree, in any case.
    fn idle_number(&mut self) -> Option<Vec<Orang>> {
        let Dasar { settings, .. } = *self.dasar;
        let (nomor, tanggal) = (settings.sk.nomor.trim(), settings.sk.tanggal?);
        let written: Vec<&KeputusanBernomor> = self.dasar.of_month(false).collect();
        let last = *written.last().filter(|_| !nomor.is_empty())?;
        let own = tercetak(settings.sk.gaya_nomor, nomor, tanggal);
        if written.iter().any(|other| other.nomor == own) {
            return None;
        }
        let other = written.iter().find(|other| other.nomor.nomor == own.nomor).copied().unwrap_or(last);
        let problem = format!(
            "sk.nomor = \"{nomor}\" dan sk.tanggal = {tanggal} tidak dipakai: tidak ada persetujuan baru, dan {} sudah ditulis \
             untuk {} orang",
            told(other),
            other.orang.len()
        );
        let remedy = format!(
            "Tidak perlu tindakan jika nomor itu untuk Keputusan berikutnya. Jika nomor atau tanggal yang tercetak keliru dan \
             belum ditandatangani, hapus {} lalu jalankan lagi.",
            self.path(other)
        );
        self.say(&catalogue::KEPUTUSAN_TAK_BERUBAH, nomor, problem, remedy);
        None
    }

    /// `surat`, and `surat/keputusan-2` for the second decree of a month.
    fn free_folder(&self) -> String {
        let used = |folder: &str| {
            let written = self.dasar.of_month(false).any(|own| own.folder == folder);
            written || self.susunan.bagian.iter().any(|bagian| bagian.folder == folder)
        };
        let numbered = (2..).map(|number| format!("{SURAT}/keputusan-{number}"));
        std::iter::once(SURAT.to_string()).chain(numbered).find(|folder| !used(folder)).unwrap_or_default()
    }

    /// Decrees on one person each.
    fn own_decrees(&mut self) {
        let dasar = self.dasar;
        let mut bagian = std::mem::take(&mut self.susunan.bagian);
        let (mut kept, mut none) = (Vec::new(), Vec::new());
        for part in bagian.iter_mut().filter(|part| part.terbit == Terbit::Disetujui) {
            let (collective, tmt) = (part.nomor.as_ref(), part.tmt);
            for (orang, own) in part.orang.iter().zip(&mut part.sendiri).filter(|(orang, _)| orang.pns) {
                let before = dasar.of_month(true).find(|own| own.orang.iter().any(|told| same(told, orang)));
                *own = match before {
                    Some(before) => {
                        kept.push(before.nomor.nomor.as_str());
                        self.before(before, orang, tmt)
                    }
                    None => match collective {
                        Some(nomor) => self.second_decree(nomor, orang),
                        None => self.own_number(orang, &mut none),
                    },
                };
            }
        }
        self.susunan.bagian = bagian;
        for own in dasar.of_month(true).filter(|own| !kept.contains(&own.nomor.nomor.as_str())) {
            self.gone(own, &own.orang.iter().map(|told| told.nama.as_str()).collect::<Vec<_>>());
            self.susunan.tetap.push(own.clone());
        }
        self.without_number(&none);
    }

    /// A decree on this person was written before.
    fn before(&mut self, before: &KeputusanBernomor, orang: &Orang, tmt: Date) -> Sendiri {
        let numbers = own_numbers(self.dasar.settings);
        let other = numbers.iter().find(|(nip, nomor)| *nip == orang.nip && !before.nomor.nomor.starts_with(nomor));
        if let Some((_, nomor)) = other {
            let problem = format!(
                "nomor \"{nomor}\" untuk {} tidak dipakai, karena {} sudah ditulis untuknya",
                orang.nama_bergelar,
                told(before)
            );
            let remedy = format!(
                "Jika nomor yang tercetak keliru dan belum ditandatangani, hapus {} lalu jalankan lagi.",
                self.path(before)
            );
            self.say(&catalogue::KEPUTUSAN_TAK_BERUBAH, nomor, problem, remedy);
        }
        match self.sound && before.tmt == tmt {
            true => Sendiri::Bernomor(before.nomor.clone(), Some(before.rekam.clone())),
            false => {
                self.susunan.tetap.push(before.clone());
                Sendiri::Tetap
            }
        }
    }

    /// Somebody on a numbered decree needs no other; a number for one is not printed.
    fn second_decree(&mut self, nomor: &Nomor, orang: &Orang) -> Sendiri {
        let numbers = own_numbers(self.dasar.settings);
        if let Some((_, own)) = numbers.iter().find(|(nip, _)| *nip == orang.nip) {
            let problem = format!(
                "nomor \"{own}\" untuk {} tidak dicetak, karena ia sudah dimuat Keputusan nomor {}; Keputusan untuk satu orang \
                 tetap DRAF",
                orang.nama_bergelar, nomor.nomor
            );
            let remedy = "Pilih salah satu di surat.jenis: sk-kolektif dengan petikan, atau sk-perorangan.";
            self.say(&catalogue::KEPUTUSAN_DRAF, own, problem, remedy.into());
        }
        Sendiri::Draf
    }

    /// Numbers of the settings for people who are not approved, or for papers that are not written.
    fn idle_numbers(&mut self, none_approved: bool) {
        let Dasar { settings, lama, .. } = *self.dasar;
        let written = |nomor: &str| lama.keputusan.iter().any(|own| own.nomor.nomor.starts_with(nomor));
        let approved = |nip: &str| {
            let parts = self.susunan.bagian.iter().filter(|part| part.terbit == Terbit::Disetujui);
            parts.flat_map(|part| &part.orang).any(|orang| orang.pns && orang.nip == nip)
        };
        let numbers = own_numbers(settings);
        let idle = numbers.iter().filter(|(nip, nomor)| !approved(nip) && !written(nomor));
        let (problem, value) = if !settings.surat.wants("sk-perorangan") && !numbers.is_empty() {
            (
                "sk.nomor_perorangan tidak berpengaruh, karena surat.jenis tidak memuat \"sk-perorangan\"".into(),
                String::new(),
            )
        } else if let Some(nips) = Some(idle.map(|(nip, _)| nip.as_str()).collect::<Vec<_>>())
            && !nips.is_empty()
            && !none_approved
        {
            let value = names(nips.into_iter());
            (format!("sk.nomor_perorangan memuat NIP yang perpindahannya tidak disetujui: {value}"), value)
        } else {
            return;
        };
        let remedy = "Periksa NIP-nya, atau hapus baris itu.";
        self.say(&catalogue::PENGATURAN_TANPA_AKIBAT, &value, problem, remedy.into());
    }

    /// The number that the settings give this person; who has none is noted.
    fn own_number(&mut self, orang: &Orang, none: &mut Vec<Orang>) -> Sendiri {
        let Dasar { settings, tmt, .. } = *self.dasar;
        let numbers = own_numbers(settings);
        let Some((_, nomor)) = numbers.iter().find(|(nip, _)| *nip == orang.nip) else {
            none.push(orang.clone());
            return Sendiri::Draf;
        };
        let judged = of_settings(settings, "sk.nomor_perorangan", nomor, tmt, std::slice::from_ref(orang));
        let printed = match judged {
            Ok(printed) => printed.filter(|_| self.sound),
            Err(faults) => {
                self.susunan.findings.extend(faults);
                None
            }
        };
        let Some(printed) = printed else { return Sendiri::Draf };
        let twice =
            numbers.iter().filter(|(_, other)| other == nomor).count() > 1 || settings.sk.nomor.trim() == *nomor;
        if twice {
            let problem = format!(
                "nomor \"{nomor}\" tertulis untuk lebih dari satu Keputusan; Keputusan {} tetap DRAF",
                orang.nama_bergelar
            );
            let remedy = "Beri setiap Keputusan nomornya sendiri di sk.nomor dan sk.nomor_perorangan.";
            self.say(&catalogue::NOMOR_TERPAKAI, nomor, problem, remedy.into());
            return Sendiri::Draf;
        }
        if let Some(own) = self.dasar.with_number(&printed) {
            self.used(own, std::slice::from_ref(orang));
            return Sendiri::Draf;
        }
        Sendiri::Bernomor(printed, None)
    }

    fn without_number(&mut self, none: &[Orang]) {
        let Some(first) = none.first() else { return };
        let problem = format!(
            "{} Keputusan untuk satu orang tetap DRAF, karena setiap Keputusan memerlukan nomornya sendiri: {}",
            none.len(),
            nama(none)
        );
        let remedy = format!(
            "Di mutasi.toml, bagian [sk], isi tanggal dan tambahkan nomor_perorangan = [\"{} = nomor Keputusannya\"], satu baris \
             tiap orang.",
            first.nip
        );
        self.say(&catalogue::NOMOR_PERORANGAN_KOSONG, "", problem, remedy);
    }
}

/// NIP and number of the decrees on one person each.
fn own_numbers(settings: &Settings) -> Vec<(String, String)> {
    let list = settings.sk.nomor_perorangan.iter().filter_map(|text| own_number(text));
    list.map(|(nip, nomor)| (nip, nomor.to_string())).collect()
}
