//! Every pair of a family judged: each rule asked once for all that it looks at alike ([`Scope`]), all masks kept.
//!
//! What forbids a pair is the union of what forbids the post to anybody, the kind of post to the person, and the unit to
//! the person. Rows of many people are equal and are kept once, so the masks of millions of pairs take little room, and
//! nothing that comes later asks a rule again.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use rayon::prelude::*;

use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::unit::UnitId;
use crate::place::facts::Facts;
use crate::place::family::{Family, Refusals};
use crate::place::kinds::Kinds;
use crate::place::rules::{Enforced, Judge, Mask, refused_by};
use crate::place::scope::Scope;

/// People judged before their rows are compared with those of others.
const CHUNK: usize = 1024;

/// Posts of a family by kind and by unit, numbered from 0 within the family.
pub struct Layout {
    pub kind_of: Vec<u32>,
    pub unit_of: Vec<u32>,
    /// Posts of each kind and of each unit, as indices into the family's posts.
    pub of_kind: Vec<Vec<u32>>,
    pub of_unit: Vec<Vec<u32>>,
    units: BTreeMap<UnitId, u32>,
}

/// The masks of all pairs of a family's movable people and posts.
pub struct Judged {
    pub layout: Layout,
    /// What forbids each post to anybody.
    posts: Vec<Mask>,
    /// Masks by kind, each distinct row once, and the row of each person.
    kinds: Rows<Mask>,
    /// Units that are forbidden, with what forbids them; by far the most people have none.
    units: Rows<(u32, Mask)>,
    /// Posts that rules of the widest scope forbid.
    pairs: Rows<(u32, Mask)>,
    /// Index of each person's present post.
    pub homes: Vec<u32>,
    /// Rules that leadership waives, by person and post.
    waived: BTreeMap<(u32, u32), Mask>,
}

/// Rows of people: each distinct row once.
struct Rows<T> {
    rows: Vec<Vec<T>>,
    of_person: Vec<u32>,
}

/// What one person is forbidden.
struct Row {
    kinds: Vec<Mask>,
    units: Vec<(u32, Mask)>,
    pairs: Vec<(u32, Mask)>,
}

impl Judged {
    pub fn new(facts: &Facts, kinds: &Kinds, family: &Family) -> Judged {
        let layout = Layout::new(facts, kinds, &family.posts);
        let judge = Bench::new(facts, family, &layout);
        let mut rows = (Interned::new(), Interned::new(), Interned::new());
        for people in family.movable.chunks(CHUNK) {
            let judged: Vec<Row> = people.par_iter().with_min_len(16).map(|id| judge.row(*id)).collect();
            for row in judged {
                rows.0.add(row.kinds);
                rows.1.add(row.units);
                rows.2.add(row.pairs);
            }
        }
        let index: HashMap<PostId, u32> = (0u32..).zip(&family.posts).map(|(at, post)| (*post, at)).collect();
        let homes = family.movable.iter().map(|id| index[&facts.home(*id)]).collect();
        let judged = Judged {
            posts: judge.posts(),
            kinds: rows.0.into_rows(),
            units: rows.1.into_rows(),
            pairs: rows.2.into_rows(),
            homes,
            layout,
            waived: BTreeMap::new(),
        };
        judged.with_waivers(facts, family)
    }

    /// Takes away what leadership waives for single people.
    fn with_waivers(mut self, facts: &Facts, family: &Family) -> Judged {
        for (person, id) in family.movable.iter().enumerate().filter(|(_, id)| facts.arahan.is_lepas(**id)) {
            for (at, post) in family.posts.iter().enumerate() {
                let waived = facts.waived(*id, Some(*post), self.mask(person, at));
                if !waived.is_empty() {
                    self.waived.insert((person as u32, at as u32), waived);
                }
            }
        }
        self
    }

    /// Posts that are open to a person only because leadership waives a rule.
    pub fn opened(&self, person: usize) -> impl Iterator<Item = u32> {
        let own = self.waived.range((person as u32, 0)..=(person as u32, u32::MAX)).map(|((_, post), _)| *post);
        own.filter(move |post| self.mask(person, *post as usize).is_empty())
    }

    /// Everything that forbids a person a post; both are indices within the family. Nothing forbids the present post.
    pub fn mask(&self, person: usize, post: usize) -> Mask {
        if self.homes[person] as usize == post {
            return Mask::default();
        }
        let kind = self.kinds.of(person)[self.layout.kind_of[post] as usize];
        let unit = found(self.units.of(person), self.layout.unit_of[post]);
        let mask = kind.union(self.posts[post]).union(unit).union(found(self.pairs.of(person), post as u32));
        if self.waived.is_empty() {
            return mask;
        }
        mask.without(self.waived.get(&(person as u32, post as u32)).copied().unwrap_or_default())
    }

