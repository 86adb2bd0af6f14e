//! However lengths are kept and however many edges are at hand, a question has one answer.

use super::Random;
use super::small::{Case, case};
use super::totals::with_totals;
use crate::model::plan::LEVELS;
use crate::place::explain::{OneMore, Regret, Residual};
use crate::place::pricing;
use crate::place::problem::Price;

/// Everything that can be asked of a plan.
type Answers = (Vec<Option<Regret>>, Vec<Option<Regret>>, Vec<(Vec<(usize, Price)>, usize)>, Vec<OneMore>);

fn asked(case: &Case, residual: &Residual) -> Answers {
    let (people, posts) = (case.problem.people.len(), case.problem.posts.len());
    let pairs = (0..people).flat_map(|person| (0..posts).map(move |post| (person, post)));
    let holders = &residual.solution().holders;
    let open: Vec<usize> = (0..posts).filter(|post| holders[*post] < case.problem.posts[*post].high).collect();
    let coming = |post: usize| {
        let (coming, stuck) = residual.coming(post, 3, |person| person);
        (coming.into_iter().map(|each| (each.person, each.regret.cost)).collect(), stuck)
    };
    (
        (0..people).map(|person| residual.regret(person)).collect(),
        pairs.map(|(person, post)| residual.regret_of_sending(person, post)).collect(),
        (0..posts).map(coming).collect(),
        residual.one_more(&open),
    )
}

#[test]
fn packed_lengths_that_spill_and_edges_that_are_not_at_hand_change_no_answer() {
    let mut random = Random(601);
    for round in 0..36 {
        let case = match round {
            0..20 => case(&mut random, 8 + round % 5, 4),
            20..34 => with_totals(&mut random, 8, 4),
            _ => case(&mut random, 40, 14),
        };
        let solution = pricing::solve(&case.problem);
        let residual = || Residual::new(&case.problem, &solution);
        let usual = asked(&case, &residual());
        // Where no length has room, every search goes on with the vectors.
        for (packed, kept) in [(false, 512), (false, 1), (true, 512), (true, 2)] {
            assert_eq!(
                asked(&case, &residual().with_rows(packed, kept)),
                usual,
                "round {round}, {packed}, {kept} kept"
            );
        }
        let prepared = residual();
        prepared.prepare();
        assert_eq!(asked(&case, &prepared), usual, "round {round}: what is made beforehand is what is made when asked");
        let owning = Residual::owning(case.problem.clone(), solution.clone());
        assert_eq!(asked(&case, &owning), usual);
    }
}

#[test]
fn nobody_is_cheaper_to_refuse_than_to_send_to_the_best_other_post() {
    let mut random = Random(602);
    let (mut seen, mut tied) = (0, 0);
    for _ in 0..40 {
        let case = case(&mut random, 30, 9);
        let solution = pricing::solve(&case.problem);
        let residual = Residual::new(&case.problem, &solution);
        for person in 0..30 {
            let now = solution.post[person] as usize;
            let sent = (0..9).filter(|post| *post != now).filter_map(|post| residual.regret_of_sending(person, post));
            let best = sent.min_by_key(|regret| regret.cost);
            let refused = residual.regret(person);
            assert_eq!(refused.as_ref().map(|regret| regret.cost), best.as_ref().map(|regret| regret.cost));
            assert_eq!(refused.map(|regret| regret.changes), best.map(|regret| regret.changes));
            seen += 1;
            tied += usize::from(residual.regret(person).is_some_and(|own| own.cost.0[..LEVELS - 1] == [0; LEVELS - 1]));
        }
    }
    assert!(seen > 1_000 && tied > 5, "{seen} people, {tied} of them tied");
}
