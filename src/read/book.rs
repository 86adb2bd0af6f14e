//! One open workbook, whatever its format: its sheets and its cells.

use std::collections::HashSet;
use std::io::{BufReader, Cursor};
use std::rc::Rc;
use std::sync::Arc;

use calamine::{
    Data, DataRef, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError, Xlsx, XlsxError,
};

use super::child::Remote;
use super::content::Content;
use super::html::Halaman;
use super::merged::Region;
use super::parts::Parts;
use super::passing::Passing;
use super::refusal::Refusal;
use super::spreadsheetml::SpreadsheetMl;
use super::stream;
use super::teks::Teks;
use super::value::Value;
use super::{guard, sniff};
use crate::finding::catalogue;
use crate::model::cells::Format;
use crate::settings::Batas;

/// Source of the bytes of a workbook that is no zip.
pub(super) type Bytes<'a> = Cursor<&'a [u8]>;

/// An open workbook and what is known of it beside its cells.
pub(super) struct Opened<'a> {
    pub book: Book<'a>,
    pub format: Format,
    /// The zip it is read from, for the formats that are one.
    parts: Option<Parts>,
}

impl Opened<'_> {
    /// What a reading came to: why the guards ended it, if they did, and whether what was not read is sound.
    pub fn settle<T>(&mut self, read: Result<T, Refusal>) -> Result<T, Refusal> {
        if let Book::Remote(book) = &mut self.book {
            return read.and_then(|read| book.finish().map(|()| read));
        }
        let Some(parts) = &self.parts else { return read };
        let read = parts.refusal().map_or(read, Err)?;
        parts.verify().map(|()| read)
    }
}

