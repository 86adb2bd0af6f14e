//! Limits on the whole plan: counted anew from its moves, and what their multipliers add to the bound.

use std::collections::BTreeMap;

use crate::model::batasan::Batas;
use crate::model::needs::PostId;
use crate::model::plan::{AuditCheck, CostVector, LEVELS};
use crate::model::unit::UnitId;
use crate::place::audit::{Audit, check};

impl Audit<'_> {
    /// What the multipliers add to a move.
    pub(super) fn toll(&self, home: PostId, to: PostId) -> CostVector {
        let mut sum = [0; LEVELS];
        let Some(batasan) = self.plan.batasan.as_ref().filter(|batasan| !batasan.harga.is_empty()) else { return sum };
        let (from, to) = (self.unit_at(home), self.unit_at(to));
        let mut add = |batas: Batas| {
            let price = batasan.harga.get(&batas);
            price.into_iter().for_each(|price| sum.iter_mut().zip(price).for_each(|(sum, level)| *sum += level));
        };
        add(Batas::Pindah);
        if from != to {
            add(Batas::Masuk(to));
            add(Batas::Keluar(from));
        }
        sum
    }

    /// What the bound loses to the limits: the sum of multiplier times number over all of them.
    pub(super) fn lost_to_limits(&self) -> CostVector {
        let mut sum = [0; LEVELS];
        for (batas, price) in self.plan.batasan.iter().flat_map(|batasan| &batasan.harga) {
            let cap = i64::from(self.most(*batas).unwrap_or(0));
            sum.iter_mut().zip(price).for_each(|(sum, level)| *sum += level * cap);
        }
        sum
    }

    /// What the plan says it costs more than the bound.
    pub(super) fn declared_gap(&self) -> CostVector {
        self.plan.batasan.as_ref().map_or([0; LEVELS], |batasan| batasan.selisih)
    }

    /// Whether multipliers weigh on the plan: then plans of equal cost may differ in how many move.
    pub(super) fn weighed(&self) -> bool {
        self.plan.batasan.as_ref().is_some_and(|batasan| !batasan.harga.is_empty())
    }

    /// That the limits are those of the settings and kept, and the multipliers such that they prove something.
    pub(super) fn limits_kept(&self) -> Option<AuditCheck> {
        let limits = self.facts.settings.rencana.batas();
        if !limits.any() && self.plan.batasan.is_none() {
            return None;
        }
        let mut used: BTreeMap<Batas, u32> = BTreeMap::new();
        for step in &self.plan.moves {
            let (from, to) = (self.unit_at(step.from), self.unit_at(step.to));
            *used.entry(Batas::Pindah).or_default() += 1;
            if from != to {
                *used.entry(Batas::Keluar(from)).or_default() += 1;
                *used.entry(Batas::Masuk(to)).or_default() += 1;
            }
        }
        let over = used.iter().filter(|(batas, used)| self.most(**batas).is_some_and(|most| **used > most)).count();
        let harga = self.plan.batasan.iter().flat_map(|batasan| &batasan.harga);
        let unfounded = harga.filter(|(batas, price)| **price < [0; LEVELS] || self.most(**batas).is_none()).count();
        let longest = self.longest_chain();
        let long = limits.rantai.is_some_and(|most| longest > most as usize);
        let wrong = over + unfounded + usize::from(long);
        let title = "Batas atas jumlah perpindahan dan panjang rantai ditepati";
        Some(check(title, wrong, || format!("{} batas dihitung, rantai terpanjang {longest}", used.len())))
    }

    fn most(&self, batas: Batas) -> Option<u32> {
        let limits = self.facts.settings.rencana.batas();
        match batas {
            Batas::Pindah => limits.pindah,
            Batas::Masuk(_) => limits.masuk,
            Batas::Keluar(_) => limits.keluar,
        }
    }

    fn unit_at(&self, post: PostId) -> UnitId {
        self.facts.needs.post(post).unit
    }

    /// The most moves that hang together: each enters a post and is needed there because of one who leaves it.
    fn longest_chain(&self) -> usize {
        let moves = &self.plan.moves;
        let mut order: Vec<usize> = (0..moves.len()).collect();
        order.sort_by_key(|at| self.id_numbers[moves[*at].pegawai.0 as usize]);
        let mut gone: BTreeMap<PostId, Vec<usize>> = BTreeMap::new();
        let mut come: BTreeMap<PostId, Vec<usize>> = BTreeMap::new();
        for &at in &order {
            gone.entry(moves[at].from).or_default().push(at);
            come.entry(moves[at].to).or_default().push(at);
        }
        let mut follows: BTreeMap<usize, usize> = BTreeMap::new();
        for (post, gone) in &gone {
            let (come, bounds) = (come.get(post).map_or(&[][..], Vec::as_slice), self.post(*post));
            let short = i64::from(bounds.low) - (i64::from(bounds.before) - gone.len() as i64);
            let crowded = i64::from(bounds.before) + come.len() as i64 - i64::from(bounds.high);
            let bound = short.max(crowded).max(0) as usize;
            follows.extend(come.iter().zip(gone).take(bound).map(|(come, gone)| (*come, *gone)));
        }
        let length = |start: usize| {
            let (mut at, mut length) = (start, 1);
            while let Some(next) = follows.get(&at).filter(|next| **next != start) {
                (at, length) = (*next, length + 1);
            }
            length
        };
        // One whose place is taken by another begins no chain, unless the chain goes round.
        order.into_iter().map(length).max().unwrap_or(0)
    }
}
