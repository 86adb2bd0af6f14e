//! Limits on a whole plan: how many people move, how many come to a unit or leave it, how long a chain may be.
//!
//! No flow holds such a limit, for it counts people of several posts and families. Each has a multiplier that every move
//! in it pays (`fit`); the families stay apart and each stays a flow. What multipliers do not keep is closed (`keep`), and
//! what they leave unused is filled up (`fill`), at last by single people (`singly`). The bound of the multipliers tells
//! how good the plan is (`Batasan`).
//!
//! Bounds on totals are inside the flow of a family, so multipliers come on top of them: a move pays them in its own price,
//! a total has its price between posts and sink, and both meet in the sum of a plan's cost alone. The prices of places are
//! raised for the totals before (`even`) and stay as they are here. That the share is the most even one of the plans that
//! keep totals and limits together, nobody has shown then, and it is told. Two moves that only a total ties together make
//! no chain.

mod bebas;
mod bench;
pub(in crate::place) mod chains;
mod fill;
mod fit;
mod gates;
mod keep;
mod margin;
mod plain;
mod room;
mod singly;
mod spread;
mod swap;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::model::batasan::{Batas, Batasan};
use crate::model::needs::PostId;
use crate::model::plan::{CostVector, Plan};
use crate::model::unit::UnitId;
use crate::place::family::{Case, Family};
use crate::place::lex::Lex;
use crate::place::problem::{Problem, Solution, Tolls};
use crate::place::sentences;
use crate::place::tie::{fingerprint, unit_key};

pub use bench::Bench;
pub use plain::{Beyond, closes, plain};
pub use room::Room;

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
    let closed = case.families.iter().zip(&bench.rooms).flat_map(|(family, room)| {
        let pair = |(person, post): (usize, u32)| (family.movable[person], family.posts[post as usize]);
        let posts = |own: &[(u32, i64)]| own.iter().map(|(post, _)| *post).collect::<BTreeSet<u32>>();
        let shut = room.shut.iter().enumerate();
        shut.flat_map(move |(person, own)| posts(own).into_iter().map(move |post| pair((person, post))))
    });
    let mut batasan = Batasan {
        tertutup: closed.collect(),
        harga: proof.harga.into_iter().map(|(row, price)| (row, price.0)).collect(),
        terpakai: bench.used(),
        selisih: proof.gap.0,
        tanpa_harga: bench.gated,
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
    // Where caps are closed, their multipliers belong to the proof alone.
    let laid = batasan.harga.iter().filter(|(row, _)| !batasan.tanpa_harga || **row == Batas::Pindah);
    let harga = laid.map(|(row, price)| (*row, Lex(*price))).collect();
    problem.tolls = Tolls { loose: !batasan.proven(), ..room::tolls(&units, &harga) };
    for (id, post) in &batasan.tertutup {
        if let (Ok(person), Ok(post)) = (family.movable.binary_search(id), family.posts.binary_search(post)) {
            problem.points.bar(person, post);
        }
    }
}
