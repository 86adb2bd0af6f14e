//! Approved moves that hold only together with others that nobody has approved yet.
//!
//! The plan keeps every post between its floor and its ceiling when all of it is carried out. Who is approved alone may
//! leave a post short until the replacement is approved too, or come to one that nobody has left yet.

use crate::finding::{Finding, catalogue};
use crate::model::needs::PostId;
use crate::model::plan::Move;
use crate::write::Results;

use super::nomor::names;

/// S-121 for each post that would be short or overfull if only the approved moves were carried out.
pub fn findings(results: &Results<'_>) -> Vec<Finding> {
    let decided = |step: &&Move| results.decision_on(step).is_some();
    let (approved, waiting): (Vec<&Move>, Vec<&Move>) = results.plan.moves.iter().partition(decided);
    let mut posts: Vec<PostId> = approved.iter().flat_map(|step| [step.from, step.to]).collect();
    posts.sort_unstable();
    posts.dedup();
    posts.into_iter().filter_map(|post| of_post(results, post, &approved, &waiting)).collect()
}

fn of_post(results: &Results<'_>, post: PostId, approved: &[&Move], waiting: &[&Move]) -> Option<Finding> {
    let bounds = results.plan.posts.get(post.0 as usize)?;
    let coming = |moves: &[&Move]| -> Vec<Move> { only(moves, |step| step.to == post) };
    let going = |moves: &[&Move]| -> Vec<Move> { only(moves, |step| step.from == post) };
    let alone = i64::from(bounds.after) - coming(waiting).len() as i64 + going(waiting).len() as i64;
    let (settled, open, why) = if alone < i64::from(bounds.floor) {
        let why = format!("tinggal {alone} orang, paling sedikit {} (A-111)", bounds.floor);
        (going(approved), coming(waiting), why)
    } else if alone > i64::from(bounds.ceiling) {
        (coming(approved), going(waiting), format!("menjadi {alone} orang, paling banyak {}", bounds.ceiling))
    } else {
        return None;
    };
    let first = settled.first()?;
    let of = results.needs.post(post);
    let problem = format!(
        "{} sudah disetujui, sedangkan perpindahan {} belum; tanpa itu {} di {} {why}",
        told(results, &settled),
        told(results, &open),
        of.jabatan_label(),
        &*results.roster.unit(of.unit).nama
    );
    let asal = results.decision_on(first)?.asal.clone();
    Some(Finding::new(&catalogue::DISETUJUI_SEBAGIAN, asal, "", problem))
}

fn only(moves: &[&Move], of: impl Fn(&Move) -> bool) -> Vec<Move> {
    moves.iter().filter(|step| of(step)).map(|step| (*step).clone()).collect()
}

fn told(results: &Results<'_>, moves: &[Move]) -> String {
    names(moves.iter().map(|step| results.roster.pegawai(step.pegawai).nama.as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{approve, fixture, made, snapshot};
    use super::*;
    use crate::model::fixture::Region;

    fn of(region: &Region) -> Vec<Finding> {
        let all = made(region, &Default::default()).findings;
        all.into_iter().filter(|finding| finding.kode.code == "S-121").collect()
    }

    #[test]
    fn a_move_that_needs_another_is_told_until_both_are_approved() {
        let mut region = fixture::region();
        // Two leave the first post, and two come to it in their place.
        region.plan.moves.iter_mut().skip(2).for_each(|step| step.to = PostId(0));
        (region.plan.posts[0].floor, region.plan.posts[0].after) = (8, 8);
        region.plan.posts[0].ceiling = 9;
        approve(&mut region);
        assert_eq!(of(&region), []);
        let (decisions, answers) = (region.roster.keputusan.list.clone(), region.plan.keputusan.clone());
        let mut all = Vec::new();
        for part in [0..2, 2..4] {
            region.roster.keputusan.list = decisions[part.clone()].to_vec();
            region.plan.keputusan = answers[part].to_vec();
            all.extend(of(&region));
        }
        snapshot("S-121", &all);
    }
}
