//! `[rencana]`: what the plan is to reach, in which order, and what limits it.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use toml::Value;

use crate::model::batasan::BatasRun;
use crate::model::dahulukan::Dahulukan;
use crate::model::plan::{Tujuan, Urutan};
use crate::model::total::{BatasTotal, Lingkup};

/// Settings of placing.
#[derive(Clone, Debug, Deserialize)]
pub struct Rencana {
    /// The order of goals.
    #[serde(deserialize_with = "urutan")]
    pub urutan: Urutan,
    /// Limits on the whole plan; 0 where there is none.
    pub paling_banyak_pindah: u32,
    pub paling_banyak_masuk_per_unit: u32,
    pub paling_banyak_keluar_per_unit: u32,
    pub rantai_terpanjang: u32,
    /// What is filled before other places, the first of it first.
    #[serde(deserialize_with = "dahulukan")]
    pub dahulukan: Vec<Dahulukan>,
    pub perbandingan: Perbandingan,
    /// Bounds on the headcount of whole units, OPD and kecamatan.
    #[serde(deserialize_with = "total")]
    pub total: BatasTotal,
}

/// Whether plans of other orders and of fewer moves are made beside the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Perbandingan {
    /// Where the region is small enough that it takes no time to speak of.
    Otomatis,
    Ya,
    Tidak,
}

/// As `mutasi.toml` writes it.
pub(super) const PERBANDINGAN: [&str; 3] = ["otomatis", "ya", "tidak"];

/// The section of bounds on totals. Its keys have no defaults: what is not written is not bounded.
pub(super) const TOTAL: &str = "rencana.total";

/// Largest number of people that a total may be let change by.
pub(super) const TOTAL_MOST: i64 = 1_000_000;

/// What stands for a bound that is not written.
pub(super) const TANPA_BATAS: &str = "tanpa batas";

/// More than any region has people; larger numbers are no limit.
pub(super) const MOST: i64 = 1_000_000;

impl Rencana {
    /// Whether totals are bounded.
    pub fn has_totals(&self) -> bool {
        self.total.each().next().is_some()
    }

    /// The limits on the whole plan.
    pub fn batas(&self) -> BatasRun {
        let some = |count: u32| (count > 0).then_some(count);
        BatasRun {
            pindah: some(self.paling_banyak_pindah),
            masuk: some(self.paling_banyak_masuk_per_unit),
            keluar: some(self.paling_banyak_keluar_per_unit),
            rantai: some(self.rantai_terpanjang),
        }
    }
}

const URUTAN: &str = "rencana.urutan";
const DAHULUKAN: &str = "rencana.dahulukan";

fn urutan<'de, D: Deserializer<'de>>(input: D) -> Result<Urutan, D::Error> {
    Urutan::parse(&Vec::<String>::deserialize(input)?).map_err(serde::de::Error::custom)
}

fn dahulukan<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<Dahulukan>, D::Error> {
    Dahulukan::parse(&Vec::<String>::deserialize(input)?).map_err(serde::de::Error::custom)
}

fn total<'de, D: Deserializer<'de>>(input: D) -> Result<BatasTotal, D::Error> {
    let table = BTreeMap::<String, u32>::deserialize(input)?;
    let of = |lingkup: Lingkup| table.get(lingkup.nama()).copied();
    Ok(BatasTotal { unit: of(Lingkup::Unit), opd: of(Lingkup::Opd), kecamatan: of(Lingkup::Kecamatan) })
}

/// Whether a key is one of those of the totals.
pub(super) fn is_total(full: &str) -> bool {
    full.strip_prefix(TOTAL).and_then(|key| key.strip_prefix('.')).is_some_and(|key| Lingkup::parse(key).is_some())
}

/// What is wrong with a list of which one bad entry spoils the whole, in Indonesian; `None` where nothing is. An order
/// without one of its goals would be another order, so such lists are taken as a whole or not at all.
pub(super) fn fault(full: &str, value: &Value) -> Option<String> {
    let names: Option<Vec<&str>> = value.as_array()?.iter().map(Value::as_str).collect();
    let Some(names) = names else {
        return is_whole(full).then(|| "setiap isinya ditulis di antara tanda kutip".into());
    };
    match full {
        URUTAN => Urutan::parse(&names).err(),
        DAHULUKAN => Dahulukan::parse(&names).err(),
        _ => None,
    }
}

/// Whether a list is taken as a whole or not at all.
pub(super) fn is_whole(full: &str) -> bool {
    [URUTAN, DAHULUKAN].contains(&full)
}

/// What such a list takes, in words.
pub(super) fn expected(full: &str) -> String {
    let quoted = |names: &[&str]| names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
    let (many, all) = match full {
        URUTAN => ("satu sampai empat dari ", quoted(&Tujuan::ALL.map(Tujuan::nama))),
        _ => ("", quoted(&Dahulukan::ALL.map(Dahulukan::nama))),
    };
    format!("daftar {many}{all}, masing-masing paling banyak sekali")
}
