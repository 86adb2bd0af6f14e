//! Rows of the personnel workbooks.

pub(super) mod facts;
pub(super) mod identity;

mod gabung;
mod order;
mod profesi;

use jiff::civil::Date;
use serde::Deserialize;
use validator::Validate;

use super::cell::{Bilangan, NipTeks, Tanggal, TanggalSatu};
use super::draft::{NipRusak, PegawaiDraft, SeldomDraft};
use super::memo::Memo;
use super::penilaian::read_figure;
use super::reading::Run;
use super::report::{RowPlace, terbaca};
use super::row::{Field, FromCell, Problem, Teks};
use crate::finding::{Subjek, catalogue};
use crate::model::bersama::Bersama;
use crate::model::cells::CellKind;
use crate::model::golongan::Golongan;
use crate::model::jabatan::{Jabatan, Petunjuk};
use crate::model::jarang::Jarang;
use crate::model::kinerja::Predikat;
use crate::model::nama::Nama;
use crate::model::nip::{AwalanNip, JenisNip, Nip};
use crate::model::pendidikan::Pendidikan;
use crate::model::profesi::MasaIzin;
use crate::model::status::{JenisKelamin, KedudukanHukum, StatusAsn, TingkatHukdis};

/// A list of one unit seldom has a column for it; a line above the table tells it of every row.
const ISI_UNIT: &str = "Isi nama unit kerja; jika seluruh tabel satu unit, cukup tulis di atas tabel, \
                        misalnya UNIT KERJA : Dinas Kesehatan.";

/// Makes a known word of a cell a value, with the finding for unknown words.
macro_rules! known_words {
    ($($type:ty, $kode:ident, $what:literal;)*) => {
        $(impl FromCell for $type {
            fn from_cell(_: CellKind, text: &str) -> (Option<$type>, Option<Problem>) {
                match <$type>::parse(text) {
                    Some(value) => (Some(value), None),
                    None => (None, Some(Problem::new(&catalogue::$kode, format!("{} “{text}” tidak dikenal", $what)))),
                }
            }
        })*
    };
}

known_words! {
    JenisKelamin, JENIS_KELAMIN_ASING, "jenis kelamin";
    StatusAsn, STATUS_ASING, "status pegawai";
    KedudukanHukum, KEDUDUKAN_ASING, "kedudukan hukum";
    TingkatHukdis, HUKDIS_ASING, "tingkat hukuman disiplin";
    Predikat, KINERJA_ASING, "predikat kinerja";
}

/// A person's row. Field names are the canonical column names.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
#[validate(schema(function = identity::tgl_lahir_matches_nip, skip_on_field_errors = false))]
#[validate(schema(function = identity::tmt_cpns_matches_nip, skip_on_field_errors = false))]
#[validate(schema(function = identity::jenis_kelamin_matches_nip, skip_on_field_errors = false))]
#[validate(schema(function = identity::status_matches_nip, skip_on_field_errors = false))]
#[validate(schema(function = identity::pangkat_matches_golongan, skip_on_field_errors = false))]
#[validate(schema(function = identity::golongan_matches_kode, skip_on_field_errors = false))]
#[validate(schema(function = order::age_at_cpns, skip_on_field_errors = false))]
#[validate(schema(function = order::pns_after_cpns, skip_on_field_errors = false))]
#[validate(schema(function = order::golongan_after_cpns, skip_on_field_errors = false))]
#[validate(schema(function = order::jabatan_after_cpns, skip_on_field_errors = false))]
#[validate(schema(function = order::unit_after_birth, skip_on_field_errors = false))]
#[validate(schema(function = order::hukdis_ends_after_start, skip_on_field_errors = false))]
pub struct PegawaiRow {
    #[validate(custom(function = terbaca))]
    nip: Field<NipTeks>,
    #[validate(custom(function = terbaca))]
    nama: Field<Teks>,
    #[validate(custom(function = terbaca))]
    gelar_depan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    gelar_belakang: Field<Teks>,
    #[validate(custom(function = terbaca))]
    tempat_lahir: Field<Teks>,
    #[validate(custom(function = terbaca))]
    tgl_lahir: Field<Tanggal>,
    #[validate(custom(function = terbaca))]
    jenis_kelamin: Field<JenisKelamin>,
    #[validate(custom(function = terbaca))]
    status_asn: Field<StatusAsn>,
    #[validate(custom(function = terbaca))]
    kedudukan_hukum: Field<KedudukanHukum>,
    #[validate(custom(function = terbaca))]
    golongan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    golongan_id: Field<Teks>,
    #[validate(custom(function = terbaca))]
    pangkat: Field<Teks>,
    #[validate(custom(function = terbaca))]
    tmt_gol: Field<TanggalSatu>,
    #[validate(custom(function = terbaca))]
    jenis_jabatan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    jabatan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    jft: Field<Teks>,
    #[validate(custom(function = terbaca))]
    jfu: Field<Teks>,
    #[validate(custom(function = terbaca))]
    jenis_ptk: Field<Teks>,
    #[validate(custom(function = terbaca))]
    tugas_tambahan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    eselon: Field<Teks>,
    #[validate(custom(function = terbaca))]
    tmt_jabatan: Field<Tanggal>,
    #[validate(custom(function = terbaca))]
    tmt_unit: Field<Tanggal>,
    #[validate(custom(function = terbaca))]
    kode_unit: Field<Teks>,
    #[validate(custom(function = terbaca))]
    unit: Field<Teks>,
    #[validate(custom(function = terbaca))]
    unit_induk: Field<Teks>,
    #[validate(custom(function = terbaca))]
    tingkat_pendidikan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    pendidikan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    tmt_cpns: Field<TanggalSatu>,
    #[validate(custom(function = terbaca))]
    tmt_pns: Field<TanggalSatu>,
    #[validate(custom(function = terbaca))]
    skp_1: Field<Predikat>,
    #[validate(custom(function = terbaca))]
    skp_2: Field<Predikat>,
    #[validate(custom(function = terbaca))]
    hukdis_tingkat: Field<TingkatHukdis>,
    #[validate(custom(function = terbaca))]
    hukdis_mulai: Field<Tanggal>,
    #[validate(custom(function = terbaca))]
    hukdis_akhir: Field<Tanggal>,
    #[validate(custom(function = terbaca))]
    kecamatan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    perlindungan: Field<Teks>,
    #[validate(custom(function = terbaca))]
    instansi_induk: Field<Teks>,
    #[validate(custom(function = terbaca))]
    instansi_kerja: Field<Teks>,
    #[validate(custom(function = terbaca))]
    instansi_induk_id: Field<Teks>,
    #[validate(custom(function = terbaca))]
    instansi_kerja_id: Field<Teks>,
    // No word is ever said of what stands there: exports fill it with names and `Tidak Bekerja`, and it is personal.
    nip_pasangan: Field<Teks>,
    sertifikat: Field<Teks>,
    #[validate(custom(function = terbaca))]
    mapel: Field<Teks>,
    #[validate(custom(function = terbaca))]
    jjm: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    jjm_total: Field<Bilangan>,
    #[validate(custom(function = terbaca))]
    str: Field<MasaIzin>,
    #[validate(custom(function = terbaca))]
    sip: Field<MasaIzin>,
    #[validate(custom(function = terbaca))]
    tmt_tugas_tambahan: Field<Tanggal>,
    #[validate(custom(function = terbaca))]
    akhir_perjanjian: Field<Tanggal>,
    #[validate(custom(function = terbaca))]
    manajerial: Field<Bilangan>,
    #[serde(skip)]
    read: Read,
}

