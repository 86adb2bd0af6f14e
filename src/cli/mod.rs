//! The command line: what the user types, what the terminal says, and the exit code.

mod audit;
mod bantuan;
mod berkas;
mod jelaskan;
mod progress;
mod report;
mod surat;
mod temuan;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use jiff::Zoned;
use jiff::civil::Date;

use crate::model::tanggal::{HariTmt, Periode, parse_tanggal};
use crate::pipeline::contoh::{Wanted, daerah_by_kode};
use crate::pipeline::explain::{Answer, Question};
use crate::pipeline::{self, Exit, Options, Outcome};
use crate::settings::Daerah;

/// Membaca buku kerja pegawai dan unit, memeriksa, menghitung kebutuhan, menyusun rencana mutasi,
/// lalu menulis hasil Excel dan draf SK.
#[derive(Parser)]
#[command(name = "mutasi", version, about, max_term_width = 80, disable_help_subcommand = true)]
#[command(after_help = exit_codes_help())]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Membuat folder kerja baru: pengaturan, blangko, dan templat surat
    #[command(visible_alias = "mulai")]
    Init(InitArgs),
    /// Menjalankan seluruh pekerjaan: baca, periksa, hitung, susun, tulis
    #[command(visible_alias = "jalankan")]
    Run(PlanArgs),
    /// Membaca dan memeriksa saja
    #[command(visible_alias = "periksa")]
    Check(RunArgs),
    /// Menjelaskan seorang pegawai, sebuah unit, atau sebuah aturan; tidak menulis apa pun
    #[command(visible_alias = "jelaskan")]
    Explain(ExplainArgs),
    /// Membuat surat lagi dari rencana yang sudah ditulis, tanpa menyusunnya lagi
    #[command(visible_alias = "surat")]
    Letters(LettersArgs),
    /// Memeriksa ulang rencana yang sudah ditulis terhadap masukannya; tidak menulis apa pun
    #[command(visible_alias = "uji")]
    Audit(AuditArgs),
    /// Membuat daerah contoh tanpa data pribadi
    #[command(visible_alias = "contoh")]
    Sample(SampleArgs),
    /// Membaca satu berkas dari masukan baku, dalam proses tersendiri
    #[command(name = pipeline::READ_COMMAND, hide = true)]
    ReadOne,
}

#[derive(Args)]
struct InitArgs {
    /// Folder kerja yang akan dibuat
    folder: PathBuf,
    /// Kode wilayah, bila ada di tabel bawaan: 15.02 (Merangin), 19.71, 33.72, 12.75, 75, atau 63.03
    #[arg(long, value_parser = parse_daerah, value_name = "KODE")]
    daerah: Option<Daerah>,
}

