//! What we tell people about their data: a code, a severity, a place, the value as typed, the problem and the remedy.

pub mod catalogue;
mod nik;
mod sebab;
mod subjek;

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use serde::{Serialize, Serializer};

pub use nik::{NIK_TIDAK_DISALIN, is_nik, without_nik};
pub use sebab::io_cause;
pub use subjek::Subjek;

/// How grave a finding is. Ordering follows gravity, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Severity {
    /// The value (and perhaps its row) could not be used.
    Galat,
    /// Used, but a person should look.
    Peringatan,
    /// Used after a safe, stated normalisation; the old value is in the finding.
    Diperbaiki,
    /// Worth knowing, nothing to do.
    Info,
}

impl Severity {
    /// The word people see: `GALAT`, `PERINGATAN`, `DIPERBAIKI`, `INFO`.
    pub fn label(self) -> &'static str {
        match self {
            Severity::Galat => "GALAT",
            Severity::Peringatan => "PERINGATAN",
            Severity::Diperbaiki => "DIPERBAIKI",
            Severity::Info => "INFO",
        }
    }
}

/// One entry of the catalogue: a stable code with what it means and what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Kode {
    /// Stable code, for example `D-104`.
    pub code: &'static str,
    pub severity: Severity,
    /// One sentence in Indonesian that names the kind of fault.
    pub title: &'static str,
    /// What to do, in Indonesian.
    pub remedy: &'static str,
}

/// A cell of a sheet, counted from zero; prints as `C12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    pub row: u32,
    pub col: u32,
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_letters(self.col), self.row + 1)
    }
}

/// Column letters of a zero-based column: 0 is `A`, 26 is `AA`.
pub fn column_letters(col: u32) -> String {
    let mut rest = col + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + (rest % 26) as u8);
        rest /= 26;
    }
    letters.iter().rev().map(|&b| b as char).collect()
}

/// Where something stands: file › sheet › cell. The file path is relative to the working folder, with `/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    of: Arc<Sheet>,
    pub cell: Option<Cell>,
}

/// A file and its sheet, which all places in it share: there may be a million. A place gives both as if they were its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sheet {
    pub file: Arc<str>,
    pub sheet: Option<Arc<str>>,
}

impl Deref for Place {
    type Target = Sheet;

    fn deref(&self) -> &Sheet {
        &self.of
    }
}

impl Place {
    /// The whole file.
    pub fn file(file: impl Into<Arc<str>>) -> Place {
        Place { of: Arc::new(Sheet { file: file.into(), sheet: None }), cell: None }
    }

    /// The whole sheet.
    pub fn sheet(file: impl Into<Arc<str>>, sheet: impl Into<Arc<str>>) -> Place {
        Place { of: Arc::new(Sheet { file: file.into(), sheet: Some(sheet.into()) }), cell: None }
    }

    /// The same place in a file of this name.
    pub fn in_file(&self, file: impl Into<Arc<str>>) -> Place {
        Place { of: Arc::new(Sheet { file: file.into(), sheet: self.sheet.clone() }), cell: self.cell }
    }

    /// The whole sheet, or file, that it stands in.
    pub fn of_sheet(&self) -> Place {
        Place { of: self.of.clone(), cell: None }
    }

    /// The same file and sheet, at this cell (counted from zero).
    pub fn at(&self, row: u32, col: u32) -> Place {
        Place { cell: Some(Cell { row, col }), of: self.of.clone() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, " › {sheet}")?;
        }
        match (&self.sheet, &self.cell) {
            (Some(_), Some(cell)) => write!(f, " › {cell}"),
            // A file without sheets is text: settings, a template, a table of kecamatan.
            (None, Some(cell)) => write!(f, " › baris {}", cell.row + 1),
            (_, None) => Ok(()),
        }
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// One thing found: where, what, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kode: &'static Kode,
    pub place: Place,
    /// The value as typed; empty where no single value is at fault.
    pub value: String,
    /// What is wrong with it, one Indonesian sentence without the place.
    pub problem: String,
    /// What to do, one Indonesian sentence: mostly that of the catalogue.
    pub remedy: Cow<'static, str>,
    /// The value that we propose to write in place of `value`, where there is one.
    pub usulan: Option<String>,
    /// The person the row is about, if one could be read.
    pub subject: Option<Subjek>,
}

