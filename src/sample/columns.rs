//! The columns of the sample's personnel workbooks: header, what is in the cell, and how a clerk may spoil it.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::model::artifact::PlainCell;
use crate::sample::names::with_titles;
use crate::sample::people::Person;
use crate::sample::units::SampleUnit;

/// Which kinds of dirt a column attracts; see `dirt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Soil {
    /// Never spoiled: running numbers, and columns no one should read.
    Clean,
    Nip,
    Tanggal,
    Golongan,
    Unit,
    Jabatan,
    /// May be blank, so people write a dash or NIHIL.
    Blank,
}

/// What a cell is made from.
pub(super) struct Row<'a> {
    pub number: usize,
    pub person: &'a Person,
    pub unit: &'a SampleUnit,
}

/// One column of a personnel workbook.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub header: &'static str,
    pub soil: Soil,
    pub cell: fn(&Row) -> PlainCell,
}

const fn column(header: &'static str, soil: Soil, cell: fn(&Row) -> PlainCell) -> Column {
    Column { header, soil, cell }
}

/// The same with the code of the unit, where names alone would not do: real schools share names.
pub(super) static SIASN_WITH_KODE: LazyLock<Vec<Column>> = LazyLock::new(|| {
    let kode = column("KODE UNIT", Soil::Clean, |r| text(&r.unit.kode));
    SIASN.iter().copied().chain([kode]).collect()
});

/// Shape of the SIASN export (domain §3.1), as agencies trim it.
pub(super) static SIASN: &[Column] = &[
    column("NO", Soil::Clean, |r| number(r.number as i32)),
    column("NIP BARU", Soil::Nip, |r| text(&r.person.nip)),
    column("NAMA", Soil::Clean, |r| text(&r.person.nama)),
    column("GELAR DEPAN", Soil::Blank, |r| text(&r.person.gelar_depan)),
    column("GELAR BELAKANG", Soil::Blank, |r| text(r.person.study.gelar_belakang)),
    column("TEMPAT LAHIR", Soil::Clean, |r| text(&r.person.private.tempat_lahir)),
    column("TANGGAL LAHIR", Soil::Tanggal, |r| date(Some(r.person.tgl_lahir))),
    column("JENIS KELAMIN", Soil::Clean, |r| text(r.person.jenis_kelamin.label())),
    column("AGAMA", Soil::Clean, |r| text(r.person.private.agama)),
    column("STATUS PERKAWINAN", Soil::Clean, |r| text(r.person.private.status_perkawinan)),
    column("NIK", Soil::Clean, |r| text(&r.person.private.nik)),
    column("NOMOR HP", Soil::Clean, |r| text(&r.person.private.hp)),
    column("ALAMAT", Soil::Clean, |r| text(&r.person.private.alamat)),
    column("KECAMATAN", Soil::Blank, |r| text(r.person.domisili.as_deref().unwrap_or(""))),
    column("STATUS CPNS PNS", Soil::Clean, |r| text(r.person.status.label())),
    column("KEDUDUKAN HUKUM", Soil::Clean, |r| text(r.person.kedudukan.label())),
    column("TMT CPNS", Soil::Tanggal, |r| date(r.person.tmt_cpns)),
    column("TMT PNS", Soil::Tanggal, |r| date(r.person.tmt_pns)),
    column("GOLONGAN", Soil::Golongan, |r| text(&r.person.golongan.to_string())),
    column("PANGKAT", Soil::Clean, |r| text(r.person.golongan.pangkat().unwrap_or(""))),
    column("TMT GOLONGAN", Soil::Tanggal, |r| date(Some(r.person.tmt_gol))),
    column("MK TAHUN", Soil::Clean, |r| number(r.person.masa_kerja_months / 12)),
    column("MK BULAN", Soil::Clean, |r| number(r.person.masa_kerja_months % 12)),
    column("JENIS JABATAN", Soil::Clean, |r| text(r.person.jabatan.jenis.label())),
    column("JABATAN", Soil::Jabatan, |r| text(&jabatan(r.person))),
    column("TUGAS TAMBAHAN", Soil::Blank, |r| text(r.person.tugas_tambahan.unwrap_or(""))),
    column("TMT JABATAN", Soil::Tanggal, |r| date(Some(r.person.tmt_jabatan))),
    column("TMT UNIT", Soil::Tanggal, |r| date(Some(r.person.tmt_unit))),
    column("UNIT KERJA", Soil::Unit, |r| text(&r.unit.nama)),
    column("UNIT KERJA INDUK", Soil::Clean, |r| text(induk(r.unit))),
    column("TINGKAT PENDIDIKAN", Soil::Clean, |r| text(r.person.study.tingkat.label())),
    column("PENDIDIKAN", Soil::Clean, |r| text(&pendidikan(r.person))),
    column("TAHUN LULUS", Soil::Clean, |r| number(i32::from(r.person.tahun_lulus))),
    column(SKP_BEFORE, Soil::Blank, |r| text(r.person.skp[0].map_or("", |p| p.label()))),
    column(SKP_LAST, Soil::Blank, |r| text(r.person.skp[1].map_or("", |p| p.label()))),
    column("HUKUMAN DISIPLIN", Soil::Blank, |r| text(&hukdis(r.person))),
    column("TMT HUKDIS", Soil::Blank, |r| date(r.person.hukdis.map(|(_, from, _)| from))),
    column("AKHIR HUKDIS", Soil::Blank, |r| date(r.person.hukdis.map(|(_, _, to)| to))),
];

