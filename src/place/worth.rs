//! Points of a family's eligible pairs: each objective asked once for all that it looks at alike, as the rules are.

use rayon::prelude::*;

use crate::model::pegawai::PegawaiId;
use crate::model::plan::Tujuan;
use crate::place::facts::Facts;
use crate::place::family::Family;
use crate::place::judged::Judged;
use crate::place::objectives::{Objective, of_goal, points_by};
use crate::place::points::{BARRED, Points};
use crate::place::scope::Scope;

/// The points of all pairs that no rule forbids.
pub fn points(facts: &Facts, family: &Family, judged: &Judged) -> Points {
    points_of(facts, family, judged, &facts.timbangan.objectives)
}

/// The points of those single objectives that the order of goals names; empty for an order that names none.
pub fn apart(facts: &Facts, family: &Family, judged: &Judged) -> Vec<(Tujuan, Points)> {
    let named = facts.urutan().goals().filter_map(|tujuan| Some((tujuan, of_goal(tujuan)?)));
    named.map(|(tujuan, objective)| (tujuan, points_of(facts, family, judged, &facts.in_run(objective)))).collect()
}

fn points_of(facts: &Facts, family: &Family, judged: &Judged, objectives: &[&'static Objective]) -> Points {
    let worth = Worth::new(facts, family, judged, objectives);
    let open = |post: &u32| judged.of_post(*post as usize).is_empty();
    let blocks = judged.layout.of_kind.iter().map(|posts| posts.iter().copied().filter(open).collect()).collect();
    let patterns = judged.rows().iter().map(|row| (0..).zip(row).filter(|kind| kind.1.is_empty()).map(|kind| kind.0));
    let patterns = patterns.map(Iterator::collect);
    let mut points = Points::new(family.posts.len(), blocks, patterns);
    let people = 0..family.movable.len();
    let rows: Vec<Box<[i32]>> =
        people.into_par_iter().with_min_len(8).map(|person| worth.row(&points, person)).collect();
    rows.into_iter().enumerate().for_each(|(person, row)| points.add(judged.row_of(person), row));
    for person in 0..family.movable.len() {
        // Where the pattern holds the post and nothing else bars it, its points stand there already.
        let missing: Vec<u32> =
            judged.opened(person).filter(|post| points.of(person, *post as usize).is_none()).collect();
        missing.into_iter().for_each(|post| points.open(person, post, worth.single(person, post)));
    }
    points
}

/// The objectives of the run, by scope, ready to be asked.
struct Worth<'a> {
    facts: &'a Facts<'a>,
    family: &'a Family,
    judged: &'a Judged,
    of_kinds: Vec<&'static Objective>,
    of_units: Vec<&'static Objective>,
    of_pairs: Vec<&'static Objective>,
}

impl<'a> Worth<'a> {
    fn new(
        facts: &'a Facts<'a>,
        family: &'a Family,
        judged: &'a Judged,
        objectives: &[&'static Objective],
    ) -> Worth<'a> {
        let of = |scopes: &[Scope]| {
            let all = objectives.iter();
            all.filter(|objective| scopes.contains(&objective.scope)).copied().collect()
        };
        let of_kinds = of(&[Scope::Person, Scope::Kind]);
        let (of_units, of_pairs) = (of(&[Scope::Unit]), of(&[Scope::Post, Scope::Pair]));
        Worth { facts, family, judged, of_kinds, of_units, of_pairs }
    }

    /// Points of one person in every post of the pattern; those of the present post are 0.
    fn row(&self, points: &Points, person: usize) -> Box<[i32]> {
        let (id, home, pattern) = (self.family.movable[person], self.judged.homes[person], self.judged.row_of(person));
        let mut of_kind: Vec<Option<i64>> = vec![None; self.judged.layout.of_kind.len()];
        let mut of_unit: Vec<Option<i64>> = vec![None; self.judged.layout.of_unit.len()];
        let worth = |to: u32| {
            if to == home {
                return 0;
            }
            let (kind, unit) = (self.judged.layout.kind_of[to as usize], self.judged.layout.unit_of[to as usize]);
            let by_kind = *of_kind[kind as usize].get_or_insert_with(|| self.ask(&self.of_kinds, id, to));
            let by_unit = *of_unit[unit as usize].get_or_insert_with(|| self.ask(&self.of_units, id, to));
            let own = if self.of_pairs.is_empty() { 0 } else { self.ask(&self.of_pairs, id, to) };
            (by_kind + by_unit + own).clamp(i64::from(BARRED) + 1, i64::from(i32::MAX)) as i32
        };
        let mut row: Box<[i32]> = points.posts(pattern).map(worth).collect();
        let barred = self.judged.singled_out(person).filter(|post| *post != home);
        barred.filter_map(|post| points.slot(pattern, post)).for_each(|slot| row[slot] = BARRED);
        row
    }

    /// Points of one person in one post.
    fn single(&self, person: usize, post: u32) -> i32 {
        let id = self.family.movable[person];
        let sum: i64 =
            [&self.of_kinds, &self.of_units, &self.of_pairs].map(|some| self.ask(some, id, post)).iter().sum();
        sum.clamp(i64::from(BARRED) + 1, i64::from(i32::MAX)) as i32
    }

    fn ask(&self, objectives: &[&'static Objective], id: PegawaiId, to: u32) -> i64 {
        let to = self.family.posts[to as usize];
        points_by(objectives, &self.facts.pair(id, self.facts.home(id), to, false))
    }
}
