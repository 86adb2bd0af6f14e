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
}

impl<'a> Margin<'a> {
    pub(super) fn new(room: &'a Room) -> Margin<'a> {
        let Room { problem, solution, .. } = room;
        let posts = 0..problem.posts.len();
        let less = posts.clone().map(|post| giving(problem, solution, post)).collect();
        let more = posts.map(|post| taking(problem, solution, post)).collect();
        Margin { room, less, more }
    }

    /// What it costs at least that a mover does not move in a limit, and nobody comes instead: the place stays empty.
    pub(super) fn loss(&self, person: usize, row: Batas) -> Price {
        let best = self.elsewhere(person, row).map(|(price, post)| price + self.more[post].unwrap_or_default()).min();
        self.less[self.now(person)].unwrap_or_default() + best.unwrap_or_default()
    }

    /// What it costs at most, where nobody has to follow.
    pub(super) fn sure_loss(&self, person: usize, row: Batas) -> Option<Price> {
        let best = self.elsewhere(person, row).filter_map(|(price, post)| Some(price + self.more[post]?)).min();
        Some(self.less[self.now(person)]? + best?)
    }

    /// What it costs at most to send someone to a post that is closed, worth these points; less than nothing where that is
    /// a gain.
    pub(super) fn cost_of_closed(&self, person: usize, post: u32, points: i64) -> Option<Price> {
        let Room { problem, solution, .. } = self.room;
        let now = self.now(person);
        let there = problem.price_of(person, post, points) + solution.prices[post as usize];
        Some(there - self.asked(person, now as u32) + self.more[post as usize]? + self.less[now]?)
    }

    /// Everywhere else someone may be without moving in this limit, and what that adds before posts are looked at.
    fn elsewhere(&self, person: usize, row: Batas) -> impl Iterator<Item = (Price, usize)> {
        let (now, home) = (self.now(person) as u32, self.room.problem.people[person].home);
        let paid = self.asked(person, now);
        let others = self.room.problem.options(person).map(|(post, _)| post).chain([home]);
        let others = others.filter(move |post| *post != now && !self.room.rows(person, *post).any(|own| own == row));
        others.map(move |post| (self.asked(person, post) - paid, post as usize))
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
