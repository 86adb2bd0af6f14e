//! Reading and checking one large workbook beside the bare cells of calamine, a very large one checked and annotated,
//! and many small ones on one core and on two: `cargo bench --bench read`. Give a number to choose another count of files: `cargo bench --bench read -- 100`.
//!
//! Each measurement is a child process of its own, in turn with the others, so that a busy moment of the machine hits
//! all of them; the least processor time and the least wall time of the runs are shown.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use mutasi::model::artifact::{PlainCell, PlainWorkbook};
use mutasi::model::tanggal::Periode;
use mutasi::pipeline::{self, Options, Silent};
use mutasi::sample::{self, Wanted};
use mutasi::settings::Settings;
use mutasi::write::workbook;
use mutasi::{check, law, read};

/// The sizes to be held to: 20,000 × 35 cells, and 600 files of 2,000 rows.
const ROWS: usize = 20_000;
const COLUMNS: usize = 35;
/// Rows of a whole province in one workbook.
const MOST_ROWS: usize = 200_000;
const FILES: usize = 600;
const ROWS_A_FILE: usize = 2_000;
const RUNS: usize = 7;
/// First argument of a child process.
const CHILD: &str = "--one-run";

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.as_slice() {
        [child, what, folder] if child == CHILD => one_run(what, Path::new(folder)),
        rest => {
            one_large_file();
            one_very_large_file();
            many_files(rest.iter().find_map(|arg| arg.parse().ok()).unwrap_or(FILES));
        }
    }
}

fn periode() -> Periode {
    Wanted::default().periode
}

// ---- the parent -----------------------------------------------------------------------------------------------------

/// The best of several runs.
#[derive(Clone, Copy, Debug)]
struct Best {
    wall_ms: f64,
    cpu_ms: f64,
    /// Processor time of the busiest thread: how long it would take if every thread had a core for itself.
    busiest_ms: f64,
    peak_mb: f64,
}

impl Default for Best {
    fn default() -> Best {
        let most = f64::INFINITY;
        Best { wall_ms: most, cpu_ms: most, busiest_ms: most, peak_mb: most }
    }
}

fn one_large_file() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let bytes = write_inbox(folder.path(), ROWS, 1);
    println!("one workbook of {ROWS} x {COLUMNS}, {} kB, best of {RUNS}", bytes / 1000);
    let mut best = [("cells", Best::default()), ("read", Best::default()), ("check", Best::default())];
    for _ in 0..RUNS {
        for (what, best) in &mut best {
            best.take(&child(what, folder.path(), None));
        }
    }
    let [(_, cells), (_, read), (_, check)] = best;
    cells.print("calamine's bare cells", cells);
    read.print("reading", cells);
    check.print("reading and checking (to reach: 1.50)", cells);
}

/// The whole of `mutasi check`, up to the annotated copy.
fn one_very_large_file() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let bytes = write_inbox(folder.path(), MOST_ROWS, 1);
    println!("\none workbook of {MOST_ROWS} x {COLUMNS}, {} kB", bytes / 1000);
    let mut best = Best::default();
    best.take(&child("annotate", folder.path(), None));
    best.print("checking and annotating (to reach: 150 MB)", best);
}

fn many_files(files: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let bytes = write_inbox(folder.path(), ROWS_A_FILE, files);
    println!("\n{files} workbooks of {ROWS_A_FILE} x {COLUMNS}, {} kB, best of 3", bytes / 1000);
    let (mut one, mut two, mut few) = (Best::default(), Best::default(), Best::default());
    for _ in 0..3 {
        one.take(&child("read", folder.path(), Some(1)));
        two.take(&child("read", folder.path(), Some(2)));
    }
    // One in six of the same files: what a run needs beside the rows that it keeps must not grow with the files.
    let sixth = tempfile::tempdir().expect("a temporary folder can be made");
    write_inbox(sixth.path(), ROWS_A_FILE, files / 6);
    let strangers = tempfile::tempdir().expect("a temporary folder can be made");
    few.take(&child("read", sixth.path(), Some(2)));
    one.print("one thread", one);
    two.print("two threads", one);
    few.print("a sixth of the files", one);
    println!("two threads are {:.2} times as fast as one (to reach: 1.70)", one.wall_ms / two.wall_ms);
    // On a busy machine two threads do not get two cores; this does not depend on it.
    println!("by the processor time of the busiest thread: {:.2} times", one.busiest_ms / two.busiest_ms);
    for count in [files / 6, files] {
        fs::remove_dir_all(strangers.path().join("masuk")).ok();
        write_strangers(strangers.path(), folder.path(), count);
        let mut best = Best::default();
        best.take(&child("read", strangers.path(), Some(2)));
        println!("{count} files of which no row is kept: peak {:.1} MB", best.peak_mb);
    }
}

impl Best {
    fn take(&mut self, said: &str) {
        let numbers: Vec<f64> = said.split_whitespace().filter_map(|number| number.parse().ok()).collect();
        let [wall, cpu, busiest, peak] = numbers[..] else { panic!("a child says four numbers, not {said:?}") };
        self.busiest_ms = self.busiest_ms.min(busiest);
        self.wall_ms = self.wall_ms.min(wall);
        self.cpu_ms = self.cpu_ms.min(cpu);
        self.peak_mb = self.peak_mb.min(peak);
    }

    fn print(self, what: &str, beside: Best) {
        let Best { wall_ms, cpu_ms, peak_mb, .. } = self;
        let (wall, cpu) = (wall_ms / beside.wall_ms, cpu_ms / beside.cpu_ms);
        println!(
            "{what:<40} wall {wall_ms:>7.0} ms ({wall:.2})  CPU {cpu_ms:>7.0} ms ({cpu:.2})  peak {peak_mb:.0} MB"
        );
    }
}

