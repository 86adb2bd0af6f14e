//! Rows of the survei workbooks: IKM or SKM of a unit.

use serde::Deserialize;
use validator::Validate;

use super::cell::Ribuan;
use super::draft::UnitRef;
use super::reading::Run;
use super::report::{RowPlace, terbaca};
use super::row::{Field, FromCell, Problem, Teks};
use super::unit::require_name;
use crate::finding::{Place, catalogue};
use crate::model::angka::{Nilai, hundredths};
use crate::model::cells::CellKind;
use crate::model::survei::{PeriodeSurvei, Survei};

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct SurveiRow {
    #[validate(custom(function = terbaca))]
    kode_unit: Field<Teks>,
    #[validate(custom(function = terbaca))]
    unit: Field<Teks>,
    #[validate(custom(function = terbaca))]
    ikm: Field<Ikm>,
    #[validate(custom(function = terbaca))]
    periode: Field<Teks>,
    #[validate(custom(function = terbaca))]
    bagian: Field<Teks>,
    #[validate(custom(function = terbaca))]
    responden: Field<Ribuan>,
}

/// A survey, before its unit is known.
#[derive(Debug)]
pub struct SurveiDraft {
    pub unit: UnitRef,
    /// The cell that names the unit.
    pub unit_place: Place,
    /// `None` where the index cannot be read; the unit is asked all the same.
    pub survei: Option<Survei>,
}

/// Indeks kepuasan masyarakat, 25 to 100.
#[derive(Debug)]
struct Ikm(Nilai);

impl FromCell for Ikm {
    const NOL_KOSONG: bool = false;

    /// The mean of the elements, 1 to 4, is the index divided by 25 (domain §2.4).
    fn from_cell(_: CellKind, text: &str) -> (Option<Ikm>, Option<Problem>) {
        let read = hundredths(without_mutu(text).trim_end_matches(['%', ' '])).and_then(|read| match read {
            100..=400 => Nilai::of_hundredths(read * 25).map(|nilai| (nilai, true)),
            2_500..=10_000 => Nilai::of_hundredths(read).map(|nilai| (nilai, false)),
            _ => None,
        });
        match read {
            Some((nilai, false)) => (Some(Ikm(nilai)), None),
            Some((nilai, true)) => {
                let note =
                    format!("nilai rata-rata unsur {} dibaca sebagai IKM {nilai} (dikali 25)", text.replace('.', ","));
                (Some(Ikm(nilai)), Some(Problem::new(&catalogue::DITAFSIRKAN, note).with_usulan(nilai.to_string())))
            }
            None => {
                let problem = format!("nilai IKM “{text}” tidak di antara 25 dan 100");
                (None, Some(Problem::new(&catalogue::NILAI_ASING, problem)))
            }
        }
    }
}

/// Without the grade behind the index: `81,5 (B)`, `81,5 / B`, `81,5 B`.
fn without_mutu(text: &str) -> &str {
    let rest = text.trim_end_matches([')', ' ']);
    match rest.strip_suffix(['A', 'B', 'C', 'D', 'a', 'b', 'c', 'd']) {
        Some(figure) if figure.ends_with(['(', ' ', '/']) => figure.trim_end_matches(['(', ' ', '/']),
        Some(_) | None => text,
    }
}

impl SurveiRow {
    /// `Semester I 2026` of one cell, or the year of one and the half of another: `2026`, `I` under SEMESTER.
    fn read_periode(&mut self, place: &RowPlace) -> Option<PeriodeSurvei> {
        let text = self.periode.text()?;
        let part = self.bagian.text().filter(|_| text.bytes().all(|b| b.is_ascii_digit()));
        let whole = match part {
            Some(part) if part.contains(' ') => format!("{part} {text}"),
            Some(part) => format!("{} {part} {text}", place.reader.header("bagian").unwrap_or_default()),
            None => text.to_string(),
        };
        let read = PeriodeSurvei::parse(&whole);
        if read.is_none() {
            let problem = format!("masa survei “{whole}” tidak dikenal");
            self.periode.fault(Problem::new(&catalogue::PERIODE_SURVEI_ASING, problem));
        }
        read
    }

    /// Whether the row says nothing of a survey.
    pub fn is_empty(&self) -> bool {
        self.kode_unit.is_missing() && self.unit.is_missing() && self.ikm.is_missing()
    }

    pub fn into_draft(mut self, place: &mut RowPlace, run: &mut Run) -> Option<SurveiDraft> {
        if self.kode_unit.text().is_none() {
            require_name(&mut self.unit);
        }
        if self.ikm.is_missing() {
            self.ikm.fault(Problem::new(&catalogue::NILAI_ASING, "nilai IKM kosong"));
        }
        let periode = self.read_periode(place);
        if let Err(errors) = self.validate() {
            run.findings.extend(place.findings(&errors));
        }
        let (kode, nama) = (self.kode_unit.text(), self.unit.text());
        if kode.is_none() && nama.is_none() {
            return None;
        }
        // A cell without any value was told by the reader, and its row is left out there.
        let unreadable = self.ikm.problem.as_ref().is_some_and(|problem| *problem.kode == catalogue::NILAI_ASING);
        if self.ikm.value.is_none() && !unreadable {
            return None;
        }
        let responden = self.responden.value.map(|responden| responden.0);
        let survei = self.ikm.value.map(|ikm| Survei { ikm: ikm.0, periode, responden, place: place.at("ikm") });
        Some(SurveiDraft {
            unit: UnitRef { kode: kode.map(Into::into), nama: nama.map(Into::into), ..UnitRef::default() },
            unit_place: place.at(if nama.is_some() { "unit" } else { "kode_unit" }),
            survei,
        })
    }
}
