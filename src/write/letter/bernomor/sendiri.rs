//! Decrees on one person each: every one has a number of its own, which the office gives.

use jiff::civil::Date;

use super::{Dasar, Sendiri, Work, nama, same, told};
use crate::finding::catalogue;
use crate::model::bernomor::{KeputusanBernomor, Nomor};
use crate::settings::Settings;
use crate::settings::surat::own_number;
use crate::write::letter::context::{Orang, Terbit};
use crate::write::letter::nomor::{names, of_settings};

impl Work<'_> {
    /// Decrees on one person each.
    pub(super) fn own_decrees(&mut self) {
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
    pub(super) fn idle_numbers(&mut self, none_approved: bool) {
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
