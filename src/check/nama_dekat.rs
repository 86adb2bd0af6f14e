//! Which names of people are near to one that is written otherwise.

use super::unit_dekat::Letters;

/// A name with fewer letters is near to too many others.
const SHORTEST: usize = 5;
/// One slip is allowed for so many letters, and so many at most: `MOHAMAD RIDWAN` is `MUHAMMAD RIDWAN`.
const LETTERS_A_SLIP: usize = 6;
const MOST_SLIPS: usize = 3;

/// The names of all people, by key (`Nama::key`).
pub struct NamaDekat(Vec<(String, Letters)>);

impl NamaDekat {
    pub fn of<'a>(keys: impl Iterator<Item = &'a String>) -> NamaDekat {
        let mut names: Vec<(String, Letters)> = keys.map(|key| (key.clone(), Letters::of(key))).collect();
        names.sort_by(|a, b| a.0.cmp(&b.0));
        NamaDekat(names)
    }

    /// The names near to this key, in their order.
    pub fn near(&self, key: &str) -> impl Iterator<Item = &str> {
        let letters = Letters::of(key);
        let most = slips(key, key);
        let may = move |(_, other): &&(String, Letters)| letters.distance(other) <= most + 1;
        self.0.iter().filter(may).map(|(name, _)| name.as_str()).filter(move |name| is_near(key, name))
    }
}

/// Whether two keys are the same name but for slips: letters wrong, missing, doubled or swapped.
pub fn is_near(key: &str, other: &str) -> bool {
    let allowed = slips(key, other);
    allowed > 0 && key.len().abs_diff(other.len()) <= allowed && strsim::osa_distance(key, other) <= allowed
}

fn slips(key: &str, other: &str) -> usize {
    let longest = key.len().max(other.len());
    if longest < SHORTEST { 0 } else { (longest / LETTERS_A_SLIP).clamp(1, MOST_SLIPS) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_near_and_another_name_is_not() {
        let names = ["SITIAMINAH", "SITIAISYAH", "MUHAMMADRIDWAN", "BUDISANTOSO", "RINI", "RINA"].map(String::from);
        let known = NamaDekat::of(names.iter());
        let near = |key: &str| known.near(key).map(str::to_string).collect::<Vec<_>>();
        assert_eq!(near("SITIAMINA"), ["SITIAMINAH"]);
        assert_eq!(near("STIIAMINAH"), ["SITIAMINAH"]);
        assert_eq!(near("MOHAMADRIDWAN"), ["MUHAMMADRIDWAN"]);
        assert_eq!(near("BUDISANTOSA"), ["BUDISANTOSO"]);
        assert_eq!(near("RINO"), [""; 0]);
        assert_eq!(near("RINAMARLINA"), [""; 0]);
    }
}
