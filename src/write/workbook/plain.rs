//! Plain workbooks: samples, and blank input workbooks for clerks to fill.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet, XlsxError,
};

use crate::model::artifact::{Artifact, PlainCell, PlainSheet, PlainWorkbook};
use crate::schema::header_key;

/// Widths in characters, so that short columns stay readable and long ones do not push the rest away.
const WIDTHS: std::ops::RangeInclusive<usize> = 6..=45;

/// Excel itself packs about as tightly as this; more costs time and saves little.
const COMPRESSION: u8 = 3;

/// Writes titles, a frozen header and rows. Texts stay texts (an NIP keeps its 18 digits), dates are real dates
/// shown `dd-mm-yyyy`. The same workbook gives the same bytes.
///
/// # Errors
/// What Excel cannot hold: a sheet name over 31 letters, a text over 32,767 letters, more than 1,048,576 rows.
pub fn plain(workbook: &PlainWorkbook) -> Result<Artifact, XlsxError> {
    let mut file = Workbook::new();
    file.set_zip_compression_level(COMPRESSION);
    // A fixed day, because the clock would make every file differ.
    let created = ExcelDateTime::from_ymd(2026, 1, 1)?;
    file.set_properties(&DocProperties::new().set_author("mutasi").set_creation_datetime(&created));
    let look = Look::new();
    for sheet in &workbook.sheets {
        let page = file.add_worksheet_with_constant_memory()?;
        page.set_name(&sheet.name)?;
        write_sheet(page, sheet, &look)?;
    }
    Ok(Artifact { path: workbook.path.clone(), bytes: file.save_to_buffer()? })
}

struct Look {
    title: Format,
    header: Format,
    text: Format,
    /// Text that a spreadsheet could take for a formula.
    quoted: Format,
    date: Format,
}

impl Look {
    fn new() -> Look {
        // The indent keeps a text from touching the number in the column before it.
        let text = Format::new().set_num_format("@").set_indent(1);
        Look {
            title: Format::new().set_bold(),
            header: Format::new()
                .set_bold()
                .set_background_color("D9E2F3")
                .set_border(FormatBorder::Thin)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_text_wrap(),
            quoted: text.clone().set_quote_prefix(),
            text,
            date: Format::new().set_num_format("dd-mm-yyyy"),
        }
    }

    fn of(&self, text: &str) -> &Format {
        // F2 and Enter in Excel would turn such a text into a formula.
        if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { &self.quoted } else { &self.text }
    }
}

fn write_sheet(page: &mut Worksheet, sheet: &PlainSheet, look: &Look) -> Result<(), XlsxError> {
    let header_row = sheet.titles.len() as u32;
    for (col, width) in widths(sheet).into_iter().enumerate() {
        page.set_column_width(col as u16, width as f64)?;
        if stays_text(sheet, col) {
            page.set_column_format(col as u16, &look.text)?;
        }
    }
    page.set_freeze_panes(header_row + 1, 0)?;
    page.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(header_row, header_row)?;
    if let Some(last_col) = sheet.headers.len().checked_sub(1) {
        let last_row = header_row + sheet.rows.len().max(1) as u32;
        page.ignore_error_range(header_row, 0, last_row, last_col as u16, IgnoreError::NumberStoredAsText)?;
    }
    for (row, title) in sheet.titles.iter().enumerate() {
        page.write_string_with_format(row as u32, 0, title, &look.title)?;
    }
    for (col, header) in sheet.headers.iter().enumerate() {
        page.write_string_with_format(header_row, col as u16, header, &look.header)?;
    }
    for (row, cells) in (header_row + 1..).zip(&sheet.rows) {
        for (col, cell) in cells.iter().enumerate() {
            write_cell(page, row, col as u16, cell, look)?;
        }
    }
    Ok(())
}

fn write_cell(page: &mut Worksheet, row: u32, col: u16, cell: &PlainCell, look: &Look) -> Result<(), XlsxError> {
    match cell {
        PlainCell::Empty => {}
        PlainCell::Text(text) => {
            page.write_string_with_format(row, col, text, look.of(text))?;
        }
        PlainCell::Number(number) => {
            page.write_number(row, col, *number)?;
        }
        PlainCell::Date(date) => {
            page.write_datetime_with_format(row, col, date, &look.date)?;
        }
    }
    Ok(())
}

/// The longest header or value of each column, in characters, within bounds.
fn widths(sheet: &PlainSheet) -> Vec<usize> {
    let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or(0).max(sheet.headers.len());
    let mut widths: Vec<usize> = vec![0; columns];
    for (width, header) in widths.iter_mut().zip(&sheet.headers) {
        *width = header.chars().count();
    }
    for row in &sheet.rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(shown_width(cell));
        }
    }
    widths.into_iter().map(|width| (width + 3).clamp(*WIDTHS.start(), *WIDTHS.end())).collect()
}

fn shown_width(cell: &PlainCell) -> usize {
    match cell {
        PlainCell::Empty => 0,
        PlainCell::Text(text) => text.chars().count(),
        // A whole number of a sample has few digits; a long one is shown in scientific notation.
        PlainCell::Number(number) => number.to_string().len().min(11),
        PlainCell::Date(_) => "dd-mm-yyyy".len(),
    }
}

/// Whether what is typed into the column later must stay text: columns of codes in a blank workbook,
/// and columns that hold text already.
fn stays_text(sheet: &PlainSheet, col: usize) -> bool {
    let mut cells = sheet.rows.iter().filter_map(|row| row.get(col)).filter(|cell| **cell != PlainCell::Empty);
    match cells.next() {
        Some(first) => matches!(first, PlainCell::Text(_)),
        None => {
            let key = sheet.headers.get(col).map(|header| header_key(header)).unwrap_or_default();
            key.split(' ').any(|word| matches!(word, "NIP" | "NIPPPK" | "NIK" | "NPSN" | "NUPTK" | "KODE"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(headers: &[&str], rows: Vec<Vec<PlainCell>>) -> PlainSheet {
        let headers = headers.iter().map(|header| header.to_string()).collect();
        PlainSheet { name: "Data".into(), titles: vec!["JUDUL".into()], headers, rows }
    }

    #[test]
    fn code_columns_of_a_blank_workbook_take_text() {
        let blank = sheet(&["NO", "NIP BARU", "KODE UNIT", "PANGKAT"], Vec::new());
        assert_eq!([0, 1, 2, 3].map(|col| stays_text(&blank, col)), [false, true, true, false]);
    }

    #[test]
    fn widths_follow_the_longest_value_within_bounds() {
        let long = PlainCell::Text("x".repeat(200));
        let sheet = sheet(&["NO", "NAMA"], vec![vec![PlainCell::Number(1.0), long]]);
        assert_eq!(widths(&sheet), [6, 45]);
    }

    #[test]
    fn what_looks_like_a_formula_is_quoted() {
        let look = Look::new();
        for text in ["=1+1", "+62", "-", "@x"] {
            assert_eq!(look.of(text), &look.quoted, "{text}");
        }
        assert_eq!(look.of("198601012015011001"), &look.text);
    }

    #[test]
    fn a_sheet_name_that_excel_refuses_is_an_error() {
        let mut wrong = sheet(&["NO"], Vec::new());
        wrong.name = "x".repeat(32);
        assert!(plain(&PlainWorkbook { path: "a.xlsx".into(), sheets: vec![wrong] }).is_err());
    }
}
