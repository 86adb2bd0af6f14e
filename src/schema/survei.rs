//! Columns of the survei workbooks: satisfaction of the public with a unit, IKM or SKM (domain §2.4).

use super::{Column, Schema, Values::*, Weight::*, column};
use crate::model::cells::Kind;

pub static SCHEMA: Schema = Schema { kind: Kind::Survei, columns: COLUMNS };

const COLUMNS: &[Column] = &[
    column(
        "kode_unit",
        "KODE UNIT",
        &["KODE UNIT KERJA", "KODE UNOR", "NPSN", "KODE REGISTRASI"],
        Optional,
        "Kode unit kerja, NPSN bagi sekolah; sama dengan kode di data unit.",
        "P1502020101",
    )
    .of(Kode),
    column(
        "unit",
        "UNIT PELAYANAN",
        &[
            "NAMA UNIT PELAYANAN",
            "UNIT KERJA",
            "NAMA UNIT KERJA",
            "NAMA UNIT",
            "UNIT",
            "UNIT LAYANAN",
            "UNIT PENYELENGGARA PELAYANAN",
            "UPP",
            "OPD",
            "SKPD",
            "PERANGKAT DAERAH",
        ],
        Required,
        "Unit yang disurvei, sama dengan nama di data unit.",
        "Puskesmas Bangko",
    ),
    column(
        "ikm",
        "NILAI IKM",
        &[
            "IKM",
            "SKM",
            "NILAI SKM",
            "INDEKS KEPUASAN MASYARAKAT",
            "NILAI INDEKS KEPUASAN MASYARAKAT",
            "NILAI IKM UNIT PELAYANAN",
            "NILAI KONVERSI",
            "IKM UNIT PELAYANAN",
        ],
        Typical,
        "Indeks kepuasan masyarakat, 25 sampai 100. Nilai rata-rata unsur 1 sampai 4 juga dibaca.",
        "84",
    )
    .of(Angka)
    .must()
    .telling(),
    column(
        "periode",
        "PERIODE",
        &["PERIODE SURVEI", "TAHUN", "WAKTU SURVEI", "PERIODE SKM"],
        Optional,
        "Masa survei: tahun, semester, triwulan, atau bulan.",
        "Semester I 2026",
    ),
    column(
        "bagian",
        "SEMESTER",
        &["TRIWULAN"],
        Optional,
        "Semester atau triwulan, jika kolom periode hanya memuat tahunnya.",
        "I",
    )
    .aside(),
    column(
        "responden",
        "RESPONDEN",
        &["JUMLAH RESPONDEN", "JML RESPONDEN", "BANYAK RESPONDEN"],
        Typical,
        "Jumlah responden.",
        "150",
    )
    .of(Bilangan),
];
