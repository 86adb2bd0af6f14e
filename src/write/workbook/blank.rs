//! Blank input workbooks: a sheet to fill with notes, dropdowns and validation, an example, and instructions.

mod isian;
mod petunjuk;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Note};
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::{new_workbook, style, text};
use crate::model::artifact::Artifact;
use crate::model::cells::Kind;
use crate::model::tanggal::{HariTmt, parse_tanggal};
use crate::model::wilayah::Wilayah;
use crate::schema::{self, Column, Values};
use isian::{Lists, ROWS};

/// The sheet to fill. The reader knows it by its header, so its name is for people.
const DATA: &str = "Data";
/// Sheets the reader passes over; they are protected, so that nobody fills them by mistake.
const CONTOH: &str = "Contoh";
const PETUNJUK: &str = "Petunjuk";
/// Hidden lists that are too long for a dropdown of their own.
const DAFTAR: &str = "_daftar";

/// More columns than this are not pressed onto the width of one sheet of paper.
const MOST_ON_A_PAGE: usize = 12;

/// `blangko/<kind>.xlsx`, made from the schema. Where `wilayah` knows kecamatan, they are a dropdown.
/// The same kind and region give the same bytes.
///
/// # Errors
/// What Excel cannot hold, as more than 255 letters in a message.
pub fn blank(kind: Kind, wilayah: &Wilayah) -> Result<Artifact, XlsxError> {
    // A fixed day, because the clock would make every file differ.
    let properties = DocProperties::new()
        .set_title(format!("Blangko data {}", kind.label()))
        .set_author("mutasi")
        .set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?);
    let mut book = new_workbook(&properties)?;
    let columns = schema::of(kind).asked();
    let lists = Lists::of(columns, wilayah);
    let look = Look::new();
    data_sheet(book.add_worksheet(), columns, &lists, &look)?;
    example_sheet(book.add_worksheet(), kind, columns, &look)?;
    petunjuk::sheet(book.add_worksheet(), kind, columns, &lists)?;
    hidden_lists(&mut book, &lists)?;
    let name = kind.label().replace(' ', "-");
    Ok(Artifact { path: format!("blangko/{name}.xlsx"), bytes: book.save_to_buffer()? })
}

/// Formats of headers and cells.
struct Look {
    must: Format,
    may: Format,
    title: Format,
    remark: Format,
    text: Format,
    date: Format,
    number: Format,
    decimal: Format,
}

impl Look {
    fn new() -> Look {
        let header = style::base()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Center)
            .set_border(FormatBorder::Thin)
            .set_border_color(style::ABU);
        Look {
            // Dark against light also tells the two apart in black-and-white print.
            must: header.clone().set_background_color(style::BIRU).set_font_color("FFFFFF"),
            may: header.set_background_color(style::BIRU_MUDA),
            title: style::base().set_bold().set_font_size(13).set_font_color(style::BIRU),
            remark: style::base().set_font_color(style::ABU_TUA),
            text: style::base().set_num_format("@"),
            date: style::base().set_num_format("dd-mm-yyyy").set_align(FormatAlign::Left),
            // `_)` keeps a figure from touching the text to its right.
            number: style::base().set_num_format("0_)"),
            decimal: style::base().set_num_format("0.##_)"),
        }
    }

    fn header(&self, column: &Column) -> &Format {
        if column.must { &self.must } else { &self.may }
    }

    fn cell(&self, values: Values) -> &Format {
        match values {
            Values::Tanggal | Values::TanggalSatu => &self.date,
            Values::Bilangan => &self.number,
            Values::Angka => &self.decimal,
            // Also words: Excel takes `1-2` or `5` in a cell of its own choosing for something else.
            Values::Text | Values::Nip | Values::Kode | Values::Daftar(_) | Values::Kecamatan => &self.text,
        }
    }
}

