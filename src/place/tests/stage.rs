//! The stage on regions: what comes out, and that the audit catches every kind of wrong plan.

use crate::model::fixture;
use crate::place;

#[test]
fn the_small_region_is_balanced_as_far_as_it_can_be() {
    let region = fixture::region();
    let plan = place::plan(&region.roster, &region.needs, &region.law, &region.settings);
    for check in &plan.certificate.checks {
        eprintln!("{} {}: {}", check.passed, check.title, check.detail);
    }
    for m in &plan.moves {
        eprintln!("{:?}", m);
    }
    eprintln!("{:#?}", plan.unfilled);
    assert!(plan.certificate.holds());
    assert_eq!(plan.moves.len(), 4);
    assert_eq!((plan.kurang_before, plan.kurang_after, plan.kurang_reachable), (6, 2, 2));
}
