//! Workload ratio of units, kebutuhan ÷ riil: its class, and how far the units of a region lie apart (domain §2.1,
//! design §5.9). All in whole numbers.

use crate::model::needs::{Needs, PostId};
use crate::model::unit::UnitId;

/// Need and presence of a unit, over the posts whose need is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BebanUnit {
    pub unit: UnitId,
    /// The lower bound of the needs.
    pub kebutuhan: u64,
    pub riil: u64,
}

/// The posts of every unit together, with so many present in each post; units without a known need are left out.
pub fn of_units(needs: &Needs, present: impl Fn(PostId) -> u32) -> Vec<BebanUnit> {
    let mut units: Vec<BebanUnit> = Vec::new();
    for id in needs.post_ids() {
        let post = needs.post(id);
        let Some(need) = &post.kebutuhan else { continue };
        if units.last().is_none_or(|last| last.unit != post.unit) {
            units.push(BebanUnit { unit: post.unit, kebutuhan: 0, riil: 0 });
        }
        let last = units.last_mut().expect("a unit was just added");
        last.kebutuhan += u64::from(need.lo);
        last.riil += u64::from(present(id));
    }
    units
}

/// Class of effectiveness, from A (more work than people can do) to E (less than half of what they could).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KelasBeban {
    A,
    B,
    C,
    D,
    E,
}

impl KelasBeban {
    pub fn label(self) -> &'static str {
        match self {
            KelasBeban::A => "A",
            KelasBeban::B => "B",
            KelasBeban::C => "C",
            KelasBeban::D => "D",
            KelasBeban::E => "E",
        }
    }
}

/// Where the classes begin, in hundredths of the ratio: above `penuh` is A, from `b` B and so on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BatasKelas {
    pub penuh: u64,
    pub b: u64,
    pub c: u64,
    pub d: u64,
}

impl BebanUnit {
    /// The ratio in millionths; `None` where nobody is present.
    pub fn ratio(&self) -> Option<u64> {
        (self.kebutuhan * 1_000_000).checked_div(self.riil)
    }

    /// Nobody present under a need is the heaviest load there is; nobody under none is no load to class.
    pub fn kelas(&self, batas: BatasKelas) -> Option<KelasBeban> {
        if self.riil == 0 {
            return (self.kebutuhan > 0).then_some(KelasBeban::A);
        }
        // As printed: the bands have two decimals (C to 0,89, B from 0,90), so the ratio is rounded half up to them.
        let percent = (self.kebutuhan * 200 + self.riil) / (2 * self.riil);
        Some(match () {
            () if percent > batas.penuh => KelasBeban::A,
            () if percent >= batas.b => KelasBeban::B,
            () if percent >= batas.c => KelasBeban::C,
            () if percent >= batas.d => KelasBeban::D,
            () => KelasBeban::E,
        })
    }
}

/// How far ratios lie apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sebaran {
    pub unit: usize,
    /// Lowest and highest ratio, in hundredths, half up.
    pub terendah: u64,
    pub tertinggi: u64,
    /// Coefficient of variation in thousandths: standard deviation ÷ mean.
    pub cv: u64,
    /// Gini coefficient in thousandths: 0 where all ratios are equal.
    pub gini: u64,
}

impl Sebaran {
    /// Of ratios in millionths; `None` of fewer than two, or where all are zero.
    pub fn of(ratios: &[u64]) -> Option<Sebaran> {
        let mut sorted: Vec<u128> = ratios.iter().map(|ratio| u128::from(*ratio)).collect();
        sorted.sort_unstable();
        let (count, sum) = (sorted.len() as u128, sorted.iter().sum::<u128>());
        if count < 2 || sum == 0 {
            return None;
        }
        // CV² = n·Σr² ÷ (Σr)² − 1 and Gini = Σ(2i − n − 1)·r_i ÷ (n·Σr), i from one in ascending order.
        let squares: u128 = sorted.iter().map(|ratio| ratio * ratio).sum();
        let cv = ((count * squares - sum * sum) * 1_000_000 / (sum * sum)).isqrt();
        let weighted: i128 =
            (1i128..).zip(&sorted).map(|(rank, ratio)| (2 * rank - count as i128 - 1) * *ratio as i128).sum();
        let gini = (weighted.unsigned_abs() * 1_000 + count * sum / 2) / (count * sum);
        let hundredths = |ratio: u128| (ratio + 5_000) / 10_000;
        let (low, high) = (hundredths(sorted[0]), hundredths(sorted[sorted.len() - 1]));
        Some(Sebaran {
            unit: sorted.len(),
            terendah: low as u64,
            tertinggi: high as u64,
            cv: cv as u64,
            gini: gini as u64,
        })
    }

