//! Limits on a whole plan: how many people move, how many come to a unit or leave it, how long a chain may be.
//!
//! No flow holds such a limit, for it counts people of several posts and families. Each has a multiplier that every move
//! in it pays (`fit`); the families stay apart and each stays a flow. What multipliers do not keep is closed (`keep`), and
//! what they leave unused is filled up (`fill`). The bound of the multipliers tells how good the plan is (`Batasan`).
//!
//! Bounds on totals are inside the flow of a family, so multipliers come on top of them: a move pays them in its own price,
//! a total has its price between posts and sink, and both meet in the sum of a plan's cost alone. The prices of places are
//! raised for the totals before (`even`) and stay as they are here. That the share is the most even one of the plans that
//! keep totals and limits together, nobody has shown then, and it is told. Two moves that only a total ties together make
//! no chain.

mod bebas;
pub(in crate::place) mod chains;
mod fill;
mod fit;
mod keep;
mod plain;
mod room;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::batasan::{Batas, BatasRun, Batasan};
use crate::model::needs::PostId;
use crate::model::plan::{CostVector, Plan};
use crate::model::unit::UnitId;
use crate::place::family::{Case, Family};
use crate::place::lex::Lex;
use crate::place::points::Points;
use crate::place::problem::{Price, Problem, Solution, Tolls};
use crate::place::sentences;
use crate::place::tie::{fingerprint, unit_key};

pub use plain::{Beyond, closes, plain};
pub use room::Room;

/// Passes over all limits: one that is fitted may send people into another.
const ROUNDS: usize = 6;

/// People in all problems solved, after which no more limits are fitted: what is overrun then is closed. Counted, not
/// timed, so that the answer depends on nothing else.
const MOST_WORK: usize = 1_500_000;

/// A plan that keeps the limits.
pub struct Settled {
    /// One of each family.
    pub solutions: Vec<Solution>,
    pub batasan: Batasan,
    /// Prices of posts and of bounded totals for the proof.
    prices: Vec<(PostId, CostVector)>,
    totals: Vec<(u32, CostVector)>,
    /// Whether totals are bounded too, and the limits weigh on the plan: then nobody has shown that its share is the most
    /// even one.
    uneven: bool,
}

impl Settled {
    /// Whether nobody can have a better plan within the limits, and none within totals that shares more evenly.
    pub fn proven(&self) -> bool {
        self.batasan.proven() && !self.uneven
    }

    /// Tells a plan made of these solutions what limits it and how good it is.
    pub fn told(self, plan: &mut Plan) {
        let mut batasan = self.batasan;
        let totals = || plan.totals.list.iter().map(|total| total.price).collect();
        batasan.harga_sendiri = (!batasan.tertutup.is_empty()).then(|| (plan.prices.clone(), totals()));
        self.prices.into_iter().for_each(|(post, price)| plan.prices[post.0 as usize] = price);
        plan.totals.kurang_merata |= self.uneven;
        self.totals.into_iter().for_each(|(total, price)| plan.totals.list[total as usize].price = price);
        plan.batasan = Some(batasan);
    }
}

/// The best plan found within the limits, with its proof. The case then knows the multipliers and what is closed.
pub fn settle(case: &mut Case) -> Settled {
    case.batasan = None;
    let units = |family: &Family| family.posts.iter().map(|post| case.facts.needs.post(*post).unit).collect();
    let room = |family: &Family| Room::new(case.problem(family, &case.judged(family)), units(family));
    let rooms: Vec<Room> = case.families.par_iter().map(room).collect();
    let units = case.facts.roster.units.iter();
    let keys = units.map(|unit| fingerprint(&unit_key(case.facts.roster, unit))).collect();
    let limits = case.facts.settings.rencana.batas();
    let mut bench = Bench::new(rooms, limits, keys);
    let proof = bench.settle();
    let (mut prices, mut totals) = (Vec::new(), Vec::new());
    for (family, (posts, groups)) in case.families.iter().zip(proof.prices) {
        prices.extend(family.posts.iter().zip(posts).map(|(post, price)| (*post, price.0)));
        totals.extend(family.totals.iter().zip(groups).map(|(total, price)| (*total, price.0)));
    }
    let closed = bench.closed.iter().map(|&(room, person, post)| {
        let family = &case.families[room];
        (family.movable[person as usize], family.posts[post as usize])
    });
    let mut batasan = Batasan {
        tertutup: closed.collect(),
        harga: proof.harga.into_iter().map(|(row, price)| (row, price.0)).collect(),
        terpakai: bench.used(),
        selisih: proof.gap.0,
        ..Batasan::default()
    };
    for (room, post, terhalang) in bench.held_back() {
        batasan.terhalang.insert(case.families[room].posts[post], terhalang);
    }
    let longest = bench.rooms.iter().map(|room| chains::longest(&room.problem, &room.solution.post)).max().unwrap_or(0);
    (batasan.kalimat, batasan.bukti) = sentences::batasan(&limits, &batasan, case.facts.urutan(), longest);
    batasan.mengikat = sentences::mengikat(&limits, &batasan);
    // Without multipliers and without a gap the plan is the one without limits, whose share is even.
    let uneven = case.is_even_within_totals() && !(batasan.harga.is_empty() && batasan.proven());
    if uneven {
        batasan.bukti += sentences::MERATA_TAK_TERBUKTI;
    }
    case.batasan = Some(batasan.clone());
    Settled { solutions: bench.rooms.into_iter().map(|room| room.solution).collect(), batasan, prices, totals, uneven }
}

