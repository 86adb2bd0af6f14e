//! The simplex against the second engine on networks of NETGEN (Klingman, Napier & Stutz 1974), as those are what solvers
//! of flows are compared by.

use netgen_rs::{NetgenParams, generate};

use super::engine::compare;
use crate::place::lex::Lex;
use crate::place::ssp::Net;

/// Nodes, sources, sinks, arcs and supply of a network. Where supply, sources and half the nodes are one number, it is an
/// assignment, the shape our own problems have.
fn network(seed: i64, [nodes, sources, sinks, density, supply]: [i64; 5]) -> Net<i64> {
    let params = NetgenParams {
        nodes,
        sources,
        sinks,
        density,
        mincost: 1,
        maxcost: 10_000,
        supply,
        tsources: 0,
        tsinks: 0,
        hicost_pct: 30,
        capacitated_pct: 60,
        mincap: supply / 20 + 1,
        maxcap: supply / 2 + 1,
    };
    let made = generate(seed, &params).expect("the parameters make a network");
    let arc = |arc: &netgen_rs::Arc| (arc.from as usize - 1, arc.to as usize - 1, arc.capacity, arc.cost);
    Net { supply: made.supply, arcs: made.arcs.iter().map(arc).collect() }
}

/// The same with the cost told apart on two levels, the coarse one first: another order of the same arcs.
fn in_levels(net: &Net<i64>) -> Net<Lex<3>> {
    let level = |&(from, to, cap, cost): &(usize, usize, i64, i64)| (from, to, cap, Lex([0, cost / 500, cost % 500]));
    Net { supply: net.supply.clone(), arcs: net.arcs.iter().map(level).collect() }
}

#[test]
fn both_engines_agree_on_networks_of_netgen() {
    for (seed, sizes) in
        [(11, [200, 10, 10, 1_300, 1_000]), (12, [1_000, 50, 50, 5_000, 5_000]), (13, [3_000, 20, 20, 9_000, 900])]
    {
        let net = network(seed, sizes);
        assert!(compare(&net), "NETGEN makes networks that can be routed");
        assert!(compare(&in_levels(&net)));
    }
}

#[test]
fn both_engines_agree_on_assignments_of_netgen() {
    for (seed, half, arcs) in [(21, 100, 1_500), (22, 400, 4_800)] {
        let net = network(seed, [2 * half, half, half, arcs, half]);
        assert!(compare(&net));
        assert!(compare(&in_levels(&net)));
    }
}

#[test]
fn both_engines_agree_on_thirty_thousand_nodes() {
    let net = network(31, [30_000, 12, 12, 70_000, 240]);
    assert!(compare(&in_levels(&net)));
}
