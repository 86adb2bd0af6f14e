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
                let own = apart(room, &beyond.post);
                changes.extend(tied(room, &own).into_iter().chain(own).map(|change| (at, change)));
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
    pub(super) fn keeps_limits(&self, at: usize, seats: Vec<u32>) -> bool {
        let room = &self.rooms[at];
        let mut used = self.used();
        room.count(&room.solution.post, &mut |row| {
            used.entry(row).and_modify(|used| *used -= 1);
        });
        room.count(&seats, &mut |row| *used.entry(row).or_default() += 1);
        let fits = |(row, used): (&Batas, &u32)| self.limits.of(*row).is_none_or(|cap| *used <= cap);
        used.iter().all(fits)
            && room.keeps_bounds(&seats)
            && self.limits.rantai.is_none_or(|most| chains::longest(&room.problem, &seats) <= most as usize)
    }
}

fn changed(room: &Room, change: &Change) -> Vec<u32> {
    let mut seats = room.solution.post.clone();
    change.iter().for_each(|(person, post)| seats[*person] = *post);
    seats
}

/// Changes that bounds on totals tie together: what ends in a total and what begins there, the smallest total first.
fn tied(room: &Room, changes: &[Change]) -> Vec<Change> {
    let problem = &room.problem;
    if problem.groups.is_empty() {
        return Vec::new();
    }
    let from = |change: &Change| room.solution.post[change[0].0] as usize;
    let to = |change: &Change| change[change.len() - 1].1 as usize;
    let (mut begin, mut end) = (vec![Vec::new(); problem.groups.len()], vec![Vec::new(); problem.groups.len()]);
    for (at, change) in changes.iter().enumerate().filter(|(_, change)| from(change) != to(change)) {
        problem.around(from(change)).for_each(|group| begin[group].push(at));
        problem.around(to(change)).for_each(|group| end[group].push(at));
    }
    let (mut next, mut follows) = (vec![None; changes.len()], vec![false; changes.len()]);
    for (begin, end) in begin.iter().zip(&end) {
        // What stays within the total needs no other there.
        for &at in begin.iter().filter(|at| end.contains(at)) {
            if next[at].is_none() && !follows[at] {
                (next[at], follows[at]) = (Some(at), true);
            }
        }
        let mut free = begin.iter().copied().filter(|at| !follows[*at]).collect::<Vec<_>>().into_iter();
        let ends: Vec<usize> = end.iter().copied().filter(|at| next[*at].is_none()).collect();
        for (at, other) in ends.into_iter().zip(free.by_ref()) {
            (next[at], follows[other]) = (Some(other), true);
        }
    }
    let mut seen = vec![false; changes.len()];
    let first = (0..changes.len()).filter(|at| !follows[*at]);
    let mut together = Vec::new();
    for start in first.chain(0..changes.len()) {
        let (mut whole, mut count, mut at) = (Change::new(), 0, Some(start));
        while let Some(own) = at.filter(|own| !std::mem::replace(&mut seen[*own], true)) {
            whole.extend(&changes[own]);
            (count, at) = (count + 1, next[own]);
        }
        together.extend((count > 1).then_some(whole));
    }
    together
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
