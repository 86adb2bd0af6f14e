//! Another plan beside a limited one: what it costs by itself, and which limits it breaks.

use std::collections::BTreeMap;

use super::chains;
use crate::model::batasan::{Batas, Pembatas};
use crate::place::explain::Regret;
use crate::place::family::{Case, Family};
use crate::place::problem::{Price, Problem, Solution};
use crate::place::sentences;

/// Another plan that says nothing of the price of this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beyond {
    /// With what it costs by itself.
    pub regret: Regret,
    /// The limits it breaks; empty where it keeps them and this plan is not proven better.
    pub batas: Vec<Pembatas>,
}

impl Beyond {
    /// What is said of it.
    pub fn told(&self, case: &Case) -> String {
        case.batasan.as_ref().map_or_else(String::new, |own| sentences::melampaui(&case.facts, own, &self.batas))
    }
}

/// Whether pairs of a family were closed for the sake of limits: then what no plan can do may be their doing.
pub fn closes(case: &Case, family: &Family) -> bool {
    let closed = case.batasan.iter().flat_map(|batasan| &batasan.tertutup);
    closed.into_iter().any(|(id, _)| family.movable.binary_search(id).is_ok())
}

/// A regret with what the other plan costs by itself.
///
/// # Errors
/// The other plan where it breaks a limit, or where this one is not proven better.
pub fn plain(
    case: &Case,
    family: &Family,
    problem: &Problem,
    solution: &Solution,
    regret: Regret,
) -> Result<Regret, Box<Beyond>> {
    let Some(batasan) = &case.batasan else { return Ok(regret) };
    let limits = case.facts.settings.rencana.batas();
    let unit = |post: usize| case.facts.needs.post(family.posts[post]).unit;
    let mut more = BTreeMap::<Batas, i64>::new();
    for &(person, post) in &regret.changes {
        let (home, planned) = (problem.people[person].home as usize, solution.post[person] as usize);
        for (seat, sign) in [(post, 1), (planned, -1)].into_iter().filter(|(at, _)| *at != home) {
            Batas::of_move(unit(home), unit(seat)).for_each(|row| *more.entry(row).or_default() += sign);
        }
    }
    let cost = cost(problem, solution, &regret);
    let used = |row: &Batas| i64::from(batasan.used(*row));
    let over = |row: &Batas, more: i64| limits.of(*row).is_some_and(|cap| used(row) + more > cap.into());
    let broken = more.iter().filter(|(row, more)| **more > 0 && over(row, **more));
    let mut batas: Vec<Pembatas> = broken.map(|(row, _)| Pembatas::Batas(*row)).collect();
    let seats = || {
        let mut seats = solution.post.clone();
        regret.changes.iter().for_each(|(person, post)| seats[*person] = *post as u32);
        seats
    };
    if limits.rantai.is_some_and(|most| chains::longest(problem, &seats()) > most as usize) {
        batas.push(Pembatas::Rantai);
    }
    let regret = Regret { cost, ..regret };
    if batas.is_empty() && cost >= Price::default() { Ok(regret) } else { Err(Box::new(Beyond { regret, batas })) }
}

/// What the other plan costs more, without what limits add to the prices.
fn cost(problem: &Problem, solution: &Solution, regret: &Regret) -> Price {
    let (mut cost, mut holders) = (Price::default(), BTreeMap::<usize, i64>::new());
    let own = |person: usize, post: usize| {
        let home = problem.people[person].home;
        let price = problem.price(person, post).expect("people sit in eligible posts");
        if home as usize == post { price } else { price - problem.tolls.of(home, post as u32) }
    };
    for &(person, post) in &regret.changes {
        let planned = solution.post[person] as usize;
        cost += own(person, post) - own(person, planned);
        *holders.entry(post).or_default() += 1;
        *holders.entry(planned).or_default() -= 1;
    }
    for (post, more) in holders {
        let planned = solution.holders[post];
        let then = planned.saturating_add_signed(more as i32);
        (planned..then).for_each(|filled| cost += problem.step(post, filled));
        (then..planned).for_each(|filled| cost -= problem.step(post, filled));
    }
    cost
}
