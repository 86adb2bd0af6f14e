//! The record of a run beside the one made anew. What tells of letters, of outputs or of scenarios does not follow from the
//! inputs, and is left to other checks.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::beda::Paths;
use super::{Outcome, text, ulang};
use crate::PROGRAM;
use crate::finding::{Severity, catalogue};
use crate::model::plan::AuditCheck;
use crate::settings;
use crate::write::record::{self, BERNOMOR, SEMULA};

/// What bears on how much of the record can be made anew.
pub(super) struct Keadaan {
    pub masukan_sama: bool,
    /// Whether the rules are those of a day somebody asked for.
    pub tanggal_diminta: bool,
    /// Whether settings and templates are those of the run; letters may have been made again under others.
    pub pengaturan_sama: bool,
    /// The scenarios of the plan, as they were asked for.
    pub skenario: Vec<Value>,
}

/// Why a workbook cannot be made anew with the same bytes.
#[derive(Default)]
pub(super) struct Halangan {
    /// None of them.
    pub semua: Option<&'static str>,
    /// The one with all sheets.
    pub hasil: Option<&'static str>,
}

/// What others check: files by their hashes, letters and decrees as outputs.
const LAIN: [&str; 5] = ["pengaturan_dan_templat", SEMULA, "keluaran", "surat", BERNOMOR];

/// What tells of the inputs, whose changes are told once, by the check of inputs.
const MASUKAN: [&str; 6] = ["masukan", "bulan_lalu", "perubahan", "baris", "baris_pegawai_digabung", TEMUAN];

const TEMUAN: &str = "temuan";

/// Whether the run went by the settings and templates of now.
pub(super) fn settings_same(catatan: &Value, now: &BTreeMap<String, String>) -> bool {
    let own = |path: &str| path == settings::FILE || path.starts_with("templates/");
    let now: BTreeMap<&str, &str> =
        now.iter().filter(|(path, _)| own(path)).map(|(path, hash)| (path.as_str(), hash.as_str())).collect();
    catatan.get(SEMULA).is_none_or(|before| *before == json!(now))
}

/// That the record tells what follows from the inputs and the plan; beside it what keeps the workbooks from being compared.
pub(super) fn check(catatan: &Value, outcome: &Outcome, keadaan: &Keadaan) -> (AuditCheck, Halangan) {
    let again = record::isi(&outcome.results());
    let (mut different, mut lepas) = (Paths::default(), false);
    let empty = serde_json::Map::new();
    let (written, own) = (catatan.as_object().unwrap_or(&empty), again.as_object().unwrap_or(&empty));
    let keys: BTreeSet<&String> = written.keys().chain(own.keys()).collect();
    for key in keys.into_iter().filter(|key| !LAIN.contains(&key.as_str())) {
        match key.as_str() {
            name if !keadaan.masukan_sama && MASUKAN.contains(&name) => {}
            "aturan_per" if keadaan.tanggal_diminta => {}
            TEMUAN => lepas = findings(&mut different, &catatan[key], &again[key], keadaan.pengaturan_sama),
            ulang::SKENARIO => scenarios(&mut different, &catatan[key], &keadaan.skenario),
            name => different.compare(name, &catatan[key], &again[key]),
        }
    }
    let others = text(&catatan["program"]) != PROGRAM;
    let halangan = hindered(keadaan, others, catatan, outcome, lepas);
    let detail = match different.count() {
        0 => "yang mengikuti masukan dan rencana sama".to_string(),
        count => {
            let others = if others { "; catatan dibuat versi program lain" } else { "" };
            format!("{count} isian berbeda di {}: {different}{others}", record::CATATAN)
        }
    };
    let title = "Catatan yang disusun ulang dari masukan sama dengan yang tertulis";
    (AuditCheck { title, passed: different.is_empty(), detail }, halangan)
}

fn hindered(keadaan: &Keadaan, others: bool, catatan: &Value, outcome: &Outcome, lepas: bool) -> Halangan {
    let scenarios =
        !keadaan.skenario.is_empty() || catatan[ulang::SKENARIO].as_array().is_some_and(|own| !own.is_empty());
    let per = catatan["aturan_per"] == json!(outcome.law.tanggal);
    let semua = [
        (!keadaan.masukan_sama, "masukannya berubah"),
        (others, "dibuat versi program lain"),
        (keadaan.tanggal_diminta && !per, "aturannya diminta per tanggal lain"),
        (!keadaan.pengaturan_sama, "pengaturan atau templat surat berubah sebelum mutasi surat"),
    ];
    let hasil = [
        (scenarios, "memuat skenario, yang berkasnya bukan masukan folder"),
        (lepas, "memuat temuan surat, yang bergantung pada surat terdahulu"),
    ];
    let first = |all: &[(bool, &'static str)]| all.iter().find(|(holds, _)| *holds).map(|(_, why)| *why);
    Halangan { semua: first(&semua), hasil: first(&hasil) }
}

/// A scenario's file is not at hand, but record and plan tell of the same ones.
fn scenarios(different: &mut Paths, written: &Value, asked: &[Value]) {
    let none = Value::Array(Vec::new());
    let told = if written.is_null() { &none } else { written };
    different.compare(ulang::SKENARIO, told, &json!(asked));
}

/// The counts of findings. Those of letters and scenarios come on top of what the inputs tell; whether there are any.
fn findings(different: &mut Paths, written: &Value, own: &Value, settings_same: bool) -> bool {
    let count = |from: &Value, code: &str| from["per_kode"][code].as_i64().unwrap_or(0);
    let listed = |from: &Value| from["per_kode"].as_object().cloned().unwrap_or_default();
    let (then, now) = (listed(written), listed(own));
    let codes: BTreeSet<&String> = then.keys().chain(now.keys()).collect();
    let mut more: BTreeMap<&str, i64> = BTreeMap::new();
    let mut lepas = false;
    for code in codes {
        let above = count(written, code) - count(own, code);
        let kode = catalogue::by_code(code);
        match kode.filter(|_| is_free(code, above, settings_same)) {
            _ if above == 0 && then.get(code) == now.get(code) => {}
            Some(kode) => {
                lepas = true;
                *more.entry(key(kode.severity)).or_default() += above;
            }
            None => different.add(&format!("{TEMUAN}.per_kode.{code}")),
        }
    }
    let mut expected = own.clone();
    for (key, above) in more {
        expected[key] = json!(own[key].as_i64().unwrap_or(0) + above);
    }
    expected["per_kode"] = Value::Null;
    let mut told = written.clone();
    if let Some(told) = told.as_object_mut() {
        told.remove("per_kode");
    }
    different.compare(TEMUAN, &told, &expected);
    lepas
}

/// Whether the inputs do not say how often this finding was told.
fn is_free(code: &str, above: i64, settings_same: bool) -> bool {
    let both = [&catalogue::PENGATURAN_TANPA_AKIBAT, &catalogue::SKENARIO_TAK_DIPAKAI];
    let of_letters = code.starts_with("S-") || both.iter().any(|own| own.code == code);
    let of_settings = code.starts_with("P-") || code == catalogue::EDISI_KURANG.code;
    of_letters && above > 0 || !settings_same && (of_letters || of_settings)
}

fn key(severity: Severity) -> &'static str {
    match severity {
        Severity::Galat => "galat",
        Severity::Peringatan => "peringatan",
        Severity::Diperbaiki => "diperbaiki",
        Severity::Info => "info",
    }
}
