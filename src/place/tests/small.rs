//! Small problems against brute force: the fair share, the whole order of levels, the regrets.

use std::cmp::Ordering;

use super::Random;
use crate::model::dahulukan::Dahulukan;
use crate::place::explain::Residual;
use crate::place::levels::{Claim, Ladder};
use crate::place::points::{BARRED, Points};
use crate::place::pricing;
use crate::place::problem::{Person, Price, Problem, Seats, Solution};
use crate::place::reach::fillable_beyond;

/// A family with its needs.
pub struct Case {
    pub problem: Problem,
    pub need: Vec<u32>,
    pub claims: Vec<Claim>,
}

/// Someone whom a published plan may have anywhere.
fn person(random: &mut Random, posts: usize) -> Person {
    let post = |random: &mut Random| random.below(posts as u64) as u32;
    let (home, fingerprint) = (post(random), random.next());
    let terbit = random.chance(50).then(|| post(random));
    Person { home, fingerprint, wajib: false, terbit }
}

/// Random people, posts, floors, ceilings, eligibility and points.
pub fn case(random: &mut Random, people: usize, posts: usize) -> Case {
    case_of(random, people, posts, &[], |_, need| Claim { need, ..Claim::default() })
}

/// The same with posts of these claims.
pub fn case_of(
    random: &mut Random,
    people: usize,
    posts: usize,
    dahulukan: &[Dahulukan],
    claim: impl Fn(&mut Random, u32) -> Claim,
) -> Case {
    let need: Vec<u32> = (0..posts).map(|_| 1 + random.below(6) as u32).collect();
    let claims: Vec<Claim> = need.iter().map(|need| claim(random, *need)).collect();
    let people: Vec<Person> = (0..people).map(|_| person(random, posts)).collect();
    let ladder = Ladder::new(claims.iter().copied(), dahulukan);
    let seats = |(post, &need): (usize, &u32)| {
        let fixed = random.below(3) as u32;
        let present = fixed + people.iter().filter(|person| person.home as usize == post).count() as u32;
        let low = if random.chance(60) { present.min(need) } else { random.below(u64::from(present) + 1) as u32 };
        let high = present.max(need) + random.below(2) as u32;
        let low = low.max(fixed);
        let steps = (low..high).map(|filled| ladder.price(filled, claims[post])).collect();
        Seats { fixed, low, high, steps, fingerprint: random.next(), group: None }
    };
    let seats: Vec<Seats> = need.iter().enumerate().map(seats).collect();
    let mut points = Vec::new();
    for person in &people {
        for post in 0..posts {
            let barred = random.chance(35);
            let drawn = random.below(7) as i32 * 20 - 60;
            points.push(match person.home as usize == post {
                true => 0,
                false if barred => BARRED,
                false => drawn,
            });
        }
    }
    let points = Points::dense(posts, &points);
    Case { problem: Problem { people, posts: seats, points, ..Problem::default() }, need, claims }
}

/// Price of an assignment, `None` when it breaks a rule or a bound. The fill level counts from the floors.
pub fn price(problem: &Problem, seat: &[u32]) -> Option<Price> {
    let mut holders: Vec<u32> = problem.posts.iter().map(|post| post.fixed).collect();
    let mut total = Price::default();
    for (person, &post) in seat.iter().enumerate() {
        total += problem.price(person, post as usize)?;
        holders[post as usize] += 1;
    }
    for (post, &holders) in holders.iter().enumerate() {
        let bounds = &problem.posts[post];
        if holders < bounds.low || holders > bounds.high {
            return None;
        }
        (bounds.low..holders).for_each(|filled| total += problem.step(post, filled));
    }
    let sums = problem.in_groups(|post| holders[post]);
    if problem.groups.iter().zip(sums).any(|(group, sum)| sum < group.low || sum > group.high) {
        return None;
    }
    Some(total)
}

/// Calls `visit` with every assignment that keeps rules and bounds.
pub fn every_plan(problem: &Problem, visit: &mut impl FnMut(&[u32], Price)) {
    fn deeper(problem: &Problem, seat: &mut Vec<u32>, visit: &mut impl FnMut(&[u32], Price)) {
        if seat.len() == problem.people.len() {
            if let Some(price) = price(problem, seat) {
                visit(seat, price);
            }
            return;
        }
        for post in 0..problem.posts.len() {
            if problem.eligible(seat.len(), post) {
                seat.push(post as u32);
                deeper(problem, seat, visit);
                seat.pop();
            }
        }
    }
    deeper(problem, &mut Vec::new(), visit);
}

/// Fill ratios, the lowest first, as (holders, need) and never above one.
fn shares(case: &Case, seat: &[u32]) -> Vec<(u32, u32)> {
    let mut holders: Vec<u32> = case.problem.posts.iter().map(|post| post.fixed).collect();
    seat.iter().for_each(|&post| holders[post as usize] += 1);
    let mut shares: Vec<(u32, u32)> = holders.iter().zip(&case.need).map(|(&n, &need)| (n.min(need), need)).collect();
    shares.sort_by(by_ratio);
    shares
}

pub fn by_ratio(a: &(u32, u32), b: &(u32, u32)) -> Ordering {
    (a.0 * b.1).cmp(&(b.0 * a.1))
}

