//! Performance predicates (SKP).

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::finding::Place;
use crate::model::angka::Nilai;
use crate::model::jabatan::name_key;
use crate::model::kompetensi::Levels;

/// Predikat kinerja (PermenPANRB 6/2022, domain §1.3). Ordering: the best is greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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

    /// Reads the predicates of PermenPANRB 6/2022 and the older words `Cukup` and `Buruk`. A figure in their place is read
    /// by the scales of the law.
    pub fn parse(text: &str) -> Option<Predikat> {
        let text = text.split('(').next().unwrap_or(text).trim();
        match name_key(text).as_str() {
            "SANGAT BAIK" => Some(Predikat::SangatBaik),
            "BAIK" => Some(Predikat::Baik),
            "BUTUH PERBAIKAN" | "CUKUP" => Some(Predikat::ButuhPerbaikan),
            "KURANG" | "KURANG MISCONDUCT" | "MISCONDUCT" => Some(Predikat::Kurang),
            "SANGAT KURANG" | "BURUK" => Some(Predikat::SangatKurang),
            _ => None,
        }
    }
}

/// The figure that a predicate was read from, with the scale of the law that made it one: `85,2` on the scale to 100 of
/// the years to 2021, `112` on that to 120 (domain §1.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AngkaSkp {
    pub tahun: i16,
    /// Hundredths.
    pub perseratus: u16,
    /// The end of the scale the figure is on.
    pub skala: u8,
    pub predikat: Predikat,
}

impl fmt::Display for AngkaSkp {
    /// `85,2 pada skala sampai 100`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.perseratus / 100, self.perseratus % 100);
        match (rest, rest % 10) {
            (0, _) => write!(f, "{whole}")?,
            (_, 0) => write!(f, "{whole},{}", rest / 10)?,
            _ => write!(f, "{whole},{rest:02}")?,
        }
        write!(f, " pada skala sampai {}", self.skala)
    }
}

/// The predicate of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Skp {
    pub tahun: i16,
    pub predikat: Predikat,
}

/// What an assessment says of a person (domain §1.3). What was not assessed is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asesmen {
    /// Job person match: how far competence meets what the post demands, in percent.
    pub jpm: Option<Nilai>,
    pub nilai: Option<Nilai>,
    /// Box of the talent map, 1 to 9 (PermenPANRB 3/2020).
    pub kotak: Option<Kotak>,
    /// Marks of kompetensi, integritas and dedikasi.
    pub kompetensi: Option<Nilai>,
    pub integritas: Option<Nilai>,
    pub dedikasi: Option<Nilai>,
    /// Level reached in each kompetensi.
    pub level: Levels,
    /// Special skills, as written; empty where the cell is.
    pub keahlian: Vec<Arc<str>>,
    /// The row it was read from (its NIP cell).
    pub place: Place,
}

impl Asesmen {
    /// An assessment that says nothing yet.
    pub fn empty(place: Place) -> Asesmen {
        Asesmen {
            jpm: None,
            nilai: None,
            kotak: None,
            kompetensi: None,
            integritas: None,
            dedikasi: None,
            level: Levels::default(),
            keahlian: Vec::new(),
            place,
        }
    }

    /// Whether it says nothing but where it stands.
    pub fn is_empty(&self) -> bool {
        *self == Asesmen::empty(self.place.clone())
    }
}

/// Kotak talenta: a box of the nine, by kinerja and potensial. 7 to 9 are the talent pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Kotak(u8);

impl Kotak {
    /// Reads `8`, `Kotak 8`, `Box 8`, `VIII`.
    pub fn parse(text: &str) -> Option<Kotak> {
        const ROMAWI: [&str; 9] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        let key = name_key(text);
        let word = key.strip_prefix("KOTAK ").or_else(|| key.strip_prefix("BOX ")).unwrap_or(&key);
        let roman = ROMAWI.iter().position(|roman| *roman == word).map(|at| at as u8 + 1);
        roman.or_else(|| word.parse().ok()).filter(|number| (1..=9).contains(number)).map(Kotak)
    }

    pub fn number(self) -> u8 {
        self.0
    }

    /// The axis of potensial: high in boxes 6, 8 and 9, low in 1, 2 and 4 (domain §1.3).
    pub fn potensial(self) -> Potensial {
        match self.0 {
            6 | 8 | 9 => Potensial::Tinggi,
            3 | 5 | 7 => Potensial::Menengah,
            _ => Potensial::Rendah,
        }
    }
}

/// Potensial of the talent map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Potensial {
    Rendah,
    Menengah,
    Tinggi,
}

impl Potensial {
    pub const ALL: [Potensial; 3] = [Potensial::Rendah, Potensial::Menengah, Potensial::Tinggi];

