//! Needs that no unit can have: mostly a volume or a time of work with a digit too many.

use crate::finding::{Finding, Place, catalogue};
use crate::model::angka::ribuan;
use crate::model::needs::Kebutuhan;
use crate::model::roster::Roster;
use crate::model::unit::UnitId;
use crate::settings::Settings;

/// Whether a figure is greater than the office thinks any post can have.
pub fn is_too_large(settings: &Settings, need: &Kebutuhan) -> bool {
    let most = settings.kebutuhan.wajar_paling_banyak;
    most > 0 && i64::from(need.lo) > most
}

/// K-111 where a post would need more people than the office thinks any post can: until somebody says that it does, its
/// need is unknown.
pub fn doubt(
    roster: &Roster,
    settings: &Settings,
    (unit, jabatan): (UnitId, &str),
    kebutuhan: &Kebutuhan,
    place: &Place,
) -> Option<Finding> {
    if !is_too_large(settings, kebutuhan) {
        return None;
    }
    let most = settings.kebutuhan.wajar_paling_banyak;
    let need = ribuan(kebutuhan.lo.into());
    let problem = format!(
        "kebutuhan {jabatan} di {} menjadi {need} orang ({}), melebihi batas wajar {} orang; di seluruh data ada {} pegawai. \
         Sebelum dipastikan, kebutuhan ini dianggap belum diketahui",
        roster.unit(unit).nama,
        kebutuhan.uraian,
        ribuan(most),
        ribuan(roster.pegawai.len() as i64)
    );
    Some(Finding::new(&catalogue::KEBUTUHAN_TAK_WAJAR, place.clone(), need, problem))
}