/// Lays multipliers on a family's prices and closes what is closed.
pub fn lay(case: &Case, family: &Family, batasan: &Batasan, problem: &mut Problem) {
    let units: Vec<UnitId> = family.posts.iter().map(|post| case.facts.needs.post(*post).unit).collect();
    let harga = batasan.harga.iter().map(|(row, price)| (*row, Lex(*price))).collect();
    problem.tolls = Tolls { loose: !batasan.proven(), ..room::tolls(&units, &harga) };
    for (id, post) in &batasan.tertutup {
        if let (Ok(person), Ok(post)) = (family.movable.binary_search(id), family.posts.binary_search(post)) {
            problem.points.bar(person, post);
        }
    }
}

/// All families with the multipliers of the moment.
pub struct Bench {
    pub rooms: Vec<Room>,
    limits: BatasRun,
    /// A number of each unit that does not depend on the order of rows.
    keys: Vec<u64>,
    harga: BTreeMap<Batas, Price>,
    /// The next smaller multiplier that was tried, under which too many move.
    below: BTreeMap<Batas, Price>,
    /// Pairs that were closed: room, person, post.
    closed: Vec<(usize, u32, u32)>,
    /// People in the problems solved so far.
    work: usize,
    /// The best plan without limits, a solution of each room.
    free: Vec<Solution>,
}

/// What the multipliers prove.
pub struct Proof {
    pub harga: BTreeMap<Batas, Price>,
    /// Prices of the posts and of the groups of each room.
    pub prices: Vec<(Vec<Price>, Vec<Price>)>,
    /// What the plan costs more than the bound.
    pub gap: Price,
}

impl Bench {
    pub fn new(rooms: Vec<Room>, limits: BatasRun, keys: Vec<u64>) -> Bench {
        let (harga, below) = (BTreeMap::new(), BTreeMap::new());
        Bench { rooms, limits, keys, harga, below, closed: Vec::new(), work: 0, free: Vec::new() }
    }

    /// Finds multipliers, their bound, and a plan within the limits.
    pub fn settle(&mut self) -> Proof {
        let all: Vec<usize> = (0..self.rooms.len()).collect();
        self.solve(&all);
        self.free = self.rooms.iter().map(|room| room.solution.clone()).collect();
        // As yet nothing is closed.
        let open = self.limits.has_caps().then(|| self.rooms.iter().map(|room| room.problem.points.clone()).collect());
        let (bound, harga) = self.fit_all(&all);
        let of = |room: &Room| (room.solution.prices.clone(), room.solution.group_prices.clone());
        let prices = self.rooms.iter().map(of).collect();
        self.keep();
        self.fill_up();
        if let Some(open) = open.filter(|_| self.cost() > bound) {
            self.start_with_free_plan(self.free.clone(), open);
        }
        Proof { harga, prices, gap: self.cost() - bound }
    }

    /// Multipliers of many caps pull against each other: where they prove nothing, refusing the movers of the free plan who
    /// are worth least may be better.
    fn start_with_free_plan(&mut self, free: Vec<Solution>, open: Vec<Points>) {
        let before = self.cost();
        let closed = std::mem::take(&mut self.closed);
        let mut other: Vec<(Solution, Points, Tolls)> = Vec::new();
        for ((room, solution), points) in self.rooms.iter_mut().zip(free).zip(open) {
            let solution = std::mem::replace(&mut room.solution, solution);
            let points = std::mem::replace(&mut room.problem.points, points);
            other.push((solution, points, std::mem::take(&mut room.problem.tolls)));
        }
        let harga = std::mem::take(&mut self.harga);
        self.keep();
        self.harga = harga;
        if self.cost() < before {
            return;
        }
        self.closed = closed;
        for (room, (solution, points, tolls)) in self.rooms.iter_mut().zip(other) {
            (room.solution, room.problem.points, room.problem.tolls) = (solution, points, tolls);
        }
    }

