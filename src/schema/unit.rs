//! Columns of the unit workbooks: OPD, puskesmas, kelurahan and other units with their kecamatan (domain §3.2).

use super::{Column, Schema, Values::*, Weight::*, column, values};
use crate::model::cells::Kind;

pub static SCHEMA: Schema = Schema { kind: Kind::Unit, columns: COLUMNS };

const COLUMNS: &[Column] = &[
    column(
        "kode_unit",
        "KODE UNIT",
        &["KODE UNIT KERJA", "KODE UNOR", "UNOR ID", "UNIT ORGANISASI ID", "KODE REGISTRASI", "KODE PUSKESMAS", "NPSN"],
        Typical,
        "Kode unit kerja, jika ada.",
        "P1502020101",
    )
    .of(Kode),
    column(
        "unit",
        "NAMA UNIT",
        &[
            "NAMA UNIT KERJA",
            "UNIT KERJA",
            "UNIT",
            "NAMA PUSKESMAS",
            "PUSKESMAS",
            "NAMA SEKOLAH",
            "NAMA OPD",
            "UNOR NAMA",
            "UNIT ORGANISASI NAMA",
            "UNIT ORGANISASI",
        ],
        Required,
        "Nama unit kerja.",
        "Puskesmas Bangko",
    ),
    column(
        "jenis_unit",
        "JENIS UNIT",
        &["JENIS", "TIPE UNIT"],
        Optional,
        "Puskesmas, Sekolah, atau Lain.",
        "Puskesmas",
    )
    .of(Daftar(values::jenis_unit)),
    column(
        "induk",
        "UNIT INDUK",
        &["INDUK", "UNIT KERJA INDUK", "UNOR INDUK", "PERANGKAT DAERAH", "OPD", "SKPD", "DINAS"],
        Typical,
        "Perangkat daerah di atas unit kerja.",
        "Dinas Kesehatan",
    ),
    column("kecamatan", "KECAMATAN", &["NAMA KECAMATAN"], Typical, "Kecamatan tempat unit berada.", "Bangko")
        .of(Kecamatan),
    column("lintang", "LINTANG", super::LINTANG, Optional, super::MEANING_LINTANG, "-2.09933"),
    column("bujur", "BUJUR", super::BUJUR, Optional, super::MEANING_BUJUR, "102.29501"),
];
