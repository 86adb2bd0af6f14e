//! The fill level: rank prices, under which the cheapest plan shares a shortage as evenly as can be (leximin).

use std::cmp::Ordering;

use crate::model::dahulukan::Dahulukan;

/// What the places of a post are ranked by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claim {
    pub need: u32,
    /// So many places that come before others of their own accord, of each kind, from the first holder on.
    pub minimum: u32,
    pub terpencil: u32,
}

impl Claim {
    fn first_of(self, apa: Dahulukan) -> u32 {
        match apa {
            Dahulukan::Minimum => self.minimum,
            Dahulukan::Terpencil => self.terpencil,
        }
    }
}

/// One more holder for a post that has `filled` of the `need` it should have. Lower tiers come before higher ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    tier: u8,
    filled: u32,
    need: u32,
}

impl Step {
    /// The most urgent first: the lowest tier, then the lowest ratio of filled to need, then the smallest need.
    fn urgency(self, other: Step) -> Ordering {
        let mine = u64::from(self.filled) * u64::from(other.need);
        let theirs = u64::from(other.filled) * u64::from(self.need);
        self.tier.cmp(&other.tier).then(mine.cmp(&theirs)).then(self.need.cmp(&other.need))
    }
}

/// All distinct steps of a region in order of urgency. A step's price is −(K + 1 − rank) over K steps, so any plan that
/// is cheaper fills the emptier post (design §5.3; Frank & Murota, arXiv 1808.08477). What is to be filled before other
/// places whatever the ratios leads the key. Within a post a step is never more urgent than the one before it – neither
/// its tier nor its ratio falls – so that prices never fall and the flow fills it from the first place on.
#[derive(Clone, Debug, Default)]
pub struct Ladder {
    steps: Vec<Step>,
    /// Price of each step where these are not the ranks; else empty.
    prices: Vec<i64>,
    dahulukan: Vec<Dahulukan>,
}

impl Ladder {
    /// The ladder of posts with these claims; `dahulukan` leads, the first of it most.
    pub fn new(claims: impl Iterator<Item = Claim>, dahulukan: &[Dahulukan]) -> Ladder {
        let mut claims: Vec<Claim> = claims.collect();
        claims.sort_unstable();
        claims.dedup();
        let mut ladder = Ladder { steps: Vec::new(), prices: Vec::new(), dahulukan: dahulukan.to_vec() };
        let steps = claims.iter().flat_map(|claim| (0..claim.need).map(|filled| ladder.step(filled, *claim)));
        let mut steps: Vec<Step> = steps.collect();
        steps.sort_unstable_by(|a, b| a.urgency(*b));
        steps.dedup();
        ladder.steps = steps;
        ladder
    }

    fn step(&self, filled: u32, claim: Claim) -> Step {
        let tier = |tier: u8, apa: &Dahulukan| tier * 2 + u8::from(filled >= claim.first_of(*apa));
        Step { tier: self.dahulukan.iter().fold(0, tier), filled, need: claim.need }
    }

    /// Price of the holder after `filled`; 0 from the need on.
    ///
    /// # Panics
    /// When the claim was not among those the ladder was made of.
    pub fn price(&self, filled: u32, claim: Claim) -> i64 {
        if filled >= claim.need {
            return 0;
        }
        let step = self.step(filled, claim);
        let rank = self.steps.binary_search_by(|other| other.urgency(step)).expect("the ladder knows every claim");
        self.price_of_rank(rank)
    }

    fn price_of_rank(&self, rank: usize) -> i64 {
        self.prices.get(rank).copied().unwrap_or(rank as i64 - self.steps.len() as i64)
    }

    /// The price of each step, the most urgent first.
    pub fn prices(&self) -> Vec<i64> {
        (0..self.steps.len()).map(|rank| self.price_of_rank(rank)).collect()
    }

    /// Puts other prices in the place of ranks, as many as there are steps; none for the ranks.
    pub fn set_prices(&mut self, prices: Vec<i64>) {
        debug_assert!(prices.is_empty() || prices.len() == self.steps.len() && prices.is_sorted_by(|a, b| a < b));
        self.prices = prices;
    }

    /// Prices that are not the ranks; else empty.
    pub fn raised(&self) -> &[i64] {
        &self.prices
    }

    /// Sum of the prices of the first `filled` holders.
    pub fn total(&self, filled: u32, claim: Claim) -> i64 {
        (0..filled.min(claim.need)).map(|n| self.price(n, claim)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(need: u32) -> Claim {
        Claim { need, ..Claim::default() }
    }

    #[test]
    fn the_emptier_post_comes_first_and_the_smaller_one_between_equals() {
        let ladder = Ladder::new([2, 4, 6].into_iter().map(need), &[]);
        // 1/4 before 2/6 before 1/2 = 2/4 = 3/6; among equals the smaller need first.
        let order = [(1, 4), (2, 6), (1, 2), (2, 4), (3, 6), (4, 6)];
        let prices: Vec<i64> = order.iter().map(|&(filled, own)| ladder.price(filled, need(own))).collect();
        assert!(prices.is_sorted_by(|a, b| a < b), "{prices:?}");
        assert_eq!(ladder.price(6, need(6)), 0);
        assert_eq!(ladder.price(0, need(2)), -12);
        assert_eq!(ladder.price(5, need(6)), -1);
    }

    #[test]
    fn what_is_put_first_leads_whatever_the_ratios_are() {
        let (remote, short) = (Claim { terpencil: 9, ..need(9) }, Claim { minimum: 3, ..need(4) });
        let price = |dahulukan: &[Dahulukan]| {
            let ladder = Ladder::new([remote, short, need(2)].into_iter(), dahulukan);
            move |filled: u32, claim: Claim| ladder.price(filled, claim)
        };
        let plain = price(&[]);
        assert!(plain(0, need(2)) < plain(2, short) && plain(2, short) < plain(8, remote));
        let both = price(&[Dahulukan::Minimum, Dahulukan::Terpencil]);
        assert!(both(2, short) < both(0, remote), "three quarters full and below the minimum before an empty one");
        assert!(both(8, remote) < both(0, need(2)), "the last place of a remote unit before an empty one");
        assert!(both(0, need(2)) < both(3, short), "at its minimum it stands where its ratio puts it");
        let turned = price(&[Dahulukan::Terpencil, Dahulukan::Minimum]);
        assert!(turned(8, remote) < turned(0, short));
    }

    #[test]
    fn prices_never_fall_within_a_post_whatever_is_put_first() {
        let orders: [&[Dahulukan]; 5] = [
            &[],
            &[Dahulukan::Minimum],
            &[Dahulukan::Terpencil],
            &[Dahulukan::Minimum, Dahulukan::Terpencil],
            &[Dahulukan::Terpencil, Dahulukan::Minimum],
        ];
        let claims = (0..7).flat_map(|own| {
            (0..=own).flat_map(move |minimum| [0, own].map(|terpencil| Claim { need: own, minimum, terpencil }))
        });
        let claims: Vec<Claim> = claims.collect();
        for dahulukan in orders {
            let ladder = Ladder::new(claims.iter().copied(), dahulukan);
            for claim in &claims {
                let prices: Vec<i64> = (0..claim.need + 2).map(|filled| ladder.price(filled, *claim)).collect();
                let (short, rest) = prices.split_at(claim.need as usize);
                assert!(
                    short.is_sorted_by(|a, b| a < b) && short.iter().all(|price| *price < 0),
                    "{claim:?}: {prices:?}"
                );
                assert_eq!(rest, [0, 0]);
            }
        }
    }
}
