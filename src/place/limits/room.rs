//! A family with the units of its posts and its solution under the multipliers of the moment.

use std::collections::BTreeMap;

use crate::model::batasan::Batas;
use crate::model::unit::UnitId;
use crate::place::pricing::Again;
use crate::place::problem::{Price, Problem, Solution, Tolls};

/// One family on the bench.
pub struct Room {
    pub problem: Problem,
    /// Unit of each post.
    pub units: Vec<UnitId>,
    pub solution: Solution,
    /// Posts that were closed to each person, with the points there.
    pub shut: Vec<Vec<(u32, i64)>>,
    again: Again,
    /// The last solution found, while the same pairs are open, and the multipliers it was found under.
    last: Option<(Tolls, Solution)>,
}

impl Room {
    pub fn new(problem: Problem, units: Vec<UnitId>) -> Room {
        let (solution, again) = (Solution::default(), Again::default());
        let shut = vec![Vec::new(); problem.people.len()];
        Room { problem, units, solution, shut, again, last: None }
    }

    /// Closes a post to a person to whom it is open.
    pub fn shut(&mut self, person: usize, post: u32) {
        if let Some(points) = self.problem.points.of(person, post as usize) {
            self.problem.points.bar(person, post as usize);
            self.shut[person].push((post, points));
            self.last = None;
        }
    }

    /// Opens those posts again that were closed to a person and are chosen by themselves and their points.
    pub fn reopen(&mut self, person: usize, chosen: impl Fn(&Room, u32, i64) -> bool) {
        for (post, points) in std::mem::take(&mut self.shut[person]) {
            if chosen(self, post, points) {
                self.problem.points.restore(person, post as usize, points);
                self.last = None;
            } else {
                self.shut[person].push((post, points));
            }
        }
    }

    /// Solves it under these multipliers.
    pub fn solve(&mut self, harga: &BTreeMap<Batas, Price>) {
        self.solution = self.solved(harga);
    }

    /// The solution under these multipliers, which then lie on the prices.
    pub fn solved(&mut self, harga: &BTreeMap<Batas, Price>) -> Solution {
        self.problem.tolls = tolls(&self.units, harga);
        if let Some((_, known)) = self.last.as_ref().filter(|(tolls, _)| *tolls == self.problem.tolls) {
            return known.clone();
        }
        let solution = self.again.solve(&self.problem);
        self.last = Some((self.problem.tolls.clone(), solution.clone()));
        solution
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
    let of = |row: Batas| harga.get(&row).copied().unwrap_or_default();
    let each = of(Batas::Pindah);
    let enter: Vec<Price> = units.iter().map(|unit| of(Batas::Masuk(*unit))).collect();
    let leave: Vec<Price> = units.iter().map(|unit| of(Batas::Keluar(*unit))).collect();
    if enter.iter().chain(&leave).all(|toll| *toll == Price::default()) {
        return Tolls { each, ..Tolls::default() };
    }
    Tolls { each, enter, leave, unit: units.iter().map(|unit| unit.0).collect(), ..Tolls::default() }
}
