//! Bounds on totals of several posts against brute force.

use std::collections::BTreeMap;

use super::Random;
use super::model::holds_in_its_model;
use super::region::{Region, region};
use super::small::{Case, case, case_of, every_plan, price};
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{LEVELS, Plan};
use crate::model::susunan::SatuLagi;
use crate::model::total::{BatasTotal, Totals};
use crate::place::audit::certify;
use crate::place::even;
use crate::place::explain::{OneMore, Residual};
use crate::place::levels::{Claim, Ladder};
use crate::place::points::BARRED;
use crate::place::pricing;
use crate::place::problem::{Group, Problem};
use crate::place::reach::fillable_beyond;

/// A family whose posts are put into units, and these into two groups of their own, with a bound on each total.
pub fn with_totals(random: &mut Random, people: usize, posts: usize) -> Case {
    let mut case = case(random, people, posts);
    let units = 1 + random.below(3) as u32;
    let nested = random.chance(50);
    let problem = &mut case.problem;
    for post in &mut problem.posts {
        post.group = random.chance(85).then(|| random.below(u64::from(units)) as u32);
    }
    let none = Group { parent: None, low: 0, high: u32::MAX };
    let parent = |random: &mut Random| nested.then(|| units + random.below(2) as u32);
    problem.groups = (0..units).map(|_| Group { parent: parent(random), ..none }).collect();
    problem.groups.extend(nested.then_some([none; 2]).into_iter().flatten());
    let mut present: Vec<u32> = problem.posts.iter().map(|post| post.fixed).collect();
    problem.people.iter().for_each(|person| present[person.home as usize] += 1);
    let today = problem.in_groups(|post| present[post]);
    for (group, today) in problem.groups.iter_mut().zip(today) {
        let room = random.below(3) as u32;
        group.low = today.saturating_sub(room);
        group.high = today + random.below(3) as u32;
    }
    case
}

/// How many posts lack each key of the ladder, the most urgent key first.
pub fn lacks(case: &Case, seat: &[u32]) -> Vec<u32> {
    let ladder = Ladder::new(case.claims.iter().copied(), &[]);
    let mut holders: Vec<u32> = case.problem.posts.iter().map(|post| post.fixed).collect();
    seat.iter().for_each(|&post| holders[post as usize] += 1);
    let keys = -case.claims.iter().map(|claim| ladder.price(0, *claim)).min().unwrap_or(0);
    let mut lacks = vec![0; keys as usize];
    for (claim, holders) in case.claims.iter().zip(holders) {
        (holders..claim.need).for_each(|n| lacks[(keys + ladder.price(n, *claim)) as usize] += 1);
    }
    lacks
}

#[test]
fn totals_are_kept_and_the_plan_is_that_of_brute_force() {
    let mut random = Random(501);
    let mut binding = 0;
    for round in 0..150 {
        let case = with_totals(&mut random, 4 + round % 4, 2 + round % 4);
        let solution = pricing::solve_from(&case.problem, round % 3);
        let mut best = None;
        every_plan(&case.problem, &mut |seat, price| {
            if best.as_ref().is_none_or(|(old, _)| price < *old) {
                best = Some((price, seat.to_vec()));
            }
        });
        let (best, seat) = best.expect("nobody moving is a plan");
        assert_eq!(price(&case.problem, &solution.post), Some(best), "round {round}");
        assert_eq!(solution.post, seat, "round {round}");
        binding += usize::from(solution.group_prices.iter().any(|price| *price != Default::default()));
    }
    assert!(binding > 30);
}

