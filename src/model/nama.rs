//! Names of persons with their titles.

mod parse;

use serde::{Serialize, Serializer};

/// A person's name as decrees print it, and the key by which two spellings are the same person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nama {
    /// The name as printed, then its key in a line of its own: a printed name has no line breaks.
    both: Box<str>,
}

impl Nama {
    /// `full` is the name with titles as typed (`Drs. H. BUDI SANTOSO, M.Pd.`); `core` is the name without titles.
    /// `None` when nothing is left of it.
    pub fn new(full: &str, core: &str) -> Option<Nama> {
        let mut both = String::with_capacity(full.len() + core.len() + 1);
        for word in full.split_whitespace() {
            both.push_str(if both.is_empty() { "" } else { " " });
            both.push_str(word);
        }
        let printed = both.len();
        both.push('\n');
        for c in core.chars().filter(|c| c.is_alphabetic()) {
            match c.is_ascii() {
                true => both.push(c.to_ascii_uppercase()),
                false => both.extend(c.to_uppercase()),
            }
        }
        (printed > 0 && both.len() > printed + 1).then(|| Nama { both: both.into() })
    }

    /// The name with titles, as printed.
    pub fn as_str(&self) -> &str {
        self.parts().0
    }

    /// Letters of the name without titles, upper case.
    pub fn key(&self) -> &str {
        self.parts().1
    }

    fn parts(&self) -> (&str, &str) {
        self.both.split_once('\n').expect("new puts the key into a line of its own")
    }

    /// Whether both carry titles behind the name and not the same, or in front such that neither has all of the
    /// other: `S.Pd.` against `S.Pd., M.Pd.`, but not `Drs.` against `Drs. H.`. Dots and spaces do not count.
    pub fn contradicts_gelar(&self, other: &Nama) -> bool {
        let (Some((front, back)), Some((other_front, other_back))) = (self.gelar(), other.gelar()) else {
            return false;
        };
        let behind = !back.is_empty() && !other_back.is_empty() && back != other_back;
        behind || !(front.contains(&other_front) || other_front.contains(&front))
    }

    /// The letters of the titles in front of the name and behind it.
    fn gelar(&self) -> Option<(String, String)> {
        let letters: String =
            self.as_str().chars().filter(|c| c.is_alphabetic()).flat_map(char::to_uppercase).collect();
        let (front, back) = letters.split_once(self.key())?;
        Some((front.to_string(), back.to_string()))
    }
}

impl Serialize for Nama {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_titles_that_cannot_both_be_right_contradict() {
        let contradicts = |a: &str, b: &str| {
            let [a, b] = [a, b].map(|text| Nama::parse(text, None, None).unwrap());
            a.contradicts_gelar(&b)
        };
        assert!(contradicts("Siti Aminah, S.Pd.", "Siti Aminah, S.Pd., M.Pd."));
        assert!(contradicts("Drs. Budi Santoso", "Ir. Budi Santoso"));
        for (a, b) in [
            ("Siti Aminah", "SITI AMINAH, S.Pd."),
            ("Siti Aminah, S.Pd", "SITI AMINAH S. Pd."),
            ("Drs. Budi Santoso", "Drs. H. Budi Santoso"),
        ] {
            assert!(!contradicts(a, b), "{a} / {b}");
        }
    }
}
