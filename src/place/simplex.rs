//! Primal network simplex: the cheapest flow through a network, with the prices that prove it.
//!
//! Strongly feasible bases (Cunningham 1976) keep it from cycling; block search picks the entering arc; the tree is
//! held by parent, child and sibling links, so a pivot touches only the subtree that is hung elsewhere.
//! Arcs may be added after a solve and the next solve goes on from the old basis.

use crate::place::lex::Cost;

/// Capacity of an arc that only its ends bound.
pub const UNBOUNDED: i64 = i64::MAX / 4;

const NONE: u32 = u32::MAX;
const LOWER: i8 = 1;
const TREE: i8 = 0;
const UPPER: i8 = -1;
/// Left out: the arc never enters the basis.
const SHUT: i8 = 2;

/// What stops a solve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// The supplies cannot be routed.
    Infeasible,
    /// A cycle of negative cost has no capacity limit.
    Unbounded,
}

#[derive(Clone, Copy)]
struct Arc<C> {
    cost: C,
    from: u32,
    to: u32,
    state: i8,
}

/// A node's place in the tree; `up` says that its tree arc runs from the node to its parent.
#[derive(Clone, Copy)]
struct Knot {
    parent: u32,
    arc: u32,
    depth: u32,
    child: u32,
    next: u32,
    prev: u32,
    up: bool,
}

/// A network with its flow, basis and prices.
///
/// Arcs `0..nodes` are artificial, one between each node and the root; the arcs callers add follow.
pub struct Simplex<C> {
    nodes: usize,
    supply: Vec<i64>,
    arcs: Vec<Arc<C>>,
    cap: Vec<i64>,
    flow: Vec<i64>,
    knots: Vec<Knot>,
    price: Vec<C>,
    scan: usize,
}

impl<C: Cost> Simplex<C> {
    /// A network of nodes with these supplies (negative: demands), which must sum to zero, and no arcs yet.
    pub fn new(supply: Vec<i64>) -> Self {
        let nodes = supply.len();
        let root = Knot { parent: NONE, arc: NONE, depth: 0, child: NONE, next: NONE, prev: NONE, up: true };
        let mut simplex = Simplex {
            nodes,
            arcs: Vec::with_capacity(nodes * 4),
            cap: vec![UNBOUNDED; nodes],
            flow: vec![0; nodes],
            knots: vec![root; nodes + 1],
            price: vec![C::default(); nodes + 1],
            supply,
            scan: 0,
        };
        for node in 0..nodes {
            simplex.arcs.push(Arc { cost: C::FORBIDDING, from: node as u32, to: nodes as u32, state: TREE });
        }
        simplex.start(&[], &[]);
        simplex
    }

    /// Adds an arc without flow and returns its number, counted from 0.
    pub fn add_arc(&mut self, from: usize, to: usize, cap: i64, cost: C) -> usize {
        self.arcs.push(Arc { cost, from: from as u32, to: to as u32, state: LOWER });
        self.cap.push(cap);
        self.flow.push(0);
        self.arcs.len() - 1 - self.nodes
    }

    /// Starts from a known flow: `flows` lists arcs with their flow, `seats` the tree arc of each node that hangs
    /// below another node. Every other arc must be empty or full; what does not balance goes over artificial arcs.
    pub fn start(&mut self, seats: &[(usize, usize)], flows: &[(usize, i64)]) {
        let root = self.nodes as u32;
        self.flow.fill(0);
        for &(arc, flow) in flows {
            self.flow[self.nodes + arc] = flow;
        }
        let mut excess = self.supply.clone();
        for index in self.nodes..self.arcs.len() {
            let (arc, flow) = (&mut self.arcs[index], self.flow[index]);
            excess[arc.from as usize] -= flow;
            excess[arc.to as usize] += flow;
            arc.state = if flow == 0 { LOWER } else { UPPER };
        }
        for (node, &excess) in excess.iter().enumerate() {
            let up = excess >= 0;
            let (from, to) = if up { (node as u32, root) } else { (root, node as u32) };
            self.arcs[node] = Arc { cost: C::FORBIDDING, from, to, state: TREE };
            self.flow[node] = excess.abs();
            self.knots[node] =
                Knot { parent: root, arc: node as u32, depth: 1, child: NONE, next: NONE, prev: NONE, up };
        }
        for &(node, arc) in seats {
            self.seat(node, self.nodes + arc);
        }
        self.knots[self.nodes].child = NONE;
        for node in 0..root {
            self.link(node, self.knots[node as usize].parent);
        }
        self.reprice();
    }

    fn seat(&mut self, node: usize, index: usize) {
        let arc = &mut self.arcs[index];
        arc.state = TREE;
        let up = arc.from as usize == node;
        let knot = &mut self.knots[node];
        knot.parent = if up { arc.to } else { arc.from };
        knot.arc = index as u32;
        knot.up = up;
        self.arcs[node].state = LOWER;
    }

