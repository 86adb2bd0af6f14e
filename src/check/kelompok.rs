//! Headings of groups that name the unit of the rows below them (domain §3.3, D9): taken only where the office says so,
//! since a heading may as well be a bidang, a golongan, or a page.

use super::draft::UnitRef;
use super::kebutuhan;
use crate::finding::{Finding, Place, catalogue};
use crate::model::cells::{CellKind, Kind, RawCell, RawRow, Table, Tables};
use crate::model::jabatan::{Jabatan, Petunjuk, name_key};
use crate::model::needs::{Ragu, SebabRagu};

/// Columns that name the unit of a row.
const UNIT: [&str; 5] = ["unit", "kode_unit", "npsn", "sekolah", "faskes"];
/// Headings named in one sentence; of more only the count is told.
const DISEBUT: usize = 5;

/// Gives the rows that name no unit the heading above them, if the setting `wanted` says so, with a finding for each
/// sheet; else only tells of headings over rows without a unit.
pub fn units_of_groups(tables: &mut Tables, wanted: bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut settled = Vec::with_capacity(tables.tables.len());
    for table in std::mem::take(&mut tables.tables) {
        let sheet = tables.place(&table);
        let lacking = lacking(&table);
        if lacking == 0 || (!wanted && table.whole_unit().is_some()) {
            settled.push(table);
            continue;
        }
        findings.push(told(&table, sheet, lacking, wanted));
        match (wanted, unit_column(&table)) {
            (false, _) => settled.push(table),
            (true, Some(col)) => settled.push(filled(table, col)),
            (true, None) => settled.extend(parted(table)),
        }
    }
    tables.tables = settled;
    findings
}

/// The needs of a table that tells no unit, by the headings they stand under: while the office has not said that those
/// are units, nobody can tell what such a unit needs of these jabatan.
pub fn needs_under_headings(table: &Table, sheet: &Place) -> Vec<(UnitRef, String, Ragu)> {
    let jabatan = table.columns.iter().find(|column| column.name == "jabatan").map(|column| column.col);
    let Some(col) = jabatan.filter(|_| table.kind == Kind::Kebutuhan && !kebutuhan::tells_unit(table)) else {
        return Vec::new();
    };
    let need = |row: &RawRow| {
        let heading = above(&table.groups, row.row)?;
        let key = name_key(&Jabatan::parse(row.cell(col)?.text, Petunjuk::default())?.nama);
        let unit = UnitRef { nama: Some(heading.into()), ..UnitRef::default() };
        Some((unit, key, Ragu::new(SebabRagu::Unit(heading.to_string()), sheet.at(row.row, col))))
    };
    table.rows.iter().filter_map(need).collect()
}

/// How many rows under a heading name no unit.
fn lacking(table: &Table) -> usize {
    let is_list = matches!(table.kind, Kind::Pegawai | Kind::Kebutuhan);
    let Some((first, _)) = table.groups.first().filter(|_| is_list) else { return 0 };
    let columns: Vec<u32> =
        table.columns.iter().filter(|column| UNIT.contains(&column.name)).map(|column| column.col).collect();
    let names_none = |row: &&RawRow| row.row > *first && !columns.iter().any(|&col| row.cell(col).is_some());
    table.rows.iter().filter(names_none).count()
}

fn unit_column(table: &Table) -> Option<u32> {
    table.columns.iter().find(|column| column.name == "unit").map(|column| column.col)
}

/// B-24.
fn told(table: &Table, sheet: Place, rows: usize, wanted: bool) -> Finding {
    let names: Vec<&str> = table.groups.iter().take(DISEBUT).map(|(_, name)| &**name).collect();
    let more = match table.groups.len().saturating_sub(DISEBUT) {
        0 => String::new(),
        more => format!(", dan {more} lagi"),
    };
    let names = format!("{}{more}", names.join(", "));
    let (problem, remedy) = match wanted {
        true => (
            format!("unit {rows} baris diambil dari judul kelompok di atasnya: {names}"),
            "Jika ada judul yang bukan unit, isi kolom UNIT KERJA pada baris di bawahnya.",
        ),
        false => (
            format!("{rows} baris tidak menyebut unit, padahal di atasnya ada judul kelompok: {names}"),
            "Jika judul itu nama unit, tulis unit_dari_baris_kelompok = true di bawah [baca] pada mutasi.toml.",
        ),
    };
    let finding = Finding::new(&catalogue::BARIS_KELOMPOK, sheet, &*table.groups[0].1, problem);
    finding.with_remedy(remedy)
}

/// The heading above a row.
fn above(groups: &[(u32, Box<str>)], row: u32) -> Option<&str> {
    let before = groups.partition_point(|(heading, _)| *heading < row);
    before.checked_sub(1).map(|at| &*groups[at].1)
}

/// With the heading in the unit column of each row that has nothing there.
fn filled(mut table: Table, col: u32) -> Table {
    for row in &mut table.rows {
        let Some(name) = above(&table.groups, row.row) else { continue };
        row.fill(RawCell { col, kind: CellKind::Text, text: name });
    }
    table
}

/// One table for the rows of each heading, which is its unit.
fn parted(mut table: Table) -> Vec<Table> {
    let mut rows = std::mem::take(&mut table.rows);
    let mut parts = Vec::new();
    for (heading, name) in std::mem::take(&mut table.groups).into_iter().rev() {
        let below = rows.split_off(rows.partition_point(|row| row.row < heading));
        if !below.is_empty() {
            parts.push(Table { rows: below, title_unit: Some(name.into()), ..table.clone() });
        }
    }
    if !rows.is_empty() {
        parts.push(Table { rows, ..table });
    }
    parts.reverse();
    parts
}
