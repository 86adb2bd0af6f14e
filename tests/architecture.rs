//! The shape of the program as tests: who may import whom, which crate lives where, every registry file listed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Who may import whom inside `src`. A stage imports nouns; only `pipeline` imports stages.
/// A new arrow is added here first, in its own commit, with its reason.
const IMPORTS: &[(&str, &[&str])] = &[
    ("finding", &[]),
    // A wilayah is a noun of the law's tables; a place is a noun of findings.
    ("model", &["finding"]),
    ("schema", &["model"]),
    ("law", &["model"]),
    // A number is a noun.
    ("settings", &["finding", "law", "model"]),
    ("read", &["finding", "model", "schema", "settings"]),
    ("check", &["finding", "model", "schema", "law"]),
    // Why somebody left: the law knows the pension age.
    ("compare", &["finding", "model", "law"]),
    ("need", &["finding", "model", "law", "settings"]),
    ("place", &["finding", "model", "law", "settings"]),
    ("write", &["finding", "model", "schema", "law", "settings"]),
    ("sample", &["model", "schema", "law", "settings"]),
    (
        "pipeline",
        &[
            "finding", "model", "schema", "law", "settings", "read", "check", "compare", "need", "place", "write",
            "sample",
        ],
    ),
    ("cli", &["finding", "model", "settings", "pipeline"]),
    ("main", &["cli"]),
];

/// Which folder an outside crate belongs to. Crates of general use may be used anywhere.
const CRATES: &[(&str, &[&str])] = &[
    ("anstream", &["cli"]),
    ("anstyle", &["cli"]),
    ("anyhow", &["cli"]),
    ("calamine", &["read"]),
    ("clap", &["cli"]),
    // What stands in a cell of a sheet of results, in two letters.
    ("crc32fast", &["model"]),
    // The model for other solvers.
    ("csv", &["pipeline"]),
    ("encoding_rs", &["read"]),
    // Parts of a workbook are inflated by us, once, with the guards looking on.
    ("flate2", &["read", "write/letter"]),
    ("fs_err", &["pipeline", "read"]),
    ("handlebars", &["write/letter"]),
    ("html5gum", &["read"]),
    ("indicatif", &["cli"]),
    ("lopdf", &["write/letter"]),
    ("png", &["write/letter"]),
    ("printpdf", &["write/letter"]),
    // The plan's record on a draft.
    ("qrcodegen", &["write/letter"]),
    // calamine's own: the exact digits of an NIP column are in the XML only.
    ("quick_xml", &["read"]),
    ("rayon", &["check", "pipeline", "place", "read", "write"]),
    // A child process that reads a hostile file must not take all memory or time.
    ("rlimit", &["read"]),
    ("rustix", &["read"]),
    ("rust_xlsxwriter", &["write/workbook"]),
    ("rustybuzz", &["write/letter"]),
    // `audit` reads back the plan that was written.
    ("serde_json", &["cli", "pipeline", "write"]),
    ("sha2", &["pipeline", "read", "write/letter"]),
    // `explain` offers near names.
    ("strsim", &["check", "pipeline", "place/facts", "read", "settings", "write/letter"]),
    ("subsetter", &["write/letter"]),
    ("tempfile", &["pipeline"]),
    ("thiserror", &["pipeline", "read", "settings", "write"]),
    ("toml", &["law", "sample", "settings"]),
    ("unicode_linebreak", &["write/letter"]),
    ("validator", &["check"]),
    ("walkdir", &["read"]),
    ("zip", &["read"]),
];

/// Crates whose types are part of our own vocabulary.
const EVERYWHERE: &[&str] = &["jiff", "serde"];

/// Folders in which every file is one thing of a kind, listed once in the folder's `mod.rs`.
const REGISTRIES: &[&str] = &["check/rules", "place/rules", "place/objectives", "write/workbook", "schema"];

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every Rust file under `src` by its path there, with its text without comments and string contents.
fn files() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![src()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(src()).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, std::fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}

/// The text without line comments, so that a mention is not taken for a use.
fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The folder of `src` a file belongs to: `check/rules/x.rs` and `check.rs` are `check`.
fn room(file: &str) -> &str {
    file.split('/').next().unwrap().trim_end_matches(".rs")
}

