//! Proposed moves as the sheets list them: by the OPD the people come from, within it in DUK order.

use std::collections::BTreeMap;

use super::figures::opd_of;
use super::table::FIRST_ROW;
use crate::model::angka::ribuan;
use crate::write::Results;

/// The moves of one OPD.
pub(super) struct PerOpd<'a> {
    pub(super) opd: &'a str,
    /// Indices of the plan's moves.
    pub(super) moves: Vec<usize>,
    /// How many of them lead to another OPD.
    keluar: usize,
}

impl PerOpd<'_> {
    /// `Dinas Kesehatan: 4 orang diusulkan pindah, 1 di antaranya ke OPD lain`.
    pub(super) fn in_words(&self) -> String {
        let away = match self.keluar {
            0 => String::new(),
            all if all == self.moves.len() => ", semuanya ke OPD lain".into(),
            some => format!(", {} di antaranya ke OPD lain", ribuan(some as i64)),
        };
        format!("{}: {} orang diusulkan pindah{away}", self.opd, ribuan(self.moves.len() as i64))
    }
}

/// All moves, by OPD in order of names.
pub(super) fn per_opd<'a>(results: &Results<'a>) -> Vec<PerOpd<'a>> {
    let mut groups: BTreeMap<&str, PerOpd<'_>> = BTreeMap::new();
    for (at, each) in results.plan.moves.iter().enumerate() {
        let (from, to) = (opd_of(results, each.from), opd_of(results, each.to));
        let group = groups.entry(from).or_insert_with(|| PerOpd { opd: from, moves: Vec::new(), keluar: 0 });
        group.moves.push(at);
        group.keluar += usize::from(from != to);
    }
    groups.into_values().collect()
}

/// The row of each move, by its index in the plan, on a list where every group has a row of its own above it.
pub(super) fn rows(groups: &[PerOpd<'_>]) -> Vec<u32> {
    let mut rows = vec![0; groups.iter().map(|group| group.moves.len()).sum()];
    let mut row = FIRST_ROW;
    for group in groups {
        row += 1;
        for at in &group.moves {
            rows[*at] = row;
            row += 1;
        }
    }
    rows
}
