//! Keeping what multipliers alone do not keep: the movers who are worth least are refused.

use std::cmp::Reverse;

use super::chains::{chains, present};
use super::{Bench, Room};
use crate::model::batasan::Batas;
use crate::place::explain::Residual;
use crate::place::problem::Price;

/// What it costs to refuse a move, the dearest first and before them those whom nothing can replace; then the person's
/// fingerprint, room and place there.
type Mover = (Option<Reverse<Price>>, u64, usize, usize);

impl Bench {
    /// Closes pairs until every limit is kept. Each step closes a limit for good or a pair more, so it ends.
    pub(super) fn keep(&mut self) {
        if self.limits.rantai == Some(1) {
            self.direct_only();
        }
        loop {
            if let Some(row) = self.overrun() {
                self.close(row);
            } else if let Some((room, person)) = self.too_long() {
                let post = self.rooms[room].solution.post[person];
                self.refuse(room, vec![(person, post)]);
                self.solve(&[room]);
            } else {
                return;
            }
        }
    }

    /// Lets nobody move in a limit but those of its movers whom it costs most to refuse.
    fn close(&mut self, row: Batas) {
        let touched = self.touching(row);
        let mut movers: Vec<Mover> = Vec::new();
        for &at in &touched {
            let room = &self.rooms[at];
            let residual = Residual::new(&room.problem, &room.solution);
            for person in (0..room.solution.post.len()).filter(|person| moves_in(room, *person, row)) {
                let regret = residual.regret(person).map(|regret| Reverse(regret.cost));
                movers.push((regret, room.problem.people[person].fingerprint, at, person));
            }
        }
        movers.sort_unstable();
        movers.truncate(self.limits.of(row).unwrap_or(0) as usize);
        for &at in &touched {
            let kept = |person: usize| movers.iter().any(|mover| (mover.2, mover.3) == (at, person));
            let room = &self.rooms[at];
            let refused = (0..room.problem.people.len()).filter(|person| !kept(*person)).flat_map(|person| {
                let counts = move |post: &u32| rows(room, person, *post).any(|own| own == row);
                room.problem.options(person).map(|(post, _)| post).filter(counts).map(move |post| (person, post))
            });
            let refused = refused.collect();
            self.refuse(at, refused);
        }
        self.solve(&touched);
    }

    fn refuse(&mut self, room: usize, pairs: Vec<(usize, u32)>) {
        for (person, post) in pairs {
            self.rooms[room].problem.points.bar(person, post as usize);
            self.closed.push((room, person as u32, post));
        }
    }

    /// Of the first chain that is too long the move that costs least to refuse.
    fn too_long(&self) -> Option<(usize, usize)> {
        let most = self.limits.rantai? as usize;
        self.rooms.iter().enumerate().find_map(|(at, room)| {
            let chain = chains(&room.problem, &room.solution.post).into_iter().find(|chain| chain.len() > most)?;
            let residual = Residual::new(&room.problem, &room.solution);
            let cheapest = chain.into_iter().filter_map(|person| Some((residual.regret(person)?.cost, person))).min();
            cheapest.map(|(_, person)| (at, person))
        })
    }

    /// Without chains people go from posts that can spare them to posts that have room: still a flow.
    fn direct_only(&mut self) {
        for at in 0..self.rooms.len() {
            let room = &self.rooms[at];
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
                posts.filter(move |post| !spare[home] || !open[*post as usize]).map(move |post| (person, post))
            });
            let indirect = indirect.collect();
            self.refuse(at, indirect);
        }
        let all: Vec<usize> = (0..self.rooms.len()).collect();
        self.solve(&all);
    }
}

fn moves_in(room: &Room, person: usize, row: Batas) -> bool {
    let post = room.solution.post[person];
    post != room.problem.people[person].home && rows(room, person, post).any(|own| own == row)
}

/// Limits in which it counts to send a person to a post.
fn rows(room: &Room, person: usize, post: u32) -> impl Iterator<Item = Batas> + use<> {
    Batas::of_move(room.units[room.problem.people[person].home as usize], room.units[post as usize])
}
