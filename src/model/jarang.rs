//! Jarang: facts that few have. Who has none of them needs no room for them.

use std::ops::{Deref, DerefMut};

/// What few rows have, kept aside and read as if it were the row's own: most rows say nothing of it, and that takes the
/// room of a pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jarang<T>(Option<Box<T>>);

/// Facts of which a row may have none.
pub trait Kosong: Default + PartialEq + 'static {
    /// Nothing said.
    const KOSONG: &'static Self;
}

impl<T> Default for Jarang<T> {
    fn default() -> Jarang<T> {
        Jarang(None)
    }
}

impl<T: Kosong> From<T> for Jarang<T> {
    fn from(facts: T) -> Jarang<T> {
        Jarang((facts != *T::KOSONG).then(|| Box::new(facts)))
    }
}

impl<T: Kosong> Deref for Jarang<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::KOSONG)
    }
}

impl<T: Kosong> DerefMut for Jarang<T> {
    /// Makes room for it: to be asked only where there is something to put.
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Kosong> Jarang<T> {
    /// Takes all of it away.
    pub fn take(&mut self) -> T {
        self.0.take().map(|facts| *facts).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Kosong for u32 {
        const KOSONG: &'static u32 = &0;
    }

    #[test]
    fn nothing_said_takes_no_room_and_reads_as_nothing() {
        let mut own = Jarang::from(0);
        assert!(own.0.is_none() && *own == 0);
        *own = 7;
        assert_eq!((own.take(), *own, size_of_val(&own)), (7, 0, size_of::<usize>()));
    }
}