impl Finding {
    /// A finding with the catalogue's own remedy. A NIK in the value or the problem is left out, wherever it is shown.
    pub fn new(kode: &'static Kode, place: Place, value: impl Into<String>, problem: impl Into<String>) -> Finding {
        let shown = |text: String| match without_nik(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(masked) => masked,
        };
        Finding {
            kode,
            place,
            value: shown(value.into()),
            problem: shown(problem.into()),
            remedy: kode.remedy.into(),
            usulan: None,
            subject: None,
        }
    }

    /// The same finding with a remedy that fits this very value.
    pub fn with_remedy(mut self, remedy: impl Into<Cow<'static, str>>) -> Finding {
        let remedy = remedy.into();
        self.remedy = match without_nik(&remedy) {
            Cow::Borrowed(_) => remedy,
            Cow::Owned(masked) => masked.into(),
        };
        self
    }

    /// The same finding with the value that we propose for this cell.
    pub fn with_usulan(mut self, usulan: impl Into<String>) -> Finding {
        self.usulan = Some(without_nik(&usulan.into()).into_owned());
        self
    }

    /// The same finding, naming the person of the row.
    pub fn about(mut self, subject: impl Into<Option<Subjek>>) -> Finding {
        self.subject = subject.into();
        self
    }

    pub fn severity(&self) -> Severity {
        self.kode.severity
    }

    /// Key of the published order: what is told of settings first, since it explains the rest; then file, sheet, row,
    /// column, then code.
    pub fn order(&self) -> (bool, &Place, &'static str, &str) {
        (!self.is_about_settings(), &self.place, self.kode.code, &self.value)
    }

    /// Whether it is about the settings or a table of the office beside them (`mutasi.toml`, `linearitas.csv`): what lies
    /// in the working folder itself.
    pub fn is_about_settings(&self) -> bool {
        self.place.sheet.is_none() && !self.place.file.is_empty() && !self.place.file.contains('/')
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("Finding", 8)?;
        out.serialize_field("kode", self.kode.code)?;
        out.serialize_field("tingkat", &self.kode.severity)?;
        out.serialize_field("tempat", &self.place)?;
        out.serialize_field("isi", &self.value)?;
        out.serialize_field("masalah", &self.problem)?;
        out.serialize_field("perbaikan", &self.remedy)?;
        out.serialize_field("usulan", &self.usulan)?;
        out.serialize_field("pegawai", &self.subject.as_ref().map(Subjek::to_string))?;
        out.end()
    }
}

/// A value and what was found while making it.
#[derive(Clone, Debug)]
pub struct Noted<T> {
    pub value: T,
    pub findings: Vec<Finding>,
}

impl<T> Noted<T> {
    pub fn new(value: T) -> Noted<T> {
        Noted { value, findings: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_print_as_excel_prints_them() {
        for (row, col, text) in [(0, 0, "A1"), (11, 2, "C12"), (0, 26, "AA1"), (1_048_575, 16_383, "XFD1048576")] {
            assert_eq!(Cell { row, col }.to_string(), text);
        }
    }

    #[test]
    fn a_place_reads_file_sheet_cell() {
        let place = Place::sheet("masuk/2026-11/pegawai.xlsx", "Data").at(11, 2);
        assert_eq!(place.to_string(), "masuk/2026-11/pegawai.xlsx › Data › C12");
        assert_eq!(Place::file("mutasi.toml").at(2, 0).to_string(), "mutasi.toml › baris 3");
    }
}
