//! Letters: handlebars template → naskah → layout → PDF.

use std::collections::BTreeMap;

use crate::finding::Noted;
use crate::model::artifact::Artifact;
use crate::write::Results;

/// A folder's own templates and pictures by file name (`sk-kolektif.hbs`, `lambang.png`); they win over the built-in.
pub type OfficeFiles = BTreeMap<String, Vec<u8>>;

/// The SK kolektif with lampiran and one petikan per moved person, as PDF. A letter that cannot be made
/// correctly is a finding, never a half letter. `progress` is called with letters done and letters in all.
pub fn letters(
    results: &Results<'_>,
    office: &OfficeFiles,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Noted<Vec<Artifact>> {
    let _ = (results, office, progress);
    todo!()
}
