//! Conditions that several rules ask of a person: punishment, education, golongan, performance. Each gives what it found,
//! or the verdict that ends the matter: not met, or a fact that must be known is missing.

use std::fmt;

use jiff::civil::Date;

use super::Pair;
use crate::model::golongan::Golongan;
use crate::model::kinerja::{Predikat, Skp};
use crate::model::pegawai::Pegawai;
use crate::model::pendidikan::TingkatPendidikan;
use crate::model::status::TingkatHukdis;
use crate::place::facts::Say;
use crate::place::rules::Verdict;

impl Pair<'_> {
    /// Never punished with more than a light punishment.
    pub fn tanpa_hukdis(&self) -> Result<(), Verdict> {
        match self.pegawai.hukdis.map(|hukdis| hukdis.tingkat) {
            Some(tingkat) if tingkat != TingkatHukdis::Ringan => {
                Err(self.say.unmet(|| format!("pernah dijatuhi hukuman disiplin {}", tingkat.label())))
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Education of this level at least.
    pub fn pendidikan_paling_rendah(&self, least: TingkatPendidikan) -> Result<TingkatPendidikan, Verdict> {
        let syarat = || format!("syarat paling rendah {}", least.label());
        match self.pegawai.pendidikan.as_ref().map(|pendidikan| pendidikan.tingkat) {
            Some(own) if own >= least => Ok(own),
            Some(own) => Err(self.say.unmet(|| format!("pendidikan {}, {}", own.label(), syarat()))),
            None => Err(self.say.unknown(|| format!("pendidikan tidak diketahui, {}", syarat()))),
        }
    }

    /// This golongan at least.
    pub fn golongan_paling_rendah(&self, least: Golongan) -> Result<Golongan, Verdict> {
        match self.pegawai.golongan {
            Some(own) if own >= least => Ok(own),
            Some(own) => Err(self.say.unmet(|| format!("golongan {own}, syarat paling rendah {least}"))),
            None => Err(self.say.unknown(|| format!("golongan tidak diketahui, syarat paling rendah {least}"))),
        }
    }
}

/// At least Baik in each of the last years. `syarat` is what the rule calls it.
pub fn kinerja_baik<'a>(
    pegawai: &'a Pegawai,
    years: usize,
    efektif: Date,
    syarat: &str,
    say: Say,
) -> Result<Terakhir<'a>, Verdict> {
    let skp = Terakhir::of(pegawai, years, efektif);
    let words = || format!("{skp}; {syarat} {years} tahun paling rendah {}", Predikat::Baik.label());
    if skp.ada.iter().any(|skp| skp.predikat < Predikat::Baik) {
        return Err(say.unmet(words));
    }
    if skp.hilang.is_empty() { Ok(skp) } else { Err(say.unknown(words)) }
}

/// The last years of performance that a rule asks about.
pub struct Terakhir<'a> {
    /// What is told of them, newest first.
    pub ada: &'a [Skp],
    /// Those of which nothing is told, newest first.
    pub hilang: Vec<i16>,
}

impl Terakhir<'_> {
    /// So many years one after the other: they end with the year before that of the move, or with the newest told where
    /// that is later. An older predicate says nothing of them.
    pub fn of(pegawai: &Pegawai, years: usize, efektif: Date) -> Terakhir<'_> {
        let newest = pegawai.skp.first().map_or(i16::MIN, |skp| skp.tahun).max(efektif.year() - 1);
        let asked = (0..years as i16).map(|back| newest - back);
        let told = pegawai.skp.iter().take_while(|skp| newest - skp.tahun < years as i16).count();
        let ada = &pegawai.skp[..told];
        Terakhir { ada, hilang: asked.filter(|year| ada.iter().all(|skp| skp.tahun != *year)).collect() }
    }
}

/// `SKP 2025 Baik, SKP 2024 tidak ada`.
impl fmt::Display for Terakhir<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts: Vec<String> =
            self.ada.iter().map(|skp| format!("SKP {} {}", skp.tahun, skp.predikat.label())).collect();
        if !self.hilang.is_empty() {
            let years: Vec<String> = self.hilang.iter().map(i16::to_string).collect();
            parts.push(format!("SKP {} tidak ada", years.join(" dan ")));
        }
        f.write_str(&parts.join(", "))
    }
}
