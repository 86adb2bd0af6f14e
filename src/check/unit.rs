//! Rows of the unit workbooks: OPD, puskesmas, kelurahan and whatever else is no school of Dapodik.

use serde::Deserialize;
use validator::Validate;

use super::draft::UnitDraft;
use super::koordinat::{Derajat, of_two};
use super::reading::Run;
use super::report::{RowPlace, terbaca};
use super::row::{Field, Problem, Teks};
use crate::finding::catalogue;
use crate::model::unit::{BentukPendidikan, JenisUnit, unit_key};

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct UnitRow {
    #[validate(custom(function = terbaca))]
    kode_unit: Field<Teks>,
    #[validate(custom(function = terbaca))]
    unit: Field<Teks>,
    #[validate(custom(function = terbaca))]
    jenis_unit: Field<Teks>,
    #[validate(custom(function = terbaca))]
    induk: Field<Teks>,
    #[validate(custom(function = terbaca))]
    kecamatan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    lintang: Field<Derajat>,
    #[validate(custom(function = terbaca))]
    bujur: Field<Derajat>,
}

impl UnitRow {
    /// Whether the row says nothing of a unit.
    pub fn is_empty(&self) -> bool {
        self.kode_unit.is_missing() && self.unit.is_missing()
    }

    pub fn into_draft(mut self, place: &mut RowPlace, run: &mut Run) -> Option<UnitDraft> {
        require_name(&mut self.unit);
        let koordinat = of_two(&mut self.lintang, &mut self.bujur);
        if let Err(errors) = self.validate() {
            run.findings.extend(place.findings(&errors));
        }
        let nama = self.unit.text()?;
        let kode = self.kode_unit.text();
        run.ask_kecamatan(self.kecamatan.text(), || place.at("kecamatan"));
        let told = self.jenis_unit.text().and_then(kind_of);
        Some(UnitDraft {
            kode: kode.map(Into::into),
            nama: nama.into(),
            key: unit_key(nama),
            jenis: told.unwrap_or_else(|| JenisUnit::of_name(nama)),
            sekolah: None,
            puskesmas: None,
            koordinat,
            induk: self.induk.text().map(Into::into),
            kecamatan: None,
            tahun: None,
            place: place.at("unit"),
            kode_place: place.at(if kode.is_some() { "kode_unit" } else { "unit" }),
        })
    }
}

/// Reports a missing unit name as a fault of its cell.
pub fn require_name(unit: &mut Field<Teks>) {
    if unit.is_missing() {
        unit.fault(Problem::new(&catalogue::NAMA_UNIT_KOSONG, "nama unit kosong"));
    }
}

/// The kind in words: `Puskesmas`, `SD`; other words leave it to the name.
fn kind_of(text: &str) -> Option<JenisUnit> {
    match JenisUnit::of_name(text) {
        JenisUnit::Lain => BentukPendidikan::parse(text).map(JenisUnit::Sekolah),
        known => Some(known),
    }
}
