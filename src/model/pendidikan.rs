//! Education: level and field of study.

use serde::Serialize;

/// Tingkat pendidikan. Ordering follows rank; D-IV and S-1 share a rank (domain §1.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum TingkatPendidikan {
    Sd,
    Smp,
    Slta,
    D1,
    D2,
    D3,
    /// S-1 or D-IV.
    S1,
    /// Ners, Apoteker, Dokter, PPG.
    Profesi,
    /// S-2 or Sp-1.
    S2,
    /// S-3 or Sp-2.
    S3,
}

impl TingkatPendidikan {
    pub fn label(self) -> &'static str {
        match self {
            TingkatPendidikan::Sd => "SD",
            TingkatPendidikan::Smp => "SMP",
            TingkatPendidikan::Slta => "SLTA",
            TingkatPendidikan::D1 => "D-I",
            TingkatPendidikan::D2 => "D-II",
            TingkatPendidikan::D3 => "D-III",
            TingkatPendidikan::S1 => "S-1",
            TingkatPendidikan::Profesi => "Profesi",
            TingkatPendidikan::S2 => "S-2",
            TingkatPendidikan::S3 => "S-3",
        }
    }
}

/// A person's last education, for example `S-1`, `Pendidikan Guru Sekolah Dasar`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Pendidikan {
    pub tingkat: TingkatPendidikan,
    /// Field of study as printed, without the level; `None` when only the level is known.
    pub jurusan: Option<String>,
}
