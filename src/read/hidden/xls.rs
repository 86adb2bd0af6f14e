//! What an .xls hides: the records ROW, DEFAULTROWHEIGHT and COLINFO of its sheet ([MS-XLS] 2.4.221, 2.4.87 and 2.4.53). The records are stepped
//! over one by one, each a step towards the end of the file.

use std::collections::BTreeSet;

use super::{Hidden, Spans};
use crate::read::ole;

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const BOUNDSHEET: u16 = 0x0085;
const ROW: u16 = 0x0208;
const DEFAULTROWHEIGHT: u16 = 0x0225;
const COLINFO: u16 = 0x007D;
/// The last row of such a sheet.
const LAST_ROW: u32 = 0xFFFF;
/// `fDyZero` of the default and of a ROW, `fHidden` of a COLINFO.
const REST_HIDDEN: u8 = 0x02;
const ROW_HIDDEN: u8 = 0x20;
const COL_HIDDEN: u8 = 0x01;

/// What is hidden of each of so many worksheets; nothing where the bytes cannot be followed.
pub(super) fn hidden(bytes: &[u8], sheets: usize) -> Vec<Hidden> {
    let Some(stream) = ole::stream(bytes, &["Workbook", "Book"]) else { return Vec::new() };
    (0..sheets).map(|index| of_stream(&stream, index).unwrap_or_default()).collect()
}

fn of_stream(stream: &[u8], index: usize) -> Option<Hidden> {
    let globals = records(stream, 0).take_while(|(kind, _)| *kind != EOF);
    // The sixth byte is zero for a worksheet; charts and macros have other numbers.
    let mut sheets = globals.filter(|(kind, data)| *kind == BOUNDSHEET && data.get(5) == Some(&0));
    let (_, sheet) = sheets.nth(index)?;
    let start = u32::from_le_bytes(sheet.get(..4)?.try_into().ok()?) as usize;
    let mut hidden = Hidden::default();
    let (mut depth, mut rows) = (0, Rows::default());
    for (kind, data) in records(stream, start) {
        match kind {
            BOF => depth += 1,
            // A chart in the sheet has a beginning and an end of its own.
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            DEFAULTROWHEIGHT if depth == 1 => rows.rest_hidden = data.first().is_some_and(|f| f & REST_HIDDEN != 0),
            ROW if depth == 1 => rows.take(number(data, 0)?, data.get(12).is_some_and(|f| f & ROW_HIDDEN != 0)),
            COLINFO if depth == 1 && data.get(8).is_some_and(|flags| flags & COL_HIDDEN != 0) => {
                hidden.cols.add(number(data, 0)?, number(data, 2)?);
            }
            _ => {}
        }
    }
    hidden.rows = rows.hidden();
    Some(hidden)
}

/// What the records of a sheet tell of its rows. Who hides all rows but some gives a record to those alone.
#[derive(Default)]
struct Rows {
    hidden: BTreeSet<u32>,
    shown: BTreeSet<u32>,
    /// Whether rows without a record of their own are hidden.
    rest_hidden: bool,
}

impl Rows {
    fn take(&mut self, row: u32, is_hidden: bool) {
        if is_hidden {
            self.hidden.insert(row)
        } else {
            self.shown.insert(row)
        };
    }

    fn hidden(&self) -> Spans {
        let mut spans = Spans::default();
        if !self.rest_hidden {
            self.hidden.iter().for_each(|row| spans.add(*row, *row));
            return spans;
        }
        let mut next = 0;
        for &row in &self.shown {
            if row > next {
                spans.add(next, row - 1);
            }
            next = row + 1;
        }
        spans.add(next, LAST_ROW);
        spans
    }
}

/// Kind and content of each record from a place on.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream.get(from..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (head, behind) = rest.split_at_checked(4)?;
        let (data, behind) = behind.split_at_checked(usize::from(u16::from_le_bytes([head[2], head[3]])))?;
        rest = behind;
        Some((u16::from_le_bytes([head[0], head[1]]), data))
    })
}

fn number(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
    }

    /// A chart, then a worksheet whose third row and columns B–C are hidden.
    fn stream() -> Vec<u8> {
        let row = |row: u8, flags: u8| record(ROW, &[row, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, flags, 1, 0, 0]);
        let chart = [record(BOF, &[0; 16]), row(1, ROW_HIDDEN), record(EOF, &[])].concat();
        let sheet = [
            record(BOF, &[0; 16]),
            record(COLINFO, &[1, 0, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0]),
            row(1, 0),
            row(2, ROW_HIDDEN),
            chart.clone(),
            record(EOF, &[]),
            row(7, ROW_HIDDEN),
        ]
        .concat();
        let globals = |at: usize| {
            let bound =
                |at: usize, kind: u8| record(BOUNDSHEET, &[&(at as u32).to_le_bytes()[..], &[0, kind]].concat());
            [record(BOF, &[0; 16]), bound(at, 2), bound(at + chart.len(), 0), record(EOF, &[])].concat()
        };
        [globals(globals(0).len()), chart, sheet].concat()
    }

    #[test]
    fn hidden_rows_and_columns_of_the_worksheet_are_found_and_no_others() {
        let mut expected = Hidden::default();
        expected.rows.add(2, 2);
        expected.cols.add(1, 2);
        assert_eq!(of_stream(&stream(), 0), Some(expected));
        assert_eq!(of_stream(&stream(), 1), None);
    }

    #[test]
    fn rows_without_a_record_are_hidden_where_the_sheet_says_so_by_its_default() {
        let row = |row: u8, flags: u8| record(ROW, &[row, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, flags, 1, 0, 0]);
        let sheet = |flags: u8| {
            let default = record(DEFAULTROWHEIGHT, &[flags, 0, 0x2C, 1]);
            let globals = |at: usize| {
                let bound = record(BOUNDSHEET, &[&(at as u32).to_le_bytes()[..], &[0, 0]].concat());
                [record(BOF, &[0; 16]), bound, record(EOF, &[])].concat()
            };
            let body = [record(BOF, &[0; 16]), default, row(0, 0), row(1, 0), row(4, ROW_HIDDEN), row(5, 0)].concat();
            [globals(globals(0).len()), body, record(EOF, &[])].concat()
        };
        let mut rest = Spans::default();
        [(2, 4), (6, LAST_ROW)].into_iter().for_each(|(first, last)| rest.add(first, last));
        assert_eq!(of_stream(&sheet(REST_HIDDEN), 0).unwrap().rows, rest);
        let mut only = Spans::default();
        only.add(4, 4);
        assert_eq!(of_stream(&sheet(1), 0).unwrap().rows, only);
    }

    #[test]
    fn a_stream_that_is_cut_anywhere_is_survived() {
        let all = stream();
        for cut in 0..all.len() {
            of_stream(&all[..cut], 0);
        }
    }
}
