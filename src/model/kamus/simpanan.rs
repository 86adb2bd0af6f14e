//! The kamus as the workbook it is kept in: every row as people see it.

use std::sync::Arc;

use jiff::civil::Date;

use super::{JenisKamus, is_bukan};
use crate::finding::Place;
use crate::model::tanggal::{HariTmt, from_serial, parse_tanggal};

/// Columns of each sheet of the kamus that holds confirmed names.
pub const KOLOM_KAMUS: [&str; 6] = ["Tertulis", "Dimaksud", "Kode", "Dikonfirmasi Oleh", "Tanggal", "Dari Berkas"];

/// The row of the header in every sheet of the kamus as this program writes it, from zero.
pub const BARIS_JUDUL: u32 = 3;

/// The sheet of the kamus that lists every confirmation ever taken from a workbook.
pub const LEMBAR_RIWAYAT: &str = "Riwayat";
pub const KOLOM_RIWAYAT: [&str; 9] =
    ["Jenis", "Tertulis", "Dimaksud", "Kode", "Dikonfirmasi Oleh", "Tanggal", "Catatan", "Dari Berkas", "SHA-256"];

/// Whether the kamus on the disk is to be written anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keadaan {
    /// Nothing new: the file stays as people left it.
    #[default]
    Tetap,
    /// Confirmations were added.
    Bertambah,
    /// It could not be read, so it must not be overwritten.
    TakTerbaca,
}

/// The kamus as a workbook: every row, also one that cannot be used, since people wrote it.
#[derive(Clone, Debug, Default)]
pub struct Simpanan {
    pub keadaan: Keadaan,
    /// SHA-256 of the file that was read; `None` where there is none.
    pub sha256: Option<String>,
    /// One for each of `JenisKamus::ALL`.
    pub lembar: [Lembar; 3],
    pub riwayat: Vec<Riwayat>,
    /// Sheets that people added: each with its texts by row and column.
    pub lembar_lain: Vec<(String, Vec<Sel>)>,
    /// The returned workbooks this run looked at: path and SHA-256.
    pub berkas: Vec<(Arc<str>, String)>,
}

/// A text with its row and column, from zero.
pub type Sel = (u32, u32, String);

/// One sheet of the kamus.
#[derive(Clone, Debug, Default)]
pub struct Lembar {
    /// Headers of columns that people added.
    pub kolom_lain: Vec<String>,
    pub baris: Vec<Baris>,
}

/// One row of the kamus as written; a date as `2026-11-21`, else as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Baris {
    /// The texts under `KOLOM_KAMUS`.
    pub isi: [String; 6],
    pub lain: Vec<String>,
    /// The cells of `isi`; `None` until the row has a place.
    pub sel: Option<[Place; 6]>,
}

impl Baris {
    /// A row of these texts.
    pub fn new(isi: [&str; 6]) -> Baris {
        Baris { isi: isi.map(str::to_string), lain: Vec::new(), sel: None }
    }

    pub fn tertulis(&self) -> &str {
        &self.isi[0]
    }

    /// What is meant; `None` for a refusal.
    pub fn dimaksud(&self) -> Option<&str> {
        Some(&*self.isi[1]).filter(|text| !is_bukan(text))
    }

    pub fn kode(&self) -> Option<&str> {
        Some(&*self.isi[2]).filter(|kode| !kode.is_empty())
    }

    pub fn oleh(&self) -> &str {
        &self.isi[3]
    }

    pub fn tanggal(&self) -> Option<Date> {
        tanggal_konfirmasi(&self.isi[4])
    }
}

/// A confirmation as it was once taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Riwayat {
    /// The texts under `KOLOM_RIWAYAT`.
    pub isi: [String; 9],
}

impl Riwayat {
    pub fn jenis(&self) -> Option<JenisKamus> {
        JenisKamus::parse(&self.isi[0])
    }

    pub fn tertulis(&self) -> &str {
        &self.isi[1]
    }

    pub fn sha256(&self) -> &str {
        &self.isi[8]
    }
}

/// The day a person says to have confirmed.
pub fn tanggal_konfirmasi(text: &str) -> Option<Date> {
    let serial = || text.trim().parse().ok().and_then(from_serial);
    parse_tanggal(text, HariTmt::Bebas).map(|terbaca| terbaca.tanggal).or_else(serial)
}
