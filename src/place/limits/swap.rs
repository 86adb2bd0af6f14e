//! Plans with closed limits: of each, only the people let in move there, and everything else is the best flow. Letting in
//! others, judged by the prices of the plan, makes it better as long as it does.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::bench::Bench;
use super::margin::Margin;
use crate::model::batasan::Batas;
use crate::place::problem::Price;

/// So often others are let in at most.
const TRIES: usize = 24;

/// A person: room and place there.
type Who = (usize, usize);

/// What it costs that someone comes or goes, with the person's fingerprint.
type Offer = (Price, u64, Who);

/// The best offers in limits, of those who could come and of those who could go.
#[derive(Default)]
struct Offers {
    coming: BTreeMap<Batas, Offer>,
    going: BTreeMap<Batas, Offer>,
}

impl Offers {
    fn with(mut self, other: Offers) -> Offers {
        other.coming.into_iter().for_each(|(row, offer)| keep(&mut self.coming, row, offer));
        other.going.into_iter().for_each(|(row, offer)| keep(&mut self.going, row, offer));
        self
    }
}

/// Keeps the cheaper of two offers in a limit.
fn keep(all: &mut BTreeMap<Batas, Offer>, row: Batas, offer: Offer) {
    all.entry(row).and_modify(|best| *best = offer.min(*best)).or_insert(offer);
}

/// Someone who could move in a limit, and who would then do so no more.
struct Swap {
    row: Batas,
    gain: Price,
    comes: Who,
    goes: Option<Who>,
}

impl Bench {
    /// Closes these caps and all that are overrun, with no multipliers on them, until every limit is kept.
    pub(super) fn gate(&mut self, rows: Vec<Batas>) {
        let rows = rows.into_iter().chain(self.overrun()).filter(|row| *row != Batas::Pindah);
        let rows = self.in_order(rows.collect::<Vec<_>>().into_iter());
        self.harga.retain(|row, _| *row == Batas::Pindah);
        self.gated = true;
        self.gate_at(&rows);
        self.keep();
    }

    /// Lets others in while that makes the plan better.
    pub(super) fn improve(&mut self) {
        let mut share = 1;
        for _ in 0..TRIES {
            let mut swaps = self.swaps();
            swaps.sort_by_key(|swap| (swap.gain, self.key(swap.row), swap.row));
            let count = swaps.len().div_ceil(share);
            if swaps.is_empty() {
                return;
            }
            let before = self.kept();
            self.take(&swaps[..count]);
            if self.cost() < before.cost {
                share = (share / 2).max(1);
                continue;
            }
            self.back_to(&before);
            if count == 1 {
                return;
            }
            share *= 4;
        }
    }

    /// Puts people in the place of others, each in one limit only, and solves anew.
    fn take(&mut self, swaps: &[Swap]) {
        let mut closed = self.closed.clone();
        let mut seen: BTreeSet<(usize, usize)> = BTreeSet::new();
        let mut rooms: BTreeSet<usize> = BTreeSet::new();
        for swap in swaps {
            if seen.contains(&swap.comes) || swap.goes.is_some_and(|goes| seen.contains(&goes)) {
                continue;
            }
            seen.extend([swap.comes].into_iter().chain(swap.goes));
            rooms.extend([swap.comes.0].into_iter().chain(swap.goes.map(|goes| goes.0)));
            if let Some(gate) = closed.gates.get_mut(&swap.row) {
                gate.retain(|who| Some(*who) != swap.goes);
                gate.insert(swap.comes);
            }
        }
        self.close(closed);
        self.solve(&rooms.into_iter().collect::<Vec<_>>());
        self.keep();
    }

    /// For each closed limit the change that would better the plan most, by its prices.
    fn swaps(&mut self) -> Vec<Swap> {
        // Who is let in and does not move makes room for others.
        let mut closed = self.closed.clone();
        let rooms = &self.rooms;
        for (row, gate) in &mut closed.gates {
            gate.retain(|(at, person)| {
                rooms[*at].rows(*person, rooms[*at].solution.post[*person]).any(|own| own == *row)
            });
        }
        self.close(closed);
        let found = (0..self.rooms.len()).into_par_iter().map(|at| self.offers(at));
        let Offers { coming, going } = found.reduce(Offers::default, Offers::with);
        let mut swaps = Vec::new();
        for (row, (cost, _, comes)) in coming {
            let cap = self.limits.of(row).unwrap_or(0) as usize;
            let full = self.closed.gates.get(&row).is_some_and(|gate| gate.len() >= cap);
            let goes = full.then(|| going.get(&row)).flatten();
            if full && goes.is_none() {
                continue;
            }
            let gain = cost + goes.map_or(Price::default(), |goes| goes.0);
            if gain < Price::default() {
                swaps.push(Swap { row, gain, comes, goes: goes.map(|goes| goes.2) });
            }
        }
        swaps
    }

    /// In one room the closed pair that would gain most in each limit, and the mover who is worth least there.
    fn offers(&self, at: usize) -> Offers {
        let room = &self.rooms[at];
        let (margin, gates) = (Margin::new(room), self.closed.of_room(at, room));
        let mut offers = Offers::default();
        for (person, shut) in room.shut.iter().enumerate() {
            let Some(paid) = margin.paid_without(person) else { continue };
            for &(post, points) in shut.iter().filter(|(post, _)| margin.may_gain(paid, *post)) {
                let mut rows = gates.shutting(room, person, post);
                // A pair that two limits close is opened by neither alone.
                let (Some(row), None) = (rows.next(), rows.next()) else { continue };
                let cost = margin.cost_of_closed(person, post, points).filter(|cost| *cost < Price::default());
                if let Some(cost) = cost.filter(|_| !gates.refuse(person, post)) {
                    keep(&mut offers.coming, row, (cost, room.problem.people[person].fingerprint, (at, person)));
                }
            }
        }
        for person in 0..room.problem.people.len() {
            for row in room.rows(person, room.solution.post[person]).filter(|row| self.closed.gates.contains_key(row)) {
                if let Some(loss) = margin.sure_loss(person, row) {
                    keep(&mut offers.going, row, (loss, room.problem.people[person].fingerprint, (at, person)));
                }
            }
        }
        offers
    }

    /// Opens the closed pairs that nobody would take at the prices of the plan: it is the best one with them as well.
    pub(super) fn open_what_needs_no_gate(&mut self) {
        for room in &mut self.rooms {
            for person in 0..room.shut.len() {
                room.reopen(person, |room, post, points| {
                    let now = room.solution.post[person];
                    let there = room.problem.price_of(person, post, points) + room.solution.prices[post as usize];
                    let here = room.problem.price(person, now as usize).expect("people sit in eligible posts");
                    there > here + room.solution.prices[now as usize]
                });
            }
        }
    }
}
