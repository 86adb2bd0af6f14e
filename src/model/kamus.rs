//! Kamus koreksi: what a person has confirmed that a written name means, and what is still to be asked.

mod simpanan;
mod tanya;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::finding::Place;
use crate::model::cells::Kind;
use crate::model::tanggal::tanggal_in_words;

pub use simpanan::{
    BARIS_JUDUL, Baris, KOLOM_KAMUS, KOLOM_RIWAYAT, Keadaan, LEMBAR_RIWAYAT, Lembar, Riwayat, Sel, Simpanan,
    tanggal_konfirmasi,
};
pub use tanya::{Calon, KOLOM_CALON, KOLOM_JAWABAN, MOST_CALON, Pertanyaan, Tanya};

/// The kamus in a working folder, a workbook that people read and edit.
pub const FILE: &str = "kamus/kamus.xlsx";

/// The sheet in which near names are offered, and by which a returned workbook is known.
pub const LEMBAR_KONFIRMASI: &str = "Perlu Konfirmasi";

/// The hidden sheet beside it that holds the dropdowns.
pub const LEMBAR_PILIHAN: &str = "_pilihan";

/// The choice that none of the candidates is meant.
pub const BUKAN: &str = "Bukan salah satunya";

/// The document property that marks a workbook of ours, and what it says of one that may bring confirmations. The
/// annotated copies carry the same property with another word.
pub const TANDA: &str = "mutasi";
pub const TANDA_HASIL: &str = "hasil";
pub const TANDA_KONFIRMASI: &str = "perlu-konfirmasi";

/// What a written name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JenisKamus {
    Unit,
    Jabatan,
    /// The header of a column.
    Judul,
}

impl JenisKamus {
    pub const ALL: [JenisKamus; 3] = [JenisKamus::Unit, JenisKamus::Jabatan, JenisKamus::Judul];

    /// As the sheet *Perlu Konfirmasi* prints it.
    pub fn label(self) -> &'static str {
        match self {
            JenisKamus::Unit => "Unit kerja",
            JenisKamus::Jabatan => "Jabatan",
            JenisKamus::Judul => "Judul kolom",
        }
    }

    /// Its sheet in the kamus.
    pub fn lembar(self) -> &'static str {
        match self {
            JenisKamus::Unit => "Unit",
            JenisKamus::Jabatan => "Jabatan",
            JenisKamus::Judul => "Judul Kolom",
        }
    }

    pub fn parse(text: &str) -> Option<JenisKamus> {
        JenisKamus::ALL.into_iter().find(|jenis| jenis.label().eq_ignore_ascii_case(text.trim()))
    }
}

/// A confirmed name: `SDN 12 Bagko` means `SD Negeri 12 Bangko`, said Siti Aminah on 21 November 2026.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entri {
    pub tertulis: String,
    /// `None` when a person has said that none of the candidates is meant.
    pub dimaksud: Option<String>,
    /// Of a unit its kode or NPSN, of a header the kind of table.
    pub kode: Option<String>,
    pub oleh: String,
    pub tanggal: Date,
    /// Where it is written: the row of the kamus.
    pub place: Place,
}

impl Entri {
    /// `menurut kamus, dikonfirmasi oleh Siti Aminah pada 21 November 2026`.
    pub fn sumber(&self) -> String {
        format!("menurut kamus, dikonfirmasi oleh {} pada {}", self.oleh, tanggal_in_words(self.tanggal))
    }
}

/// What was confirmed, by what is written, and the workbook it is kept in.
#[derive(Clone, Debug, Default)]
pub struct Kamus {
    entri: BTreeMap<(JenisKamus, String), Entri>,
    pub simpanan: Simpanan,
}

impl Kamus {
    pub fn new(simpanan: Simpanan) -> Kamus {
        Kamus { entri: BTreeMap::new(), simpanan }
    }

    /// Takes an entry in under its key: a unit's `unit_key`, the `name_key` of a jabatan's name without jenjang,
    /// `Kamus::kunci_judul` of a header.
    pub fn insert(&mut self, jenis: JenisKamus, kunci: String, entri: Entri) {
        self.entri.insert((jenis, kunci), entri);
    }

    pub fn find(&self, jenis: JenisKamus, kunci: &str) -> Option<&Entri> {
        if self.entri.is_empty() {
            return None;
        }
        self.entri.get(&(jenis, kunci.to_string()))
    }

    pub fn judul(&self, kind: Kind, key: &str) -> Option<&Entri> {
        if self.entri.is_empty() {
            return None;
        }
        self.find(JenisKamus::Judul, &Kamus::kunci_judul(kind, key))
    }

    /// The key of a header (as `schema::header_key` gives it) in tables of this kind.
    pub fn kunci_judul(kind: Kind, key: &str) -> String {
        format!("{}: {key}", kind.label())
    }

    pub fn len(&self) -> usize {
        self.entri.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entri.is_empty()
    }
}

/// Whether a choice says that none of the candidates is meant.
pub fn is_bukan(text: &str) -> bool {
    text.trim().eq_ignore_ascii_case(BUKAN)
}
