//! Who goes elsewhere only because leadership decided about somebody else: found by planning the same families once more
//! without any decision, the published plan still in mind.
//!
//! Where two plans differ, people go from the post of the one to the post of the other; these ways hang together in groups,
//! and what differs in a group comes from the decisions on people of that group.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::keputusan::Keputusan;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::Plan;
use crate::place::facts::Facts;
use crate::place::family::Case;
use crate::place::open_posts::need;
use crate::place::{keluarga, sentences};

/// Everybody whom a decision on somebody else sends elsewhere, with the sentence that says so.
pub type Karena = BTreeMap<PegawaiId, String>;

/// How many places more of each post would be filled had leadership decided nothing; together no more than the whole plan
/// would fill.
pub type Terbuka = BTreeMap<PostId, u32>;

/// Asked where nothing but rules, needs and decisions makes the plan: limits and bounded totals let one decision change
/// people anywhere, and then nothing is said.
pub fn karena(case: &Case, plan: &Plan) -> (Karena, Terbuka) {
    let (facts, rencana) = (&case.facts, &case.facts.settings.rencana);
    if facts.arahan.is_empty() || rencana.batas().any() || rencana.has_totals() {
        return (Karena::new(), Terbuka::new());
    }
    let plain = Facts::new(facts.roster, facts.needs, facts.law, facts.settings);
    let free = Case::new(plain.keeping_apart(&plan.pisah).without_decisions());
    let changes = changes(case, &free, plan);
    let groups = groups(&changes);
    let decided: Vec<(PegawaiId, &Keputusan)> = facts.arahan.decided();
    let of_group = |group: usize| {
        let inside = |id: &PegawaiId| groups.get(id) == Some(&group);
        decided.iter().filter(|(id, _)| inside(id)).copied().collect::<Vec<_>>()
    };
    let tell = |change: &Change| {
        if facts.arahan.pengirim(change.id).is_some() {
            return None;
        }
        let causes = of_group(*groups.get(&change.id)?);
        let elsewhere = (change.without != facts.home(change.id)).then_some(change.without);
        (!causes.is_empty()).then(|| (change.id, sentences::karena(facts, change.id, &causes, elsewhere)))
    };
    (changes.iter().filter_map(tell).collect(), terbuka(case, plan, &changes))
}

fn terbuka(case: &Case, plan: &Plan, changes: &[Change]) -> Terbuka {
    let facts = &case.facts;
    let told: BTreeSet<PegawaiId> = changes.iter().map(|change| change.id).collect();
    // Whom only a decision lets move is at home without it.
    let sent = plan.moves.iter().filter(|step| facts.arahan.is_about(step.pegawai) && !told.contains(&step.pegawai));
    let sent = sent.filter(|step| facts.arahan.pengirim(step.pegawai).is_some()).map(|step| (step.from, step.to));
    let mut more: BTreeMap<PostId, i64> = BTreeMap::new();
    for (without, with) in changes.iter().map(|change| (change.without, change.with)).chain(sent) {
        *more.entry(without).or_default() += 1;
        *more.entry(with).or_default() -= 1;
    }
    let filled = |(post, more): (PostId, i64)| {
        let after = i64::from(plan.posts[post.0 as usize].after);
        let need = i64::from(need(case, post));
        (post, (after + more).min(need) - after.min(need))
    };
    let filled: Vec<(PostId, i64)> = more.into_iter().map(filled).collect();
    let mut left = filled.iter().map(|(_, more)| more).sum::<i64>().max(0);
    let take = |(post, more): (PostId, i64)| {
        let taken = more.clamp(0, left);
        left -= taken;
        (taken > 0).then_some((post, taken as u32))
    };
    filled.into_iter().filter_map(take).collect()
}

/// Someone whom the two plans have in different posts.
struct Change {
    id: PegawaiId,
    without: PostId,
    with: PostId,
}

/// Everybody in the families of people about whom leadership decided.
fn changes(case: &Case, free: &Case, plan: &Plan) -> Vec<Change> {
    let facts = &case.facts;
    let touched = |family: &&crate::place::family::Family| {
        family.movable.iter().chain(&family.others).any(|id| facts.arahan.is_about(*id))
    };
    let posts: BTreeSet<PostId> =
        case.families.iter().filter(touched).flat_map(|family| &family.posts).copied().collect();
    let own = |family: usize| free.families[family].posts.iter().any(|post| posts.contains(post));
    let families: Vec<usize> = (0..free.families.len()).filter(|family| own(*family)).collect();
    let with: BTreeMap<PegawaiId, PostId> = plan.moves.iter().map(|step| (step.pegawai, step.to)).collect();
    let mut changes = Vec::new();
    for family in families {
        let without: BTreeMap<PegawaiId, PostId> = keluarga::solved(free, family).1.into_iter().collect();
        for &id in &free.families[family].movable {
            let seat = |seats: &BTreeMap<PegawaiId, PostId>| seats.get(&id).copied().unwrap_or_else(|| facts.home(id));
            let change = Change { id, without: seat(&without), with: seat(&with) };
            if change.without != change.with {
                changes.push(change);
            }
        }
    }
    changes
}

/// The number of the group that each change belongs to: changes that share a post are of one.
fn groups(changes: &[Change]) -> BTreeMap<PegawaiId, usize> {
    let mut of_post: BTreeMap<PostId, usize> = BTreeMap::new();
    for (at, change) in changes.iter().enumerate() {
        let ends = [change.without, change.with].map(|post| of_post.get(&post).copied().unwrap_or(at));
        let joined = ends[0].min(ends[1]);
        of_post.values_mut().filter(|group| ends.contains(group)).for_each(|group| *group = joined);
        of_post.insert(change.without, joined);
        of_post.insert(change.with, joined);
    }
    changes.iter().map(|change| (change.id, of_post[&change.with])).collect()
}
