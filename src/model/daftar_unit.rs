//! The units of a region. Copies of a region share those in which they do not differ.

use std::ops::{Index, IndexMut};
use std::sync::Arc;

use super::unit::Unit;

/// DaftarUnit by their numbers. A copy costs a counter each; a unit that is changed is then the copy's own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DaftarUnit(Vec<Arc<Unit>>);

impl DaftarUnit {
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn get(&self, at: usize) -> Option<&Unit> {
        self.0.get(at).map(Arc::as_ref)
    }

    pub fn push(&mut self, unit: Unit) {
        self.0.push(Arc::new(unit));
    }

    /// A unit, to be shared with another copy.
    pub fn shared(&self, at: usize) -> Arc<Unit> {
        Arc::clone(&self.0[at])
    }

    /// Puts a unit in the place of another.
    pub fn put(&mut self, at: usize, unit: Arc<Unit>) {
        self.0[at] = unit;
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Unit> + DoubleEndedIterator + Clone {
        self.0.iter().map(Arc::as_ref)
    }

    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Unit> {
        self.0.iter_mut().map(Arc::make_mut)
    }
}

impl Index<usize> for DaftarUnit {
    type Output = Unit;

    fn index(&self, at: usize) -> &Unit {
        &self.0[at]
    }
}

impl IndexMut<usize> for DaftarUnit {
    fn index_mut(&mut self, at: usize) -> &mut Unit {
        Arc::make_mut(&mut self.0[at])
    }
}

impl FromIterator<Unit> for DaftarUnit {
    fn from_iter<I: IntoIterator<Item = Unit>>(units: I) -> DaftarUnit {
        DaftarUnit(units.into_iter().map(Arc::new).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::model::fixture;

    #[test]
    fn a_unit_changed_in_a_copy_stays_as_it_was_in_the_region() {
        let region = fixture::region();
        let mut copy = region.roster.units.clone();
        copy[0].nama = "Unit Lain".into();
        assert_eq!((&*copy[0].nama, copy.len()), ("Unit Lain", region.roster.units.len()));
        assert_ne!(region.roster.units[0], copy[0]);
        copy.put(0, region.roster.units.shared(0));
        assert_eq!(copy, region.roster.units);
    }
}
