//! A family as a flow network: everyone flows through a post to the sink, at first through the present one.

use crate::model::plan::LEVELS;
use crate::place::packed::Packing;
use crate::place::problem::{Group, Price, Problem, Solution};
use crate::place::simplex::{Simplex, UNBOUNDED};

/// Nodes are the people, then the posts, then the groups of posts, then the sink. Arcs are the stays, then the steps, then
/// those of the groups, then the candidates.
pub struct Network<'a> {
    problem: &'a Problem,
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

impl<'a> Network<'a> {
    /// The network with nobody moving. That is a strongly feasible basis, so no first phase is needed.
    pub fn new(problem: &'a Problem) -> Network<'a> {
        let (people, posts) = (problem.people.len(), problem.posts.len());
        let mut supply = vec![1; people];
        supply.extend(problem.posts.iter().map(|post| -i64::from(post.low - post.fixed)));
        supply.extend(problem.groups.iter().map(|_| 0));
        let bounds = Bounds::of(problem);
        // What has to flow through a group is taken out of it and put behind it.
        for (at, (group, bounds)) in problem.groups.iter().zip(&bounds).enumerate() {
            supply[people + posts + at] -= bounds.low;
            if let Some(parent) = group.parent {
                supply[people + posts + parent as usize] += bounds.low;
            }
        }
        supply.push(-supply.iter().sum::<i64>());
        let mut simplex = Simplex::new(supply);
        let mut holders: Vec<u32> = problem.posts.iter().map(|post| post.fixed).collect();
        let (mut seats, mut flows) = (Vec::new(), Vec::new());
        for (index, person) in problem.people.iter().enumerate() {
            let price = problem.price_of_staying(index);
            let stay = simplex.add_arc(index, people + person.home as usize, UNBOUNDED, price);
            seats.push((index, stay));
            flows.push((stay, 1));
            holders[person.home as usize] += 1;
        }
        for (post, &present) in holders.iter().enumerate() {
            let ends = (people + post, people + problem.hub(problem.posts[post].group));
            add_steps(problem, &mut simplex, post, present, &mut seats, &mut flows, ends);
        }
        let present = problem.in_groups(|post| holders[post] - problem.posts[post].low);
        for (at, (group, bounds)) in problem.groups.iter().zip(&bounds).enumerate() {
            let (node, flow) = (people + posts + at, i64::from(present[at]) - bounds.low);
            let arc =
                simplex.add_arc(node, people + problem.hub(group.parent), bounds.high - bounds.low, Price::default());
            flows.push((arc, flow));
            if flow < bounds.high - bounds.low {
                seats.push((node, arc));
            }
        }
        let first_candidate = flows.len();
        simplex.start(&seats, &flows);
        let nodes = people + posts + problem.groups.len() + 1;
        let engine = match Packing::new(problem.largest(), nodes) {
            Some(packing) => Engine::Packed(simplex.with_costs(|price| packing.pack(price)), packing),
            None => Engine::Plain(simplex),
        };
        Network { problem, engine, candidates: Vec::new(), first_candidate }
    }

    /// Lets a person go to a post.
    pub fn allow(&mut self, person: u32, post: u32) {
        let price = self.problem.price(person as usize, post as usize).expect("only eligible pairs get an arc");
        let node = self.problem.people.len() + post as usize;
        match &mut self.engine {
            Engine::Packed(simplex, packing) => simplex.add_arc(person as usize, node, UNBOUNDED, packing.pack(price)),
            Engine::Plain(simplex) => simplex.add_arc(person as usize, node, UNBOUNDED, price),
        };
        self.candidates.push((person, post));
    }

    /// The best plan over the arcs so far.
    pub fn solve(&mut self) -> Solution {
        const SOLVABLE: &str = "nobody moving is feasible, and every cycle passes a person's single unit";
        match &mut self.engine {
            Engine::Packed(packed, packing) => {
                packed.solve().expect(SOLVABLE);
                let mut plain = packed.with_costs(|price| packing.unpack(price));
                if plain.is_best() {
                    return self.solution(&plain);
                }
                // Some level has spilt into the one before it: from here on with the vectors themselves.
                plain.solve().expect(SOLVABLE);
                let solution = self.solution(&plain);
                self.engine = Engine::Plain(plain);
                solution
            }
            Engine::Plain(simplex) => {
                simplex.solve().expect(SOLVABLE);
                let Engine::Plain(simplex) = &self.engine else { unreachable!("the engine is plain") };
                self.solution(simplex)
            }
        }
    }

    fn solution(&self, simplex: &Simplex<Price>) -> Solution {
        let people = self.problem.people.len();
        let mut post: Vec<u32> = self.problem.people.iter().map(|person| person.home).collect();
        for (index, &(person, to)) in self.candidates.iter().enumerate() {
            if simplex.flow(self.first_candidate + index) > 0 {
                post[person as usize] = to;
            }
        }
        let (posts, sink) = (self.problem.posts.len(), self.problem.hub(None));
        let sink = simplex.price(people + sink);
        let price = |node: usize| sink - simplex.price(people + node);
        let prices = (0..posts).map(price).collect();
        let group_prices = (0..self.problem.groups.len()).map(|group| price(posts + group)).collect();
        let mut holders: Vec<u32> = self.problem.posts.iter().map(|post| post.fixed).collect();
        post.iter().for_each(|&k| holders[k as usize] += 1);
        Solution { post, prices, group_prices, holders }
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

/// One arc for each run of equal step prices, filled from the lowest as far as people are present.
fn add_steps(
    problem: &Problem,
    simplex: &mut Simplex<Price>,
    post: usize,
    present: u32,
    seats: &mut Vec<(usize, usize)>,
    flows: &mut Vec<(usize, i64)>,
    (node, sink): (usize, usize),
) {
    let bounds = &problem.posts[post];
    let mut left = i64::from(present - bounds.low);
    let mut holders = bounds.low;
    let mut hung = false;
    while holders < bounds.high {
        let price = problem.step(post, holders);
        let run = (holders..bounds.high).take_while(|&n| problem.step(post, n) == price).count() as u32;
        let arc = simplex.add_arc(node, sink, i64::from(run), price);
        let flow = left.min(i64::from(run));
        flows.push((arc, flow));
        if !hung && flow < i64::from(run) {
            seats.push((node, arc));
            hung = true;
        }
        left -= flow;
        holders += run;
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
        (0..problem.people.len() as u32).for_each(|person| network.allow(person, person + 1));
        let solution = network.solve();
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
