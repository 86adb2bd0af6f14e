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

/// Metres in a kilometre.
pub const METER_PER_KM: i64 = 1000;

/// A number in hundredths: `1,33`, `1.250,00`.
pub fn hundredths_in_words(number: i64) -> String {
    format!("{},{:02}", ribuan(number / 100), number % 100)
}

/// Metres as kilometres, always with one decimal, half up: `77,6 km`, `3,0 km`. A cell of the workbook shows the same.
pub fn km(metres: i64) -> String {
    let tenth = METER_PER_KM / 10;
    let tenths = (metres + tenth / 2) / tenth;
    format!("{},{} km", ribuan(tenths / 10), tenths % 10)
}

/// A way as people say it: homes and units are often known by their kecamatan alone, and a way of nothing is one within it.
pub fn jauh(metres: i64) -> String {
    if metres == 0 { "sekecamatan".into() } else { km(metres) }
}

/// A mark from 0 to 100 in hundredths: `82,35` is 8235. Marks are compared and printed, never rounded on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nilai(u16);

impl Nilai {
    /// From hundredths, 0 to 10,000.
    pub fn of_hundredths(hundredths: u32) -> Option<Nilai> {
        u16::try_from(hundredths).ok().filter(|hundredths| *hundredths <= 10_000).map(Nilai)
    }

    pub fn hundredths(self) -> u32 {
        self.0.into()
    }

    /// Reads `82`, `82,35`, `82.35`, `82,35 %`.
    pub fn parse(text: &str) -> Option<Nilai> {
        Nilai::of_hundredths(hundredths(text.trim_end_matches(['%', ' ']))?)
    }
}

impl std::fmt::Display for Nilai {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match (rest, rest % 10) {
            (0, _) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole},{}", rest / 10),
            _ => write!(f, "{whole},{rest:02}"),
        }
    }
}

/// A number from zero in hundredths, half up. One comma or point is that of decimals, so `1.250` is 1,25; points
/// before a comma part thousands.
pub fn hundredths(text: &str) -> Option<u32> {
    let plain = match text.trim().split_once(',') {
        Some((whole, rest)) => format!("{}.{rest}", whole.replace('.', "")),
        None => text.trim().to_string(),
    };
    let is_number =
        plain.starts_with(|c: char| c.is_ascii_digit()) && plain.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let value: f64 = plain.parse().ok().filter(|_| is_number)?;
    (value <= 1e7).then(|| (value * 100.0).round() as u32)
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
        assert_eq!(km(3_000), "3,0 km");
        assert_eq!((km(47_249), km(47_250)), ("47,2 km".into(), "47,3 km".into()));
        assert_eq!(km(1_234_500), "1.234,5 km");
        assert_eq!((jauh(0), jauh(49)), ("sekecamatan".into(), "0,0 km".into()));
    }

    #[test]
    fn marks_are_read_with_comma_or_point_and_print_with_a_comma() {
        for (text, printed) in
            [("82", "82"), ("82,35", "82,35"), ("82.5", "82,5"), ("80,05 %", "80,05"), ("100", "100")]
        {
            assert_eq!(Nilai::parse(text).map(|nilai| nilai.to_string()).as_deref(), Some(printed), "{text}");
        }
        for text in ["", "100,01", "-3", "A", "inf", "1e2", ",5"] {
            assert_eq!(Nilai::parse(text), None, "{text}");
        }
        assert_eq!((hundredths("1.250,5"), hundredths("24")), (Some(125_050), Some(2_400)));
    }
}
