//! Rows of the puskesmas workbooks: the annual report with category, capability and coordinates.

use serde::Deserialize;
use validator::Validate;

use super::cell::Ribuan;
use super::draft::UnitDraft;
use super::koordinat::{Derajat, of_one, of_two};
use super::reading::Run;
use super::report::{RowPlace, terbaca};
use super::row::{Field, FromCell, Problem, Teks};
use super::unit::require_name;
use crate::finding::catalogue;
use crate::model::angka::hundredths;
use crate::model::cells::CellKind;
use crate::model::puskesmas::{Akreditasi, KategoriPuskesmas, Puskesmas, parse_rawat_inap};
use crate::model::unit::{JenisUnit, unit_key};

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct PuskesmasRow {
    #[validate(custom(function = terbaca))]
    kode_unit: Field<Teks>,
    #[validate(custom(function = terbaca))]
    unit: Field<Teks>,
    #[validate(custom(function = terbaca))]
    kecamatan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    akreditasi: Field<Akreditasi>,
    #[validate(custom(function = terbaca))]
    kategori: Field<KategoriPuskesmas>,
    #[validate(custom(function = terbaca))]
    rawat_inap: Field<RawatInap>,
    #[validate(custom(function = terbaca))]
    koordinat: Field<Derajat>,
    #[validate(custom(function = terbaca))]
    lintang: Field<Derajat>,
    #[validate(custom(function = terbaca))]
    bujur: Field<Derajat>,
    #[validate(custom(function = terbaca))]
    luas: Field<Luas>,
    #[validate(custom(function = terbaca))]
    penduduk: Field<Ribuan>,
}

/// Whether patients stay for the night.
#[derive(Debug)]
struct RawatInap(bool);

/// Hundredths of a square kilometre.
#[derive(Debug)]
struct Luas(u32);

impl FromCell for Akreditasi {
    fn from_cell(_: CellKind, text: &str) -> (Option<Akreditasi>, Option<Problem>) {
        known(
            text,
            Akreditasi::parse(text),
            "akreditasi",
            "Tulis Dasar, Madya, Utama, Paripurna, atau Belum Terakreditasi.",
        )
    }
}

impl FromCell for KategoriPuskesmas {
    fn from_cell(_: CellKind, text: &str) -> (Option<KategoriPuskesmas>, Option<Problem>) {
        let remedy = "Tulis Perkotaan, Perdesaan, Terpencil, atau Sangat Terpencil.";
        known(text, KategoriPuskesmas::parse(text), "karakteristik wilayah", remedy)
    }
}

impl FromCell for RawatInap {
    fn from_cell(_: CellKind, text: &str) -> (Option<RawatInap>, Option<Problem>) {
        let remedy = "Tulis Rawat Inap atau Non Rawat Inap.";
        known(text, parse_rawat_inap(text).map(RawatInap), "kemampuan pelayanan", remedy)
    }
}

impl FromCell for Luas {
    fn from_cell(_: CellKind, text: &str) -> (Option<Luas>, Option<Problem>) {
        let number = text.trim_end_matches(|c: char| !c.is_ascii_digit() || c == '²');
        let number = number.to_lowercase();
        match hundredths(number.trim_end_matches("km2").trim_end_matches("km").trim()) {
            Some(luas) => (Some(Luas(luas)), None),
            None => (None, Some(Problem::new(&catalogue::ANGKA_ASING, format!("angka “{text}” tidak terbaca")))),
        }
    }
}

/// D-133 for a word that is none of a closed list.
fn known<T>(text: &str, value: Option<T>, what: &str, remedy: &'static str) -> (Option<T>, Option<Problem>) {
    match value {
        Some(value) => (Some(value), None),
        None => {
            let problem = Problem::new(&catalogue::PUSKESMAS_ASING, format!("{what} “{text}” tidak dikenal"));
            (None, Some(problem.with_remedy(remedy)))
        }
    }
}

impl PuskesmasRow {
    /// Whether the row says nothing of a puskesmas.
    pub fn is_empty(&self) -> bool {
        self.kode_unit.is_missing() && self.unit.is_missing()
    }

    pub fn into_draft(mut self, place: &mut RowPlace, run: &mut Run) -> Option<UnitDraft> {
        require_name(&mut self.unit);
        let koordinat = of_one(&mut self.koordinat).unwrap_or_else(|| of_two(&mut self.lintang, &mut self.bujur));
        if let Err(errors) = self.validate() {
            run.findings.extend(place.findings(&errors));
        }
        let nama = full_name(self.unit.text()?);
        let kode = self.kode_unit.text();
        run.ask_kecamatan(self.kecamatan.text(), || place.at("kecamatan"));
        Some(UnitDraft {
            kode: kode.map(Into::into),
            key: unit_key(&nama),
            nama: nama.into(),
            jenis: JenisUnit::Puskesmas,
            sekolah: None,
            puskesmas: Some(Puskesmas {
                kategori: self.kategori.value,
                rawat_inap: self.rawat_inap.value.map(|rawat_inap| rawat_inap.0),
                akreditasi: self.akreditasi.value,
                luas_ratusan_km2: self.luas.value.map(|luas| luas.0),
                penduduk: self.penduduk.value.map(|penduduk| penduduk.0),
            }),
            koordinat,
            induk: None,
            kecamatan: None,
            tahun: None,
            place: place.at("unit"),
            kode_place: place.at(if kode.is_some() { "kode_unit" } else { "unit" }),
        })
    }
}

/// In a list of nothing but puskesmas many write `Bangko` for `Puskesmas Bangko`.
fn full_name(text: &str) -> String {
    match JenisUnit::of_name(text) {
        JenisUnit::Puskesmas => text.to_string(),
        JenisUnit::Sekolah(_) | JenisUnit::Lain => format!("Puskesmas {text}"),
    }
}
