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
        self.coming_but(post, count, rank, &[])
    }

    /// The same without those who are known already.
    pub fn coming_but<R: Ord + Copy>(
        &self,
        post: usize,
        count: usize,
        rank: impl Fn(usize) -> R,
        known: &[usize],
    ) -> (Vec<Coming>, usize) {
        let mut waiting = self.waiting(post);
        waiting.retain(|waits| !known.contains(&waits.person));
        match self.packed().map(|rows| self.coming_by(rows, post, &waiting, count, &rank)) {
            Some(Ok(found)) => found,
            Some(Err(Spilt)) | None => {
                self.coming_by(self.plain(), post, &waiting, count, &rank).expect("vectors hold any way")
            }
        }
    }

    /// Most ways lead round by the sink, and from there they are the same for every post (`Round`): the search looks only for
    /// those that lead elsewhere and cost less.
    fn coming_by<S: Scale, R: Ord + Copy>(
        &self,
        rows: &Rows<S>,
        post: usize,
        waiting: &[Waits],
        count: usize,
        rank: &impl Fn(usize) -> R,
    ) -> Result<(Vec<Coming>, usize), Spilt> {
        let sink = self.sink();
        let Some(least) = waiting.iter().map(|waits| waits.own).min() else { return Ok((Vec::new(), 0)) };
        let round = self.round();
        let start = [Edge { length: Price::default(), to: post as u32, by: NOBODY }];
        let mut search = Search::new(self, rows, &start).short_of(sink);
        let over =
            |way: Price| waiting.iter().filter_map(move |waits| Some(waits.own + way + round.distance(waits.seat)?));
        let first = self.to_sink(post).filter(|edge| edge.to as usize == sink);
        first.iter().for_each(|edge| search.know(edge.length, round));
        let mut known: Vec<[i64; GOALS]> = first.iter().flat_map(|edge| over(edge.length)).map(goals).collect();
        let sought = match known.len() >= count {
            true => count,
            false => {
                let reached = self.reached([post], None);
                count.min(waiting.iter().filter(|waits| reached.has(waits.seat)).count())
            }
        };
        if sought == 0 {
            return Ok((Vec::new(), waiting.len()));
        }
        let mut bound = Bound { sought, least };
        bound.narrow(&mut search, &mut known);
        let (by_seat, mut here) = (self.by_seat(waiting), Vec::new());
        while let Some(node) = search.settle()? {
            if node == sink {
                search.know(search.distance[sink], round);
                known = over(search.distance[sink]).map(goals).collect();
                bound.narrow(&mut search, &mut known);
            } else if !by_seat[node].is_empty() {
                here.extend(by_seat[node].iter().map(|own| goals(*own + search.distance[node])));
                bound.narrow(&mut search, &mut here);
                here.truncate(sought);
            }
        }
        Ok(self.cheapest_of(waiting, &search, count, rank))
    }

    /// The cheapest of those who wait, by the ways a search has found, and how many no way leads to where too few are found.
    fn cheapest_of<S: Scale, R: Ord + Copy>(
        &self,
        waiting: &[Waits],
        search: &Search<'_, '_, S>,
        count: usize,
        rank: &impl Fn(usize) -> R,
    ) -> (Vec<Coming>, usize) {
        let (round, sink) = (self.round(), self.sink());
        let way = |waits: &Waits| {
            let far =
                search.is_settled(sink).then(|| Some(search.distance[sink] + round.distance(waits.seat)?)).flatten();
            let near = search.is_settled(waits.seat).then(|| search.distance[waits.seat]);
            // Of equal ways the one that does not lead round: no post stands on it twice.
            match (near, far) {
                (Some(near), Some(far)) if far < near => Some((far, true)),
                (Some(near), _) => Some((near, false)),
                (None, far) => Some((far?, true)),
            }
        };
        let mut best: Vec<([i64; GOALS], R, &Waits, Price, bool)> = Vec::new();
        for waits in waiting {
            let Some((way, over)) = way(waits) else { continue };
            let cost = waits.own + way;
            let own = goals(cost);
            if best.len() == count && best.last().is_some_and(|last| last.0 < own) {
                continue;
            }
            let key = (own, rank(waits.person));
            let at = best.partition_point(|other| (other.0, other.1) < key);
            if at < count {
                best.insert(at, (key.0, key.1, waits, cost, over));
                best.truncate(count);
            }
        }
        let stuck = if best.len() < count { waiting.len() - best.len() } else { 0 };
        let coming = |(_, _, waits, cost, over): ([i64; GOALS], R, &Waits, Price, bool)| Coming {
            person: waits.person,
            regret: search.regret_round(over.then_some(round), waits.person, waits.seat, cost),
        };
        (best.into_iter().map(coming).collect(), stuck)
    }

    /// Those who may come, each with the pair's own price.
    fn waiting(&self, post: usize) -> Vec<Waits> {
        let mut waiting = Vec::new();
        for (person, &seat) in self.solution.post.iter().enumerate() {
            if seat as usize == post || self.problem.people[person].home as usize == post {
                continue;
            }
            if let Some(own) = self.least_of_sending(person, post) {
                waiting.push(Waits { person, seat: seat as usize, own });
            }
        }
        waiting
    }

    fn by_seat(&self, waiting: &[Waits]) -> Vec<Vec<Price>> {
        let mut seats = vec![Vec::new(); self.problem.posts.len() + self.hubs.len()];
        waiting.iter().for_each(|waits| seats[waits.seat].push(waits.own));
        seats
    }
}

/// Someone who may come, where the plan has him or her, and the pair's own price.
struct Waits {
    person: usize,
    seat: usize,
    own: Price,
}

/// What those sought cost at most, as far as is known.
struct Bound {
    sought: usize,
    /// The least that any of them costs beside the way.
    least: Price,
}

impl Bound {
    /// Lets the search leave alone what costs more than so many known ones.
    fn narrow<S: Scale>(&mut self, search: &mut Search<'_, '_, S>, known: &mut [[i64; GOALS]]) {
        if known.len() >= self.sought {
            let (_, most, _) = known.select_nth_unstable(self.sought - 1);
            search.within(untied(*most), self.least);
        }
    }
}
