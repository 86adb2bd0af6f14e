//! Time and memory of the whole run and of each stage, on sample regions: `cargo bench --bench run`.
//!
//! Each measurement is a child process of its own, so that one stage's memory is not counted to the next run, and
//! its peak is what the kernel says (VmHWM). Give numbers to choose other sizes: `cargo bench --bench run -- 50000`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use mutasi::law::{self, Law, Override, Tingkat};
use mutasi::model::needs::Needs;
use mutasi::model::riwayat::Riwayat;
use mutasi::model::roster::Roster;
use mutasi::model::tanggal::Periode;
use mutasi::sample::{self, Wanted};
use mutasi::settings::Settings;
use mutasi::write::{Results, workbook};
use mutasi::{check, need, place, read, write};
use rayon::prelude::*;

const SIZES: [usize; 2] = [2_000, 20_000];
const RUNS: usize = 5;
/// First argument of a child process.
const CHILD: &str = "--one-run";
const CELLS: &str = "calamine cells";
const JUDGING: &str = "judging all pairs";
const SOLVING: &str = "solving all pairs";
/// The same where a move may change the jabatan, so that all posts are one family.
const JUDGING_WIDE: &str = "judging, any jabatan";

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.as_slice() {
        [child, what, folder] if child == CHILD => one_run(what, Path::new(folder)),
        rest => {
            // Cargo itself passes `--bench`.
            let sizes: Vec<usize> = rest.iter().filter_map(|arg| arg.parse().ok()).collect();
            for people in if sizes.is_empty() { SIZES.to_vec() } else { sizes } {
                measure(people);
            }
        }
    }
}

fn periode() -> Periode {
    Wanted::default().periode
}

// ---- the parent: makes a region, starts children, prints medians --------------------------------------------------

/// One line of a child's answer.
#[derive(Clone, Copy, Debug)]
struct Sample {
    wall_us: u64,
    cpu_ms: u64,
    /// `None` where the system does not tell.
    peak_kb: Option<u64>,
}

/// Samples by stage, in the order the stages ran.
type Stages = Vec<(String, Vec<Sample>)>;

fn measure(people: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let (made, bytes) = write_region(people, folder.path());
    println!("\n{made} people (asked: {people}), {} kB of workbooks, median of {RUNS} runs", bytes / 1000);
    let mut stages: Stages = Vec::new();
    // Both in turn, so that a busy moment of the machine hits both; one that fails is not tried again.
    let mut kinds = vec!["cells", "run"];
    for _ in 0..RUNS {
        kinds.retain(|what| child(what, folder.path(), &mut stages));
    }
    print_table(&stages, made);
}

/// Writes a sample region and answers how many people it has and how many bytes its workbooks take.
fn write_region(people: usize, folder: &Path) -> (usize, usize) {
    let wanted = Wanted { people, ..Wanted::default() };
    let clean = sample::region(&Wanted { dirt_permille: 0, ..wanted.clone() });
    let sheets = clean.iter().flat_map(|workbook| &workbook.sheets);
    let made = sheets.filter(|sheet| sheet.headers.iter().any(|h| h == "NIP BARU")).map(|sheet| sheet.rows.len()).sum();
    let mut bytes = 0;
    for workbook in sample::region(&wanted) {
        let artifact = workbook::plain(&workbook).expect("a sample fits into Excel");
        let path = folder.join(&artifact.path);
        fs::create_dir_all(path.parent().expect("a sample path has a folder")).expect("the folder can be made");
        bytes += artifact.bytes.len();
        fs::write(path, artifact.bytes).expect("the workbook can be written");
    }
    let settings = sample::settings_toml(&wanted.daerah);
    fs::write(folder.join("mutasi.toml"), settings).expect("the settings can be written");
    (made, bytes)
}

/// Runs this program again for one measurement and adds what it says. False when it did not come to its end.
fn child(what: &str, folder: &Path, stages: &mut Stages) -> bool {
    let program = std::env::current_exe().expect("a benchmark knows its own program");
    let output = Command::new(program).args([CHILD, what]).arg(folder).output().expect("the program starts again");
    let mut told: Vec<String> = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [stage, wall, cpu, peak] = fields[..] else {
            told.push(line.to_string());
            continue;
        };
        let number = |text: &str| text.parse::<u64>().unwrap_or(0);
        let sample = Sample { wall_us: number(wall), cpu_ms: number(cpu), peak_kb: peak.parse().ok() };
        match stages.iter_mut().find(|(name, _)| name == stage) {
            Some((_, samples)) => samples.push(sample),
            None => stages.push((stage.to_string(), vec![sample])),
        }
    }
    if !output.status.success() {
        let error = String::from_utf8_lossy(&output.stderr);
        eprintln!("child `{what}` did not finish: {}", error.lines().take(3).collect::<Vec<_>>().join(" "));
    }
    if stages.iter().all(|(_, samples)| samples.len() == 1) {
        told.iter().for_each(|line| println!("{line}"));
    }
    output.status.success()
}

