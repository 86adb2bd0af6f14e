//! The program as one sentence: read, check, need, place, write; and the saving of what came of it.

pub mod contoh;
pub mod init;
pub mod save;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::finding::{Finding, Noted, Place, Severity, catalogue};
use crate::law::Law;
use crate::model::artifact::Artifact;
use crate::model::cells::{Table, Tables};
use crate::model::needs::Needs;
use crate::model::plan::Plan;
use crate::model::roster::Roster;
use crate::model::tanggal::Periode;
use crate::model::wilayah::Wilayah;
use crate::settings::{self, Settings};
use crate::write::Results;
use crate::write::workbook::Salinan;
use crate::{check, law, need, place, read, write};

/// What stops a run altogether. Everything else is a finding.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error("folder {0} tidak ada")]
    NoFolder(PathBuf),
    #[error("folder {0} sedang dipakai proses mutasi lain; tunggu sampai selesai")]
    Locked(PathBuf),
    #[error("folder {0} sudah berisi; pilih folder baru yang kosong")]
    NotEmpty(PathBuf),
    #[error(
        "tidak dapat menulis hasil ({0}). Tutup berkas di keluar/ yang sedang dibuka, pastikan folder boleh ditulis \
         dan cakram tidak penuh, lalu jalankan lagi; hasil sebelumnya tidak berubah"
    )]
    Save(std::io::Error),
    #[error("folder kerja tidak dapat disiapkan ({0})")]
    Make(#[from] std::io::Error),
    #[error("tidak dapat membaca berkas di folder kerja ({0})")]
    Read(std::io::Error),
    #[error("{0} berubah selama proses berjalan, hasil tidak ditulis; simpan dan tutup berkas itu, lalu jalankan lagi")]
    Changed(String),
    #[error("tidak dapat menyusun buku kerja hasil: {0}")]
    Workbook(String),
    #[error("tidak ada sekolah negeri dengan jumlah guru di {0}")]
    NoSchools(PathBuf),
    #[error(transparent)]
    Settings(#[from] settings::NotToml),
    #[error("rencana tidak lolos pemeriksaan ulang, hasil tidak ditulis: {0}")]
    Audit(String),
}

/// What the user asked for beside the folder.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    pub periode: Option<Periode>,
    pub dry_run: bool,
    /// Today, asked once at the edge; used only where the folder tells no period.
    pub today: Date,
}

/// Told how far a run is. Called from any thread.
pub trait Observer: Sync {
    /// A stage begins; its name in Indonesian.
    fn stage(&self, name: &'static str);
    /// Steps done and steps in all of this stage.
    fn advance(&self, done: usize, all: usize);
}

/// Everything a run came to.
pub struct Outcome {
    pub settings: Settings,
    pub law: Law,
    pub tables: Tables,
    pub roster: Roster,
    pub needs: Needs,
    /// Empty after `check`.
    pub plan: Plan,
    /// In published order: by place, then code.
    pub findings: Vec<Finding>,
    /// Paths written (or that would be), relative to the folder, in order.
    pub outputs: Vec<String>,
}

/// How a run ended, as the process's exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Every row and file was used.
    AllUsed = 0,
    /// Done, with rows or files left out.
    SomeLeftOut = 1,
    /// Nothing could be used.
    NothingUsed = 2,
    /// Could not run: bad arguments, disk full, folder locked.
    CannotRun = 3,
}

impl Exit {
    pub const ALL: [Exit; 4] = [Exit::AllUsed, Exit::SomeLeftOut, Exit::NothingUsed, Exit::CannotRun];

    /// What it means, in Indonesian, as README and help print it.
    pub fn meaning(self) -> &'static str {
        match self {
            Exit::AllUsed => "semua berkas dan baris dipakai",
            Exit::SomeLeftOut => "selesai, ada berkas atau baris yang tidak dipakai",
            Exit::NothingUsed => "tidak ada yang dapat dipakai",
            Exit::CannotRun => "tidak dapat berjalan (perintah salah, folder terkunci, cakram penuh)",
        }
    }
}

impl Outcome {
    pub fn exit(&self) -> Exit {
        if self.roster.units.is_empty() && self.roster.pegawai.is_empty() {
            Exit::NothingUsed
        } else if self.findings.iter().any(|finding| finding.severity() == Severity::Galat) {
            Exit::SomeLeftOut
        } else {
            Exit::AllUsed
        }
    }

    /// What the writers see of it.
    pub fn results(&self) -> Results<'_> {
        Results {
            settings: &self.settings,
            law: &self.law,
            tables: &self.tables,
            roster: &self.roster,
            needs: &self.needs,
            plan: &self.plan,
            findings: &self.findings,
        }
    }
}

