//! Coordinates of a unit, and the distance between two points.

/// Degrees that Indonesia lies within (domain §3.3 D17), in millionths.
const LAT: std::ops::RangeInclusive<i32> = -11_000_000..=6_500_000;
const LON: std::ops::RangeInclusive<i32> = 95_000_000..=141_100_000;

/// A point in Indonesia, in millionths of a degree: `-2.09933, 102.29501`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Koordinat {
    lat: i32,
    lon: i32,
}

/// Why two numbers are no point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KoordinatProblem {
    /// Not two numbers.
    Asing,
    /// Both zero, or one of them: what programs write for nothing.
    Nol,
    /// Outside of Indonesia.
    DiLuar,
}

/// A point, and whether latitude and longitude stood in each other's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Titik {
    pub koordinat: Koordinat,
    pub tertukar: bool,
}

impl Koordinat {
    /// Reads latitude and longitude of two cells: `-2.09933` or `-2,09933`, `2°05'57.6" LS`.
    /// Two numbers that make sense only the other way round are read so.
    pub fn parse(lat: &str, lon: &str) -> Result<Titik, KoordinatProblem> {
        let (Some(first), Some(second)) = (derajat(lat), derajat(lon)) else { return Err(KoordinatProblem::Asing) };
        if first == 0 || second == 0 {
            return Err(KoordinatProblem::Nol);
        }
        let point = |lat, lon| (LAT.contains(&lat) && LON.contains(&lon)).then_some(Koordinat { lat, lon });
        match (point(first, second), point(second, first)) {
            (Some(koordinat), _) => Ok(Titik { koordinat, tertukar: false }),
            (None, Some(koordinat)) => Ok(Titik { koordinat, tertukar: true }),
            (None, None) => Err(KoordinatProblem::DiLuar),
        }
    }

    /// Reads both of one cell: `-2.09933, 102.29501`, `-2,09933; 102,29501`, `2°05' LS 102°17' BT`.
    pub fn parse_pair(text: &str) -> Result<Titik, KoordinatProblem> {
        let mut problem = KoordinatProblem::Asing;
        for (lat, lon) in halves(text) {
            match Koordinat::parse(lat, lon) {
                Ok(titik) => return Ok(titik),
                Err(KoordinatProblem::Asing) => {}
                Err(other) if problem == KoordinatProblem::Asing => problem = other,
                Err(_) => {}
            }
        }
        Err(problem)
    }

    /// Great-circle distance in whole hundreds of metres, returned in metres.
    pub fn distance_m(self, other: Koordinat) -> i64 {
        let degrees = |point: Koordinat| (f64::from(point.lat) / 1e6, f64::from(point.lon) / 1e6);
        haversine_m(degrees(self), degrees(other))
    }
}

/// Great-circle distance between two points in degrees, in whole hundreds of metres, returned in metres.
/// Haversine on a sphere of 6,371 km.
pub fn haversine_m(a: (f64, f64), b: (f64, f64)) -> i64 {
    let (lat1, lat2) = (a.0.to_radians(), b.0.to_radians());
    let half_lat = ((lat2 - lat1) / 2.0).sin();
    let half_lon = ((b.1 - a.1).to_radians() / 2.0).sin();
    let h = half_lat * half_lat + lat1.cos() * lat2.cos() * half_lon * half_lon;
    let metres = 2.0 * 6_371_000.0 * h.sqrt().asin();
    (metres / 100.0).round() as i64 * 100
}

/// The ways to part a text in two, the surest first. A comma may also be a decimal one.
fn halves(text: &str) -> Vec<(&str, &str)> {
    let mut halves: Vec<(&str, &str)> =
        [";", "/", "|", ", ", " , "].iter().filter_map(|sign| text.split_once(sign)).collect();
    let side = ["LS", "LU", "ls", "lu", "S", "N"].iter().find_map(|side| Some(text.find(side)? + side.len()));
    halves.extend(side.map(|end| text.split_at(end)));
    halves.extend(text.split_once(char::is_whitespace));
    halves.extend(text.split_once(','));
    halves
}

