//! Every column we know, by kind of workbook: name, printed title, aliases, meaning, example.
//! From here come reading, blank workbooks and the README tables.

pub mod aspirasi;
pub mod beban;
pub mod bentuk;
pub mod hukdis;
pub mod kebutuhan;
pub mod keputusan;
mod key;
pub mod pegawai;
pub mod penilaian;
mod pribadi;
pub mod puskesmas;
pub mod sekolah;
pub mod survei;
pub mod unit;
mod unused;
mod values;

use crate::model::cells::Kind;

pub use key::{NAMA_DAN_NIP, beside, header_key};
pub use pribadi::{NIP_PASANGAN, SENSITIVE, has_sensitive_word, is_sensitive, sensitive};
pub use unused::UNUSED;
pub use values::Values;

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
    /// What a blank workbook asks for in its cells.
    pub values: Values,
    /// Whether a row without it cannot be used. A column may be needed in each row without telling the kind of table.
    pub must: bool,
    /// Whether its example goes with those of the other columns; `III.a` does not go with a teacher.
    pub in_example: bool,
    /// Whether a blank workbook asks for it; else it is only read where an export has it.
    pub asked: bool,
    /// Whether it says more than any other column what a sheet is: hardly any other kind of table has one.
    pub telling: bool,
}

/// One kind of workbook.
#[derive(Debug)]
pub struct Schema {
    pub kind: Kind,
    pub columns: &'static [Column],
}

/// One entry of a schema, in the order people read it.
const fn column(
    name: &'static str,
    title: &'static str,
    aliases: &'static [&'static str],
    weight: Weight,
    meaning: &'static str,
    example: &'static str,
) -> Column {
    let must = matches!(weight, Weight::Required);
    Column {
        name,
        title,
        aliases,
        weight,
        meaning,
        example,
        values: Values::Text,
        must,
        in_example: true,
        asked: true,
        telling: false,
    }
}

impl Column {
    /// With what belongs into its cells.
    const fn of(self, values: Values) -> Column {
        Column { values, ..self }
    }

    /// Needed in each row.
    const fn must(self) -> Column {
        Column { must: true, ..self }
    }

    /// With an example that stands for itself.
    const fn aside(self) -> Column {
        Column { in_example: false, ..self }
    }

    /// Read where an export has it, but asked of nobody. Such columns stand behind all others of their kind.
    const fn unasked(self) -> Column {
        Column { asked: false, in_example: false, ..self }
    }

    /// One that says what a sheet is.
    const fn telling(self) -> Column {
        Column { telling: true, ..self }
    }

    /// Whether it is read though it is personal: what stands in it reaches no output.
    pub fn is_private(&self) -> bool {
        self.title == NIP_PASANGAN
    }

    /// Every header this column is known by, the best first, as `header_key` gives them.
    pub fn keys(&self) -> impl Iterator<Item = String> {
        std::iter::once(self.title).chain(self.aliases.iter().copied()).map(header_key)
    }
}

impl Schema {
    /// The columns that a blank workbook asks for.
    pub fn asked(&self) -> &'static [Column] {
        let asked = self.columns.iter().take_while(|column| column.asked).count();
        &self.columns[..asked]
    }

    /// The column with this canonical name.
    pub fn column(&self, name: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

/// Names of the NIP column in lists about people that the personnel workbook knows already.
const NIP: &[&str] = &["NIP BARU", "NIP/NI PPPK", "NIPPPK", "NI PPPK", "N I P", "NOMOR INDUK PEGAWAI", "NIP PEGAWAI"];
const MEANING_NIP: &str = "NIP atau NI PPPK seperti di data pegawai, 18 angka, sebagai teks.";
/// Names of the name column in such lists.
const NAMA: &[&str] = &["NAMA LENGKAP", "NAMA PEGAWAI", "NAMA PNS", "NAMA ASN", "NAMA/NIP", "NIP/NAMA", "NAMA DAN NIP"];
const MEANING_NAMA: &str = "Nama pegawai; dicocokkan dengan data pegawai.";
/// Names of the columns of coordinates, in units of every kind.
const LINTANG: &[&str] = &["LATITUDE", "LAT", "GARIS LINTANG", "LINTANG DERAJAT"];
const BUJUR: &[&str] = &["LONGITUDE", "LONG", "LON", "LNG", "GARIS BUJUR", "BUJUR DERAJAT"];
const MEANING_LINTANG: &str = "Lintang dalam derajat; lintang selatan bertanda minus. Dipakai menghitung jarak.";
const MEANING_BUJUR: &str = "Bujur dalam derajat. Dipakai menghitung jarak.";

/// The schema of a kind of table.
pub fn of(kind: Kind) -> &'static Schema {
    match kind {
        Kind::Pegawai => &pegawai::SCHEMA,
        Kind::Kebutuhan => &kebutuhan::SCHEMA,
        Kind::Sekolah => &sekolah::SCHEMA,
        Kind::Unit => &unit::SCHEMA,
        Kind::Puskesmas => &puskesmas::SCHEMA,
        Kind::Aspirasi => &aspirasi::SCHEMA,
        Kind::Penilaian => &penilaian::SCHEMA,
        Kind::Hukdis => &hukdis::SCHEMA,
        Kind::Survei => &survei::SCHEMA,
        Kind::Beban => &beban::SCHEMA,
        Kind::Keputusan => &keputusan::SCHEMA,
    }
}

#[cfg(test)]
mod tests;