    /// Pivots until no arc has a negative reduced cost.
    pub fn solve(&mut self) -> Result<(), Stopped> {
        while let Some(entering) = self.entering() {
            self.pivot(entering)?;
        }
        let routed = self.flow[..self.nodes].iter().all(|&flow| flow == 0);
        if routed { Ok(()) } else { Err(Stopped::Infeasible) }
    }

    /// How many arcs callers have added.
    pub fn count(&self) -> usize {
        self.arcs.len() - self.nodes
    }

    /// Flow on the arc of this number.
    pub fn flow(&self, arc: usize) -> i64 {
        self.flow[self.nodes + arc]
    }

    /// Whether the arc of this number is part of the basis.
    pub fn is_basic(&self, arc: usize) -> bool {
        self.arcs[self.nodes + arc].state == TREE
    }

    /// Leaves the empty arc of this number out, or takes it in again.
    ///
    /// # Panics
    /// When the arc is part of the basis: the flow may need it.
    pub fn leave_out(&mut self, arc: usize, out: bool) {
        let index = self.nodes + arc;
        assert!(!self.is_basic(arc) && self.flow[index] == 0, "only arcs beside the basis are left out");
        self.arcs[index].state = if out { SHUT } else { LOWER };
    }

    /// The same flow and basis under other costs, of each arc by its number and the cost it had; priced anew.
    pub fn with_costs<D: Cost>(&self, of: impl Fn(usize, C) -> D) -> Simplex<D> {
        let artificial = self.arcs[..self.nodes].iter().map(|arc| (arc, D::FORBIDDING));
        let own = self.arcs[self.nodes..].iter().enumerate().map(|(number, arc)| (arc, of(number, arc.cost)));
        let arc = |(arc, cost): (&Arc<C>, D)| Arc { cost, from: arc.from, to: arc.to, state: arc.state };
        let mut other = Simplex {
            nodes: self.nodes,
            supply: self.supply.clone(),
            arcs: artificial.chain(own).map(arc).collect(),
            cap: self.cap.clone(),
            flow: self.flow.clone(),
            knots: self.knots.clone(),
            price: vec![D::default(); self.nodes + 1],
            scan: self.scan,
        };
        other.reprice();
        other
    }

    /// Whether no arc is worth entering: the flow is the cheapest of all.
    pub fn is_best(&mut self) -> bool {
        self.entering().is_none()
    }

    /// Price of a node: an arc's reduced cost is `cost + price(from) − price(to)`.
    pub fn price(&self, node: usize) -> C {
        self.price[node]
    }

    /// The best arc of the first block that holds one worth entering.
    fn entering(&mut self) -> Option<usize> {
        let first = self.nodes;
        let count = self.arcs.len() - first;
        let block = ((count as f64).sqrt() as usize).max(20);
        let mut best = (C::default(), None);
        let mut left = count;
        let mut at = if self.scan < count { self.scan } else { 0 };
        while left > 0 {
            let len = block.min(count - at).min(left);
            for index in first + at..first + at + len {
                let worth = self.worth(index);
                if worth < best.0 {
                    best = (worth, Some(index));
                }
            }
            left -= len;
            at = if at + len == count { 0 } else { at + len };
            if best.1.is_some() {
                break;
            }
        }
        self.scan = at;
        best.1
    }

    /// Reduced cost in the direction in which the arc's flow can change; zero for tree arcs.
    #[inline]
    fn worth(&self, index: usize) -> C {
        match self.arcs[index].state {
            LOWER => self.reduced(index),
            UPPER => -self.reduced(index),
            _ => C::default(),
        }
    }

    #[inline]
    fn reduced(&self, index: usize) -> C {
        let arc = &self.arcs[index];
        arc.cost + self.price[arc.from as usize] - self.price[arc.to as usize]
    }

    /// Sends as much flow as fits around the cycle that `entering` closes, and changes the basis.
    fn pivot(&mut self, entering: usize) -> Result<(), Stopped> {
        let arc = self.arcs[entering];
        let (first, second) = if arc.state == LOWER { (arc.from, arc.to) } else { (arc.to, arc.from) };
        let cycle = self.leaving(entering, first, second);
        if cycle.amount >= UNBOUNDED / 2 {
            return Err(Stopped::Unbounded);
        }
        if cycle.amount > 0 {
            self.push(entering, first, second, &cycle);
        }
        match cycle.leaving {
            None => self.arcs[entering].state = -arc.state,
            Some((node, true)) => self.rehang(entering, node, first, second),
            Some((node, false)) => self.rehang(entering, node, second, first),
        }
        Ok(())
    }

