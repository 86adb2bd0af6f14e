//! Columns of the kebutuhan workbooks: peta jabatan, daftar kebutuhan jabatan, rincian usulan (domain §3.2).

use super::{Column, Schema, Values::*, Weight::*, column, values};
use crate::model::cells::Kind;
use crate::model::jabatan::Jenjang;

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
        &["INDUK", "PERANGKAT DAERAH", "OPD", "NAMA OPD", "SKPD", "DINAS"],
        Optional,
        "Perangkat daerah di atas unit kerja; unitnya sendiri jika tidak ada kolom unit.",
        "Dinas Kesehatan",
    ),
    column("kecamatan", "KECAMATAN", &[], Optional, "Kecamatan tempat unit berada.", "Bangko").of(Kecamatan),
    column(
        "strategis",
        "BOBOT STRATEGIS",
        &["BOBOT PRIORITAS", "PRIORITAS STRATEGIS"],
        Optional,
        "Bobot jabatan menurut prioritas visi dan misi daerah, 0 sampai 100; kosong jika tidak ditetapkan.",
        "40",
    )
    .of(Bilangan)
    .aside(),
    column(
        "keahlian",
        "KEAHLIAN YANG DIBUTUHKAN",
        &["KEAHLIAN KHUSUS", "KEAHLIAN DIBUTUHKAN", "KETERAMPILAN YANG DIBUTUHKAN"],
        Optional,
        "Keahlian khusus yang diminta jabatan ini; beberapa dipisahkan koma.",
        "Bahasa Isyarat",
    )
    .aside(),
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
    rekap(TINGKAT[0].kebutuhan, "JUMLAH KEBUTUHAN ES I"),
    rekap(TINGKAT[1].kebutuhan, "JUMLAH KEBUTUHAN ES II"),
    rekap(TINGKAT[2].kebutuhan, "JUMLAH KEBUTUHAN ES III"),
    rekap(TINGKAT[3].kebutuhan, "JUMLAH KEBUTUHAN ES IV"),
    rekap(TINGKAT[4].kebutuhan, "JUMLAH KEBUTUHAN ES V"),
    rekap(TINGKAT[5].kebutuhan, "JUMLAH KEBUTUHAN PEMULA"),
    rekap(TINGKAT[6].kebutuhan, "JUMLAH KEBUTUHAN TERAMPIL"),
    rekap(TINGKAT[7].kebutuhan, "JUMLAH KEBUTUHAN MAHIR"),
    rekap(TINGKAT[8].kebutuhan, "JUMLAH KEBUTUHAN PENYELIA"),
    rekap(TINGKAT[9].kebutuhan, "JUMLAH KEBUTUHAN PERTAMA"),
    rekap(TINGKAT[10].kebutuhan, "JUMLAH KEBUTUHAN MUDA"),
    rekap(TINGKAT[11].kebutuhan, "JUMLAH KEBUTUHAN MADYA"),
    rekap(TINGKAT[12].kebutuhan, "JUMLAH KEBUTUHAN UTAMA"),
    rekap(TINGKAT[0].riil, "JUMLAH RIIL ES I"),
    rekap(TINGKAT[1].riil, "JUMLAH RIIL ES II"),
    rekap(TINGKAT[2].riil, "JUMLAH RIIL ES III"),
    rekap(TINGKAT[3].riil, "JUMLAH RIIL ES IV"),
    rekap(TINGKAT[4].riil, "JUMLAH RIIL ES V"),
    rekap(TINGKAT[5].riil, "JUMLAH RIIL PEMULA"),
    rekap(TINGKAT[6].riil, "JUMLAH RIIL TERAMPIL"),
    rekap(TINGKAT[7].riil, "JUMLAH RIIL MAHIR"),
    rekap(TINGKAT[8].riil, "JUMLAH RIIL PENYELIA"),
    rekap(TINGKAT[9].riil, "JUMLAH RIIL PERTAMA"),
    rekap(TINGKAT[10].riil, "JUMLAH RIIL MUDA"),
    rekap(TINGKAT[11].riil, "JUMLAH RIIL MADYA"),
    rekap(TINGKAT[12].riil, "JUMLAH RIIL UTAMA"),
];

