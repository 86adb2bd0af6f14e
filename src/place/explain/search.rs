//! The search for the shortest way: Dijkstra's, which leaves alone what cannot better the way it knows of.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::rows::{Rows, Scale, Vectors};
use super::{Edge, NOBODY, Regret, Residual};
use crate::place::lex::Cost;
use crate::place::problem::Price;

/// A search that has settled so many nodes and knows no way yet looks whether there is one.
const LOOK: usize = 64;

/// The post a way has to end at.
#[derive(Clone, Copy)]
pub(super) struct Goal {
    pub post: usize,
    /// Whether only a person may enter it: it gives back no place.
    pub people_only: bool,
}

/// A way does not surely fit into the bits of packed lengths.
#[derive(Debug)]
pub(super) struct Spilt;

/// Where a search comes from when it enters a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum From {
    /// The person whose place is asked about goes elsewhere, by this edge of the start.
    Start(u32),
    Node(u32),
}

/// A search that settles nodes one after the other, the nearest first.
///
/// Lengths decide which way is taken; what it costs is added up from the prices themselves ([`Search::distance`]).
pub(super) struct Search<'s, 'a, S: Scale> {
    graph: &'s Residual<'a>,
    rows: &'s Rows<S>,
    start: &'s [Edge],
    heap: BinaryHeap<Reverse<(S::Length, u32)>>,
    /// How far each node is by the ways found so far, and how it is entered and by whom.
    nearest: Vec<S::Length>,
    entered: Vec<(From, u32)>,
    settled: Vec<bool>,
    /// What the way to each settled node costs.
    pub distance: Vec<Price>,
    goal: Option<Target<S::Length>>,
    /// A node whose edges are not followed.
    last: Option<usize>,
    /// The least that any way still needs from any node, and the longest way that is of use.
    least: S::Length,
    longest: S::Length,
}

struct Target<L> {
    goal: Goal,
    /// The shortest edge into it from each node, and who goes.
    column: Vec<(L, u32)>,
}

impl<'s, 'a, S: Scale> Search<'s, 'a, S> {
    /// A search for all nodes.
    pub fn new(graph: &'s Residual<'a>, rows: &'s Rows<S>, start: &'s [Edge]) -> Search<'s, 'a, S> {
        Search::begin(graph, rows, start, None)
    }

    /// A search for one post.
    pub fn toward(graph: &'s Residual<'a>, rows: &'s Rows<S>, start: &'s [Edge], goal: Goal) -> Search<'s, 'a, S> {
        let column = rows.column(graph, goal.post, goal.people_only);
        Search::begin(graph, rows, start, Some(Target { goal, column }))
    }

    fn begin(
        graph: &'s Residual<'a>,
        rows: &'s Rows<S>,
        start: &'s [Edge],
        goal: Option<Target<S::Length>>,
    ) -> Search<'s, 'a, S> {
        let nodes = graph.problem.posts.len() + graph.hubs.len();
        let least = goal.iter().flat_map(|goal| &goal.column).map(|(length, _)| *length).min();
        let mut search = Search {
            graph,
            rows,
            start,
            heap: BinaryHeap::new(),
            nearest: vec![S::Length::FORBIDDING; nodes],
            entered: vec![(From::Start(0), NOBODY); nodes],
            settled: vec![false; nodes],
            distance: vec![Price::default(); nodes],
            goal,
            last: None,
            least: least.unwrap_or_default(),
            longest: S::Length::FORBIDDING,
        };
        for (at, edge) in (0..).zip(start) {
            let length = rows.scale.length(graph.floored(edge.length));
            search.enter(edge.to, length, (From::Start(at), edge.by));
        }
        search
    }

    /// The same, but no way leads over this node.
    pub fn short_of(self, node: usize) -> Search<'s, 'a, S> {
        Search { last: Some(node), ..self }
    }