/// An open workbook.
pub(super) enum Book<'a> {
    /// With the parts it is read from.
    Xlsx(Box<Xlsx<Parts>>, Parts),
    Xlsb(Box<Xlsb<Parts>>),
    Xls(Box<Xls<Bytes<'a>>>),
    Ods(Box<Ods<Parts>>),
    SpreadsheetMl(SpreadsheetMl<'a>),
    Html(Halaman<'a>),
    Csv(Teks<'a>),
    /// Read by a child process.
    Remote(Box<Remote>),
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
    /// Opens a workbook after the guards have looked at it; in a child process where its reader needs one.
    pub fn open(bytes: &'a Arc<Vec<u8>>, batas: &Batas) -> Result<Opened<'a>, Refusal> {
        guard::check_length(bytes.len() as u64, batas)?;
        let format = sniff::sniff(bytes)?;
        match Remote::open(bytes, format, batas) {
            Some(remote) => Ok(Opened { book: Book::Remote(Box::new(remote?)), format, parts: None }),
            None => Book::open_here(bytes, batas),
        }
    }

    /// Opens an xlsx whose bytes stay on the disk; `None` for any other file.
    pub fn open_on_disk(content: &Content, batas: &Batas) -> Option<Result<Opened<'a>, Refusal>> {
        let is_zip = content.starts_with(b"PK\x03\x04");
        let format = is_zip.then(|| sniff::zip(BufReader::new(content.reader())).ok()).flatten();
        format.filter(|format| *format == Format::Xlsx)?;
        let open = || {
            guard::check_length(content.len(), batas)?;
            let parts = Parts::open(content, batas)?;
            let opened = Xlsx::new(parts.clone()).map_err(Refusal::from);
            let book = parts.refusal().map_or(opened, Err)?;
            let book = Book::Xlsx(Box::new(book), parts.clone());
            Ok(Opened { book, format: Format::Xlsx, parts: Some(parts) })
        };
        Some(open())
    }

    /// Opens a workbook in this process.
    pub fn open_here(bytes: &'a Arc<Vec<u8>>, batas: &Batas) -> Result<Opened<'a>, Refusal> {
        guard::check_length(bytes.len() as u64, batas)?;
        let format = sniff::sniff(bytes)?;
        let is_zip = matches!(format, Format::Xlsx | Format::Xlsb | Format::Ods);
        let parts = is_zip.then(|| Parts::open(&Content::Memory(bytes.clone()), batas)).transpose()?;
        let opened = Book::of(format, bytes, parts.clone(), batas);
        // The reader crate only says that it could not go on; the guards say why.
        let told = parts.as_ref().and_then(Parts::refusal);
        let book = told.map_or(opened, Err)?;
        Ok(Opened { book, format, parts })
    }

    fn of(format: Format, bytes: &'a [u8], parts: Option<Parts>, batas: &Batas) -> Result<Book<'a>, Refusal> {
        Ok(match (format, parts) {
            (Format::Xlsx, Some(parts)) => Book::Xlsx(Box::new(Xlsx::new(parts.clone())?), parts),
            (Format::Xlsb, Some(parts)) => Book::Xlsb(Box::new(Xlsb::new(parts)?)),
            (Format::Ods, Some(parts)) => Book::Ods(Box::new(Ods::new(parts)?)),
            (Format::Xls, _) => Book::Xls(Box::new(Xls::new(Cursor::new(bytes))?)),
            (Format::SpreadsheetMl, _) => Book::SpreadsheetMl(SpreadsheetMl::open(bytes, batas)?),
            (Format::Html, _) => Book::Html(Halaman::open(bytes, batas)?),
            (Format::Csv, _) => Book::Csv(Teks::open(bytes, batas)?),
            (Format::Xlsx | Format::Xlsb | Format::Ods | Format::Unknown, _) => {
                unreachable!("sniff refuses what it does not know, and a zip has parts")
            }
        })
    }

    /// The sheets that can hold a table, in the order of their tabs; charts and macros are left out.
    pub fn sheets(&self) -> Vec<Sheet> {
        let all = match self {
            Book::Xlsx(book, _) => book.sheets_metadata(),
            Book::Xlsb(book) => book.sheets_metadata(),
            Book::Xls(book) => book.sheets_metadata(),
            Book::Ods(book) => book.sheets_metadata(),
            Book::SpreadsheetMl(book) => return book.sheets().to_vec(),
            Book::Remote(book) => return book.sheets().to_vec(),
            Book::Html(_) | Book::Csv(_) => {
                return vec![Sheet { name: ONLY_SHEET.to_string(), visible: true, twin: false }];
            }
        };
        let mut names = HashSet::new();
        let tables = all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let sheet = |sheet: &calamine::Sheet| Sheet {
            name: sheet.name.clone(),
            visible: sheet.visible == SheetVisible::Visible,
            twin: !names.insert(sheet.name.clone()),
        };
        tables.map(sheet).collect()
    }

    /// Hands every cell of a sheet that is not empty to `visit`, in file order.
    /// A cell that cannot be read arrives as an error cell and the rest follows.
    pub fn stream<V>(&mut self, sheet: &str, batas: &Batas, mut visit: V) -> Result<Streamed, Refusal>
    where
        V: FnMut(u32, u32, Value<'_>) -> Flow,
    {
        match self {
            Book::Xlsx(book, _) => stream::xlsx(book, sheet, batas, visit),
            Book::Xlsb(book) => stream::xlsb(book, sheet, batas, visit),
            Book::Xls(book) => stream::range(&book.worksheet_range(sheet)?, batas, &mut visit),
            Book::Ods(book) => stream::range(&book.worksheet_range(sheet)?, batas, &mut visit),
            Book::SpreadsheetMl(book) => book.stream(sheet, batas, visit),
            Book::Html(page) => page.stream(batas, visit),
            Book::Csv(text) => text.stream(batas, visit),
            Book::Remote(book) => book.stream(sheet, visit),
        }
    }

    /// What the sheet that was streamed last told beside its cells, for an xlsx.
    pub fn passing(&self) -> Option<Rc<Passing>> {
        if let Book::Xlsx(_, parts) = self { parts.passing() } else { None }
    }

    /// Whether its day numbers count from 1904, as old workbooks of the Macintosh do.
    pub fn counts_from_1904(&self) -> bool {
        match self {
            Book::Xlsx(book, _) => book.has_1904_epoch(),
            Book::Xlsb(book) => book.has_1904_epoch(),
            Book::Xls(book) => book.has_1904_epoch(),
            Book::Remote(book) => book.counts_from_1904(),
            Book::Ods(_) | Book::SpreadsheetMl(_) | Book::Html(_) | Book::Csv(_) => false,
        }
    }

    /// The merged regions of the sheet that was streamed last, for the formats whose reader tells them; none where they
    /// cannot be read.
    pub fn merged(&mut self, sheet: &str, batas: &Batas) -> Vec<Region> {
        let regions = match self {
            Book::Xlsx(book, parts) => match parts.passing().filter(|passing| !passing.prefixed) {
                Some(passing) => return passing.merged(),
                None => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
            },
            Book::Xls(book) => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
            Book::SpreadsheetMl(book) => return book.merged(sheet),
            Book::Html(page) => return page.merged(batas),
            Book::Remote(book) => return book.take_merged(),
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
