//! One sheet: its header sought in the first rows, its table gathered from the rest, its faults told.

use super::beside;
use super::book::{Book, Sheet};
use super::handover::Handover;
use super::header::{self, Head, Reading};
use super::kamus::Judul;
use super::meaning::Meaning;
use super::merged;
use super::refusal::Refusal;
use super::report;
use super::state::{Ended, Part, Rest, State};
use super::table::Finished;
use super::title::{self, Title};
use crate::finding::{Finding, Place, catalogue};
use crate::model::bentuk::Bentuk;
use crate::model::cells::{CellKind, Gathering, RawCell, Table};
use crate::model::tanggal::Periode;
use crate::schema::{self, Schema, Values, header_key};
use crate::settings::Batas;

/// A table with the month its title tells.
pub(super) struct Found {
    pub table: Table,
    pub title: Option<(Periode, Place, String)>,
}

/// What the reading of all sheets of a file is held to.
pub(super) struct Terms<'a> {
    pub batas: &'a Batas,
    /// The month that a title must tell for its table to count; another one is left at its header.
    pub wanted: Option<Periode>,
    /// About as many bytes are kept of the file by now.
    pub kept: u64,
}

/// Reads one sheet, with every table on it. What is unknown or cannot be read is told in `findings`; an empty sheet is
/// passed over.
pub(super) fn read(
    book: &mut Book<'_>,
    sheet: &Sheet,
    place: &Place,
    terms: &mut Terms<'_>,
    judul: &mut Judul<'_>,
    findings: &mut Vec<Finding>,
) -> Vec<Found> {
    let batas = terms.batas;
    let mut state = State::new(judul.kamus, terms);
    let streamed = std::thread::scope(|scope| {
        let mut handover = Handover::new(scope, &mut state);
        let streamed = book.stream(&sheet.name, batas, |row, col, value| handover.take(row, col, value));
        handover.finish();
        streamed
    });
    terms.kept = state.kept();
    let streamed = if state.is_full() { Err(no_room(batas)) } else { streamed };
    match streamed {
        Ok(streamed) if streamed.lost > 0 => {
            let problem = format!("{} sel tidak dapat dibaca dan tempatnya tidak diketahui", streamed.lost);
            findings.push(
                Finding::new(&catalogue::SEL_GALAT, place.clone(), "", problem).with_remedy(
                    "Buka berkas di Excel, simpan ulang sebagai .xlsx, lalu taruh kembali di folder masuk.",
                ),
            );
        }
        Ok(_) => {}
        Err(refusal) => {
            findings.push(about_sheet(refusal).at(place.clone()));
            return Vec::new();
        }
    }
    let Ended { parts, rests, sides } = state.finish();
    // The copy's own columns go behind the last one of the whole sheet.
    let last_col = parts.iter().map(|part| part.body.last_col()).chain(beside::last_col(&sides)).max().unwrap_or(0);
    let mut merged = None;
    let mut found = Vec::new();
    for Part { reading, body, head, stray } in parts {
        findings.extend(stray.finding(reading.schema.kind.label(), place));
        findings.extend(beside::doubt(&reading, &head, judul.kamus, place));
        let mut finished = body.finish();
        finished.last_col = last_col;
        if book.counts_from_1904() {
            from_1904(reading.schema, &mut finished);
        }
        if merged::may_fill(&finished.columns, &finished.rows) {
            let regions = merged.get_or_insert_with(|| book.merged(&sheet.name, batas));
            merged::fill(&finished.columns, &mut finished.rows, regions.clone());
        }
        // Rows that took further cells.
        Gathering::default().join(&mut finished.rows);
        judul.ask(&reading, place);
        judul.told(&reading, place, findings);
        found.push(table(&reading, finished, &head, place, judul, findings));
    }
    findings.extend(beside::findings(&sides, place, judul));
    for Rest { reading, head } in rests {
        if let Some(reading) = reading.as_deref() {
            judul.ask_of_no_table(reading, place);
        }
        findings.push(report::not_a_table(reading.as_deref(), &head, place, judul));
    }
    found
}

fn about_sheet(refusal: Refusal) -> Refusal {
    let problem = refusal.problem.replace("berkas ini", "lembar ini");
    let problem = if problem.contains("lembar ini") { problem } else { format!("lembar ini tidak terbaca: {problem}") };
    Refusal { problem, ..refusal }
}

