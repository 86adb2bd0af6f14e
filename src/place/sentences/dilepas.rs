//! What it would take to choose a candidate: whom he or she would replace, and every goal that changes.

use super::syarat::catatan;
use super::tetap::terisi;
use super::unit_of;
use crate::model::angka::ribuan;
use crate::model::plan::{CostVector, Move, PAKSAAN, Penentu, Tujuan};
use crate::place::alternative::{Alternative, Syarat};
use crate::place::facts::Facts;

/// All goals that would be worse or better, in their order, each by how much.
pub fn dilepas(facts: &Facts, other: &Alternative) -> String {
    let replaced = other.displaced.map(|id| format!("menggantikan {}", facts.roster.pegawai(id).nama.as_str()));
    let loser = other.loser.filter(|_| other.more(Tujuan::Keterisian) > 0);
    let loser = loser.map(|(post, planned)| format!(" ({})", terisi(facts, post, planned))).unwrap_or_default();
    let told: Vec<String> = replaced.into_iter().chain(goals(facts, &other.cost, &loser)).collect();
    told.join("; ") + &catatan(other.syarat)
}

/// That somebody is the first to come instead of this move, and what the plan would give up for it.
pub fn cadangan(facts: &Facts, step: &Move, syarat: Syarat) -> Option<String> {
    let lain = step.lain.as_ref()?;
    let (nama, to) = (facts.roster.pegawai(step.pegawai).nama.as_str(), facts.needs.post(step.to));
    let given_up = goals(facts, &lain.biaya, "").join("; ");
    Some(format!("bila perpindahan {nama} ke {} tidak disetujui ({given_up}){}", unit_of(facts, to), catatan(syarat)))
}

/// Every goal on which a plan differs from the one made, in plain words, with its number for whoever looks it up; `loser`
/// says who has one holder less.
fn goals(facts: &Facts, cost: &CostVector, loser: &str) -> Vec<String> {
    let urutan = facts.urutan();
    if urutan.penentu(cost) == Penentu::Seri {
        return vec!["sama layak menurut setiap tujuan; yang lain dipilih dengan cara tetap (pemecah seri)".into()];
    }
    let changed = (1..).zip(urutan.levels()).filter(|(_, level)| cost[level.slot] != 0);
    let told = changed.filter_map(|(number, level)| {
        let words = match level.tujuan {
            Some(tujuan) => perubahan(tujuan, cost[level.slot], loser),
            None if level.slot == PAKSAAN => paksaan(cost[level.slot]),
            None => return None,
        };
        Some(format!("{words} (tujuan ke-{number})"))
    });
    told.collect()
}

/// What becomes of a goal, given how much more it costs.
fn perubahan(tujuan: Tujuan, cost: i64, loser: &str) -> String {
    let count = ribuan(cost.abs());
    match (tujuan, cost > 0) {
        (Tujuan::Keterisian, true) => format!("kekurangan terbagi kurang merata{loser}"),
        (Tujuan::Keterisian, false) => "kekurangan terbagi lebih merata".into(),
        (Tujuan::Perpindahan, true) => format!("{count} perpindahan lebih banyak"),
        (Tujuan::Perpindahan, false) => format!("{count} perpindahan lebih sedikit"),
        (Tujuan::Perubahan, true) => format!("{count} perpindahan yang sudah terbit berubah"),
        (Tujuan::Perubahan, false) => format!("{count} perpindahan kembali seperti rencana terbit"),
        (Tujuan::Kecocokan | Tujuan::Aspirasi | Tujuan::Jarak, worse) => {
            format!("nilai {} {} {count} poin", tujuan.nama(), if worse { "turun" } else { "naik" })
        }
    }
}

fn paksaan(cost: i64) -> String {
    let count = ribuan(cost.abs());
    match cost > 0 {
        true => format!("{count} keputusan pimpinan tidak terpenuhi"),
        false => format!("{count} keputusan pimpinan lagi terpenuhi"),
    }
}
