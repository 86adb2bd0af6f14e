//! All families beside each other, under the multipliers of the moment and with what is closed.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Room;
use crate::model::batasan::{Batas, BatasRun};
use crate::model::unit::UnitId;
use crate::place::lex::Lex;
use crate::place::problem::{Price, Solution};

/// Passes over all limits: one that is fitted may send people into another.
const ROUNDS: usize = 6;

/// People in all problems solved, after which no more limits are fitted: what is overrun then is closed. Counted, not
/// timed, so that the answer depends on nothing else.
pub(super) const MOST_WORK: usize = 1_500_000;

/// All families with the multipliers of the moment.
pub struct Bench {
    pub rooms: Vec<Room>,
    pub(super) limits: BatasRun,
    /// A number of each unit that does not depend on the order of rows.
    pub(super) keys: Vec<u64>,
    pub(super) harga: BTreeMap<Batas, Price>,
    /// The next smaller multiplier that was tried, under which too many move.
    pub(super) below: BTreeMap<Batas, Price>,
    /// What is closed.
    pub(super) closed: Closed,
    /// Whether the plan was found with limits closed and no multipliers on them.
    pub(super) gated: bool,
    /// People in the problems solved so far, and in those that may be solved to fit caps one by one.
    pub(super) work: usize,
    pub(super) one_by_one: usize,
    /// The best plan without limits, a solution of each room.
    pub(super) free: Vec<Solution>,
}

/// Who may move in a limit where nobody else may: room and person.
pub(super) type Gate = BTreeSet<(usize, usize)>;

/// What multipliers alone do not keep.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Closed {
    /// Limits in which nobody may move but these.
    pub gates: BTreeMap<Batas, Gate>,
    /// Pairs refused one by one: room, person, post.
    pub refused: BTreeSet<(usize, usize, u32)>,
}

/// What the multipliers prove.
pub struct Proof {
    pub harga: BTreeMap<Batas, Price>,
    /// Prices of the posts and of the groups of each room.
    pub prices: Vec<(Vec<Price>, Vec<Price>)>,
    /// What the plan costs more than the bound.
    pub gap: Price,
}

/// A plan within the limits, to be gone back to.
pub(super) struct Kept {
    pub cost: Price,
    closed: Closed,
    solutions: Vec<Solution>,
    harga: BTreeMap<Batas, Price>,
    gated: bool,
}

impl Bench {
    pub fn new(rooms: Vec<Room>, limits: BatasRun, keys: Vec<u64>) -> Bench {
        let (harga, below) = (BTreeMap::new(), BTreeMap::new());
        let closed = Closed::default();
        Bench {
            rooms,
            limits,
            keys,
            harga,
            below,
            closed,
            gated: false,
            work: 0,
            one_by_one: MOST_WORK,
            free: Vec::new(),
        }
    }

    /// The same as in a region so large that no cap can be fitted by itself.
    #[cfg(test)]
    pub fn like_a_large_region(self) -> Bench {
        Bench { one_by_one: 0, ..self }
    }

    /// Finds multipliers, their bound, and a plan within the limits.
    pub fn settle(&mut self) -> Proof {
        let all = self.all();
        self.solve(&all);
        self.free = self.solutions();
        let gated = self.limits.has_caps().then(|| self.gated_plan(None));
        let (bound, harga) = self.fit_all(gated.as_ref().map(|gated| gated.cost));
        let of = |room: &Room| (room.solution.prices.clone(), room.solution.group_prices.clone());
        let prices = self.rooms.iter().map(of).collect();
        self.find_plan(bound, gated);
        if self.cost() > bound {
            self.better_singly();
        }
        let gap = self.cost() - bound;
        Proof { harga, prices, gap }
    }

    /// The best plan found that keeps the limits: under the multipliers, and where they prove nothing, with limits closed
    /// one way or the other.
    fn find_plan(&mut self, bound: Price, gated: Option<Kept>) {
        let multipliers = self.kept();
        self.keep();
        self.fill_up();
        let Some(gated) = gated.filter(|_| self.cost() > bound) else { return };
        let mut best = self.kept();
        self.back_to(&multipliers);
        for other in [gated, self.gated_plan(Some(&multipliers.harga))] {
            if other.cost < best.cost {
                best = other;
            }
        }
        self.back_to(&best);
        if self.gated {
            self.open_what_needs_no_gate();
        }
    }

    /// A plan with all caps closed that bind, without multipliers on them: from the plan of the moment. Those that have a
    /// price bind. What stands now is not changed.
    fn gated_plan(&mut self, harga: Option<&BTreeMap<Batas, Price>>) -> Kept {
        let (before, work) = (self.kept(), self.work);
        self.gate(harga.into_iter().flatten().map(|(row, _)| *row).collect());
        self.improve();
        let found = self.kept();
        self.back_to(&before);
        self.work = work;
        found
    }

    pub(super) fn all(&self) -> Vec<usize> {
        (0..self.rooms.len()).collect()
    }

    fn solutions(&self) -> Vec<Solution> {
        self.rooms.iter().map(|room| room.solution.clone()).collect()
    }

    pub(super) fn kept(&self) -> Kept {
        let (closed, solutions) = (self.closed.clone(), self.solutions());
        Kept { cost: self.cost(), closed, solutions, harga: self.harga.clone(), gated: self.gated }
    }

    pub(super) fn back_to(&mut self, kept: &Kept) {
        self.close(kept.closed.clone());
        (self.harga, self.gated) = (kept.harga.clone(), kept.gated);
        for (room, solution) in self.rooms.iter_mut().zip(&kept.solutions) {
            room.solution = solution.clone();
            room.problem.tolls = super::room::tolls(&room.units, &self.harga);
        }
    }

