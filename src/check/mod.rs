//! Checking: free text becomes facts, and every fault is reported with its cell.

use std::sync::Arc;

use jiff::civil::Date;

use crate::finding::Noted;
use crate::model::cells::Tables;
use crate::model::roster::Roster;
use crate::model::wilayah::Wilayah;

/// Turns tables into the roster. Never fails: a row that cannot be used is a finding, and its person still counts
/// as present where unit and jabatan are readable.
pub fn roster(tables: &Tables, tanggal_efektif: Date, wilayah: Arc<Wilayah>) -> Noted<Roster> {
    let _ = (tables, tanggal_efektif, wilayah);
    todo!()
}
