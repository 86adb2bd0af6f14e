//! The audit: proves a plan feasible and best from the roster alone, knowing nothing of how it was found.
//!
//! It shares with the optimiser only what defines the question: rules, objectives and the tie number. Bounds, prices of
//! steps and totals are worked out here once more. The proof is weak duality: with any price y on a place of each post,
//!
//! ```text
//! Σ person min over posts k of (c(person, k) + y(k))  +  Σ post min over n of (S(n) − y(k) · (n − fixed))
//! ```
//!
//! (with bounded totals see `audit::total`)
//!
//! is no more than the cost of any plan. Where the plan's own cost equals it on every level, no plan is better.

mod batasan;
mod bound;
mod keluarga;
mod keputusan;
mod round;
mod total;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::law::Law;
use crate::model::dahulukan::Dahulukan;
use crate::model::jabatan::name_key;
use crate::model::needs::{Needs, Post, PostId};
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{AuditCheck, Certificate, CostVector, LEVELS, Move, Plan};
use crate::model::roster::Roster;
use crate::place::audit::bound::Bound;
use crate::place::audit::round::has_round;
use crate::place::audit::total::Jumlah;
use crate::place::facts::Facts;
use crate::place::facts::total::Himpunan;
use crate::place::tie::{fingerprint, post_fingerprint};
use crate::settings::Settings;

/// Checks a plan against its inputs. Whatever the plan says of itself is worked out again.
pub fn certify(roster: &Roster, needs: &Needs, law: &Law, settings: &Settings, plan: &Plan) -> Certificate {
    if plan.posts.len() != needs.posts.len() || plan.prices.len() != needs.posts.len() {
        let detail = format!("{} jabatan dalam rencana, {} dalam data", plan.posts.len(), needs.posts.len());
        let checks = vec![AuditCheck { title: "Rencana dan data sepadan", passed: false, detail }];
        return Certificate { checks, ..Certificate::default() };
    }
    let audit = Audit::new(Facts::new(roster, needs, law, settings).keeping_apart(&plan.pisah), plan);
    if let Some(refused) = audit.totals_strange() {
        return Certificate { checks: vec![refused], ..Certificate::default() };
    }
    let bound = audit.bound();
    let primal = audit.cost();
    let declared = audit.declared_gap();
    let mut checks = vec![
        audit.everyone_once(),
        audit.rules_kept(),
        audit.bounds_kept(),
        audit.merits_right(),
        audit.counts_right(),
        audit.cost_stated(primal),
        audit.no_gap(primal, bound.dual, declared),
    ];
    checks.extend(audit.totals_kept());
    checks.extend(audit.decisions_kept(primal));
    checks.extend(audit.limits_kept());
    // A plan with a gap is not the cheapest under its prices, and under multipliers plans of unequal size cost the same.
    if declared == [0; LEVELS] {
        checks.insert(6, audit.nothing_cheaper(&bound));
        checks.extend((!audit.weighed()).then(|| audit.only_one(&bound)));
    }
    Certificate { checks, primal, dual: bound.dual, pairs: bound.pairs }
}

struct Audit<'a> {
    facts: Facts<'a>,
    plan: &'a Plan,
    /// The most urgent first.
    ladder: Vec<Place>,
    /// Whether each person may move at all.
    free: Vec<bool>,
    /// The post of each person under the plan; only for those with a known post.
    seat: Vec<Option<PostId>>,
    posts: Vec<Bounds>,
    by_jabatan: BTreeMap<String, Vec<PostId>>,
    /// Fingerprint of each person.
    id_numbers: Vec<u64>,
    /// Bounded totals, with their bounds and headcounts.
    himpunan: Himpunan,
    totals: Vec<Jumlah>,
}

/// A place as the fill level ranks it: what it has ceased to come first for, in the order of the settings; filled and
/// needed.
type Place = ([bool; Dahulukan::ALL.len()], u32, u32);

/// The more urgent place first: one that still comes first, then the lower ratio of filled to needed, then the lower need.
fn more_urgent(a: &Place, b: &Place) -> std::cmp::Ordering {
    let ratios = (u64::from(a.1) * u64::from(b.2)).cmp(&(u64::from(b.1) * u64::from(a.2)));
    a.0.cmp(&b.0).then(ratios).then(a.2.cmp(&b.2))
}

/// A post as worked out here.
#[derive(Clone, Copy, Default)]
struct Bounds {
    known: bool,
    need: u32,
    fixed: u32,
    low: u32,
    high: u32,
    before: u32,
    after: u32,
    id_number: u64,
    /// So many of its places come first, for each thing that the settings put first.
    first: [u32; Dahulukan::ALL.len()],
}

impl Bounds {
    fn place(&self, filled: u32) -> Place {
        (self.first.map(|first| filled >= first), filled, self.need)
    }
}

