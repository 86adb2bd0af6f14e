//! The exported model: it holds the plan, its costs add up, and the second engine finds nothing better in it.

use super::region::{Region, region};
use crate::model::aspirasi::{Aspirasi, Usulan};
use crate::model::plan::{LEVELS, Plan, Tujuan, Urutan};
use crate::model::unit::UnitId;
use crate::place::lex::Lex;
use crate::place::model::{Arc, Model, Node};
use crate::place::ssp::{self, Net};

#[test]
fn the_second_engine_finds_the_plan_s_value_in_the_exported_model() {
    let mut moves = 0;
    for seed in 1..=6 {
        moves += holds_in_its_model(&region(seed, 60)).moves.len();
    }
    assert!(moves > 6, "{moves} moves in all");
}

#[test]
fn every_order_of_goals_is_proven_and_holds_in_its_model() {
    let orders = [
        "keterisian kecocokan perpindahan",
        "keterisian aspirasi perpindahan kecocokan",
        "aspirasi jarak keterisian kecocokan",
        "kecocokan keterisian",
        "keterisian perpindahan jarak",
        "perpindahan keterisian",
        "kecocokan",
    ];
    let mut plans = Vec::new();
    for order in orders {
        let mut region = region(7, 60);
        for (at, pegawai) in region.roster.pegawai.iter_mut().enumerate().filter(|(at, _)| at % 3 == 0) {
            let units = region.roster.units.len() as u32;
            let usulan = vec![Usulan::Unit(UnitId((at as u32 * 7) % units)), Usulan::Unit(UnitId(at as u32 % units))];
            let place = pegawai.place.clone();
            let own = Aspirasi { minat: None, usulan, bersedia: None, beralasan: false, keberatan: false, place };
            pegawai.aspirasi = Some(Box::new(own));
        }
        region.settings.rencana.urutan = Urutan::parse(&order.split(' ').collect::<Vec<_>>()).expect("an order");
        let plan = holds_in_its_model(&region);
        assert!(plan.certificate.holds(), "{order}: {:#?}", plan.certificate);
        plans.push(plan);
    }
    assert!(plans[5].moves.is_empty(), "with the fewest moves first nobody moves");
    assert!(plans[0].moves.len() > plans[4].moves.len(), "moves cost nothing before the points");
    let wishes = |plan: &Plan| {
        plan.moves.iter().flat_map(|m| &m.merit).filter(|p| p.code == "O-111").map(|p| p.points).sum::<i64>()
    };
    let most = plans.iter().map(wishes).max();
    assert_eq!(Some(wishes(&plans[2])), most, "no plan fulfils more wishes than the one that puts them first");
    assert_eq!(wishes(&plans[2]), -plans[2].urutan.of(&plans[2].total, Tujuan::Aspirasi));
    assert!(wishes(&plans[2]) > wishes(&plans[4]));
}

/// The plan, after its model was seen to hold it and nothing better.
pub(super) fn holds_in_its_model(region: &Region) -> Plan {
    let plan = region.plan();
    let model = Model::new(&region.roster, &region.needs, &region.law, &region.settings, &plan);
    let (nodes, arcs): (Vec<Node>, Vec<Arc>) = (model.nodes().collect(), model.arcs().collect());
    let mut left: Vec<i64> = nodes.iter().map(|node| node.supply).collect();
    let mut value = [0; LEVELS];
    for arc in &arcs {
        assert!((arc.lower..=arc.capacity).contains(&arc.flow), "{arc:?}");
        left[arc.tail as usize] -= arc.flow;
        left[arc.head as usize] += arc.flow;
        value.iter_mut().zip(arc.cost).for_each(|(sum, cost)| *sum += cost * arc.flow);
    }
    assert!(left.iter().all(|left| *left == 0), "flow is lost");
    assert_eq!(value, plan.total);
    if let Some(slot) = plan.urutan.slot(Tujuan::Perpindahan) {
        assert_eq!(arcs.iter().filter(|arc| arc.cost[slot] == 1 && arc.flow == 1).count(), plan.moves.len());
    }
    assert_eq!(best(&nodes, &arcs), plan.total);
    plan
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
