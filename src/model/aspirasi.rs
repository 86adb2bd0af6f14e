//! What a person wishes of a move.

use crate::finding::Place;
use crate::model::unit::UnitId;
use crate::model::wilayah::KecamatanId;

/// A place wished for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usulan {
    Unit(UnitId),
    /// Any unit of this kecamatan.
    Kecamatan(KecamatanId),
}

/// Aspirasi: the wishes a person has handed in (domain §3.1). Reasons and objections are personal: only whether there
/// are any is kept, what they say stays in the office's own workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aspirasi {
    /// Field of work the person is interested in, as written: `Pendidikan kesehatan`.
    pub minat: Option<String>,
    /// What is wished for, the dearest first, each once.
    pub usulan: Vec<Usulan>,
    /// Whether the person is willing to be moved; `None` where nothing readable was said.
    pub bersedia: Option<bool>,
    pub beralasan: bool,
    pub keberatan: bool,
    /// The row it was read from (its NIP cell).
    pub place: Place,
}
