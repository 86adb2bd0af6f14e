//! A list sheet: title, note, frozen header, rows, and everything a printer needs.

use rust_xlsxwriter::{IgnoreError, Url, Worksheet, XlsxError};

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

/// Height of a line of text, and the tallest row Excel takes.
const LINE_POINTS: f64 = 13.0;
const MAX_POINTS: f64 = 409.0;
const BAND_POINTS: f64 = 20.0;

/// A column of a list.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) title: &'static str,
    /// In characters.
    pub(super) width: f64,
    pub(super) look: Look,
}

/// Short form for tables of columns.
pub(super) const fn column(title: &'static str, width: f64, look: Look) -> Column {
    Column { title, width, look }
}

/// Columns under these titles, which the reader of the sheet knows too, each with its width and look.
pub(super) const fn columns<const N: usize>(titles: [&'static str; N], looks: [(f64, Look); N]) -> [Column; N] {
    let mut columns = [column("", 0.0, Look::Text); N];
    let mut at = 0;
    while at < N {
        columns[at] = column(titles[at], looks[at].0, looks[at].1);
        at += 1;
    }
    columns
}

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
    pub(super) sheet: &'w mut Worksheet,
    style: &'w Style,
    columns: &'static [Column],
    row: u32,
    links: u32,
    /// Rows that start a page.
    breaks: Vec<u32>,
    /// Last column that is printed.
    printed: u16,
    /// Whether the first header is the one on every page.
    keeps: bool,
    filtered: bool,
}

