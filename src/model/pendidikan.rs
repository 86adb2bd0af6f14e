//! Education: level and field of study.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

use crate::model::jabatan::name_key;

/// Tingkat pendidikan. Ordering follows rank; D-IV and S-1 share a rank (domain §1.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum TingkatPendidikan {
    Sd,
    Smp,
    Slta,
    D1,
    D2,
    D3,
    /// S-1 or D-IV.
    S1,
    /// Ners, Apoteker, Dokter, PPG.
    Profesi,
    /// S-2 or Sp-1.
    S2,
    /// S-3 or Sp-2.
    S3,
}

impl TingkatPendidikan {
    pub const ALL: [TingkatPendidikan; 10] = [
        TingkatPendidikan::Sd,
        TingkatPendidikan::Smp,
        TingkatPendidikan::Slta,
        TingkatPendidikan::D1,
        TingkatPendidikan::D2,
        TingkatPendidikan::D3,
        TingkatPendidikan::S1,
        TingkatPendidikan::Profesi,
        TingkatPendidikan::S2,
        TingkatPendidikan::S3,
    ];

    pub fn label(self) -> &'static str {
        match self {
            TingkatPendidikan::Sd => "SD",
            TingkatPendidikan::Smp => "SMP",
            TingkatPendidikan::Slta => "SLTA",
            TingkatPendidikan::D1 => "D-I",
            TingkatPendidikan::D2 => "D-II",
            TingkatPendidikan::D3 => "D-III",
            TingkatPendidikan::S1 => "S-1",
            TingkatPendidikan::Profesi => "Profesi",
            TingkatPendidikan::S2 => "S-2",
            TingkatPendidikan::S3 => "S-3",
        }
    }
}

/// A person's last education, for example `S-1`, `Pendidikan Guru Sekolah Dasar`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pendidikan {
    pub tingkat: TingkatPendidikan,
    /// Field of study as printed, without the level; `None` when only the level is known.
    pub jurusan: Option<Arc<str>>,
}

impl fmt::Display for Pendidikan {
    /// `S-1 Pendidikan Guru Sekolah Dasar`: level, then field where it is known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tingkat.label())?;
        self.jurusan.as_ref().map_or(Ok(()), |jurusan| write!(f, " {jurusan}"))
    }
}

/// How each level is printed at the start of an education, as key words; where several fit, the longest counts.
const TINGKAT: [(TingkatPendidikan, &[&str]); 10] = [
    (TingkatPendidikan::Sd, &["SD", "SD SEDERAJAT", "SEKOLAH DASAR"]),
    (TingkatPendidikan::Smp, &["SMP", "SMP SEDERAJAT", "SLTP", "SLTP KEJURUAN"]),
    (
        TingkatPendidikan::Slta,
        &[
            "SLTA",
            "SLTA SEDERAJAT",
            "SLTA KEJURUAN",
            "SLTA KEGURUAN",
            "SMA",
            "SMA SEDERAJAT",
            "SMA SMK",
            "SMK",
            "SMU",
            "SMEA",
            "STM",
            "SPG",
            "SPK",
        ],
    ),
    (TingkatPendidikan::D1, &["D1", "D 1", "DI", "D I", "DIPLOMA I", "DIPLOMA 1"]),
    (TingkatPendidikan::D2, &["D2", "D 2", "DII", "D II", "DIPLOMA II", "DIPLOMA 2"]),
    (TingkatPendidikan::D3, &["D3", "D 3", "DIII", "D III", "DIPLOMA III", "DIPLOMA 3", "DIPLOMA III SARJANA MUDA"]),
    (
        TingkatPendidikan::S1,
        &[
            "D4",
            "D 4",
            "DIV",
            "D IV",
            "DIPLOMA IV",
            "DIPLOMA 4",
            "S1",
            "S 1",
            "S1 SARJANA",
            "S 1 SARJANA",
            "STRATA I",
            "STRATA 1",
            "SARJANA",
        ],
    ),
    (TingkatPendidikan::Profesi, &["PROFESI", "NERS", "PPG", "APOTEKER", "DOKTER"]),
    (TingkatPendidikan::S2, &["S2", "S 2", "STRATA II", "STRATA 2", "MAGISTER"]),
    (TingkatPendidikan::S3, &["S3", "S 3", "STRATA III", "STRATA 3", "DOKTOR"]),
];

