//! Official need: the figure of the peta jabatan or daftar kebutuhan jabatan, which counts before any formula.

use super::book::Book;
use crate::model::formasi::Formasi;
use crate::model::jabatan::name_key;
use crate::model::needs::{Kebutuhan, SumberKebutuhan};
use crate::model::roster::Roster;
use crate::model::unit::UnitId;

/// The official rows of one unit.
pub fn of_unit(roster: &Roster, unit: UnitId) -> &[Formasi] {
    let start = roster.formasi.partition_point(|formasi| formasi.unit < unit);
    let end = roster.formasi.partition_point(|formasi| formasi.unit <= unit);
    &roster.formasi[start..end]
}

/// Adds the official posts. Their own count of present people is used only where no person of the unit is listed.
/// Where there is neither, nobody knows how many are present, so the need of the post is left unknown. A name that
/// is most likely misspelt is no post.
pub fn add(book: &mut Book, official: &[Formasi], has_people: bool, is_misspelt: impl Fn(&Formasi) -> bool) {
    for formasi in official {
        let kebutuhan = figure(formasi);
        let (jabatan, jenjang) = (&formasi.jabatan.nama, formasi.jabatan.jenjang);
        if is_misspelt(formasi) {
            continue;
        }
        let counted = has_people || formasi.riil.is_some();
        book.add(formasi.unit, jabatan.clone(), jenjang, Some(kebutuhan).filter(|_| counted));
        if let (false, Some(riil)) = (has_people, formasi.riil) {
            book.set_riil(formasi.unit, &name_key(jabatan), jenjang, riil);
        }
    }
}

/// The figure of an official row.
pub fn figure(formasi: &Formasi) -> Kebutuhan {
    Kebutuhan {
        lo: formasi.kebutuhan,
        hi: formasi.kebutuhan,
        sumber: SumberKebutuhan::Resmi,
        lain: Vec::new(),
        uraian: format!("{} menurut data kebutuhan jabatan", formasi.kebutuhan),
        place: Some(formasi.place.clone()),
    }
}
