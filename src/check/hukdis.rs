//! Rows of the hukuman disiplin workbooks: one punishment each.

use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::cell::{NipTeks, Tanggal};
use super::orang::{BarisDaftar, HukdisDraft, Isi, Orang};
use super::reading::Run;
use super::report::{RowPlace, row_error, terbaca};
use super::row::{Field, Problem, Teks};
use crate::finding::catalogue;
use crate::model::status::{HukumanDisiplin, TingkatHukdis};
use crate::model::tanggal::tanggal_in_words;

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[validate(schema(function = ends_after_start, skip_on_field_errors = false))]
pub struct HukdisRow {
    #[validate(custom(function = terbaca))]
    nip: Field<NipTeks>,
    #[validate(custom(function = terbaca))]
    nama: Field<Teks>,
    #[validate(custom(function = terbaca))]
    tingkat: Field<TingkatHukdis>,
    #[validate(custom(function = terbaca))]
    jenis: Field<Teks>,
    #[validate(custom(function = terbaca))]
    mulai: Field<Tanggal>,
    #[validate(custom(function = terbaca))]
    akhir: Field<Tanggal>,
}

impl BarisDaftar for HukdisRow {
    fn identity(&mut self) -> (&mut Field<NipTeks>, &mut Field<Teks>) {
        (&mut self.nip, &mut self.nama)
    }

    fn interpret(&mut self, _place: &RowPlace, _run: &Run) {
        self.tingkat.value = self.read_tingkat();
    }

    fn isi(self, _: &Orang, place: &RowPlace, _: &mut Run) -> Isi {
        let hukdis = self.tingkat.value.map(|tingkat| HukumanDisiplin {
            tingkat,
            tmt_mulai: self.mulai.value.map(|tanggal| tanggal.0),
            tmt_akhir: self.akhir.value.map(|tanggal| tanggal.0),
        });
        let place = place.at(if self.tingkat.kind.is_some() { "tingkat" } else { "jenis" });
        Isi::Hukdis(HukdisDraft { hukdis, place })
    }
}

impl HukdisRow {
    /// The grade of its own column, else the one that the kind of punishment belongs to (PP 94/2021 Pasal 8).
    fn read_tingkat(&mut self) -> Option<TingkatHukdis> {
        if self.tingkat.value.is_some() || self.tingkat.problem.is_some() {
            return self.tingkat.value;
        }
        let read = self.jenis.text().and_then(TingkatHukdis::parse);
        match (read, self.jenis.text()) {
            (Some(_), _) => {}
            (None, Some(jenis)) => {
                let problem = format!("tingkat hukuman disiplin tidak dapat dibaca dari “{jenis}”");
                self.jenis.fault(Problem::new(&catalogue::HUKDIS_ASING, problem).with_remedy(REMEDY));
            }
            (None, None) => {
                let problem = Problem::new(&catalogue::HUKDIS_ASING, "tingkat hukuman disiplin kosong");
                self.tingkat.fault(problem.with_remedy(REMEDY));
            }
        }
        read
    }
}

const REMEDY: &str = "Tulis Ringan, Sedang, atau Berat pada kolom tingkat.";

/// D-207: a punishment ends after it began.
fn ends_after_start(row: &HukdisRow) -> Result<(), ValidationError> {
    let (Some(start), Some(end)) = (row.mulai.value, row.akhir.value) else { return Ok(()) };
    if start.0 <= end.0 {
        return Ok(());
    }
    let (start, end) = (tanggal_in_words(start.0), tanggal_in_words(end.0));
    let text = format!("akhir hukuman disiplin {end} mendahului mulainya {start}");
    Err(row_error(&catalogue::TMT_TIDAK_URUT, "akhir", text))
}
