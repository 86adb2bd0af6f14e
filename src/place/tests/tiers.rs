//! What comes before the even share: small problems against brute force, and whole plans that tell of it.

use std::cmp::Ordering;

use super::Random;
use super::region::region;
use super::small::{Case, by_ratio, case_of, every_plan, fairer};
use crate::model::dahulukan::Dahulukan::{self, Minimum, Terpencil};
use crate::model::needs::{PostId, SumberKebutuhan};
use crate::model::plan::Plan;
use crate::place::levels::Claim;
use crate::place::pricing;
use crate::place::reach::fillable_beyond;

const ORDERS: [&[Dahulukan]; 4] = [&[Minimum], &[Terpencil], &[Minimum, Terpencil], &[Terpencil, Minimum]];

/// The shares of each tier, the most urgent tier first and the lowest share first: of every post that has places of the
/// tier how many are filled, counted from its first place of it to its last, and the need.
fn shares(case: &Case, seat: &[u32], dahulukan: &[Dahulukan]) -> Vec<Vec<(u32, u32)>> {
    let mut holders: Vec<u32> = case.problem.posts.iter().map(|post| post.fixed).collect();
    seat.iter().for_each(|&post| holders[post as usize] += 1);
    let leads = |claim: &Claim, place: u32| -> Vec<bool> {
        let of = |apa: &Dahulukan| match apa {
            Minimum => place < claim.minimum,
            Terpencil => claim.terpencil > 0,
        };
        dahulukan.iter().map(of).collect()
    };
    let mut tiers: Vec<Vec<bool>> =
        case.claims.iter().flat_map(|claim| (0..claim.need).map(|place| leads(claim, place))).collect();
    tiers.sort();
    tiers.dedup();
    let share = |tier: &Vec<bool>| {
        let of = |(claim, &holders): (&Claim, &u32)| {
            let mut places = (0..claim.need).filter(|place| leads(claim, *place) == *tier);
            let first = places.next()?;
            Some((holders.clamp(first, places.next_back().unwrap_or(first) + 1), claim.need))
        };
        let mut shares: Vec<(u32, u32)> = case.claims.iter().zip(&holders).filter_map(of).collect();
        shares.sort_by(by_ratio);
        shares
    };
    // What comes first is `true`.
    tiers.iter().rev().map(share).collect()
}

#[test]
fn tier_by_tier_a_shortage_is_shared_as_evenly_as_brute_force_does() {
    let mut random = Random(31);
    let mut differs = 0;
    for round in 0..400 {
        let dahulukan = ORDERS[round % ORDERS.len()];
        let claim = |random: &mut Random, need: u32| Claim {
            need,
            minimum: random.below(u64::from(need) + 1) as u32,
            terpencil: if random.chance(40) { need } else { 0 },
        };
        let case = case_of(&mut random, 4 + round % 4, 2 + round % 3, dahulukan, claim);
        let solution = pricing::solve(&case.problem);
        let mut best: Option<Vec<Vec<(u32, u32)>>> = None;
        every_plan(&case.problem, &mut |seat, _| {
            let own = shares(&case, seat, dahulukan);
            let fairer = |old: &Vec<Vec<_>>| {
                let tiers = own.iter().zip(old).map(|(own, old)| fairer(own, old));
                tiers.fold(Ordering::Equal, Ordering::then) == Ordering::Greater
            };
            if best.as_ref().is_none_or(fairer) {
                best = Some(own);
            }
        });
        let (own, best) = (shares(&case, &solution.post, dahulukan), best.expect("nobody moving is a plan"));
        let same = own.iter().zip(&best).all(|(own, best)| fairer(own, best) == Ordering::Equal);
        assert!(same, "round {round}, {dahulukan:?}: {own:?} against {best:?}");
        assert_eq!(fillable_beyond(&case.problem, &solution, &case.need), 0, "what comes first costs no place");
        let plain = shares(&case, &solution.post, &[]).remove(0);
        let mut fairest = plain.clone();
        every_plan(&case.problem, &mut |seat, _| {
            let own = shares(&case, seat, &[]).remove(0);
            if fairer(&own, &fairest) == Ordering::Greater {
                fairest = own;
            }
        });
        differs += usize::from(fairer(&plain, &fairest) == Ordering::Less);
    }
    assert!(differs > 20, "what comes first made a difference in {differs} cases only");
}

#[test]
fn a_plan_tells_what_came_first_and_the_audit_knows_it_by_itself() {
    let mut region = region(9, 120);
    let short = |plan: &Plan, places: &[(PostId, u32)]| -> u32 {
        places.iter().map(|(post, places)| places.saturating_sub(plan.posts[post.0 as usize].after)).sum()
    };
    let plain = region.plan();
    // Every second post that stays short rests on a minimum.
    let places: Vec<(PostId, u32)> = plain
        .unfilled
        .iter()
        .step_by(2)
        .map(|open| {
            let need = region.needs.posts[open.post.0 as usize].kebutuhan.as_mut().expect("its need is known");
            need.sumber = SumberKebutuhan::Minimum;
            (open.post, need.lo)
        })
        .collect();
    assert!(plain.certificate.holds() && plain.didahulukan.is_empty());
    region.settings.rencana.dahulukan = vec![Minimum];
    let plan = region.plan();
    assert!(plan.certificate.holds(), "{:#?}", plan.certificate);
    let [told] = &plan.didahulukan[..] else { panic!("{:?}", plan.didahulukan) };
    assert_eq!((told.apa, told.jabatan, told.kurang_after), (Minimum, places.len() as u32, short(&plan, &places)));
    assert!(told.kurang_after < short(&plain, &places) && told.kurang_after < told.kurang_before);
    assert_eq!(plan.kurang_after, plain.kurang_after, "as many places are filled, others of them");
    let certify = |plan: &Plan| {
        crate::place::audit::certify(&region.roster, &region.needs, &region.law, &region.settings, plan).holds()
    };
    assert!(certify(&plan) && !certify(&plain), "the plan without it is not the best");
    assert!(!certify(&Plan { didahulukan: Vec::new(), ..plan.clone() }), "it must be told");
}
