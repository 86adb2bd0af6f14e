//! The header of a table: its cells, and what they make of the sheet.

mod find;
mod near;
mod stack;

use std::collections::BTreeMap;

use super::meaning::{Dikenal, Meaning};
use crate::model::cells::{CellKind, Kind};
use crate::schema::kebutuhan::is_rekap_kebutuhan;
use crate::schema::{Column, NAMA_DAN_NIP, Schema, Weight};

pub(super) use find::find;
pub(super) use stack::stacked;

/// The first rows of a sheet, as far as the header is sought.
pub(super) type Head = BTreeMap<u32, Vec<HeadCell>>;

/// One cell of the first rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HeadCell {
    pub col: u32,
    pub kind: CellKind,
    pub text: Box<str>,
}

/// A cell of the header: what is printed, and the keys it may be known by, the likeliest first.
#[derive(Debug)]
pub(super) struct Header {
    pub row: u32,
    pub col: u32,
    /// As printed; the rows of a heading joined by a space.
    pub printed: String,
    /// With what stands in parentheses first, then without; then without the headings above, one after the other.
    pub keys: Vec<String>,
    /// What each key is known as.
    pub dikenal: Vec<Dikenal>,
    /// Whether it stands in a lower row under an empty cell.
    under_empty: bool,
}

/// One way to read the first rows: this row (and perhaps the next) is the header of this kind of table.
#[derive(Debug)]
pub(super) struct Reading {
    pub schema: &'static Schema,
    pub first_row: u32,
    pub last_row: u32,
    pub headers: Vec<Header>,
    /// One for each header.
    pub meanings: Vec<Meaning>,
    pub score: u32,
}

impl Reading {
    /// Whether the schema's column was found.
    pub fn has(&self, column: usize) -> bool {
        let name = self.schema.columns[column].name;
        self.meanings.contains(&Meaning::Column(column))
            || (name == "nip" && self.nama_and_nip().is_some())
            || (name == "kebutuhan" && self.schema.kind == Kind::Kebutuhan && self.is_rekap())
    }

    /// Whether need is told for each eselon and jenjang, as in the formulir rekap OPD.
    pub fn is_rekap(&self) -> bool {
        let is_need = |meaning: &Meaning| match meaning {
            Meaning::Column(at) => is_rekap_kebutuhan(self.schema.columns[*at].name),
            Meaning::Twin(_) | Meaning::Synonym(_) | Meaning::Unused | Meaning::Sensitive | Meaning::Unknown => false,
        };
        self.meanings.iter().any(is_need)
    }

    /// The column that holds name and NIP in one cell, where the NIP has no column of its own.
    pub fn nama_and_nip(&self) -> Option<&Header> {
        let named = |name: &str| {
            let found = self.headers.iter().zip(&self.meanings);
            let mut found = found.filter(move |(_, meaning)| match meaning {
                Meaning::Column(at) => self.schema.columns[*at].name == name,
                Meaning::Twin(_) | Meaning::Synonym(_) | Meaning::Unused | Meaning::Sensitive | Meaning::Unknown => {
                    false
                }
            });
            found.next().map(|(header, _)| header)
        };
        let both = named("nama").filter(|header| header.keys.iter().any(|key| NAMA_DAN_NIP.contains(&key.as_str())))?;
        named("nip").is_none().then_some(both)
    }

    /// Required columns that are not there; for a table that has them all but nothing else, the typical ones.
    pub fn lacking(&self) -> Vec<&'static Column> {
        let missing = |weight| {
            let all = self.schema.columns.iter().enumerate().filter(move |(_, column)| column.weight == weight);
            all.filter(|(at, _)| !self.has(*at)).map(|(_, column)| column)
        };
        let required: Vec<_> = missing(Weight::Required).collect();
        if !required.is_empty() || self.found(Weight::Typical) > 0 || self.tells() {
            return required;
        }
        missing(Weight::Typical).collect()
    }

    /// Whether a column was found that says by itself what the sheet is.
    fn tells(&self) -> bool {
        self.schema.columns.iter().enumerate().any(|(at, column)| column.telling && self.has(at))
    }

    /// How many columns of this weight were found.
    pub fn found(&self, weight: Weight) -> usize {
        self.schema.columns.iter().enumerate().filter(|(at, column)| column.weight == weight && self.has(*at)).count()
    }

    /// Whether it can be used: every required column and at least one typical one.
    pub fn is_table(&self) -> bool {
        self.lacking().is_empty()
    }

    /// Whether so much is there that a column was forgotten rather than the sheet being something else.
    pub fn is_nearly(&self) -> bool {
        let columns = self.meanings.iter().filter(|m| matches!(m, Meaning::Column(_))).count();
        !self.is_table() && columns >= 4 && self.found(Weight::Required) > 0
    }
}

impl Header {
    /// What is printed, without what stands in parentheses.
    pub fn key(&self) -> &str {
        self.keys.get(1).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests;
