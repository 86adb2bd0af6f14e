//! Points of the eligible pairs only, in blocks of posts that are open or closed to a person together.

use std::collections::BTreeMap;

/// Marks a pair that some rule forbids.
pub const BARRED: i32 = i32::MIN;

const CLOSED: u32 = u32::MAX;

/// Blocks of posts, and of each person the points in those that are open. Memory grows with the eligible pairs.
#[derive(Clone, Debug, Default)]
pub struct Points {
    /// Block of each post and its place in it; a post that is closed to everybody has none.
    place_of: Vec<(u32, u32)>,
    blocks: Vec<Vec<u32>>,
    /// Which blocks are open together.
    patterns: Vec<Pattern>,
    people: Vec<Row>,
    /// Posts that are open to a person outside the pattern, with the points: few people have any.
    opened: BTreeMap<u32, Vec<(u32, i32)>>,
}

/// Open blocks, one behind another in the points of a person.
#[derive(Clone, Debug, Default)]
struct Pattern {
    open: Vec<u32>,
    /// Where each block begins, or `CLOSED`.
    start_of: Vec<u32>,
    len: usize,
}

#[derive(Clone, Debug, Default)]
struct Row {
    pattern: u32,
    points: Box<[i32]>,
}

impl Points {
    /// Nobody yet; posts by block, and of each pattern the blocks that are open.
    pub fn new(posts: usize, blocks: Vec<Vec<u32>>, patterns: impl IntoIterator<Item = Vec<u32>>) -> Points {
        let mut place_of = vec![(CLOSED, 0); posts];
        for (at, block) in blocks.iter().enumerate() {
            block.iter().zip(0..).for_each(|(post, rank)| place_of[*post as usize] = (at as u32, rank));
        }
        let pattern = |open: Vec<u32>| {
            let (mut start_of, mut len) = (vec![CLOSED; blocks.len()], 0);
            for &block in &open {
                start_of[block as usize] = len as u32;
                len += blocks[block as usize].len();
            }
            Pattern { open, start_of, len }
        };
        let patterns = patterns.into_iter().map(pattern).collect();
        Points { place_of, blocks, patterns, people: Vec::new(), opened: BTreeMap::new() }
    }

    /// One pattern with every post open: a row of points (or `BARRED`) for each person.
    #[cfg(test)]
    pub fn dense(posts: usize, points: &[i32]) -> Points {
        let mut dense = Points::new(posts, vec![(0..posts as u32).collect()], [vec![0]]);
        points.chunks(posts).for_each(|row| dense.add(0, row.into()));
        dense
    }

    /// The posts of a pattern, in the order in which a person's points stand.
    pub fn posts(&self, pattern: u32) -> impl Iterator<Item = u32> {
        self.patterns[pattern as usize].open.iter().flat_map(|block| &self.blocks[*block as usize]).copied()
    }

    /// Where the points of a post stand in this pattern; `None` where it is closed.
    pub fn slot(&self, pattern: u32, post: u32) -> Option<usize> {
        let (block, rank) = self.place_of[post as usize];
        let start = *self.patterns[pattern as usize].start_of.get(block as usize)?;
        (start != CLOSED).then(|| (start + rank) as usize)
    }

    /// The next person, with points in the order of [`Points::posts`].
    ///
    /// # Panics
    /// When the points are not as many as the pattern has posts.
    pub fn add(&mut self, pattern: u32, points: Box<[i32]>) {
        assert_eq!(points.len(), self.patterns[pattern as usize].len, "one figure for each open post");
        self.people.push(Row { pattern, points });
    }

    /// Points of a pair, `None` when a rule forbids it.
    #[inline]
    pub fn of(&self, person: usize, post: usize) -> Option<i64> {
        let row = &self.people[person];
        let points = self.slot(row.pattern, post as u32).map_or(BARRED, |slot| row.points[slot]);
        if points != BARRED {
            return Some(i64::from(points));
        }
        self.opened(person).iter().find(|(open, _)| *open as usize == post).map(|(_, points)| i64::from(*points))
    }

    /// Opens a post to a person that the pattern does not hold, or bars.
    pub fn open(&mut self, person: usize, post: u32, points: i32) {
        self.opened.entry(person as u32).or_default().push((post, points));
    }

    #[inline]
    fn opened(&self, person: usize) -> &[(u32, i32)] {
        match self.opened.is_empty() {
            true => &[],
            false => self.opened.get(&(person as u32)).map(Vec::as_slice).unwrap_or_default(),
        }
    }

    /// Every eligible post of a person with its points, the present one among them where its block is open.
    #[inline]
    pub fn each(&self, person: usize) -> impl Iterator<Item = (u32, i64)> {
        let row = &self.people[person];
        let points = self.posts(row.pattern).zip(&row.points);
        let own = points.filter(|(_, points)| **points != BARRED).map(|(post, points)| (post, i64::from(*points)));
        own.chain(self.opened(person).iter().map(|(post, points)| (*post, i64::from(*points))))
    }

    /// What no pair's points exceed, either way.
    pub fn largest(&self) -> i64 {
        let own = self.people.iter().flat_map(|row| row.points.iter());
        let opened = self.opened.values().flatten().map(|(_, points)| points);
        let most = own.chain(opened).filter(|points| **points != BARRED).map(|points| points.unsigned_abs()).max();
        most.map_or(0, i64::from)
    }

    /// Bars a post to a person, whatever opened it.
    pub fn bar(&mut self, person: usize, post: usize) {
        if let Some(slot) = self.slot(self.people[person].pattern, post as u32) {
            self.people[person].points[slot] = BARRED;
        }
        if let Some(opened) = self.opened.get_mut(&(person as u32)) {
            opened.retain(|(open, _)| *open as usize != post);
        }
    }

    /// Opens a post to a person again, with its points, where it was barred.
    pub fn restore(&mut self, person: usize, post: usize, points: i64) {
        let points = i32::try_from(points).expect("points of a pair are kept in 32 bits");
        match self.slot(self.people[person].pattern, post as u32) {
            Some(slot) => self.people[person].points[slot] = points,
            None => {
                let opened = self.opened.entry(person as u32).or_default();
                opened.insert(opened.partition_point(|(open, _)| (*open as usize) < post), (post as u32, points));
            }
        }
    }

    /// Puts other points (or `BARRED`) in the place of a pair's.
    #[cfg(test)]
    pub fn set(&mut self, person: usize, post: usize, points: i32) {
        let slot = self.slot(self.people[person].pattern, post as u32).expect("the block is open");
        self.people[person].points[slot] = points;
    }
}
