//! Dated numbers and severities, each with its citation. A number from a regulation is here and nowhere else.

pub mod baris;
pub mod bup;
pub mod daerah;
pub mod kecamatan;
pub mod linearitas;
pub mod mengingat;
pub mod puskesmas;
pub mod rentang;
pub mod rombel;
pub mod skp;
pub mod ubahan;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Deserialize;

use self::daerah::AturanDaerah;
use self::puskesmas::MinimumPuskesmas;
use self::rentang::Rentang;
use self::ubahan::Diubah;
use crate::model::tanggal::Sejak;
use crate::model::wilayah::Wilayah;

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
    /// `None` for a choice of the office that no regulation dates.
    pub sejak: Option<Sejak>,
    /// What this version rests on, where that is not what the rule itself names.
    pub dasar: Option<String>,
    /// The severities a folder may choose; empty: all of them.
    pub hanya: Vec<Tingkat>,
    /// Why others would do nothing.
    pub sebab: String,
    /// What the folder's settings changed: the severity and parameters that would hold without them.
    pub bawaan: Option<Bawaan>,
}

/// Severity and parameters as the law has them, where a folder has its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bawaan {
    pub tingkat: Tingkat,
    pub parameter: BTreeMap<String, i64>,
}

/// A number set by a regulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Angka {
    pub nilai: i64,
    pub sejak: Option<Sejak>,
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
    /// The region's own rules, in order of their codes.
    daerah: Vec<AturanDaerah>,
    puskesmas: MinimumPuskesmas,
    rentang: Rentang,
    /// Numbers and entries of tables that the folder has its own of.
    diubah: Vec<Diubah>,
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
    sejak: Option<String>,
    dasar: Option<String>,
    tingkat: Tingkat,
    #[serde(default)]
    parameter: BTreeMap<String, i64>,
    #[serde(default)]
    hanya: Vec<Tingkat>,
    #[serde(default)]
    sebab: String,
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
    sejak: Option<String>,
    nilai: i64,
    dasar: String,
}

/// Reads `2017` or `2017-04-07`; nothing where no regulation dates the entry.
fn since(text: Option<&str>) -> Option<Sejak> {
    text.map(|text| Sejak::parse(text).expect("the embedded law files carry a year or an ISO date"))
}

/// Of the versions of one entry the newest not later than `tanggal`; the oldest where all are later, so that older
/// months can be computed at all.
fn in_force<T>(mut versions: Vec<T>, tanggal: Date, sejak: impl Fn(&T) -> Option<Sejak>) -> T {
    let first_day = |version: &T| sejak(version).map_or(Date::MIN, Sejak::first_day);
    versions.sort_by_key(first_day);
    let later = versions.iter().position(|version| first_day(version) > tanggal).unwrap_or(versions.len());
    versions.swap_remove(later.saturating_sub(1))
}

impl Law {
    /// The newest version of each entry not later than `tanggal` (the oldest where all are later), with the folder's
    /// overrides.
    pub fn at(tanggal: Date, overrides: &BTreeMap<String, Override>) -> Law {
        Law::of_pack(ATURAN, ANGKA, tanggal, overrides)
    }

    /// The built-in law with more versions of its numbers, for tests of what rests on each.
    #[cfg(test)]
    pub fn with_versions(angka: &str, tanggal: Date) -> Law {
        Law::of_pack(ATURAN, &format!("{ANGKA}\n{angka}"), tanggal, &BTreeMap::new())
    }

    /// The law of a rule pack, given as the text of its two files.
    fn of_pack(aturan: &str, angka: &str, tanggal: Date, overrides: &BTreeMap<String, Override>) -> Law {
        let mut rules = rules_at(aturan, tanggal);
        for (kode, change) in overrides {
            if let Some(law) = rules.get_mut(kode) {
                let bawaan = Bawaan { tingkat: law.tingkat, parameter: law.parameter.clone() };
                law.tingkat = change.tingkat.unwrap_or(law.tingkat);
                law.parameter.extend(change.parameter.iter().map(|(key, value)| (key.clone(), *value)));
                // What was written and could not be used changes nothing.
                let same = bawaan.tingkat == law.tingkat && bawaan.parameter == law.parameter;
                law.bawaan = (!same).then_some(bawaan);
            }
        }
        let puskesmas = in_force(puskesmas::versions(), tanggal, |versi| versi.sejak);
        let (angka, rentang) = (numbers_at(angka, tanggal), Rentang::at(tanggal));
        Law { tanggal, rules, angka, daerah: Vec::new(), puskesmas, rentang, diubah: Vec::new() }
    }

    /// With the region's own rules. One that does not hold yet is kept, but not asked.
    pub fn with_daerah(mut self, daerah: &[AturanDaerah]) -> Law {
        for own in daerah {
            let later = own.sejak.is_some_and(|sejak| sejak.first_day() > self.tanggal);
            let law = RuleLaw {
                tingkat: if later { Tingkat::Mati } else { own.tingkat },
                parameter: BTreeMap::new(),
                sejak: own.sejak,
                dasar: None,
                hanya: Vec::new(),
                sebab: String::new(),
                bawaan: None,
            };
            self.rules.insert(own.kode.to_string(), law);
        }
        self.daerah = daerah.to_vec();
        self
    }

