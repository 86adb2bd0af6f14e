//! Which row is the header, and of what kind of table.

use std::collections::BTreeMap;

use super::{Head, HeadCell, Header, Reading, stacked};
use crate::model::cells::{CellKind, Kind};
use crate::model::kamus::Kamus;
use crate::read::meaning::{Meaning, is_known, meanings};
use crate::schema::kebutuhan::{is_rekap_kebutuhan, is_rekap_riil};
use crate::schema::{self, Schema, Weight, header_key};

/// A header reaches over so many rows at most.
const MOST_ROWS: u32 = 3;

/// The likeliest reading of the first rows; `None` when no header of any kind is among them.
/// The heaviest kind wins over a complete one,
/// so that a list of people without NIP is not taken for a list of units.
pub(in crate::read) fn find(head: &Head, kamus: &Kamus) -> Option<Reading> {
    let known: BTreeMap<u32, usize> = head.iter().map(|(&row, cells)| (row, known_in(cells, kamus))).collect();
    let mut readings: Vec<Reading> = Vec::new();
    for &row in head.keys() {
        for height in 1..=MOST_ROWS {
            let rows: Vec<(u32, &[HeadCell])> =
                head.range(row..row + height).map(|(&row, cells)| (row, cells.as_slice())).collect();
            // Rows without two known words between them are no header: that spares trying each row of data.
            if rows.len() < height as usize || rows.iter().map(|(row, _)| known[row]).sum::<usize>() < 2 {
                continue;
            }
            readings.extend(likeliest(row, stacked(&rows), kamus));
        }
    }
    // Of two tables one below the other the upper one comes first, though the lower one may score more. A line of
    // titles may pass for a small table; it scores less than half.
    let most = readings.iter().map(|reading| reading.score).max()?;
    let upper = readings.iter().find(|reading| reading.is_table() && reading.score * 2 >= most);
    let rows = upper.map_or(0..=u32::MAX, |upper| upper.first_row..=upper.last_row + 1);
    readings.retain(|reading| rows.contains(&reading.first_row));
    // Of equals the first counts.
    readings.into_iter().rev().max_by_key(Reading::rank)
}

/// How many cells are words of headers, known to us or confirmed by the office.
fn known_in(cells: &[HeadCell], kamus: &Kamus) -> usize {
    let confirmed = |key: &str| Kind::ALL.iter().any(|kind| kamus.judul(*kind, key).is_some());
    let known = |cell: &&HeadCell| {
        let key = header_key(&cell.text);
        is_known(&key) || (!kamus.is_empty() && confirmed(&key))
    };
    texts(cells).filter(known).count()
}

impl Reading {
    /// At equal score a row of subheadings belongs to the header, and any other second row (a title above it,
    /// data below it) does not.
    fn rank(&self) -> (u32, bool, u8) {
        let shape = match (self.headers.iter().any(|header| header.row > self.first_row), self.has_subheadings()) {
            (true, true) => 2,
            (false, _) => 1,
            (true, false) => 0,
        };
        (self.score, self.is_table(), shape)
    }

    /// Whether the second row is one of subheadings and not of data: some of them stand under an empty cell,
    /// none under a required column.
    fn has_subheadings(&self) -> bool {
        let required = |meaning: &Meaning| match meaning {
            Meaning::Column(at) => self.schema.columns[*at].weight == Weight::Required,
            Meaning::Twin(_) | Meaning::Synonym(_) | Meaning::Unused | Meaning::Sensitive | Meaning::Unknown => false,
        };
        let below = |header: &Header| header.row > self.first_row;
        self.headers.iter().any(|header| header.under_empty)
            && !self.headers.iter().zip(&self.meanings).any(|(header, meaning)| below(header) && required(meaning))
    }
}

fn likeliest(row: u32, headers: Vec<Header>, kamus: &Kamus) -> Option<Reading> {
    let last_row = headers.iter().map(|header| header.row).max()?;
    let best = Kind::ALL
        .iter()
        .map(|&kind| {
            let schema = schema::of(kind);
            let meanings = meanings(schema, &headers, kamus);
            let score = score(schema, &meanings);
            Reading { schema, first_row: row, last_row, headers: Vec::new(), meanings, score }
        })
        .filter(|reading| reading.meanings.iter().filter(|m| matches!(m, Meaning::Column(_))).count() >= 2)
        .max_by_key(|reading| (reading.score, reading.is_table(), std::cmp::Reverse(reading.schema.kind)))?;
    Some(Reading { headers, ..best })
}

/// What a telling column weighs: more than the columns about jabatan and unit that lists of people repeat.
const TELLING: u32 = 10;

fn score(schema: &Schema, meanings: &[Meaning]) -> u32 {
    let weight = |meaning: &Meaning| match meaning {
        Meaning::Column(at) => {
            let column = &schema.columns[*at];
            let usual = match column.weight {
                Weight::Required => 5,
                Weight::Typical => 3,
                Weight::Optional => 1,
            };
            if column.telling { TELLING } else { usual }
        }
        Meaning::Twin(_) | Meaning::Synonym(_) | Meaning::Unused | Meaning::Sensitive | Meaning::Unknown => 0,
    };
    // The sub-columns of a rekap are together what a column of need or presence is alone.
    let has_level = |is_level: fn(&str) -> bool| {
        let is_level = |meaning: &Meaning| matches!(meaning, Meaning::Column(at) if is_level(schema.columns[*at].name));
        schema.kind == Kind::Kebutuhan && meanings.iter().any(is_level)
    };
    let levels = 5 * u32::from(has_level(is_rekap_kebutuhan)) + 3 * u32::from(has_level(is_rekap_riil));
    meanings.iter().map(weight).sum::<u32>() + levels
}

fn texts(cells: &[HeadCell]) -> impl Iterator<Item = &HeadCell> {
    cells.iter().filter(|cell| cell.kind == CellKind::Text)
}
