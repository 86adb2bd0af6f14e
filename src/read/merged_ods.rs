//! Merged cells of formats whose reader does not tell them: an .ods says them in its XML, an .xlsb keeps them to itself.

use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::merged::{self, Region};
use super::sheet::Found;
use crate::finding::{Finding, Place, catalogue};
use crate::model::cells::{Format, Table};

/// Excel's last row; a hostile file may claim more.
const ROWS: u32 = 1_048_576;
/// No office merges so many cells.
const MOST_REGIONS: usize = 100_000;

/// Fills units merged over rows of an .ods; of an .xlsb tells that they could not be seen (B-23).
pub(super) fn settle(bytes: &[u8], format: Format, file: &Place, sheets: &mut [Found]) -> Vec<Finding> {
    let wanting = sheets.iter_mut().map(|found| &mut found.table);
    let wanting = wanting.filter(|table| merged::may_fill(&table.columns, &table.rows));
    match format {
        Format::Ods => {
            wanting.for_each(|table| fill(bytes, table));
            Vec::new()
        }
        Format::Xlsb => wanting.map(|table| untold(file, table)).collect(),
        Format::Xlsx | Format::Xls | Format::SpreadsheetMl | Format::Html | Format::Csv | Format::Unknown => Vec::new(),
    }
}

fn untold(file: &Place, table: &Table) -> Finding {
    let problem = "ada baris tanpa unit; jika selnya digabung dengan baris di atasnya, gabungan itu tidak dapat diketahui \
                   dari berkas .xlsb";
    Finding::new(&catalogue::SEL_GABUNGAN, Place::sheet(file.file.clone(), table.sheet.clone()), "", problem)
}

fn fill(bytes: &[u8], table: &mut Table) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return };
    let Ok(part) = archive.by_name("content.xml") else { return };
    let mut xml = Reader::from_reader(BufReader::new(part));
    let regions = regions(&mut xml, &table.sheet);
    merged::fill(&table.columns, &mut table.rows, regions);
}

/// The cells of a sheet that reach over more than one row.
fn regions<R: std::io::BufRead>(xml: &mut Reader<R>, sheet: &str) -> Vec<Region> {
    let mut regions = Vec::new();
    let (mut buffer, mut inside) = (Vec::new(), false);
    let (mut row, mut rows, mut col) = (0u32, 0u32, 0u32);
    loop {
        buffer.clear();
        let (tag, is_empty) = match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => (tag, false),
            Ok(Event::Empty(tag)) => (tag, true),
            Ok(Event::End(tag)) => {
                match tag.local_name().as_ref() {
                    "table" if inside => return regions,
                    "table-row" => row = row.saturating_add(rows),
                    _ => {}
                }
                continue;
            }
            Ok(Event::Eof) | Err(_) => return regions,
            Ok(_) => continue,
        };
        match tag.local_name().as_ref() {
            "table" => inside = text(&tag, "name").as_deref() == Some(sheet),
            "table-row" if inside => {
                (rows, col) = (number(&tag, "number-rows-repeated"), 0);
                if is_empty {
                    row = row.saturating_add(rows);
                }
            }
            "table-cell" | "covered-table-cell" if inside => {
                let span = number(&tag, "number-rows-spanned");
                if span > 1 && row < ROWS && regions.len() < MOST_REGIONS {
                    regions.push(Region { rows: row..=row.saturating_add(span - 1).min(ROWS - 1), col });
                }
                col = col.saturating_add(number(&tag, "number-columns-repeated"));
            }
            _ => {}
        }
    }
}

/// The value of an attribute, whatever its prefix.
pub(super) fn text(tag: &BytesStart, name: &str) -> Option<String> {
    let attribute = tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(quick_xml::escape::unescape(&attribute.value).ok()?.into_owned())
}

/// A count of one where nothing is said.
pub(super) fn number(tag: &BytesStart, name: &str) -> u32 {
    text(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_found_behind_repeated_rows_and_cells() {
        let content = "<office:spreadsheet><table:table table:name=\"Lain\"><table:table-row><table:table-cell \
                       table:number-rows-spanned=\"9\"/></table:table-row></table:table><table:table table:name=\"A &amp; B\">\
                       <table:table-row table:number-rows-repeated=\"3\"/><table:table-row><table:table-cell \
                       table:number-columns-repeated=\"2\"/><table:table-cell table:number-rows-spanned=\"4\"><text:p>SDN 1\
                       </text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>";
        let found = regions(&mut Reader::from_str(content), "A & B");
        assert_eq!(found.iter().map(|region| (region.rows.clone(), region.col)).collect::<Vec<_>>(), [(3..=6, 2)]);
    }
}
