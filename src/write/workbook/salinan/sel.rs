//! One cell of an annotated copy: numbers stay numbers, dates dates, text text.

use jiff::civil::DateTime;
use rust_xlsxwriter::{Formula, Worksheet, XlsxError};

use super::look::{Ground, Looks, Number};
use crate::finding::{Finding, NIK_TIDAK_DISALIN, Severity, is_nik, without_nik};
use crate::model::cells::{CellKind, SheetCell};
use crate::write::workbook::text;

/// Whole numbers from here on are shown with all their digits; Excel would print `1.98E+17`.
const LONG: f64 = 1e11;

/// The errors that a formula may name.
const ERRORS: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

/// Where a cell goes and what it stands on.
pub(super) struct Writer<'w> {
    pub(super) sheet: &'w mut Worksheet,
    pub(super) row: u32,
    pub(super) col: u16,
    pub(super) ground: Ground,
    /// How text is shown.
    pub(super) text: Number,
    pub(super) looks: &'w Looks,
}

impl Writer<'_> {
    /// Writes the cell with the kind it had; a NIK is left out unless `private` content is copied.
    pub(super) fn write(self, cell: &SheetCell, private: bool) -> Result<(), XlsxError> {
        let number = cell.number.or_else(|| cell.text.parse().ok()).filter(|number| number.is_finite());
        match (cell.kind, number) {
            (CellKind::Date, number) => self.date(&cell.text, number),
            (CellKind::Number, Some(number)) if !private && is_nik(&format!("{number:.0}")) => {
                self.text(NIK_TIDAK_DISALIN)
            }
            (CellKind::Number, Some(number)) if number.abs() >= LONG && number.fract() == 0.0 => {
                self.number(number, Number::Long)
            }
            (CellKind::Number, Some(number)) => self.number(number, Number::General),
            (CellKind::Boolean, _) => {
                let format = self.looks.of(self.ground, Number::General);
                self.sheet.write_boolean_with_format(self.row, self.col, &*cell.text == "TRUE", format).map(drop)
            }
            (CellKind::Error, _) if ERRORS.contains(&&*cell.text) => self.error(&cell.text),
            (CellKind::Text | CellKind::Number | CellKind::Error | CellKind::Unevaluated, _) if private => {
                self.text(&cell.text)
            }
            (CellKind::Text | CellKind::Number | CellKind::Error | CellKind::Unevaluated, _) => {
                self.text(&without_nik(&cell.text))
            }
        }
    }

    fn text(self, shown: &str) -> Result<(), XlsxError> {
        text::put(self.sheet, self.row, self.col, shown, self.looks.of(self.ground, self.text))
    }

    /// An error stays an error, so that the copy reads as the source did. Its formula is the error itself.
    fn error(self, error: &str) -> Result<(), XlsxError> {
        let formula = Formula::new(format!("={error}")).set_result(error);
        let format = self.looks.of(self.ground, Number::General);
        self.sheet.write_formula_with_format(self.row, self.col, formula, format).map(drop)
    }

    fn number(self, number: f64, shown: Number) -> Result<(), XlsxError> {
        let format = self.looks.of(self.ground, shown);
        self.sheet.write_number_with_format(self.row, self.col, number, format).map(drop)
    }

    /// The text of a date is what the source meant, whatever epoch its numbers count from.
    fn date(self, text: &str, number: Option<f64>) -> Result<(), XlsxError> {
        let shown = if text.len() > 10 { Number::DateTime } else { Number::Date };
        match (read_date(text), number) {
            (Some(date), _) => {
                let format = self.looks.of(self.ground, shown);
                self.sheet.write_datetime_with_format(self.row, self.col, date, format).map(drop)
            }
            (None, Some(number)) if (0.0..1.0).contains(&number) => self.number(number, Number::Time),
            (None, Some(number)) => self.number(number, Number::General),
            (None, None) => self.text(text),
        }
    }
}

/// A date the copy can hold as a date: Excel's calendar starts in 1900.
fn read_date(text: &str) -> Option<DateTime> {
    let date: DateTime = text.replace(' ', "T").parse().ok()?;
    (1900..=9999).contains(&date.year()).then_some(date)
}

/// What a note says: code, what is wrong, what to do, and the old value where we read another.
pub(super) fn note_text(found: &[&Finding]) -> String {
    let each = found.iter().map(|finding| {
        let mut words = format!("{} {}\n{}\n", finding.kode.code, finding.severity().label(), finding.problem);
        if finding.severity() == Severity::Diperbaiki && !finding.value.is_empty() {
            words.push_str(&format!("Isi semula: {}\n", finding.value));
        }
        words + &finding.remedy
    });
    without_nik(&each.collect::<Vec<_>>().join("\n\n")).into_owned()
}
