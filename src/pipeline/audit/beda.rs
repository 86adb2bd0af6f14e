//! In what two records differ, in words.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::Value;

/// Differences named in a sentence; the rest are counted.
const NAMED: usize = 5;

/// Files that changed, went or came, by path.
pub fn files(then: &BTreeMap<String, String>, now: &BTreeMap<String, String>) -> Vec<String> {
    let gone = then.iter().filter_map(|(path, hash)| match now.get(path) {
        None => Some(format!("{path} tidak ada lagi")),
        Some(other) if other != hash => Some(format!("{path} berubah")),
        Some(_) => None,
    });
    let new = now.keys().filter(|path| !then.contains_key(*path)).map(|path| format!("{path} baru"));
    gone.chain(new).collect()
}

/// Paths of what differs: the first by name, all by number.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Paths {
    named: Vec<String>,
    count: usize,
}

impl Paths {
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub fn count(&self) -> usize {
        self.count
    }

    pub fn add(&mut self, path: &str) {
        self.count += 1;
        if self.named.len() < NAMED {
            self.named.push(path.to_string());
        }
    }

    /// Puts those of `other` after its own.
    pub fn append(&mut self, other: Paths) {
        self.count += other.count;
        self.named.extend(other.named);
        self.named.truncate(NAMED);
    }

    /// Adds the paths of everything in which two JSON values at `path` differ: `perpindahan[3].alasan`.
    pub fn compare(&mut self, path: &str, one: &Value, other: &Value) {
        match (one, other) {
            _ if one == other => {}
            (Value::Object(a), Value::Object(b)) => {
                let keys: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
                keys.into_iter().for_each(|key| self.compare(&format!("{path}.{key}"), &one[key], &other[key]));
            }
            (Value::Array(a), Value::Array(b)) => {
                let places = 0..a.len().max(b.len());
                places.for_each(|at| self.compare(&entry(path, at), &one[at], &other[at]));
            }
            _ => self.add(path),
        }
    }
}

impl fmt::Display for Paths {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&told(&self.named, self.count))
    }
}

/// The path of an entry of a list, which people count from one.
pub fn entry(list: &str, at: usize) -> String {
    format!("{list}[{}]", at + 1)
}

/// The first of them, and how many more there are.
pub fn some(paths: &[String]) -> String {
    told(paths, paths.len())
}

fn told(paths: &[String], count: usize) -> String {
    let named = &paths[..paths.len().min(NAMED)];
    let listed = named.join(", ");
    match count - named.len() {
        0 => listed,
        more => format!("{listed}, dan {more} lainnya"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_difference_is_named_by_its_path_counted_from_one() {
        let one = json!({ "a": [1, { "b": "x" }], "c": null });
        let other = json!({ "a": [1, { "b": "y" }, 3], "c": null });
        assert_eq!(paths(&one, &other).to_string(), "x.a[2].b, x.a[3]");
        assert!(paths(&one, &one).is_empty());
    }

    fn paths(one: &Value, other: &Value) -> Paths {
        let mut paths = Paths::default();
        paths.compare("x", one, other);
        paths
    }

    #[test]
    fn of_many_differences_the_first_are_named() {
        let paths: Vec<String> = (1..=7).map(|at| format!("a[{at}]")).collect();
        assert_eq!(some(&paths), "a[1], a[2], a[3], a[4], a[5], dan 2 lainnya");
        let mut counted = Paths::default();
        paths[..3].iter().for_each(|path| counted.add(path));
        let mut rest = Paths::default();
        paths[3..].iter().for_each(|path| rest.add(path));
        counted.append(rest);
        assert_eq!((counted.to_string(), counted.count()), (some(&paths), 7));
    }

    #[test]
    fn a_file_is_changed_gone_or_new() {
        let of = |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect();
        let (then, now) = (of(&[("a", "1"), ("b", "1"), ("c", "1")]), of(&[("a", "1"), ("b", "2"), ("d", "1")]));
        assert_eq!(files(&then, &now), ["b berubah", "c tidak ada lagi", "d baru"]);
    }
}
