//! Performance predicates (SKP).

use serde::Serialize;

use crate::model::jabatan::name_key;

/// Predikat kinerja (PermenPANRB 6/2022, domain §1.3). Ordering: the best is greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Predikat {
    SangatKurang,
    Kurang,
    ButuhPerbaikan,
    Baik,
    SangatBaik,
}

impl Predikat {
    pub const ALL: [Predikat; 5] =
        [Predikat::SangatKurang, Predikat::Kurang, Predikat::ButuhPerbaikan, Predikat::Baik, Predikat::SangatBaik];

    pub fn label(self) -> &'static str {
        match self {
            Predikat::SangatKurang => "Sangat Kurang",
            Predikat::Kurang => "Kurang",
            Predikat::ButuhPerbaikan => "Butuh Perbaikan",
            Predikat::Baik => "Baik",
            Predikat::SangatBaik => "Sangat Baik",
        }
    }

    /// Reads the predicates of PermenPANRB 6/2022, the older words `Cukup` and `Buruk`, and the older scale of
    /// 0 to 100: 91 and more Sangat Baik, 76 Baik, 61 Cukup, 51 Kurang, below Buruk (domain §1.3).
    pub fn parse(text: &str) -> Option<Predikat> {
        let text = text.split('(').next().unwrap_or(text).trim();
        match name_key(text).as_str() {
            "SANGAT BAIK" => return Some(Predikat::SangatBaik),
            "BAIK" => return Some(Predikat::Baik),
            "BUTUH PERBAIKAN" | "CUKUP" => return Some(Predikat::ButuhPerbaikan),
            "KURANG" | "KURANG MISCONDUCT" | "MISCONDUCT" => return Some(Predikat::Kurang),
            "SANGAT KURANG" | "BURUK" => return Some(Predikat::SangatKurang),
            _ => {}
        }
        let value: f64 = text.replace(',', ".").parse().ok()?;
        match value {
            _ if !(0.0..=100.0).contains(&value) => None,
            _ if value >= 91.0 => Some(Predikat::SangatBaik),
            _ if value >= 76.0 => Some(Predikat::Baik),
            _ if value >= 61.0 => Some(Predikat::ButuhPerbaikan),
            _ if value >= 51.0 => Some(Predikat::Kurang),
            _ => Some(Predikat::SangatKurang),
        }
    }
}

/// The predicate of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Skp {
    pub tahun: i16,
    pub predikat: Predikat,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_schemes_and_the_old_scale_are_read() {
        for (texts, predikat) in [
            (&["Sangat Baik", "SANGAT BAIK", "91", "100", "95,5"][..], Predikat::SangatBaik),
            (&["Baik", "76", "90", "90,99", "85.25"], Predikat::Baik),
            (&["Butuh Perbaikan", "Cukup", "Butuh Perbaikan (Cukup)", "61", "75"], Predikat::ButuhPerbaikan),
            (&["Kurang", "Kurang/Misconduct", "51", "60"], Predikat::Kurang),
            (&["Sangat Kurang", "Buruk", "50", "0"], Predikat::SangatKurang),
        ] {
            for text in texts {
                assert_eq!(Predikat::parse(text), Some(predikat), "{text}");
            }
        }
        for text in ["", "Bagus", "101", "-1", "NaN", "A"] {
            assert_eq!(Predikat::parse(text), None, "{text}");
        }
    }
}
