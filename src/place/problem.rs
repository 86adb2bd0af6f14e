//! A family of people and posts that can exchange, as bare numbers.

use crate::model::plan::LEVELS;
use crate::place::lex::Lex;
use crate::place::tie::tie;

/// The price of a move or a plan, in the published order of levels.
pub type Price = Lex<LEVELS>;

/// Marks a pair that some rule forbids.
pub const BARRED: i32 = i32::MIN;

/// Someone who may move.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// Index of the present post.
    pub home: u32,
    pub fingerprint: u64,
}

/// A post with its bounds on the number of holders.
#[derive(Clone, Debug)]
pub struct Seats {
    /// Present holders who cannot move.
    pub fixed: u32,
    /// Smallest and largest final number of holders; `low` is at least `fixed`.
    pub low: u32,
    pub high: u32,
    /// Fill price of each holder from `low` to `high`, ascending: never falls.
    pub steps: Vec<i64>,
    pub fingerprint: u64,
}

/// One family, to be solved by itself. Nothing in it knows names.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    pub people: Vec<Person>,
    pub posts: Vec<Seats>,
    /// Points of each person (row) in each post (column), or `BARRED`; 0 at home.
    pub points: Vec<i32>,
}

impl Problem {
    /// Points of a pair, `None` when a rule forbids it.
    #[inline]
    pub fn points(&self, person: usize, post: usize) -> Option<i64> {
        let points = self.points[person * self.posts.len() + post];
        (points != BARRED).then_some(i64::from(points))
    }

    /// Price of a person in a post; staying is free.
    #[inline]
    pub fn price(&self, person: usize, post: usize) -> Option<Price> {
        if self.people[person].home as usize == post {
            return Some(Price::default());
        }
        let points = self.points(person, post)?;
        Some(Lex([0, 0, 1, 0, -points, tie(self.people[person].fingerprint, self.posts[post].fingerprint)]))
    }

    /// Price of the holder after `holders`.
    pub fn step(&self, post: usize, holders: u32) -> Price {
        Lex([0, self.posts[post].steps[(holders - self.posts[post].low) as usize], 0, 0, 0, 0])
    }
}

/// Who sits where, and the price of a place in each post.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Solution {
    /// Post of each person.
    pub post: Vec<u32>,
    /// Price of one more holder of each post: no pair and no step can beat these prices.
    pub prices: Vec<Price>,
    /// Final number of holders.
    pub holders: Vec<u32>,
}