/// Millionths of a degree; south and west are negative.
fn derajat(text: &str) -> Option<i32> {
    let upper = text.trim().trim_matches([',', ';', '(', ')', '[', ']', ' ']).to_uppercase();
    let signs: String = upper.chars().filter(char::is_ascii_alphabetic).collect();
    let side = match signs.as_str() {
        "" | "LU" | "N" | "E" | "BT" | "LAT" | "LON" | "LONG" => 1.0,
        "S" | "LS" | "W" | "BB" => -1.0,
        _ => return None,
    };
    let plain: String = upper.chars().map(|c| if c == ',' { '.' } else { c }).collect();
    let is_part = |c: char| c.is_ascii_digit() || c == '.' || c == '-';
    let parts: Vec<&str> = plain.split(|c| !is_part(c)).filter(|part| !part.is_empty()).collect();
    let [whole, rest @ ..] = parts.as_slice() else { return None };
    if rest.len() > 2 || (!rest.is_empty() && !plain.contains(['°', 'º', '\'', '’', '′', '"'])) {
        return None;
    }
    let whole: f64 = whole.parse().ok()?;
    let minutes = rest.iter().zip([60.0, 3600.0]).try_fold(0.0, |sum, (part, of)| {
        let value: f64 = part.parse().ok().filter(|value| (0.0..60.0).contains(value))?;
        Some(sum + value / of)
    })?;
    let degrees = (whole.abs() + minutes) * if whole.is_sign_negative() { -1.0 } else { 1.0 } * side;
    (degrees.abs() <= 180.0).then(|| (degrees * 1e6).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BANGKO: Koordinat = Koordinat { lat: -2_099_330, lon: 102_295_010 };

    #[test]
    fn coordinates_are_read_in_every_usual_shape() {
        for text in [
            "-2.09933, 102.29501",
            "-2.09933,102.29501",
            "-2,09933; 102,29501",
            "-2,09933, 102,29501",
            "-2.09933 102.29501",
            "(-2.09933, 102.29501)",
            "2.09933 LS, 102.29501 BT",
            "2°05'57.588\" LS 102°17'42.036\" BT",
            "2°5'57.588\"S 102°17'42.036\"E",
        ] {
            assert_eq!(Koordinat::parse_pair(text), Ok(Titik { koordinat: BANGKO, tertukar: false }), "{text}");
        }
        assert_eq!(Koordinat::parse("-2,09933", "102.29501").map(|titik| titik.koordinat), Ok(BANGKO));
    }

    #[test]
    fn changed_places_are_seen_and_nonsense_is_named() {
        assert_eq!(Koordinat::parse("102.29501", "-2.09933"), Ok(Titik { koordinat: BANGKO, tertukar: true }));
        for (lat, lon, problem) in [
            ("0", "0", KoordinatProblem::Nol),
            ("0", "102.29", KoordinatProblem::Nol),
            ("-209933", "10229501", KoordinatProblem::Asing),
            ("48.85", "2.35", KoordinatProblem::DiLuar),
            ("6.51", "102", KoordinatProblem::DiLuar),
            ("-2.1", "141.2", KoordinatProblem::DiLuar),
            ("di samping pasar", "102", KoordinatProblem::Asing),
        ] {
            assert_eq!(Koordinat::parse(lat, lon), Err(problem), "{lat} {lon}");
        }
        assert!(Koordinat::parse("6.5", "141.1").is_ok() && Koordinat::parse("-11", "95").is_ok());
    }

    #[test]
    fn distance_is_in_hundreds_of_metres() {
        let jangkat = Koordinat { lat: -2_526_820, lon: 101_742_410 };
        assert_eq!((BANGKO.distance_m(jangkat), jangkat.distance_m(BANGKO)), (77_600, 77_600));
        assert_eq!(BANGKO.distance_m(BANGKO), 0);
    }
}
