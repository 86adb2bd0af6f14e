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
use crate::model::jarang::Jarang;
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
    let mut mungkin_di: BTreeSet<UnitId> = merged.seldom.mungkin_di.iter().copied().collect();
    for &at in rows {
        mungkin_di.extend(draft.pegawai[at].take_mungkin_di());
    }
    merged.take_mungkin_di();
    merged.seldom.gabungan = gabungan;
    if merged.unit_id.is_none() {
        merged.may_be_in(mungkin_di);
    }
    draft.pegawai[lead] = merged;
}

/// What the rows say together.
fn merged(settle: &mut Settle<'_>) -> PegawaiDraft {
    let lead = settle.lead();
    let mut out = PegawaiDraft {
        tabel: lead.tabel,
        facts: lead.facts.clone(),
        jabatan: None,
        jabatan_col: lead.jabatan_col,
        unit_col: lead.unit_col,
        unit: lead.unit.clone(),
        unit_id: lead.unit_id,
        place: lead.place.clone(),
        nip: lead.nip,
        nama_baris: lead.nama_baris,
        seldom: Jarang::default(),
    };
    if let Some(nip) = lead.seldom.nip_orang_lain {
        out.seldom.nip_orang_lain = Some(nip);
    }
    settle.identity(&mut out.facts);
    settle.golongan(&mut out.facts);
    out.jabatan = settle.jabatan(&mut out.facts);
    settle.unit(&mut out);
    settle.skp(&mut out.facts);
    settle.profesi(&mut out.facts);
    settle.standing(&mut out.facts);
    out.facts.jarang = out.facts.jarang.take().into();
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
