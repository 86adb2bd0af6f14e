//! A family of people and posts that can exchange, as bare numbers.

use crate::model::plan::{LEVELS, PAKSAAN, SERI, Tujuan, Urutan};
use crate::place::lex::Lex;
use crate::place::points::Points;
use crate::place::tie::tie;

/// The price of a move or a plan, in the published order of levels.
pub type Price = Lex<LEVELS>;

/// A post of another family, or of none.
pub const ELSEWHERE: u32 = u32::MAX;

/// Someone who may move.
#[derive(Clone, Copy, Debug)]
pub struct Person {
    /// Index of the present post.
    pub home: u32,
    pub fingerprint: u64,
    /// Whether leadership has sent the person elsewhere: then staying is a forced decision that fails.
    pub wajib: bool,
    /// The post under the published plan, where there is such a plan.
    pub terbit: Option<u32>,
}

impl Person {
    /// How many changes of the published plan it is to put the person here.
    fn berubah(&self, post: u32) -> i64 {
        i64::from(self.terbit.is_some_and(|terbit| terbit != post))
    }
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
    /// The smallest group the post is in.
    pub group: Option<u32>,
}

/// A bound on the number of holders of several posts together: those that name the group, and those of the groups that do.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The group around it, which stands behind it in the list.
    pub parent: Option<u32>,
    /// Smallest and largest final number of holders, the fixed ones among them.
    pub low: u32,
    pub high: u32,
}

/// What limits on the whole plan add to the price of a move: nothing where there are none, never less than nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tolls {
    /// Of every move.
    pub each: Price,
    /// Of each post: what it adds to come to its unit from another, and to leave it for another.
    pub enter: Vec<Price>,
    pub leave: Vec<Price>,
    /// Unit of each post.
    pub unit: Vec<u32>,
    /// Whether a plan within the limits need not be the cheapest under these prices.
    pub loose: bool,
}

impl Tolls {
    /// What a move from one post to another pays.
    #[inline]
    pub fn of(&self, home: u32, post: u32) -> Price {
        let (home, post) = (home as usize, post as usize);
        match self.unit.get(home) {
            None => self.each,
            Some(unit) if *unit == self.unit[post] => self.each,
            Some(_) => self.each + self.leave[home] + self.enter[post],
        }
    }

    /// The posts of each unit by its number; none where units add nothing.
    pub fn posts_of_units(&self) -> Vec<Vec<u32>> {
        let mut posts = vec![Vec::new(); self.unit.iter().max().map_or(0, |most| *most as usize + 1)];
        (0..).zip(&self.unit).for_each(|(post, unit)| posts[*unit as usize].push(post));
        posts
    }
}

/// One family, to be solved by itself. Nothing in it knows names.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    pub people: Vec<Person>,
    pub posts: Vec<Seats>,
    /// Bounds over several posts, each inside its parent or apart from it.
    pub groups: Vec<Group>,
    /// Points of each person in each post that no rule forbids.
    pub points: Points,
    /// Points of single objectives that are goals of their own in this order.
    pub apart: Vec<(Tujuan, Points)>,
    /// The goals that prices tell, and in which order.
    pub urutan: Urutan,
    /// What every move costs on top; nothing but where plans of fewer moves are sought.
    pub ongkos: Price,
    /// What limits on the whole plan add.
    pub tolls: Tolls,
}

impl Problem {
    /// Whether a person may sit in a post: at home, or where no rule forbids it.
    #[inline]
    pub fn eligible(&self, person: usize, post: usize) -> bool {
        self.people[person].home as usize == post || self.points.of(person, post).is_some()
    }

    /// Price of a person in a post.
    #[inline]
    pub fn price(&self, person: usize, post: usize) -> Option<Price> {
        if self.people[person].home as usize == post {
            return Some(self.price_of_staying(person));
        }
        Some(self.price_of(person, post as u32, self.points.of(person, post)?))
    }

    /// Every post of other people's that a person may go to, with the points.
    #[inline]
    pub fn options(&self, person: usize) -> impl Iterator<Item = (u32, i64)> {
        let home = self.people[person].home;
        self.points.each(person).filter(move |(post, _)| *post != home)
    }

    /// Price of a move worth these points: the one place where a pair gets its price. On the first
    /// [`Urutan::never_gaining`] levels it may not be less than nothing, for pricing leaves out what could gain only
    /// there.
    #[inline]
    pub fn price_of(&self, person: usize, post: u32, points: i64) -> Price {
        let changed = self.people[person].berubah(post);
        let own = [(Tujuan::Perpindahan, 1), (Tujuan::Perubahan, changed), (Tujuan::Kecocokan, -points)];
        let mut cost = self.urutan.cost(own);
        for (tujuan, own) in &self.apart {
            self.urutan.add(&mut cost, *tujuan, -own.of(person, post as usize).unwrap_or(0));
        }
        cost[SERI] = tie(self.people[person].fingerprint, self.posts[post as usize].fingerprint);
        Lex(cost) + self.ongkos + self.tolls.of(self.people[person].home, post)
    }

