//! Who could come to the posts of a unit that stay short, and what stands against each.

use super::Dasar;
use super::putusan::solution;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::Plan;
use crate::model::unit::UnitId;
use crate::place::alternative::Alternative;
use crate::place::explain::{Regret, Residual};
use crate::place::family::{Case, Family};
use crate::place::limits;
use crate::place::sentences;

/// So many candidates are told of a post.
const NAMED: usize = 3;

/// Of each post of the unit that stays short those who pass every rule for it, the cheapest first, in a sentence each.
pub fn calon(dasar: Dasar, plan: &Plan, unit: UnitId) -> Vec<(PostId, Vec<String>)> {
    let posts = plan.unfilled.iter().filter(|open| open.calon > 0).map(|open| open.post);
    let short: Vec<PostId> = posts.filter(|post| dasar.needs.post(*post).unit == unit).collect();
    if short.is_empty() {
        return Vec::new();
    }
    let case = Case::new(dasar.facts()).limited(plan);
    let of_family = |family: &Family| {
        let here: Vec<PostId> = short.iter().copied().filter(|post| family.posts.contains(post)).collect();
        if here.is_empty() { Vec::new() } else { of_posts(&case, family, plan, &here) }
    };
    case.families.iter().flat_map(of_family).collect()
}

fn of_posts(case: &Case, family: &Family, plan: &Plan, posts: &[PostId]) -> Vec<(PostId, Vec<String>)> {
    let problem = case.problem(family, &case.judged(family));
    let solution = solution(family, &problem, plan);
    let residual = Residual::new(&problem, &solution);
    let of_post = |id: &PostId| {
        let post = family.posts.iter().position(|other| other == id)?;
        let elsewhere =
            |person: &usize| solution.post[*person] as usize != post && problem.people[*person].home as usize != post;
        let people: Vec<usize> = (0..family.movable.len()).filter(elsewhere).collect();
        let told = cheapest(&residual, &people, post).into_iter().filter_map(|(person, regret)| {
            let regret = limits::plain(case, family, &problem, &solution, regret)?;
            let coming = Alternative::of(case, family, &problem, &solution, &regret);
            let id: PegawaiId = family.movable[person];
            Some(sentences::calon(&case.facts, id, &coming))
        });
        Some((*id, told.collect()))
    };
    posts.iter().filter_map(of_post).collect()
}

/// The people whom it costs least to send there. The pair's own price is the least it can cost, so the search ends where
/// that alone is dearer than what was found.
fn cheapest(residual: &Residual, people: &[usize], post: usize) -> Vec<(usize, Regret)> {
    let mut bounds: Vec<_> =
        people.iter().filter_map(|person| Some((residual.least_of_sending(*person, post)?, *person))).collect();
    bounds.sort_unstable();
    let mut best: Vec<(usize, Regret)> = Vec::new();
    for (least, person) in bounds {
        if best.len() == NAMED && best.last().is_some_and(|(_, dearest)| dearest.cost <= least) {
            break;
        }
        if let Some(regret) = residual.regret_of_sending(person, post) {
            let at = best.partition_point(|(_, other)| other.cost <= regret.cost);
            best.insert(at, (person, regret));
            best.truncate(NAMED);
        }
    }
    best
}
