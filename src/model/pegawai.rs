//! A civil servant as the personnel workbook describes one, parsed facts only.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use jiff::civil::Date;

use crate::finding::{Place, Subjek};
use crate::model::aspirasi::Aspirasi;
use crate::model::bersama::Bersama;
use crate::model::golongan::Golongan;
use crate::model::jabatan::{Jabatan, leads_unit, name_key};
use crate::model::jarang::{Jarang, Kosong};
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

/// One person, kept small, since a region has a hundred thousand. What the workbook does not say, or says unreadably, is
/// `None`: never guessed. What few have (`FaktaJarang`) is read and set as if it stood here.
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
    pub jabatan: Bersama<Jabatan>,
    /// Whether a column tells the kind of the jabatan; else it was read from the name, as far as that tells it.
    pub jenis_tertulis: bool,
    /// Clock one: since when in this jabatan.
    pub tmt_jabatan: Option<Date>,
    /// Clock two: since when in this unit.
    pub tmt_unit: Option<Date>,
    pub unit: UnitId,
    pub pendidikan: Option<Bersama<Pendidikan>>,
    /// Certificates, licences, hours and terms of the profession.
    pub profesi: ProfesiOrang,
    /// Newest year first.
    pub skp: Bersama<Vec<Skp>>,
    /// Kecamatan of the home.
    pub domisili: Option<KecamatanId>,
    /// A protective flag, set by the office without a reason (domain R37, R38).
    pub perlindungan: bool,
    /// Whose the person is and where at work, where an export tells both.
    pub instansi: Option<Bersama<Instansi>>,
    pub jarang: Jarang<FaktaJarang>,
    /// The row the person was read from (its NIP cell).
    pub place: Place,
}

/// What is known of few people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FaktaJarang {
    /// Extra duty as printed: `Kepala Sekolah`, `Wakil Kepala Sekolah`.
    pub tugas_tambahan: Option<Arc<str>>,
    /// Figures behind predicates, as files to 2021 give them.
    pub angka_skp: Vec<AngkaSkp>,
    pub hukdis: Option<HukumanDisiplin>,
    pub asesmen: Option<Box<Asesmen>>,
    pub aspirasi: Option<Box<Aspirasi>>,
    /// NIP of husband or wife. For the rules on conflict of interest only (domain R04); it reaches no output.
    pub nip_pasangan: Option<Nip>,
}

impl Kosong for FaktaJarang {
    const KOSONG: &'static FaktaJarang = &FaktaJarang {
        tugas_tambahan: None,
        angka_skp: Vec::new(),
        hukdis: None,
        asesmen: None,
        aspirasi: None,
        nip_pasangan: None,
    };
}

impl Deref for Pegawai {
    type Target = FaktaJarang;

    fn deref(&self) -> &FaktaJarang {
        &self.jarang
    }
}

impl DerefMut for Pegawai {
    fn deref_mut(&mut self) -> &mut FaktaJarang {
        &mut self.jarang
    }
}

/// The instansi a person belongs to and the one he or she works for, both by name or both by SIASN's code (domain R46).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Instansi {
    pub induk: Arc<str>,
    pub kerja: Arc<str>,
}

impl Instansi {
    /// Whether both are one, however they are spelt.
    pub fn is_one(&self) -> bool {
        self.induk == self.kerja || instansi_key(&self.induk) == instansi_key(&self.kerja)
    }
}

/// Key under which two spellings of an instansi are the same: `Pemkab Merangin`, `Pemerintah Kab. Merangin` and
/// `Pemerintah Daerah Kabupaten Merangin`. A kabupaten and a kota of one name stay two.
fn instansi_key(text: &str) -> String {
    let whole = |word: &str| {
        match word {
            "PEMKAB" => "PEMERINTAH KABUPATEN",
            "PEMKOT" => "PEMERINTAH KOTA",
            "PEMPROV" | "PEMPROP" => "PEMERINTAH PROVINSI",
            "PEMDA" | "PEMERINTAH" => "PEMERINTAH",
            "KAB" => "KABUPATEN",
            "PROV" | "PROP" | "PROPINSI" => "PROVINSI",
            "KEMENTRIAN" | "KEMEN" => "KEMENTERIAN",
            other => other,
        }
        .to_string()
    };
    let key: Vec<String> = name_key(text).split(' ').map(whole).collect();
    let key = key.join(" ").replace("PEMERINTAH DAERAH ", "PEMERINTAH ");
    // The government of a region is often called by the region alone.
    let region = key.strip_prefix("PEMERINTAH ").filter(|rest| REGION.iter().any(|of| rest.starts_with(of)));
    region.map_or(key.clone(), str::to_string)
}

const REGION: [&str; 3] = ["KABUPATEN ", "KOTA ", "PROVINSI "];

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
        self.angka_skp.iter().find(|angka| angka.tahun == skp.tahun && angka.predikat == skp.predikat)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_government_has_many_names_and_two_governments_none_in_common() {
        let is_one = |induk: &str, kerja: &str| Instansi { induk: induk.into(), kerja: kerja.into() }.is_one();
        for (a, b) in [
            ("Pemkab Merangin", "Pemerintah Kabupaten Merangin"),
            ("Pemerintah Kab. Merangin", "PEMKAB. MERANGIN"),
            ("Pemda Kab. Merangin", "Pemerintah Daerah Kabupaten Merangin"),
            ("Kab. Merangin", "Pemkab Merangin"),
            ("Pemkot Binjai", "Pemerintah Kota Binjai"),
            ("Pemprov Gorontalo", "Pemerintah Provinsi Gorontalo"),
            ("Pemerintah Propinsi Gorontalo", "Provinsi Gorontalo"),
        ] {
            assert!(is_one(a, b), "{a} and {b}");
        }
        for (a, b) in [
            ("Pemkab Gorontalo", "Pemprov Gorontalo"),
            ("Pemkab Gorontalo", "Pemkot Gorontalo"),
            ("Pemkab Merangin", "Pemkab Sarolangun"),
            ("Kementerian Agama", "Pemkab Merangin"),
        ] {
            assert!(!is_one(a, b), "{a} and {b}");
        }
    }
}
