//! A seeded synthetic region of any size: no personal data, any amount of dirt.

use crate::model::artifact::PlainWorkbook;

/// What to make.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// People to make, about.
    pub people: usize,
    pub seed: u64,
    /// Dirty cells per thousand cells of the personnel workbook.
    pub dirt_permille: u32,
}

/// The workbooks of a region, ready to be dropped into `masuk/<periode>/`.
pub fn region(wanted: &Wanted) -> Vec<PlainWorkbook> {
    let _ = wanted;
    todo!()
}