/// One sub-column of the formulir rekap OPD, which has a figure for each eselon and jenjang.
const fn rekap(name: &'static str, title: &'static str) -> Column {
    column(name, title, &[], Optional, "Jumlah pada eselon atau jenjang ini, dari formulir rekap OPD.", "2")
        .of(Bilangan)
        .unasked()
}

/// What a sub-column of the formulir rekap OPD counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tingkat {
    /// `I` to `V`.
    Eselon(&'static str),
    Jenjang(Jenjang),
}

/// An eselon or jenjang of the formulir rekap OPD (domain §3.2): the word over its sub-column and the two columns.
#[derive(Clone, Copy, Debug)]
pub struct TingkatRekap {
    pub kata: &'static str,
    pub tingkat: Tingkat,
    pub kebutuhan: &'static str,
    pub riil: &'static str,
}

const fn tingkat(kata: &'static str, tingkat: Tingkat, kebutuhan: &'static str, riil: &'static str) -> TingkatRekap {
    TingkatRekap { kata, tingkat, kebutuhan, riil }
}

/// The sub-columns in the order of the form.
pub const TINGKAT: [TingkatRekap; 13] = [
    tingkat("ES I", Tingkat::Eselon("I"), "kebutuhan_es1", "riil_es1"),
    tingkat("ES II", Tingkat::Eselon("II"), "kebutuhan_es2", "riil_es2"),
    tingkat("ES III", Tingkat::Eselon("III"), "kebutuhan_es3", "riil_es3"),
    tingkat("ES IV", Tingkat::Eselon("IV"), "kebutuhan_es4", "riil_es4"),
    tingkat("ES V", Tingkat::Eselon("V"), "kebutuhan_es5", "riil_es5"),
    tingkat("PEMULA", Tingkat::Jenjang(Jenjang::Pemula), "kebutuhan_pemula", "riil_pemula"),
    tingkat("TERAMPIL", Tingkat::Jenjang(Jenjang::Terampil), "kebutuhan_terampil", "riil_terampil"),
    tingkat("MAHIR", Tingkat::Jenjang(Jenjang::Mahir), "kebutuhan_mahir", "riil_mahir"),
    tingkat("PENYELIA", Tingkat::Jenjang(Jenjang::Penyelia), "kebutuhan_penyelia", "riil_penyelia"),
    tingkat("PERTAMA", Tingkat::Jenjang(Jenjang::AhliPertama), "kebutuhan_pertama", "riil_pertama"),
    tingkat("MUDA", Tingkat::Jenjang(Jenjang::AhliMuda), "kebutuhan_muda", "riil_muda"),
    tingkat("MADYA", Tingkat::Jenjang(Jenjang::AhliMadya), "kebutuhan_madya", "riil_madya"),
    tingkat("UTAMA", Tingkat::Jenjang(Jenjang::AhliUtama), "kebutuhan_utama", "riil_utama"),
];

/// The column that a sub-column of the formulir rekap holds, from the key of its word (`ES III`, `AHLI MUDA`) and of
/// the headings above it (`JUMLAH PNS RIIL`).
pub fn rekap_column(above: &str, key: &str) -> Option<&'static str> {
    let has = |words: &[&str]| above.split(' ').any(|word| words.contains(&word));
    let key = key.strip_prefix("AHLI ").unwrap_or(key);
    let key = key.replace("ESELON ", "ES ");
    let level = TINGKAT.iter().find(|level| level.kata == key)?;
    // "Jumlah kebutuhan PNS berdasarkan ABK" speaks of PNS too.
    match (has(&["KEBUTUHAN", "ABK"]), has(&["RIIL", "BEZETTING", "PNS", "ASN", "TERISI", "KETERSEDIAAN"])) {
        (true, _) => Some(level.kebutuhan),
        (false, true) => Some(level.riil),
        (false, false) => None,
    }
}

/// Whether this is a need figure of the formulir rekap.
pub fn is_rekap_kebutuhan(name: &str) -> bool {
    TINGKAT.iter().any(|level| level.kebutuhan == name)
}

/// Whether this counts the people in place of one level of the formulir rekap.
pub fn is_rekap_riil(name: &str) -> bool {
    TINGKAT.iter().any(|level| level.riil == name)
}
