//! Second engine, for tests only: successive shortest paths, written to be plainly right rather than fast.

use crate::place::lex::Cost;

/// A network as plain lists; an arc is (from, to, capacity, cost).
#[derive(Clone, Debug)]
pub struct Net<C> {
    pub supply: Vec<i64>,
    pub arcs: Vec<(usize, usize, i64, C)>,
}

/// Cheapest total cost and the flow per arc, or `None` when the supplies cannot be routed.
/// Costs may be negative as long as no cycle is.
pub fn solve<C: Cost>(net: &Net<C>) -> Option<(C, Vec<i64>)> {
    let mut excess = net.supply.clone();
    let mut flow = vec![0; net.arcs.len()];
    while let Some(source) = excess.iter().position(|&e| e > 0) {
        let (target, path) = shortest(net, &flow, &excess, source)?;
        for (arc, forward) in path {
            flow[arc] += if forward { 1 } else { -1 };
        }
        excess[source] -= 1;
        excess[target] += 1;
    }
    Some((cost_of(net, &flow), flow))
}

/// Total cost of a flow.
pub fn cost_of<C: Cost>(net: &Net<C>, flow: &[i64]) -> C {
    let units = net.arcs.iter().zip(flow).flat_map(|(arc, &flow)| (0..flow).map(|_| arc.3));
    units.fold(C::default(), |sum, cost| sum + cost)
}

/// Steps of a path: an arc's index, and whether it is walked along its direction.
type Path = Vec<(usize, bool)>;

/// The cheapest residual path from the source to a node with demand (Bellman–Ford).
fn shortest<C: Cost>(net: &Net<C>, flow: &[i64], excess: &[i64], source: usize) -> Option<(usize, Path)> {
    let mut best: Vec<Option<(C, usize, bool)>> = vec![None; excess.len()];
    best[source] = Some((C::default(), usize::MAX, true));
    let mut changed = true;
    while changed {
        changed = false;
        for (index, &(from, to, cap, cost)) in net.arcs.iter().enumerate() {
            for (a, b, room, cost, forward) in
                [(from, to, cap - flow[index], cost, true), (to, from, flow[index], -cost, false)]
            {
                let Some((so_far, ..)) = best[a] else { continue };
                if room > 0 && best[b].is_none_or(|(old, ..)| so_far + cost < old) {
                    best[b] = Some((so_far + cost, index, forward));
                    changed = true;
                }
            }
        }
    }
    let target = (0..excess.len()).filter(|&v| excess[v] < 0).filter(|&v| best[v].is_some());
    let target = target.min_by_key(|&v| best[v].map(|(cost, ..)| cost))?;
    let (mut path, mut node) = (Vec::new(), target);
    while node != source {
        let (_, arc, forward) = best[node]?;
        path.push((arc, forward));
        node = if forward { net.arcs[arc].0 } else { net.arcs[arc].1 };
    }
    Some((target, path))
}
