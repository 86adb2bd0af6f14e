//! The budget curve: what fewer moves than the plan's would fill.
//!
//! A price of λ on each move, on the level of filling, gives for every λ a plan that none of so many moves beats in the
//! sum of the fill prices (Lagrangian relaxation; the points are the corners of the lower convex hull, Geoffrion 1974).
//! λ = b ÷ a is told in whole numbers: fill prices are counted a times, a move costs b. The order of goals is the default
//! one. A couple whom only such a plan would bring together is not kept apart in it, and limits of the run do not hold:
//! the curve shows what wider ones would reach.

use rayon::prelude::*;

use crate::model::adil::Ukuran;
use crate::model::plan::{Tujuan, Urutan};
use crate::place::adil::ukuran::{Tempat, ukuran};
use crate::place::family::{Case, Family};
use crate::place::lex::Lex;
use crate::place::pricing;
use crate::place::problem::Problem;

/// Points of the curve, its ends among them.
const TITIK: usize = 12;

/// The figures of the plans on the curve, from the fewest moves to those of the best fill.
pub fn kurva(case: &Case) -> Vec<Ukuran> {
    let of_family = |family: &Family| Bagian::new(case.free_problem(family, &case.judged(family)));
    let mut parts: Vec<Bagian> = case.families.par_iter().map(of_family).collect();
    let told = |titik: Titik| {
        let mut tempat = Tempat::new();
        for (family, moves) in case.families.iter().zip(titik.moves) {
            tempat.extend(moves.iter().map(|&(person, post)| (family.movable[person], family.posts[post])));
        }
        ukuran(&case.facts, &case.bounds, &tempat)
    };
    titik(&mut parts).into_iter().map(told).collect()
}

/// A plan on the curve.
pub struct Titik {
    pub pindah: i64,
    /// Sum of the fill prices of its places, from the floors.
    pub isi: i64,
    /// Person and post of each move, family by family.
    pub moves: Vec<Vec<(usize, usize)>>,
}

/// The plans on the curve: its ends, then always one more in the widest gap, until there are enough or none is left.
pub fn titik(parts: &mut [Bagian]) -> Vec<Titik> {
    let best = solve(parts, (1, 0));
    // Nothing is worth a move that costs more than all filling gains.
    let all: i64 = parts.iter().map(Bagian::most).sum();
    let mut points = vec![solve(parts, (1, all + 1)), best];
    // Whether a plan may yet lie below the line between a point and the next one.
    let mut open = vec![true];
    while points.len() < TITIK {
        let width = |at: &usize| points[at + 1].pindah - points[*at].pindah;
        let wide = (0..open.len()).rev().filter(|at| open[*at] && width(at) > 1).max_by_key(width);
        let Some(at) = wide else { break };
        let (low, high) = (&points[at], &points[at + 1]);
        let weights = (high.pindah - low.pindah, low.isi - high.isi);
        let between = solve(parts, weights);
        let value = |titik: &Titik| weights.0 * titik.isi + weights.1 * titik.pindah;
        if value(&between) < value(low) && (low.pindah + 1..high.pindah).contains(&between.pindah) {
            points.insert(at + 1, between);
            open.insert(at + 1, true);
        } else {
            open[at] = false;
        }
    }
    points.dedup_by_key(|titik| titik.pindah);
    points
}

/// A family with its own fill prices.
pub struct Bagian {
    problem: Problem,
    steps: Vec<Vec<i64>>,
}

impl Bagian {
    pub fn new(mut problem: Problem) -> Bagian {
        (problem.urutan, problem.apart) = (Urutan::default(), Vec::new());
        let steps = problem.posts.iter().map(|post| post.steps.clone()).collect();
        Bagian { problem, steps }
    }

    /// The most that filling could gain.
    fn most(&self) -> i64 {
        self.steps.iter().flatten().map(|step| step.abs()).sum()
    }

    /// Fill price and moves of the best plan when fill counts `a` times and a move costs `b`.
    fn solve(&mut self, (a, b): (i64, i64)) -> (i64, Vec<(usize, usize)>) {
        for (post, steps) in self.problem.posts.iter_mut().zip(&self.steps) {
            post.steps.iter_mut().zip(steps).for_each(|(now, own)| *now = own * a);
        }
        self.problem.ongkos = Lex(self.problem.urutan.cost([(Tujuan::Keterisian, b)]));
        let solution = pricing::solve(&self.problem);
        let filled = solution.holders.iter().zip(&self.problem.posts).map(|(n, post)| (n - post.low) as usize);
        let isi = filled.zip(&self.steps).map(|(filled, steps)| steps[..filled].iter().sum::<i64>()).sum();
        let people = self.problem.people.iter().zip(&solution.post).enumerate();
        let movers = people.filter(|(_, (person, post))| person.home != **post);
        (isi, movers.map(|(at, (_, post))| (at, *post as usize)).collect())
    }
}

fn solve(parts: &mut [Bagian], weights: (i64, i64)) -> Titik {
    let solved: Vec<(i64, Vec<(usize, usize)>)> = parts.par_iter_mut().map(|own| own.solve(weights)).collect();
    let (isi, moves): (Vec<i64>, Vec<_>) = solved.into_iter().unzip();
    Titik { pindah: moves.iter().map(|moves: &Vec<_>| moves.len() as i64).sum(), isi: isi.iter().sum(), moves }
}
