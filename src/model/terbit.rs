//! Banding rencana terbit: what has become of the plan that leadership had before it when it decided.

use crate::model::nip::Nip;
use crate::model::pegawai::PegawaiId;
use crate::model::unit::UnitId;

/// A move of the plan beside the published one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Banding {
    /// It stood there as it stands here.
    Tetap,
    /// The person was to go elsewhere: to this unit.
    Berubah(UnitId),
    /// Another jabatan of the same unit.
    BerubahJabatan,
    /// The person was to stay.
    Baru,
}

/// Someone whom the published plan moved and the plan does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TidakLagi {
    pub nip: Nip,
    /// `None` where nobody of that NIP is in the data any more.
    pub pegawai: Option<PegawaiId>,
    /// Where the person was to go.
    pub unit: UnitId,
    /// Why not, as a sentence. It may name other people, so it is for leadership only.
    pub alasan: String,
}

/// The plan beside the published one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BandingTerbit {
    /// Moves of the published plan.
    pub terbit: usize,
    /// Of each move of the plan, in its order.
    pub langkah: Vec<Banding>,
    /// In NIP order.
    pub tidak_lagi: Vec<TidakLagi>,
}

impl BandingTerbit {
    /// How many people are elsewhere than the published plan has them, also those who may not move now.
    pub fn berubah(&self) -> usize {
        let [_, changed, new] = self.counts();
        changed + new + self.tidak_lagi.len()
    }

    /// How many moves stand as they stood, are changed, and are new.
    pub fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for own in &self.langkah {
            let at = match own {
                Banding::Tetap => 0,
                Banding::Berubah(_) | Banding::BerubahJabatan => 1,
                Banding::Baru => 2,
            };
            counts[at] += 1;
        }
        counts
    }
}
