//! Columns of the kebutuhan workbooks: peta jabatan, daftar kebutuhan jabatan, rincian usulan (domain §3.2).

use super::{Column, Schema, Values::*, Weight::*, column, values};
use crate::model::cells::Kind;

pub static SCHEMA: Schema = Schema { kind: Kind::Kebutuhan, columns: COLUMNS };

const COLUMNS: &[Column] = &[
    column(
        "jabatan",
        "NAMA JABATAN",
        &["JABATAN", "JABATAN NAMA", "JFU/JFT NAMA"],
        Required,
        "Nama jabatan beserta jenjangnya.",
        "Perawat Terampil",
    ),
    column(
        "jenis_jabatan",
        "JENIS JABATAN",
        &["KATEGORI", "KATEGORI JABATAN"],
        Typical,
        "Struktural, Fungsional, atau Pelaksana.",
        "Fungsional",
    )
    .of(Daftar(values::jenis_jabatan_kebutuhan)),
    column(
        "kode_unit",
        "KODE UNIT",
        &["KODE UNIT KERJA", "KODE UNOR", "UNIT KERJA ID"],
        Typical,
        "Kode unit kerja, NPSN bagi sekolah; sama dengan kode di data unit.",
        "P1502020101",
    )
    .of(Kode),
    column(
        "unit",
        "NAMA UNIT KERJA",
        &["UNIT KERJA", "NAMA UNIT", "UNIT", "UNOR", "UNIT ORGANISASI"],
        Typical,
        "Unit kerja pemilik kebutuhan. Boleh tidak ada jika judul lembar menyebut unitnya.",
        "Puskesmas Bangko",
    )
    .must(),
    column(
        "kebutuhan",
        "KEBUTUHAN",
        &[
            "ABK",
            "JUMLAH KEBUTUHAN",
            "JML KEBUTUHAN",
            "KEBUTUHAN ABK",
            "KEBUTUHAN PEGAWAI",
            "KEBUTUHAN BERDASARKAN ABK",
            "JUMLAH KEBUTUHAN ABK",
        ],
        Required,
        "Jumlah pegawai yang dibutuhkan menurut analisis beban kerja.",
        "8",
    )
    .of(Bilangan),
    column(
        "riil",
        "RIIL",
        &["KETERSEDIAAN", "BEZETTING", "BEZETTING JML", "BEZETTING JUMLAH", "BEZETTING SAAT INI", "TERISI ASN"],
        Typical,
        "Jumlah pegawai yang ada sekarang. Dipakai hanya jika data pegawai unit ini tidak ada.",
        "6",
    )
    .of(Bilangan),
    column("kelas_jabatan", "KELAS JABATAN", &["KELAS"], Typical, "Kelas jabatan.", "8").of(Bilangan),
    column(
        "kualifikasi",
        "KUALIFIKASI PENDIDIKAN",
        &["KUALIFIKASI", "PENDIDIKAN"],
        Typical,
        "Pendidikan yang disyaratkan; beberapa dipisahkan garis miring.",
        "D-III Keperawatan",
    ),
    column(
        "induk",
        "UNIT INDUK",
        &["INDUK", "PERANGKAT DAERAH", "OPD", "SKPD", "DINAS"],
        Optional,
        "Perangkat daerah di atas unit kerja.",
        "Dinas Kesehatan",
    ),
    column("kecamatan", "KECAMATAN", &[], Optional, "Kecamatan tempat unit berada.", "Bangko").of(Kecamatan),
    // Exports of the ministry name the unit in columns of their own, or by the post it stands under.
    column("npsn", "NPSN", &[], Optional, "NPSN sekolah pemilik kebutuhan; dipakai sebagai kode unitnya.", "10500123")
        .of(Kode)
        .unasked(),
    column("sekolah", "NAMA SEKOLAH", &[], Optional, "Sekolah pemilik kebutuhan.", "SD Negeri 12 Bangko").unasked(),
    column(
        "faskes",
        "FASKES NAMA",
        &["NAMA FASKES", "FASKES"],
        Optional,
        "Fasilitas kesehatan pemilik kebutuhan.",
        "Puskesmas Bangko",
    )
    .unasked(),
    column("nomor", "NOMOR", &[], Optional, "Nomor jabatan di dalam susunan ekspor.", "12").unasked(),
    column(
        "parent_nomor",
        "PARENT NOMOR",
        &[],
        Optional,
        "Nomor jabatan atasannya; dari sana diketahui unit sebuah jabatan.",
        "3",
    )
    .unasked(),
];
