//! Batas total: how far the headcount of a whole unit, OPD or kecamatan may change.

use crate::model::plan::CostVector;
use crate::model::unit::UnitId;

/// What a total is of, the smaller before the larger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lingkup {
    Unit,
    Opd,
    Kecamatan,
}

impl Lingkup {
    pub const ALL: [Lingkup; 3] = [Lingkup::Unit, Lingkup::Opd, Lingkup::Kecamatan];

    /// As settings and records name it.
    pub fn nama(self) -> &'static str {
        match self {
            Lingkup::Unit => "unit",
            Lingkup::Opd => "opd",
            Lingkup::Kecamatan => "kecamatan",
        }
    }

    /// As sentences name it.
    pub fn label(self) -> &'static str {
        match self {
            Lingkup::Unit => "unit",
            Lingkup::Opd => "OPD",
            Lingkup::Kecamatan => "kecamatan",
        }
    }

    pub fn parse(text: &str) -> Option<Lingkup> {
        Lingkup::ALL.into_iter().find(|lingkup| lingkup.nama() == text)
    }
}

/// How many people each total may fall below or rise above today's; `None`: it is not bounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BatasTotal {
    pub unit: Option<u32>,
    pub opd: Option<u32>,
    pub kecamatan: Option<u32>,
}

impl BatasTotal {
    pub fn of(self, lingkup: Lingkup) -> Option<u32> {
        match lingkup {
            Lingkup::Unit => self.unit,
            Lingkup::Opd => self.opd,
            Lingkup::Kecamatan => self.kecamatan,
        }
    }

    /// What is bounded, the smaller before the larger.
    pub fn each(self) -> impl Iterator<Item = (Lingkup, u32)> {
        Lingkup::ALL.into_iter().filter_map(move |lingkup| Some((lingkup, self.of(lingkup)?)))
    }
}

/// A bounded total and what becomes of it. Headcounts are those of posts of known need; others do not change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    pub lingkup: Lingkup,
    /// The unit, or the first unit of the OPD or kecamatan.
    pub unit: UnitId,
    pub before: u32,
    /// Smallest and largest final headcount allowed.
    pub low: u32,
    pub high: u32,
    pub after: u32,
    /// Price of one more holder in it, beside those of its posts: a part of the proof. 0 where its bounds do not bind.
    pub price: CostVector,
}

/// What the plan says of totals; empty where none is bounded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Units in their order, then the larger ones in the order of their first units.
    pub list: Vec<Total>,
    /// Prices of the places of the region, the most urgent first, where their ranks do not make the share even; else empty.
    pub tangga: Vec<i64>,
    /// Whether nobody has shown that the share is the most even one: no ladder within bounds made it even, so it is the best
    /// of the last one tried; or limits on the whole plan weigh on it as well.
    pub kurang_merata: bool,
}
