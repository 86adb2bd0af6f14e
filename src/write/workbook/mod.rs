//! Excel outputs: the result workbook, annotated copies, plain workbooks for samples and blanks.

mod plain;

use rust_xlsxwriter::XlsxError;

use crate::model::artifact::Artifact;
use crate::write::Results;

pub use plain::plain;

/// `hasil-mutasi-<periode>.xlsx`, every sheet.
pub fn hasil(results: &Results<'_>) -> Result<Artifact, XlsxError> {
    let _ = results;
    todo!()
}