    /// How much fits around the cycle, and the tree arc that limits it: the last one in cycle order, seen from the
    /// join, which keeps the basis strongly feasible.
    fn leaving(&self, entering: usize, first: u32, second: u32) -> Cycle {
        let flow = self.flow[entering];
        let whole = if self.arcs[entering].state == LOWER { self.cap[entering] - flow } else { flow };
        let mut cycle = Cycle { amount: whole, leaving: None, join: NONE };
        let (mut u, mut v) = (first, second);
        while u != v {
            if self.knots[u as usize].depth >= self.knots[v as usize].depth {
                let room = self.room(u, false);
                if room < cycle.amount {
                    cycle.amount = room;
                    cycle.leaving = Some((u, true));
                }
                u = self.knots[u as usize].parent;
            } else {
                let room = self.room(v, true);
                if room <= cycle.amount {
                    cycle.amount = room;
                    cycle.leaving = Some((v, false));
                }
                v = self.knots[v as usize].parent;
            }
        }
        cycle.join = u;
        cycle
    }

    /// How much more can flow over a node's tree arc towards the root, or away from it.
    fn room(&self, node: u32, towards_root: bool) -> i64 {
        let knot = &self.knots[node as usize];
        let arc = knot.arc as usize;
        if knot.up == towards_root { self.cap[arc] - self.flow[arc] } else { self.flow[arc] }
    }

    fn push(&mut self, entering: usize, first: u32, second: u32, cycle: &Cycle) {
        self.flow[entering] += i64::from(self.arcs[entering].state) * cycle.amount;
        for (start, towards_root) in [(first, false), (second, true)] {
            let mut node = start;
            while node != cycle.join {
                let knot = &self.knots[node as usize];
                let sign = if knot.up == towards_root { 1 } else { -1 };
                self.flow[knot.arc as usize] += sign * cycle.amount;
                node = knot.parent;
            }
        }
    }

    /// Takes the tree arc above `out` away and hangs its subtree by the entering arc: from `inner` below `outer`.
    fn rehang(&mut self, entering: usize, out: u32, inner: u32, outer: u32) {
        let leaving = self.knots[out as usize].arc as usize;
        let reduced = self.reduced(entering);
        self.arcs[entering].state = TREE;
        self.arcs[leaving].state = if self.flow[leaving] == 0 { LOWER } else { UPPER };
        let (mut node, mut parent, mut arc) = (inner, outer, entering as u32);
        loop {
            let old = self.knots[node as usize];
            self.unlink(node);
            self.link(node, parent);
            let up = self.arcs[arc as usize].from == node;
            let knot = &mut self.knots[node as usize];
            knot.arc = arc;
            knot.up = up;
            if node == out {
                break;
            }
            (parent, arc, node) = (node, old.arc, old.parent);
        }
        let shift = if self.arcs[entering].from == inner { -reduced } else { reduced };
        self.walk(inner, |price, _, _| *price += shift);
    }

    fn unlink(&mut self, node: u32) {
        let Knot { parent, next, prev, .. } = self.knots[node as usize];
        if prev == NONE {
            self.knots[parent as usize].child = next;
        } else {
            self.knots[prev as usize].next = next;
        }
        if next != NONE {
            self.knots[next as usize].prev = prev;
        }
    }

    fn link(&mut self, node: u32, parent: u32) {
        let sibling = self.knots[parent as usize].child;
        let knot = &mut self.knots[node as usize];
        (knot.parent, knot.next, knot.prev) = (parent, sibling, NONE);
        if sibling != NONE {
            self.knots[sibling as usize].prev = node;
        }
        self.knots[parent as usize].child = node;
    }

    /// Prices and depths of the whole tree anew, the root at zero.
    fn reprice(&mut self) {
        let mut child = self.knots[self.nodes].child;
        while child != NONE {
            self.walk(child, |price, above, step| *price = above + step);
            child = self.knots[child as usize].next;
        }
    }

    /// Visits a subtree from its top: sets depths, and lets `set` change each price, given the parent's price and
    /// what the tree arc adds to it.
    fn walk(&mut self, top: u32, set: impl Fn(&mut C, C, C)) {
        let mut node = top;
        loop {
            let knot = self.knots[node as usize];
            let parent = knot.parent as usize;
            let cost = self.arcs[knot.arc as usize].cost;
            let above = self.price[parent];
            set(&mut self.price[node as usize], above, if knot.up { -cost } else { cost });
            self.knots[node as usize].depth = self.knots[parent].depth + 1;
            if knot.child != NONE {
                node = knot.child;
                continue;
            }
            loop {
                if node == top {
                    return;
                }
                let knot = self.knots[node as usize];
                if knot.next != NONE {
                    node = knot.next;
                    break;
                }
                node = knot.parent;
            }
        }
    }
}

/// The cycle an entering arc closes.
struct Cycle {
    amount: i64,
    /// The node below the leaving arc, and whether it lies on the side the flow starts from;
    /// `None` when the entering arc itself is the limit.
    leaving: Option<(u32, bool)>,
    join: u32,
}
