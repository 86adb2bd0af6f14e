//! What may decide between two people and what may not, from folder in to plan out.

use std::path::Path;

use assert_cmd::Command;
use mutasi::model::artifact::{PlainCell, PlainWorkbook};
use mutasi::sample::Wanted;
use mutasi::settings::Settings;
use serde_json::Value;

/// Puts the workbooks into a folder of this settings file, runs it, and gives `rencana.json`.
fn plan(workbooks: &[PlainWorkbook], settings: &str) -> Value {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("mutasi.toml"), settings).unwrap();
    for workbook in workbooks {
        let artifact = mutasi::write::workbook::plain(workbook).unwrap();
        let target = folder.path().join(&artifact.path);
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::write(target, artifact.bytes).unwrap();
    }
    let run = Command::cargo_bin("mutasi").unwrap().arg("run").arg(folder.path()).assert();
    assert!(run.get_output().status.code().is_some_and(|code| code <= 1), "{:?}", run.get_output());
    read(folder.path())
}

fn read(folder: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(folder.join("keluar/2026-11/rencana.json")).unwrap()).unwrap()
}

/// Who goes where with which points, in NIP order: the lampiran itself is in DUK order, which goes by age.
fn moves(plan: &Value) -> Vec<String> {
    let one = |step: &Value| format!("{} {} {} {}", step["nip"], step["ke"]["unit"], step["kecocokan"], step["alasan"]);
    let mut moves: Vec<String> = plan["perpindahan"].as_array().unwrap().iter().map(one).collect();
    moves.sort();
    moves
}

fn wanted() -> Wanted {
    Wanted { people: 400, dirt_permille: 0, ..Wanted::default() }
}

/// Columns of a personnel sheet that no score may see. TTL and dates of birth are treated beside them.
const UNSEEN: [&str; 6] = ["JENIS KELAMIN", "JK", "L/P", "AGAMA", "STATUS PERKAWINAN", "TEMPAT LAHIR"];

/// Turns the cells of a column round by some rows, among those rows that `among` lets in.
fn shuffle(rows: &mut [Vec<PlainCell>], col: usize, among: impl Fn(&PlainCell) -> bool) -> usize {
    let chosen: Vec<usize> = (0..rows.len()).filter(|&row| rows[row].get(col).is_some_and(&among)).collect();
    let cells: Vec<PlainCell> = chosen.iter().map(|&row| rows[row][col].clone()).collect();
    let by = cells.len() / 3 + 1;
    let changed = (0..cells.len()).filter(|&at| cells[at] != cells[(at + by) % cells.len()]).count();
    chosen.iter().enumerate().for_each(|(at, &row)| rows[row][col] = cells[(at + by) % cells.len()].clone());
    changed
}

#[test]
fn sex_religion_marriage_and_birth_change_no_plan() {
    let mut workbooks = mutasi::sample::region(&wanted());
    let settings = mutasi::sample::settings_toml(&wanted().daerah);
    let before = plan(&workbooks, &settings);
    let mut changed = 0;
    // Retirement is a rule and rests on age: dates of birth are exchanged among those who are far from it only.
    let far = |cell: &PlainCell| matches!(cell, PlainCell::Date(date) if (1975..=1999).contains(&date.year()));
    for sheet in workbooks.iter_mut().flat_map(|workbook| &mut workbook.sheets) {
        for (col, header) in sheet.headers.iter().enumerate() {
            changed += match header.as_str() {
                header if UNSEEN.contains(&header) => shuffle(&mut sheet.rows, col, |_| true),
                "TANGGAL LAHIR" | "TGL LAHIR" => shuffle(&mut sheet.rows, col, far),
                _ => 0,
            };
        }
    }
    assert!(changed > 800, "{changed} cells were changed");
    let after = plan(&workbooks, &settings);
    assert!(moves(&before).len() > 5);
    assert_eq!(moves(&before), moves(&after));
    assert_eq!(before["nilai_rencana"], after["nilai_rencana"]);
}

#[test]
fn the_heaviest_weights_burst_no_sum() {
    let workbooks = mutasi::sample::region(&wanted());
    let heaviest: Vec<String> =
        Settings::default().bobot.entries().iter().map(|(key, _)| format!("{key} = 100000")).collect();
    let settings = format!("{}\n[bobot]\n{}\n", mutasi::sample::settings_toml(&wanted().daerah), heaviest.join("\n"));
    let plan = plan(&workbooks, &settings);
    assert_eq!(plan["sertifikat"]["berlaku"], true, "{}", plan["sertifikat"]);
    let far = plan["perpindahan"].as_array().unwrap().iter().flat_map(|step| step["kecocokan"].as_array().unwrap());
    let points: Vec<i64> = far.map(|part| part["poin"].as_i64().unwrap()).collect();
    assert!(points.iter().all(|points| points.abs() <= 100_000_000), "{points:?}");
}

#[test]
fn a_part_without_data_is_told_once_for_the_run_and_on_no_move() {
    let mut workbooks = mutasi::sample::region(&wanted());
    workbooks.retain(|workbook| !workbook.path.contains("penilaian") && !workbook.path.contains("aspirasi"));
    let plan = plan(&workbooks, &mutasi::sample::settings_toml(&wanted().daerah));
    let told = plan["pertimbangan"].as_array().unwrap();
    let without: Vec<&str> =
        told.iter().filter(|part| part["ikut"] == false).map(|part| part["kode"].as_str().unwrap()).collect();
    assert_eq!(without, ["O-105", "O-107", "O-108", "O-109", "O-110", "O-111"]);
    for part in plan["perpindahan"].as_array().unwrap().iter().flat_map(|step| step["kecocokan"].as_array().unwrap()) {
        assert!(!without.contains(&part["kode"].as_str().unwrap()), "{part}");
    }
}
