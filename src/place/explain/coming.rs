//! Who could come to a post, the cheapest first: all of them in one search from the post, since what sending a person
//! costs is the pair's own price and the way from the post to where that person sits.

use super::rows::{Rows, Scale};
use super::search::{Search, Spilt};
use super::{Edge, NOBODY, Regret, Residual};
use crate::model::plan::{LEVELS, SERI};
use crate::place::lex::Lex;
use crate::place::problem::Price;

/// Someone who could come to a post, and the cheapest plan that sends him or her there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    pub person: usize,
    pub regret: Regret,
}

/// The levels that are goals: all but the last, which settles ties.
const GOALS: usize = LEVELS - 1;

/// A price on every goal. Those who differ in the last level alone are equal.
fn goals(price: Price) -> [i64; GOALS] {
    std::array::from_fn(|level| price.0[level])
}

/// A price that is the same on every goal.
fn untied(goals: [i64; GOALS]) -> Price {
    let mut levels = [0; LEVELS];
    levels[..SERI].copy_from_slice(&goals);
    Lex(levels)
}

impl Residual<'_> {
    /// The people to whom the plan gives another post and whom it costs least to send to this one, so many at most; of
    /// equals on every goal the one whom `rank` puts first. Those who hold the post today are left out. Where there are
    /// fewer than asked for, the number of those whom no plan can send there although no rule forbids it; else 0.
    pub fn coming<R: Ord + Copy>(&self, post: usize, count: usize, rank: impl Fn(usize) -> R) -> (Vec<Coming>, usize) {
        match self.packed().map(|rows| self.coming_by(rows, post, count, &rank)) {
            Some(Ok(found)) => found,
            Some(Err(Spilt)) | None => self.coming_by(self.plain(), post, count, &rank).expect("vectors hold any way"),
        }
    }

    fn coming_by<S: Scale, R: Ord + Copy>(
        &self,
        rows: &Rows<S>,
        post: usize,
        count: usize,
        rank: &impl Fn(usize) -> R,
    ) -> Result<(Vec<Coming>, usize), Spilt> {
        let mut waiting = self.waiting(post);
        let all = waiting.sorted.len();
        // Where nobody can follow the one who comes, no way leads; to look for one would go through the whole family.
        let reached = self.reached([post], None);
        waiting.sorted.retain(|(_, seat)| reached.has(*seat as usize));
        let mut best: Vec<([i64; GOALS], R, Coming)> = Vec::new();
        let start = [Edge { length: Price::default(), to: post as u32, by: NOBODY }];
        let mut search = Search::new(self, rows, &start);
        while let Some(node) = search.settle()? {
            let distance = search.distance[node];
            waiting.pass(|seat| seat != node && search.is_settled(seat));
            let Some(least) = waiting.least() else { break };
            let last = best.last().filter(|_| best.len() == count).map(|last| last.0);
            if last.is_some_and(|last| last < goals(least + distance)) {
                break;
            }
            for &(own, person) in waiting.at(node) {
                let cost = own + distance;
                let key = (goals(cost), rank(person));
                if best.len() == count && best.last().is_some_and(|last| (last.0, last.1) < key) {
                    continue;
                }
                let at = best.partition_point(|other| (other.0, other.1) < key);
                best.insert(at, (key.0, key.1, Coming { person, regret: search.regret(person, node, cost) }));
                best.truncate(count);
            }
            if let Some(last) = best.last().filter(|_| best.len() == count) {
                search.within(untied(last.0), least);
            }
        }
        let stuck = if best.len() < count { all - best.len() } else { 0 };
        Ok((best.into_iter().map(|(_, _, coming)| coming).collect(), stuck))
    }

    fn waiting(&self, post: usize) -> Waiting {
        let mut of_seat: Vec<Vec<(Price, usize)>> = vec![Vec::new(); self.problem.posts.len()];
        let mut sorted = Vec::new();
        for (person, &seat) in self.solution.post.iter().enumerate() {
            if seat as usize == post || self.problem.people[person].home as usize == post {
                continue;
            }
            if let Some(own) = self.least_of_sending(person, post) {
                of_seat[seat as usize].push((own, person));
                sorted.push((own, seat));
            }
        }
        sorted.sort_unstable();
        Waiting { of_seat, sorted, at: 0 }
    }
}

/// Those who may come, by where the plan has them, each with the pair's own price.
struct Waiting {
    of_seat: Vec<Vec<(Price, usize)>>,
    sorted: Vec<(Price, u32)>,
    /// Up to where in `sorted` every seat has been looked at.
    at: usize,
}

impl Waiting {
    fn at(&self, node: usize) -> &[(Price, usize)] {
        self.of_seat.get(node).map_or(&[], Vec::as_slice)
    }

    /// The least own price of those who are left.
    fn least(&self) -> Option<Price> {
        self.sorted.get(self.at).map(|(own, _)| *own)
    }

    /// Passes those whose seat has been looked at.
    fn pass(&mut self, done: impl Fn(usize) -> bool) {
        while self.sorted.get(self.at).is_some_and(|(_, seat)| done(*seat as usize)) {
            self.at += 1;
        }
    }
}
