//! Annotated copies of the workbooks that have faults.

use std::path::Path;

use rayon::prelude::*;

use super::{Outcome, RunError};
use crate::finding::Finding;
use crate::model::artifact::Artifact;
use crate::model::cells::Table;
use crate::write::workbook::Salinan;
use crate::{read, write};

/// One coloured copy of each source that has faults, made in a second pass over it.
pub(super) fn annotated_copies(root: &Path, outcome: &Outcome) -> Result<Vec<Artifact>, RunError> {
    let copies: Vec<Option<Artifact>> = (0..outcome.tables.sources.len())
        .into_par_iter()
        .map(|source| annotated_copy(root, outcome, source))
        .collect::<Result<_, _>>()?;
    Ok(copies.into_iter().flatten().collect())
}

fn annotated_copy(root: &Path, outcome: &Outcome, index: usize) -> Result<Option<Artifact>, RunError> {
    let source = &outcome.tables.sources[index];
    let findings: Vec<&Finding> = outcome.findings.iter().filter(|f| f.place.file == source.path).collect();
    if !source.used || !write::workbook::wants_copy(source, &findings) {
        return Ok(None);
    }
    let tables: Vec<&Table> = outcome.tables.tables.iter().filter(|table| table.source == index).collect();
    let workbook_error = |error: &dyn std::fmt::Display| RunError::Workbook(error.to_string());
    let mut copy =
        Salinan::new(source, &tables, &findings, &outcome.settings).map_err(|error| workbook_error(&error))?;
    match read::cells(&root.join(&*source.path), &outcome.settings.batas, &mut copy) {
        Ok(()) => copy.finish().map(Some).map_err(|error| workbook_error(&error)),
        // What was readable a moment ago has changed under us; its findings stand without a copy.
        Err(read::CellsError::Unreadable(_)) => Ok(None),
        Err(read::CellsError::Sink(error)) => Err(workbook_error(&error)),
    }
}
