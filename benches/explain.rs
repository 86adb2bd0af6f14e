//! Time of an explanation, once plan and data are there: `cargo bench --bench explain`, or `-- 50000` for another size.
//!
//! Of every kind of person – who moves, who stays, whom a rule holds – some hundreds are asked about. What the plan decides
//! and its price (`putusan`) is told apart from what every rule says with the facts it looked at (`telaah`).

mod common;

use std::time::{Duration, Instant};

use mutasi::law::{self, Law};
use mutasi::model::pegawai::PegawaiId;
use mutasi::model::plan::Plan;
use mutasi::place::telaah::{Dasar, Penjelas};
use mutasi::sample::{self, Wanted};
use mutasi::settings::Settings;
use mutasi::{check, need, place};

/// So many people of each kind are asked about.
const ASKED: usize = 300;

fn main() {
    // Cargo itself passes `--bench`.
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    for people in if sizes.is_empty() { vec![20_000] } else { sizes } {
        measure(people);
    }
}

fn measure(people: usize) {
    let wanted = Wanted { people, dirt_permille: 0, ..Wanted::default() };
    let settings = Settings::parse(&sample::settings_toml(&wanted.daerah)).expect("sound settings").value;
    let tanggal = wanted.periode.next().first_day();
    let law = Law::at(tanggal, &settings.aturan);
    let tables = common::inbox(&wanted, &settings).value;
    let wilayah = law::wilayah(&settings.daerah.kode_wilayah);
    let roster = check::roster(&tables, tanggal, wilayah, None).value;
    let needs = need::needs(&roster, &law, &settings).value;
    let begun = Instant::now();
    let plan = place::plan(&roster, &needs, &law, &settings);
    println!("{} people, {} moves; plan {:.0?}", roster.pegawai.len(), plan.moves.len(), begun.elapsed());

    let dasar = Dasar { roster: &roster, needs: &needs, law: &law, settings: &settings, pisah: &plan.pisah };
    let begun = Instant::now();
    let penjelas = Penjelas::new(dasar, &plan);
    println!("what all explanations have in common: {:.1?}", begun.elapsed());
    first_question(&penjelas, &plan);
    let begun = Instant::now();
    penjelas.siapkan();
    println!("every family judged, and the edges of its posts: {:.1?}", begun.elapsed());
    let moves = |id: &PegawaiId| plan.moves.iter().any(|step| step.pegawai == *id);
    let held = |id: &PegawaiId| !plan.people[id.0 as usize].blocked.is_empty();
    let everyone: Vec<PegawaiId> = roster.pegawai_ids().collect();
    let kind = |id: &PegawaiId| match (moves(id), held(id)) {
        (true, _) => "who moves",
        (false, false) => "who stays",
        (false, true) => "whom a rule holds",
    };
    for name in ["who moves", "who stays", "whom a rule holds"] {
        let all: Vec<PegawaiId> = everyone.iter().copied().filter(|id| kind(id) == name).collect();
        let asked = all.iter().step_by((all.len() / ASKED).max(1));
        let (mut decided, mut judged) = (Vec::new(), Vec::new());
        for &id in asked {
            let begun = Instant::now();
            let putusan = penjelas.putusan(id, None);
            decided.push(begun.elapsed());
            let begun = Instant::now();
            std::hint::black_box(penjelas.telaah(id, putusan.tujuan));
            judged.push(begun.elapsed());
        }
        println!("{name} ({} asked): putusan {}; telaah {}", decided.len(), spread(decided), spread(judged));
    }
}

/// Who asks about one person alone pays for the family as well.
fn first_question(penjelas: &Penjelas, plan: &Plan) {
    let Some(step) = plan.moves.first() else { return };
    let begun = Instant::now();
    let putusan = penjelas.putusan(step.pegawai, None);
    std::hint::black_box(penjelas.telaah(step.pegawai, putusan.tujuan));
    println!("the first question of all, its family included: {:.1?}", begun.elapsed());
}

/// Middle, 99 of 100, longest.
fn spread(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    let Some(longest) = times.last() else { return "–".into() };
    format!("{:.2?} / {:.2?} / {:.2?}", times[times.len() / 2], times[(times.len() - 1) * 99 / 100], longest)
}
