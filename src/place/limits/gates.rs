//! Closing pairs, and opening them again.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::Room;
use super::bench::{Bench, Closed};
use crate::model::batasan::Batas;

impl Closed {
    /// Whether a pair is closed.
    fn holds(&self, at: usize, room: &Room, person: usize, post: u32) -> bool {
        let gated = |row: Batas| self.gates.get(&row).is_some_and(|own| !own.contains(&(at, person)));
        room.rows(person, post).any(gated) || self.refused.contains(&(at, person, post))
    }

    /// People of a room whose pairs have to be looked at again after this was closed: everybody where a gate is new.
    fn concerned(&self, before: &Closed, at: usize, room: &Room) -> Vec<usize> {
        let touches = |row: &Batas| match row {
            Batas::Pindah => true,
            Batas::Masuk(unit) | Batas::Keluar(unit) => room.units.contains(unit),
        };
        if self.gates.keys().any(|row| !before.gates.contains_key(row) && touches(row)) {
            return (0..room.problem.people.len()).collect();
        }
        let sent_away = before.gates.iter().flat_map(|(row, own)| {
            let now = self.gates.get(row);
            own.iter().filter(move |who| now.is_some_and(|now| !now.contains(who)))
        });
        let refused = self.refused.difference(&before.refused).map(|(at, person, _)| (*at, *person));
        let all: BTreeSet<(usize, usize)> = sent_away.copied().chain(refused).filter(|who| who.0 == at).collect();
        all.into_iter().map(|who| who.1).collect()
    }
}

impl Bench {
    /// Closes the pairs that this holds, and opens all others.
    pub(super) fn close(&mut self, closed: Closed) {
        if closed == self.closed {
            return;
        }
        let before = std::mem::replace(&mut self.closed, closed);
        let closed = &self.closed;
        self.rooms.par_iter_mut().enumerate().for_each(|(at, room)| {
            let open: Vec<(u32, u32)> = room
                .shut
                .keys()
                .copied()
                .filter(|(person, post)| !closed.holds(at, room, *person as usize, *post))
                .collect();
            open.into_iter().for_each(|(person, post)| room.reopen(person, post));
            let gated = room.gated(closed);
            let mut shut = Vec::new();
            for person in closed.concerned(&before, at, room) {
                let home = room.problem.people[person].home as usize;
                let options = room.problem.options(person).map(|(post, _)| post);
                let asked = options.filter(|post| {
                    gated.any || gated.leave[home] || gated.enter[*post as usize] || !closed.refused.is_empty()
                });
                shut.extend(
                    asked.filter(|post| closed.holds(at, room, person, *post)).map(|post| (person as u32, post)),
                );
            }
            shut.into_iter().for_each(|(person, post)| room.shut(person, post));
        });
    }
}

/// Posts of a room whose unit is gated.
struct Gated {
    any: bool,
    leave: Vec<bool>,
    enter: Vec<bool>,
}

impl Room {
    fn gated(&self, closed: &Closed) -> Gated {
        let has = |row: Batas| closed.gates.contains_key(&row);
        Gated {
            any: has(Batas::Pindah),
            leave: self.units.iter().map(|unit| has(Batas::Keluar(*unit))).collect(),
            enter: self.units.iter().map(|unit| has(Batas::Masuk(*unit))).collect(),
        }
    }

    fn shut(&mut self, person: u32, post: u32) {
        if let Some(points) = self.problem.points.of(person as usize, post as usize) {
            self.problem.points.bar(person as usize, post as usize);
            self.shut.insert((person, post), points);
        }
    }

    pub(super) fn reopen(&mut self, person: u32, post: u32) {
        if let Some(points) = self.shut.remove(&(person, post)) {
            self.problem.points.restore(person as usize, post as usize, points);
        }
    }
}
