//! Explanations against planning anew: the price of one more holder, posts that share too few people, candidates, and the
//! alternatives of a whole region.

use super::Random;
use super::region::{Region, region, shuffled};
use super::small::{Case, case, every_plan, price};
use crate::model::plan::{LEVELS, Plan, Tujuan, Urutan};
use crate::model::susunan::SatuLagi;
use crate::place::explain::{OneMore, Residual};
use crate::place::facts::Facts;
use crate::place::family;
use crate::place::points::BARRED;
use crate::place::pricing;
use crate::place::problem::{Price, Problem, Solution};

/// The same problem with goals in another order.
fn reordered(random: &mut Random, mut case: Case) -> Case {
    let mut goals = [Tujuan::Keterisian, Tujuan::Perpindahan, Tujuan::Perubahan, Tujuan::Kecocokan];
    random.shuffle(&mut goals);
    case.problem.urutan = Urutan::new(&goals).expect("four different goals");
    case
}

/// The problem with at least one more holder of a post than the plan gives.
fn with_one_more(problem: &Problem, solution: &Solution, post: usize) -> Problem {
    let mut more = problem.clone();
    let seats = &mut more.posts[post];
    let low = solution.holders[post] + 1;
    seats.steps.drain(..(low - seats.low) as usize);
    seats.low = low;
    more
}

/// What a plan costs under the bounds of another problem.
fn cost_of(problem: &Problem, seat: &[u32]) -> Price {
    price(problem, seat).expect("the plan keeps the rules")
}

#[test]
fn the_price_of_one_more_is_what_planning_with_one_more_costs() {
    let mut random = Random(21);
    let (mut priced, mut hopeless) = (0, 0);
    for round in 0..420 {
        let (people, posts) = if round < 400 { (4 + round % 5, 2 + round % 3) } else { (80, 20) };
        let case = case(&mut random, people, posts);
        let case = if round < 400 { reordered(&mut random, case) } else { case };
        let problem = &case.problem;
        let solution = pricing::solve(problem);
        let open: Vec<usize> = (0..posts).filter(|post| solution.holders[*post] < problem.posts[*post].high).collect();
        let told = Residual::new(problem, &solution).one_more(&open);
        for (&post, told) in open.iter().zip(&told) {
            let more = with_one_more(problem, &solution, post);
            match told {
                OneMore::Price(regret) => {
                    let mut seat = solution.post.clone();
                    regret.changes.iter().for_each(|(person, to)| seat[*person] = *to as u32);
                    assert_eq!(regret.cost, cost_of(problem, &seat) - cost_of(problem, &solution.post));
                    let best = match round {
                        ..400 => brute(&more),
                        _ => planned_with_one_more(problem, &solution, post),
                    };
                    assert_eq!(seat, best, "round {round}, post {post}");
                    assert_ne!(regret.loser, Some(post));
                    priced += 1;
                }
                OneMore::Totals { .. } => panic!("no total is bounded"),
                OneMore::Nobody(group) => {
                    shares_too_few(problem, &solution, post, group);
                    if round < 400 {
                        every_plan(&more, &mut |seat, _| panic!("round {round}: {seat:?} has one more at {post}"));
                    }
                    hopeless += 1;
                }
            }
        }
    }
    assert!(priced > 300 && hopeless > 100, "{priced} priced, {hopeless} not");
}

/// The best of all assignments, tried one by one.
fn brute(problem: &Problem) -> Vec<u32> {
    let mut best: Option<(Price, Vec<u32>)> = None;
    every_plan(problem, &mut |seat, price| {
        if best.as_ref().is_none_or(|(old, _)| price < *old) {
            best = Some((price, seat.to_vec()));
        }
    });
    best.expect("the plan found is one").1
}

/// The plan made anew with a reward on each place up to one more than the plan fills, far above any other step. Fill must
/// be the first goal.
fn planned_with_one_more(problem: &Problem, solution: &Solution, post: usize) -> Vec<u32> {
    let mut more = problem.clone();
    let seats = &mut more.posts[post];
    let places = solution.holders[post] + 1 - seats.low;
    seats.steps[..places as usize].iter_mut().for_each(|step| *step -= 1 << 30);
    pricing::solve(&more).post
}

