//! Bounded totals in the audit: bounds and headcounts worked out anew, and their part of the bound that no plan beats.
//!
//! With a price z of one more holder in each total (0 around the largest), the post term of the bound is
//! min over n of (S(n) − y · (n − fixed) + z · n) with the z of the smallest total around it, and each total adds
//! min over N within its bounds of (z around it − its own z) · N. Of any plan these are the prices of its own headcounts.

use crate::model::plan::{AuditCheck, CostVector, LEVELS};
use crate::place::audit::bound::{Bound, add, times};
use crate::place::audit::round::Edges;
use crate::place::audit::{Audit, Bounds, check};
use crate::place::facts::total::Himpunan;

/// Prices of places beyond this could burst a sum.
const MOST: i64 = 1 << 39;

/// A bounded total as worked out here.
#[derive(Clone, Copy)]
pub(super) struct Jumlah {
    before: u32,
    low: u32,
    high: u32,
    after: u32,
}

impl Jumlah {
    pub fn all(himpunan: &Himpunan, posts: &[Bounds]) -> Vec<Jumlah> {
        let (before, after) =
            (himpunan.sums(|post| posts[post.0 as usize].before), himpunan.sums(|post| posts[post.0 as usize].after));
        let floor = himpunan.sums(|post| posts[post.0 as usize].low);
        let one = |(((batas, before), after), floor): (((&crate::place::facts::total::Batas, u32), u32), u32)| Jumlah {
            before,
            // Its posts keep their own floors whatever the total may do.
            low: before.saturating_sub(batas.longgar).max(floor),
            high: before.saturating_add(batas.longgar),
            after,
        };
        himpunan.list.iter().zip(before).zip(after).zip(floor).map(one).collect()
    }
}

impl Audit<'_> {
    /// Totals or prices of places that are not those of this question: then nothing can be proven with them.
    pub(super) fn totals_strange(&self) -> Option<AuditCheck> {
        let (told, tangga) = (&self.plan.totals.list, &self.plan.totals.tangga);
        let known = told.len() == self.himpunan.list.len()
            && told
                .iter()
                .zip(&self.himpunan.list)
                .all(|(told, own)| (told.lingkup, told.unit) == (own.lingkup, own.unit));
        let ladder = tangga.is_empty()
            || !told.is_empty()
                && tangga.len() == self.ladder.len()
                && tangga.is_sorted_by(|a, b| a < b)
                && tangga.iter().all(|price| (-MOST..0).contains(price));
        let fault = match (known, ladder) {
            (true, true) => return None,
            (false, _) => format!("{} total dalam rencana, {} dalam data", told.len(), self.himpunan.list.len()),
            (true, false) => "harga tempat tidak menurut urutan kekurangannya".to_string(),
        };
        Some(AuditCheck { title: "Batas total dan harga tempat sepadan dengan data", passed: false, detail: fault })
    }

    /// `None` where no total is bounded.
    pub(super) fn totals_kept(&self) -> Option<AuditCheck> {
        let wrong = self.totals.iter().zip(&self.plan.totals.list).filter(|(own, told)| {
            let same = (told.before, told.low, told.high, told.after) == (own.before, own.low, own.high, own.after);
            !same || own.after < own.low || own.after > own.high
        });
        let wrong = wrong.count();
        (!self.totals.is_empty()).then(|| {
            check("Jumlah akhir setiap total berada di antara batasnya", wrong, || {
                format!("{} total", self.totals.len())
            })
        })
    }

    /// Price of a place by its rank among all.
    pub(super) fn price_of_rank(&self, rank: usize) -> i64 {
        self.plan.totals.tangga.get(rank).copied().unwrap_or(rank as i64 - self.ladder.len() as i64)
    }

    /// The price of one more holder in a total, 0 outside all of them.
    pub(super) fn price_around(&self, total: Option<u32>) -> CostVector {
        total.map_or([0; LEVELS], |at| self.plan.totals.list[at as usize].price)
    }

    /// What totals add to the bound.
    pub(super) fn price_totals(&self) -> CostVector {
        let mut sum = [0; LEVELS];
        for (at, own) in self.totals.iter().enumerate() {
            let price = self.slope(at);
            sum = add(sum, times(price, own.low.into()).min(times(price, own.high.into())));
        }
        sum
    }

    /// What one more holder of a total adds in the bound.
    fn slope(&self, at: usize) -> CostVector {
        add(self.price_around(self.himpunan.list[at].luar), times(self.price_around(Some(at as u32)), -1))
    }

    /// Free changes: from post to post, and between a post and what it counts towards. Nodes are the posts, the totals and
    /// the sink.
    pub(super) fn edges(&self, bound: &Bound) -> Edges {
        let posts = self.posts.len();
        let hub = |total: Option<u32>| posts + total.map_or(self.totals.len(), |at| at as usize);
        let mut edges = Edges::new(posts + self.totals.len() + 1);
        bound.ties.iter().for_each(|(from, to)| edges.exchange(from.0 as usize, to.0 as usize));
        bound.can_gain.iter().for_each(|post| edges.up(post.0 as usize, hub(self.himpunan.of(*post))));
        bound.can_lose.iter().for_each(|post| edges.down(post.0 as usize, hub(self.himpunan.of(*post))));
        for (at, own) in self.totals.iter().enumerate().filter(|(at, _)| self.slope(*at) == [0; LEVELS]) {
            let around = hub(self.himpunan.list[at].luar);
            if own.after < own.high {
                edges.up(posts + at, around);
            }
            if own.after > own.low {
                edges.down(posts + at, around);
            }
        }
        edges
    }
}
