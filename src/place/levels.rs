//! The fill level: rank prices, under which the cheapest plan shares a shortage as evenly as can be (leximin).

use std::cmp::Ordering;

/// One more holder for a post that has `filled` of the `need` it should have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub filled: u32,
    pub need: u32,
}

impl Step {
    /// The most urgent first: the lowest ratio of filled to need, then the smallest need.
    fn urgency(self, other: Step) -> Ordering {
        let mine = u64::from(self.filled) * u64::from(other.need);
        let theirs = u64::from(other.filled) * u64::from(self.need);
        mine.cmp(&theirs).then(self.need.cmp(&other.need))
    }
}

/// All distinct steps of a region in order of urgency. A step's price is −(K + 1 − rank) over K steps, so any plan that
/// is cheaper fills the emptier post (design §5.3; Frank & Murota, arXiv 1808.08477).
#[derive(Clone, Debug, Default)]
pub struct Ladder {
    steps: Vec<Step>,
}

impl Ladder {
    /// The ladder of posts with these needs.
    pub fn new(needs: impl Iterator<Item = u32>) -> Ladder {
        let mut needs: Vec<u32> = needs.collect();
        needs.sort_unstable();
        needs.dedup();
        let mut steps: Vec<Step> =
            needs.iter().flat_map(|&need| (0..need).map(move |filled| Step { filled, need })).collect();
        steps.sort_by(|a, b| a.urgency(*b));
        Ladder { steps }
    }

    /// Price of the holder after `filled`; 0 from the need on.
    ///
    /// # Panics
    /// When the need was not among those the ladder was made of.
    pub fn price(&self, filled: u32, need: u32) -> i64 {
        if filled >= need {
            return 0;
        }
        let step = Step { filled, need };
        let rank = self.steps.binary_search_by(|other| other.urgency(step)).expect("the ladder knows every need");
        -((self.steps.len() - rank) as i64)
    }

    /// Sum of the prices of the first `filled` holders.
    pub fn total(&self, filled: u32, need: u32) -> i64 {
        (0..filled.min(need)).map(|n| self.price(n, need)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_emptier_post_comes_first_and_the_smaller_one_between_equals() {
        let ladder = Ladder::new([2, 4, 6].into_iter());
        // 1/4 before 2/6 before 1/2 = 2/4 = 3/6; among equals the smaller need first.
        let order = [(1, 4), (2, 6), (1, 2), (2, 4), (3, 6), (4, 6)];
        let prices: Vec<i64> = order.iter().map(|&(filled, need)| ladder.price(filled, need)).collect();
        assert!(prices.is_sorted_by(|a, b| a < b), "{prices:?}");
        assert_eq!(ladder.price(6, 6), 0);
        assert_eq!(ladder.price(0, 2), -12);
        assert_eq!(ladder.price(5, 6), -1);
    }
}
