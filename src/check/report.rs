//! From what the validator says of a row to findings with their cells, in one order.

use std::borrow::Cow;

use validator::{ValidationError, ValidationErrors};

use super::row::{Field, Problem, RowReader};
use crate::finding::{Finding, Kode, Place, Subjek, catalogue};
use crate::model::cells::{RawRow, Table};

/// Parameter of a validation error that names the column at fault, where the rule is about the whole row.
const KOLOM: &str = "kolom";
const PERBAIKAN: &str = "perbaikan";
const USULAN: &str = "usulan";

/// The validator's rule for every field: what reading the cell found is an error of that field.
pub fn terbaca<T>(field: &Field<T>) -> Result<(), ValidationError> {
    match &field.problem {
        None => Ok(()),
        Some(problem) => Err(error(problem)),
    }
}

/// Cells that hold an Excel error or a formula without result: `read` has told of them, with the column's header.
pub fn told_by_read(kode: &str) -> bool {
    [catalogue::SEL_GALAT.code, catalogue::RUMUS_TANPA_HASIL.code].contains(&kode)
}

fn error(problem: &Problem) -> ValidationError {
    let mut error = ValidationError::new(problem.kode.code).with_message(Cow::from(problem.text.clone()));
    if let Some(remedy) = &problem.remedy {
        error.add_param(Cow::from(PERBAIKAN), remedy);
    }
    proposing(error, problem.usulan.as_deref().map(str::to_string))
}

/// An error of a rule over the whole row, to be shown at this column.
pub fn row_error(kode: &'static Kode, kolom: &'static str, text: String) -> ValidationError {
    let mut error = ValidationError::new(kode.code).with_message(Cow::from(text));
    error.add_param(Cow::from(KOLOM), &kolom);
    error
}

/// The same error with the value that we propose for the cell.
pub fn proposing(mut error: ValidationError, usulan: Option<String>) -> ValidationError {
    if let Some(usulan) = usulan {
        error.add_param(Cow::from(USULAN), &usulan);
    }
    error
}

/// A large number as Excel shows it, `1,98503102010031E+17`; anything else as it is.
fn seperti_excel(text: &str) -> String {
    match text.split_once('e') {
        Some((head, power)) if head.parse::<f64>().is_ok() && power.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{}E+{power}", head.replace('.', ","))
        }
        Some(_) | None => text.to_string(),
    }
}

/// Where a row stands and whom it is about.
pub struct RowPlace<'a> {
    pub sheet: &'a Place,
    pub reader: &'a RowReader<'a>,
    pub row: &'a RawRow,
    pub subject: Option<Subjek>,
}

impl RowPlace<'_> {
    /// The cell of a column in this row; the first known column where the sheet lacks that one.
    pub fn at(&self, column: &str) -> Place {
        self.sheet.at(self.row.row, self.col(column))
    }

    /// The column of that cell.
    pub fn col(&self, column: &str) -> u32 {
        let first = || self.row.cells().next().map_or(0, |cell| cell.col);
        self.reader.col(column).unwrap_or_else(first)
    }

    /// The table the row belongs to.
    pub fn table(&self) -> &Table {
        self.reader.table()
    }

    /// What was typed in the cell of a column.
    pub fn typed(&self, column: &str) -> &str {
        let cell = self.reader.col(column).and_then(|col| self.row.cell(col));
        cell.map_or("", |cell| cell.text)
    }

    /// A finding at a column of this row.
    pub fn finding(&self, kode: &'static Kode, column: &str, problem: String) -> Finding {
        let finding = Finding::new(kode, self.at(column), seperti_excel(self.typed(column)), problem);
        Finding { subject: self.subject.clone(), ..finding }
    }

    /// Every error of the row as a finding, by column, then code: the validator's own order is that of a hash map.
    pub fn findings(&self, errors: &ValidationErrors) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (field, errors) in errors.field_errors() {
            for error in errors.iter().filter(|error| !told_by_read(&error.code)) {
                let named = error.params.get(KOLOM).and_then(|value| value.as_str());
                let kode =
                    catalogue::by_code(&error.code).expect("every rule of a row carries a code of the catalogue");
                let problem = error.message.clone().unwrap_or(Cow::from(kode.title));
                let mut finding = self.finding(kode, named.unwrap_or(&field), problem.into_owned());
                if let Some(remedy) = error.params.get(PERBAIKAN).and_then(|value| value.as_str()) {
                    finding = finding.with_remedy(remedy.to_string());
                }
                if let Some(usulan) = error.params.get(USULAN).and_then(|value| value.as_str()) {
                    finding = finding.with_usulan(usulan);
                }
                findings.push(finding);
            }
        }
        findings.sort_by(|a, b| a.order().cmp(&b.order()).then_with(|| a.problem.cmp(&b.problem)));
        findings
    }
}
