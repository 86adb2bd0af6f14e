//! D-307: a school with teachers but no rombel is a data error, no surplus (domain §3.3 D16).

use super::{Rule, Saat};
use crate::check::draft::Draft;
use crate::finding::{Finding, catalogue};

pub(super) const RULE: Rule = Rule { saat: Saat::Terbaca, judge };

fn judge(draft: &mut Draft, findings: &mut Vec<Finding>) {
    for row in &draft.sekolah {
        let Some(sekolah) = &row.sekolah else { continue };
        if let (Some(0), Some(guru @ 1..)) = (sekolah.rombel, sekolah.guru) {
            let place = sekolah.rombel_place.clone().unwrap_or_else(|| row.place.clone());
            let problem = format!("{} tercatat 0 rombel padahal ada {guru} guru", row.nama);
            findings.push(Finding::new(&catalogue::ROMBEL_NOL, place, "0", problem));
        }
    }
}
