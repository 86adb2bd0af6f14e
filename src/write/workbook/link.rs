//! Links between the outputs: to a cell of an annotated copy, to a sheet of the same file.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::{Finding, Place, Severity};
use crate::model::cells::{Format, Source};
use crate::model::tanggal::Periode;
use crate::write::Results;

/// The folder of the annotated copies, in the output folder.
pub const COPIES: &str = "periksa";

/// Whether a source gets an annotated copy: something is wrong in one of its cells.
/// `findings` may hold findings of other files too.
pub fn wants_copy(source: &Source, findings: &[&Finding]) -> bool {
    source.format != Format::Unknown
        && findings.iter().any(|finding| finding.place.file == source.path && marks_cell(finding))
}

/// Whether a finding colours a cell.
pub(super) fn marks_cell(finding: &Finding) -> bool {
    finding.place.cell.is_some() && is_fault(finding)
}

/// Whether there is something to look at.
pub(super) fn is_fault(finding: &Finding) -> bool {
    match finding.severity() {
        Severity::Galat | Severity::Peringatan | Severity::Diperbaiki => true,
        Severity::Info => false,
    }
}

/// Where the annotated copy of a source stands in the output folder:
/// `masuk/2026-11/dinkes/pegawai.xlsx` → `periksa/dinkes/pegawai-periksa.xlsx`. Different sources have different
/// copies: folders below the period stay, and so does a file ending that is not `.xlsx`.
pub(super) fn copy_path(source: &str) -> String {
    let inside = source.strip_prefix("masuk/").and_then(|rest| {
        let (month, rest) = rest.split_once('/')?;
        Periode::parse(month).map(|_| rest)
    });
    let name = inside.unwrap_or(source);
    format!("{COPIES}/{}-periksa.xlsx", name.strip_suffix(".xlsx").unwrap_or(name))
}

/// Which sources have an annotated copy to lead to, and where it stands.
pub(super) struct Copies<'a>(BTreeMap<&'a str, String>);

impl<'a> Copies<'a> {
    pub(super) fn of(results: &Results<'a>) -> Copies<'a> {
        let marked: BTreeSet<&str> =
            results.findings.iter().filter(|f| marks_cell(f)).map(|f| &*f.place.file).collect();
        let sources = results.tables.sources.iter().filter(|source| source.used && source.format != Format::Unknown);
        let marked = sources.filter(|source| marked.contains(&*source.path));
        Copies(marked.map(|source| (&*source.path, copy_path(source.original()))).collect())
    }

    /// The link to a place in the annotated copy, relative to the result workbook; `None` where there is no copy.
    pub(super) fn url(&self, place: &Place) -> Option<String> {
        // A path with `#` cannot be told from its anchor.
        let path = self.0.get(&*place.file).filter(|path| !path.contains('#'))?;
        match (&place.sheet, place.cell) {
            (Some(sheet), Some(cell)) => Some(format!("file:///{path}#{}", anchor(sheet, &cell.to_string()))),
            (Some(sheet), None) => Some(format!("file:///{path}#{}", anchor(sheet, "A1"))),
            (None, _) => Some(format!("file:///{path}")),
        }
    }
}

/// A cell of a sheet as a link names it: `'Data'!C12`.
pub(super) fn anchor(sheet: &str, cell: &str) -> String {
    format!("'{}'!{cell}", sheet.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_sources_never_share_a_copy() {
        for (source, copy) in [
            ("masuk/2026-11/pegawai.xlsx", "periksa/pegawai-periksa.xlsx"),
            ("masuk/2026-11/dinkes/pegawai.xlsx", "periksa/dinkes/pegawai-periksa.xlsx"),
            ("masuk/2026-11/pegawai.xls", "periksa/pegawai.xls-periksa.xlsx"),
            ("masuk/pegawai.xlsx", "periksa/masuk/pegawai-periksa.xlsx"),
        ] {
            assert_eq!(copy_path(source), copy);
        }
    }

    #[test]
    fn an_apostrophe_in_a_sheet_name_is_doubled() {
        assert_eq!(anchor("Jum'at", "C12"), "'Jum''at'!C12");
    }
}
