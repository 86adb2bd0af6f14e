//! What it would cost to refuse a move, exactly: the cheapest way round in the residual graph of the best plan.
//!
//! The graph is over posts: an edge a → b is the person at a who goes to b most cheaply, over all eligible pairs and not
//! only those the solver kept. A shortest augmentation of a best plan is again a best plan, so the distance is the exact
//! regret (design §5.6).

mod coming;
mod one_more;

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::sync::OnceLock;

pub use one_more::OneMore;

use crate::place::problem::{Price, Problem, Solution};

const NOBODY: u32 = u32::MAX;

/// Rank of an edge that no other follows: the way of a post to the sink stands beside its ranked edges.
const LAST: usize = usize::MAX;

/// Edges of a post that are kept sorted at hand; a search that needs more makes the whole list.
const NEAR: usize = 48;

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

/// The post an edge leads to, and who goes.
type Ends = (u32, u32);

/// Residual graph of a solved problem. Nodes are the posts, and the sink after them.
pub struct Residual<'a> {
    problem: &'a Problem,
    solution: &'a Solution,
    /// People in each post under the plan.
    members: Vec<Vec<u32>>,
    /// Edges of each post to other posts, the shortest first: the nearest, and all. Made when first needed, and kept as
    /// ends only: a post has as many edges as the family has posts.
    near: Vec<OnceLock<Vec<Ends>>>,
    all: Vec<OnceLock<Vec<Ends>>>,
    /// Edges of each group and of the sink, which stand behind the posts: to posts that could hold one person less, to
    /// groups that could, and to what is around it.
    hubs: Vec<Vec<Edge>>,
}

impl<'a> Residual<'a> {
    pub fn new(problem: &'a Problem, solution: &'a Solution) -> Residual<'a> {
        let posts = problem.posts.len();
        let mut members = vec![Vec::new(); posts];
        for (person, post) in solution.post.iter().enumerate() {
            members[*post as usize].push(person as u32);
        }
        Residual {
            problem,
            solution,
            members,
            near: vec![OnceLock::new(); posts],
            all: vec![OnceLock::new(); posts],
            hubs: hubs(problem, solution),
        }
    }

    /// Regret of forbidding a person the post the plan gives; `None` when nothing else is possible.
    pub fn regret(&self, person: usize) -> Option<Regret> {
        let target = self.solution.post[person] as usize;
        let paid = self.reduced(person, target)?;
        let others = self.options(person).filter(|(post, _)| *post as usize != target);
        let mut start: Vec<Edge> =
            others.map(|(to, reduced)| Edge { length: reduced - paid, to, by: NOBODY }).collect();
        start.sort_unstable();
        Search::new(self, start).run(person, target)
    }

    /// The least that sending a person to this post can cost: what it costs before anybody makes room.
    pub fn least_of_sending(&self, person: usize, post: usize) -> Option<Price> {
        Some(self.reduced(person, post)? - self.reduced(person, self.solution.post[person] as usize)?)
    }

    /// Regret of sending a person to this post in place of the plan's; `None` when no plan does.
    pub fn regret_of_sending(&self, person: usize, post: usize) -> Option<Regret> {
        let target = self.solution.post[person] as usize;
        let length = self.least_of_sending(person, post)?;
        Search::new(self, vec![Edge { length, to: post as u32, by: NOBODY }]).run(person, target)
    }

    /// Pair price with the price of the post on top; smallest, for every person, at the post the plan gives.
    fn reduced(&self, person: usize, post: usize) -> Option<Price> {
        Some(self.problem.price(person, post)? + self.solution.prices[post])
    }

    /// Everywhere a person may sit, with pair price and price of the post: at home first.
    fn options(&self, person: usize) -> impl Iterator<Item = (u32, Price)> {
        let price = |post: u32, own: Price| (post, own + self.solution.prices[post as usize]);
        let home = self.problem.people[person].home;
        let at_home = self.problem.price(person, home as usize).map(|own| price(home, own));
        let others = self.problem.options(person);
        let others = others.map(move |(post, points)| price(post, self.problem.price_of(person, post, points)));
        at_home.into_iter().chain(others)
    }

    /// The edge of a post that may hold one more person, none for the sink itself.
    fn to_sink(&self, post: usize) -> Option<Edge> {
        let holders = *self.solution.holders.get(post)?;
        let hub = self.problem.hub(self.problem.posts[post].group);
        let beyond = hub_price(self.problem, self.solution, hub) - self.solution.prices[post];
        let length = |holders| self.problem.step(post, holders) + beyond;
        (holders < self.problem.posts[post].high).then(|| Edge { length: length(holders), to: hub as u32, by: NOBODY })
    }

    /// The edge of this rank among those of a post.
    fn edge(&self, post: usize, rank: usize) -> Option<Edge> {
        let (list, count) = if rank < NEAR { (&self.near, NEAR) } else { (&self.all, usize::MAX) };
        let (to, by) = *list[post].get_or_init(|| self.edges(post, count)).get(rank)?;
        let length = self.reduced(by as usize, to as usize)? - self.reduced(by as usize, post)?;
        Some(Edge { length, to, by })
    }

    /// For each other post the person who leaves this one for it most cheaply; the shortest edges of them, in order.
    fn edges(&self, post: usize, count: usize) -> Vec<Ends> {
        let mut edges = self.shortest(post);
        if count < edges.len() {
            edges.select_nth_unstable(count);
            edges.truncate(count);
        }
        edges.sort_unstable();
        edges.iter().map(|edge| (edge.to, edge.by)).collect()
    }

    /// For each other post that somebody here may go to, the shortest edge, in order of the posts.
    fn shortest(&self, post: usize) -> Vec<Edge> {
        let mut best: Vec<Option<Edge>> = vec![None; self.problem.posts.len()];
        for &person in &self.members[post] {
            let here = self.reduced(person as usize, post).expect("people sit in eligible posts");
            for (to, there) in self.options(person as usize).filter(|(to, _)| *to as usize != post) {
                let edge = Edge { length: there - here, to, by: person };
                let best = &mut best[to as usize];
                if best.is_none_or(|old| edge < old) {
                    *best = Some(edge);
                }
            }
        }
        best.into_iter().flatten().collect()
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
    hubs.iter_mut().for_each(|edges| edges.sort_unstable());
    hubs
}

