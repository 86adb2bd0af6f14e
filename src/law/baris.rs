//! The rows of the table of legal rules (R01 to R48): which of our rules asks each, or why none does.

use serde::Deserialize;

const BARIS: &str = include_str!("baris.toml");

/// One row of the table of legal rules.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baris {
    /// `R01`; `R01b` and `R17b` are rows of their own. `A7` is about who decides, `T3` and `T5` are what lists hide.
    pub id: String,
    /// What the row is about, in Indonesian.
    pub perihal: String,
    /// Codes of the rules that ask it; may be empty where `alasan` tells why.
    #[serde(default)]
    pub aturan: Vec<String>,
    /// Why no rule about placements asks it, or what else serves it.
    #[serde(default)]
    pub alasan: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    baris: Vec<Baris>,
}

/// All rows, in their order.
pub fn all() -> Vec<Baris> {
    let file: File = toml::from_str(BARIS).expect("baris.toml is well formed");
    file.baris
}
