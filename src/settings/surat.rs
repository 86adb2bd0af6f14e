//! What an office may set about its decrees and letters: sections `[sk]` and `[surat]`.

use jiff::civil::Date;
use serde::Deserialize;

use super::optional_date;

/// Names of the papers, as `surat.jenis` lists them and as their templates are called.
pub const JENIS: [&str; 10] = [
    "sk-kolektif",
    "petikan",
    "sk-perorangan",
    "spmt",
    "pemberitahuan",
    "nota-dinas",
    "berita-acara",
    "persetujuan-melepas",
    "rencana-mutasi",
    "daftar-periksa",
];

/// Columns a lampiran may have beside NO.
pub const KOLOM: [&str; 15] = [
    "nama_nip",
    "nama",
    "nip",
    "pangkat",
    "ttl",
    "pendidikan",
    "lama",
    "baru",
    "jabatan_lama",
    "unit_lama",
    "jabatan_baru",
    "unit_baru",
    "eselon",
    "tunjangan",
    "ket",
];

/// Those of them that name the person: a lampiran has one at least.
pub(super) const KOLOM_NAMA: [&str; 2] = ["nama_nip", "nama"];

/// Settings that are lists of sentences, none of them empty.
pub(super) const KALIMAT: [&str; 10] = [
    "sk.menimbang",
    "sk.menimbang_perorangan",
    "sk.mengingat",
    "sk.mengingat_tambahan",
    "sk.memperhatikan",
    "sk.diktum",
    "sk.tembusan",
    "surat.nota_tembusan",
    "surat.tujuan",
    "surat.indikator",
];

/// As `mutasi.toml` writes them.
pub(super) const KERTAS: [&str; 3] = ["F4", "A4", "Legal"];
pub(super) const GAYA_NOMOR: [&str; 2] = ["klasifikasi", "tahun"];
pub(super) const SEBUTAN_DIKTUM: [&str; 2] = ["KESATU", "PERTAMA"];
pub(super) const ARAH: [&str; 3] = ["otomatis", "tegak", "mendatar"];
pub(super) const PERORANGAN: [&str; 3] = ["terpisah", "gabungan", "keduanya"];

/// The decree.
#[derive(Clone, Debug, Deserialize)]
pub struct Sk {
    pub nomor: String,
    pub gaya_nomor: GayaNomor,
    #[serde(deserialize_with = "optional_date")]
    pub tanggal: Option<Date>,
    /// `NIP = nomor`, one decree on one person each.
    pub nomor_perorangan: Vec<String>,
    /// `NIP = nomor`: who stands on a decree of which no record tells.
    pub sudah_bernomor: Vec<String>,
    /// Numbers of decrees that were withdrawn.
    pub dicabut: Vec<String>,
    pub pejabat: String,
    pub nama_pejabat: String,
    /// Who signs on behalf of the pejabat: `SEKRETARIS DAERAH`; empty when the pejabat signs.
    pub penandatangan_jabatan: String,
    pub penandatangan_pangkat: String,
    pub penandatangan_nip: String,
    /// What stands where the electronic signature goes, once the decree has its number: `#`; empty for nothing.
    pub tanda_tte: String,
    /// What the decree is about, in title case, `{daerah}` allowed.
    pub tentang: String,
    pub frasa_rahmat: bool,
    pub kertas: String,
    pub sebutan_diktum: SebutanDiktum,
    pub lambang: String,
    /// Names of [`KOLOM`], in order.
    pub lampiran_kolom: Vec<String>,
    pub lampiran_arah: Arah,
    pub petikan_jabatan: String,
    pub petikan_nama: String,
    pub petikan_pangkat: String,
    pub petikan_nip: String,
    pub menimbang: Vec<String>,
    /// The same for a decree on one person.
    pub menimbang_perorangan: Vec<String>,
    /// In place of the regulations of the law pack; empty: those.
    pub mengingat: Vec<String>,
    /// Beside those of the law pack.
    pub mengingat_tambahan: Vec<String>,
    pub memperhatikan: Vec<String>,
    /// The diktum in order, KESATU first.
    pub diktum: Vec<String>,
    pub tembusan: Vec<String>,
    /// Keys of this section whose values could not be used: no decree gets its number while there are any.
    #[serde(skip)]
    pub tak_terbaca: Vec<String>,
    /// NIP of rows of `nomor_perorangan` that could not be used: their decrees wait, and no other.
    #[serde(skip)]
    pub nomor_keliru: Vec<String>,
}

