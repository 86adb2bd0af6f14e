//! Fairness and scenarios from folder in to folder out.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use calamine::{Data, Reader};
use serde_json::Value;

const RENCANA: &str = "keluar/2026-11/rencana.json";
const HASIL: &str = "keluar/2026-11/hasil-mutasi-2026-11.xlsx";

fn mutasi() -> Command {
    Command::cargo_bin("mutasi").unwrap()
}

/// A copy of the committed sample, without outputs.
fn bangko() -> tempfile::TempDir {
    let (folder, source) = (tempfile::tempdir().unwrap(), Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/bangko"));
    let mut open = vec![PathBuf::new()];
    while let Some(below) = open.pop() {
        for entry in std::fs::read_dir(source.join(&below)).unwrap() {
            let (name, from) = (entry.as_ref().unwrap().file_name(), entry.unwrap().path());
            let path = below.join(name);
            match from.is_dir() {
                true if path == Path::new("keluar") => {}
                true => open.push(path),
                false => {
                    std::fs::create_dir_all(folder.path().join(&below)).unwrap();
                    std::fs::copy(from, folder.path().join(path)).unwrap();
                }
            }
        }
    }
    folder
}

fn json(folder: &Path, path: &str) -> Value {
    serde_json::from_slice(&std::fs::read(folder.join(path)).unwrap()).unwrap()
}

fn words(folder: &Path, sheet: &str) -> Option<String> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(folder.join(HASIL)).unwrap();
    let range = book.worksheet_range(sheet).ok()?;
    let cells = range.used_cells().filter(|(_, _, cell)| !matches!(cell, Data::Empty));
    Some(cells.map(|(_, _, cell)| cell.to_string()).collect::<Vec<_>>().join("\n"))
}

#[test]
fn a_scenario_stands_beside_the_plan_and_a_bad_one_is_told_and_left_out() {
    let (folder, files) = (bangko(), tempfile::tempdir().unwrap());
    let (good, bad) = (files.path().join("usulan.toml"), files.path().join("keliru.toml"));
    std::fs::write(&good, "[rencana]\nurutan = [\"aspirasi\", \"keterisian\", \"kecocokan\"]\n").unwrap();
    std::fs::write(&bad, "[bobot]\nlinier = 3\n").unwrap();
    let missing = files.path().join("tidak-ada.toml");
    mutasi().arg("run").arg(folder.path()).assert().code(1);
    let (alone, bytes) = (json(folder.path(), RENCANA), std::fs::read(folder.path().join(HASIL)).unwrap());
    assert_eq!(words(folder.path(), "Skenario"), None, "nobody asked for one");
    assert_eq!(alone["skenario"], Value::Null);
    assert!(words(folder.path(), "Keadilan").unwrap().contains("Dikerjakan dengan tangan"));
    // The same folder gives the same bytes.
    mutasi().arg("run").arg(folder.path()).assert().code(1);
    assert!(bytes == std::fs::read(folder.path().join(HASIL)).unwrap());

    let run = mutasi()
        .args(["run", "--json"])
        .arg(folder.path())
        .arg("--skenario")
        .arg(&good)
        .arg("--skenario")
        .arg(&bad)
        .arg("--skenario")
        .arg(&missing)
        .assert()
        .code(1);
    let told = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert_eq!(told.matches("P-112").count(), 2, "{told}");
    assert!(told.contains("Mungkin maksud Anda “linear”?") && told.contains("berkas tidak dapat dibuka"), "{told}");
    let beside = json(folder.path(), RENCANA);
    assert_eq!(beside["perpindahan"], alone["perpindahan"], "the plan stays the folder's");
    let [own] = &beside["skenario"].as_array().unwrap()[..] else { panic!("one scenario can be used") };
    assert_eq!(own["nama"], "usulan.toml");
    assert_eq!(own["terbukti"], true);
    assert_eq!(own["pengaturan"][0]["kunci"], "rencana.urutan");
    let met = |ukuran: &Value| -> i64 {
        ukuran["usulan"]["terpenuhi"].as_array().unwrap().iter().filter_map(Value::as_i64).sum()
    };
    assert!(met(&own["ukuran"]) > met(&beside["keadilan"]["rencana"]["ukuran"]));
    let sheet = words(folder.path(), "Skenario").unwrap();
    assert!(sheet.contains("rencana.urutan: keterisian; perpindahan; perubahan; kecocokan pada rencana"), "{sheet}");
    let first = own["penempatan_lain"][0]["nama"].as_str().unwrap();
    assert!(sheet.contains(first), "{first} is not on the sheet");

    // A scenario is no input of the folder: the plan audits without it.
    mutasi().arg("audit").arg(folder.path()).assert().code(0);
}

#[test]
fn the_comparison_is_a_setting() {
    let folder = bangko();
    let settings = folder.path().join("mutasi.toml");
    let text = std::fs::read_to_string(&settings).unwrap();
    std::fs::write(&settings, format!("{text}\n[rencana]\nperbandingan = \"tidak\"\n")).unwrap();
    mutasi().arg("run").arg(folder.path()).assert().code(1);
    let told = json(folder.path(), RENCANA);
    assert_eq!(told["keadilan"]["dibandingkan"], false);
    assert_eq!(told["keadilan"]["kurva"].as_array().map(Vec::len), Some(0));
    assert!(words(folder.path(), "Keadilan").unwrap().contains("rencana.perbandingan = \"tidak\""));
}
