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
    let mut meja = Meja::new(problem, butuh);
    let mut moves = Vec::new();
    while let Some((_, post)) = meja.urgent() {
        moves.extend(meja.fill(post, &|_, _| true));
    }
    moves
}

/// What more moves a plan may have: of a family, a person and a post.
pub trait Allows {
    fn lets(&self, family: usize, person: usize, post: usize) -> bool;
    /// Notes that the move is made; what was not allowed before stays so.
    fn takes(&mut self, family: usize, person: usize, post: usize);
}

/// The same over several families at once within limits. Moves family by family.
pub fn by_hand_within(families: &[(&Problem, Butuh)], limits: &mut impl Allows) -> Vec<Vec<(usize, usize)>> {
    let mut desks: Vec<Meja> = families.iter().map(|(problem, butuh)| Meja::new(problem, butuh)).collect();
    let mut moves = vec![Vec::new(); desks.len()];
    loop {
        let urgent = desks.iter_mut().enumerate().filter_map(|(at, meja)| Some((meja.urgent()?, at)));
        let Some(((_, post), at)) = urgent.min() else { return moves };
        if let Some((person, post)) = desks[at].fill(post, &|person, post| limits.lets(at, person, post)) {
            limits.takes(at, person, post);
            moves[at].push((person, post));
        }
    }
}

/// How urgent a post is: ratio, need, fingerprint.
type Urgency = (u64, u32, u64);

/// A family on the desk of whoever fills it by hand.
struct Meja<'a> {
    problem: &'a Problem,
    butuh: &'a Butuh,
    holders: Vec<u32>,
    /// Holders in each bounded total.
    totals: Vec<u32>,
    /// Those who may still go, and posts that may still find somebody.
    people: Vec<usize>,
    open: Vec<usize>,
}

impl<'a> Meja<'a> {
    fn new(problem: &'a Problem, butuh: &'a Butuh) -> Meja<'a> {
        let mut holders: Vec<u32> = problem.posts.iter().map(|post| post.fixed).collect();
        problem.people.iter().for_each(|person| holders[person.home as usize] += 1);
        let (totals, open) = (problem.in_groups(|post| holders[post]), (0..problem.posts.len()).collect());
        let mut meja = Meja { problem, butuh, holders, totals, people: Vec::new(), open };
        let everyone = 0..problem.people.len();
        meja.people = everyone.filter(|&person| meja.spare(problem.people[person].home as usize)).collect();
        meja
    }

    fn spare(&self, post: usize) -> bool {
        self.holders[post] > self.butuh.hi[post] && self.holders[post] > self.problem.posts[post].low
    }

    /// The post to fill next.
    fn urgent(&mut self) -> Option<(Urgency, usize)> {
        let (holders, butuh, posts) = (&self.holders, self.butuh, &self.problem.posts);
        self.open.retain(|&post| holders[post] < butuh.lo[post] && holders[post] < posts[post].high);
        let urgency = |&post: &usize| {
            let ratio = u64::from(holders[post]) * PER_NEED / u64::from(butuh.lo[post]);
            ((ratio, butuh.lo[post], posts[post].fingerprint), post)
        };
        self.open.iter().map(urgency).min()
    }

    /// The best of those who may come to a post; where there is none, it is not asked again.
    fn fill(&mut self, post: usize, may: &dyn Fn(usize, usize) -> bool) -> Option<(usize, usize)> {
        let problem = self.problem;
        let home = |person: usize| problem.people[person].home as usize;
        let able = self.people.iter().filter(|&&person| {
            let from = home(person);
            self.spare(from) && keeps_totals(problem, &self.totals, from, post) && may(person, post)
        });
        let worth = |&person: &usize| {
            let tie = tie(problem.people[person].fingerprint, problem.posts[post].fingerprint);
            Some((-problem.points.of(person, post)?, tie, person))
        };
        let Some((_, _, person)) = able.filter_map(worth).min() else {
            // Those who could be spared only become fewer.
            self.open.retain(|other| *other != post);
            return None;
        };
        self.holders[home(person)] -= 1;
        self.holders[post] += 1;
        self.totals = problem.in_groups(|post| self.holders[post]);
        self.people.retain(|other| *other != person);
        Some((person, post))
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
