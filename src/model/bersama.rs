//! A value that many rows have alike, kept once for all of them.

use std::borrow::Borrow;
use std::fmt;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// A value shared by all who have it: the pendidikan `S-1 Keperawatan` of a thousand people takes the room of one. Who
/// changes it has an own one from then on.
#[derive(Debug, Default, PartialEq, Eq, Hash)]
pub struct Bersama<T>(Arc<T>);

impl<T> Clone for Bersama<T> {
    fn clone(&self) -> Bersama<T> {
        Bersama(self.0.clone())
    }
}

impl<T> From<T> for Bersama<T> {
    fn from(value: T) -> Bersama<T> {
        Bersama(Arc::new(value))
    }
}

impl<T: FromIterator<Item>, Item> FromIterator<Item> for Bersama<T> {
    fn from_iter<I: IntoIterator<Item = Item>>(items: I) -> Bersama<T> {
        T::from_iter(items).into()
    }
}

impl<T> Deref for Bersama<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Clone> DerefMut for Bersama<T> {
    fn deref_mut(&mut self) -> &mut T {
        Arc::make_mut(&mut self.0)
    }
}

impl<T> Borrow<T> for Bersama<T> {
    fn borrow(&self) -> &T {
        &self.0
    }
}

impl<T: fmt::Display> fmt::Display for Bersama<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_changes_a_shared_value_changes_it_for_nobody_else() {
        let one = Bersama::from(vec![1]);
        let mut other = one.clone();
        assert!(std::ptr::eq(&*one, &*other));
        other.push(2);
        assert_eq!((one, other), (vec![1].into(), vec![1, 2].into()));
    }
}