impl Pendidikan {
    /// Reads `S-1 PENDIDIKAN MATEMATIKA`, `D.III Keperawatan`, `SMA IPA`; with a column of its own the level stands
    /// in `tingkat` and the text may be the field alone. `None` when no level is found.
    pub fn parse(tingkat: Option<&str>, text: Option<&str>) -> Option<Pendidikan> {
        let in_text = text.and_then(split_level);
        let of_column = tingkat.and_then(split_level);
        let level = of_column.as_ref().or(in_text.as_ref())?.0;
        let field = match in_text {
            Some((_, field)) => field,
            None => text.map(str::to_string),
        };
        let field = field.or_else(|| of_column.and_then(|(_, field)| field));
        Some(Pendidikan { tingkat: level, jurusan: field.filter(|field| !field.trim().is_empty()).map(Arc::from) })
    }
}

/// The level at the start of the text and what stands behind it. Profesi names keep their word as field (`NERS`).
fn split_level(text: &str) -> Option<(TingkatPendidikan, Option<String>)> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '&').filter(|word| !word.is_empty()).collect();
    let key = name_key(text);
    let starts = |name: &str| key.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let names = TINGKAT.iter().flat_map(|(level, names)| names.iter().map(|name| (*level, *name)));
    let (level, name) = names.filter(|(_, name)| starts(name)).max_by_key(|(_, name)| name.len())?;
    let keeps_word = level == TingkatPendidikan::Profesi && name != "PROFESI";
    let taken = if keeps_word { 0 } else { name.split(' ').count() };
    let field = words.get(taken..).unwrap_or_default().join(" ");
    Some((level, (!field.is_empty()).then_some(field)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn level_and_field_are_parted() {
        use TingkatPendidikan::*;
        for (text, level, field) in [
            ("S-1 PENDIDIKAN MATEMATIKA", S1, Some("PENDIDIKAN MATEMATIKA")),
            ("S1 PGSD", S1, Some("PGSD")),
            ("S.1 Ilmu Hukum", S1, Some("Ilmu Hukum")),
            ("S1/Sarjana", S1, None),
            ("Strata I", S1, None),
            ("Sarjana Ekonomi", S1, Some("Ekonomi")),
            ("D4 Kebidanan", S1, Some("Kebidanan")),
            ("DIPLOMA IV KEBIDANAN", S1, Some("KEBIDANAN")),
            ("D-III KEPERAWATAN", D3, Some("KEPERAWATAN")),
            ("DIII Gizi", D3, Some("Gizi")),
            ("Diploma II PGSD", D2, Some("PGSD")),
            ("SLTA", Slta, None),
            ("SMA IPA", Slta, Some("IPA")),
            ("STM Mesin", Slta, Some("Mesin")),
            ("SMA Sederajat", Slta, None),
            ("SMP", Smp, None),
            ("Profesi Ners", Profesi, Some("Ners")),
            ("NERS", Profesi, Some("NERS")),
            ("S-2 Manajemen", S2, Some("Manajemen")),
            ("S-3 Pendidikan", S3, Some("Pendidikan")),
        ] {
            let read = Pendidikan::parse(None, Some(text));
            assert_eq!(read, Some(Pendidikan { tingkat: level, jurusan: field.map(Arc::from) }), "{text}");
        }
        assert_eq!(Pendidikan::parse(None, Some("Pendidikan Matematika")), None);
    }

    #[test]
    fn a_level_column_goes_with_the_field_column() {
        let read = Pendidikan::parse(Some("S-1/Sarjana"), Some("Pendidikan Guru Sekolah Dasar")).unwrap();
        assert_eq!(read.tingkat, TingkatPendidikan::S1);
        assert_eq!(read.jurusan.as_deref(), Some("Pendidikan Guru Sekolah Dasar"));
        let read = Pendidikan::parse(Some("S-1"), Some("S-1 PENDIDIKAN MATEMATIKA")).unwrap();
        assert_eq!(read.jurusan.as_deref(), Some("PENDIDIKAN MATEMATIKA"));
        let read = Pendidikan::parse(Some("D-III"), None).unwrap();
        assert_eq!((read.tingkat, read.jurusan), (TingkatPendidikan::D3, None));
    }
}
