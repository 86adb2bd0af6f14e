//! Official need: the figure of the peta jabatan or daftar kebutuhan jabatan, which counts before any formula.

use std::sync::Arc;

use super::book::{Book, GURU};
use crate::finding::{Finding, catalogue};
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
/// Where there is neither, nobody knows how many are present, so the need of the post is left unknown.
pub fn add(book: &mut Book, official: &[Formasi], has_people: bool) {
    for formasi in official {
        let kebutuhan = Kebutuhan {
            lo: formasi.kebutuhan,
            hi: formasi.kebutuhan,
            sumber: SumberKebutuhan::Resmi,
            lain: None,
            uraian: format!("{} menurut data kebutuhan jabatan", formasi.kebutuhan),
            place: Some(formasi.place.clone()),
        };
        let (jabatan, jenjang) = (&formasi.jabatan.nama, formasi.jabatan.jenjang);
        let counted = has_people || formasi.riil.is_some();
        book.add(formasi.unit, jabatan.clone(), jenjang, Some(kebutuhan).filter(|_| counted));
        if let (false, Some(riil)) = (has_people, formasi.riil) {
            book.set_riil(formasi.unit, &name_key(jabatan), jenjang, riil);
        }
    }
}

/// Puts a formula's figure beside the official one of the same name (K-101 where they differ), or in its absence in
/// its place.
pub fn compare_or_add(
    roster: &Roster,
    book: &mut Book,
    unit: UnitId,
    jabatan: &'static str,
    kebutuhan: Kebutuhan,
) -> Option<Finding> {
    let mut official: Vec<_> = book.named(unit, &name_key(jabatan)).collect();
    if official.is_empty() {
        book.add(unit, Arc::from(jabatan), None, Some(kebutuhan));
        return None;
    }
    let figures = official.iter().filter_map(|post| post.kebutuhan.as_ref());
    let total: u32 = figures.map(|official| official.lo).sum();
    if (kebutuhan.lo..=kebutuhan.hi).contains(&total) {
        return None;
    }
    // A figure split by jenjang has no single post to show the other figure on; the finding shows it.
    if let [only] = &mut official[..]
        && let Some(official) = &mut only.kebutuhan
    {
        official.lain = Some((kebutuhan.lo, kebutuhan.sumber));
    }
    let place = official.first()?.kebutuhan.as_ref()?.place.clone()?;
    let name = if name_key(jabatan) == GURU { "guru" } else { jabatan };
    let formula = if kebutuhan.lo == kebutuhan.hi {
        kebutuhan.lo.to_string()
    } else {
        format!("{} sampai {}", kebutuhan.lo, kebutuhan.hi)
    };
    let problem = format!(
        "kebutuhan {name} di {} resminya {total}, menurut rumus {formula} ({})",
        roster.unit(unit).nama,
        kebutuhan.uraian
    );
    Some(Finding::new(&catalogue::KEBUTUHAN_BERBEDA, place, total.to_string(), problem))
}
