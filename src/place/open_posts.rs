//! Posts that stay short: why, who could come, what one more would cost, and who shares too few people.

use std::collections::BTreeMap;

use crate::model::jabatan::name_key;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{Penentu, Tujuan, Unfilled};
use crate::model::susunan::{Kelompok, SatuLagi, TotalPenuh};
use crate::place::alternative::Alternative;
use crate::place::compose::Lagi;
use crate::place::explain::Regret;
use crate::place::family::{Case, Family};
use crate::place::judged::Judged;
use crate::place::problem::{Problem, Solution};
use crate::place::rules::Mask;
use crate::place::sentences::{self, Halangan, Supply};

/// A solved family, as far as its open posts ask for it.
pub struct Open<'a, 'c> {
    pub case: &'c Case<'a>,
    pub family: &'c Family,
    pub problem: &'c Problem,
    pub solution: &'c Solution,
    pub judged: &'c Judged,
    /// How many each post needs.
    pub need: &'c [u32],
    /// The family with every pair that rules allow, where limits closed some; their multipliers on its prices.
    pub terbuka: Option<&'c Problem>,
}

/// The rule that keeps a unit from becoming short.
const UNIT_ASAL: &str = "A-111";

/// The rule that only those move who wished for it, where the office has chosen so.
const USULAN_SAJA: &str = "A-152";

/// Which rules keep others from a set of posts; several posts often have the same set.
type Kept = BTreeMap<Vec<usize>, KeptFrom>;

