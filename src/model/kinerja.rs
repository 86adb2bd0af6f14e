//! Performance predicates (SKP).

use serde::Serialize;

/// Predikat kinerja (PermenPANRB 6/2022, domain §1.3). Ordering: the best is greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Predikat {
    SangatKurang,
    Kurang,
    ButuhPerbaikan,
    Baik,
    SangatBaik,
}

impl Predikat {
    pub const ALL: [Predikat; 5] =
        [Predikat::SangatKurang, Predikat::Kurang, Predikat::ButuhPerbaikan, Predikat::Baik, Predikat::SangatBaik];

    pub fn label(self) -> &'static str {
        match self {
            Predikat::SangatKurang => "Sangat Kurang",
            Predikat::Kurang => "Kurang",
            Predikat::ButuhPerbaikan => "Butuh Perbaikan",
            Predikat::Baik => "Baik",
            Predikat::SangatBaik => "Sangat Baik",
        }
    }
}

/// The predicate of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Skp {
    pub tahun: i16,
    pub predikat: Predikat,
}
