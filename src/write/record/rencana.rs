//! The plan as data while it is written or compared: its long lists are made one entry at a time, never whole.

use std::io::{self, Write};

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

use super::lines::Lines;

/// Entries of a list, made one by one.
pub type Entries<'a> = Box<dyn Iterator<Item = Value> + 'a>;

/// Makes a list anew.
pub(super) type Maker<'a> = Box<dyn Fn() -> Entries<'a> + 'a>;

/// The plan as data: what is short as it stands, the long lists as they are asked for.
pub struct Rencana<'a> {
    /// An object.
    pub(super) short: Value,
    /// In order of their keys.
    pub(super) lists: Vec<(&'static str, Maker<'a>)>,
}

impl<'a> Rencana<'a> {
    /// Writes it, each entry of a list on a line of its own.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, mut out: impl Write) -> io::Result<()> {
        self.serialize(&mut serde_json::Serializer::with_formatter(&mut out, Lines::default()))?;
        out.write_all(b"\n")
    }

    /// What stands under a key that is no long list.
    pub fn value(&self, key: &str) -> &Value {
        &self.short[key]
    }

    /// The entries of a long list; `None` where there is none of that key.
    pub fn list(&self, key: &str) -> Option<Entries<'a>> {
        self.lists.iter().find(|(name, _)| *name == key).map(|(_, make)| make())
    }

    /// All keys, short ones first.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.short().map(|(key, _)| key.as_str()).chain(self.lists.iter().map(|(name, _)| *name))
    }

    fn short(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.short.as_object().into_iter().flatten()
    }
}

impl Serialize for Rencana<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut lists = self.lists.iter().peekable();
        for (key, value) in self.short() {
            while let Some((name, make)) = lists.next_if(|(name, _)| *name < key.as_str()) {
                map.serialize_entry(name, &List(make))?;
            }
            map.serialize_entry(key, value)?;
        }
        for (name, make) in lists {
            map.serialize_entry(name, &List(make))?;
        }
        map.end()
    }
}

/// A list that is made while it is written.
struct List<'l, 'a>(&'l Maker<'a>);

impl Serialize for List<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}
