//! The annotated copy of a source: same sheets, same cell addresses, faults coloured, noted and listed.

mod lembar;
mod look;
mod perbaikan;
mod sel;

use std::collections::BTreeMap;
use std::io::Write;

use jiff::civil::{Date, date};
use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use super::link::{copy_path, is_fault, marks_cell};
use crate::finding::Finding;
use crate::model::artifact::Artifact;
use crate::model::cells::{CellSink, SheetCell, Source, Table};
use crate::model::tanggal::Periode;
use crate::settings::Settings;
use lembar::Lembar;
use look::Looks;

/// Document properties that tell a copy of ours from a source, since the copy is accepted back (`read/kembali.rs`
/// reads them): the mark; the office's own file by path and content; and the very file that was copied, which is
/// another one when a corrected copy is annotated again.
const MARK: (&str, &str) = ("mutasi", "salinan-periksa");
const SUMBER: &str = "sumber";
const SHA256: &str = "sha256";
const DARI: &str = "dari";

/// Longest text of a document property, in characters (Excel's limit).
const MAX_PROPERTY: usize = 255;

/// Longest name of a sheet, in characters (Excel's limit).
const MAX_NAME: usize = 31;

/// Findings of one sheet by row, then column.
type Marks<'a> = BTreeMap<u32, BTreeMap<u32, Vec<&'a Finding>>>;

/// A sheet's name in the source and in the copy.
struct Name {
    source: String,
    copy: String,
}

/// Takes a source's cells in a second pass and writes them again with marks. Memory does not grow with the rows.
pub struct Salinan<'a> {
    source: &'a Source,
    /// Faults of this source, in published order.
    faults: Vec<&'a Finding>,
    tables: BTreeMap<&'a str, Vec<&'a Table>>,
    marks: BTreeMap<&'a str, Marks<'a>>,
    /// Whether columns with personal data are copied too.
    private: bool,
    workbook: Workbook,
    looks: Looks,
    names: Vec<Name>,
    open: Option<Lembar<'a>>,
}

/// The tables of each sheet, from above to below.
fn by_sheet<'a>(tables: &[&'a Table]) -> BTreeMap<&'a str, Vec<&'a Table>> {
    let mut by_sheet: BTreeMap<&str, Vec<&Table>> = BTreeMap::new();
    tables.iter().for_each(|table| by_sheet.entry(&table.sheet).or_default().push(table));
    by_sheet.values_mut().for_each(|tables| tables.sort_by_key(|table| table.header_row));
    by_sheet
}

