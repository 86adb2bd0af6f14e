//! Solving one problem again and again, under other multipliers and with other pairs closed, against solving it anew.

use super::Random;
use super::small::{case, price};
use super::totals::with_totals;
use crate::place::pricing::{self, Again};
use crate::place::problem::{Price, Problem, Solution, Tolls};

/// What a limit may add: nothing, or something on the level of places or of moves.
fn toll(random: &mut Random) -> Price {
    let mut toll = Price::default();
    if random.chance(40) {
        let slot = 1 + random.below(2) as usize;
        toll.0[slot] = random.below(9) as i64;
        toll.0[4] = random.below(80) as i64 - if toll.0[slot] > 0 { 40 } else { 0 };
    }
    toll
}

/// Multipliers of the whole plan and of some of so many units.
fn tolls(random: &mut Random, posts: usize, units: u64) -> Tolls {
    let each = toll(random);
    if random.chance(20) {
        return Tolls { each, ..Tolls::default() };
    }
    let own: [Vec<Price>; 2] = std::array::from_fn(|_| (0..units).map(|_| toll(random)).collect());
    // The same units in every round of a problem.
    let unit: Vec<u32> = (0..posts as u64).map(|post| (post * 7 % units) as u32).collect();
    let [enter, leave] = own.map(|own| unit.iter().map(|unit| own[*unit as usize]).collect());
    Tolls { each, enter, leave, unit, loose: false }
}

/// Nobody gains by going elsewhere, and no post by holding one more or one less.
fn assert_proven(problem: &Problem, solution: &Solution) {
    let around =
        |post: usize| problem.posts[post].group.map_or(Price::default(), |group| solution.group_prices[group as usize]);
    for (person, &seat) in solution.post.iter().enumerate() {
        let asked = |post: usize| Some(problem.price(person, post)? + solution.prices[post]);
        let here = asked(seat as usize).expect("people sit in eligible posts");
        assert!((0..problem.posts.len()).filter_map(asked).all(|there| there >= here));
    }
    for (post, seats) in problem.posts.iter().enumerate() {
        let holders = solution.holders[post];
        let price = solution.prices[post] - around(post);
        assert!(holders == seats.high || problem.step(post, holders) >= price);
        assert!(holders == seats.low || problem.step(post, holders - 1) <= price);
    }
}

#[test]
fn a_problem_solved_again_has_the_plan_of_one_solved_anew_with_prices_that_prove_it() {
    let mut random = Random(77);
    let (mut changed, mut seen) = (0, 0);
    for round in 0..24 {
        let (people, posts) = if round % 2 == 0 { (40, 12) } else { (110, 30) };
        let case =
            if round % 3 == 0 { with_totals(&mut random, people, posts) } else { case(&mut random, people, posts) };
        let (mut problem, mut again) = (case.problem, Again::default());
        let mut shut: Vec<(usize, usize, i64)> = Vec::new();
        let mut before = again.solve(&problem);
        for _ in 0..12 {
            if random.chance(70) {
                problem.tolls = tolls(&mut random, posts, 5);
            }
            if random.chance(60) {
                shut.extend(closed(&mut random, &mut problem, &before));
            }
            if random.chance(30) {
                shut.drain(..).for_each(|(person, post, points)| problem.points.restore(person, post, points));
            }
            let (anew, own) = (pricing::solve(&problem), again.solve(&problem));
            assert_eq!(own.post, anew.post, "round {round}: the tie level leaves one plan");
            assert_eq!(own.holders, anew.holders);
            assert!(price(&problem, &own.post).is_some(), "rules and bounds are kept");
            assert_proven(&problem, &own);
            changed += usize::from(own.post != before.post);
            seen += 1;
            before = own;
        }
    }
    assert!(changed * 2 > seen, "{changed} of {seen} plans were other ones than before");
}

/// Closes some of the pairs of a plan, and others at random.
fn closed(random: &mut Random, problem: &mut Problem, plan: &Solution) -> Vec<(usize, usize, i64)> {
    let mut shut = Vec::new();
    for person in 0..problem.people.len() {
        let seat = plan.post[person] as usize;
        for post in 0..problem.posts.len() {
            let often = if post == seat { 50 } else { 5 };
            if problem.people[person].home as usize == post || !random.chance(often) {
                continue;
            }
            if let Some(points) = problem.points.of(person, post) {
                problem.points.bar(person, post);
                shut.push((person, post, points));
            }
        }
    }
    shut
}

#[test]
fn few_arcs_with_pricing_give_the_plan_of_all_arcs_whatever_units_add() {
    let mut random = Random(78);
    let mut within = 0;
    for _ in 0..24 {
        let mut problem = case(&mut random, 120, 36).problem;
        problem.tolls = tolls(&mut random, 36, 4);
        let full = pricing::solve_full(&problem);
        for start in [0, 2] {
            assert_eq!(pricing::solve_from(&problem, start).post, full.post, "started with {start} arcs");
        }
        let unit = |post: u32| problem.tolls.unit.get(post as usize);
        let moves = problem.people.iter().zip(&full.post).filter(|(person, post)| person.home != **post);
        within +=
            moves.filter(|(person, post)| unit(person.home).is_some() && unit(person.home) == unit(**post)).count();
    }
    assert!(within > 20, "{within} moves within a unit");
}