    pub fn label(self) -> &'static str {
        match self {
            Potensial::Rendah => "rendah",
            Potensial::Menengah => "menengah",
            Potensial::Tinggi => "tinggi",
        }
    }
}

/// How hasil kerja or perilaku kerja stands to what was expected (PermenPANRB 6/2022).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ekspektasi {
    DiBawah,
    Sesuai,
    DiAtas,
}

impl Ekspektasi {
    pub const ALL: [Ekspektasi; 3] = [Ekspektasi::DiBawah, Ekspektasi::Sesuai, Ekspektasi::DiAtas];

    pub fn label(self) -> &'static str {
        match self {
            Ekspektasi::DiBawah => "Di Bawah Ekspektasi",
            Ekspektasi::Sesuai => "Sesuai Ekspektasi",
            Ekspektasi::DiAtas => "Di Atas Ekspektasi",
        }
    }

    /// Reads `Di atas ekspektasi`, `Diatas`, `Sesuai`, `DI BAWAH EKSPEKTASI`.
    pub fn parse(text: &str) -> Option<Ekspektasi> {
        let key = name_key(text);
        let words = key.strip_suffix(" EKSPEKTASI").unwrap_or(&key);
        match words {
            "DI BAWAH" | "DIBAWAH" => Some(Ekspektasi::DiBawah),
            "SESUAI" => Some(Ekspektasi::Sesuai),
            "DI ATAS" | "DIATAS" => Some(Ekspektasi::DiAtas),
            _ => None,
        }
    }
}

impl Predikat {
    /// The matrix of PermenPANRB 6/2022 (domain §1.3): hasil kerja by perilaku kerja.
    pub fn of_matrix(hasil: Ekspektasi, perilaku: Ekspektasi) -> Predikat {
        use Ekspektasi::{DiAtas, DiBawah, Sesuai};
        match (hasil, perilaku) {
            (DiAtas, DiAtas) => Predikat::SangatBaik,
            (DiAtas, Sesuai) | (Sesuai, DiAtas | Sesuai) => Predikat::Baik,
            (DiAtas | Sesuai, DiBawah) => Predikat::Kurang,
            (DiBawah, DiAtas | Sesuai) => Predikat::ButuhPerbaikan,
            (DiBawah, DiBawah) => Predikat::SangatKurang,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_schemes_are_read() {
        for (texts, predikat) in [
            (&["Sangat Baik", "SANGAT BAIK"][..], Predikat::SangatBaik),
            (&["Baik"], Predikat::Baik),
            (&["Butuh Perbaikan", "Cukup", "Butuh Perbaikan (Cukup)"], Predikat::ButuhPerbaikan),
            (&["Kurang", "Kurang/Misconduct"], Predikat::Kurang),
            (&["Sangat Kurang", "Buruk"], Predikat::SangatKurang),
        ] {
            for text in texts {
                assert_eq!(Predikat::parse(text), Some(predikat), "{text}");
            }
        }
        for text in ["", "Bagus", "91", "A"] {
            assert_eq!(Predikat::parse(text), None, "{text}");
        }
    }

    #[test]
    fn hasil_and_perilaku_make_the_predicate_of_the_matrix() {
        let rows = Ekspektasi::ALL.map(|hasil| Ekspektasi::ALL.map(|perilaku| Predikat::of_matrix(hasil, perilaku)));
        use Predikat::*;
        assert_eq!(
            rows,
            [[SangatKurang, ButuhPerbaikan, ButuhPerbaikan], [Kurang, Baik, Baik], [Kurang, Baik, SangatBaik],]
        );
        for (text, read) in [
            ("Di Atas Ekspektasi", Some(Ekspektasi::DiAtas)),
            ("diatas ekspektasi", Some(Ekspektasi::DiAtas)),
            ("SESUAI", Some(Ekspektasi::Sesuai)),
            ("Di bawah", Some(Ekspektasi::DiBawah)),
            ("Baik", None),
        ] {
            assert_eq!(Ekspektasi::parse(text), read, "{text}");
        }
    }

    #[test]
    fn a_box_tells_the_potensial() {
        let of = |number: u8| Kotak(number).potensial();
        assert_eq!((1..=9).filter(|n| of(*n) == Potensial::Tinggi).collect::<Vec<_>>(), [6, 8, 9]);
        assert_eq!((1..=9).filter(|n| of(*n) == Potensial::Rendah).collect::<Vec<_>>(), [1, 2, 4]);
    }

    #[test]
    fn a_box_of_the_talent_map_is_one_of_nine() {
        for text in ["8", "Kotak 8", "BOX 8", "VIII", "kotak VIII"] {
            assert_eq!(Kotak::parse(text).map(Kotak::number), Some(8), "{text}");
        }
        for text in ["0", "10", "X", "Kotak", "tinggi"] {
            assert_eq!(Kotak::parse(text), None, "{text}");
        }
    }
}
