//! What one person alone betters: where a plan is not proven best, nothing within the limits stays undone that a single
//! change of place gains in the published order.

use super::{Bench, Room};
use crate::place::problem::Price;

/// Passes over everybody: a change may make room for another.
const PASSES: usize = 8;

/// A change of one person's place with what it costs more: the fingerprints decide between equal ones.
type Change = (Price, u64, u64, usize, usize, u32);

impl Bench {
    /// Sends single people elsewhere, the dearest gain first, while that betters the plan and keeps the limits.
    pub(super) fn better_singly(&mut self) {
        for _ in 0..PASSES {
            let mut changes: Vec<Change> = (0..self.rooms.len()).flat_map(|at| self.changes(at)).collect();
            changes.sort_unstable();
            let mut taken = false;
            for (_, _, _, at, person, post) in changes {
                taken |= self.take_one(at, person, post);
            }
            if !taken {
                return;
            }
        }
    }

    /// The single changes of a room that gain by themselves and stay within limits and the bounds of posts.
    fn changes(&self, at: usize) -> Vec<Change> {
        let (room, used) = (&self.rooms[at], self.used());
        let full = |row| self.limits.of(row).is_some_and(|cap| used.get(&row).is_some_and(|used| *used >= cap));
        let mut changes = Vec::new();
        for person in 0..room.problem.people.len() {
            let (home, now) = (room.problem.people[person].home, room.solution.post[person]);
            if room.gives(now) {
                let held: Vec<_> = room.rows(person, now).collect();
                let fits = |post: u32| room.rows(person, post).all(|row| held.contains(&row) || !full(row));
                let shut = room.shut[person].iter().map(|(post, points)| (*post, Some(*points)));
                let open = room.problem.options(person).map(|(post, points)| (post, Some(points)));
                for (post, points) in open.chain(shut).chain([(home, None)]) {
                    if post == now || !room.takes(post) {
                        continue;
                    }
                    let cost = room.changing(person, (post, points));
                    if cost < Price::default() && fits(post) {
                        let prints =
                            (room.problem.people[person].fingerprint, room.problem.posts[post as usize].fingerprint);
                        changes.push((cost, prints.0, prints.1, at, person, post));
                    }
                }
            }
        }
        changes
    }

    /// Sends someone there, where that still gains and keeps every limit.
    fn take_one(&mut self, at: usize, person: usize, post: u32) -> bool {
        let room = &self.rooms[at];
        let now = room.solution.post[person];
        let shut = room.shut[person].iter().find(|(own, _)| *own == post).map(|(_, points)| *points);
        let points = shut.or_else(|| room.problem.points.of(person, post as usize));
        let gains = || room.changing(person, (post, points)) < Price::default();
        if post == now || !room.gives(now) || !room.takes(post) || !gains() {
            return false;
        }
        let mut seats = room.solution.post.clone();
        seats[person] = post;
        if !self.keeps_limits(at, seats.clone()) {
            return false;
        }
        self.closed.refused.remove(&(at, person, post));
        let room = &mut self.rooms[at];
        room.reopen(person, |_, own, _| own == post);
        room.take(seats);
        true
    }
}

impl Room {
    /// Whether a post may have one holder less, or one more.
    fn gives(&self, post: u32) -> bool {
        self.solution.holders[post as usize] > self.problem.posts[post as usize].low
    }

    fn takes(&self, post: u32) -> bool {
        self.solution.holders[post as usize] < self.problem.posts[post as usize].high
    }

    /// What the plan costs more with someone there, by itself: at home without points.
    fn changing(&self, person: usize, (post, points): (u32, Option<i64>)) -> Price {
        let (problem, home) = (&self.problem, self.problem.people[person].home);
        let own = |post: u32, points: Option<i64>| match points.filter(|_| post != home) {
            Some(points) => problem.price_of(person, post, points) - problem.tolls.of(home, post),
            None => problem.price_of_staying(person),
        };
        let now = self.solution.post[person];
        let held = |post: u32| self.solution.holders[post as usize];
        own(post, points) - own(now, problem.points.of(person, now as usize)) + problem.step(post as usize, held(post))
            - problem.step(now as usize, held(now) - 1)
    }
}
