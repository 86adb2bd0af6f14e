//! Surveys added to their units.

use crate::check::draft::row_name;
use crate::check::survei::SurveiDraft;
use crate::check::unit_asing::Names;
use crate::check::units::Hit;
use crate::finding::{Finding, Place, catalogue};

/// Adds each survey to its unit, the newest first, and tells which rows were used.
pub(super) fn add(rows: Vec<SurveiDraft>, names: &mut Names<'_, '_>, findings: &mut Vec<Finding>) -> Vec<Place> {
    let mut used = Vec::new();
    for row in rows {
        let named = row.unit.nama.as_deref().or(row.unit.kode.as_deref()).unwrap_or_default().to_string();
        let id = match names.find(&row.unit, &row.unit_place, findings) {
            Hit::One(id) => id,
            hit @ (Hit::Many(_) | Hit::None) => {
                let unclear = names.ask(&row.unit, hit, &row.unit_place);
                findings.push(unclear.finding(&catalogue::UNIT_ASING, row.unit_place, &named, None));
                continue;
            }
        };
        let Some(told) = row.survei else { continue };
        let survei = &mut names.units.list[id.0 as usize].survei;
        if let Some(first) = survei.iter().find(|other| other.periode == told.periode) {
            let of = told.periode.map_or(String::new(), |periode| format!(" untuk {periode}"));
            let there = row_name(&first.place, &told.place);
            let problem = format!("survei {named}{of} sudah ada pada {there}; baris itu yang dipakai");
            findings.push(Finding::new(&catalogue::SURVEI_GANDA, row.unit_place, named, problem));
            continue;
        }
        used.push(told.place.clone());
        survei.push(told);
        survei.sort_by_key(|survei| std::cmp::Reverse(survei.periode));
    }
    used
}
