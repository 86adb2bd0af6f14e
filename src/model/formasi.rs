//! Official need: what a peta jabatan or daftar kebutuhan jabatan says.

use std::sync::Arc;

use crate::finding::Place;
use crate::model::jabatan::Jabatan;
use crate::model::unit::UnitId;

/// One row of official need: how many holders of a jabatan a unit is to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formasi {
    pub unit: UnitId,
    pub jabatan: Jabatan,
    /// Whether a column tells the kind of the jabatan; else it was read from the name, as far as that tells it.
    pub jenis_tertulis: bool,
    /// Approved or computed places (ABK).
    pub kebutuhan: u32,
    /// Present holders as the workbook says, if it does.
    pub riil: Option<u32>,
    pub kelas_jabatan: Option<u8>,
    /// Required education, free text as printed.
    pub kualifikasi: Option<String>,
    /// How much the vision and mission of the region put this post first, 0 to 100.
    pub strategis: Option<u8>,
    /// Special skills the post asks for, as written.
    pub keahlian: Vec<Arc<str>>,
    /// The cell of the need figure.
    pub place: Place,
}
