//! A list sheet: title, note, frozen header, rows, and everything a printer needs.

mod cells;
mod column;
mod paper;

use rust_xlsxwriter::{Format, IgnoreError, XlsxError};

pub(super) use self::column::{Column, column, columns};
use self::paper::{Kertas, Position, ROW_POINTS, bold, points};
pub(super) use self::paper::{header_points, page, row_points};
use super::leaf::Leaf;
use super::style::{Look, Style};
use super::text;
pub(super) use super::value::Value;

/// Excel opens a sheet with more links only after a repair.
pub(super) const MAX_LINKS: u32 = 65_000;

/// Rows left for data once title, note and header have theirs; Excel has 1,048,576 in all.
pub(super) const MAX_ROWS: usize = 1_048_000;

/// Row of the header; title, note and the way back stand above it.
const HEADER_ROW: u32 = 3;

/// The first row of values.
pub(super) const FIRST_ROW: u32 = HEADER_ROW + 1;

/// A sentence is not wider than this, in characters, plus a column.
const NOTE_WIDTH: f64 = 140.0;

const TITLE_POINTS: f64 = 24.0;
const BAND_POINTS: f64 = 20.0;

/// Page breaks that Excel takes on a sheet, and some less.
const MAX_BREAKS: usize = 1_000;

/// What stands above a list.
pub(super) struct Heading<'a> {
    pub(super) title: &'a str,
    /// One sentence that says what the list is and how to read it.
    pub(super) note: &'a str,
    /// Title of the sheet to lead back to.
    pub(super) back: Option<&'a str>,
    /// Columns that stay in view while scrolling sideways.
    pub(super) frozen: u16,
}

/// A list being written, row by row, downwards only: it also serves sheets in constant memory.
pub(super) struct List<'w> {
    pub(super) sheet: &'w mut Leaf,
    style: &'w Style,
    columns: &'static [Column],
    row: u32,
    links: u32,
    /// Rows that start a page.
    breaks: Vec<u32>,
    position: Position,
    /// The last row, where it opens a group: no page ends with it.
    band: Option<u32>,
    has_bands: bool,
    /// Last column that is printed.
    printed: u16,
    /// First and last column of each title of the table at hand that stands over several columns.
    merged: Vec<(u16, u16)>,
    /// Columns of the last row whose cells have the look of their column.
    inherited: Vec<u16>,
    filtered: bool,
}

