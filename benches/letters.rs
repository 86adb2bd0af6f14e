//! Time and size of letters on one core: `cargo bench --bench letters`, with numbers for other counts of petikan.
//!
//! People and moves come from a sample region; moves are repeated until there are enough. Beside the petikan stands
//! WeasyPrint, where python3 has it (`benches/weasyprint_petikan.py`): the same words as HTML, one file a person.

mod common;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use mutasi::law::{self, Law};
use mutasi::model::cells::Tables;
use mutasi::model::needs::Needs;
use mutasi::model::plan::Plan;
use mutasi::model::riwayat::Riwayat;
use mutasi::model::roster::Roster;
use mutasi::sample::{self, Wanted};
use mutasi::settings::Settings;
use mutasi::write::Results;
use mutasi::write::letter::{self, OfficeFiles};
use mutasi::{check, need, place};

const PETIKAN: usize = 1_000;
/// Rows of a lampiran: twice as many should take twice as long.
const LAMPIRAN: [usize; 2] = [2_500, 5_000];
const RUNS: usize = 5;
/// Letters WeasyPrint makes; it is far slower.
const OTHERS: usize = 20;

fn main() {
    // Cargo itself passes `--bench`.
    let counts: Vec<usize> = std::env::args().skip(1).filter_map(|arg| arg.parse().ok()).collect();
    let region = Region::new();
    let one_core = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool of one thread can be made");
    one_core.install(|| {
        for count in if counts.is_empty() { vec![PETIKAN] } else { counts } {
            let (time, sizes) = region.median("petikan", count);
            let each = time.as_secs_f64() * 1e3 / count as f64;
            let most = sizes.iter().max().copied().unwrap_or(0) as f64 / 1e3;
            let all = sizes.iter().sum::<usize>() as f64 / 1e3 / sizes.len().max(1) as f64;
            println!("{} petikan: {time:.2?}, {each:.2} ms each; {all:.1} kB each, at most {most:.1}", sizes.len());
            weasyprint(each);
        }
        let mut before: Option<f64> = None;
        for rows in LAMPIRAN {
            let (time, sizes) = region.median("sk-kolektif", rows);
            let row = time.as_secs_f64() * 1e6 / rows as f64;
            let beside = before.map_or(String::new(), |before| format!(", {:.2} times the row before", row / before));
            println!("decree with {rows} rows: {time:.2?}, {row:.1} µs a row{beside}; {} kB", sizes[0] / 1000);
            before = Some(row);
        }
    });
}

/// A sample region with its plan.
struct Region {
    settings: Settings,
    law: Law,
    tables: Tables,
    roster: Roster,
    needs: Needs,
    plan: Plan,
}

impl Region {
    fn new() -> Region {
        let wanted = Wanted { people: 5_000, dirt_permille: 0, ..Wanted::default() };
        let settings = Settings::parse(&sample::settings_toml(&wanted.daerah)).expect("sound settings").value;
        let tanggal = wanted.periode.next().first_day();
        let law = Law::at(tanggal, &settings.aturan);
        let tables = common::inbox(&wanted, &settings).value;
        let wilayah = law::wilayah(&settings.daerah.kode_wilayah);
        let roster = check::roster(&tables, tanggal, wilayah, None).value;
        let needs = need::needs(&roster, &law, &settings).value;
        let plan = place::plan(&roster, &needs, &law, &settings);
        Region { settings, law, tables, roster, needs, plan }
    }

    /// Median time of making this paper for so many moves, and the sizes of its files.
    fn median(&self, paper: &str, moves: usize) -> (Duration, Vec<usize>) {
        let mut plan = self.plan.clone();
        plan.moves = self.plan.moves.iter().cycle().take(moves).cloned().collect();
        let mut settings = self.settings.clone();
        settings.surat.jenis = vec![paper.to_string()];
        let results = Results {
            settings: &settings,
            law: &self.law,
            tables: &self.tables,
            roster: &self.roster,
            riwayat: &Riwayat::default(),
            needs: &self.needs,
            plan: &plan,
            keadilan: None,
            skenario: &[],
            findings: &[],
        };
        let mut times = Vec::new();
        let mut sizes = Vec::new();
        for _ in 0..RUNS {
            let begun = Instant::now();
            let noted = letter::letters(&results, &OfficeFiles::new(), &Default::default(), &|_, _| {});
            times.push(begun.elapsed());
            sizes = noted.value.surat.iter().map(|letter| letter.artifact.bytes.len()).collect();
        }
        assert!(!sizes.is_empty(), "the benchmark makes letters");
        times.sort();
        (times[RUNS / 2], sizes)
    }
}

/// Time of the same letter through WeasyPrint, beside ours.
fn weasyprint(ours: f64) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let run = Command::new("python3")
        .arg(root.join("benches/weasyprint_petikan.py"))
        .arg(OTHERS.to_string())
        .arg(root.join("templates/fonts"))
        .arg(folder.path())
        .output();
    let told: BTreeMap<String, f64> = match &run {
        Ok(done) if done.status.success() => String::from_utf8_lossy(&done.stdout)
            .lines()
            .filter_map(|line| line.split_once(' ').and_then(|(key, value)| Some((key.into(), value.parse().ok()?))))
            .collect(),
        _ => BTreeMap::new(),
    };
    match (told.get("ms"), told.get("kB")) {
        (Some(ms), Some(kb)) => {
            println!("WeasyPrint, {OTHERS} of the same: {ms:.1} ms each, {:.0} times ours; {kb:.1} kB each", ms / ours);
        }
        _ => println!("WeasyPrint is absent (python3 -m pip install weasyprint): nothing to compare with"),
    }
}