    /// The cheapest way to the goal, as what follows from it: somebody – this person, where the way begins with one –
    /// goes elsewhere, and others follow.
    pub fn run(mut self, person: usize) -> Result<Option<Regret>, Spilt> {
        let Some(goal) = self.goal.as_ref().map(|goal| goal.goal) else { return Ok(None) };
        let mut settled = 0;
        while let Some(node) = self.settle()? {
            if node == goal.post {
                return Ok(Some(self.regret(person, node, self.distance[node])));
            }
            settled += 1;
            if settled == LOOK && self.longest == S::Length::FORBIDDING && !self.is_reachable(goal) {
                return Ok(None);
            }
        }
        Ok(None)
    }

    /// Whether any way leads to the goal, whatever it costs.
    fn is_reachable(&self, goal: Goal) -> bool {
        self.graph.reached(self.start.iter().map(|edge| edge.to as usize), Some(goal)).has(goal.post)
    }

    /// From now on only ways matter that cost no more than this on every goal, with this much still to come.
    pub fn within(&mut self, most: Price, least: Price) {
        if !self.rows.scale.holds(most) {
            return;
        }
        self.longest = self.longest.min(self.rows.scale.length(most) + self.rows.scale.ties());
        self.least = self.rows.scale.length(least);
    }

    /// From now on a node is entered only by a way no longer than that which costs so much up to the sink and leads round.
    pub fn know(&mut self, way: Price, round: &Round) {
        let scale = &self.rows.scale;
        for (nearest, far) in self.nearest.iter_mut().zip(&round.distance) {
            let whole = far.map(|far| way + far).filter(|whole| scale.holds(*whole));
            *nearest = whole.map_or(*nearest, |whole| scale.longer(scale.length(whole)).min(*nearest));
        }
    }

    pub fn is_settled(&self, node: usize) -> bool {
        self.settled[node]
    }

    /// The next nearest node; `None` where no other is of use.
    pub fn settle(&mut self) -> Result<Option<usize>, Spilt> {
        while let Some(Reverse((length, node))) = self.heap.pop() {
            // It may have been entered by a shorter way since, or one may have become known.
            let passed = self.settled[node as usize] || length > self.nearest[node as usize];
            if passed || !self.is_of_use(node, length) {
                continue;
            }
            let distance = self.cost(node as usize);
            if !self.rows.scale.holds(distance) {
                return Err(Spilt);
            }
            self.settled[node as usize] = true;
            self.distance[node as usize] = distance;
            if self.goal.as_ref().is_none_or(|goal| goal.goal.post != node as usize) && self.last != Some(node as usize)
            {
                self.leave(node, length);
            }
            return Ok(Some(node as usize));
        }
        Ok(None)
    }

    /// What the way to a node costs that leads over settled ones.
    fn cost(&self, node: usize) -> Price {
        let graph = self.graph;
        let (from, by) = self.entered[node];
        let from = match from {
            From::Start(at) => return graph.floored(self.start[at as usize].length),
            From::Node(from) => from as usize,
        };
        let posts = graph.problem.posts.len();
        let length = match from.checked_sub(posts) {
            Some(hub) => graph.hubs[hub].iter().find(|edge| edge.to as usize == node).map(|edge| edge.length),
            None if by == NOBODY => graph.to_sink(from).map(|edge| edge.length),
            None => graph.least_of_sending(by as usize, node).map(|length| graph.floored(length)),
        };
        self.distance[from] + length.expect("a node is entered by an edge of another")
    }

    /// Enters the nodes behind a settled one.
    fn leave(&mut self, node: u32, length: S::Length) {
        let (graph, rows) = (self.graph, self.rows);
        if let Some(goal) = &self.goal {
            let (last, by) = goal.column[node as usize];
            let post = goal.goal.post as u32;
            if last < S::Length::FORBIDDING {
                self.enter(post, length + last, (From::Node(node), by));
            }
        }
        let goal = self.goal.as_ref().map_or(NOBODY, |goal| goal.goal.post as u32);
        rows.each(graph, node as usize, |edge, to, by| {
            let there = length + edge;
            if there + self.least > self.longest {
                return false;
            }
            // The way to the goal is known already, and by which edges it may be entered.
            if to != goal {
                self.enter(to, there, (From::Node(node), by));
            }
            true
        });
        if let Some(edge) = graph.to_sink(node as usize) {
            self.enter(edge.to, length + rows.scale.length(edge.length), (From::Node(node), NOBODY));
        }
    }

