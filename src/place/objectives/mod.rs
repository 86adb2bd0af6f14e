//! What makes one eligible move better than another: one file each, and one line here.
//!
//! Sex, religion, marital status and age are no objective and may not become one (domain §0, trap 6).
//!
//! A gap in the data neither speaks for a move nor against it. Where a part is not known of a person, it counts as for
//! the middle one of those colleagues of the same jabatan of whom it is known, and is said to be *tidak dapat dinilai*;
//! where it is known of none of them, it counts for nobody. A part of which the whole folder tells nothing is left out
//! of the run, and that is said once.

mod part;

use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{MeritPart, ObjectiveInfo, Tujuan};
use crate::place::facts::{Facts, Pair};
use crate::place::rules::Scene;
use crate::place::scope::Scope;

pub use part::Points;

/// Declares the files and lists their objectives, in order of their codes.
macro_rules! objectives {
    ($($name:ident),+ $(,)?) => {
        $(pub mod $name;)+

        /// Every objective, in order of its code.
        pub const OBJECTIVES: &[&Objective] = &[$(&$name::OBJECTIVE),+];
    };
}

objectives![
    linearitas,
    kinerja,
    jarak,
    rotasi,
    kompetensi,
    pengalaman,
    keahlian,
    integritas,
    potensial,
    strategis,
    aspirasi,
    keberlanjutan,
];

/// Most points of one part, for or against. Twenty such parts fit into 31 bits, and the points of five million people
/// into the 63 bits of a level, so that no sum of the solver or the audit overflows, whatever the weights.
pub const MOST_POINTS: i64 = 100_000_000;

/// One objective of the merit level.
pub struct Objective {
    /// Stable code, `O-101`.
    pub code: &'static str,
    pub title: &'static str,
    /// What it rests on, or that it is a choice of the office.
    pub basis: &'static str,
    /// How points follow from the facts, in a sentence with the keys of the weights.
    pub skala: &'static str,
    /// What it means to be ahead in it, after "terutama karena".
    pub unggul: &'static str,
    /// What is missing where it cannot be judged: `predikat kinerja`.
    pub perlu: &'static str,
    /// Weights in force, as text.
    pub bobot: fn(&Facts) -> String,
    /// The most it can speak for a move under these weights; `None` where there is no such end.
    pub maks: fn(&Facts) -> Option<i64>,
    /// Whether the folder tells of a person what this judges by.
    pub known: fn(&Facts, PegawaiId) -> bool,
    /// How much of a person and a post it looks at: so often is it asked.
    pub scope: Scope,
    /// Points of a move; positive speaks for it.
    pub judge: fn(&Pair) -> Points,
    pub examples: &'static [Example],
}

/// A case: a small region changed a little, and the points and words the objective then gives.
pub struct Example {
    pub change: fn(&mut Scene),
    pub judged: bool,
    pub points: i64,
    pub sentence: &'static str,
}

/// A case that is judged.
const fn judged(change: fn(&mut Scene), points: i64, sentence: &'static str) -> Example {
    Example { change, judged: true, points, sentence }
}

/// A case in which something is missing.
const fn missing(change: fn(&mut Scene), points: i64, sentence: &'static str) -> Example {
    Example { change, judged: false, points, sentence }
}

/// The objectives for which the folder knows something of at least one person.
pub fn with_data(facts: &Facts) -> Vec<&'static Objective> {
    let known = |objective: &&&Objective| facts.roster.pegawai_ids().any(|id| (objective.known)(facts, id));
    OBJECTIVES.iter().filter(known).copied().collect()
}

/// The objective that is a goal of its own where the order of goals names it; its points count towards *kecocokan* too.
pub fn of_goal(tujuan: Tujuan) -> Option<&'static Objective> {
    match tujuan {
        Tujuan::Aspirasi => Some(&aspirasi::OBJECTIVE),
        Tujuan::Jarak => Some(&jarak::OBJECTIVE),
        Tujuan::Keterisian | Tujuan::Perpindahan | Tujuan::Perubahan | Tujuan::Kecocokan => None,
    }
}

impl Facts<'_> {
    /// The objective alone, or nothing where this folder has no data for it.
    pub fn in_run(&self, objective: &Objective) -> Vec<&'static Objective> {
        self.timbangan.objectives.iter().filter(|other| other.code == objective.code).copied().collect()
    }

    /// Points of a move that count towards a goal; 0 for one that is not counted in points.
    pub fn points_for(&self, tujuan: Tujuan, id: PegawaiId, from: PostId, to: PostId) -> i64 {
        match of_goal(tujuan) {
            Some(objective) => {
                let own = self.timbangan.objectives.iter().filter(|other| other.code == objective.code);
                points_by(own, &self.pair(id, from, to, false))
            }
            None if tujuan.is_points() => self.points(id, from, to),
            None => 0,
        }
    }

    /// Sum of the points of a move.
    pub fn points(&self, id: PegawaiId, from: PostId, to: PostId) -> i64 {
        points_by(&self.timbangan.objectives, &self.pair(id, from, to, false))
    }

    /// The same points one by one, in words, in the order of `Facts::objectives`.
    pub fn merit(&self, id: PegawaiId, from: PostId, to: PostId) -> Vec<MeritPart> {
        let ask = self.pair(id, from, to, true);
        let part = |objective: &&Objective| {
            let Points { points, judged, sentence } = (objective.judge)(&ask);
            let maks = (objective.maks)(self);
            MeritPart { code: objective.code, title: objective.title, points: bounded(points), maks, judged, sentence }
        };
        self.timbangan.objectives.iter().map(part).collect()
    }

    /// The objectives with the weights in force, and of how many people the folder tells what they judge by.
    pub fn objective_infos(&self) -> Vec<ObjectiveInfo> {
        let known =
            |objective: &Objective| self.roster.pegawai_ids().filter(|id| (objective.known)(self, *id)).count() as u32;
        let info = |objective: &&Objective| ObjectiveInfo {
            code: objective.code,
            title: objective.title,
            basis: objective.basis,
            skala: objective.skala,
            perlu: objective.perlu,
            bobot: (objective.bobot)(self),
            maks: (objective.maks)(self),
            diketahui: known(objective),
            dari: self.roster.pegawai.len() as u32,
        };
        OBJECTIVES.iter().map(info).collect()
    }
}

/// Sum of the points that these objectives give.
pub(super) fn points_by<'a>(objectives: impl IntoIterator<Item = &'a &'static Objective>, ask: &Pair) -> i64 {
    objectives.into_iter().map(|objective| bounded((objective.judge)(ask).points)).sum()
}

fn bounded(points: i64) -> i64 {
    points.clamp(-MOST_POINTS, MOST_POINTS)
}

#[cfg(test)]
mod tests;