/// What takes more than one cell to read, filled by `interpret`.
#[derive(Debug, Default)]
struct Read {
    nip: Option<Nip>,
    awalan: Option<AwalanNip>,
    nama: Option<Nama>,
    status: Option<StatusAsn>,
    golongan: Option<Golongan>,
    /// The golongan that the pangkat column names, and the one whose pangkat stands beside the golongan.
    named: [Option<Golongan>; 2],
    /// The golongan whose code an export gives.
    golongan_kode: Option<Golongan>,
    /// Whether the jabatan stood above its TMT, in that column.
    jabatan_di_tmt: bool,
    jabatan: Option<Bersama<Jabatan>>,
    pendidikan: Option<Bersama<Pendidikan>>,
    tanggal_efektif: Option<Date>,
}

impl PegawaiRow {
    /// Whether the row says nothing of a person: a group heading, a rest of formatting.
    pub fn is_empty(&self) -> bool {
        self.nip.is_missing() && self.nama.is_missing() && self.jabatan_field().is_missing()
    }

    /// A person who is no ASN and rightly has no NIP.
    pub fn is_non_asn_without_nip(&self) -> bool {
        self.status_asn.value == Some(StatusAsn::NonAsn) && self.nip.is_missing()
    }

    /// Reads what takes more than one cell, checks the row, and hands over the facts.
    /// `whole` is the unit in the title of a table that has no column for it.
    pub fn into_draft(mut self, whole: Option<&str>, place: &mut RowPlace, run: &mut Run) -> PegawaiDraft {
        self.interpret(whole, run.tanggal_efektif, place, run.memo);
        for (field, name) in [(&mut self.skp_1, "skp_1"), (&mut self.skp_2, "skp_2")] {
            read_figure(field, place.typed(name), run.skala);
        }
        place.subject = Subjek::of(self.read.nama.as_ref().map(Nama::as_str), self.read.nip);
        if let Err(errors) = self.validate() {
            run.findings.extend(place.findings(&errors));
        }
        PegawaiDraft {
            tabel: 0,
            jabatan: self.read.jabatan.clone(),
            jabatan_col: place.col(self.jabatan_column()),
            unit_col: place.col(if self.unit.text().is_some() { "unit" } else { "kode_unit" }),
            unit: run.memo.unit([self.kode_unit.text(), self.unit.text().or(whole), self.unit_induk.text()]),
            unit_id: None,
            place: place.at("nip"),
            nip: self.read.nip,
            nama_baris: self.read.nama.is_some(),
            seldom: self.seldom(place),
            facts: self.facts(place, run),
        }
    }

