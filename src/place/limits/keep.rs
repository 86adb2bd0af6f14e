//! Keeping what multipliers alone do not keep: the movers who are worth least are refused.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::bench::Bench;
use super::chains::{chains, present};
use super::margin::Margin;
use crate::model::batasan::Batas;
use crate::place::explain::Residual;
use crate::place::problem::Price;

/// What it costs to refuse a move, the dearest first; then the person's fingerprint, room and place there.
type Mover = (Reverse<Price>, u64, usize, usize);

impl Bench {
    /// Closes limits and pairs until every limit is kept. Each step closes a limit for good or a pair more, so it ends.
    pub(super) fn keep(&mut self) {
        if self.limits.rantai == Some(1) {
            self.direct_only();
        }
        loop {
            let over = self.overrun();
            if !over.is_empty() {
                self.gate_at(&over);
                continue;
            }
            let long = self.too_long();
            if long.is_empty() {
                return;
            }
            let rooms: BTreeSet<usize> = long.iter().map(|refused| refused.0).collect();
            let mut closed = self.closed.clone();
            closed.refused.extend(long);
            self.close(closed);
            self.solve(&rooms.into_iter().collect::<Vec<_>>());
        }
    }

    /// Lets nobody move in these limits but those of their movers whom it costs most to refuse.
    pub(super) fn gate_at(&mut self, rows: &[Batas]) {
        let wanted: BTreeSet<Batas> = rows.iter().copied().collect();
        let mut movers: BTreeMap<Batas, Vec<Mover>> = BTreeMap::new();
        for (at, room) in self.rooms.iter().enumerate() {
            let margin = Margin::new(room);
            for person in 0..room.solution.post.len() {
                for row in room.rows(person, room.solution.post[person]).filter(|row| wanted.contains(row)) {
                    let mover =
                        (Reverse(margin.loss(person, row)), room.problem.people[person].fingerprint, at, person);
                    movers.entry(row).or_default().push(mover);
                }
            }
        }
        let mut closed = self.closed.clone();
        for &row in rows {
            let mut movers = movers.remove(&row).unwrap_or_default();
            movers.sort_unstable();
            movers.truncate(self.limits.of(row).unwrap_or(0) as usize);
            let movers = movers.into_iter().map(|(_, _, at, person)| (at, person));
            closed.gates.insert(row, movers.collect());
        }
        let touched: BTreeSet<usize> = rows.iter().flat_map(|row| self.touching(*row)).collect();
        self.close(closed);
        self.solve(&touched.into_iter().collect::<Vec<_>>());
    }

    /// Of every chain that is too long the move that costs least to refuse.
    fn too_long(&self) -> Vec<(usize, usize, u32)> {
        let Some(most) = self.limits.rantai else { return Vec::new() };
        let mut refused = Vec::new();
        for (at, room) in self.rooms.iter().enumerate() {
            let long =
                chains(&room.problem, &room.solution.post).into_iter().filter(|chain| chain.len() > most as usize);
            let long: Vec<Vec<usize>> = long.collect();
            if long.is_empty() {
                continue;
            }
            let residual = Residual::new(&room.problem, &room.solution);
            for chain in long {
                let cheapest =
                    chain.into_iter().filter_map(|person| Some((residual.regret(person)?.cost, person))).min();
                refused.extend(cheapest.map(|(_, person)| (at, person, room.solution.post[person])));
            }
        }
        refused
    }

    /// Without chains people go from posts that can spare them to posts that have room: still a flow.
    fn direct_only(&mut self) {
        let mut closed = self.closed.clone();
        for (at, room) in self.rooms.iter().enumerate() {
            let posts = 0..room.problem.posts.len();
            let spare: Vec<bool> = posts
                .clone()
                .map(|post| present(&room.problem, post) > room.problem.posts[post].low as usize)
                .collect();
            let open: Vec<bool> =
                posts.map(|post| present(&room.problem, post) < room.problem.posts[post].high as usize).collect();
            let indirect = (0..room.problem.people.len()).flat_map(|person| {
                let home = room.problem.people[person].home as usize;
                let (spare, open) = (&spare, &open);
                let posts = room.problem.options(person).map(|(post, _)| post);
                posts.filter(move |post| !spare[home] || !open[*post as usize]).map(move |post| (at, person, post))
            });
            closed.refused.extend(indirect);
        }
        if closed == self.closed {
            return;
        }
        self.close(closed);
        let all = self.all();
        self.solve(&all);
    }
}
