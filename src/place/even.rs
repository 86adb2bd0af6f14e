//! The even share where totals of several posts are bounded too (iterative leximin).
//!
//! Rank prices are exact while the headcounts that can be reached form one exchange family (M-convex). With bounds over
//! several posts they are the meet of two: an exchange may then have to fill one urgent place at the price of two that are a
//! little less urgent, and the sum of their ranks refuses that. So the even share is found by itself, key by key, each time
//! on the face of everything that was best before; where the plan of the ladder lacks more, the prices of all keys down to
//! that one are raised, and it is solved again. A ladder under which the plan lacks exactly the fewest proves the other goals
//! too: all even plans cost the same on it.

use rayon::prelude::*;

use crate::model::plan::{PAKSAAN, Tujuan, Urutan};
use crate::place::pricing;
use crate::place::problem::{Problem, Solution};

/// Largest price of a place that is tried: the sum over five million people stays within 62 bits.
const MOST: i64 = 1 << 39;

/// A ladder whose best plans are even.
pub struct Even {
    /// Price of each key, the most urgent first; strictly rising.
    pub prices: Vec<i64>,
    /// Whether these plans lack the fewest places key by key; else no ladder within bounds made them.
    pub exact: bool,
}

/// Whether the even share is the first goal: behind another one it is not told from the ranks.
pub fn is_asked(urutan: &Urutan) -> bool {
    urutan.goals().next() == Some(Tujuan::Keterisian)
}

/// The best plans of some families with groups, made even where the prices they have do not: for problems whose first
/// goal is the fill level. `keys` are the prices of the ladder, the most urgent first.
pub fn raise(problems: &[Problem], keys: &[i64]) -> Even {
    let mut prices = keys.to_vec();
    let mut solutions: Vec<Solution> = problems.par_iter().map(pricing::solve).collect();
    let both = problems.par_iter().zip(&solutions);
    let fewest: Vec<Vec<u32>> = both.map(|(problem, solution)| fewest(problem, solution, keys)).collect();
    let mut gaps = vec![keys.len() as i64 + 1; keys.len()];
    loop {
        let uneven = problems.iter().zip(&solutions).zip(&fewest).filter_map(|((problem, solution), fewest)| {
            let own = lacking(problem, solution, keys);
            (0..keys.len()).find(|&at| own[at] != fewest[at])
        });
        let Some(at) = uneven.min() else { return Even { prices, exact: true } };
        if prices[0] - gaps[at] < -MOST {
            return Even { prices, exact: false };
        }
        prices[..=at].iter_mut().for_each(|price| *price -= gaps[at]);
        gaps[at] *= 2;
        solutions = problems.par_iter().map(|problem| pricing::solve(&priced(problem, keys, &prices))).collect();
    }
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

/// The fewest posts that can lack each key, given the fewest of every key before it; forced decisions that fail come
/// before all keys.
fn fewest(problem: &Problem, solution: &Solution, keys: &[i64]) -> Vec<u32> {
    let mut face =
        Face { problem: problem.clone(), steps: problem.posts.iter().map(|post| post.steps.clone()).collect() };
    face.problem.urutan = Urutan::new(&[Tujuan::Keterisian]).expect("one goal");
    face.problem.apart = Vec::new();
    let mut last = solution.clone();
    if problem.people.iter().any(|person| person.wajib) {
        last = face.stage(None);
        face.problem.people.iter_mut().for_each(|person| person.wajib = false);
    } else {
        face.seat(&solution.post);
    }
    for key in keys {
        if face.has(*key) {
            last = face.stage(Some(*key));
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
        for (person, &post) in posts.iter().enumerate() {
            let home = std::mem::replace(&mut self.problem.people[person].home, post);
            // The post left stays open, though it may be closed to those who come from elsewhere.
            if home != post && self.problem.points.of(person, home as usize).is_none() {
                self.problem.points.open(person, home, 0);
            }
        }
    }

    /// Whether places of this key are still free.
    fn has(&self, key: i64) -> bool {
        self.steps.iter().flatten().any(|step| *step == key)
    }

    /// Fills as many places of this key as can be, or, for none, fails as few forced decisions; keeps what is then fixed by
    /// complementary slackness.
    fn stage(&mut self, key: Option<i64>) -> Solution {
        for (post, steps) in self.problem.posts.iter_mut().zip(&self.steps) {
            post.steps = steps.iter().map(|step| -i64::from(Some(*step) == key)).collect();
        }
        let solution = pricing::solve(&self.problem);
        let slot = match key {
            Some(_) => self.problem.urutan.slot(Tujuan::Keterisian).expect("the only goal"),
            None => PAKSAAN,
        };
        let price: Vec<i64> = solution.prices.iter().map(|price| price.0[slot]).collect();
        let around = |group: Option<u32>| group.map_or(0, |group| solution.group_prices[group as usize].0[slot]);
        let mut barred: Vec<(usize, u32)> = Vec::new();
        for person in 0..self.problem.people.len() {
            let reduced = |post: u32| Some(self.problem.price(person, post as usize)?.0[slot] + price[post as usize]);
            let (home, seat) = (self.problem.people[person].home, solution.post[person]);
            let open = self.problem.options(person).map(|(post, _)| post).chain([home]);
            barred.extend(open.filter(|post| reduced(*post) != reduced(seat)).map(|post| (person, post)));
        }
        let sums = self.problem.in_groups(|post| solution.holders[post]);
        for (at, sum) in sums.into_iter().enumerate() {
            let group = &mut self.problem.groups[at];
            if around(Some(at as u32)) != around(group.parent) {
                (group.low, group.high) = (sum, sum);
            }
        }
        for (at, post) in self.problem.posts.iter_mut().enumerate() {
            let reduced = |step: &i64| if slot == PAKSAAN { 0 } else { *step } - price[at] + around(post.group);
            let full = post.steps.iter().take_while(|step| reduced(step) < 0).count();
            let free = post.steps[full..].iter().take_while(|step| reduced(step) == 0).count();
            post.low += full as u32;
            post.high = post.low + free as u32;
            self.steps[at] = self.steps[at][full..full + free].to_vec();
        }
        self.seat(&solution.post);
        barred.into_iter().for_each(|(person, post)| self.problem.points.bar(person, post as usize));
        solution
    }
}
