//! Solving over all eligible pairs while storing arcs for few of them: start with likely arcs, then price out.

use rayon::prelude::*;

use crate::place::lex::Lex;
use crate::place::network::Network;
use crate::place::problem::{Price, Problem, Solution};

/// Arcs a person starts with: the cheapest ones, half of them kept for posts that are short.
pub const START_ARCS: usize = 8;

/// Arcs a person gains in a round of pricing.
const MORE_ARCS: usize = 4;

/// The best plan over every eligible pair, with prices under which no pair is worth adding.
pub fn solve(problem: &Problem) -> Solution {
    solve_from(problem, START_ARCS)
}

/// The same, starting with this many arcs a person; the answer does not depend on it.
pub fn solve_from(problem: &Problem, start_arcs: usize) -> Solution {
    let mut network = Network::new(problem);
    let short: Vec<bool> = short_posts(problem);
    allow(&mut network, by_person(problem, |person| likely(problem, person, &short, start_arcs)));
    loop {
        let solution = network.solve();
        let worthwhile = by_person(problem, |person| bargains(problem, &solution, person));
        if worthwhile.iter().all(Vec::is_empty) {
            return solution;
        }
        allow(&mut network, worthwhile);
    }
}

/// The plan over all arcs at once; for tests of the pricing.
#[cfg(test)]
pub fn solve_full(problem: &Problem) -> Solution {
    let mut network = Network::new(problem);
    let all = |person: usize| {
        let mut posts: Vec<u32> = problem.options(person).map(|(post, _)| post).collect();
        posts.sort_unstable();
        posts
    };
    allow(&mut network, by_person(problem, all));
    network.solve()
}

/// Posts whose next holder has a price today.
fn short_posts(problem: &Problem) -> Vec<bool> {
    let mut holders: Vec<u32> = problem.posts.iter().map(|post| post.fixed).collect();
    problem.people.iter().for_each(|person| holders[person.home as usize] += 1);
    let short = |(post, &n): (usize, &u32)| n < problem.posts[post].high && problem.step(post, n) < Price::default();
    holders.iter().enumerate().map(short).collect()
}

/// Runs `choose` for everyone in parallel; the answers come in person order, so nothing depends on timing.
fn by_person(problem: &Problem, choose: impl Fn(usize) -> Vec<u32> + Sync + Send) -> Vec<Vec<u32>> {
    (0..problem.people.len()).into_par_iter().with_min_len(16).map(choose).collect()
}

fn allow(network: &mut Network, chosen: Vec<Vec<u32>>) {
    for (person, posts) in chosen.into_iter().enumerate() {
        posts.into_iter().for_each(|post| network.allow(person as u32, post));
    }
}

/// The cheapest eligible posts, half of them short ones where there are such.
fn likely(problem: &Problem, person: usize, short: &[bool], count: usize) -> Vec<u32> {
    let cheapest = |wanted: bool, count: usize| {
        let posts = problem.options(person).filter(|(post, _)| short[*post as usize] == wanted);
        lowest(posts.map(|(post, points)| (problem.price_of(person, post, points), post)), count)
    };
    let mut posts = cheapest(true, count - count / 2);
    posts.extend(cheapest(false, count - posts.len()));
    posts
}

/// The pairs that beat the prices, the most negative reduced cost first. Candidates that have an arc are never among
/// them, since the network's own prices bound those.
fn bargains(problem: &Problem, solution: &Solution, person: usize) -> Vec<u32> {
    let levels = problem.urutan.never_gaining();
    let now = solution.post[person] as usize;
    let paid = problem.price(person, now).expect("people sit in eligible posts") + solution.prices[now];
    let better = problem.options(person).filter_map(|(post, points)| {
        // A move gains nothing on the levels before the points, so most pairs are settled by the prices alone.
        let asked = solution.prices[post as usize];
        if asked.0[..levels] > paid.0[..levels] {
            return None;
        }
        let reduced = problem.price_of(person, post, points) + asked - paid;
        (reduced < Lex::default()).then_some((reduced, post))
    });
    lowest(better, MORE_ARCS)
}

/// The posts of the lowest prices.
fn lowest(priced: impl Iterator<Item = (Price, u32)>, count: usize) -> Vec<u32> {
    let mut best: Vec<(Price, u32)> = Vec::with_capacity(count + 1);
    for entry in priced {
        if best.len() < count || best.last().is_some_and(|last| entry < *last) {
            let at = best.partition_point(|other| *other < entry);
            best.insert(at, entry);
            best.truncate(count);
        }
    }
    best.into_iter().map(|(_, post)| post).collect()
}
