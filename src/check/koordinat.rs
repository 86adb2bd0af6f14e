//! Coordinates of one cell or of two, and what is said of those that are no point in Indonesia (domain §3.3 D17).

use super::row::{Field, FromCell, Problem};
use crate::finding::catalogue;
use crate::model::cells::CellKind;
use crate::model::koordinat::{Koordinat, KoordinatProblem, Titik};

/// The text of a cell of coordinates. A lone 0 is no blank here: programs write it for what was never measured.
#[derive(Debug)]
pub struct Derajat(String);

impl FromCell for Derajat {
    const NOL_KOSONG: bool = false;

    fn from_cell(_: CellKind, text: &str) -> (Option<Derajat>, Option<Problem>) {
        (Some(Derajat(text.trim_start_matches('\'').to_string())), None)
    }
}

/// The point that one cell tells; the outer `None` where it is empty.
pub fn of_one(field: &mut Field<Derajat>) -> Option<Option<Koordinat>> {
    let text = field.value.as_ref()?.0.clone();
    let both_zero = |text: &str| text.chars().all(|c| !c.is_alphanumeric() || c == '0');
    let read = if both_zero(&text) { Err(KoordinatProblem::Nol) } else { Koordinat::parse_pair(&text) };
    Some(settle(read, &text, field))
}

/// The point that a column of latitudes and one of longitudes tell.
pub fn of_two(lintang: &mut Field<Derajat>, bujur: &mut Field<Derajat>) -> Option<Koordinat> {
    match (&lintang.value, &bujur.value) {
        (None, None) => None,
        (Some(lat), Some(lon)) => {
            let (read, typed) = (Koordinat::parse(&lat.0, &lon.0), format!("{}; {}", lat.0, lon.0));
            settle(read, &typed, lintang)
        }
        (Some(lat), None) => alone(format!("lintang {} tanpa bujur", lat.0), lintang),
        (None, Some(lon)) => alone(format!("bujur {} tanpa lintang", lon.0), bujur),
    }
}

fn alone(text: String, field: &mut Field<Derajat>) -> Option<Koordinat> {
    if field.problem.is_none() {
        field.fault(Problem::new(&catalogue::KOORDINAT_ASING, text));
    }
    None
}

/// The point, with what is to be said of it as the problem of its cell.
fn settle(read: Result<Titik, KoordinatProblem>, typed: &str, field: &mut Field<Derajat>) -> Option<Koordinat> {
    let unusable = |text: String| Some(Problem::new(&catalogue::KOORDINAT_ASING, text));
    let (koordinat, problem) = match read {
        Ok(Titik { koordinat, tertukar: false }) => (Some(koordinat), None),
        Ok(Titik { koordinat, tertukar: true }) => {
            let note = format!("lintang dan bujur “{typed}” tertukar tempatnya; dibaca sebaliknya");
            (Some(koordinat), Some(Problem::new(&catalogue::DITAFSIRKAN, note)))
        }
        Err(KoordinatProblem::Asing) => (None, unusable(format!("koordinat “{typed}” tidak terbaca"))),
        Err(KoordinatProblem::Nol) => (None, unusable(format!("koordinat “{typed}” bernilai 0, tanda belum diisi"))),
        Err(KoordinatProblem::DiLuar) => (None, unusable(format!("koordinat “{typed}” di luar wilayah Indonesia"))),
    };
    field.problem = problem.map(Box::new);
    koordinat
}
