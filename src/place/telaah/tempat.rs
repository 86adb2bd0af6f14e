//! Which post to ask the rules about, and why someone stays who might have gone there.

use std::cmp::Reverse;

use super::Dasar;
use crate::model::jabatan::name_key;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::Plan;
use crate::place::alternative::Alternative;
use crate::place::explain::Residual;
use crate::place::facts::Facts;
use crate::place::family::Case;
use crate::place::{pricing, sentences};

/// Why a person whom the plan does not move stays.
pub enum Tetap {
    /// Rules forbid every move.
    Tertahan,
    /// The post held is none that the need knows.
    JabatanTakDikenal,
    /// The person does not count as filling the post.
    TidakMengisi,
    /// Nobody knows how many the post needs.
    KebutuhanTakDiketahui,
    /// There is no other post of a known need.
    TanpaTujuan,
    /// Rules forbid this post.
    TujuanTertutup(PostId),
    /// Every rule lets the person go to this post, but no plan can send him or her there and keep every bound.
    TakMungkin(PostId),
    /// Every rule lets the person go to this post, but the best plan that does is worse by this.
    KalahBaik(PostId, Alternative),
}

/// The post to look at: the one the plan gives, else the best of the others – of the same jabatan where there is one,
/// the one that fewest rules close, of these one that stays short, then the one worth most points.
pub fn tujuan(dasar: Dasar, plan: &Plan, id: PegawaiId) -> Option<PostId> {
    if let Some(mutasi) = plan.moves.iter().find(|mutasi| mutasi.pegawai == id) {
        return Some(mutasi.to);
    }
    let facts = dasar.facts();
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

/// Why the plan leaves a person in place and does not send him or her to this post; in words too.
pub fn tetap(dasar: Dasar, id: PegawaiId, to: Option<PostId>) -> (Tetap, String) {
    let facts = dasar.facts();
    let why = why(dasar, &facts, id, to);
    let words = sentences::tetap(&facts, id, &why);
    (why, words)
}

fn why(dasar: Dasar, facts: &Facts, id: PegawaiId, to: Option<PostId>) -> Tetap {
    let needs = dasar.needs;
    let Some(from) = needs.post_of[id.0 as usize] else { return Tetap::JabatanTakDikenal };
    if !facts.person_mask(id).is_empty() {
        return Tetap::Tertahan;
    }
    if !needs.fills[id.0 as usize] {
        return Tetap::TidakMengisi;
    }
    if needs.post(from).kebutuhan.is_none() {
        return Tetap::KebutuhanTakDiketahui;
    }
    let Some(to) = to else { return Tetap::TanpaTujuan };
    if !facts.pair_mask(id, from, to).is_empty() || needs.post(to).kebutuhan.is_none() {
        return Tetap::TujuanTertutup(to);
    }
    sent(dasar, id, to).map_or(Tetap::TakMungkin(to), |instead| Tetap::KalahBaik(to, instead))
}

/// The best plan that sends a person to a post, beside the best of all; `None` where there is none.
fn sent(dasar: Dasar, id: PegawaiId, to: PostId) -> Option<Alternative> {
    let case = Case::new(dasar.facts());
    let family = case.families.iter().find(|family| family.movable.contains(&id))?;
    let person = family.movable.iter().position(|other| *other == id)?;
    let post = family.posts.iter().position(|other| *other == to)?;
    let problem = case.problem(family, &case.judged(family));
    let solution = pricing::solve(&problem);
    let regret = Residual::new(&problem, &solution).regret_of_sending(person, post)?;
    Some(Alternative::of(&case, family, &problem, &solution, &regret))
}
