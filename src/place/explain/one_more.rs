//! What one more holder of a post would cost; where no plan can have one, the posts that share too few people.
//!
//! One search from the sink serves all posts of a family. A post that may itself give a place back to the sink must not be
//! reached that way, so each post keeps its two nearest ways that begin at different posts; one of them begins elsewhere.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::place::explain::{NOBODY, Regret, Residual, Search};
use crate::place::problem::Price;

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

/// A way from the sink to a post: the post that loses a holder, and the last change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    length: Price,
    origin: u32,
    /// The post before, `NOBODY` at the origin itself.
    from: u32,
    by: u32,
}

/// The two nearest ways to a post that begin at different posts, the nearer first.
type Ways = [Option<Way>; 2];

impl Residual<'_> {
    /// One more holder of each of these posts, which all may have one.
    pub fn one_more(&self, posts: &[usize]) -> Vec<OneMore> {
        if posts.is_empty() {
            return Vec::new();
        }
        if !self.problem.groups.is_empty() {
            return self.one_more_in_groups(posts);
        }
        let ways = self.ways(posts);
        let mut sources = None;
        let one = |&post: &usize| match elsewhere(&ways[post], post) {
            Some(way) => OneMore::Price(self.along(&ways, post, way)),
            None => {
                let sources = sources.get_or_insert_with(|| Sources::new(self));
                OneMore::Nobody(sources.reaching(post))
            }
        };
        posts.iter().map(one).collect()
    }

    /// What stands against one more holder of this post whatever it costs, so that the plan need not be the best one; `None`
    /// where some plan has one more.
    pub fn stuck(&self, post: usize) -> Option<OneMore> {
        let posts = self.problem.posts.len();
        let mut seen = vec![false; posts + self.hubs.len()];
        let mut open: Vec<usize> = self.to_sink(post).into_iter().map(|edge| edge.to as usize).collect();
        while let Some(node) = open.pop() {
            if node == post {
                return None;
            }
            if std::mem::replace(&mut seen[node], true) {
                continue;
            }
            match node.checked_sub(posts) {
                // Only a person may enter the post itself.
                Some(hub) => {
                    let ends = self.hubs[hub].iter().map(|edge| edge.to as usize);
                    open.extend(ends.filter(|to| *to != post));
                }
                None => {
                    let ends = self.shortest(node).into_iter().chain(self.to_sink(node));
                    open.extend(ends.map(|edge| edge.to as usize));
                }
            }
        }
        Some(self.stopped_by(post, Sources::new(self).reaching(post)))
    }

    /// The same where totals are bounded: one search for each post, from what the post is in round to the post, which may
    /// not be entered from there again.
    fn one_more_in_groups(&self, posts: &[usize]) -> Vec<OneMore> {
        let mut sources = None;
        let one = |&post: &usize| {
            let start: Vec<_> = self.to_sink(post).into_iter().collect();
            match Search::new(self, start).keeping(post).run(NOBODY as usize, post) {
                Some(regret) => OneMore::Price(regret),
                None => {
                    let sources = sources.get_or_insert_with(|| Sources::new(self));
                    self.stopped_by(post, sources.reaching(post))
                }
            }
        };
        posts.iter().map(one).collect()
    }

    /// Whether too few people or a total stop one more holder of a post, to which changes lead from these posts only.
    fn stopped_by(&self, post: usize, reaching: Vec<usize>) -> OneMore {
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

    /// Ways from the sink, the nearest posts first, until each of these has one that begins elsewhere.
    fn ways(&self, wanted: &[usize]) -> Vec<Ways> {
        let posts = self.problem.posts.len();
        let mut open = vec![false; posts];
        wanted.iter().for_each(|&post| open[post] = true);
        let mut left = wanted.len();
        let (mut settled, mut seen): (Vec<Ways>, Vec<Ways>) = (vec![[None; 2]; posts], vec![[None; 2]; posts]);
        let mut heap: BinaryHeap<Reverse<(Way, u32)>> = BinaryHeap::new();
        for edge in self.hubs.last().into_iter().flatten() {
            heap.push(Reverse((Way { length: edge.length, origin: edge.to, from: NOBODY, by: NOBODY }, edge.to)));
        }
        while let Some(Reverse((way, node))) = heap.pop() {
            let post = node as usize;
            if !keep(&mut settled[post], way) {
                continue;
            }
            if open[post] && elsewhere(&settled[post], post).is_some() {
                open[post] = false;
                left -= 1;
                if left == 0 {
                    break;
                }
            }
            for edge in self.shortest(post) {
                let next = Way { length: way.length + edge.length, origin: way.origin, from: node, by: edge.by };
                if keep_nearer(&mut seen[edge.to as usize], next) {
                    heap.push(Reverse((next, edge.to)));
                }
            }
        }
        settled
    }

    /// The plan at the end of a way.
    fn along(&self, ways: &[Ways], post: usize, way: Way) -> Regret {
        let (mut changes, mut node, mut at) = (Vec::new(), post, way);
        while at.from != NOBODY {
            changes.push((at.by as usize, node));
            node = at.from as usize;
            let before = ways[node].iter().flatten().find(|before| before.origin == way.origin);
            at = *before.expect("a way leads through settled posts");
        }
        changes.reverse();
        let last = self.to_sink(post).map_or_else(Price::default, |edge| edge.length);
        let runner_up = changes.last().map(|change: &(usize, usize)| change.0);
        Regret { cost: way.length + last, runner_up, loser: Some(way.origin as usize), changes }
    }
}