pub fn fairer(a: &[(u32, u32)], b: &[(u32, u32)]) -> Ordering {
    let differing = a.iter().zip(b).map(|(a, b)| by_ratio(a, b));
    differing.fold(Ordering::Equal, Ordering::then)
}

#[test]
fn six_hundred_small_regions_are_shared_and_ordered_as_brute_force_does() {
    let mut random = Random(2026);
    for round in 0..600 {
        let (people, posts) = (4 + round % 5, 2 + round % 3);
        let case = case(&mut random, people, posts);
        let solution = pricing::solve(&case.problem);
        let mut best: Option<(Price, Vec<u32>)> = None;
        let mut fairest: Option<Vec<(u32, u32)>> = None;
        every_plan(&case.problem, &mut |seat, price| {
            if best.as_ref().is_none_or(|(old, _)| price < *old) {
                best = Some((price, seat.to_vec()));
            }
            let own = shares(&case, seat);
            if fairest.as_ref().is_none_or(|old| fairer(&own, old) == Ordering::Greater) {
                fairest = Some(own);
            }
        });
        let (best, seat) = best.expect("nobody moving is a plan");
        assert_eq!(price(&case.problem, &solution.post), Some(best), "round {round}");
        assert_eq!(solution.post, seat, "round {round}: the tie level leaves one plan");
        let fairest = fairest.expect("nobody moving is a plan");
        let own = shares(&case, &solution.post);
        assert_eq!(fairer(&own, &fairest), Ordering::Equal, "round {round}: {own:?} against {fairest:?}");
    }
}

#[test]
fn no_plan_fills_more_places_than_the_fair_one() {
    let mut random = Random(11);
    for _ in 0..200 {
        let case = case(&mut random, 6, 4);
        let filled = |seat: &[u32]| -> u32 { shares(&case, seat).iter().map(|share| share.0).sum() };
        let mut most = 0;
        every_plan(&case.problem, &mut |seat, _| most = most.max(filled(seat)));
        let solution = pricing::solve(&case.problem);
        assert_eq!(filled(&solution.post), most);
        assert_eq!(fillable_beyond(&case.problem, &solution, &case.need), 0);
    }
}

#[test]
fn what_could_be_filled_beyond_a_poor_plan_is_counted() {
    let mut random = Random(12);
    let mut found = 0;
    for _ in 0..100 {
        let case = case(&mut random, 6, 4);
        let best = pricing::solve(&case.problem);
        let stay = Solution {
            post: case.problem.people.iter().map(|person| person.home).collect(),
            holders: (0..4)
                .map(|post| {
                    let at_home = case.problem.people.iter().filter(|person| person.home == post).count() as u32;
                    case.problem.posts[post as usize].fixed + at_home
                })
                .collect(),
            prices: Vec::new(),
            group_prices: Vec::new(),
        };
        let filled = |seat: &[u32]| -> u32 { shares(&case, seat).iter().map(|share| share.0).sum() };
        let gain = filled(&best.post) - filled(&stay.post);
        assert_eq!(fillable_beyond(&case.problem, &stay, &case.need), gain);
        found += gain;
    }
    assert!(found > 0);
}

#[test]
fn few_arcs_with_pricing_give_the_plan_of_all_arcs() {
    let mut random = Random(13);
    for _ in 0..12 {
        let case = case(&mut random, 150, 40);
        let full = pricing::solve_full(&case.problem);
        for start in [0, 1, 2, pricing::START_ARCS] {
            let priced = pricing::solve_from(&case.problem, start);
            assert_eq!(priced.post, full.post, "started with {start} arcs");
        }
    }
}

/// The plan with these people elsewhere.
fn changed(solution: &Solution, changes: &[(usize, usize)]) -> Vec<u32> {
    let mut posts = solution.post.clone();
    for &(person, post) in changes {
        posts[person] = post as u32;
    }
    posts
}

#[test]
fn a_regret_is_what_planning_without_the_move_costs() {
    let mut random = Random(14);
    let mut seen = 0;
    for round in 0..60 {
        let (people, posts) = if round < 50 { (8, 4) } else { (80, 20) };
        let mut case = case(&mut random, people, posts);
        let solution = pricing::solve(&case.problem);
        let best = price(&case.problem, &solution.post).expect("the plan keeps the rules");
        let problem = case.problem.clone();
        let residual = Residual::new(&problem, &solution);
        for person in (0..people).filter(|&person| solution.post[person] != problem.people[person].home) {
            let regret = residual.regret(person).expect("staying is possible");
            case.problem.points.set(person, solution.post[person] as usize, BARRED);
            let without = pricing::solve(&case.problem);
            let cost = price(&case.problem, &without.post).expect("the plan keeps the rules");
            assert_eq!(regret.cost, cost - best);
            assert_eq!(changed(&solution, &regret.changes), without.post, "the alternative is the second-best plan");
            if let Some(runner_up) = regret.runner_up {
                assert_eq!(without.post[runner_up], solution.post[person], "the runner-up takes the place");
            }
            (0..posts).for_each(|post| case.problem.points.set(person, post, BARRED));
            let staying = pricing::solve(&case.problem);
            case.problem.points = problem.points.clone();
            let regret =
                residual.regret_of_sending(person, problem.people[person].home as usize).expect("staying is possible");
            assert_eq!(regret.cost, price(&case.problem, &staying.post).expect("the plan keeps the rules") - best);
            assert_eq!(changed(&solution, &regret.changes), staying.post);
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
}