    /// The region's own rules, in order of their codes.
    pub fn daerah(&self) -> &[AturanDaerah] {
        &self.daerah
    }

    /// How many rules of ours are younger than the day asked for, and hold in their oldest version all the same.
    pub fn younger(&self) -> usize {
        self.rules.keys().filter(|kode| self.is_younger(kode)).count()
    }

    /// The same of numbers set by regulations.
    pub fn younger_numbers(&self) -> usize {
        self.angka.values().filter(|angka| self.is_later(angka.sejak)).count()
    }

    /// What is said of rules and numbers younger than the day: `12 aturan dan 3 angka baru ada sesudah itu ...`; nothing
    /// where there are none.
    pub fn younger_in_words(&self) -> Option<String> {
        let counts = [(self.younger(), "aturan"), (self.younger_numbers(), "angka peraturan")];
        let told = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
        let told: Vec<String> = told.collect();
        (!told.is_empty())
            .then(|| format!("{} baru ada sesudah tanggal ini dan dipakai menurut versi tertuanya", told.join(" dan ")))
    }

    /// Whether a rule of ours is younger than the day, and holds in its oldest version all the same.
    pub fn is_younger(&self, kode: &str) -> bool {
        let own = self.daerah.iter().any(|rule| rule.kode == kode);
        !own && self.is_later(self.rule(kode).sejak)
    }

    /// From when a rule of the region's own holds, where that is after the day: until then it is not asked.
    pub fn waits(&self, kode: &str) -> Option<Sejak> {
        let own = self.daerah.iter().find(|rule| rule.kode == kode)?;
        own.sejak.filter(|sejak| self.is_later(Some(*sejak)))
    }

    fn is_later(&self, sejak: Option<Sejak>) -> bool {
        sejak.is_some_and(|sejak| sejak.first_day() > self.tanggal)
    }

    /// The law on a rule of ours.
    pub fn rule(&self, kode: &str) -> &RuleLaw {
        self.rules.get(kode).unwrap_or_else(|| panic!("aturan.toml has an entry for every rule, also {kode}"))
    }

    /// How a sentence of a rule calls what it asks for: a condition only where a move may not go against it.
    pub fn syarat(&self, kode: &str) -> &'static str {
        match self.rule(kode).tingkat {
            Tingkat::Blokir => "syarat",
            Tingkat::Peringatan | Tingkat::Info | Tingkat::Mati => "dianjurkan",
        }
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

    /// The least staff of a puskesmas.
    pub fn minimum_puskesmas(&self) -> &MinimumPuskesmas {
        &self.puskesmas
    }

    /// Every number set by a regulation, in order of the keys.
    pub fn numbers(&self) -> impl Iterator<Item = (&str, &Angka)> {
        self.angka.iter().map(|(kunci, angka)| (kunci.as_str(), angka))
    }

    /// Golongan by eselon and jenjang, and least education.
    pub fn rentang(&self) -> &Rentang {
        &self.rentang
    }

    /// Codes of all rules that have law, in order.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.rules.keys().map(String::as_str)
    }
}

fn rules_at(text: &str, tanggal: Date) -> BTreeMap<String, RuleLaw> {
    let file: AturanFile = toml::from_str(text).expect("aturan.toml is well formed");
    let mut versions: BTreeMap<String, Vec<RuleLaw>> = BTreeMap::new();
    for AturanEntry { kode, sejak, dasar, tingkat, parameter, hanya, sebab } in file.aturan {
        let sejak = since(sejak.as_deref());
        let law = RuleLaw { tingkat, parameter, sejak, dasar, hanya, sebab, bawaan: None };
        versions.entry(kode).or_default().push(law);
    }
    versions.into_iter().map(|(kode, versions)| (kode, in_force(versions, tanggal, |law| law.sejak))).collect()
}

fn numbers_at(text: &str, tanggal: Date) -> BTreeMap<String, Angka> {
    let file: AngkaFile = toml::from_str(text).expect("angka.toml is well formed");
    let mut versions: BTreeMap<String, Vec<Angka>> = BTreeMap::new();
    for entry in file.angka {
        let angka = Angka { nilai: entry.nilai, sejak: since(entry.sejak.as_deref()), dasar: entry.dasar };
        versions.entry(entry.kunci).or_default().push(angka);
    }
    versions.into_iter().map(|(kunci, versions)| (kunci, in_force(versions, tanggal, |angka| angka.sejak))).collect()
}

