//! What a person's profession asks for beside education: certificates, licences, teaching hours, terms of office.

use std::sync::Arc;

use jiff::civil::Date;

use crate::model::eselon::Eselon;
use crate::model::jabatan::name_key;
use crate::model::jarang::{Jarang, Kosong};

/// How long a licence (STR, SIP) runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MasaIzin {
    SeumurHidup,
    Sampai(Date),
    /// There is one; until when is not said.
    Ada,
    TidakAda,
}

impl MasaIzin {
    /// Words of the column; a date is read by the caller. A number says that there is one; any other word says nothing
    /// that could be relied on.
    pub fn of_words(text: &str) -> Option<MasaIzin> {
        match name_key(text).as_str() {
            "SEUMUR HIDUP" | "BERLAKU SEUMUR HIDUP" => Some(MasaIzin::SeumurHidup),
            "" | "TIDAK" | "TIDAK ADA" | "BELUM" | "BELUM ADA" => Some(MasaIzin::TidakAda),
            "ADA" | "YA" | "SUDAH" | "SUDAH ADA" | "AKTIF" | "BERLAKU" | "MASIH BERLAKU" => Some(MasaIzin::Ada),
            number if number.bytes().any(|byte| byte.is_ascii_digit()) => Some(MasaIzin::Ada),
            _ => None,
        }
    }
}

/// A teacher's sertifikat pendidik.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SertifikatPendidik {
    Belum,
    /// Certified, the subject not said.
    Sudah,
    /// Certified for this subject: `Guru Kelas SD`, `Matematika`.
    Bidang(Arc<str>),
}

impl SertifikatPendidik {
    /// Reads `Belum`, `Sudah`, or the subject itself.
    pub fn parse(text: &str) -> SertifikatPendidik {
        match name_key(text).as_str() {
            "" | "BELUM" | "TIDAK" | "BELUM SERTIFIKASI" | "BELUM ADA" | "TIDAK ADA" => SertifikatPendidik::Belum,
            "SUDAH" | "YA" | "ADA" | "SUDAH SERTIFIKASI" | "SERTIFIKASI" => SertifikatPendidik::Sudah,
            _ => SertifikatPendidik::Bidang(text.trim().into()),
        }
    }
}

/// What the workbooks say of a person's profession. Most rows say nothing of it, and that takes no room.
pub type ProfesiOrang = Jarang<Profesi>;

impl Kosong for Profesi {
    const KOSONG: &'static Profesi = &Profesi {
        eselon: None,
        jabatan_lain: None,
        sertifikat: None,
        mapel: None,
        jjm: None,
        jjm_total: None,
        str_berlaku: None,
        sip_berlaku: None,
        tmt_tugas_tambahan: None,
        akhir_perjanjian: None,
        manajerial: None,
    };
}

/// What the workbooks say of these; all of it may be unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profesi {
    pub eselon: Option<Eselon>,
    /// A second jabatan that the same row names.
    pub jabatan_lain: Option<Arc<str>>,
    pub sertifikat: Option<SertifikatPendidik>,
    /// Subject taught at present.
    pub mapel: Option<Arc<str>>,
    /// Teaching hours a week, extra duties apart (JJM).
    pub jjm: Option<u32>,
    /// Teaching hours a week with what extra duties count for (TOTAL JJM).
    pub jjm_total: Option<u32>,
    pub str_berlaku: Option<MasaIzin>,
    /// The SIP for the present place.
    pub sip_berlaku: Option<MasaIzin>,
    /// Since when the extra duty is held.
    pub tmt_tugas_tambahan: Option<Date>,
    /// The last day of a PPPK's agreement (perjanjian kerja).
    pub akhir_perjanjian: Option<Date>,
    /// Whole years of managerial experience.
    pub manajerial: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_read_from_words() {
        assert_eq!(MasaIzin::of_words("Seumur Hidup"), Some(MasaIzin::SeumurHidup));
        assert_eq!(MasaIzin::of_words("belum ada"), Some(MasaIzin::TidakAda));
        assert_eq!(MasaIzin::of_words("1501 5 2 1 22"), Some(MasaIzin::Ada));
        assert_eq!(MasaIzin::of_words("masih berlaku"), Some(MasaIzin::Ada));
        assert_eq!(MasaIzin::of_words("entah"), None);
    }

    #[test]
    fn a_certificate_names_its_subject_or_only_that_it_is_there() {
        assert_eq!(SertifikatPendidik::parse("Sudah"), SertifikatPendidik::Sudah);
        assert_eq!(SertifikatPendidik::parse("Belum"), SertifikatPendidik::Belum);
        assert_eq!(SertifikatPendidik::parse(" Guru Kelas SD "), SertifikatPendidik::Bidang("Guru Kelas SD".into()));
    }
}