impl<'a> Audit<'a> {
    fn new(facts: Facts<'a>, plan: &'a Plan) -> Audit<'a> {
        let needs = facts.needs;
        let ids: Vec<PegawaiId> = facts.roster.pegawai_ids().collect();
        let known = |post: PostId| needs.post(post).kebutuhan.is_some();
        let free = |id: &PegawaiId| {
            let post = needs.post_of[id.0 as usize];
            needs.fills[id.0 as usize] && post.is_some_and(known) && facts.person_mask(*id).is_empty()
        };
        let free: Vec<bool> = ids.par_iter().map(free).collect();
        let mut seat = needs.post_of.clone();
        for step in &plan.moves {
            seat[step.pegawai.0 as usize] = Some(step.to);
        }
        let mut by_jabatan: BTreeMap<String, Vec<PostId>> = BTreeMap::new();
        let joined = facts.arahan.bersama(needs);
        for id in needs.post_ids().filter(|id| known(*id)) {
            let name = || name_key(&needs.post(id).jabatan);
            let same = if facts.blocks("A-109") { name() } else { String::new() };
            let same = joined.get(&same).cloned().unwrap_or(same);
            by_jabatan.entry(same).or_default().push(id);
        }
        let posts = posts_of(&facts, &free, &seat);
        let mut ladder: Vec<Place> =
            posts.iter().flat_map(|post| (0..post.need).map(move |filled| post.place(filled))).collect();
        ladder.sort_by(more_urgent);
        ladder.dedup();
        let id_numbers = facts.roster.pegawai.iter().map(|pegawai| fingerprint(pegawai.nip.digits())).collect();
        let himpunan = facts.himpunan();
        let totals = Jumlah::all(&himpunan, &posts);
        Audit { facts, plan, ladder, free, seat, posts, by_jabatan, id_numbers, himpunan, totals }
    }

    fn post(&self, id: PostId) -> &Bounds {
        &self.posts[id.0 as usize]
    }

    fn everyone_once(&self) -> AuditCheck {
        let mut seen = vec![false; self.free.len()];
        let wrong = self.plan.moves.iter().filter(|step| {
            let at = step.pegawai.0 as usize;
            let twice = std::mem::replace(&mut seen[at], true);
            twice || self.facts.needs.post_of[at] != Some(step.from) || step.from == step.to
        });
        let wrong = wrong.count();
        check("Setiap pegawai berpindah paling banyak sekali, dari jabatannya sekarang", wrong, || {
            format!("{} perpindahan", self.plan.moves.len())
        })
    }

    fn rules_kept(&self) -> AuditCheck {
        let broken = |step: &&Move| {
            let home = self.facts.needs.post_of[step.pegawai.0 as usize];
            !self.free[step.pegawai.0 as usize]
                || home.is_none_or(|home| !self.facts.allows(step.pegawai, home, step.to))
        };
        let broken = self.plan.moves.iter().filter(broken).count() + self.broken_couples() + self.unfounded_bars();
        check("Setiap aturan dinilai ulang dari data untuk setiap perpindahan", broken, || {
            format!("{} perpindahan, {} aturan", self.plan.moves.len(), self.facts.enforced.len())
        })
    }

    fn bounds_kept(&self) -> AuditCheck {
        let wrong = self.posts.iter().zip(&self.plan.posts).filter(|(own, told)| {
            let same = (told.tetap, told.floor, told.ceiling, told.after) == (own.fixed, own.low, own.high, own.after);
            !same || own.after < own.low || own.after > own.high
        });
        let wrong = wrong.count() + self.broken_minima();
        check("Jumlah akhir setiap jabatan berada di antara batas bawah dan batas atas", wrong, || {
            format!("{} jabatan", self.posts.len())
        })
    }

    /// Minima shared by several posts that the plan breaks, whatever the floors of the single posts are.
    fn broken_minima(&self) -> usize {
        if !self.facts.blocks("A-111") {
            return 0;
        }
        let sum = |posts: &[PostId], of: fn(&Bounds) -> u32| -> u32 { posts.iter().map(|id| of(self.post(*id))).sum() };
        let broken = self.facts.needs.minimum_bersama.iter().filter(|bersama| {
            let (before, after) = (sum(&bersama.posts, |post| post.before), sum(&bersama.posts, |post| post.after));
            after < bersama.jumlah.min(before)
        });
        broken.count()
    }

    fn merits_right(&self) -> AuditCheck {
        let wrong = self.plan.moves.iter().filter(|step| {
            let told: i64 = step.merit.iter().map(|part| part.points).sum();
            let home = self.facts.needs.post_of[step.pegawai.0 as usize];
            home.is_none_or(|home| told != self.facts.points(step.pegawai, home, step.to))
        });
        let wrong = wrong.count();
        check("Nilai kecocokan setiap perpindahan dihitung ulang", wrong, || format!("{} nilai", self.plan.moves.len()))
    }

    fn counts_right(&self) -> AuditCheck {
        let short = |holders: fn(&Bounds) -> u32| -> u32 {
            self.posts.iter().map(|post| post.need.saturating_sub(holders(post))).sum()
        };
        let (before, after) = (short(|post| post.before), short(|post| post.after));
        let open: u32 = self.plan.unfilled.iter().map(|open| open.kurang).sum();
        let right = (before, after, after) == (self.plan.kurang_before, self.plan.kurang_after, open)
            && self.plan.kurang_reachable <= after;
        check("Kekurangan sebelum dan sesudah dihitung ulang", usize::from(!right), || {
            format!("{before} sebelum, {after} sesudah")
        })
    }

    fn cost_stated(&self, primal: CostVector) -> AuditCheck {
        let told: Vec<Dahulukan> = self.plan.didahulukan.iter().map(|didahulukan| didahulukan.apa).collect();
        let asked = &self.facts.settings.rencana;
        let same_goals = self.plan.urutan == asked.urutan && told == asked.dahulukan;
        let wrong = usize::from(primal != self.plan.total || !same_goals);
        check("Nilai rencana pada setiap tingkat dihitung ulang", wrong, || {
            format!("{} nilai; angkanya di catatan.json", primal.len())
        })
    }

    fn nothing_cheaper(&self, bound: &Bound) -> AuditCheck {
        let mut check = check("Tidak ada pasangan yang memenuhi syarat yang lebih baik", bound.cheaper.len(), || {
            format!("{} pasangan pegawai dan jabatan ditimbang", bound.pairs)
        });
        if let Some(first) = bound.cheaper.first() {
            check.detail = format!("{}, misalnya {first}", check.detail);
        }
        check
    }

    /// With a gap declared, that it is exactly that.
    fn no_gap(&self, primal: CostVector, dual: CostVector, declared: CostVector) -> AuditCheck {
        let levels = (0..LEVELS).filter(|&level| primal[level] != dual[level] + declared[level]).count();
        if declared != [0; LEVELS] {
            let bukti = self.plan.batasan.as_ref().map(|batasan| batasan.bukti.clone()).unwrap_or_default();
            return check("Jarak rencana dari batas terbaiknya tepat seperti yang disebut", levels, || bukti.clone());
        }
        let kept = match self.plan.pisah.len() {
            0 => String::new(),
            some => format!(", dengan {some} unit tertutup bagi salah satu dari pasangan yang sama-sama berpindah"),
        };
        check("Nilai rencana sama dengan batas terbaiknya pada setiap tingkat", levels, || {
            format!("{} tingkat{kept}", self.facts.urutan().levels().count())
        })
    }

    /// Another plan of the same cost would differ by a round of changes that cost nothing; there is none.
    fn only_one(&self, bound: &Bound) -> AuditCheck {
        let tied = has_round(&self.edges(bound));
        check("Rencana terbaik hanya satu", usize::from(tied), || {
            format!("{} perubahan setara, tidak ada yang membentuk rencana lain", bound.ties.len())
        })
    }
}