    /// On the first [`Urutan::never_gaining`] levels no move costs less.
    pub fn least_move(&self) -> Price {
        Lex(self.urutan.cost([(Tujuan::Perpindahan, 1)])) + self.ongkos + self.tolls.each
    }

    /// What no arc exceeds on any level, either way.
    pub fn largest(&self) -> [i64; LEVELS] {
        let steps = self.posts.iter().flat_map(|post| &post.steps).map(|step| step.abs()).max().unwrap_or(0);
        let changes = self.people.iter().any(|person| person.terbit.is_some());
        let own = [
            (Tujuan::Perpindahan, 1),
            (Tujuan::Perubahan, i64::from(changes)),
            (Tujuan::Kecocokan, self.points.largest()),
            (Tujuan::Keterisian, steps),
        ];
        let mut most = self.urutan.cost(own);
        self.apart.iter().for_each(|(tujuan, own)| self.urutan.add(&mut most, *tujuan, own.largest()));
        most[PAKSAAN] += i64::from(self.people.iter().any(|person| person.wajib));
        most[SERI] += i64::from(u32::MAX);
        let tolls = self.tolls.enter.iter().chain(&self.tolls.leave);
        let dearest = tolls.fold([0; LEVELS], |most, toll| std::array::from_fn(|at| toll.0[at].abs().max(most[at])));
        let always = [self.ongkos, self.tolls.each].map(|price| price.0.map(i64::abs));
        // A move may both leave and enter.
        std::array::from_fn(|at| most[at] + 2 * dearest[at] + always[0][at] + always[1][at])
    }

    /// Whether a person's moves differ in their points alone, but for ties.
    pub fn points_alone(&self, person: usize) -> bool {
        self.apart.is_empty() && self.tolls.unit.is_empty() && self.people[person].terbit.is_none()
    }

    /// Price of staying: nothing, but for whom leadership or the published plan sends elsewhere.
    #[inline]
    pub fn price_of_staying(&self, person: usize) -> Price {
        let own = &self.people[person];
        let mut cost = self.urutan.cost([(Tujuan::Perubahan, own.berubah(own.home))]);
        cost[PAKSAAN] = i64::from(own.wajib);
        Lex(cost)
    }

    /// Pairs of a person and another post that no rule forbids.
    pub fn count(&self) -> u64 {
        (0..self.people.len()).map(|person| self.options(person).count() as u64).sum()
    }

    /// The group that a post or a group is in, as a node behind the posts: groups in their order, then the sink.
    pub fn hub(&self, group: Option<u32>) -> usize {
        self.posts.len() + group.map_or(self.groups.len(), |group| group as usize)
    }

    /// The groups a post is in, the smallest first.
    pub fn around(&self, post: usize) -> impl Iterator<Item = usize> {
        let outer = |at: &usize| self.groups[*at].parent.map(|at| at as usize);
        std::iter::successors(self.posts[post].group.map(|at| at as usize), outer)
    }

    /// How many holders each group has, of so many in each post.
    pub fn in_groups(&self, holders: impl Fn(usize) -> u32) -> Vec<u32> {
        let mut sums = vec![0; self.groups.len()];
        for (post, seats) in self.posts.iter().enumerate() {
            seats.group.iter().for_each(|group| sums[*group as usize] += holders(post));
        }
        for (at, group) in self.groups.iter().enumerate() {
            if let Some(parent) = group.parent {
                sums[parent as usize] += sums[at];
            }
        }
        sums
    }

    /// Price of the holder after `holders`: the one place where a place gets its price.
    #[inline]
    pub fn step(&self, post: usize, holders: u32) -> Price {
        let own = self.posts[post].steps[(holders - self.posts[post].low) as usize];
        Lex(self.urutan.cost([(Tujuan::Keterisian, own)]))
    }
}

/// Who sits where, and the price of a place in each post.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Solution {
    /// Post of each person.
    pub post: Vec<u32>,
    /// Price of one more holder of each post: no pair and no step can beat these prices.
    pub prices: Vec<Price>,
    /// Price of one more holder in each group: 0 where its bounds do not bind.
    pub group_prices: Vec<Price>,
    /// Final number of holders.
    pub holders: Vec<u32>,
}
