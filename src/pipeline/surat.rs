//! Letters again from a written plan, without planning anew; and one letter with made-up people, for looking at.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use super::audit::tertulis::{Hasil, Rencana};
use super::audit::{beda, files_now, files_then, json};
use super::fresh::{Fresh, Part, replace_file};
use super::office::Office;
use super::terdahulu::{Arsip, holds_letters};
use super::{Observer, Options, Outcome, Rows, RunError, Surat, save, sort_findings, weigh};
use crate::finding::{Finding, Noted, Place, Severity, catalogue};
use crate::model::artifact::Artifact;
use crate::model::keputusan::HasilKeputusan;
use crate::model::plan::ObjectiveInfo;
use crate::model::tanggal::{HariTmt, parse_tanggal};
use crate::place::objectives::OBJECTIVES;
use crate::settings::{self, Settings};
use crate::write::letter::surat::SURAT;
use crate::{read, write};

/// What came of writing letters.
#[derive(Debug)]
pub struct Letters {
    /// Of the letters only; those of the data stand in the result workbook.
    pub findings: Vec<Finding>,
    /// Paths written (or that would be), relative to the folder, in order.
    pub outputs: Vec<String>,
    /// How many letters of before stay beside them as they are.
    pub kept: usize,
    /// What the letters among them are; nothing of a preview.
    pub surat: Surat,
}

impl Letters {
    /// Whether every letter could be made.
    pub fn complete(&self) -> bool {
        self.findings.iter().all(|finding| finding.severity() != Severity::Galat)
    }
}

/// The folder of the letters in the output folder of a period.
const SURAT_FOLDER: &str = "surat";
/// Where a letter with made-up people goes.
const PRATINJAU: &str = "keluar/pratinjau";

/// Writes the letters of the period's `rencana.json` with the settings and templates of now. Data, law and what bears on
/// need must be those of the plan: else letter and plan would tell two things.
///
/// # Errors
/// `NoPlan` where the period has no plan, `Stale` where the folder is no longer that of the plan; else as `run`.
pub fn letters(root: &Path, options: Options, observer: &dyn Observer) -> Result<Letters, RunError> {
    let _lock = save::hold(root, options.dry_run)?;
    let periode = options.periode.or_else(|| read::newest_period(root));
    let folder = save::output_folder(periode.ok_or_else(|| RunError::NoPlan("keluar".into()))?);
    let path = format!("{folder}/{}", write::record::RENCANA);
    let record = format!("{folder}/{}", write::record::CATATAN);
    let catatan = json::<Value>(root, &record);
    if catatan.is_err() && holds_letters(&root.join(&folder)) {
        return Err(RunError::LostRecord(record));
    }
    let written: Rencana = json(root, &path)?;
    let mut catatan = catatan?;

    let per = catatan["aturan_per"].as_str().and_then(|text| parse_tanggal(text, HariTmt::Bebas));
    let tanggal = options.tanggal.or(per.map(|read| read.tanggal));
    let (mut outcome, office) = weigh(root, Options { periode, tanggal, ..options }, Rows::LetGo, observer)?;
    same_folder(&catatan, &written, &outcome, &office)?;
    take_plan(&written, &mut outcome)?;
    drop(written);

    observer.stage("Menulis surat");
    let arsip = Arsip::of(root, outcome.roster.periode)?;
    let month = outcome.roster.periode;
    let made = write::letter::letters(&outcome.results(), &office.files, &arsip.terdahulu, &|done, all| {
        observer.advance(done, all);
    });
    let mut findings = made.findings;
    findings.extend(outcome.findings.into_iter().filter(Finding::is_about_settings));
    findings.extend(office.told());
    sort_findings(&mut findings);
    let tulisan = made.value;
    let surat = Surat::of(&tulisan);
    let stays: BTreeSet<String> = tulisan.dipertahankan.iter().chain(&tulisan.siap).cloned().collect();
    let (list, bernomor) = (arsip.list(&tulisan), arsip.bernomor(&tulisan, month));
    let artifacts = arsip.artifacts(root, tulisan)?;
    put_down(&mut catatan, &artifacts, list, bernomor, &office);
    let fresh = Fresh::begin(root, &folder, Part::Below(SURAT_FOLDER), options.dry_run).map_err(RunError::Save)?;
    artifacts.into_iter().try_for_each(|artifact| fresh.put(artifact)).map_err(RunError::Save)?;
    let paths = fresh.publish().map_err(RunError::Save)?;
    if !options.dry_run {
        let record = write::record::again(&format!("{folder}/{}", write::record::CATATAN), &catatan);
        replace_file(root, &record).map_err(RunError::Save)?;
    }
    let (kept, made): (Vec<String>, Vec<String>) = paths.into_iter().partition(|path| stays.contains(path));
    let outputs = made.iter().map(|path| format!("{folder}/{path}")).collect();
    Ok(Letters { findings, outputs, kept: kept.len(), surat })
}

