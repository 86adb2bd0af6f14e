//! What it would cost to refuse a move, exactly: the cheapest way round in the residual graph of the best plan.
//!
//! The graph is over posts: an edge a → b is the person at a who goes to b most cheaply, over all eligible pairs and not
//! only those the solver kept. A shortest augmentation of a best plan is again a best plan, so the distance is the exact
//! regret (design §5.6). What the questions about one plan have in common – the edges of a post (`rows`) – is made when
//! first needed and kept, so that whoever asks again pays for the search alone (`search`).

mod coming;
mod links;
mod one_more;
mod rows;
mod search;

use std::borrow::Cow;
use std::sync::OnceLock;

use rayon::prelude::*;

pub use coming::Coming;
pub use one_more::OneMore;

use crate::model::plan::LEVELS;
use crate::place::packed::Packing;
use crate::place::problem::{Price, Problem, Solution};
use links::Links;
use rows::{Rows, Vectors, kept};
use search::{Goal, Round, Search, Spilt};

const NOBODY: u32 = u32::MAX;

/// The price of refusing a move, and the alternative it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regret {
    pub cost: Price,
    /// Who would come instead, as an index into the problem's people.
    pub runner_up: Option<usize>,
    /// The post that would hold one person less than planned.
    pub loser: Option<usize>,
    /// The alternative plan: people who would sit elsewhere than planned, with their posts; the refused one first.
    pub changes: Vec<(usize, usize)>,
}

/// A change of one person: who goes from a post to another, and what that adds under the prices of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Edge {
    length: Price,
    to: u32,
    by: u32,
}

/// Residual graph of a solved problem. Nodes are the posts, then the groups, then the sink.
pub struct Residual<'a> {
    problem: Cow<'a, Problem>,
    solution: Cow<'a, Solution>,
    /// People in each post under the plan.
    members: Vec<Vec<u32>>,
    /// What each person's place under the plan costs, the price of the post on top.
    paid: Vec<Price>,
    /// Edges of each group and of the sink: to posts that could hold one person less, to groups that could, and to what
    /// is around it.
    hubs: Vec<Vec<Edge>>,
    /// Edges between posts with their lengths as single numbers; `None` where these have not bits enough.
    packed: OnceLock<Option<Rows<Packing<LEVELS>>>>,
    /// The same as vectors, for the few ways that spill out of the bits.
    plain: OnceLock<Rows<Vectors>>,
    links: OnceLock<Links>,
    round: OnceLock<Round>,
}

