//! `rencana.json`: how it is laid out, that every layout of it is read alike, and that a large one needs no large memory.

mod memory_kit;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process;

use assert_cmd::Command;
use jiff::civil::date;
use mutasi::pipeline::{self, Options, Silent};
use serde_json::{Value, json};

use memory_kit::peak_kb;

const PERIODE: &str = "2026-11";
/// Lists of posts and people.
const LISTS: [&str; 5] = ["calon", "harga_jabatan", "jabatan", "perpindahan", "tidak_terpenuhi"];

fn mutasi(args: &[&str], folder: &Path) -> (i32, String) {
    let output = Command::cargo_bin("mutasi").unwrap().arg(args[0]).arg(folder).args(&args[1..]).output().unwrap();
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    (output.status.code().unwrap(), said.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A region with a plan that moves people and leaves posts open.
fn planned() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    mutasi(&["sample", "--pegawai", "160", "--periode", PERIODE], folder.path());
    let (code, said) = mutasi(&["run"], folder.path());
    assert!(code <= 1, "{said}");
    folder
}

fn rencana(folder: &Path) -> PathBuf {
    folder.join(format!("keluar/{PERIODE}/rencana.json"))
}

fn text(folder: &Path) -> String {
    std::fs::read_to_string(rencana(folder)).unwrap()
}

fn value(folder: &Path) -> Value {
    serde_json::from_str(&text(folder)).unwrap()
}

/// As the program wrote it before, an item a line.
fn layout_before(plan: &Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(plan).unwrap();
    bytes.push(b'\n');
    bytes
}

/// The letters of the period, by name.
fn letters(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let (mut found, mut open) = (BTreeMap::new(), vec![folder.join(format!("keluar/{PERIODE}/surat"))]);
    while let Some(below) = open.pop() {
        for entry in std::fs::read_dir(below).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => open.push(path),
                false => drop(found.insert(path.clone(), std::fs::read(path).unwrap())),
            }
        }
    }
    found
}

/// What the plan made anew is said to differ in.
fn differs(folder: &Path) -> String {
    let (code, said) = mutasi(&["audit"], folder);
    assert_eq!(code, 1, "{said}");
    let (_, told) =
        said.split_once("GAGAL Rencana yang disusun ulang dari masukan sama dengan yang tertulis ").unwrap();
    told.split(" lulus ").next().unwrap().to_string()
}

#[test]
fn each_entry_of_a_list_stands_on_one_line_and_short_values_stay_readable() {
    let folder = planned();
    let (text, plan) = (text(folder.path()), value(folder.path()));
    for list in LISTS {
        let entries = plan[list].as_array().unwrap();
        assert!(!entries.is_empty(), "{list} has entries");
        let lines = text.lines().skip_while(|line| *line != format!("  \"{list}\": [")).skip(1);
        let lines: Vec<&str> = lines.take_while(|line| !line.starts_with("  ]")).collect();
        assert_eq!(lines.len(), entries.len(), "{list}");
        for (line, entry) in lines.iter().zip(entries) {
            let line = line.strip_prefix("    ").unwrap();
            let told: Value = serde_json::from_str(line.strip_suffix(',').unwrap_or(line)).unwrap();
            assert_eq!(told, *entry);
            assert_eq!(line.trim_end_matches(','), serde_json::to_string(entry).unwrap(), "nothing but the entry");
        }
    }
    let short: Vec<&str> = text.lines().filter(|line| line.starts_with("  \"") || line.starts_with("    \"")).collect();
    assert!(short.contains(&"  \"periode\": \"2026-11\",") && short.contains(&"  \"kurang\": {"), "{short:?}");
    assert!(short.iter().any(|line| line.starts_with("    \"sebelum\": ")), "{short:?}");
    assert!(text.starts_with("{\n") && text.ends_with("\n}\n"));
    assert!(text.len() * 3 < layout_before(&plan).len() * 2, "a third smaller than an item a line");
    // Keys stand in the order of before.
    let keys = |text: &str| -> Vec<String> {
        text.lines().filter_map(|line| line.strip_prefix("  \"")?.split_once('"').map(|(key, _)| key.into())).collect()
    };
    assert_eq!(keys(&text), keys(&String::from_utf8(layout_before(&plan)).unwrap()));
}

