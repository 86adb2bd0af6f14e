//! D-304: a unit is listed once, by its kode, or by its name where it has no kode. The first row counts.
//! Units of one name with different kode are different units.

use std::collections::HashMap;

use super::{Rule, Saat};
use crate::check::draft::{Draft, UnitDraft, drop_twins, row_name};
use crate::finding::{Finding, catalogue};

pub(super) const RULE: Rule = Rule { saat: Saat::Terbaca, judge };

fn judge(draft: &mut Draft, findings: &mut Vec<Finding>) {
    drop_listed_twice(&mut draft.sekolah, findings);
    drop_listed_twice(&mut draft.unit, findings);
    drop_listed_twice(&mut draft.puskesmas, findings);
}

fn drop_listed_twice(rows: &mut Vec<UnitDraft>, findings: &mut Vec<Finding>) {
    let mut first_by_name: HashMap<String, usize> = HashMap::new();
    drop_twins(rows, findings, |kept, row| {
        // A kode cannot collide with a name: keys of names hold no colon.
        let key = row.kode.as_ref().map_or_else(|| row.key.clone(), |kode| format!("kode:{kode}"));
        let Some(&first) = first_by_name.get(&key) else {
            first_by_name.insert(key, kept.len());
            return None;
        };
        let earlier = row_name(&kept[first].place, &row.place);
        let problem = match &row.kode {
            Some(kode) => format!("unit {} dengan kode {kode} sudah ada pada {earlier}", row.nama),
            None => format!("unit {} sudah ada pada {earlier}", row.nama),
        };
        let finding = Finding::new(&catalogue::UNIT_GANDA, row.place.clone(), &*row.nama, problem);
        Some(match row.kode {
            Some(_) => finding.with_remedy("Hapus baris yang tidak berlaku; jika memang dua unit, perbaiki kodenya."),
            None => finding,
        })
    });
}
