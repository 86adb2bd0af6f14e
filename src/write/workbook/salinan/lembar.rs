//! One sheet of an annotated copy, written row by row as its cells arrive.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{IgnoreError, Note, Worksheet, XlsxError};

use super::Marks;
use super::look::{Ground, Looks, Number};
use super::perbaikan;
use super::sel::{Writer, note_text};
use crate::finding::{Cell, Finding, without_nik};
use crate::model::cells::{CellKind, RawCell, SheetCell, Table};
use crate::model::status::ya_tidak;
use crate::schema;
use crate::write::workbook::table::{page, row_points};
use crate::write::workbook::text::{self, PIXELS_A_CHARACTER};

/// Excel draws every note as a shape and becomes slow with many; the rest stand in the list of faults.
const MAX_NOTES: usize = 2_000;

/// In a sheet that is no known table the header is looked for in so many rows.
const HEADER_ROWS: u32 = 15;

/// Titles of the two added columns.
const STATUS: &str = "STATUS";
const MASALAH: &str = "MASALAH";

/// Narrowest and widest a copied column gets, in characters.
const WIDTHS: (f64, f64) = (8.0, 60.0);

/// Titles are bold, hence wider.
const BOLD: f64 = 1.08;

/// Widths of STATUS and MASALAH.
const STATUS_WIDTH: f64 = 14.0;
const MASALAH_WIDTH: f64 = 70.0;

/// So many characters across a page are still read; a wider table goes over several, each with the first columns.
const PAGE_WIDTH: f64 = 230.0;
const FIRST_COLUMNS: u16 = 2;

/// A sheet being copied.
pub(super) struct Lembar<'a> {
    sheet: Worksheet,
    /// The first table of the sheet; the columns for people stand beside its header.
    table: Option<&'a Table>,
    /// Every table of the sheet.
    tables: Vec<&'a Table>,
    marks: Marks<'a>,
    private: bool,
    /// Whether the sheet may be the list of faults of an earlier copy.
    may_be_ours: bool,
    is_ours: bool,
    row: u32,
    cells: Vec<SheetCell>,
    /// Columns under a header such as NIK.
    private_cols: BTreeSet<u32>,
    /// First of the two added columns.
    status_col: Option<u32>,
    /// Widest text of each column, in pixels.
    widths: BTreeMap<u32, f64>,
    last_row: u32,
    notes: usize,
}

