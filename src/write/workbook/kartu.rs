//! The cards of Ringkasan: key figures, each with what to know about it and the sheet behind it.

use super::{Page, catatan_run, kebutuhan_unit, rencana_mutasi, temuan, tidak_terpenuhi};
use crate::finding::Severity;
use crate::model::angka::ribuan;
use crate::model::cells::Kind;
use crate::model::keputusan::{HasilKeputusan, KeputusanTersisih, Sebab};

/// A figure with its name, what to know about it, and the sheet behind it.
pub(super) struct Card {
    pub(super) label: &'static str,
    pub(super) value: Figure,
    pub(super) note: String,
    pub(super) sheet: &'static str,
}

pub(super) enum Figure {
    Number(f64),
    Text(String),
}

/// The seven cards, from what was read to what can be done.
pub(super) fn cards(page: &Page<'_>) -> [Card; 7] {
    let [people, units, findings, needs] = data_cards(page);
    let [gap, moves, filled] = plan_cards(page);
    [people, units, findings, needs, gap, moves, filled]
}

fn card(label: &'static str, value: Figure, note: String, sheet: &'static str) -> Card {
    Card { label, value, note, sheet }
}

fn whole(number: usize) -> Figure {
    Figure::Number(number as f64)
}

fn data_cards(page: &Page<'_>) -> [Card; 4] {
    let (results, figures) = (page.results, &page.figures);
    // Rows of one person in several sheets count once.
    let (people, merged) = (results.roster.rows.of(Kind::Pegawai), results.roster.digabung);
    let all = people.read.saturating_sub(merged);
    // Whom a list's fault keeps in place has a row that is used, but is no person to be moved.
    let known = results.roster.pegawai.len();
    let count = |severity: Severity, word: &str| format!("{} {word}", ribuan(figures.count(severity) as i64));
    let findings = [
        count(Severity::Galat, "galat"),
        count(Severity::Peringatan, "peringatan"),
        format!("{} lain", ribuan((figures.count(Severity::Diperbaiki) + figures.count(Severity::Info)) as i64)),
    ];
    let non_asn = match results.roster.non_asn {
        0 => String::new(),
        count => format!("; {} non-ASN tidak dihitung", ribuan(count as i64)),
    };
    let left = ribuan(all.saturating_sub(known) as i64);
    let used = format!("{} dipakai, {left} tidak{non_asn}", ribuan(known as i64));
    let posts = format!("{} jabatan", ribuan(results.needs.posts.len() as i64));
    let (known, unknown) = (ribuan(figures.known_posts as i64), ribuan(figures.unknown_posts as i64));
    let guessed = match figures.guessed_posts {
        0 => String::new(),
        guessed => format!(", {} di antaranya perkiraan", ribuan(guessed as i64)),
    };
    let needs = format!("{known} jabatan{guessed}; {unknown} tidak diketahui");
    [
        card("Pegawai dibaca", whole(all), used, catatan_run::SHEET.title),
        card("Unit kerja", whole(results.roster.units.len()), posts, kebutuhan_unit::SHEET.title),
        card("Temuan data", whole(figures.findings()), findings.join(", "), temuan::SHEET.title),
        card("Kebutuhan (orang)", Figure::Number(figures.kebutuhan as f64), needs, kebutuhan_unit::SHEET.title),
    ]
}

fn plan_cards(page: &Page<'_>) -> [Card; 3] {
    let plan = page.results.plan;
    let (before, after) = (ribuan(plan.kurang_before.into()), ribuan(plan.kurang_after.into()));
    let reachable = ribuan(plan.kurang_reachable.into());
    let reachable = match plan.is_held_short() {
        true => format!("tanpa batas rencana dapat menjadi {reachable}"),
        false => format!("terendah yang mungkin: {reachable}"),
    };
    let warned = plan.moves.iter().filter(|each| !each.warnings.is_empty()).count();
    let warned = format!("{} dengan peringatan{}", ribuan(warned as i64), decided(page));
    let filled = u64::from(plan.kurang_before.saturating_sub(plan.kurang_after));
    let percent = (filled * 100).checked_div(plan.kurang_before.into());
    let percent = Figure::Text(percent.map_or("–".into(), |percent| format!("{percent}%")));
    let of = format!("{} dari {before} orang", ribuan(filled as i64));
    let gap = Figure::Text(format!("{before} → {after}"));
    [
        card("Kekurangan (orang)", gap, reachable, tidak_terpenuhi::SHEET.title),
        card("Usulan perpindahan", whole(plan.moves.len()), warned, rencana_mutasi::SHEET.title),
        card("Kekurangan terisi", percent, of, tidak_terpenuhi::SHEET.title),
    ]
}

/// What became of the decisions of leadership; nothing where there are none.
fn decided(page: &Page<'_>) -> String {
    let results = page.results;
    let met = results.plan.keputusan.iter().filter(|own| **own == HasilKeputusan::Dipenuhi).count();
    let replaced = |own: &&KeputusanTersisih| matches!(own.sebab, Sebab::Digantikan(_));
    let aside = results.roster.keputusan.tersisih.iter().filter(|own| !replaced(own)).count();
    let unmet = results.plan.keputusan.len() - met + aside;
    match (met, unmet) {
        (0, 0) => String::new(),
        (met, unmet) => format!("; keputusan: {} dipenuhi, {} belum", ribuan(met as i64), ribuan(unmet as i64)),
    }
}
