//! Rows of official need: peta jabatan and daftar kebutuhan jabatan.

use serde::Deserialize;
use validator::Validate;

use super::cell::{Bilangan, Pembulatan};
use super::draft::{FormasiDraft, UnitRef};
use super::reading::Run;
use super::report::{RowPlace, terbaca};
use super::row::{Field, Problem, Teks};
use super::unit::require_name;
use crate::finding::catalogue;
use crate::model::jabatan::Petunjuk;

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct KebutuhanRow {
    #[validate(custom(function = terbaca))]
    jabatan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    jenis_jabatan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    kode_unit: Field<Teks>,
    #[validate(custom(function = terbaca))]
    unit: Field<Teks>,
    #[validate(custom(function = terbaca))]
    kebutuhan: Field<Pembulatan>,
    #[validate(custom(function = terbaca))]
    riil: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    kelas_jabatan: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    kualifikasi: Field<Teks>,
    #[validate(custom(function = terbaca))]
    induk: Field<Teks>,
    #[validate(custom(function = terbaca))]
    kecamatan: Field<Teks>,
}

impl KebutuhanRow {
    /// Whether the row says nothing of a need.
    pub fn is_empty(&self) -> bool {
        self.jabatan.is_missing() && self.kebutuhan.is_missing()
    }

    /// `title_unit` is the SKPD named above the table: the unit of all rows where the table has no column for it, else
    /// what stands above them.
    pub fn into_draft(mut self, title_unit: Option<&str>, place: &mut RowPlace, run: &mut Run) -> Option<FormasiDraft> {
        let petunjuk = Petunjuk { jenis: self.jenis_jabatan.text(), eselon: None };
        let jabatan = self.jabatan.text().and_then(|text| run.memo.jabatan(text, petunjuk));
        if jabatan.is_none() && self.jabatan.problem.is_none() {
            self.jabatan.problem = Some(Problem::new(&catalogue::JABATAN_KOSONG, "nama jabatan kosong"));
        }
        if self.kebutuhan.is_missing() {
            let problem = Problem::new(&catalogue::ANGKA_ASING, "angka kebutuhan kosong");
            self.kebutuhan.problem =
                Some(problem.with_remedy("Isi jumlah kebutuhan; tulis 0 jika jabatan ini memang tidak dibutuhkan."));
        }
        let named = self.unit.text().is_some();
        let whole = title_unit.filter(|_| ["unit", "kode_unit"].iter().all(|name| place.reader.col(name).is_none()));
        if self.kode_unit.text().is_none() && whole.is_none() {
            require_name(&mut self.unit);
        }
        if let Err(errors) = self.validate() {
            run.findings.extend(place.findings(&errors));
        }
        let nama = self.unit.text().or(whole);
        let above = self.induk.text().or(title_unit.filter(|title| Some(*title) != nama));
        if nama.is_none() && self.kode_unit.text().is_none() {
            return None;
        }
        run.ask_kecamatan(self.kecamatan.text(), || place.at("kecamatan"));
        Some(FormasiDraft {
            unit: UnitRef {
                kode: self.kode_unit.text().map(Into::into),
                nama: nama.map(Into::into),
                induk: above.map(Into::into),
                kecamatan: None,
                id: None,
            },
            unit_place: place.at(if named { "unit" } else { "kode_unit" }),
            jabatan: jabatan?,
            kebutuhan: self.kebutuhan.value?.0,
            riil: self.riil.value.map(|riil| riil.0),
            kelas_jabatan: self.kelas_jabatan.value.and_then(|kelas| u8::try_from(kelas.0).ok()),
            kualifikasi: self.kualifikasi.text().map(str::to_string),
            place: place.at("kebutuhan"),
        })
    }
}