fn no_room(batas: &Batas) -> Refusal {
    let problem = format!("isi lembar ini tidak muat dalam batas memori {} MB", batas.memori_mb);
    Refusal::new(&catalogue::BATAS_BERKAS, problem)
}

fn table(
    reading: &Reading,
    finished: Finished,
    head: &Head,
    place: &Place,
    judul: &Judul<'_>,
    findings: &mut Vec<Finding>,
) -> Found {
    let Title { periode, unit, kecamatan, tahun } = title::read(head, reading.first_row);
    let unit = unit.or_else(|| title::of_sheet(place.sheet.as_deref()?));
    // Rows above a table are titles, unless they are a table that lacks a column.
    let upper: Head = head.range(..reading.first_row).map(|(&row, cells)| (row, cells.clone())).collect();
    if let Some(nearly) = header::find(&upper, judul.kamus).filter(Reading::is_nearly) {
        findings.push(report::not_a_table(Some(&nearly), &upper, place, judul));
    }
    report::unread_columns(reading, place, judul, findings);
    report::skipped_rows(&finished.skipped, place, findings);
    report::bad_cells(&finished.columns, &finished.rows, place, findings);
    let bentuk = bentuk(reading, head);
    let mut columns = finished.columns;
    columns.retain(|column| !schema::bentuk::is_first_appointment(bentuk, column.name, &column.header));
    let table = Table {
        source: 0,
        sheet: place.sheet.clone().expect("a sheet's place names the sheet"),
        kind: reading.schema.kind,
        header_row: reading.last_row,
        last_col: finished.last_col,
        columns,
        private_cols: private_cols(reading),
        rows: finished.rows,
        title_unit: unit,
        title_kecamatan: kecamatan,
        title_tahun: tahun,
        groups: finished.groups,
        bentuk,
        periode: periode.as_ref().map(|(told, ..)| *told),
    };
    Found { table, title: periode.map(|(told, cell, text)| (told, place.at(cell.row, cell.col), text)) }
}

/// Days between the two epochs of Excel.
const EPOCHS_APART: f64 = 1462.0;

/// A plain number in a column of dates counts days from 1904 in such a workbook; the checks count from 1900.
fn from_1904(schema: &Schema, finished: &mut Finished) {
    let is_date =
        |name: &str| schema.column(name).is_some_and(|c| matches!(c.values, Values::Tanggal | Values::TanggalSatu));
    let dates: Vec<u32> =
        finished.columns.iter().filter(|column| is_date(column.name)).map(|column| column.col).collect();
    for row in &mut finished.rows {
        for &col in &dates {
            let number = row.cell(col).filter(|cell| cell.kind == CellKind::Number);
            let serial = number.and_then(|cell| cell.text.parse::<f64>().ok());
            // Eight digits are a date in themselves: 20190801.
            if let Some(serial) = serial.filter(|&serial| serial < 1_000_000.0) {
                let text = (serial + EPOCHS_APART).to_string();
                row.put(RawCell { col, kind: CellKind::Number, text: &text });
            }
        }
    }
}

fn private_cols(reading: &Reading) -> Vec<u32> {
    let private = |meaning: Meaning| match meaning {
        Meaning::Sensitive => true,
        Meaning::Column(column) => reading.schema.columns[column].is_private(),
        Meaning::Twin(_) | Meaning::Synonym(_) | Meaning::Unused | Meaning::Unknown => false,
    };
    let read_instead = |meaning: Meaning| match meaning {
        Meaning::Twin(header) | Meaning::Synonym(header) => reading.meanings[header],
        Meaning::Column(_) | Meaning::Unused | Meaning::Sensitive | Meaning::Unknown => meaning,
    };
    let headers = reading.headers.iter().zip(&reading.meanings);
    headers.filter(|(_, meaning)| private(read_instead(**meaning))).map(|(header, _)| header.col).collect()
}

/// The shape of a table of people, from every header, also of columns that are not read.
fn bentuk(reading: &Reading, head: &Head) -> Bentuk {
    let titles = head.range(..reading.first_row).flat_map(|(_, cells)| cells).map(|cell| header_key(&cell.text));
    schema::bentuk::of(reading.headers.iter().map(|header| header.keys.as_slice()), titles)
}
