//! Closing pairs, and opening them again.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::Room;
use super::bench::{Bench, Closed, Gate};
use crate::model::batasan::Batas;

impl Closed {
    /// What is closed, as it concerns one room.
    pub(super) fn of_room(&self, at: usize, room: &Room) -> Gates<'_> {
        let gate = |row: Batas| self.gates.get(&row);
        let each = |row: fn(_) -> Batas| room.units.iter().map(|unit| gate(row(*unit))).collect();
        let (leave, enter) = (each(Batas::Keluar), each(Batas::Masuk));
        Gates { at, every: gate(Batas::Pindah), leave, enter, refused: &self.refused }
    }

    /// People of a room whose open pairs have to be looked at after this was closed: everybody where a gate is new. Seen
    /// from what was closed before, those whose closed pairs may have opened.
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
            let gates = closed.of_room(at, room);
            for person in before.concerned(closed, at, room) {
                room.reopen(person, |room, post, _| !gates.hold(room, person, post));
            }
            for person in closed.concerned(&before, at, room) {
                let options = room.problem.options(person).map(|(post, _)| post);
                let shut: Vec<u32> = options.filter(|post| gates.hold(room, person, *post)).collect();
                shut.into_iter().for_each(|post| room.shut(person, post));
            }
        });
    }
}

/// The gates that a room meets, by its posts, and the pairs refused.
pub(super) struct Gates<'c> {
    at: usize,
    every: Option<&'c Gate>,
    leave: Vec<Option<&'c Gate>>,
    enter: Vec<Option<&'c Gate>>,
    refused: &'c BTreeSet<(usize, usize, u32)>,
}

impl Gates<'_> {
    /// Whether a pair is closed.
    fn hold(&self, room: &Room, person: usize, post: u32) -> bool {
        self.shutting(room, person, post).next().is_some() || self.refuse(person, post)
    }

    pub(super) fn refuse(&self, person: usize, post: u32) -> bool {
        !self.refused.is_empty() && self.refused.contains(&(self.at, person, post))
    }

    /// The limits whose gates keep a person from a post.
    pub(super) fn shutting(&self, room: &Room, person: usize, post: u32) -> impl Iterator<Item = Batas> {
        let (home, to) = (room.problem.people[person].home as usize, post as usize);
        let (from_unit, to_unit) = (room.units[home], room.units[to]);
        let across = from_unit != to_unit;
        let who = (self.at, person);
        let shuts = |gate: Option<&Gate>| gate.is_some_and(|gate| !gate.contains(&who));
        [
            (home != to && shuts(self.every), Batas::Pindah),
            (across && shuts(self.leave[home]), Batas::Keluar(from_unit)),
            (across && shuts(self.enter[to]), Batas::Masuk(to_unit)),
        ]
        .into_iter()
        .filter_map(|(shuts, row)| shuts.then_some(row))
    }
}
