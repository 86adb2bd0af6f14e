//! The simplex against the second engine.

use super::Random;
use crate::place::lex::{Cost, Lex};
use crate::place::simplex::{Simplex, Stopped};
use crate::place::ssp::{self, Net};

/// A random network. Costs are differences of heights plus something positive, so many are negative and no cycle is.
fn network<C: Cost>(random: &mut Random, nodes: usize, arcs: usize, cost: impl Fn(&mut Random) -> C) -> Net<C> {
    let node = |random: &mut Random| random.below(nodes as u64) as usize;
    let heights: Vec<C> = (0..nodes).map(|_| cost(random)).collect();
    let mut supply = vec![0; nodes];
    for _ in 0..nodes / 3 {
        supply[node(random)] += 1;
        supply[node(random)] -= 1;
    }
    let arc = |_| {
        let (from, to, own) = (node(random), node(random), cost(random));
        let positive = own.max(-own);
        (from, to, random.below(4) as i64 + 1, positive + heights[to] - heights[from])
    };
    let arcs = (0..arcs).map(arc).filter(|(from, to, ..)| from != to).collect();
    Net { supply, arcs }
}

fn by_simplex<C: Cost>(net: &Net<C>) -> Result<(C, Simplex<C>), Stopped> {
    let mut simplex = Simplex::new(net.supply.clone());
    for &(from, to, cap, cost) in &net.arcs {
        simplex.add_arc(from, to, cap, cost);
    }
    simplex.solve()?;
    let flow: Vec<i64> = (0..net.arcs.len()).map(|arc| simplex.flow(arc)).collect();
    Ok((ssp::cost_of(net, &flow), simplex))
}

/// Conservation, capacities and the signs of reduced costs.
fn assert_optimal<C: Cost>(net: &Net<C>, simplex: &Simplex<C>) {
    let mut left = net.supply.clone();
    for (index, &(from, to, cap, cost)) in net.arcs.iter().enumerate() {
        let flow = simplex.flow(index);
        assert!((0..=cap).contains(&flow));
        left[from] -= flow;
        left[to] += flow;
        let reduced = cost + simplex.price(from) - simplex.price(to);
        assert!(flow == 0 || reduced <= C::default(), "flow on a dear arc");
        assert!(flow == cap || reduced >= C::default(), "room on a cheap arc");
    }
    assert!(left.iter().all(|&left| left == 0));
}

pub fn compare<C: Cost + std::fmt::Debug>(net: &Net<C>) -> bool {
    match (ssp::solve(net), by_simplex(net)) {
        (Some((wanted, _)), Ok((cost, simplex))) => {
            assert_eq!(cost, wanted);
            assert_optimal(net, &simplex);
            true
        }
        (None, Err(Stopped::Infeasible)) => false,
        (wanted, _) => panic!("only one engine finds the network feasible ({})", wanted.is_some()),
    }
}

#[test]
fn both_engines_agree_on_random_networks_of_one_level() {
    let mut random = Random(7);
    let mut feasible = 0;
    for round in 0..400 {
        let nodes = 4 + round % 20;
        let net = network(&mut random, nodes, nodes * 2, |random| random.below(41) as i64 - 20);
        feasible += usize::from(compare(&net));
    }
    assert!((50..350).contains(&feasible), "{feasible} feasible: both kinds must occur");
}

#[test]
fn both_engines_agree_on_vectors_of_levels() {
    let mut random = Random(8);
    for _ in 0..150 {
        let net =
            network(&mut random, 12, 40, |random| Lex([0, random.below(5) as i64 - 2, random.below(100) as i64 - 50]));
        compare(&net);
    }
}

#[test]
fn both_engines_agree_on_a_few_hundred_nodes() {
    let mut random = Random(9);
    let feasible = (0..4).filter(|round| {
        let net = network(&mut random, 200 + 50 * round, 1_800, |random| {
            Lex([0, -(random.below(9) as i64), random.below(999) as i64])
        });
        compare(&net)
    });
    assert!(feasible.count() > 0);
}

#[test]
fn a_solve_goes_on_from_the_old_basis_when_arcs_are_added() {
    let mut random = Random(10);
    for _ in 0..60 {
        let mut net = network(&mut random, 14, 60, |random| random.below(60) as i64 - 30);
        let late = net.arcs.split_off(net.arcs.len() / 2);
        let Ok((_, mut simplex)) = by_simplex(&net) else { continue };
        for &(from, to, cap, cost) in &late {
            simplex.add_arc(from, to, cap, cost);
        }
        simplex.solve().expect("more arcs keep a network feasible");
        net.arcs.extend(late);
        assert_optimal(&net, &simplex);
    }
}
