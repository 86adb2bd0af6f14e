//! One sheet: its header sought in the first rows, its table gathered from the rest, its faults told.

use std::borrow::Cow;

use super::book::{Book, Flow, Sheet};
use super::header::{self, Head, HeadCell, Reading};
use super::kamus::Judul;
use super::merged;
use super::refusal::Refusal;
use super::report;
use super::table::{Body, Finished};
use super::title::{self, Title};
use super::value::Value;
use crate::finding::{Finding, Place, catalogue};
use crate::model::cells::{CellKind, Table};
use crate::model::kamus::Kamus;
use crate::model::tanggal::Periode;
use crate::settings::Batas;

/// Rows that are not empty in which the header is sought.
const HEAD_ROWS: usize = 30;
/// A table with the month its title tells.
pub(super) struct Found {
    pub table: Table,
    pub title: Option<(Periode, Place, String)>,
}

/// Reads one sheet. What is unknown or cannot be read is told in `findings`; an empty sheet is passed over.
pub(super) fn read(
    book: &mut Book<'_>,
    sheet: &Sheet,
    place: &Place,
    batas: &Batas,
    judul: &mut Judul<'_>,
    findings: &mut Vec<Finding>,
) -> Option<Found> {
    let mut state = State { head: Head::new(), phase: Phase::Head, kamus: judul.kamus };
    let streamed = book.stream(&sheet.name, batas, |row, col, value| state.take(row, col, value));
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
            judul.ask(&reading, place);
            judul.told(&reading, place, findings);
            Some(table(&reading, finished, &state.head, place, judul, findings))
        }
        Phase::Not(reading) => {
            if let Some(reading) = reading.as_deref() {
                judul.ask_of_no_table(reading, place);
            }
            findings.push(report::not_a_table(reading.as_deref(), place, judul));
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

struct State<'k> {
    head: Head,
    phase: Phase,
    kamus: &'k Kamus,
}

impl State<'_> {
    fn take(&mut self, row: u32, col: u32, value: Value<'_>) -> Flow {
        if let Value::Text(text) = value
            && text.chars().all(is_blank)
        {
            return Flow::More;
        }
        if matches!(self.phase, Phase::Head) {
            if self.head.contains_key(&row) || self.head.len() < HEAD_ROWS {
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
                body.cell(row, col, value.kind(), text, || kept_text(value));
                Flow::More
            }
            Phase::Not(_) | Phase::Head => Flow::Enough,
        }
    }

    /// Settles what the sheet is, from its first rows. Nothing is settled about an empty sheet.
    fn decide(&mut self) {
        if self.head.is_empty() {
            return;
        }
        self.phase = match header::find(&self.head, self.kamus) {
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

fn table(
    reading: &Reading,
    finished: Finished,
    head: &Head,
    place: &Place,
    judul: &Judul<'_>,
    findings: &mut Vec<Finding>,
) -> Found {
    let Title { periode, unit } = title::read(head, reading.first_row);
    report::unread_columns(reading, place, judul, findings);
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
