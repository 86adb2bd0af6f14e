//! What the limits keep open: the plan beside the best one without them.

use std::collections::{BTreeMap, BTreeSet};

use super::chains::chains;
use super::{Bench, Room};
use crate::model::batasan::{Batas, Pembatas, Terhalang};
use crate::place::problem::Solution;

impl Bench {
    /// Posts that the best plan without limits fills further, each with the limits that stand against those who would
    /// come: room, post, and by how much.
    pub(super) fn held_back(&self) -> Vec<(usize, usize, Terhalang)> {
        let full: BTreeSet<Batas> = {
            let used = self.used();
            let full = used.iter().filter(|(row, used)| self.limits.of(**row).is_some_and(|cap| **used >= cap));
            full.map(|(row, _)| *row).collect()
        };
        let rooms = self.rooms.iter().zip(&self.free).enumerate();
        rooms.flat_map(|(at, (room, free))| self.of_room(at, room, free, &full)).collect()
    }

    fn of_room(
        &self,
        at: usize,
        room: &Room,
        free: &Solution,
        full: &BTreeSet<Batas>,
    ) -> Vec<(usize, usize, Terhalang)> {
        let further = |post: usize| free.holders[post].saturating_sub(room.solution.holders[post]);
        let posts: Vec<usize> = (0..room.problem.posts.len()).filter(|post| further(*post) > 0).collect();
        if posts.is_empty() {
            return Vec::new();
        }
        let mut against: BTreeMap<usize, BTreeSet<Pembatas>> = BTreeMap::new();
        let mut in_room: BTreeSet<Pembatas> = BTreeSet::new();
        let most = self.limits.rantai.map_or(usize::MAX, |most| most as usize);
        let long = chains(&room.problem, &free.post).into_iter().filter(|own| own.len() > most);
        let long: BTreeSet<usize> = long.flatten().collect();
        for (person, &seat) in free.post.iter().enumerate() {
            let home = room.problem.people[person].home;
            if seat == home || seat == room.solution.post[person] {
                continue;
            }
            let rows = Batas::of_move(room.units[home as usize], room.units[seat as usize]);
            let rows = rows.filter(|row| full.contains(row)).map(Pembatas::Batas);
            for row in rows.chain(long.contains(&person).then_some(Pembatas::Rantai)) {
                against.entry(seat as usize).or_default().insert(row);
                in_room.insert(row);
            }
        }
        let told = |post: usize| {
            let own = against.remove(&post).unwrap_or_else(|| in_room.clone());
            (at, post, Terhalang { tempat: further(post), batas: own.into_iter().collect() })
        };
        posts.into_iter().map(told).collect()
    }
}
