//! A gap in the data neither punishes nor favours, and the parts stay within their bounds.

use super::region::{Region, region};
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::place::facts::Facts;
use crate::place::objectives::{MOST_POINTS, OBJECTIVES, Objective};

/// The parts that stand on a fact of the person which a row may lack.
fn of_persons() -> impl Iterator<Item = &'static &'static Objective> {
    OBJECTIVES.iter().filter(|objective| !matches!(objective.code, "O-103" | "O-110" | "O-111"))
}

/// Takes from a person all that these parts are judged by.
fn blank(region: &mut Region, id: PegawaiId) {
    let pegawai = &mut region.roster.pegawai[id.0 as usize];
    pegawai.skp.clear();
    pegawai.tmt_unit = None;
    pegawai.tmt_jabatan = None;
    pegawai.asesmen = None;
    pegawai.pendidikan = None;
}

#[test]
fn a_gap_has_no_more_than_half_of_the_colleagues_before_it_and_behind_it() {
    for seed in 1..6 {
        let mut region = region(seed, 200);
        let post = region.needs.post_ids().max_by_key(|post| region.needs.post(*post).riil).expect("there are posts");
        let id = region.roster.pegawai_ids().find(|id| region.needs.post_of[id.0 as usize] == Some(post));
        let id = id.expect("the fullest post has a holder");
        blank(&mut region, id);
        let facts = Facts::new(&region.roster, &region.needs, &region.law, &region.settings);
        let jabatan = &region.needs.post(post).jabatan;
        let others: Vec<PostId> =
            region.needs.post_ids().filter(|to| *to != post && region.needs.post(*to).jabatan == *jabatan).collect();
        for (objective, to) in of_persons().flat_map(|objective| others.iter().map(move |to| (objective, *to))) {
            let points = |id| (objective.judge)(&facts.pair(id, post, to, false));
            let own = points(id);
            let colleague = |other: &PegawaiId| facts.group_of_person(*other) == facts.group_of_person(id);
            let known: Vec<i64> = (region.roster.pegawai_ids().filter(colleague).map(points))
                .filter(|judged| judged.judged)
                .map(|judged| judged.points)
                .collect();
            let ahead = known.iter().filter(|points| **points > own.points).count();
            let behind = known.iter().filter(|points| **points < own.points).count();
            assert!(!own.judged || objective.code == "O-107", "{}: a gap is said to be one", objective.code);
            let fair = 2 * ahead <= known.len() && 2 * behind <= known.len();
            assert!(fair, "{}: {ahead} ahead and {behind} behind of {}", objective.code, known.len());
        }
    }
}

#[test]
fn a_gap_that_all_colleagues_share_moves_nobody() {
    let mut region = region(7, 200);
    for id in region.roster.pegawai_ids().collect::<Vec<_>>() {
        blank(&mut region, id);
    }
    let facts = Facts::new(&region.roster, &region.needs, &region.law, &region.settings);
    let codes: Vec<&str> = facts.timbangan.objectives.iter().map(|objective| objective.code).collect();
    assert_eq!(codes, ["O-103"], "only the way can be judged");
}

#[test]
fn the_order_of_rows_changes_no_median() {
    let mut region = region(8, 200);
    let ids: Vec<PegawaiId> = region.roster.pegawai_ids().filter(|id| id.0 % 3 == 0).collect();
    ids.iter().for_each(|id| blank(&mut region, *id));
    let told = region.told(&region.plan());
    let shuffled = super::region::shuffled(&region, 11);
    assert_eq!(told, shuffled.told(&shuffled.plan()));
    assert!(shuffled.plan().certificate.holds());
}

#[test]
fn all_parts_at_their_most_fit_into_a_cell_of_the_solver() {
    assert!(OBJECTIVES.len() as i64 * MOST_POINTS < i64::from(i32::MAX));
}