#[test]
fn a_plan_in_any_layout_is_audited_and_its_letters_are_made() {
    let folder = planned();
    let folder = folder.path();
    let (plan, before) = (value(folder), letters(folder));
    let Value::Object(keys) = &plan else { panic!("the plan is an object") };
    let reversed: Vec<String> =
        keys.iter().rev().map(|(key, value)| format!("{}:{value}", Value::from(key.as_str()))).collect();
    let layouts = [layout_before(&plan), plan.to_string().into_bytes(), format!("{{{}}}", reversed.join(",")).into()];
    for layout in layouts {
        std::fs::write(rencana(folder), &layout).unwrap();
        let (code, said) = mutasi(&["audit"], folder);
        assert_eq!(code, 0, "{said}");
        assert!(said.contains("semua angka dan kalimat sama"), "{said}");
        std::fs::remove_dir_all(folder.join(format!("keluar/{PERIODE}/surat"))).unwrap();
        let (code, said) = mutasi(&["letters"], folder);
        assert_eq!(code, 0, "{said}");
        assert!(letters(folder) == before, "the letters are those of the run");
        assert!(std::fs::read(rencana(folder)).unwrap() == layout, "the plan stays as it is");
    }
}

#[test]
fn what_was_changed_in_a_plan_is_named_by_its_path() {
    let folder = planned();
    let folder = folder.path();
    let plan = value(folder);
    let (moves, posts) = (plan["perpindahan"].as_array().unwrap().len(), plan["jabatan"].as_array().unwrap().len());
    assert!(moves >= 3);
    let lists = plan["calon"].as_array().unwrap();
    let first = lists.iter().position(|post| post["calon"][0].is_object()).expect("a post has candidates");
    type Spoil<'a> = &'a dyn Fn(&mut Value);
    let kinds: [(String, Spoil); 10] = [
        ("1 isian berbeda: perpindahan[3].alasan".into(), &|plan| {
            plan["perpindahan"][2]["alasan"] = json!("Karena kami mau.")
        }),
        (format!("1 isian berbeda: calon[{}].calon[1].uraian", first + 1), &|plan| {
            plan["calon"][first]["calon"][0]["uraian"] = json!("tanpa alasan")
        }),
        (format!("1 isian berbeda: calon[{}]", lists.len() + 1), &|plan| {
            plan["calon"].as_array_mut().unwrap().push(json!({ "kurang": 1 }))
        }),
        (format!("1 isian berbeda: perpindahan[{moves}]"), &|plan| {
            plan["perpindahan"].as_array_mut().unwrap().pop().unwrap();
        }),
        ("1 isian berbeda: calon".into(), &|plan| plan["calon"] = Value::Null),
        ("1 isian berbeda: calon".into(), &|plan| drop(plan.as_object_mut().unwrap().remove("calon"))),
        ("1 isian berbeda: calon".into(), &|plan| plan["calon"] = json!({ "a": [1, { "b": "x" }] })),
        ("2 isian berbeda: daerah, sertifikat.pemeriksaan[2].rincian".into(), &|plan| {
            plan["daerah"] = json!("Kabupaten Lain");
            plan["sertifikat"]["pemeriksaan"][1]["rincian"] = json!("")
        }),
        ("1 isian berbeda: rahasia".into(), &|plan| plan["rahasia"] = json!([[1], { "a": 2 }])),
        (
            format!(
                "{posts} isian berbeda: jabatan[1].riil, jabatan[2].riil, jabatan[3].riil, jabatan[4].riil, \
                 jabatan[5].riil, dan {} lainnya",
                posts - 5
            ),
            &|plan| plan["jabatan"].as_array_mut().unwrap().iter_mut().for_each(|post| post["riil"] = json!(999)),
        ),
    ];
    for (told, spoil) in kinds {
        let mut spoilt = plan.clone();
        spoil(&mut spoilt);
        for layout in [layout_before(&spoilt), spoilt.to_string().into_bytes()] {
            std::fs::write(rencana(folder), layout).unwrap();
            assert_eq!(differs(folder), told);
        }
    }
}

