//! Who a person is to the office: sex, kind of employment, legal standing, discipline.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::jabatan::name_key;

/// What a plain word for yes or no says; `None` for any other text.
pub fn ya_tidak(text: &str) -> Option<bool> {
    match name_key(text).as_str() {
        "YA" | "Y" | "IYA" | "YES" | "TRUE" | "BENAR" | "V" | "X" | "1" | "ADA" | "PERLU" | "DILINDUNGI" => Some(true),
        "TIDAK" | "T" | "TDK" | "TAK" | "N" | "NO" | "FALSE" | "SALAH" | "BUKAN" | "BELUM" | "NIHIL" | "KOSONG"
        | "0" | "TIDAK ADA" | "BELUM ADA" | "TIDAK PERLU" | "BELUM PERLU" | "TIDAK DILINDUNGI" => Some(false),
        "NULL" | "NIL" | "N A" | "NONE" => Some(false),
        // Ticks are signs, and so are dashes.
        "" if text.contains(['√', '✓', '✔', '+']) => Some(true),
        "" => Some(false),
        _ => None,
    }
}

/// Sex as recorded. Identity checks only; never part of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum JenisKelamin {
    LakiLaki,
    Perempuan,
}

impl JenisKelamin {
    pub const ALL: [JenisKelamin; 2] = [JenisKelamin::LakiLaki, JenisKelamin::Perempuan];

    /// `L` or `P`.
    pub fn label(self) -> &'static str {
        match self {
            JenisKelamin::LakiLaki => "L",
            JenisKelamin::Perempuan => "P",
        }
    }

    /// Reads `L`, `P`, `M`, `F`, `Laki-laki`, `Perempuan`, `Pria`, `Wanita`, `1`, `2`.
    pub fn parse(text: &str) -> Option<JenisKelamin> {
        match name_key(text).as_str() {
            "L" | "LK" | "M" | "1" | "LAKI LAKI" | "LAKI" | "LAKI2" | "LELAKI" | "PRIA" => Some(JenisKelamin::LakiLaki),
            "P" | "PR" | "F" | "2" | "PEREMPUAN" | "WANITA" => Some(JenisKelamin::Perempuan),
            _ => None,
        }
    }
}

