//! Chains: moves of which each fills a place that the next one leaves.

use crate::place::problem::Problem;

/// The moves of a plan as chains of people: each but the last takes the place of the next.
///
/// At a post that people both enter and leave, as many who enter are needed as the floor would lack without them or the
/// ceiling has no room for; they take the places of those who leave, one for one in the fixed order of fingerprints.
pub fn chains(problem: &Problem, seats: &[u32]) -> Vec<Vec<usize>> {
    let posts = problem.posts.len();
    let (mut entering, mut leaving) = (vec![Vec::new(); posts], vec![Vec::new(); posts]);
    let mut movers: Vec<usize> =
        (0..seats.len()).filter(|person| seats[*person] != problem.people[*person].home).collect();
    movers.sort_by_key(|person| problem.people[*person].fingerprint);
    for &person in &movers {
        entering[seats[person] as usize].push(person);
        leaving[problem.people[person].home as usize].push(person);
    }
    // Whose place each takes, and whether someone takes one's own.
    let (mut next, mut replaced) = (vec![None; seats.len()], vec![false; seats.len()]);
    for post in 0..posts {
        for at in 0..needed(problem, post, entering[post].len(), leaving[post].len()) {
            next[entering[post][at]] = Some(leaving[post][at]);
            replaced[leaving[post][at]] = true;
        }
    }
    let mut seen = vec![false; seats.len()];
    // Chains begin with one whose place nobody takes; what is left goes round.
    let starts = movers.iter().filter(|person| !replaced[**person]).chain(&movers);
    let mut chains = Vec::new();
    for &start in starts {
        let mut chain = Vec::new();
        let mut at = Some(start);
        while let Some(person) = at.filter(|person| !seen[*person]) {
            seen[person] = true;
            chain.push(person);
            at = next[person];
        }
        if !chain.is_empty() {
            chains.push(chain);
        }
    }
    chains
}

/// Length of the longest chain.
pub fn longest(problem: &Problem, seats: &[u32]) -> usize {
    chains(problem, seats).iter().map(Vec::len).max().unwrap_or(0)
}

/// How many who enter a post are needed because of those who leave it.
fn needed(problem: &Problem, post: usize, entering: usize, leaving: usize) -> usize {
    let (bounds, present) = (&problem.posts[post], present(problem, post));
    let lacking = (bounds.low as usize + leaving).saturating_sub(present);
    let crowding = (present + entering).saturating_sub(bounds.high as usize);
    lacking.max(crowding).min(entering).min(leaving)
}

/// Holders of a post today.
pub fn present(problem: &Problem, post: usize) -> usize {
    let at_home = problem.people.iter().filter(|person| person.home as usize == post).count();
    problem.posts[post].fixed as usize + at_home
}
