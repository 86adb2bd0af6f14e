//! Whether a best plan is the only one.

/// Free changes between nodes. Posts, totals and the sink form a tree; people are exchanged between any two posts.
pub(super) struct Edges {
    nodes: usize,
    exchanges: Vec<(usize, usize)>,
    /// From a node to what is around it, and back.
    ups: Vec<(usize, usize)>,
    downs: Vec<(usize, usize)>,
}

impl Edges {
    pub fn new(nodes: usize) -> Edges {
        Edges { nodes, exchanges: Vec::new(), ups: Vec::new(), downs: Vec::new() }
    }

    /// Somebody may go from one post to another.
    pub fn exchange(&mut self, from: usize, to: usize) {
        self.exchanges.push((from, to));
    }

    /// A node may have one holder more.
    pub fn up(&mut self, node: usize, around: usize) {
        self.ups.push((node, around));
    }

    /// A node may have one holder less.
    pub fn down(&mut self, node: usize, around: usize) {
        self.downs.push((around, node));
    }
}

/// The nodes an edge leads from and to.
type Ends = (usize, usize);

/// Whether free changes can be put together to another plan: a round of changes. Up and down again between the same two
/// nodes is none, so nodes that may have both one more and one less are taken together with what is around them: as that is
/// a tree, there is no other round among them.
pub(super) fn has_round(edges: &Edges) -> bool {
    let mut root: Vec<usize> = (0..edges.nodes).collect();
    let mut downs: Vec<(usize, usize)> = edges.downs.clone();
    downs.sort_unstable();
    let (mut both, up): (Vec<Ends>, Vec<Ends>) =
        edges.ups.iter().copied().partition(|(node, around)| downs.binary_search(&(*around, *node)).is_ok());
    both.sort_unstable();
    for &(node, around) in &both {
        let (a, b) = (find(&mut root, node), find(&mut root, around));
        root[a] = b;
    }
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); edges.nodes];
    let mut entering = vec![0usize; edges.nodes];
    // Down edges that are half of both lead from a root to itself; they are no round.
    let down = downs.into_iter().filter(|(around, node)| both.binary_search(&(*node, *around)).is_err());
    for (from, to) in edges.exchanges.iter().copied().chain(up).chain(down) {
        let (from, to) = (find(&mut root, from), find(&mut root, to));
        next[from].push(to);
        entering[to] += 1;
    }
    let mut order: Vec<usize> = (0..edges.nodes).filter(|&node| entering[node] == 0).collect();
    let mut at = 0;
    while at < order.len() {
        let node = order[at];
        at += 1;
        for &to in &next[node] {
            entering[to] -= 1;
            if entering[to] == 0 {
                order.push(to);
            }
        }
    }
    order.len() < edges.nodes
}

fn find(root: &mut [usize], mut at: usize) -> usize {
    while root[at] != at {
        root[at] = root[root[at]];
        at = root[at];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Posts 0 to 4, of which 3 and 4 are in the total 5; the sink is 6.
    fn round(ties: &[(usize, usize)], can_lose: &[usize], can_gain: &[usize]) -> bool {
        let mut edges = Edges::new(7);
        let around = |post: usize| if post == 3 || post == 4 { 5 } else { 6 };
        ties.iter().for_each(|(from, to)| edges.exchange(*from, *to));
        can_lose.iter().for_each(|post| edges.down(*post, around(*post)));
        can_gain.iter().for_each(|post| edges.up(*post, around(*post)));
        has_round(&edges)
    }

    #[test]
    fn free_changes_in_a_circle_make_another_plan() {
        assert!(round(&[(0, 1), (1, 2), (2, 0)], &[], &[]));
        assert!(!round(&[(0, 1), (1, 2), (0, 2)], &[], &[]));
    }

    #[test]
    fn a_free_way_between_two_margins_makes_another_plan() {
        assert!(round(&[(0, 1), (1, 2)], &[0], &[2]));
        assert!(!round(&[(0, 1), (1, 2)], &[2], &[0]), "the way leads in the other direction");
        assert!(!round(&[(0, 1)], &[2], &[2]), "one post that may do both is no change");
        assert!(round(&[(0, 1)], &[0], &[0, 1]), "one of two posts that may do both");
    }

    #[test]
    fn a_free_way_within_a_total_makes_another_plan_and_one_out_of_it_does_not() {
        assert!(round(&[(3, 4)], &[3], &[4]));
        assert!(!round(&[(3, 0)], &[3], &[0]), "the total itself may not have one less");
    }
}
