//! Asal sel: the cells of the inbox in which a fact stands.

use crate::finding::Place;
use crate::model::cells::{CellKind, Kind, RawCell, Table, Tables};
use crate::model::nip::{Nip, clean_nip};
use crate::model::tanggal::tanggal_in_words;

/// A cell of a known column with what was typed in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsalSel {
    pub place: Place,
    /// Canonical name of the column; see `schema`.
    pub name: &'static str,
    /// The header as printed in the sheet.
    pub header: String,
    /// Empty where the cell is.
    pub text: String,
}

/// A row that tells of somebody, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarisOrang {
    pub kind: Kind,
    /// The NIP cell; where the table has no such column, that of the name.
    pub place: Place,
    /// The digits of the NIP; of a number that a spreadsheet rounded the 15 that are certain. Empty where there are none.
    pub nip: String,
    /// Whether `nip` is but the certain beginning of a rounded number.
    pub terpotong: bool,
    pub nama: String,
}

/// Digits of a number that a spreadsheet keeps for certain.
const PASTI: usize = 15;

impl Tables {
    /// Every row of a table of people, then those of lists about them.
    pub fn baris_orang(&self) -> impl Iterator<Item = BarisOrang> + '_ {
        let kinds = std::iter::once(Kind::Pegawai).chain(Kind::ADDING);
        let tables = kinds.flat_map(|kind| self.tables.iter().filter(move |table| table.kind == kind));
        tables.flat_map(move |table| {
            let col = |name| table.columns.iter().find(|column| column.name == name).map(|column| column.col);
            let (nip, nama) = (col("nip"), col("nama"));
            let anchor = nip.or(nama);
            table.rows.iter().filter_map(move |row| {
                let (of_nip, terpotong) = nip.and_then(|col| row.cell(col)).map(nip_digits).unwrap_or_default();
                let nama = nama.and_then(|col| row.cell(col)).map(shown).unwrap_or_default();
                let place = self.place(table).at(row.row, anchor?);
                Some(BarisOrang { kind: table.kind, place, nip: of_nip, terpotong, nama })
            })
        })
    }

    /// Every row about a person, each by its NIP cell: rows of people first, then those of lists. `known` is the row
    /// that counts, which a damaged NIP may hide.
    pub fn rows_of(&self, nip: &Nip, known: &Place) -> Vec<Place> {
        let mut rows = vec![known.clone()];
        for kind in std::iter::once(Kind::Pegawai).chain(Kind::ADDING) {
            for table in self.tables.iter().filter(|table| table.kind == kind) {
                let col = |name| table.columns.iter().find(|column| column.name == name).map(|column| column.col);
                let cols: Vec<u32> = ["nip", "nama"].into_iter().filter_map(col).collect();
                let names = |text: &str| clean_nip(text).text == nip.digits() || digits(text).contains(nip.digits());
                let of_person = table
                    .rows
                    .iter()
                    .filter(|row| row.cells().any(|cell| cols.contains(&cell.col) && names(cell.text)));
                rows.extend(of_person.map(|row| self.place(table).at(row.row, cols[0])));
            }
        }
        let mut seen = Vec::new();
        rows.retain(|place| {
            let row = (place.file.clone(), place.sheet.clone(), place.cell.map(|cell| cell.row));
            let new = !seen.contains(&row);
            seen.push(row);
            new
        });
        rows
    }

    /// The cells of these columns in the row of a place; of columns that the table has and that are empty there, the
    /// first, where none of them is filled.
    pub fn cells_of(&self, row: &Place, columns: &[&str]) -> Vec<AsalSel> {
        let Some((table, at)) = self.table_of(row).zip(row.cell) else { return Vec::new() };
        let read = table.rows.binary_search_by_key(&at.row, |read| read.row).ok().map(|index| &table.rows[index]);
        let text = |col: u32| read.and_then(|read| read.cell(col)).map(shown);
        let known = columns.iter().filter_map(|name| table.columns.iter().find(|column| column.name == *name));
        let cells = known.map(|column| AsalSel {
            place: row.at(at.row, column.col),
            name: column.name,
            header: column.header.trim().to_string(),
            text: text(column.col).unwrap_or_default(),
        });
        let (filled, empty): (Vec<AsalSel>, Vec<AsalSel>) = cells.partition(|cell| !cell.text.is_empty());
        if filled.is_empty() { empty.into_iter().take(1).collect() } else { filled }
    }

    /// The table a cell stands in; of several on one sheet the one whose header is nearest above.
    fn table_of(&self, place: &Place) -> Option<&Table> {
        let cell = place.cell?;
        let here = |table: &&Table| {
            let sheet = self.place(table);
            sheet.file == place.file && sheet.sheet == place.sheet && table.header_row < cell.row
        };
        self.tables.iter().filter(here).max_by_key(|table| table.header_row)
    }
}

/// What is typed there; a date as people write it.
fn shown(cell: RawCell<'_>) -> String {
    let date = (cell.kind == CellKind::Date).then(|| cell.text.get(..10)?.parse().ok()).flatten();
    date.map_or_else(|| cell.text.trim().to_string(), tanggal_in_words)
}

/// The digits of an NIP cell, and whether they are but the certain beginning of a rounded number.
fn nip_digits(cell: RawCell<'_>) -> (String, bool) {
    let rounded = cell.kind == CellKind::Number && !cell.is_whole_nip();
    match cell.text.parse::<f64>().ok().filter(|number| rounded && *number >= 1e17) {
        Some(number) => {
            let scientific = format!("{number:.*e}", PASTI - 1);
            (digits(scientific.split('e').next().unwrap_or_default()), true)
        }
        None => (digits(cell.text), false),
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
