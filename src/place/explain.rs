//! What it would cost to refuse a move, exactly: the cheapest way round in the residual graph of the best plan.
//!
//! The graph is over posts: an edge a → b is the person at a who goes to b most cheaply, over all eligible pairs and not
//! only those the solver kept. A shortest augmentation of a best plan is again a best plan, so the distance is the exact
//! regret (design §5.6).

use std::sync::OnceLock;

use crate::place::lex::Lex;
use crate::place::problem::{Price, Problem, Solution};

const NOBODY: u32 = u32::MAX;

/// The price of refusing a move, and the alternative it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Regret {
    pub cost: Price,
    /// Who would come instead, as an index into the problem's people.
    pub runner_up: Option<usize>,
    /// The post that would hold one person less than planned.
    pub loser: Option<usize>,
}

/// Residual graph of a solved problem.
pub struct Residual<'a> {
    problem: &'a Problem,
    solution: &'a Solution,
    /// People in each post under the plan.
    members: Vec<Vec<u32>>,
    /// For each post, the person who leaves it most cheaply for each other post; made when first needed.
    cheapest: Vec<OnceLock<Vec<u32>>>,
}

impl<'a> Residual<'a> {
    pub fn new(problem: &'a Problem, solution: &'a Solution) -> Residual<'a> {
        let mut members = vec![Vec::new(); problem.posts.len()];
        for (person, post) in solution.post.iter().enumerate() {
            members[*post as usize].push(person as u32);
        }
        Residual { problem, solution, members, cheapest: vec![OnceLock::new(); problem.posts.len()] }
    }

    /// Regret of forbidding a person the post the plan gives; `None` when nothing else is possible.
    pub fn regret(&self, person: usize) -> Option<Regret> {
        let target = self.solution.post[person] as usize;
        let sink = self.problem.posts.len();
        let paid = self.reduced(person, target)?;
        let start = (0..sink).filter(|&post| post != target);
        let start = start.filter_map(|post| Some((post, self.reduced(person, post)? - paid)));
        let mut search = Search::new(sink + 1, start);
        while let Some(node) = search.settle() {
            if node == target {
                return Some(self.read(&search, target));
            }
            self.relax(&mut search, node);
        }
        None
    }

    /// Pair price with the price of the post on top; smallest, for every person, at the post the plan gives.
    fn reduced(&self, person: usize, post: usize) -> Option<Price> {
        Some(self.problem.price(person, post)? + self.solution.prices[post])
    }

    fn relax(&self, search: &mut Search, node: usize) {
        let (posts, prices) = (&self.problem.posts, &self.solution.prices);
        let sink = posts.len();
        if node == sink {
            for post in 0..sink {
                let holders = self.solution.holders[post];
                if holders > posts[post].low {
                    search.offer(sink, post, prices[post] - self.problem.step(post, holders - 1), NOBODY);
                }
            }
            return;
        }
        if self.solution.holders[node] < posts[node].high {
            let step = self.problem.step(node, self.solution.holders[node]);
            search.offer(node, sink, step - prices[node], NOBODY);
        }
        for (post, &person) in self.leavers(node).iter().enumerate() {
            if person != NOBODY && !search.done[post] {
                let there = self.reduced(person as usize, post).expect("leavers are eligible where they go");
                let here = self.reduced(person as usize, node).expect("people sit in eligible posts");
                search.offer(node, post, there - here, person);
            }
        }
    }

    fn leavers(&self, node: usize) -> &[u32] {
        self.cheapest[node].get_or_init(|| {
            let mut best: Vec<(Price, u32)> = vec![(Lex::default(), NOBODY); self.problem.posts.len()];
            for &person in &self.members[node] {
                let here = self.problem.price(person as usize, node).expect("people sit in eligible posts");
                for (post, best) in best.iter_mut().enumerate().filter(|(post, _)| *post != node) {
                    let Some(there) = self.problem.price(person as usize, post) else { continue };
                    if best.1 == NOBODY || there - here < best.0 {
                        *best = (there - here, person);
                    }
                }
            }
            best.into_iter().map(|(_, person)| person).collect()
        })
    }

    fn read(&self, search: &Search, target: usize) -> Regret {
        let sink = self.problem.posts.len();
        let person = search.by[target];
        let mut loser = None;
        let mut node = target;
        while node != Search::START {
            if search.from[node] == sink {
                loser = Some(node);
            }
            node = search.from[node];
        }
        // Entering the target at its very start would mean the person's own, forbidden move; it is never offered.
        let cost = search.distance[target].expect("the target was settled");
        Regret { cost, runner_up: (person != NOBODY).then_some(person as usize), loser }
    }
}

/// Dijkstra's search over a dense graph.
struct Search {
    distance: Vec<Option<Price>>,
    done: Vec<bool>,
    from: Vec<usize>,
    by: Vec<u32>,
}

impl Search {
    /// Stands for the person whose move is forbidden.
    const START: usize = usize::MAX;

    fn new(nodes: usize, start: impl Iterator<Item = (usize, Price)>) -> Search {
        let mut distance = vec![None; nodes];
        start.for_each(|(node, price)| distance[node] = Some(price));
        Search { distance, done: vec![false; nodes], from: vec![Search::START; nodes], by: vec![NOBODY; nodes] }
    }

    /// The nearest node not yet settled.
    fn settle(&mut self) -> Option<usize> {
        let open = (0..self.distance.len()).filter(|&node| !self.done[node]);
        let reached = open.filter_map(|node| Some((self.distance[node]?, node)));
        let (_, node) = reached.min()?;
        self.done[node] = true;
        Some(node)
    }

    fn offer(&mut self, from: usize, to: usize, length: Price, by: u32) {
        debug_assert!(length >= Price::default(), "prices of a best plan leave nothing to gain");
        let distance = self.distance[from].expect("only settled nodes are relaxed") + length;
        if !self.done[to] && self.distance[to].is_none_or(|old| distance < old) {
            self.distance[to] = Some(distance);
            self.from[to] = from;
            self.by[to] = by;
        }
    }
}
