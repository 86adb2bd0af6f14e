//! Decrees on one person each: every one has a number of its own, which the office gives.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::fakta::same;
use super::{Bagian, Cara, DISETUJUI, Dasar, Semula, Sendiri, Tercatat, Work, nama, told, withdraw};
use crate::finding::catalogue;
use crate::model::bernomor::{KeputusanBernomor, Nomor};
use crate::settings::Settings;
use crate::settings::surat::own_number;
use crate::write::letter::context::{Orang, Terbit};
use crate::write::letter::nomor::{is_late, late, names, of_settings, tercetak};

impl Work<'_> {
    /// Parts those who have a decree of their own, and no other, from the rest: everybody where the office writes no other
    /// decrees; else whoever has got such a decree already, or a number for one.
    pub(super) fn by_own_decree(&self, orang: Vec<Orang>) -> (Vec<Orang>, Vec<Orang>) {
        let surat = &self.dasar.settings.surat;
        let numbers = if surat.wants("sk-perorangan") { own_numbers(self.dasar.settings) } else { Vec::new() };
        let written =
            |orang: &Orang| self.dasar.of_month(true).any(|own| own.orang.iter().any(|told| same(told, orang)));
        let has = |orang: &Orang| {
            surat.only_own_decrees()
                || numbers.iter().any(|(nip, _)| *nip == orang.nip)
                || self.dasar.has_wrong_row(orang)
                || written(orang)
        };
        orang.into_iter().partition(|orang| orang.pns && has(orang))
    }

    /// Decrees on one person each, for these people; and those written before.
    pub(super) fn own_decrees(&mut self, orang: Vec<Orang>) {
        let dasar = self.dasar;
        let (mut kept, mut none) = (Vec::new(), Vec::new());
        // By the day from which the moves take effect and who signs: a decree written before keeps its own.
        let mut parts: BTreeMap<(Date, Semula), Vec<(Orang, Sendiri)>> = BTreeMap::new();
        for orang in orang {
            let before = dasar.of_month(true).find_map(|own| {
                let told = own.orang.iter().find(|told| same(told, &orang))?;
                Some((own, told))
            });
            let (key, row) = match before.filter(|(before, _)| !dasar.is_anew(before)) {
                Some((before, told)) => {
                    kept.push(before.nomor.nomor.as_str());
                    let orang = self.as_told(before, told, orang);
                    let sendiri = self.before(before, &orang);
                    ((before.tmt, Semula::of(before)), (orang, sendiri))
                }
                None => {
                    let sendiri = self.own_number(&orang, &mut none);
                    ((dasar.tmt, Semula::default()), (orang, sendiri))
                }
            };
            parts.entry(key).or_default().push(row);
        }
        for ((tmt, semula), rows) in parts {
            let (orang, sendiri) = rows.into_iter().unzip();
            let part = Bagian::new(DISETUJUI, Terbit::Disetujui, tmt, orang);
            self.susunan.bagian.push(Bagian { cara: Cara::Sendiri, semula, sendiri, ..part });
        }
        let others =
            dasar.of_month(true).filter(|own| !kept.contains(&own.nomor.nomor.as_str()) && !dasar.is_anew(own));
        for own in others {
            match own.ada {
                true => self.gone(own, &own.orang.iter().map(|told| told.nama.as_str()).collect::<Vec<_>>()),
                false => self.missing(own, false),
            }
            self.susunan.tetap.push(own.clone());
        }
        self.without_number(&none);
    }

    /// A decree on this person was written before.
    fn before(&mut self, before: &KeputusanBernomor, orang: &Orang) -> Sendiri {
        let settings = self.dasar.settings;
        let numbers = own_numbers(settings);
        let other = numbers.iter().find(|(nip, nomor)| *nip == orang.nip && !is_of(settings, nomor, before));
        if let Some((_, nomor)) = other {
            let problem = format!(
                "nomor \"{nomor}\" untuk {} tidak dipakai, karena {} sudah ditulis untuknya",
                orang.nama_bergelar,
                told(before)
            );
            let remedy = format!("Jika nomor yang tercetak keliru dan belum ditandatangani, {}.", withdraw(before));
            self.say(&catalogue::KEPUTUSAN_TAK_BERUBAH, nomor, problem, remedy);
        }
        let wanted = settings.surat.wants("sk-perorangan");
        if !wanted {
            self.unwanted(before, "sk-perorangan");
        }
        let again = self.sound && wanted && (before.ada || !before.siap());
        let again = again && !self.dasar.urung.contains(&before.nomor.nomor);
        if !before.ada {
            self.missing(before, again);
        }
        match again {
            true => {
                self.other_signer(before);
                let name = before.berkas.rsplit('/').next().and_then(|name| name.split_once('-'));
                let no = name.and_then(|(no, _)| no.parse().ok());
                Sendiri::Bernomor(before.nomor.clone(), Some(Tercatat { rekam: before.rekam.clone(), no }))
            }
            false => {
                self.susunan.tetap.push(before.clone());
                Sendiri::Tetap
            }
        }
    }

    /// Somebody on a numbered decree needs no other; a number for one is not printed.
    pub(super) fn own_number_in_vain(&mut self, own: &KeputusanBernomor, orang: &[Orang]) {
        let settings = self.dasar.settings;
        if !settings.surat.wants("sk-perorangan") {
            return;
        }
        for (nip, nomor) in own_numbers(settings) {
            let Some(orang) = orang.iter().find(|orang| orang.nip == nip) else { continue };
            let problem = format!(
                "nomor \"{nomor}\" untuk {} tidak dicetak, karena ia sudah dimuat Keputusan nomor {}; sk-perorangan tidak \
                 ditulis untuknya",
                orang.nama_bergelar, own.nomor.nomor
            );
            let remedy = format!(
                "Hapus baris itu dari sk.nomor_perorangan. Jika ia seharusnya mendapat Keputusan sendiri dan Keputusan tadi \
                 belum ditandatangani, {}.",
                self.anew(own)
            );
            self.say(&catalogue::KEPUTUSAN_DRAF, &nomor, problem, remedy);
        }
    }

    /// Numbers of the settings that nobody can get: for people who are not approved, or for papers that are not written.
    pub(super) fn idle_numbers(&mut self, none_approved: bool) {
        let Dasar { settings, lama, .. } = *self.dasar;
        let written = |nomor: &str| lama.keputusan.iter().any(|own| is_of(settings, nomor, own));
        let approved = |nip: &str| {
            let parts = self.susunan.bagian.iter().filter(|part| part.terbit == Terbit::Disetujui);
            parts.flat_map(|part| &part.orang).any(|orang| orang.pns && orang.nip == nip)
        };
        let numbers = own_numbers(settings);
        let idle: Vec<&str> = numbers
            .iter()
            .filter(|(nip, nomor)| !approved(nip) && !written(nomor))
            .map(|(nip, _)| nip.as_str())
            .collect();
        let nomor = settings.sk.nomor.trim();
        if settings.surat.only_own_decrees() && !nomor.is_empty() {
            let problem = format!(
                "sk.nomor = \"{nomor}\" tidak berpengaruh, karena surat.jenis hanya memuat sk-perorangan dan setiap \
                 Keputusan memerlukan nomornya sendiri"
            );
            let remedy = "Tulis nomor tiap orang di sk.nomor_perorangan, atau tambahkan sk-kolektif pada surat.jenis.";
            self.say(&catalogue::PENGATURAN_TANPA_AKIBAT, nomor, problem, remedy.to_string());
        }
        let (problem, value) = if !settings.surat.wants("sk-perorangan") && !numbers.is_empty() {
            let problem = "sk.nomor_perorangan tidak berpengaruh, karena surat.jenis tidak memuat \"sk-perorangan\"";
            (problem.to_string(), String::new())
        } else if !idle.is_empty() && !none_approved {
            let value = names(idle.into_iter());
            (format!("sk.nomor_perorangan memuat NIP yang perpindahannya tidak disetujui: {value}"), value)
        } else {
            return;
        };
        self.say(
            &catalogue::PENGATURAN_TANPA_AKIBAT,
            &value,
            problem,
            "Periksa NIP-nya, atau hapus baris itu.".to_string(),
        );
    }

    /// The number that the settings give this person; who has none is noted.
    fn own_number(&mut self, orang: &Orang, none: &mut Vec<Orang>) -> Sendiri {
        let Dasar { settings, tmt, .. } = *self.dasar;
        let numbers = own_numbers(settings);
        if self.dasar.has_wrong_row(orang) {
            let problem = format!(
                "baris {} pada sk.nomor_perorangan tidak dapat dipakai; Keputusan {} tetap DRAF",
                orang.nip, orang.nama_bergelar
            );
            let remedy = "Perbaiki baris itu menurut temuan P-102, lalu jalankan lagi.".to_string();
            self.say(&catalogue::KEPUTUSAN_DRAF, &orang.nip, problem, remedy);
            return Sendiri::Draf;
        }
        let Some((_, nomor)) = numbers.iter().find(|(nip, _)| *nip == orang.nip) else {
            none.push(orang.clone());
            return Sendiri::Draf;
        };
        let printed = match of_settings(settings, "sk.nomor_perorangan", nomor, tmt) {
            Ok(printed) => printed.filter(|_| self.sound),
            Err(faults) => {
                self.susunan.findings.extend(faults);
                None
            }
        };
        let Some(printed) = printed else { return Sendiri::Draf };
        if is_late(&printed, orang) {
            self.susunan.findings.push(late(&printed, std::slice::from_ref(orang)));
            return Sendiri::Draf;
        }
        if is_twice(settings, &numbers, &printed) {
            let problem = format!(
                "nomor \"{nomor}\" tertulis untuk lebih dari satu Keputusan; Keputusan {} tetap DRAF",
                orang.nama_bergelar
            );
            let remedy = "Beri setiap Keputusan nomornya sendiri di sk.nomor dan sk.nomor_perorangan.";
            self.say(&catalogue::NOMOR_TERPAKAI, nomor, problem, remedy.to_string());
            return Sendiri::Draf;
        }
        if self.is_taken(&printed, std::slice::from_ref(orang)) {
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

impl Dasar<'_> {
    /// Whether the settings give this person a number in a row that cannot be used.
    fn has_wrong_row(&self, orang: &Orang) -> bool {
        self.settings.surat.wants("sk-perorangan") && self.settings.sk.nomor_keliru.contains(&orang.nip)
    }
}

/// NIP and number of the decrees on one person each.
pub(super) fn own_numbers(settings: &Settings) -> Vec<(String, String)> {
    rows(&settings.sk.nomor_perorangan)
}

/// NIP and number of each row `NIP = nomor`.
pub(super) fn rows(list: &[String]) -> Vec<(String, String)> {
    let rows = list.iter().filter_map(|text| own_number(text));
    rows.map(|(nip, nomor)| (nip, nomor.to_string())).collect()
}

/// Whether a number of the settings is that of a decree already written.
pub(super) fn is_of(settings: &Settings, nomor: &str, own: &KeputusanBernomor) -> bool {
    tercetak(settings.sk.gaya_nomor, nomor, own.nomor.tanggal).same(&own.nomor)
}

/// Whether the settings give this number to more than one decree.
fn is_twice(settings: &Settings, numbers: &[(String, String)], printed: &Nomor) -> bool {
    let is_it = |nomor: &str| tercetak(settings.sk.gaya_nomor, nomor, printed.tanggal).same(printed);
    let collective = !settings.sk.nomor.trim().is_empty() && is_it(&settings.sk.nomor);
    collective || numbers.iter().filter(|(_, nomor)| is_it(nomor)).count() > 1
}
