//! The sentences that leaders read first: what the month brings, and what the audit proves.

use std::cmp::{Ordering, Reverse};

use super::Page;
use crate::model::angka::{hundredths_in_words, km, ribuan};
use crate::model::plan::{CostVector, Level, PAKSAAN, Tujuan};
use crate::model::rasio::Sebaran;
use crate::model::tanggal::tanggal_in_words;
use crate::write::Results;

/// So many objectives are named with their points.
const MOST_NAMED: usize = 2;

/// The month in a sentence.
pub(super) fn verdict(page: &Page<'_>) -> String {
    let plan = page.results.plan;
    let effective = tanggal_in_words(page.results.roster.tanggal_efektif);
    let (before, after) = (ribuan(plan.kurang_before.into()), ribuan(plan.kurang_after.into()));
    match plan.moves.len() {
        0 if plan.kurang_before == 0 => "Tidak ada kekurangan pegawai; tidak ada perpindahan yang diusulkan.".into(),
        0 => format!(
            "Tidak ada perpindahan yang diusulkan; kekurangan {before} orang tidak berkurang: {}.",
            not_asked(page).or_else(|| held_by(page)).unwrap_or_else(|| nobody(page))
        ),
        moves => {
            let moves = ribuan(moves as i64);
            let change = match plan.kurang_after.cmp(&plan.kurang_before) {
                Ordering::Less => format!("kekurangan turun dari {before} menjadi {after} orang"),
                Ordering::Equal => format!("kekurangan tetap {before} orang"),
                Ordering::Greater => format!("kekurangan naik dari {before} menjadi {after} orang"),
            };
            format!("{moves} orang diusulkan pindah mulai {effective}; {change}{}.", without_limits(page))
        }
    }
}

/// What the shortage could be without the limits that hold it; empty where none does.
fn without_limits(page: &Page<'_>) -> String {
    let plan = page.results.plan;
    let held = plan.held_short_by();
    held.map_or(String::new(), |by| format!("; tanpa {by} dapat menjadi {}", ribuan(plan.kurang_reachable.into())))
}

/// That the order of goals is why nobody moves; `None` where somebody could not fill a place anyway.
fn not_asked(page: &Page<'_>) -> Option<String> {
    let plan = page.results.plan;
    let mut goals = plan.urutan.goals();
    let before: Vec<&str> = goals.by_ref().take_while(|goal| *goal != Tujuan::Keterisian).map(Tujuan::nama).collect();
    if plan.kurang_reachable >= plan.kurang_before || plan.is_held_short() || before.is_empty() {
        return None;
    }
    Some(match plan.urutan.has(Tujuan::Keterisian) {
        false => {
            "urutan tujuan yang dipilih tidak meminta kekurangan diisi (rencana.urutan di mutasi.toml tidak memuat \
                  keterisian)"
                .into()
        }
        true => format!(
            "urutan tujuan yang dipilih mendahulukan {} atas keterisian (rencana.urutan di mutasi.toml)",
            before.join(" dan ")
        ),
    })
}

/// Why nobody moves where no single rule holds most people.
fn nobody(page: &Page<'_>) -> String {
    match page.results.plan.held_short_by() {
        Some(by) => format!("terhalang {by}"),
        None => "tidak ada pegawai yang dapat mengisinya".into(),
    }
}

/// The rule that holds most people, where it holds more than half of them: that is why nobody moves, and no lack of
/// people.
fn held_by(page: &Page<'_>) -> Option<String> {
    let results = page.results;
    let rule = results.plan.rules.iter().max_by_key(|rule| rule.people)?;
    let most = rule.people as usize * 2 > results.roster.pegawai.len();
    most.then(|| format!("{} pegawai ditahan aturan {} ({})", ribuan(rule.people.into()), rule.code, rule.title))
}

