//! The plan as it is written beside the one made anew, entry by entry: neither is ever whole in memory.

use std::collections::BTreeMap;
use std::fmt;
use std::io::BufRead;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::beda::{self, Paths};
use crate::write::record::{Entries, Rencana};

/// What a run was asked to put beside its plan. A scenario's file is no input of the folder, and its plan decides nothing.
const SKENARIO: &str = "skenario";

/// In what the written plan differs from the one made anew, as values: layout and order of keys say nothing.
///
/// # Errors
/// Where the file is no JSON object, or cannot be read.
pub fn differences(written: impl BufRead, again: &Rencana<'_>) -> Result<Paths, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_reader(written);
    let paths = Record(again).deserialize(&mut json)?;
    json.end().map(|()| paths)
}

/// The whole record, key by key.
struct Record<'r, 'a>(&'r Rencana<'a>);

impl<'de> DeserializeSeed<'de> for Record<'_, '_> {
    type Value = Paths;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Paths, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Record<'_, '_> {
    type Value = Paths;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Paths, M::Error> {
        let mut found: BTreeMap<String, Paths> = BTreeMap::new();
        while let Some(key) = map.next_key::<String>()? {
            let paths = self.value(&key, &mut map)?;
            found.insert(key, paths);
        }
        for key in self.0.keys().filter(|key| !found.contains_key(*key)).collect::<Vec<_>>() {
            found.entry(key.to_string()).or_default().add(key);
        }
        Ok(found.into_values().fold(Paths::default(), |mut all, own| {
            all.append(own);
            all
        }))
    }
}

impl Record<'_, '_> {
    fn value<'de, M: MapAccess<'de>>(&self, key: &str, map: &mut M) -> Result<Paths, M::Error> {
        if key == SKENARIO {
            return map.next_value::<IgnoredAny>().map(|_| Paths::default());
        }
        if let Some(entries) = self.0.list(key) {
            return map.next_value_seed(List { path: key, entries });
        }
        let mut paths = Paths::default();
        match self.0.value(key) {
            // Of a key we do not know it is enough that something stands there.
            Value::Null => map.next_value::<Option<IgnoredAny>>()?.iter().for_each(|_| paths.add(key)),
            own => paths.compare(key, &map.next_value()?, own),
        }
        Ok(paths)
    }
}

/// A long list, entry by entry.
struct List<'p, 'a> {
    path: &'p str,
    entries: Entries<'a>,
}

impl List<'_, '_> {
    /// No list at all.
    fn other<E: Error>(self) -> Result<Paths, E> {
        let mut paths = Paths::default();
        paths.add(self.path);
        Ok(paths)
    }
}

impl<'de> DeserializeSeed<'de> for List<'_, '_> {
    type Value = Paths;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Paths, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_> {
    type Value = Paths;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list")
    }

    fn visit_seq<S: SeqAccess<'de>>(mut self, mut list: S) -> Result<Paths, S::Error> {
        let (mut paths, mut at) = (Paths::default(), 0);
        let mut compare = |written: &Value, own: &Value| {
            if written != own {
                paths.compare(&beda::entry(self.path, at), written, own);
            }
            at += 1;
        };
        while let Some(written) = list.next_element::<Value>()? {
            compare(&written, &self.entries.next().unwrap_or_default());
        }
        self.entries.for_each(|own| compare(&Value::Null, &own));
        Ok(paths)
    }

    fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Paths, M::Error> {
        IgnoredAny.visit_map(map)?;
        self.other()
    }

    fn visit_unit<E: Error>(self) -> Result<Paths, E> {
        self.other()
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Paths, E> {
        self.other()
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Paths, E> {
        self.other()
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Paths, E> {
        self.other()
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Paths, E> {
        self.other()
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Paths, E> {
        self.other()
    }
}
