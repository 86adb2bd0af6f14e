//! The program as one sentence: read, check, need, place, write; and the saving of what came of it.

pub mod audit;
pub mod contoh;
mod copies;
mod error;
pub mod explain;
mod fresh;
pub mod init;
mod kamus;
mod keputusan;
mod lalu;
pub mod model;
mod observer;
mod office;
mod outcome;
pub mod save;
mod skenario;
pub mod surat;
mod terdahulu;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::finding::{Finding, Noted};
use crate::model::artifact::Artifact;
use crate::model::cells::{Source, Tables};
use crate::model::needs::Needs;
use crate::model::plan::Plan;
use crate::model::tanggal::Periode;
use crate::settings::Settings;
use crate::{check, compare, law, need, place, read, write};

pub use crate::read::{COMMAND as READ_COMMAND, read_in_children, serve as serve_reader};
pub use error::RunError;
pub use observer::{Observer, Silent};
pub use outcome::{Exit, Outcome, Surat, Tumpukan};

use copies::put_copies;
use fresh::{Fresh, Part};
use office::Office;
use terdahulu::Arsip;

/// What the user asked for beside the folder.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    pub periode: Option<Periode>,
    pub dry_run: bool,
    /// Today, asked once at the edge; used only where the folder tells no period.
    pub today: Date,
    /// The day as of which the rule pack holds; `None`: the day the moves would take effect.
    pub tanggal: Option<Date>,
}

/// The whole pipeline on a folder. Where nothing could be used there is nothing to plan and nothing to write: what an
/// earlier run wrote stays; but where people's answers could make something usable, they are asked as by `check`.
pub fn run(root: &Path, options: Options, observer: &dyn Observer) -> Result<Outcome, RunError> {
    run_beside(root, options, &[], observer)
}

/// The same with the plans of these scenarios beside the folder's own: files of settings to be laid over `mutasi.toml`.
pub fn run_beside(
    root: &Path,
    options: Options,
    skenario: &[PathBuf],
    observer: &dyn Observer,
) -> Result<Outcome, RunError> {
    let _lock = save::hold(root, options.dry_run)?;
    let (mut outcome, mut office) = weigh(root, options, Rows::LetGo, observer)?;
    if outcome.exit() == Exit::NothingUsed && !outcome.roster.pertanyaan.is_empty() {
        return checked(root, options, outcome, observer);
    }
    if outcome.exit() == Exit::NothingUsed {
        sort_findings(&mut outcome.findings);
        remember(root, options, &mut outcome)?;
        return Ok(outcome);
    }

    plan(&mut outcome, observer)?;
    compare_plans(&mut outcome, &office, skenario, observer);

    observer.stage("Menulis surat");
    let arsip = Arsip::of(root, outcome.roster.periode)?;
    let letters = write::letter::letters(&outcome.results(), &office.files, &arsip.terdahulu, &|done, all| {
        observer.advance(done, all);
    });
    outcome.findings.extend(letters.findings);
    let edisi = write::workbook::edisi_pegawai(&outcome.results())?;
    outcome.findings.extend(edisi.findings);
    sort_findings(&mut outcome.findings);

    observer.stage("Menulis buku kerja");
    let fresh = fresh(root, options, &outcome, Part::Whole)?;
    put_copies(root, &outcome, &fresh)?;
    let tulisan = letters.value;
    let (surat, bernomor) = (arsip.list(&tulisan), arsip.bernomor(&tulisan, outcome.roster.periode));
    outcome.surat = Surat::of(&tulisan);
    // Letters first: the workbook wants their room.
    let mut written = put_all(&fresh, arsip.artifacts(root, tulisan)?)?;
    written.extend(put_all(&fresh, vec![write::workbook::hasil(&outcome.results())?, edisi.value])?);
    let kamus = kamus::artifact(&outcome.tables.kamus)?;
    office.fingerprints.extend(kamus::fingerprint(&outcome.tables.kamus, kamus.as_ref()));
    let catatan = write::record::catatan(&outcome.results(), &office.fingerprints, &written, surat, bernomor);
    let records = [Some(catatan), arsip.lost(root, outcome.roster.periode)];
    records.into_iter().flatten().try_for_each(|artifact| fresh.put(artifact)).map_err(RunError::Save)?;
    put_plan(&outcome, &fresh).map_err(RunError::Save)?;
    publish(root, &mut outcome, fresh)?;
    remember(root, options, &mut outcome)?;
    Ok(outcome)
}

