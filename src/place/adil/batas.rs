//! Fairness under limits on the whole plan: the plan by hand keeps them too, so all families are looked at together.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::tangan::{self, Allows, Butuh};
use super::ukuran::Tempat;
use super::{View, butuh};
use crate::model::batasan::{Batas, BatasRun, Batasan};
use crate::model::plan::Plan;
use crate::place::family::{Case, Family};
use crate::place::limits;
use crate::place::problem::Problem;

/// A view of each family. The plan by hand takes the most urgent post of all of them first, and has no chains.
pub(super) fn views(case: &Case, batasan: &Batasan, plan: &Plan, moved: &Tempat) -> Vec<View> {
    let free = |family: &Family| case.free_problem(family, &case.judged(family));
    let problems: Vec<Problem> = case.families.par_iter().map(free).collect();
    let families: Vec<(&Problem, Butuh)> =
        problems.iter().zip(&case.families).map(|(problem, family)| (problem, butuh(case, family))).collect();
    let limits = case.facts.settings.rencana.batas();
    let mut terpakai = Terpakai { case, problems: &problems, limits, used: BTreeMap::new() };
    let moves = tangan::by_hand_within(&families, &mut terpakai);
    let of = |((family, free), moves): ((&Family, &Problem), Vec<(usize, usize)>)| {
        let mut priced = free.clone();
        limits::lay(case, family, batasan, &mut priced);
        let by_hand = moves.into_iter().map(|(person, post)| (family.movable[person], family.posts[post])).collect();
        View::of(case, family, (free, &priced), by_hand, (plan, moved))
    };
    case.families.par_iter().zip(&problems).zip(moves).map(of).collect()
}

/// How many move in each limit so far.
struct Terpakai<'a> {
    case: &'a Case<'a>,
    problems: &'a [Problem],
    limits: BatasRun,
    used: BTreeMap<Batas, u32>,
}

impl Terpakai<'_> {
    fn rows(&self, family: usize, person: usize, post: usize) -> impl Iterator<Item = Batas> + use<> {
        let posts = &self.case.families[family].posts;
        let unit = |post: usize| self.case.facts.needs.post(posts[post]).unit;
        Batas::of_move(unit(self.problems[family].people[person].home as usize), unit(post))
    }
}

impl Allows for Terpakai<'_> {
    fn lets(&self, family: usize, person: usize, post: usize) -> bool {
        let used = |row: &Batas| self.used.get(row).copied().unwrap_or(0);
        self.rows(family, person, post).all(|row| self.limits.of(row).is_none_or(|cap| used(&row) < cap))
    }

    fn takes(&mut self, family: usize, person: usize, post: usize) {
        self.rows(family, person, post).for_each(|row| *self.used.entry(row).or_default() += 1);
    }
}
