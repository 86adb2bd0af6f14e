//! The README's tables are made from the code. `UPDATE_README=1 cargo test --test readme` writes them anew.

use std::fmt::Write as _;
use std::path::PathBuf;

use jiff::civil::Date;
use mutasi::finding::catalogue;
use mutasi::law::daerah::{Jenis, Kunci};
use mutasi::law::{Angka, Law, baris};
use mutasi::model::bentuk::Bentuk;
use mutasi::model::cells::Kind;
use mutasi::model::plan::Urutan;
use mutasi::model::tanggal::Sejak;
use mutasi::pipeline::Exit;
use mutasi::place::{objectives, rules};
use mutasi::schema::kebutuhan::{is_rekap_kebutuhan, is_rekap_riil};
use mutasi::schema::{self, Weight};
use mutasi::settings::Settings;

fn readme() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md")
}

/// The table of that name as the code has it.
fn table(name: &str) -> String {
    match name {
        "exit" => rows(
            &["code", "meaning"],
            Exit::ALL.map(|exit| vec![(exit as u8).to_string(), exit.meaning().into()]).to_vec(),
        ),
        "levels" => rows(
            &["level", "name", "goal"],
            (1..)
                .zip(Urutan::default().levels())
                .map(|(at, level)| vec![format!("{at}"), level.nama.into(), level.kalimat.into()])
                .collect(),
        ),
        "rules" => {
            let law = Law::at(Date::constant(2026, 12, 1), &Default::default());
            let row = |rule: &&rules::Rule| {
                let law = law.rule(rule.code);
                let numbers: Vec<String> =
                    law.parameter.iter().map(|(key, value)| format!("{key} = {value}")).collect();
                vec![
                    rule.code.into(),
                    rule.title.into(),
                    rule.basis.into(),
                    law.tingkat.label().into(),
                    numbers.join(", "),
                    law.sejak.map_or("pilihan kantor".into(), Sejak::in_words),
                ]
            };
            rows(&["code", "rule", "basis", "severity", "numbers", "since"], rules::RULES.iter().map(row).collect())
        }
        "angka" => {
            let law = Law::at(Date::constant(2026, 12, 1), &Default::default());
            let row = |(kunci, angka): (&str, &Angka)| {
                let since = angka.sejak.map_or("".into(), Sejak::in_words);
                vec![format!("`{kunci}`"), angka.nilai.to_string(), angka.dasar.clone(), since]
            };
            rows(&["key", "number", "basis", "since"], law.numbers().map(row).collect())
        }
        "baris" => {
            let row = |row: baris::Baris| vec![row.id, row.perihal, row.aturan.join(", "), row.alasan];
            rows(&["row", "matter", "rules", "remark"], baris::all().into_iter().map(row).collect())
        }
        "daerah" => {
            let row = |jenis: Jenis| {
                let key = match jenis.kunci() {
                    Kunci::Angka(key) => format!("`{key}` (number)"),
                    Kunci::Daftar(key) => format!("`{key}` (list of names)"),
                };
                vec![format!("`{}`", jenis.nama()), key, jenis.arti().into()]
            };
            rows(&["jenis", "parameter", "the rule is met when"], Jenis::ALL.map(row).to_vec())
        }
        "objectives" => {
            let weights = Settings::default().bobot.entries();
            let names = |text: &str, key: &str| {
                text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| word == key)
            };
            let row = |objective: &&objectives::Objective| {
                let keys = weights.iter().filter(|(key, _)| names(objective.skala, key));
                let in_force: Vec<String> = keys.map(|(key, value)| format!("{key} = {value}")).collect();
                vec![
                    objective.code.into(),
                    objective.title.into(),
                    objective.skala.into(),
                    in_force.join(", "),
                    objective.perlu.into(),
                    objective.basis.into(),
                ]
            };
            rows(
                &["code", "objective", "scale", "weight", "judged by", "basis"],
                objectives::OBJECTIVES.iter().map(row).collect(),
            )
        }
        "bentuk" => {
            let row = |(number, bentuk): (usize, Bentuk)| {
                let signs = schema::bentuk::TANDA.iter().find(|(other, _)| *other == bentuk);
                let signs = signs.map_or("(daftar lain)".to_string(), |(_, signs)| signs.join(", "));
                vec![number.to_string(), bentuk.label().into(), signs]
            };
            rows(&["order", "shape", "known by two of these headers"], (1..).zip(Bentuk::ALL).map(row).collect())
        }
        "columns" => Kind::ALL.map(columns).join("\n"),
        "codes" => rows(
            &["code", "severity", "meaning", "remedy"],
            catalogue::ALL
                .iter()
                .map(|k| vec![k.code.into(), k.severity.label().into(), k.title.into(), k.remedy.into()])
                .collect(),
        ),
        other => panic!("no table named {other}"),
    }
}

fn columns(kind: Kind) -> String {
    let row = |column: &schema::Column| {
        let must = if column.weight == Weight::Required { " (wajib)" } else { "" };
        vec![format!("{}{must}", column.title), column.aliases.join(", "), column.meaning.into()]
    };
    // The figures of the formulir rekap are one matter, not 26.
    let is_level = |name: &str| is_rekap_kebutuhan(name) || is_rekap_riil(name);
    let listed = schema::of(kind).columns.iter().filter(|column| !is_level(column.name));
    let list = rows(&["header", "also known as", "meaning"], listed.map(row).collect());
    let rekap = match schema::of(kind).columns.iter().any(|column| is_level(column.name)) {
        true => {
            "\nA *formulir rekap OPD* with a sub-column for each eselon and jenjang under its headings of RIIL and \
                 KEBUTUHAN/ABK is read too, where its rows name a jabatan.\n"
        }
        false => "",
    };
    format!("\n**{}**\n\n{list}{rekap}", kind.label())
}

fn rows(head: &[&str], body: Vec<Vec<String>>) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "| {} |", head.join(" | "));
    let _ = writeln!(out, "|{}", "---|".repeat(head.len()));
    for row in body {
        let cells: Vec<String> = row.iter().map(|cell| cell.replace('|', "\\|")).collect();
        let _ = writeln!(out, "| {} |", cells.join(" | "));
    }
    out
}

/// The text with every table between its markers made anew.
fn renewed(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<!-- table: ") {
        let (name, after) = after.split_once(" -->\n").expect("a marker ends its line");
        let (_, after) = after.split_once("<!-- end -->").expect("every table has its end marker");
        let _ = write!(out, "{before}<!-- table: {name} -->\n{}<!-- end -->", table(name));
        rest = after;
    }
    out + rest
}

#[test]
fn tables_in_the_readme_are_those_of_the_code() {
    let text = std::fs::read_to_string(readme()).unwrap();
    let renewed = renewed(&text);
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(readme(), renewed).unwrap();
        return;
    }
    assert!(text == renewed, "README tables differ from the code; UPDATE_README=1 cargo test --test readme");
}

#[test]
fn every_file_and_picture_the_readme_names_exists() {
    let text = std::fs::read_to_string(readme()).unwrap();
    for link in text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
        if !link.starts_with("http") {
            assert!(readme().with_file_name(link).exists(), "{link} is missing");
        }
    }
}
