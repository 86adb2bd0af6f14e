//! The budget curve: what fewer moves than the plan's would fill.
//!
//! A price of λ on each move, on the level of filling, gives for every λ a plan that none of so many moves beats in the
//! sum of the fill prices (Lagrangian relaxation; the points are the corners of the lower convex hull, Geoffrion 1974).
//! λ = b ÷ a is told in whole numbers: fill prices are counted a times, a move costs b. The order of goals is the default
//! one. A couple whom only such a plan would bring together is not kept apart in it.

use rayon::prelude::*;

use crate::model::adil::Ukuran;
use crate::model::plan::{Tujuan, Urutan};
use crate::place::adil::ukuran::{Tempat, ukuran};
use crate::place::family::Case;
use crate::place::lex::Lex;
use crate::place::pricing;
use crate::place::problem::Problem;

/// Points of the curve, its ends among them.
const TITIK: usize = 12;

/// A plan on the curve.
pub struct Titik {
    pub pindah: i64,
    /// Sum of the fill prices of its places, from the floors.
    pub isi: i64,
    pub tempat: Tempat,
}

/// The figures of the plans on the curve, from the fewest moves to those of the best fill.
pub fn kurva(case: &Case) -> Vec<Ukuran> {
    titik(case).iter().map(|titik| ukuran(&case.facts, &case.bounds, &titik.tempat)).collect()
}

/// The plans on the curve.
pub fn titik(case: &Case) -> Vec<Titik> {
    let mut families: Vec<Bagian> = case.families.par_iter().map(|family| Bagian::new(case, family)).collect();
    let best = solve(case, &mut families, (1, 0));
    // Nothing is worth a move that costs more than all filling gains.
    let all: i64 = families.iter().map(Bagian::most).sum();
    let least = solve(case, &mut families, (1, all + 1));
    let mut points = vec![least, best];
    let mut edges: Vec<bool> = vec![true];
    while points.len() < TITIK {
        let width = |at: &usize| points[at + 1].pindah - points[*at].pindah;
        let wide =
            (0..edges.len()).filter(|at| edges[*at] && width(at) > 1).max_by_key(|at| (width(at), -(*at as i64)));
        let Some(at) = wide else { break };
        let (low, high) = (&points[at], &points[at + 1]);
        let weights = (high.pindah - low.pindah, low.isi - high.isi);
        let between = solve(case, &mut families, weights);
        let value = |titik: &Titik| weights.0 * titik.isi + weights.1 * titik.pindah;
        if value(&between) < value(low) && (low.pindah + 1..high.pindah).contains(&between.pindah) {
            points.insert(at + 1, between);
            edges.insert(at + 1, true);
        } else {
            edges[at] = false;
        }
    }
    points.dedup_by_key(|titik| titik.pindah);
    points
}

/// A family with its own fill prices.
struct Bagian<'a> {
    family: &'a crate::place::family::Family,
    problem: Problem,
    steps: Vec<Vec<i64>>,
}

impl<'a> Bagian<'a> {
    fn new(case: &Case, family: &'a crate::place::family::Family) -> Bagian<'a> {
        let mut problem = case.problem(family, &case.judged(family));
        (problem.urutan, problem.apart) = (Urutan::default(), Vec::new());
        let steps = problem.posts.iter().map(|post| post.steps.clone()).collect();
        Bagian { family, problem, steps }
    }

    /// The most that filling could gain.
    fn most(&self) -> i64 {
        self.steps.iter().flatten().map(|step| step.abs()).sum()
    }

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

fn solve(case: &Case, families: &mut [Bagian], weights: (i64, i64)) -> Titik {
    let solved: Vec<(i64, Vec<(usize, usize)>)> = families.par_iter_mut().map(|own| own.solve(weights)).collect();
    let mut tempat = Tempat::new();
    for (own, (_, moves)) in families.iter().zip(&solved) {
        tempat.extend(moves.iter().map(|&(person, post)| (own.family.movable[person], own.family.posts[post])));
    }
    debug_assert!(tempat.keys().all(|id| case.facts.needs.post_of[id.0 as usize].is_some()));
    Titik { pindah: tempat.len() as i64, isi: solved.iter().map(|(isi, _)| isi).sum(), tempat }
}
