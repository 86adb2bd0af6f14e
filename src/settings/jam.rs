//! The office's own weekly hours of a subject: `SMP: Guru Matematika = 5`, `SMA: Guru Fisika = 0 5 5`.

use std::sync::Arc;

use serde::Deserialize;

use crate::model::unit::BentukPendidikan;

/// Weekly hours of one subject in one kind of school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JamPelajaran {
    pub bentuk: BentukPendidikan,
    /// The jabatan that teaches it: `Guru Fisika`.
    pub jabatan: Arc<str>,
    /// One figure for every grade, or one for each grade in order.
    pub jam: Vec<i64>,
}

/// More than a week of lessons.
const MOST: i64 = 60;

impl JamPelajaran {
    /// Reads `SMA: Guru Fisika = 0 5 5`; `None` for anything else.
    pub fn parse(line: &str) -> Option<JamPelajaran> {
        let (bentuk, rest) = line.split_once(':')?;
        let (jabatan, jam) = rest.split_once('=')?;
        let bentuk = BentukPendidikan::ALL.into_iter().find(|b| b.label().eq_ignore_ascii_case(bentuk.trim()))?;
        let jabatan = jabatan.trim();
        let hours = |text: &str| text.parse().ok().filter(|jam| (0..=MOST).contains(jam));
        let jam: Vec<i64> = jam.split_whitespace().map(hours).collect::<Option<_>>()?;
        let usable = !jabatan.is_empty() && jam.iter().any(|jam| *jam > 0);
        usable.then(|| JamPelajaran { bentuk, jabatan: jabatan.into(), jam })
    }
}

impl<'de> Deserialize<'de> for JamPelajaran {
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<JamPelajaran, D::Error> {
        let line = String::deserialize(input)?;
        JamPelajaran::parse(&line).ok_or_else(|| serde::de::Error::custom("baris jam pelajaran tidak terbaca"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_school_jabatan_and_hours() {
        let line = JamPelajaran::parse("sma : Guru Fisika = 0 5 5").expect("a line of hours");
        assert_eq!((line.bentuk, &*line.jabatan, line.jam), (BentukPendidikan::Sma, "Guru Fisika", vec![0, 5, 5]));
        for line in ["SMA Guru Fisika 5", "SMA: = 5", "SMA: Guru Fisika =", "SMA: Guru Fisika = lima", "MA: Guru = 3"] {
            assert_eq!(JamPelajaran::parse(line), None, "{line}");
        }
    }
}
