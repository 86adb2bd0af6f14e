//! What the settings tell of the office: heads of letters, paper, who signs, whom to ask.

use jiff::civil::Date;
use serde::Serialize;

use super::sk::draft_word;
use super::{FEW_DOTS, Terbit, grouped_nip, or_dots};
use crate::model::terbilang::angka_terbilang;
use crate::settings::Settings;
use crate::write::letter::wording::pejabat_in_text;

/// The head of the letter.
#[derive(Clone, Debug, Serialize)]
pub struct Kop {
    /// File name of the picture; empty for none.
    pub lambang: String,
    /// `BUPATI MERANGIN`.
    pub jabatan: String,
    /// The same in running text: `Bupati Merangin`.
    pub pejabat: String,
    /// `JAMBI`; empty for a province.
    pub provinsi: String,
    /// `KABUPATEN MERANGIN`, and in running text.
    pub daerah: String,
    pub daerah_teks: String,
    /// The personnel office in capitals, and its address; the picture of its letters.
    pub instansi: String,
    pub alamat: String,
    pub lambang_daerah: String,
}

/// Paper of decrees and of other letters: `F4`, `A4`.
#[derive(Clone, Debug, Serialize)]
pub struct Kertas {
    pub sk: String,
    pub surat: String,
}

/// Who signs. `a_n` is empty when the pejabat signs in person; then rank and NIP are left out, as decrees of heads
/// of regions do (domain §4.2 row 15).
#[derive(Clone, Debug, Serialize)]
pub struct Penandatangan {
    pub a_n: String,
    pub jabatan: String,
    pub nama: String,
    pub pangkat: String,
    pub nip: String,
}

/// What the office's letters share.
#[derive(Clone, Debug, Serialize)]
pub struct Surat {
    /// Grey word behind the pages of what is no decree.
    pub status: String,
    /// `Biasa`.
    pub sifat: String,
    /// Whom to ask; the office where nobody is named.
    pub kontak: String,
    /// `14 (empat belas)`, or dots.
    pub keberatan_hari: String,
    /// Which plan this was made from, for a code to scan.
    pub rekam: String,
    /// Year of the decree.
    pub tahun: String,
}

pub(super) fn kop(settings: &Settings) -> Kop {
    let (daerah, surat) = (&settings.daerah, &settings.surat);
    Kop {
        lambang: settings.sk.lambang.trim().to_string(),
        jabatan: settings.sk.pejabat.clone(),
        pejabat: pejabat_in_text(&settings.sk.pejabat, daerah),
        provinsi: if daerah.is_province() { String::new() } else { daerah.provinsi.to_uppercase() },
        daerah: daerah.full_name().to_uppercase(),
        daerah_teks: daerah.full_name(),
        instansi: surat.instansi.trim().to_uppercase(),
        alamat: surat.alamat.trim().to_string(),
        lambang_daerah: surat.lambang.trim().to_string(),
    }
}

pub(super) fn surat(settings: &Settings, tmt: Date, terbit: Terbit) -> Surat {
    let surat = &settings.surat;
    let own =
        |text: &str, other: &str| if text.trim().is_empty() { other.to_string() } else { text.trim().to_string() };
    Surat {
        status: match terbit {
            Terbit::Draf => draft_word(settings),
            Terbit::Disetujui => own(&surat.watermark_konsep, ""),
        },
        sifat: surat.nota_sifat.trim().to_string(),
        kontak: own(&surat.kontak, &surat.instansi),
        keberatan_hari: match u64::try_from(surat.keberatan_hari) {
            Ok(0) | Err(_) => FEW_DOTS.into(),
            Ok(days) => angka_terbilang(days),
        },
        rekam: String::new(),
        tahun: settings.sk.tanggal.unwrap_or(tmt).year().to_string(),
    }
}

pub(super) fn penandatangan(settings: &Settings) -> Penandatangan {
    let sk = &settings.sk;
    let in_person = sk.penandatangan_jabatan.trim().is_empty();
    let unless_in_person = |text: String| if in_person { String::new() } else { text };
    Penandatangan {
        a_n: unless_in_person(sk.pejabat.clone()),
        jabatan: if in_person { sk.pejabat.clone() } else { sk.penandatangan_jabatan.clone() },
        nama: or_dots(&sk.nama_pejabat),
        pangkat: unless_in_person(sk.penandatangan_pangkat.clone()),
        nip: unless_in_person(grouped_nip(&sk.penandatangan_nip)),
    }
}

/// The head of the personnel office.
pub(super) fn kepala(settings: &Settings) -> Penandatangan {
    let surat = &settings.surat;
    Penandatangan {
        a_n: String::new(),
        jabatan: surat.kepala_jabatan.trim().to_string(),
        nama: or_dots(&surat.kepala_nama),
        pangkat: surat.kepala_pangkat.trim().to_string(),
        nip: grouped_nip(&surat.kepala_nip),
    }
}
