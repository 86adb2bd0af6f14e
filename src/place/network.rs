//! A family as a flow network: everyone flows through a post to the sink, at first through the present one.

use crate::model::plan::LEVELS;
use crate::place::packed::Packing;
use crate::place::problem::{Group, Price, Problem, Solution};
use crate::place::simplex::{Simplex, UNBOUNDED};

/// Nodes are the people, then the posts, then the groups of posts, then the sink. Arcs are the stays, then the steps, then
/// those of the groups, then the candidates.
pub struct Network {
    engine: Engine,
    /// Ends of the candidate arcs: person and post.
    candidates: Vec<(u32, u32)>,
    first_candidate: usize,
}

/// The flow, over packed prices where these have bits enough.
enum Engine {
    Packed(Simplex<i128>, Packing<LEVELS>),
    Plain(Simplex<Price>),
}

impl Network {
    /// The network with nobody moving. That is a strongly feasible basis, so no first phase is needed.
    pub fn new(problem: &Problem) -> Network {
        let homes: Vec<u32> = problem.people.iter().map(|person| person.home).collect();
        Network::at(problem, &homes, Vec::new())
    }

    /// The network with everybody in these posts, which keep all bounds; `candidates` has the arc of each who moves. As
    /// strongly feasible a basis as that of nobody moving.
    fn at(problem: &Problem, posts: &[u32], candidates: Vec<(u32, u32)>) -> Network {
        let mut simplex = Simplex::new(supply(problem));
        let mut start = Start::default();
        let people = problem.people.len();
        for (index, person) in problem.people.iter().enumerate() {
            let stay =
                simplex.add_arc(index, people + person.home as usize, UNBOUNDED, problem.price_of_staying(index));
            if posts[index] == person.home {
                start.hang(index, stay, 1);
            }
        }
        let mut holders: Vec<u32> = problem.posts.iter().map(|post| post.fixed).collect();
        posts.iter().for_each(|post| holders[*post as usize] += 1);
        for (post, &holders) in holders.iter().enumerate() {
            let ends = (people + post, people + problem.hub(problem.posts[post].group));
            add_steps(problem, &mut simplex, post, holders, &mut start, ends);
        }
        add_groups(problem, &mut simplex, &holders, &mut start);
        let first_candidate = simplex.count();
        for &(person, post) in &candidates {
            let person = person as usize;
            let price = candidate_price(problem, person, post);
            let arc = simplex.add_arc(person, people + post as usize, UNBOUNDED, price);
            let moves = problem.people[person].home != post;
            if moves && posts[person] == post {
                start.hang(person, arc, 1);
            }
        }
        simplex.start(&start.seats, &start.flows);
        let engine = match packing(problem) {
            Some(packing) => Engine::Packed(simplex.with_costs(|_, price| packing.pack(price)), packing),
            None => Engine::Plain(simplex),
        };
        Network { engine, candidates, first_candidate }
    }

    /// The network of the same people and posts under other prices of moves, and with other pairs open: the arcs it has
    /// found worth having stay. So does the basis, unless it holds the arc of a pair that is closed now; then only who sits
    /// where is taken over, as far as it is still allowed.
    pub fn under(mut self, problem: &Problem) -> Network {
        let is_open = |(person, post): (u32, u32)| problem.eligible(person as usize, post as usize);
        let open: Vec<bool> = self.candidates.iter().map(|pair| is_open(*pair)).collect();
        let basic: Vec<bool> = (0..open.len()).map(|arc| self.engine.is_basic(self.first_candidate + arc)).collect();
        if (0..open.len()).any(|arc| !open[arc] && basic[arc]) {
            let posts = still_allowed(problem, self.posts(problem, |arc| self.engine.flow(arc)));
            self.candidates.retain(|pair| is_open(*pair));
            return Network::at(problem, &posts, self.candidates);
        }
        let first = self.first_candidate;
        for arc in (0..open.len()).filter(|arc| !basic[*arc]) {
            self.engine.leave_out(first + arc, !open[arc]);
        }
        let price = |arc: usize, old: Price| match arc.checked_sub(first) {
            Some(at) if open[at] => {
                let (person, post) = self.candidates[at];
                candidate_price(problem, person as usize, post)
            }
            Some(_) => Price::default(),
            None => old,
        };
        self.engine = self.engine.with_prices(packing(problem), price);
        self
    }

