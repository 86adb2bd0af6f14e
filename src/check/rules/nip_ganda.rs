//! D-301, D-302: an NIP names one person (domain §3.4). The first row counts; the second is no second person.

use std::collections::HashMap;

use super::{Rule, Saat};
use crate::check::draft::{Draft, drop_twins, row_name};
use crate::finding::{Finding, catalogue};
use crate::model::nip::Nip;

pub(super) const RULE: Rule = Rule { saat: Saat::Terhubung, judge };

fn judge(draft: &mut Draft, findings: &mut Vec<Finding>) {
    let mut first_by_nip: HashMap<Nip, usize> = HashMap::new();
    drop_twins(&mut draft.pegawai, findings, |kept, row| {
        let facts = row.facts.as_ref()?;
        let Some(&first) = first_by_nip.get(&facts.nip) else {
            first_by_nip.insert(facts.nip, kept.len());
            return None;
        };
        let earlier = kept[first].facts.as_ref().expect("only rows with facts are remembered by NIP");
        let row_of_first = row_name(&kept[first].place, &row.place);
        let (kode, problem) = if earlier.nama.key() == facts.nama.key() {
            (&catalogue::NIP_GANDA, format!("NIP {} sudah ada pada {row_of_first}", facts.nip))
        } else {
            let names = format!("{} di sini, {} pada {row_of_first}", facts.nama.as_str(), earlier.nama.as_str());
            (&catalogue::NIP_DUA_NAMA, format!("NIP {} dipakai dua nama: {names}", facts.nip))
        };
        let finding = Finding::new(kode, row.place.clone(), facts.nip.digits(), problem);
        Some(Finding { subject: row.subject.clone(), ..finding })
    });
}
