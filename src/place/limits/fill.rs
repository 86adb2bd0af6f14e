//! Using what a limit leaves: of the changes between the plan just within it and the plan just beyond it, those that
//! still fit and better the plan.

use super::{Bench, Room, chains};
use crate::model::batasan::Batas;
use crate::place::problem::Price;

/// People with their other posts, who change together.
type Change = Vec<(usize, u32)>;

impl Bench {
    /// Fills every limit that has a multiplier and is not used up.
    pub(super) fn fill_up(&mut self) {
        let prices = self.harga.clone();
        for (row, below) in self.below.clone() {
            if self.limits.of(row).is_none_or(|cap| self.used_of(row) >= cap) {
                continue;
            }
            let mut harga = prices.clone();
            harga.insert(row, below);
            let mut changes: Vec<(usize, Change)> = Vec::new();
            for at in self.touching(row) {
                let beyond = self.rooms[at].solved(&harga);
                let room = &mut self.rooms[at];
                room.problem.tolls = super::room::tolls(&room.units, &prices);
                changes.extend(apart(room, &beyond.post).into_iter().map(|change| (at, change)));
            }
            while let Some(best) = self.best(&changes) {
                let (at, change) = changes.swap_remove(best);
                let seats = changed(&self.rooms[at], &change);
                self.rooms[at].take(seats);
            }
        }
    }

    /// The change that betters the plan most within all limits.
    fn best(&self, changes: &[(usize, Change)]) -> Option<usize> {
        let gains = changes.iter().enumerate().filter_map(|(index, (at, change))| {
            let room = &self.rooms[*at];
            let seats = changed(room, change);
            let gain = room.cost(&seats) - room.cost(&room.solution.post);
            (gain < Price::default() && self.keeps_limits(*at, seats)).then_some((gain, index))
        });
        gains.min().map(|(_, index)| index)
    }

    /// Whether the plan keeps the limits with these seats in one room.
    fn keeps_limits(&self, at: usize, seats: Vec<u32>) -> bool {
        let room = &self.rooms[at];
        let mut used = self.used();
        room.count(&room.solution.post, &mut |row| {
            used.entry(row).and_modify(|used| *used -= 1);
        });
        room.count(&seats, &mut |row| *used.entry(row).or_default() += 1);
        let fits = |(row, used): (&Batas, &u32)| self.limits.of(*row).is_none_or(|cap| *used <= cap);
        let bounds = room.problem.posts.iter().zip(room.holders(&seats));
        used.iter().all(fits)
            && bounds.into_iter().all(|(post, holders)| (post.low..=post.high).contains(&holders))
            && self.limits.rantai.is_none_or(|most| chains::longest(&room.problem, &seats) <= most as usize)
    }
}

fn changed(room: &Room, change: &Change) -> Vec<u32> {
    let mut seats = room.solution.post.clone();
    change.iter().for_each(|(person, post)| seats[*person] = *post);
    seats
}

/// What lies between two plans: rounds of posts, and ways from a post that loses a holder to one that gains one.
fn apart(room: &Room, other: &[u32]) -> Vec<Change> {
    let seats = &room.solution.post;
    let mut people: Vec<usize> = (0..seats.len()).filter(|person| seats[*person] != other[*person]).collect();
    // The last of a list is taken first; the order does not depend on that of the rows.
    people.sort_by_key(|person| std::cmp::Reverse(room.problem.people[*person].fingerprint));
    let mut leaving: Vec<Vec<usize>> = vec![Vec::new(); room.problem.posts.len()];
    let mut gain = vec![0i64; room.problem.posts.len()];
    for &person in &people {
        leaving[seats[person] as usize].push(person);
        gain[seats[person] as usize] -= 1;
        gain[other[person] as usize] += 1;
    }
    let mut changes = Vec::new();
    // Ways first, from posts that lose; then only rounds are left.
    for losing in [true, false] {
        for &start in people.iter().rev() {
            let first = seats[start] as usize;
            while !leaving[first].is_empty() && (!losing || gain[first] < 0) {
                let mut change = Vec::new();
                let mut post = first;
                while let Some(person) = leaving[post].pop() {
                    post = other[person] as usize;
                    change.push((person, other[person]));
                    if (losing && gain[post] > 0) || (!losing && post == first) {
                        break;
                    }
                }
                if losing {
                    gain[first] += 1;
                    gain[post] -= 1;
                }
                changes.push(change);
            }
        }
    }
    changes
}