#[derive(Args)]
struct RunArgs {
    /// Folder kerja yang berisi masuk/ dan mutasi.toml
    folder: PathBuf,
    /// Periode TAHUN-BULAN; bila tidak disebut, folder terbaru di masuk/
    #[arg(long, value_parser = parse_periode, value_name = "TAHUN-BULAN")]
    periode: Option<Periode>,
    /// Pakai aturan yang berlaku pada tanggal ini, misalnya 2024-03-01 atau "1 Maret 2024"; bila tidak disebut, tanggal
    /// mulai berlakunya mutasi
    #[arg(long, value_parser = parse_day, value_name = "TANGGAL")]
    tanggal: Option<Date>,
    /// Hitung semuanya, tetapi jangan menulis apa pun
    #[arg(long)]
    dry_run: bool,
    /// Cetak hasil sebagai JSON untuk program lain
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
struct PlanArgs {
    #[command(flatten)]
    run: RunArgs,
    /// Tulis juga model lengkap (nodes.csv, arcs.csv) ke folder ini, agar penyelesai lain dapat mengujinya
    #[arg(long, value_name = "FOLDER", conflicts_with = "dry_run")]
    export_model: Option<PathBuf>,
    /// Susun juga rencana dengan pengaturan di berkas ini di atas mutasi.toml, lalu bandingkan di lembar Skenario; boleh
    /// disebut beberapa kali
    #[arg(long, value_name = "BERKAS")]
    skenario: Vec<PathBuf>,
}

#[derive(Args)]
struct ExplainArgs {
    /// Folder kerja yang berisi masuk/ dan mutasi.toml
    folder: PathBuf,
    /// NIP atau nama pegawai, atau nama atau kode unit
    #[arg(value_name = "NIP|UNIT", required_unless_present = "aturan", conflicts_with = "aturan")]
    tentang: Vec<String>,
    /// Kode aturan, misalnya A-101
    #[arg(long, alias = "rule", value_name = "KODE")]
    aturan: Option<String>,
    /// Periksa aturan pegawai itu terhadap unit ini
    #[arg(long, alias = "to", value_name = "UNIT", conflicts_with = "aturan")]
    ke: Option<String>,
    /// Jabatan di unit itu, bila bukan jabatannya sekarang
    #[arg(long, value_name = "JABATAN", conflicts_with = "aturan")]
    jabatan: Option<String>,
    /// Periode TAHUN-BULAN; bila tidak disebut, folder terbaru di masuk/
    #[arg(long, value_parser = parse_periode, value_name = "TAHUN-BULAN")]
    periode: Option<Periode>,
    /// Pakai aturan yang berlaku pada tanggal ini, seperti pada run
    #[arg(long, value_parser = parse_day, value_name = "TANGGAL")]
    tanggal: Option<Date>,
}

#[derive(Args)]
struct AuditArgs {
    /// Folder kerja yang berisi masuk/, mutasi.toml, dan keluar/
    folder: PathBuf,
    /// Periode TAHUN-BULAN; bila tidak disebut, folder terbaru di masuk/
    #[arg(long, value_parser = parse_periode, value_name = "TAHUN-BULAN")]
    periode: Option<Periode>,
    /// Nilai dengan aturan yang berlaku pada tanggal ini; bila tidak disebut, tanggal yang tercatat pada rencana
    #[arg(long, value_parser = parse_day, value_name = "TANGGAL")]
    tanggal: Option<Date>,
}

#[derive(Args)]
struct LettersArgs {
    /// Folder kerja yang berisi masuk/, mutasi.toml, dan keluar/
    folder: PathBuf,
    /// Buat satu surat ini dengan data contoh di keluar/pratinjau/, misalnya petikan atau nota-dinas
    #[arg(long, alias = "pratinjau", value_name = "SURAT", conflicts_with = "periode")]
    preview: Option<String>,
    /// Periode TAHUN-BULAN; bila tidak disebut, folder terbaru di masuk/
    #[arg(long, value_parser = parse_periode, value_name = "TAHUN-BULAN")]
    periode: Option<Periode>,
    /// Buat semuanya, tetapi jangan menulis apa pun
    #[arg(long)]
    dry_run: bool,
}

#[derive(Args)]
struct SampleArgs {
    /// Folder kerja yang akan dibuat
    folder: PathBuf,
    /// Kira-kira jumlah pegawai
    #[arg(long, alias = "people", default_value_t = 400, value_name = "JUMLAH")]
    pegawai: usize,
    /// Benih acak; benih yang sama memberi daerah yang sama
    #[arg(long, alias = "seed", default_value_t = 1, value_name = "BENIH")]
    benih: u64,
    /// Sel kotor tiap seribu sel data pegawai
    #[arg(long, alias = "dirt", default_value_t = 0, value_name = "PERMIL")]
    kotor: u32,
    /// Periode TAHUN-BULAN; bila tidak disebut, bulan ini
    #[arg(long, value_parser = parse_periode, value_name = "TAHUN-BULAN")]
    periode: Option<Periode>,
    /// Kode wilayah daerah contoh: 15.02 (Merangin), 19.71, 33.72, 12.75, 75, atau 63.03
    #[arg(long, value_parser = parse_daerah, value_name = "KODE")]
    daerah: Option<Daerah>,
    /// Taruh pegawai contoh pada sekolah di buku kerja ini (unduhan Dapodik)
    #[arg(long, alias = "schools", value_name = "BERKAS")]
    sekolah: Option<PathBuf>,
}

fn parse_periode(text: &str) -> Result<Periode, String> {
    Periode::parse(text).ok_or_else(|| "tulis seperti 2026-11".to_string())
}

fn parse_day(text: &str) -> Result<Date, String> {
    let read = parse_tanggal(text, HariTmt::Bebas).map(|read| read.tanggal);
    read.ok_or_else(|| "tulis seperti 2024-03-01 atau \"1 Maret 2024\"".to_string())
}

fn parse_daerah(text: &str) -> Result<Daerah, String> {
    daerah_by_kode(text).ok_or_else(|| "kode wilayah itu tidak ada di tabel bawaan".to_string())
}

fn exit_codes_help() -> String {
    let lines = Exit::ALL.map(|exit| format!("  {}  {}", exit as u8, exit.meaning()));
    format!("Kode keluar:\n{}", lines.join("\n"))
}

/// Runs the command line of this process.
pub fn main() -> ExitCode {
    let parsed = bantuan::indonesian(Cli::command()).try_get_matches();
    let cli = match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(answer) => return bantuan::tell(&answer),
    };
    if let Ok(program) = std::env::current_exe() {
        pipeline::read_in_children(program);
    }
    let json = matches!(&cli.command, Command::Run(PlanArgs { run: args, .. }) | Command::Check(args) if args.json);
    match execute(cli.command, Zoned::now().date()) {
        Ok(exit) => ExitCode::from(exit as u8),
        Err(error) => {
            if json {
                anstream::println!("{}", report::failure_json(&error));
            }
            anstream::eprintln!("{}", report::failure(&error));
            ExitCode::from(Exit::CannotRun as u8)
        }
    }
}