    /// Lets a person go to a post.
    pub fn allow(&mut self, problem: &Problem, person: u32, post: u32) {
        let price = candidate_price(problem, person as usize, post);
        let node = problem.people.len() + post as usize;
        match &mut self.engine {
            Engine::Packed(simplex, packing) => simplex.add_arc(person as usize, node, UNBOUNDED, packing.pack(price)),
            Engine::Plain(simplex) => simplex.add_arc(person as usize, node, UNBOUNDED, price),
        };
        self.candidates.push((person, post));
    }

    /// The best plan over the arcs so far.
    pub fn solve(&mut self, problem: &Problem) -> Solution {
        const SOLVABLE: &str = "nobody moving is feasible, and every cycle passes a person's single unit";
        match &mut self.engine {
            Engine::Packed(packed, packing) => {
                packed.solve().expect(SOLVABLE);
                let mut plain = packed.with_costs(|_, price| packing.unpack(price));
                if plain.is_best() {
                    return self.solution(problem, &plain);
                }
                // Some level has spilt into the one before it: from here on with the vectors themselves.
                plain.solve().expect(SOLVABLE);
                let solution = self.solution(problem, &plain);
                self.engine = Engine::Plain(plain);
                solution
            }
            Engine::Plain(simplex) => {
                simplex.solve().expect(SOLVABLE);
                let Engine::Plain(simplex) = &self.engine else { unreachable!("the engine is plain") };
                self.solution(problem, simplex)
            }
        }
    }

    /// Where everybody sits under this flow.
    fn posts(&self, problem: &Problem, flow: impl Fn(usize) -> i64) -> Vec<u32> {
        let mut posts: Vec<u32> = problem.people.iter().map(|person| person.home).collect();
        for (index, &(person, to)) in self.candidates.iter().enumerate() {
            if flow(self.first_candidate + index) > 0 {
                posts[person as usize] = to;
            }
        }
        posts
    }

    fn solution(&self, problem: &Problem, simplex: &Simplex<Price>) -> Solution {
        let (people, posts) = (problem.people.len(), problem.posts.len());
        let sink = simplex.price(people + problem.hub(None));
        let price = |node: usize| sink - simplex.price(people + node);
        let prices = (0..posts).map(price).collect();
        let group_prices = (0..problem.groups.len()).map(|group| price(posts + group)).collect();
        let post = self.posts(problem, |arc| simplex.flow(arc));
        let mut holders: Vec<u32> = problem.posts.iter().map(|post| post.fixed).collect();
        post.iter().for_each(|&k| holders[k as usize] += 1);
        Solution { post, prices, group_prices, holders }
    }
}

impl Engine {
    fn is_basic(&self, arc: usize) -> bool {
        match self {
            Engine::Packed(simplex, _) => simplex.is_basic(arc),
            Engine::Plain(simplex) => simplex.is_basic(arc),
        }
    }

    fn flow(&self, arc: usize) -> i64 {
        match self {
            Engine::Packed(simplex, _) => simplex.flow(arc),
            Engine::Plain(simplex) => simplex.flow(arc),
        }
    }

    fn leave_out(&mut self, arc: usize, out: bool) {
        match self {
            Engine::Packed(simplex, _) => simplex.leave_out(arc, out),
            Engine::Plain(simplex) => simplex.leave_out(arc, out),
        }
    }

