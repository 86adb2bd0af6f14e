//! D-303: an NPSN names one school (domain §3.3 D15). The row of the newest year counts, of equals the first.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Rule, Saat};
use crate::check::draft::{Draft, UnitDraft, row_name};
use crate::finding::{Finding, Place, catalogue};

pub(super) const RULE: Rule = Rule { saat: Saat::Terbaca, judge };

/// The row that counts: its place in the list, its year, name and cell.
struct Counting {
    index: usize,
    tahun: Option<u32>,
    nama: Arc<str>,
    place: Place,
}

fn judge(draft: &mut Draft, findings: &mut Vec<Finding>) {
    let counting = counting(&draft.sekolah);
    let mut index = 0;
    draft.sekolah.retain(|row| {
        let winner = row.kode.as_ref().and_then(|npsn| counting.get(npsn)).filter(|winner| winner.index != index);
        index += 1;
        let Some(winner) = winner else { return true };
        let npsn = row.kode.as_deref().unwrap_or_default();
        let other = row_name(&winner.place, &row.kode_place);
        let year = winner.tahun.filter(|_| winner.tahun != row.tahun).map(|year| format!(" (tahun {year})"));
        let problem = format!(
            "NPSN {npsn} ({}) juga dipakai {} pada {other}{}; baris itu yang dipakai",
            row.nama,
            winner.nama,
            year.unwrap_or_default()
        );
        findings.push(Finding::new(&catalogue::NPSN_GANDA, row.kode_place.clone(), npsn, problem));
        false
    });
}

fn counting(rows: &[UnitDraft]) -> HashMap<Arc<str>, Counting> {
    let mut counting: HashMap<Arc<str>, Counting> = HashMap::new();
    for (index, row) in rows.iter().enumerate() {
        let Some(npsn) = &row.kode else { continue };
        if counting.get(npsn).is_none_or(|known| row.tahun > known.tahun) {
            let (nama, place) = (row.nama.clone(), row.kode_place.clone());
            counting.insert(npsn.clone(), Counting { index, tahun: row.tahun, nama, place });
        }
    }
    counting
}
