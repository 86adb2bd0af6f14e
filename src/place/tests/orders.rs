//! Every order of goals against brute force that knows nothing of slots.

use super::Random;
use super::small::{Case, case, every_plan};
use crate::model::plan::{SERI, Tujuan, Urutan};
use crate::place::explain::Residual;
use crate::place::points::{BARRED, Points};
use crate::place::pricing;
use crate::place::problem::{Person, Problem};
use crate::place::tie::tie;

/// Every order of the usual four, each of the six goals alone, and some with the points that are told apart.
fn orders() -> Vec<Vec<Tujuan>> {
    let usual = [Tujuan::Keterisian, Tujuan::Perpindahan, Tujuan::Perubahan, Tujuan::Kecocokan];
    let mut orders = vec![Vec::new()];
    for _ in 0..usual.len() {
        let longer = |order: &Vec<Tujuan>| {
            let others = usual.into_iter().filter(|tujuan| !order.contains(tujuan)).collect::<Vec<_>>();
            others.into_iter().map(|tujuan| [&order[..], &[tujuan]].concat()).collect::<Vec<_>>()
        };
        orders = orders.iter().flat_map(longer).collect();
    }
    assert_eq!(orders.len(), 24);
    orders.extend(Tujuan::ALL.map(|tujuan| vec![tujuan]));
    let names = [
        "aspirasi keterisian perpindahan kecocokan",
        "keterisian aspirasi jarak perpindahan",
        "keterisian perpindahan aspirasi jarak",
        "jarak keterisian",
        "perpindahan aspirasi keterisian jarak",
        "kecocokan jarak keterisian aspirasi",
    ];
    orders.extend(names.map(|names| names.split(' ').filter_map(Tujuan::parse).collect()));
    orders
}

/// A random family in this order of goals.
pub(super) fn in_order(random: &mut Random, (people, posts): (usize, usize), goals: &[Tujuan]) -> Case {
    let mut case = case(random, people, posts);
    case.problem.urutan = Urutan::new(goals).expect("different goals");
    for &tujuan in goals.iter().filter(|tujuan| [Tujuan::Aspirasi, Tujuan::Jarak].contains(tujuan)) {
        let own = |at: usize| match case.problem.eligible(at / posts, at % posts) {
            _ if case.problem.people[at / posts].home as usize == at % posts => 0,
            true => random.below(5) as i32 * 100 - 200,
            false => BARRED,
        };
        let own: Vec<i32> = (0..people * posts).map(own).collect();
        case.problem.apart.push((tujuan, Points::dense(posts, &own)));
    }
    case
}

/// What a plan costs on one goal, counted from the places that were filled and the people who went.
fn on_goal(problem: &Problem, seat: &[u32], tujuan: Tujuan) -> i64 {
    let moved = || (0..seat.len()).filter(|&person| seat[person] != problem.people[person].home);
    let points = |points: &Points| -> i64 {
        moved().map(|person| -points.of(person, seat[person] as usize).expect("an eligible pair")).sum()
    };
    match tujuan {
        Tujuan::Keterisian => (0..problem.posts.len())
            .map(|post| {
                let own = &problem.posts[post];
                let came = seat.iter().filter(|at| **at as usize == post).count() as u32;
                own.steps[..(own.fixed + came - own.low) as usize].iter().sum::<i64>()
            })
            .sum(),
        Tujuan::Perpindahan => moved().count() as i64,
        Tujuan::Perubahan => {
            let elsewhere = |(person, post): &(&Person, &u32)| person.terbit.is_some_and(|terbit| terbit != **post);
            problem.people.iter().zip(seat).filter(elsewhere).count() as i64
        }
        Tujuan::Kecocokan => points(&problem.points),
        Tujuan::Aspirasi | Tujuan::Jarak => {
            points(&problem.apart.iter().find(|(own, _)| *own == tujuan).expect("told apart").1)
        }
    }
}