fn child(what: &str, folder: &Path, threads: Option<usize>) -> String {
    let program = std::env::current_exe().expect("a benchmark knows its own program");
    let mut command = Command::new(program);
    command.args([CHILD, what]).arg(folder);
    if let Some(threads) = threads {
        command.env("RAYON_NUM_THREADS", threads.to_string());
    }
    let output = command.output().expect("the program starts again");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Personnel workbooks of a sample region, filled up to 35 columns, with a few faults; answers their bytes.
fn write_inbox(folder: &Path, rows: usize, files: usize) -> usize {
    let inbox = folder.join(format!("masuk/{}", periode()));
    fs::create_dir_all(&inbox).expect("the folder can be made");
    // Every workbook of this shape in one.
    let region = sample::region(&Wanted { people: rows * 2, ..Wanted::default() });
    let mut books = region.into_iter();
    let mut book = books.next().expect("a region has a personnel workbook");
    let sheet = &mut book.sheets[0];
    for same in books.flat_map(|book| book.sheets).filter(|other| other.headers == sheet.headers) {
        sheet.rows.extend(same.rows);
    }
    assert!(sheet.rows.len() >= rows, "{} rows", sheet.rows.len());
    sheet.rows.truncate(rows);
    for col in sheet.headers.len()..COLUMNS {
        sheet.headers.push(format!("KETERANGAN {col}"));
        for (at, row) in sheet.rows.iter_mut().enumerate() {
            row.push(PlainCell::Text(format!("Catatan {col} nomor {}", at % 700)));
        }
    }
    let bytes = workbook_bytes(&book);
    for file in 0..files {
        fs::write(inbox.join(format!("pegawai-{file:03}.xlsx")), &bytes).expect("the workbook can be written");
    }
    bytes.len() * files
}

fn workbook_bytes(book: &PlainWorkbook) -> Vec<u8> {
    workbook::plain(book).expect("a sample fits into Excel").bytes
}

/// The same workbooks as loose files of another month, told by their title only: read whole, and nothing kept.
fn write_strangers(folder: &Path, from: &Path, count: usize) {
    fs::create_dir_all(folder.join("masuk")).expect("the folder can be made");
    let source = from.join(format!("masuk/{}/pegawai-000.xlsx", periode()));
    for file in 0..count {
        fs::copy(&source, folder.join(format!("masuk/tanpa-bulan-{file:03}.xlsx"))).expect("the copy can be made");
    }
}

// ---- a child --------------------------------------------------------------------------------------------------------

fn one_run(what: &str, folder: &Path) {
    let begun = Instant::now();
    let batas = Settings::default().batas;
    match what {
        "cells" => stream_cells(folder),
        "read" => {
            read::inbox(folder, periode(), &Settings::default().baca, &batas, &|_, _| {});
        }
        "annotate" => {
            let options = Options { periode: None, dry_run: false, today: periode().first_day(), tanggal: None };
            let outcome = pipeline::check(folder, options, &Silent).expect("the folder can be checked");
            assert!(!outcome.outputs.is_empty(), "the sample has faults to be marked");
        }
        _ => {
            let tables = read::inbox(folder, periode(), &Settings::default().baca, &batas, &|_, _| {}).value;
            let roster = check::roster(&tables, periode().next().first_day(), law::wilayah("15.02"), None);
            assert!(!roster.value.pegawai.is_empty(), "the sample has people");
        }
    }
    let wall = begun.elapsed();
    println!("{:.1} {} {:.1} {:.1}", wall.as_secs_f64() * 1e3, cpu_ms(), busiest_ms(), peak_mb());
}

/// Processor time of the thread that had most of it, by the scheduler's account in nanoseconds.
fn busiest_ms() -> f64 {
    let tasks = fs::read_dir("/proc/self/task").into_iter().flatten().filter_map(Result::ok);
    let of = |task: fs::DirEntry| {
        let stat = fs::read_to_string(task.path().join("schedstat")).ok()?;
        stat.split_ascii_whitespace().next()?.parse::<f64>().ok()
    };
    tasks.filter_map(of).fold(0.0, f64::max) / 1e6
}

/// The least anyone must do: the bytes of the file, and every cell of its sheet once.
fn stream_cells(folder: &Path) {
    use calamine::{Reader, Xlsx};
    let inbox = folder.join(format!("masuk/{}", periode()));
    let files = fs::read_dir(inbox).expect("the parent wrote the inbox");
    for path in files.filter_map(|entry| Some(entry.ok()?.path())).collect::<Vec<PathBuf>>() {
        let bytes = fs::read(path).expect("the parent wrote the workbook");
        let mut book = Xlsx::new(std::io::Cursor::new(&bytes)).expect("calamine opens a sample workbook");
        for sheet in book.sheet_names() {
            let mut reader = book.worksheet_cells_reader(&sheet).expect("calamine streams a sample sheet");
            while let Some(cell) = reader.next_cell().expect("a sample has no broken cell") {
                std::hint::black_box(cell.get_value());
            }
        }
    }
}

/// The highest resident memory; known on Linux only.
fn peak_mb() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kb = line.and_then(|line| line.split_ascii_whitespace().next()?.parse::<f64>().ok());
    kb.map_or(0.0, |kb| kb / 1000.0)
}

/// Processor time of all threads so far, also of those that have ended, in the kernel's ticks of 10 ms.
fn cpu_ms() -> u64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The second field is the program's name in brackets and may hold spaces.
    let after_name = stat.rsplit(") ").next().unwrap_or_default();
    let ticks = |field: usize| after_name.split(' ').nth(field).and_then(|text| text.parse::<u64>().ok()).unwrap_or(0);
    (ticks(11) + ticks(12)) * 10
}
