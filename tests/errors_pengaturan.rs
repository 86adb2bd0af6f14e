//! Every fault of the settings file, provoked and read as a clerk would.

use mutasi::settings::Settings;

fn told(text: &str) -> String {
    let lines = Settings::parse(text).findings.into_iter().map(|finding| {
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
