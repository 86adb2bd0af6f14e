//! Kinds of posts: what rules of [`Scope::Kind`](crate::place::scope::Scope::Kind) tell apart, and no more.

use std::collections::HashMap;

use crate::model::jabatan::Jenjang;
use crate::model::needs::PostId;
use crate::place::demand::Demand;
use crate::place::facts::{Facts, PostFacts};

/// The number of each post's kind. Posts of one kind are of one jabatan and jenjang, ask for the same, are worth the same,
/// and differ in their unit and need only.
pub struct Kinds(Vec<u32>);

/// All that makes a kind. The name, the kelas and the qualification are among the facts of the post.
#[derive(PartialEq, Eq, Hash)]
struct Key<'a> {
    facts: &'a PostFacts<'a>,
    jenjang: Option<Jenjang>,
    swasta: bool,
    demand: &'a Demand,
}

impl Kinds {
    pub fn new(facts: &Facts) -> Kinds {
        let mut known: HashMap<Key, u32> = HashMap::new();
        let kind = |id: PostId| {
            let post = facts.needs.post(id);
            let key = Key {
                facts: facts.post(id),
                jenjang: post.jenjang,
                swasta: facts.unit_of(post).sekolah.as_ref().is_some_and(|sekolah| !sekolah.negeri),
                demand: facts.timbangan.demands.of(id),
            };
            // Numbered as they come, so that the order in the map is never seen.
            let next = known.len() as u32;
            *known.entry(key).or_insert(next)
        };
        Kinds(facts.needs.post_ids().map(kind).collect())
    }

    /// How many kinds there are.
    pub fn count(&self) -> usize {
        self.0.iter().max().map_or(0, |last| *last as usize + 1)
    }

    /// The kind of a post.
    pub fn of(&self, post: PostId) -> u32 {
        self.0[post.0 as usize]
    }
}