/// How kinds of employment begin that are none of an ASN.
const NON_ASN: [&str; 7] = ["HONOR", "TENAGA HONOR", "GURU HONOR", "GTY", "PTY", "GTT", "PTT"];

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
    pub const ALL: [StatusAsn; 5] =
        [StatusAsn::Pns, StatusAsn::Cpns, StatusAsn::Pppk, StatusAsn::PppkParuhWaktu, StatusAsn::NonAsn];

    pub fn label(self) -> &'static str {
        match self {
            StatusAsn::Pns => "PNS",
            StatusAsn::Cpns => "CPNS",
            StatusAsn::Pppk => "PPPK",
            StatusAsn::PppkParuhWaktu => "PPPK Paruh Waktu",
            StatusAsn::NonAsn => "Non-ASN",
        }
    }

    /// Reads `PNS`, `CPNS`, `PPPK`, `P3K`, `PPPK PW`, `Paruh Waktu`, `Honorer`, `GTT`, `PTT` and their long forms;
    /// of SIASN's column STATUS CPNS PNS also `P` and `C`.
    pub fn parse(text: &str) -> Option<StatusAsn> {
        match name_key(text).as_str() {
            "PNS" | "P" | "PEGAWAI NEGERI SIPIL" | "PNS AKTIF" | "PNSD" | "PNS DAERAH" => Some(StatusAsn::Pns),
            "CPNS" | "C" | "CALON PNS" | "CALON PEGAWAI NEGERI SIPIL" => Some(StatusAsn::Cpns),
            "PPPK" | "P3K" | "PPPK PENUH WAKTU" | "PEGAWAI PEMERINTAH DENGAN PERJANJIAN KERJA" => Some(StatusAsn::Pppk),
            "PPPK PARUH WAKTU" | "PPPK PW" | "P3K PARUH WAKTU" | "P3K PW" | "PARUH WAKTU" => {
                Some(StatusAsn::PppkParuhWaktu)
            }
            "HONORER" | "HONOR" | "GTT" | "PTT" | "GTT PTT" | "NON ASN" | "NON PNS" | "THL" => Some(StatusAsn::NonAsn),
            // Dapodik: `GTY/PTY`, `GTT/PTT Kab/Kota`, `Guru Honor Sekolah`, `Honor Daerah TK.II Kab/Kota`.
            key if NON_ASN.iter().any(|start| key.starts_with(start)) => Some(StatusAsn::NonAsn),
            _ => None,
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
    pub const ALL: [KedudukanHukum; 10] = [
        KedudukanHukum::Aktif,
        KedudukanHukum::Cltn,
        KedudukanHukum::PerpanjanganCltn,
        KedudukanHukum::TugasBelajar,
        KedudukanHukum::PemberhentianSementara,
        KedudukanHukum::WajibMiliter,
        KedudukanHukum::Hilang,
        KedudukanHukum::Pensiun,
        KedudukanHukum::Mutasi,
        KedudukanHukum::Diperbantukan,
    ];

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

    /// Reads the names of SIASN's list and their usual short forms; also `DPK`, `DPB` and `titipan`.
    pub fn parse(text: &str) -> Option<KedudukanHukum> {
        let key = name_key(text);
        let known = match key.as_str() {
            "AKTIF" | "PNS AKTIF" | "PPPK AKTIF" | "CPNS AKTIF" | "ASN AKTIF" | "MASIH AKTIF" => KedudukanHukum::Aktif,
            "CLTN" | "CUTI DI LUAR TANGGUNGAN NEGARA" | "CUTI DILUAR TANGGUNGAN NEGARA" => KedudukanHukum::Cltn,
            "PERPANJANGAN CLTN" | "CLTN PERPANJANGAN" => KedudukanHukum::PerpanjanganCltn,
            "TUGAS BELAJAR" | "TUBEL" => KedudukanHukum::TugasBelajar,
            "PEMBERHENTIAN SEMENTARA" | "DIBERHENTIKAN SEMENTARA" => KedudukanHukum::PemberhentianSementara,
            "WAJIB MILITER" => KedudukanHukum::WajibMiliter,
            "PNS DINYATAKAN HILANG" | "DINYATAKAN HILANG" | "HILANG" => KedudukanHukum::Hilang,
            "MUTASI" | "PINDAH INSTANSI" | "MUTASI KELUAR" => KedudukanHukum::Mutasi,
            "DPK" | "DPB" | "TITIPAN" | "DIPERBANTUKAN DIPEKERJAKAN" => KedudukanHukum::Diperbantukan,
            _ if key.starts_with("PENSIUN") => KedudukanHukum::Pensiun,
            _ if key.starts_with("DIPEKERJAKAN") || key.starts_with("DIPERBANTUKAN") => KedudukanHukum::Diperbantukan,
            _ => return None,
        };
        Some(known)
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
    pub const ALL: [TingkatHukdis; 3] = [TingkatHukdis::Ringan, TingkatHukdis::Sedang, TingkatHukdis::Berat];

    pub fn label(self) -> &'static str {
        match self {
            TingkatHukdis::Ringan => "ringan",
            TingkatHukdis::Sedang => "sedang",
            TingkatHukdis::Berat => "berat",
        }
    }

    /// Reads the grade, or a kind of punishment that belongs to one (PP 94/2021 Pasal 8, domain R07).
    pub fn parse(text: &str) -> Option<TingkatHukdis> {
        let key = name_key(text);
        let key = key.strip_prefix("HUKUMAN DISIPLIN ").or_else(|| key.strip_prefix("TINGKAT ")).unwrap_or(&key);
        match key {
            "RINGAN" | "TEGURAN LISAN" | "TEGURAN TERTULIS" => Some(TingkatHukdis::Ringan),
            "SEDANG" => Some(TingkatHukdis::Sedang),
            "BERAT" => Some(TingkatHukdis::Berat),
            _ if key.starts_with("PERNYATAAN TIDAK PUAS") => Some(TingkatHukdis::Ringan),
            _ if key.starts_with("PEMOTONGAN T") => Some(TingkatHukdis::Sedang),
            _ if key.starts_with("PENURUNAN JABATAN") || key.starts_with("PEMBEBASAN") => Some(TingkatHukdis::Berat),
            "PDHTAPS" => Some(TingkatHukdis::Berat),
            _ if key.starts_with("PEMBERHENTIAN DENGAN HORMAT TIDAK ATAS") => Some(TingkatHukdis::Berat),
            _ => None,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sex_is_read_in_every_listed_form() {
        for text in ["L", "M", "Laki-laki", "LAKI - LAKI", "Pria", "1", "l"] {
            assert_eq!(JenisKelamin::parse(text), Some(JenisKelamin::LakiLaki), "{text}");
        }
        for text in ["P", "F", "Perempuan", "Wanita", "2"] {
            assert_eq!(JenisKelamin::parse(text), Some(JenisKelamin::Perempuan), "{text}");
        }
        assert_eq!(JenisKelamin::parse("X"), None);
    }

    #[test]
    fn employment_is_read_in_every_listed_form() {
        for (texts, status) in [
            (&["PNS", "Pegawai Negeri Sipil"][..], StatusAsn::Pns),
            (&["CPNS", "Calon PNS"], StatusAsn::Cpns),
            (&["PPPK", "P3K", "pppk"], StatusAsn::Pppk),
            (&["PPPK PW", "PPPK Paruh Waktu", "Paruh Waktu"], StatusAsn::PppkParuhWaktu),
            (
                &["Honorer", "GTT", "PTT", "Honor Sekolah", "GTY/PTY", "GTT/PTT Kab/Kota", "Guru Honor Sekolah"],
                StatusAsn::NonAsn,
            ),
        ] {
            for text in texts {
                assert_eq!(StatusAsn::parse(text), Some(status), "{text}");
            }
        }
        assert_eq!(StatusAsn::parse("Sukarela"), None);
    }

    #[test]
    fn every_standing_reads_back_from_its_own_label() {
        for kedudukan in [
            KedudukanHukum::Aktif,
            KedudukanHukum::Cltn,
            KedudukanHukum::PerpanjanganCltn,
            KedudukanHukum::TugasBelajar,
            KedudukanHukum::PemberhentianSementara,
            KedudukanHukum::WajibMiliter,
            KedudukanHukum::Hilang,
            KedudukanHukum::Pensiun,
            KedudukanHukum::Mutasi,
            KedudukanHukum::Diperbantukan,
        ] {
            assert_eq!(KedudukanHukum::parse(kedudukan.label()), Some(kedudukan));
        }
        assert_eq!(KedudukanHukum::parse("DPK"), Some(KedudukanHukum::Diperbantukan));
        assert_eq!(KedudukanHukum::parse("Cuti Diluar Tanggungan Negara"), Some(KedudukanHukum::Cltn));
        assert_eq!(KedudukanHukum::parse("Rajin"), None);
    }

    #[test]
    fn punishment_is_read_by_grade_or_by_kind() {
        for (text, tingkat) in [
            ("Ringan", TingkatHukdis::Ringan),
            ("Hukuman Disiplin Sedang", TingkatHukdis::Sedang),
            ("BERAT", TingkatHukdis::Berat),
            ("Teguran tertulis", TingkatHukdis::Ringan),
            ("Pemotongan tukin 25 % selama 6 bulan", TingkatHukdis::Sedang),
            ("Penurunan jabatan setingkat lebih rendah selama 12 bulan", TingkatHukdis::Berat),
        ] {
            assert_eq!(TingkatHukdis::parse(text), Some(tingkat), "{text}");
        }
        assert_eq!(TingkatHukdis::parse("pernah"), None);
    }
}