impl<'a> Residual<'a> {
    pub fn new(problem: &'a Problem, solution: &'a Solution) -> Residual<'a> {
        Residual::of(Cow::Borrowed(problem), Cow::Borrowed(solution))
    }

    /// The same of a problem that nobody else needs.
    pub fn owning(problem: Problem, solution: Solution) -> Residual<'static> {
        Residual::of(Cow::Owned(problem), Cow::Owned(solution))
    }

    fn of<'b>(problem: Cow<'b, Problem>, solution: Cow<'b, Solution>) -> Residual<'b> {
        let mut members = vec![Vec::new(); problem.posts.len()];
        for (person, post) in solution.post.iter().enumerate() {
            members[*post as usize].push(person as u32);
        }
        let paid = |(person, post): (usize, &u32)| {
            let own = problem.price(person, *post as usize).expect("people sit in eligible posts");
            own + solution.prices[*post as usize]
        };
        let paid = solution.post.iter().enumerate().map(paid).collect();
        let hubs = hubs(&problem, &solution);
        let (packed, plain) = (OnceLock::new(), OnceLock::new());
        let (links, round) = (OnceLock::new(), OnceLock::new());
        Residual { members, paid, hubs, packed, plain, links, round, problem, solution }
    }

    /// The same without packed lengths, or with such as have no room, and with so many edges kept of a post.
    #[cfg(test)]
    pub fn with_rows(self, packed: bool, kept: usize) -> Residual<'a> {
        let packing = Packing::bare(self.extent()).filter(|_| packed).map(Packing::without_room);
        let rows = packing.map(|packing| Rows::new(&self, packing, kept));
        assert!(
            self.packed.set(rows).is_ok() && self.plain.set(Rows::new(&self, Vectors, kept)).is_ok(),
            "not asked yet"
        );
        self
    }

    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    pub fn solution(&self) -> &Solution {
        &self.solution
    }

    /// Makes now what questions would make one after the other.
    pub fn prepare(&self) {
        if let Some(rows) = self.packed() {
            (0..self.problem.posts.len()).into_par_iter().for_each(|post| rows.prepare(self, post));
        }
    }

    /// Regret of forbidding a person the post the plan gives; `None` when nothing else is possible.
    pub fn regret(&self, person: usize) -> Option<Regret> {
        let (target, paid) = (self.solution.post[person], self.paid[person]);
        let others = self.options(person).filter(|(post, _)| *post != target);
        let start: Vec<Edge> = others.map(|(to, reduced)| Edge { length: reduced - paid, to, by: NOBODY }).collect();
        self.cheapest(&start, person, Goal { post: target as usize, people_only: false })
    }

    /// The least that sending a person to this post can cost: what it costs before anybody makes room.
    pub fn least_of_sending(&self, person: usize, post: usize) -> Option<Price> {
        Some(self.reduced(person, post)? - self.paid[person])
    }

    /// Regret of sending a person to this post in place of the plan's; `None` when no plan does.
    pub fn regret_of_sending(&self, person: usize, post: usize) -> Option<Regret> {
        let length = self.least_of_sending(person, post)?;
        let start = [Edge { length, to: post as u32, by: NOBODY }];
        self.cheapest(&start, person, Goal { post: self.solution.post[person] as usize, people_only: false })
    }

    /// The cheapest way from these edges to a post.
    fn cheapest(&self, start: &[Edge], person: usize, goal: Goal) -> Option<Regret> {
        let packed = self.packed().map(|rows| Search::toward(self, rows, start, goal).run(person));
        match packed {
            Some(Ok(found)) => found,
            Some(Err(Spilt)) | None => {
                Search::toward(self, self.plain(), start, goal).run(person).expect("vectors hold any way")
            }
        }
    }

    fn links(&self) -> &Links {
        self.links.get_or_init(|| Links::new(self))
    }

    fn round(&self) -> &Round {
        self.round.get_or_init(|| Round::new(self))
    }

    fn packed(&self) -> Option<&Rows<Packing<LEVELS>>> {
        let kept = kept::<Packing<LEVELS>>(self.problem.posts.len());
        self.packed.get_or_init(|| Some(Rows::new(self, Packing::bare(self.extent())?, kept))).as_ref()
    }

    fn plain(&self) -> &Rows<Vectors> {
        self.plain.get_or_init(|| Rows::new(self, Vectors, kept::<Vectors>(self.problem.posts.len())))
    }

    /// What no edge exceeds on any level, either way: the difference of two arcs, and that of two prices.
    fn extent(&self) -> [i64; LEVELS] {
        let largest = self.problem.largest();
        let prices = || self.solution.prices.iter().chain(&self.solution.group_prices).map(|price| price.0);
        std::array::from_fn(|level| {
            // The sink has price 0.
            let own = || prices().map(|price| price[level]).chain([0]);
            2 * largest[level] + own().max().unwrap_or(0) - own().min().unwrap_or(0)
        })
    }

    /// The node of the sink, the last of all.
    fn sink(&self) -> usize {
        self.problem.posts.len() + self.problem.groups.len()
    }

    /// Pair price with the price of the post on top; smallest, for every person, at the post the plan gives.
    fn reduced(&self, person: usize, post: usize) -> Option<Price> {
        Some(self.problem.price(person, post)? + self.solution.prices[post])
    }

    /// Everywhere a person may sit, with pair price and price of the post: at home first.
    fn options(&self, person: usize) -> impl Iterator<Item = (u32, Price)> {
        let (problem, prices) = (&*self.problem, &self.solution.prices);
        let price = |post: u32, own: Price| (post, own + prices[post as usize]);
        let home = problem.people[person].home;
        let at_home = problem.price(person, home as usize).map(|own| price(home, own));
        let others = problem.options(person);
        let others = others.map(move |(post, points)| price(post, problem.price_of(person, post, points)));
        at_home.into_iter().chain(others)
    }

    /// The edge of a post that may hold one more person, none for a group or the sink itself.
    fn to_sink(&self, post: usize) -> Option<Edge> {
        let holders = *self.solution.holders.get(post)?;
        let hub = self.problem.hub(self.problem.posts[post].group);
        let beyond = hub_price(&self.problem, &self.solution, hub) - self.solution.prices[post];
        let length = |holders| self.problem.step(post, holders) + beyond;
        let edge = |holders| Edge { length: self.floored(length(holders)), to: hub as u32, by: NOBODY };
        (holders < self.problem.posts[post].high).then(|| edge(holders))
    }

    /// For each other post that somebody here may go to, the shortest edge, in order of the posts.
    fn shortest(&self, post: usize) -> Vec<Edge> {
        let mut best: Vec<Option<Edge>> = vec![None; self.problem.posts.len()];
        self.each_edge(post, |edge| {
            let best = &mut best[edge.to as usize];
            if best.is_none_or(|old| edge < old) {
                *best = Some(edge);
            }
        });
        best.into_iter().flatten().collect()
    }

    /// Everybody here and everywhere else he or she may go.
    fn each_edge(&self, post: usize, mut take: impl FnMut(Edge)) {
        for &by in &self.members[post] {
            let here = self.paid[by as usize];
            for (to, there) in self.options(by as usize).filter(|(to, _)| *to as usize != post) {
                take(Edge { length: self.floored(there - here), to, by });
            }
        }
    }

    /// The length of an edge. A plan that only just keeps its limits may leave something to gain; its own cost is then
    /// counted once more.
    fn floored(&self, length: Price) -> Price {
        let nothing = Price::default();
        debug_assert!(self.problem.tolls.loose || length >= nothing, "prices of a best plan leave nothing to gain");
        if self.problem.tolls.loose { length.max(nothing) } else { length }
    }
}

