//! Surveys added to their units.

use super::offer;
use crate::check::draft::row_name;
use crate::check::survei::SurveiDraft;
use crate::check::units::{Hit, Units};
use crate::finding::{Finding, catalogue};

/// Adds each survey to its unit, the newest first, and tells how many were used.
pub(super) fn add(rows: Vec<SurveiDraft>, units: &mut Units, findings: &mut Vec<Finding>) -> usize {
    let mut used = 0;
    for row in rows {
        let named = row.unit.nama.as_deref().or(row.unit.kode.as_deref()).unwrap_or_default().to_string();
        let id = match units.find(&row.unit) {
            Hit::One(id) => id,
            Hit::Many(several) => {
                let problem = format!("nama unit “{named}” dipakai {} unit", several.len());
                let remedy = "Isi kode unit atau NPSN agar jelas unit mana yang dimaksud.";
                findings.push(Finding::new(&catalogue::UNIT_ASING, row.unit_place, named, problem).with_remedy(remedy));
                continue;
            }
            Hit::None => {
                let problem = format!("unit “{named}” tidak ada di data unit{}", offer(&named, units));
                findings.push(Finding::new(&catalogue::UNIT_ASING, row.unit_place, named, problem));
                continue;
            }
        };
        let survei = &mut units.list[id.0 as usize].survei;
        if let Some(first) = survei.iter().find(|other| other.periode == row.survei.periode) {
            let of = row.survei.periode.map_or(String::new(), |periode| format!(" untuk {periode}"));
            let there = row_name(&first.place, &row.survei.place);
            let problem = format!("survei {named}{of} sudah ada pada {there}; baris itu yang dipakai");
            findings.push(Finding::new(&catalogue::SURVEI_GANDA, row.unit_place, named, problem));
            continue;
        }
        survei.push(row.survei);
        survei.sort_by_key(|survei| std::cmp::Reverse(survei.periode));
        used += 1;
    }
    used
}
