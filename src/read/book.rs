//! One open workbook, whatever its format: its sheets and its cells.

use std::io::Cursor;

use calamine::{
    Data, DataRef, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError,
};

use super::html::Halaman;
use super::merged::Region;
use super::refusal::Refusal;
use super::spreadsheetml::SpreadsheetMl;
use super::stream;
use super::teks::Teks;
use super::value::Value;
use super::{guard, sniff};
use crate::finding::catalogue;
use crate::model::cells::Format;
use crate::settings::Batas;

/// Source of the bytes of one workbook.
pub(super) type Bytes<'a> = Cursor<&'a [u8]>;

/// An open workbook.
pub(super) enum Book<'a> {
    Xlsx(Box<Xlsx<Bytes<'a>>>),
    Xlsb(Box<Xlsb<Bytes<'a>>>),
    Xls(Box<Xls<Bytes<'a>>>),
    Ods(Box<Ods<Bytes<'a>>>),
    SpreadsheetMl(SpreadsheetMl<'a>),
    Html(Halaman<'a>),
    Csv(Teks<'a>),
}

/// Name of the one sheet of a format that names none.
const ONLY_SHEET: &str = "Data";

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sheet {
    pub name: String,
    pub visible: bool,
    /// Whether an earlier sheet has the same name; the reader would give that one's cells again.
    pub twin: bool,
}

/// What became of the cells of a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Streamed {
    /// Cells whose address could not be read or lies beyond XFD1048576.
    pub lost: u64,
}

/// Whether the receiver wants more cells of this sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    More,
    Enough,
}

impl Flow {
    /// More only when both want more.
    pub fn and(self, other: Flow) -> Flow {
        if self == Flow::Enough { self } else { other }
    }
}

impl<'a> Book<'a> {
    /// Opens a workbook after the guards have looked at it.
    pub fn open(bytes: &'a [u8], batas: &Batas) -> Result<(Book<'a>, Format), Refusal> {
        guard::check_length(bytes.len() as u64, batas)?;
        let format = sniff::sniff(bytes)?;
        if matches!(format, Format::Xlsx | Format::Xlsb | Format::Ods) {
            guard::check_zip(bytes, batas)?;
        }
        let source = Cursor::new(bytes);
        let book = match format {
            Format::Xlsx => Book::Xlsx(Box::new(Xlsx::new(source)?)),
            Format::Xlsb => Book::Xlsb(Box::new(Xlsb::new(source)?)),
            Format::Xls => Book::Xls(Box::new(Xls::new(source)?)),
            Format::Ods => Book::Ods(Box::new(Ods::new(source)?)),
            Format::SpreadsheetMl => Book::SpreadsheetMl(SpreadsheetMl::open(bytes, batas)?),
            Format::Html => Book::Html(Halaman::open(bytes, batas)?),
            Format::Csv => Book::Csv(Teks::open(bytes, batas)?),
            Format::Unknown => unreachable!("sniff refuses what it does not know"),
        };
        Ok((book, format))
    }

    /// The sheets that can hold a table, in the order of their tabs; charts and macros are left out.
    pub fn sheets(&self) -> Vec<Sheet> {
        let all = match self {
            Book::Xlsx(book) => book.sheets_metadata(),
            Book::Xlsb(book) => book.sheets_metadata(),
            Book::Xls(book) => book.sheets_metadata(),
            Book::Ods(book) => book.sheets_metadata(),
            Book::SpreadsheetMl(book) => return book.sheets().to_vec(),
            Book::Html(_) | Book::Csv(_) => {
                return vec![Sheet { name: ONLY_SHEET.to_string(), visible: true, twin: false }];
            }
        };
        let mut sheets: Vec<Sheet> = Vec::new();
        for sheet in all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
            let twin = sheets.iter().any(|earlier| earlier.name == sheet.name);
            let visible = sheet.visible == SheetVisible::Visible;
            sheets.push(Sheet { name: sheet.name.clone(), visible, twin });
        }
        sheets
    }

    /// Hands every cell of a sheet that is not empty to `visit`, in file order.
    /// A cell that cannot be read arrives as an error cell and the rest follows.
    pub fn stream<V>(&mut self, sheet: &str, batas: &Batas, mut visit: V) -> Result<Streamed, Refusal>
    where
        V: FnMut(u32, u32, Value<'_>) -> Flow,
    {
        match self {
            Book::Xlsx(book) => stream::xlsx(book, sheet, batas, visit),
            Book::Xlsb(book) => stream::xlsb(book, sheet, batas, visit),
            Book::Xls(book) => stream::range(&book.worksheet_range(sheet)?, batas, &mut visit),
            Book::Ods(book) => stream::range(&book.worksheet_range(sheet)?, batas, &mut visit),
            Book::SpreadsheetMl(book) => book.stream(sheet, batas, visit),
            Book::Html(page) => page.stream(batas, visit),
            Book::Csv(text) => text.stream(batas, visit),
        }
    }

    /// Whether its day numbers count from 1904, as old workbooks of the Macintosh do.
    pub fn counts_from_1904(&self) -> bool {
        match self {
            Book::Xlsx(book) => book.has_1904_epoch(),
            Book::Xlsb(book) => book.has_1904_epoch(),
            Book::Xls(book) => book.has_1904_epoch(),
            Book::Ods(_) | Book::SpreadsheetMl(_) | Book::Html(_) | Book::Csv(_) => false,
        }
    }

    /// The merged regions of a sheet, for the formats whose reader tells them; none where they cannot be read.
    pub fn merged(&mut self, sheet: &str, batas: &Batas) -> Vec<Region> {
        let regions = match self {
            Book::Xlsx(book) => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
            Book::Xls(book) => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
            Book::SpreadsheetMl(book) => return book.merged(sheet),
            Book::Html(page) => return page.merged(batas),
            Book::Xlsb(_) | Book::Ods(_) | Book::Csv(_) => Vec::new(),
        };
        regions.iter().map(|region| Region { rows: region.start.0..=region.end.0, col: region.start.1 }).collect()
    }
}

impl From<XlsxError> for Refusal {
    fn from(error: XlsxError) -> Refusal {
        match error {
            XlsxError::Password => password(),
            XlsxError::WorksheetNotFound(_) | XlsxError::FileNotFound(_) | XlsxError::RelationshipNotFound => missing(),
            _ => damaged(),
        }
    }
}

impl From<XlsbError> for Refusal {
    fn from(error: XlsbError) -> Refusal {
        match error {
            XlsbError::Password => password(),
            XlsbError::FileNotFound(_) | XlsbError::WorksheetNotFound(_) => missing(),
            _ => damaged(),
        }
    }
}

impl From<XlsError> for Refusal {
    fn from(error: XlsError) -> Refusal {
        match error {
            XlsError::Password => password(),
            XlsError::WorksheetNotFound(_) => missing(),
            _ => damaged(),
        }
    }
}

impl From<OdsError> for Refusal {
    fn from(error: OdsError) -> Refusal {
        match error {
            OdsError::Password => password(),
            OdsError::FileNotFound(_) | OdsError::WorksheetNotFound(_) => missing(),
            OdsError::CellLimitExceeded { .. } => {
                Refusal::new(&catalogue::BATAS_BERKAS, "lembar di berkas ini memuat terlalu banyak sel")
            }
            _ => damaged(),
        }
    }
}

fn password() -> Refusal {
    Refusal::new(&catalogue::BERKAS_SANDI, "berkas ini hanya dapat dibuka dengan kata sandi")
}

fn missing() -> Refusal {
    Refusal::new(&catalogue::BERKAS_RUSAK, "ada bagian yang hilang dari berkas ini")
}

pub(super) fn damaged() -> Refusal {
    Refusal::new(&catalogue::BERKAS_RUSAK, "susunan isinya rusak")
}

pub(super) fn cut_off() -> Refusal {
    Refusal::new(&catalogue::BERKAS_TERPOTONG, "bagian akhir berkas ini tidak ada")
}

/// Owned cells of a range and borrowed cells of a stream are the same to us.
pub(super) fn borrow(data: &Data) -> DataRef<'_> {
    match data {
        Data::Int(v) => DataRef::Int(*v),
        Data::Float(v) => DataRef::Float(*v),
        Data::String(v) => DataRef::SharedString(v),
        Data::Bool(v) => DataRef::Bool(*v),
        Data::DateTime(v) => DataRef::DateTime(*v),
        Data::DateTimeIso(v) => DataRef::DateTimeIso(v.clone()),
        Data::DurationIso(v) => DataRef::DurationIso(v.clone()),
        Data::Error(v) => DataRef::Error(v.clone()),
        Data::Empty => DataRef::Empty,
    }
}