/// The price of one more holder in a group, or none for the sink, by its node.
fn hub_price(problem: &Problem, solution: &Solution, node: usize) -> Price {
    solution.group_prices.get(node - problem.posts.len()).copied().unwrap_or_default()
}

/// The edges of groups and sink, the shortest first.
fn hubs(problem: &Problem, solution: &Solution) -> Vec<Vec<Edge>> {
    let posts = problem.posts.len();
    let mut hubs = vec![Vec::new(); problem.groups.len() + 1];
    for (post, seats) in problem.posts.iter().enumerate() {
        let (hub, holders) = (problem.hub(seats.group), solution.holders[post]);
        if holders > seats.low {
            let length = solution.prices[post] - hub_price(problem, solution, hub) - problem.step(post, holders - 1);
            hubs[hub - posts].push(Edge { length, to: post as u32, by: NOBODY });
        }
    }
    let (sums, lowest) =
        (problem.in_groups(|post| solution.holders[post]), problem.in_groups(|post| problem.posts[post].low));
    for (at, (group, holders)) in problem.groups.iter().zip(sums).enumerate() {
        let (own, around) = (posts + at, problem.hub(group.parent));
        let length = hub_price(problem, solution, own) - hub_price(problem, solution, around);
        // A group whose posts are all at their lowest has nobody to give, whatever its own bound.
        if holders > group.low.max(lowest[at]) {
            hubs[around - posts].push(Edge { length, to: own as u32, by: NOBODY });
        }
        if holders < group.high {
            hubs[at].push(Edge { length: -length, to: around as u32, by: NOBODY });
        }
    }
    if problem.tolls.loose {
        hubs.iter_mut().flatten().for_each(|edge| edge.length = edge.length.max(Price::default()));
    }
    hubs.iter_mut().for_each(|edges| edges.sort_unstable());
    hubs
}
