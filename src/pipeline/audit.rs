//! Re-checks a plan that was written: against its inputs, by the audit alone, and by planning once more.

pub(super) mod beda;
pub(super) mod tertulis;
mod ulang;

use std::collections::{BTreeMap, BTreeSet};
use std::io::BufReader;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::error::Category;

use self::tertulis::Rencana;

use super::office::Office;
use super::{Observer, Options, Outcome, Rows, RunError, kamus, plan, save, sort_findings, weigh, weigh_fairness};
use crate::PROGRAM;
use crate::model::plan::AuditCheck;
use crate::model::tanggal::{HariTmt, parse_tanggal};
use crate::place::audit::certify;
use crate::{read, write};

/// What came of re-checking a written plan.
pub struct Audited {
    /// The folder's data as they are now; its plan is the one made anew.
    pub outcome: Outcome,
    /// Path of the plan in the folder.
    pub rencana: String,
    /// What was checked, in the order in which an auditor asks.
    pub checks: Vec<AuditCheck>,
    /// Papers of numbered decrees that are not as the program made them, `surat/sk-kolektif.pdf berubah`: signed, edited by
    /// hand or moved, which says nothing against the plan.
    pub bernomor: Vec<String>,
}

impl Audited {
    /// Whether the written plan can be answered for.
    pub fn holds(&self) -> bool {
        self.checks.iter().all(|check| check.passed)
    }

    /// Whether nothing but the workbook or letters is at fault: the plan itself holds.
    pub fn plan_holds(&self) -> bool {
        self.checks.iter().all(|check| check.passed || check.title == KELUARAN)
    }
}

/// The check of the workbook and of letters without a number.
const KELUARAN: &str = "Buku kerja dan surat masih seperti yang ditulis";

/// Re-checks `rencana.json` of the period: that the inputs are those it was made from, every rule, bound and figure by
/// `place::audit`, which knows nothing of the solver, and that planning anew gives the same file. Writes nothing.
///
/// The rules hold as of the day the plan names, unless `options.tanggal` names another.
///
/// # Errors
/// `NoPlan` where the period has no plan, `NotAPlan` where the file cannot be read as one; else as `run`.
pub fn audit(root: &Path, options: Options, observer: &dyn Observer) -> Result<Audited, RunError> {
    save::hold(root, true)?;
    let periode = options.periode.or_else(|| read::newest_period(root));
    let folder = save::output_folder(periode.ok_or_else(|| RunError::NoPlan("keluar".into()))?);
    let rencana = format!("{folder}/{}", write::record::RENCANA);
    let written: Rencana = json(root, &rencana)?;
    let catatan: Value = json(root, &format!("{folder}/{}", write::record::CATATAN))?;

    let per = catatan["aturan_per"].as_str().and_then(|text| parse_tanggal(text, HariTmt::Bebas));
    let tanggal = options.tanggal.or(per.map(|read| read.tanggal));
    let (mut outcome, office) =
        weigh(root, Options { periode, dry_run: true, tanggal, ..options }, Rows::LetGo, observer)?;
    sort_findings(&mut outcome.findings);

    observer.stage("Memeriksa ulang rencana");
    let mut checks = vec![inputs_same(&catatan, &outcome, &office)];
    checks.extend(proven(&written, &outcome));
    let program = written.program;
    plan(&mut outcome, observer)?;
    weigh_fairness(&mut outcome);
    checks.push(made_again(root, &rencana, &program, &outcome)?);
    let (outputs, bernomor) = outputs_same(root, &folder, &catatan)?;
    checks.push(outputs);
    Ok(Audited { outcome, rencana, checks, bernomor })
}

/// What somebody asks of a JSON file of the folder, which is never whole in memory.
pub(super) fn json<T: DeserializeOwned>(root: &Path, path: &str) -> Result<T, RunError> {
    serde_json::from_reader(open(root, path)?).map_err(|error| not_a_plan(path, error))
}

fn open(root: &Path, path: &str) -> Result<BufReader<fs_err::File>, RunError> {
    if !root.join(path).is_file() {
        return Err(RunError::NoPlan(path.into()));
    }
    fs_err::File::open(root.join(path)).map(BufReader::new).map_err(RunError::Read)
}

/// serde speaks English; where the fault is says enough.
fn not_a_plan(path: &str, error: serde_json::Error) -> RunError {
    let place = match error.classify() {
        Category::Io => return RunError::Read(error.into()),
        Category::Syntax | Category::Eof => format!("baris {}", error.line()),
        Category::Data => format!("isinya tidak lengkap, baris {}", error.line()),
    };
    RunError::NotAPlan { path: path.into(), place }
}

/// The audit's own checks of the plan as it was written.
fn proven(written: &Rencana, outcome: &Outcome) -> Vec<AuditCheck> {
    let Outcome { roster, needs, law, settings, .. } = outcome;
    match written.plan(roster, needs) {
        Ok(plan) => certify(roster, needs, law, settings, &plan).checks,
        Err(strange) => {
            let (count, first) = (strange.len(), strange.first().cloned().unwrap_or_default());
            let detail = format!("{count} tidak ditemukan, misalnya {first}; rencana tidak dapat dinilai lebih lanjut");
            vec![AuditCheck { title: "Rencana dan data sepadan", passed: false, detail }]
        }
    }
}

