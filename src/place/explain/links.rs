//! Between which posts somebody may go, whatever it costs.

use super::Residual;

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
    pub fn nothing(&self) -> Vec<u64> {
        vec![0; self.words]
    }

    /// Adds one post; whether it is new.
    pub fn add(&self, post: usize, found: &mut [u64]) -> bool {
        let (word, bit) = (&mut found[post / 64], 1 << (post % 64));
        let new = *word & bit == 0;
        *word |= bit;
        new
    }

    /// Adds the posts to which somebody may go from this one, as far as they are new.
    pub fn add_ends(&self, post: usize, found: &mut [u64], open: &mut Vec<usize>) {
        self.add_new(&self.out, post, found, open);
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
