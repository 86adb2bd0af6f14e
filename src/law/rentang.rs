//! Which golongan go with an eselon and with a jenjang of a jabatan fungsional.

use serde::Deserialize;

use super::since;
use crate::model::eselon::Eselon;
use crate::model::golongan::Golongan;
use crate::model::jabatan::{JenisJabatan, Jenjang};
use crate::model::pendidikan::{Pendidikan, TingkatPendidikan};

const TABLE: &str = include_str!("rentang.toml");

/// Lowest and highest golongan.
pub type Golongans = (Golongan, Golongan);

/// Lowest education and golongan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Syarat {
    pub tingkat: TingkatPendidikan,
    pub golongan: Golongan,
}

/// The embedded ranges (domain §1.3, §3.6).
#[derive(Clone, Debug)]
pub struct Rentang {
    eselon: Vec<(Eselon, Golongans)>,
    jenjang: Vec<(Jenjang, Golongans)>,
    jenjang_pppk: Vec<(Jenjang, Golongans)>,
    struktural: [TingkatPendidikan; 3],
    sekolah_swasta: Syarat,
    kepala_sekolah: Syarat,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    eselon: Table,
    jenjang: Table,
    jenjang_pppk: Table,
    struktural: Struktural,
    sekolah_swasta: SyaratEntry,
    kepala_sekolah: SyaratEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Struktural {
    sejak: String,
    dasar: String,
    jpt: String,
    administrator: String,
    pengawas: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SyaratEntry {
    sejak: String,
    dasar: String,
    tingkat: String,
    golongan: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    sejak: Option<String>,
    dasar: String,
    rentang: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    nama: String,
    dari: String,
    sampai: String,
}

impl Rentang {
    pub fn read() -> Rentang {
        let file: File = toml::from_str(TABLE).expect("rentang.toml is well formed");
        let jenjang = |text: &str| Jenjang::ALL.into_iter().find(|jenjang| jenjang.label() == text);
        Rentang {
            eselon: rows(&file.eselon, false, Eselon::parse),
            jenjang: rows(&file.jenjang, false, jenjang),
            jenjang_pppk: rows(&file.jenjang_pppk, true, jenjang),
            struktural: struktural(&file.struktural),
            sekolah_swasta: syarat(&file.sekolah_swasta),
            kepala_sekolah: syarat(&file.kepala_sekolah),
        }
    }

    /// The lowest education of a structural kind of jabatan; `None` for the others.
    pub fn tingkat_struktural(&self, jenis: JenisJabatan) -> Option<TingkatPendidikan> {
        let [jpt, administrator, pengawas] = self.struktural;
        match jenis {
            JenisJabatan::Jpt => Some(jpt),
            JenisJabatan::Administrator => Some(administrator),
            JenisJabatan::Pengawas => Some(pengawas),
            JenisJabatan::Fungsional | JenisJabatan::Pelaksana => None,
        }
    }

    /// What a PNS teacher at a private school needs (Permendikdasmen 1/2025).
    pub fn sekolah_swasta(&self) -> Syarat {
        self.sekolah_swasta
    }

    /// What a PNS head of a school needs (Permendikdasmen 7/2025).
    pub fn kepala_sekolah(&self) -> Syarat {
        self.kepala_sekolah
    }

    /// The band of an eselon (PP 13/2002).
    pub fn of_eselon(&self, eselon: Eselon) -> Option<Golongans> {
        self.eselon.iter().find(|(own, _)| *own == eselon).map(|(_, range)| *range)
    }

    /// The range of a jenjang for a golongan of this kind.
    pub fn of_jenjang(&self, jenjang: Jenjang, pppk: bool) -> Option<Golongans> {
        let table = if pppk { &self.jenjang_pppk } else { &self.jenjang };
        table.iter().find(|(own, _)| *own == jenjang).map(|(_, range)| *range)
    }
}

fn cited(sejak: Option<&str>, dasar: &str) {
    since(sejak);
    assert!(!dasar.is_empty(), "every table of rentang.toml is cited");
}

fn tingkat(text: &str) -> TingkatPendidikan {
    let read = Pendidikan::parse(Some(text), None).map(|pendidikan| pendidikan.tingkat);
    read.expect("rentang.toml names levels of education")
}

fn struktural(entry: &Struktural) -> [TingkatPendidikan; 3] {
    cited(Some(&entry.sejak), &entry.dasar);
    [&entry.jpt, &entry.administrator, &entry.pengawas].map(|text| tingkat(text))
}

fn syarat(entry: &SyaratEntry) -> Syarat {
    cited(Some(&entry.sejak), &entry.dasar);
    let golongan = Golongan::parse(&entry.golongan, false).expect("rentang.toml names golongan");
    Syarat { tingkat: tingkat(&entry.tingkat), golongan }
}

fn rows<T>(table: &Table, pppk: bool, name: impl Fn(&str) -> Option<T>) -> Vec<(T, Golongans)> {
    cited(table.sejak.as_deref(), &table.dasar);
    let golongan = |text: &str| Golongan::parse(text, pppk).expect("rentang.toml names golongan");
    let row = |row: &Row| {
        let name = name(&row.nama).expect("rentang.toml names eselon and jenjang as they are printed");
        (name, (golongan(&row.dari), golongan(&row.sampai)))
    };
    table.rentang.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_eselon_and_jenjang_has_its_range() {
        let rentang = Rentang::read();
        let iii_b = Eselon::parse("III.b").unwrap();
        let golongan = |text| Golongan::parse(text, false).unwrap();
        assert_eq!(rentang.of_eselon(iii_b), Some((golongan("III/d"), golongan("IV/a"))));
        for jenjang in Jenjang::ALL {
            for pppk in [false, true] {
                let (low, high) = rentang.of_jenjang(jenjang, pppk).unwrap();
                assert!(low <= high, "{jenjang:?}");
            }
        }
    }
}