/// Where a search comes from when it enters a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum From {
    /// The person whose place is asked about goes elsewhere.
    Start,
    Node(u32),
}

/// Dijkstra's search that looks at each node's edges one by one, the shortest first, and settles nodes on demand.
struct Search<'a> {
    graph: &'a Residual<'a>,
    start: Vec<Edge>,
    /// Distance of the edge's end, the edge, where it comes from, and its rank there.
    heap: BinaryHeap<Reverse<(Price, Edge, From, usize)>>,
    /// How each settled node was entered, and by whom.
    entered: Vec<Option<(From, u32)>>,
    distance: Vec<Price>,
    /// A post that only a person may enter; `usize::MAX` for none.
    kept: usize,
}

impl<'a> Search<'a> {
    fn new(graph: &'a Residual<'a>, start: Vec<Edge>) -> Search<'a> {
        let nodes = graph.problem.posts.len() + graph.hubs.len();
        let (entered, distance) = (vec![None; nodes], vec![Price::default(); nodes]);
        let mut search = Search { graph, start, heap: BinaryHeap::new(), entered, distance, kept: usize::MAX };
        search.offer(From::Start, 0);
        search
    }

    /// The same where this post takes back no place that it could give: only a person may enter it.
    fn keeping(mut self, post: usize) -> Search<'a> {
        self.kept = post;
        self
    }

    /// The cheapest way to the post this person leaves.
    fn run(mut self, person: usize, target: usize) -> Option<Regret> {
        while let Some((node, distance)) = self.settle() {
            if node == target {
                return Some(self.regret(person, target, distance));
            }
        }
        None
    }

    /// The next nearest node and its distance.
    fn settle(&mut self) -> Option<(usize, Price)> {
        while let Some(Reverse((distance, edge, from, rank))) = self.heap.pop() {
            if rank != LAST {
                self.offer(from, rank + 1);
            }
            let node = edge.to as usize;
            if self.entered[node].is_some() || edge.by == NOBODY && node == self.kept {
                continue;
            }
            self.entered[node] = Some((from, edge.by));
            self.distance[node] = distance;
            self.offer(From::Node(edge.to), 0);
            if let Some(edge) = self.graph.to_sink(node) {
                self.push(edge, distance, From::Node(node as u32), LAST);
            }
            return Some((node, distance));
        }
        None
    }

    /// Puts the next edge of a node on the heap. Popping it brings the one after it, so edges nobody needs are never
    /// looked at.
    fn offer(&mut self, from: From, rank: usize) {
        let posts = self.graph.problem.posts.len();
        let (edge, before) = match from {
            From::Start => (self.start.get(rank).copied(), Price::default()),
            From::Node(node) if node as usize >= posts => {
                (self.graph.hubs[node as usize - posts].get(rank).copied(), self.distance[node as usize])
            }
            From::Node(node) => (self.graph.edge(node as usize, rank), self.distance[node as usize]),
        };
        if let Some(edge) = edge {
            self.push(edge, before, from, rank);
        }
    }

    fn push(&mut self, edge: Edge, before: Price, from: From, rank: usize) {
        let nothing = Price::default();
        // A plan that only just keeps its limits may leave something; its own cost is then counted once more.
        let edge =
            if self.graph.problem.tolls.loose { Edge { length: edge.length.max(nothing), ..edge } } else { edge };
        debug_assert!(edge.length >= nothing, "prices of a best plan leave nothing to gain");
        self.heap.push(Reverse((before + edge.length, edge, from, rank)));
    }

    /// What sending this person along the way to a settled post costs: who comes there, the post that gives a place back
    /// to the sink, and who goes where.
    fn regret(&self, person: usize, target: usize, cost: Price) -> Regret {
        let posts = self.graph.problem.posts.len();
        let (mut node, mut loser, mut changes) = (target, None, Vec::new());
        while let Some((from, by)) = self.entered[node] {
            if by != NOBODY {
                changes.push((by as usize, node));
            }
            match from {
                From::Start => {
                    // A way that begins at the sink or in a group begins with nobody.
                    if node < posts {
                        changes.push((person, node));
                    }
                    break;
                }
                From::Node(from) => {
                    if from as usize >= posts && node < posts {
                        loser = Some(node);
                    }
                    node = from as usize;
                }
            }
        }
        changes.reverse();
        let runner_up = self.entered[target].filter(|(_, by)| *by != NOBODY).map(|(_, by)| by as usize);
        Regret { cost, runner_up, loser, changes }
    }
}
