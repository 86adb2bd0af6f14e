//! Conditions that several rules ask of a person: punishment, education, golongan, performance. Each gives what it found,
//! or the verdict that ends the matter: not met, or a fact that must be known is missing.

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

/// At least Baik in each of the newest years, newest first.
pub fn kinerja_baik(pegawai: &Pegawai, years: usize, say: Say) -> Result<&[Skp], Verdict> {
    let judged = newest(pegawai, years);
    let words = |gap: &str| {
        let shown = if judged.is_empty() { "SKP tidak ada".into() } else { shown(judged) + gap };
        format!("{shown}; syarat {years} tahun paling rendah {}", Predikat::Baik.label())
    };
    if judged.iter().any(|skp| skp.predikat < Predikat::Baik) {
        return Err(say.unmet(|| words("")));
    }
    if judged.len() < years { Err(say.unknown(|| words(", tahun lain tidak ada"))) } else { Ok(judged) }
}

/// The newest years of a person, newest first.
pub fn newest(pegawai: &Pegawai, years: usize) -> &[Skp] {
    &pegawai.skp[..pegawai.skp.len().min(years)]
}

/// `SKP 2025 Baik, SKP 2024 Baik`.
pub fn shown(skp: &[Skp]) -> String {
    skp.iter().map(|skp| format!("SKP {} {}", skp.tahun, skp.predikat.label())).collect::<Vec<_>>().join(", ")
}
