//! One row of a list, cell by cell. On sheets that may become large a cell takes the look of its column, so that Excel's list of
//! formats is not searched for every cell.

use std::borrow::Cow;

use rust_xlsxwriter::{Format, Url, XlsxError};

use super::{List, Look, MAX_LINKS, Value, text};
use crate::model::sidik::serial;

impl<'w> List<'w> {
    /// Lines a value takes in its column, or in the columns of its title.
    pub(super) fn lines(&self, col: u16, value: &Value<'_>) -> usize {
        let (Value::Text(words) | Value::Marked(_, words) | Value::Link(words, _)) = value else { return 1 };
        let look = self.columns[usize::from(col)].look;
        if look == Look::Wrap || self.is_merged(col) { text::lines(words, self.width_of(col)) } else { 1 }
    }

    /// The values of the row.
    pub(super) fn cells(&mut self, values: Vec<Value<'_>>) -> Result<(), XlsxError> {
        self.inherited.clear();
        // Neighbouring cells without a value are formatted together, once the row has a cell.
        let mut empty: Vec<(u16, u16)> = Vec::new();
        let mut written = false;
        for (col, value) in (0u16..).zip(values) {
            match value {
                Value::Empty if self.style.by_column && !self.is_merged(col) => match empty.last_mut() {
                    Some((_, last)) if *last + 1 == col => *last = col,
                    _ => empty.push((col, col)),
                },
                value => {
                    self.cell(col, value)?;
                    written = true;
                }
            }
        }
        let blank = self.style.of(Look::Text);
        for (first, last) in empty {
            if !written {
                self.sheet.write_blank(self.row, first, blank)?;
                written = true;
            }
            self.sheet.set_range_format(self.row, first, self.row, last, blank)?;
        }
        Ok(())
    }

    fn cell(&mut self, col: u16, value: Value<'_>) -> Result<(), XlsxError> {
        let mut look = self.columns[usize::from(col)].look;
        if self.is_merged(col) {
            self.merge(self.row, col, "", self.style.of(look))?;
            // Words over several columns are read from the left.
            look = if look == Look::Center { Look::Wrap } else { look };
        }
        let (row, format) = (self.row, self.style.of(look));
        match value {
            Value::Empty if self.is_merged(col) => Ok(()),
            Value::Empty => self.sheet.write_blank(row, col, format).map(drop),
            Value::Text(words) if self.inherits(col) && is_textual(look) => self.plain(col, words),
            Value::Text(words) => {
                let format = if is_textual(look) { format } else { self.style.of(Look::Text) };
                text::put(self.sheet, row, col, &words, format)
            }
            Value::Marked(look, words) => text::put(self.sheet, row, col, &words, self.style.of(look)),
            Value::Number(number) => self.number(col, number, format),
            Value::Date(day) => self.number(col, serial(day), format),
            Value::Link(words, url) => self.link(col, &words, &url),
        }
    }

    /// Whether cells of the column that say nothing else have its look.
    fn inherits(&self, col: u16) -> bool {
        self.style.by_column && !self.is_merged(col)
    }

    fn plain(&mut self, col: u16, words: Cow<'_, str>) -> Result<(), XlsxError> {
        if words.is_empty() || text::is_risky(&words) {
            let format = self.style.of(self.columns[usize::from(col)].look);
            return text::put(self.sheet, self.row, col, &words, format);
        }
        self.inherited.push(col);
        match words {
            Cow::Owned(words) if text::fit(&words).len() == words.len() => {
                self.sheet.write_string(self.row, col, words)
            }
            words => self.sheet.write_string(self.row, col, text::fit(&words)),
        }
        .map(drop)
    }

    fn number(&mut self, col: u16, number: f64, format: &Format) -> Result<(), XlsxError> {
        if self.inherits(col) {
            self.inherited.push(col);
            return self.sheet.write_number(self.row, col, number).map(drop);
        }
        self.sheet.write_number_with_format(self.row, col, number, format).map(drop)
    }

    /// A link while Excel takes more of them, plain text after that.
    fn link(&mut self, col: u16, words: &str, url: &str) -> Result<(), XlsxError> {
        if self.links >= MAX_LINKS || text::is_risky(words) || words.is_empty() {
            return text::put(self.sheet, self.row, col, words, self.style.of(Look::Text));
        }
        match self.sheet.write_link(self.row, col, Url::new(url), text::fit(words), self.style.of(Look::Link)) {
            Ok(()) => self.links += 1,
            // A path longer than Excel takes: the text alone still says where.
            Err(XlsxError::MaxUrlLengthExceeded) => {
                text::put(self.sheet, self.row, col, words, self.style.of(Look::Text))?;
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// Gives every column its look, for the cells of the rows to come.
    pub(super) fn lend_looks(&mut self) -> Result<(), XlsxError> {
        if self.style.by_column {
            for (col, column) in (0u16..).zip(self.columns) {
                self.sheet.set_column_format(col, self.style.of(column.look))?;
            }
        }
        Ok(())
    }

    /// Takes the looks back, so that the sheet is plain below and beside the list. Rows above the last one are written already;
    /// a last row of values is still in hand.
    pub(super) fn take_looks_back(&mut self) -> Result<(), XlsxError> {
        if !self.style.by_column {
            return Ok(());
        }
        for col in std::mem::take(&mut self.inherited) {
            let look = self.columns[usize::from(col)].look;
            self.sheet.set_cell_format(self.row - 1, col, self.style.of(look))?;
        }
        for col in 0..self.columns.len() as u16 {
            self.sheet.set_column_format(col, &self.style.plain)?;
        }
        Ok(())
    }
}

/// Text in a column of numbers stays readable on the left.
fn is_textual(look: Look) -> bool {
    !matches!(look, Look::Whole | Look::Signed | Look::Decimal | Look::Ratio | Look::Persen)
}