/// Shape of a daftar urut kepangkatan (domain §3.1).
pub(super) static DUK: &[Column] = &[
    column("NO", Soil::Clean, |r| number(r.number as i32)),
    column("NAMA", Soil::Clean, |r| {
        text(&with_titles(&r.person.gelar_depan, &r.person.nama, r.person.study.gelar_belakang))
    }),
    column("NIP BARU", Soil::Nip, |r| text(&r.person.nip)),
    column("JK", Soil::Clean, |r| text(r.person.jenis_kelamin.label())),
    column("TGL LAHIR", Soil::Tanggal, |r| date(Some(r.person.tgl_lahir))),
    column("NIK", Soil::Clean, |r| text(&r.person.private.nik)),
    column("PANGKAT", Soil::Clean, |r| text(r.person.golongan.pangkat().unwrap_or(""))),
    column("GOLRU", Soil::Golongan, |r| text(&r.person.golongan.to_string())),
    column("TMT GOLRU", Soil::Tanggal, |r| date(Some(r.person.tmt_gol))),
    column("JENIS JABATAN", Soil::Clean, |r| text(r.person.jabatan.jenis.label())),
    column("JABATAN", Soil::Jabatan, |r| text(&jabatan(r.person))),
    column("ESELON NAMA", Soil::Blank, |r| text(r.person.jabatan.eselon)),
    column("TMT JABATAN", Soil::Tanggal, |r| date(Some(r.person.tmt_jabatan))),
    column("TMT UNIT", Soil::Tanggal, |r| date(Some(r.person.tmt_unit))),
    column("THN", Soil::Clean, |r| number(r.person.masa_kerja_months / 12)),
    column("BLN", Soil::Clean, |r| number(r.person.masa_kerja_months % 12)),
    column("PENDIDIKAN TERAKHIR", Soil::Clean, |r| text(&pendidikan(r.person))),
    column("TAHUN LULUS", Soil::Clean, |r| number(i32::from(r.person.tahun_lulus))),
    column("SATKER", Soil::Unit, |r| text(&r.unit.nama)),
    column("UNIT KERJA INDUK", Soil::Clean, |r| text(induk(r.unit))),
    column("STATUS ASN", Soil::Clean, |r| text(r.person.status.label())),
    column("KEDUDUKAN HUKUM", Soil::Clean, |r| text(r.person.kedudukan.label())),
    column("TMT CPNS", Soil::Tanggal, |r| date(r.person.tmt_cpns)),
    column(SKP_BEFORE, Soil::Blank, |r| text(r.person.skp[0].map_or("", |p| p.label()))),
    column(SKP_LAST, Soil::Blank, |r| text(r.person.skp[1].map_or("", |p| p.label()))),
    column("HUKUMAN DISIPLIN", Soil::Blank, |r| text(&hukdis(r.person))),
    column("TMT HUKDIS", Soil::Blank, |r| date(r.person.hukdis.map(|(_, from, _)| from))),
    column("AKHIR HUKDIS", Soil::Blank, |r| date(r.person.hukdis.map(|(_, _, to)| to))),
];

const SKP_BEFORE: &str = "SKP {-2}";
const SKP_LAST: &str = "SKP {-1}";

/// Headers as printed in a given year: the SKP columns carry the two years before it.
pub(super) fn headers(columns: &[Column], year: i16) -> Vec<String> {
    let print = |header: &str| match header {
        SKP_BEFORE => format!("SKP {}", year - 2),
        SKP_LAST => format!("SKP {}", year - 1),
        other => other.to_string(),
    };
    columns.iter().map(|column| print(column.header)).collect()
}

pub(super) fn text(value: &str) -> PlainCell {
    if value.is_empty() { PlainCell::Empty } else { PlainCell::Text(value.to_string()) }
}

pub(super) fn number(value: i32) -> PlainCell {
    PlainCell::Number(f64::from(value))
}

pub(super) fn date(value: Option<Date>) -> PlainCell {
    value.map_or(PlainCell::Empty, PlainCell::Date)
}

/// `Guru Kelas Ahli Pertama`, `Kepala Bidang`.
fn jabatan(person: &Person) -> String {
    match person.jenjang {
        Some(jenjang) => format!("{} {}", person.jabatan.nama, jenjang.label()),
        None => person.jabatan.nama.to_string(),
    }
}

fn induk(unit: &SampleUnit) -> &str {
    if unit.induk.is_empty() { &unit.nama } else { &unit.induk }
}

/// `S-1 Pendidikan Guru Sekolah Dasar`.
fn pendidikan(person: &Person) -> String {
    format!("{} {}", person.study.tingkat.label(), person.study.jurusan)
}

/// `Ringan`, `Sedang`, `Berat`; empty for most.
fn hukdis(person: &Person) -> String {
    let Some((tingkat, _, _)) = person.hukdis else { return String::new() };
    let label = tingkat.label();
    format!("{}{}", label[..1].to_uppercase(), &label[1..])
}