impl<'w> List<'w> {
    /// Writes heading and header, and sets up screen and page.
    pub(super) fn open(
        sheet: &'w mut Worksheet,
        style: &'w Style,
        heading: &Heading<'_>,
        columns: &'static [Column],
    ) -> Result<List<'w>, XlsxError> {
        for (index, column) in columns.iter().enumerate() {
            sheet.set_column_width(index as u16, column.width)?;
        }
        sheet.set_row_height(0, 24)?;
        sheet.write_string_with_format(0, 0, heading.title, &style.title)?;
        prose(sheet, 1, heading.note, columns, &style.note)?;
        if let Some(title) = heading.back {
            let url = Url::new(format!("internal:'{title}'!A1")).set_text(format!("« {title}"));
            sheet.write_url_with_format(2, 0, url, &style.back)?;
        }
        sheet.set_freeze_panes(HEADER_ROW + 1, heading.frozen)?;
        sheet.set_repeat_rows(HEADER_ROW, HEADER_ROW)?;
        let printed = columns.len().saturating_sub(1) as u16;
        let mut list = List {
            sheet,
            style,
            columns,
            row: HEADER_ROW,
            links: 0,
            breaks: Vec::new(),
            printed,
            keeps: false,
            filtered: false,
        };
        let titles: Vec<(u16, &str)> =
            columns.iter().enumerate().map(|(at, column)| (at as u16, column.title)).collect();
        list.header(&titles)?;
        Ok(list)
    }

    /// Prints only the columns up to this one; the rest is for the screen.
    pub(super) fn print_up_to(&mut self, col: u16) {
        self.printed = col;
    }

    /// Prints the first header on every page: the table under it is the long one, and the short ones behind it, which
    /// have headers of their own, do not go over a page.
    pub(super) fn keep_titles(&mut self) {
        self.keeps = true;
    }

    /// The row the next values go to.
    pub(super) fn next_row(&self) -> u32 {
        self.row
    }

    /// The first row of values.
    pub(super) fn first_row(&self) -> u32 {
        FIRST_ROW
    }

    fn header(&mut self, titles: &[(u16, &str)]) -> Result<(), XlsxError> {
        let last = titles.iter().map(|(col, _)| *col).max().unwrap_or(0);
        for col in 0..=last {
            match titles.iter().find(|(at, _)| *at == col) {
                Some((_, title)) => self.sheet.write_string_with_format(self.row, col, *title, &self.style.header)?,
                None => self.sheet.write_blank(self.row, col, &self.style.header)?,
            };
        }
        let lines = titles.iter().map(|(col, title)| text::lines(title, bold(self.columns[usize::from(*col)].width)));
        self.sheet.set_row_height(self.row, header_points(lines.max().unwrap_or(1)))?;
        self.row += 1;
        Ok(())
    }

    /// A second table under the first: an empty row, a section title, and its own header. From here on this header is
    /// the one printed on later pages (a sheet repeats only one run of rows), unless the list keeps its first.
    pub(super) fn section(&mut self, title: &str, titles: &[(u16, &str)]) -> Result<(), XlsxError> {
        if !self.keeps {
            self.sheet.set_repeat_rows(self.row + 1, self.row + 1 + u32::from(!titles.is_empty()))?;
        }
        self.appendix(title, titles)
    }

    /// A few rows under a long table that say something about all of it; the long table's header stays the repeated one.
    pub(super) fn appendix(&mut self, title: &str, titles: &[(u16, &str)]) -> Result<(), XlsxError> {
        self.row += 1;
        self.sheet.write_string_with_format(self.row, 0, title, &self.style.section)?;
        for col in 1..=self.printed {
            self.sheet.write_blank(self.row, col, &self.style.section)?;
        }
        self.row += 1;
        if titles.is_empty() { Ok(()) } else { self.header(titles) }
    }

    /// A second table that starts on a page of its own.
    pub(super) fn section_on_new_page(&mut self, title: &str, titles: &[(u16, &str)]) -> Result<(), XlsxError> {
        // The empty row stays behind on the page before.
        self.breaks.push(self.row + 1);
        self.sheet.set_page_breaks(&self.breaks)?;
        self.section(title, titles)
    }

    /// One row of values, a value for each column.
    pub(super) fn row(&mut self, values: Vec<Value<'_>>) -> Result<(), XlsxError> {
        debug_assert_eq!(values.len(), self.columns.len(), "every column has its value");
        let lines = values.iter().enumerate().map(|(col, value)| match value {
            Value::Text(text) | Value::Marked(_, text) | Value::Link(text, _) => self.lines(col as u16, text),
            Value::Empty | Value::Number(_) | Value::Date(_) => 1,
        });
        let lines = lines.max().unwrap_or(1);
        if lines > 1 {
            self.sheet.set_row_height(self.row, row_points(lines))?;
        }
        for (col, value) in values.into_iter().enumerate() {
            self.cell(col as u16, value)?;
        }
        self.row += 1;
        Ok(())
    }

    /// A row that opens a group: what it is across the sheet, and its name once more in the column where a filter looks for
    /// it.
    pub(super) fn band(&mut self, words: &str, (col, name): (u16, &str)) -> Result<(), XlsxError> {
        self.sheet.set_row_height(self.row, BAND_POINTS)?;
        let band = &self.style.band;
        for at in 0..self.columns.len() as u16 {
            self.sheet.write_blank(self.row, at, band)?;
        }
        text::put(self.sheet, self.row, 0, words, band)?;
        text::put(self.sheet, self.row, col, name, band)?;
        self.row += 1;
        Ok(())
    }

    /// Lines a text takes in its column. Programs differ in growing rows by themselves, so the row says its height.
    fn lines(&self, col: u16, text: &str) -> usize {
        let column = &self.columns[usize::from(col)];
        if column.look == Look::Wrap { text::lines(text, column.width) } else { 1 }
    }

    fn cell(&mut self, col: u16, value: Value<'_>) -> Result<(), XlsxError> {
        let look = self.columns[usize::from(col)].look;
        let (row, format) = (self.row, self.style.of(look));
        match value {
            Value::Empty => self.sheet.write_blank(row, col, format).map(drop),
            Value::Text(text) => text::put(self.sheet, row, col, &text, self.textual(look)),
            Value::Marked(look, text) => text::put(self.sheet, row, col, &text, self.style.of(look)),
            Value::Number(number) => self.sheet.write_number_with_format(row, col, number, format).map(drop),
            Value::Date(date) => self.sheet.write_datetime_with_format(row, col, date, format).map(drop),
            Value::Link(text, url) => self.link(col, &text, &url),
        }
    }

    /// Text in a column of numbers stays readable on the left.
    fn textual(&self, look: Look) -> &'w rust_xlsxwriter::Format {
        match look {
            Look::Whole | Look::Signed | Look::Decimal | Look::Ratio | Look::Persen => self.style.of(Look::Text),
            other => self.style.of(other),
        }
    }

    /// A link while Excel takes more of them, plain text after that.
    fn link(&mut self, col: u16, text: &str, url: &str) -> Result<(), XlsxError> {
        if self.links >= MAX_LINKS || text::is_risky(text) || text.is_empty() {
            return text::put(self.sheet, self.row, col, text, self.style.of(Look::Text));
        }
        let link = Url::new(url).set_text(text::fit(text));
        match self.sheet.write_url_with_format(self.row, col, link, self.style.of(Look::Link)) {
            Ok(_) => self.links += 1,
            // A path longer than Excel takes: the text alone still says where.
            Err(XlsxError::MaxUrlLengthExceeded) => {
                text::put(self.sheet, self.row, col, text, self.style.of(Look::Text))?;
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// A remark under the rows, across the sheet.
    pub(super) fn remark(&mut self, remark: &str) -> Result<(), XlsxError> {
        prose(self.sheet, self.row, remark, self.columns, &self.style.note)?;
        self.row += 1;
        Ok(())
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

    /// Sets the page: A4 landscape, as wide as one page, page numbers, number-as-text warnings off.
    pub(super) fn close(mut self) -> Result<(), XlsxError> {
        if !self.filtered {
            // An empty month's list looks as any other's.
            self.filter(HEADER_ROW + 1)?;
        }
        let last = self.row.saturating_sub(1).max(HEADER_ROW);
        page(self.sheet)?;
        self.sheet.set_print_area(0, 0, last, self.printed)?;
        self.sheet.ignore_error_range(0, 0, last, (self.columns.len() - 1) as u16, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }
}

/// A sentence over as many columns as are easily read at once, with all its lines.
fn prose(
    sheet: &mut Worksheet,
    row: u32,
    words: &str,
    columns: &[Column],
    format: &rust_xlsxwriter::Format,
) -> Result<(), XlsxError> {
    let mut width = 0.0;
    let wide = columns.iter().take_while(|column| {
        let more = width < NOTE_WIDTH;
        width += if more { column.width } else { 0.0 };
        more
    });
    let last = (wide.count() as u16).saturating_sub(1);
    if last > 0 {
        sheet.merge_range(row, 0, row, last, "", format)?;
    }
    let lines = text::lines(words, width);
    if lines > 1 {
        sheet.set_row_height(row, row_points(lines))?;
    }
    text::put(sheet, row, 0, words, format)
}

/// Height of a row whose longest text takes so many lines. Programs differ in growing rows by themselves.
pub(super) fn row_points(lines: usize) -> f64 {
    (lines as f64 * LINE_POINTS + 3.0).min(MAX_POINTS)
}

/// Room for bold letters, which are wider, in a column of this width.
pub(super) fn bold(width: f64) -> f64 {
    width * 0.93
}

/// Height of a header whose longest title takes so many lines.
pub(super) fn header_points(lines: usize) -> f64 {
    (lines as f64 * LINE_POINTS + 6.0).clamp(22.0, MAX_POINTS)
}

/// A4 landscape, one page wide, page numbers below.
pub(super) fn page(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    sheet.set_footer("&L&8&F – &A&R&8Halaman &P dari &N");
    sheet.set_zoom(90);
    Ok(())
}