/// The built-in kecamatan whose code starts with `prefix` (`15.02`), in code order; none when the prefix is empty.
pub fn wilayah(prefix: &str) -> Arc<Wilayah> {
    let rows = if prefix.is_empty() { Vec::new() } else { kecamatan::rows(WILAYAH).rows };
    Arc::new(Wilayah { kecamatan: rows.into_iter().filter(|row| row.kode.starts_with(prefix)).collect() })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_newest_version_holds_from_its_day_and_the_oldest_before_all() {
        let versions = || vec![(2019, "b"), (2017, "a"), (2026, "c")];
        let at = |tanggal| in_force(versions(), tanggal, |(year, _)| Some(Sejak::Tahun(*year))).1;
        assert_eq!(at(date(2010, 6, 1)), "a");
        assert_eq!(at(date(2018, 12, 31)), "a");
        assert_eq!(at(date(2019, 1, 1)), "b");
        assert_eq!(at(date(2030, 1, 1)), "c");
        assert_eq!(in_force(vec![(None, "choice")], date(2010, 1, 1), |(sejak, _)| *sejak).1, "choice");
    }

    #[test]
    fn what_a_rule_asks_for_is_a_condition_only_where_it_blocks() {
        let words = |overrides: &BTreeMap<String, Override>| {
            let law = Law::at(date(2026, 12, 1), overrides);
            ["A-101", "A-135"].map(|kode| law.syarat(kode))
        };
        assert_eq!(words(&BTreeMap::new()), ["syarat", "dianjurkan"]);
        let own = |tingkat| Override { tingkat: Some(tingkat), ..Override::default() };
        let turned = [("A-101", Tingkat::Peringatan), ("A-135", Tingkat::Blokir)];
        let turned = turned.map(|(kode, tingkat)| (kode.to_string(), own(tingkat))).into();
        assert_eq!(words(&turned), ["dianjurkan", "syarat"]);
    }

    /// A made pack: one rule with two versions and one with a single one, and a number with two.
    const PACK: (&str, &str) = (
        "[[aturan]]\nkode = \"A-1\"\nsejak = \"2017\"\ntingkat = \"blokir\"\nparameter = { bulan = 24 }\n\
         [[aturan]]\nkode = \"A-1\"\nsejak = \"2027-07-01\"\ndasar = \"PP baru\"\ntingkat = \"peringatan\"\n\
         parameter = { bulan = 6 }\n\
         [[aturan]]\nkode = \"A-2\"\nsejak = \"2019\"\ntingkat = \"info\"\n",
        "[[angka]]\nkunci = \"bup\"\nnilai = 56\ndasar = \"lama\"\n\
         [[angka]]\nkunci = \"bup\"\nsejak = \"2014\"\nnilai = 58\ndasar = \"UU 5/2014\"\n",
    );

    fn of_pack(tanggal: Date, overrides: &BTreeMap<String, Override>) -> Law {
        Law::of_pack(PACK.0, PACK.1, tanggal, overrides)
    }

    #[test]
    fn a_day_across_a_since_changes_only_what_begins_on_it() {
        let none = BTreeMap::new();
        let (eve, day) = (of_pack(date(2027, 6, 30), &none), of_pack(date(2027, 7, 1), &none));
        assert_eq!((eve.rule("A-1").tingkat, eve.parameter("A-1", "bulan")), (Tingkat::Blokir, 24));
        assert_eq!((day.rule("A-1").tingkat, day.parameter("A-1", "bulan")), (Tingkat::Peringatan, 6));
        assert_eq!(day.rule("A-1").dasar.as_deref(), Some("PP baru"));
        assert_eq!(eve.rule("A-2"), day.rule("A-2"));
        assert_eq!(eve.angka("bup"), day.angka("bup"));
        assert_eq!(of_pack(date(2013, 12, 31), &none).angka("bup").nilai, 56);
        assert_eq!(of_pack(date(2014, 1, 1), &none).angka("bup").nilai, 58);
    }

    #[test]
    fn an_override_keeps_what_the_law_says_beside_it() {
        let change = Override { tingkat: Some(Tingkat::Info), parameter: BTreeMap::from([("bulan".into(), 12)]) };
        let law = of_pack(date(2026, 12, 1), &BTreeMap::from([("A-1".to_string(), change)]));
        let rule = law.rule("A-1");
        assert_eq!((rule.tingkat, rule.parameter["bulan"]), (Tingkat::Info, 12));
        let bawaan = rule.bawaan.as_ref().expect("it was changed");
        assert_eq!((bawaan.tingkat, bawaan.parameter["bulan"]), (Tingkat::Blokir, 24));
        assert_eq!(law.rule("A-2").bawaan, None);
    }

    #[test]
    fn a_month_before_every_regulation_still_has_all_rules_and_numbers() {
        let (old, new) = (date(1999, 1, 1), date(2026, 12, 1));
        let codes = |law: &Law| law.codes().map(str::to_string).collect::<Vec<_>>();
        let (old, new) = (Law::at(old, &BTreeMap::new()), Law::at(new, &BTreeMap::new()));
        assert_eq!(codes(&old), codes(&new));
        assert_eq!(old.angka("bup_guru").nilai, 60);
    }
}
