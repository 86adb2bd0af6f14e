//! Every column we know, by kind of workbook: name, printed title, aliases, meaning, example.
//! From here come reading, blank workbooks and the README tables.

pub mod kebutuhan;
pub mod pegawai;
pub mod sekolah;
pub mod unit;

use crate::model::cells::Kind;

/// How much a table needs a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Without it the sheet is not this kind of table.
    Required,
    /// Speaks for this kind of table.
    Typical,
    /// Read where present.
    Optional,
}

/// One column of one kind of workbook.
#[derive(Debug)]
pub struct Column {
    /// Canonical name, as in the row structs of `check`: `tmt_jabatan`.
    pub name: &'static str,
    /// Title in the blank workbook, and the first known header: `TMT JABATAN`.
    pub title: &'static str,
    /// Other headers in the wild.
    pub aliases: &'static [&'static str],
    pub weight: Weight,
    /// What it means and how to fill it, in Indonesian.
    pub meaning: &'static str,
    pub example: &'static str,
}

/// One kind of workbook.
#[derive(Debug)]
pub struct Schema {
    pub kind: Kind,
    pub columns: &'static [Column],
}

/// The schema of a kind of table.
pub fn of(kind: Kind) -> &'static Schema {
    match kind {
        Kind::Pegawai => &pegawai::SCHEMA,
        Kind::Kebutuhan => &kebutuhan::SCHEMA,
        Kind::Sekolah => &sekolah::SCHEMA,
        Kind::Unit => &unit::SCHEMA,
    }
}

/// Headers of columns that are never read and never copied to an output (design §8, UU 27/2022).
pub const SENSITIVE: &[&str] = &[
    "NIK",
    "NO KTP",
    "NOMOR KTP",
    "AGAMA",
    "AGAMA ID",
    "AGAMA NAMA",
    "STATUS PERKAWINAN",
    "JENIS KAWIN ID",
    "JENIS KAWIN NAMA",
    "NO KK",
    "NOMOR KK",
    "NAMA IBU KANDUNG",
    "BANK",
    "NOMOR REKENING BANK",
    "REKENING ATAS NAMA",
    "NOMOR BPJS",
    "NPWP",
    "NPWP NOMOR",
    "NAMA WAJIB PAJAK",
];

/// A header as compared: upper case, parentheses and punctuation away, single spaces (domain §3.1).
pub fn header_key(text: &str) -> String {
    let mut depth = 0u32;
    let outside: String = text
        .chars()
        .filter(|&c| match c {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect();
    crate::model::jabatan::name_key(&outside)
}