/// One letter with made-up people, from the folder's settings and templates.
///
/// # Errors
/// `NoLetter` where no letter has that name.
pub fn preview(root: &Path, nama: &str, dry_run: bool) -> Result<Letters, RunError> {
    let _lock = save::hold(root, dry_run)?;
    let office = Office::of(root)?;
    let Noted { value: settings, findings: mut told } = Settings::parse(&office.settings)?;
    told.extend(office.told());
    let nama = nama.trim().to_lowercase();
    let nama = nama.trim_end_matches(".hbs");
    let made = write::letter::preview(&settings, &office.files, nama)
        .ok_or_else(|| RunError::NoLetter(nama.into(), SURAT.each_ref().map(|jenis| jenis.nama).join(", ")))?;
    told.extend(made.findings);
    let mut outputs = Vec::new();
    let path = format!("{PRATINJAU}/{nama}.pdf");
    match made.value {
        Some(Artifact { bytes, .. }) => {
            let artifact = Artifact { path, bytes };
            if !dry_run {
                replace_file(root, &artifact).map_err(RunError::Save)?;
            }
            outputs.push(artifact.path);
        }
        None if root.join(&path).is_file() => {
            let problem = "pratinjau ini dari sebelum perubahan terakhir, karena yang baru tidak dapat dibuat";
            told.push(Finding::new(&catalogue::SURAT_DIPERTAHANKAN, Place::file(path), "", problem));
        }
        None => {}
    }
    sort_findings(&mut told);
    Ok(Letters { findings: told, outputs, kept: 0, surat: Surat::default() })
}

/// That data and need are those of the plan. Settings of letters and the templates may differ.
fn same_folder(catatan: &Value, written: &Rencana, outcome: &Outcome, office: &Office) -> Result<(), RunError> {
    let data = |files: BTreeMap<String, String>| -> BTreeMap<String, String> {
        files.into_iter().filter(|(path, _)| path != settings::FILE && !path.starts_with("templates/")).collect()
    };
    let changed = beda::files(&data(files_then(catatan)), &data(files_now(outcome, office)));
    if !changed.is_empty() {
        return Err(RunError::Stale(beda::some(&changed)));
    }
    let today: Value = serde_json::json!(outcome.roster.tanggal_efektif);
    if written.tanggal_efektif != today {
        return Err(RunError::Stale("tanggal mulai berlakunya mutasi di mutasi.toml berubah".into()));
    }
    let results = outcome.results();
    let mut needs = write::record::kebutuhan(&results);
    let same = written.jabatan.len() == outcome.needs.posts.len()
        && written
            .jabatan
            .iter()
            .zip(&mut needs)
            .all(|(told, now)| told.kebutuhan == now["kebutuhan"] && told.riil == now["riil"]);
    match same {
        true => Ok(()),
        false => Err(RunError::Stale("kebutuhan jabatan berubah oleh pengaturan di mutasi.toml".into())),
    }
}

/// The written plan in place of the one that was not made, with the sentences it was written with.
fn take_plan(written: &Rencana, outcome: &mut Outcome) -> Result<(), RunError> {
    let mut plan = written
        .plan(&outcome.roster, &outcome.needs)
        .map_err(|strange| RunError::Stale(format!("{} tidak ada lagi di data", beda::some(&strange))))?;
    plan.keputusan = written.keputusan.iter().map(hasil).collect();
    plan.objectives = written.pertimbangan.iter().filter_map(objective).collect();
    outcome.plan = plan;
    Ok(())
}

fn hasil(told: &Hasil) -> HasilKeputusan {
    let why = told.keterangan.clone();
    match told.hasil.as_str() {
        "dipenuhi" => HasilKeputusan::Dipenuhi,
        "tidak_terpenuhi" => HasilKeputusan::TidakTerpenuhi(why),
        "tanpa_pengaruh" => HasilKeputusan::TanpaPengaruh(why),
        _ => HasilKeputusan::TujuanTakDikenal(why),
    }
}

fn objective(told: &Value) -> Option<ObjectiveInfo> {
    let own = OBJECTIVES.iter().find(|own| Some(own.code) == told["kode"].as_str())?;
    let count = |key: &str| told[key].as_u64().and_then(|count| u32::try_from(count).ok()).unwrap_or(0);
    Some(ObjectiveInfo {
        code: own.code,
        title: own.title,
        basis: own.basis,
        skala: own.skala,
        perlu: own.perlu,
        bobot: told["bobot"].as_str().unwrap_or_default().to_string(),
        maks: told["maks"].as_i64(),
        diketahui: count("diketahui"),
        dari: count("pegawai"),
    })
}

/// Puts the letters of now into the record, in place of those of before.
fn put_down(catatan: &mut Value, letters: &[Artifact], list: Value, bernomor: Value, office: &Office) {
    let Some(record) = catatan.as_object_mut() else { return };
    let listed = record.get("keluaran").and_then(Value::as_object).cloned().unwrap_or_default();
    let others = listed.into_iter().filter(|(path, _)| !path.starts_with(&format!("{SURAT_FOLDER}/")));
    let mut written: BTreeMap<String, Value> = others.collect();
    written.extend(letters.iter().map(|letter| (letter.path.clone(), save::sha256(&letter.bytes).into())));
    record.insert("keluaran".into(), serde_json::json!(written));
    record.insert("surat".into(), list);
    record.insert(write::record::BERNOMOR.into(), bernomor);
    let kept = record.get("pengaturan_dan_templat").and_then(Value::as_object).cloned().unwrap_or_default();
    let own = |path: &str| path != settings::FILE && !path.starts_with("templates/");
    let mut files: BTreeMap<String, Value> = kept.into_iter().filter(|(path, _)| own(path)).collect();
    let now = office.fingerprints.iter().filter(|(path, _)| !own(path));
    files.extend(now.map(|(path, hash)| (path.clone(), hash.clone().into())));
    record.insert("pengaturan_dan_templat".into(), serde_json::json!(files));
}
