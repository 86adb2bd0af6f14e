//! Excel outputs: the result workbook, annotated copies, plain workbooks for samples and blanks.

use rust_xlsxwriter::XlsxError;

use crate::model::artifact::{Artifact, PlainWorkbook};
use crate::write::Results;

/// `hasil-mutasi-<periode>.xlsx`, every sheet.
pub fn hasil(results: &Results<'_>) -> Result<Artifact, XlsxError> {
    let _ = results;
    todo!()
}

/// A plain workbook: samples and blank input workbooks.
pub fn plain(workbook: &PlainWorkbook) -> Result<Artifact, XlsxError> {
    let _ = workbook;
    todo!()
}