impl<'a> Lembar<'a> {
    pub(super) fn new(
        sheet: Worksheet,
        name: &str,
        tables: Vec<&'a Table>,
        marks: Marks<'a>,
        private: bool,
    ) -> Lembar<'a> {
        let table = tables.first().copied();
        Lembar {
            sheet,
            table,
            tables,
            marks,
            private,
            may_be_ours: name == perbaikan::NAME,
            is_ours: false,
            row: 0,
            cells: Vec::new(),
            private_cols: BTreeSet::new(),
            status_col: table.map(|table| table.last_col + 1),
            widths: BTreeMap::new(),
            last_row: 0,
            notes: 0,
        }
    }

    /// Takes the next cell; a new row writes the one before.
    pub(super) fn take(&mut self, cell: SheetCell, looks: &Looks) -> Result<(), XlsxError> {
        if cell.row != self.row {
            let next = cell.row;
            self.flush(looks)?;
            self.row = next;
        }
        self.cells.push(cell);
        Ok(())
    }

    /// Writes what is left; `None` when the sheet was an earlier list of faults.
    pub(super) fn close(mut self, looks: &Looks) -> Result<Option<Worksheet>, XlsxError> {
        self.flush(looks)?;
        self.empty_rows_before(u32::MAX, looks)?;
        if self.is_ours {
            return Ok(None);
        }
        let mut wide = 0.0;
        for (col, pixels) in &self.widths {
            let width = (pixels / PIXELS_A_CHARACTER + 2.0).clamp(WIDTHS.0, WIDTHS.1).ceil();
            self.sheet.set_column_width(*col as u16, width)?;
            wide += width;
        }
        if let (Some(table), Some(status)) = (self.table, self.status_col) {
            self.sheet.set_column_width(status as u16, STATUS_WIDTH)?;
            self.sheet.set_column_width(status as u16 + 1, MASALAH_WIDTH)?;
            wide += STATUS_WIDTH + MASALAH_WIDTH;
            self.sheet.set_freeze_panes(table.header_row + 1, 0)?;
            self.sheet.set_repeat_rows(table.header_row, table.header_row)?;
            if self.last_row > table.header_row {
                self.sheet.autofilter(table.header_row, 0, self.last_row, status as u16 + 1)?;
            }
        }
        let last_col = self.widths.keys().next_back().copied().unwrap_or(0) as u16;
        self.sheet.ignore_error_range(0, 0, self.last_row, last_col, IgnoreError::NumberStoredAsText)?;
        self.set_page(wide, last_col.max(self.status_col.map_or(0, |status| status as u16 + 1)))?;
        Ok(Some(self.sheet))
    }

    /// The page of a sheet so many characters wide.
    fn set_page(&mut self, wide: f64, last_col: u16) -> Result<(), XlsxError> {
        page(&mut self.sheet)?;
        let pages = (wide / PAGE_WIDTH).ceil().clamp(1.0, 10.0) as u16;
        self.sheet.set_print_fit_to_pages(pages, 0).set_print_area(0, 0, self.last_row, last_col)?;
        if pages > 1 && last_col > FIRST_COLUMNS {
            self.sheet.set_repeat_columns(0, FIRST_COLUMNS)?;
        }
        Ok(())
    }

    fn flush(&mut self, looks: &Looks) -> Result<(), XlsxError> {
        let mut cells: BTreeMap<u32, SheetCell> = self.cells.drain(..).map(|cell| (cell.col, cell)).collect();
        if self.may_be_ours && !cells.is_empty() {
            self.may_be_ours = false;
            let first = cells.get(&0).map(|cell| &*cell.text);
            self.is_ours = self.row == 0 && first.is_some_and(|text| text.starts_with(perbaikan::TITLE));
        }
        if cells.is_empty() || self.is_ours {
            return Ok(());
        }
        self.empty_rows_before(self.row, looks)?;
        self.write_row(self.row, &mut cells, looks)
    }

    /// Marked rows without any cell, up to the row that comes now.
    fn empty_rows_before(&mut self, row: u32, looks: &Looks) -> Result<(), XlsxError> {
        while let Some(first) = self.marks.first_key_value().map(|(first, _)| *first).filter(|first| *first < row) {
            self.write_row(first, &mut BTreeMap::new(), looks)?;
        }
        Ok(())
    }

    fn write_row(&mut self, row: u32, cells: &mut BTreeMap<u32, SheetCell>, looks: &Looks) -> Result<(), XlsxError> {
        let marks = self.marks.remove(&row).unwrap_or_default();
        self.drop_earlier_status(row, cells);
        self.write_as_read(row, cells);
        self.drop_reasons(row, cells);
        let begins = self.begins_at(row);
        let is_header = self.table.is_some_and(|table| table.header_row == row);
        if begins && !is_header {
            // Another table has its own columns; one that goes on beside it keeps those it has.
            let goes_on =
                |table: &&&Table| table.header_row < row && table.rows.last().is_some_and(|last| last.row >= row);
            let kept = self.tables.iter().filter(goes_on).flat_map(|table| &table.private_cols);
            self.private_cols = kept.copied().collect();
        }
        let new_private = self.find_private(row, cells);
        let columns: BTreeSet<u32> = cells.keys().chain(marks.keys()).copied().collect();
        for col in columns {
            let Ok(sheet_col) = u16::try_from(col) else { continue };
            let found = marks.get(&col).map_or(&[][..], |found| found);
            let hidden = self.private_cols.contains(&col) && !new_private.contains(&col);
            let ground = match begins && found.is_empty() {
                true => Ground::Header,
                false => Ground::of(found.iter().map(|finding| finding.severity()).min()),
            };
            let exact = cells.get(&col).and_then(|cell| exact_digits(cell, found));
            match exact.as_ref().or(cells.get(&col)).filter(|_| !hidden) {
                Some(cell) => {
                    let long = !marks.is_empty() && self.is_body(row) && is_long(&cell.text);
                    let text = if long { Number::Wrapped } else { Number::General };
                    self.write_cell((row, sheet_col), cell, (ground, text), looks)?;
                }
                None if ground == Ground::Plain => {}
                None => drop(self.sheet.write_blank(row, sheet_col, looks.of(ground, Number::General))?),
            }
            if new_private.contains(&col) {
                self.note(row, sheet_col, "Kolom pribadi: isinya tidak disalin.".into())?;
            } else if !found.is_empty() {
                self.note(row, sheet_col, note_text(found))?;
            }
        }
        let told = problems(row, &marks);
        // Programs differ in growing rows by themselves: on paper two lines would lie over each other.
        let lines = self.lines(row, cells, &told);
        if lines > 1 {
            self.sheet.set_row_height(row, row_points(lines))?;
        }
        self.last_row = self.last_row.max(row);
        self.write_status(row, is_header, &marks, &told, looks)
    }

    /// Whether a row is one of the table, whose columns are made wide enough, or of a sheet without one.
    fn is_body(&self, row: u32) -> bool {
        self.table.is_none_or(|table| row >= table.header_row)
    }

    /// Lines that the row takes: in one with faults long texts are wrapped.
    fn lines(&self, row: u32, cells: &BTreeMap<u32, SheetCell>, told: &str) -> usize {
        let wraps = !told.is_empty() && self.is_body(row);
        let seen = cells.values().filter(|cell| !self.private_cols.contains(&cell.col));
        let of_cell = |cell: &SheetCell| match wraps && is_long(&cell.text) {
            true => text::lines(&cell.text, WIDTHS.1),
            false => cell.text.lines().count(),
        };
        let of_told = if wraps && self.table.is_some() { text::lines(told, MASALAH_WIDTH) } else { 1 };
        seen.map(of_cell).chain([of_told]).max().unwrap_or(1)
    }

    /// A copy that comes back has our two columns already: the new ones take their place.
    fn drop_earlier_status(&mut self, row: u32, cells: &mut BTreeMap<u32, SheetCell>) {
        let Some(table) = self.table else { return };
        let says = |col: u32, title: &str| cells.get(&col).is_some_and(|cell| cell.text.trim() == title);
        if row == table.header_row && table.last_col >= 2 {
            let earlier = table.last_col - 1;
            if says(earlier, STATUS) && says(earlier + 1, MASALAH) {
                self.status_col = Some(earlier);
            }
        }
        if let Some(status) = self.status_col
            && row >= table.header_row
        {
            cells.remove(&status);
            cells.remove(&(status + 1));
        }
    }

    /// Where a cell itself holds less than was read of it, the copy holds what was read, so that it reads as the source
    /// did. What stands in a cell merged over several rows holds for each of them, and the copy, which can be filtered,
    /// has no merged cells. A number of 18 digits read whole from the file would lose its last ones as a number.
    fn write_as_read(&self, row: u32, cells: &mut BTreeMap<u32, SheetCell>) {
        let of = |table: &&'a Table| Some(&table.rows[table.rows.binary_search_by_key(&row, |read| read.row).ok()?]);
        // Tables beside each other share their rows.
        for cell in self.tables.iter().filter_map(of).flat_map(|read| read.cells()) {
            let (RawCell { col, kind, text }, is_whole) = (cell, cell.is_whole_nip());
            if is_whole || cells.get(&col).is_none_or(|cell| cell.text.trim().is_empty()) {
                let kind = if is_whole { CellKind::Text } else { kind };
                cells.insert(col, SheetCell { row, col, kind, text: text.into(), number: None });
            }
        }
    }

    /// A reason for protection may be about health: the copy says what was read of it, and nothing more.
    fn drop_reasons(&self, row: u32, cells: &mut BTreeMap<u32, SheetCell>) {
        for table in self.tables.iter().filter(|table| table.header_row < row) {
            for column in table.columns.iter().filter(|column| column.name == "perlindungan") {
                let Some(cell) = cells.get_mut(&column.col) else { continue };
                let is_read = table.rows.binary_search_by_key(&row, |read| read.row).is_ok();
                if !cell.text.trim().is_empty() && ya_tidak(&cell.text).is_none() && !self.begins_at(row) {
                    let text = if is_read { "Ya" } else { "" };
                    *cell = SheetCell { kind: CellKind::Text, text: text.into(), number: None, ..cell.clone() };
                }
            }
        }
    }

    fn begins_at(&self, row: u32) -> bool {
        self.tables.iter().any(|table| table.header_row == row)
    }

    /// Columns whose header in this row says that they are personal.
    fn find_private(&mut self, row: u32, cells: &BTreeMap<u32, SheetCell>) -> BTreeSet<u32> {
        let at: Vec<&&Table> = self.tables.iter().filter(|table| table.header_row == row).collect();
        let first = self.table.map_or(row < HEADER_ROWS, |table| row <= table.header_row);
        let may_be_header = first || !at.is_empty();
        if self.private || !may_be_header {
            return BTreeSet::new();
        }
        // A header of two rows, and a bare NAMA behind AGAMA, only the reader could tell.
        let read = at.iter().flat_map(|table| &table.private_cols).copied();
        let texts: Vec<&SheetCell> = cells.values().filter(|cell| cell.kind == CellKind::Text).collect();
        let keys: Vec<String> = texts.iter().map(|cell| schema::header_key(&cell.text)).collect();
        let told = texts.iter().zip(schema::sensitive(&keys)).filter(|(_, sensitive)| *sensitive);
        let found: BTreeSet<u32> = told.map(|(cell, _)| cell.col).chain(read).collect();
        let new = found.difference(&self.private_cols).copied().collect();
        self.private_cols.extend(found);
        new
    }

    fn write_cell(
        &mut self,
        (row, col): (u32, u16),
        cell: &SheetCell,
        (ground, text): (Ground, Number),
        looks: &Looks,
    ) -> Result<(), XlsxError> {
        if self.is_body(row) {
            let width = self.widths.entry(cell.col).or_default();
            let bold = if ground == Ground::Header { BOLD } else { 1.0 };
            let lines = cell.text.lines().map(|line| text::pixels(line) * bold);
            *width = lines.fold(*width, f64::max);
        }
        Writer { sheet: &mut self.sheet, row, col, ground, text, looks }.write(cell, self.private)
    }

    fn write_status(
        &mut self,
        row: u32,
        is_header: bool,
        marks: &BTreeMap<u32, Vec<&Finding>>,
        told: &str,
        looks: &Looks,
    ) -> Result<(), XlsxError> {
        let Some(col) = self.status_col.and_then(|col| u16::try_from(col).ok()) else { return Ok(()) };
        if is_header {
            let format = looks.of(Ground::Header, Number::General);
            self.sheet.write_string_with_format(row, col, STATUS, format)?;
            self.sheet.write_string_with_format(row, col + 1, MASALAH, format)?;
            return Ok(());
        }
        let Some(worst) = marks.values().flatten().map(|finding| finding.severity()).min() else { return Ok(()) };
        self.sheet.write_string_with_format(row, col, worst.label(), looks.status(worst))?;
        text::put(&mut self.sheet, row, col + 1, told, &looks.problem)
    }

    fn note(&mut self, row: u32, col: u16, words: String) -> Result<(), XlsxError> {
        if self.notes == MAX_NOTES {
            return Ok(());
        }
        self.notes += 1;
        let lines: usize = words.lines().map(|line| line.chars().count() / 42 + 1).sum();
        let note = Note::new(words).set_author(crate::PROGRAM).add_author_prefix(false);
        self.sheet.insert_note(row, col, &note.set_width(280).set_height(lines as u32 * 17 + 14))?;
        Ok(())
    }
}

