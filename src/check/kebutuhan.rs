//! Rows of official need: peta jabatan and daftar kebutuhan jabatan.

use serde::Deserialize;
use validator::Validate;

use super::cell::{Bilangan, Bobot, Pembulatan};
use super::draft::{FormasiDraft, UnitRef};
use super::keahlian::daftar_keahlian;
use super::reading::Run;
use super::rekap;
use super::report::{RowPlace, terbaca};
use super::row::{Field, Problem, Teks};
use super::susunan::UnitAtas;
use super::unit::require_name;
use crate::finding::catalogue;
use crate::model::bersama::Bersama;
use crate::model::cells::Table;
use crate::model::jabatan::{Jabatan, Petunjuk};

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
    #[validate(custom(function = terbaca))]
    npsn: Field<Teks>,
    #[validate(custom(function = terbaca))]
    sekolah: Field<Teks>,
    #[validate(custom(function = terbaca))]
    faskes: Field<Teks>,
    #[validate(custom(function = terbaca))]
    strategis: Field<Bobot>,
    #[validate(custom(function = terbaca))]
    keahlian: Field<Teks>,
}

/// Columns that name the unit of a row.
const UNIT: [&str; 5] = ["unit", "kode_unit", "npsn", "sekolah", "faskes"];

/// What the table around a row tells of its unit.
pub struct Sekitar<'a> {
    /// The SKPD named above the table: the unit of all rows where the table has no column for it, else what stands
    /// above them.
    pub title_unit: Option<&'a str>,
    /// The unit that the posts above tell.
    pub susunan: Option<&'a UnitAtas>,
}

/// Whether anything about the table tells the units of its rows.
pub fn tells_unit(table: &Table) -> bool {
    let has = |name: &str| table.columns.iter().any(|column| column.name == name);
    table.title_unit.is_some() || has("induk") || has("parent_nomor") || UNIT.iter().any(|name| has(name))
}

impl KebutuhanRow {
    /// Whether the row says nothing of a need.
    pub fn is_empty(&self) -> bool {
        self.jabatan.is_missing() && self.kebutuhan.is_missing()
    }

    /// The needs the row states: one, or in a formulir rekap one for each jenjang.
    pub fn into_drafts(mut self, around: &Sekitar, place: &mut RowPlace, run: &mut Run) -> Vec<FormasiDraft> {
        let petunjuk = Petunjuk { jenis: self.jenis_jabatan.text(), eselon: None };
        let jabatan = self.jabatan.text().and_then(|text| run.memo.jabatan(text, petunjuk));
        if jabatan.is_none() && self.jabatan.problem.is_none() {
            self.jabatan.fault(Problem::new(&catalogue::JABATAN_KOSONG, "nama jabatan kosong"));
        }
        let rekap = rekap::is_rekap(place);
        if self.kebutuhan.is_missing() && !rekap {
            let problem = Problem::new(&catalogue::ANGKA_ASING, "angka kebutuhan kosong");
            self.kebutuhan
                .fault(problem.with_remedy("Isi jumlah kebutuhan; tulis 0 jika jabatan ini memang tidak dibutuhkan."));
        }
        let unit = self.unit_ref(around, place);
        if unit.is_none() && tells_unit(place.table()) {
            require_name(&mut self.unit);
        }
        if let Err(errors) = self.validate() {
            run.findings.extend(place.findings(&errors));
        }
        let (Some((unit, column)), Some(jabatan)) = (unit, jabatan) else { return Vec::new() };
        run.ask_kecamatan(self.kecamatan.text(), || place.at("kecamatan"));
        let unit_place = place.at(column);
        let keahlian = daftar_keahlian(self.keahlian.text());
        let jenis_tertulis = petunjuk.tells_jenis();
        let draft = |jabatan: Bersama<Jabatan>, kebutuhan, riil, place, baris| FormasiDraft {
            unit: unit.clone(),
            unit_id: None,
            unit_place: unit_place.clone(),
            jabatan: Jabatan::clone(&jabatan),
            jenis_tertulis,
            kebutuhan,
            riil,
            kelas_jabatan: self.kelas_jabatan.value.and_then(|kelas| u8::try_from(kelas.0).ok()),
            kualifikasi: self.kualifikasi.text().map(str::to_string),
            strategis: self.strategis.value.map(|bobot| bobot.0),
            keahlian: keahlian.clone(),
            place,
            baris,
            beban: None,
        };
        if !rekap {
            let riil = self.riil.value.map(|riil| riil.0);
            let kebutuhan = self.kebutuhan.value.map(|need| need.0);
            return vec![draft(jabatan, kebutuhan, riil, place.at("kebutuhan"), 1)];
        }
        let text = self.jabatan.text().unwrap_or_default();
        let figures = rekap::read(text, self.jenis_jabatan.text(), place, run.memo, &mut run.findings);
        let numbered = figures.into_iter().enumerate();
        numbered
            .map(|(at, angka)| {
                let place = place.at(angka.column);
                draft(angka.jabatan, Some(angka.kebutuhan), angka.riil, place, usize::from(at == 0))
            })
            .collect()
    }

    /// The unit of the row and the column that names it. An NPSN is the kode of a school; the post above tells the unit
    /// only where the row does not; the OPD is the unit where the table knows no smaller one.
    fn unit_ref(&self, around: &Sekitar, place: &RowPlace) -> Option<(UnitRef, &'static str)> {
        let fields = [("unit", &self.unit), ("sekolah", &self.sekolah), ("faskes", &self.faskes)];
        let own = fields.into_iter().find_map(|(name, field)| Some((name, field.text()?)));
        let kode = self.npsn.text().map(|kode| ("npsn", kode));
        let above = around.susunan.filter(|_| own.is_none() && kode.is_none());
        let kode = kode.or_else(|| self.kode_unit.text().map(|kode| ("kode_unit", kode)));
        let no_column = UNIT.iter().all(|name| place.reader.col(name).is_none());
        let whole = around.title_unit.filter(|_| no_column || around.susunan.is_some());
        let opd = self.induk.text().filter(|_| no_column);
        let nama = own
            .or_else(|| above.map(|unit| ("jabatan", &*unit.nama)))
            .or_else(|| opd.map(|opd| ("induk", opd)))
            .or_else(|| whole.map(|unit| ("unit", unit)));
        let column = nama.or(kode)?.0;
        let nama = nama.map(|(_, nama)| nama);
        let title = around.title_unit.filter(|title| Some(*title) != nama);
        let induk = self.induk.text().or(title).filter(|induk| Some(*induk) != nama);
        let unit = UnitRef {
            kode: above.map_or(kode.map(|(_, kode)| kode.into()), |unit| unit.kode.clone()),
            nama: nama.map(Into::into),
            induk: induk.map(Into::into),
            kecamatan: None,
        };
        Some((unit, column))
    }
}
