//! D-301, D-302: an NIP names one person (domain §3.4). The first row that can be used counts. The others are the
//! same person again, unless they carry another name: then somebody else may be there, with an NIP typed wrongly.

use std::collections::HashMap;

use super::{Rule, Saat};
use crate::check::draft::{Draft, PegawaiDraft, row_name};
use crate::finding::{Finding, catalogue};
use crate::model::nip::Nip;

pub(super) const RULE: Rule = Rule { saat: Saat::Terhubung, judge };

fn judge(draft: &mut Draft, findings: &mut Vec<Finding>) {
    let counting = counting(&draft.pegawai);
    let mut again = vec![false; draft.pegawai.len()];
    for (at, again) in again.iter_mut().enumerate() {
        let Some(first) = draft.pegawai[at].nip.map(|nip| counting[&nip]).filter(|first| *first != at) else {
            continue;
        };
        let (row, other) = (&draft.pegawai[at], &draft.pegawai[first]);
        let two_names = row.nama_key.is_some() && other.nama_key.is_some() && row.nama_key != other.nama_key;
        findings.extend(twin(row, other).filter(|_| first < at));
        if two_names {
            let row = &mut draft.pegawai[at];
            row.facts = None;
            row.mungkin_di.extend(row.unit.id.take());
        } else {
            *again = true;
        }
    }
    let mut again = again.into_iter();
    draft.pegawai.retain(|_| !again.next().unwrap_or_default());
}

/// For each NIP the row that counts: of those that say most of what is needed the first.
fn counting(rows: &[PegawaiDraft]) -> HashMap<Nip, usize> {
    let worth = |row: &PegawaiDraft| (row.unit.id.is_some() && row.jabatan.is_some(), row.facts.is_some());
    let mut counting: HashMap<Nip, usize> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(nip) = row.nip else { continue };
        let best = counting.entry(nip).or_insert(at);
        if worth(row) > worth(&rows[*best]) {
            *best = at;
        }
    }
    counting
}

/// What is told of a second row; nothing where either row was reported for another reason.
fn twin(row: &PegawaiDraft, earlier: &PegawaiDraft) -> Option<Finding> {
    let (facts, known) = (row.facts.as_ref()?, earlier.facts.as_ref()?);
    let row_of_first = row_name(&earlier.place, &row.place);
    let (kode, problem) = if known.nama.key() == facts.nama.key() {
        (&catalogue::NIP_GANDA, format!("NIP {} sudah ada pada {row_of_first}", facts.nip))
    } else {
        let names = format!("{} di sini, {} pada {row_of_first}", facts.nama.as_str(), known.nama.as_str());
        (&catalogue::NIP_DUA_NAMA, format!("NIP {} dipakai dua nama: {names}", facts.nip))
    };
    let finding = Finding::new(kode, row.place.clone(), facts.nip.digits(), problem);
    Some(Finding { subject: row.subject.clone(), ..finding })
}
