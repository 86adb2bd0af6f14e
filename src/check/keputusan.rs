//! Rows of decisions: the *Keputusan* sheet that came back, and workbooks made by hand with the same columns.

use serde::Deserialize;
use validator::Validate;

use super::cell::{NipTeks, Tanggal};
use super::orang::{BarisDaftar, Isi, KeputusanDraft, Orang, Sebutan};
use super::reading::Run;
use super::report::{RowPlace, terbaca};
use super::row::{Field, FromCell, Problem, Teks};
use crate::finding::catalogue;
use crate::model::cells::CellKind;
use crate::model::kamus::Calon;
use crate::model::keputusan::Tindakan;

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct KeputusanRow {
    #[validate(custom(function = terbaca))]
    nip: Field<NipTeks>,
    #[validate(custom(function = terbaca))]
    nama: Field<Teks>,
    #[validate(custom(function = terbaca))]
    keputusan: Field<Tindakan>,
    #[validate(custom(function = terbaca))]
    tujuan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    jabatan_tujuan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    aturan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    alasan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    pejabat: Field<Teks>,
    #[validate(custom(function = terbaca))]
    tanggal: Field<Tanggal>,
    ke: Field<Teks>,
    ke_jabatan: Field<Teks>,
}

impl FromCell for Tindakan {
    fn from_cell(_: CellKind, text: &str) -> (Option<Tindakan>, Option<Problem>) {
        let unknown = || Problem::new(&catalogue::KEPUTUSAN_ASING, format!("keputusan “{text}” tidak dikenal"));
        match Tindakan::parse(text) {
            Some(tindakan) => (Some(tindakan), None),
            None => (None, Some(unknown())),
        }
    }
}

impl BarisDaftar for KeputusanRow {
    fn identity(&mut self) -> (&mut Field<NipTeks>, &mut Field<Teks>) {
        (&mut self.nip, &mut self.nama)
    }

    fn says_more(&self) -> bool {
        !self.keputusan.is_missing()
    }

    fn interpret(&mut self, _: &RowPlace, _: &Run) {
        let Some(tindakan) = self.keputusan.value else {
            // A proposed move that nobody has decided upon says nothing; a reason without a decision was meant as one.
            if self.keputusan.problem.is_none() && !self.alasan.is_missing() {
                let problem = Problem::new(&catalogue::KEPUTUSAN_KURANG, "alasan tertulis, tetapi keputusannya kosong");
                self.keputusan.fault(problem);
            }
            return;
        };
        let lacking = |what: &str| {
            let problem = format!("keputusan “{}” belum dipakai: {what}", tindakan.label());
            Problem::new(&catalogue::KEPUTUSAN_KURANG, problem)
        };
        if self.alasan.is_missing() {
            self.alasan.fault(lacking("alasannya kosong"));
        }
        if self.pejabat.is_missing() {
            self.pejabat.fault(lacking("pejabat yang memutuskan kosong"));
        }
        if tindakan == Tindakan::Tetapkan && self.tujuan.is_missing() {
            self.tujuan.fault(lacking("unit tujuannya kosong"));
        }
        if tindakan == Tindakan::Kecualikan && self.aturan.is_missing() {
            self.aturan.fault(lacking("kode aturannya kosong"));
        }
    }

    fn isi(self, _: &Orang, place: &RowPlace, _: &mut Run) -> Isi {
        let text = |field: &Field<Teks>| field.text().map(str::to_string);
        let said = |unit: &Field<Teks>, jabatan: &Field<Teks>, column: &str| {
            let (nama, kode) = Calon::baca(unit.text()?);
            Some(Sebutan { nama, kode, jabatan: text(jabatan), place: place.at(column) })
        };
        let unusable = self.keputusan.is_unreadable()
            || [&self.alasan, &self.pejabat, &self.tujuan, &self.aturan].iter().any(|field| field.is_unreadable());
        Isi::Keputusan(KeputusanDraft {
            tindakan: self.keputusan.value,
            unusable,
            tujuan: said(&self.tujuan, &self.jabatan_tujuan, "tujuan"),
            ke: said(&self.ke, &self.ke_jabatan, "ke"),
            aturan: text(&self.aturan),
            aturan_place: place.at("aturan"),
            alasan: text(&self.alasan).unwrap_or_default(),
            pejabat: text(&self.pejabat).unwrap_or_default(),
            tanggal: self.tanggal.value.map(|tanggal| tanggal.0),
            place: place.at("keputusan"),
        })
    }
}
