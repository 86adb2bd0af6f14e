//! Wishes added to a person, with their units found by name.

use std::sync::Arc;

use super::{listed_again, offer};
use crate::check::draft::{PersonFacts, UnitRef};
use crate::check::orang::{AspirasiDraft, Orang};
use crate::check::units::{Hit, Units};
use crate::finding::{Finding, catalogue};
use crate::model::aspirasi::Aspirasi;
use crate::model::unit::UnitId;

/// The first row of wishes counts.
pub(super) fn add(
    rows: Vec<(Orang, AspirasiDraft)>,
    facts: &mut PersonFacts,
    units: &mut Units,
    findings: &mut Vec<Finding>,
) -> usize {
    let mut rows = rows.into_iter();
    let Some((first, draft)) = rows.next() else { return 0 };
    findings.extend(rows.map(|(orang, _)| listed_again(&orang, &first.place, "")));
    let mut usulan = Vec::new();
    for (nama, place) in draft.usulan {
        match wished(&nama, units) {
            Ok(id) if usulan.contains(&id) => {}
            Ok(id) => usulan.push(id),
            Err(problem) => {
                let finding = Finding::new(&catalogue::USULAN_UNIT_ASING, place, nama, problem);
                findings.push(Finding { subject: first.subject.clone(), ..finding });
            }
        }
    }
    facts.aspirasi = Some(Aspirasi { usulan, ..draft.aspirasi });
    1
}

/// The unit of this name, or why there is none.
fn wished(nama: &str, units: &mut Units) -> Result<UnitId, String> {
    let nama: Arc<str> = nama.into();
    match units.find(&UnitRef { nama: Some(nama.clone()), ..UnitRef::default() }) {
        Hit::One(id) => Ok(id),
        Hit::Many(named) => Err(format!("nama unit “{nama}” dipakai {} unit", named.len())),
        Hit::None => Err(format!("unit “{nama}” tidak ada di data unit{}", offer(&nama, units))),
    }
}