    /// Highest less lowest, in hundredths.
    pub fn rentang(&self) -> u64 {
        self.tertinggi - self.terendah
    }
}

/// The spread before and after, over the units that have people both times, so that the two can be compared.
pub fn sebaran(before: &[BebanUnit], after: &[BebanUnit]) -> Option<(Sebaran, Sebaran)> {
    let pairs = before.iter().zip(after).filter_map(|(before, after)| Some((before.ratio()?, after.ratio()?)));
    let (before, after): (Vec<u64>, Vec<u64>) = pairs.unzip();
    Some((Sebaran::of(&before)?, Sebaran::of(&after)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BATAS: BatasKelas = BatasKelas { penuh: 100, b: 90, c: 70, d: 50 };

    fn unit(kebutuhan: u64, riil: u64) -> BebanUnit {
        BebanUnit { unit: UnitId(0), kebutuhan, riil }
    }

    #[test]
    fn the_class_follows_the_bands_of_the_regulation() {
        for (kebutuhan, riil, kelas) in [
            (101, 100, Some(KelasBeban::A)),
            (100, 100, Some(KelasBeban::B)),
            (90, 100, Some(KelasBeban::B)),
            (1_004, 1_000, Some(KelasBeban::B)),
            (1_005, 1_000, Some(KelasBeban::A)),
            (895, 1_000, Some(KelasBeban::B)),
            (894, 1_000, Some(KelasBeban::C)),
            (70, 100, Some(KelasBeban::C)),
            (694, 1_000, Some(KelasBeban::D)),
            (50, 100, Some(KelasBeban::D)),
            (49, 100, Some(KelasBeban::E)),
            (3, 0, Some(KelasBeban::A)),
            (0, 0, None),
        ] {
            assert_eq!(unit(kebutuhan, riil).kelas(BATAS), kelas, "{kebutuhan}/{riil}");
        }
    }

    #[test]
    fn every_load_has_one_class_and_a_greater_load_is_never_classed_lighter() {
        for riil in 1..=60 {
            let mut before = KelasBeban::E;
            for kebutuhan in 0..=130 {
                let load = unit(kebutuhan, riil);
                let kelas = load.kelas(BATAS).expect("someone is there");
                assert!(kelas <= before, "{kebutuhan}/{riil}: {kelas:?} after {before:?}");
                // The class of the two decimals that are printed, by the bands as the regulation writes them.
                let hundredths = (load.ratio().unwrap() + 5_000) / 10_000;
                let bands = [(101, u64::MAX), (90, 100), (70, 89), (50, 69), (0, 49)];
                let inside = |(low, high): &(u64, u64)| (*low..=*high).contains(&hundredths);
                let all = [KelasBeban::A, KelasBeban::B, KelasBeban::C, KelasBeban::D, KelasBeban::E];
                let found: Vec<KelasBeban> =
                    bands.iter().zip(all).filter(|(band, _)| inside(band)).map(|(_, kelas)| kelas).collect();
                assert_eq!(found, [kelas], "{kebutuhan}/{riil}");
                before = kelas;
            }
        }
    }

    #[test]
    fn the_spread_of_equal_ratios_is_nothing() {
        let same = Sebaran::of(&[1_200_000; 5]).unwrap();
        assert_eq!((same.rentang(), same.cv, same.gini), (0, 0, 0));
        assert_eq!((Sebaran::of(&[1]), Sebaran::of(&[0, 0])), (None, None));
    }

    #[test]
    fn the_spread_is_what_a_hand_counts() {
        // 1, 2, 3: mean 2, standard deviation 0,8165, Gini (2·(1+4+9) ÷ (3·6)) − 4/3 = 0,2222.
        let spread = Sebaran::of(&[3_000_000, 1_000_000, 2_000_000]).unwrap();
        assert_eq!((spread.terendah, spread.tertinggi, spread.rentang()), (100, 300, 200));
        assert_eq!((spread.cv, spread.gini), (408, 222));
        // One has everything: Gini (n − 1) ÷ n.
        assert_eq!(Sebaran::of(&[0, 0, 0, 1_000_000]).unwrap().gini, 750);
    }

    #[test]
    fn units_that_are_empty_once_are_compared_neither_time() {
        let (before, after) =
            sebaran(&[unit(4, 2), unit(4, 4), unit(2, 0)], &[unit(4, 3), unit(4, 3), unit(2, 1)]).unwrap();
        assert_eq!((before.unit, before.tertinggi, before.terendah), (2, 200, 100));
        assert_eq!((after.unit, after.tertinggi, after.terendah), (2, 133, 133));
    }
}
