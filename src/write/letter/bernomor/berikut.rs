//! The next decree on several people: who stands on it, and whether the number of the settings is free for it.

use super::fakta::same;
use super::{Bagian, DISETUJUI, Dasar, SURAT, Sendiri, Work, holds, nama, path, told, withdraw};
use crate::finding::catalogue;
use crate::model::bernomor::{KeputusanBernomor, Nomor};
use crate::model::tanggal::tanggal_in_words;
use crate::write::letter::context::{Orang, Terbit};
use crate::write::letter::nomor::{is_late, late, names, of_settings, tercetak};

impl Work<'_> {
    /// Those approved who stand on no decree yet: on one of their own with the number of the settings, or on a draft.
    pub(super) fn approved_since(&mut self, approved: Vec<Orang>) {
        let (pns, mut others): (Vec<Orang>, Vec<Orang>) = approved.into_iter().partition(|orang| orang.pns);
        let next = if pns.is_empty() { self.idle_number() } else { Some(pns) };
        let draft = |orang| Bagian::new(DISETUJUI, Terbit::Disetujui, self.dasar.tmt, orang);
        if let Some(mut orang) = next {
            let (nomor, waiting) = self.number_for(&mut orang);
            orang.append(&mut others);
            let folder = if nomor.is_some() { self.free_folder(nomor.as_ref()) } else { DISETUJUI.to_string() };
            self.susunan.bagian.push(Bagian { nomor, folder, ..draft(orang) });
            if !waiting.is_empty() {
                self.susunan.bagian.push(draft(waiting));
            }
        }
        // Others than PNS stand on no such decree: their letters go beside those of whoever does.
        if let Some(first) = self.susunan.bagian.first_mut().filter(|_| !others.is_empty()) {
            first.sendiri.extend(others.iter().map(|_| Sendiri::Draf));
            first.orang.append(&mut others);
        }
        if !others.is_empty() {
            let lost = self.dasar.lama.is_lost(self.dasar.periode);
            let folder = if lost { DISETUJUI.to_string() } else { self.free_folder(None) };
            self.susunan.bagian.push(Bagian { folder, ..draft(others) });
        }
    }

    /// The number of the settings for these people, who are put in the order of a decree that was taken back; and those of
    /// them who were approved only after its date, who wait for the next one.
    fn number_for(&mut self, orang: &mut Vec<Orang>) -> (Option<Nomor>, Vec<Orang>) {
        let Dasar { settings, tmt, .. } = *self.dasar;
        let nomor = match of_settings(settings, "sk.nomor", &settings.sk.nomor, tmt) {
            Ok(nomor) => nomor.filter(|_| self.sound),
            Err(faults) => {
                self.susunan.findings.extend(faults);
                None
            }
        };
        let Some(nomor) = nomor else { return (None, Vec::new()) };
        if !settings.surat.wants("sk-kolektif") {
            let problem = format!(
                "surat.jenis tidak memuat \"sk-kolektif\", sehingga Keputusan nomor {} tidak ditulis; petikan dan surat lain untuk \
                 {} orang tetap DRAF",
                nomor.nomor,
                orang.len()
            );
            let remedy = "Tambahkan \"sk-kolektif\" pada surat.jenis, lalu jalankan lagi.".to_string();
            self.say(&catalogue::KEPUTUSAN_DRAF, &nomor.nomor, problem, remedy);
            return (None, Vec::new());
        }
        if self.is_taken(&nomor, orang) {
            return (None, Vec::new());
        }
        if orang.iter().all(|orang| is_late(&nomor, orang)) {
            self.susunan.findings.push(late(&nomor, orang));
            return (None, Vec::new());
        }
        let waiting: Vec<Orang> = orang.extract_if(.., |orang| is_late(&nomor, orang)).collect();
        self.waiting(&nomor, orang, &waiting);
        self.as_before(&nomor, orang);
        (Some(nomor), waiting)
    }

    /// Puts the people of a decree that was taken back in its order.
    fn as_before(&mut self, nomor: &Nomor, orang: &mut [Orang]) {
        let Dasar { lama, periode, .. } = *self.dasar;
        let taken_back = |own: &&KeputusanBernomor| {
            own.periode == periode && self.dasar.is_anew(own) && !own.perorangan && own.nomor.same(nomor)
        };
        if let Some(own) = lama.keputusan.iter().rev().find(taken_back) {
            let before = |orang: &Orang| own.orang.iter().position(|told| told.nip == orang.nip);
            orang.sort_by_key(|orang| before(orang).unwrap_or(own.orang.len()));
            self.again(own, orang);
        }
    }

    /// Some were approved after the date of the decree of the others.
    fn waiting(&mut self, nomor: &Nomor, orang: &[Orang], waiting: &[Orang]) {
        let Some(last) = waiting.iter().filter_map(|orang| orang.usul.diputuskan).max() else { return };
        let problem = format!(
            "{} orang disetujui sesudah tanggal Keputusan nomor {}, {}, paling akhir {} ({}); mereka menunggu Keputusan \
             berikutnya sebagai DRAF, {} orang lain dimuat Keputusan itu",
            waiting.len(),
            nomor.nomor,
            tanggal_in_words(nomor.tanggal),
            tanggal_in_words(last),
            nama(waiting),
            orang.len()
        );
        self.say(&catalogue::PERSETUJUAN_MENYUSUL, &nomor.nomor, problem, None);
    }

    /// Whether these people cannot get this number, which is told.
    pub(super) fn is_taken(&mut self, nomor: &Nomor, orang: &[Orang]) -> bool {
        let Dasar { settings, urung, .. } = *self.dasar;
        let (count, who) = (orang.len(), nama(orang));
        let said = |problem: String, remedy: &str| (problem, remedy.to_string());
        let is_it = |text: &String| tercetak(settings.sk.gaya_nomor, text, nomor.tanggal).same(nomor);
        let (kode, (problem, remedy)) = if urung.contains(&nomor.nomor) {
            let problem = format!(
                "naskah Keputusan nomor {} tidak dapat dibuat, sehingga nomor itu belum dicetak di surat mana pun; {count} orang \
                 ({who}) tetap DRAF",
                nomor.nomor
            );
            (&catalogue::KEPUTUSAN_DRAF, said(problem, "Perbaiki sebabnya menurut temuan lain, lalu jalankan lagi."))
        } else if settings.sk.dicabut.iter().any(is_it) {
            let problem = format!("nomor {} tertulis di sk.dicabut; {count} orang ({who}) tetap DRAF", nomor.nomor);
            (
                &catalogue::NOMOR_TERPAKAI,
                said(problem, "Isi sk.nomor dan sk.tanggal yang baru, atau perbaiki sk.dicabut."),
            )
        } else if let Some(own) = self.dasar.with_number(nomor) {
            self.used(own, orang);
            return true;
        } else {
            let known = self.dasar.known_with(nomor);
            if known == 0 {
                return false;
            }
            let problem = format!(
                "Keputusan nomor {} sudah memuat {known} orang menurut sk.sudah_bernomor; {count} orang lain yang disetujui \
                 ({who}) tidak ditambahkan ke nomor itu dan tetap DRAF",
                nomor.nomor
            );
            (&catalogue::NOMOR_TERPAKAI, said(problem, catalogue::NOMOR_TERPAKAI.remedy))
        };
        self.say(kode, &nomor.nomor, problem, remedy);
        true
    }

    /// The number stands on another decree.
    fn used(&mut self, own: &KeputusanBernomor, orang: &[Orang]) {
        let month =
            if own.periode == self.dasar.periode { String::new() } else { format!(" ({})", own.periode.in_words()) };
        let month = if own.dicabut { month + ", lalu dicabut" } else { month };
        let problem = format!(
            "{} sudah ditulis untuk {} orang{month}; {} orang lain yang disetujui ({}) tidak ditambahkan ke nomor itu dan \
             tetap DRAF",
            told(own),
            own.orang.len(),
            orang.len(),
            nama(orang)
        );
        let mut remedy =
            String::from("Untuk Keputusan berikutnya isi sk.nomor dan sk.tanggal yang baru, lalu jalankan lagi.");
        let ours = own.periode == self.dasar.periode && !own.dicabut;
        if ours && own.ada && !own.perorangan && holds(self.dasar.settings, own) {
            let path = path(own);
            remedy += &format!(
                " Jika Keputusan tadi belum ditandatangani dan harus memuat semuanya, hapus {path} lebih dahulu."
            );
        }
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
        let remedy = "Tarik cetakan Keputusan dan petikan yang lama. Jika yang lama sudah ditandatangani, kembalikan berkasnya \
                      dan catatan.json dari cadangan, lalu isi nomor lain untuk yang ditambahkan.";
        self.say(&catalogue::NOMOR_TERPAKAI, &own.nomor.nomor, problem, remedy.to_string());
    }

    /// Nobody waits for a number: that of the settings is of a decree already written, or of none. No people to be put on
    /// a decree, in any case.
    fn idle_number(&mut self) -> Option<Vec<Orang>> {
        let Dasar { settings, .. } = *self.dasar;
        let (nomor, tanggal) = (settings.sk.nomor.trim(), settings.sk.tanggal?);
        let written: Vec<&KeputusanBernomor> = self.dasar.of_month(false).collect();
        let last = *written.last().filter(|_| !nomor.is_empty())?;
        let own = tercetak(settings.sk.gaya_nomor, nomor, tanggal);
        if written.iter().any(|other| other.nomor.same(&own) && other.nomor.tanggal == own.tanggal) {
            return None;
        }
        let other = written.iter().find(|other| other.nomor.same(&own)).copied().unwrap_or(last);
        let problem = format!(
            "sk.nomor = \"{nomor}\" dan sk.tanggal = {tanggal} tidak dipakai: tidak ada persetujuan baru, dan {} sudah ditulis \
             untuk {} orang",
            told(other),
            other.orang.len()
        );
        // With the same number its paper is deleted; another number says that the first is nobody's.
        let wrong = match holds(settings, other) {
            true => format!("tanggal yang tercetak keliru dan belum ditandatangani, {}", self.anew(other)),
            false => format!("nomor yang tercetak keliru dan belum ditandatangani, {}", withdraw(other)),
        };
        let remedy = format!("Tidak perlu tindakan jika nomor itu untuk Keputusan berikutnya. Jika {wrong}.");
        self.say(&catalogue::KEPUTUSAN_TAK_BERUBAH, nomor, problem, remedy);
        None
    }

    /// `surat`, and `surat/keputusan-2` for the second decree of a month.
    fn free_folder(&self, nomor: Option<&Nomor>) -> String {
        let dasar = self.dasar;
        // Papers of a decree that was withdrawn stay where they are, unless they were never more than a draft.
        let stays = |own: &KeputusanBernomor| {
            let mut papers =
                dasar.lama.surat.iter().filter(|letter| letter.nomor.as_deref() == Some(own.nomor.nomor.as_str()));
            !own.dicabut || papers.any(|letter| own.siap() || letter.diubah)
        };
        let others = dasar.lama.keputusan.iter().filter(|own| own.periode == dasar.periode && !own.perorangan);
        let others: Vec<&str> = others
            .filter(|own| !nomor.is_some_and(|nomor| own.nomor.same(nomor)) && stays(own))
            .map(|own| own.folder.as_str())
            .collect();
        let used =
            |folder: &str| others.contains(&folder) || self.susunan.bagian.iter().any(|bagian| bagian.folder == folder);
        let numbered = (2..).map(|number| format!("{SURAT}/keputusan-{number}"));
        std::iter::once(SURAT.to_string()).chain(numbered).find(|folder| !used(folder)).unwrap_or_default()
    }
}
