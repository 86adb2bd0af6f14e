//! What the merit level weighs: its points, one entry each, from which come the settings and the sheet *Catatan Run*; the
//! levels posts demand; and what the region puts first.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::FILE;
use crate::finding::{Finding, Place, catalogue};
use crate::model::jabatan::name_key;
use crate::model::needs::Needs;
use crate::model::roster::Roster;

/// Declares the weights once: field, key and meaning.
macro_rules! bobot {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// Weights of the merit level, in points.
        #[derive(Clone, Debug, Deserialize)]
        pub struct Bobot {
            $($(#[$doc])* pub $name: i64,)+
        }

        impl Bobot {
            /// Every weight with its key, in the order of `defaults.toml`.
            pub fn entries(&self) -> Vec<(&'static str, i64)> {
                vec![$((stringify!($name), self.$name)),+]
            }
        }
    };
}

bobot! {
    linear,
    serumpun,
    /// For each grade above or below Baik.
    kinerja_per_tingkat,
    jarak_per_km,
    jarak_bebas_km,
    rotasi_per_tahun,
    rotasi_maks,
    /// For each percent of JPM above or below the line of Memenuhi Syarat.
    kompetensi_per_persen,
    pengalaman_per_tahun,
    pengalaman_maks_tahun,
    /// For each special skill that a post asks for.
    keahlian,
    /// For each point of the weighted mark above or below `kid_acuan`.
    kid_per_poin,
    kid_acuan,
    /// Shares of the three marks in the weighted one.
    kid_kompetensi,
    kid_integritas,
    kid_dedikasi,
    potensial_per_tingkat,
    /// For each point of strategic weight, 0 to 100.
    strategis_per_poin,
    usulan_1,
    usulan_2,
    usulan_3,
    bersedia,
    /// Taken off where somebody is not willing.
    tidak_bersedia,
    /// Taken off for each year short of the rotation limit.
    keberlanjutan_per_tahun,
    /// Fewest people of a jabatan of whom a mark is known before their middle one stands for those of whom it is not.
    pembanding_min,
}

/// The highest level of a kompetensi.
pub(super) const MOST_LEVEL: i64 = 5;

/// What a post demands in competence: the level each kind of jabatan must reach in every kompetensi. 0 where nobody has
/// laid it down.
#[derive(Clone, Debug, Deserialize)]
pub struct Kompetensi {
    /// Whether a level above what the post demands counts only as what it demands.
    pub batasi_ke_syarat: bool,
    pub level_pelaksana: i64,
    pub level_pengawas: i64,
    pub level_administrator: i64,
    pub level_jpt: i64,
    pub level_jf_pemula: i64,
    pub level_jf_terampil: i64,
    pub level_jf_mahir: i64,
    pub level_jf_penyelia: i64,
    pub level_jf_ahli_pertama: i64,
    pub level_jf_ahli_muda: i64,
    pub level_jf_ahli_madya: i64,
    pub level_jf_ahli_utama: i64,
}

/// What the region's vision and mission put first.
#[derive(Clone, Debug, Deserialize)]
pub struct Strategis {
    /// `name = weight` of units, OPD or jabatan, 0 to 100.
    pub prioritas: Vec<String>,
}

impl Strategis {
    /// Names with their weights; what is no `name = weight` was left out, and P-102 said so.
    pub fn weights(&self) -> impl Iterator<Item = (&str, u8)> {
        self.prioritas.iter().filter_map(|entry| weight_of(entry))
    }

    /// D-174 for each name that is no unit, OPD or jabatan of the month: its weight would silently be none.
    pub fn unmatched(&self, roster: &Roster, needs: &Needs) -> Vec<Finding> {
        if self.prioritas.is_empty() {
            return Vec::new();
        }
        let units = roster.units.iter().flat_map(|unit| [name_key(&unit.nama), name_key(unit.opd())]);
        let posts = needs.posts.iter().flat_map(|post| [name_key(&post.jabatan), name_key(&post.jabatan_label())]);
        let known: BTreeSet<String> = units.chain(posts).collect();
        let unknown = self.weights().filter(|(name, _)| !known.contains(&name_key(name)));
        let told = |(name, _)| {
            let problem =
                format!("strategis.prioritas menyebut “{name}”, yang bukan unit, OPD, atau jabatan bulan ini");
            Finding::new(&catalogue::PRIORITAS_ASING, Place::file(FILE), name, problem)
        };
        unknown.map(told).collect()
    }
}

/// Reads `Dinas Kesehatan = 40`.
pub(super) fn weight_of(entry: &str) -> Option<(&str, u8)> {
    let (name, weight) = entry.rsplit_once('=')?;
    let weight: u8 = weight.trim().parse().ok().filter(|weight| *weight <= 100)?;
    (!name.trim().is_empty()).then_some((name.trim(), weight))
}
