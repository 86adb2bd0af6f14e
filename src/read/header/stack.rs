//! Headers of several rows, joined to one.

use std::collections::BTreeMap;

use super::{HeadCell, Header};
use crate::model::cells::CellKind;
use crate::model::jabatan::name_key;
use crate::read::meaning::Dikenal;
use crate::schema::{self, header_key};

/// Joins the rows of a header from above to below: `Bezetting` over `PNS` is `Bezetting PNS`. A heading reaches to the
/// right over cells that are empty in its row and filled below, until another heading begins in its row or in one
/// above. (Merged regions stand behind all cells of a sheet; by then its rows are read, and this tells the same.)
pub(in crate::read) fn stacked(rows: &[(u32, &[HeadCell])]) -> Vec<Header> {
    let mut cells: BTreeMap<u32, Vec<(usize, &HeadCell)>> = BTreeMap::new();
    for (level, (_, row)) in rows.iter().enumerate() {
        row.iter().filter(|cell| cell.kind == CellKind::Text || (level > 0 && is_year(cell))).for_each(|cell| {
            cells.entry(cell.col).or_default().push((level, cell));
        });
    }
    let mut headings: Vec<Option<&str>> = vec![None; rows.len()];
    let mut headers = Vec::new();
    for (col, own) in cells {
        for (level, cell) in &own {
            headings[*level..].fill(None);
            headings[*level] = Some(&cell.text);
        }
        let Some(&(deepest, _)) = own.last() else { continue };
        let above: Vec<&str> = headings[..=deepest].iter().flatten().copied().collect();
        let under_empty = own.len() < deepest + 1;
        headers.push(Header { under_empty, ..header(rows[deepest].0, col, &above, under_empty) });
    }
    drop_appended(&mut headers);
    headers
}

/// A year under a heading may be stored as a number: `SKP` over `2025`.
fn is_year(cell: &HeadCell) -> bool {
    cell.kind == CellKind::Number && cell.text.len() == 4 && cell.text.starts_with("20")
}

/// A header known by the whole of what is printed, else by less and less of it. Under a heading of several columns a
/// `TMT` is that of the heading first: `PANGKAT/GOL. RUANG` over `GOL` and `TMT` is no column that holds both.
fn header(row: u32, col: u32, headings: &[&str], under_wider: bool) -> Header {
    let printed = squeeze(&headings.join(" "));
    let mut keys = vec![name_key(&printed)];
    if let [above @ .., last] = headings
        && let Some([_, of_heading]) = schema::beside(&header_key(&above.join(" ")), &header_key(last))
        && under_wider
        && header_key(last) == "TMT"
    {
        keys.insert(0, of_heading);
    }
    for from in 0..headings.len() {
        keys.push(header_key(&headings[from..].join(" ")));
        if let [above @ .., last] = &headings[from..]
            && let Some(meant) = schema::beside(&header_key(&above.join(" ")), &header_key(last))
        {
            keys.extend(meant);
        }
    }
    let dikenal = keys.iter().map(|key| Dikenal::of(key)).collect();
    Header { row, col, printed, keys, dikenal, under_empty: false }
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Forgets the columns STATUS and MASALAH that an annotated copy appends behind the last column.
fn drop_appended(headers: &mut Vec<Header>) {
    headers.sort_by_key(|header| header.col);
    if let [.., status, masalah] = headers.as_slice()
        && status.key() == "STATUS"
        && masalah.key() == "MASALAH"
    {
        headers.truncate(headers.len() - 2);
    }
}
