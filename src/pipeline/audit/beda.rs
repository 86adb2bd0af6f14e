//! In what two records differ, in words.

use std::collections::BTreeMap;

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

/// Paths of everything in which two JSON values differ: `perpindahan[3].alasan`.
pub fn values(one: &Value, other: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare("", one, other, &mut found);
    found
}

fn compare(path: &str, one: &Value, other: &Value, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Object(a), Value::Object(b)) => {
            let mut keys: Vec<&String> = a.keys().chain(b.keys()).collect();
            keys.sort();
            keys.dedup();
            for key in keys {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                compare(&path, &one[key], &other[key], found);
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            for at in 0..a.len().max(b.len()) {
                compare(&format!("{path}[{}]", at + 1), &one[at], &other[at], found);
            }
        }
        _ if one != other => found.push(path.to_string()),
        _ => {}
    }
}

/// The first of them, and how many more there are.
pub fn some(paths: &[String]) -> String {
    let named = paths.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    match paths.len().saturating_sub(NAMED) {
        0 => named,
        more => format!("{named}, dan {more} lainnya"),
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
        assert_eq!(values(&one, &other), ["a[2].b", "a[3]"]);
        assert!(values(&one, &one).is_empty());
    }

    #[test]
    fn of_many_differences_the_first_are_named() {
        let paths: Vec<String> = (1..=7).map(|at| format!("a[{at}]")).collect();
        assert_eq!(some(&paths), "a[1], a[2], a[3], a[4], a[5], dan 2 lainnya");
    }

    #[test]
    fn a_file_is_changed_gone_or_new() {
        let of = |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect();
        let (then, now) = (of(&[("a", "1"), ("b", "1"), ("c", "1")]), of(&[("a", "1"), ("b", "2"), ("d", "1")]));
        assert_eq!(files(&then, &now), ["b berubah", "c tidak ada lagi", "d baru"]);
    }
}
