//! The plan an office makes by hand, to be put beside the optimiser's: fair to it, for it keeps the same rules, bounds and
//! merit points.

use crate::model::pegawai::PegawaiId;
use crate::place::facts::Facts;
use crate::place::keluarga;
use crate::place::problem::Problem;
use crate::place::tie::tie;

use super::ukuran::Tempat;

/// Needs of the posts of a family: short below `lo`, surplus above `hi`.
pub struct Butuh {
    pub lo: Vec<u32>,
    pub hi: Vec<u32>,
}

/// Fills the post of the lowest ratio first, among equals the smaller need, with the best candidate from a post that has
/// people to spare, until no post finds one. Who has moved stays, so there are no chains. Person and post of each move.
pub fn by_hand(problem: &Problem, butuh: &Butuh) -> Vec<(usize, usize)> {
    let mut holders: Vec<u32> = problem.posts.iter().map(|post| post.fixed).collect();
    problem.people.iter().for_each(|person| holders[person.home as usize] += 1);
    let spare =
        |holders: &[u32], post: usize| holders[post] > butuh.hi[post] && holders[post] > problem.posts[post].low;
    let mut people: Vec<usize> =
        (0..problem.people.len()).filter(|&person| spare(&holders, problem.people[person].home as usize)).collect();
    let mut open: Vec<usize> = (0..problem.posts.len()).collect();
    let mut moves = Vec::new();
    let mut totals = problem.in_groups(|post| holders[post]);
    loop {
        open.retain(|&post| holders[post] < butuh.lo[post] && holders[post] < problem.posts[post].high);
        let urgency = |&post: &usize| {
            let ratio = u64::from(holders[post]) * PER_NEED / u64::from(butuh.lo[post]);
            (ratio, butuh.lo[post], problem.posts[post].fingerprint)
        };
        let Some(post) = open.iter().copied().min_by_key(urgency) else { return moves };
        let able = people.iter().filter(|&&person| {
            let home = problem.people[person].home as usize;
            spare(&holders, home) && keeps_totals(problem, &totals, home, post)
        });
        let worth = |&person: &usize| {
            let tie = tie(problem.people[person].fingerprint, problem.posts[post].fingerprint);
            Some((-problem.points.of(person, post)?, tie, person))
        };
        match able.filter_map(worth).min() {
            Some((_, _, person)) => {
                holders[problem.people[person].home as usize] -= 1;
                holders[post] += 1;
                totals = problem.in_groups(|post| holders[post]);
                people.retain(|other| *other != person);
                moves.push((person, post));
            }
            // Those who could be spared only become fewer.
            None => open.retain(|other| *other != post),
        }
    }
}

/// Whether one move from a post to another keeps every bound on totals.
fn keeps_totals(problem: &Problem, totals: &[u32], from: usize, to: usize) -> bool {
    let within = |at: usize, post: usize| problem.around(post).any(|other| other == at);
    problem.around(from).all(|at| within(at, to) || totals[at] > problem.groups[at].low)
        && problem.around(to).all(|at| within(at, from) || totals[at] < problem.groups[at].high)
}

/// Ratios of holders to need are compared in parts of this.
const PER_NEED: u64 = 1 << 32;

/// Takes back the later one of each couple whom the moves by hand would bring together against a rule. Going back home
/// keeps every bound: the post left had people to spare, the other was short.
pub fn part_couples(facts: &Facts, tempat: &mut Tempat) {
    while let Some((one, other, _)) = keluarga::meeting(facts, tempat) {
        let later: PegawaiId = one.max(other);
        tempat.remove(&later);
    }
}
