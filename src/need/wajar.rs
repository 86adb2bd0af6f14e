//! Needs that no unit can have: mostly a volume or a time of work with a digit too many.

use crate::finding::{Finding, Place, catalogue};
use crate::model::angka::ribuan;
use crate::model::needs::Kebutuhan;
use crate::model::roster::Roster;
use crate::model::unit::UnitId;
use crate::settings::Settings;

/// K-111 where a post would need more people than the office thinks any post can. The figure holds all the same.
pub fn doubt(
    roster: &Roster,
    settings: &Settings,
    (unit, jabatan): (UnitId, &str),
    kebutuhan: &Kebutuhan,
    place: &Place,
) -> Option<Finding> {
    let most = settings.kebutuhan.wajar_paling_banyak;
    if most == 0 || i64::from(kebutuhan.lo) <= most {
        return None;
    }
    let need = ribuan(kebutuhan.lo.into());
    let problem = format!(
        "kebutuhan {jabatan} di {} menjadi {need} orang ({}), melebihi batas wajar {} orang; di seluruh data ada {} pegawai",
        roster.unit(unit).nama,
        kebutuhan.uraian,
        ribuan(most),
        ribuan(roster.pegawai.len() as i64)
    );
    Some(Finding::new(&catalogue::KEBUTUHAN_TAK_WAJAR, place.clone(), need, problem))
}
