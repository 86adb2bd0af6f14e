//! The price of another plan in words: each goal by its name, and the points of the merit goal part by part.

use super::syarat::catatan;
use crate::model::angka::ribuan;
use crate::model::plan::{CostVector, Level, PAKSAAN, Penentu, Tujuan, Urutan};
use crate::model::telaah::{BagianHarga, Harga};
use crate::place::alternative::Alternative;

/// The price of an alternative.
pub fn harga(other: &Alternative) -> Harga {
    let levels =
        tujuan(&other.urutan, &other.cost).into_iter().map(|(number, level, words)| (number, level.nama, words));
    let parts = other.lead.iter().filter(|(_, points)| *points != 0);
    let part = |(objective, points): &(&'static crate::place::objectives::Objective, i64)| BagianHarga {
        code: objective.code,
        title: objective.title,
        points: *points,
    };
    let jumlah = other.lead.iter().map(|(_, points)| points).sum();
    let syarat = catatan(other.syarat);
    Harga { tujuan: levels.collect(), bagian: parts.map(part).collect(), jumlah, syarat }
}

/// Number, level and what becomes of it, in their order.
fn tujuan(urutan: &Urutan, cost: &CostVector) -> Vec<(usize, Level, String)> {
    let tie = urutan.penentu(cost) == Penentu::Seri;
    let levels = (1..).zip(urutan.levels());
    levels.filter_map(|(at, level)| Some((at, level, words(level, cost[level.slot], tie)?))).collect()
}

/// What becomes of a level, given how much more it costs; `None` where that goes without saying. `tie` says that nothing
/// but the last level decides.
fn words(level: Level, cost: i64, tie: bool) -> Option<String> {
    match level.tujuan {
        Some(Tujuan::Keterisian) => Some(match cost {
            0 => "sama merata".into(),
            1.. => "kurang merata".into(),
            _ => "lebih merata".into(),
        }),
        Some(Tujuan::Perpindahan) => Some(more(cost, "perpindahan")),
        Some(Tujuan::Perubahan) => (cost != 0).then(|| more(cost, "perubahan")),
        Some(Tujuan::Kecocokan | Tujuan::Aspirasi | Tujuan::Jarak) => Some(ahead(cost)),
        None if level.slot == PAKSAAN => (cost != 0).then(|| more(cost, "keputusan tidak terpenuhi")),
        None => tie.then(|| "keduanya sama baik; ditentukan cara tetap (pemecah seri)".into()),
    }
}

/// `1 perpindahan lebih banyak`.
fn more(count: i64, what: &str) -> String {
    match count {
        0 => "sama banyak".into(),
        1.. => format!("{} {what} lebih banyak", ribuan(count)),
        _ => format!("{} {what} lebih sedikit", ribuan(-count)),
    }
}

fn ahead(points: i64) -> String {
    match points {
        0 => "sama".into(),
        1.. => format!("turun {} poin", ribuan(points)),
        _ => format!("naik {} poin", ribuan(-points)),
    }
}
