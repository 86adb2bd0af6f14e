//! Skenario: the plan under some other settings, beside the plan of the folder. It decides nothing.

use serde::Serialize;

use crate::model::adil::Ukuran;
use crate::model::pegawai::PegawaiId;
use crate::model::unit::UnitId;

/// A plan under other settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skenario {
    /// File name of its settings: `usulan-dahulu.toml`.
    pub nama: String,
    pub setelan: Vec<SetelanLain>,
    pub ukuran: Ukuran,
    /// The fewest places that any plan under its rules could leave short, were there no limits.
    pub kurang_terkecil: u64,
    /// The limits that keep it from that, in a few words; `None` where none does.
    pub terhalang: Option<String>,
    /// Whether the audit proved it the best under its settings.
    pub terbukti: bool,
    /// Who would sit elsewhere than in the plan, in DUK order.
    pub lain: Vec<PindahLain>,
}

/// A setting that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SetelanLain {
    /// `bobot.linear`.
    pub kunci: String,
    pub rencana: String,
    pub skenario: String,
}

/// Someone whom the two plans place differently; `None`: stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PindahLain {
    pub pegawai: PegawaiId,
    pub rencana: Option<Tujuan>,
    pub skenario: Option<Tujuan>,
}

/// Unit and jabatan to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tujuan {
    pub unit: UnitId,
    pub jabatan: String,
}

impl Skenario {
    /// How many move in the plan only, in the scenario only, and in both but elsewhere.
    pub fn counts(&self) -> [usize; 3] {
        let count = |wanted: (bool, bool)| {
            self.lain.iter().filter(|own| (own.rencana.is_some(), own.skenario.is_some()) == wanted).count()
        };
        [count((true, false)), count((false, true)), count((true, true))]
    }
}
