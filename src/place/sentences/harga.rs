//! The price of another plan in words: each goal by its name, and the points of the merit goal part by part.

use crate::model::angka::ribuan;
use crate::model::plan::LEVEL_NAMES;
use crate::model::telaah::{BagianHarga, Harga};
use crate::place::alternative::Alternative;

/// The price of an alternative.
pub fn harga(other: &Alternative) -> Harga {
    let words = [
        |count: i64| (count != 0).then(|| more(count, "keputusan tidak terpenuhi")),
        |price| Some(if price > 0 { "kurang merata" } else { "sama merata" }.to_string()),
        |count| Some(more(count, "perpindahan")),
        |count| (count != 0).then(|| more(count, "perubahan")),
        |points| Some(ahead(points)),
        |_| None,
    ];
    let goals = LEVEL_NAMES.iter().zip(other.cost).zip(words).enumerate();
    let mut tujuan: Vec<(usize, &'static str, String)> =
        goals.filter_map(|(at, ((name, cost), words))| Some((at + 1, name.0, words(cost)?))).collect();
    if other.cost[..5].iter().all(|cost| *cost == 0) {
        tujuan.push((6, LEVEL_NAMES[5].0, "dipilih dengan pemecah seri tetap".into()));
    }
    let parts = other.lead.iter().filter(|(_, points)| *points != 0);
    let part = |(objective, points): &(&'static crate::place::objectives::Objective, i64)| BagianHarga {
        code: objective.code,
        title: objective.title,
        points: *points,
    };
    Harga { tujuan, bagian: parts.map(part).collect(), jumlah: other.cost[4] }
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