    fn interpret(&mut self, whole: Option<&str>, tanggal_efektif: Date, place: &RowPlace, memo: &mut Memo) {
        self.read.tanggal_efektif = Some(tanggal_efektif);
        identity::part_name_and_nip(&mut self.nama, &mut self.nip, place);
        (self.read.nip, self.read.awalan) = identity::read_nip(&mut self.nip, tanggal_efektif, place);
        let of_nip = self.read.nip.map(|nip| match nip.jenis() {
            JenisNip::Pns => StatusAsn::Pns,
            JenisNip::Pppk => StatusAsn::Pppk,
        });
        self.read.status = self.status_asn.value.or(of_nip);
        self.part_tmt(place);
        self.interpret_golongan(memo);
        self.interpret_nama();
        self.interpret_jabatan(memo);
        self.interpret_pendidikan(place, memo);
        if self.unit.is_missing() && self.kode_unit.is_missing() && whole.is_none() {
            self.unit.fault(Problem::new(&catalogue::NAMA_UNIT_KOSONG, "unit kerja kosong").with_remedy(ISI_UNIT));
        }
    }

    /// The column that holds the jabatan in this row: jabatan, else JFT, else JFU, else what Dapodik calls jenis PTK.
    fn jabatan_field(&self) -> &Field<Teks> {
        let filled =
            [&self.jabatan, &self.jft, &self.jfu, &self.jenis_ptk].into_iter().find(|field| field.text().is_some());
        filled.unwrap_or(&self.jabatan)
    }

    /// Name of that column.
    fn jabatan_column(&self) -> &'static str {
        if self.read.jabatan_di_tmt {
            return "tmt_jabatan";
        }
        let named = [("jabatan", &self.jabatan), ("jft", &self.jft), ("jfu", &self.jfu)];
        named.into_iter().find(|(_, field)| field.text().is_some()).map_or("jabatan", |(name, _)| name)
    }

    fn interpret_jabatan(&mut self, memo: &mut Memo) {
        let petunjuk = Petunjuk { jenis: self.jenis_jabatan.text(), eselon: self.eselon.text() };
        // A jabatan of the JFT column is fungsional, one of the JFU column pelaksana, whatever else is said.
        let own = match (self.jabatan.text(), self.jft.text(), self.jfu.text()) {
            (None, Some(_), _) => Petunjuk { jenis: Some("JFT"), ..petunjuk },
            (None, None, Some(_)) => Petunjuk { jenis: Some("JFU"), ..petunjuk },
            (Some(_), _, _) | (None, None, None) => petunjuk,
        };
        self.read.jabatan = self.jabatan_field().text().and_then(|text| memo.jabatan(text, own));
        if let Some(jabatan) = self.subject_of_ptk(memo) {
            self.read.jabatan = Some(jabatan);
        }
        if self.read.jabatan.is_none() && self.jabatan.problem.is_none() {
            self.jabatan.fault(Problem::new(&catalogue::JABATAN_KOSONG, "jabatan kosong"));
        }
    }

    /// Dapodik says *Guru Mapel* and tells the subject in a column of its own. Of several subjects nobody can tell which
    /// is meant: such a one stays a teacher of no told subject.
    fn subject_of_ptk(&self, memo: &mut Memo) -> Option<Bersama<Jabatan>> {
        let of_ptk = self.jabatan.text().or(self.jft.text()).or(self.jfu.text()).is_none();
        let plain = self.read.jabatan.as_ref().is_some_and(|jabatan| jabatan.is_plain_teacher());
        let mapel = self.mapel.text().filter(|_| of_ptk && plain)?;
        memo.guru_mapel(mapel)
    }

    fn interpret_pendidikan(&mut self, place: &RowPlace, memo: &mut Memo) {
        let (tingkat, text) = (self.tingkat_pendidikan.text(), self.pendidikan.text());
        self.read.pendidikan = memo.pendidikan(tingkat, text);
        if self.read.pendidikan.is_some() {
            return;
        }
        let (field, column) = match (tingkat, text) {
            (Some(_), _) => (&mut self.tingkat_pendidikan, "tingkat_pendidikan"),
            (None, Some(_)) => (&mut self.pendidikan, "pendidikan"),
            (None, None) => return,
        };
        let problem = format!("tingkat pendidikan pada “{}” tidak dikenal", place.typed(column));
        field.fault(Problem::new(&catalogue::PENDIDIKAN_ASING, problem));
    }

    fn seldom(&self, place: &RowPlace) -> Jarang<SeldomDraft> {
        let mut seldom = Jarang::<SeldomDraft>::default();
        if let Some(damaged) = self.damaged_nip(place) {
            seldom.nip_rusak = Some(damaged);
        }
        seldom
    }

    fn damaged_nip(&self, place: &RowPlace) -> Option<NipRusak> {
        if self.read.nip.is_some() || self.nip.is_missing() {
            return None;
        }
        let written = Some(place.typed("nip").trim()).filter(|written| !written.is_empty());
        Some(NipRusak { tertulis: written.map(Into::into), awalan: self.read.awalan })
    }
}