/// The cost of a plan as a list in the order of goals, with the tie behind.
fn cost(problem: &Problem, seat: &[u32], goals: &[Tujuan]) -> Vec<i64> {
    let ties = seat.iter().zip(&problem.people).filter(|(post, person)| person.home != **post);
    let ties = ties.map(|(post, person)| tie(person.fingerprint, problem.posts[*post as usize].fingerprint));
    goals.iter().map(|tujuan| on_goal(problem, seat, *tujuan)).chain([ties.sum()]).collect()
}

#[test]
fn every_order_of_goals_is_planned_and_priced_as_brute_force_does() {
    let mut random = Random(77);
    for goals in orders() {
        for round in 0..16 {
            let case = in_order(&mut random, (4 + round % 3, 2 + round % 3), &goals);
            let solution = pricing::solve_from(&case.problem, round % 3);
            let mut best: Option<(Vec<i64>, Vec<u32>)> = None;
            every_plan(&case.problem, &mut |seat, price| {
                let own = cost(&case.problem, seat, &goals);
                let slots = goals.iter().map(|tujuan| case.problem.urutan.of(&price.0, *tujuan)).chain([price.0[SERI]]);
                assert!(slots.eq(own.iter().copied()), "{goals:?}: {price:?} is not {own:?}");
                if best.as_ref().is_none_or(|(old, _)| own < *old) {
                    best = Some((own, seat.to_vec()));
                }
            });
            let (_, seat) = best.expect("nobody moving is a plan");
            assert_eq!(solution.post, seat, "{goals:?}, round {round}");
        }
    }
}

#[test]
fn a_regret_is_exact_in_every_order_of_goals() {
    let mut random = Random(78);
    let mut seen = 0;
    for goals in orders() {
        for _ in 0..3 {
            let mut case = in_order(&mut random, (12, 5), &goals);
            let solution = pricing::solve(&case.problem);
            let problem = case.problem.clone();
            let residual = Residual::new(&problem, &solution);
            for person in (0..12).filter(|&person| solution.post[person] != problem.people[person].home) {
                let regret = residual.regret(person).expect("staying is possible");
                case.problem.points.set(person, solution.post[person] as usize, BARRED);
                let without = pricing::solve(&case.problem);
                case.problem.points = problem.points.clone();
                let costs = [&without, &solution].map(|plan| cost(&problem, &plan.post, &goals));
                let more: Vec<i64> = costs[0].iter().zip(&costs[1]).map(|(a, b)| a - b).collect();
                let told = goals.iter().map(|tujuan| problem.urutan.of(&regret.cost.0, *tujuan));
                assert!(told.chain([regret.cost.0[SERI]]).eq(more.iter().copied()), "{goals:?}: {regret:?}, {more:?}");
                seen += 1;
            }
        }
    }
    assert!(seen > 150, "{seen}");
}

#[test]
fn scaling_the_costs_of_one_level_keeps_the_plan() {
    let mut random = Random(79);
    for goals in orders() {
        let case = in_order(&mut random, (40, 9), &goals);
        let plan = pricing::solve(&case.problem);
        for tujuan in Tujuan::ALL {
            let mut scaled = case.problem.clone();
            let thrice = |points: &mut Points| {
                let old = points.clone();
                for person in 0..40 {
                    old.each(person).for_each(|(post, own)| points.set(person, post as usize, own as i32 * 3));
                }
            };
            match tujuan {
                Tujuan::Keterisian => {
                    scaled.posts.iter_mut().flat_map(|post| &mut post.steps).for_each(|step| *step *= 3)
                }
                Tujuan::Kecocokan => thrice(&mut scaled.points),
                Tujuan::Aspirasi | Tujuan::Jarak => {
                    let own = scaled.apart.iter_mut().filter(|(goal, _)| *goal == tujuan);
                    own.for_each(|(_, points)| thrice(points));
                }
                Tujuan::Perpindahan | Tujuan::Perubahan => continue,
            }
            assert_eq!(pricing::solve(&scaled).post, plan.post, "{goals:?}, {tujuan:?} counted three times");
        }
    }
}
