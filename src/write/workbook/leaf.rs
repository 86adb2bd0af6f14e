//! A sheet being written that remembers a print of each cell, so that a changed cell is known when the workbook comes back.
//!
//! It is a worksheet for everything that is no cell's content; what writes content goes through here. A test reads a workbook
//! back and finds every cell in the prints.

use std::mem;
use std::ops::{Deref, DerefMut};

use rust_xlsxwriter::{Format, Url, Workbook, Worksheet, XlsxError};

use super::text::Paper;
use crate::model::sidik::{KOLOM_SIDIK, LEMBAR_SIDIK, Sidik, SidikLembar};

/// A sheet, and the prints of its cells where somebody asks for them.
pub(super) struct Leaf {
    sheet: Worksheet,
    sidik: Option<SidikLembar>,
}

impl Leaf {
    /// Lets a sheet of a workbook be written, and tells its prints.
    pub(super) fn on(
        worksheet: &mut Worksheet,
        write: impl FnOnce(&mut Leaf) -> Result<(), XlsxError>,
    ) -> Result<SidikLembar, XlsxError> {
        let leaf = Leaf::written(worksheet, Some(SidikLembar::default()), write)?;
        Ok(leaf.unwrap_or_default())
    }

    /// The same for a sheet whose cells nobody holds against anything.
    pub(super) fn unwatched(
        worksheet: &mut Worksheet,
        write: impl FnOnce(&mut Leaf) -> Result<(), XlsxError>,
    ) -> Result<(), XlsxError> {
        Leaf::written(worksheet, None, write).map(drop)
    }

    fn written(
        worksheet: &mut Worksheet,
        sidik: Option<SidikLembar>,
        write: impl FnOnce(&mut Leaf) -> Result<(), XlsxError>,
    ) -> Result<Option<SidikLembar>, XlsxError> {
        let mut leaf = Leaf { sheet: mem::take(worksheet), sidik };
        let written = write(&mut leaf);
        *worksheet = leaf.sheet;
        written.map(|()| leaf.sidik)
    }

    pub(super) fn write_string(&mut self, row: u32, col: u16, text: impl Into<String>) -> Result<(), XlsxError> {
        let text = text.into();
        self.print(row, col, || Sidik::of_text(&text));
        self.sheet.write_string(row, col, text).map(drop)
    }

    pub(super) fn write_string_with_format(
        &mut self,
        row: u32,
        col: u16,
        text: impl Into<String>,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let text = text.into();
        self.print(row, col, || Sidik::of_text(&text));
        self.sheet.write_string_with_format(row, col, text, format).map(drop)
    }

    pub(super) fn write_number(&mut self, row: u32, col: u16, number: impl Into<f64>) -> Result<(), XlsxError> {
        let number = number.into();
        self.print(row, col, || Sidik::of_number(number));
        self.sheet.write_number(row, col, number).map(drop)
    }

    pub(super) fn write_number_with_format(
        &mut self,
        row: u32,
        col: u16,
        number: impl Into<f64>,
        format: &Format,
    ) -> Result<(), XlsxError> {
        let number = number.into();
        self.print(row, col, || Sidik::of_number(number));
        self.sheet.write_number_with_format(row, col, number, format).map(drop)
    }

    pub(super) fn write_blank(&mut self, row: u32, col: u16, format: &Format) -> Result<(), XlsxError> {
        self.print(row, col, || Sidik::KOSONG);
        self.sheet.write_blank(row, col, format).map(drop)
    }

    /// A cell that leads somewhere, and the words in it.
    pub(super) fn write_link(
        &mut self,
        row: u32,
        col: u16,
        url: Url,
        words: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        self.sheet.write_url_with_format(row, col, url.set_text(words), format)?;
        self.print(row, col, || Sidik::of_text(words));
        Ok(())
    }

    /// The way back to another sheet, under title and note.
    pub(super) fn way_back(&mut self, title: &str, format: &Format) -> Result<(), XlsxError> {
        self.write_link(2, 0, Url::new(format!("internal:'{title}'!A1")), &format!("« {title}"), format)
    }

    pub(super) fn merge_range(
        &mut self,
        top: u32,
        left: u16,
        bottom: u32,
        right: u16,
        words: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        self.print(top, left, || Sidik::of_text(words));
        self.sheet.merge_range(top, left, bottom, right, words, format).map(drop)
    }

    /// A cell for people to fill: what stands in it later is no change.
    pub(super) fn write_open(&mut self, row: u32, col: u16, format: &Format) -> Result<(), XlsxError> {
        self.print(row, col, || Sidik::ISIAN);
        self.sheet.write_blank(row, col, format).map(drop)
    }

    fn print(&mut self, row: u32, col: u16, of: impl FnOnce() -> Sidik) {
        if let Some(sidik) = &mut self.sidik {
            sidik.put(row, u32::from(col), of());
        }
    }
}

impl Paper for Leaf {
    fn blank(&mut self, row: u32, col: u16, format: &Format) -> Result<(), XlsxError> {
        self.write_blank(row, col, format)
    }

    fn words(&mut self, row: u32, col: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
        self.write_string_with_format(row, col, words, format)
    }
}

impl Deref for Leaf {
    type Target = Worksheet;

    fn deref(&self) -> &Worksheet {
        &self.sheet
    }
}

impl DerefMut for Leaf {
    fn deref_mut(&mut self) -> &mut Worksheet {
        &mut self.sheet
    }
}

/// The hidden sheet with the prints of these sheets.
pub(super) fn hidden(workbook: &mut Workbook, prints: &[(&str, SidikLembar)]) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(LEMBAR_SIDIK)?.set_very_hidden(true);
    for (col, title) in (0..).zip(KOLOM_SIDIK) {
        sheet.write_string(0, col, title)?;
    }
    let cells = prints.iter().flat_map(|(title, prints)| prints.cells().into_iter().map(move |cell| (title, cell)));
    for (row, (title, (first, letters))) in (1..).zip(cells) {
        sheet.write_string(row, 0, *title)?.write_number(row, 1, first)?.write_string(row, 2, letters)?;
    }
    Ok(())
}
