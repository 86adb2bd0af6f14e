//! Solving over all eligible pairs while storing arcs for few of them: start with likely arcs, then price out.

use rayon::prelude::*;

use crate::place::network::Network;
use crate::place::problem::{Price, Problem, Solution};

/// Arcs a person starts with: the cheapest ones, half of them kept for posts that are short.
pub const START_ARCS: usize = 8;

/// Arcs a person gains in a round of pricing.
const MORE_ARCS: usize = 2;

/// Arcs a post gains in a round: were they chosen by people alone, everybody would be given the same few posts of the
/// lowest price, and each round would settle only these.
const MORE_OF_POST: usize = 8;

/// People looked at before their finds are put together with those of others.
const CHUNK: usize = 512;

/// The best plan over every eligible pair, with prices under which no pair is worth adding.
pub fn solve(problem: &Problem) -> Solution {
    solve_from(problem, START_ARCS)
}

/// The same, starting with this many arcs a person; the answer does not depend on it.
pub fn solve_from(problem: &Problem, start_arcs: usize) -> Solution {
    priced_out(problem, &mut likely_arcs(problem, start_arcs))
}

/// One problem that is solved again and again, under other prices of moves and with other pairs open: each time from the
/// arcs, and where it may be from the basis, of the time before.
#[derive(Default)]
pub struct Again {
    network: Option<Network>,
}

impl Again {
    /// The best plan over every eligible pair, as [`solve`] finds it.
    pub fn solve(&mut self, problem: &Problem) -> Solution {
        let before = self.network.take();
        let network = before.map_or_else(|| likely_arcs(problem, START_ARCS), |before| before.under(problem));
        priced_out(problem, self.network.insert(network))
    }
}

fn likely_arcs(problem: &Problem, count: usize) -> Network {
    let mut network = Network::new(problem);
    let short: Vec<bool> = short_posts(problem);
    allow(problem, &mut network, by_person(problem, |person| likely(problem, person, &short, count)));
    network
}

/// Solves and adds arcs until no pair is worth adding.
fn priced_out(problem: &Problem, network: &mut Network) -> Solution {
    loop {
        let solution = network.solve(problem);
        let bargains = Offers::of(problem, &solution).bargains();
        if bargains.is_empty() {
            return solution;
        }
        bargains.into_iter().for_each(|(person, post)| network.allow(problem, person, post));
    }
}

/// The plan over all arcs at once; for tests of the pricing.
#[cfg(test)]
pub fn solve_full(problem: &Problem) -> Solution {
    let mut network = Network::new(problem);
    let all = |person: usize| {
        let mut posts: Vec<u32> = problem.options(person).map(|(post, _)| post).collect();
        posts.sort_unstable();
        posts
    };
    allow(problem, &mut network, by_person(problem, all));
    network.solve(problem)
}

/// Posts whose next holder has a price today.
fn short_posts(problem: &Problem) -> Vec<bool> {
    let mut holders: Vec<u32> = problem.posts.iter().map(|post| post.fixed).collect();
    problem.people.iter().for_each(|person| holders[person.home as usize] += 1);
    let short = |(post, &n): (usize, &u32)| n < problem.posts[post].high && problem.step(post, n) < Price::default();
    holders.iter().enumerate().map(short).collect()
}

/// Runs `choose` for everyone in parallel; the answers come in person order, so nothing depends on timing.
fn by_person(problem: &Problem, choose: impl Fn(usize) -> Vec<u32> + Sync + Send) -> Vec<Vec<u32>> {
    (0..problem.people.len()).into_par_iter().with_min_len(16).map(choose).collect()
}

fn allow(problem: &Problem, network: &mut Network, chosen: Vec<Vec<u32>>) {
    for (person, posts) in chosen.into_iter().enumerate() {
        posts.into_iter().for_each(|post| network.allow(problem, person as u32, post));
    }
}

/// The cheapest eligible posts, half of them short ones where there are such.
fn likely(problem: &Problem, person: usize, short: &[bool], count: usize) -> Vec<u32> {
    let alone = problem.points_alone(person);
    let cheapest = |wanted: bool, count: usize| {
        let mut best = Lowest::new(count);
        // Where points alone tell moves apart, fewer than those of the dearest kept can cost no less.
        let mut least = i64::MIN;
        for (post, points) in problem.options(person) {
            if points >= least && short[post as usize] == wanted {
                best.offer((problem.price_of(person, post, points), post));
                if let (true, Some(dearest)) = (alone, best.dearest()) {
                    least = problem.points.of(person, dearest as usize).unwrap_or(least);
                }
            }
        }
        best.numbers().collect()
    };
    let mut posts: Vec<u32> = cheapest(true, count - count / 2);
    posts.extend(cheapest(false, count - posts.len()));
    posts
}

/// Every post with what it asks under a solution, the cheapest first.
struct Offers<'a> {
    problem: &'a Problem,
    solution: &'a Solution,
    /// Price of each post, and what its unit adds for those who come from another.
    asked: Vec<(Price, u32)>,
    /// The posts of each unit, where units add anything.
    beside: Vec<Vec<u32>>,
    /// What no move costs less than, before units add anything.
    least: Price,
    /// Leading levels on which no move costs less than `least`.
    levels: usize,
}