    /// The same basis under other prices, packed where they can be.
    fn with_prices(&self, packing: Option<Packing<LEVELS>>, of: impl Fn(usize, Price) -> Price) -> Engine {
        match (self, packing) {
            (Engine::Packed(simplex, old), Some(new)) => {
                Engine::Packed(simplex.with_costs(|arc, price| new.pack(of(arc, old.unpack(price)))), new)
            }
            (Engine::Plain(simplex), Some(new)) => {
                Engine::Packed(simplex.with_costs(|arc, price| new.pack(of(arc, price))), new)
            }
            (Engine::Packed(simplex, old), None) => {
                Engine::Plain(simplex.with_costs(|arc, price| of(arc, old.unpack(price))))
            }
            (Engine::Plain(simplex), None) => Engine::Plain(simplex.with_costs(of)),
        }
    }
}

/// Supply of each node.
fn supply(problem: &Problem) -> Vec<i64> {
    let (people, posts) = (problem.people.len(), problem.posts.len());
    let mut supply = vec![1; people];
    supply.extend(problem.posts.iter().map(|post| -i64::from(post.low - post.fixed)));
    supply.extend(problem.groups.iter().map(|_| 0));
    // What has to flow through a group is taken out of it and put behind it.
    for (at, (group, bounds)) in problem.groups.iter().zip(Bounds::of(problem)).enumerate() {
        supply[people + posts + at] -= bounds.low;
        if let Some(parent) = group.parent {
            supply[people + posts + parent as usize] += bounds.low;
        }
    }
    supply.push(-supply.iter().sum::<i64>());
    supply
}

fn packing(problem: &Problem) -> Option<Packing<LEVELS>> {
    let nodes = problem.people.len() + problem.posts.len() + problem.groups.len() + 1;
    Packing::new(problem.largest(), nodes)
}

fn candidate_price(problem: &Problem, person: usize, post: u32) -> Price {
    problem.price(person, post as usize).expect("only eligible pairs get an arc")
}

/// These seats, as far as nobody sits where he or she may not: whoever does is at home again, and with that person all
/// whose moves hang together with the one taken back, for a post that nobody enters or leaves keeps its bounds, and so
/// does a group of such posts.
fn still_allowed(problem: &Problem, mut seats: Vec<u32>) -> Vec<u32> {
    let moves = |(person, seat): &(usize, &u32)| problem.people[*person].home != **seat;
    let mut knots: Vec<usize> = (0..=problem.hub(None)).collect();
    let root = |knots: &mut [usize], mut at: usize| {
        while knots[at] != at {
            knots[at] = knots[knots[at]];
            at = knots[at];
        }
        at
    };
    for post in 0..problem.posts.len() {
        for group in problem.around(post) {
            let (one, other) = (root(&mut knots, post), root(&mut knots, problem.posts.len() + group));
            knots[one] = other;
        }
    }
    for (person, seat) in seats.iter().enumerate().filter(moves) {
        let home = root(&mut knots, problem.people[person].home as usize);
        let seat = root(&mut knots, *seat as usize);
        knots[home] = seat;
    }
    let mut taken_back = vec![false; knots.len()];
    for (person, seat) in seats.iter().enumerate().filter(moves) {
        if !problem.eligible(person, *seat as usize) {
            taken_back[root(&mut knots, *seat as usize)] = true;
        }
    }
    for (person, seat) in seats.iter_mut().enumerate() {
        if taken_back[root(&mut knots, *seat as usize)] {
            *seat = problem.people[person].home;
        }
    }
    seats
}

/// A flow to start from, and the arc by which each node hangs in the tree.
#[derive(Default)]
struct Start {
    seats: Vec<(usize, usize)>,
    flows: Vec<(usize, i64)>,
}

impl Start {
    fn hang(&mut self, node: usize, arc: usize, flow: i64) {
        self.seats.push((node, arc));
        self.flows.push((arc, flow));
    }
}

/// What flows through a group at least and at most, beyond the lowest number of holders of each of its posts.
struct Bounds {
    low: i64,
    high: i64,
}

