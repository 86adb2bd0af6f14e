//! Reading the inbox: which file is what, which row is the header, which cell says what.

use std::path::Path;

use crate::finding::Noted;
use crate::model::cells::{CellSink, Tables};
use crate::model::tanggal::Periode;
use crate::settings::Batas;

/// Reads every workbook of `masuk/<periode>/` under `root`.
///
/// Never fails: a file that cannot be read is a finding. Files are read in parallel and merged in path order.
/// `progress` is called after each file with files done and files in all, from any thread.
pub fn inbox(root: &Path, periode: Periode, batas: &Batas, progress: &(dyn Fn(usize, usize) + Sync)) -> Noted<Tables> {
    let _ = (root, periode, batas, progress);
    todo!()
}

/// Hands every cell of a workbook to `sink`: the second pass of an annotated copy.
pub fn cells<S: CellSink>(path: &Path, batas: &Batas, sink: &mut S) -> Result<(), S::Error> {
    let _ = (path, batas, sink);
    todo!()
}

/// The newest period that has a folder in `masuk/`; else the period most loose files tell by their names; else `None`.
pub fn newest_period(root: &Path) -> Option<Periode> {
    let _ = root;
    todo!()
}
