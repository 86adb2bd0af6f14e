//! Which posts count towards which bounded total: a part of the question, so audit and optimiser share it. What the bounds
//! come to, each works out by itself.

use std::collections::BTreeMap;

use crate::model::needs::{Post, PostId};
use crate::model::total::Lingkup;
use crate::model::unit::UnitId;
use crate::place::facts::Facts;

/// A bounded total.
#[derive(Clone, Copy, Debug)]
pub struct Batas {
    pub lingkup: Lingkup,
    /// The unit, or the first unit of the OPD or kecamatan.
    pub unit: UnitId,
    /// So many people below and above today's headcount.
    pub longgar: u32,
    /// The total around it, by its place in the list; it stands behind.
    pub luar: Option<u32>,
}

/// All bounded totals that have posts of known need.
#[derive(Clone, Debug, Default)]
pub struct Himpunan {
    pub list: Vec<Batas>,
    /// The smallest total each post counts towards; empty where nothing is bounded.
    of_post: Vec<Option<u32>>,
}

impl Himpunan {
    /// The smallest total a post counts towards.
    pub fn of(&self, post: PostId) -> Option<u32> {
        self.of_post.get(post.0 as usize).copied().flatten()
    }

    /// All totals a post counts towards, the smallest first.
    pub fn around(&self, post: PostId) -> impl Iterator<Item = usize> {
        let outer = |at: &usize| self.list[*at].luar.map(|luar| luar as usize);
        std::iter::successors(self.of(post).map(|at| at as usize), outer)
    }

    /// The headcount of each total, of so many holders of each post.
    pub fn sums(&self, holders: impl Fn(PostId) -> u32) -> Vec<u32> {
        let mut sums = vec![0; self.list.len()];
        for (post, total) in self.of_post.iter().enumerate().filter_map(|(post, total)| Some((post, (*total)?))) {
            sums[total as usize] += holders(PostId(post as u32));
        }
        for (at, batas) in self.list.iter().enumerate() {
            if let Some(luar) = batas.luar {
                sums[luar as usize] += sums[at];
            }
        }
        sums
    }
}

impl Facts<'_> {
    /// The bounded totals of the run.
    pub fn himpunan(&self) -> Himpunan {
        let bounded: Vec<(Lingkup, u32)> = self.settings.rencana.total.each().collect();
        if bounded.is_empty() {
            return Himpunan::default();
        }
        let known = self.needs.posts.iter().filter(|post| post.kebutuhan.is_some());
        let mut units: Vec<UnitId> = known.map(|post| post.unit).collect();
        units.sort_unstable();
        units.dedup();
        let mut list: Vec<Batas> = Vec::new();
        // The last total that each unit is in, from the smallest on.
        let (mut inner, mut smallest): (BTreeMap<UnitId, usize>, BTreeMap<UnitId, u32>) = Default::default();
        for (lingkup, longgar) in bounded {
            let mut named: BTreeMap<&str, usize> = BTreeMap::new();
            for &unit in &units {
                let Some(name) = self.roster.nama_lingkup(lingkup, unit) else { continue };
                let fresh = || list.len();
                let at = match lingkup {
                    Lingkup::Unit => fresh(),
                    Lingkup::Opd | Lingkup::Kecamatan => *named.entry(name).or_insert_with(fresh),
                };
                if at == list.len() {
                    list.push(Batas { lingkup, unit, longgar, luar: None });
                }
                if let Some(within) = inner.insert(unit, at) {
                    list[within].luar = Some(at as u32);
                }
                smallest.entry(unit).or_insert(at as u32);
            }
        }
        let of_post = |post: &Post| post.kebutuhan.as_ref().and_then(|_| smallest.get(&post.unit).copied());
        Himpunan { of_post: self.needs.posts.iter().map(of_post).collect(), list }
    }
}
