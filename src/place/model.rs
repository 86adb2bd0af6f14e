//! The full model as nodes and arcs, so that anyone can find the best plan with another solver.

use std::collections::BTreeMap;

use crate::law::Law;
use crate::model::needs::{Needs, PostId};
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{CostVector, PAKSAAN, Plan, SERI, Tujuan};
use crate::model::roster::Roster;
use crate::place::facts::Facts;
use crate::place::family::{Case, Family};
use crate::place::tie::{fingerprint, post_fingerprint, tie};
use crate::settings::Settings;

/// Number of the sink. The posts follow, then the people.
const SINK: u32 = 0;

/// A node; its number is its place in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// People who start here; negative: who must end here.
    pub supply: i64,
    /// `selesai`, `jabatan Guru Kelas di SD Negeri 1 Bangko`, or `pegawai` and the NIP.
    pub label: String,
    /// Number of the unit of a post, from one.
    pub unit: Option<u32>,
    /// Node of the post that a person holds: an arc to another post is a move.
    pub home: Option<u32>,
}

/// An arc with its part in the plan. The costs of all arcs times their flows add up to the plan's value on each level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    pub tail: u32,
    pub head: u32,
    pub lower: i64,
    pub capacity: i64,
    pub cost: CostVector,
    pub flow: i64,
}

/// The min-cost flow of a whole region: from people through posts to the sink, over every pair that no rule forbids and
/// that the plan does not keep from one of a couple. Limits on the whole plan are no part of it.
pub struct Model<'a> {
    case: Case<'a>,
    plan: &'a Plan,
    /// The post of each person under the plan.
    seats: Vec<Option<PostId>>,
    post_nodes: BTreeMap<PostId, u32>,
    first_person: u32,
    /// Bounded totals stand behind the people.
    first_total: u32,
}

