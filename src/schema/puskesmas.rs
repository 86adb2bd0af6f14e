//! Columns of the puskesmas workbooks: the annual report of puskesmas (domain §3.2).

use super::{Column, Schema, Values::*, Weight::*, column, values};
use crate::model::cells::Kind;

pub static SCHEMA: Schema = Schema { kind: Kind::Puskesmas, columns: COLUMNS };

const COLUMNS: &[Column] = &[
    column(
        "kode_unit",
        "KODE REGISTRASI",
        &[
            "KODE PUSKESMAS",
            "KODE REGISTRASI PUSKESMAS",
            "NOMOR REGISTRASI",
            "NO REGISTRASI",
            "KODE FASKES",
            "KODE UNIT",
            "KODE UNIT KERJA",
        ],
        Typical,
        "Kode registrasi puskesmas; sama dengan kode di data unit.",
        "P1502020101",
    )
    .of(Kode),
    column(
        "unit",
        "NAMA PUSKESMAS",
        &["PUSKESMAS", "NAMA", "NAMA FASKES", "NAMA UNIT", "NAMA UNIT KERJA", "UNIT KERJA"],
        Required,
        "Nama puskesmas, dengan atau tanpa kata Puskesmas di depannya.",
        "Puskesmas Bangko",
    ),
    column("kecamatan", "KECAMATAN", &["NAMA KECAMATAN"], Typical, "Kecamatan tempat puskesmas berada.", "Bangko")
        .of(Kecamatan),
    column(
        "akreditasi",
        "AKREDITASI",
        &["STATUS AKREDITASI", "AKREDITASI PUSKESMAS", "TINGKAT AKREDITASI"],
        Typical,
        "Hasil akreditasi: Dasar, Madya, Utama, Paripurna, atau Belum Terakreditasi.",
        "Utama",
    )
    .of(Daftar(values::akreditasi)),
    column(
        "kategori",
        "KARAKTERISTIK WILAYAH",
        &[
            "KATEGORI KARAKTERISTIK WILAYAH",
            "KATEGORI WILAYAH",
            "KATEGORI PUSKESMAS",
            "KARAKTERISTIK WILAYAH KERJA",
            "KATEGORI KARAKTERISTIK WILAYAH KERJA",
            "KATEGORI BERDASARKAN KARAKTERISTIK WILAYAH",
        ],
        Typical,
        "Kategori menurut karakteristik wilayah kerja: Perkotaan, Perdesaan, Terpencil, atau Sangat Terpencil.",
        "Perkotaan",
    )
    .of(Daftar(values::kategori_puskesmas))
    .telling(),
    column(
        "rawat_inap",
        "KEMAMPUAN PELAYANAN",
        &[
            "KEMAMPUAN",
            "KEMAMPUAN PENYELENGGARAAN",
            "KEMAMPUAN PENYELENGGARAAN PELAYANAN",
            "RAWAT INAP",
            "RAWAT INAP/NON RAWAT INAP",
            "KATEGORI KEMAMPUAN PELAYANAN",
            "KATEGORI KEMAMPUAN",
        ],
        Typical,
        "Rawat Inap atau Non Rawat Inap.",
        "Rawat Inap",
    )
    .of(Daftar(values::rawat_inap))
    .telling(),
    column(
        "koordinat",
        "TITIK KOORDINAT",
        &["KOORDINAT", "KOORDINAT LOKASI", "LINTANG BUJUR", "LATITUDE LONGITUDE", "LAT LONG", "LAT LON"],
        Typical,
        "Lintang dan bujur dalam derajat, dipisahkan koma; lintang selatan bertanda minus. Dipakai menghitung jarak.",
        "-2.09933, 102.29501",
    ),
    column(
        "lintang",
        "LINTANG",
        super::LINTANG,
        Optional,
        "Lintang dalam derajat, jika tidak satu sel dengan bujur; lintang selatan bertanda minus.",
        "-2.09933",
    )
    .aside(),
    column(
        "bujur",
        "BUJUR",
        super::BUJUR,
        Optional,
        "Bujur dalam derajat, jika tidak satu sel dengan lintang.",
        "102.29501",
    )
    .aside(),
    column(
        "luas",
        "LUAS WILAYAH",
        &["LUAS", "LUAS WILAYAH KERJA", "LUAS WILAYAH KM2"],
        Optional,
        "Luas wilayah kerja dalam kilometer persegi.",
        "24",
    )
    .of(Angka),
    column(
        "penduduk",
        "JUMLAH PENDUDUK",
        &["PENDUDUK", "JML PENDUDUK", "JUMLAH PENDUDUK WILAYAH KERJA"],
        Optional,
        "Jumlah penduduk wilayah kerja.",
        "31250",
    )
    .of(Bilangan),
];
