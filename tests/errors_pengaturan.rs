//! Every fault of the settings file, provoked and read as a clerk would.

use mutasi::pipeline::{Options, Silent};
use mutasi::settings::Settings;

fn told(text: &str) -> String {
    let findings = Settings::parse(text).unwrap().findings;
    let lines = findings.into_iter().filter(|finding| finding.kode.code != "P-103").map(|finding| {
        format!("{}  {}   {}\n       {}", finding.kode.code, finding.place, finding.problem, finding.remedy)
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn an_unknown_key_is_told() {
    let text = "[daerah]\nnamaa = \"Merangin\"\n\n[aturan.A-101]\nmasa_jabatan_min = 6\n\n[aturan.A-999]\ntingkat = \"info\"\n";
    insta::assert_snapshot!("P-101", told(text));
}

#[test]
fn an_unusable_value_is_told() {
    let text = "[waktu]\ntanggal_efektif = \"1 Desember\"\n\n[bobot]\nlinear = \"banyak\"\n\n[aturan.A-101]\ntingkat = \"keras\"\n";
    insta::assert_snapshot!("P-102", told(text));
}

#[test]
fn a_setting_that_cannot_act_is_told() {
    let text = "[aturan.A-101]\ntingkat = \"info\"\n\n[aturan.A-102]\ntingkat = \"blokir\"\n\n[aturan.A-106]\ntingkat = \"mati\"\n";
    insta::assert_snapshot!("P-105", told(text));
}

#[test]
fn numbers_that_contradict_each_other_are_told() {
    let text = "[aturan.A-137]\njam_min = 30\njam_maks = 20\n\n[angka]\nspm_guru_sd = 3\n";
    insta::assert_snapshot!("P-106", told(text));
}

#[test]
fn a_region_without_its_names_is_asked_for_them() {
    let noted = Settings::parse("[daerah]\nnama = \"Merangin\"\n").unwrap();
    let lines =
        noted.findings.iter().map(|f| format!("{}  {}   {}\n       {}", f.kode.code, f.place, f.problem, f.remedy));
    insta::assert_snapshot!("P-103", lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_region_without_kecamatan_is_told() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("mutasi.toml"), "[daerah]\nkode_wilayah = \"6303\"\n").unwrap();
    let options = Options { periode: None, dry_run: true, today: jiff::civil::date(2026, 11, 1), tanggal: None };
    let outcome = mutasi::pipeline::check(folder.path(), options, &Silent).unwrap();
    let finding = outcome.findings.iter().find(|finding| finding.kode.code == "P-104").unwrap();
    insta::assert_snapshot!(
        "P-104",
        format!("P-104  {}   {}\n       {}", finding.place, finding.problem, finding.remedy)
    );
}
