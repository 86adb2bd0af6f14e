//! What an .ods hides: `table:visibility` of rows and columns, and groups of either that are folded.

use std::io::{BufRead, BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::Hidden;
use crate::read::book::Sheet;
use crate::read::merged_ods::{number, text};

/// What `table:visibility` says of what is not seen.
const UNSEEN: [&str; 2] = ["collapse", "filter"];

/// What is hidden of each sheet; nothing where the bytes cannot be followed.
pub(super) fn hidden(bytes: &[u8], sheets: &[Sheet]) -> Vec<Hidden> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let Ok(part) = archive.by_name("content.xml") else { return Vec::new() };
    of_content(&mut Reader::from_reader(BufReader::new(part)), sheets)
}

fn of_content<R: BufRead>(xml: &mut Reader<R>, sheets: &[Sheet]) -> Vec<Hidden> {
    let mut hidden = vec![Hidden::default(); sheets.len()];
    let mut buffer = Vec::new();
    let mut at = At::default();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => at.open(&tag, sheets, &mut hidden),
            Ok(Event::Empty(tag)) => {
                at.open(&tag, sheets, &mut hidden);
                at.close(tag.local_name().as_ref());
            }
            Ok(Event::End(tag)) => at.close(tag.local_name().as_ref()),
            Ok(Event::Eof) | Err(_) => return hidden,
            Ok(_) => {}
        }
    }
}

/// Where the pass stands.
#[derive(Default)]
struct At {
    /// The sheet that stands open.
    sheet: Option<usize>,
    row: u32,
    col: u32,
    /// For each open group whether it is folded.
    folded: Vec<bool>,
}

impl At {
    fn open(&mut self, tag: &BytesStart, sheets: &[Sheet], hidden: &mut [Hidden]) {
        let name = tag.local_name();
        if name.as_ref() == "table" {
            let named = text(tag, "name");
            let sheet = sheets.iter().position(|sheet| Some(&sheet.name) == named.as_ref());
            *self = At { sheet, ..At::default() };
        }
        let Some(hidden) = self.sheet.and_then(|sheet| hidden.get_mut(sheet)) else { return };
        match name.as_ref() {
            "table-row" => {
                let count = number(tag, "number-rows-repeated");
                if self.is_hidden(tag) {
                    hidden.rows.add(self.row, self.row.saturating_add(count.saturating_sub(1)));
                }
                self.row = self.row.saturating_add(count);
            }
            "table-column" => {
                let count = number(tag, "number-columns-repeated");
                if self.is_hidden(tag) {
                    hidden.cols.add(self.col, self.col.saturating_add(count.saturating_sub(1)));
                }
                self.col = self.col.saturating_add(count);
            }
            "table-row-group" | "table-column-group" => {
                self.folded.push(text(tag, "display").as_deref() == Some("false"));
            }
            _ => {}
        }
    }

    fn is_hidden(&self, tag: &BytesStart) -> bool {
        self.folded.contains(&true) || text(tag, "visibility").is_some_and(|seen| UNSEEN.contains(&&*seen))
    }

    fn close(&mut self, name: &str) {
        match name {
            "table" => self.sheet = None,
            "table-row-group" | "table-column-group" => drop(self.folded.pop()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_hidden_filtered_or_folded_are_found_behind_repeated_ones() {
        let content = "<office:spreadsheet><table:table table:name=\"Lain\"><table:table-row table:visibility=\"collapse\"/>\
                       </table:table><table:table table:name=\"A &amp; B\"><table:table-column/><table:table-column \
                       table:number-columns-repeated=\"2\" table:visibility=\"collapse\"/><table:table-row \
                       table:number-rows-repeated=\"3\"/><table:table-row table:visibility=\"filter\"><table:table-cell/>\
                       </table:table-row><table:table-row/><table:table-row-group table:display=\"false\"><table:table-row/>\
                       </table:table-row-group><table:table-row/></table:table></office:spreadsheet>";
        let mut expected = Hidden::default();
        [3, 5].into_iter().for_each(|row| expected.rows.add(row, row));
        expected.cols.add(1, 2);
        let sheet = Sheet { name: "A & B".into(), visible: true, twin: false };
        assert_eq!(of_content(&mut Reader::from_str(content), &[sheet]), [expected]);
    }
}
