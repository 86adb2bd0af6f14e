//! What is left of an NIP after it was stored as a number (domain §3.3 D1).

use std::fmt;

use super::Nip;

const AWALAN: usize = 15;
const DIGITS: usize = 18;
/// Doubles between 2^57 and 2^58, where every NIP lies, are 32 apart: the typed number and the shortest print of its
/// double each lie within 16 of the double. Serials so near to the next thousand are not given out.
const NEAREST: u64 = 32;

/// The first 15 digits of an NIP, `198501012010011`: birth, appointment and sex. The serial is not known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AwalanNip(u64);

impl AwalanNip {
    pub(super) fn of(nip: &Nip) -> AwalanNip {
        AwalanNip(nip.digits().bytes().take(AWALAN).fold(0, |n, b| n * 10 + u64::from(b - b'0')))
    }

    /// The 15 digits that are certain in a damaged NIP: `1.98501012010011e17`, `1,98501012010011E+17` or
    /// `198501012010011000`. `None` where fewer are left, or where rounding may have changed them.
    pub fn parse(text: &str) -> Option<AwalanNip> {
        let (number, significant) = number(text)?;
        let awalan = |number: u64| number / 1000;
        // Excel keeps 15 digits as they were typed; more digits are those of a double near the typed number.
        let certain = significant <= AWALAN || awalan(number - NEAREST) == awalan(number + NEAREST);
        (certain && significant >= AWALAN).then(|| AwalanNip(awalan(number)))
    }
}

/// A number of 18 digits, and how many of them were printed before zeros fill it up.
fn number(text: &str) -> Option<(u64, usize)> {
    let (mantissa, power) = match text.split_once(['e', 'E']) {
        Some((mantissa, power)) => (mantissa, power.trim_start_matches('+').parse().ok()?),
        None => (text, DIGITS - 1),
    };
    let plain = match mantissa.split_once(['.', ',']) {
        Some((whole, rest)) if whole.len() == 1 && mantissa.len() <= DIGITS + 1 => format!("{whole}{rest}"),
        None if mantissa.len() == DIGITS => mantissa.to_string(),
        Some(_) | None => return None,
    };
    if power != DIGITS - 1 || !plain.starts_with(['1', '2']) || !plain.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some((format!("{plain:0<DIGITS$}").parse().ok()?, plain.trim_end_matches('0').len()))
}

impl fmt::Display for AwalanNip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Debug for AwalanNip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AwalanNip({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn fifteen_digits_survive_what_a_spreadsheet_does() {
        for text in [
            "1.98501012010012e17",
            "1.98501012010012E+17",
            "1,98501012010012E+17",
            "198501012010012000",
            "1.9850101201001234e17",
        ] {
            assert_eq!(
                AwalanNip::parse(text).map(|awalan| awalan.to_string()).as_deref(),
                Some("198501012010012"),
                "{text}"
            );
        }
        let nip = Nip::parse("198501012010012345", date(2026, 11, 1)).unwrap();
        assert_eq!(AwalanNip::parse("1.98501012010012e17"), Some(nip.awalan()));
    }

    #[test]
    fn what_rounding_may_have_changed_is_not_certain() {
        for text in [
            "1,98501E+17",
            "1.9850101201001e17",
            "1.98501012010012e16",
            "1.9850101201001201e17",
            "1.9850101201001203e17",
            "1.9850101201001199e17",
            "19850101201001200",
            "besok",
            "",
            "-1.98501012010012e17",
            "9.98501012010012e17",
            "1.985010120100120000000e17",
        ] {
            assert_eq!(AwalanNip::parse(text), None, "{text}");
        }
    }

    #[test]
    fn of_every_double_the_certain_digits_are_the_typed_ones() {
        for serial in 1..=967u64 {
            let typed = 198_501_012_010_012_000 + serial;
            let awalan = AwalanNip::parse(&format!("{:e}", typed as f64));
            assert!(awalan.is_none_or(|awalan| awalan.0 == typed / 1000), "{typed}");
        }
    }
}
