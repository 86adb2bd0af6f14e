//! Placing: who should move where, proven best in the published order of goals, and why.
//!
//! Facts become families of posts that can exchange people (`family`); each is one min-cost flow, solved by the network
//! simplex with prices over all eligible pairs (`pricing`); the residual graph tells what each decision costs
//! (`explain`); the audit, which shares no code with any of these, proves the whole (`audit`).

mod alternative;
pub mod audit;
mod compose;
pub mod demand;
mod explain;
pub mod facts;
mod family;
mod jenis_pindah;
mod levels;
mod lex;
pub mod marks;
pub mod model;
mod network;
pub mod objectives;
mod pricing;
mod problem;
mod reach;
pub mod rules;
mod sentences;
mod simplex;
#[cfg(test)]
mod ssp;
pub mod telaah;
#[cfg(test)]
mod tests;
mod tie;

use rayon::prelude::*;

use crate::law::Law;
use crate::model::needs::Needs;
use crate::model::plan::Plan;
use crate::model::roster::Roster;
use crate::place::compose::{Explained, Outcome};
use crate::place::facts::Facts;
use crate::place::family::{Case, Family};
use crate::settings::Settings;

/// The best plan, explained and audited. Does no I/O and cannot fail: nobody moving is always a plan.
pub fn plan(roster: &Roster, needs: &Needs, law: &Law, settings: &Settings) -> Plan {
    let case = Case::new(Facts::new(roster, needs, law, settings));
    let outcomes: Vec<Outcome> = case.families.par_iter().map(|family| solve(&case, family)).collect();
    let mut plan = compose::plan(&case, &outcomes);
    plan.certificate = audit::certify(roster, needs, law, settings, &plan);
    plan
}

/// What came of judging every person against every post of their family.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dinilai {
    /// Pairs of a movable person and another post of the same family.
    pub pairs: u64,
    /// Those of them that no rule forbids.
    pub eligible: u64,
}

/// Judges all pairs as `plan` does and solves nothing: the part of its work that grows with the square of a region.
pub fn judge(roster: &Roster, needs: &Needs, law: &Law, settings: &Settings) -> Dinilai {
    let case = Case::new(Facts::new(roster, needs, law, settings));
    let of_family = |family: &Family| {
        let (problem, _) = case.problem(family);
        let (people, posts) = (problem.people.len() as u64, problem.posts.len() as u64);
        let eligible = problem.points.iter().filter(|points| **points != problem::BARRED).count() as u64;
        // Everyone is at home in one of the posts.
        Dinilai { pairs: people * posts - people, eligible: eligible - people }
    };
    let sum = |a: Dinilai, b: Dinilai| Dinilai { pairs: a.pairs + b.pairs, eligible: a.eligible + b.eligible };
    case.families.par_iter().map(of_family).reduce(Dinilai::default, sum)
}

/// One family from its facts to its moves. Its pairs are forgotten at the end, so they never all exist at once.
fn solve(case: &Case, family: &Family) -> Outcome {
    let (problem, refusals) = case.problem(family);
    let solution = pricing::solve(&problem);
    let residual = explain::Residual::new(&problem, &solution);
    let movers: Vec<usize> =
        (0..problem.people.len()).filter(|&person| solution.post[person] != problem.people[person].home).collect();
    let explained = |&person: &usize| {
        let refused = residual.regret(person);
        // Where refusing the post leaves the person at home anyway, both questions have one answer.
        let home = problem.people[person].home as usize;
        let stays = refused.as_ref().is_some_and(|regret| regret.changes.first() == Some(&(person, home)));
        let stayed = if stays { refused.clone() } else { residual.regret_of_staying(person) };
        Explained { person, refused, stayed }
    };
    let moves: Vec<Explained> = movers.par_iter().map(explained).collect();
    compose::outcome(case, family, &problem, solution, &moves, refusals)
}