#[test]
fn a_regret_is_exact_under_totals() {
    let mut random = Random(502);
    let (mut seen, mut none) = (0, 0);
    for round in 0..60 {
        let (people, posts) = if round < 50 { (8, 4) } else { (40, 12) };
        let mut case = with_totals(&mut random, people, posts);
        let solution = pricing::solve(&case.problem);
        let best = price(&case.problem, &solution.post).expect("the plan keeps the rules");
        let problem = case.problem.clone();
        let residual = Residual::new(&problem, &solution);
        for person in (0..people).filter(|&person| solution.post[person] != problem.people[person].home) {
            let regret = residual.regret(person).expect("staying is possible");
            case.problem.points.set(person, solution.post[person] as usize, BARRED);
            let without = pricing::solve(&case.problem);
            case.problem.points = problem.points.clone();
            assert_eq!(regret.cost, price(&problem, &without.post).expect("the plan keeps the rules") - best);
            let mut changed = solution.post.clone();
            regret.changes.iter().for_each(|&(person, post)| changed[person] = post as u32);
            assert_eq!(changed, without.post, "the alternative is the second-best plan");
            seen += 1;
        }
        for (person, post) in (0..people).flat_map(|p| (0..posts).map(move |k| (p, k))).filter(|_| people < 10) {
            if solution.post[person] as usize == post || !problem.eligible(person, post) {
                continue;
            }
            let mut cheapest = None;
            every_plan(&problem, &mut |seat, price| {
                if seat[person] as usize == post && cheapest.is_none_or(|old| price < old) {
                    cheapest = Some(price)
                }
            });
            assert_eq!(residual.regret_of_sending(person, post).map(|r| r.cost), cheapest.map(|c| c - best));
            none += usize::from(cheapest.is_none());
            if random.chance(90) {
                break;
            }
        }
    }
    assert!(seen > 80, "{seen} regrets, {none} impossible");
}

/// Four posts in two groups whose totals are fixed, and people who are to choose between the groups: where headcounts are
/// the meet of two exchanges, and not one.
pub fn crossed(random: &mut Random) -> Case {
    let (people, posts) = (5 + random.below(3) as usize, 4);
    let mut case = case_of(random, people, posts, &[], |_, need| Claim { need, ..Claim::default() });
    let problem = &mut case.problem;
    let ladder = Ladder::new(case.claims.iter().copied(), &[]);
    for (at, post) in problem.posts.iter_mut().enumerate() {
        post.group = Some(at as u32 / 2);
        post.low = post.fixed;
        post.high = post.fixed + people as u32;
        post.steps = (post.low..post.high).map(|n| ladder.price(n, case.claims[at])).collect();
    }
    // Half of the people choose between the first posts of the groups, half between the second.
    for person in 0..people {
        let pair = person % 2;
        problem.people[person].home = (pair + 2 * random.below(2) as usize) as u32;
        for post in 0..posts {
            let points = if post % 2 == pair {
                if problem.people[person].home as usize == post { 0 } else { 10 }
            } else {
                BARRED
            };
            problem.points.set(person, post, points);
        }
    }
    let mut present: Vec<u32> = problem.posts.iter().map(|post| post.fixed).collect();
    problem.people.iter().for_each(|person| present[person.home as usize] += 1);
    problem.groups = vec![Group { parent: None, low: 0, high: 0 }; 2];
    let today = problem.in_groups(|post| present[post]);
    let room = random.below(2) as u32;
    problem
        .groups
        .iter_mut()
        .zip(today)
        .for_each(|(group, today)| (group.low, group.high) = (today.saturating_sub(room), today + room));
    case
}

