//! A family as a flow network: everyone flows through a post to the sink, at first through the present one.

use crate::place::problem::{Price, Problem, Solution};
use crate::place::simplex::{Simplex, UNBOUNDED};

/// Nodes are the people, then the posts, then the sink. Arcs are the stays, then the steps, then the candidates.
pub struct Network<'a> {
    problem: &'a Problem,
    simplex: Simplex<Price>,
    /// Ends of the candidate arcs: person and post.
    candidates: Vec<(u32, u32)>,
    first_candidate: usize,
}

impl<'a> Network<'a> {
    /// The network with nobody moving. That is a strongly feasible basis, so no first phase is needed.
    pub fn new(problem: &'a Problem) -> Network<'a> {
        let (people, posts) = (problem.people.len(), problem.posts.len());
        let sink = people + posts;
        let mut supply = vec![1; people];
        supply.extend(problem.posts.iter().map(|post| -i64::from(post.low - post.fixed)));
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
            add_steps(problem, &mut simplex, post, present, &mut seats, &mut flows, (people + post, sink));
        }
        let first_candidate = flows.len();
        simplex.start(&seats, &flows);
        Network { problem, simplex, candidates: Vec::new(), first_candidate }
    }

    /// Lets a person go to a post.
    pub fn allow(&mut self, person: u32, post: u32) {
        let price = self.problem.price(person as usize, post as usize).expect("only eligible pairs get an arc");
        let node = self.problem.people.len() + post as usize;
        self.simplex.add_arc(person as usize, node, UNBOUNDED, price);
        self.candidates.push((person, post));
    }

    /// The best plan over the arcs so far.
    pub fn solve(&mut self) -> Solution {
        self.simplex.solve().expect("nobody moving is feasible, and every cycle passes a person's single unit");
        let people = self.problem.people.len();
        let mut post: Vec<u32> = self.problem.people.iter().map(|person| person.home).collect();
        for (index, &(person, to)) in self.candidates.iter().enumerate() {
            if self.simplex.flow(self.first_candidate + index) > 0 {
                post[person as usize] = to;
            }
        }
        let sink = self.simplex.price(people + self.problem.posts.len());
        let prices = (0..self.problem.posts.len()).map(|k| sink - self.simplex.price(people + k)).collect();
        let mut holders: Vec<u32> = self.problem.posts.iter().map(|post| post.fixed).collect();
        post.iter().for_each(|&k| holders[k as usize] += 1);
        Solution { post, prices, holders }
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
