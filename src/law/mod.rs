//! Dated numbers and severities, each with its citation. A number from a regulation is here and nowhere else.

pub mod linearitas;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;

use crate::model::wilayah::{Kecamatan, Wilayah};

const ATURAN: &str = include_str!("aturan.toml");
const ANGKA: &str = include_str!("angka.toml");
const WILAYAH: &str = include_str!("wilayah.csv");

/// What a rule does when it is not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tingkat {
    /// The move cannot be proposed.
    Blokir,
    /// The move may be proposed, with the warning beside it.
    Peringatan,
    /// Shown only.
    Info,
    /// Not asked.
    Mati,
}

impl Tingkat {
    pub fn label(self) -> &'static str {
        match self {
            Tingkat::Blokir => "blokir",
            Tingkat::Peringatan => "peringatan",
            Tingkat::Info => "info",
            Tingkat::Mati => "mati",
        }
    }

    /// Reads `blokir`, `peringatan` (or `izinkan` for `mati`), `info`, `mati`.
    pub fn parse(text: &str) -> Option<Tingkat> {
        match text.trim().to_lowercase().as_str() {
            "blokir" => Some(Tingkat::Blokir),
            "peringatan" => Some(Tingkat::Peringatan),
            "info" => Some(Tingkat::Info),
            "mati" | "izinkan" => Some(Tingkat::Mati),
            _ => None,
        }
    }
}

/// Severity and parameters of one rule as they hold on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleLaw {
    pub tingkat: Tingkat,
    pub parameter: BTreeMap<String, i64>,
    pub sejak: Date,
    /// Whether the folder's settings changed it.
    pub diubah: bool,
}

/// A number set by a regulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Angka {
    pub nilai: i64,
    pub sejak: Date,
    pub dasar: String,
}

/// A folder's own severity or parameters for one rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Override {
    pub tingkat: Option<Tingkat>,
    pub parameter: BTreeMap<String, i64>,
}

/// The law as it stands on one day, with a folder's overrides laid on it.
#[derive(Clone, Debug)]
pub struct Law {
    pub tanggal: Date,
    rules: BTreeMap<String, RuleLaw>,
    angka: BTreeMap<String, Angka>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AturanFile {
    aturan: Vec<AturanEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AturanEntry {
    kode: String,
    sejak: String,
    tingkat: Tingkat,
    #[serde(default)]
    parameter: BTreeMap<String, i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AngkaFile {
    angka: Vec<AngkaEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AngkaEntry {
    kunci: String,
    sejak: String,
    nilai: i64,
    dasar: String,
}

/// Reads `2017` (its first day) or `2017-04-07`.
fn since(text: &str) -> Date {
    match text.parse::<i16>() {
        Ok(year) => Date::constant(year, 1, 1),
        Err(_) => text.parse().expect("the embedded law files carry a year or an ISO date"),
    }
}

impl Law {
    /// The newest version of each entry not later than `tanggal`, with the folder's overrides.
    pub fn at(tanggal: Date, overrides: &BTreeMap<String, Override>) -> Law {
        let file: AturanFile = toml::from_str(ATURAN).expect("aturan.toml is well formed");
        let mut rules: BTreeMap<String, RuleLaw> = BTreeMap::new();
        for entry in file.aturan {
            let sejak = since(&entry.sejak);
            let newer = rules.get(&entry.kode).is_none_or(|old| old.sejak <= sejak);
            if sejak <= tanggal && newer {
                let law = RuleLaw { tingkat: entry.tingkat, parameter: entry.parameter, sejak, diubah: false };
                rules.insert(entry.kode, law);
            }
        }
        for (kode, change) in overrides {
            if let Some(law) = rules.get_mut(kode) {
                law.diubah = true;
                law.tingkat = change.tingkat.unwrap_or(law.tingkat);
                law.parameter.extend(change.parameter.iter().map(|(key, value)| (key.clone(), *value)));
            }
        }
        Law { tanggal, rules, angka: numbers_at(tanggal) }
    }

    /// The law on a rule of ours.
    pub fn rule(&self, kode: &str) -> &RuleLaw {
        self.rules.get(kode).unwrap_or_else(|| panic!("aturan.toml has an entry for every rule, also {kode}"))
    }

    /// A parameter of a rule.
    pub fn parameter(&self, kode: &str, key: &str) -> i64 {
        let found = self.rule(kode).parameter.get(key);
        *found.unwrap_or_else(|| panic!("aturan.toml gives {kode} its parameter {key}"))
    }

    /// A number set by a regulation, by its key in `angka.toml`.
    pub fn angka(&self, kunci: &str) -> &Angka {
        self.angka.get(kunci).unwrap_or_else(|| panic!("angka.toml has the number {kunci}"))
    }

    /// Codes of all rules that have law, in order.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.rules.keys().map(String::as_str)
    }
}

fn numbers_at(tanggal: Date) -> BTreeMap<String, Angka> {
    let file: AngkaFile = toml::from_str(ANGKA).expect("angka.toml is well formed");
    let mut numbers: BTreeMap<String, Angka> = BTreeMap::new();
    for entry in file.angka {
        let sejak = since(&entry.sejak);
        let newer = numbers.get(&entry.kunci).is_none_or(|old| old.sejak <= sejak);
        if sejak <= tanggal && newer {
            numbers.insert(entry.kunci, Angka { nilai: entry.nilai, sejak, dasar: entry.dasar });
        }
    }
    numbers
}

/// The built-in kecamatan whose code starts with `prefix` (`15.02`), in code order; none when the prefix is empty.
pub fn wilayah(prefix: &str) -> Arc<Wilayah> {
    let rows = if prefix.is_empty() { Vec::new() } else { kecamatan_rows(WILAYAH).unwrap_or_default() };
    Arc::new(Wilayah { kecamatan: rows.into_iter().filter(|row| row.kode.starts_with(prefix)).collect() })
}

/// Reads `kode,nama,lat,lon` rows under one header line; lines that begin with `#` are remarks.
/// `Err` holds the first line, counted from one, that is not such a row.
pub fn kecamatan_rows(csv: &str) -> Result<Vec<Kecamatan>, usize> {
    let mut rows = Vec::new();
    let lines = csv.lines().enumerate().filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    for (index, line) in lines.skip(1) {
        let fields: Vec<&str> = line.split(',').map(str::trim).collect();
        let [kode, nama, lat, lon] = fields[..] else { return Err(index + 1) };
        let (Ok(lat), Ok(lon)) = (lat.parse(), lon.parse()) else { return Err(index + 1) };
        rows.push(Kecamatan { kode: kode.into(), nama: nama.into(), lat, lon });
    }
    rows.sort_by(|a: &Kecamatan, b: &Kecamatan| a.kode.cmp(&b.kode));
    Ok(rows)
}
