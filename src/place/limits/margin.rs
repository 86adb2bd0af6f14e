//! What one mover more or less in a limit changes, judged by the prices of a plan and without a search.

use super::Room;
use crate::model::batasan::Batas;
use crate::place::problem::{Price, Problem, Solution};

/// The prices of a room's plan, read for single people.
pub(super) struct Margin<'a> {
    room: &'a Room,
    /// Of each post what it costs to have a holder less, and a holder more; `None` where others would have to follow.
    less: Vec<Option<Price>>,
    more: Vec<Option<Price>>,
    /// What no move costs less than, on these leading levels.
    least: Price,
    levels: usize,
}

impl<'a> Margin<'a> {
    pub(super) fn new(room: &'a Room) -> Margin<'a> {
        let Room { problem, solution, .. } = room;
        let posts = 0..problem.posts.len();
        let less = posts.clone().map(|post| giving(problem, solution, post)).collect();
        let more = posts.map(|post| taking(problem, solution, post)).collect();
        let (least, levels) = (problem.least_move(), problem.urutan.never_gaining());
        Margin { room, less, more, least, levels }
    }

    /// What a person pays in the plan, less what it costs that the place there stays empty; `None` where others would have
    /// to follow.
    pub(super) fn paid_without(&self, person: usize) -> Option<Price> {
        Some(self.asked(person, self.now(person) as u32) - self.less[self.now(person)]?)
    }

    /// Whether somebody who pays this may gain by going to a post that can take one more, judged without the pair.
    pub(super) fn may_gain(&self, paid: Price, post: u32) -> bool {
        let there = |more| self.room.solution.prices[post as usize] + more;
        self.more[post as usize].is_some_and(|more| self.may_be_less(there(more), paid))
    }

    /// Whether a move to a post that asks this may cost less than another: no move costs less than the least.
    fn may_be_less(&self, there: Price, other: Price) -> bool {
        let sum = there + self.least;
        sum.0[..self.levels] <= other.0[..self.levels]
    }

    /// What it costs at least that a mover does not move in a limit, and nobody comes instead: the place stays empty.
    pub(super) fn loss(&self, person: usize, row: Batas) -> Price {
        let best = self.elsewhere(person, row, |post| Some(self.more[post].unwrap_or_default()));
        self.less[self.now(person)].unwrap_or_default() + best.unwrap_or_default()
    }

    /// What it costs at most, where nobody has to follow.
    pub(super) fn sure_loss(&self, person: usize, row: Batas) -> Option<Price> {
        let less = self.less[self.now(person)]?;
        Some(less + self.elsewhere(person, row, |post| self.more[post])?)
    }

    /// What it costs at most to send someone to a post that is closed, worth these points; less than nothing where that is
    /// a gain.
    pub(super) fn cost_of_closed(&self, person: usize, post: u32, points: i64) -> Option<Price> {
        let Room { problem, solution, .. } = self.room;
        let now = self.now(person);
        let there = problem.price_of(person, post, points) + solution.prices[post as usize];
        Some(there - self.asked(person, now as u32) + self.more[post as usize]? + self.less[now]?)
    }

    /// The least that it adds to be somewhere else without moving in this limit, where `more` tells what each post asks for
    /// a holder more, if it can have one.
    fn elsewhere(&self, person: usize, row: Batas, more: impl Fn(usize) -> Option<Price>) -> Option<Price> {
        let Room { problem, solution, .. } = self.room;
        let (now, home) = (self.now(person), problem.people[person].home as usize);
        let mut best = more(home).filter(|_| now != home).map(|more| self.asked(person, home as u32) + more);
        for (post, points) in problem.options(person).filter(|(post, _)| *post as usize != now) {
            let Some(there) = more(post as usize).map(|more| solution.prices[post as usize] + more) else { continue };
            if best.is_some_and(|best| !self.may_be_less(there, best)) {
                continue;
            }
            let price = problem.price_of(person, post, points) + there;
            if best.is_none_or(|best| price < best) && !self.room.rows(person, post).any(|own| own == row) {
                best = Some(price);
            }
        }
        best.map(|best| best - self.asked(person, now as u32))
    }

    fn now(&self, person: usize) -> usize {
        self.room.solution.post[person] as usize
    }

    /// Price of a pair with the price of the post on top.
    fn asked(&self, person: usize, post: u32) -> Price {
        let Room { problem, solution, .. } = self.room;
        let own = problem.price(person, post as usize).expect("only eligible pairs are asked about");
        own + solution.prices[post as usize]
    }
}

fn around(problem: &Problem, solution: &Solution, post: usize) -> Price {
    let group = problem.posts[post].group.and_then(|group| solution.group_prices.get(group as usize));
    group.copied().unwrap_or_default()
}

fn giving(problem: &Problem, solution: &Solution, post: usize) -> Option<Price> {
    let holders = solution.holders[post];
    let spare = holders > problem.posts[post].low;
    spare.then(|| solution.prices[post] - around(problem, solution, post) - problem.step(post, holders - 1))
}

fn taking(problem: &Problem, solution: &Solution, post: usize) -> Option<Price> {
    let holders = solution.holders[post];
    let room = holders < problem.posts[post].high;
    room.then(|| problem.step(post, holders) + around(problem, solution, post) - solution.prices[post])
}