/// Puts these among the outputs; their SHA-256 by path.
fn put_all(fresh: &Fresh, artifacts: Vec<Artifact>) -> Result<BTreeMap<String, String>, RunError> {
    let hash = |artifact: &Artifact| (artifact.path.clone(), save::sha256(&artifact.bytes));
    let hashes = artifacts.par_iter().map(hash).collect();
    artifacts.into_iter().try_for_each(|artifact| fresh.put(artifact)).map_err(RunError::Save)?;
    Ok(hashes)
}

/// The plan as data goes to the disk while it is made: of a large region it is larger than all that is planned with.
fn put_plan(outcome: &Outcome, fresh: &Fresh) -> io::Result<()> {
    let results = outcome.results();
    fresh.put_made(write::record::RENCANA.into(), |out| write::record::rencana(&results).write(out))?
}

/// Everything up to the plan; nothing is written.
fn consider(root: &Path, options: Options, observer: &dyn Observer) -> Result<Outcome, RunError> {
    save::hold(root, true)?;
    let (mut outcome, _) = weigh(root, options, Rows::Keep, observer)?;
    if outcome.exit() != Exit::NothingUsed {
        plan(&mut outcome, observer)?;
    }
    sort_findings(&mut outcome.findings);
    Ok(outcome)
}

/// The plan, which the audit must accept.
fn plan(outcome: &mut Outcome, observer: &dyn Observer) -> Result<(), RunError> {
    observer.stage("Menyusun rencana");
    outcome.plan = place::plan(&outcome.roster, &outcome.needs, &outcome.law, &outcome.settings);
    outcome.findings.extend(keputusan::findings(outcome));
    match outcome.plan.certificate.holds() {
        true => Ok(()),
        false => Err(RunError::Audit(failed_checks(&outcome.plan))),
    }
}

/// How fair the plan is, beside plans made otherwise.
fn weigh_fairness(outcome: &mut Outcome) {
    let Outcome { roster, needs, law, settings, plan, .. } = &*outcome;
    outcome.keadilan = Some(place::adil::keadilan(roster, needs, law, settings, plan));
}

/// The same, and the plans of the scenarios asked for.
fn compare_plans(outcome: &mut Outcome, office: &Office, files: &[PathBuf], observer: &dyn Observer) {
    observer.stage("Membandingkan rencana");
    weigh_fairness(outcome);
    let (planned, findings) = skenario::compare(outcome, &office.settings, files);
    outcome.skenario = planned;
    outcome.findings.extend(findings);
}

/// Reading and checking only: findings and annotated copies. What an earlier `run` left beside the copies stays.
pub fn check(root: &Path, options: Options, observer: &dyn Observer) -> Result<Outcome, RunError> {
    let _lock = save::hold(root, options.dry_run)?;
    let (outcome, _) = weigh(root, options, Rows::LetGo, observer)?;
    checked(root, options, outcome, observer)
}

/// Findings in order, and the annotated copies saved, with the questions beside them. Of the needs only the
/// posts are kept, whose sums are told: the copies of a large workbook want the room.
fn checked(root: &Path, options: Options, mut outcome: Outcome, observer: &dyn Observer) -> Result<Outcome, RunError> {
    outcome.needs = Needs { posts: std::mem::take(&mut outcome.needs.posts), ..Needs::default() };
    sort_findings(&mut outcome.findings);
    observer.stage("Menulis salinan beranotasi");
    let fresh = fresh(root, options, &outcome, Part::Below(write::workbook::COPIES))?;
    put_copies(root, &outcome, &fresh)?;
    if let Some(questions) = write::workbook::perlu_konfirmasi(&outcome.results())? {
        fresh.put(questions).map_err(RunError::Save)?;
    }
    publish(root, &mut outcome, fresh)?;
    remember(root, options, &mut outcome)?;
    Ok(outcome)
}

/// What becomes of the rows once they are checked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rows {
    LetGo,
    /// An explanation tells what stands in the cells.
    Keep,
}

