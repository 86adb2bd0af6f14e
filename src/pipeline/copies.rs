//! Annotated copies of the workbooks that have faults.

use std::path::Path;

use rayon::prelude::*;

use super::fresh::Fresh;
use super::{Outcome, RunError};
use crate::finding::Finding;
use crate::model::cells::Table;
use crate::write::workbook::Salinan;
use crate::{read, write};

/// Puts a coloured copy of each source that has faults among the outputs, made in a second pass over it. Neither source
/// nor copy is ever whole in memory.
pub(super) fn put_copies(root: &Path, outcome: &Outcome, fresh: &Fresh) -> Result<(), RunError> {
    (0..outcome.tables.sources.len())
        .into_par_iter()
        .try_for_each(|source| annotated_copy(root, outcome, source, fresh))
}

fn annotated_copy(root: &Path, outcome: &Outcome, index: usize, fresh: &Fresh) -> Result<(), RunError> {
    let source = &outcome.tables.sources[index];
    let findings: Vec<&Finding> = outcome.findings.iter().filter(|f| f.place.file == source.path).collect();
    if !source.used || !write::workbook::wants_copy(source, &findings) {
        return Ok(());
    }
    let tables: Vec<&Table> = outcome.tables.tables.iter().filter(|table| table.source == index).collect();
    let mut copy = Salinan::new(source, &tables, &findings, &outcome.settings)?;
    match read::cells(&root.join(&*source.path), &outcome.settings.batas, &mut copy) {
        Ok(()) => {
            let put = fresh.put_made(Salinan::path(source), |out| copy.finish_into(out));
            Ok(put.map_err(RunError::Save)??)
        }
        // What was readable a moment ago has changed under us; its findings stand without a copy.
        Err(read::CellsError::Unreadable(_)) => Ok(()),
        Err(read::CellsError::Sink(error)) => Err(error.into()),
    }
}