/// Names that follow `crate::`, also inside `use crate::{a, b::c}`.
fn imported_rooms(text: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for (at, _) in text.match_indices("crate::") {
        if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
            continue;
        }
        let rest = &text[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => rooms.extend(top_level_names(list)),
            None => rooms.extend(first_name(rest)),
        }
    }
    rooms
}

fn first_name(text: &str) -> Option<String> {
    let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// First names of a braced list up to its closing brace, nested lists skipped.
fn top_level_names(list: &str) -> Vec<String> {
    let (mut names, mut depth, mut item) = (Vec::new(), 0, String::new());
    for c in list.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.extend(first_name(std::mem::take(&mut item).trim())),
            _ => item.push(c),
        }
    }
    names.extend(first_name(item.trim()));
    names
}

#[test]
fn every_import_is_an_arrow_of_the_table() {
    let allowed: BTreeMap<&str, BTreeSet<&str>> =
        IMPORTS.iter().map(|(from, to)| (*from, to.iter().copied().collect())).collect();
    let rooms: BTreeSet<&str> = allowed.keys().copied().collect();
    let mut faults = Vec::new();
    for (file, text) in files() {
        let from = room(&file);
        if from == "lib" {
            continue;
        }
        let Some(to) = allowed.get(from) else {
            faults.push(format!("{file}: room {from} is not in the table"));
            continue;
        };
        if is_test(&file) {
            continue;
        }
        for target in imported_rooms(&code(without_tests(&text))) {
            if rooms.contains(target.as_str()) && target != from && !to.contains(target.as_str()) {
                faults.push(format!("{file} imports {target}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Files compiled for tests only; they may look further. The fixture puts a whole region together.
fn is_test(file: &str) -> bool {
    file == "model/fixture.rs" || file.ends_with("/tests.rs") || file.contains("/tests/")
}

/// The file up to its unit tests: those may look further.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap()
}

#[test]
fn every_outside_crate_lives_in_its_folder() {
    let mut faults = Vec::new();
    for (file, text) in files() {
        if is_test(&file) {
            continue;
        }
        let text = code(without_tests(&text));
        for (name, folders) in CRATES {
            let alone = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
            let path = text.match_indices(&format!("{name}::")).any(|(at, _)| alone(at));
            let renamed = [" as ", ";"].iter().any(|end| text.contains(&format!("use {name}{end}")));
            let uses = path || renamed;
            let at_home =
                folders.iter().any(|folder| file.starts_with(&format!("{folder}/")) || file == format!("{folder}.rs"));
            if uses && !at_home {
                faults.push(format!("{file} uses {name}, which belongs to {}", folders.join(", ")));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_dependency_has_a_home() {
    let manifest = std::fs::read_to_string(src().join("../Cargo.toml")).unwrap();
    // Also what only some systems need: `[target.'cfg(unix)'.dependencies]`.
    let is_ours =
        |title: &str| title == "dependencies" || (title.starts_with("target.") && title.ends_with(".dependencies"));
    let sections = manifest.split("\n[").filter_map(|section| section.split_once("]\n"));
    let section: Vec<&str> = sections.filter(|(title, _)| is_ours(title)).map(|(_, lines)| lines).collect();
    let homes: BTreeSet<&str> = CRATES.iter().map(|(name, _)| *name).chain(EVERYWHERE.iter().copied()).collect();
    let names: BTreeSet<String> = section
        .iter()
        .flat_map(|lines| lines.lines())
        .filter_map(|line| line.split_once('='))
        .map(|(name, _)| name.trim().replace('-', "_"))
        .collect();
    let homeless: Vec<_> = names.iter().filter(|name| !homes.contains(name.as_str())).collect();
    assert!(homeless.is_empty(), "no home for {homeless:?}");
    let unknown: Vec<_> = homes.iter().filter(|name| !names.contains(**name)).collect();
    assert!(unknown.is_empty(), "homes for crates we do not use: {unknown:?}");
    let all: String = files().values().map(|text| code(text)).collect();
    let unused: Vec<_> = names.iter().filter(|name| !all.contains(&format!("{name}::"))).collect();
    assert!(unused.is_empty(), "dependencies nobody uses: {unused:?}");
}

#[test]
fn every_file_of_a_registry_folder_is_listed() {
    let files = files();
    let mut faults = Vec::new();
    for registry in REGISTRIES {
        let list = files.get(&format!("{registry}/mod.rs")).unwrap_or_else(|| panic!("{registry}/mod.rs is missing"));
        let list = code(list);
        for file in files.keys().filter(|file| file.starts_with(&format!("{registry}/"))) {
            let stem = file.trim_start_matches(&format!("{registry}/")).trim_end_matches(".rs");
            let word = |c: char| c.is_alphanumeric() || c == '_';
            let listed = list.split(|c| !word(c)).any(|name| name == stem);
            if stem != "mod" && !stem.contains('/') && !listed {
                faults.push(format!("{file} is not listed in {registry}/mod.rs"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_opens_with_what_it_is_for() {
    let silent: Vec<String> =
        files().into_iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(file, _)| file).collect();
    assert!(silent.is_empty(), "no `//!` line in {silent:?}");
}

#[test]
fn no_number_of_a_regulation_stands_in_a_rule() {
    // A rule reads its numbers from the law; only 0, 1 and months a year may stand in its code. Examples may say more.
    let mut faults = Vec::new();
    for (file, text) in files() {
        if !file.starts_with("place/rules/") || file.ends_with("mod.rs") || is_test(&file) {
            continue;
        }
        let judged = without_strings(&code(without_tests(&text)));
        // The rule's own entry holds its examples, which need dates on both sides of the line.
        // What all rules share has no such entry.
        let (before, entry) = judged.split_once("const RULE").unwrap_or((judged.as_str(), "\n};"));
        let judged = format!("{before}{}", entry.split_once("\n};").unwrap().1);
        for word in judged.split(|c: char| !(c.is_alphanumeric() || c == '_')) {
            if word.parse::<i64>().is_ok_and(|number| ![0, 1, 12].contains(&number)) {
                faults.push(format!("{file}: {word}"));
            }
        }
    }
    assert!(faults.is_empty(), "numbers in rules: {faults:?}");
}

/// Files of `model` and `need` in which numbers over a dozen are no regulation's, with what they are.
const NUMBERS_OF_SHAPE: &[(&str, &str)] = &[
    ("model/asal_sel.rs", "the shape of an NIP and of a double"),
    ("model/cells/baris.rs", "layout of cells in memory"),
    ("model/cells/baris/block.rs", "layout of cells in memory"),
    ("model/golongan.rs", "golongan PPPK are I to XVII"),
    ("model/jabatan/parse.rs", "lengths of tables"),
    ("model/jabatan/tugas.rs", "lengths of tables"),
    ("model/kompetensi.rs", "ten thousandths of a share"),
    ("model/koordinat.rs", "the earth, degrees, and where Indonesia lies"),
    ("model/nama/parse.rs", "lengths of words"),
    ("model/nip.rs", "the shape of an NIP"),
    ("model/nip/awalan.rs", "the shape of an NIP and of a double"),
    ("model/nip/clean.rs", "the shape of an NIP"),
    ("model/rasio.rs", "roundings of a ratio"),
    ("model/sidik.rs", "letters, lengths of cells and the calendar of Excel"),
    ("model/survei.rs", "years a survey may be of"),
    ("model/tanggal.rs", "years a date may be of"),
    ("model/tanggal/parse.rs", "the calendar of Excel"),
    ("model/terbilang.rs", "where numbers change their words"),
    ("need/pembulatan.rs", "two, in hundredths"),
];

#[test]
fn no_number_of_a_regulation_stands_in_a_noun_or_a_formula() {
    // Regulations count in dozens and above; powers of ten are units. What else stands there is named with its reason.
    let mut faults = Vec::new();
    let mut used = BTreeSet::new();
    for (file, text) in files().iter().filter(|(file, _)| ["model", "need"].contains(&room(file)) && !is_test(file)) {
        let judged = without_strings(&code(without_tests(text)));
        let words = judged.split(|c: char| !(c.is_alphanumeric() || c == '_')).map(|word| word.replace('_', ""));
        let powers = ["100", "1000", "10000", "100000", "1000000"];
        let found: Vec<String> =
            words.filter(|word| word.parse::<i64>().is_ok_and(|n| n > 12) && !powers.contains(&&**word)).collect();
        match NUMBERS_OF_SHAPE.iter().find(|(shape, _)| shape == file) {
            Some((shape, _)) if !found.is_empty() => drop(used.insert(*shape)),
            Some((shape, _)) => faults.push(format!("{shape} has no such number any more")),
            None if !found.is_empty() => faults.push(format!("{file}: {found:?}")),
            None => {}
        }
    }
    faults
        .extend(NUMBERS_OF_SHAPE.iter().filter(|(shape, _)| !used.contains(shape)).map(|(shape, _)| shape.to_string()));
    assert!(faults.is_empty(), "numbers that belong into law/*.toml, or files to be named with a reason: {faults:?}");
}

/// The code without what stands in string literals.
fn without_strings(text: &str) -> String {
    let (mut out, mut inside, mut escaped) = (String::new(), false, false);
    for c in text.replace("'\"'", "").chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if inside => escaped = true,
            '"' => inside = !inside,
            _ if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

/// Names that follow `crate::place::`.
fn imports_within_place(text: &str) -> BTreeSet<String> {
    let inside = text.match_indices("crate::place::").filter_map(|(at, found)| first_name(&text[at + found.len()..]));
    inside.collect()
}

#[test]
fn the_solver_imports_nothing_of_ours() {
    for (file, text) in files() {
        if ["place/simplex.rs", "place/ssp.rs", "place/lex.rs"].contains(&file.as_str()) {
            let text = code(without_tests(&text));
            let rooms = imported_rooms(&text);
            let ours: Vec<_> = rooms.iter().filter(|room| *room != "place").collect();
            assert!(ours.is_empty(), "{file} imports {ours:?}");
            let place = imports_within_place(&text);
            assert!(place.iter().all(|name| name == "lex"), "{file} imports {place:?} of place");
        }
    }
}

/// What defines the question: rules, objectives, the facts they look at, and the tie number.
const QUESTION: &[&str] = &["audit", "facts", "objectives", "rules", "tie"];

#[test]
fn the_audit_shares_only_the_question_with_the_solver() {
    for (file, text) in files().iter().filter(|(file, _)| file.starts_with("place/audit")) {
        let text = code(without_tests(text));
        let place = imports_within_place(&text);
        let more: Vec<_> = place.iter().filter(|name| !QUESTION.contains(&name.as_str())).collect();
        assert!(more.is_empty() && !text.contains("use super::super"), "{file} imports {more:?}");
    }
}

/// Words that touch the disk, the clock or the terminal, and the rooms at the edge (or the one file) that may use them.
const EDGES: &[(&str, &[&str])] = &[
    ("std::fs", &["read", "pipeline"]),
    ("std::env", &["cli"]),
    ("Zoned::now", &["cli"]),
    ("SystemTime", &[]),
    // The last guard of reading; what it ends is a finding, not a result.
    ("Instant::now", &["read/deadline.rs"]),
    ("println!", &["cli"]),
    ("print!", &["cli"]),
    ("thread_rng", &[]),
];

#[test]
fn disk_clock_and_terminal_are_touched_at_the_edges_only() {
    let mut faults = Vec::new();
    for (file, text) in files().iter().filter(|(file, _)| !is_test(file)) {
        let text = code(without_tests(text));
        for (word, rooms) in EDGES {
            if text.contains(word) && !rooms.contains(&room(file)) && !rooms.contains(&file.as_str()) {
                faults.push(format!("{file} uses {word}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nobody_climbs_out_of_a_room_by_super() {
    for (file, text) in files().iter().filter(|(file, _)| !is_test(file)) {
        // `place/audit/mod.rs` is two modules deep, `place/tie.rs` too.
        let depth = file.trim_end_matches("/mod.rs").split('/').count();
        let text = code(without_tests(text));
        let climbs = "super::".repeat(depth);
        assert!(!text.contains(&climbs), "{file} reaches the root of the crate by {climbs}");
    }
}

#[test]
fn every_code_of_the_catalogue_is_provoked_by_a_test() {
    let snapshots = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots");
    let names: Vec<String> = std::fs::read_dir(snapshots)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let missing: Vec<&str> = mutasi::finding::catalogue::ALL
        .iter()
        .map(|kode| kode.code)
        .filter(|code| !names.iter().any(|name| name.ends_with(&format!("{code}.snap"))))
        .collect();
    assert!(missing.is_empty(), "codes without a snapshot: {missing:?}");
}
