//! Rows of the penilaian workbooks: SKP of one or several years, and assessment.

use jiff::civil::Date;
use serde::Deserialize;
use validator::Validate;

use super::cell::{Bilangan, NipTeks};
use super::orang::{BarisDaftar, Isi, Orang, PenilaianDraft};
use super::pegawai::facts::year_in;
use super::reading::Run;
use super::report::{RowPlace, terbaca};
use super::row::{Field, FromCell, Problem, Teks};
use crate::finding::{Finding, Place, catalogue};
use crate::model::angka::{Nilai, hundredths};
use crate::model::cells::{CellKind, Kind, Table};
use crate::model::kinerja::{Asesmen, Kotak, Predikat, Skp};

/// D-139 for a table that nowhere tells the year of its SKP.
pub fn assumed_year(table: &Table, sheet: &Place, tanggal_efektif: Date) -> Option<Finding> {
    let column = |name: &str| table.columns.iter().find(|column| column.name == name);
    if table.kind != Kind::Penilaian
        || table.rows.is_empty()
        || column("tahun").is_some()
        || table.title_tahun.is_some()
    {
        return None;
    }
    let skp = column("skp_1").or_else(|| column("nilai_skp")).filter(|skp| year_in(&skp.header).is_none())?;
    let problem = format!("tahun pada kolom {} tidak disebut, dianggap {}", skp.header, last_year(tanggal_efektif));
    Some(Finding::new(&catalogue::TAHUN_SKP_DIANGGAP, sheet.at(table.header_row, skp.col), &*skp.header, problem))
}

/// The last full year before the moves would take effect.
fn last_year(tanggal_efektif: Date) -> i16 {
    tanggal_efektif.year() - 1
}

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct PenilaianRow {
    #[validate(custom(function = terbaca))]
    nip: Field<NipTeks>,
    #[validate(custom(function = terbaca))]
    nama: Field<Teks>,
    #[validate(custom(function = terbaca))]
    tahun: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    skp_1: Field<Predikat>,
    #[validate(custom(function = terbaca))]
    skp_2: Field<Predikat>,
    #[validate(custom(function = terbaca))]
    skp_3: Field<Predikat>,
    #[validate(custom(function = terbaca))]
    nilai_skp: Field<Predikat>,
    #[validate(custom(function = terbaca))]
    jpm: Field<Jpm>,
    #[validate(custom(function = terbaca))]
    asesmen: Field<Nilai>,
    #[validate(custom(function = terbaca))]
    kotak: Field<Kotak>,
}

/// Job person match, in percent. A cell in Excel's percent format holds a share of 1.
#[derive(Debug)]
struct Jpm(Nilai);

impl FromCell for Jpm {
    fn from_cell(kind: CellKind, text: &str) -> (Option<Jpm>, Option<Problem>) {
        match hundredths(text) {
            Some(share @ ..=100) if kind == CellKind::Number => {
                let exact = text.parse::<f64>().map_or(share * 100, |value| (value * 10_000.0).round() as u32);
                (Nilai::of_hundredths(exact).map(Jpm), None)
            }
            Some(_) | None => {
                let (nilai, problem) = Nilai::from_cell(kind, text);
                (nilai.map(Jpm), problem)
            }
        }
    }
}

impl FromCell for Nilai {
    const NOL_KOSONG: bool = false;

    fn from_cell(_: CellKind, text: &str) -> (Option<Nilai>, Option<Problem>) {
        match Nilai::parse(text) {
            Some(nilai) => (Some(nilai), None),
            None => {
                let problem = format!("nilai “{text}” tidak di antara 0 dan 100");
                (None, Some(Problem::new(&catalogue::NILAI_ASING, problem)))
            }
        }
    }
}

impl FromCell for Kotak {
    fn from_cell(_: CellKind, text: &str) -> (Option<Kotak>, Option<Problem>) {
        match Kotak::parse(text) {
            Some(kotak) => (Some(kotak), None),
            None => {
                let problem = format!("kotak talenta “{text}” tidak di antara 1 dan 9");
                (None, Some(Problem::new(&catalogue::KOTAK_ASING, problem)))
            }
        }
    }
}

impl BarisDaftar for PenilaianRow {
    fn identity(&mut self) -> (&mut Field<NipTeks>, &mut Field<Teks>) {
        (&mut self.nip, &mut self.nama)
    }

    fn isi(self, orang: &Orang, place: &RowPlace, run: &Run) -> Isi {
        let skp = self.skp(place, run);
        let asesmen = Asesmen {
            jpm: self.jpm.value.as_ref().map(|jpm| jpm.0),
            nilai: self.asesmen.value,
            kotak: self.kotak.value,
            place: orang.place.clone(),
        };
        let assessed = asesmen.jpm.is_some() || asesmen.nilai.is_some() || asesmen.kotak.is_some();
        Isi::Penilaian(PenilaianDraft { skp, asesmen: assessed.then_some(asesmen) })
    }
}

impl PenilaianRow {
    /// The year stands in the header (`SKP 2025`), else in the column of years, else in the title, else it is the last full year; each
    /// further column without a year is the one before. The figure counts where there is no predicate.
    fn skp(&self, place: &RowPlace, run: &Run) -> Vec<(Skp, Place)> {
        let told = self.tahun.value.and_then(|tahun| i16::try_from(tahun.0).ok());
        let told = told.or(place.table().title_tahun);
        let newest = told.unwrap_or(last_year(run.tanggal_efektif));
        let figure = self.nilai_skp.value.filter(|_| self.skp_1.value.is_none());
        let columns = [
            ("skp_1", self.skp_1.value, 0),
            ("nilai_skp", figure, 0),
            ("skp_2", self.skp_2.value, 1),
            ("skp_3", self.skp_3.value, 2),
        ];
        let mut skp: Vec<(Skp, Place)> = Vec::new();
        for (name, predikat, years_ago) in columns {
            let Some(predikat) = predikat else { continue };
            let tahun = place.reader.header(name).and_then(year_in).unwrap_or(newest - years_ago);
            if !skp.iter().any(|(other, _)| other.tahun == tahun) {
                skp.push((Skp { tahun, predikat }, place.at(name)));
            }
        }
        skp.sort_by_key(|(skp, _)| std::cmp::Reverse(skp.tahun));
        skp
    }
}
