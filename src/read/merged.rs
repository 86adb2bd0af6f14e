//! Cells merged over several rows: what stands in the first holds for all of them (domain §3.3, D24). Only for the
//! columns that say where; in any other column a person or a post has a cell of its own.

use std::ops::RangeInclusive;

use crate::model::cells::{ColumnMap, RawRow};

/// Rows and the first column of a merged region, from zero.
#[derive(Clone, Debug)]
pub(super) struct Region {
    pub rows: RangeInclusive<u32>,
    pub col: u32,
}

const WHERE: [&str; 5] = ["kode_unit", "unit", "unit_induk", "induk", "kecamatan"];
const WHO: [&str; 2] = ["kode_unit", "unit"];

/// Whether some row lacks its unit though the table has a column for it. Only then are merged cells worth a look; for
/// some formats they cost another pass over the sheet.
pub(super) fn may_fill(columns: &[ColumnMap], rows: &[RawRow]) -> bool {
    let units = columns_named(columns, &WHO);
    !units.is_empty() && rows.iter().any(|row| !units.iter().any(|&col| row.cell(col).is_some()))
}

/// Repeats the first cell of each region in the rows below it.
pub(super) fn fill(columns: &[ColumnMap], rows: &mut [RawRow], mut regions: Vec<Region>) {
    let filled = columns_named(columns, &WHERE);
    regions.retain(|region| filled.contains(&region.col) && region.rows.start() <= region.rows.end());
    regions.sort_by_key(|region| (region.col, *region.rows.start()));
    let mut last: Option<(u32, u32)> = None;
    for Region { rows: span, col } in regions {
        // Regions may not overlap; where a file says so nevertheless, the first one counts.
        if last.is_some_and(|(same, end)| same == col && *span.start() <= end) {
            continue;
        }
        last = Some((col, *span.end()));
        let from = rows.partition_point(|row| row.row < *span.start());
        let to = rows.partition_point(|row| row.row <= *span.end());
        let [first, below @ ..] = &mut rows[from..to] else { continue };
        let Some(cell) = first.cell(col).filter(|_| first.row == *span.start()) else { continue };
        below.iter_mut().for_each(|row| row.fill(cell));
    }
}

fn columns_named(columns: &[ColumnMap], names: &[&str]) -> Vec<u32> {
    columns.iter().filter(|column| names.contains(&column.name)).map(|column| column.col).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cells::{CellKind, RawCell};

    #[test]
    fn hostile_regions_are_survived_and_the_first_counts() {
        let columns = [ColumnMap { col: 1, name: "unit", header: "UNIT".into() }];
        let cell = |text| RawCell { col: 1, kind: CellKind::Text, text };
        let mut rows: Vec<RawRow> = (1..=4).map(RawRow::new).collect();
        rows[0].put(cell("SDN 1"));
        rows[2].put(cell("SDN 3"));
        assert!(may_fill(&columns, &rows));
        let region = |first, last| Region { rows: first..=last, col: 1 };
        fill(&columns, &mut rows, vec![region(9, 2), region(2, 4), region(1, 1_048_575), region(3, 4)]);
        let texts: Vec<&str> = rows.iter().map(|row| row.cells().next().map_or("", |cell| cell.text)).collect();
        assert_eq!(texts, ["SDN 1", "SDN 1", "SDN 3", "SDN 1"]);
    }
}
