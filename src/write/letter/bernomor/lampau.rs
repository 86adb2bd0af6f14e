//! Decrees that an earlier run has written with their number.

use super::fakta::{restore, same};
use super::semula::{in_words, tertanda};
use super::{Bagian, Semula, Work, told, withdraw};
use crate::finding::{Finding, Place, catalogue};
use crate::model::bernomor::{KeputusanBernomor, Tercantum, Tertanda};
use crate::settings::FILE;
use crate::write::letter::context::{Orang, Terbit};
use crate::write::letter::nomor::names;

impl Work<'_> {
    /// Decrees of this month on several people. Gives back those approved who stand on none.
    pub(super) fn written_before(&mut self, mut approved: Vec<Orang>) -> Vec<Orang> {
        let dasar = self.dasar;
        for own in dasar.of_month(false).filter(|own| !dasar.is_anew(own)) {
            let (mut orang, mut gone) = (Vec::new(), Vec::new());
            for told in &own.orang {
                match approved.iter().position(|orang| orang.pns && same(told, orang)) {
                    Some(at) => orang.push(self.as_told(own, told, approved.remove(at))),
                    None => gone.push(told.nama.as_str()),
                }
            }
            let wanted = dasar.settings.surat.wants("sk-kolektif");
            // A look-alike of what may have been signed would hide that it is gone.
            let again = gone.is_empty() && wanted && !own.siap() && !dasar.urung.contains(&own.nomor.nomor);
            if !own.ada && !again {
                self.missing(own, false);
            } else if !gone.is_empty() {
                self.gone(own, &gone);
            } else if !wanted {
                self.unwanted(own, "sk-kolektif");
            } else if self.sound {
                if !own.ada {
                    self.missing(own, true);
                }
                self.own_number_in_vain(own, &orang);
                self.other_signer(own);
                let part = Bagian::new(own.folder.clone(), Terbit::Disetujui, own.tmt, orang);
                let (nomor, rekam, semula) = (Some(own.nomor.clone()), Some(own.rekam.clone()), Semula::of(own));
                self.susunan.bagian.push(Bagian { nomor, rekam, semula, ..part });
                continue;
            } else if !own.ada {
                self.missing(own, false);
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
                "Jika Keputusan itu sudah ditandatangani, perbaiki dengan Keputusan perbaikan. Jika belum, {}: Keputusan itu \
                 ditulis ulang menurut data sekarang.",
                self.anew(own)
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
        let changed = "Jika sudah ditandatangani, ubah atau cabut dengan Keputusan baru";
        let remedy = match gone.len() == own.orang.len() {
            true => format!("{changed}. Jika dicabut atau tidak jadi dipakai, {}.", withdraw(own)),
            false => format!(
                "{changed}; jika dicabut, {}. Jika belum, {}: Keputusan itu ditulis ulang menurut persetujuan sekarang.",
                withdraw(own),
                self.anew(own)
            ),
        };
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
        let remedy =
            format!("Tidak perlu tindakan jika Keputusan itu berlaku. Jika tidak jadi dipakai, {}.", withdraw(own));
        self.say(&catalogue::KEPUTUSAN_TAK_BERUBAH, &own.nomor.nomor, problem, remedy);
    }

    /// The settings name another signer by now, or another title.
    pub(super) fn other_signer(&mut self, own: &KeputusanBernomor) {
        let now = tertanda(self.dasar.settings);
        let Some(then) = own.tertanda.as_ref() else { return };
        self.other_title(own, then.tentang.as_deref());
        let signs = |told: &Tertanda| Tertanda { tentang: None, pengesah: None, ..told.clone() };
        if signs(then) == signs(&now) {
            return;
        }
        let same_name = then.nama.trim() == now.nama.trim() && in_words(then) == in_words(&now);
        let more = if same_name { ", dengan pangkat atau NIP lain" } else { "" };
        let problem = format!(
            "{} tetap ditandatangani {}; pengaturan sekarang menyebut {}{more}",
            told(own),
            in_words(then),
            in_words(&now)
        );
        let remedy = format!(
            "Tidak perlu tindakan jika yang baru menandatangani Keputusan berikutnya. Jika yang tercetak keliru dan belum \
             ditandatangani, {}.",
            self.anew(own)
        );
        self.say(&catalogue::PENANDATANGAN_SEMULA, &own.nomor.nomor, problem, remedy);
    }

    fn other_title(&mut self, own: &KeputusanBernomor, then: Option<&str>) {
        let now = &self.dasar.settings.sk.tentang;
        let Some(then) = then.filter(|then| then.trim() != now.trim()) else { return };
        let problem = format!("{} tetap tentang “{then}”; sk.tentang sekarang “{now}”", told(own));
        let remedy = format!(
            "Tidak perlu tindakan jika judul yang baru untuk Keputusan berikutnya. Jika judul yang tercetak keliru dan belum \
             ditandatangani, {}.",
            self.anew(own)
        );
        self.say(&catalogue::PENANDATANGAN_SEMULA, &own.nomor.nomor, problem, remedy);
    }
}