fn execute(command: Command, today: Date) -> anyhow::Result<Exit> {
    match command {
        Command::Init(args) => {
            let written = pipeline::init::init(&args.folder, Periode::of(today), args.daerah.as_ref())
                .with_context(|| format!("folder {} belum dibuat", args.folder.display()))?;
            anstream::print!("{}", report::folder_made(&args.folder, &written, Periode::of(today)));
            Ok(Exit::AllUsed)
        }
        Command::Run(PlanArgs { run: args, export_model, skenario }) => {
            let observer = progress::observer(args.json);
            let outcome = pipeline::run_beside(&args.folder, args.options(today), &skenario, &*observer)?;
            if let Some(folder) = export_model {
                pipeline::model::export(&outcome, &folder, &*observer)?;
            }
            drop(observer);
            finish(&args, &outcome, true)
        }
        Command::Check(args) => {
            let observer = progress::observer(args.json);
            let outcome = pipeline::check(&args.folder, args.options(today), &*observer)?;
            drop(observer);
            finish(&args, &outcome, false)
        }
        Command::Explain(args) => explain(&args, today),
        Command::Audit(args) => {
            let observer = progress::observer(false);
            let options = Options { periode: args.periode, dry_run: true, today, tanggal: args.tanggal };
            let audited = pipeline::audit::audit(&args.folder, options, &*observer)?;
            drop(observer);
            anstream::print!("{}", audit::report(&audited));
            Ok(if audited.holds() { Exit::AllUsed } else { Exit::SomeLeftOut })
        }
        Command::Letters(args) => {
            let observer = progress::observer(false);
            let options = Options { periode: args.periode, dry_run: args.dry_run, today, tanggal: None };
            let letters = match &args.preview {
                Some(nama) => pipeline::surat::preview(&args.folder, nama, args.dry_run)?,
                None => pipeline::surat::letters(&args.folder, options, &*observer)?,
            };
            drop(observer);
            anstream::print!("{}", surat::report(&letters, &args.folder, args.dry_run));
            Ok(if letters.complete() { Exit::AllUsed } else { Exit::SomeLeftOut })
        }
        Command::ReadOne => {
            pipeline::serve_reader(std::io::stdin().lock(), std::io::stdout().lock())?;
            Ok(Exit::AllUsed)
        }
        Command::Sample(args) => {
            let periode = args.periode.unwrap_or(Periode::of(today));
            let wanted = args.wanted(periode);
            let written = pipeline::contoh::sample(&args.folder, &wanted, args.sekolah.as_deref())?;
            anstream::print!("{}", report::folder_made(&args.folder, &written, periode));
            Ok(Exit::AllUsed)
        }
    }
}

/// What is not known or not certain is an answer on standard error, and the exit code of wrong arguments.
fn explain(args: &ExplainArgs, today: Date) -> anyhow::Result<Exit> {
    let observer = progress::observer(false);
    let tentang = args.tentang.join(" ");
    let question = Question {
        tentang: (!tentang.is_empty()).then_some(&tentang),
        aturan: args.aturan.as_deref(),
        ke: args.ke.as_deref(),
        jabatan: args.jabatan.as_deref(),
    };
    let options = Options { periode: args.periode, dry_run: true, today, tanggal: args.tanggal };
    let (outcome, answer) = pipeline::explain::explain(&args.folder, options, question, &*observer)?;
    drop(observer);
    let given = [("--ke", args.ke.is_some()), ("--jabatan", args.jabatan.is_some())];
    let given: Vec<&str> = given.iter().filter(|(_, given)| *given).map(|(name, _)| *name).collect();
    let text = jelaskan::answer(&outcome, &answer, &given);
    match answer {
        Answer::Unclear { .. } if outcome.exit() != Exit::NothingUsed => {
            anstream::eprint!("{text}");
            Ok(Exit::CannotRun)
        }
        _ => {
            anstream::print!("{text}");
            Ok(outcome.exit())
        }
    }
}

fn finish(args: &RunArgs, outcome: &Outcome, planned: bool) -> anyhow::Result<Exit> {
    let planned = planned && outcome.exit() != Exit::NothingUsed;
    if args.json {
        anstream::println!("{}", report::json(outcome)?);
    } else {
        anstream::print!("{}", report::outcome(outcome, &args.folder, planned, args.dry_run));
    }
    Ok(outcome.exit())
}

impl RunArgs {
    fn options(&self, today: Date) -> Options {
        Options { periode: self.periode, dry_run: self.dry_run, today, tanggal: self.tanggal }
    }
}

impl SampleArgs {
    fn wanted(&self, periode: Periode) -> Wanted {
        let defaults = Wanted::default();
        let daerah = self.daerah.clone().unwrap_or(defaults.daerah);
        Wanted {
            people: self.pegawai,
            seed: self.benih,
            dirt_permille: self.kotor,
            periode,
            daerah,
            bentuk: defaults.bentuk,
        }
    }
}
