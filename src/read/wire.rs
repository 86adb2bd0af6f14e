//! How a reading child tells its parent what it read: frames of a tag and its fields, numbers in little endian.

use std::io::{self, Read, Write};

use super::book::Sheet;
use super::kembali::Tanda;
use super::merged::Region;
use super::refusal::Refusal;
use super::value::Value;
use crate::finding::catalogue;
use crate::model::cells::CellKind;

/// No text of a workbook is longer; a longer one is no frame of ours.
const LONGEST: u32 = 1 << 20;
const BOOK: u8 = 1;
const SHEET: u8 = 2;
const CELL: u8 = 3;
const SHEET_END: u8 = 4;
const SHEET_REFUSED: u8 = 5;
const BOOK_END: u8 = 6;
const BOOK_REFUSED: u8 = 7;

/// What the child says, in this order: one `Book`; for each sheet `Sheet`, its cells and its end; and the book's end.
#[derive(Debug)]
pub(super) enum Frame {
    Book { tanda: Option<Tanda>, from_1904: bool, sheets: Vec<Sheet> },
    Sheet { index: u32, merged: Vec<Region> },
    Cell { row: u32, col: u32, kind: CellKind, number: f64, text: String },
    SheetEnd { lost: u64 },
    SheetRefused(Refusal),
    BookEnd,
    BookRefused(Refusal),
}

/// Writes frames.
pub(super) struct Pen<W>(pub W);

impl<W: Write> Pen<W> {
    pub fn book(&mut self, tanda: Option<&Tanda>, from_1904: bool, sheets: &[Sheet]) -> io::Result<()> {
        self.byte(BOOK)?;
        self.byte(u8::from(from_1904))?;
        self.byte(u8::from(tanda.is_some()))?;
        for text in tanda.iter().flat_map(|tanda| tanda.texts()) {
            self.text(text)?;
        }
        self.number(sheets.len() as u32)?;
        sheets.iter().try_for_each(|sheet| {
            self.text(&sheet.name)?;
            self.byte(u8::from(sheet.visible))?;
            self.byte(u8::from(sheet.twin))
        })
    }

    pub fn sheet(&mut self, index: u32, merged: &[Region]) -> io::Result<()> {
        self.byte(SHEET)?;
        self.number(index)?;
        self.number(merged.len() as u32)?;
        let words = merged.iter().flat_map(|region| [*region.rows.start(), *region.rows.end(), region.col]);
        words.into_iter().try_for_each(|word| self.number(word))
    }

    pub fn cell(&mut self, row: u32, col: u32, value: Value<'_>) -> io::Result<()> {
        let kind = value.kind();
        self.byte(CELL)?;
        self.number(row)?;
        self.number(col)?;
        self.byte(kind as u8)?;
        self.0.write_all(&value.number().unwrap_or(f64::NAN).to_le_bytes())?;
        match value {
            Value::Text(text) | Value::Error(text) => self.text(text),
            other => self.text(&other.text()),
        }
    }

    pub fn sheet_end(&mut self, lost: u64) -> io::Result<()> {
        self.byte(SHEET_END)?;
        self.0.write_all(&lost.to_le_bytes())
    }

    pub fn sheet_refused(&mut self, refusal: &Refusal) -> io::Result<()> {
        self.byte(SHEET_REFUSED)?;
        self.refusal(refusal)
    }

    /// The last word: whether the whole book was read and is sound.
    pub fn book_end(&mut self, read: Result<(), Refusal>) -> io::Result<()> {
        match read {
            Ok(()) => self.byte(BOOK_END)?,
            Err(refusal) => {
                self.byte(BOOK_REFUSED)?;
                self.refusal(&refusal)?;
            }
        }
        self.0.flush()
    }

    fn refusal(&mut self, refusal: &Refusal) -> io::Result<()> {
        self.text(refusal.kode.code)?;
        self.text(&refusal.problem)?;
        self.text(refusal.remedy.as_deref().unwrap_or_default())
    }

    fn byte(&mut self, byte: u8) -> io::Result<()> {
        self.0.write_all(&[byte])
    }

    fn number(&mut self, number: u32) -> io::Result<()> {
        self.0.write_all(&number.to_le_bytes())
    }

    fn text(&mut self, text: &str) -> io::Result<()> {
        // Only a name could be longer; a frame has to stay readable.
        let text = text.get(..LONGEST as usize).unwrap_or(text);
        self.number(text.len() as u32)?;
        self.0.write_all(text.as_bytes())
    }
}

