//! Rows of decisions: the *Keputusan* sheet that came back, and workbooks made by hand with the same columns.

use jiff::civil::Date;
use serde::Deserialize;
use validator::Validate;

use super::cell::{NipTeks, Tanggal};
use super::orang::{BarisDaftar, Isi, KeputusanDraft, Orang, Sebutan};
use super::reading::Run;
use super::report::{RowPlace, terbaca};
use super::row::{Field, FromCell, Problem, Teks};
use crate::finding::{catalogue, without_nik};
use crate::model::cells::CellKind;
use crate::model::kamus::Calon;
use crate::model::keputusan::{Tertulis, Tindakan};
use crate::model::tanggal::{HariTmt, months_before, parse_tanggal, tanggal_in_words};

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct KeputusanRow {
    #[validate(custom(function = terbaca))]
    nip: Field<NipTeks>,
    #[validate(custom(function = terbaca))]
    nama: Field<Teks>,
    #[validate(custom(function = terbaca))]
    keputusan: Field<Isian>,
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

/// What the cell of a decision holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Isian {
    Putusan(Tindakan),
    /// One that a later decision took the place of, as a result workbook carries it.
    Digantikan(Tindakan),
}

impl FromCell for Isian {
    fn from_cell(_: CellKind, text: &str) -> (Option<Isian>, Option<Problem>) {
        let unknown = || Problem::new(&catalogue::KEPUTUSAN_ASING, format!("keputusan “{text}” tidak dikenal"));
        let replaced = || Tindakan::parse_digantikan(text).map(Isian::Digantikan);
        match Tindakan::parse(text).map(Isian::Putusan).or_else(replaced) {
            Some(isian) => (Some(isian), None),
            None => (None, Some(unknown())),
        }
    }
}

/// A decision dated with a year of two digits is at most so old.
const TERLAMA_BULAN: i64 = 24;

impl KeputusanRow {
    /// Reads a year of two digits where no other is meant, and tells a day that is yet to come.
    fn interpret_tanggal(&mut self, place: &RowPlace, run: &Run) {
        let latest = run.tanggal_efektif;
        let typed = place.typed("tanggal");
        let short = short_year(typed).filter(|_| self.tanggal.is_unreadable());
        if let Some(date) = short.filter(|date| (months_before(latest, TERLAMA_BULAN)..=latest).contains(date)) {
            let read = tanggal_in_words(date);
            let note = Problem::new(&catalogue::DITAFSIRKAN, format!("tanggal “{typed}” dibaca {read}"));
            let remedy = "Jika tafsirannya keliru, tulis tahunnya dengan empat angka.";
            self.tanggal.value = Some(Tanggal(date));
            self.tanggal.fault(note.with_usulan(read).with_remedy(remedy));
        }
        if let Some(Tanggal(date)) = self.tanggal.value.filter(|tanggal| tanggal.0 > latest) {
            let (date, latest) = (tanggal_in_words(date), tanggal_in_words(latest));
            let problem = format!("tanggal keputusan {date} sesudah {latest}, saat rencana ini berlaku");
            self.tanggal.fault(Problem::new(&catalogue::KEPUTUSAN_TANGGAL_DEPAN, problem));
        }
    }

    /// The cells word for word.
    fn tertulis(&self, place: &RowPlace) -> Tertulis {
        let typed = |column: &str| without_nik(place.typed(column)).trim().to_string();
        let keputusan = match self.keputusan.value {
            Some(Isian::Putusan(tindakan) | Isian::Digantikan(tindakan)) => tindakan.label().to_string(),
            None => typed("keputusan"),
        };
        Tertulis {
            nip: typed("nip"),
            nama: typed("nama"),
            keputusan,
            tujuan: typed("tujuan"),
            jabatan: typed("jabatan_tujuan"),
            aturan: typed("aturan"),
            alasan: typed("alasan"),
            pejabat: typed("pejabat"),
            tanggal: typed("tanggal"),
            ke: typed("ke"),
            ke_jabatan: typed("ke_jabatan"),
        }
    }
}

/// `20/11/26`: the day, month and the year of this century.
fn short_year(text: &str) -> Option<Date> {
    let (head, year) = text.trim().rsplit_once(['/', '-', '.', ' '])?;
    let two = year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit());
    parse_tanggal(&format!("{head}-20{year}"), HariTmt::Bebas).filter(|_| two).map(|read| read.tanggal)
}

impl BarisDaftar for KeputusanRow {
    fn identity(&mut self) -> (&mut Field<NipTeks>, &mut Field<Teks>) {
        (&mut self.nip, &mut self.nama)
    }

    fn says_more(&self) -> bool {
        !self.keputusan.is_missing()
    }

    fn interpret(&mut self, place: &RowPlace, run: &Run) {
        let Some(Isian::Putusan(tindakan)) = self.keputusan.value else {
            // A proposed move that nobody has decided upon says nothing; a reason without a decision was meant as one.
            if self.keputusan.is_missing() && !self.alasan.is_missing() {
                let problem = Problem::new(&catalogue::KEPUTUSAN_KURANG, "alasan tertulis, tetapi keputusannya kosong");
                self.keputusan.fault(problem);
            }
            return;
        };
        self.interpret_tanggal(place, run);
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
        let needed = [&self.alasan, &self.pejabat, &self.tujuan, &self.jabatan_tujuan, &self.aturan];
        let (tindakan, digantikan) = match self.keputusan.value {
            Some(Isian::Putusan(tindakan)) => (Some(tindakan), false),
            Some(Isian::Digantikan(_)) => (None, true),
            None => (None, false),
        };
        let unreadable = self.keputusan.is_unreadable() || needed.iter().any(|field| field.is_unreadable());
        Isi::Keputusan(Box::new(KeputusanDraft {
            tindakan,
            unusable: unreadable && !digantikan,
            digantikan,
            tujuan: said(&self.tujuan, &self.jabatan_tujuan, "tujuan"),
            ke: said(&self.ke, &self.ke_jabatan, "ke"),
            aturan: text(&self.aturan),
            aturan_place: place.at("aturan"),
            alasan: text(&self.alasan).unwrap_or_default(),
            pejabat: text(&self.pejabat).unwrap_or_default(),
            tanggal: self.tanggal.value.map(|tanggal| tanggal.0),
            tertulis: self.tertulis(place),
            place: place.at("keputusan"),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_year_of_two_digits_is_of_this_century_and_a_whole_one_is_left_alone() {
        for text in ["20/11/26", "20-11-26", "20.11.26", "20 Nov 26", "20 November 26"] {
            assert_eq!(short_year(text), Some(date(2026, 11, 20)), "{text}");
        }
        for text in ["20/11/2026", "20/11/6", "20/11", "31/02/26", "besok"] {
            assert_eq!(short_year(text), None, "{text}");
        }
    }
}