/// The whole pipeline on a folder. Where nothing could be used there is nothing to plan and nothing to write: what an
/// earlier run wrote stays.
pub fn run(root: &Path, options: Options, observer: &dyn Observer) -> Result<Outcome, RunError> {
    let _lock = save::hold(root, options.dry_run)?;
    let (mut outcome, office) = weigh(root, options, observer)?;
    if outcome.exit() == Exit::NothingUsed {
        sort_findings(&mut outcome.findings);
        return Ok(outcome);
    }

    observer.stage("Menyusun rencana");
    outcome.plan = place::plan(&outcome.roster, &outcome.needs, &outcome.law, &outcome.settings);
    if !outcome.plan.certificate.holds() {
        return Err(RunError::Audit(failed_checks(&outcome.plan)));
    }

    observer.stage("Menulis surat");
    let letters = write::letter::letters(&outcome.results(), &office.files, &|done, all| observer.advance(done, all));
    outcome.findings.extend(letters.findings);
    sort_findings(&mut outcome.findings);

    observer.stage("Menulis buku kerja");
    let mut artifacts = workbooks(root, &outcome)?;
    artifacts.extend(letters.value);
    artifacts.push(write::record::rencana(&outcome.results()));
    artifacts.push(write::record::catatan(&outcome.results(), &office.fingerprints));
    publish(root, options, &mut outcome, Part::Whole, artifacts)?;
    Ok(outcome)
}

/// Reading and checking only: findings and annotated copies. What an earlier `run` left beside the copies stays.
pub fn check(root: &Path, options: Options, observer: &dyn Observer) -> Result<Outcome, RunError> {
    let _lock = save::hold(root, options.dry_run)?;
    let (outcome, _) = weigh(root, options, observer)?;
    checked(root, options, outcome, observer)
}

/// Findings in order, and the annotated copies saved.
fn checked(root: &Path, options: Options, mut outcome: Outcome, observer: &dyn Observer) -> Result<Outcome, RunError> {
    sort_findings(&mut outcome.findings);
    observer.stage("Menulis salinan beranotasi");
    let copies = annotated_copies(root, &outcome)?;
    publish(root, options, &mut outcome, Part::Copies, copies)?;
    Ok(outcome)
}

/// Read, check and weigh: what `run` and `check` have in common.
fn weigh(root: &Path, options: Options, observer: &dyn Observer) -> Result<(Outcome, Office), RunError> {
    let office = Office::of(root)?;
    let Noted { value: settings, mut findings } = Settings::parse(&office.settings)?;
    let periode = options.periode.or_else(|| read::newest_period(root)).unwrap_or(Periode::of(options.today));
    let efektif = settings.waktu.tanggal_efektif.unwrap_or(periode.next().first_day());
    let law = Law::at(efektif, &settings.aturan);

    observer.stage("Membaca berkas");
    let tables = read::inbox(root, periode, &settings.batas, &|done, all| observer.advance(done, all));
    findings.extend(tables.findings);

    observer.stage("Memeriksa isi");
    let wilayah = office.wilayah(&settings, &mut findings);
    let roster = check::roster(&tables.value, efektif, wilayah);
    findings.extend(roster.findings);

    observer.stage("Menghitung kebutuhan");
    let needs = need::needs(&roster.value, &law, &settings);
    findings.extend(needs.findings);

    let (tables, roster, needs) = (tables.value, roster.value, needs.value);
    let outcome =
        Outcome { settings, law, tables, roster, needs, plan: Plan::default(), findings, outputs: Vec::new() };
    Ok((outcome, office))
}

/// The result workbook and the annotated copies.
fn workbooks(root: &Path, outcome: &Outcome) -> Result<Vec<Artifact>, RunError> {
    let mut artifacts = annotated_copies(root, outcome)?;
    let hasil = write::workbook::hasil(&outcome.results()).map_err(|error| RunError::Workbook(error.to_string()))?;
    artifacts.push(hasil);
    Ok(artifacts)
}

/// One coloured copy of each source that has faults, made in a second pass over it.
fn annotated_copies(root: &Path, outcome: &Outcome) -> Result<Vec<Artifact>, RunError> {
    let copies: Vec<Option<Artifact>> = (0..outcome.tables.sources.len())
        .into_par_iter()
        .map(|source| annotated_copy(root, outcome, source))
        .collect::<Result<_, _>>()?;
    Ok(copies.into_iter().flatten().collect())
}

fn annotated_copy(root: &Path, outcome: &Outcome, index: usize) -> Result<Option<Artifact>, RunError> {
    let source = &outcome.tables.sources[index];
    let findings: Vec<&Finding> = outcome.findings.iter().filter(|f| f.place.file == source.path).collect();
    if !source.used || !write::workbook::wants_copy(source, &findings) {
        return Ok(None);
    }
    let tables: Vec<&Table> = outcome.tables.tables.iter().filter(|table| table.source == index).collect();
    let workbook_error = |error: &dyn std::fmt::Display| RunError::Workbook(error.to_string());
    let mut copy =
        Salinan::new(source, &tables, &findings, &outcome.settings).map_err(|error| workbook_error(&error))?;
    match read::cells(&root.join(&*source.path), &outcome.settings.batas, &mut copy) {
        Ok(()) => copy.finish().map(Some).map_err(|error| workbook_error(&error)),
        // What was readable a moment ago has changed under us; its findings stand without a copy.
        Err(read::CellsError::Unreadable(_)) => Ok(None),
        Err(read::CellsError::Sink(error)) => Err(workbook_error(&error)),
    }
}

