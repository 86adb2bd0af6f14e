//! What a decree goes on printing of the settings it was first written with, whatever they say later.

use jiff::civil::Date;

use crate::model::bernomor::{KeputusanBernomor, Tertanda};
use crate::settings::Settings;

/// Semula: as it was first written. Nothing of it for a decree that is written now.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Semula {
    tertanda: Option<Tertanda>,
    /// It bore no grey word any more.
    siap: bool,
    tanggal: Option<Date>,
}

impl Semula {
    pub fn of(own: &KeputusanBernomor) -> Semula {
        Semula { tertanda: own.tertanda.clone(), siap: own.siap(), tanggal: Some(own.nomor.tanggal) }
    }

    /// The settings as the decree knows them.
    pub fn over(&self, settings: &Settings) -> Settings {
        let mut own = settings.clone();
        if let Some(Tertanda { pejabat, nama, jabatan, pangkat, nip, tentang, pengesah }) = self.tertanda.clone() {
            let sk = &mut own.sk;
            sk.tentang = tentang.unwrap_or_else(|| sk.tentang.clone());
            // Until papers are ready to be signed, whoever certifies them may still be filled in.
            if let Some(own) = pengesah.filter(|_| self.siap) {
                [sk.petikan_jabatan, sk.petikan_nama, sk.petikan_pangkat, sk.petikan_nip] = own;
            }
            (sk.pejabat, sk.nama_pejabat) = (pejabat, nama);
            (sk.penandatangan_jabatan, sk.penandatangan_pangkat, sk.penandatangan_nip) = (jabatan, pangkat, nip);
        }
        if self.siap {
            own.surat.watermark_konsep.clear();
        }
        own.sk.tanggal = self.tanggal.or(own.sk.tanggal);
        own
    }
}

/// Who signs a decree that is written now, and what it is about.
pub fn tertanda(settings: &Settings) -> Tertanda {
    let sk = &settings.sk;
    Tertanda {
        pejabat: sk.pejabat.clone(),
        nama: sk.nama_pejabat.clone(),
        jabatan: sk.penandatangan_jabatan.clone(),
        pangkat: sk.penandatangan_pangkat.clone(),
        nip: sk.penandatangan_nip.clone(),
        tentang: Some(sk.tentang.clone()),
        pengesah: Some(
            [&sk.petikan_jabatan, &sk.petikan_nama, &sk.petikan_pangkat, &sk.petikan_nip].map(String::clone),
        ),
    }
}

/// `H. MUHAMMAD SYUKUR (BUPATI MERANGIN)`, `… (SEKRETARIS DAERAH a.n. BUPATI MERANGIN)`.
pub fn in_words(own: &Tertanda) -> String {
    let (jabatan, pejabat) = (own.jabatan.trim(), own.pejabat.trim());
    let post = if jabatan.is_empty() { pejabat.to_string() } else { format!("{jabatan} a.n. {pejabat}") };
    format!("{} ({post})", own.nama.trim())
}
