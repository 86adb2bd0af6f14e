//! Who could hold a post that stays short or that the plan fills: those who pass every rule, by what it would take to
//! choose them, and those who just fail.

use rayon::prelude::*;

use crate::model::needs::PostId;
use crate::model::nip::Nip;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::SERI;
use crate::model::susunan::{Calon, CalonJabatan, Hampir};
use crate::place::alternative::Alternative;
use crate::place::explain::{Coming, Residual};
use crate::place::limits;
use crate::place::open_posts::Open;
use crate::place::rules::Mask;
use crate::place::sentences;

/// So many candidates of each kind are told of a post.
pub const MOST: usize = 5;

/// By what those who fail are ordered: rules failed, then whether their own post could not spare them, then NIP.
type Rank = (u32, bool, Nip);

/// Someone with all rules that he or she fails for a post.
struct Failing {
    rank: Rank,
    id: PegawaiId,
    mask: Mask,
}

impl Open<'_, '_> {
    /// Candidates for each post of the family that is short or receives somebody, in order of the posts. `terbuka` is of
    /// the same plan with the pairs open that limits closed.
    pub fn candidates(&self, residual: &Residual, terbuka: Option<&Residual>) -> Vec<CalonJabatan> {
        let mut wanted: Vec<bool> = self.solution.holders.iter().zip(self.need).map(|(n, need)| n < need).collect();
        for (person, &post) in self.solution.post.iter().enumerate() {
            wanted[post as usize] |= self.problem.people[person].home != post;
        }
        let posts: Vec<usize> = (0..wanted.len()).filter(|post| wanted[*post]).collect();
        let held = self.held();
        posts.par_iter().map(|post| self.of_post((residual, terbuka), *post, &held)).collect()
    }

    /// Those who pass every rule, the cheapest first, and how many of them no plan can send, where all others are told.
    /// Behind those who can come stand those against whom a limit stands.
    fn passing(&self, (residual, terbuka): (&Residual, Option<&Residual>), post: usize) -> (Vec<Calon>, usize) {
        let nip = |person: usize| self.nip(self.family.movable[person]);
        let (coming, mut stuck) = residual.coming(post, MOST, nip);
        let known: Vec<usize> = coming.iter().map(|coming| coming.person).collect();
        let mut told: Vec<(bool, Calon)> = coming.into_iter().map(|coming| self.calon(residual, coming)).collect();
        if let Some(terbuka) = terbuka.filter(|_| told.len() < MOST) {
            let (others, none) = terbuka.coming_but(post, MOST - told.len(), nip, &known);
            told.extend(others.into_iter().map(|coming| self.calon(terbuka, coming)));
            stuck = none;
        }
        let goals = |calon: &Calon| calon.susunan.biaya[..SERI].to_vec();
        if self.case.batasan.is_some() {
            told.sort_by_cached_key(|(limited, calon)| (*limited, goals(calon), self.nip(calon.pegawai)));
        }
        (told.into_iter().map(|(_, calon)| calon).collect(), stuck)
    }

    /// Someone who could come, with what that takes, or with the limit that stands against it.
    fn calon(&self, residual: &Residual, coming: Coming) -> (bool, Calon) {
        let problem = residual.problem();
        let (regret, terbatas) = match limits::plain(self.case, self.family, problem, self.solution, coming.regret) {
            Ok(regret) => (regret, None),
            Err(beyond) => (beyond.regret.clone(), Some(beyond.told(self.case))),
        };
        let other = Alternative::plain(self.case, self.family, problem, self.solution, &regret);
        let limited = terbatas.is_some();
        let calon = Calon {
            pegawai: self.family.movable[coming.person],
            kalimat: terbatas.unwrap_or_else(|| sentences::dilepas(&self.case.facts, &other)),
            susunan: other.susunan(),
        };
        (limited, calon)
    }

    fn of_post(&self, residuals: (&Residual, Option<&Residual>), post: usize, held: &[Failing]) -> CalonJabatan {
        let arrives = |person: &usize| {
            self.solution.post[*person] as usize == post && self.problem.people[*person].home as usize != post
        };
        let mut terpilih: Vec<PegawaiId> =
            (0..self.family.movable.len()).filter(arrives).map(|person| self.family.movable[person]).collect();
        terpilih.sort_by_key(|id| self.nip(*id));
        let (calon, stuck) = self.passing(residuals, post);
        CalonJabatan {
            post: self.family.posts[post],
            kurang: self.need[post].saturating_sub(self.solution.holders[post]),
            terpilih,
            calon,
            tertahan: stuck as u32,
            hampir: self.nearly(post, held).iter().map(|failing| self.told(failing, post)).collect(),
        }
    }

    /// Those who may not move at all, by the rules that hold them.
    fn held(&self) -> Vec<Failing> {
        let mut held: Vec<Failing> = self.family.others.iter().map(|id| self.failing(*id, self.mask(*id))).collect();
        held.sort_by_key(|failing| failing.rank);
        held
    }

    fn mask(&self, id: PegawaiId) -> Mask {
        self.case.masks[id.0 as usize]
    }

    /// Those who fail the fewest rules for a post, each with all of them.
    fn nearly(&self, post: usize, held: &[Failing]) -> Vec<Failing> {
        let (to, mut best) = (self.family.posts[post], Vec::new());
        let exchanges = |person: &usize| self.family.exchanges(self.judged.homes[*person] as usize, post);
        for person in (0..self.family.movable.len()).filter(exchanges) {
            let mask = self.judged.mask(person, post);
            // Those who pass are candidates or chosen; nothing forbids the post held.
            if !mask.is_empty() && may_enter(&best, mask.count()) {
                insert(&mut best, self.failing(self.family.movable[person], mask));
            }
        }
        for failing in held {
            // What holds a person in place is failed for every post, so no later one comes before those found.
            if best.len() == MOST && best.last().is_some_and(|last| last.rank <= failing.rank) {
                break;
            }
            let home = self.case.facts.needs.post_of[failing.id.0 as usize];
            let Some(home) = home.filter(|home| *home != to && self.is_of(failing.id, post)) else { continue };
            let mask = failing.mask.union(self.case.facts.pair_mask(failing.id, home, to));
            // Who does not count as filling the post held fails no rule and is no candidate either.
            if !mask.is_empty() {
                insert(&mut best, self.failing(failing.id, mask));
            }
        }
        best
    }

    fn failing(&self, id: PegawaiId, mask: Mask) -> Failing {
        let home = self.case.facts.needs.post_of[id.0 as usize];
        let home = home.and_then(|home| self.family.posts.binary_search(&home).ok());
        let spare = home.is_some_and(|home| self.solution.holders[home] > self.need[home]);
        Failing { rank: (mask.count(), !spare, self.nip(id)), id, mask }
    }

    fn told(&self, failing: &Failing, post: usize) -> Hampir {
        let facts = &self.case.facts;
        let to: PostId = self.family.posts[post];
        Hampir { pegawai: failing.id, aturan: facts.notes_of(failing.mask, failing.id, facts.home(failing.id), to) }
    }

    fn nip(&self, id: PegawaiId) -> Nip {
        self.case.facts.roster.pegawai(id).nip
    }
}

/// Whether someone who fails so many rules may still be among the first.
fn may_enter(best: &[Failing], rules: u32) -> bool {
    best.len() < MOST || best.last().is_some_and(|last| rules <= last.rank.0)
}

fn insert(best: &mut Vec<Failing>, failing: Failing) {
    let at = best.partition_point(|other| other.rank < failing.rank);
    if at < MOST {
        best.insert(at, failing);
        best.truncate(MOST);
    }
}
