//! Columns of the sekolah workbooks: the progress export of Dapodik (domain §3.2).

use super::{Column, Schema, Weight::*, column};
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
    ),
    column(
        "bentuk",
        "BP",
        &["BENTUK PENDIDIKAN", "BENTUK", "JENJANG"],
        Typical,
        "Bentuk pendidikan: TK, SD, SMP, SMA, SMK, SLB, atau bentuk lain menurut Dapodik.",
        "SD",
    ),
    column("status", "STATUS", &["STATUS SEKOLAH", "NEGERI/SWASTA"], Typical, "Negeri atau Swasta.", "Negeri"),
    column(
        "pd",
        "PD",
        &["PESERTA DIDIK", "JUMLAH PESERTA DIDIK", "JUMLAH SISWA", "SISWA"],
        Typical,
        "Jumlah peserta didik.",
        "168",
    ),
    column(
        "rombel",
        "ROMBEL",
        &["ROMBONGAN BELAJAR", "JUMLAH ROMBEL", "JML ROMBEL"],
        Required,
        "Jumlah rombongan belajar, semua tingkat.",
        "6",
    ),
    column("guru", "GURU", &["JUMLAH GURU", "JML GURU"], Typical, "Jumlah guru, ASN maupun bukan.", "9"),
    column("pegawai", "PEGAWAI", &["TENDIK", "TENAGA KEPENDIDIKAN"], Optional, "Jumlah tenaga kependidikan.", "2"),
    column("kecamatan", "KECAMATAN", &[], Typical, "Kecamatan tempat sekolah berada.", "Bangko"),
    column("tahun", "TAHUN", &["TAHUN AJARAN", "TAHUN DATA"], Optional, "Tahun data.", "2026"),
];
