//! Eselon: the older grade of a structural jabatan, which offices still write.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::model::jabatan::{JenisJabatan, name_key};

/// Eselon of a structural jabatan: `II.b`, `III.a`, `V`. Ordering: the higher jabatan is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Eselon {
    /// 1 to 5.
    tingkat: u8,
    /// `a` or `b`; eselon V has none.
    huruf: Option<char>,
}

const ROMAWI: [&str; 5] = ["I", "II", "III", "IV", "V"];

impl Eselon {
    /// Reads `II.b`, `IIB`, `2b`, `II/b`, `Eselon III.a`, `V`. `None` for everything else, also for a grade below V
    /// whose letter is missing.
    pub fn parse(text: &str) -> Option<Eselon> {
        let key: String = name_key(text).chars().filter(|c| *c != ' ').collect();
        let key = key.strip_prefix("ESELON").or_else(|| key.strip_prefix("ES")).unwrap_or(&key);
        let (grade, huruf) = match key.strip_suffix(['A', 'B']) {
            Some(grade) => (grade, key.chars().last().map(|c| c.to_ascii_lowercase())),
            None => (key, None),
        };
        let tingkat = ROMAWI.iter().position(|roman| *roman == grade).map(|at| at as u8 + 1);
        let tingkat = tingkat.or_else(|| grade.parse().ok().filter(|grade| (1..=5).contains(grade)))?;
        match (tingkat, huruf) {
            (5, _) => Some(Eselon { tingkat, huruf: None }),
            (_, Some(_)) => Some(Eselon { tingkat, huruf }),
            (_, None) => None,
        }
    }

    /// The kind of jabatan it grades (domain §1.3).
    pub fn jenis(self) -> JenisJabatan {
        match self.tingkat {
            1 | 2 => JenisJabatan::Jpt,
            3 => JenisJabatan::Administrator,
            _ => JenisJabatan::Pengawas,
        }
    }
}

impl Ord for Eselon {
    fn cmp(&self, other: &Eselon) -> std::cmp::Ordering {
        (other.tingkat, other.huruf).cmp(&(self.tingkat, self.huruf))
    }
}

impl PartialOrd for Eselon {
    fn partial_cmp(&self, other: &Eselon) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Eselon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(ROMAWI[usize::from(self.tingkat) - 1])?;
        self.huruf.map_or(Ok(()), |huruf| write!(f, ".{huruf}"))
    }
}

impl Serialize for Eselon {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_spelling_is_read_and_the_higher_is_greater() {
        for text in ["II.b", "IIB", "2b", "II/b", "Eselon II.b", "Es. II b"] {
            assert_eq!(Eselon::parse(text).map(|eselon| eselon.to_string()).as_deref(), Some("II.b"), "{text}");
        }
        for text in ["", "-", "II", "VI.a", "Guru", "0"] {
            assert_eq!(Eselon::parse(text), None, "{text}");
        }
        let order = ["V", "IV.b", "IV.a", "III.b", "III.a", "II.b", "II.a", "I.b", "I.a"].map(Eselon::parse);
        assert!(order.iter().all(Option::is_some) && order.is_sorted());
    }

    #[test]
    fn each_grade_is_one_kind_of_jabatan() {
        let jenis = |text| Eselon::parse(text).map(Eselon::jenis);
        assert_eq!(jenis("II.a"), Some(JenisJabatan::Jpt));
        assert_eq!(jenis("III.b"), Some(JenisJabatan::Administrator));
        assert_eq!((jenis("IV.a"), jenis("V")), (Some(JenisJabatan::Pengawas), Some(JenisJabatan::Pengawas)));
    }
}
