//! How far a run is, for those who wait.

/// Told how far a run is. Called from any thread.
pub trait Observer: Sync {
    /// A stage begins; its name in Indonesian.
    fn stage(&self, name: &'static str);
    /// Steps done and steps in all of this stage.
    fn advance(&self, done: usize, all: usize);
}

/// Tells nobody.
pub struct Silent;

impl Observer for Silent {
    fn stage(&self, _name: &'static str) {}
    fn advance(&self, _done: usize, _all: usize) {}
}
