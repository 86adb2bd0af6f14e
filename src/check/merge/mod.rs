//! The same person in several tables: merged fact by fact. The table that counts first gives every fact it has; what
//! it lacks is taken from the next. A TMT goes with what it dates: it is taken only from a row that says the same of
//! golongan, jabatan or unit as the one that counts.

mod alike;
mod fields;
mod notes;
mod order;

use std::collections::BTreeSet;

use super::draft::{Draft, PegawaiDraft};
use crate::finding::Place;
use crate::model::unit::UnitId;

pub use alike::unit_shown;
pub use notes::{Notes, UNSURE};
pub use order::rank;

use fields::{Column, Settle};

/// Merges the rows (indices into `draft.pegawai`, the one that counts first in front) into the first of them.
pub fn merge(draft: &mut Draft, rows: &[usize], notes: &mut Notes) {
    let Some((&lead, others)) = rows.split_first().filter(|(_, others)| !others.is_empty()) else { return };
    let mut merged = {
        let all: Vec<&PegawaiDraft> = rows.iter().map(|&at| &draft.pegawai[at]).collect();
        let mut settle = Settle::new(draft, all, notes);
        merged(&mut settle)
    };
    let gabungan = others.iter().map(|&at| draft.pegawai[at].tabel).collect();
    let unsure = std::mem::take(&mut merged.mungkin_di).into_iter();
    let mungkin_di: BTreeSet<UnitId> =
        rows.iter().flat_map(|&at| std::mem::take(&mut draft.pegawai[at].mungkin_di)).chain(unsure).collect();
    let row = &mut draft.pegawai[lead];
    *row = PegawaiDraft { gabungan, mungkin_di: mungkin_di.into_iter().collect(), ..merged };
    if row.unit.id.is_some() {
        row.mungkin_di.clear();
    }
}

/// What the rows say together.
fn merged(settle: &mut Settle<'_>) -> PegawaiDraft {
    let lead = settle.lead();
    let mut out = PegawaiDraft {
        tabel: lead.tabel,
        gabungan: Vec::new(),
        facts: lead.facts.clone(),
        jabatan: None,
        jabatan_col: lead.jabatan_col,
        unit_col: lead.unit_col,
        unit: lead.unit.clone(),
        place: lead.place.clone(),
        nip: lead.nip,
        nip_baris: lead.nip_baris,
        nama_baris: lead.nama_baris,
        nip_rusak: None,
        tugas_tambahan: None,
        mungkin_di: Vec::new(),
    };
    settle.identity(&mut out.facts);
    settle.golongan(&mut out.facts);
    out.jabatan = settle.jabatan(&mut out.facts);
    settle.unit(&mut out);
    settle.skp(&mut out.facts);
    settle.profesi(&mut out.facts);
    settle.standing(&mut out.facts);
    out
}

/// Where a row's cell of a fact stands: the first of the columns its table has, else its NIP cell.
fn cell(draft: &Draft, row: &PegawaiDraft, columns: &[Column]) -> Place {
    let known = &draft.tabel[row.tabel].columns;
    let col = columns.iter().find_map(|name| known.iter().find(|column| column.name == *name)).map(|column| column.col);
    match (col, row.place.cell) {
        (Some(col), Some(cell)) => row.place.at(cell.row, col),
        (None, _) | (_, None) => row.place.clone(),
    }
}
