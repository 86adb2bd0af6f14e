//! Second engine, for tests only: successive shortest paths, written to be plainly right rather than fast.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

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
    let mut engine = Engine::new(net);
    while engine.excess.iter().any(|&excess| excess > 0) {
        let path = engine.shortest()?;
        engine.send(&path);
    }
    Some((cost_of(net, &engine.flow), engine.flow))
}

/// Total cost of a flow.
pub fn cost_of<C: Cost>(net: &Net<C>, flow: &[i64]) -> C {
    let units = net.arcs.iter().zip(flow).flat_map(|(arc, &flow)| (0..flow).map(|_| arc.3));
    units.fold(C::default(), |sum, cost| sum + cost)
}

/// A way on: an arc's index, and whether it is walked along its direction.
type Step = (usize, bool);

struct Engine<'n, C> {
    net: &'n Net<C>,
    excess: Vec<i64>,
    flow: Vec<i64>,
    steps: Vec<Vec<Step>>,
    /// Under these no way with room left is shorter than nothing (Johnson 1977).
    height: Vec<C>,
}

impl<'n, C: Cost> Engine<'n, C> {
    fn new(net: &'n Net<C>) -> Self {
        let nodes = net.supply.len();
        let mut steps = vec![Vec::new(); nodes];
        for (index, &(from, to, ..)) in net.arcs.iter().enumerate() {
            steps[from].push((index, true));
            steps[to].push((index, false));
        }
        let (excess, flow) = (net.supply.clone(), vec![0; net.arcs.len()]);
        let mut engine = Engine { net, excess, flow, steps, height: vec![C::default(); nodes] };
        engine.lower();
        engine
    }

    /// Heights that no arc undercuts (Bellman–Ford).
    fn lower(&mut self) {
        let mut queue: VecDeque<usize> = (0..self.height.len()).collect();
        while let Some(node) = queue.pop_front() {
            for &(index, forward) in &self.steps[node] {
                let (_, to, cap, cost) = self.net.arcs[index];
                if forward && cap > 0 && self.height[node] + cost < self.height[to] {
                    self.height[to] = self.height[node] + cost;
                    queue.push_back(to);
                }
            }
        }
    }

    /// How much more can go this way, where it leads, and what a unit costs.
    fn way(&self, (index, forward): Step) -> (i64, usize, C) {
        let (from, to, cap, cost) = self.net.arcs[index];
        if forward { (cap - self.flow[index], to, cost) } else { (self.flow[index], from, -cost) }
    }

    /// The cheapest way from a node with something left to one that wants it (Dijkstra over the heights).
    fn shortest(&mut self) -> Option<Vec<Step>> {
        let nodes = self.height.len();
        let mut reached: Vec<Option<(C, Option<Step>)>> = vec![None; nodes];
        let mut settled = Vec::new();
        let mut done = vec![false; nodes];
        let mut heap = BinaryHeap::new();
        for node in (0..nodes).filter(|&node| self.excess[node] > 0) {
            reached[node] = Some((C::default(), None));
            heap.push(Reverse((C::default(), node)));
        }
        while let Some(Reverse((distance, node))) = heap.pop() {
            if std::mem::replace(&mut done[node], true) {
                continue;
            }
            settled.push((node, distance));
            if self.excess[node] < 0 {
                // What lies farther is as far as this one.
                settled.into_iter().for_each(|(near, own)| self.height[near] += own - distance);
                return Some(self.walk_back(&reached, node));
            }
            for &step in &self.steps[node] {
                let (room, to, cost) = self.way(step);
                if room > 0 && !done[to] {
                    let farther = distance + cost + self.height[node] - self.height[to];
                    if reached[to].is_none_or(|(old, _)| farther < old) {
                        reached[to] = Some((farther, Some(step)));
                        heap.push(Reverse((farther, to)));
                    }
                }
            }
        }
        None
    }

    fn walk_back(&self, reached: &[Option<(C, Option<Step>)>], end: usize) -> Vec<Step> {
        let (mut path, mut node) = (Vec::new(), end);
        while let Some((_, Some((index, forward)))) = reached[node] {
            path.push((index, forward));
            let (from, to, ..) = self.net.arcs[index];
            node = if forward { from } else { to };
        }
        path.reverse();
        path
    }

    /// Sends as much as fits.
    fn send(&mut self, path: &[Step]) {
        let tail = |&(index, forward): &Step| {
            let (from, to, ..) = self.net.arcs[index];
            if forward { from } else { to }
        };
        let Some((source, target)) = path.first().map(tail).zip(path.last().map(|step| self.way(*step).1)) else {
            return;
        };
        let room = path.iter().map(|step| self.way(*step).0).min().unwrap_or_default();
        let amount = room.min(self.excess[source]).min(-self.excess[target]);
        for &(index, forward) in path {
            self.flow[index] += if forward { amount } else { -amount };
        }
        self.excess[source] -= amount;
        self.excess[target] += amount;
    }
}
