//! The even share where totals of several posts are bounded too (iterative leximin).
//!
//! Rank prices are exact while the headcounts that can be reached form one exchange family (M-convex). With bounds over
//! several posts they are the meet of two: an exchange may then have to fill one urgent place at the price of two that are a
//! little less urgent, and the sum of their ranks refuses that. So the even share is found by itself, key by key, each time
//! on the face of everything that was best before; where the plan of the ladder lacks more, the prices of all keys down to
//! that one are raised, and it is solved again. A ladder under which the plan lacks exactly the fewest proves the other goals
//! too: all even plans cost the same on it.

use crate::model::plan::{Tujuan, Urutan};
use crate::place::points::BARRED;
use crate::place::pricing;
use crate::place::problem::{Person, Problem, Solution};

/// Largest price of a place that is tried: the sum over five million people stays within 62 bits.
const MOST: i64 = 1 << 39;

/// A plan with the ladder that proves it.
pub struct Even {
    pub solution: Solution,
    /// Price of each key, the most urgent first; strictly rising.
    pub prices: Vec<i64>,
    /// Whether the plan lacks the fewest places key by key; else no ladder within bounds made it.
    pub exact: bool,
}

/// The best plan, made even where rank prices alone do not: for problems with groups whose first goal is the fill level.
pub fn solve(problem: &Problem) -> Even {
    let keys = keys(problem);
    let mut prices = keys.clone();
    let mut solution = pricing::solve(problem);
    if problem.groups.is_empty() || problem.urutan.goals().next() != Some(Tujuan::Keterisian) {
        return Even { solution, prices, exact: true };
    }
    let fewest = fewest(problem, &solution, &keys);
    let mut gaps = vec![keys.len() as i64 + 1; keys.len()];
    loop {
        let own = lacking(problem, &solution, &keys);
        let Some(at) = (0..keys.len()).find(|&at| own[at] != fewest[at]) else {
            return Even { solution, prices, exact: true };
        };
        prices[..=at].iter_mut().for_each(|price| *price -= gaps[at]);
        gaps[at] *= 2;
        if prices[0] < -MOST {
            return Even { solution, prices, exact: false };
        }
        solution = pricing::solve(&priced(problem, &keys, &prices));
    }
}

/// The prices of a ladder, the most urgent first: each is one key.
fn keys(problem: &Problem) -> Vec<i64> {
    let mut keys: Vec<i64> =
        problem.posts.iter().flat_map(|post| &post.steps).copied().filter(|price| *price < 0).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The problem with other prices for its keys.
pub fn priced(problem: &Problem, keys: &[i64], prices: &[i64]) -> Problem {
    let mut priced = problem.clone();
    for step in priced.posts.iter_mut().flat_map(|post| &mut post.steps) {
        if let Ok(at) = keys.binary_search(step) {
            *step = prices[at];
        }
    }
    priced
}

/// How many posts lack each key under a plan.
fn lacking(problem: &Problem, solution: &Solution, keys: &[i64]) -> Vec<u32> {
    let mut lacking = vec![0; keys.len()];
    for (post, holders) in problem.posts.iter().zip(&solution.holders) {
        let empty = post.steps.iter().skip((holders - post.low) as usize);
        empty.filter_map(|step| keys.binary_search(step).ok()).for_each(|at| lacking[at] += 1);
    }
    lacking
}

/// The fewest posts that can lack each key, given the fewest of every key before it.
fn fewest(problem: &Problem, solution: &Solution, keys: &[i64]) -> Vec<u32> {
    let mut face =
        Face { problem: problem.clone(), steps: problem.posts.iter().map(|post| post.steps.clone()).collect() };
    face.problem.urutan = Urutan::new(&[Tujuan::Keterisian]).expect("one goal");
    face.problem.apart = Vec::new();
    face.seat(&solution.post);
    let mut last = solution.clone();
    for key in keys {
        if face.has(*key) {
            last = face.stage(*key);
        }
    }
    lacking(problem, &last, keys)
}

/// The plans that are best on every key so far: a smaller problem, at home in one of them.
struct Face {
    problem: Problem,
    /// The keys of the places that are still free.
    steps: Vec<Vec<i64>>,
}

impl Face {
    fn seat(&mut self, posts: &[u32]) {
        let people = self.problem.people.iter().zip(posts);
        self.problem.people = people.map(|(person, post)| Person { home: *post, ..*person }).collect();
    }

    /// Whether places of this key are still free.
    fn has(&self, key: i64) -> bool {
        self.steps.iter().flatten().any(|step| *step == key)
    }

    /// Fills as many places of this key as can be, and keeps what is then fixed by complementary slackness.
    fn stage(&mut self, key: i64) -> Solution {
        for (post, steps) in self.problem.posts.iter_mut().zip(&self.steps) {
            post.steps = steps.iter().map(|step| -i64::from(*step == key)).collect();
        }
        let solution = pricing::solve(&self.problem);
        let slot = self.problem.urutan.slot(Tujuan::Keterisian).expect("the only goal");
        let price: Vec<i64> = solution.prices.iter().map(|price| price.0[slot]).collect();
        let around = |group: Option<u32>| group.map_or(0, |group| solution.group_prices[group as usize].0[slot]);
        for person in 0..self.problem.people.len() {
            let seat = price[solution.post[person] as usize];
            let left: Vec<u32> = self
                .problem
                .options(person)
                .map(|(post, _)| post)
                .filter(|post| price[*post as usize] != seat)
                .collect();
            left.into_iter().for_each(|post| self.problem.points.set(person, post as usize, BARRED));
        }
        let sums = self.problem.in_groups(|post| solution.holders[post]);
        for (at, sum) in sums.into_iter().enumerate() {
            let group = &mut self.problem.groups[at];
            if around(Some(at as u32)) != around(group.parent) {
                (group.low, group.high) = (sum, sum);
            }
        }
        for (at, post) in self.problem.posts.iter_mut().enumerate() {
            let reduced = |step: &i64| step - price[at] + around(post.group);
            let full = post.steps.iter().take_while(|step| reduced(step) < 0).count();
            let free = post.steps[full..].iter().take_while(|step| reduced(step) == 0).count();
            post.low += full as u32;
            post.high = post.low + free as u32;
            self.steps[at] = self.steps[at][full..full + free].to_vec();
        }
        self.seat(&solution.post);
        solution
    }
}
