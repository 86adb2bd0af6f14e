//! Riwayat: this month beside the one before it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::finding::Place;
use crate::model::bersama::Bersama;
use crate::model::cells::Source;
use crate::model::golongan::Golongan;
use crate::model::jabatan::Jabatan;
use crate::model::mutu::Mutu;
use crate::model::nama::Nama;
use crate::model::nip::Nip;
use crate::model::perubahan::Perubahan;
use crate::model::roster::Jejak;
use crate::model::status::{KedudukanHukum, StatusAsn};
use crate::model::tanggal::Periode;

/// What is kept of a person of the month before: enough to see a change, not to fill a gap.
#[derive(Clone, Debug)]
pub struct OrangLalu {
    pub nama: Nama,
    pub tgl_lahir: Date,
    pub unit: UnitLalu,
    pub jabatan: Bersama<Jabatan>,
    pub golongan: Option<Golongan>,
    pub status: StatusAsn,
    pub kedudukan: KedudukanHukum,
    /// The NIP cell.
    pub place: Place,
}

/// A unit of the month before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitLalu {
    pub kode: Option<Arc<str>>,
    pub nama: Arc<str>,
}

/// What is kept of the month before once its tables are let go.
#[derive(Clone, Debug)]
pub struct BulanLalu {
    pub catatan: CatatanLalu,
    pub orang: BTreeMap<Nip, OrangLalu>,
    /// People on rows that could not be used.
    pub jejak: Vec<Jejak>,
    /// Units at which somebody works, also on such rows: by kode in upper case, and by the key of their name.
    pub berorang: BTreeSet<String>,
}

/// What a run records of the month before.
#[derive(Clone, Debug)]
pub struct CatatanLalu {
    pub periode: Periode,
    pub sources: Vec<Source>,
    pub mutu: Mutu,
}

/// Why there is no month before to compare with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TanpaPembanding {
    /// The office does not want it.
    Dimatikan,
    TidakAda,
    TidakTerbaca(Periode),
}

impl TanpaPembanding {
    /// The reason in a sentence.
    pub fn in_words(self) -> String {
        match self {
            TanpaPembanding::Dimatikan => {
                "Perbandingan dengan bulan lalu dimatikan di mutasi.toml (data.bandingkan_bulan_lalu).".into()
            }
            TanpaPembanding::TidakAda => {
                "Belum ada data bulan sebelumnya di folder masuk; perubahan terlihat mulai bulan depan.".into()
            }
            TanpaPembanding::TidakTerbaca(periode) => {
                let month = periode.in_words();
                format!("Data {month} ada di folder masuk tetapi tidak terbaca, jadi tidak dibandingkan.")
            }
        }
    }
}

/// This month's quality and what changed.
#[derive(Clone, Debug)]
pub struct Riwayat {
    pub mutu: Mutu,
    pub lalu: Result<CatatanLalu, TanpaPembanding>,
    /// `None` without a month to compare with, or where nobody of this month could be read.
    pub perubahan: Option<Perubahan>,
}

impl Default for Riwayat {
    fn default() -> Riwayat {
        Riwayat { mutu: Mutu::default(), lalu: Err(TanpaPembanding::TidakAda), perubahan: None }
    }
}

impl Riwayat {
    /// The record of the month before, where there is one.
    pub fn lalu(&self) -> Option<&CatatanLalu> {
        self.lalu.as_ref().ok()
    }
}
