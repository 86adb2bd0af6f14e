//! A civil servant as the personnel workbook describes one, parsed facts only.

use jiff::civil::Date;

use crate::finding::{Place, Subjek};
use crate::model::aspirasi::Aspirasi;
use crate::model::golongan::Golongan;
use crate::model::jabatan::{Jabatan, leads_unit};
use crate::model::kinerja::{Asesmen, Skp};
use crate::model::nama::Nama;
use crate::model::nip::Nip;
use crate::model::pendidikan::Pendidikan;
use crate::model::status::{HukumanDisiplin, JenisKelamin, KedudukanHukum, StatusAsn};
use crate::model::unit::UnitId;
use crate::model::wilayah::KecamatanId;

/// Index into `Roster::pegawai`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PegawaiId(pub u32);

/// One person. What the workbook does not say, or says unreadably, is `None`: never guessed.
#[derive(Clone, Debug)]
pub struct Pegawai {
    pub nip: Nip,
    pub nama: Nama,
    pub jenis_kelamin: JenisKelamin,
    pub tempat_lahir: Option<String>,
    pub tgl_lahir: Date,
    pub status: StatusAsn,
    pub kedudukan: KedudukanHukum,
    pub golongan: Option<Golongan>,
    pub tmt_gol: Option<Date>,
    pub tmt_cpns: Option<Date>,
    pub jabatan: Jabatan,
    /// Extra duty as printed: `Kepala Sekolah`, `Wakil Kepala Sekolah`.
    pub tugas_tambahan: Option<String>,
    /// Clock one: since when in this jabatan.
    pub tmt_jabatan: Option<Date>,
    /// Clock two: since when in this unit.
    pub tmt_unit: Option<Date>,
    pub unit: UnitId,
    pub pendidikan: Option<Pendidikan>,
    /// Newest year first.
    pub skp: Vec<Skp>,
    pub hukdis: Option<HukumanDisiplin>,
    pub asesmen: Option<Asesmen>,
    pub aspirasi: Option<Aspirasi>,
    /// Kecamatan of the home.
    pub domisili: Option<KecamatanId>,
    /// A protective flag, set by the office without a reason (domain R37, R38).
    pub perlindungan: bool,
    /// The row the person was read from (its NIP cell).
    pub place: Place,
}

impl Pegawai {
    /// Whether the person leads the unit, by jabatan or by extra duty.
    pub fn leads_unit(&self) -> bool {
        leads_unit(&self.jabatan.nama) || self.tugas_tambahan.as_deref().is_some_and(leads_unit)
    }

    /// Name and NIP for findings.
    pub fn label(&self) -> String {
        format!("{} ({})", self.nama.as_str(), self.nip)
    }

    /// The same for a finding.
    pub fn subjek(&self) -> Option<Subjek> {
        Subjek::of(Some(self.nama.as_str()), Some(self.nip))
    }
}
