//! Golongan ruang and pangkat.

mod parse;

use std::fmt;

use serde::{Serialize, Serializer};

/// Golongan: pay grade. PNS `I/a` to `IV/e`, PPPK `I` to `XVII`. Ordering follows seniority within each kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Golongan(Inner);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Inner {
    Pppk(u8),
    Pns { grade: u8, step: u8 },
}

/// Pangkat names by grade, then step (domain §3.6).
const PANGKAT: [&[&str]; 4] = [
    &["Juru Muda", "Juru Muda Tingkat I", "Juru", "Juru Tingkat I"],
    &["Pengatur Muda", "Pengatur Muda Tingkat I", "Pengatur", "Pengatur Tingkat I"],
    &["Penata Muda", "Penata Muda Tingkat I", "Penata", "Penata Tingkat I"],
    &["Pembina", "Pembina Tingkat I", "Pembina Utama Muda", "Pembina Utama Madya", "Pembina Utama"],
];

const ROMAN: [&str; 17] =
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"];

impl Golongan {
    /// PNS golongan: grade 1 to 4, step 1 (a) to 4 (d), or 5 (e) in grade 4.
    pub fn pns(grade: u8, step: u8) -> Option<Golongan> {
        let names = PANGKAT.get(usize::from(grade).checked_sub(1)?)?;
        (1..=names.len()).contains(&usize::from(step)).then_some(Golongan(Inner::Pns { grade, step }))
    }

    /// PPPK golongan 1 to 17.
    pub fn pppk(level: u8) -> Option<Golongan> {
        (1..=17).contains(&level).then_some(Golongan(Inner::Pppk(level)))
    }

    pub fn is_pppk(self) -> bool {
        matches!(self.0, Inner::Pppk(_))
    }

    /// The name of the rank; PPPK have none.
    pub fn pangkat(self) -> Option<&'static str> {
        match self.0 {
            Inner::Pns { grade, step } => Some(PANGKAT[usize::from(grade) - 1][usize::from(step) - 1]),
            Inner::Pppk(_) => None,
        }
    }

    /// How many golongan this one stands below another: III/a stands 2 below III/c, and −1 below II/d. `None` between a PNS
    /// and a PPPK golongan.
    pub fn levels_below(self, other: Golongan) -> Option<i64> {
        let place = |golongan: Golongan| match golongan.0 {
            Inner::Pppk(level) => i64::from(level),
            Inner::Pns { grade, step } => {
                let below: usize = PANGKAT[..usize::from(grade) - 1].iter().map(|names| names.len()).sum();
                below as i64 + i64::from(step)
            }
        };
        (self.is_pppk() == other.is_pppk()).then(|| place(other) - place(self))
    }

    /// Every PPPK golongan, the lowest first.
    pub fn all_pppk() -> impl Iterator<Item = Golongan> {
        (1..=17).filter_map(Golongan::pppk)
    }

    /// Every PNS golongan with its pangkat, the lowest first.
    pub fn all_pns() -> impl Iterator<Item = Golongan> {
        (1..=4).flat_map(|grade| (1..=5).filter_map(move |step| Golongan::pns(grade, step)))
    }
}

impl fmt::Display for Golongan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Inner::Pns { grade, step } => {
                write!(f, "{}/{}", ROMAN[usize::from(grade) - 1], (b'a' + step - 1) as char)
            }
            Inner::Pppk(level) => f.write_str(ROMAN[usize::from(level) - 1]),
        }
    }
}

impl Serialize for Golongan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
