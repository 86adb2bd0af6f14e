//! Which golongan go with an eselon and with a jenjang of a jabatan fungsional.

use jiff::civil::Date;
use serde::Deserialize;

use super::ubahan::{Lama, Salah};
use super::{in_force, since};
use crate::model::eselon::Eselon;
use crate::model::golongan::Golongan;
use crate::model::jabatan::{JenisJabatan, Jenjang};
use crate::model::pendidikan::{Pendidikan, TingkatPendidikan};
use crate::model::tanggal::Sejak;

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
    /// On what each table rests, in the order of [`TABEL`].
    dasar: [String; TABEL.len()],
}

/// The tables as `rentang.toml` and a folder's settings call them.
pub const TABEL: [&str; 6] = ["eselon", "jenjang", "jenjang_pppk", "struktural", "sekolah_swasta", "kepala_sekolah"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    eselon: Vec<Table>,
    jenjang: Vec<Table>,
    jenjang_pppk: Vec<Table>,
    struktural: Vec<Struktural>,
    sekolah_swasta: Vec<SyaratEntry>,
    kepala_sekolah: Vec<SyaratEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Struktural {
    sejak: Option<String>,
    dasar: String,
    jpt: String,
    administrator: String,
    pengawas: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SyaratEntry {
    sejak: Option<String>,
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
    /// The newest version of each table not later than `tanggal`; the oldest where all are later.
    pub fn at(tanggal: Date) -> Rentang {
        Rentang::of_text(TABLE, tanggal)
    }

    fn of_text(text: &str, tanggal: Date) -> Rentang {
        let file: File = toml::from_str(text).expect("rentang.toml is well formed");
        let jenjang = |text: &str| Jenjang::ALL.into_iter().find(|jenjang| jenjang.label() == text);
        let table = |versions| in_force(versions, tanggal, |table: &Table| cited(&table.sejak, &table.dasar));
        let least = |versions| in_force(versions, tanggal, |entry: &SyaratEntry| cited(&entry.sejak, &entry.dasar));
        let (eselon, jenjang_pns, pppk) = (table(file.eselon), table(file.jenjang), table(file.jenjang_pppk));
        let lowest = in_force(file.struktural, tanggal, |entry| cited(&entry.sejak, &entry.dasar));
        let (swasta, kepala) = (least(file.sekolah_swasta), least(file.kepala_sekolah));
        let dasar = [&eselon.dasar, &jenjang_pns.dasar, &pppk.dasar, &lowest.dasar, &swasta.dasar, &kepala.dasar];
        Rentang {
            dasar: dasar.map(String::clone),
            eselon: rows(eselon, false, Eselon::parse),
            jenjang: rows(jenjang_pns, false, jenjang),
            jenjang_pppk: rows(pppk, true, jenjang),
            struktural: struktural(lowest),
            sekolah_swasta: syarat(swasta),
            kepala_sekolah: syarat(kepala),
        }
    }

    /// Puts one entry of a table in place of the pack's: `eselon`, `III.b`, `III/c sampai IV/b`.
    pub(super) fn ubah(&mut self, tabel: &str, nama: &str, nilai: &str) -> Result<Lama, Salah> {
        let Some(index) = TABEL.iter().position(|own| *own == tabel) else {
            return Err(Salah::Asing(TABEL.map(str::to_string).to_vec()));
        };
        let (bawaan, nilai) = match tabel {
            "eselon" => replace(&mut self.eselon, nama, nilai, false, Eselon::to_string)?,
            "jenjang" => replace(&mut self.jenjang, nama, nilai, false, |jenjang| jenjang.label().into())?,
            "jenjang_pppk" => replace(&mut self.jenjang_pppk, nama, nilai, true, |jenjang| jenjang.label().into())?,
            "struktural" => {
                const NAMA: [&str; 3] = ["jpt", "administrator", "pengawas"];
                let at = NAMA.iter().position(|own| *own == nama).ok_or_else(|| foreign(&NAMA))?;
                replace_tingkat(&mut self.struktural[at], nilai)?
            }
            "sekolah_swasta" => self.sekolah_swasta.ubah(nama, nilai)?,
            _ => self.kepala_sekolah.ubah(nama, nilai)?,
        };
        Ok(Lama { bawaan, nilai, dasar: self.dasar[index].clone() })
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

impl Syarat {
    fn ubah(&mut self, nama: &str, nilai: &str) -> Result<Ganti, Salah> {
        match nama {
            "tingkat" => replace_tingkat(&mut self.tingkat, nilai),
            "golongan" => {
                let read = Golongan::parse(nilai, false);
                let harus = || Salah::Nilai("golongan seperti \"III/c\"".into(), self.golongan.to_string());
                let read = read.ok_or_else(harus)?;
                Ok((std::mem::replace(&mut self.golongan, read).to_string(), read.to_string()))
            }
            _ => Err(foreign(&["tingkat", "golongan"])),
        }
    }
}

/// An entry in words, before and after.
type Ganti = (String, String);

fn foreign(known: &[&str]) -> Salah {
    Salah::Asing(known.iter().map(|name| name.to_string()).collect())
}

/// Puts a level of education in place of another, in any spelling that workbooks may have, without a field of study.
fn replace_tingkat(tingkat: &mut TingkatPendidikan, text: &str) -> Result<Ganti, Salah> {
    let read = Pendidikan::parse(Some(text), None).filter(|read| read.jurusan.is_none());
    let Some(Pendidikan { tingkat: read, .. }) = read else {
        let label = |tingkat: TingkatPendidikan| match tingkat {
            TingkatPendidikan::S1 => "D-IV, S-1",
            other => other.label(),
        };
        let harus = format!("salah satu dari {}", TingkatPendidikan::ALL.map(label).join(", "));
        return Err(Salah::Nilai(harus, tingkat.label().to_string()));
    };
    Ok((std::mem::replace(tingkat, read).label().to_string(), read.label().to_string()))
}

/// Puts a range in place of a row's.
fn replace<T>(
    rows: &mut [(T, Golongans)],
    nama: &str,
    nilai: &str,
    pppk: bool,
    label: impl Fn(&T) -> String,
) -> Result<Ganti, Salah> {
    let known: Vec<String> = rows.iter().map(|(own, _)| label(own)).collect();
    let row = known.iter().position(|own| own == nama.trim()).ok_or(Salah::Asing(known))?;
    let ends = nilai.split_once(" sampai ").and_then(|(low, high)| {
        let golongan = |text: &str| Golongan::parse(text, pppk);
        Some((golongan(low)?, golongan(high)?)).filter(|(low, high)| low <= high)
    });
    let example = if pppk { "IX sampai X" } else { "III/c sampai IV/b" };
    let words = |(low, high): Golongans| format!("{low} sampai {high}");
    let harus = || format!("rentang dari yang rendah ke yang tinggi, misalnya \"{example}\"");
    let ends = ends.ok_or_else(|| Salah::Nilai(harus(), words(rows[row].1)))?;
    Ok((words(std::mem::replace(&mut rows[row].1, ends)), words(ends)))
}

/// Since when a version holds.
fn cited(sejak: &Option<String>, dasar: &str) -> Option<Sejak> {
    assert!(!dasar.is_empty(), "every table of rentang.toml is cited");
    since(sejak.as_deref())
}

fn tingkat(text: &str) -> TingkatPendidikan {
    let read = Pendidikan::parse(Some(text), None).map(|pendidikan| pendidikan.tingkat);
    read.expect("rentang.toml names levels of education")
}

fn struktural(entry: Struktural) -> [TingkatPendidikan; 3] {
    [&entry.jpt, &entry.administrator, &entry.pengawas].map(|text| tingkat(text))
}

fn syarat(entry: SyaratEntry) -> Syarat {
    let golongan = Golongan::parse(&entry.golongan, false).expect("rentang.toml names golongan");
    Syarat { tingkat: tingkat(&entry.tingkat), golongan }
}

fn rows<T>(table: Table, pppk: bool, name: impl Fn(&str) -> Option<T>) -> Vec<(T, Golongans)> {
    let golongan = |text: &str| Golongan::parse(text, pppk).expect("rentang.toml names golongan");
    let row = |row: &Row| {
        let name = name(&row.nama).expect("rentang.toml names eselon and jenjang as they are printed");
        (name, (golongan(&row.dari), golongan(&row.sampai)))
    };
    table.rentang.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_eselon_and_jenjang_has_its_range() {
        let rentang = Rentang::at(date(2026, 12, 1));
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
    #[test]
    fn a_table_and_a_least_education_change_on_the_day_of_their_newer_version() {
        let newer = "[[eselon]]\nsejak = \"2027-07-01\"\ndasar = \"PP baru\"\n\
                     rentang = [{ nama = \"III.b\", dari = \"III/c\", sampai = \"IV/b\" }]\n\
                     [[struktural]]\nsejak = \"2027-07-01\"\ndasar = \"PP baru\"\n\
                     jpt = \"S-2\"\nadministrator = \"S-1\"\npengawas = \"S-1\"\n\
                     [[kepala_sekolah]]\nsejak = \"2027-07-01\"\ndasar = \"Permendikdasmen baru\"\n\
                     tingkat = \"S-2\"\ngolongan = \"III/d\"\n";
        let text = format!("{TABLE}\n{newer}");
        let on = |day| {
            let rentang = Rentang::of_text(&text, day);
            let (low, high) = rentang.of_eselon(Eselon::parse("III.b").unwrap()).unwrap();
            let pengawas = rentang.tingkat_struktural(JenisJabatan::Pengawas).unwrap();
            let head = rentang.kepala_sekolah();
            [low.to_string(), high.to_string(), pengawas.label().into(), head.tingkat.label().into()]
        };
        assert_eq!(on(date(2000, 1, 1)), ["III/d", "IV/a", "D-III", "S-1"], "the oldest before all");
        assert_eq!(on(date(2027, 6, 30)), ["III/d", "IV/a", "D-III", "S-1"]);
        assert_eq!(on(date(2027, 7, 1)), ["III/c", "IV/b", "S-1", "S-2"]);
    }
}
