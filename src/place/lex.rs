//! Costs that are compared level by level, the most important level first.

use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

/// What the network simplex needs of a cost: a totally ordered group, and one cost beyond all others.
pub trait Cost:
    Copy + Ord + Default + Add<Output = Self> + Sub<Output = Self> + Neg<Output = Self> + AddAssign + SubAssign
{
    /// More than any path through real arcs can cost: the price of an arc that must not be used.
    const FORBIDDING: Self;
}

impl Cost for i64 {
    const FORBIDDING: i64 = 1 << 44;
}

/// A vector of goals in order of importance: `Lex([0, -3, 1])` is better than `Lex([0, -2, 0])`.
///
/// Level 0 is kept for what cannot be fulfilled: no sum of ordinary costs reaches one unit of it, and no run has as many
/// decisions as [`Cost::FORBIDDING`] has units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lex<const N: usize>(pub [i64; N]);

impl<const N: usize> Default for Lex<N> {
    fn default() -> Self {
        Lex([0; N])
    }
}

impl<const N: usize> Add for Lex<N> {
    type Output = Self;

    #[inline]
    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

impl<const N: usize> Sub for Lex<N> {
    type Output = Self;

    #[inline]
    fn sub(mut self, other: Self) -> Self {
        self -= other;
        self
    }
}

impl<const N: usize> Neg for Lex<N> {
    type Output = Self;

    #[inline]
    fn neg(self) -> Self {
        Lex(self.0.map(|level| -level))
    }
}

impl<const N: usize> AddAssign for Lex<N> {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine += theirs;
        }
    }
}

impl<const N: usize> SubAssign for Lex<N> {
    #[inline]
    fn sub_assign(&mut self, other: Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine -= theirs;
        }
    }
}

impl<const N: usize> Cost for Lex<N> {
    const FORBIDDING: Self = {
        let mut levels = [0; N];
        levels[0] = 1 << 40;
        Lex(levels)
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_earlier_level_outweighs_any_amount_of_a_later_one() {
        assert!(Lex([0, -3, 1_000_000]) < Lex([0, -2, -1_000_000]));
        assert!(Lex([0, 1 << 50, 0]) < Lex::<3>::FORBIDDING);
    }

    #[test]
    fn sums_and_differences_go_level_by_level() {
        let (a, b) = (Lex([1, -2, 3]), Lex([0, 5, -1]));
        assert_eq!(a + b - b, a);
        assert_eq!(-a, Lex([-1, 2, -3]));
    }
}
