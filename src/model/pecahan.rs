//! Exact fractions: a need is summed without rounding on the way, and rounded once.

/// A fraction from zero, in lowest terms: `98.400 ÷ 75.000` is 164/125.
///
/// Sums and products give `None` where the exact result is too large to hold; nothing is ever rounded silently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pecahan {
    atas: u128,
    bawah: u128,
}

impl Pecahan {
    pub const NOL: Pecahan = Pecahan { atas: 0, bawah: 1 };

    /// `atas ÷ bawah`; `None` where `bawah` is zero.
    pub fn new(atas: u128, bawah: u128) -> Option<Pecahan> {
        let common = gcd(atas, bawah);
        (bawah > 0).then(|| Pecahan { atas: atas / common, bawah: bawah / common })
    }

    pub fn whole(number: u32) -> Pecahan {
        Pecahan { atas: number.into(), bawah: 1 }
    }

    pub fn plus(self, other: Pecahan) -> Option<Pecahan> {
        let common = gcd(self.bawah, other.bawah);
        let left = self.atas.checked_mul(other.bawah / common)?;
        let right = other.atas.checked_mul(self.bawah / common)?;
        Pecahan::new(left.checked_add(right)?, (self.bawah / common).checked_mul(other.bawah)?)
    }

    /// `None` also where the result would be below zero.
    pub fn minus(self, other: Pecahan) -> Option<Pecahan> {
        let common = gcd(self.bawah, other.bawah);
        let left = self.atas.checked_mul(other.bawah / common)?;
        let right = other.atas.checked_mul(self.bawah / common)?;
        Pecahan::new(left.checked_sub(right)?, (self.bawah / common).checked_mul(other.bawah)?)
    }

    pub fn times(self, other: Pecahan) -> Option<Pecahan> {
        let (a, b) = (gcd(self.atas, other.bawah), gcd(other.atas, self.bawah));
        let (a, b) = (a.max(1), b.max(1));
        Pecahan::new((self.atas / a).checked_mul(other.atas / b)?, (self.bawah / b).checked_mul(other.bawah / a)?)
    }

    /// `None` also where `other` is zero.
    pub fn over(self, other: Pecahan) -> Option<Pecahan> {
        self.times(Pecahan::new(other.bawah, other.atas)?)
    }

    /// The nearest whole number, half up.
    pub fn half_up(self) -> u32 {
        let rest = self.atas % self.bawah;
        self.floor().saturating_add(u32::from(rest >= self.bawah - rest))
    }

    /// The whole number at or below.
    pub fn floor(self) -> u32 {
        u32::try_from(self.atas / self.bawah).unwrap_or(u32::MAX)
    }

    /// The whole number at or above.
    pub fn ceil(self) -> u32 {
        self.floor().saturating_add(u32::from(!self.atas.is_multiple_of(self.bawah)))
    }

    /// With so many decimals, half up, as Indonesian prints it: `1,31`, `98.400`, `0,0408`.
    pub fn in_words(self, decimals: u32) -> String {
        let scale = 10u128.pow(decimals);
        let (mut whole, rest) = (self.atas / self.bawah, self.atas % self.bawah);
        let mut part = (rest.saturating_mul(2 * scale) + self.bawah) / (2 * self.bawah);
        if part == scale {
            (whole, part) = (whole + 1, 0);
        }
        let whole = super::angka::ribuan(i64::try_from(whole).unwrap_or(i64::MAX));
        match decimals {
            0 => whole,
            _ => format!("{whole},{part:0width$}", width = decimals as usize),
        }
    }

    /// With up to two decimals, none where it is whole: `30`, `2,5`.
    pub fn short(self) -> String {
        let text = self.in_words(2);
        text.trim_end_matches('0').trim_end_matches(',').to_string()
    }
}

impl Ord for Pecahan {
    /// Exact: whole parts first, then the rests of both, turned over.
    fn cmp(&self, other: &Pecahan) -> std::cmp::Ordering {
        let (mut a, mut b, mut turned) = (*self, *other, false);
        loop {
            let (left, right) = if turned { (b, a) } else { (a, b) };
            let whole = (left.atas / left.bawah).cmp(&(right.atas / right.bawah));
            let (rest_a, rest_b) = (a.atas % a.bawah, b.atas % b.bawah);
            let rests = if turned { rest_b.cmp(&0).cmp(&rest_a.cmp(&0)) } else { rest_a.cmp(&0).cmp(&rest_b.cmp(&0)) };
            if whole.is_ne() || rest_a == 0 || rest_b == 0 {
                return whole.then(rests);
            }
            (a, b) = (Pecahan { atas: a.bawah, bawah: rest_a }, Pecahan { atas: b.bawah, bawah: rest_b });
            turned = !turned;
        }
    }
}

impl PartialOrd for Pecahan {
    fn partial_cmp(&self, other: &Pecahan) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b > 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(atas: u128, bawah: u128) -> Pecahan {
        Pecahan::new(atas, bawah).unwrap()
    }

    #[test]
    fn fractions_are_exact_and_rounded_half_up_once() {
        let third = of(1, 3);
        assert_eq!(third.plus(third).and_then(|sum| sum.plus(third)), Some(Pecahan::whole(1)));
        assert_eq!(of(3, 4).times(of(4, 3)), Some(Pecahan::whole(1)));
        assert_eq!(Pecahan::whole(1).minus(of(4, 100)).and_then(|rest| Pecahan::whole(1).over(rest)), Some(of(25, 24)));
        for (value, nearest) in [(of(5, 2), 3), (of(249, 100), 2), (of(1, 2), 1), (of(49, 100), 0), (of(7, 1), 7)] {
            assert_eq!(value.half_up(), nearest, "{value:?}");
        }
        assert_eq!((of(7, 2).floor(), of(7, 2).ceil(), of(6, 2).ceil()), (3, 4, 3));
        assert_eq!((Pecahan::new(1, 0), Pecahan::NOL.over(Pecahan::NOL), third.minus(of(1, 2))), (None, None, None));
        assert_eq!(of(u128::MAX, 1).times(Pecahan::whole(2)), None, "too large is said, not wrapped");
    }

    #[test]
    fn fractions_are_ordered_exactly() {
        for (a, b) in [(of(1, 3), of(1, 2)), (of(5, 3), of(7, 4)), (of(0, 1), of(1, 9)), (of(9, 10), of(1, 1))] {
            assert!(a < b && b > a, "{a:?} {b:?}");
        }
        for (a, b) in (1..9).flat_map(|a| (1..9).map(move |b| (a, b))) {
            for (c, d) in (1..9).flat_map(|c| (1..9).map(move |d| (c, d))) {
                assert_eq!(of(a, b).cmp(&of(c, d)), (a * d).cmp(&(c * b)), "{a}/{b} {c}/{d}");
            }
        }
    }

    #[test]
    fn fractions_print_as_in_indonesian() {
        assert_eq!(of(98_400, 75_000).in_words(2), "1,31");
        assert_eq!(of(245, 6_000).in_words(4), "0,0408");
        assert_eq!(of(1_999, 1_000).in_words(2), "2,00");
        assert_eq!(
            (of(98_400, 1).in_words(0), of(5, 2).short(), of(30, 1).short()),
            ("98.400".into(), "2,5".into(), "30".into())
        );
        assert_eq!(of(100, 1).short(), "100");
    }
}