/// Whether a text does not fit into the widest column.
fn is_long(text: &str) -> bool {
    let widest = WIDTHS.1 as usize;
    text.len() > widest && text.chars().count() > widest
}

/// A number of 18 digits of which a double keeps 15, as text where a finding holds them all: written as a number the
/// NIP would be lost in the copy, and the copy may come back.
fn exact_digits(cell: &SheetCell, found: &[&Finding]) -> Option<SheetCell> {
    let is_exact = |text: &str| text.len() == 18 && text.bytes().all(|b| b.is_ascii_digit());
    let finding = found.iter().find(|finding| is_exact(&finding.value))?;
    let same = cell.number.is_some() && finding.value.parse().ok() == cell.number;
    same.then(|| SheetCell { kind: CellKind::Text, text: finding.value.as_str().into(), number: None, ..cell.clone() })
}

/// What is wrong in a row, cell by cell.
fn problems(row: u32, marks: &BTreeMap<u32, Vec<&Finding>>) -> String {
    let each =
        marks.iter().flat_map(|(col, found)| found.iter().map(move |finding| (Cell { row, col: *col }, finding)));
    let words: Vec<String> =
        each.map(|(cell, finding)| format!("{cell} {}: {}", finding.kode.code, finding.problem)).collect();
    without_nik(&words.join("; ")).into_owned()
}