/// How much of a period's outputs a command replaces.
#[derive(Clone, Copy)]
enum Part {
    Whole,
    /// The folder of annotated copies only.
    Copies,
}

/// Saves all or nothing, and tells the outcome what was written.
fn publish(
    root: &Path,
    options: Options,
    outcome: &mut Outcome,
    part: Part,
    mut artifacts: Vec<Artifact>,
) -> Result<(), RunError> {
    unchanged(root, &outcome.tables)?;
    artifacts.sort_by(|a, b| a.path.cmp(&b.path));
    let folder = save::output_folder(outcome.roster.periode);
    outcome.outputs = artifacts.iter().map(|artifact| format!("{folder}/{}", artifact.path)).collect();
    if options.dry_run {
        return Ok(());
    }
    let saved = match part {
        Part::Whole => save::replace_folder(root, &folder, &artifacts),
        Part::Copies => save::replace_part(root, &folder, write::workbook::COPIES, &artifacts),
    };
    saved.map_err(RunError::Save)
}

/// That every source still holds what was read: results of a file that someone saved meanwhile would point at the
/// wrong cells.
fn unchanged(root: &Path, tables: &Tables) -> Result<(), RunError> {
    let used: Vec<_> = tables.sources.iter().filter(|source| source.used).collect();
    let same =
        |path: &str, sha256: &str| fs_err::read(root.join(path)).is_ok_and(|bytes| save::sha256(&bytes) == sha256);
    let changed = used.par_iter().find_first(|source| !same(&source.path, &source.sha256));
    changed.map_or(Ok(()), |source| Err(RunError::Changed(source.path.to_string())))
}

fn sort_findings(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| a.order().cmp(&b.order()).then_with(|| a.problem.cmp(&b.problem)));
    findings.dedup();
}

fn failed_checks(plan: &Plan) -> String {
    let failed = plan.certificate.checks.iter().filter(|check| !check.passed);
    failed.map(|check| format!("{} ({})", check.title, check.detail)).collect::<Vec<_>>().join("; ")
}

/// What a folder holds beside its inbox: settings, templates, its own table of kecamatan.
struct Office {
    settings: String,
    kecamatan: Option<String>,
    files: write::letter::OfficeFiles,
    /// SHA-256 of each of these files, by path in the folder.
    fingerprints: BTreeMap<String, String>,
}

/// A folder's own kecamatan table, in the form of the built-in one.
const KECAMATAN_FILE: &str = "kecamatan.csv";

impl Office {
    fn of(root: &Path) -> Result<Office, RunError> {
        let mut fingerprints = BTreeMap::new();
        let mut text = |name: &str| -> Result<Option<String>, RunError> {
            let path = root.join(name);
            if !path.is_file() {
                return Ok(None);
            }
            let bytes = fs_err::read(path).map_err(RunError::Read)?;
            fingerprints.insert(name.to_string(), save::sha256(&bytes));
            Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
        };
        let settings = text(settings::FILE)?.unwrap_or_default();
        let kecamatan = text(KECAMATAN_FILE)?;
        let files = save::template_files(root).map_err(RunError::Read)?;
        for (name, bytes) in &files {
            fingerprints.insert(format!("templates/{name}"), save::sha256(bytes));
        }
        Ok(Office { settings, kecamatan, files, fingerprints })
    }

    /// The folder's own kecamatan, else the built-in ones of the region.
    fn wilayah(&self, settings: &Settings, findings: &mut Vec<Finding>) -> Arc<Wilayah> {
        let kode = &settings.daerah.kode_wilayah;
        let built_in = || law::wilayah(kode);
        let Some(csv) = &self.kecamatan else {
            let table = built_in();
            if table.kecamatan.is_empty() {
                let problem = match kode.as_str() {
                    "" => "kode_wilayah belum diisi; jarak tidak dapat dihitung".to_string(),
                    _ => format!("kode_wilayah {kode} tidak ada di tabel bawaan; jarak tidak dapat dihitung"),
                };
                let place = Place::file(settings::FILE);
                findings.push(Finding::new(&catalogue::WILAYAH_KOSONG, place, kode.as_str(), problem));
            }
            return table;
        };
        match law::kecamatan_rows(csv) {
            Ok(kecamatan) => Arc::new(Wilayah { kecamatan }),
            Err(line) => {
                let place = Place::file(KECAMATAN_FILE).at(line as u32 - 1, 0);
                let problem = format!("baris {line} bukan kode,nama,lintang,bujur; tabel bawaan yang dipakai");
                let finding = Finding::new(&catalogue::PENGATURAN_SALAH, place, "", problem)
                    .with_remedy("Tulis satu kecamatan tiap baris, misalnya 15.02.02,Bangko,-2.09933,102.29501.");
                findings.push(finding);
                built_in()
            }
        }
    }
}