impl<'a> Model<'a> {
    /// The model of a plan and of what it was made from.
    pub fn new(
        roster: &'a Roster,
        needs: &'a Needs,
        law: &'a Law,
        settings: &'a Settings,
        plan: &'a Plan,
    ) -> Model<'a> {
        let facts = Facts::new(roster, needs, law, settings).keeping_apart(&plan.pisah);
        let case = Case::new(facts).of_plan(plan);
        let posts = case.families.iter().flat_map(|family| &family.posts);
        let post_nodes: BTreeMap<PostId, u32> = posts.zip(SINK + 1..).map(|(post, node)| (*post, node)).collect();
        let first_person = SINK + 1 + post_nodes.len() as u32;
        let mut seats = needs.post_of.clone();
        plan.moves.iter().for_each(|step| seats[step.pegawai.0 as usize] = Some(step.to));
        let people: usize = case.families.iter().map(|family| family.movable.len()).sum();
        let first_total = first_person + people as u32;
        Model { case, plan, seats, post_nodes, first_person, first_total }
    }

    /// All nodes in the order of their numbers.
    pub fn nodes(&self) -> impl Iterator<Item = Node> {
        let (facts, families) = (&self.case.facts, &self.case.families);
        let everyone: i64 = self.people().count() as i64;
        let fixed = |post: &PostId| i64::from(self.case.bounds[post.0 as usize].tetap);
        let all_fixed: i64 = families.iter().flat_map(|family| &family.posts).map(fixed).sum();
        let sink = Node { supply: -everyone - all_fixed, label: "selesai".into(), unit: None, home: None };
        let posts = families.iter().flat_map(|family| &family.posts).map(move |post| {
            let of = facts.needs.post(*post);
            let label = format!("jabatan {} di {}", of.jabatan_label(), facts.unit_of(of).nama);
            Node { supply: fixed(post), label, unit: Some(of.unit.0 + 1), home: None }
        });
        let people = self.people().map(|(_, id)| {
            let label = format!("pegawai {}", facts.roster.pegawai(id).nip.digits());
            let home = facts.needs.post_of[id.0 as usize].and_then(|post| self.post_nodes.get(&post).copied());
            Node { supply: 1, label, unit: None, home }
        });
        let totals = self.case.himpunan.list.iter().map(|batas| {
            let name = facts.roster.nama_lingkup(batas.lingkup, batas.unit).unwrap_or_default();
            Node { supply: 0, label: format!("total {} {name}", batas.lingkup.label()), unit: None, home: None }
        });
        std::iter::once(sink).chain(posts).chain(people).chain(totals)
    }

    /// All arcs: the places of each post, then of each person the present post and every post that no rule forbids.
    pub fn arcs(&self) -> impl Iterator<Item = Arc> {
        let places = self.post_nodes.iter().flat_map(|(post, node)| self.places(*post, *node));
        let pairs =
            self.people().zip(self.first_person..).flat_map(|((family, id), node)| self.pairs(family, id, node));
        places.chain(pairs).chain(self.totals())
    }

    /// The node of a bounded total, or the sink.
    fn total_node(&self, total: Option<u32>) -> u32 {
        total.map_or(SINK, |at| self.first_total + at)
    }

    /// One arc for each bounded total to what is around it.
    fn totals(&self) -> impl Iterator<Item = Arc> {
        self.case.himpunan.list.iter().zip(&self.plan.totals.list).enumerate().map(|(at, (batas, told))| {
            let (low, high) = self.case.total_bounds(at);
            let (tail, head) = (self.total_node(Some(at as u32)), self.total_node(batas.luar));
            let flow = told.after.into();
            Arc { tail, head, lower: low.into(), capacity: high.into(), cost: CostVector::default(), flow }
        })
    }

    fn people(&self) -> impl Iterator<Item = (&Family, PegawaiId)> {
        self.case.families.iter().flat_map(|family| family.movable.iter().map(move |id| (family, *id)))
    }

    /// One arc to the sink, or to the smallest bounded total, for each run of places of equal price. The places up to the floor must be filled.
    fn places(&self, post: PostId, node: u32) -> Vec<Arc> {
        let (bounds, claim) = (self.case.bounds[post.0 as usize], self.case.claim(post));
        let head = self.total_node(self.case.himpunan.of(post));
        let mut left = i64::from(self.plan.posts[post.0 as usize].after);
        let mut arcs: Vec<Arc> = Vec::new();
        for filled in 0..bounds.ceiling {
            let must = i64::from(filled < bounds.floor);
            let price = self.case.ladder.price(filled, claim);
            let cost = self.case.facts.urutan().cost([(Tujuan::Keterisian, price)]);
            let flow = left.min(1);
            left -= flow;
            match arcs.last_mut() {
                Some(last) if last.cost == cost && (last.lower > 0) == (must > 0) => {
                    last.capacity += 1;
                    last.lower += must;
                    last.flow += flow;
                }
                _ => arcs.push(Arc { tail: node, head, lower: must, capacity: 1, cost, flow }),
            }
        }
        arcs
    }

    /// The post someone holds, and every post of the family that no rule forbids.
    fn pairs(&self, family: &Family, id: PegawaiId, node: u32) -> Vec<Arc> {
        let facts = &self.case.facts;
        let home = facts.needs.post_of[id.0 as usize].expect("movable people hold a known post");
        let person = fingerprint(facts.roster.pegawai(id).nip.digits());
        let arc = |to: PostId, cost: CostVector| Arc {
            tail: node,
            head: self.post_nodes[&to],
            lower: 0,
            capacity: 1,
            cost,
            flow: i64::from(self.seats[id.0 as usize] == Some(to)),
        };
        let changed = |to: PostId| (Tujuan::Perubahan, i64::from(facts.arahan.berubah(id, to)));
        let mut staying = facts.urutan().cost([changed(home)]);
        staying[PAKSAAN] = i64::from(facts.arahan.wajib(id).is_some());
        let stay = std::iter::once(arc(home, staying));
        let others = family.posts.iter().filter(|to| **to != home && facts.pair_mask(id, home, **to).is_empty());
        let others = others.map(|to| {
            let mut cost = facts.urutan().cost([(Tujuan::Perpindahan, 1), changed(*to)]);
            for tujuan in facts.urutan().goals() {
                facts.urutan().add(&mut cost, tujuan, -facts.points_for(tujuan, id, home, *to));
            }
            cost[SERI] = tie(person, post_fingerprint(facts, *to));
            arc(*to, cost)
        });
        stay.chain(others).collect()
    }
}
