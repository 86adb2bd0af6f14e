//! The sheet *Keputusan* of a result workbook that came back, as a table: the one sheet of it that is data.

use super::lembar::Lembar;
use crate::finding::{Finding, catalogue};
use crate::model::cells::{CellKind, ColumnMap, Kind, RawCell, RawRow, Table};
use crate::model::keputusan::LEMBAR_KEPUTUSAN;
use crate::model::tanggal::Periode;
use crate::read::periode::of_title;
use crate::schema;

/// What the sheet must have to be known.
const MUST: [&str; 3] = ["NIP", "KEPUTUSAN", "ALASAN"];

/// The decisions of the month with the plan they are about; `None` with D-338 where the sheet is of another month, and
/// without a word where its header is not ours.
pub(super) fn read(lembar: &Lembar, periode: Periode, findings: &mut Vec<Finding>) -> Option<Table> {
    let columns = schema::of(Kind::Keputusan).columns;
    let titles: Vec<&str> = columns.iter().map(|column| column.title).collect();
    let header = lembar.header(&titles, &MUST)?;
    let above = lembar.rows.range(..header.row).flat_map(|(_, cells)| cells.values());
    let told = above.filter_map(|text| of_title(text)).next();
    if let Some(other) = told.filter(|told| *told != periode) {
        let problem = format!(
            "lembar “{LEMBAR_KEPUTUSAN}” ini tentang rencana {}, padahal dibaca untuk {}",
            other.in_words(),
            periode.in_words()
        );
        findings.push(Finding::new(&catalogue::KEPUTUSAN_BULAN_LAIN, lembar.place.clone(), "", problem));
        return None;
    }
    let found = columns.iter().zip(&header.cols).filter_map(|(column, col)| Some((column, (*col)?)));
    let mut columns: Vec<ColumnMap> =
        found.map(|(column, col)| ColumnMap { col, name: column.name, header: column.title.into() }).collect();
    columns.sort_by_key(|column| column.col);
    let rows = lembar.rows.range(header.row + 1..).filter_map(|(&row, cells)| {
        let known = columns.iter().filter_map(|column| Some((column.col, cells.get(&column.col)?)));
        let cells: Vec<RawCell<'_>> =
            known.map(|(col, text)| RawCell { col, kind: CellKind::Text, text: text.as_str() }).collect();
        (!cells.is_empty()).then(|| RawRow::of(row, cells))
    });
    Some(Table {
        source: 0,
        sheet: LEMBAR_KEPUTUSAN.into(),
        kind: Kind::Keputusan,
        header_row: header.row,
        last_col: lembar.rows.values().filter_map(|cells| cells.keys().max()).max().copied().unwrap_or_default(),
        rows: rows.collect(),
        columns,
        title_unit: None,
        title_kecamatan: None,
        title_tahun: None,
        groups: Vec::new(),
        private_cols: Vec::new(),
        bentuk: Default::default(),
        periode: Some(periode),
    })
}

/// D-340: how much was taken in.
pub(super) fn accepted(lembar: &Lembar, table: &Table) -> Finding {
    let count = |name: &str| {
        let col = table.columns.iter().find(|column| column.name == name).map(|column| column.col);
        let filled = |row: &&RawRow| col.is_some_and(|col| row.cell(col).is_some());
        table.rows.iter().filter(filled).count()
    };
    let problem = format!("{} keputusan terisi, rencana terbit {} perpindahan", count("keputusan"), count("ke"));
    Finding::new(&catalogue::KEPUTUSAN_DITERIMA, lembar.place.clone(), "", problem)
}