fn data_sheet(sheet: &mut Worksheet, columns: &[Column], lists: &Lists, look: &Look) -> Result<(), XlsxError> {
    sheet.set_name(DATA)?.set_tab_color(style::BIRU).set_active(true);
    sheet.set_default_note_author("mutasi");
    set_columns(sheet, columns, look)?;
    write_headers(sheet, 0, columns, look)?;
    for (col, column) in (0..).zip(columns) {
        sheet.insert_note(0, col, &note(column, lists))?;
        if let Some(validation) = isian::validation(col, column, lists)? {
            sheet.add_data_validation(1, col, ROWS, col, &validation)?;
        }
        if matches!(column.values, Values::Nip | Values::Kode | Values::Daftar(_)) {
            sheet.ignore_error_range(1, col, ROWS, col, IgnoreError::NumberStoredAsText)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?.set_selection(1, 0, 1, 0)?;
    page_setup(sheet, columns.len());
    sheet.set_repeat_rows(0, 0)?.set_repeat_columns(0, 1)?;
    Ok(())
}

/// The header and one filled row, under a title that says that nothing here is read.
fn example_sheet(sheet: &mut Worksheet, kind: Kind, columns: &[Column], look: &Look) -> Result<(), XlsxError> {
    sheet.set_name(CONTOH)?;
    set_columns(sheet, columns, look)?;
    sheet.write_string_with_format(0, 0, format!("Contoh pengisian data {}", kind.label()), &look.title)?;
    let remark = "Lembar ini hanya contoh dan tidak dibaca program. Isilah lembar Data.";
    sheet.write_string_with_format(1, 0, remark, &look.remark)?;
    write_headers(sheet, 3, columns, look)?;
    for (col, column) in (0..).zip(columns) {
        if column.in_example {
            write_example(sheet, 4, col, column, look)?;
        }
    }
    page_setup(sheet, columns.len());
    sheet.protect();
    Ok(())
}

fn set_columns(sheet: &mut Worksheet, columns: &[Column], look: &Look) -> Result<(), XlsxError> {
    for (col, column) in (0..).zip(columns) {
        sheet.set_column_width(col, width(column))?.set_column_format(col, look.cell(column.values))?;
    }
    Ok(())
}

fn write_headers(sheet: &mut Worksheet, row: u32, columns: &[Column], look: &Look) -> Result<(), XlsxError> {
    sheet.set_row_height(row, 32)?;
    for (col, column) in (0..).zip(columns) {
        sheet.write_string_with_format(row, col, column.title, look.header(column))?;
    }
    Ok(())
}

/// The example as a clerk's entry arrives: dates and numbers as such, everything else as text.
fn write_example(sheet: &mut Worksheet, row: u32, col: u16, column: &Column, look: &Look) -> Result<(), XlsxError> {
    let format = look.cell(column.values);
    match column.values {
        Values::Tanggal | Values::TanggalSatu => {
            let date = parse_tanggal(column.example, HariTmt::Bebas).expect("an example of a date is a date").tanggal;
            sheet.write_datetime_with_format(row, col, date, format)?;
        }
        Values::Bilangan | Values::Angka => {
            let number: f64 = column.example.parse().expect("an example of a number is a number");
            sheet.write_number_with_format(row, col, number, format)?;
        }
        Values::Text | Values::Nip | Values::Kode | Values::Daftar(_) | Values::Kecamatan => {
            sheet.write_string_with_format(row, col, column.example, format)?;
        }
    }
    Ok(())
}

/// In characters: room for the longest usual value, and for the longest word of the header.
fn width(column: &Column) -> f64 {
    let usual: usize = match column.values {
        Values::Nip => 21,
        Values::Kode => 14,
        Values::Tanggal | Values::TanggalSatu => 12,
        Values::Bilangan | Values::Angka => 9,
        Values::Daftar(words) => words().iter().map(|word| word.chars().count() + 4).max().unwrap_or(0),
        Values::Kecamatan => 18,
        Values::Text => column.example.chars().count() + 4,
    };
    let word = column.title.split(' ').map(|word| word.chars().count() + 5).max().unwrap_or(0);
    usual.max(word).clamp(8, 34) as f64
}

/// What a person reads with the pointer on a header.
fn note(column: &Column, lists: &Lists) -> Note {
    const WIDTH: u32 = 250;
    let must = if column.must { "Wajib diisi." } else { "Diisi bila ada." };
    let how = isian::in_words(column, lists);
    let told = format!("{must}\n{}\n{how}.\nContoh: {}", column.meaning, column.example);
    // Fourteen pixels a line of nine points, in a box about forty letters wide.
    let height = text::lines(&told, 40.0) as u32 * 14 + 14;
    Note::new(told)
        .add_author_prefix(false)
        .set_font_name(style::FONT)
        .set_font_size(9)
        .set_width(WIDTH)
        .set_height(height)
}

/// A4 landscape; a wide table goes over several sheets of paper.
fn page_setup(sheet: &mut Worksheet, columns: usize) {
    sheet.set_paper_size(9).set_landscape().set_footer("&L&8&F – &A&R&8Halaman &P dari &N");
    if columns <= MOST_ON_A_PAGE {
        sheet.set_print_fit_to_pages(1, 0);
    } else {
        sheet.set_print_scale(80);
    }
}

/// The lists that dropdowns point to, a column each. Nothing is written when every list is short.
fn hidden_lists(book: &mut Workbook, lists: &Lists) -> Result<(), XlsxError> {
    if lists.long().is_empty() {
        return Ok(());
    }
    let sheet = book.add_worksheet();
    sheet.set_name(DAFTAR)?.set_very_hidden(true);
    for (col, words) in (0..).zip(lists.long()) {
        for (row, word) in (0..).zip(words.iter()) {
            sheet.write_string(row, col, word)?;
        }
    }
    Ok(())
}