    /// What forbids a post to anybody.
    pub fn of_post(&self, post: usize) -> Mask {
        self.posts[post]
    }

    /// The distinct rows of masks by kind.
    pub fn rows(&self) -> &[Vec<Mask>] {
        &self.kinds.rows
    }

    /// Which of these rows is a person's.
    pub fn row_of(&self, person: usize) -> u32 {
        self.kinds.of_person[person]
    }

    /// Posts that are forbidden to a person whatever their kind, beside those forbidden to anybody.
    pub fn singled_out(&self, person: usize) -> impl Iterator<Item = u32> {
        let of_units = self.units.of(person).iter().flat_map(|(unit, _)| &self.layout.of_unit[*unit as usize]);
        of_units.copied().chain(self.pairs.of(person).iter().map(|(post, _)| *post))
    }

    /// How many pairs each of so many rules refused. A rule counts by its own scope, so no pair is looked at here.
    pub fn refusals(&self, rules: usize) -> Refusals {
        let mut sum: Refusals = vec![0; rules];
        let mut add = |mask: Mask, pairs: usize| mask.indices().for_each(|index| sum[index] += pairs as u64);
        let mut at_home = vec![0; self.posts.len()];
        self.homes.iter().for_each(|home| at_home[*home as usize] += 1);
        for (mask, at_home) in self.posts.iter().zip(&at_home) {
            add(*mask, self.homes.len() - at_home);
        }
        for (person, home) in self.homes.iter().enumerate() {
            let home = *home as usize;
            let (kind, unit) = (self.layout.kind_of[home] as usize, self.layout.unit_of[home]);
            for (other, mask) in self.kinds.of(person).iter().enumerate().filter(|(_, mask)| !mask.is_empty()) {
                add(*mask, self.layout.of_kind[other].len() - usize::from(other == kind));
            }
            for (other, mask) in self.units.of(person) {
                add(*mask, self.layout.of_unit[*other as usize].len() - usize::from(*other == unit));
            }
            self.pairs.of(person).iter().for_each(|(_, mask)| add(*mask, 1));
        }
        self.waived.values().flat_map(|mask| mask.indices()).for_each(|index| sum[index] -= 1);
        sum
    }
}

/// Entries are in order of their numbers.
fn found(row: &[(u32, Mask)], number: u32) -> Mask {
    row.binary_search_by_key(&number, |entry| entry.0).map_or(Mask::default(), |at| row[at].1)
}

/// The rules that may forbid a pair, by scope, ready to be asked.
struct Bench<'a> {
    facts: &'a Facts<'a>,
    family: &'a Family,
    layout: &'a Layout,
    of_posts: Vec<&'a Enforced<'a>>,
    of_kinds: Vec<&'a Enforced<'a>>,
    of_units: Vec<&'a Enforced<'a>>,
    of_pairs: Vec<&'a Enforced<'a>>,
    /// Those of pairs that look at few units only.
    of_few: Vec<&'a Enforced<'a>>,
}

