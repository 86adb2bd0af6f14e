//! One sheet: its header sought in the first rows, its table gathered from the rest, its faults told.

use std::borrow::Cow;

use super::book::{Book, Flow, Sheet};
use super::header::{self, Head, HeadCell, Reading};
use super::merged;
use super::refusal::Refusal;
use super::report;
use super::table::{Body, Finished};
use super::title::{self, Title};
use super::value::Value;
use crate::finding::{Finding, Place, catalogue};
use crate::model::cells::{CellKind, Table};
use crate::model::tanggal::Periode;
use crate::settings::Batas;

/// Rows that are not empty in which the header is sought.
const HEAD_ROWS: usize = 30;
/// Cells in these rows; a table has a few hundred.
const HEAD_CELLS: usize = 50_000;
/// What a kept cell takes beside its text.
const CELL_BYTES: u64 = 48;

/// A table with the month its title tells.
pub(super) struct Found {
    pub table: Table,
    pub title: Option<(Periode, Place, String)>,
}

/// Reads one sheet. What is unknown or cannot be read is told in `findings`; an empty sheet is passed over. `kept` counts
/// the bytes that are kept of all sheets of the file.
pub(super) fn read(
    book: &mut Book<'_>,
    sheet: &Sheet,
    place: &Place,
    batas: &Batas,
    kept: &mut u64,
    findings: &mut Vec<Finding>,
) -> Option<Found> {
    let memory = batas.memori_mb.saturating_mul(1024 * 1024);
    let mut state = State { head: Head::new(), head_cells: 0, phase: Phase::Head, kept: *kept, memory };
    let streamed = book.stream(&sheet.name, batas, |row, col, value| state.take(row, col, value));
    *kept = state.kept;
    let streamed = streamed.and_then(|streamed| if state.is_full() { Err(no_room(batas)) } else { Ok(streamed) });
    match streamed {
        Ok(streamed) if streamed.lost > 0 => {
            let problem = format!("{} sel tidak dapat dibaca dan tempatnya tidak diketahui", streamed.lost);
            findings.push(Finding::new(&catalogue::SEL_GALAT, place.clone(), "", problem));
        }
        Ok(_) => {}
        Err(refusal) => {
            findings.push(about_sheet(refusal).at(place.clone()));
            return None;
        }
    }
    if matches!(state.phase, Phase::Head) {
        state.decide();
    }
    match state.phase {
        Phase::Body(reading, body) => {
            let mut finished = body.finish();
            if merged::may_fill(&finished.columns, &finished.rows) {
                merged::fill(&finished.columns, &mut finished.rows, book.merged(&sheet.name, batas));
            }
            Some(table(&reading, finished, &state.head, place, findings))
        }
        Phase::Not(reading) => {
            findings.push(report::not_a_table(reading.as_deref(), place));
            None
        }
        Phase::Head => None,
    }
}

fn about_sheet(refusal: Refusal) -> Refusal {
    let problem = refusal.problem.replace("berkas ini", "lembar ini");
    let problem = if problem.contains("lembar ini") { problem } else { format!("lembar ini tidak terbaca: {problem}") };
    Refusal { problem, ..refusal }
}

enum Phase {
    /// Still gathering the first rows.
    Head,
    Body(Box<Reading>, Box<Body>),
    /// No table; the reading that came nearest.
    Not(Option<Box<Reading>>),
}

fn no_room(batas: &Batas) -> Refusal {
    let problem = format!("isi lembar ini tidak muat dalam batas memori {} MB", batas.memori_mb);
    Refusal::new(&catalogue::BATAS_BERKAS, problem)
}

struct State {
    head: Head,
    head_cells: usize,
    phase: Phase,
    /// About as many bytes are kept of this file, and may be.
    kept: u64,
    memory: u64,
}

impl State {
    fn take(&mut self, row: u32, col: u32, value: Value<'_>) -> Flow {
        if let Value::Text(text) = value
            && text.chars().all(is_blank)
        {
            return Flow::More;
        }
        if matches!(self.phase, Phase::Head) {
            let has_room = self.head.contains_key(&row) || self.head.len() < HEAD_ROWS;
            if has_room && self.head_cells < HEAD_CELLS {
                self.head_cells += 1;
                let cells = self.head.entry(row).or_default();
                let cell = HeadCell { col, kind: value.kind(), text: kept_text(value) };
                let at = cells.partition_point(|earlier| earlier.col < col);
                cells.insert(at, cell);
                return Flow::More;
            }
            self.decide();
        }
        match &mut self.phase {
            Phase::Body(_, body) => {
                let text = if let Value::Text(text) = value { Some(text) } else { None };
                let kept = &mut self.kept;
                body.cell(row, col, value.kind(), text, || {
                    let text = kept_text(value);
                    *kept += CELL_BYTES + text.len() as u64;
                    text
                });
                if self.is_full() { Flow::Enough } else { Flow::More }
            }
            Phase::Not(_) | Phase::Head => Flow::Enough,
        }
    }

    fn is_full(&self) -> bool {
        self.kept > self.memory
    }

    /// Settles what the sheet is, from its first rows. Nothing is settled about an empty sheet.
    fn decide(&mut self) {
        if self.head.is_empty() {
            return;
        }
        self.phase = match header::find(&self.head) {
            Some(reading) if reading.is_table() => {
                let mut body = Body::new(&reading, &self.head);
                for (&row, cells) in self.head.range(reading.last_row + 1..) {
                    for cell in cells {
                        let text = (cell.kind == CellKind::Text).then_some(&*cell.text);
                        body.cell(row, cell.col, cell.kind, text, || cell.text.clone());
                    }
                }
                Phase::Body(Box::new(reading), Box::new(body))
            }
            reading => Phase::Not(reading.map(Box::new)),
        };
    }
}

/// Signs that cannot be seen but make two equal words differ: no-break and zero-width spaces, control characters.
fn kept_text(value: Value<'_>) -> Box<str> {
    match value {
        Value::Text(text) => clean(text).into(),
        other => other.text(),
    }
}

fn clean(text: &str) -> Cow<'_, str> {
    // Nearly all of it is plain, and that is seen in one glance.
    if text.bytes().all(|byte| (b' '..0x7F).contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let odd = |c: char| is_invisible(c) || c == '\u{a0}' || (c.is_control() && c != '\n');
    if !text.contains(odd) {
        return Cow::Borrowed(text);
    }
    let plain = |c: char| if odd(c) { ' ' } else { c };
    Cow::Owned(text.chars().filter(|&c| !is_invisible(c)).map(plain).collect())
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

fn table(reading: &Reading, finished: Finished, head: &Head, place: &Place, findings: &mut Vec<Finding>) -> Found {
    let Title { periode, unit } = title::read(head, reading.first_row);
    report::unread_columns(reading, place, findings);
    report::skipped_rows(&finished.skipped, place, findings);
    report::bad_cells(&finished.columns, &finished.rows, place, findings);
    let table = Table {
        source: 0,
        sheet: place.sheet.clone().expect("a sheet's place names the sheet"),
        kind: reading.schema.kind,
        header_row: reading.last_row,
        last_col: finished.last_col,
        columns: finished.columns,
        rows: finished.rows,
        title_unit: unit,
    };
    Found { table, title: periode.map(|(told, cell, text)| (told, place.at(cell.row, cell.col), text)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_signs_are_taken_out() {
        assert_eq!(clean("SDN\u{a0}12\u{200b}"), "SDN 12");
        assert_eq!(clean("Nama\nNIP"), "Nama\nNIP");
        assert!(matches!(clean("Bangko"), Cow::Borrowed(_)));
    }
}
