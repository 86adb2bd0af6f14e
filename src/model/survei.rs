//! Satisfaction of the public with a unit.

use crate::finding::Place;
use crate::model::angka::Nilai;
use crate::model::jabatan::name_key;
use crate::model::tanggal::BULAN;

/// One survey of a unit: IKM or SKM of PermenPANRB 14/2017 (domain §2.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survei {
    /// Indeks kepuasan masyarakat, 25 to 100.
    pub ikm: Nilai,
    pub periode: Option<PeriodeSurvei>,
    pub responden: Option<u32>,
    /// The cell of the index.
    pub place: Place,
}

/// The time a survey is about: a year or a part of it. Ordering follows time, a whole year before its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PeriodeSurvei {
    pub tahun: i16,
    pub bagian: Option<Bagian>,
}

/// A part of a year, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bagian {
    Semester(u8),
    Triwulan(u8),
    Bulan(u8),
}

impl PeriodeSurvei {
    /// Reads `2025`, `Semester I 2025`, `Triwulan 2 Tahun 2025`, `TW III/2025`, `November 2025`.
    pub fn parse(text: &str) -> Option<PeriodeSurvei> {
        let key = name_key(text);
        let words: Vec<&str> = key.split(' ').filter(|word| !matches!(*word, "TAHUN" | "PERIODE" | "KE")).collect();
        let is_year =
            |word: &&&str| word.len() == 4 && word.parse().is_ok_and(|year: i16| (2000..2100).contains(&year));
        let tahun = words.iter().find(is_year)?.parse().ok()?;
        let rest: Vec<&str> = words.iter().filter(|word| !is_year(word)).copied().collect();
        let bagian = match rest.as_slice() {
            [] => None,
            ["SEMESTER" | "SMT", part] => Some(Bagian::Semester(ordinal(part, 2)?)),
            ["TRIWULAN" | "TW", part] => Some(Bagian::Triwulan(ordinal(part, 4)?)),
            ["BULAN", month] | [month] => Some(Bagian::Bulan(month_number(month)?)),
            _ => return None,
        };
        Some(PeriodeSurvei { tahun, bagian })
    }
}

impl std::fmt::Display for PeriodeSurvei {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.bagian {
            None => write!(f, "{}", self.tahun),
            Some(Bagian::Semester(part)) => write!(f, "semester {part} {}", self.tahun),
            Some(Bagian::Triwulan(part)) => write!(f, "triwulan {part} {}", self.tahun),
            Some(Bagian::Bulan(part)) => write!(f, "{} {}", BULAN[usize::from(part) - 1], self.tahun),
        }
    }
}

/// `1`, `I`, `IV`; at most `most`.
fn ordinal(word: &str, most: u8) -> Option<u8> {
    let romans = ["I", "II", "III", "IV"];
    let number = romans.iter().position(|roman| *roman == word).map(|at| at as u8 + 1);
    number.or_else(|| word.parse().ok()).filter(|number| (1..=most).contains(number))
}

fn month_number(word: &str) -> Option<u8> {
    BULAN.iter().position(|month| month.to_uppercase() == word).map(|at| at as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_survey_tells_its_time_in_every_usual_way() {
        for (text, bagian) in [
            ("2025", None),
            ("Tahun 2025", None),
            ("Semester I 2025", Some(Bagian::Semester(1))),
            ("SEMESTER 2 TAHUN 2025", Some(Bagian::Semester(2))),
            ("TW III/2025", Some(Bagian::Triwulan(3))),
            ("Triwulan IV Tahun 2025", Some(Bagian::Triwulan(4))),
            ("November 2025", Some(Bagian::Bulan(11))),
        ] {
            assert_eq!(PeriodeSurvei::parse(text), Some(PeriodeSurvei { tahun: 2025, bagian }), "{text}");
        }
        for text in ["", "Semester I", "Semester III 2025", "tahun lalu", "12025", "2025 dan 2026"] {
            assert_eq!(PeriodeSurvei::parse(text), None, "{text}");
        }
    }
}
