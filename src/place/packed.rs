//! Prices as single numbers, for the many comparisons of the simplex: a third of the memory and of the time of vectors.
//!
//! Each level is given as many bits as its largest arc needs and a margin for sums. The packed network is then an
//! ordinary one of weighted sums, solved exactly; that its answer is also the best level by level is not taken on trust
//! but looked up with the vectors themselves ([`super::network`]).

use crate::place::lex::{Cost, Lex};

/// Bits on top of each level's largest arc: so many times two arcs of one sign a cycle may sum up before a level spills
/// into the one before it.
const MARGIN: u32 = 5;

/// No sum of real arcs along any path reaches so many bits, so that nothing ever overflows.
const MOST_BITS: u32 = 120;

impl Cost for i128 {
    const FORBIDDING: i128 = 1 << (MOST_BITS + 2);
}

/// Where each level of a vector lies in a number.
#[derive(Clone, Copy, Debug)]
pub struct Packing<const N: usize> {
    /// How far to the left each level stands, the first one furthest.
    shift: [u32; N],
    bits: [u32; N],
    /// Bits of a level that a sum may fill and have room for two arcs more.
    room: [u32; N],
}

impl<const N: usize> Packing<N> {
    /// A packing for arcs of which no level exceeds `largest` either way, in a network of this many nodes; `None` where
    /// there are not bits enough.
    pub fn new(largest: [i64; N], nodes: usize) -> Option<Packing<N>> {
        // A reduced cost is the sum of two paths and an arc.
        Packing::leaving(largest, usize::BITS - (2 * nodes + 2).leading_zeros())
    }

    /// The same for sums of few arcs: whoever adds them up looks whether they have room ([`Packing::has_room_for`]).
    pub fn bare(largest: [i64; N]) -> Option<Packing<N>> {
        Packing::leaving(largest, 0)
    }

    /// With so many bits left over.
    fn leaving(largest: [i64; N], spare: u32) -> Option<Packing<N>> {
        let bits = largest.map(|largest| match largest.unsigned_abs() {
            0 => 0,
            most => (u64::BITS - most.leading_zeros()) + 1 + MARGIN,
        });
        let mut shift = [0; N];
        for level in (1..N).rev() {
            shift[level - 1] = shift[level] + bits[level];
        }
        let whole: u32 = bits.iter().sum();
        let room = bits.map(|bits| bits.saturating_sub(2));
        (whole + spare <= MOST_BITS).then_some(Packing { shift, bits, room })
    }

    /// The vector as one number.
    ///
    /// # Panics
    /// When a level exceeds the largest the packing was made for: the answer would be of another network.
    pub fn pack(&self, cost: Lex<N>) -> i128 {
        cost.0.iter().zip(self.shift).zip(self.bits).fold(0, |sum, ((&level, shift), bits)| {
            let fits = bits.checked_sub(1 + MARGIN).map_or(level == 0, |bits| level.unsigned_abs() >> bits == 0);
            assert!(fits, "an arc's price is within the bounds the packing was made for");
            sum + (i128::from(level) << shift)
        })
    }

    /// The vector of any sum of arcs as one number; that it has room there is another question.
    pub fn sum(&self, cost: Lex<N>) -> i128 {
        cost.0.iter().zip(self.shift).fold(0, |sum, (&level, shift)| sum + (i128::from(level) << shift))
    }

    /// Whether a sum fills no level more than half, so that with two arcs more it is still in the order of the vectors.
    pub fn has_room_for(&self, cost: Lex<N>) -> bool {
        let fits = |(level, room): (&i64, u32)| level.unsigned_abs().checked_shr(room).unwrap_or(0) == 0;
        cost.0.iter().zip(self.room).all(fits)
    }

    /// The same numbers, of which none but nothing has room: what is searched with them is searched once more.
    #[cfg(test)]
    pub fn without_room(self) -> Packing<N> {
        Packing { room: [0; N], ..self }
    }

    /// More than two sums with room differ by on the last level.
    pub fn last_level(&self) -> i128 {
        1 << self.bits[N - 1]
    }

    /// The vector of a packed arc.
    pub fn unpack(&self, packed: i128) -> Lex<N> {
        let (mut cost, mut rest) = ([0; N], packed);
        for level in (0..N).rev().filter(|level| self.bits[*level] > 0) {
            let spare = i128::BITS - self.bits[level];
            let own = (rest << spare) >> spare;
            cost[level] = own as i64;
            rest = (rest - own) >> self.bits[level];
        }
        Lex(cost)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LARGEST: [i64; 4] = [1, 0, 900, u32::MAX as i64];

    #[test]
    fn what_is_packed_comes_out_again_and_keeps_its_order() {
        let packing = Packing::new(LARGEST, 30_000).unwrap();
        let costs: Vec<Lex<4>> =
            [[0; 4], [1, 0, -900, 5], [-1, 0, 900, -5], [0, 0, 1, -(u32::MAX as i64)], [0, 0, 0, 7]]
                .into_iter()
                .map(Lex)
                .collect();
        for a in &costs {
            assert_eq!(packing.unpack(packing.pack(*a)), *a);
            for b in &costs {
                assert_eq!(packing.pack(*a).cmp(&packing.pack(*b)), a.cmp(b));
                assert_eq!(packing.pack(*a) + packing.pack(*b) > 0, *a + *b > Lex::default());
            }
        }
    }

    #[test]
    fn a_network_too_large_for_the_bits_is_not_packed() {
        assert!(Packing::new([1, i64::MAX >> 8, 900, u32::MAX as i64], 30_000).is_none());
        assert!(Packing::new([1, 1 << 28, 900, u32::MAX as i64], 30_000).is_some());
    }

    #[test]
    #[should_panic(expected = "within the bounds")]
    fn an_arc_beyond_the_bounds_is_refused() {
        Packing::new(LARGEST, 10).unwrap().pack(Lex([0, 1, 0, 0]));
    }
}
