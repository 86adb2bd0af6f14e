//! Numbers as Indonesian prints them.

/// A whole number with points between the thousands: `12.500`, `−1.044`.
pub fn ribuan(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + 4);
    if number < 0 {
        text.push('−');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

/// Metres as kilometres: `77,6 km`, `3 km`.
pub fn km(metres: i64) -> String {
    let (whole, tenth) = (metres / 1000, metres % 1000 / 100);
    if tenth == 0 { format!("{} km", ribuan(whole)) } else { format!("{},{tenth} km", ribuan(whole)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_in_indonesian() {
        for (value, text) in [(0, "0"), (999, "999"), (1_250, "1.250"), (1_234_567, "1.234.567"), (-12_000, "−12.000")]
        {
            assert_eq!(ribuan(value), text);
        }
        assert_eq!(km(77_600), "77,6 km");
        assert_eq!(km(3_000), "3 km");
        assert_eq!(km(1_234_500), "1.234,5 km");
    }
}
