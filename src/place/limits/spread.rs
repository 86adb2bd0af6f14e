//! Multipliers of many caps at once, by steps along the excess of each (Polyak's subgradient method).
//!
//! Halving one multiplier at a time solves the families of a unit some thirty times for each; a region has hundreds of
//! units that are overrun. Here a step solves every family once and moves all multipliers. How far depends on a plan that
//! keeps the limits; the best bound met is kept, so nothing rests on the steps being right.

use std::collections::BTreeMap;

use super::bench::{Bench, MOST_WORK};
use crate::model::batasan::Batas;
use crate::place::problem::Price;

/// Steps at most, how many in a row may better nothing before they become shorter, and how often they may.
const STEPS: usize = 40;
const PATIENCE: usize = 3;
const SHORTER: u32 = 2;

/// How often halving solves the families of a unit, about.
const HALVINGS: usize = 40;

impl Bench {
    /// Whether there are too many caps to fit one by one.
    pub(super) fn has_many_caps(&self) -> bool {
        let people = |at: usize| self.rooms[at].problem.people.len();
        let each = |row: Batas| self.touching(row).into_iter().map(people).sum::<usize>();
        let off = self.overrun().into_iter().filter(|row| *row != Batas::Pindah);
        self.limits.has_caps() && self.work + off.map(each).sum::<usize>() * HALVINGS > self.one_by_one
    }

    /// Moves the multipliers of all caps; `above` is what a plan within the limits costs.
    pub(super) fn spread_caps(&mut self, above: Price) {
        let all = self.all();
        let mut best = (self.bound(), self.harga.clone());
        let (mut halvings, mut idle) = (0u32, 0);
        for _ in 0..STEPS {
            let bound = self.bound();
            let Some(slot) = (0..bound.0.len()).find(|slot| bound.0[*slot] != above.0[*slot]) else { break };
            let excess = self.excess();
            let length: i64 = excess.values().map(|own| own * own).sum();
            let missing = above.0[slot] - bound.0[slot];
            if length == 0 || missing < 0 || self.work >= MOST_WORK {
                break;
            }
            for (row, own) in excess {
                let step = i128::from(missing) * i128::from(own) / (i128::from(length) << halvings);
                let step = if step == 0 { own.signum() } else { step as i64 };
                let mut price = self.harga.get(&row).copied().unwrap_or_default();
                price.0[slot] += step;
                if price > Price::default() {
                    self.harga.insert(row, price)
                } else {
                    self.harga.remove(&row)
                };
            }
            self.solve(&all);
            let bound = self.bound();
            if bound > best.0 {
                (best, idle) = ((bound, self.harga.clone()), 0);
            } else {
                idle += 1;
                if idle == PATIENCE && halvings == SHORTER {
                    break;
                }
                if idle == PATIENCE {
                    // From the best again, with shorter steps.
                    (halvings, idle) = (halvings + 1, 0);
                    self.harga = best.1.clone();
                    self.solve(&all);
                }
            }
        }
        self.harga = best.1;
        self.solve(&all);
    }

    /// By how many each cap is overrun; less than nothing where one that has a price is not used up.
    fn excess(&self) -> BTreeMap<Batas, i64> {
        let used = self.used();
        let rows = used.keys().chain(self.harga.keys()).filter(|row| **row != Batas::Pindah);
        let rows = rows.filter_map(|row| {
            let own = i64::from(used.get(row).copied().unwrap_or(0)) - i64::from(self.limits.of(*row)?);
            (own > 0 || own < 0 && self.harga.contains_key(row)).then_some((*row, own))
        });
        rows.collect()
    }
}