    fn cost(&self) -> Price {
        self.rooms.iter().fold(Price::default(), |sum, room| sum + room.cost(&room.solution.post))
    }

    /// Slots of the levels of a cost.
    fn levels(&self) -> Vec<usize> {
        let urutan = self.rooms.first().map(|room| room.problem.urutan).unwrap_or_default();
        urutan.levels().map(|level| level.slot).collect()
    }

    /// Fits limits until none is overrun and none that has a price is left unused; the best bound met, and its
    /// multipliers, under which the rooms are then solved.
    fn fit_all(&mut self, all: &[usize]) -> (Price, BTreeMap<Batas, Price>) {
        let mut best = (self.bound(), BTreeMap::new(), BTreeMap::new());
        for _ in 0..ROUNDS {
            let before = self.harga.clone();
            let used = self.used();
            for row in self.in_order(used.keys().chain(before.keys()).copied()) {
                let used = self.used_of(row);
                let Some(cap) = self.limits.of(row).filter(|cap| self.is_off(row, used, *cap)) else { continue };
                if self.work < MOST_WORK {
                    self.fit(row, cap);
                }
            }
            if self.harga.is_empty() && before.is_empty() {
                return (best.0, BTreeMap::new());
            }
            if self.harga == before {
                break;
            }
            self.solve(all);
            let bound = self.bound();
            if bound > best.0 {
                best = (bound, self.harga.clone(), self.below.clone());
            }
        }
        (self.harga, self.below) = (best.1, best.2);
        self.solve(all);
        (best.0, self.harga.clone())
    }

    fn is_off(&self, row: Batas, used: u32, cap: u32) -> bool {
        used > cap || (used < cap && self.harga.contains_key(&row))
    }

    /// Solves these rooms under the multipliers.
    fn solve(&mut self, which: &[usize]) {
        self.work += which.iter().map(|at| self.rooms[*at].problem.people.len()).sum::<usize>();
        let harga = &self.harga;
        let chosen = self.rooms.par_iter_mut().enumerate().filter(|(at, _)| which.contains(at));
        chosen.for_each(|(_, room)| room.solve(harga));
    }

    /// The bound of the multipliers for the solutions that are best under them.
    fn bound(&self) -> Price {
        let mut bound = Price::default();
        self.rooms.iter().for_each(|room| bound += room.priced(&room.solution.post));
        for (row, price) in &self.harga {
            let cap = i64::from(self.limits.of(*row).unwrap_or(0));
            bound -= Lex(price.0.map(|level| level * cap));
        }
        bound
    }

    /// How many people move in each limit that the run has.
    fn used(&self) -> BTreeMap<Batas, u32> {
        let mut used = BTreeMap::new();
        for room in &self.rooms {
            room.count(&room.solution.post, &mut |row| *used.entry(row).or_default() += 1);
        }
        used.retain(|row, _| self.limits.of(*row).is_some());
        used
    }

    fn used_of(&self, row: Batas) -> u32 {
        self.rooms.iter().map(|room| room.used(&room.solution.post, row)).sum()
    }

    /// The first limit that is overrun.
    fn overrun(&self) -> Option<Batas> {
        let used = self.used();
        let over = used.iter().filter(|(row, used)| self.limits.of(**row).is_some_and(|cap| **used > cap));
        self.in_order(over.map(|(row, _)| *row)).into_iter().next()
    }

    /// Rooms in which someone may move within a limit.
    fn touching(&self, row: Batas) -> Vec<usize> {
        let touches = |room: &Room| match row {
            Batas::Pindah => true,
            Batas::Masuk(unit) | Batas::Keluar(unit) => room.units.contains(&unit),
        };
        (0..self.rooms.len()).filter(|at| touches(&self.rooms[*at])).collect()
    }

    /// Limits in an order that does not depend on that of the rows, each once.
    fn in_order(&self, rows: impl Iterator<Item = Batas>) -> Vec<Batas> {
        let key = |unit: UnitId| self.keys.get(unit.0 as usize).copied().unwrap_or(0);
        let mut rows: Vec<Batas> = rows.collect();
        rows.sort_by_key(|row| match *row {
            Batas::Pindah => (0, 0, *row),
            Batas::Masuk(unit) => (1, key(unit), *row),
            Batas::Keluar(unit) => (2, key(unit), *row),
        });
        rows.dedup();
        rows
    }
}
