//! The arithmetic of fairness, in whole numbers: shares in ten-thousandths, half up.

use crate::model::adil::{Bagian, Km, Sebaran};

/// One whole in ten-thousandths.
pub const UTUH: u64 = 10_000;

/// Holders of a post and its need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Isi {
    pub ada: u32,
    pub butuh: u32,
}

/// `part` of `whole`; 0 of nothing.
pub fn bagian(part: u64, whole: u64) -> Bagian {
    let share = (2 * u128::from(part) * u128::from(UTUH) + u128::from(whole)).checked_div(2 * u128::from(whole));
    share.unwrap_or_default() as Bagian
}

/// The spread of the ratios; posts that need nobody have none. `selisih` is the sum of |n − R|.
pub fn sebaran(posts: &[Isi], selisih: u64) -> Sebaran {
    let mut sorted: Vec<Isi> = posts.iter().copied().filter(|post| post.butuh > 0).collect();
    // By ratio clipped at 1, compared by cross-multiplication; equal ratios need no order.
    let clipped = |post: &Isi| u64::from(post.ada.min(post.butuh));
    sorted.sort_by(|a, b| (clipped(a) * u64::from(b.butuh)).cmp(&(clipped(b) * u64::from(a.butuh))));
    let need: u64 = sorted.iter().map(|post| u64::from(post.butuh)).sum();
    let at = |tenth: usize| sorted.get((sorted.len() * tenth).div_ceil(10).saturating_sub(1));
    let ratio = |post: Option<&Isi>| post.map_or(0, |post| bagian(post.ada.min(post.butuh).into(), post.butuh.into()));
    Sebaran {
        terendah: ratio(sorted.first()),
        desil: [1, 2, 3, 4, 5, 6, 7, 8, 9].map(|tenth| ratio(at(tenth))),
        gini: gini(&sorted),
        cv: cv(&sorted),
        imbalans: bagian(selisih, need),
    }
}

/// What a square of a ratio is counted in: far finer than the figure that comes of it.
const PRESISI: u64 = 1_000_000_000_000;

/// Gini of the clipped ratios r weighted by need w: G = 1 − Σ wᵢ (Sᵢ₋₁ + Sᵢ) ÷ (W·Sₘ), S the running sum of w·r in
/// ascending order of r (Gini 1912; the area under the Lorenz curve by trapezoids). As w·r = min(n, R), all is whole.
fn gini(sorted: &[Isi]) -> Bagian {
    let (mut running, mut area, mut need) = (0u128, 0u128, 0u128);
    for post in sorted {
        let next = running + u128::from(post.ada.min(post.butuh));
        area += u128::from(post.butuh) * (running + next);
        need += u128::from(post.butuh);
        running = next;
    }
    let whole = need * running;
    let share = (2 * (whole.saturating_sub(area)) * u128::from(UTUH) + whole).checked_div(2 * whole);
    share.unwrap_or_default() as Bagian
}

/// Coefficient of variation of n ÷ R weighted by R: CV² = W · Σ n²÷R ÷ (Σ n)² − 1.
fn cv(posts: &[Isi]) -> Bagian {
    let (mut squares, mut sum, mut need) = (0u128, 0u128, 0u128);
    for post in posts {
        let (ada, butuh) = (u128::from(post.ada), u128::from(post.butuh));
        squares += ada * ada * u128::from(PRESISI) / butuh;
        sum += ada;
        need += butuh;
    }
    if sum == 0 {
        return 0;
    }
    // Each quotient was rounded down, so the ratio may fall a hair below 1.
    let scale = u128::from(UTUH * UTUH);
    let ratio = squares * need / (sum * sum);
    (ratio.saturating_sub(u128::from(PRESISI)) * scale / u128::from(PRESISI)).isqrt() as Bagian
}

/// Mean and ninth decile of distances in metres; `None` of none.
pub fn km(mut metres: Vec<i64>) -> Option<Km> {
    metres.sort_unstable();
    let count = metres.len() as i64;
    let last = metres.get((metres.len() * 9).div_ceil(10).checked_sub(1)?)?;
    Some(Km { orang: count as u32, rata_m: (2 * metres.iter().sum::<i64>() + count) / (2 * count), p90_m: *last })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread(posts: &[(u32, u32)]) -> Sebaran {
        let posts: Vec<Isi> = posts.iter().map(|&(ada, butuh)| Isi { ada, butuh }).collect();
        let apart = posts.iter().map(|post| u64::from(post.ada.abs_diff(post.butuh))).sum();
        sebaran(&posts, apart)
    }

    #[test]
    fn posts_that_are_filled_alike_are_shared_evenly() {
        for same in [&[(2, 4), (3, 6), (1, 2)][..], &[(4, 4), (9, 9)], &[(0, 3), (0, 5)]] {
            let spread = spread(same);
            assert_eq!((spread.gini, spread.cv), (0, 0), "{same:?}");
        }
        // Beyond the need nobody is better filled, though the load is uneven.
        let over = spread(&[(4, 4), (8, 4)]);
        assert_eq!((over.gini, over.cv), (0, 3_333));
    }

    #[test]
    fn the_spread_is_what_a_hand_counts() {
        // 2 of 4 and 4 of 4: running sums 2, 6; area 4·2 + 4·8 = 40 of 8·6 = 48; Gini 1 − 40/48 = 1/6. Ratios 0,5 and 1
        // of equal weight: mean 0,75, deviation 0,25, CV 1/3.
        let even = spread(&[(4, 4), (2, 4)]);
        assert_eq!((even.gini, even.cv, even.imbalans), (1_667, 3_333, 2_500));
        // 1 of 2 weighs less than 6 of 6: area 2·1 + 6·(1 + 7) = 50 of 8·7 = 56.
        let weighted = spread(&[(6, 6), (1, 2)]);
        assert_eq!((weighted.gini, weighted.terendah, weighted.imbalans), (1_071, 5_000, 1_250));
        // A post of no need weighs nothing.
        assert_eq!(spread(&[(6, 6), (1, 2), (5, 0)]).gini, 1_071);
        assert_eq!(spread(&[]), Sebaran::default());
    }

    #[test]
    fn deciles_are_ratios_that_so_many_tenths_do_not_exceed() {
        let spread = spread(&(1..=10).map(|ada| (ada, 10)).collect::<Vec<_>>());
        assert_eq!(spread.desil, [1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000]);
        assert_eq!(spread.terendah, 1_000);
    }

    #[test]
    fn shares_round_half_up_and_of_nothing_are_nothing() {
        assert_eq!((bagian(1, 3), bagian(2, 3), bagian(1, 20_000), bagian(3, 0)), (3_333, 6_667, 1, 0));
    }

    #[test]
    fn the_ninth_decile_is_a_distance_that_occurs() {
        let told = km((1..=10).map(|km| km * 1_000).collect()).unwrap();
        assert_eq!((told.orang, told.rata_m, told.p90_m), (10, 5_500, 9_000));
        assert_eq!((km(vec![7]).unwrap().p90_m, km(Vec::new())), (7, None));
    }
}