impl<'w> List<'w> {
    /// Writes heading and header, and sets up screen and page.
    pub(super) fn open(
        sheet: &'w mut Leaf,
        style: &'w Style,
        heading: &Heading<'_>,
        columns: &'static [Column],
    ) -> Result<List<'w>, XlsxError> {
        for (index, column) in columns.iter().enumerate() {
            sheet.set_column_width(index as u16, column.width)?;
        }
        sheet.set_row_height(0, TITLE_POINTS)?;
        sheet.write_string_with_format(0, 0, heading.title, &style.title)?;
        let note = prose(sheet, 1, heading.note, columns, &style.note)?;
        if let Some(title) = heading.back {
            sheet.way_back(title, &style.back)?;
        }
        sheet.set_freeze_panes(HEADER_ROW + 1, heading.frozen)?;
        sheet.set_repeat_rows(HEADER_ROW, HEADER_ROW)?;
        let mut list = List {
            sheet,
            style,
            columns,
            row: HEADER_ROW,
            links: 0,
            breaks: Vec::new(),
            position: Position::default(),
            band: None,
            has_bands: false,
            printed: 0,
            merged: Vec::new(),
            inherited: Vec::new(),
            filtered: false,
        };
        list.print_up_to(columns.len().saturating_sub(1) as u16);
        list.position.add(TITLE_POINTS + note + ROW_POINTS);
        let titles: Vec<(u16, &str)> =
            columns.iter().enumerate().map(|(at, column)| (at as u16, column.title)).collect();
        let header = list.header(&titles)?;
        list.position.repeat(header);
        list.lend_looks()?;
        Ok(list)
    }

    /// Prints only the columns up to this one; the rest is for the screen. To be said before the rows.
    pub(super) fn print_up_to(&mut self, col: u16) {
        self.printed = col;
        let width = self.printed_points();
        self.position.resize(Kertas::for_width(width), width);
    }

    fn printed_points(&self) -> f64 {
        points(&self.columns[..=usize::from(self.printed)])
    }

    /// The row the next values go to.
    pub(super) fn next_row(&self) -> u32 {
        self.row
    }

    /// The first row of values.
    pub(super) fn first_row(&self) -> u32 {
        FIRST_ROW
    }

    /// Writes the titles, each over all columns up to the next one; the last one over those that are left on paper. Tells the
    /// height.
    fn header(&mut self, titles: &[(u16, &str)]) -> Result<f64, XlsxError> {
        let last = titles.last().map_or(0, |(col, _)| *col).max(self.printed);
        let ends = titles.iter().skip(1).map(|(col, _)| *col).chain([last + 1]);
        let spans: Vec<(u16, u16)> = titles.iter().map(|(col, _)| *col).zip(ends.map(|end| end - 1)).collect();
        self.merged = spans.into_iter().filter(|(first, last)| first < last).collect();
        let mut lines = 1;
        for (col, title) in titles {
            let header = &self.style.header;
            match self.is_merged(*col) {
                true => self.merge(self.row, *col, title, header)?,
                false => self.sheet.write_string_with_format(self.row, *col, *title, header).map(drop)?,
            }
            lines = lines.max(text::lines(title, bold(self.width_of(*col))));
        }
        let points = header_points(lines);
        self.end_row(Some(points))?;
        Ok(points)
    }

    /// Whether the column and some after it are one in the table at hand.
    fn is_merged(&self, col: u16) -> bool {
        self.merged.iter().any(|(first, last)| (*first..=*last).contains(&col))
    }

    /// The first and last column that a column's cell stands in.
    fn span(&self, col: u16) -> (u16, u16) {
        self.merged.iter().find(|(first, last)| (*first..=*last).contains(&col)).copied().unwrap_or((col, col))
    }

    fn width_of(&self, col: u16) -> f64 {
        let (first, last) = self.span(col);
        self.columns[usize::from(first)..=usize::from(last)].iter().map(|column| column.width).sum()
    }

    /// Makes one cell of the columns of a title; nothing where the column is not the first of them.
    fn merge(&mut self, row: u32, col: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
        let (first, last) = self.span(col);
        if first == col {
            self.sheet.merge_range(row, first, row, last, words, format)?;
        }
        Ok(())
    }

    /// Goes on below the row, of this height where it is not a usual one.
    fn end_row(&mut self, points: Option<f64>) -> Result<(), XlsxError> {
        if let Some(points) = points {
            self.sheet.set_row_height(self.row, points)?;
        }
        self.position.add(points.unwrap_or(ROW_POINTS));
        self.row += 1;
        Ok(())
    }

    /// A second table under the first: an empty row, a section title, and its own header. From here on this header is
    /// the one printed on later pages: a sheet repeats only one run of rows.
    pub(super) fn section(&mut self, title: &str, titles: &[(u16, &str)]) -> Result<(), XlsxError> {
        self.sheet.set_repeat_rows(self.row + 1, self.row + 1 + u32::from(!titles.is_empty()))?;
        self.appendix(title, titles)
    }

    /// A few rows under a long table that say something about all of it; the long table's header stays the repeated one.
    pub(super) fn appendix(&mut self, title: &str, titles: &[(u16, &str)]) -> Result<(), XlsxError> {
        self.end_row(None)?;
        self.inherited.clear();
        self.sheet.write_string_with_format(self.row, 0, title, &self.style.section)?;
        for col in 1..=self.printed {
            self.sheet.write_blank(self.row, col, &self.style.section)?;
        }
        self.end_row(None)?;
        if titles.is_empty() { Ok(()) } else { self.header(titles).map(drop) }
    }

    /// A second table that starts on a page of its own.
    pub(super) fn section_on_new_page(&mut self, title: &str, titles: &[(u16, &str)]) -> Result<(), XlsxError> {
        // The empty row stays behind on the page before.
        self.turn_page(self.row + 1)?;
        self.section(title, titles)
    }

    /// What follows on so many rows and remarks stands on one page.
    pub(super) fn keep_together(&mut self, rows: usize, remarks: &[&str]) -> Result<(), XlsxError> {
        let height = |words: &&str| row_points(text::lines(words, prose_width(self.columns).1));
        let points = rows as f64 * ROW_POINTS + remarks.iter().map(height).sum::<f64>();
        if self.position.takes(points) { Ok(()) } else { self.turn_page(self.row) }
    }

    /// Begins a page with this row.
    fn turn_page(&mut self, row: u32) -> Result<(), XlsxError> {
        if self.breaks.len() < MAX_BREAKS {
            self.breaks.push(row);
            self.sheet.set_page_breaks(&self.breaks)?;
            self.position.turn();
        }
        Ok(())
    }

    /// One row of values, a value for each column.
    pub(super) fn row(&mut self, values: Vec<Value<'_>>) -> Result<(), XlsxError> {
        debug_assert_eq!(values.len(), self.columns.len(), "every column has its value");
        let lines = (0u16..).zip(&values).map(|(col, value)| self.lines(col, value)).max().unwrap_or(1);
        let points = (lines > 1).then(|| row_points(lines));
        if let Some(band) = self.band.take().filter(|_| !self.position.takes(points.unwrap_or(ROW_POINTS))) {
            self.turn_page(band)?;
            self.position.add(BAND_POINTS);
        } else if self.has_bands && self.position.is_unsure_of(points.unwrap_or(ROW_POINTS)) {
            // Else a band below might be taken to begin the next page, and stand at the foot of this one.
            self.turn_page(self.row)?;
        }
        self.cells(values)?;
        self.end_row(points)
    }

    /// A row that opens a group: what it is across the sheet, and its name once more in the column where a filter looks for
    /// it.
    pub(super) fn band(&mut self, words: &str, (col, name): (u16, &str)) -> Result<(), XlsxError> {
        self.inherited.clear();
        // Where it may just fit, it would stand alone.
        if !self.position.takes(BAND_POINTS + ROW_POINTS) {
            self.turn_page(self.row)?;
        }
        let band = &self.style.band;
        for at in 0..self.columns.len() as u16 {
            self.sheet.write_blank(self.row, at, band)?;
        }
        text::put(self.sheet, self.row, 0, words, band)?;
        text::put(self.sheet, self.row, col, name, band)?;
        (self.band, self.has_bands) = (Some(self.row), true);
        self.end_row(Some(BAND_POINTS))
    }

    /// A remark under the rows, across the sheet.
    pub(super) fn remark(&mut self, remark: &str) -> Result<(), XlsxError> {
        self.inherited.clear();
        let points = prose(self.sheet, self.row, remark, self.columns, &self.style.note)?;
        self.end_row(Some(points))
    }

    /// Filter buttons over the rows from the header to `last`.
    pub(super) fn filter(&mut self, last: u32) -> Result<(), XlsxError> {
        self.filtered = true;
        self.sheet.autofilter(HEADER_ROW, 0, last.max(HEADER_ROW + 1), (self.columns.len() - 1) as u16)?;
        Ok(())
    }

    /// The same over the rows of a later table, whose first row of values is this one.
    pub(super) fn filter_from(&mut self, first: u32) -> Result<(), XlsxError> {
        if self.row > first {
            self.filtered = true;
            self.sheet.autofilter(first - 1, 0, self.row - 1, (self.columns.len() - 1) as u16)?;
        }
        Ok(())
    }

    /// Sets the page: as small as can be read, landscape, as wide as one page, page numbers, number-as-text warnings off.
    pub(super) fn close(mut self) -> Result<(), XlsxError> {
        self.take_looks_back()?;
        if !self.filtered {
            // An empty month's list looks as any other's.
            self.filter(HEADER_ROW + 1)?;
        }
        let last = self.row.saturating_sub(1).max(HEADER_ROW);
        Kertas::for_width(self.printed_points()).set(self.sheet);
        self.sheet.set_print_area(0, 0, last, self.printed)?;
        self.sheet.ignore_error_range(0, 0, last, (self.columns.len() - 1) as u16, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }
}

/// A sentence over as many columns as are easily read at once, with all its lines. Tells its height.
fn prose(sheet: &mut Leaf, row: u32, words: &str, columns: &[Column], format: &Format) -> Result<f64, XlsxError> {
    let (last, width) = prose_width(columns);
    if last > 0 {
        sheet.merge_range(row, 0, row, last, "", format)?;
    }
    let lines = text::lines(words, width);
    if lines > 1 {
        sheet.set_row_height(row, row_points(lines))?;
    }
    text::put(sheet, row, 0, words, format)?;
    Ok(if lines > 1 { row_points(lines) } else { ROW_POINTS })
}

/// The last column of a sentence, and its room in characters.
fn prose_width(columns: &[Column]) -> (u16, f64) {
    let mut width = 0.0;
    let wide = columns.iter().take_while(|column| {
        let more = width < NOTE_WIDTH;
        width += if more { column.width } else { 0.0 };
        more
    });
    ((wide.count() as u16).saturating_sub(1), width)
}
