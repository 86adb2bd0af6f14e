//! D-303: an NPSN names one school (domain §3.3 D15). The first row counts.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Rule, Saat};
use crate::check::draft::{Draft, drop_twins, row_name};
use crate::finding::{Finding, catalogue};

pub(super) const RULE: Rule = Rule { saat: Saat::Terbaca, judge };

fn judge(draft: &mut Draft, findings: &mut Vec<Finding>) {
    let mut first_by_npsn: HashMap<Arc<str>, usize> = HashMap::new();
    drop_twins(&mut draft.sekolah, findings, |kept, row| {
        let npsn = row.kode.clone()?;
        let Some(&first) = first_by_npsn.get(&npsn) else {
            first_by_npsn.insert(npsn, kept.len());
            return None;
        };
        let earlier = row_name(&kept[first].kode_place, &row.kode_place);
        let problem = format!("NPSN {npsn} ({}) sudah dipakai {} pada {earlier}", row.nama, kept[first].nama);
        Some(Finding::new(&catalogue::NPSN_GANDA, row.kode_place.clone(), &*npsn, problem))
    });
}
