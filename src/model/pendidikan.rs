//! Education: level and field of study.

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
    pub jurusan: Option<String>,
}

/// How a level is printed at the start of an education, as key words; the longest first within a level.
const TINGKAT: [(&str, TingkatPendidikan); 61] = [
    ("SEKOLAH DASAR", TingkatPendidikan::Sd),
    ("SD SEDERAJAT", TingkatPendidikan::Sd),
    ("SD", TingkatPendidikan::Sd),
    ("SMP SEDERAJAT", TingkatPendidikan::Smp),
    ("SMP", TingkatPendidikan::Smp),
    ("SLTP KEJURUAN", TingkatPendidikan::Smp),
    ("SLTP", TingkatPendidikan::Smp),
    ("SLTA KEJURUAN", TingkatPendidikan::Slta),
    ("SLTA KEGURUAN", TingkatPendidikan::Slta),
    ("SLTA SEDERAJAT", TingkatPendidikan::Slta),
    ("SLTA", TingkatPendidikan::Slta),
    ("SMA SMK", TingkatPendidikan::Slta),
    ("SMA SEDERAJAT", TingkatPendidikan::Slta),
    ("SMA", TingkatPendidikan::Slta),
    ("SMK", TingkatPendidikan::Slta),
    ("SMU", TingkatPendidikan::Slta),
    ("SMEA", TingkatPendidikan::Slta),
    ("STM", TingkatPendidikan::Slta),
    ("SPG", TingkatPendidikan::Slta),
    ("SPK", TingkatPendidikan::Slta),
    ("DIPLOMA III SARJANA MUDA", TingkatPendidikan::D3),
    ("DIPLOMA IV", TingkatPendidikan::S1),
    ("DIPLOMA III", TingkatPendidikan::D3),
    ("DIPLOMA II", TingkatPendidikan::D2),
    ("DIPLOMA I", TingkatPendidikan::D1),
    ("DIPLOMA 4", TingkatPendidikan::S1),
    ("DIPLOMA 3", TingkatPendidikan::D3),
    ("DIPLOMA 2", TingkatPendidikan::D2),
    ("DIPLOMA 1", TingkatPendidikan::D1),
    ("D IV", TingkatPendidikan::S1),
    ("D III", TingkatPendidikan::D3),
    ("D II", TingkatPendidikan::D2),
    ("D I", TingkatPendidikan::D1),
    ("D 4", TingkatPendidikan::S1),
    ("D 3", TingkatPendidikan::D3),
    ("D 2", TingkatPendidikan::D2),
    ("D 1", TingkatPendidikan::D1),
    ("DIV", TingkatPendidikan::S1),
    ("DIII", TingkatPendidikan::D3),
    ("DII", TingkatPendidikan::D2),
    ("DI", TingkatPendidikan::D1),
    ("D4", TingkatPendidikan::S1),
    ("D3", TingkatPendidikan::D3),
    ("D2", TingkatPendidikan::D2),
    ("D1", TingkatPendidikan::D1),
    ("S1 SARJANA", TingkatPendidikan::S1),
    ("S 1 SARJANA", TingkatPendidikan::S1),
    ("STRATA III", TingkatPendidikan::S3),
    ("STRATA II", TingkatPendidikan::S2),
    ("STRATA I", TingkatPendidikan::S1),
    ("SARJANA", TingkatPendidikan::S1),
    ("MAGISTER", TingkatPendidikan::S2),
    ("DOKTOR", TingkatPendidikan::S3),
    ("PROFESI", TingkatPendidikan::Profesi),
    ("NERS", TingkatPendidikan::Profesi),
    ("PPG", TingkatPendidikan::Profesi),
    ("APOTEKER", TingkatPendidikan::Profesi),
    ("DOKTER", TingkatPendidikan::Profesi),
    ("S 1", TingkatPendidikan::S1),
    ("S 2", TingkatPendidikan::S2),
    ("S 3", TingkatPendidikan::S3),
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
        Some(Pendidikan { tingkat: level, jurusan: field.filter(|field| !field.trim().is_empty()) })
    }
}

/// The level at the start of the text and what stands behind it. Profesi names keep their word as field (`NERS`).
fn split_level(text: &str) -> Option<(TingkatPendidikan, Option<String>)> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '&').filter(|word| !word.is_empty()).collect();
    let key = name_key(text);
    let compact = ["S1", "S2", "S3"].iter().zip([TingkatPendidikan::S1, TingkatPendidikan::S2, TingkatPendidikan::S3]);
    let compact = compact.map(|(name, level)| (*name, level));
    let starts = |name: &str| key.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let (name, level) = TINGKAT.iter().copied().chain(compact).find(|(name, _)| starts(name))?;
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
            assert_eq!(read, Some(Pendidikan { tingkat: level, jurusan: field.map(str::to_string) }), "{text}");
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