fn median(mut values: Vec<u64>) -> u64 {
    values.sort_unstable();
    values[values.len() / 2]
}

fn print_table(stages: &Stages, people: usize) {
    println!("{:<22}{:>12}{:>12}{:>14}{:>14}", "stage", "wall ms", "CPU ms", "people/s", "peak MB");
    let mut medians: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    for (stage, samples) in stages {
        let wall = median(samples.iter().map(|s| s.wall_us).collect()).max(1) as f64 / 1e6;
        let cpu = median(samples.iter().map(|s| s.cpu_ms).collect());
        let peaks: Option<Vec<u64>> = samples.iter().map(|s| s.peak_kb).collect();
        let peak = peaks.map_or("n.a.".to_string(), |kb| format!("{:.1}", median(kb) as f64 / 1000.0));
        println!("{stage:<22}{:>12.1}{cpu:>12}{:>14.0}{peak:>14}", wall * 1e3, people as f64 / wall);
        medians.insert(stage, (wall, cpu as f64));
    }
    let of = |stage: &str| medians.get(stage).copied();
    if let (Some(cells), Some(read), Some(check)) = (of(CELLS), of("read"), of("check")) {
        print_ratio("reading, against calamine's bare cells", cells, read);
        print_ratio(
            "reading and checking, against calamine's bare cells (to reach: 1.50)",
            cells,
            (read.0 + check.0, read.1 + check.1),
        );
    }
    if let (Some(judging), Some(solving)) = (of(JUDGING), of(SOLVING)) {
        print_ratio("judging all pairs, against solving them (to reach: < 1.00)", solving, judging);
    }
}

/// Processor time is the fairer of the two on a busy machine; its ticks are too coarse for very small regions.
fn print_ratio(what: &str, other: (f64, f64), stage: (f64, f64)) {
    let cpu = if other.1 > 0.0 { format!("{:.2}", stage.1 / other.1) } else { "n.a.".to_string() };
    println!("{what}: {:.2} by the clock, {cpu} by processor time", stage.0 / other.0);
}

// ---- a child: one run, each stage reported as it ends ----------------------------------------------------------------

fn one_run(what: &str, folder: &Path) {
    let mut clock = Stopwatch::start();
    match what {
        "cells" => {
            stream_cells(folder);
            clock.lap(CELLS);
        }
        "solve" => solve_only(folder, &mut clock),
        _ => whole_run(folder, &mut clock),
    }
}

/// Reading and weighing as far as the pairs need it, then judging and solving them by themselves: for regions so large
/// that the rest of the run would hide them.
fn solve_only(folder: &Path, clock: &mut Stopwatch) {
    let text = fs::read_to_string(folder.join("mutasi.toml")).expect("the parent wrote the settings");
    let settings = Settings::parse(&text).expect("the sample writes sound settings").value;
    let tanggal_efektif = periode().next().first_day();
    let law = Law::at(tanggal_efektif, &settings.aturan);
    let tables = read::inbox(folder, periode(), &settings.baca, &settings.batas, &|_, _| {});
    let wilayah = law::wilayah(&settings.daerah.kode_wilayah);
    let roster = check::roster(&tables.value, tanggal_efektif, wilayah, None).value;
    drop(tables);
    let needs = need::needs(&roster, &law, &settings).value;
    judge_and_solve((&roster, &needs, &law, &settings), clock, (JUDGING, SOLVING));
}

/// The stages of a run as the pipeline calls them; only saving the bytes is left out.
fn whole_run(folder: &Path, clock: &mut Stopwatch) {
    let text = fs::read_to_string(folder.join("mutasi.toml")).expect("the parent wrote the settings");
    let settings = Settings::parse(&text).expect("the sample writes sound settings").value;
    let tanggal_efektif = periode().next().first_day();
    let law = Law::at(tanggal_efektif, &settings.aturan);
    let tables = read::inbox(folder, periode(), &settings.baca, &settings.batas, &|_, _| {});
    clock.lap("read");
    let roster = check::roster(&tables.value, tanggal_efektif, law::wilayah(&settings.daerah.kode_wilayah), None);
    clock.lap("check");
    let needs = need::needs(&roster.value, &law, &settings);
    clock.lap("need");
    let plan = place::plan(&roster.value, &needs.value, &law, &settings);
    clock.lap("place");
    assert!(plan.certificate.holds(), "{:#?}", plan.certificate);
    let keadilan = place::adil::keadilan(&roster.value, &needs.value, &law, &settings, &plan);
    clock.lap("fairness");
    let findings = [tables.findings, roster.findings, needs.findings].concat();
    let results = Results {
        settings: &settings,
        law: &law,
        tables: &tables.value,
        roster: &roster.value,
        riwayat: &Riwayat::default(),
        needs: &needs.value,
        plan: &plan,
        keadilan: Some(&keadilan),
        skenario: &[],
        findings: &findings,
    };
    let mut records = Vec::new();
    write::record::rencana(&results).write(&mut records).expect("memory takes it");
    clock.lap("write record");
    let hasil = workbook::hasil(&results).expect("the result fits into Excel");
    clock.lap("write workbook");
    let letters = write::letter::letters(&results, &BTreeMap::new(), &Default::default(), &|_, _| {});
    clock.lap("write letters");
    assert!(
        !records.is_empty() && !hasil.bytes.is_empty() && !letters.value.surat.is_empty(),
        "a workbook and letters come out"
    );
    clock.total("whole run");
    // `place` does both of these too; here again by themselves, to tell their parts.
    judge_and_solve((&roster.value, &needs.value, &law, &settings), clock, (JUDGING, SOLVING));
    // Solving the whole region as one family takes minutes, so only judging is measured there.
    let any = Override { tingkat: Some(Tingkat::Peringatan), ..Override::default() };
    let wide = Law::at(tanggal_efektif, &BTreeMap::from([("A-109".to_string(), any)]));
    clock.begin_lap();
    let judged = place::judge(&roster.value, &needs.value, &wide, &settings);
    clock.lap(JUDGING_WIDE);
    println!("{JUDGING_WIDE}: {} pairs, {} eligible", judged.pairs, judged.eligible());
}

