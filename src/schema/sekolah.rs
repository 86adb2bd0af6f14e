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
        "Bentuk pendidikan: TK, SD, SMP, SMA, SMK, SLB, atau bentuk lain menurut Dapodik. SDLB, SMPLB, SMALB, Paket A, B, atau C, \
         dan Kesetaraan dinilai menurut batas rombelnya sendiri.",
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
    column(
        "inklusi",
        "INKLUSI",
        &["SEKOLAH INKLUSI", "PENYELENGGARA INKLUSI", "LAYANAN INKLUSI"],
        Optional,
        "Ya jika sekolah penyelenggara pendidikan inklusif; kebutuhan guru pendamping khusus dihitung dari sini.",
        "Tidak",
    )
    .of(Daftar(values::ya_tidak))
    .unasked(),
    column(
        "daerah_khusus",
        "DAERAH KHUSUS",
        &["DAERAH TERPENCIL", "SEKOLAH DAERAH KHUSUS"],
        Optional,
        "Ya jika sekolah berada di daerah khusus; batas minimum jumlah gurunya lebih rendah.",
        "Tidak",
    )
    .of(Daftar(values::ya_tidak))
    .unasked(),
    rombel_tingkat("rombel_1", "ROMBEL TINGKAT 1", &["ROMBEL KELAS 1", "ROMBEL 1"]),
    rombel_tingkat("rombel_2", "ROMBEL TINGKAT 2", &["ROMBEL KELAS 2", "ROMBEL 2"]),
    rombel_tingkat("rombel_3", "ROMBEL TINGKAT 3", &["ROMBEL KELAS 3", "ROMBEL 3"]),
    rombel_tingkat("rombel_4", "ROMBEL TINGKAT 4", &["ROMBEL KELAS 4", "ROMBEL 4"]),
    rombel_tingkat("rombel_5", "ROMBEL TINGKAT 5", &["ROMBEL KELAS 5", "ROMBEL 5"]),
    rombel_tingkat("rombel_6", "ROMBEL TINGKAT 6", &["ROMBEL KELAS 6", "ROMBEL 6"]),
    rombel_tingkat("rombel_7", "ROMBEL TINGKAT 7", &["ROMBEL KELAS 7", "ROMBEL 7"]),
    rombel_tingkat("rombel_8", "ROMBEL TINGKAT 8", &["ROMBEL KELAS 8", "ROMBEL 8"]),
    rombel_tingkat("rombel_9", "ROMBEL TINGKAT 9", &["ROMBEL KELAS 9", "ROMBEL 9"]),
    rombel_tingkat("rombel_10", "ROMBEL TINGKAT 10", &["ROMBEL KELAS 10", "ROMBEL 10"]),
    rombel_tingkat("rombel_11", "ROMBEL TINGKAT 11", &["ROMBEL KELAS 11", "ROMBEL 11"]),
    rombel_tingkat("rombel_12", "ROMBEL TINGKAT 12", &["ROMBEL KELAS 12", "ROMBEL 12"]),
    rombel_tingkat("rombel_13", "ROMBEL TINGKAT 13", &["ROMBEL KELAS 13", "ROMBEL 13"]),
];

/// Rombel of one grade; with all grades known, the need of teachers is no estimate.
const fn rombel_tingkat(name: &'static str, title: &'static str, aliases: &'static [&'static str]) -> Column {
    let meaning =
        "Jumlah rombongan belajar pada tingkat ini; jika semua tingkat terisi, kebutuhan guru bukan perkiraan.";
    column(name, title, aliases, Optional, meaning, "1").of(Bilangan).unasked()
}
