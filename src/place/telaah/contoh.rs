//! Cases of this very run in which a rule bit.

use super::Dasar;
use crate::law::Tingkat;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::Plan;
use crate::model::telaah::{Akibat, Kasus};
use crate::place::facts::Facts;
use crate::place::family::{Case, Family};
use crate::place::rules::Enforced;

/// The first cases in NIP order, at most so many: people whom the rule holds, pairs it refuses, moves that it notes.
/// Each is about another person.
pub fn contoh(dasar: Dasar, plan: &Plan, code: &str, most: usize) -> Vec<Kasus> {
    let Some(tally) = plan.rules.iter().find(|tally| tally.code == code) else { return Vec::new() };
    let case = Case::new(dasar.facts());
    let Some(entry) = case.facts.enforced.iter().find(|entry| entry.rule.code == code).copied() else {
        return Vec::new();
    };
    let mut all: Vec<Kasus> = Vec::new();
    if tally.people > 0 {
        let blocked = dasar.roster.pegawai_ids().filter(|id| case.masks[id.0 as usize].has(entry.index));
        all.extend(blocked.filter_map(|id| of_person(&case.facts, &entry, id)).take(most));
    }
    if tally.pairs > 0 && entry.tingkat == Tingkat::Blokir {
        all.extend(refused(&case, &entry, most));
    }
    if tally.warned_moves + tally.urged_moves > 0 {
        let of_move = |id: PegawaiId, to: PostId| {
            let kasus = of_person(&case.facts, &entry, id).or_else(|| of_pair(&case.facts, &entry, id, to))?;
            matches!(kasus.akibat, Akibat::Catatan | Akibat::Dianjurkan).then_some(kasus)
        };
        all.extend(plan.moves.iter().filter_map(|mutasi| of_move(mutasi.pegawai, mutasi.to)).take(most));
    }
    all.truncate(most);
    all
}

fn of_person(facts: &Facts, entry: &Enforced, id: PegawaiId) -> Option<Kasus> {
    let verdict = entry.rule.judge.of_person(&facts.person(id, true))?;
    Some(Kasus { pegawai: id, ke: None, akibat: entry.akibat(verdict.answer), sentence: verdict.sentence })
}

fn of_pair(facts: &Facts, entry: &Enforced, id: PegawaiId, to: PostId) -> Option<Kasus> {
    let from = facts.needs.post_of[id.0 as usize]?;
    let verdict = entry.rule.judge.of_pair(&facts.pair(id, from, to, true))?;
    Some(Kasus { pegawai: id, ke: Some(to), akibat: entry.akibat(verdict.answer), sentence: verdict.sentence })
}

/// One refused place for each of the first movable people who have one. Of posts of another jabatan only the rule that
/// asks for the same jabatan is counted; all others are asked within a family.
fn refused(case: &Case, entry: &Enforced, most: usize) -> Vec<Kasus> {
    let across = entry.rule.code == "A-109";
    let all: Vec<PostId> = case.families.iter().flat_map(|family| family.posts.iter().copied()).collect();
    let of_family = |family: &Family| -> Vec<Kasus> {
        let posts = if across { &all } else { &family.posts };
        family.movable.iter().filter_map(|id| first_refused(&case.facts, entry, *id, posts)).take(most).collect()
    };
    let mut found: Vec<Kasus> = Vec::new();
    for family in &case.families {
        found.extend(of_family(family));
        if found.len() >= most {
            break;
        }
    }
    found.truncate(most);
    found
}

fn first_refused(facts: &Facts, entry: &Enforced, id: PegawaiId, posts: &[PostId]) -> Option<Kasus> {
    let from = facts.needs.post_of[id.0 as usize]?;
    let refuses = |to: &&PostId| {
        let verdict = entry.rule.judge.of_pair(&facts.pair(id, from, **to, false));
        verdict.is_some_and(|verdict| entry.akibat(verdict.answer) == Akibat::Menahan)
    };
    let to = posts.iter().filter(|to| **to != from).find(refuses)?;
    of_pair(facts, entry, id, *to)
}
