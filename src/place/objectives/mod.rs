//! What makes one eligible move better than another: one file each, and one line here.
//!
//! Sex, religion, marital status and age are no objective and may not become one (domain §0, trap 6).

use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{MeritPart, ObjectiveInfo};
use crate::place::facts::{Facts, Pair};
use crate::place::rules::Scene;

/// Declares the files and lists their objectives, in order of their codes.
macro_rules! objectives {
    ($($name:ident),+ $(,)?) => {
        $(pub mod $name;)+

        /// Every objective, in order of its code.
        pub const OBJECTIVES: &[&Objective] = &[$(&$name::OBJECTIVE),+];
    };
}

objectives![linearitas, kinerja, jarak, rotasi];

/// One objective of the merit level.
pub struct Objective {
    /// Stable code, `O-101`.
    pub code: &'static str,
    pub title: &'static str,
    /// What it rests on, or that it is a choice of the office.
    pub basis: &'static str,
    /// What it means to be ahead in it, after "terutama karena".
    pub unggul: &'static str,
    /// Weights in force, as text.
    pub bobot: fn(&Facts) -> String,
    /// Points of a move; positive speaks for it. `None` when a fact is missing: then it is not judged, and says so.
    pub judge: fn(&Pair) -> Option<Points>,
    pub examples: &'static [Example],
}

/// Points with both sides of the comparison in words (empty when words were not wanted).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Points {
    pub points: i64,
    pub sentence: String,
}

/// A case: a small region changed a little, and the points and words the objective then gives.
pub struct Example {
    pub change: fn(&mut Scene),
    pub expect: Option<(i64, &'static str)>,
}

impl Facts<'_> {
    /// Sum of the points of a move; what cannot be judged adds nothing for anyone to lose or win by.
    pub fn points(&self, id: PegawaiId, from: PostId, to: PostId) -> i64 {
        let ask = self.pair(id, from, to, false);
        OBJECTIVES.iter().filter_map(|objective| (objective.judge)(&ask)).map(|judged| judged.points).sum()
    }

    /// The same points one by one, in words.
    pub fn merit(&self, id: PegawaiId, from: PostId, to: PostId) -> Vec<MeritPart> {
        let ask = self.pair(id, from, to, true);
        let part = |objective: &&Objective| {
            let (points, sentence) = match (objective.judge)(&ask) {
                Some(judged) => (judged.points, Some(judged.sentence)),
                None => (0, None),
            };
            MeritPart { code: objective.code, title: objective.title, points, sentence }
        };
        OBJECTIVES.iter().map(part).collect()
    }

    /// The objectives with the weights in force.
    pub fn objective_infos(&self) -> Vec<ObjectiveInfo> {
        let info = |objective: &&Objective| ObjectiveInfo {
            code: objective.code,
            title: objective.title,
            basis: objective.basis,
            bobot: (objective.bobot)(self),
        };
        OBJECTIVES.iter().map(info).collect()
    }
}

#[cfg(test)]
mod tests;