/// Read, check and weigh: what `run` and `check` have in common.
fn weigh(root: &Path, options: Options, rows: Rows, observer: &dyn Observer) -> Result<(Outcome, Office), RunError> {
    let office = Office::of(root)?;
    let Noted { value: mut settings, mut findings } = Settings::parse(&office.settings)?;
    settings.linearitas = office.linearitas(&mut findings);
    findings.extend(office.told());
    let periode = options.periode.or_else(|| read::newest_period(root)).unwrap_or(Periode::of(options.today));
    let efektif = settings.waktu.tanggal_efektif.unwrap_or(periode.next().first_day());
    let tanggal = options.tanggal.unwrap_or(efektif);
    let law = settings.law(tanggal);

    let wilayah = office.wilayah(&settings, &mut findings);
    let lalu = lalu::month_before(root, periode, &settings, &law, &wilayah, observer);

    observer.stage("Membaca berkas");
    let mut tables =
        read::inbox(root, periode, &settings.baca, &settings.batas, &|done, all| observer.advance(done, all));
    findings.extend(tables.findings);
    findings.extend(check::units_of_groups(&mut tables.value, settings.baca.unit_dari_baris_kelompok));

    observer.stage("Memeriksa isi");
    let before = lalu.as_ref().ok();
    let roster = match rows {
        Rows::LetGo => check::roster_letting_rows_go(&law, &mut tables.value, efektif, wilayah, before),
        Rows::Keep => check::roster_under(&law, &tables.value, efektif, wilayah, before),
    };
    findings.extend(roster.findings);
    let riwayat = compare::riwayat(&roster.value, &findings, lalu, &law);
    findings.extend(lalu::unreadable(&riwayat.lalu));

    observer.stage("Menghitung kebutuhan");
    let needs = need::needs(&roster.value, &law, &settings);
    findings.extend(needs.findings);
    findings.extend(settings.strategis.unmatched(&roster.value, &needs.value));
    findings.extend(settings.waktu.too_early(&office.settings, &roster.value));

    let (tables, roster, needs) = (tables.value, roster.value, needs.value);
    let (plan, keadilan, skenario, outputs) = (Plan::default(), None, Vec::new(), Vec::new());
    let surat = Surat::default();
    let outcome =
        Outcome { settings, law, tables, roster, riwayat, needs, plan, keadilan, skenario, findings, outputs, surat };
    Ok((outcome, office))
}

/// Room for the outputs of the period.
fn fresh(root: &Path, options: Options, outcome: &Outcome, part: Part) -> Result<Fresh, RunError> {
    let folder = save::output_folder(outcome.roster.periode);
    Fresh::begin(root, &folder, part, options.dry_run).map_err(RunError::Save)
}

/// Saves all or nothing, and tells the outcome what was written.
fn publish(root: &Path, outcome: &mut Outcome, fresh: Fresh) -> Result<(), RunError> {
    let before = outcome.riwayat.lalu().map_or(&[][..], |lalu| &lalu.sources);
    unchanged(root, &outcome.tables, before)?;
    kamus_unchanged(root, &outcome.tables)?;
    let folder = save::output_folder(outcome.roster.periode);
    let paths = fresh.publish().map_err(RunError::Save)?;
    outcome.outputs = paths.iter().map(|path| format!("{folder}/{path}")).collect();
    Ok(())
}

/// Keeps the confirmations of this run in the kamus. After the outputs: where this fails they are taken again.
fn remember(root: &Path, options: Options, outcome: &mut Outcome) -> Result<(), RunError> {
    let Some(artifact) = kamus::artifact(&outcome.tables.kamus)? else { return Ok(()) };
    if !options.dry_run {
        kamus_unchanged(root, &outcome.tables)?;
        kamus::save(root, &artifact)?;
    }
    outcome.outputs.push(artifact.path);
    Ok(())
}

/// That the kamus and the workbooks with confirmations still hold what was read.
fn kamus_unchanged(root: &Path, tables: &Tables) -> Result<(), RunError> {
    kamus::changed(root, &tables.kamus).map_or(Ok(()), |path| Err(RunError::Changed(path)))
}

/// That every source still holds what was read: results of a file that someone saved meanwhile would point at the
/// wrong cells.
fn unchanged(root: &Path, tables: &Tables, before: &[Source]) -> Result<(), RunError> {
    // Of a result workbook that came back the decisions are used, though it is no source of data.
    let sources = tables.sources.iter().enumerate().filter(|(at, _)| tables.takes_from(*at));
    let used: Vec<_> = sources.map(|(_, source)| source).chain(before.iter().filter(|source| source.used)).collect();
    let same = |path: &str, sha256: &str| save::sha256_of(&root.join(path)).is_ok_and(|found| found == sha256);
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
