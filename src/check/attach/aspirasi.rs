//! Wishes added to a person, with their units or kecamatan found by name.

use super::listed_again;
use crate::check::draft::{PersonFacts, UnitRef};
use crate::check::orang::{AspirasiDraft, Orang};
use crate::check::unit_asing::Names;
use crate::check::units::Hit;
use crate::finding::{Finding, Place, catalogue};
use crate::model::aspirasi::{Aspirasi, Usulan};

/// The first row of wishes counts; tells which one that is.
pub(super) fn add(
    rows: Vec<(Orang, AspirasiDraft)>,
    facts: &mut PersonFacts,
    names: &mut Names<'_, '_>,
    findings: &mut Vec<Finding>,
) -> Vec<Place> {
    let mut rows = rows.into_iter();
    let Some((first, draft)) = rows.next() else { return Vec::new() };
    findings.extend(rows.map(|(orang, _)| listed_again(&orang, &first.place, "")));
    let mut usulan = Vec::new();
    for (nama, place) in draft.usulan {
        if let Some(kecamatan) = names.kecamatan(&nama) {
            let wished = Usulan::Kecamatan(kecamatan);
            usulan.extend((!usulan.contains(&wished)).then_some(wished));
            continue;
        }
        let wished = UnitRef { nama: Some(nama.as_str().into()), ..UnitRef::default() };
        match names.find(&wished, &place, findings) {
            Hit::One(id) if usulan.contains(&Usulan::Unit(id)) => {}
            Hit::One(id) => usulan.push(Usulan::Unit(id)),
            hit @ (Hit::Many(_) | Hit::None) => {
                let unclear = names.ask(&wished, hit, &place);
                let finding = unclear.finding(&catalogue::USULAN_UNIT_ASING, place, &nama, None);
                findings.push(finding.about(first.subject.clone()));
            }
        }
    }
    facts.jarang.aspirasi = Some(Box::new(Aspirasi { usulan, ..draft.aspirasi }));
    vec![first.place]
}