/// Bounds and headcounts of all posts, from needs and roster.
fn posts_of(facts: &Facts, free: &[bool], seat: &[Option<PostId>]) -> Vec<Bounds> {
    let needs = facts.needs;
    let mut leaving = vec![0u32; needs.posts.len()];
    let mut arriving = vec![0u32; needs.posts.len()];
    let mut movable = vec![0u32; needs.posts.len()];
    for (at, home) in needs.post_of.iter().enumerate() {
        let Some(home) = home else { continue };
        movable[home.0 as usize] += u32::from(free[at]);
        if seat[at] != Some(*home) {
            leaving[home.0 as usize] += 1;
            seat[at].iter().for_each(|post| arriving[post.0 as usize] += 1);
        }
    }
    let floor_kept = facts.blocks("A-111");
    let one = |(at, post): (usize, &Post)| {
        let before = post.riil.max(movable[at]);
        let fixed = before - movable[at];
        let (low, high) = match &post.kebutuhan {
            Some(need) => {
                let held = needs.lantai.get(&PostId(at as u32)).map_or(need.hi, |held| need.hi.max(*held));
                (if floor_kept { before.min(held) } else { 0 }, before.max(need.lo))
            }
            None => (before, before),
        };
        Bounds {
            known: post.kebutuhan.is_some(),
            need: post.kebutuhan.as_ref().map_or(0, |need| need.lo),
            fixed,
            low: low.max(fixed),
            high,
            before,
            after: (before + arriving[at]).saturating_sub(leaving[at]),
            id_number: post_fingerprint(facts, PostId(at as u32)),
            first: first(facts, PostId(at as u32)),
        }
    };
    needs.posts.iter().enumerate().map(one).collect()
}

/// How many places of a post come first, for each thing that the settings put first.
fn first(facts: &Facts, post: PostId) -> [u32; Dahulukan::ALL.len()] {
    let mut first = [0; Dahulukan::ALL.len()];
    let kinds = facts.settings.rencana.dahulukan.iter();
    first.iter_mut().zip(kinds).for_each(|(first, apa)| *first = facts.places_of(*apa, post));
    first
}

fn check(title: &'static str, wrong: usize, figures: impl Fn() -> String) -> AuditCheck {
    let detail = if wrong == 0 { figures() } else { format!("{wrong} tidak sesuai; {}", figures()) };
    AuditCheck { title, passed: wrong == 0, detail }
}