/// The next frame.
///
/// # Errors
/// `UnexpectedEof` when the child has ended, `InvalidData` when it said something that is no frame.
pub(super) fn next(from: &mut impl Read) -> io::Result<Frame> {
    Ok(match byte(from)? {
        BOOK => {
            let from_1904 = byte(from)? != 0;
            let marked = byte(from)? != 0;
            let tanda = if marked { Some(Tanda::from_texts([text(from)?, text(from)?, text(from)?])) } else { None };
            let count = number(from)?;
            let sheet = |_| Ok(Sheet { name: text(from)?, visible: byte(from)? != 0, twin: byte(from)? != 0 });
            Frame::Book { tanda, from_1904, sheets: (0..count).map(sheet).collect::<io::Result<_>>()? }
        }
        SHEET => {
            let index = number(from)?;
            let count = number(from)?;
            let region = |_| Ok(Region { rows: number(from)?..=number(from)?, col: number(from)? });
            Frame::Sheet { index, merged: (0..count).map(region).collect::<io::Result<_>>()? }
        }
        CELL => {
            let (row, col, kind) = (number(from)?, number(from)?, kind(byte(from)?)?);
            Frame::Cell { row, col, kind, number: f64::from_le_bytes(bytes(from)?), text: text(from)? }
        }
        SHEET_END => Frame::SheetEnd { lost: u64::from_le_bytes(bytes(from)?) },
        SHEET_REFUSED => Frame::SheetRefused(refusal(from)?),
        BOOK_END => Frame::BookEnd,
        BOOK_REFUSED => Frame::BookRefused(refusal(from)?),
        _ => return Err(io::ErrorKind::InvalidData.into()),
    })
}

fn refusal(from: &mut impl Read) -> io::Result<Refusal> {
    let (code, problem, remedy) = (text(from)?, text(from)?, text(from)?);
    let kode = catalogue::ALL.iter().find(|kode| kode.code == code).ok_or(io::ErrorKind::InvalidData)?;
    Ok(Refusal { kode, problem, remedy: Some(remedy).filter(|remedy| !remedy.is_empty()) })
}

fn kind(byte: u8) -> io::Result<CellKind> {
    use CellKind::*;
    let all = [Text, Number, Date, Boolean, Error, Unevaluated];
    all.into_iter().find(|kind| *kind as u8 == byte).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

fn byte(from: &mut impl Read) -> io::Result<u8> {
    bytes::<1>(from).map(|[byte]| byte)
}

fn number(from: &mut impl Read) -> io::Result<u32> {
    bytes(from).map(u32::from_le_bytes)
}

fn bytes<const N: usize>(from: &mut impl Read) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn text(from: &mut impl Read) -> io::Result<String> {
    let length = number(from)?;
    if length > LONGEST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut text = vec![0; length as usize];
    from.read_exact(&mut text)?;
    String::from_utf8(text).map_err(|_| io::ErrorKind::InvalidData.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_and_nothing_else_is() {
        let mut pen = Pen(Vec::new());
        let sheet = Sheet { name: "Data".into(), visible: true, twin: false };
        pen.book(None, true, std::slice::from_ref(&sheet)).unwrap();
        pen.sheet(0, &[Region { rows: 1..=2, col: 3 }]).unwrap();
        pen.cell(4, 5, Value::Number(12.5)).unwrap();
        pen.cell(4, 6, Value::Text("SITI")).unwrap();
        pen.sheet_end(7).unwrap();
        pen.book_end(Err(Refusal::new(&catalogue::BATAS_BERKAS, "terlalu besar"))).unwrap();
        let bytes = pen.0;
        let mut from = &bytes[..];
        let frames: Vec<Frame> = std::iter::from_fn(|| next(&mut from).ok()).collect();
        let [book, region, number, text, end, refused] = &frames[..] else { panic!("{frames:?}") };
        assert!(matches!(book, Frame::Book { tanda: None, from_1904: true, sheets } if *sheets == [sheet]));
        assert!(matches!(region, Frame::Sheet { index: 0, merged } if merged[0].col == 3));
        assert!(matches!(number, Frame::Cell { row: 4, col: 5, kind: CellKind::Number, text, .. } if text == "12.5"));
        assert!(matches!(text, Frame::Cell { kind: CellKind::Text, text, .. } if text == "SITI"));
        assert!(matches!(end, Frame::SheetEnd { lost: 7 }));
        assert!(matches!(refused, Frame::BookRefused(refusal) if refusal.kode.code == "B-06"));
        for cut in 0..bytes.len() {
            let mut from = &bytes[..cut];
            while next(&mut from).is_ok() {}
        }
        assert!(next(&mut &b"\xFFgalat"[..]).is_err());
        assert!(next(&mut &[CELL, 0, 0, 0, 0, 0, 0, 0, 0, 0][..]).is_err());
    }
}
