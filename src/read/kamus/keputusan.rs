//! The sheet *Keputusan* of a result workbook that came back, as a table: the one sheet of it that is data.

use super::asli::Asli;
use super::lembar::{Judul, Lembar};
use crate::finding::{Finding, catalogue};
use crate::model::cells::{CellKind, ColumnMap, Kind, RawCell, RawRow, Table};
use crate::model::keputusan::LEMBAR_KEPUTUSAN;
use crate::model::tanggal::Periode;
use crate::read::periode::of_title;
use crate::schema;

/// What the sheet must have to be known.
const MUST: [&str; 3] = ["NIP", "KEPUTUSAN", "ALASAN"];

/// The decisions of the month with the plan they are about; `None` with D-338 where the sheet is of another month, and
/// with D-345 where a column is gone without which it says nothing. Locked cells are read as they were written (D-344).
pub(super) fn read(
    lembar: &mut Lembar,
    asli: Option<&Lembar>,
    periode: Periode,
    findings: &mut Vec<Finding>,
) -> Option<Table> {
    let columns = schema::of(Kind::Keputusan).columns;
    let titles: Vec<&str> = columns.iter().map(|column| column.title).collect();
    let Some(mut header) = lembar.header(&titles, &MUST) else {
        findings.push(without_columns(lembar));
        return None;
    };
    let above = lembar.rows.range(..header.row).flat_map(|(_, cells)| cells.values());
    let told = above.filter_map(|text| of_title(text)).next();
    if let Some(other) = told.filter(|told| *told != periode) {
        let problem = format!(
            "lembar “{LEMBAR_KEPUTUSAN}” ini tentang rencana {}, padahal dibaca untuk {}; tidak satu pun keputusannya \
             dipakai, karena usulannya sudah lain",
            other.in_words(),
            periode.in_words()
        );
        findings.push(Finding::new(&catalogue::KEPUTUSAN_BULAN_LAIN, lembar.place.clone(), "", problem));
        return None;
    }
    let asli = asli.and_then(Asli::of);
    findings.extend(lacking(lembar, &header, &titles, asli.is_some()));
    if let Some(asli) = asli {
        asli.put_back(lembar, &titles, &mut header, findings);
    }
    Some(table(lembar, &header, periode))
}

/// The rows of the sheet by the columns that are known.
fn table(lembar: &Lembar, header: &Judul, periode: Periode) -> Table {
    let known = schema::of(Kind::Keputusan).columns;
    let found = known.iter().zip(&header.cols).filter_map(|(column, col)| Some((column, (*col)?)));
    let mut columns: Vec<ColumnMap> =
        found.map(|(column, col)| ColumnMap { col, name: column.name, header: column.title.into() }).collect();
    columns.sort_by_key(|column| column.col);
    let rows = lembar.rows.range(header.row + 1..).filter_map(|(&row, cells)| {
        let known = columns.iter().filter_map(|column| Some((column.col, cells.get(&column.col)?)));
        let cells: Vec<RawCell<'_>> =
            known.map(|(col, text)| RawCell { col, kind: CellKind::Text, text: text.as_str() }).collect();
        (!cells.is_empty()).then(|| RawRow::of(row, cells))
    });
    let rows = rows.collect();
    let last_col = lembar.rows.values().filter_map(|cells| cells.keys().max()).max().copied().unwrap_or_default();
    let table = Table::bare(LEMBAR_KEPUTUSAN, Kind::Keputusan, header.row, columns, rows);
    Table { last_col: table.last_col.max(last_col), periode: Some(periode), ..table }
}

/// D-345 for a sheet that cannot be read at all: the columns that its fullest header lacks.
fn without_columns(lembar: &Lembar) -> Finding {
    let lacks = |row: u32| MUST.iter().filter(|title| lembar.column(row, title).is_none()).copied().collect::<Vec<_>>();
    let fewest = lembar.rows.keys().map(|&row| lacks(row)).min_by_key(Vec::len).unwrap_or(MUST.to_vec());
    let problem = format!(
        "lembar “{LEMBAR_KEPUTUSAN}” tidak memuat kolom {}; tidak satu pun keputusannya dipakai",
        fewest.join(", ")
    );
    Finding::new(&catalogue::KEPUTUSAN_KOLOM_HILANG, lembar.place.clone(), "", problem)
}

/// D-345 for columns that the sheet can do without, with what follows.
fn lacking(lembar: &Lembar, header: &Judul, titles: &[&str], kept: bool) -> Option<Finding> {
    let gone: Vec<&str> =
        titles.iter().zip(&header.cols).filter(|(_, col)| col.is_none()).map(|(title, _)| *title).collect();
    if gone.is_empty() {
        return None;
    }
    let of_plan = gone.iter().any(|title| ["KE UNIT", "KE JABATAN"].contains(title));
    let plan = match (of_plan, kept) {
        (false, _) => "",
        (true, true) => "; rencana terbit diambil dari catatan yang tersimpan di berkas itu",
        (true, false) => "; rencana terbit tidak dapat diambil dari lembar ini",
    };
    let inputs: Vec<&str> = gone.iter().filter(|title| Asli::column(title).is_none()).copied().collect();
    let empty = match inputs[..] {
        [] => String::new(),
        _ => format!("; {} dibaca sebagai kosong", inputs.join(", ")),
    };
    let problem = format!("lembar “{LEMBAR_KEPUTUSAN}” tidak memuat kolom {}{empty}{plan}", gone.join(", "));
    let place = lembar.place.at(header.row, 0);
    Some(Finding::new(&catalogue::KEPUTUSAN_KOLOM_HILANG, place, "", problem))
}

/// How much a sheet holds: `2 keputusan terisi, rencana terbit 3 perpindahan`.
pub(super) fn in_words(table: &Table) -> String {
    let count = |name: &str| {
        let col = table.columns.iter().find(|column| column.name == name).map(|column| column.col);
        let filled = |row: &&RawRow| col.is_some_and(|col| row.cell(col).is_some());
        table.rows.iter().filter(filled).count()
    };
    format!("{} keputusan terisi, rencana terbit {} perpindahan", count("keputusan"), count("ke"))
}

/// D-340: how much was taken in.
pub(super) fn accepted(lembar: &Lembar, table: &Table) -> Finding {
    let problem = in_words(table);
    Finding::new(&catalogue::KEPUTUSAN_DITERIMA, lembar.place.clone(), "", problem)
}
