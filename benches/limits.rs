//! Time and tightness of plans within limits: `cargo bench --bench limits`, or `-- 5000` for another size.
//!
//! Beside each limit stands the plan without any, made by the same program on the same region.

mod common;

use std::time::Instant;

use mutasi::law::{self, Law};
use mutasi::model::plan::Plan;
use mutasi::sample::{self, Wanted};
use mutasi::settings::{Rencana, Settings};
use mutasi::{check, need, place};

/// A limit by name, and how it is set. `MUTASI_LIMIT` chooses one.
type Limit = (&'static str, fn(&mut Rencana));

const LIMITS: [Limit; 7] = [
    ("no limit", |_| ()),
    ("300 move", |rencana| rencana.paling_banyak_pindah = 300),
    ("2 come to a unit", |rencana| rencana.paling_banyak_masuk_per_unit = 2),
    ("1 comes to a unit", |rencana| rencana.paling_banyak_masuk_per_unit = 1),
    ("1 leaves a unit", |rencana| rencana.paling_banyak_keluar_per_unit = 1),
    ("2 come, 1 leaves", |rencana| {
        rencana.paling_banyak_masuk_per_unit = 2;
        rencana.paling_banyak_keluar_per_unit = 1;
    }),
    ("chains of 2", |rencana| rencana.rantai_terpanjang = 2),
];

fn main() {
    // Cargo itself passes `--bench`.
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let only = std::env::var("MUTASI_LIMIT").ok();
    for people in if sizes.is_empty() { vec![20_000] } else { sizes } {
        measure(people, only.as_deref());
    }
}

fn measure(people: usize, only: Option<&str>) {
    let wanted = Wanted { people, dirt_permille: 0, ..Wanted::default() };
    let mut settings = Settings::parse(&sample::settings_toml(&wanted.daerah)).expect("sound settings").value;
    let tanggal = wanted.periode.next().first_day();
    let law = Law::at(tanggal, &settings.aturan);
    let tables = common::inbox(&wanted, &settings).value;
    let wilayah = law::wilayah(&settings.daerah.kode_wilayah);
    let roster = check::roster(&tables, tanggal, wilayah, None).value;
    let needs = need::needs(&roster, &law, &settings).value;
    let plain = settings.rencana.clone();
    println!("{} people", roster.pegawai.len());
    let mut free = None;
    for (name, limit) in LIMITS.iter().filter(|(name, _)| only.is_none_or(|only| only == *name)) {
        settings.rencana = plain.clone();
        limit(&mut settings.rencana);
        let begun = Instant::now();
        let plan = place::plan(&roster, &needs, &law, &settings);
        let took = begun.elapsed().as_secs_f64();
        let beside = free.get_or_insert(took);
        println!("{name}: {took:.1} s, {:.1} times the plan without limits; {}", took / *beside, told(&plan));
    }
}

fn told(plan: &Plan) -> String {
    let cost = |cost: &[i64]| cost.iter().map(i64::to_string).collect::<Vec<_>>().join(" ");
    let gap = plan.batasan.as_ref().map_or(String::new(), |batasan| format!(", gap {}", cost(&batasan.selisih)));
    format!("{} moves, cost {}{gap}; holds: {}", plan.moves.len(), cost(&plan.total), plan.certificate.holds())
}
