//! The rounding rule of subject teachers (domain §2.2), exact in integers.

/// Fewest and most teachers for x = hours ÷ full hours: at least one, else down; from the grey zone's start (1,67,
/// compared with x rounded half up to two decimals, as the rule states its bands) to below 2 one or two.
pub fn round_teachers(hours: i64, full: i64, grey_from: i64) -> (u32, u32) {
    let lo = (hours / full).max(1);
    let grey = in_hundredths(hours, full) >= grey_from && hours < 2 * full;
    (lo as u32, if grey { 2 } else { lo as u32 })
}

/// `hours ÷ full` in hundredths, half up.
pub fn in_hundredths(hours: i64, full: i64) -> i64 {
    (200 * hours + full) / (2 * full)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_follows_the_bands_of_the_rule() {
        for (rombel, expected) in [
            (1, (1, 1)),
            (5, (1, 1)),
            (6, (1, 1)),
            (8, (1, 1)),
            (9, (1, 1)),
            (10, (1, 2)),
            (11, (1, 2)),
            (12, (2, 2)),
            (17, (2, 2)),
            (18, (3, 3)),
            (24, (4, 4)),
        ] {
            assert_eq!(round_teachers(4 * rombel, 24, 167), expected, "{rombel} rombel");
        }
        // 1,66 is rounded down, 1,67 is grey: 166/100 and 167/100.
        assert_eq!(round_teachers(166, 100, 167), (1, 1));
        assert_eq!(round_teachers(167, 100, 167), (1, 2));
        assert_eq!(round_teachers(199, 100, 167), (1, 2));
        assert_eq!(round_teachers(200, 100, 167), (2, 2));
    }

    #[test]
    fn hours_a_teacher_of_the_rules_table_come_out_as_printed() {
        // x, then hours each if rounded up and if rounded down, in tenths (domain §2.2).
        for (hundredths, up, down) in [(110, 132, 264), (170, 204, 408), (270, 216, 324)] {
            let hours = hundredths * 24;
            let (fewer, more) = (hundredths / 100, hundredths / 100 + 1);
            assert_eq!((hours / more / 10, hours / fewer / 10), (up, down), "{hundredths}");
        }
    }

    #[test]
    fn more_hours_never_need_fewer_teachers_and_a_range_has_its_ends_in_order() {
        for (full, grey_from) in [(24, 167), (24, 150), (24, 199), (30, 167), (1, 167)] {
            let mut before = (1, 1);
            for hours in 0..=400 {
                let (lo, hi) = round_teachers(hours, full, grey_from);
                assert!(1 <= lo && lo <= hi && hi <= lo + 1, "{hours}/{full}: {lo} to {hi}");
                assert!(before.0 <= lo && before.1 <= hi, "{hours}/{full}: {before:?} before {lo} to {hi}");
                before = (lo, hi);
            }
        }
    }

    #[test]
    fn an_smp_of_15_rombel_gives_each_teacher_of_mathematics_25_hours() {
        let hours = 5 * 15;
        let (lo, hi) = round_teachers(hours, 24, 167);
        assert_eq!((lo, hi, hours / i64::from(lo)), (3, 3, 25));
    }
}
