//! The smallest multiplier under which no more people move than a limit lets.
//!
//! The number of movers never rises with the multiplier, so it is found by halving, level by level: on each level the
//! smallest number under which the limit holds when the next level is beyond all costs, that is when ties choose fewer
//! moves. A room in which the ends of the range move equally many people is solved no more: between them its plan is the
//! same.

use rayon::prelude::*;

use super::Bench;
use crate::model::batasan::Batas;
use crate::place::problem::{Price, Solution};

/// More than any plan gains on a level, and so small that sums of it over all people of a region fit.
const BEYOND: i64 = 1 << 40;

/// How much farther each step of a search without an end goes.
const WIDER: i64 = 4;

impl Bench {
    /// Gives one limit its multiplier, the others being as they are.
    pub(super) fn fit(&mut self, row: Batas, cap: u32) {
        let touched = self.touching(row);
        self.harga.remove(&row);
        self.below.remove(&row);
        self.solve(&touched);
        if self.used_of(row) > cap {
            let free = touched.iter().map(|at| self.rooms[*at].solution.clone()).collect();
            let low = Tried { price: Price::default(), solutions: free };
            let search = Search { bench: self, row, cap, touched: &touched, low, high: None, exact: false };
            let (price, below) = search.run();
            self.harga.insert(row, price);
            self.below.insert(row, below);
            self.solve(&touched);
        }
    }
}

/// A multiplier with the solutions of the touched rooms.
struct Tried {
    price: Price,
    solutions: Vec<Solution>,
}

struct Search<'b> {
    bench: &'b mut Bench,
    row: Batas,
    cap: u32,
    touched: &'b [usize],
    /// The largest multiplier under which too many move, and the smallest under which the limit holds.
    low: Tried,
    high: Option<Tried>,
    /// Whether exactly as many move as may.
    exact: bool,
}

impl Search<'_> {
    /// The multiplier, and the one below it.
    fn run(mut self) -> (Price, Price) {
        let slots: Vec<usize> = self.bench.levels();
        let mut price = Price::default();
        for (at, &slot) in slots.iter().enumerate() {
            let next = slots.get(at + 1).copied();
            let tried = |value: i64| {
                let mut tried = price;
                tried.0[slot] = value;
                next.into_iter().for_each(|next| tried.0[next] = BEYOND);
                tried
            };
            let Some(value) = self.smallest(tried, price == Price::default()) else { break };
            price.0[slot] = value;
            if self.exact {
                break;
            }
        }
        let held = self.high.as_ref().filter(|_| self.exact).map(|high| high.price);
        (held.unwrap_or(price), self.low.price)
    }

    /// The smallest number on a level under which the limit holds. `None` where it holds under each: the plans in
    /// question change on a fraction of the level before.
    fn smallest(&mut self, at: impl Fn(i64) -> Price, first: bool) -> Option<i64> {
        let (mut fails, mut holds);
        if self.holds(at(0)) {
            // No multiplier is less than zero.
            if first || self.exact {
                return Some(0);
            }
            if self.holds(at(-BEYOND)) {
                return None;
            }
            (fails, holds) = (-1, 0);
            while self.holds(at(fails)) {
                (fails, holds) = ((fails * WIDER).max(-BEYOND), fails);
                if self.exact || holds == -BEYOND {
                    return Some(holds);
                }
            }
        } else {
            (fails, holds) = (0, 1);
            while !self.holds(at(holds)) {
                (fails, holds) = (holds, (holds * WIDER).min(BEYOND));
                if fails == BEYOND {
                    return Some(BEYOND);
                }
            }
        }
        while holds - fails > 1 && !self.exact {
            let middle = fails + (holds - fails) / 2;
            if self.holds(at(middle)) { holds = middle } else { fails = middle }
        }
        Some(holds)
    }

    /// Whether the limit holds under a multiplier.
    fn holds(&mut self, price: Price) -> bool {
        let solutions = self.solutions(price);
        let used: u32 = self.touched.iter().zip(&solutions).map(|(at, solution)| self.used(*at, solution)).sum();
        self.exact = used == self.cap;
        let tried = Tried { price, solutions };
        if used > self.cap {
            self.low = tried;
            return false;
        }
        self.high = Some(tried);
        true
    }

    fn used(&self, room: usize, solution: &Solution) -> u32 {
        self.bench.rooms[room].used(&solution.post, self.row)
    }

    fn solutions(&mut self, price: Price) -> Vec<Solution> {
        let same = |place: usize, at: usize| {
            let high = &self.high.as_ref()?.solutions[place];
            (self.used(at, high) == self.used(at, &self.low.solutions[place])).then(|| high.clone())
        };
        let known: Vec<Option<Solution>> =
            self.touched.iter().enumerate().map(|(place, at)| same(place, *at)).collect();
        let mut harga = self.bench.harga.clone();
        harga.insert(self.row, price);
        let mut open: Vec<Option<Solution>> = vec![None; self.bench.rooms.len()];
        let mut asked = vec![false; open.len()];
        self.touched.iter().zip(&known).for_each(|(at, known)| asked[*at] = known.is_none());
        let people = |at: usize| self.bench.rooms[at].problem.people.len();
        let work: usize = (0..asked.len()).filter(|at| asked[*at]).map(people).sum();
        self.bench.work += work;
        let rooms = self.bench.rooms.par_iter_mut().zip(&mut open).zip(&asked).filter(|(_, asked)| **asked);
        rooms.for_each(|((room, open), _)| *open = Some(room.solved(&harga)));
        let solved = self.touched.iter().zip(known);
        solved.map(|(at, known)| known.or_else(|| open[*at].take()).expect("what is not known was solved")).collect()
    }
}
