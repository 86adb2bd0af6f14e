//! Decrees that an earlier run has written with their number.

use super::fakta::{restore, same};
use super::{Bagian, Work, told};
use crate::finding::{Finding, Place, catalogue};
use crate::model::bernomor::{KeputusanBernomor, Tercantum};
use crate::settings::FILE;
use crate::write::letter::context::{Orang, Terbit};
use crate::write::letter::nomor::names;

impl Work<'_> {
    /// Decrees of this month on several people. Gives back those approved who stand on none.
    pub(super) fn written_before(&mut self, mut approved: Vec<Orang>) -> Vec<Orang> {
        for own in self.dasar.of_month(false) {
            let (mut orang, mut gone) = (Vec::new(), Vec::new());
            for told in &own.orang {
                match approved.iter().position(|orang| orang.pns && same(told, orang)) {
                    Some(at) => orang.push(self.as_told(own, told, approved.remove(at))),
                    None => gone.push(told.nama.as_str()),
                }
            }
            let jenis = if own.berkas.ends_with("/sk-kolektif.pdf") { "sk-kolektif" } else { "petikan" };
            if !gone.is_empty() {
                self.gone(own, &gone);
            } else if !self.dasar.settings.surat.wants(jenis) {
                self.unwanted(own, jenis);
            } else if self.sound {
                self.own_number_in_vain(own, &orang);
                let part = Bagian::new(own.folder.clone(), Terbit::Disetujui, own.tmt, orang);
                let (nomor, rekam) = (Some(own.nomor.clone()), Some(own.rekam.clone()));
                self.susunan.bagian.push(Bagian { nomor, rekam, ..part });
                continue;
            }
            self.susunan.tetap.push(own.clone());
        }
        approved
    }

    /// The person as the decree prints him or her, and what the data say otherwise now.
    pub(super) fn as_told(&mut self, own: &KeputusanBernomor, told: &Tercantum, mut orang: Orang) -> Orang {
        let other = restore(told, &mut orang);
        if !other.is_empty() {
            let problem = format!(
                "{} memuat {}; Keputusan, petikan, dan surat yang menyertainya tetap memuat data semula",
                super::told(own),
                other.join("; ")
            );
            let remedy = format!(
                "Jika Keputusan itu sudah ditandatangani, perbaiki dengan Keputusan perbaikan. Jika belum, hapus {} lalu \
                 jalankan lagi: Keputusan itu ditulis ulang menurut data sekarang.",
                self.path(own)
            );
            let (place, subject) = match &orang.asal {
                Some(asal) => (asal.pegawai.clone(), asal.subjek.clone()),
                None => (Place::file(FILE), None),
            };
            let finding = Finding::new(&catalogue::DATA_SESUDAH_KEPUTUSAN, place, told.nama.clone(), problem);
            self.susunan.findings.push(finding.with_remedy(remedy).about(subject));
        }
        orang
    }

    /// People of a numbered decree are not approved to go there any more.
    pub(super) fn gone(&mut self, own: &KeputusanBernomor, gone: &[&str]) {
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

    /// The settings do not ask for this kind of decree any more. What has its number is a decree all the same.
    pub(super) fn unwanted(&mut self, own: &KeputusanBernomor, jenis: &str) {
        let problem = format!(
            "{} sudah ditulis untuk {} orang, sedangkan surat.jenis tidak lagi memuat \"{jenis}\"; Keputusan itu dan surat \
             yang menyertainya dibiarkan seperti yang sudah ditulis",
            told(own),
            own.orang.len()
        );
        let remedy = format!(
            "Tidak perlu tindakan jika Keputusan itu berlaku. Jika belum ditandatangani dan tidak jadi dipakai, hapus {} lalu \
             jalankan lagi.",
            self.path(own)
        );
        self.say(&catalogue::KEPUTUSAN_TAK_BERUBAH, &own.nomor.nomor, problem, remedy);
    }
}
