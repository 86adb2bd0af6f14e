//! Names of persons with their titles.

mod parse;

use serde::{Serialize, Serializer};

/// A person's name as decrees print it, and the key by which two spellings are the same person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nama {
    text: String,
    key: String,
}

impl Nama {
    /// `full` is the name with titles as typed (`Drs. H. BUDI SANTOSO, M.Pd.`); `core` is the name without titles.
    /// `None` when nothing is left of it.
    pub fn new(full: &str, core: &str) -> Option<Nama> {
        let text = full.split_whitespace().collect::<Vec<_>>().join(" ");
        let key: String = core.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_uppercase).collect();
        (!text.is_empty() && !key.is_empty()).then_some(Nama { text, key })
    }

    /// The name with titles, as printed.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Letters of the name without titles, upper case.
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl Serialize for Nama {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}
