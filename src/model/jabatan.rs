//! Jabatan: what a person is, apart from where.

mod jenis;
mod parse;
mod tugas;

use std::fmt;
use std::sync::Arc;

use serde::Serialize;

pub use jenis::Petunjuk;
pub use parse::NAMA_BAKU;
pub use tugas::{JenisTugas, Tugas};

/// Jenjang of a jabatan fungsional.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Jenjang {
    Pemula,
    Terampil,
    Mahir,
    Penyelia,
    AhliPertama,
    AhliMuda,
    AhliMadya,
    AhliUtama,
}

impl Jenjang {
    pub const ALL: [Jenjang; 8] = [
        Jenjang::Pemula,
        Jenjang::Terampil,
        Jenjang::Mahir,
        Jenjang::Penyelia,
        Jenjang::AhliPertama,
        Jenjang::AhliMuda,
        Jenjang::AhliMadya,
        Jenjang::AhliUtama,
    ];

    pub fn label(self) -> &'static str {
        match self {
            Jenjang::Pemula => "Pemula",
            Jenjang::Terampil => "Terampil",
            Jenjang::Mahir => "Mahir",
            Jenjang::Penyelia => "Penyelia",
            Jenjang::AhliPertama => "Ahli Pertama",
            Jenjang::AhliMuda => "Ahli Muda",
            Jenjang::AhliMadya => "Ahli Madya",
            Jenjang::AhliUtama => "Ahli Utama",
        }
    }
}

/// Kind of jabatan. Only the last two may be proposed by the automatic plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum JenisJabatan {
    /// Jabatan pimpinan tinggi.
    Jpt,
    Administrator,
    Pengawas,
    Fungsional,
    Pelaksana,
}

impl JenisJabatan {
    pub const ALL: [JenisJabatan; 5] = [
        JenisJabatan::Jpt,
        JenisJabatan::Administrator,
        JenisJabatan::Pengawas,
        JenisJabatan::Fungsional,
        JenisJabatan::Pelaksana,
    ];

    /// Whether it is a post of leadership: pimpinan tinggi, administrator or pengawas.
    pub fn is_struktural(self) -> bool {
        match self {
            JenisJabatan::Jpt | JenisJabatan::Administrator | JenisJabatan::Pengawas => true,
            JenisJabatan::Fungsional | JenisJabatan::Pelaksana => false,
        }
    }

    pub fn label(self) -> &'static str {
        match self {
            JenisJabatan::Jpt => "JPT",
            JenisJabatan::Administrator => "Administrator",
            JenisJabatan::Pengawas => "Pengawas",
            JenisJabatan::Fungsional => "Fungsional",
            JenisJabatan::Pelaksana => "Pelaksana",
        }
    }
}

/// A jabatan: its name without jenjang, its jenjang if it has one, its kind.
///
/// `Guru Ahli Pertama - Guru Kelas`, `Guru Kelas Ahli Pertama` and `Guru Pertama (Guru Kelas)` all are
/// name `Guru Kelas`, jenjang `Ahli Pertama`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Jabatan {
    /// Name without jenjang, cased as printed: `Guru Kelas`, `Perawat`, `Pengelola Kepegawaian`.
    pub nama: Arc<str>,
    pub jenjang: Option<Jenjang>,
    pub jenis: JenisJabatan,
}

impl Jabatan {
    /// The jabatan of this name with the same jenjang and kind.
    pub fn named(&self, nama: &str) -> Jabatan {
        Jabatan { nama: nama.into(), ..self.clone() }
    }
}

impl fmt::Display for Jabatan {
    /// `Guru Kelas Ahli Pertama`: name, then jenjang.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.nama)?;
        match self.jenjang {
            Some(jenjang) => write!(f, " {}", jenjang.label()),
            None => Ok(()),
        }
    }
}

/// Whether a jabatan or extra duty leads a whole unit: `Kepala Sekolah`, not `Kepala Perpustakaan`.
pub fn leads_unit(text: &str) -> bool {
    Tugas::parse(text).leads_unit()
}

/// Key under which two spellings of a name are the same: upper case, letters and digits only, single spaces.
pub fn name_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            key.push(c.to_ascii_uppercase());
        } else if c.is_alphanumeric() {
            // A letter may become several, and marks beside them: those are no part of a key.
            key.extend(c.to_uppercase().filter(|c| c.is_alphanumeric()));
        } else if !key.ends_with(' ') && !key.is_empty() {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// Whether two jabatan do not contradict each other: the same name, or one names only that it is a teacher; and no two different jenjang.
pub fn same_jabatan(a: &Jabatan, b: &Jabatan) -> bool {
    let same_jenjang = a.jenjang.is_none() || b.jenjang.is_none() || a.jenjang == b.jenjang;
    let (a_key, b_key) = (name_key(&a.nama), name_key(&b.nama));
    let teacher = |bare: &Jabatan, key: &str| is_guru(bare) && key.starts_with("GURU ");
    same_jenjang && (a_key == b_key || teacher(a, &b_key) || teacher(b, &a_key))
}

/// `Guru` alone, without subject or class.
pub fn is_guru(jabatan: &Jabatan) -> bool {
    name_key(&jabatan.nama) == "GURU"
}
