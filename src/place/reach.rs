//! The fewest places that any plan under the same rules could leave short.

use std::collections::VecDeque;

use crate::model::plan::{Tujuan, Urutan};
use crate::place::pricing;
use crate::place::problem::{Problem, Solution, Tolls};

/// Places that could be filled beyond this plan: augmenting paths from surplus to shortage, counted one by one.
/// The even share of a shortage never costs a place, so this is 0; it is computed all the same, and printed.
pub fn fillable_beyond(problem: &Problem, solution: &Solution, need: &[u32]) -> u32 {
    if !problem.groups.is_empty() {
        return beyond_in_groups(problem, solution, need);
    }
    let mut state = solution.clone();
    let mut more = 0;
    while augment(problem, &mut state, need) {
        more += 1;
    }
    more
}

/// The same where totals are bounded, so that one path may not keep them: the best plan of places alone. There the even
/// share may cost a place.
fn beyond_in_groups(problem: &Problem, solution: &Solution, need: &[u32]) -> u32 {
    let mut places = problem.clone();
    places.urutan = Urutan::new(&[Tujuan::Keterisian]).expect("one goal");
    places.apart = Vec::new();
    places.tolls = Tolls::default();
    for (post, need) in places.posts.iter_mut().zip(need) {
        post.steps = (post.low..post.high).map(|filled| -i64::from(filled < *need)).collect();
    }
    let filled =
        |solution: &Solution| -> u32 { solution.holders.iter().zip(need).map(|(own, need)| *own.min(need)).sum() };
    filled(&pricing::solve(&places)).saturating_sub(filled(solution))
}

/// Moves people along one path from a post with someone to spare to a short one; `false` when there is none.
fn augment(problem: &Problem, state: &mut Solution, need: &[u32]) -> bool {
    let posts = problem.posts.len();
    let mut members = vec![Vec::new(); posts];
    state.post.iter().enumerate().for_each(|(person, post)| members[*post as usize].push(person));
    let spare = |post: &usize| state.holders[*post] > problem.posts[*post].low && state.holders[*post] > need[*post];
    let short = |post: usize| state.holders[post] < need[post] && state.holders[post] < problem.posts[post].high;
    let mut queue: VecDeque<usize> = (0..posts).filter(spare).collect();
    let mut seen = vec![false; posts];
    queue.iter().for_each(|&post| seen[post] = true);
    let mut by: Vec<Option<usize>> = vec![None; posts];
    while let Some(from) = queue.pop_front() {
        for &person in &members[from] {
            let home = problem.people[person].home;
            let options = problem.options(person).map(|(post, _)| post).chain(std::iter::once(home));
            for to in options.map(|post| post as usize) {
                if std::mem::replace(&mut seen[to], true) {
                    continue;
                }
                by[to] = Some(person);
                if short(to) {
                    walk_back(state, &by, to);
                    return true;
                }
                queue.push_back(to);
            }
        }
    }
    false
}

fn walk_back(state: &mut Solution, by: &[Option<usize>], end: usize) {
    state.holders[end] += 1;
    let mut to = end;
    while let Some(person) = by[to] {
        let from = state.post[person] as usize;
        state.post[person] = to as u32;
        to = from;
    }
    state.holders[to] -= 1;
}
