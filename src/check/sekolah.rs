//! Rows of the school workbooks: the Dapodik progress export.

use serde::Deserialize;
use validator::Validate;

use super::cell::{Bilangan, Ribuan};
use super::draft::UnitDraft;
use super::koordinat::{Derajat, of_two};
use super::reading::Run;
use super::report::{RowPlace, terbaca};
use super::row::{Field, FromCell, Problem, Teks};
use super::unit::require_name;
use crate::finding::catalogue;
use crate::model::cells::CellKind;
use crate::model::jabatan::name_key;
use crate::model::unit::{BentukPendidikan, JenisUnit, Layanan, Sekolah, unit_key};

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct SekolahRow {
    #[validate(custom(function = terbaca))]
    unit: Field<Teks>,
    #[validate(custom(function = terbaca))]
    npsn: Field<Teks>,
    #[validate(custom(function = terbaca))]
    bentuk: Field<Teks>,
    #[validate(custom(function = terbaca))]
    status: Field<Teks>,
    #[validate(custom(function = terbaca))]
    pd: Field<Ribuan>,
    #[validate(custom(function = terbaca))]
    rombel: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    guru: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    inklusi: Field<YaTidak>,
    #[validate(custom(function = terbaca))]
    daerah_khusus: Field<YaTidak>,
    #[validate(custom(function = terbaca))]
    rombel_1: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    rombel_2: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    rombel_3: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    rombel_4: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    rombel_5: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    rombel_6: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    rombel_7: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    rombel_8: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    rombel_9: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    rombel_10: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    rombel_11: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    rombel_12: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    rombel_13: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    kecamatan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    lintang: Field<Derajat>,
    #[validate(custom(function = terbaca))]
    bujur: Field<Derajat>,
    #[validate(custom(function = terbaca))]
    tahun: Field<Bilangan>,
}

/// `Ya`, `Tidak`, and what else a column that is ticked may hold.
#[derive(Debug)]
struct YaTidak(bool);

impl FromCell for YaTidak {
    fn from_cell(_: CellKind, text: &str) -> (Option<YaTidak>, Option<Problem>) {
        match name_key(text).as_str() {
            "YA" | "Y" | "V" | "ADA" | "INKLUSI" | "INKLUSIF" | "TRUE" => (Some(YaTidak(true)), None),
            "TIDAK" | "T" | "TIDAK ADA" | "BUKAN" | "REGULER" | "FALSE" => (Some(YaTidak(false)), None),
            _ => {
                let problem = Problem::new(&catalogue::ISIAN_YA_TIDAK, format!("isian “{text}” bukan Ya atau Tidak"));
                (None, Some(problem))
            }
        }
    }
}

impl SekolahRow {
    /// Whether the row says nothing of a school.
    pub fn is_empty(&self) -> bool {
        self.npsn.is_missing() && self.unit.is_missing()
    }

    pub fn into_draft(mut self, place: &mut RowPlace, run: &mut Run) -> Option<UnitDraft> {
        require_name(&mut self.unit);
        let koordinat = of_two(&mut self.lintang, &mut self.bujur);
        let bentuk = self.bentuk.text().and_then(BentukPendidikan::parse);
        if let (Some(text), None) = (self.bentuk.text(), bentuk) {
            let problem = format!("bentuk pendidikan “{text}” tidak dikenal");
            self.bentuk.fault(Problem::new(&catalogue::JENIS_SEKOLAH_ASING, problem));
        }
        place.subject = None;
        if let Err(errors) = self.validate() {
            run.findings.extend(place.findings(&errors));
        }
        let nama = self.unit.text()?;
        let key = unit_key(nama);
        let jenis = match bentuk {
            Some(bentuk) => JenisUnit::Sekolah(bentuk),
            None if self.bentuk.is_missing() => JenisUnit::of_name(nama),
            None => JenisUnit::Lain,
        };
        let npsn = self.npsn.text();
        let sekolah = match jenis {
            JenisUnit::Sekolah(bentuk) => Some(Sekolah {
                npsn: npsn.map(Into::into),
                bentuk,
                layanan: self.layanan(nama, bentuk),
                negeri: self.is_negeri(&key),
                rombel: self.rombel.value.map(|rombel| rombel.0),
                rombel_tingkat: self.rombel_tingkat(),
                inklusi: self.inklusi.value.map(|inklusi| inklusi.0),
                daerah_khusus: self.daerah_khusus.value.map(|khusus| khusus.0),
                pd: self.pd.value.map(|pd| pd.0),
                guru: self.guru.value.map(|guru| guru.0),
                rombel_place: self.rombel.kind.map(|_| place.at("rombel")),
            }),
            JenisUnit::Puskesmas | JenisUnit::Lain => None,
        };
        run.ask_kecamatan(self.kecamatan.text(), || place.at("kecamatan"));
        Some(UnitDraft {
            kode: npsn.map(Into::into),
            nama: nama.into(),
            key,
            jenis,
            sekolah,
            puskesmas: None,
            koordinat,
            induk: None,
            kecamatan: None,
            tahun: self.tahun.value.map(|tahun| tahun.0),
            place: place.at("unit"),
            kode_place: place.at(if npsn.is_some() { "npsn" } else { "unit" }),
        })
    }

    /// Rombel of the grades that the row tells.
    fn rombel_tingkat(&self) -> Vec<(u8, u32)> {
        let fields = [
            &self.rombel_1,
            &self.rombel_2,
            &self.rombel_3,
            &self.rombel_4,
            &self.rombel_5,
            &self.rombel_6,
            &self.rombel_7,
            &self.rombel_8,
            &self.rombel_9,
            &self.rombel_10,
            &self.rombel_11,
            &self.rombel_12,
            &self.rombel_13,
        ];
        let numbered = (1u8..).zip(fields);
        numbered.filter_map(|(grade, rombel)| Some((grade, rombel.value?.0))).collect()
    }

    /// The level or programme that column BP names, else the school's name.
    fn layanan(&self, nama: &str, bentuk: BentukPendidikan) -> Option<Layanan> {
        let told = self.bentuk.text().and_then(Layanan::parse).or_else(|| Layanan::of_name(nama));
        told.filter(|layanan| layanan.bentuk() == bentuk)
    }

    /// The status column decides; without it the word Negeri in the name.
    fn is_negeri(&self, key: &str) -> bool {
        match self.status.text().map(name_key).as_deref() {
            Some("NEGERI" | "N") => true,
            Some("SWASTA" | "S") => false,
            _ => key.split(' ').any(|word| word == "NEGERI"),
        }
    }
}
