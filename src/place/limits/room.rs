//! A family with the units of its posts and its solution under the multipliers of the moment.

use std::collections::BTreeMap;

use crate::model::batasan::Batas;
use crate::model::unit::UnitId;
use crate::place::pricing;
use crate::place::problem::{Price, Problem, Solution, Tolls};

/// One family on the bench.
pub struct Room {
    pub problem: Problem,
    /// Unit of each post.
    pub units: Vec<UnitId>,
    pub solution: Solution,
    /// Pairs that were closed, with their points.
    pub shut: BTreeMap<(u32, u32), i64>,
}

impl Room {
    pub fn new(problem: Problem, units: Vec<UnitId>) -> Room {
        Room { problem, units, solution: Solution::default(), shut: BTreeMap::new() }
    }

    /// Solves it under these multipliers.
    pub fn solve(&mut self, harga: &BTreeMap<Batas, Price>) {
        self.solution = self.solved(harga);
    }

    /// The solution under these multipliers, which then lie on the prices.
    pub fn solved(&mut self, harga: &BTreeMap<Batas, Price>) -> Solution {
        self.problem.tolls = tolls(&self.units, harga);
        pricing::solve(&self.problem)
    }

    /// Calls `see` with each limit in which someone moves, as often as people do.
    pub fn count(&self, seats: &[u32], see: &mut impl FnMut(Batas)) {
        for (person, post) in self.problem.people.iter().zip(seats).filter(|(person, post)| person.home != **post) {
            Batas::of_move(self.units[person.home as usize], self.units[*post as usize]).for_each(&mut *see);
        }
    }

    /// The limits in which it counts to send a person to a post: none where that is home.
    pub fn rows(&self, person: usize, post: u32) -> impl Iterator<Item = Batas> + use<> {
        let home = self.problem.people[person].home;
        let moves = home != post;
        let rows = moves.then(|| Batas::of_move(self.units[home as usize], self.units[post as usize]));
        rows.into_iter().flatten()
    }

    /// How many people move in one limit.
    pub fn used(&self, seats: &[u32], row: Batas) -> u32 {
        let mut used = 0;
        self.count(seats, &mut |seen| used += u32::from(seen == row));
        used
    }

    /// What a plan costs with the multipliers, its fill counted from the floors.
    pub fn priced(&self, seats: &[u32]) -> Price {
        let mut sum = Price::default();
        for (person, &post) in seats.iter().enumerate() {
            sum += self.problem.price(person, post as usize).expect("people sit in eligible posts");
        }
        for (post, holders) in self.holders(seats).into_iter().enumerate() {
            (self.problem.posts[post].low..holders).for_each(|filled| sum += self.problem.step(post, filled));
        }
        sum
    }

    /// What a plan costs by itself.
    pub fn cost(&self, seats: &[u32]) -> Price {
        let mut sum = self.priced(seats);
        for (person, post) in self.problem.people.iter().zip(seats).filter(|(person, post)| person.home != **post) {
            sum -= self.problem.tolls.of(person.home, *post);
        }
        sum
    }

    /// Final number of holders of each post.
    pub fn holders(&self, seats: &[u32]) -> Vec<u32> {
        let mut holders: Vec<u32> = self.problem.posts.iter().map(|post| post.fixed).collect();
        seats.iter().for_each(|post| holders[*post as usize] += 1);
        holders
    }

    /// Whether a plan keeps the bounds of posts and of groups.
    pub fn keeps_bounds(&self, seats: &[u32]) -> bool {
        let holders = self.holders(seats);
        let sums = self.problem.in_groups(|post| holders[post]);
        self.problem.posts.iter().zip(&holders).all(|(post, holders)| (post.low..=post.high).contains(holders))
            && self.problem.groups.iter().zip(sums).all(|(group, sum)| (group.low..=group.high).contains(&sum))
    }

    /// Takes another plan; the prices stay.
    pub fn take(&mut self, seats: Vec<u32>) {
        self.solution.holders = self.holders(&seats);
        self.solution.post = seats;
    }
}

/// What these multipliers add to the price of each move.
pub fn tolls(units: &[UnitId], harga: &BTreeMap<Batas, Price>) -> Tolls {
    if harga.is_empty() {
        return Tolls::default();
    }
    let of = |row: Batas| harga.get(&row).copied().unwrap_or_default();
    Tolls {
        each: of(Batas::Pindah),
        enter: units.iter().map(|unit| of(Batas::Masuk(*unit))).collect(),
        leave: units.iter().map(|unit| of(Batas::Keluar(*unit))).collect(),
        unit: units.iter().map(|unit| unit.0).collect(),
        ..Tolls::default()
    }
}
