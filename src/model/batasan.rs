//! Batasan: what limits a plan as a whole, beside the rules about single placements.

use std::collections::BTreeMap;

use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::CostVector;
use crate::model::unit::UnitId;

/// Batas: a limit on how many people move – altogether, into a unit, or out of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Batas {
    Pindah,
    Masuk(UnitId),
    Keluar(UnitId),
}

impl Batas {
    /// The limits in which a move between these units counts; one within a unit counts in the first alone.
    pub fn of_move(from: UnitId, to: UnitId) -> impl Iterator<Item = Batas> {
        let across = (from != to).then_some([Batas::Keluar(from), Batas::Masuk(to)]);
        std::iter::once(Batas::Pindah).chain(across.into_iter().flatten())
    }
}

/// The limits of a run; `None` where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BatasRun {
    /// Most people who move in the whole region.
    pub pindah: Option<u32>,
    /// Most people who come to one unit from others, and who leave one for others.
    pub masuk: Option<u32>,
    pub keluar: Option<u32>,
    /// Most moves of which each but the first fills a place that the one before it leaves.
    pub rantai: Option<u32>,
}

impl BatasRun {
    /// How many people a limit lets move.
    pub fn of(&self, batas: Batas) -> Option<u32> {
        match batas {
            Batas::Pindah => self.pindah,
            Batas::Masuk(_) => self.masuk,
            Batas::Keluar(_) => self.keluar,
        }
    }

    /// Whether some limit is on single units.
    pub fn has_caps(&self) -> bool {
        self.masuk.is_some() || self.keluar.is_some()
    }

    /// Whether there is any limit.
    pub fn any(&self) -> bool {
        *self != BatasRun::default()
    }
}

/// Pembatas: what of the limits stands against another plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pembatas {
    /// More people would move in a limit than it lets.
    Batas(Batas),
    /// A chain would be longer than one may be.
    Rantai,
}

/// Terhalang: a post that the best plan without limits fills further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terhalang {
    /// By so many places.
    pub tempat: u32,
    /// The limits that stand against it there; empty where they bind only elsewhere.
    pub batas: Vec<Pembatas>,
}

/// How a plan keeps the limits of its run, and the proof of how good it is among those that do.
///
/// Each limit r has a multiplier λ(r), a cost vector that is not less than zero; every move in the limit pays it. With
/// c the number that r lets move, no plan that keeps the limits costs less than
///
/// ```text
/// (the least cost under the multipliers)  −  Σ λ(r) · c(r)
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batasan {
    /// Multiplier of each limit; those that are not named have none.
    pub harga: BTreeMap<Batas, CostVector>,
    /// How many people move in each limit.
    pub terpakai: BTreeMap<Batas, u32>,
    /// The plan's cost less that bound; zero where the plan is proven best.
    pub selisih: CostVector,
    /// Pairs that were closed so that limits are kept which multipliers alone did not keep.
    pub tertutup: Vec<(PegawaiId, PostId)>,
    /// Whether the plan was found with limits on units closed in place of their multipliers, which then prove only.
    pub tanpa_harga: bool,
    /// Price of one more holder of each post, and in each bounded total, with these pairs closed, where there are such; the
    /// plan's own prices, those of the proof, know nothing of them.
    pub harga_sendiri: Option<(Vec<CostVector>, Vec<CostVector>)>,
    /// Posts that the best plan without limits fills further.
    pub terhalang: BTreeMap<PostId, Terhalang>,
    /// The kinds of limits among them, each in a few words: `8 berpindah`.
    pub mengikat: Vec<String>,
    /// Each limit with what the plan makes of it, in a sentence.
    pub kalimat: Vec<String>,
    /// How far the plan may be from the best one, in a sentence.
    pub bukti: String,
}

impl Batasan {
    /// Whether the plan is proven the best of those that keep the limits.
    pub fn proven(&self) -> bool {
        self.selisih.iter().all(|level| *level == 0)
    }

    /// How many people move in a limit.
    pub fn used(&self, batas: Batas) -> u32 {
        self.terpakai.get(&batas).copied().unwrap_or(0)
    }
}