/// How many each rule keeps, how many no single rule does, and how many hold posts of unknown need.
type KeptFrom = (Vec<(&'static str, u32)>, u32, u32);

impl Open<'_, '_> {
    /// Every post of the family that stays short; `lagi` tells of each that may have one more what stands against it.
    pub fn unfilled(&self, lagi: &[(usize, Lagi)]) -> Vec<Unfilled> {
        let mut kept = Kept::new();
        let short = (0..self.family.posts.len()).filter(|&post| self.solution.holders[post] < self.need[post]);
        let one = |post: usize| {
            let more = lagi.iter().find(|(of, _)| *of == post).map(|(_, more)| more);
            let (halangan, dibatasi) = (self.halangan(post, more), self.case.batasan.is_some());
            let own = self.supply(post);
            // Where too few people are shared, no bound on a total holds anybody back.
            let penahan = if matches!(more, Some(Lagi::Buntu(_))) { "" } else { own.penahan };
            let supply = {
                let surplus = self.surplus(post);
                Supply { surplus, usulan: own.usulan.min(surplus), halangan, dibatasi, penahan, ..own }
            };
            self.one(post, &supply, more, &mut kept)
        };
        short.map(one).collect()
    }

    fn one(&self, post: usize, supply: &Supply, more: Option<&Lagi>, kept: &mut Kept) -> Unfilled {
        let (facts, id) = (&self.case.facts, self.family.posts[post]);
        let (of, kurang) = (facts.needs.post(id), self.need[post] - self.solution.holders[post]);
        let (sebab, alasan) = sentences::kosong(facts, of, supply);
        let plain = |regret: &Regret| Alternative::plain(self.case, self.family, self.problem, self.solution, regret);
        let told = more.map(|more| match more {
            Lagi::Harga(regret) => {
                let of = plain(regret);
                (sentences::satu_lagi(facts, &of), Some(SatuLagi::Harga(of.susunan())))
            }
            Lagi::Terbatas(regret, melampaui) => {
                let of = regret.as_ref().map(plain);
                (sentences::satu_lagi_terbatas(facts, of.as_ref(), melampaui), None)
            }
            Lagi::Buntu(posts) => {
                let group = self.group(posts, kept);
                (sentences::buntu(facts, id, &group), Some(SatuLagi::Buntu(group)))
            }
            Lagi::Total { at, full } => {
                let at = self.family.totals[*at] as usize;
                let batas = self.case.himpunan.list[at];
                let (low, high) = self.case.total_bounds(at);
                let jumlah = if *full { high } else { low };
                let total = TotalPenuh { lingkup: batas.lingkup, unit: batas.unit, penuh: *full, jumlah };
                (sentences::terikat(facts, &total), Some(SatuLagi::Terikat(total)))
            }
        });
        let (kalimat, satu_lagi) = told.unzip();
        let satu_lagi = satu_lagi.flatten();
        let (saran, tindak_lanjut) = sentences::saran(facts, of, kurang, supply);
        Unfilled {
            post: id,
            kurang,
            sebab,
            calon: supply.calon,
            alasan,
            saran,
            tindak_lanjut,
            satu_lagi,
            harga_lagi: kalimat.unwrap_or_default(),
        }
    }

    /// What of the office's own choices keeps a post open: a limit, or else the order of goals.
    fn halangan(&self, post: usize, more: Option<&Lagi>) -> Option<Halangan> {
        let (facts, batasan) = (&self.case.facts, self.case.batasan.as_ref());
        if let Some((own, batasan)) = batasan.and_then(|own| Some((own.terhalang.get(&self.family.posts[post])?, own)))
        {
            return Some(Halangan::Batas(own.tempat, sentences::pembatas(facts, batasan, &own.batas)));
        }
        let (urutan, Some(Lagi::Harga(regret))) = (facts.urutan(), more) else { return None };
        if !urutan.has(Tujuan::Keterisian) {
            return Some(Halangan::Urutan(None));
        }
        let fuller = urutan.of(&regret.cost.0, Tujuan::Keterisian) < 0;
        match urutan.penentu(&regret.cost.0) {
            Penentu::Tujuan(first) if fuller => Some(Halangan::Urutan(Some(first))),
            Penentu::Tujuan(_) | Penentu::Paksaan | Penentu::Seri => None,
        }
    }

    /// Everyone who holds a post of the family elsewhere, and what stops each of them.
    fn supply(&self, post: usize) -> Supply {
        let to = self.family.posts[post];
        let penahan = sentences::penahan(&self.case.facts.settings.rencana);
        let mut supply = Supply { stopped: vec![0; self.case.facts.rules.len()], penahan, ..Supply::default() };
        let wish = self.case.facts.bit(USULAN_SAJA).map(|bit| Mask(1 << bit));
        let mut stop = |mask: Mask| {
            supply.usulan += u32::from(Some(mask) == wish);
            mask.indices().for_each(|index| supply.stopped[index] += 1);
        };
        let elsewhere = |person: &usize| {
            let home = self.judged.homes[*person] as usize;
            home != post && self.family.exchanges(home, post)
        };
        for person in (0..self.family.movable.len()).filter(elsewhere) {
            if self.solution.post[person] as usize == post {
                supply.arriving += 1;
                continue;
            }
            supply.holders += 1;
            let mask = self.judged.mask(person, post);
            supply.calon += u32::from(mask.is_empty());
            stop(mask);
        }
        for &id in &self.family.others {
            if self.case.facts.needs.post_of[id.0 as usize] != Some(to) && self.is_of(id, post) {
                supply.holders += 1;
                let home = self.of_unknown_need(id);
                stop(self.but_unknown_need(id, home));
                supply.belum.extend(home);
            }
        }
        supply
    }

    /// The post that somebody holds where nobody knows its need: that alone keeps the holder there.
    fn of_unknown_need(&self, id: PegawaiId) -> Option<PostId> {
        let facts = &self.case.facts;
        let home = facts.needs.post_of[id.0 as usize].filter(|_| facts.needs.fills[id.0 as usize])?;
        facts.needs.post(home).kebutuhan.is_none().then_some(home)
    }

    /// What else keeps somebody in place: the rule on the unit left only says that its need is not known.
    fn but_unknown_need(&self, id: PegawaiId, home: Option<PostId>) -> Mask {
        let mask = self.case.masks[id.0 as usize];
        let bit = self.case.facts.bit(UNIT_ASAL).filter(|_| home.is_some());
        bit.map_or(mask, |bit| Mask(mask.0 & !(1 << bit)))
    }

    /// How many people beyond their need the posts have that exchange people with this one.
    fn surplus(&self, post: usize) -> u32 {
        let over = |other: usize| surplus(self.case, self.family.posts[other], self.solution.holders[other]);
        self.family.exchanging(post).map(over).sum()
    }

    /// Whether someone of the family holds a post that exchanges people with this one, or one of unknown need that would.
    pub fn is_of(&self, id: PegawaiId, post: usize) -> bool {
        let needs = self.case.facts.needs;
        let Some(home) = needs.post_of[id.0 as usize].filter(|_| !self.family.suku.is_empty()) else { return true };
        match self.family.posts.binary_search(&home) {
            Ok(home) => self.family.exchanges(home, post),
            Err(_) => name_key(&needs.post(home).jabatan) == name_key(&needs.post(self.family.posts[post]).jabatan),
        }
    }

    /// The posts that share too few people, counted.
    fn group(&self, posts: &[usize], kept: &mut Kept) -> Kelompok {
        let places = |post: &usize| self.problem.posts[*post].low.max(self.need[*post]);
        let (aturan, berlainan, belum_diketahui) =
            kept.entry(posts.to_vec()).or_insert_with(|| self.kept_from(posts)).clone();
        Kelompok {
            jabatan: posts.iter().map(|post| self.family.posts[*post]).collect(),
            pegawai: posts.iter().map(|post| self.solution.holders[*post]).sum(),
            tempat: posts.iter().map(places).sum(),
            aturan,
            berlainan,
            belum_diketahui,
        }
    }

    /// How many holders of other posts each rule keeps from every one of these, and how many no single rule does.
    fn kept_from(&self, posts: &[usize]) -> KeptFrom {
        let rules = &self.case.facts.rules;
        let (mut counts, mut others, mut belum) = (vec![0; rules.len()], 0, 0);
        let mut count = |mask: Mask| {
            others += u32::from(mask.is_empty());
            mask.indices().for_each(|index| counts[index] += 1);
        };
        let outside = |person: &usize| {
            let seat = self.solution.post[*person] as usize;
            posts.binary_search(&seat).is_err() && self.family.exchanges(seat, posts[0])
        };
        for person in (0..self.family.movable.len()).filter(outside) {
            let masks = posts.iter().map(|post| self.judged.mask(person, *post));
            count(masks.reduce(|a, b| Mask(a.0 & b.0)).unwrap_or_default());
        }
        let inside: Vec<PostId> = posts.iter().map(|post| self.family.posts[*post]).collect();
        for id in &self.family.others {
            let mask = self.case.masks[id.0 as usize];
            let post = self.case.facts.needs.post_of[id.0 as usize];
            if !mask.is_empty() && post.is_none_or(|post| !inside.contains(&post)) && self.is_of(*id, posts[0]) {
                let home = self.of_unknown_need(*id);
                let rest = self.but_unknown_need(*id, home);
                belum += u32::from(home.is_some());
                if !rest.is_empty() || home.is_none() {
                    count(rest);
                }
            }
        }
        let codes = rules.iter().map(|rule| rule.code).zip(counts).filter(|(_, count)| *count > 0);
        (codes.collect(), others, belum)
    }
}

/// How many people a post needs at least; 0 where nobody knows.
pub fn need(case: &Case, post: PostId) -> u32 {
    case.facts.needs.post(post).kebutuhan.as_ref().map_or(0, |need| need.lo)
}

fn surplus(case: &Case, post: PostId, after: u32) -> u32 {
    case.facts.needs.post(post).kebutuhan.as_ref().map_or(0, |need| after.saturating_sub(need.hi))
}
