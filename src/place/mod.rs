//! Placing: who should move where, proven best in the published order of goals, and why.
//!
//! Facts become families of posts that can exchange people (`family`); all pairs of one are judged (`judged`, `worth`),
//! each rule as seldom as its scope allows; each family is one min-cost flow, solved by the network
//! simplex with prices over all eligible pairs (`pricing`); the residual graph tells what each decision costs
//! (`explain`); the audit, which shares no code with any of these, proves the whole (`audit`).

pub mod adil;
mod alternative;
pub mod audit;
mod berlebih;
mod candidates;
mod compose;
pub mod demand;
mod even;
mod explain;
pub mod facts;
mod family;
mod jenis_pindah;
mod judged;
mod karena;
mod keluarga;
mod keputusan;
mod kinds;
mod levels;
mod lex;
mod limits;
pub mod marks;
pub mod model;
mod network;
pub mod objectives;
mod open_posts;
mod packed;
mod points;
mod pricing;
mod problem;
mod reach;
mod rotasi;
pub mod rules;
pub mod scope;
mod sentences;
mod simplex;
#[cfg(test)]
mod ssp;
pub mod telaah;
mod terbit;
#[cfg(test)]
mod tests;
mod tie;
mod worth;

use rayon::prelude::*;

use crate::law::Law;
use crate::model::needs::Needs;
use crate::model::plan::Plan;
use crate::model::roster::Roster;
use crate::place::compose::{Explained, Lagi, Outcome};
use crate::place::explain::{OneMore, Regret};
use crate::place::facts::Facts;
use crate::place::family::{Case, Family};
use crate::place::limits::Settled;
use crate::place::open_posts::Open;
use crate::place::problem::{Problem, Solution, Tolls};
use crate::settings::Settings;

/// The best plan, explained and audited. Does no I/O and cannot fail: nobody moving is always a plan.
pub fn plan(roster: &Roster, needs: &Needs, law: &Law, settings: &Settings) -> Plan {
    let mut case = Case::new(Facts::new(roster, needs, law, settings));
    let limited = settings.rencana.batas().any();
    // First the ladder of places, from the totals alone; then, on this ladder, the multipliers of the limits.
    case.make_even();
    let (mut outcomes, mut settled) = all(&mut case, limited);
    loop {
        let changed = keluarga::keep_apart(&mut case, &outcomes);
        // What keeps couples apart may ask for other prices of all places; and who is kept apart from somebody may bring
        // others over a limit, and those again a couple together.
        let raised = !changed.is_empty() && case.make_even();
        if raised || limited && !changed.is_empty() {
            (outcomes, settled) = all(&mut case, limited);
            continue;
        }
        for family in changed {
            outcomes[family] = solve(&case, &case.families[family], None);
        }
        break;
    }
    let mut plan = compose::plan(&case, &outcomes);
    settled.into_iter().for_each(|settled| settled.told(&mut plan));
    plan.keputusan = keputusan::hasil(&case, &plan);
    let (karena, terbuka) = karena::karena(&case, &plan);
    keputusan::tell_open(&case, &mut plan, &terbuka);
    for step in &mut plan.moves {
        karena.get(&step.pegawai).into_iter().for_each(|own| step.alasan = format!("{own} {}", step.alasan));
    }
    plan.terbit = terbit::banding(&case, &plan, &karena);
    rotasi::tell(&case, &mut plan);
    plan.certificate = audit::certify(roster, needs, law, settings, &plan);
    plan
}

/// Every family solved, within the limits where there are any.
fn all(case: &mut Case, limited: bool) -> (Vec<Outcome>, Option<Settled>) {
    let mut settled = limited.then(|| limits::settle(case));
    let found = settled.as_mut().map(|settled| std::mem::take(&mut settled.solutions)).unwrap_or_default();
    let solve = |(at, family): (usize, &Family)| solve(case, family, found.get(at).cloned());
    (case.families.par_iter().enumerate().map(solve).collect(), settled)
}

/// Every pair of a region judged, and ready to be solved: for measuring the two beside each other.
pub struct Dinilai<'a> {
    case: Case<'a>,
    problems: Vec<Problem>,
    /// Pairs of a movable person and another post of the same family.
    pub pairs: u64,
}