/// What leadership asks next: what has changed since it decided, whose wishes are met, and how far people then go; empty
/// where there is nothing to tell of.
pub(super) fn people_in_words(page: &Page<'_>) -> String {
    let results = page.results;
    let told = [terbit_in_words(results), usulan_in_words(results), jarak_in_words(results)];
    told.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The plan beside the published one, in counts.
fn terbit_in_words(results: &Results<'_>) -> Option<String> {
    let terbit = results.plan.terbit.as_ref()?;
    let [same, changed, new] = terbit.counts().map(|count| ribuan(count as i64));
    let (all, gone) = (ribuan(terbit.terbit as i64), ribuan(terbit.tidak_lagi.len() as i64));
    // The goal counts those whom the plan decides on.
    let urutan = &results.plan.urutan;
    let counted = urutan.has(Tujuan::Perubahan).then(|| urutan.of(&results.plan.total, Tujuan::Perubahan));
    let beyond = counted.map_or(0, |counted| terbit.berubah() as i64 - counted);
    let held = match beyond {
        1.. => format!(
            "; {} orang di antaranya sekarang tidak dapat dipindahkan, jadi di luar hitungan tujuan",
            ribuan(beyond)
        ),
        _ => String::new(),
    };
    Some(format!(
        "Dibanding rencana terbit ({all} perpindahan): {same} tetap, {changed} berubah, {new} baru, {gone} tidak lagi \
         diusulkan{held} (rinciannya di lembar Rencana Mutasi)."
    ))
}

/// How many wishes the plan meets, and why not more; `None` where nobody asked for a place.
pub(super) fn usulan_in_words(results: &Results<'_>) -> Option<String> {
    let keadilan = results.keadilan?;
    let usulan = &keadilan.rencana.ukuran.usulan;
    if usulan.orang == 0 {
        return None;
    }
    let [asked, met] = [usulan.orang, usulan.semua()].map(|count| ribuan(count.into()));
    let mut causes: Vec<_> = keadilan.tak_terpenuhi.iter().collect();
    causes.sort_by_key(|(_, count)| Reverse(**count));
    let causes: Vec<String> =
        causes.iter().map(|(sebab, count)| format!("{} orang {}", ribuan((**count).into()), sebab.kalimat())).collect();
    let rest = if causes.is_empty() { String::new() } else { format!("; yang belum: {}", causes.join(", ")) };
    Some(format!("Usulan pindah: {asked} orang menyebut tempat, {met} terpenuhi{rest}."))
}

/// How far the movers have to go, and why farther; `None` where no home of theirs is known.
pub(super) fn jarak_in_words(results: &Results<'_>) -> Option<String> {
    let way = results.keadilan?.rencana.ukuran.rumah?;
    let (people, old, new) = (ribuan(way.baru.orang.into()), km(way.lama.rata_m), km(way.baru.rata_m));
    let urutan = &results.plan.urutan;
    let points = urutan.goals().find(|goal| goal.is_points()).and_then(|goal| urutan.slot(goal));
    let filled_first = urutan.slot(Tujuan::Keterisian).is_some_and(|own| points.is_none_or(|points| own < points));
    let why = match way.baru.rata_m > way.lama.rata_m && filled_first {
        true => ", karena mengisi kekurangan didahulukan atas jarak",
        false => "",
    };
    Some(format!("Jarak rata-rata dari rumah {people} orang yang pindah: kini {old}, nanti {new}{why}."))
}

/// A level as a leader reads it.
pub(super) struct LevelInWords {
    pub level: Level,
    /// With its unit.
    pub sentence: String,
    /// Its value if nobody moved, and that of the plan.
    pub before: String,
    pub after: String,
}

/// The levels of the run in their order.
pub(super) fn levels(page: &Page<'_>) -> impl Iterator<Item = LevelInWords> {
    let plan = page.results.plan;
    let value = |level: Level, cost: &CostVector, kurang: u32| match level.tujuan {
        Some(Tujuan::Keterisian) => ribuan(kurang.into()),
        // The plan counts points as a cost; a reader counts them as worth.
        Some(Tujuan::Kecocokan | Tujuan::Aspirasi | Tujuan::Jarak) => ribuan(-cost[level.slot]),
        Some(Tujuan::Perpindahan | Tujuan::Perubahan) => ribuan(cost[level.slot]),
        None if level.slot == PAKSAAN => ribuan(cost[level.slot]),
        None => "–".into(),
    };
    plan.urutan.levels().map(move |level| {
        let unit = match level.tujuan {
            Some(Tujuan::Keterisian) => " (orang kurang)",
            Some(Tujuan::Perpindahan | Tujuan::Perubahan) => " (orang)",
            Some(Tujuan::Kecocokan | Tujuan::Aspirasi | Tujuan::Jarak) => " (poin)",
            None => "",
        };
        LevelInWords {
            level,
            sentence: format!("{}{unit}", level.kalimat),
            before: value(level, &plan.status_quo, plan.kurang_before),
            after: value(level, &plan.total, plan.kurang_after),
        }
    })
}

/// What comes before the even share of the shortages, and what becomes of it; `None` where nothing does.
pub(super) fn first_in_words(page: &Page<'_>) -> Option<String> {
    let told = page.results.plan.didahulukan.iter().map(|own| {
        let [jabatan, before, after] = [own.jabatan, own.kurang_before, own.kurang_after].map(|n| ribuan(n.into()));
        format!("{} (ada pada {jabatan} jabatan; kurang {before} menjadi {after} orang)", own.apa.kalimat())
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| format!("Keterisian mendahulukan {}.", told.join(", lalu ")))
}

/// The same on one line.
pub(super) fn first_in_short(page: &Page<'_>) -> Option<String> {
    let told = page.results.plan.didahulukan.iter().map(|own| {
        let [before, after] = [own.kurang_before, own.kurang_after].map(|n| ribuan(n.into()));
        format!("{} (kurang {before} → {after})", own.apa.singkat())
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| format!("Didahulukan: {}", told.join(", lalu ")))
}

/// Which totals are bounded, and at how many the bound decides; `None` where none is.
pub(super) fn totals_in_words(page: &Page<'_>) -> Option<String> {
    let totals = &page.results.plan.totals;
    let told = page.results.settings.rencana.total.each().map(|(lingkup, longgar)| {
        let own = || totals.list.iter().filter(move |own| own.lingkup == lingkup);
        let decides = own().filter(|own| own.price.iter().any(|level| *level != 0)).count();
        let [all, decides] = [own().count(), decides].map(|count| ribuan(count as i64));
        let range = match longgar {
            0 => "tetap seperti hari ini".to_string(),
            some => format!("paling banyak {} orang di bawah atau di atas jumlahnya hari ini", ribuan(some.into())),
        };
        format!(
            "jumlah pegawai setiap {} {range} ({all} {}; menentukan pada {decides})",
            lingkup.label(),
            lingkup.label()
        )
    });
    let told: Vec<String> = told.collect();
    let uneven = match totals.kurang_merata {
        true => " Di dalam batas itu pembagian kekurangan yang paling merata belum terbukti tercapai.",
        false => "",
    };
    (!told.is_empty()).then(|| format!("Batas total: {}.{uneven}", told.join(", dan ")))
}

/// The same in a few words.
pub(super) fn totals_in_short(page: &Page<'_>) -> Option<String> {
    let each = page.results.settings.rencana.total.each();
    let told: Vec<String> =
        each.map(|(lingkup, longgar)| format!("{} ±{}", lingkup.label(), ribuan(longgar.into()))).collect();
    (!told.is_empty()).then(|| format!("Batas total: {}", told.join(", ")))
}

/// What a point is, and what most of the points of this plan are for; `None` where nobody moves.
pub(super) fn points_in_words(page: &Page<'_>) -> Option<String> {
    let plan = page.results.plan;
    if plan.moves.is_empty() {
        return None;
    }
    let parts = || plan.moves.iter().flat_map(|mutasi| &mutasi.merit);
    let sum = |code: &str| parts().filter(|part| part.code == code).map(|part| part.points).sum::<i64>();
    let mut sums: Vec<(&str, i64)> = plan.objectives.iter().map(|info| (info.title, sum(info.code))).collect();
    sums.retain(|(_, points)| *points != 0);
    sums.sort_by_key(|(_, points)| std::cmp::Reverse(points.abs()));
    let named = sums.iter().take(MOST_NAMED).map(|(title, points)| {
        let sign = if *points > 0 { "+" } else { "" };
        format!("{title} ({sign}{})", ribuan(*points))
    });
    let named: Vec<String> = named.collect();
    let largest = if named.is_empty() { String::new() } else { format!(" Terbesar: {}.", named.join("; ")) };
    let total: i64 = sums.iter().map(|(_, points)| points).sum();
    let outcome = match total {
        ..0 => " Jumlahnya minus karena mengisi kekurangan didahulukan atas nilai ini.",
        0.. => "",
    };
    Some(format!(
        "Nilai kecocokan membandingkan tempat baru tiap orang yang pindah dengan tempat lamanya, dalam poin; yang tetap bernilai 0.{largest}{outcome}"
    ))
}

/// What the spread of workload ratios says, before and after.
pub(super) fn spread_in_words(spread: Option<(Sebaran, Sebaran)>, all: usize) -> String {
    let Some((before, after)) = spread else {
        return "Pemerataan beban belum dapat dinilai: kurang dari dua unit yang ada pegawai dan kebutuhannya.".into();
    };
    let change = match after.gini.cmp(&before.gini) {
        Ordering::Less => "menjadi lebih merata",
        Ordering::Equal => "tetap sama meratanya",
        Ordering::Greater => "menjadi kurang merata",
    };
    let words = |spread: Sebaran| {
        let ratio = |number: u64| hundredths_in_words(number as i64);
        format!(
            "kebutuhan tiap pegawai {} sampai {} (indeks {},{:03})",
            ratio(spread.terendah),
            ratio(spread.tertinggi),
            spread.gini / 1_000,
            spread.gini % 1_000
        )
    };
    let counted = match (before.unit, all) {
        (counted, all) if counted < all => {
            format!("{} dari {} unit", ribuan(counted as i64), ribuan(all as i64))
        }
        (counted, _) => format!("{} unit", ribuan(counted as i64)),
    };
    format!(
        "Beban kerja antarunit {change}: {} sebelum rencana, {} sesudahnya (dihitung {}). 1,00 berarti pas; di atasnya \
         kekurangan orang. Makin kecil indeksnya, makin sama bebannya.",
        words(before),
        words(after),
        counted
    )
}

/// What the certificate proves, for readers who never saw a dual.
pub(super) fn certificate_in_words(page: &Page<'_>) -> String {
    let certificate = &page.results.plan.certificate;
    let all = certificate.checks.len();
    let failed = certificate.checks.iter().filter(|check| !check.passed).count();
    let checked = match (all, failed) {
        (0, _) => "Rencana ini BELUM diperiksa ulang.".to_string(),
        (_, 0) => {
            format!("Rencana diperiksa ulang oleh bagian program yang terpisah: {all} dari {all} pemeriksaan LULUS.")
        }
        _ => format!("PERHATIAN: {failed} dari {all} pemeriksaan GAGAL; rencana ini jangan dipakai sebelum diteliti."),
    };
    let urutan = page.results.plan.urutan;
    let equal = |level: &Level| certificate.primal[level.slot] == certificate.dual[level.slot];
    let equal = urutan.levels().take_while(equal).count();
    let limits = page.results.plan.batasan.as_ref();
    let proof = match equal {
        _ if all == 0 => String::new(),
        _ if limits.is_some() => {
            limits.map(|batasan| format!("{} {}", batasan.kalimat.join(" "), batasan.bukti)).unwrap_or_default()
        }
        _ if equal == urutan.levels().count() => format!(
            "Terbukti tidak ada rencana lain yang lebih baik menurut urutan tujuan di atas; semua kemungkinan penempatan ikut dihitung ({} pasangan pegawai dan jabatan).",
            ribuan(certificate.pairs as i64)
        ),
        0 => "Belum terbukti bahwa rencana ini yang terbaik.".into(),
        level => {
            format!("Terbukti terbaik sampai tujuan ke-{level}; tujuan sesudahnya mungkin masih dapat diperbaiki.")
        }
    };
    format!("{checked} {proof} Masukan yang sama selalu memberi rencana yang sama.")
}