/// The prices of a ladder, the most urgent first: each is one key.
fn keys(problem: &Problem) -> Vec<i64> {
    let mut keys: Vec<i64> =
        problem.posts.iter().flat_map(|post| &post.steps).copied().filter(|price| *price < 0).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[test]
fn the_share_is_even_where_rank_prices_are_not() {
    let mut random = Random(505);
    let (mut wrong, mut raised_most) = (0, 0);
    for round in 0..150 {
        let case =
            if round % 5 < 3 { crossed(&mut random) } else { with_totals(&mut random, 4 + round % 4, 2 + round % 4) };
        let plain = pricing::solve(&case.problem);
        let keys = keys(&case.problem);
        let found = even::raise(std::slice::from_ref(&case.problem), &keys);
        let mut best: Option<(Vec<u32>, Vec<i64>, Vec<u32>)> = None;
        every_plan(&case.problem, &mut |seat, price| {
            let own = (lacks(&case, seat), price.0[2..].to_vec(), seat.to_vec());
            if best.as_ref().is_none_or(|old| own < *old) {
                best = Some(own)
            }
        });
        let (fewest, _, seat) = best.expect("nobody moving is a plan");
        assert!(found.exact, "round {round}");
        let own = pricing::solve(&even::priced(&case.problem, &keys, &found.prices));
        assert_eq!(lacks(&case, &own.post), fewest, "round {round}");
        assert_eq!(own.post, seat, "round {round}: and the best of the even plans on the other goals");
        assert!(found.prices.is_sorted_by(|a, b| a < b) && found.prices.iter().all(|price| *price < 0));
        wrong += usize::from(lacks(&case, &plain.post) != fewest);
        raised_most = raised_most.max(-found.prices.first().copied().unwrap_or(0));
    }
    assert!(wrong > 5, "rank prices alone were wrong in {wrong} cases, the highest price is {raised_most}");
}

#[test]
fn one_more_holder_costs_what_brute_force_says_and_a_total_is_named_only_where_it_stops_it() {
    let mut random = Random(507);
    let (mut priced, mut stopped, mut nobody) = (0, 0, 0);
    for round in 0..120 {
        let case = with_totals(&mut random, 4 + round % 4, 2 + round % 4);
        let problem = &case.problem;
        let solution = pricing::solve(problem);
        let best = price(problem, &solution.post).expect("the plan keeps the rules");
        let roomy: Vec<usize> =
            (0..problem.posts.len()).filter(|&post| solution.holders[post] < problem.posts[post].high).collect();
        let residual = Residual::new(problem, &solution);
        for (&post, found) in roomy.iter().zip(residual.one_more(&roomy)) {
            let (mut cheapest, mut without) = (None, false);
            let wanted = solution.holders[post] + 1;
            let mut open = problem.clone();
            open.groups.clear();
            open.posts.iter_mut().for_each(|post| post.group = None);
            every_plan(&open, &mut |seat, _| {
                let holders = problem.posts[post].fixed + seat.iter().filter(|at| **at as usize == post).count() as u32;
                if holders != wanted {
                    return;
                }
                without = true;
                let own = price(problem, seat);
                if own.is_some() && cheapest.is_none_or(|old| own < Some(old)) {
                    cheapest = own;
                }
            });
            match found {
                OneMore::Price(regret) => {
                    assert_eq!(Some(regret.cost), cheapest.map(|own| own - best), "round {round}, post {post}");
                    let mut seat = solution.post.clone();
                    regret.changes.iter().for_each(|&(person, to)| seat[person] = to as u32);
                    assert_eq!(price(problem, &seat), cheapest, "round {round}: the changes make that plan");
                    priced += 1;
                }
                OneMore::Totals { at, full } => {
                    assert!(cheapest.is_none() && without, "round {round}, post {post}");
                    let sum = problem.in_groups(|post| solution.holders[post])[at];
                    assert_eq!(sum, if full { problem.groups[at].high } else { problem.groups[at].low });
                    stopped += 1;
                }
                OneMore::Nobody(_) => {
                    assert!(cheapest.is_none() && !without, "round {round}, post {post}");
                    nobody += 1;
                }
            }
        }
    }
    assert!(priced > 40 && stopped > 20, "{priced} priced, {stopped} stopped by totals, {nobody} by people");
}

#[test]
fn what_could_be_filled_beyond_a_plan_is_counted_within_totals() {
    let mut random = Random(508);
    let mut beyond = 0;
    for round in 0..80 {
        let case = with_totals(&mut random, 4 + round % 4, 2 + round % 4);
        let problem = &case.problem;
        let filled = |seat: &[u32]| -> u32 {
            let holders =
                |post: usize| problem.posts[post].fixed + seat.iter().filter(|at| **at as usize == post).count() as u32;
            case.need.iter().enumerate().map(|(post, need)| holders(post).min(*need)).sum()
        };
        let mut most = 0;
        every_plan(problem, &mut |seat, _| most = most.max(filled(seat)));
        let solution = pricing::solve(problem);
        let told = fillable_beyond(problem, &solution, &case.need);
        assert_eq!(told, most - filled(&solution.post), "round {round}");
        beyond += told;
    }
    assert!(beyond < 80);
}

/// The headcount of each unit over posts of known need.
fn of_units(region: &Region, holders: impl Fn(usize) -> u32) -> Vec<u32> {
    let mut sums = vec![0; region.roster.units.len()];
    for (at, post) in region.needs.posts.iter().enumerate().filter(|(_, post)| post.kebutuhan.is_some()) {
        sums[post.unit.0 as usize] += holders(at);
    }
    sums
}

#[test]
fn whole_plans_keep_totals_are_proven_and_hold_in_their_model() {
    let one = |unit, opd, kecamatan| BatasTotal { unit, opd, kecamatan };
    let bounds =
        [one(Some(0), None, None), one(Some(1), None, Some(0)), one(None, Some(1), None), one(None, None, Some(1))];
    let (mut moves, mut binding, mut proven) = (0, 0, 0);
    for (seed, total) in (1..).zip(bounds.iter().cycle().take(8)) {
        let mut region = region(seed, 60);
        let plain = region.plan();
        region.settings.rencana.total = *total;
        let plan = holds_in_its_model(&region);
        assert!(plan.certificate.holds(), "{total:?}: {:#?}", plan.certificate);
        if let Some(room) = total.unit {
            let before = of_units(&region, |at| plain.posts[at].after);
            let after = of_units(&region, |at| plan.posts[at].after);
            let status = of_units(&region, |at| {
                let post = PostId(at as u32);
                let coming = plain.moves.iter().filter(|step| step.to == post).count() as u32;
                let going = plain.moves.iter().filter(|step| step.from == post).count() as u32;
                plain.posts[at].after + going - coming
            });
            assert!(status.iter().zip(&after).all(|(a, b)| a.abs_diff(*b) <= room));
            binding += usize::from(status.iter().zip(&before).any(|(a, b)| a.abs_diff(*b) > room));
        }
        moves += plan.moves.len();
        for open in plan.unfilled.iter().filter(|open| matches!(open.satu_lagi, Some(SatuLagi::Buntu(_)))) {
            let told = [&open.alasan, &open.saran];
            assert!(!told.iter().any(|text| text.contains("batas total")), "too few people it is: {told:?}");
            proven += 1;
        }
    }
    assert!(proven > 0, "no post shares too few people");
    assert!(moves > 0 && binding > 0, "{moves} moves, {binding} regions where the plain plan breaks a bound");
}

#[test]
fn the_audit_tells_every_fault_of_totals() {
    let mut region = region(3, 60);
    region.settings.rencana.total = BatasTotal { unit: Some(1), opd: None, kecamatan: Some(2) };
    let plan = region.plan();
    let certify = |plan: &Plan| certify(&region.roster, &region.needs, &region.law, &region.settings, plan).holds();
    assert!(certify(&plan), "{:#?}", plan.certificate);
    type Spoil = fn(&mut Totals);
    let spoilt: [(&str, Spoil); 7] = [
        ("nothing told", |totals| totals.list.clear()),
        ("other bounds", |totals| totals.list[0].high += 1),
        ("another headcount", |totals| totals.list[0].after += 1),
        ("another order", |totals| totals.list.swap(0, 1)),
        ("a price", |totals| totals.list[0].price[1] += 1_000),
        ("a ladder that falls", |totals| totals.tangga = vec![-1; 3]),
        ("a short ladder", |totals| totals.tangga = vec![-3, -2]),
    ];
    for (what, spoil) in spoilt {
        let mut other = plan.clone();
        spoil(&mut other.totals);
        assert!(!certify(&other), "{what}");
    }
    region.settings.rencana.total = BatasTotal::default();
    let free = certify_in(&region, &region.plan());
    assert!(free && !certify_in(&region, &plan), "totals that nobody asked for");
}

fn certify_in(region: &Region, plan: &Plan) -> bool {
    certify(&region.roster, &region.needs, &region.law, &region.settings, plan).holds()
}

#[test]
fn under_totals_every_regret_is_that_of_a_plan_made_anew() {
    let mut region = region(5, 60);
    region.settings.rencana.total.unit = Some(0);
    let plan = region.plan();
    assert!(!plan.moves.is_empty());
    for step in plan.moves.iter().take(6) {
        let Some(lain) = &step.lain else { continue };
        let told = std::array::from_fn(|level| plan.total[level] + lain.biaya[level]);
        let mut seats: BTreeMap<PegawaiId, PostId> = plan.moves.iter().map(|own| (own.pegawai, own.to)).collect();
        seats.extend(lain.langkah.iter().map(|step| (step.pegawai, step.ke)));
        assert_ne!(seats[&step.pegawai], step.to);
        let after = of_units(&region, |at| {
            let moved = |(id, post): (&PegawaiId, &PostId)| {
                i64::from(post.0 as usize == at)
                    - i64::from(region.needs.post_of[id.0 as usize].unwrap().0 as usize == at)
            };
            let before =
                plan.posts[at].after as i64 - plan.moves.iter().map(|own| moved((&own.pegawai, &own.to))).sum::<i64>();
            (before + seats.iter().map(moved).sum::<i64>()) as u32
        });
        assert_eq!(
            after,
            of_units(&region, |at| plan.posts[at].after),
            "each unit keeps its total in the other plan too"
        );
        let told: [i64; LEVELS] = told;
        assert!(told > plan.total);
    }
}
