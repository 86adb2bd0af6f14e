//! D-301, D-302: an NIP names one person (domain §3.4). Of two rows of one sheet one counts. Rows that carry another
//! name may be somebody else, with an NIP typed wrongly. What is left, one row a table, is merged (`check/merge`).

use std::collections::{BTreeMap, BTreeSet};

use super::{Rule, Saat};
use crate::check::draft::{Draft, PegawaiDraft, row_name};
use crate::check::merge::{Notes, UNSURE, merge, rank, unit_shown};
use crate::finding::{Finding, catalogue};

pub(super) const RULE: Rule = Rule { saat: Saat::Terhubung, judge };

fn judge(draft: &mut Draft, findings: &mut Vec<Finding>) {
    let mut notes = Notes::default();
    let mut again = BTreeSet::new();
    for mut rows in same_nip(&draft.pegawai) {
        rows.sort_by_key(|&at| (rank(&draft.tabel, draft.pegawai[at].tabel), at));
        let rows = of_one_name(draft, rows, &mut again, findings);
        let rows = one_of_each_table(draft, rows, &mut again, findings);
        again.extend(&rows[1..]);
        merge(draft, &rows, &mut notes);
    }
    findings.extend(notes.into_findings(&draft.tabel));
    let mut at = 0..;
    draft.pegawai.retain(|_| at.next().is_none_or(|at| !again.contains(&at)));
}

/// The rows of every NIP that has several, in NIP order.
fn same_nip(rows: &[PegawaiDraft]) -> Vec<Vec<usize>> {
    let nip = |at: &u32| rows[*at as usize].nip;
    let mut known: Vec<u32> = (0..rows.len() as u32).filter(|at| nip(at).is_some()).collect();
    known.sort_by_key(nip);
    let same = known.chunk_by(|a, b| nip(a) == nip(b)).filter(|rows| rows.len() > 1);
    same.map(|rows| rows.iter().map(|at| *at as usize).collect()).collect()
}

/// How much a row says of what is needed.
fn worth(row: &PegawaiDraft) -> (bool, bool) {
    (row.unit_id.is_some() && row.jabatan.is_some(), row.usable())
}

/// Of these rows the one that says most, of equals the first.
fn best(draft: &Draft, rows: &[usize]) -> usize {
    let says_more = |best: usize, &at: &usize| {
        if worth(&draft.pegawai[at]) > worth(&draft.pegawai[best]) { at } else { best }
    };
    rows.iter().skip(1).fold(rows[0], says_more)
}

/// The rows of the person who counts. A row with another name is no person any more, but may still be one at work.
fn of_one_name(
    draft: &mut Draft,
    rows: Vec<usize>,
    again: &mut BTreeSet<usize>,
    findings: &mut Vec<Finding>,
) -> Vec<usize> {
    let first = best(draft, &rows);
    let mut earlier = true;
    let mut others = BTreeSet::new();
    let mut same = Vec::with_capacity(rows.len());
    for at in rows {
        earlier &= at != first;
        let (row, other) = (&draft.pegawai[at], &draft.pegawai[first]);
        if row.nama_key().is_none() || other.nama_key().is_none() || row.nama_key() == other.nama_key() {
            same.push(at);
            continue;
        }
        // A row before the one that counts was reported for what it lacks.
        if !earlier && row.usable() && other.usable() {
            findings.push(two_names(row, other));
        }
        // The same other name in another list is that same other person.
        if !others.insert(draft.pegawai[at].nama_key().map(str::to_string)) {
            again.insert(at);
        }
        let row = &mut draft.pegawai[at];
        row.lose_nip();
        let unit = row.unit_id.take();
        row.may_be_in(unit);
    }
    same
}

/// One row a table, in the same order. Where they name different units, it is not certain which is the person's.
fn one_of_each_table(
    draft: &mut Draft,
    rows: Vec<usize>,
    again: &mut BTreeSet<usize>,
    findings: &mut Vec<Finding>,
) -> Vec<usize> {
    let tabel: BTreeMap<usize, usize> = rows.iter().map(|&at| (at, draft.pegawai[at].tabel)).collect();
    let tables = rows.chunk_by(|a, b| tabel[a] == tabel[b]);
    let mut one_each = Vec::new();
    for rows in tables {
        let counting = best(draft, rows);
        one_each.push(counting);
        let mut unsure = BTreeSet::new();
        for &at in rows.iter().filter(|&&at| at != counting) {
            again.insert(at);
            let (row, other) = (&draft.pegawai[at], &draft.pegawai[counting]);
            if at > counting && row.usable() && other.usable() {
                findings.push(twin(row, other));
                unsure.extend(row.unit_id.filter(|id| other.unit_id.is_some_and(|other| other != *id)));
            }
        }
        if !unsure.is_empty() {
            let row = &mut draft.pegawai[counting];
            unsure.extend(row.unit_id.take());
            row.may_be_in(unsure);
        }
    }
    one_each
}

/// D-301.
fn twin(row: &PegawaiDraft, counting: &PegawaiDraft) -> Finding {
    let nip = row.nip.map(|nip| nip.to_string()).unwrap_or_default();
    let there = row_name(&counting.place, &row.place);
    let outcome = match (row.unit_id, counting.unit_id) {
        (Some(here), Some(other)) if here != other => format!(
            "unit kerjanya {} di sini, {} di sana, jadi {UNSURE}",
            unit_shown(&row.unit),
            unit_shown(&counting.unit)
        ),
        (Some(_) | None, Some(_) | None) => format!("yang dipakai {there}"),
    };
    let problem = format!("NIP {nip} sudah ada pada {there}; {outcome}");
    let finding = Finding::new(&catalogue::NIP_GANDA, row.place.clone(), nip, problem);
    Finding { subject: row.subject(), ..finding }
}

/// D-302.
fn two_names(row: &PegawaiDraft, counting: &PegawaiDraft) -> Finding {
    let nip = row.nip.map(|nip| nip.to_string()).unwrap_or_default();
    let name = |row: &PegawaiDraft| row.facts.nama.as_ref().map(|nama| nama.as_str().to_string()).unwrap_or_default();
    let there = row_name(&counting.place, &row.place);
    let problem = format!(
        "NIP {nip} dipakai dua nama: {} di sini, {} pada {there}; yang dipakai {there}",
        name(row),
        name(counting)
    );
    let finding = Finding::new(&catalogue::NIP_DUA_NAMA, row.place.clone(), nip, problem);
    Finding { subject: row.subject(), ..finding }
}
