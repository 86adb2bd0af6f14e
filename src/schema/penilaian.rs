//! Columns of the penilaian workbooks: SKP of one or several years, and assessment (domain §3.1, §1.3).

use super::{Column, Schema, Values::*, Weight::*, column, values};
use crate::model::cells::Kind;

pub static SCHEMA: Schema = Schema { kind: Kind::Penilaian, columns: COLUMNS };

/// Titles that lists of people carry too, where they are of no use (`unused.rs`).
pub(super) const JPM: &str = "JPM";
pub(super) const ASESMEN: &str = "NILAI ASESMEN";
pub(super) const KOTAK: &str = "KOTAK TALENTA";

const COLUMNS: &[Column] = &[
    column("nip", "NIP", super::NIP, Required, super::MEANING_NIP, "198601012015011001").of(Nip),
    column("nama", "NAMA", super::NAMA, Required, super::MEANING_NAMA, "Budi Santoso, S.Pd."),
    column(
        "tahun",
        "TAHUN",
        &["TAHUN PENILAIAN", "TAHUN SKP", "TAHUN KINERJA", "THN PENILAIAN"],
        Optional,
        "Tahun yang dinilai, jika judul kolom SKP tidak memuatnya. Satu baris untuk tiap tahun.",
        "2023",
    )
    .of(Bilangan),
    column(
        "skp_1",
        "PREDIKAT KINERJA",
        &[
            "SKP",
            "SKP TERAKHIR",
            "PREDIKAT",
            "PREDIKAT SKP",
            "PREDIKAT KINERJA PEGAWAI",
            "KINERJA",
            "HASIL SKP",
            "HASIL PENILAIAN KINERJA",
        ],
        Typical,
        "Predikat kinerja. Judul yang memuat tahun, seperti SKP 2025, juga dikenal, sampai tiga tahun.",
        "Baik",
    )
    .of(Daftar(values::predikat)),
    column(
        "skp_2",
        "SKP SEBELUMNYA",
        &["PREDIKAT KINERJA SEBELUMNYA"],
        Optional,
        "Predikat kinerja setahun sebelumnya, seperti SKP 2024.",
        "Sangat Baik",
    )
    .of(Daftar(values::predikat)),
    column(
        "skp_3",
        "SKP DUA TAHUN SEBELUMNYA",
        &["PREDIKAT KINERJA DUA TAHUN SEBELUMNYA"],
        Optional,
        "Predikat kinerja dua tahun sebelumnya, seperti SKP 2023.",
        "Baik",
    )
    .of(Daftar(values::predikat)),
    column(
        "nilai_skp",
        "NILAI SKP",
        &["PPK", "NILAI PPK", "NILAI KINERJA", "NILAI PRESTASI KERJA", "NILAI PENILAIAN PRESTASI KERJA"],
        Typical,
        "Nilai SKP atau PPK dalam angka. Dibaca jika predikatnya kosong.",
        "85",
    )
    .of(Angka)
    .aside(),
    column(
        "jpm",
        JPM,
        &["NILAI JPM", "JOB PERSON MATCH", "JPM PERSEN", "PERSENTASE JPM"],
        Optional,
        "Kesesuaian kompetensi dengan jabatan (job person match), dalam persen.",
        "84",
    )
    .of(Angka)
    .telling(),
    column(
        "asesmen",
        ASESMEN,
        &["ASESMEN", "HASIL ASESMEN", "NILAI ASSESSMENT", "NILAI UJI KOMPETENSI", "NILAI POTENSI", "SKOR ASESMEN"],
        Optional,
        "Nilai asesmen, 0 sampai 100.",
        "82",
    )
    .of(Angka)
    .telling(),
    column(
        "kotak",
        KOTAK,
        &["BOX", "KOTAK", "BOX TALENTA", "9 BOX", "NINE BOX", "KOTAK MANAJEMEN TALENTA", "PETA TALENTA"],
        Optional,
        "Kotak pada peta talenta, 1 sampai 9.",
        "8",
    )
    .of(Bilangan)
    .telling(),
    column(
        "hasil_kerja",
        "HASIL KERJA",
        &["RATING HASIL KERJA", "PENILAIAN HASIL KERJA"],
        Optional,
        "Hasil kerja terhadap ekspektasi pada tahun penilaian terakhir; bersama PERILAKU KERJA menentukan predikat yang tidak ditulis.",
        "Sesuai Ekspektasi",
    )
    .of(Daftar(values::ekspektasi))
    .aside(),
    column(
        "perilaku",
        "PERILAKU KERJA",
        &["PERILAKU", "RATING PERILAKU", "RATING PERILAKU KERJA", "PENILAIAN PERILAKU KERJA"],
        Optional,
        "Perilaku kerja terhadap ekspektasi pada tahun yang sama.",
        "Sesuai Ekspektasi",
    )
    .of(Daftar(values::ekspektasi))
    .aside(),
    column(
        "nilai_kompetensi",
        "NILAI KOMPETENSI",
        &["SKOR KOMPETENSI", "KOMPETENSI"],
        Optional,
        "Nilai kompetensi, 0 sampai 100; tanpa kolom ini dipakai nilai asesmen.",
        "82",
    )
    .of(Angka)
    .aside(),
    column("nilai_integritas", "NILAI INTEGRITAS", &["SKOR INTEGRITAS"], Optional, "Nilai integritas, 0 sampai 100.", "85")
        .of(Angka)
        .aside(),
    column(
        "nilai_dedikasi",
        "NILAI DEDIKASI",
        &["SKOR DEDIKASI", "DEDIKASI"],
        Optional,
        "Nilai dedikasi, 0 sampai 100.",
        "80",
    )
    .of(Angka)
    .aside(),
    column(
        "keahlian",
        "KEAHLIAN KHUSUS",
        &["KETERAMPILAN KHUSUS", "KEAHLIAN", "KETERAMPILAN"],
        Optional,
        "Keahlian khusus pegawai; beberapa dipisahkan koma. Dicocokkan dengan KEAHLIAN YANG DIBUTUHKAN jabatan.",
        "Bahasa Isyarat",
    )
    .aside(),
    level("level_integritas", "LEVEL INTEGRITAS", &["INTEGRITAS"], "Integritas"),
    level("level_kerja_sama", "LEVEL KERJA SAMA", &["KERJA SAMA", "KERJASAMA"], "Kerja sama"),
    level("level_komunikasi", "LEVEL KOMUNIKASI", &["KOMUNIKASI"], "Komunikasi"),
    level("level_orientasi_hasil", "LEVEL ORIENTASI PADA HASIL", &["ORIENTASI PADA HASIL"], "Orientasi pada hasil"),
    level("level_pelayanan_publik", "LEVEL PELAYANAN PUBLIK", &["PELAYANAN PUBLIK"], "Pelayanan publik"),
    level(
        "level_pengembangan_diri",
        "LEVEL PENGEMBANGAN DIRI DAN ORANG LAIN",
        &["PENGEMBANGAN DIRI DAN ORANG LAIN"],
        "Pengembangan diri dan orang lain",
    ),
    level("level_mengelola_perubahan", "LEVEL MENGELOLA PERUBAHAN", &["MENGELOLA PERUBAHAN"], "Mengelola perubahan"),
    level(
        "level_pengambilan_keputusan",
        "LEVEL PENGAMBILAN KEPUTUSAN",
        &["PENGAMBILAN KEPUTUSAN"],
        "Pengambilan keputusan",
    ),
    level("level_perekat_bangsa", "LEVEL PEREKAT BANGSA", &["PEREKAT BANGSA"], "Perekat bangsa"),
];

/// The level reached in one kompetensi, read where an assessment tells it.
const fn level(
    name: &'static str,
    title: &'static str,
    aliases: &'static [&'static str],
    meaning: &'static str,
) -> Column {
    column(name, title, aliases, Optional, meaning, "3").of(Bilangan).unasked()
}