/// How the number of a decree is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GayaNomor {
    /// `NOMOR : 800.1.3.3/217/BKPSDM/2025`.
    Klasifikasi,
    /// `NOMOR 361 TAHUN 2018`.
    Tahun,
}

/// How the first diktum is called; the others are the same either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum SebutanDiktum {
    Kesatu,
    Pertama,
}

/// How the pages of a lampiran lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Arah {
    /// By the number of columns.
    Otomatis,
    Tegak,
    Mendatar,
}

/// Papers and what is common to the letters of the office.
#[derive(Clone, Debug, Deserialize)]
pub struct Surat {
    /// Names of [`JENIS`].
    pub jenis: Vec<String>,
    pub perorangan: Perorangan,
    pub kertas: String,
    pub watermark_draf: String,
    pub watermark_konsep: String,
    pub instansi: String,
    pub alamat: String,
    pub lambang: String,
    pub kepala_jabatan: String,
    pub kepala_nama: String,
    pub kepala_pangkat: String,
    pub kepala_nip: String,
    pub nota_kepada: String,
    pub nota_melalui: String,
    pub nota_nomor: String,
    #[serde(deserialize_with = "optional_date")]
    pub nota_tanggal: Option<Date>,
    pub nota_sifat: String,
    pub nota_tembusan: Vec<String>,
    pub rapat_nomor: String,
    #[serde(deserialize_with = "optional_date")]
    pub rapat_tanggal: Option<Date>,
    pub rapat_tempat: String,
    /// `nama; jabatan; kedudukan`, one member each.
    pub tpk: Vec<String>,
    pub kontak: String,
    /// Working days in which to object; zero: the letter leaves them open.
    pub keberatan_hari: i64,
    pub tujuan: Vec<String>,
    /// `kegiatan = waktu`, one step each.
    pub jadwal: Vec<String>,
    pub indikator: Vec<String>,
}

impl Surat {
    /// Whether this paper is to be written.
    pub fn wants(&self, nama: &str) -> bool {
        self.jenis.iter().any(|jenis| jenis == nama)
    }

    /// Whether everybody has a decree of his or her own and no other.
    pub fn only_own_decrees(&self) -> bool {
        self.wants("sk-perorangan") && !self.wants("sk-kolektif") && !self.wants("petikan")
    }
}

/// Whether letters for one person each are files of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Perorangan {
    Terpisah,
    /// One file of all of a kind, for printing.
    Gabungan,
    Keduanya,
}

impl Perorangan {
    pub fn apart(self) -> bool {
        match self {
            Perorangan::Terpisah | Perorangan::Keduanya => true,
            Perorangan::Gabungan => false,
        }
    }

    pub fn together(self) -> bool {
        match self {
            Perorangan::Gabungan | Perorangan::Keduanya => true,
            Perorangan::Terpisah => false,
        }
    }
}

/// The number of a decree on one person: `NIP = nomor`, the NIP as its 18 digits.
pub fn own_number(text: &str) -> Option<(String, &str)> {
    let (nip, nomor) = text.split_once('=')?;
    let digits: String = nip.chars().filter(|c| !c.is_whitespace()).collect();
    let whole = digits.len() == 18 && digits.bytes().all(|byte| byte.is_ascii_digit());
    (whole && !nomor.trim().is_empty()).then(|| (digits, nomor.trim()))
}

/// The NIP with which such a row begins, whatever is wrong with the rest.
pub(super) fn nip_of(text: &str) -> Option<String> {
    let (mut digits, mut signs) = (String::new(), text.chars());
    while digits.len() < 18 {
        match signs.next()? {
            c if c.is_ascii_digit() => digits.push(c),
            c if c.is_whitespace() => {}
            _ => return None,
        }
    }
    let longer = signs.next().is_some_and(|c| c.is_ascii_digit());
    (!longer).then_some(digits)
}

/// Whether a text is a member of the team: `nama; jabatan; kedudukan`.
pub fn member(text: &str) -> Option<[&str; 3]> {
    let parts: Vec<&str> = text.split(';').map(str::trim).collect();
    parts.try_into().ok()
}

/// A step of the schedule: `kegiatan = waktu`.
pub fn step(text: &str) -> Option<(&str, &str)> {
    let (what, when) = text.split_once('=')?;
    (!what.trim().is_empty()).then(|| (what.trim(), when.trim()))
}
