//! Columns of the workload workbooks: analisis beban kerja and ABK-Kes, one row a task (domain §2.1, §2.3, §3.2).

use super::{Column, Schema, Values::*, Weight::*, column, values};
use crate::model::cells::Kind;

pub static SCHEMA: Schema = Schema { kind: Kind::Beban, columns: COLUMNS };

const COLUMNS: &[Column] = &[
    column(
        "jabatan",
        "NAMA JABATAN",
        &["JABATAN"],
        Required,
        "Nama jabatan. Pada baris tugas berikutnya boleh dikosongkan; dibaca sama dengan baris di atasnya.",
        "Perawat Terampil",
    ),
    column(
        "kode_unit",
        "KODE UNIT",
        &["KODE UNIT KERJA", "KODE UNOR"],
        Optional,
        "Kode unit kerja; sama dengan kode di data unit.",
        "P1502020101",
    )
    .of(Kode)
    .aside(),
    column(
        "unit",
        "NAMA UNIT KERJA",
        &["UNIT KERJA", "NAMA UNIT", "UNIT", "UNIT ORGANISASI"],
        Typical,
        "Unit kerja pemilik jabatan. Boleh tidak ada jika judul lembar menyebut unitnya.",
        "Puskesmas Bangko",
    )
    .must(),
    column(
        "tugas",
        "URAIAN TUGAS",
        &["HASIL KERJA", "TUGAS POKOK", "RINCIAN TUGAS", "KEGIATAN", "KEGIATAN POKOK"],
        Typical,
        "Tugas atau hasil kerja yang dihitung.",
        "Asuhan keperawatan rawat jalan",
    ),
    column(
        "jenis_tugas",
        "JENIS TUGAS",
        &["KELOMPOK TUGAS"],
        Optional,
        "Pokok atau Penunjang; hanya untuk ABK-Kes.",
        "Pokok",
    )
    .of(Daftar(values::jenis_tugas))
    .aside(),
    column(
        "volume",
        "VOLUME",
        &["JUMLAH HASIL", "JUMLAH HASIL KERJA", "VOLUME KERJA", "JUMLAH BEBAN KERJA", "CAPAIAN", "CAPAIAN SETAHUN"],
        Required,
        "Banyaknya hasil kerja dalam satuan waktu.",
        "2400",
    )
    .of(Angka),
    column(
        "satuan",
        "SATUAN WAKTU",
        &["KETERANGAN WAKTU", "PERIODE VOLUME"],
        Typical,
        "Volume dihitung per tahun, per bulan, per minggu, per hari, atau per jam.",
        "per tahun",
    )
    .of(Daftar(values::satuan_waktu)),
    column(
        "norma",
        "NORMA WAKTU",
        &["WAKTU PENYELESAIAN", "NORMA WAKTU MENIT", "WAKTU PENYELESAIAN MENIT", "RATA RATA WAKTU"],
        Typical,
        "Menit untuk menyelesaikan satu hasil kerja.",
        "30",
    )
    .of(Angka)
    .telling(),
    column(
        "sbk",
        "STANDAR BEBAN KERJA",
        &["SBK"],
        Optional,
        "Hasil kerja satu orang setahun, jika norma waktunya tidak ditulis; hanya untuk ABK-Kes.",
        "2400",
    )
    .of(Angka)
    .aside()
    .telling(),
    column(
        "ftp",
        "FTP",
        &["FAKTOR TUGAS PENUNJANG", "FTP PERSEN"],
        Optional,
        "Faktor tugas penunjang dalam persen, jika tugas penunjangnya tidak dirinci; hanya untuk ABK-Kes.",
        "4",
    )
    .of(Angka)
    .aside(),
    column(
        "waktu_efektif",
        "WAKTU EFEKTIF",
        &["WAKTU KERJA EFEKTIF", "WKE", "WAKTU KERJA TERSEDIA", "WKT"],
        Optional,
        "Waktu kerja efektif (menit) yang dipakai berkas ini; hanya dibandingkan dengan yang berlaku.",
        "75000",
    )
    .of(Angka),
    column(
        "kebutuhan",
        "KEBUTUHAN PEGAWAI",
        &["JUMLAH KEBUTUHAN", "KEBUTUHAN"],
        Optional,
        "Hasil hitungan di berkas ini; tidak dipakai, kebutuhan dihitung ulang dari volume dan norma waktu.",
        "1",
    )
    .of(Angka),
    column(
        "induk",
        "UNIT INDUK",
        &["PERANGKAT DAERAH", "OPD", "SKPD"],
        Optional,
        "Perangkat daerah di atas unit kerja.",
        "Dinas Kesehatan",
    )
    .aside(),
];
