//! What it would take to choose a candidate: whom he or she would replace, and every goal that changes.

use super::harga::tujuan;
use super::tetap::terisi;
use super::unit_of;
use crate::model::plan::{CostVector, Move, Penentu, Tujuan};
use crate::place::alternative::Alternative;
use crate::place::facts::Facts;

/// All goals that would be worse or better, in their order, each by how much.
pub fn dilepas(facts: &Facts, other: &Alternative) -> String {
    let replaced = other.displaced.map(|id| format!("menggantikan {}", facts.roster.pegawai(id).nama.as_str()));
    let loser = other.loser.filter(|_| other.more(Tujuan::Keterisian) > 0);
    let loser = loser.map(|(post, planned)| format!(" ({})", terisi(facts, post, planned))).unwrap_or_default();
    replaced.into_iter().chain(goals(facts, &other.cost, &loser)).collect::<Vec<_>>().join("; ")
}

/// That somebody is the first to come instead of this move, and what the plan would give up for it.
pub fn cadangan(facts: &Facts, step: &Move) -> Option<String> {
    let lain = step.lain.as_ref()?;
    let (nama, to) = (facts.roster.pegawai(step.pegawai).nama.as_str(), facts.needs.post(step.to));
    let given_up = goals(facts, &lain.biaya, "").join("; ");
    Some(format!("bila perpindahan {nama} ke {} tidak disetujui ({given_up})", unit_of(facts, to)))
}

/// Every goal on which a plan differs from the one made; `loser` says who has one holder less.
fn goals(facts: &Facts, cost: &CostVector, loser: &str) -> Vec<String> {
    let urutan = facts.urutan();
    if urutan.penentu(cost) == Penentu::Seri {
        return vec!["sama layak menurut setiap tujuan; pemecah seri tetap memilih yang lain".into()];
    }
    let changed = tujuan(urutan, cost).into_iter().filter(|(_, level, _)| cost[level.slot] != 0);
    let told = changed.map(|(number, level, words)| {
        let loser = if level.tujuan == Some(Tujuan::Keterisian) { loser } else { "" };
        format!("tujuan {number}, {}: {words}{loser}", level.nama)
    });
    told.collect()
}
