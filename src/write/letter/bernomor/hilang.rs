//! Decrees whose paper is gone, and those that the office has withdrawn.

use std::collections::BTreeSet;

use super::sendiri::is_of;
use super::{Work, anew, path, told, withdraw};
use crate::finding::{Finding, Place, catalogue};
use crate::model::bernomor::{KeputusanBernomor, Terdahulu};
use crate::settings::Settings;
use crate::write::letter::nomor::names;

/// What earlier runs have left, with those decrees marked of which the office has said that they do not hold any more. It
/// goes on so, also without being said again, once somebody of them stands on another one.
pub(super) fn with_withdrawals(settings: &Settings, lama: &Terdahulu) -> Terdahulu {
    let said = |own: &KeputusanBernomor| settings.sk.dicabut.iter().any(|nomor| is_of(settings, nomor, own));
    let withdrawn = |own: &KeputusanBernomor| {
        let replaced = |other: &KeputusanBernomor| {
            other.periode == own.periode && !other.dicabut && !said(other) && other.shares_people(own)
        };
        said(own) || own.dicabut && lama.keputusan.iter().any(replaced)
    };
    let marked = lama.keputusan.iter().map(|own| KeputusanBernomor { dicabut: withdrawn(own), ..own.clone() });
    Terdahulu { keputusan: marked.collect(), ..lama.clone() }
}

impl Work<'_> {
    /// Decrees of this month that were withdrawn stay in the record, so that their numbers are given to nobody.
    pub(super) fn withdrawn(&mut self) {
        let dasar = self.dasar;
        for own in dasar.lama.keputusan.iter().filter(|own| own.periode == dasar.periode && own.dicabut) {
            let papers = match own.ada && own.siap() {
                true => format!("; berkasnya di {} dibiarkan", path(own)),
                false => String::new(),
            };
            let problem = format!(
                "{} dicabut menurut sk.dicabut; {} orangnya ({}) dapat dimuat Keputusan lain{papers}",
                told(own),
                own.orang.len(),
                names(own.orang.iter().map(|told| told.nama.as_str()))
            );
            self.say(&catalogue::KEPUTUSAN_DICABUT, &own.nomor.nomor, problem, None);
            self.susunan.tetap.push(own.clone());
        }
        let known = |nomor: &str| dasar.lama.keputusan.iter().any(|own| is_of(dasar.settings, nomor, own));
        let strange = dasar.settings.sk.dicabut.iter().map(String::as_str).filter(|nomor| !known(nomor));
        let strange: Vec<&str> = strange.filter(|_| dasar.lama.tak_terbaca.is_empty()).collect();
        if !strange.is_empty() {
            let value = names(strange.into_iter());
            let problem = format!("sk.dicabut memuat nomor yang tidak ada pada Keputusan yang sudah ditulis: {value}");
            let remedy = "Periksa nomornya, atau hapus dari sk.dicabut.".to_string();
            self.say(&catalogue::PENGATURAN_TANPA_AKIBAT, &value, problem, remedy);
        }
    }

    /// Decrees that are to be written anew, and nobody of them is approved any more: these wait for a word of the office.
    pub(super) fn nobody_left(&mut self, approved: &BTreeSet<String>) {
        let dasar = self.dasar;
        for own in dasar.lama.keputusan.iter().filter(|own| dasar.is_anew(own)) {
            if !own.orang.iter().any(|told| approved.contains(&told.nip)) {
                self.missing(own, false);
            }
        }
    }

    /// The paper of a decree is gone, and the settings do not hold its number any more.
    pub(super) fn missing(&mut self, own: &KeputusanBernomor, written_again: bool) {
        let who = names(own.orang.iter().map(|told| told.nama.as_str()));
        let then = match written_again {
            true => "berkas itu ditulis lagi menurut catatan",
            false => "orangnya tetap dimuat Keputusan itu dan tidak diberi nomor lain",
        };
        let problem =
            format!("berkas {} untuk {} orang ({who}) tidak ada di tempatnya; {then}", told(own), own.orang.len());
        let remedy = match written_again {
            true => format!(
                "Tidak perlu tindakan jika Keputusan itu berlaku. Jika belum ditandatangani dan harus ditulis ulang menurut \
                 persetujuan sekarang, {}. Jika dicabut, {}.",
                anew(self.dasar.settings, own),
                withdraw(own)
            ),
            false => format!(
                "Jika sudah ditandatangani, taruh kembali berkasnya di {}. Jika belum, isi lagi {} agar ditulis ulang. Jika \
                 dicabut, {}.",
                path(own),
                number_in_settings(own),
                withdraw(own)
            ),
        };
        let finding = Finding::new(&catalogue::BERKAS_KEPUTUSAN_HILANG, Place::file(path(own)), "", problem);
        self.susunan.findings.push(finding.with_remedy(remedy));
    }
}

fn number_in_settings(own: &KeputusanBernomor) -> String {
    let (nomor, tanggal) = (&own.nomor.nomor, own.nomor.tanggal);
    match (own.perorangan, own.orang.first()) {
        (true, Some(told)) => {
            format!("sk.nomor_perorangan = [\"{} = {nomor}\"] dan sk.tanggal = \"{tanggal}\"", told.nip)
        }
        _ => format!("sk.nomor = \"{nomor}\" dan sk.tanggal = \"{tanggal}\""),
    }
}