    fn enter(&mut self, node: u32, length: S::Length, entered: (From, u32)) {
        let at = node as usize;
        // No way is shorter than that of a settled node; were one, nothing may lead round in a circle all the same.
        if self.settled[at] || length >= self.nearest[at] || !self.is_of_use(node, length) {
            return;
        }
        (self.nearest[at], self.entered[at]) = (length, entered);
        if let Some(goal) = &self.goal {
            let whole = if goal.goal.post == at { length } else { length + goal.column[at].0 };
            self.longest = self.longest.min(whole);
        }
        self.heap.push(Reverse((length, node)));
    }

    /// Whether a way of this length to a node may be part of one that is short enough.
    fn is_of_use(&self, node: u32, length: S::Length) -> bool {
        let there = self.goal.as_ref().is_some_and(|goal| goal.goal.post == node as usize);
        if there { length <= self.longest } else { length + self.least <= self.longest }
    }

    /// What sending this person along the way to a settled post costs: who comes there, the post that gives a place back
    /// to the sink, and who goes where.
    fn regret(&self, person: usize, target: usize, cost: Price) -> Regret {
        self.regret_round(None, person, target, cost)
    }

    /// The same, where the way leads to the sink and round from there to the post.
    pub fn regret_round(&self, round: Option<&Round>, person: usize, target: usize, cost: Price) -> Regret {
        let posts = self.graph.problem.posts.len();
        let mut walk = Walk { posts, loser: None, changes: Vec::new() };
        let runner_up = round.map_or(self.entered[target].1, |round| round.entered[target].1);
        let first = match round {
            Some(round) => {
                let sink = walk.back(&round.entered, target);
                walk.back(&self.entered, sink)
            }
            None => walk.back(&self.entered, target),
        };
        // A way that begins at the sink or in a group begins with nobody.
        if first < posts {
            walk.changes.push((person, first));
        }
        walk.changes.reverse();
        let runner_up = Some(runner_up).filter(|by| *by != NOBODY).map(|by| by as usize);
        Regret { cost, runner_up, loser: walk.loser, changes: walk.changes }
    }
}

/// A way, from its end to its start.
struct Walk {
    posts: usize,
    loser: Option<usize>,
    changes: Vec<(usize, usize)>,
}

impl Walk {
    /// Walks back from a node to where the search began; answers the node entered first.
    fn back(&mut self, entered: &[(From, u32)], mut node: usize) -> usize {
        loop {
            let (from, by) = entered[node];
            if by != NOBODY {
                self.changes.push((by as usize, node));
            }
            let From::Node(from) = from else { return node };
            if from as usize >= self.posts && node < self.posts {
                self.loser = Some(node);
            }
            node = from as usize;
        }
    }
}

/// The ways from the sink to everywhere, which all questions about a family share.
pub(super) struct Round {
    entered: Vec<(From, u32)>,
    distance: Vec<Option<Price>>,
}

impl Round {
    pub fn new(graph: &Residual) -> Round {
        let start = [Edge { length: Price::default(), to: graph.sink() as u32, by: NOBODY }];
        let rows = Rows::new(graph, Vectors, 0);
        let mut search = Search::new(graph, &rows, &start);
        while search.settle().expect("vectors hold any way").is_some() {}
        let distance = search.distance.iter().zip(&search.settled);
        let distance = distance.map(|(distance, settled)| settled.then_some(*distance)).collect();
        Round { distance, entered: search.entered }
    }

    /// What the way from the sink to a node costs; `None` where none leads.
    pub fn distance(&self, node: usize) -> Option<Price> {
        self.distance[node]
    }
}
