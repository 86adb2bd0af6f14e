//! Annotated copies of the workbooks that have faults.

use std::path::Path;

use rayon::prelude::*;

use super::fresh::Fresh;
use super::{Outcome, RunError};
use crate::finding::Finding;
use crate::model::artifact::Artifact;
use crate::model::cells::Table;
use crate::write::workbook::Salinan;
use crate::{read, write};

/// Puts a coloured copy of each source that has faults among the outputs, made in a second pass over it. As many are
/// in memory at a time as there are threads.
pub(super) fn put_copies(root: &Path, outcome: &Outcome, fresh: &Fresh) -> Result<(), RunError> {
    (0..outcome.tables.sources.len()).into_par_iter().try_for_each(|source| {
        annotated_copy(root, outcome, source)?.map_or(Ok(()), |copy| fresh.put(copy)).map_err(RunError::Save)
    })
}

fn annotated_copy(root: &Path, outcome: &Outcome, index: usize) -> Result<Option<Artifact>, RunError> {
    let source = &outcome.tables.sources[index];
    let findings: Vec<&Finding> = outcome.findings.iter().filter(|f| f.place.file == source.path).collect();
    if !source.used || !write::workbook::wants_copy(source, &findings) {
        return Ok(None);
    }
    let tables: Vec<&Table> = outcome.tables.tables.iter().filter(|table| table.source == index).collect();
    let mut copy = Salinan::new(source, &tables, &findings, &outcome.settings)?;
    match read::cells(&root.join(&*source.path), &outcome.settings.batas, &mut copy) {
        Ok(()) => Ok(Some(copy.finish()?)),
        // What was readable a moment ago has changed under us; its findings stand without a copy.
        Err(read::CellsError::Unreadable(_)) => Ok(None),
        Err(read::CellsError::Sink(error)) => Err(error.into()),
    }
}
