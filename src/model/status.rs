//! Who a person is to the office: sex, kind of employment, legal standing, discipline.

use jiff::civil::Date;
use serde::Serialize;

/// Sex as recorded. Identity checks only; never part of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum JenisKelamin {
    LakiLaki,
    Perempuan,
}

impl JenisKelamin {
    /// `L` or `P`.
    pub fn label(self) -> &'static str {
        match self {
            JenisKelamin::LakiLaki => "L",
            JenisKelamin::Perempuan => "P",
        }
    }
}

/// Kind of employment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum StatusAsn {
    Pns,
    /// PNS in the probation year.
    Cpns,
    Pppk,
    PppkParuhWaktu,
    /// Honorer, GTT, PTT: present at work, but no ASN; never moved by this program.
    NonAsn,
}

impl StatusAsn {
    pub fn label(self) -> &'static str {
        match self {
            StatusAsn::Pns => "PNS",
            StatusAsn::Cpns => "CPNS",
            StatusAsn::Pppk => "PPPK",
            StatusAsn::PppkParuhWaktu => "PPPK Paruh Waktu",
            StatusAsn::NonAsn => "Non-ASN",
        }
    }
}

/// Legal standing (list from the SIASN export, domain §3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum KedudukanHukum {
    Aktif,
    /// Cuti di luar tanggungan negara.
    Cltn,
    PerpanjanganCltn,
    TugasBelajar,
    PemberhentianSementara,
    WajibMiliter,
    Hilang,
    Pensiun,
    /// Already moved to another instansi.
    Mutasi,
    /// Diperbantukan, dipekerjakan or titipan: works for another instansi.
    Diperbantukan,
}

impl KedudukanHukum {
    pub fn label(self) -> &'static str {
        match self {
            KedudukanHukum::Aktif => "Aktif",
            KedudukanHukum::Cltn => "CLTN",
            KedudukanHukum::PerpanjanganCltn => "Perpanjangan CLTN",
            KedudukanHukum::TugasBelajar => "Tugas Belajar",
            KedudukanHukum::PemberhentianSementara => "Pemberhentian Sementara",
            KedudukanHukum::WajibMiliter => "Wajib Militer",
            KedudukanHukum::Hilang => "PNS Dinyatakan Hilang",
            KedudukanHukum::Pensiun => "Pensiun",
            KedudukanHukum::Mutasi => "Mutasi",
            KedudukanHukum::Diperbantukan => "Diperbantukan/Dipekerjakan",
        }
    }

    /// Whether the person fills the post: only the active do (PP 11/2017 Pasal 64 ayat (1), domain R09).
    pub fn fills_post(self) -> bool {
        matches!(self, KedudukanHukum::Aktif)
    }
}

/// Grade of a disciplinary punishment (PP 94/2021 Pasal 8, domain R07).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum TingkatHukdis {
    Ringan,
    Sedang,
    Berat,
}

impl TingkatHukdis {
    pub fn label(self) -> &'static str {
        match self {
            TingkatHukdis::Ringan => "ringan",
            TingkatHukdis::Sedang => "sedang",
            TingkatHukdis::Berat => "berat",
        }
    }
}

/// Hukuman disiplin as recorded: its grade and when it runs. Unknown ends count as still running.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct HukumanDisiplin {
    pub tingkat: TingkatHukdis,
    pub tmt_mulai: Option<Date>,
    pub tmt_akhir: Option<Date>,
}
