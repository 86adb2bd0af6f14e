//! How much of a person and a post a rule or an objective looks at.

/// Everything is asked once for all that it looks at alike: of 20,000 people and 6,000 posts a rule about posts is asked
/// 6,000 times, not 120,000,000 times. Whoever declares a scope promises that nothing beyond it changes the answer;
/// a test asks each rule and objective of every pair and compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// The person and the post held.
    Person,
    /// The post to go to, whoever comes.
    Post,
    /// The person and the kind of post to go to (`place/kinds.rs`), wherever it is.
    Kind,
    /// The person and the unit to go to, whatever the post there.
    Unit,
    /// All of the person and of the post.
    Pair,
}
