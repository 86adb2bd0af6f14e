//! Units: schools, puskesmas, OPD and their parts.

mod layanan;
mod parse;

use std::sync::Arc;

use crate::finding::Place;
use crate::model::koordinat::Koordinat;
use crate::model::puskesmas::Puskesmas;
use crate::model::survei::Survei;
use crate::model::wilayah::KecamatanId;

pub use layanan::Layanan;
pub use parse::unit_key;

/// Index into `Roster::units`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitId(pub u32);

/// What kind of unit it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JenisUnit {
    Sekolah(BentukPendidikan),
    Puskesmas,
    /// Dinas, badan, kecamatan, kelurahan and everything else.
    Lain,
}

/// Bentuk pendidikan as Dapodik's column BP prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BentukPendidikan {
    Tk,
    Sd,
    Smp,
    Sma,
    Smk,
    Slb,
    /// KB, TPA, SPS, PKBM, SKB, Paket A to C: non-formal.
    Nonformal,
}

impl BentukPendidikan {
    pub const ALL: [BentukPendidikan; 7] = [
        BentukPendidikan::Tk,
        BentukPendidikan::Sd,
        BentukPendidikan::Smp,
        BentukPendidikan::Sma,
        BentukPendidikan::Smk,
        BentukPendidikan::Slb,
        BentukPendidikan::Nonformal,
    ];

    pub fn label(self) -> &'static str {
        match self {
            BentukPendidikan::Tk => "TK",
            BentukPendidikan::Sd => "SD",
            BentukPendidikan::Smp => "SMP",
            BentukPendidikan::Sma => "SMA",
            BentukPendidikan::Smk => "SMK",
            BentukPendidikan::Slb => "SLB",
            BentukPendidikan::Nonformal => "Nonformal",
        }
    }
}

/// What Dapodik says of a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sekolah {
    /// May be alphanumeric (`P2961752`).
    pub npsn: Option<Arc<str>>,
    pub bentuk: BentukPendidikan,
    /// Which level of an SLB or programme of a non-formal school; `None` where it is not told.
    pub layanan: Option<Layanan>,
    pub negeri: bool,
    /// Class groups, all grades together.
    pub rombel: Option<u32>,
    /// Class groups of each grade that the workbook tells, in the order of grades; empty where it tells none.
    pub rombel_tingkat: Vec<(u8, u32)>,
    /// Whether it takes in pupils with special needs (sekolah inklusi).
    pub inklusi: Option<bool>,
    /// Whether it stands in a special area (daerah khusus), where fewer teachers are the least.
    pub daerah_khusus: Option<bool>,
    /// Pupils (peserta didik).
    pub pd: Option<u32>,
    /// Teachers as counted by Dapodik, ASN or not.
    pub guru: Option<u32>,
    /// The cell that says how many rombel, for findings and provenance.
    pub rombel_place: Option<Place>,
}

/// A unit of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    pub kode: Option<Arc<str>>,
    pub nama: Arc<str>,
    pub jenis: JenisUnit,
    pub sekolah: Option<Sekolah>,
    /// Name of the OPD above it, for grouping: `Dinas Pendidikan dan Kebudayaan`.
    pub induk: Option<Arc<str>>,
    pub kecamatan: Option<KecamatanId>,
    /// What the annual report tells of a puskesmas.
    pub puskesmas: Option<Puskesmas>,
    /// Where it stands, if known more closely than by its kecamatan.
    pub koordinat: Option<Koordinat>,
    /// Surveys of the public, the newest first.
    pub survei: Vec<Survei>,
    /// Where the unit was read.
    pub place: Place,
}

impl Unit {
    /// The OPD to group by: the parent, else the unit itself.
    pub fn opd(&self) -> &Arc<str> {
        self.induk.as_ref().unwrap_or(&self.nama)
    }
}
