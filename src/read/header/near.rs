//! Headers that are nobody's, and the known ones they resemble.

use super::{Header, Reading};
use crate::read::meaning::Meaning;
use crate::schema::Column;

impl Reading {
    /// The known header that an unknown one resembles most, with the cell that already holds its column if one does.
    pub fn near(&self, header: &Header) -> Option<(&'static Column, Option<&Header>)> {
        let key = header.key();
        let keys = self.schema.columns.iter().enumerate().filter(|(_, column)| column.asked);
        keys.flat_map(|(at, column)| column.keys().map(move |known| (known, at, column)))
            .filter_map(|(known, at, column)| Some((likeness(key, &known)?, self.has(at), at, column)))
            .min_by_key(|(distance, taken, at, _)| (*distance, *taken, *at))
            .map(|(.., at, column)| (column, self.holder(at)))
    }

    /// The cell of the header that holds a column of the schema.
    fn holder(&self, column: usize) -> Option<&Header> {
        let at = self.meanings.iter().position(|meaning| *meaning == Meaning::Column(column))?;
        self.headers.get(at)
    }

    /// The columns that an unknown header resembles, among those that were not found; the nearest first.
    pub fn nearest(&self, header: &Header) -> Vec<&'static Column> {
        let key = header.key();
        let asked = self.schema.columns.iter().enumerate().filter(|(_, column)| column.asked);
        let missing = asked.filter(|(at, _)| !self.has(*at));
        let mut near: Vec<(usize, usize)> = missing
            .filter_map(|(at, column)| {
                let close = column.keys().filter_map(|known| likeness(key, &known));
                close.min().map(|distance| (distance, at))
            })
            .collect();
        near.sort_unstable();
        near.into_iter().map(|(_, at)| &self.schema.columns[at]).collect()
    }
}

/// How many letters two headers differ by, if it is at most a quarter of the known one's. Texts whose lengths alone
/// differ by more are not compared: a hostile header may be as long as a cell can be.
fn likeness(key: &str, known: &str) -> Option<usize> {
    let most = known.len() / 4;
    if key.len().abs_diff(known.len()) > most {
        return None;
    }
    let distance = strsim::damerau_levenshtein(key, known);
    (distance <= most).then_some(distance)
}
