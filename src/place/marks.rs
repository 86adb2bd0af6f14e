//! What is known of each person as a number, and what stands where it is not known: the median of the colleagues.
//!
//! A gap must neither punish nor favour. A person whose mark is missing is counted as the middle one of those of the same
//! jabatan whose mark is known: points rise or fall with a mark, so for every post no more than half of these colleagues
//! are ahead of the person in this part, and no more than half behind. That holds of one colleague as of many, so what is
//! known always counts as the person's own; where it is known of fewer than the office wants for a comparison, a gap is
//! only said to stand on few. Where it is known of nobody, nobody is judged.

use std::collections::BTreeMap;

use crate::law::Law;
use crate::model::angka::Nilai;
use crate::model::jabatan::{JenisJabatan, Jenjang};
use crate::model::kinerja::{Asesmen, Potensial, Predikat, Skp};
use crate::model::kompetensi::jpm;
use crate::model::pegawai::{Pegawai, PegawaiId};
use crate::model::roster::Roster;
use crate::model::tanggal::months_between;
use crate::settings::{Bobot, Kompetensi, Settings};

/// A mark as it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The person's own.
    Own(i64),
    /// Not known of this person: the middle one of so many colleagues of whom it is known.
    Median(i64, u32),
    /// As `Median`, of fewer colleagues than the office wants for a comparison. Any other figure would put the gap before
    /// or behind all of them.
    Few(i64, u32),
    /// Known of nobody in this jabatan.
    Nowhere,
}

/// What a mark is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Grades of the newest predicate above Baik.
    Kinerja,
    /// Job person match in hundredths of a percent.
    Jpm,
    /// Months in the jabatan.
    MasaJabatan,
    /// Months in the unit.
    MasaUnit,
    /// The weighted mark of kompetensi, integritas and dedikasi in hundredths.
    Kid,
    /// Steps of potensial above menengah.
    Potensial,
}

impl Fact {
    pub const ALL: [Fact; 6] =
        [Fact::Kinerja, Fact::Jpm, Fact::MasaJabatan, Fact::MasaUnit, Fact::Kid, Fact::Potensial];

    /// What is missing where the mark is, as in "tidak ada di data".
    pub fn label(self) -> &'static str {
        match self {
            Fact::Kinerja => "predikat kinerja tahun-tahun terakhir",
            Fact::Jpm => "JPM",
            Fact::MasaJabatan => "TMT jabatan",
            Fact::MasaUnit => "TMT di unit",
            Fact::Kid => "nilai kompetensi, integritas, atau dedikasi",
            Fact::Potensial => "kotak talenta",
        }
    }

    /// The mark of a person; `None` where nothing tells it.
    fn of(self, pegawai: &Pegawai, roster: &Roster, law: &Law, settings: &Settings) -> Option<i64> {
        let months = |since| i64::from(months_between(since, roster.tanggal_efektif));
        let asesmen = pegawai.asesmen.as_ref();
        let hundredths = |nilai: Nilai| i64::from(nilai.hundredths());
        match self {
            Fact::Kinerja => newest(pegawai, roster, law).map(|skp| above_baik(skp.predikat)),
            Fact::Jpm => match asesmen?.jpm {
                Some(told) => Some(hundredths(told)),
                None => {
                    let wanted = u8::try_from(demanded(&settings.kompetensi, pegawai)).ok()?;
                    jpm(&asesmen?.level, wanted, settings.kompetensi.batasi_ke_syarat).map(hundredths)
                }
            },
            Fact::MasaJabatan => pegawai.tmt_jabatan.map(months),
            Fact::MasaUnit => pegawai.tmt_unit.map(months),
            Fact::Kid => weighted(asesmen?, &settings.bobot),
            Fact::Potensial => asesmen?.kotak.map(|kotak| match kotak.potensial() {
                Potensial::Rendah => -1,
                Potensial::Menengah => 0,
                Potensial::Tinggi => 1,
            }),
        }
    }
}

/// The marks of kompetensi, integritas and dedikasi. That of the assessment is one of kompetensi where none of its own is
/// given.
pub fn kid(asesmen: &Asesmen) -> [Option<Nilai>; 3] {
    [asesmen.kompetensi.or(asesmen.nilai), asesmen.integritas, asesmen.dedikasi]
}

/// The three marks by their shares; `None` where one that has a share is missing.
fn weighted(asesmen: &Asesmen, bobot: &Bobot) -> Option<i64> {
    let shares = [bobot.kid_kompetensi, bobot.kid_integritas, bobot.kid_dedikasi];
    let (mut sum, mut whole) = (0, 0);
    for (mark, share) in kid(asesmen).into_iter().zip(shares).filter(|(_, share)| *share > 0) {
        sum += i64::from(mark?.hundredths()) * share;
        whole += share;
    }
    (2 * sum + whole).checked_div(2 * whole)
}

/// The predicate that counts: that of the newest year, where it is one of the last years that A-135 asks about. An older
/// one says nothing of today.
pub fn newest<'a>(pegawai: &'a Pegawai, roster: &Roster, law: &Law) -> Option<&'a Skp> {
    let oldest = i64::from(roster.tanggal_efektif.year()) - law.parameter("A-135", "tahun");
    pegawai.skp.iter().max_by_key(|skp| skp.tahun).filter(|skp| i64::from(skp.tahun) >= oldest)
}

