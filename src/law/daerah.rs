//! Rules a region adds to those of the law: a small set of kinds, each with one parameter, sentence and basis its own.

use super::Tingkat;
use crate::model::tanggal::Sejak;

/// The codes a region may give its rules. A closed list, so that a code in a result never means two things and a rule
/// keeps its bit.
pub const KODE: [&str; 8] = ["L-01", "L-02", "L-03", "L-04", "L-05", "L-06", "L-07", "L-08"];

/// What a local rule asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jenis {
    /// So many months in the unit before a move to another perangkat daerah (domain R41).
    MasaAntarOpd,
    /// So many months since TMT CPNS before any move.
    MasaKerjaMinimal,
    /// No farther than so many km.
    JarakMaksimal,
    /// Holders of these jabatan or extra duties stay where they are.
    JabatanDitahan,
}

impl Jenis {
    pub const ALL: [Jenis; 4] =
        [Jenis::MasaAntarOpd, Jenis::MasaKerjaMinimal, Jenis::JarakMaksimal, Jenis::JabatanDitahan];

    /// As written in `mutasi.toml`.
    pub fn nama(self) -> &'static str {
        match self {
            Jenis::MasaAntarOpd => "masa_antar_opd",
            Jenis::MasaKerjaMinimal => "masa_kerja_minimal",
            Jenis::JarakMaksimal => "jarak_maksimal",
            Jenis::JabatanDitahan => "jabatan_ditahan",
        }
    }

    /// Its one parameter: the key of a number, or of a list.
    pub fn kunci(self) -> Kunci {
        match self {
            Jenis::MasaAntarOpd | Jenis::MasaKerjaMinimal => Kunci::Angka("bulan"),
            Jenis::JarakMaksimal => Kunci::Angka("km"),
            Jenis::JabatanDitahan => Kunci::Daftar("jabatan"),
        }
    }

    /// When it is met, for the README.
    pub fn arti(self) -> &'static str {
        match self {
            Jenis::MasaAntarOpd => "pegawai tetap di perangkat daerahnya, atau sudah sekian bulan di unitnya",
            Jenis::MasaKerjaMinimal => "sudah sekian bulan sejak TMT CPNS",
            Jenis::JarakMaksimal => "unit yang dituju tidak lebih jauh dari sekian km",
            Jenis::JabatanDitahan => "jabatan dan tugas tambahan pegawai tidak termasuk daftar",
        }
    }

    pub fn parse(text: &str) -> Option<Jenis> {
        Jenis::ALL.into_iter().find(|jenis| jenis.nama() == text.trim())
    }
}

/// The parameter of a kind of local rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kunci {
    Angka(&'static str),
    Daftar(&'static str),
}

/// A region's own rule, as its `mutasi.toml` states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AturanDaerah {
    /// One of [`KODE`].
    pub kode: &'static str,
    /// The rule as a sentence that is true when it is met.
    pub kalimat: String,
    /// The local regulation it rests on; never empty.
    pub dasar: String,
    pub jenis: Jenis,
    pub tingkat: Tingkat,
    /// It does not hold before; `None`: it holds always.
    pub sejak: Option<Sejak>,
    /// Months or km; 0 for a kind that has a list.
    pub angka: i64,
    /// Names of jabatan; empty for a kind that has a number.
    pub daftar: Vec<String>,
}

impl AturanDaerah {
    /// `bulan = 60`, `jabatan = Bendahara, Ajudan`.
    pub fn parameter(&self) -> String {
        match self.jenis.kunci() {
            Kunci::Angka(kunci) => format!("{kunci} = {}", self.angka),
            Kunci::Daftar(kunci) => format!("{kunci} = {}", self.daftar.join(", ")),
        }
    }
}
