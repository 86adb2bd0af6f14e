//! The second pass over a workbook: every cell of every sheet, for the annotated copy.

use std::path::Path;
use std::sync::Arc;

use super::book::{Book, Flow, Sheet};
use super::content::Content;
use super::refusal::Refusal;
use super::reorder::{Unordered, hand_over};
use super::value::Value;
use super::{guard, load, sniff};
use crate::model::cells::{CellSink, SheetCell};
use crate::settings::Batas;

/// Why a second pass ended before its end.
#[derive(Debug, thiserror::Error)]
pub enum CellsError<E> {
    /// The file could not be read to its end; what came before has been handed over.
    #[error("{}", .0.problem)]
    Unreadable(Refusal),
    /// The sink wanted no more.
    #[error(transparent)]
    Sink(E),
}

/// So many times as long as reading may take, writing all of it again may.
const WITH_SINK: u64 = 60;

/// Hands every cell of a workbook to `sink`: each sheet once (also hidden ones), rows ascending, columns ascending.
/// A second sheet of the same name is left out, as in `inbox`.
///
/// # Errors
/// `Unreadable` when the file or one of its sheets cannot be read, `Sink` with the sink's own error. Never panics on
/// account of the file.
pub fn cells<S: CellSink>(path: &Path, batas: &Batas, sink: &mut S) -> Result<(), CellsError<S::Error>> {
    // What the sink does with the cells takes its time too, and the file was read in time once.
    let detik_per_berkas = batas.detik_per_berkas.saturating_mul(WITH_SINK);
    let batas = &Batas { detik_per_berkas, ..batas.clone() };
    let file = std::fs::File::open(path).and_then(Content::on_disk);
    let mut stopped = None;
    let read = guard::at_the_edge(|| {
        // Beside the copy that is made there is room for little else: what need not be in memory stays on the disk.
        let on_disk = file.ok().and_then(|content| Some((Book::open_on_disk(&content, batas)?, content)));
        let bytes;
        let (opened, content) = match on_disk {
            Some((opened, content)) => (opened, content),
            None => {
                bytes = Arc::new(sniff::without_download_header(load(path, batas)?).0);
                (Book::open(&bytes, batas), Content::Memory(bytes.clone()))
            }
        };
        let mut opened = opened?;
        let book = &mut opened.book;
        let ordered = match book {
            Book::Xlsx(..) => guard::rows_ascend(&content)?,
            Book::Xlsb(_) | Book::Remote(_) => false,
            Book::Xls(_) | Book::Ods(_) | Book::SpreadsheetMl(_) | Book::Html(_) | Book::Csv(_) => true,
        };
        for sheet in book.sheets().into_iter().filter(|sheet| !sheet.twin) {
            if let Err(error) = copy_sheet(book, &sheet, batas, ordered, sink)? {
                stopped = Some(error);
                break;
            }
        }
        Ok(())
    });
    match stopped {
        Some(error) => Err(CellsError::Sink(error)),
        None => read.map_err(CellsError::Unreadable),
    }
}

/// The outer result is the reader's, the inner one the sink's.
fn copy_sheet<S: CellSink>(
    book: &mut Book<'_>,
    sheet: &Sheet,
    batas: &Batas,
    ordered: bool,
    sink: &mut S,
) -> Result<Result<(), S::Error>, Refusal> {
    if let Err(error) = sink.sheet(&sheet.name, sheet.visible) {
        return Ok(Err(error));
    }
    if !ordered {
        let mut cells = Unordered::default();
        book.stream(&sheet.name, batas, |row, col, value| {
            cells.take(row, col, value);
            Flow::More
        })?;
        return Ok(cells.hand_over(sink));
    }
    let mut waiting: Vec<SheetCell> = Vec::new();
    let mut given = Ok(());
    book.stream(&sheet.name, batas, |row, col, value| {
        if waiting.last().is_some_and(|last| last.row != row) {
            given = hand_over(&mut waiting, sink);
        }
        waiting.push(sheet_cell(row, col, value));
        if given.is_ok() { Flow::More } else { Flow::Enough }
    })?;
    Ok(given.and_then(|()| hand_over(&mut waiting, sink)))
}

fn sheet_cell(row: u32, col: u32, value: Value<'_>) -> SheetCell {
    SheetCell { row, col, kind: value.kind(), text: value.text().into(), number: value.number() }
}
