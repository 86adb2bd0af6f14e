//! Headers that are nobody's, and the known ones they resemble.

use super::{Header, Reading};
use crate::read::meaning::Meaning;
use crate::schema::Column;

impl Reading {
    /// The known header that an unknown one resembles most, with the cell that already holds its column if one does.
    pub fn near(&self, header: &Header) -> Option<(&'static Column, Option<&Header>)> {
        let (.., at) = self.alike(header).into_iter().next()?;
        Some((&self.schema.columns[at], self.holder(at)))
    }

    /// The cell of the header that holds a column of the schema.
    fn holder(&self, column: usize) -> Option<&Header> {
        let at = self.meanings.iter().position(|meaning| *meaning == Meaning::Column(column))?;
        self.headers.get(at)
    }

    /// The columns that an unknown header resembles, among those that were not found; the nearest first.
    pub fn nearest(&self, header: &Header) -> Vec<&'static Column> {
        let missing = self.alike(header).into_iter().filter(|(_, taken, _)| !taken);
        missing.map(|(.., at)| &self.schema.columns[at]).collect()
    }

    /// The columns that an unknown header resembles, each with its distance and whether it was found; the most alike
    /// first, and of these those that were not found.
    fn alike(&self, header: &Header) -> Vec<(usize, bool, usize)> {
        let key = header.key();
        let asked = self.schema.columns.iter().enumerate().filter(|(_, column)| column.asked);
        let alike = asked.filter_map(|(at, column)| {
            let distance = column.keys().filter_map(|known| likeness(key, &known)).min()?;
            Some((distance, self.has(at), at))
        });
        let mut alike: Vec<_> = alike.collect();
        alike.sort_unstable();
        alike
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
