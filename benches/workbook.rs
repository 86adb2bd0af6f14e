//! Time and memory of the result workbook beside rust_xlsxwriter writing the same cells bare: `cargo bench --bench workbook`,
//! with a number for another count of people.
//!
//! Bare means texts and numbers only – no formats, widths, links, charts – on sheets that write row by row, packed as ours
//! are, by one thread: the least that a workbook of these cells can cost. Ours writes its sheets beside each other, so processor
//! time is told too. Both are written in turn, so that a busy moment of the machine hits both.

mod common;

use std::fs;
use std::io::Cursor;
use std::time::{Duration, Instant};

use calamine::{Data, Reader, Xlsx};
use mutasi::finding::Finding;
use mutasi::law::{self, Law};
use mutasi::model::adil::Keadilan;
use mutasi::model::cells::Tables;
use mutasi::model::needs::Needs;
use mutasi::model::plan::Plan;
use mutasi::model::riwayat::{Riwayat, TanpaPembanding};
use mutasi::model::roster::Roster;
use mutasi::sample::{self, Wanted};
use mutasi::settings::Settings;
use mutasi::write::{Results, workbook};
use mutasi::{check, compare, need, place};
use rust_xlsxwriter::Workbook;

const PEOPLE: usize = 20_000;
const RUNS: usize = 5;
/// To be reached: times the bare time, and MB beside what was there before.
const MOST_TIMES: f64 = 2.0;
const MOST_MB: f64 = 150.0;

fn main() {
    // Cargo itself passes `--bench`.
    let people = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(PEOPLE);
    let region = Region::new(people);
    let (ours, ours_mb) = grown(|| region.write());
    let cells = cells_of(&ours);
    let count: usize = cells.iter().map(|(_, cells)| cells.len()).sum();
    let (bare, bare_mb) = grown(|| write_bare(&cells));
    println!(
        "{people} people: {} sheets, {count} cells; {} kB, bare {} kB",
        cells.len(),
        ours.len() / 1000,
        bare.len() / 1000
    );
    let (mut times, mut bare_times) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        times.push(timed(|| region.write()));
        bare_times.push(timed(|| write_bare(&cells)));
    }
    let told = ["by the clock", "of processor time"].into_iter().zip(median(times).into_iter().zip(median(bare_times)));
    for (what, (time, bare)) in told {
        let (Some(time), Some(bare)) = (time, bare) else { continue };
        println!(
            "{what}: written in {time:.2?}, bare in {bare:.2?}: {:.2} times (to reach: {MOST_TIMES})",
            time.as_secs_f64() / bare.as_secs_f64()
        );
    }
    match (ours_mb, bare_mb) {
        (Some(ours), Some(bare)) => {
            println!("{ours:.0} MB more memory at most, bare {bare:.0} MB (to reach: {MOST_MB})");
        }
        _ => println!("this system does not tell peak memory"),
    }
}

/// A sample region with its faults, its plan and how fair that is.
struct Region {
    settings: Settings,
    law: Law,
    tables: Tables,
    roster: Roster,
    needs: Needs,
    plan: Plan,
    keadilan: Keadilan,
    riwayat: Riwayat,
    findings: Vec<Finding>,
}

impl Region {
    fn new(people: usize) -> Region {
        let wanted = Wanted { people, ..Wanted::default() };
        let settings = Settings::parse(&sample::settings_toml(&wanted.daerah)).expect("sound settings").value;
        let tanggal = wanted.periode.next().first_day();
        let law = Law::at(tanggal, &settings.aturan);
        let tables = common::inbox(&wanted, &settings);
        let mut findings = tables.findings;
        let roster = check::roster(&tables.value, tanggal, law::wilayah(&settings.daerah.kode_wilayah), None);
        findings.extend(roster.findings);
        let needs = need::needs(&roster.value, &law, &settings);
        findings.extend(needs.findings);
        let (roster, needs) = (roster.value, needs.value);
        let plan = place::plan(&roster, &needs, &law, &settings);
        let keadilan = place::adil::keadilan(&roster, &needs, &law, &settings, &plan);
        let riwayat = compare::riwayat(&roster, &findings, Err(TanpaPembanding::TidakAda), &law);
        Region { settings, law, tables: tables.value, roster, needs, plan, keadilan, riwayat, findings }
    }

