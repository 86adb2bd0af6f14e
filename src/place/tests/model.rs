//! The exported model: it holds the plan, its costs add up, and the second engine finds nothing better in it.

use super::region::region;
use crate::model::plan::LEVELS;
use crate::place::lex::Lex;
use crate::place::model::{Arc, Model, Node};
use crate::place::ssp::{self, Net};

#[test]
fn the_second_engine_finds_the_plan_s_value_in_the_exported_model() {
    let mut moves = 0;
    for seed in 1..=6 {
        let region = region(seed, 60);
        let plan = region.plan();
        let model = Model::new(&region.roster, &region.needs, &region.law, &region.settings, &plan);
        let (nodes, arcs): (Vec<Node>, Vec<Arc>) = (model.nodes().collect(), model.arcs().collect());
        moves += plan.moves.len();

        let mut left: Vec<i64> = nodes.iter().map(|node| node.supply).collect();
        let mut value = [0; LEVELS];
        for arc in &arcs {
            assert!((arc.lower..=arc.capacity).contains(&arc.flow), "seed {seed}: {arc:?}");
            left[arc.tail as usize] -= arc.flow;
            left[arc.head as usize] += arc.flow;
            value.iter_mut().zip(arc.cost).for_each(|(sum, cost)| *sum += cost * arc.flow);
        }
        assert!(left.iter().all(|left| *left == 0), "seed {seed}: flow is lost");
        assert_eq!(value, plan.total, "seed {seed}");
        assert_eq!(arcs.iter().filter(|arc| arc.cost[2] == 1 && arc.flow == 1).count(), plan.moves.len());

        assert_eq!(best(&nodes, &arcs), plan.total, "seed {seed}");
    }
    assert!(moves > 6, "{moves} moves in all");
}

/// The least cost by the second engine; what must flow anyway is sent beforehand.
fn best(nodes: &[Node], arcs: &[Arc]) -> [i64; LEVELS] {
    let mut supply: Vec<i64> = nodes.iter().map(|node| node.supply).collect();
    let mut sunk = [0; LEVELS];
    let mut free = Vec::new();
    for arc in arcs {
        supply[arc.tail as usize] -= arc.lower;
        supply[arc.head as usize] += arc.lower;
        sunk.iter_mut().zip(arc.cost).for_each(|(sum, cost)| *sum += cost * arc.lower);
        free.push((arc.tail as usize, arc.head as usize, arc.capacity - arc.lower, Lex(arc.cost)));
    }
    let (cost, _) = ssp::solve(&Net { supply, arcs: free }).expect("nobody moving is a flow");
    sunk.iter_mut().zip(cost.0).for_each(|(sum, cost)| *sum += cost);
    sunk
}
