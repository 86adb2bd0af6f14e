//! The edges of each post, the shortest first: made when a search first leaves the post, and kept for those after it.

use std::sync::OnceLock;

use super::{Edge, NOBODY, Residual};
use crate::model::plan::{LEVELS, SERI};
use crate::place::lex::{Cost, Lex};
use crate::place::packed::Packing;
use crate::place::problem::Price;

/// Bytes that the kept edges of a family may take; a search that needs more of a post goes through all its people once
/// more. Every edge of 2,800 posts has room.
const ROOM: usize = 192 << 20;

/// So many edges of a post are kept whatever room they take.
const LEAST_KEPT: usize = 512;

/// How many edges of each post a family of so many posts keeps.
pub(super) fn kept<S: Scale>(posts: usize) -> usize {
    let edge = size_of::<S::Length>() + size_of::<Ends>();
    (ROOM / edge / posts.max(1)).max(LEAST_KEPT)
}

/// How lengths are compared and added up.
pub(super) trait Scale: Send + Sync {
    type Length: Cost + Send + Sync;

    /// A price as a length. The length of a sum is the sum of the lengths.
    fn length(&self, price: Price) -> Self::Length;

    /// The next longer one.
    fn longer(&self, length: Self::Length) -> Self::Length;

    /// Whether the lengths of two ways no longer than this, an edge or two more, are surely in the order of their prices.
    fn holds(&self, price: Price) -> bool;

    /// More than two prices within these bounds differ by where they are equal on every goal.
    fn ties(&self) -> Self::Length;
}

/// The vectors themselves.
pub(super) struct Vectors;

impl Scale for Vectors {
    type Length = Price;

    fn length(&self, price: Price) -> Price {
        price
    }

    fn longer(&self, length: Price) -> Price {
        let mut one = [0; LEVELS];
        one[SERI] = 1;
        length + Lex(one)
    }

    fn holds(&self, _: Price) -> bool {
        true
    }

    fn ties(&self) -> Price {
        let mut ties = [0; LEVELS];
        ties[SERI] = i64::MAX / 4;
        Lex(ties)
    }
}

impl Scale for Packing<LEVELS> {
    type Length = i128;

    fn length(&self, price: Price) -> i128 {
        self.sum(price)
    }

    fn longer(&self, length: i128) -> i128 {
        length + 1
    }

    fn holds(&self, price: Price) -> bool {
        self.has_room_for(price)
    }

    fn ties(&self) -> i128 {
        self.last_level()
    }
}

/// The post an edge leads to, and who goes.
type Ends = (u32, u32);

/// Edges in order of their lengths.
struct Row<L> {
    lengths: Box<[L]>,
    ends: Box<[Ends]>,
    /// Whether there are more of them.
    more: bool,
}

/// All edges, with their lengths on one scale.
pub(super) struct Rows<S: Scale> {
    pub scale: S,
    kept: usize,
    posts: Vec<OnceLock<Row<S::Length>>>,
    /// Those of groups and sink.
    hubs: Vec<Row<S::Length>>,
}

impl<S: Scale> Rows<S> {
    /// With so many edges kept of each post; with none, each is asked for once and forgotten.
    pub fn new(graph: &Residual, scale: S, kept: usize) -> Rows<S> {
        let hubs = graph.hubs.iter().map(|edges| row(&scale, edges.clone(), usize::MAX)).collect();
        let posts = graph.members.iter().map(|_| OnceLock::new()).collect();
        Rows { posts, hubs, kept, scale }
    }

    pub fn prepare(&self, graph: &Residual, post: usize) {
        self.of(graph, post);
    }

    /// Hands over the edges of a node as long as they are taken: length, end and who goes. The shortest come first; once
    /// more are asked for than are kept, all others come in any order, and some to the same end.
    pub fn each(&self, graph: &Residual, node: usize, mut take: impl FnMut(S::Length, u32, u32) -> bool) {
        let row = match node.checked_sub(self.posts.len()) {
            Some(hub) => Some(&self.hubs[hub]),
            None => (self.kept > 0).then(|| self.of(graph, node)),
        };
        let mut kept = row.into_iter().flat_map(|row| row.lengths.iter().zip(&row.ends));
        if kept.all(|(length, (to, by))| take(*length, *to, *by)) && row.is_none_or(|row| row.more) {
            graph.each_edge(node, |edge| {
                take(self.scale.length(edge.length), edge.to, edge.by);
            });
        }
    }

    fn of(&self, graph: &Residual, post: usize) -> &Row<S::Length> {
        self.posts[post].get_or_init(|| row(&self.scale, graph.shortest(post), self.kept))
    }

    /// The shortest edge into a post from each other node, with who goes; `people_only` leaves out that the post gives a
    /// place back.
    pub fn column(&self, graph: &Residual, post: usize, people_only: bool) -> Vec<(S::Length, u32)> {
        let mut column = vec![(S::Length::FORBIDDING, NOBODY); self.posts.len() + self.hubs.len()];
        for (person, &seat) in graph.solution.post.iter().enumerate().filter(|(_, seat)| **seat as usize != post) {
            if let Some(own) = graph.least_of_sending(person, post) {
                let length = self.scale.length(graph.floored(own));
                let best = &mut column[seat as usize];
                if length < best.0 {
                    *best = (length, person as u32);
                }
            }
        }
        let hub = graph.problem.hub(graph.problem.posts[post].group);
        let gives = graph.hubs[hub - self.posts.len()].iter().find(|edge| edge.to as usize == post && !people_only);
        gives.into_iter().for_each(|edge| column[hub] = (self.scale.length(edge.length), NOBODY));
        column
    }
}

/// The shortest of these edges in order, so many at most.
fn row<S: Scale>(scale: &S, edges: Vec<Edge>, most: usize) -> Row<S::Length> {
    let mut edges: Vec<(S::Length, Ends)> =
        edges.iter().map(|edge| (scale.length(edge.length), (edge.to, edge.by))).collect();
    let more = edges.len() > most;
    if more {
        edges.select_nth_unstable(most);
        edges.truncate(most);
    }
    edges.sort_unstable();
    let (lengths, ends): (Vec<S::Length>, Vec<Ends>) = edges.into_iter().unzip();
    Row { lengths: lengths.into(), ends: ends.into(), more }
}
