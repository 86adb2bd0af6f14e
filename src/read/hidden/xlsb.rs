//! What an .xlsb hides: the records BrtRowHdr and BrtColInfo of its sheet, as [MS-XLSB] lays them out.

use std::io::{self, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::Hidden;
use crate::read::merged_ods::text;

const ROW: u16 = 0;
const COL: u16 = 60;
const SHEET: u16 = 156;
/// `fDyZero` in the twelfth byte of a row, `fHidden` in the seventeenth of columns.
const ROW_HIDDEN: u8 = 0x10;
const COL_HIDDEN: u8 = 0x01;
/// As much of a record is looked at: a sheet has a name of 31 characters and an identity of as many at most.
const MOST: usize = 1_024;

/// What is hidden of each of so many worksheets; nothing where the bytes cannot be followed.
pub(super) fn hidden(bytes: &[u8], sheets: usize) -> Vec<Hidden> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let parts = worksheets(&mut archive).unwrap_or_default();
    let of = |part: &String| of_part(archive.by_name(part).ok()?).ok();
    parts.iter().take(sheets).map(of).map(Option::unwrap_or_default).collect()
}

/// The parts of the worksheets, in the order of their tabs.
fn worksheets(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Option<Vec<String>> {
    let relations = relations(archive.by_name("xl/_rels/workbook.bin.rels").ok()?);
    let mut parts = Vec::new();
    let listed = records(archive.by_name("xl/workbook.bin").ok()?, |kind, data| {
        if kind == SHEET
            && let Some(id) = identity(data)
            && let Some((_, target)) = relations.iter().find(|(known, _)| *known == id)
            && target.starts_with("worksheets/")
        {
            parts.push(format!("xl/{target}"));
        }
    });
    listed.ok().map(|()| parts)
}

fn of_part(sheet: impl Read) -> io::Result<Hidden> {
    let mut hidden = Hidden::default();
    records(sheet, |kind, data| {
        let number = |at: usize| Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?));
        let says = |at: usize, flag: u8| data.get(at).is_some_and(|flags| flags & flag != 0);
        match (kind, number(0), number(4)) {
            (ROW, Some(row), _) if says(11, ROW_HIDDEN) => hidden.rows.add(row, row),
            (COL, Some(first), Some(last)) if says(16, COL_HIDDEN) => hidden.cols.add(first, last),
            _ => {}
        }
    })?;
    Ok(hidden)
}

/// Identity and target of each relation of the workbook.
fn relations(part: impl Read) -> Vec<(String, String)> {
    let mut xml = Reader::from_reader(BufReader::new(part));
    let (mut buffer, mut found) = (Vec::new(), Vec::new());
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => found.extend(text(&tag, "Id").zip(text(&tag, "Target"))),
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

/// The relation that a sheet of the workbook names, behind its state and its number.
fn identity(data: &[u8]) -> Option<String> {
    let length = u32::from_le_bytes(data.get(8..12)?.try_into().ok()?) as usize;
    let units = data.get(12..12usize.checked_add(length.checked_mul(2)?)?)?.chunks_exact(2);
    Some(String::from_utf16_lossy(&units.map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect::<Vec<_>>()))
}

/// Hands on the kind and the beginning of each record: a kind of one or two bytes and a length of up to four, seven
/// bits in each.
fn records(part: impl Read, mut take: impl FnMut(u16, &[u8])) -> io::Result<()> {
    let mut part = BufReader::new(part);
    let mut data = Vec::with_capacity(MOST);
    loop {
        let mut kind = match byte(&mut part) {
            Ok(first) => u16::from(first),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(()),
            Err(error) => return Err(error),
        };
        if kind & 0x80 != 0 {
            kind = kind & 0x7F | u16::from(byte(&mut part)? & 0x7F) << 7;
        }
        let mut length = 0u64;
        for shift in [0, 7, 14, 21] {
            let next = byte(&mut part)?;
            length |= u64::from(next & 0x7F) << shift;
            if next & 0x80 == 0 {
                break;
            }
        }
        data.clear();
        (&mut part).take(length.min(MOST as u64)).read_to_end(&mut data)?;
        io::copy(&mut (&mut part).take(length - length.min(MOST as u64)), &mut io::sink())?;
        take(kind, &data);
    }
}

fn byte(from: &mut impl Read) -> io::Result<u8> {
    let mut byte = [0];
    from.read_exact(&mut byte)?;
    Ok(byte[0])
}
