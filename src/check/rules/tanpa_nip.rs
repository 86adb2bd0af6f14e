//! Rows whose NIP cannot be read, in several tables: the same damage to the same name is the same person, and a person
//! of that name in that unit may be. Neither may count twice. No code of its own: the NIP of each row was reported.

use std::collections::{HashMap, HashSet};

use super::{Rule, Saat};
use crate::check::draft::{Draft, PegawaiDraft};
use crate::check::merge::rank;
use crate::finding::Finding;
use crate::model::unit::UnitId;

pub(super) const RULE: Rule = Rule { saat: Saat::Terhubung, judge };

/// What becomes of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Stays,
    /// Another table has this very row.
    Again,
    /// Another table may have this person.
    Uncertain,
}

fn judge(draft: &mut Draft, _: &mut Vec<Finding>) {
    let verdicts = verdicts(draft);
    for (row, verdict) in draft.pegawai.iter_mut().zip(&verdicts) {
        if *verdict == Verdict::Uncertain {
            let unit = row.unit_id.take();
            row.may_be_in(unit);
        }
    }
    let mut verdicts = verdicts.into_iter();
    draft.pegawai.retain(|_| verdicts.next() != Some(Verdict::Again));
}

fn verdicts(draft: &Draft) -> Vec<Verdict> {
    let rows = &draft.pegawai;
    let mut verdicts = vec![Verdict::Stays; rows.len()];
    let mut without: Vec<usize> = (0..rows.len()).filter(|&at| rows[at].nip.is_none()).collect();
    without.sort_by_key(|&at| (rank(&draft.tabel, rows[at].tabel), at));
    // Nobody else's name is ever asked for.
    let asked: HashSet<&str> = without.iter().filter_map(|&at| rows[at].nama_key()).collect();
    let mut people = People::of(rows, &asked);
    let mut alike: HashMap<(&str, &str), usize> = HashMap::new();
    for at in without {
        let row = &rows[at];
        let Some(nama) = row.nama_key() else { continue };
        if let Some(written) = row.seldom.nip_rusak.as_ref().and_then(|rusak| rusak.tertulis.as_deref()) {
            let first = *alike.entry((nama, written)).or_insert(row.tabel);
            if first != row.tabel {
                verdicts[at] = Verdict::Again;
                continue;
            }
        }
        if people.may_have(row) {
            verdicts[at] = Verdict::Uncertain;
        }
        people.add(row);
    }
    verdicts
}

/// The tables that have somebody of this name in this unit, one list a person.
struct People<'a>(HashMap<(&'a str, UnitId), Vec<Vec<usize>>>);

impl<'a> People<'a> {
    /// Those with an NIP who have one of these names.
    fn of(rows: &'a [PegawaiDraft], names: &HashSet<&str>) -> People<'a> {
        let mut people = People(HashMap::new());
        let is_named = |row: &&PegawaiDraft| row.nama_key().is_some_and(|nama| names.contains(nama));
        if !names.is_empty() {
            rows.iter().filter(|row| row.nip.is_some()).filter(is_named).for_each(|row| people.add(row));
        }
        people
    }

    fn add(&mut self, row: &'a PegawaiDraft) {
        if let (Some(nama), Some(unit)) = (row.nama_key(), row.unit_id) {
            let tables = row.seldom.gabungan.iter().copied().chain([row.tabel]).collect();
            self.0.entry((nama, unit)).or_default().push(tables);
        }
    }

    /// Whether somebody of this name and unit stands in other tables only; beside one in its own table the row is
    /// somebody else.
    fn may_have(&self, row: &PegawaiDraft) -> bool {
        let key = row.nama_key().zip(row.unit_id);
        let people = key.and_then(|key| self.0.get(&key));
        people.is_some_and(|people| people.iter().any(|tables| !tables.contains(&row.tabel)))
    }
}
