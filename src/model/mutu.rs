//! Mutu data: how complete a month's data are, and how many faults they have.

use std::sync::Arc;

use crate::finding::Severity;
use crate::model::pegawai::Pegawai;
use crate::model::roster::TabelBaris;

/// Isian: a fact that a person's data should have, and what cannot be done without it.
pub struct Isian {
    pub label: &'static str,
    /// What the fact is for, one clause.
    pub guna: &'static str,
    pub terisi: fn(&Pegawai) -> bool,
}

/// The facts whose completeness is told, the most needed first.
pub const ISIAN: [Isian; 9] = [
    Isian { label: "Golongan", guna: "dicetak di SK; urutan lampiran", terisi: |p| p.golongan.is_some() },
    Isian { label: "TMT golongan", guna: "urutan lampiran", terisi: |p| p.tmt_gol.is_some() },
    Isian { label: "TMT jabatan", guna: "masa jabatan (A-101)", terisi: |p| p.tmt_jabatan.is_some() },
    Isian { label: "TMT unit", guna: "masa di unit dan rotasi (A-102)", terisi: |p| p.tmt_unit.is_some() },
    Isian { label: "Pendidikan", guna: "kecocokan dengan jabatan", terisi: |p| p.pendidikan.is_some() },
    Isian {
        label: "Jurusan",
        guna: "linearitas pendidikan",
        terisi: |p| p.pendidikan.as_ref().is_some_and(|pendidikan| pendidikan.jurusan.is_some()),
    },
    Isian { label: "SKP", guna: "nilai kinerja", terisi: |p| !p.skp.is_empty() },
    Isian { label: "Kecamatan tinggal", guna: "jarak dari rumah", terisi: |p| p.domisili.is_some() },
    Isian { label: "Tempat lahir", guna: "identitas di surat", terisi: |p| p.tempat_lahir.is_some() },
];

/// For each of `ISIAN` how many persons have it.
pub type Terisi = [usize; ISIAN.len()];

/// Completeness of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MutuUnit {
    /// By which the unit is known again in another month: kode, else the key of its name.
    pub kunci: String,
    pub nama: Arc<str>,
    pub opd: Arc<str>,
    pub orang: usize,
    pub terisi: Terisi,
}

/// The quality of one month's data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mutu {
    pub orang: usize,
    pub terisi: Terisi,
    /// Units with people, the least complete first.
    pub units: Vec<MutuUnit>,
    pub tabel: Vec<TabelBaris>,
    /// Findings of reading and checking, in the order of `SEVERITIES`.
    pub temuan: [usize; SEVERITIES.len()],
}

/// The gravest first.
pub const SEVERITIES: [Severity; 4] = [Severity::Galat, Severity::Peringatan, Severity::Diperbaiki, Severity::Info];

/// Part of a whole in thousandths, rounded down: integers keep every machine's order the same. Nothing of nothing is
/// complete.
pub fn permil(part: usize, whole: usize) -> usize {
    (part * 1000).checked_div(whole).unwrap_or(1000)
}

impl MutuUnit {
    /// Completeness over all facts, in thousandths.
    pub fn permil(&self) -> usize {
        permil(self.terisi.iter().sum(), self.orang * ISIAN.len())
    }
}
