//! Which post to ask the rules about where nothing names one.

use std::cmp::Reverse;

use super::Dasar;
use crate::model::jabatan::name_key;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::Plan;
use crate::place::facts::Facts;

/// The best of the other posts for one whom no plan can move – of the same jabatan where there is one, the one that
/// fewest rules close, of these one that stays short, then the one worth most points.
pub(super) fn terbaik(dasar: Dasar, facts: &Facts, plan: &Plan, id: PegawaiId) -> Option<PostId> {
    let from = dasar.needs.post_of[id.0 as usize]?;
    let known = |to: &PostId| *to != from && dasar.needs.post(*to).kebutuhan.is_some();
    let rank = |to: &PostId| {
        let closed = facts.pair_mask(id, from, *to).count();
        let short = |present: u32| dasar.needs.post(*to).gap_of(present).is_some_and(|gap| gap < 0);
        let (before, after) = (dasar.needs.post(*to).riil, plan.posts[to.0 as usize].after);
        let other = name_key(&dasar.needs.post(*to).jabatan) != name_key(&dasar.needs.post(from).jabatan);
        (other, closed, Reverse(short(after)), Reverse(short(before)), Reverse(facts.points(id, from, *to)), *to)
    };
    dasar.needs.post_ids().filter(known).min_by_key(rank)
}
