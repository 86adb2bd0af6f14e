//! Between which posts somebody may go, whatever it costs.

use super::Residual;
use super::search::Goal;

/// The posts of a family by two, as bits.
pub(super) struct Links {
    words: usize,
    /// Posts from which somebody may come to each post, and to which somebody may go.
    into: Vec<u64>,
    out: Vec<u64>,
}

impl Links {
    pub fn new(graph: &Residual) -> Links {
        let posts = graph.problem.posts.len();
        let words = posts.div_ceil(64);
        let (mut into, mut out) = (vec![0; posts * words], vec![0; posts * words]);
        for (person, &seat) in graph.solution.post.iter().enumerate() {
            let seat = seat as usize;
            let mut add = |to: usize| {
                into[to * words + seat / 64] |= 1 << (seat % 64);
                out[seat * words + to / 64] |= 1 << (to % 64);
            };
            graph.problem.options(person).for_each(|(to, _)| add(to as usize));
            let home = graph.problem.people[person].home as usize;
            graph.problem.price(person, home).into_iter().for_each(|_| add(home));
        }
        Links { words, into, out }
    }

    /// All posts from which changes can lead to this one, itself among them, in order.
    pub fn reaching(&self, post: usize) -> Vec<usize> {
        let mut found = self.nothing();
        self.add(post, &mut found);
        let mut open = vec![post];
        while let Some(to) = open.pop() {
            self.add_new(&self.into, to, &mut found, &mut open);
        }
        (0..self.words * 64).filter(|post| found[post / 64] >> (post % 64) & 1 == 1).collect()
    }

    /// No post, as bits.
    fn nothing(&self) -> Vec<u64> {
        vec![0; self.words]
    }

    /// Adds one post; whether it is new.
    fn add(&self, post: usize, found: &mut [u64]) -> bool {
        let (word, bit) = (&mut found[post / 64], 1 << (post % 64));
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    fn add_new(&self, links: &[u64], post: usize, found: &mut [u64], open: &mut Vec<usize>) {
        for (at, word) in links[post * self.words..][..self.words].iter().enumerate() {
            let mut new = word & !found[at];
            found[at] |= new;
            while new != 0 {
                open.push(at * 64 + new.trailing_zeros() as usize);
                new &= new - 1;
            }
        }
    }
}

/// The posts that changes can lead to, whatever they cost, as bits.
pub(super) struct Reached(Vec<u64>);

impl Reached {
    pub fn has(&self, post: usize) -> bool {
        self.0[post / 64] >> (post % 64) & 1 == 1
    }
}

impl Residual<'_> {
    /// All posts that changes can lead to from these nodes; with a goal only until it is found.
    pub(super) fn reached(&self, start: impl IntoIterator<Item = usize>, goal: Option<Goal>) -> Reached {
        let posts = self.problem.posts.len();
        let (links, mut hubs_seen) = (self.links(), vec![false; self.hubs.len()]);
        let (mut found, mut open) = (links.nothing(), Vec::new());
        for node in start {
            if node >= posts || links.add(node, &mut found) {
                open.push(node);
            }
        }
        while let Some(node) = open.pop() {
            match node.checked_sub(posts) {
                None if goal.is_some_and(|goal| goal.post == node) => break,
                None => {
                    links.add_new(&links.out, node, &mut found, &mut open);
                    open.extend(self.to_sink(node).map(|edge| edge.to as usize));
                }
                Some(hub) if std::mem::replace(&mut hubs_seen[hub], true) => {}
                Some(hub) => {
                    let barred = goal.filter(|goal| goal.people_only).map(|goal| goal.post);
                    let ends = self.hubs[hub].iter().map(|edge| edge.to as usize).filter(|to| Some(*to) != barred);
                    for to in ends {
                        if to >= posts || links.add(to, &mut found) {
                            open.push(to);
                        }
                    }
                }
            }
        }
        Reached(found)
    }
}
