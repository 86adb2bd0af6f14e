//! Bounds on totals of several posts against brute force.

use super::Random;
use super::small::{Case, case, case_of, every_plan, price};
use crate::place::even;
use crate::place::explain::Residual;
use crate::place::levels::{Claim, Ladder};
use crate::place::points::BARRED;
use crate::place::pricing;
use crate::place::problem::Group;

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

#[test]
fn the_share_is_even_where_rank_prices_are_not() {
    let mut random = Random(505);
    let (mut wrong, mut raised_most) = (0, 0);
    for round in 0..150 {
        let case =
            if round % 5 < 3 { crossed(&mut random) } else { with_totals(&mut random, 4 + round % 4, 2 + round % 4) };
        let plain = pricing::solve(&case.problem);
        let found = even::solve(&case.problem);
        let mut best: Option<(Vec<u32>, Vec<i64>, Vec<u32>)> = None;
        every_plan(&case.problem, &mut |seat, price| {
            let own = (lacks(&case, seat), price.0[2..].to_vec(), seat.to_vec());
            if best.as_ref().is_none_or(|old| own < *old) {
                best = Some(own)
            }
        });
        let (fewest, _, seat) = best.expect("nobody moving is a plan");
        assert!(found.exact, "round {round}");
        assert_eq!(lacks(&case, &found.solution.post), fewest, "round {round}");
        assert_eq!(found.solution.post, seat, "round {round}: and the best of the even plans on the other goals");
        assert!(found.prices.is_sorted_by(|a, b| a < b) && found.prices.iter().all(|price| *price < 0));
        wrong += usize::from(lacks(&case, &plain.post) != fewest);
        raised_most = raised_most.max(-found.prices.first().copied().unwrap_or(0));
    }
    assert!(wrong > 5, "rank prices alone were wrong in {wrong} cases, the highest price is {raised_most}");
}