impl<'a> Bench<'a> {
    fn new(facts: &'a Facts<'a>, family: &'a Family, layout: &'a Layout) -> Bench<'a> {
        let of = |scope| facts.pair_rules.iter().filter(|entry| entry.rule.judge.scope() == scope).collect();
        let [of_posts, of_kinds, of_units, of_pairs]: [Vec<&Enforced>; 4] =
            [Scope::Post, Scope::Kind, Scope::Unit, Scope::Pair].map(of);
        let few = |entry: &&Enforced| matches!(entry.rule.judge, Judge::FewPosts(..));
        let (of_few, of_pairs) = of_pairs.into_iter().partition(few);
        Bench { facts, family, layout, of_posts, of_kinds, of_units, of_pairs, of_few }
    }

    /// What forbids each post to anybody. Someone has to ask; who it is changes nothing.
    fn posts(&self) -> Vec<Mask> {
        let asker = self.family.movable.first();
        let mask = |to: &PostId| asker.map_or(Mask::default(), |id| self.ask(&self.of_posts, *id, *to));
        self.family.posts.iter().map(mask).collect()
    }

    fn row(&self, id: PegawaiId) -> Row {
        let first = |posts: &Vec<u32>| self.family.posts[posts[0] as usize];
        let kinds = self.layout.of_kind.iter().map(|posts| self.ask(&self.of_kinds, id, first(posts))).collect();
        Row { kinds, units: self.units(id), pairs: self.pairs(id) }
    }

    fn units(&self, id: PegawaiId) -> Vec<(u32, Mask)> {
        let mut units: BTreeMap<u32, Mask> = BTreeMap::new();
        for entry in &self.of_units {
            let mut judge = |unit: u32| {
                let to = self.family.posts[self.layout.of_unit[unit as usize][0] as usize];
                let mask = self.ask(std::slice::from_ref(entry), id, to);
                if !mask.is_empty() {
                    let sum = units.entry(unit).or_default();
                    *sum = sum.union(mask);
                }
            };
            match entry.rule.judge.only_units(self.facts, id) {
                Some(only) => only.iter().filter_map(|unit| self.layout.units.get(unit)).for_each(|unit| judge(*unit)),
                None => (0..self.layout.of_unit.len() as u32).for_each(judge),
            }
        }
        units.into_iter().collect()
    }

    fn pairs(&self, id: PegawaiId) -> Vec<(u32, Mask)> {
        let home = self.facts.home(id);
        let mut posts = self.few(id, home);
        if !self.of_pairs.is_empty() {
            for (at, to) in (0u32..).zip(&self.family.posts).filter(|(_, to)| **to != home) {
                let mask = self.ask(&self.of_pairs, id, *to);
                if !mask.is_empty() {
                    let sum = posts.entry(at).or_default();
                    *sum = sum.union(mask);
                }
            }
        }
        posts.into_iter().collect()
    }

    /// Posts that rules about few units forbid.
    fn few(&self, id: PegawaiId, home: PostId) -> BTreeMap<u32, Mask> {
        let mut posts: BTreeMap<u32, Mask> = BTreeMap::new();
        for entry in &self.of_few {
            let units = entry.rule.judge.only_units(self.facts, id).unwrap_or_default();
            let units = units.iter().filter_map(|unit| self.layout.units.get(unit));
            for &at in units.flat_map(|unit| &self.layout.of_unit[*unit as usize]) {
                let to = self.family.posts[at as usize];
                let mask = self.ask(std::slice::from_ref(entry), id, to);
                if to != home && !mask.is_empty() {
                    let sum = posts.entry(at).or_default();
                    *sum = sum.union(mask);
                }
            }
        }
        posts
    }

    fn ask(&self, rules: &[&Enforced], id: PegawaiId, to: PostId) -> Mask {
        refused_by(rules.iter().copied(), &self.facts.pair(id, self.facts.home(id), to, false))
    }
}

impl Layout {
    fn new(facts: &Facts, kinds: &Kinds, posts: &[PostId]) -> Layout {
        let (mut known_kinds, mut units) = (BTreeMap::new(), BTreeMap::new());
        let (mut of_kind, mut of_unit) = (Vec::new(), Vec::new());
        let kind_of = posts.iter().zip(0..).map(|(id, at)| number(&mut known_kinds, &mut of_kind, kinds.of(*id), at));
        let kind_of = kind_of.collect();
        let unit_of =
            posts.iter().zip(0..).map(|(id, at)| number(&mut units, &mut of_unit, facts.needs.post(*id).unit, at));
        let unit_of = unit_of.collect();
        Layout { kind_of, unit_of, of_kind, of_unit, units }
    }
}

/// The number of a key, given as it first comes, and the post noted under it.
fn number<K: Ord>(known: &mut BTreeMap<K, u32>, posts: &mut Vec<Vec<u32>>, key: K, post: u32) -> u32 {
    let next = posts.len() as u32;
    let number = *known.entry(key).or_insert(next);
    if number == next {
        posts.push(Vec::new());
    }
    posts[number as usize].push(post);
    number
}

/// Rows as they come.
struct Interned<T> {
    known: HashMap<Vec<T>, u32>,
    of_person: Vec<u32>,
}

impl<T: Hash + Eq> Interned<T> {
    fn new() -> Interned<T> {
        Interned { known: HashMap::new(), of_person: Vec::new() }
    }

    fn add(&mut self, row: Vec<T>) {
        let next = self.known.len() as u32;
        self.of_person.push(*self.known.entry(row).or_insert(next));
    }

    /// The rows in the order in which they came first.
    fn into_rows(self) -> Rows<T> {
        let mut numbered: Vec<(u32, Vec<T>)> = self.known.into_iter().map(|(row, number)| (number, row)).collect();
        numbered.sort_unstable_by_key(|(number, _)| *number);
        Rows { rows: numbered.into_iter().map(|(_, row)| row).collect(), of_person: self.of_person }
    }
}

impl<T> Rows<T> {
    fn of(&self, person: usize) -> &[T] {
        &self.rows[self.of_person[person] as usize]
    }
}