    fn write(&self) -> Vec<u8> {
        let results = Results {
            settings: &self.settings,
            law: &self.law,
            tables: &self.tables,
            roster: &self.roster,
            riwayat: &self.riwayat,
            needs: &self.needs,
            plan: &self.plan,
            keadilan: Some(&self.keadilan),
            skenario: &[],
            findings: &self.findings,
        };
        workbook::hasil(&results).expect("the result fits into Excel").bytes
    }
}

/// The cells of a sheet, row by row.
type Cells = Vec<(u32, u16, Cell)>;

/// What a bare cell holds.
enum Cell {
    Text(String),
    Number(f64),
}

/// Every filled cell of the workbook, by sheet.
fn cells_of(bytes: &[u8]) -> Vec<(String, Cells)> {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("our workbook opens");
    let names = book.sheet_names();
    let read = |name: String| {
        let range = book.worksheet_range(&name).expect("our sheet opens");
        let (top, left) = range.start().unwrap_or_default();
        let cell = |(row, col, data): (usize, usize, &Data)| {
            let cell = match data {
                Data::Empty => return None,
                Data::Int(number) => Cell::Number(*number as f64),
                Data::Float(number) => Cell::Number(*number),
                Data::DateTime(day) => Cell::Number(day.as_f64()),
                other => Cell::Text(other.to_string()),
            };
            Some((top + row as u32, (left as usize + col) as u16, cell))
        };
        let cells = range.cells().filter_map(cell).collect();
        (name, cells)
    };
    names.into_iter().map(read).collect()
}

fn write_bare(sheets: &[(String, Cells)]) -> Vec<u8> {
    let mut book = Workbook::new();
    book.set_zip_compression_level(3);
    for (name, cells) in sheets {
        let sheet = book.add_worksheet_with_constant_memory().expect("a temporary file can be made");
        sheet.set_name(name).expect("the name was a name before");
        for (row, col, cell) in cells {
            match cell {
                Cell::Text(text) => sheet.write_string(*row, *col, text).map(drop),
                Cell::Number(number) => sheet.write_number(*row, *col, *number).map(drop),
            }
            .expect("the cell fitted before");
        }
    }
    book.save_to_buffer().expect("the workbook can be packed")
}

/// What a clock on the wall shows, and what processors did where the system tells.
type Times = [Option<Duration>; 2];

fn timed(work: impl Fn() -> Vec<u8>) -> Times {
    let (begun, busy) = (Instant::now(), processor_time());
    std::hint::black_box(work());
    [Some(begun.elapsed()), processor_time().zip(busy).map(|(now, then)| now - then)]
}

/// Processor time of all threads of this process.
fn processor_time() -> Option<Duration> {
    #[cfg(unix)]
    {
        use rustix::time::{ClockId, clock_gettime};
        let now = clock_gettime(ClockId::ProcessCPUTime);
        Some(Duration::new(now.tv_sec as u64, now.tv_nsec as u32))
    }
    #[cfg(not(unix))]
    None
}

fn median(times: Vec<Times>) -> Times {
    [0, 1].map(|which| {
        let mut times: Vec<Option<Duration>> = times.iter().map(|each| each[which]).collect();
        times.sort();
        times[times.len() / 2]
    })
}

/// What the work makes, and by how many MB memory grew at its peak; known on Linux only.
fn grown(work: impl Fn() -> Vec<u8>) -> (Vec<u8>, Option<f64>) {
    // Makes the peak begin anew from what is resident now.
    let begun = fs::write("/proc/self/clear_refs", "5").ok().and_then(|()| status_mb("VmRSS:"));
    let made = work();
    let peak = status_mb("VmHWM:");
    (made, begun.zip(peak).map(|(begun, peak)| (peak - begun).max(0.0)))
}

fn status_mb(field: &str) -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(field))?;
    Some(line.split_whitespace().nth(1)?.parse::<f64>().ok()? / 1024.0)
}
