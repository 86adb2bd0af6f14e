//! Rows of the formulir rekap OPD, which states need and riil for each eselon and jenjang (domain §3.2). Read only
//! where the row names a jabatan: a bare number of, say, Ahli Muda says nothing about which post lacks people.

use super::cell::{Bilangan, Pembulatan};
use super::memo::Memo;
use super::report::RowPlace;
use super::row::{Field, FromCell, field};
use crate::finding::{Finding, catalogue};
use crate::model::bersama::Bersama;
use crate::model::jabatan::{Jabatan, Petunjuk};
use crate::schema::kebutuhan::{TINGKAT, Tingkat, TingkatRekap};

/// Need of one eselon or jenjang of the jabatan a row names.
pub struct Angka {
    pub jabatan: Bersama<Jabatan>,
    pub kebutuhan: u32,
    pub riil: Option<u32>,
    /// The column of the figure.
    pub column: &'static str,
}

/// Whether the table has such columns.
pub fn is_rekap(place: &RowPlace) -> bool {
    TINGKAT.iter().any(|level| place.reader.col(level.kebutuhan).is_some())
}

/// The figures of a row that are not zero; what cannot be read or does not fit the jabatan is a finding.
pub fn read(
    jabatan: &str,
    jenis: Option<&str>,
    place: &RowPlace,
    memo: &mut Memo,
    findings: &mut Vec<Finding>,
) -> Vec<Angka> {
    let mut read = Vec::new();
    for level in &TINGKAT {
        let kebutuhan: Option<Pembulatan> = figure(level.kebutuhan, place, findings);
        let riil: Option<Bilangan> = figure(level.riil, place, findings);
        let (kebutuhan, riil) = (kebutuhan.map(|figure| figure.0), riil.map(|figure| figure.0));
        if kebutuhan.unwrap_or(0) == 0 && riil.unwrap_or(0) == 0 {
            continue;
        }
        let column = if kebutuhan.is_some() { level.kebutuhan } else { level.riil };
        match meant(jabatan, jenis, level, memo) {
            Some(jabatan) => read.push(Angka { jabatan, kebutuhan: kebutuhan.unwrap_or(0), riil, column }),
            None => {
                let header = place.reader.header(column).unwrap_or(level.kata);
                let problem = format!("angka pada kolom {header} tidak sesuai dengan jenjang jabatan “{jabatan}”");
                findings.push(place.finding(&catalogue::JENJANG_BEDA_KOLOM, column, problem));
            }
        }
    }
    read
}

fn figure<T: FromCell>(column: &str, place: &RowPlace, findings: &mut Vec<Finding>) -> Option<T> {
    let col = place.reader.col(column)?;
    let cell = place.row.cell(col)?;
    let Field { value, problem, .. } = field::<T>(cell.kind, cell.text);
    // What Excel could not compute was told when the sheet was read.
    let told = [&catalogue::SEL_GALAT, &catalogue::RUMUS_TANPA_HASIL];
    if let Some(problem) = problem.filter(|problem| !told.contains(&problem.kode)) {
        findings.push(place.finding(problem.kode, column, problem.text));
    }
    value
}

/// The jabatan of a row at a level of the form; `None` where its own jenjang is another.
fn meant(text: &str, jenis: Option<&str>, level: &TingkatRekap, memo: &mut Memo) -> Option<Bersama<Jabatan>> {
    match level.tingkat {
        Tingkat::Eselon(eselon) => memo.jabatan(text, Petunjuk { jenis, eselon: Some(eselon) }),
        Tingkat::Jenjang(jenjang) => {
            let petunjuk = Petunjuk { jenis: Some("JFT"), eselon: None };
            let own = memo.jabatan(text, petunjuk)?;
            match own.jenjang {
                Some(told) if told == jenjang => Some(own),
                Some(_) => None,
                None => memo.jabatan(&format!("{text} {}", jenjang.label()), petunjuk),
            }
        }
    }
}
