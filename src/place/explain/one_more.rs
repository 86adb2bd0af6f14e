//! What one more holder of a post would cost; where no plan can have one, the posts that share too few people.

use rayon::prelude::*;

use super::search::Goal;
use super::{Edge, NOBODY, Regret, Residual};

/// What stands against one more holder of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OneMore {
    /// The cheapest plan that has one more; `loser` is the post that has one less, `runner_up` who comes.
    Price(Regret),
    /// No plan has one more: everybody who may hold one of these posts, in order and the asked one among them, holds one
    /// of them already, and none of the others can do with one holder less.
    Nobody(Vec<usize>),
    /// No plan has one more and keeps the bounds on totals: this group, by its place among those of the problem, is at its
    /// largest (`full`) or at its smallest.
    Totals { at: usize, full: bool },
}

impl Residual<'_> {
    /// One more holder of each of these posts, which all may have one.
    pub fn one_more(&self, posts: &[usize]) -> Vec<OneMore> {
        posts.par_iter().map(|post| self.one_more_of(*post)).collect()
    }

    /// A way from what the post is in round to the post, which may not be entered from there again: only a person may.
    fn one_more_of(&self, post: usize) -> OneMore {
        let start: Vec<Edge> = self.to_sink(post).into_iter().collect();
        match self.cheapest(&start, NOBODY as usize, Goal { post, people_only: true }) {
            Some(regret) => OneMore::Price(regret),
            None => self.stopped_by(post),
        }
    }

    /// What stands against one more holder of this post whatever it costs, so that the plan need not be the best one; `None`
    /// where some plan has one more.
    pub fn stuck(&self, post: usize) -> Option<OneMore> {
        let start = self.to_sink(post).map(|edge| edge.to as usize);
        let reached = self.reached(start, Some(Goal { post, people_only: true }));
        (!reached.has(post)).then(|| self.stopped_by(post))
    }

    /// Whether too few people or a total stop one more holder of a post.
    fn stopped_by(&self, post: usize) -> OneMore {
        let reaching = self.links().reaching(post);
        let spare = |other: &usize| *other != post && self.solution.holders[*other] > self.problem.posts[*other].low;
        let Some(giver) = reaching.iter().copied().find(spare) else { return OneMore::Nobody(reaching) };
        let sums = self.problem.in_groups(|post| self.solution.holders[post]);
        let full = self.problem.around(post).find(|&at| sums[at] >= self.problem.groups[at].high);
        let bare = || self.problem.around(giver).find(|&at| sums[at] <= self.problem.groups[at].low);
        match full.map(|at| (at, true)).or_else(|| bare().map(|at| (at, false))) {
            Some((at, full)) => OneMore::Totals { at, full },
            None => OneMore::Nobody(reaching),
        }
    }
}
