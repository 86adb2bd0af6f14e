//! Batas usia pensiun: at which age a jabatan ends, and from which day.

use jiff::civil::Date;

use super::Law;
use crate::model::jabatan::{Jabatan, JenisJabatan, Jenjang, name_key};

impl Law {
    /// Lowest and highest pension age the jabatan may have, in years; they differ only where a functional jenjang is
    /// unknown.
    pub fn bup_years(&self, jabatan: &Jabatan) -> (i64, i64) {
        let number = |kunci| self.angka(kunci).nilai;
        let one = |kunci| (number(kunci), number(kunci));
        match (jabatan.jenis, jabatan.jenjang) {
            (JenisJabatan::Jpt, _) => one("bup_jpt"),
            (JenisJabatan::Administrator | JenisJabatan::Pengawas | JenisJabatan::Pelaksana, _) => {
                one("bup_administrasi")
            }
            (JenisJabatan::Fungsional, _) if name_key(&jabatan.nama).split(' ').next() == Some("GURU") => {
                one("bup_guru")
            }
            (JenisJabatan::Fungsional, Some(Jenjang::AhliUtama)) => one("bup_jf_ahli_utama"),
            (JenisJabatan::Fungsional, Some(Jenjang::AhliMadya)) => one("bup_jf_ahli_madya"),
            (
                JenisJabatan::Fungsional,
                Some(
                    Jenjang::Pemula
                    | Jenjang::Terampil
                    | Jenjang::Mahir
                    | Jenjang::Penyelia
                    | Jenjang::AhliPertama
                    | Jenjang::AhliMuda,
                ),
            ) => one("bup_jf"),
            (JenisJabatan::Fungsional, None) => (number("bup_jf"), number("bup_jf_ahli_utama")),
        }
    }
}

/// Retirement takes effect on the first day of the month after the age is reached (domain §1.3).
pub fn pension_day(tgl_lahir: Date, years: i64) -> Date {
    let year = tgl_lahir.year() + years as i16;
    if tgl_lahir.month() == 12 {
        Date::constant(year + 1, 1, 1)
    } else {
        Date::constant(year, tgl_lahir.month() + 1, 1)
    }
}