#[test]
fn a_plan_that_ends_too_early_is_refused_with_its_line() {
    let folder = planned();
    let folder = folder.path();
    let (whole, before) = (text(folder), letters(folder));
    // In the candidates, which neither audit nor letters ask for, and in the moves.
    for list in ["calon", "perpindahan"] {
        let first = whole.lines().position(|line| line == format!("  \"{list}\": [")).unwrap() + 2;
        let lines: Vec<&str> = whole.lines().take(first).collect();
        let cut = &lines.join("\n")[..lines.join("\n").len() - 20];
        std::fs::write(rencana(folder), cut).unwrap();
        for command in ["audit", "letters"] {
            let (code, said) = mutasi(&[command], folder);
            assert_eq!(code, 3, "{said}");
            let told = format!("bukan catatan rencana yang utuh (baris {first}); buat lagi dengan mutasi jalankan");
            assert!(said.contains(&told), "{said}");
        }
    }
    // An entry that lacks what it must tell is named by its line as well.
    let at = whole.lines().position(|line| line == "  \"jabatan\": [").unwrap() + 3;
    let lacking: Vec<String> = whole
        .lines()
        .zip(1..)
        .map(|(line, number)| if number == at { line.replace("\"sesudah\":", "\"lain\":") } else { line.to_string() })
        .collect();
    std::fs::write(rencana(folder), lacking.join("\n")).unwrap();
    for command in ["audit", "letters"] {
        let (code, said) = mutasi(&[command], folder);
        assert_eq!(code, 3, "{said}");
        assert!(said.contains(&format!("(isinya tidak lengkap, baris {at})")), "{said}");
    }
    assert!(letters(folder) == before, "letters of before stay");
}

/// Tells a child process which folder to look at.
const FOLDER: &str = "MUTASI_UJI_RENCANA";
const MEASURED: &str = "a_large_plan_needs_no_large_memory";
/// What candidates are made to take in the file, in bytes, and what that may add to what a process needs.
const LARGE: usize = 24 << 20;
const MOST_MORE_KB: u64 = 8 << 10;

#[test]
fn a_large_plan_needs_no_large_memory() {
    if let Some(folder) = std::env::var_os(FOLDER) {
        return audit_and_letters(Path::new(&folder));
    }
    if peak_kb().is_none() {
        let _ = writeln!(std::io::stderr(), "SKIPPED: this system does not tell a process's peak memory");
        return;
    }
    let folder = planned();
    let folder = folder.path();
    let small = peak_of(folder);
    let mut plan = value(folder);
    let calon = plan["calon"].as_array_mut().unwrap();
    let times = LARGE / json!(calon).to_string().len();
    *calon = std::iter::repeat_n(calon.clone(), times).flatten().collect();
    std::fs::write(rencana(folder), layout_before(&plan)).unwrap();
    drop(plan);
    let large = peak_of(folder);
    eprintln!("{small} and {large} kB at most");
    assert!(large < small + MOST_MORE_KB, "{small} and {large} kB");
}

/// Audits and makes letters in a process of its own, in kB.
fn peak_of(folder: &Path) -> u64 {
    let mut child = process::Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", MEASURED, "--nocapture"]).env(FOLDER, folder).env("RAYON_NUM_THREADS", "2");
    let output = child.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let line = said.lines().find_map(|line| line.split_once("peak ")).expect("the child tells its peak");
    line.1.trim().parse().unwrap()
}

fn audit_and_letters(folder: &Path) {
    let options = Options { periode: None, dry_run: true, today: date(2026, 11, 15), tanggal: None };
    let audited = pipeline::audit::audit(folder, options, &Silent).unwrap();
    let planned_anew =
        audited.checks.iter().find(|check| check.title.starts_with("Rencana yang disusun ulang")).unwrap();
    println!("{}", planned_anew.detail);
    drop(audited);
    assert!(pipeline::surat::letters(folder, options, &Silent).unwrap().complete());
    println!("peak {}", peak_kb().unwrap());
}