impl<'a> Offers<'a> {
    fn of(problem: &'a Problem, solution: &'a Solution) -> Offers<'a> {
        let enter = |post: usize| problem.tolls.enter.get(post).copied().unwrap_or_default();
        let asked = |(post, price): (usize, &Price)| (*price + enter(post), post as u32);
        let mut asked: Vec<(Price, u32)> = solution.prices.iter().enumerate().map(asked).collect();
        asked.sort_unstable();
        let (least, levels) = (problem.least_move(), problem.urutan.never_gaining());
        Offers { problem, solution, asked, beside: problem.tolls.posts_of_units(), least, levels }
    }

    /// The pairs that beat the prices by most, of each person and of each post, in order. Candidates that have an arc
    /// are never among them, since the network's own prices bound those.
    fn bargains(&self) -> Vec<(u32, u32)> {
        let people = (0..self.problem.people.len()).into_par_iter().with_min_len(CHUNK);
        let look = |mut finds: Finds, person: usize| {
            self.look(person, &mut finds);
            finds
        };
        people.fold(|| Finds::new(self.problem), look).reduce_with(Finds::with).map_or_else(Vec::new, Finds::pairs)
    }

    /// Adds what a person finds.
    fn look(&self, person: usize, finds: &mut Finds) {
        let Offers { problem, solution, .. } = *self;
        let now = solution.post[person] as usize;
        let paid = problem.price(person, now).expect("people sit in eligible posts") + solution.prices[now];
        let home = problem.people[person].home;
        // Dearer on the levels before the points: nobody gains by going there, so most pairs are never looked at.
        let leave = problem.tolls.leave.get(home as usize).copied().unwrap_or_default();
        let limit = paid - self.least - leave;
        let near = self.asked.partition_point(|(asked, _)| asked.0[..self.levels] <= limit.0[..self.levels]);
        // Whoever stays in the unit pays nothing to it.
        let unit = problem.tolls.unit.get(home as usize).copied();
        let beside = unit.map_or(&[][..], |unit| &self.beside[unit as usize]);
        let elsewhere = |post: &u32| unit.is_none_or(|unit| problem.tolls.unit[*post as usize] != unit);
        let posts = self.asked[..near].iter().map(|(_, post)| *post).filter(elsewhere);
        let mut own = Lowest::new(MORE_ARCS);
        for post in posts.chain(beside.iter().copied()).filter(|post| *post != home) {
            let Some(points) = problem.points.of(person, post as usize) else { continue };
            let reduced = problem.price_of(person, post, points) + solution.prices[post as usize] - paid;
            if reduced < Price::default() {
                own.offer((reduced, post));
                finds.of_post[post as usize].offer((reduced, person as u32));
            }
        }
        finds.of_people.extend(own.numbers().map(|post| (person as u32, post)));
    }
}

/// Pairs worth adding. What is kept does not depend on the order in which they were found.
struct Finds {
    of_people: Vec<(u32, u32)>,
    /// People of each post.
    of_post: Vec<Lowest>,
}

impl Finds {
    fn new(problem: &Problem) -> Finds {
        Finds { of_people: Vec::new(), of_post: problem.posts.iter().map(|_| Lowest::new(MORE_OF_POST)).collect() }
    }

    fn with(mut self, other: Finds) -> Finds {
        self.of_people.extend(other.of_people);
        for (own, other) in self.of_post.iter_mut().zip(other.of_post) {
            other.best.into_iter().for_each(|entry| own.offer(entry));
        }
        self
    }

    /// Person and post, each pair once.
    fn pairs(self) -> Vec<(u32, u32)> {
        let of_posts = (0u32..).zip(self.of_post);
        let of_posts = of_posts.flat_map(|(post, best)| best.numbers().map(move |person| (person, post)));
        let mut pairs: Vec<(u32, u32)> = self.of_people.into_iter().chain(of_posts).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}

/// The numbers of the lowest prices: of posts, or of people.
struct Lowest {
    best: Vec<(Price, u32)>,
    count: usize,
}

impl Lowest {
    fn new(count: usize) -> Lowest {
        Lowest { best: Vec::new(), count }
    }

    fn offer(&mut self, entry: (Price, u32)) {
        if self.best.len() < self.count || self.best.last().is_some_and(|last| entry < *last) {
            let at = self.best.partition_point(|other| *other < entry);
            self.best.insert(at, entry);
            self.best.truncate(self.count);
        }
    }

    /// The dearest of those kept, once there are as many as are wanted.
    fn dearest(&self) -> Option<u32> {
        self.best.last().filter(|_| self.best.len() == self.count).map(|(_, post)| *post)
    }

    /// The cheapest first.
    fn numbers(self) -> impl Iterator<Item = u32> {
        self.best.into_iter().map(|(_, number)| number)
    }
}
