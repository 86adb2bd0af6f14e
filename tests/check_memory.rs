//! `mutasi check` of a large workbook needs little memory for each of its rows: from reading to the annotated copy.

mod memory_kit;

use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use jiff::civil::date;
use mutasi::model::artifact::{PlainCell, PlainSheet, PlainWorkbook};
use mutasi::pipeline::{self, Options, Silent};
use mutasi::write::workbook;

use memory_kit::peak_kb;

/// Tells a child process which folder to check.
const FOLDER: &str = "MUTASI_UJI_FOLDER";
const MEASURED: &str = "check_needs_little_memory_for_each_row";
const COLUMNS: usize = 35;
/// Of 200,000 rows this is 110 MB; what the program needs without any comes to it. Measured are 451 to 486: how well freed
/// room is used again depends on which thread is the faster one.
const MOST_BYTES_A_ROW: u64 = 550;

#[test]
fn check_needs_little_memory_for_each_row() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return check(Path::new(&folder));
    }
    if peak_kb().is_none() {
        let _ = writeln!(std::io::stderr(), "SKIPPED: this system does not tell a process's peak memory");
        return;
    }
    // More rows than are read at a time, so that only what grows with the rows is compared.
    let sizes = [5_000, 20_000];
    let [small, large] = sizes.map(peak_of_check);
    let bytes = large.saturating_sub(small) * 1024 / (sizes[1] - sizes[0]) as u64;
    eprintln!("{sizes:?} rows: {small} and {large} kB at most, {bytes} bytes a row");
    assert!(bytes < MOST_BYTES_A_ROW, "{bytes} bytes a row");
}

/// Checks in a process of its own, in kB.
fn peak_of_check(rows: usize) -> u64 {
    let folder = tempfile::tempdir().unwrap();
    let inbox = folder.path().join("masuk/2026-11");
    std::fs::create_dir_all(&inbox).unwrap();
    std::fs::write(inbox.join("pegawai.xlsx"), workbook::plain(&people(rows)).unwrap().bytes).unwrap();
    std::fs::write(folder.path().join("mutasi.toml"), "[batas]\ndetik_per_berkas = 3000\n").unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", MEASURED, "--nocapture"]).env(FOLDER, folder.path()).env("RAYON_NUM_THREADS", "2");
    let output = child.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let line = said.lines().find_map(|line| line.split_once("peak ")).expect("the child tells its peak");
    line.1.trim().parse().unwrap()
}

fn check(folder: &Path) {
    let options = Options { periode: None, dry_run: false, today: date(2026, 11, 20), tanggal: None };
    let outcome = pipeline::check(folder, options, &Silent).unwrap();
    assert_eq!(outcome.outputs, ["keluar/2026-11/periksa/pegawai-periksa.xlsx"]);
    assert!(outcome.roster.pegawai.len() > 1_000);
    println!("\npeak {}", peak_kb().unwrap());
}

/// So many people of some hundred units; one in a hundred has a fault.
fn people(rows: usize) -> PlainWorkbook {
    let known = [
        "NIP BARU",
        "NAMA",
        "TEMPAT LAHIR",
        "TANGGAL LAHIR",
        "JENIS KELAMIN",
        "STATUS CPNS PNS",
        "TMT CPNS",
        "GOLONGAN",
        "TMT GOLONGAN",
        "JABATAN",
        "TMT JABATAN",
        "TMT UNIT",
        "UNIT KERJA",
        "UNIT KERJA INDUK",
        "TINGKAT PENDIDIKAN",
        "PENDIDIKAN",
        "SKP 2024",
        "SKP 2025",
    ];
    let mut headers = known.map(String::from).to_vec();
    headers.extend((known.len()..COLUMNS).map(|col| format!("KETERANGAN {col}")));
    let rows = (0..rows).map(|at| person(at).into_iter().map(PlainCell::Text).collect()).collect();
    let sheet = PlainSheet { name: "Data".into(), titles: Vec::new(), headers, rows };
    PlainWorkbook { path: "pegawai.xlsx".into(), sheets: vec![sheet] }
}

fn person(at: usize) -> Vec<String> {
    let (month, day, serial) = (at / 28 % 12 + 1, at % 28 + 1, at / (28 * 12 * 20) + 1);
    let year = 1970 + at / (28 * 12) % 20;
    let letters: String = format!("{at:06}").bytes().map(|digit| char::from(digit - b'0' + b'A')).collect();
    let tmt = |years: usize| format!("{:02}-{:02}-{}", 1, at % 12 + 1, 2012 + (at + years) % 12);
    let known = [
        format!("{year}{month:02}{day:02}2010011{serial:03}"),
        format!("SITI {letters} WULANDARI"),
        "Bangko".into(),
        format!("{day:02}-{month:02}-{year}"),
        "L".into(),
        "PNS".into(),
        "01-01-2010".into(),
        if at % 100 == 7 { "V/z".into() } else { "III/c".into() },
        tmt(1),
        "Guru Kelas Ahli Muda".into(),
        tmt(2),
        tmt(3),
        format!("SD Negeri {} Bangko", at % 300 + 1),
        "Dinas Pendidikan dan Kebudayaan".into(),
        "S-1".into(),
        "S-1 Pendidikan Guru Sekolah Dasar".into(),
        "Baik".into(),
        "Baik".into(),
    ];
    let count = known.len();
    known.into_iter().chain((count..COLUMNS).map(|col| format!("Catatan {col} nomor {}", at % 700))).collect()
}