    pub(super) fn cost(&self) -> Price {
        self.rooms.iter().fold(Price::default(), |sum, room| sum + room.cost(&room.solution.post))
    }

    /// Slots of the levels of a cost.
    pub(super) fn levels(&self) -> Vec<usize> {
        let urutan = self.rooms.first().map(|room| room.problem.urutan).unwrap_or_default();
        urutan.levels().map(|level| level.slot).collect()
    }

    /// Fits limits until none is overrun and none that has a price is left unused; the best bound met, and its
    /// multipliers, under which the rooms are then solved. `above` is what a plan within the limits costs, where there is one
    /// at hand.
    fn fit_all(&mut self, above: Option<Price>) -> (Price, BTreeMap<Batas, Price>) {
        let all = self.all();
        let mut best = (self.bound(), BTreeMap::new(), BTreeMap::new());
        let many = above.filter(|_| self.has_many_caps());
        for _ in 0..ROUNDS {
            let before = self.harga.clone();
            if let Some(above) = many {
                self.spread_caps(above);
                let bound = self.bound();
                if bound > best.0 {
                    best = (bound, self.harga.clone(), BTreeMap::new());
                }
            }
            for row in self.off(&before) {
                let used = self.used_of(row);
                let Some(cap) = self.limits.of(row).filter(|cap| self.is_off(row, used, *cap)) else { continue };
                if self.work < MOST_WORK && (many.is_none() || row == Batas::Pindah) {
                    self.fit(row, cap);
                }
            }
            if self.harga.is_empty() && before.is_empty() {
                return (best.0, BTreeMap::new());
            }
            // Steps along the excess have done what they can, unless the budget changes what they answer to.
            if self.harga == before || many.is_some() && self.limits.pindah.is_none() {
                break;
            }
            self.solve(&all);
            let bound = self.bound();
            if bound > best.0 {
                best = (bound, self.harga.clone(), self.below.clone());
            }
        }
        (self.harga, self.below) = (best.1, best.2);
        self.solve(&all);
        (best.0, self.harga.clone())
    }

    /// Limits in which someone moves or that have a price.
    pub(super) fn off(&self, before: &BTreeMap<Batas, Price>) -> Vec<Batas> {
        let used = self.used();
        self.in_order(used.keys().chain(before.keys()).copied())
    }

    pub(super) fn is_off(&self, row: Batas, used: u32, cap: u32) -> bool {
        used > cap || (used < cap && self.harga.contains_key(&row))
    }

    /// Solves these rooms under the multipliers.
    pub(super) fn solve(&mut self, which: &[usize]) {
        self.work += which.iter().map(|at| self.rooms[*at].problem.people.len()).sum::<usize>();
        let harga = &self.harga;
        let chosen = self.rooms.par_iter_mut().enumerate().filter(|(at, _)| which.contains(at));
        chosen.for_each(|(_, room)| room.solve(harga));
    }

    /// The bound of the multipliers for the solutions that are best under them.
    pub(super) fn bound(&self) -> Price {
        let mut bound = Price::default();
        self.rooms.iter().for_each(|room| bound += room.priced(&room.solution.post));
        for (row, price) in &self.harga {
            let cap = i64::from(self.limits.of(*row).unwrap_or(0));
            bound -= Lex(price.0.map(|level| level * cap));
        }
        bound
    }

    /// How many people move in each limit that the run has.
    pub(super) fn used(&self) -> BTreeMap<Batas, u32> {
        let mut used = BTreeMap::new();
        for room in &self.rooms {
            room.count(&room.solution.post, &mut |row| *used.entry(row).or_default() += 1);
        }
        used.retain(|row, _| self.limits.of(*row).is_some());
        used
    }

    pub(super) fn used_of(&self, row: Batas) -> u32 {
        self.rooms.iter().map(|room| room.used(&room.solution.post, row)).sum()
    }

    /// The limits that are overrun.
    pub(super) fn overrun(&self) -> Vec<Batas> {
        let used = self.used();
        let over = used.iter().filter(|(row, used)| self.limits.of(**row).is_some_and(|cap| **used > cap));
        self.in_order(over.map(|(row, _)| *row))
    }

    /// Rooms in which someone may move within a limit.
    pub(super) fn touching(&self, row: Batas) -> Vec<usize> {
        let touches = |room: &Room| match row {
            Batas::Pindah => true,
            Batas::Masuk(unit) | Batas::Keluar(unit) => room.units.contains(&unit),
        };
        (0..self.rooms.len()).filter(|at| touches(&self.rooms[*at])).collect()
    }

    /// A number of a limit that does not depend on the order of rows.
    pub(super) fn key(&self, row: Batas) -> u64 {
        let key = |unit: UnitId| self.keys.get(unit.0 as usize).copied().unwrap_or(0);
        match row {
            Batas::Pindah => 0,
            Batas::Masuk(unit) => key(unit),
            Batas::Keluar(unit) => key(unit).rotate_left(32),
        }
    }

    /// Limits in an order that does not depend on that of the rows, each once.
    pub(super) fn in_order(&self, rows: impl Iterator<Item = Batas>) -> Vec<Batas> {
        let mut rows: Vec<Batas> = rows.collect();
        rows.sort_by_key(|row| match *row {
            Batas::Pindah => (0, 0, *row),
            Batas::Masuk(_) => (1, self.key(*row), *row),
            Batas::Keluar(_) => (2, self.key(*row).rotate_right(32), *row),
        });
        rows.dedup();
        rows
    }
}