/// Judges all pairs as `plan` does, each rule and each objective.
pub fn judge<'a>(roster: &'a Roster, needs: &'a Needs, law: &'a Law, settings: &'a Settings) -> Dinilai<'a> {
    let case = Case::new(Facts::new(roster, needs, law, settings));
    let problem = |family: &Family| case.problem(family, &case.judged(family));
    let problems: Vec<Problem> = case.families.par_iter().map(problem).collect();
    // Everyone is at home in one of the posts.
    let pairs = |problem: &Problem| (problem.people.len() * problem.posts.len().saturating_sub(1)) as u64;
    Dinilai { pairs: problems.iter().map(pairs).sum(), problems, case }
}

impl Dinilai<'_> {
    /// Pairs that no rule forbids.
    pub fn eligible(&self) -> u64 {
        self.problems.par_iter().map(Problem::count).sum()
    }

    /// Kinds of posts that rules tell apart.
    pub fn kinds(&self) -> usize {
        self.case.kinds.count()
    }

    /// Solves every family, as `plan` does; answers how many people move.
    pub fn solve(&self) -> usize {
        let moved = |problem: &Problem| {
            let solution = pricing::solve(problem);
            solution.post.iter().zip(&problem.people).filter(|(post, person)| **post != person.home).count()
        };
        self.problems.par_iter().map(moved).sum()
    }
}

/// One family from its facts to its moves, by this solution where limits have found it. Its pairs are forgotten at the
/// end, so they never all exist at once.
fn solve(case: &Case, family: &Family, found: Option<Solution>) -> Outcome {
    let judged = case.judged(family);
    let problem = case.problem(family, &judged);
    let solution = found.unwrap_or_else(|| pricing::solve(&problem));
    let need: Vec<u32> = family.posts.iter().map(|post| open_posts::need(case, *post)).collect();
    // A plan that may use what limits closed can be cheaper under their multipliers than the one that keeps them.
    let tolls = || Tolls { loose: true, ..problem.tolls.clone() };
    let free = || Problem { tolls: tolls(), ..case.free_problem(family, &judged) };
    let terbuka = limits::closes(case, family).then(free);
    let (problem, terbuka) = (&problem, terbuka.as_ref());
    let open = Open { case, family, problem, solution: &solution, judged: &judged, need: &need, terbuka };
    compose::outcome(&open, explained(&open))
}

/// Every question whose answer is written down, put to the residual graph of a solved family.
fn explained(open: &Open) -> Explained {
    let Open { case, family, problem, solution, need, .. } = *open;
    let plain = |regret: Regret| limits::plain(case, family, problem, solution, regret);
    let terbuka = open.terbuka.map(|problem| explain::Residual::new(problem, solution));
    let told = |more: OneMore| match more {
        OneMore::Price(regret) => match plain(regret) {
            Ok(regret) => Lagi::Harga(regret),
            Err(beyond) => Lagi::Terbatas(Some(beyond.regret.clone()), beyond.told(case)),
        },
        OneMore::Nobody(posts) => Lagi::Buntu(posts),
        OneMore::Totals { at, full } => Lagi::Total { at, full },
    };
    let more = |(post, more): (usize, OneMore)| {
        let lagi = match (more, &terbuka) {
            // Pairs that limits closed are open to other plans.
            (OneMore::Nobody(_) | OneMore::Totals { .. }, Some(terbuka)) => {
                terbuka.stuck(post).map_or_else(|| Lagi::Terbatas(None, sentences::TERTUTUP.into()), told)
            }
            (more, _) => told(more),
        };
        (post, lagi)
    };
    let residual = explain::Residual::new(problem, solution);
    let moves = |person: &usize| solution.post[*person] != problem.people[*person].home;
    let movers: Vec<usize> = (0..problem.people.len()).filter(moves).collect();
    let roomy = |post: &usize| {
        let holders = solution.holders[*post];
        holders < need[*post] && holders < problem.posts[*post].high
    };
    let short: Vec<usize> = (0..problem.posts.len()).filter(roomy).collect();
    Explained {
        moves: movers.par_iter().map(|person| (*person, residual.regret(*person).map(plain))).collect(),
        lagi: short.iter().copied().zip(residual.one_more(&short)).map(more).collect(),
        calon: open.candidates(&residual, terbuka.as_ref()),
    }
}
