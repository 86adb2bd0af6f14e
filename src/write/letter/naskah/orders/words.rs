//! The words of an order: numbers, named numbers, sides.

use super::super::Align;

/// The number at this place; `what` says what it should be, for the message.
pub fn number(words: &[String], at: usize, what: &str) -> Result<f32, String> {
    let word = words.get(at).ok_or_else(|| format!("kurang {what}"))?;
    decimal(word).ok_or_else(|| format!("“{word}” bukan angka; di sini {what}"))
}

/// Reads `12`, `1,15` or `1.15`.
pub fn decimal(word: &str) -> Option<f32> {
    word.replace(',', ".").parse().ok().filter(|number: &f32| number.is_finite())
}

/// The value, if it is not out of all proportion.
pub fn within(value: f32, low: f32, high: f32) -> Result<f32, String> {
    if (low..=high).contains(&value) { Ok(value) } else { Err(format!("angka {value} di luar {low} sampai {high}")) }
}

/// The number after a word: `masuk 40`.
pub fn named(words: &[String], name: &str) -> Result<Option<f32>, String> {
    match words.iter().position(|word| word == name) {
        None => Ok(None),
        Some(at) => number(words, at + 1, &format!("angka dalam mm sesudah “{name}”")).map(Some),
    }
}

/// `kiri`, `tengah` or `kanan`.
pub fn side(word: &str) -> Option<Align> {
    match word {
        "kiri" => Some(Align::Left),
        "tengah" => Some(Align::Center),
        "kanan" => Some(Align::Right),
        _ => None,
    }
}

/// The first word that is neither one of these nor a number, as an error.
pub fn only(words: &[String], known: &[&str]) -> Result<(), String> {
    match words.iter().find(|word| !known.contains(&word.as_str()) && decimal(word).is_none()) {
        None => Ok(()),
        Some(word) => Err(format!("“{word}” tidak dikenal di sini; yang ada: {}", known.join(", "))),
    }
}
