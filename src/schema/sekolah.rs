//! Columns of the sekolah workbooks: the progress export of Dapodik (domain §3.2).

use super::{Column, Schema, Values::*, Weight::*, column, values};
use crate::model::cells::Kind;

pub static SCHEMA: Schema = Schema { kind: Kind::Sekolah, columns: COLUMNS };

const COLUMNS: &[Column] = &[
    column(
        "unit",
        "NAMA SEKOLAH",
        &["SEKOLAH", "SATUAN PENDIDIKAN"],
        Required,
        "Nama sekolah menurut Dapodik.",
        "SD Negeri 12 Bangko",
    ),
    column(
        "npsn",
        "NPSN",
        &[],
        Required,
        "Nomor pokok sekolah nasional; boleh berhuruf, seperti P2961752.",
        "10500123",
    )
    .of(Kode),
    column(
        "bentuk",
        "BP",
        &["BENTUK PENDIDIKAN", "BENTUK", "JENJANG"],
        Typical,
        "Bentuk pendidikan: TK, SD, SMP, SMA, SMK, SLB, atau bentuk lain menurut Dapodik.",
        "SD",
    )
    .of(Daftar(values::bentuk)),
    column("status", "STATUS", &["STATUS SEKOLAH", "NEGERI/SWASTA"], Typical, "Negeri atau Swasta.", "Negeri")
        .of(Daftar(values::status_sekolah)),
    column(
        "pd",
        "PD",
        &["PESERTA DIDIK", "JUMLAH PESERTA DIDIK", "JUMLAH SISWA", "SISWA"],
        Typical,
        "Jumlah peserta didik.",
        "168",
    )
    .of(Bilangan),
    column(
        "rombel",
        "ROMBEL",
        &["ROMBONGAN BELAJAR", "JUMLAH ROMBEL", "JML ROMBEL"],
        Required,
        "Jumlah rombongan belajar, semua tingkat.",
        "6",
    )
    .of(Bilangan),
    column("guru", "GURU", &["JUMLAH GURU", "JML GURU"], Typical, "Jumlah guru, ASN maupun bukan.", "9").of(Bilangan),
    column("pegawai", "PEGAWAI", &["TENDIK", "TENAGA KEPENDIDIKAN"], Optional, "Jumlah tenaga kependidikan.", "2")
        .of(Bilangan),
    column("kecamatan", "KECAMATAN", &[], Typical, "Kecamatan tempat sekolah berada.", "Bangko").of(Kecamatan),
    column("lintang", "LINTANG", super::LINTANG, Optional, super::MEANING_LINTANG, "-2.07561"),
    column("bujur", "BUJUR", super::BUJUR, Optional, super::MEANING_BUJUR, "102.28114"),
    column("tahun", "TAHUN", &["TAHUN AJARAN", "TAHUN DATA"], Optional, "Tahun data.", "2026").of(Bilangan),
];