fn judge_and_solve(
    (roster, needs, law, settings): (&Roster, &Needs, &Law, &Settings),
    clock: &mut Stopwatch,
    (judging, solving): (&str, &str),
) {
    clock.begin_lap();
    let judged = place::judge(roster, needs, law, settings);
    clock.lap(judging);
    let moved = judged.solve();
    clock.lap(solving);
    println!(
        "{judging}: {} pairs, {} eligible, {} kinds of posts, {moved} moves",
        judged.pairs,
        judged.eligible(),
        judged.kinds()
    );
}

/// The least anyone must do: every cell of every sheet once, files in parallel as in `read`.
fn stream_cells(folder: &Path) {
    let inbox = folder.join(format!("masuk/{}", periode()));
    let entries = fs::read_dir(inbox).expect("the parent wrote the inbox");
    let files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let cells: usize = files.par_iter().map(|path| cells_of(path)).sum();
    assert!(cells > 0, "the workbooks of a sample have cells");
}

fn cells_of(path: &Path) -> usize {
    use calamine::{Reader, Xlsx};
    let mut file: Xlsx<_> = calamine::open_workbook(path).expect("calamine opens a sample workbook");
    let mut cells = 0;
    for sheet in file.sheet_names() {
        let mut reader = file.worksheet_cells_reader(&sheet).expect("calamine streams a sample sheet");
        while let Some(cell) = reader.next_cell().expect("a sample has no broken cell") {
            std::hint::black_box(cell.get_value());
            cells += 1;
        }
    }
    cells
}

/// Tells the parent, line by line, what each stage took.
struct Stopwatch {
    begun: Instant,
    lap: Instant,
    lap_cpu_ms: u64,
    peak_kb: Option<u64>,
}

impl Stopwatch {
    fn start() -> Stopwatch {
        reset_peak();
        Stopwatch { begun: Instant::now(), lap: Instant::now(), lap_cpu_ms: cpu_ms(), peak_kb: None }
    }

    fn lap(&mut self, stage: &str) {
        let (wall, cpu, peak) = (self.lap.elapsed(), cpu_ms(), peak_kb());
        self.tell(stage, wall, cpu.saturating_sub(self.lap_cpu_ms), peak);
        self.peak_kb = self.peak_kb.max(peak);
        self.begin_lap();
    }

    fn begin_lap(&mut self) {
        reset_peak();
        (self.lap, self.lap_cpu_ms) = (Instant::now(), cpu_ms());
    }

    fn total(&self, name: &str) {
        self.tell(name, self.begun.elapsed(), cpu_ms(), self.peak_kb);
    }

    fn tell(&self, stage: &str, wall: Duration, cpu_ms: u64, peak_kb: Option<u64>) {
        let peak = peak_kb.map_or("n.a.".to_string(), |kb| kb.to_string());
        println!("{stage}\t{}\t{cpu_ms}\t{peak}", wall.as_micros());
    }
}

/// The highest resident memory since the last reset; known on Linux only.
fn peak_kb() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_ascii_whitespace().nth(1)?.parse().ok()
}

/// Lets the kernel count the peak anew, so that each stage has its own; where it cannot, the peak so far is shown.
fn reset_peak() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}

/// Processor time of all threads so far, in the kernel's ticks of 10 ms; 0 where the system does not tell.
fn cpu_ms() -> u64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The second field is the program's name in brackets and may hold spaces.
    let after_name = stat.rsplit(") ").next().unwrap_or_default();
    let ticks = |field: usize| after_name.split(' ').nth(field).and_then(|text| text.parse::<u64>().ok()).unwrap_or(0);
    (ticks(11) + ticks(12)) * 10
}
