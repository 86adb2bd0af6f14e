//! A civil servant as the personnel workbook describes one, parsed facts only.

use std::sync::Arc;

use jiff::civil::Date;

use crate::finding::{Place, Subjek};
use crate::model::aspirasi::Aspirasi;
use crate::model::golongan::Golongan;
use crate::model::jabatan::{Jabatan, leads_unit, name_key};
use crate::model::kinerja::{AngkaSkp, Asesmen, Skp};
use crate::model::nama::Nama;
use crate::model::nip::Nip;
use crate::model::pendidikan::Pendidikan;
use crate::model::profesi::ProfesiOrang;
use crate::model::status::{HukumanDisiplin, JenisKelamin, KedudukanHukum, StatusAsn};
use crate::model::unit::UnitId;
use crate::model::wilayah::KecamatanId;

/// Index into `Roster::pegawai`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PegawaiId(pub u32);

/// One person, kept small, since a region has a hundred thousand. What the workbook does not say, or says unreadably, is `None`: never guessed.
#[derive(Clone, Debug)]
pub struct Pegawai {
    pub nip: Nip,
    pub nama: Nama,
    pub jenis_kelamin: JenisKelamin,
    pub tempat_lahir: Option<Arc<str>>,
    pub tgl_lahir: Date,
    pub status: StatusAsn,
    pub kedudukan: KedudukanHukum,
    pub golongan: Option<Golongan>,
    pub tmt_gol: Option<Date>,
    pub tmt_cpns: Option<Date>,
    pub jabatan: Jabatan,
    /// Extra duty as printed: `Kepala Sekolah`, `Wakil Kepala Sekolah`.
    pub tugas_tambahan: Option<Arc<str>>,
    /// Clock one: since when in this jabatan.
    pub tmt_jabatan: Option<Date>,
    /// Clock two: since when in this unit.
    pub tmt_unit: Option<Date>,
    pub unit: UnitId,
    pub pendidikan: Option<Pendidikan>,
    /// Certificates, licences, hours and terms of the profession.
    pub profesi: ProfesiOrang,
    /// Newest year first.
    pub skp: Vec<Skp>,
    /// Figures behind predicates, as files to 2021 give them.
    pub angka_skp: Vec<AngkaSkp>,
    pub hukdis: Option<HukumanDisiplin>,
    pub asesmen: Option<Box<Asesmen>>,
    pub aspirasi: Option<Box<Aspirasi>>,
    /// Kecamatan of the home.
    pub domisili: Option<KecamatanId>,
    /// A protective flag, set by the office without a reason (domain R37, R38).
    pub perlindungan: bool,
    /// Whose the person is and where at work, where an export tells both.
    pub instansi: Option<Instansi>,
    /// NIP of husband or wife. For the rules on conflict of interest only (domain R04); it reaches no output.
    pub nip_pasangan: Option<Nip>,
    /// The row the person was read from (its NIP cell).
    pub place: Place,
}

/// The instansi a person belongs to and the one he or she works for, both by name or both by SIASN's code (domain R46).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instansi {
    pub induk: Arc<str>,
    pub kerja: Arc<str>,
}

impl Instansi {
    /// Whether both are one, however they are spelt.
    pub fn is_one(&self) -> bool {
        self.induk == self.kerja || name_key(&self.induk) == name_key(&self.kerja)
    }
}

impl Pegawai {
    /// Whether the person is an official whose replacement is bound to certain times: a structural one, or the head of
    /// a unit (domain R33).
    pub fn is_pejabat(&self) -> bool {
        self.jabatan.jenis.is_struktural() || self.leads_unit()
    }

    /// Whether the person leads the unit, by jabatan or by extra duty.
    pub fn leads_unit(&self) -> bool {
        self.head_of_unit().is_some()
    }

    /// The duty or jabatan by which the person leads the unit: `Kepala Sekolah`.
    pub fn head_of_unit(&self) -> Option<&str> {
        let duty = self.tugas_tambahan.as_deref().filter(|duty| leads_unit(duty));
        duty.or_else(|| Some(&*self.jabatan.nama).filter(|nama| leads_unit(nama)))
    }

    /// The figure that the predicate of a year was read from; `None` where it was written in words.
    pub fn angka_of(&self, skp: &Skp) -> Option<&AngkaSkp> {
        self.angka_skp.iter().find(|angka| angka.tahun == skp.tahun && angka.predikat() == skp.predikat)
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