/// Grades above Baik, the ordinary predicate.
fn above_baik(predikat: Predikat) -> i64 {
    let rank = |predikat| Predikat::ALL.iter().position(|own| *own == predikat).map_or(0, |at| at as i64);
    rank(predikat) - rank(Predikat::Baik)
}

/// The level the jabatan demands of each kompetensi; 0 where nobody laid it down.
fn demanded(levels: &Kompetensi, pegawai: &Pegawai) -> i64 {
    match (pegawai.jabatan.jenis, pegawai.jabatan.jenjang) {
        (JenisJabatan::Jpt, _) => levels.level_jpt,
        (JenisJabatan::Administrator, _) => levels.level_administrator,
        (JenisJabatan::Pengawas, _) => levels.level_pengawas,
        (JenisJabatan::Pelaksana, _) => levels.level_pelaksana,
        (JenisJabatan::Fungsional, None) => 0,
        (JenisJabatan::Fungsional, Some(jenjang)) => match jenjang {
            Jenjang::Pemula => levels.level_jf_pemula,
            Jenjang::Terampil => levels.level_jf_terampil,
            Jenjang::Mahir => levels.level_jf_mahir,
            Jenjang::Penyelia => levels.level_jf_penyelia,
            Jenjang::AhliPertama => levels.level_jf_ahli_pertama,
            Jenjang::AhliMuda => levels.level_jf_ahli_muda,
            Jenjang::AhliMadya => levels.level_jf_ahli_madya,
            Jenjang::AhliUtama => levels.level_jf_ahli_utama,
        },
    }
}

/// The marks of everyone, by person, then fact.
#[derive(Default)]
pub struct Marks(Vec<[Mark; Fact::ALL.len()]>);

impl Marks {
    /// `group` tells of each person which others are colleagues: those who hold the same jabatan.
    pub fn new(roster: &Roster, law: &Law, settings: &Settings, group: &[u32]) -> Marks {
        let mut marks = vec![[Mark::Nowhere; Fact::ALL.len()]; roster.pegawai.len()];
        let least = usize::try_from(settings.bobot.pembanding_min).unwrap_or(0);
        for fact in Fact::ALL {
            let own = roster.pegawai.iter().map(|pegawai| fact.of(pegawai, roster, law, settings)).collect();
            for (person, mark) in with_medians(own, group, least).into_iter().enumerate() {
                marks[person][fact as usize] = mark;
            }
        }
        Marks(marks)
    }

    pub fn of(&self, id: PegawaiId, fact: Fact) -> Mark {
        self.0[id.0 as usize][fact as usize]
    }
}

/// Own values where they are known, else the median of the group; whether it is that of at least `least` is told apart.
fn with_medians(own: Vec<Option<i64>>, group: &[u32], least: usize) -> Vec<Mark> {
    let mut known: BTreeMap<u32, Vec<i64>> = BTreeMap::new();
    for (value, group) in own.iter().zip(group) {
        known.entry(*group).or_default().extend(value);
    }
    let of_gap = |mut values: Vec<i64>| {
        let of = values.len() as u32;
        match median(&mut values) {
            Some(middle) if values.len() >= least => Mark::Median(middle, of),
            Some(middle) => Mark::Few(middle, of),
            None => Mark::Nowhere,
        }
    };
    let gaps: BTreeMap<u32, Mark> = known.into_iter().map(|(group, values)| (group, of_gap(values))).collect();
    own.into_iter().zip(group).map(|(own, group)| own.map_or(gaps[group], Mark::Own)).collect()
}

/// The middle value, the lower of two: at most half of the others lie above it and at most half below.
pub fn median(values: &mut [i64]) -> Option<i64> {
    values.sort_unstable();
    values.get(values.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_stands_in_the_middle_of_its_own_group() {
        let own = vec![Some(5), None, Some(1), Some(9), None, Some(70), None];
        let marks = with_medians(own, &[0, 0, 0, 0, 1, 1, 2], 1);
        assert_eq!(marks[1], Mark::Median(5, 3));
        assert_eq!(marks[4], Mark::Median(70, 1));
        assert_eq!(marks[6], Mark::Nowhere);
        assert_eq!(marks[3], Mark::Own(9));
    }

    #[test]
    fn a_gap_leaves_what_is_known_of_colleagues_alone_also_where_they_are_few() {
        let own = vec![Some(5), None, Some(1), Some(9), None, Some(70), Some(3), Some(4)];
        let marks = with_medians(own, &[0, 0, 0, 0, 1, 1, 2, 2], 3);
        assert_eq!(marks[1], Mark::Median(5, 3), "three are enough");
        assert_eq!(marks[4..6], [Mark::Few(70, 1), Mark::Own(70)], "one is few, and keeps its own");
        assert_eq!(marks[6..], [Mark::Own(3), Mark::Own(4)]);
    }

    #[test]
    fn no_more_than_half_are_ahead_of_a_gap_and_no_more_than_half_behind() {
        for values in [vec![3], vec![1, 2], vec![4, 4, 4, 9], vec![-3, 0, 0, 1, 1], vec![7, 1, 5, 3]] {
            let middle = median(&mut values.clone()).expect("there are values");
            let ahead = values.iter().filter(|value| **value > middle).count();
            let behind = values.iter().filter(|value| **value < middle).count();
            assert!(2 * ahead <= values.len() && 2 * behind <= values.len(), "{values:?}");
        }
    }
}