impl<'a> Salinan<'a> {
    /// A copy of `source`; `tables` are its recognised sheets, `findings` what was found in it.
    pub fn new(
        source: &'a Source,
        tables: &[&'a Table],
        findings: &[&'a Finding],
        settings: &Settings,
    ) -> Result<Salinan<'a>, XlsxError> {
        let daerah = settings.daerah.full_name();
        let title = format!("Salinan periksa {}", source.original());
        let properties = marked(super::properties(&title, &daerah, created(source)), source);
        let own = findings.iter().copied().filter(|finding| finding.place.file == source.path);
        let faults: Vec<&Finding> = own.filter(|finding| is_fault(finding)).collect();
        Ok(Salinan {
            source,
            marks: marks(&faults),
            faults,
            tables: by_sheet(tables),
            private: settings.privasi.salin_kolom_pribadi,
            workbook: super::new_workbook(&properties)?,
            looks: Looks::new(),
            names: Vec::new(),
            open: None,
        })
    }

    /// Where the copy of a source belongs among the outputs.
    pub fn path(source: &Source) -> String {
        copy_path(source.original())
    }

    /// The copy with its list of faults, once every cell has been taken.
    pub fn finish(self) -> Result<Artifact, XlsxError> {
        let (path, mut bytes) = (Salinan::path(self.source), Vec::new());
        self.finish_into(&mut bytes)?;
        Ok(Artifact { path, bytes })
    }

    /// The same, written as it is made.
    pub fn finish_into(mut self, out: impl Write + Send) -> Result<(), XlsxError> {
        self.close_sheet()?;
        let name = self.free_name(perbaikan::NAME);
        perbaikan::write(&mut self.workbook, &name, self.source, &self.faults, &self.names)?;
        self.workbook.save_to_writer(out)
    }

    fn close_sheet(&mut self) -> Result<(), XlsxError> {
        let Some(lembar) = self.open.take() else { return Ok(()) };
        match lembar.close(&self.looks)? {
            Some(worksheet) => self.workbook.push_worksheet(worksheet),
            // An older list of faults: ours replaces it.
            None => drop(self.names.pop()),
        }
        Ok(())
    }

    /// The name as Excel takes it, unlike every other of this workbook.
    fn free_name(&self, wanted: &str) -> String {
        let plain: String = wanted.chars().map(|c| if "[]:*?/\\".contains(c) { '_' } else { c }).collect();
        let plain = plain.trim_matches('\'').trim();
        let plain = if plain.is_empty() { "Lembar" } else { plain };
        let taken = |name: &str| self.names.iter().any(|other| other.copy.to_lowercase() == name.to_lowercase());
        let mut name = cut(plain, MAX_NAME);
        let mut number = 2;
        while taken(&name) {
            let tail = format!(" ({number})");
            name = cut(plain, MAX_NAME - tail.len()) + &tail;
            number += 1;
        }
        name
    }
}

impl CellSink for Salinan<'_> {
    type Error = XlsxError;

    fn sheet(&mut self, name: &str, visible: bool) -> Result<(), XlsxError> {
        self.close_sheet()?;
        let copy = self.free_name(name);
        let mut worksheet = self.workbook.new_worksheet_with_constant_memory()?;
        worksheet.set_name(&copy)?.set_hidden(!visible);
        let table = self.tables.remove(name).unwrap_or_default();
        let marks = self.marks.remove(name).unwrap_or_default();
        self.names.push(Name { source: name.to_string(), copy });
        self.open = Some(Lembar::new(worksheet, name, table, marks, self.private));
        Ok(())
    }

    fn cell(&mut self, cell: SheetCell) -> Result<(), XlsxError> {
        match &mut self.open {
            Some(lembar) => lembar.take(cell, &self.looks),
            None => Ok(()),
        }
    }
}

/// The properties with what tells the copy and its source. A path too long for a property is left out: the content's
/// hash tells the source too.
fn marked(properties: DocProperties, source: &Source) -> DocProperties {
    let sha256 = source.asal.as_ref().map_or(&source.sha256, |asal| &asal.sha256);
    let properties = properties
        .set_custom_property(MARK.0, MARK.1)
        .set_custom_property(SHA256, sha256.as_str())
        .set_custom_property(DARI, source.sha256.as_str());
    match source.original() {
        path if path.chars().count() <= MAX_PROPERTY => properties.set_custom_property(SUMBER, path),
        _ => properties,
    }
}

/// Faults that colour a cell, by sheet, row and column.
fn marks<'a>(faults: &[&'a Finding]) -> BTreeMap<&'a str, Marks<'a>> {
    let mut marks: BTreeMap<&str, Marks<'_>> = BTreeMap::new();
    for &finding in faults.iter().filter(|finding| marks_cell(finding)) {
        if let (Some(sheet), Some(cell)) = (&finding.place.sheet, finding.place.cell) {
            let row = marks.entry(&**sheet).or_default().entry(cell.row).or_default();
            row.entry(cell.col).or_default().push(finding);
        }
    }
    marks
}

/// The first day of the source's period, so that the copy's bytes do not depend on the clock.
fn created(source: &Source) -> Date {
    let month = source.path.split('/').find_map(Periode::parse);
    month.map_or(date(2000, 1, 1), Periode::first_day)
}

/// The first `most` UTF-16 units of a text, whole characters only.
fn cut(text: &str, most: usize) -> String {
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= most
    };
    text.chars().take_while(fits).collect()
}