/// The nearest way that does not begin at the post itself.
fn elsewhere(ways: &Ways, post: usize) -> Option<Way> {
    ways.iter().flatten().find(|way| way.origin as usize != post).copied()
}

/// Adds a way that comes after those already kept; not where two are, or one from the same origin.
fn keep(ways: &mut Ways, way: Way) -> bool {
    match ways {
        [first @ None, _] => *first = Some(way),
        [Some(first), second @ None] if first.origin != way.origin => *second = Some(way),
        _ => return false,
    }
    true
}

/// Notes a way where it is among the two nearest of different origins.
fn keep_nearer(ways: &mut Ways, way: Way) -> bool {
    let same = ways.iter().position(|old| old.is_some_and(|old| old.origin == way.origin));
    let at = same.unwrap_or(1);
    if ways[at].is_some_and(|old| old <= way) {
        return false;
    }
    // The second place is that of the farther one.
    if same.is_none() && ways[0].is_none() {
        ways[0] = Some(way);
    } else {
        ways[at] = Some(way);
    }
    if ways[1].is_some_and(|second| ways[0].is_some_and(|first| second < first)) {
        ways.swap(0, 1);
    }
    true
}

/// From which posts somebody may come to each post, as bits.
struct Sources {
    words: usize,
    bits: Vec<u64>,
}

impl Sources {
    fn new(graph: &Residual) -> Sources {
        let posts = graph.problem.posts.len();
        let words = posts.div_ceil(64);
        let mut bits = vec![0; posts * words];
        for (person, &seat) in graph.solution.post.iter().enumerate() {
            let mut add = |to: usize| bits[to * words + seat as usize / 64] |= 1 << (seat % 64);
            graph.problem.options(person).for_each(|(to, _)| add(to as usize));
            let home = graph.problem.people[person].home as usize;
            graph.problem.price(person, home).into_iter().for_each(|_| add(home));
        }
        Sources { words, bits }
    }

    /// All posts from which changes can lead to this one, itself among them.
    fn reaching(&self, post: usize) -> Vec<usize> {
        let mut found = vec![0u64; self.words];
        found[post / 64] |= 1 << (post % 64);
        let mut open = vec![post];
        while let Some(to) = open.pop() {
            for (at, word) in self.bits[to * self.words..][..self.words].iter().enumerate() {
                let mut new = word & !found[at];
                found[at] |= new;
                while new != 0 {
                    open.push(at * 64 + new.trailing_zeros() as usize);
                    new &= new - 1;
                }
            }
        }
        (0..self.words * 64).filter(|post| found[post / 64] >> (post % 64) & 1 == 1).collect()
    }
}
