//! Which post to ask the rules about where nothing names one.

use std::cmp::Reverse;

use super::Dasar;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::Plan;
use crate::place::facts::Facts;

/// The best of the other posts for one whom no plan can move – of the same jabatan where there is one, the one that
/// fewest rules close, of these one that stays short, then the one worth most points.
pub(super) fn terbaik(dasar: Dasar, facts: &Facts, plan: &Plan, id: PegawaiId) -> Option<PostId> {
    let from = dasar.needs.post_of[id.0 as usize]?;
    let known = |to: &PostId| *to != from && dasar.needs.post(*to).kebutuhan.is_some();
    let nama = facts.post(from).nama;
    let others = || dasar.needs.post_ids().filter(known);
    // Each question only of those that are still the best by the ones before: points take the longest to find.
    let mut best: Vec<PostId> = others().filter(|to| facts.post(*to).nama == nama).collect();
    if best.is_empty() {
        best = others().collect();
    }
    let short = |to: PostId, present: u32| dasar.needs.post(to).gap_of(present).is_some_and(|gap| gap < 0);
    keep_least(&mut best, |to| facts.pair_mask(id, from, to).count());
    keep_least(&mut best, |to| {
        let (before, after) = (dasar.needs.post(to).riil, plan.posts[to.0 as usize].after);
        (Reverse(short(to, after)), Reverse(short(to, before)))
    });
    keep_least(&mut best, |to| Reverse(facts.points(id, from, to)));
    best.into_iter().min()
}

/// Keeps those to which this gives the least.
fn keep_least<K: Ord>(posts: &mut Vec<PostId>, key: impl Fn(PostId) -> K) {
    let keys: Vec<K> = posts.iter().map(|post| key(*post)).collect();
    let Some(least) = keys.iter().min() else { return };
    let mut of_least = keys.iter().map(|key| key == least);
    posts.retain(|_| of_least.next() == Some(true));
}