/// Every file a run rested on, with its hash, as its record tells it.
pub(super) fn files_then(catatan: &Value) -> BTreeMap<String, String> {
    let listed = |list: &Value| -> BTreeMap<String, String> {
        let one = |file: &Value| Some((file["berkas"].as_str()?.to_string(), file["sha256"].as_str()?.to_string()));
        list.as_array().into_iter().flatten().filter_map(one).collect()
    };
    let mut then = listed(&catatan["masukan"]);
    then.extend(listed(&catatan["bulan_lalu"]["masukan"]));
    let office_then = catatan["pengaturan_dan_templat"].as_object();
    then.extend(office_then.into_iter().flatten().map(|(path, hash)| (path.clone(), text(hash))));
    then
}

/// The same as the folder is now.
pub(super) fn files_now(outcome: &Outcome, office: &Office) -> BTreeMap<String, String> {
    let lalu = outcome.riwayat.lalu().map_or(&[][..], |lalu| &lalu.sources);
    let sources = outcome.tables.sources.iter().chain(lalu);
    let mut now: BTreeMap<String, String> =
        sources.map(|source| (source.path.to_string(), source.sha256.clone())).collect();
    now.extend(office.fingerprints.clone());
    now.extend(kamus::fingerprint(&outcome.tables.kamus, None));
    now
}

/// That every file the plan rests on still holds what it held.
fn inputs_same(catatan: &Value, outcome: &Outcome, office: &Office) -> AuditCheck {
    let (then, now) = (files_then(catatan), files_now(outcome, office));
    let changed = beda::files(&then, &now);
    let detail = match changed.as_slice() {
        [] => format!("{} berkas, sidik SHA-256 sama", now.len()),
        _ => format!("{}; yang dinilai di bawah ini adalah data sekarang", changed.join(", ")),
    };
    AuditCheck { title: "Masukan masih sama dengan saat rencana dibuat", passed: changed.is_empty(), detail }
}

/// That the workbook and the letters are still those that were written: what people hold is not the JSON. Beside it what of
/// numbered decrees is not as it was made, which is for the office to judge.
fn outputs_same(root: &Path, folder: &str, catatan: &Value) -> Result<(AuditCheck, Vec<String>), RunError> {
    let (mut bernomor, mut foreign) = (BTreeMap::new(), BTreeSet::new());
    for letter in catatan["surat"].as_array().into_iter().flatten() {
        let (path, sidik) = (text(&letter["berkas"]), text(&letter["sidik"]));
        if !sidik.is_empty() {
            bernomor.insert(path, sidik);
        } else if letter["asing"] == true {
            foreign.insert(path);
        }
    }
    let listed = catatan["keluaran"].as_object().into_iter().flatten();
    // A decree whose paper is gone stays in the record.
    for own in catatan[write::record::BERNOMOR].as_array().into_iter().flatten().filter(|own| own["dicabut"] != true) {
        let path = text(&own["berkas"]);
        if !root.join(folder).join(&path).is_file() {
            bernomor.entry(path).or_default();
        }
    }
    // What somebody else has put there is none of ours.
    let listed = listed.filter(|(path, _)| !foreign.contains(*path));
    let then: BTreeMap<String, String> = listed.map(|(path, hash)| (path.clone(), text(hash))).collect();
    let mut now = BTreeMap::new();
    for path in then.keys().filter(|path| root.join(folder).join(path).is_file()) {
        now.insert(path.clone(), save::sha256_of(&root.join(folder).join(path)).map_err(RunError::Read)?);
    }
    let ours = |files: &BTreeMap<String, String>, numbered: bool| -> BTreeMap<String, String> {
        let files = files.iter().filter(|(path, _)| bernomor.contains_key(*path) == numbered);
        files.map(|(path, hash)| (path.clone(), hash.clone())).collect()
    };
    let (rest_then, rest_now) = (ours(&then, false), ours(&now, false));
    let changed = beda::files(&rest_then, &rest_now);
    let detail = match changed.as_slice() {
        [] => format!("{} berkas, sidik SHA-256 sama", rest_now.len()),
        _ => format!("{}; buat lagi dengan mutasi jalankan, atau pakai salinan aslinya", beda::some(&changed)),
    };
    let check = AuditCheck { title: KELUARAN, passed: changed.is_empty(), detail };
    Ok((check, beda::files(&bernomor, &ours(&now, true))))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_string()
}

/// That planning anew gives the same file: also its sentences, which no proof looks at.
fn made_again(root: &Path, path: &str, program: &str, outcome: &Outcome) -> Result<AuditCheck, RunError> {
    let results = outcome.results();
    let again = write::record::rencana(&results);
    let different = ulang::differences(open(root, path)?, &again).map_err(|error| not_a_plan(path, error))?;
    let detail = match different.count() {
        0 => "semua angka dan kalimat sama".to_string(),
        count => {
            let others = if program == PROGRAM { "" } else { "; rencana dibuat versi program lain" };
            format!("{count} isian berbeda: {different}{others}")
        }
    };
    Ok(AuditCheck {
        title: "Rencana yang disusun ulang dari masukan sama dengan yang tertulis",
        passed: different.is_empty(),
        detail,
    })
}
