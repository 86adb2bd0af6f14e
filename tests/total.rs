//! Bounds on the headcount of whole units, from folder in to folder out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use calamine::{Data, Reader};
use serde_json::Value;

const RENCANA: &str = "keluar/2026-11/rencana.json";
const HASIL: &str = "keluar/2026-11/hasil-mutasi-2026-11.xlsx";

fn mutasi(args: &[&str], folder: &Path) -> (i32, String) {
    let output = Command::cargo_bin("mutasi").unwrap().arg(args[0]).arg(folder).args(&args[1..]).output().unwrap();
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    (output.status.code().unwrap(), said)
}

/// A copy of the committed sample, without outputs, with more settings.
fn bangko(settings: &str) -> tempfile::TempDir {
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
    let own = std::fs::read_to_string(folder.path().join("mutasi.toml")).unwrap();
    std::fs::write(folder.path().join("mutasi.toml"), format!("{own}\n{settings}")).unwrap();
    folder
}

fn json(folder: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(folder.join(RENCANA)).unwrap()).unwrap()
}

fn words(folder: &Path, sheet: &str) -> String {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(folder.join(HASIL)).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let cells = range.used_cells().filter(|(_, _, cell)| !matches!(cell, Data::Empty));
    cells.map(|(_, _, cell)| cell.to_string()).collect::<Vec<_>>().join("\n")
}

/// By how many people each unit changes under a plan, by its moves alone.
fn changes(rencana: &Value) -> BTreeMap<String, i64> {
    let mut changes: BTreeMap<String, i64> = BTreeMap::new();
    for step in rencana["perpindahan"].as_array().unwrap() {
        *changes.entry(step["dari"]["unit"].to_string()).or_default() -= 1;
        *changes.entry(step["ke"]["unit"].to_string()).or_default() += 1;
    }
    changes
}

#[test]
fn each_unit_keeps_near_its_total_where_that_is_asked_and_the_audit_reads_it_back() {
    let (plain, kept) = (bangko(""), bangko("[rencana.total]\nunit = 1\n"));
    for folder in [&plain, &kept] {
        let (code, said) = mutasi(&["run"], folder.path());
        assert!(code <= 1, "{said}");
    }
    let (before, after) = (json(plain.path()), json(kept.path()));
    assert_eq!(before["total"], Value::Null, "nothing is told where nothing is bounded");
    assert!(changes(&before).values().any(|change| change.abs() > 1));
    assert!(changes(&after).values().all(|change| change.abs() <= 1), "{:?}", changes(&after));
    assert!(!changes(&after).is_empty(), "and people move");
    assert_eq!(after["sertifikat"]["berlaku"], true);
    let totals = after["total"]["batas"].as_array().unwrap();
    assert!(totals.iter().all(|own| own["lingkup"] == "unit"
        && own["sebelum"].as_i64().unwrap().abs_diff(own["sesudah"].as_i64().unwrap()) <= 1));
    let (code, said) = mutasi(&["audit"], kept.path());
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("Jumlah akhir setiap total berada di antara batasnya"), "{said}");
    for sheet in ["Aturan", "Catatan Run"] {
        let told = words(kept.path(), sheet);
        assert!(told.contains("Batas total: jumlah pegawai setiap unit paling banyak 1 orang di bawah"), "{told}");
    }
    assert!(words(kept.path(), "Ringkasan").contains("Batas total: unit ±1"));
    // Where no unit may change at all, the plan keeps that too.
    let own = std::fs::read_to_string(kept.path().join("mutasi.toml")).unwrap();
    std::fs::write(kept.path().join("mutasi.toml"), own.replace("\nunit = 1", "\nunit = 0")).unwrap();
    mutasi(&["run"], kept.path());
    let still = json(kept.path());
    assert!(changes(&still).values().all(|change| *change == 0) && still["sertifikat"]["berlaku"] == true);
    let (code, said) = mutasi(&["audit"], kept.path());
    assert_eq!(code, 0, "{said}");
    // The written plan of the folder without bounds fails where they are asked.
    std::fs::write(kept.path().join(RENCANA), std::fs::read(plain.path().join(RENCANA)).unwrap()).unwrap();
    let (code, said) = mutasi(&["audit"], kept.path());
    assert!(code != 0 && said.contains("total dalam rencana"), "{said}");
}

#[test]
fn totals_and_limits_are_kept_together_proven_once_and_what_is_not_proven_is_told() {
    let both = "[rencana]\npaling_banyak_pindah = 4\npaling_banyak_masuk_per_unit = 2\n[rencana.total]\nunit = 1\n";
    let folder = bangko(both);
    let (code, said) = mutasi(&["run"], folder.path());
    assert!(code <= 1, "{said}");
    let plan = json(folder.path());
    assert_eq!(plan["perpindahan"].as_array().unwrap().len(), 4);
    assert!(changes(&plan).values().all(|change| change.abs() <= 1), "{:?}", changes(&plan));
    assert_eq!((&plan["sertifikat"]["berlaku"], &plan["total"]["kurang_merata"]), (&true.into(), &true.into()));
    let (code, said) = mutasi(&["audit"], folder.path());
    assert_eq!(code, 0, "{said}");
    for title in ["Jumlah akhir setiap total berada di antara batasnya", "Batas atas jumlah perpindahan"] {
        assert!(said.contains(title), "{said}");
    }
    let run = words(folder.path(), "Catatan Run");
    assert!(run.contains("terbukti terbaik menurut harga tempat"), "{run}");
    assert!(
        run.contains("tidak ada pembagian yang lebih merata di antara rencana yang menepati kedua macam batas belum")
    );
    let open = words(folder.path(), "Tidak Terpenuhi");
    assert!(
        open.contains("Sebagian terhalang batas rencana") && open.contains("batas 4 pegawai berpindah (terpakai 4)")
    );
    assert!(open.contains("atau batas total menahannya (rencana.total)"));
    assert!(open.contains("Tanpa batas rencana selain batas total pun tempat ini tetap kurang"));
    // Prices of totals and of limits are parts of one proof.
    let priced = plan["total"]["batas"].as_array().unwrap();
    let at = priced.iter().position(|own| own["harga"][1] != 0).expect("a bound decides");
    for spoil in [format!("/total/batas/{at}/harga/1"), "/batasan/harga/0/harga/1".into()] {
        let mut spoilt = plan.clone();
        *spoilt.pointer_mut(&spoil).unwrap() = 500.into();
        std::fs::write(folder.path().join(RENCANA), serde_json::to_vec_pretty(&spoilt).unwrap()).unwrap();
        let (code, said) = mutasi(&["audit"], folder.path());
        assert!(code != 0 && said.contains("batas terbaik"), "{spoil}: {said}");
    }
}
