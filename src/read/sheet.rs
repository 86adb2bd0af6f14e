//! One sheet: its header sought in the first rows, its table gathered from the rest, its faults told.

use std::borrow::Cow;

use super::book::{Book, Flow, Sheet};
use super::header::{self, Head, HeadCell, Meaning, Reading};
use super::refusal::Refusal;
use super::table::Body;
use super::title::{self, Title};
use super::value::Value;
use crate::finding::{Finding, Place, catalogue};
use crate::model::cells::{CellKind, Kind, RawRow};
use crate::model::cells::{ColumnMap, Table};
use crate::model::tanggal::Periode;
use crate::schema::{Column, Weight};
use crate::settings::Batas;

/// Rows that are not empty in which the header is sought.
const HEAD_ROWS: usize = 30;
/// Headers or rows named in one sentence; of more only the count is told.
const MOST_NAMED: usize = 12;

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
    findings: &mut Vec<Finding>,
) -> Option<Found> {
    let mut state = State { head: Head::new(), phase: Phase::Head };
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
        Phase::Body(reading, body) => Some(finish(&reading, *body, &state.head, place, findings)),
        Phase::Not(reading) => {
            findings.push(not_a_table(reading.as_deref(), place));
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

struct State {
    head: Head,
    phase: Phase,
}

impl State {
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

fn finish(reading: &Reading, body: Body, head: &Head, place: &Place, findings: &mut Vec<Finding>) -> Found {
    let finished = body.finish();
    let Title { periode, unit } = title::read(head, reading.first_row);
    unread_columns(reading, place, findings);
    let mut skipped = Vec::new();
    for (reason, rows) in finished.skipped.reasons() {
        if !rows.is_empty() {
            skipped.push(format!("{reason} ({})", rows_in_words(rows)));
        }
    }
    if !skipped.is_empty() {
        let problem = format!("dilewati: {}", skipped.join(", "));
        findings.push(Finding::new(&catalogue::BARIS_TERGESER, place.clone(), "", problem));
    }
    bad_cells(&finished.columns, &finished.rows, place, findings);
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

/// B-12 for a header that stands twice, and one B-10 for all that are not read.
fn unread_columns(reading: &Reading, place: &Place, findings: &mut Vec<Finding>) {
    let mut named = Vec::new();
    let mut at = None;
    for (header, meaning) in reading.headers.iter().zip(&reading.meanings) {
        let here = place.at(header.row, header.col);
        match meaning {
            Meaning::Column(_) | Meaning::Unused => continue,
            Meaning::Twin(first) => {
                let kept = &reading.headers[*first];
                let kept = crate::finding::Cell { row: kept.row, col: kept.col };
                let problem = format!("judul “{}” sudah ada di {kept}; kolom ini tidak dibaca", header.printed);
                findings.push(Finding::new(&catalogue::KOLOM_GANDA, here, &*header.printed, problem));
                continue;
            }
            Meaning::Synonym(used) => {
                named.push(format!("{} (yang dibaca: {})", header.printed, reading.headers[*used].printed));
            }
            Meaning::Unknown => named.push(match reading.near(header) {
                Some(column) => format!("{} (mungkin maksud Anda “{}”?)", header.printed, column.title),
                None => header.printed.clone(),
            }),
        }
        at.get_or_insert(here);
    }
    if let Some(at) = at {
        let problem = format!("kolom yang tidak dibaca: {}", list(&named));
        findings.push(Finding::new(&catalogue::KOLOM_ASING, at, "", problem));
    }
}

/// B-14 and B-15: cells of known columns that hold an error or a formula without result.
fn bad_cells(columns: &[ColumnMap], rows: &[RawRow], place: &Place, findings: &mut Vec<Finding>) {
    for row in rows {
        for cell in &row.cells {
            let header = columns.iter().find(|column| column.col == cell.col).map_or("", |column| &column.header);
            let (kode, problem) = match cell.kind {
                CellKind::Error => (&catalogue::SEL_GALAT, format!("kolom {header} berisi galat {}", cell.text)),
                CellKind::Unevaluated => (
                    &catalogue::RUMUS_TANPA_HASIL,
                    format!("hasil rumus {} pada kolom {header} tidak tersimpan", cell.text),
                ),
                CellKind::Text | CellKind::Number | CellKind::Date | CellKind::Boolean => continue,
            };
            findings.push(Finding::new(kode, place.at(row.row, cell.col), &*cell.text, problem));
        }
    }
}

/// B-11 where a column was forgotten, else B-08.
fn not_a_table(reading: Option<&Reading>, place: &Place) -> Finding {
    let Some(reading) = reading else {
        let problem = "tidak ada judul kolom yang dikenal pada baris-baris pertama lembar ini";
        return Finding::new(&catalogue::LEMBAR_ASING, place.clone(), "", problem);
    };
    let kind = reading.schema.kind.label();
    let lacking = lacking(reading);
    if !reading.is_nearly() {
        let problem = format!("lembar ini paling mirip data {kind}, tetapi tidak memuat {lacking}");
        return Finding::new(&catalogue::LEMBAR_ASING, place.clone(), "", problem);
    }
    let at = place.at(reading.last_row, reading.headers.first().map_or(0, |header| header.col));
    let problem = format!("lembar data {kind} ini tidak memuat {lacking}");
    let finding = Finding::new(&catalogue::KOLOM_WAJIB, at, "", problem);
    let joined = reading.headers.iter().find(|header| is_nama_nip(&header.printed));
    let near = || {
        let unknown = reading.headers.iter().zip(&reading.meanings).filter(|(_, m)| **m == Meaning::Unknown);
        unknown
            .filter_map(|(header, _)| Some((header, reading.near(header)?)))
            .find(|(_, c)| c.weight == Weight::Required)
    };
    match (joined, near()) {
        (Some(header), _) if reading.schema.kind == Kind::Pegawai => {
            finding.with_remedy(format!("Pisahkan kolom “{}” menjadi kolom NAMA dan kolom NIP.", header.printed))
        }
        (_, Some((header, column))) => finding.with_remedy(format!(
            "Mungkin maksud kolom “{}” adalah “{}”? Ubah judulnya.",
            header.printed, column.title
        )),
        _ => finding.with_remedy(format!("Tambahkan {lacking}, lalu jalankan lagi.")),
    }
}

fn is_nama_nip(header: &str) -> bool {
    matches!(crate::schema::header_key(header).as_str(), "NAMA NIP" | "NIP NAMA")
}

fn lacking(reading: &Reading) -> String {
    let columns: Vec<&Column> = reading.lacking();
    let titles: Vec<&str> = columns.iter().map(|column| column.title).collect();
    match columns.first() {
        Some(column) if column.weight == Weight::Typical => format!("satu pun dari kolom {}", titles.join(", ")),
        _ => format!("kolom {}", join_with_dan(&titles)),
    }
}

fn join_with_dan(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_string(),
        [first @ .., last] => format!("{} dan {last}", first.join(", ")),
    }
}

fn list(named: &[String]) -> String {
    match named.len().checked_sub(MOST_NAMED) {
        None | Some(0) => named.join(", "),
        Some(more) => format!("{}, dan {more} lagi", named[..MOST_NAMED].join(", ")),
    }
}

/// `baris 6`, `baris 40–44, 50`: rows counted from one, neighbours joined.
fn rows_in_words(rows: &[u32]) -> String {
    let mut spans: Vec<(u32, u32)> = Vec::new();
    for &row in rows {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => spans.push((row, row)),
        }
    }
    let words = |&(first, last): &(u32, u32)| match last - first {
        0 => format!("{}", first + 1),
        _ => format!("{}–{}", first + 1, last + 1),
    };
    format!("baris {}", list(&spans.iter().map(words).collect::<Vec<_>>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_as_spans_counted_from_one() {
        assert_eq!(rows_in_words(&[5]), "baris 6");
        assert_eq!(rows_in_words(&[39, 40, 41, 49]), "baris 40–42, 50");
    }

    #[test]
    fn invisible_signs_are_taken_out() {
        assert_eq!(clean("SDN\u{a0}12\u{200b}"), "SDN 12");
        assert_eq!(clean("Nama\nNIP"), "Nama\nNIP");
        assert!(matches!(clean("Bangko"), Cow::Borrowed(_)));
    }
}