/// Counts by hand: nobody who may sit in the group sits elsewhere, and there are fewer of them than places.
fn shares_too_few(problem: &Problem, solution: &Solution, post: usize, group: &[usize]) {
    assert!(group.contains(&post) && group.is_sorted());
    let may = |person: &usize| group.iter().any(|post| problem.eligible(*person, *post));
    let able: Vec<usize> = (0..problem.people.len()).filter(may).collect();
    assert!(able.iter().all(|person| group.contains(&(solution.post[*person] as usize))));
    let fixed: u32 = group.iter().map(|post| problem.posts[*post].fixed).sum();
    let others: u32 = group.iter().filter(|other| **other != post).map(|other| problem.posts[*other].low).sum();
    assert!(able.len() as u32 + fixed < others + solution.holders[post] + 1);
}

#[test]
fn candidates_come_in_the_order_of_what_planning_with_them_costs() {
    let mut random = Random(22);
    let mut seen = 0;
    for round in 0..120 {
        let (people, posts) = if round < 110 { (8, 4) } else { (90, 20) };
        let case = case(&mut random, people, posts);
        let case = reordered(&mut random, case);
        let problem = &case.problem;
        let solution = pricing::solve(problem);
        let residual = Residual::new(problem, &solution);
        for post in 0..posts {
            let elsewhere = |person: &usize| {
                solution.post[*person] as usize != post && problem.people[*person].home as usize != post
            };
            let sent = (0..people).filter(elsewhere).filter_map(|person| {
                let regret = residual.regret_of_sending(person, post)?;
                Some((regret.cost.0[..LEVELS - 1].to_vec(), person, regret))
            });
            let mut all: Vec<_> = sent.collect();
            all.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
            all.truncate(3);
            let (told, stuck) = residual.coming(post, 3, |person| person);
            let able = (0..people).filter(elsewhere).filter(|person| problem.eligible(*person, post)).count();
            assert_eq!(stuck, if told.len() < 3 { able - told.len() } else { 0 });
            assert_eq!(told.len(), all.len(), "round {round}, post {post}");
            for (told, (_, person, regret)) in told.iter().zip(&all) {
                assert_eq!((told.person, told.regret.cost), (*person, regret.cost));
                let mut seat = solution.post.clone();
                told.regret.changes.iter().for_each(|(person, to)| seat[*person] = *to as u32);
                assert_eq!(seat[told.person] as usize, post);
                assert_eq!(told.regret.cost, cost_of(problem, &seat) - cost_of(problem, &solution.post));
                if round < 20 {
                    let mut forced: Option<Price> = None;
                    every_plan(problem, &mut |seat, price| {
                        if seat[told.person] as usize == post && forced.is_none_or(|old| price < old) {
                            forced = Some(price);
                        }
                    });
                    assert_eq!(forced, Some(told.regret.cost + cost_of(problem, &solution.post)));
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 500, "{seen}");
}

/// Every family of a region as a problem with its solution.
fn families(region: &Region, mut each: impl FnMut(&family::Family, Problem, Solution)) {
    let Region { roster, needs, law, settings } = region;
    let case = family::Case::new(Facts::new(roster, needs, law, settings));
    for family in &case.families {
        let problem = case.problem(family, &case.judged(family));
        let solution = pricing::solve(&problem);
        each(family, problem, solution);
    }
}

#[test]
fn every_alternative_of_a_region_is_the_plan_made_without_that_move() {
    let (mut seen, mut ties) = (0, 0);
    for seed in 0..3 {
        let mut region = region(seed, 320);
        if seed == 2 {
            region.settings.rencana.urutan = Urutan::parse(&["perpindahan", "kecocokan", "keterisian"]).unwrap();
        }
        let plan = region.plan();
        families(&region, |family, mut problem, solution| {
            let best = cost_of(&problem, &solution.post);
            for (person, id) in family.movable.iter().enumerate() {
                let Some(step) = plan.moves.iter().find(|step| step.pegawai == *id) else { continue };
                let post = solution.post[person] as usize;
                let points = problem.points.clone();
                problem.points.set(person, post, BARRED);
                let without = pricing::solve(&problem);
                let cost = cost_of(&problem, &without.post) - best;
                problem.points = points;
                let lain = step.lain.as_ref().expect("staying is possible");
                assert_eq!(lain.biaya, cost.0);
                let mut seat = solution.post.clone();
                for langkah in &lain.langkah {
                    let at = |post| family.posts.binary_search(&post).expect("within the family") as u32;
                    let person = family.movable.binary_search(&langkah.pegawai).expect("a movable person");
                    assert_eq!(seat[person], at(langkah.dari));
                    seat[person] = at(langkah.ke);
                }
                assert_eq!(seat, without.post);
                let comes = lain.pengganti.map(|id| family.movable.binary_search(&id).expect("a movable person"));
                assert!(comes.is_none_or(|comes| without.post[comes] as usize == post));
                ties += usize::from(lain.is_equal());
                assert!(!step.setara.is_empty() || !lain.is_equal() || comes.is_none());
                seen += 1;
            }
        });
    }
    assert!(seen > 30, "{seen} moves, {ties} of them ties");
}

#[test]
fn what_stands_against_one_more_in_a_region_is_what_planning_with_one_more_says() {
    let (mut priced, mut groups) = (0, 0);
    for seed in 0..3 {
        let region = region(seed + 40, 320);
        let plan = region.plan();
        families(&region, |family, problem, solution| {
            for open in plan.unfilled.iter().filter(|open| family.posts.contains(&open.post)) {
                let post = family.posts.binary_search(&open.post).expect("within the family");
                match open.satu_lagi.as_ref().expect("a short post may have one more") {
                    SatuLagi::Harga(lain) => {
                        let mut seat = solution.post.clone();
                        for langkah in &lain.langkah {
                            let person = family.movable.binary_search(&langkah.pegawai).expect("a movable person");
                            seat[person] = family.posts.binary_search(&langkah.ke).expect("within the family") as u32;
                        }
                        assert_eq!(lain.biaya, (cost_of(&problem, &seat) - cost_of(&problem, &solution.post)).0);
                        assert_eq!(seat, planned_with_one_more(&problem, &solution, post));
                        priced += 1;
                    }
                    SatuLagi::Terikat(_) => panic!("no total is bounded"),
                    SatuLagi::Buntu(kelompok) => {
                        let local = |id| family.posts.binary_search(id).expect("within the family");
                        let group: Vec<usize> = kelompok.jabatan.iter().map(local).collect();
                        shares_too_few(&problem, &solution, post, &group);
                        assert!(kelompok.pegawai < kelompok.tempat, "{kelompok:?}");
                        groups += 1;
                    }
                }
                assert!(!open.harga_lagi.is_empty());
            }
        });
    }
    assert!(priced > 10 && groups > 1, "{priced} priced, {groups} groups");
}

/// All that is told of the moves and open posts, by NIP and unit, so that another order of rows changes nothing.
fn sentences(region: &Region, plan: &Plan) -> Vec<String> {
    let nip = |id: crate::model::pegawai::PegawaiId| region.roster.pegawai(id).nip.digits().to_string();
    let unit = |post| region.roster.unit(region.needs.post(post).unit).nama.to_string();
    let moves = plan.moves.iter().map(|step| {
        let setara: Vec<String> = step.setara.iter().map(|id| nip(*id)).collect();
        format!(
            "{} {:?} {setara:?} {} {}",
            nip(step.pegawai),
            step.pengganti().map(nip),
            step.alasan,
            step.jika_ditolak
        )
    });
    let open = plan.unfilled.iter().map(|open| format!("{} {} {}", unit(open.post), open.alasan, open.harga_lagi));
    let calon = plan.calon.iter().map(|of| {
        let ranked: Vec<String> = of.calon.iter().map(|each| nip(each.pegawai) + &each.kalimat).collect();
        let nearly: Vec<String> =
            of.hampir.iter().map(|each| format!("{} {:?}", nip(each.pegawai), each.aturan)).collect();
        format!("{} {} {ranked:?} {nearly:?}", unit(of.post), region.needs.post(of.post).jabatan)
    });
    let mut all: Vec<String> = moves.chain(open).chain(calon).collect();
    all.sort();
    all
}

#[test]
fn the_order_of_rows_changes_no_sentence() {
    let region = region(7, 300);
    let plan = region.plan();
    assert!(plan.calon.iter().any(|of| of.calon.len() > 1) && plan.calon.iter().any(|of| !of.hampir.is_empty()));
    let other = shuffled(&region, 70);
    similar_asserts(&sentences(&region, &plan), &sentences(&other, &other.plan()));
}

/// Names the first line that differs; a whole region would not be readable.
fn similar_asserts(one: &[String], other: &[String]) {
    let differing = one.iter().zip(other).find(|(one, other)| one != other);
    assert_eq!(differing, None);
    assert_eq!(one.len(), other.len());
}