impl Bounds {
    fn of(problem: &Problem) -> Vec<Bounds> {
        let lowest = problem.in_groups(|post| problem.posts[post].low);
        let bounds = |(group, lowest): (&Group, u32)| Bounds {
            low: i64::from(group.low.saturating_sub(lowest)),
            high: i64::from(group.high - lowest),
        };
        problem.groups.iter().zip(lowest).map(bounds).collect()
    }
}

/// One arc for each run of equal step prices, filled from the lowest as far as there are holders.
fn add_steps(
    problem: &Problem,
    simplex: &mut Simplex<Price>,
    post: usize,
    count: u32,
    start: &mut Start,
    (node, sink): (usize, usize),
) {
    let bounds = &problem.posts[post];
    let mut left = i64::from(count - bounds.low);
    let mut holders = bounds.low;
    let mut hung = false;
    while holders < bounds.high {
        let price = problem.step(post, holders);
        let run = (holders..bounds.high).take_while(|&n| problem.step(post, n) == price).count() as u32;
        let arc = simplex.add_arc(node, sink, i64::from(run), price);
        let flow = left.min(i64::from(run));
        start.flows.push((arc, flow));
        if !hung && flow < i64::from(run) {
            start.seats.push((node, arc));
            hung = true;
        }
        left -= flow;
        holders += run;
    }
}

/// The arc of each group to what is around it.
fn add_groups(problem: &Problem, simplex: &mut Simplex<Price>, holders: &[u32], start: &mut Start) {
    let (people, posts) = (problem.people.len(), problem.posts.len());
    let present = problem.in_groups(|post| holders[post] - problem.posts[post].low);
    for (at, (group, bounds)) in problem.groups.iter().zip(Bounds::of(problem)).enumerate() {
        let (node, flow) = (people + posts + at, i64::from(present[at]) - bounds.low);
        let arc = simplex.add_arc(node, people + problem.hub(group.parent), bounds.high - bounds.low, Price::default());
        start.flows.push((arc, flow));
        if flow < bounds.high - bounds.low {
            start.seats.push((node, arc));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::points::{BARRED, Points};
    use crate::place::problem::{Person, Seats};

    /// People in a row, each of whom may only move up to the next post, so that the empty one at the end is filled by
    /// all of them or by none.
    fn chain(people: usize) -> Problem {
        let seat = |post: usize| {
            let (low, high) = if post == 0 { (0, 1) } else { (u32::from(post < people), 1) };
            let steps = if post == people { vec![-1] } else { vec![0; (high - low) as usize] };
            Seats { fixed: 0, low, high, steps, fingerprint: post as u64, group: None }
        };
        let points = |person: usize, post: usize| if post == person || post == person + 1 { 0 } else { BARRED };
        let row = |person: usize| (0..=people).map(move |post| points(person, post));
        let of = |at: usize| Person { home: at as u32, fingerprint: at as u64, wajib: false, terbit: None };
        Problem {
            people: (0..people).map(of).collect(),
            posts: (0..=people).map(seat).collect(),
            points: Points::dense(people + 1, &(0..people).flat_map(row).collect::<Vec<i32>>()),
            ..Problem::default()
        }
    }

    fn solved(problem: &Problem) -> (Solution, bool) {
        let mut network = Network::new(problem);
        (0..problem.people.len() as u32).for_each(|person| network.allow(problem, person, person + 1));
        let solution = network.solve(problem);
        (solution, matches!(network.engine, Engine::Packed(..)))
    }

    #[test]
    fn moves_beyond_the_bits_of_their_level_are_solved_with_the_vectors_themselves() {
        for (people, packed) in [(20, true), (400, false)] {
            let problem = chain(people);
            let (solution, stays_packed) = solved(&problem);
            let next: Vec<u32> = (1..=people as u32).collect();
            assert_eq!(solution.post, next, "filling a place outweighs any number of moves");
            assert_eq!(stays_packed, packed, "{people} moves for one place");
        }
    }
}
