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
fn an_order_of_goals_that_cannot_be_used_is_told_and_the_usual_one_holds() {
    let of_order = |urutan: &str| {
        let text = format!("[rencana]\nurutan = {urutan}\n");
        let noted = Settings::parse(&text).unwrap();
        assert_eq!(noted.value.rencana.urutan, Settings::default().rencana.urutan);
        told(&text)
    };
    let faults = [
        "[\"keterisian\", \"perpindahn\", \"kecocokan\"]",
        "[\"jarak\", \"keterisian\", \"jarak\"]",
        "[\"keterisian\", \"perpindahan\", \"perubahan\", \"kecocokan\", \"jarak\"]",
        "[]",
        "[\"jarak\", 3]",
        "\"keterisian\"",
    ];
    insta::assert_snapshot!("P-102-urutan", faults.map(of_order).join("\n"));
    let first = ["[\"minimum\", \"terpencill\"]", "[\"terpencil\", \"terpencil\"]"];
    insta::assert_snapshot!(
        "P-102-dahulukan",
        first.map(|list| told(&format!("[rencana]\ndahulukan = {list}\n"))).join("\n")
    );
    let own = Settings::parse("[rencana]\nurutan = [\"aspirasi\", \"keterisian\"]\n").unwrap().value.rencana.urutan;
    assert_eq!(own.names(), ["paksaan", "aspirasi", "keterisian", "-", "-", "urutan"]);
}

#[test]
fn a_setting_that_cannot_act_is_told() {
    let text = "[aturan.A-101]\ntingkat = \"info\"\n\n[aturan.A-102]\ntingkat = \"blokir\"\n\n[aturan.A-106]\ntingkat = \"mati\"\n";
    insta::assert_snapshot!("P-106", told(text));
}

#[test]
fn bounds_on_totals_that_cannot_be_used_are_told() {
    let text = "[rencana.total]\nunit = 0\nopd = 2\nkecamatan = 3\n";
    let total = Settings::parse(text).unwrap().value.rencana.total;
    assert_eq!((total.unit, total.opd, total.kecamatan), (Some(0), Some(2), None));
    insta::assert_snapshot!("P-107-total", told(text));
    let text = "[rencana.total]\nunit = -1\nopd = \"dua\"\nkecamtan = 3\n";
    let noted = Settings::parse(text).unwrap().value;
    assert_eq!((noted.rencana.total, noted.beda), Default::default());
    insta::assert_snapshot!("P-102-total", told(text));
    let own = Settings::parse("[rencana]\ntotal.unit = 2\n").unwrap().value.beda;
    assert_eq!((own[0].kunci.as_str(), own[0].bawaan.as_str()), ("rencana.total.unit", "tanpa batas"));
}

#[test]
fn a_decree_is_never_without_names_or_without_words() {
    let text = "[sk]\ntanggal = \"25-12-2026\"\nlampiran_kolom = [\"baru\"]\ndiktum = [\"Satu.\", \"\"]\n\
                nomor_perorangan = [\"1986 = 31\"]\ntembusan = [\" \"]\n";
    insta::assert_snapshot!("P-102-sk", told(text));
    let settings = Settings::parse(text).unwrap().value;
    assert_eq!(settings.sk.lampiran_kolom, Settings::default().sk.lampiran_kolom);
    assert_eq!(settings.sk.diktum, ["Satu."]);
    // A row of numbers stops its own person only; what is no list at all stops every number.
    let keys = ["sk.diktum", "sk.lampiran_kolom", "sk.tanggal", "sk.tembusan"];
    assert_eq!(
        settings.sk.tak_terbaca.iter().map(String::as_str).collect::<std::collections::BTreeSet<_>>(),
        keys.into()
    );
    assert_eq!(Settings::parse("[sk]\ndiktum = []\n").unwrap().value.sk.diktum, Settings::default().sk.diktum);
    let sk = |text: &str| Settings::parse(&format!("[sk]\nnomor_perorangan = {text}\n")).unwrap().value.sk;
    for row in ["198605122015011001 =", "19860512 201501 1 001 800.1/31", "198605122015011001"] {
        assert_eq!(sk(&format!("[\"{row}\"]")).nomor_keliru, ["198605122015011001"], "{row}");
    }
    assert!(sk("[\"1986051220150110012 = 31\", \"111 = x\", 5]").nomor_keliru.is_empty());
    assert_eq!(sk("\"198605122015011001 = 31\"").tak_terbaca, ["sk.nomor_perorangan"]);
}

#[test]
fn numbers_that_contradict_each_other_are_told() {
    let text = "[aturan.A-137]\njam_min = 30\njam_maks = 20\n\n[angka]\nspm_guru_sd = 3\n";
    insta::assert_snapshot!("P-107", told(text));
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

#[test]
fn a_bad_line_of_the_own_kecamatan_is_told_and_the_others_hold() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("mutasi.toml"), "[daerah]\nkode_wilayah = \"15.02\"\n").unwrap();
    let table = "kode,nama,lat,lon\n15.02.99,Baru,-2.1,102.2\n15.02.98,Jauh,-2.1,202.2\n";
    let options = Options { periode: None, dry_run: true, today: jiff::civil::date(2026, 11, 1), tanggal: None };
    let check = |table: &str| {
        std::fs::write(folder.path().join("kecamatan.csv"), table).unwrap();
        mutasi::pipeline::check(folder.path(), options, &Silent).unwrap()
    };
    let outcome = check(table);
    let told: Vec<String> = outcome
        .findings
        .iter()
        .filter(|finding| &*finding.place.file == "kecamatan.csv")
        .map(|f| format!("{}  {}   {} ({})\n       {}", f.kode.code, f.place, f.problem, f.value, f.remedy))
        .collect();
    insta::assert_snapshot!("kecamatan", told.join("\n"));
    let wilayah = &outcome.roster.wilayah;
    assert!(wilayah.by_name("Baru").is_some() && wilayah.by_name("Jauh").is_none());
    assert!(wilayah.by_name("Bangko").is_some(), "the built-in ones hold beside the folder's own");
    let before = wilayah.kecamatan.len();
    let excel = check("kode;nama;lat;lon\n15.02.99;Baru;-2,1;102,2\n15.02.97;Bangko;-2,2;102,3\n").roster;
    assert_eq!(excel.wilayah.kecamatan.len(), before, "one of the same name takes the place of the built-in one");
    let bangko = excel.wilayah.kecamatan.iter().filter(|own| own.nama == "Bangko").map(|own| own.kode.as_str());
    assert_eq!(bangko.collect::<Vec<_>>(), ["15.02.97"]);
    let unusable = check("kode,nama,lat,lon\n15.02.99,Baru,-2,1,102,2\n");
    assert!(unusable.roster.wilayah.by_name("Bangko").is_some(), "without any row the built-in table holds");
}

#[test]
fn a_bad_entry_of_a_list_is_told_at_its_line_and_the_others_hold() {
    let text =
        "[strategis]\nprioritas = [\n  \"Dinas Kesehatan = 40\",\n  \"Guru Kelas 30\",\n  \"Bidan = 900\",\n  7,\n]\n";
    insta::assert_snapshot!("P-102-daftar", told(text));
    let settings = Settings::parse(text).unwrap().value;
    assert_eq!(settings.strategis.weights().collect::<Vec<_>>(), [("Dinas Kesehatan", 40)]);
    let hours = "[kebutuhan]\njam_pelajaran = [\"SMP: Guru Matematika = 5\", \"SMP Guru IPA 5\"]\n";
    let noted = Settings::parse(hours).unwrap();
    assert_eq!(noted.value.kebutuhan.jam_pelajaran.len(), 1);
    assert!(told(hours).starts_with("P-102  mutasi.toml › baris 2   kebutuhan.jam_pelajaran memuat “SMP Guru IPA 5”"));
    assert!(told("[strategis]\nprioritas = \"Bidan = 5\"\n").contains("harus daftar teks seperti"));
}

#[test]
fn a_day_of_the_moves_before_the_month_is_told_and_stands_first() {
    let folder = tempfile::tempdir().unwrap();
    let sample = mutasi::sample::Wanted { people: 30, ..mutasi::sample::Wanted::default() };
    mutasi::pipeline::contoh::sample(folder.path(), &sample, None).unwrap();
    let settings = folder.path().join("mutasi.toml");
    let options = Options { periode: None, dry_run: true, today: jiff::civil::date(2026, 11, 1), tanggal: None };
    let clean = mutasi::pipeline::check(folder.path(), options, &Silent).unwrap();
    assert!(clean.findings.iter().all(|finding| finding.kode.code != "P-105"));
    let text = std::fs::read_to_string(&settings).unwrap();
    assert!(!text.contains("[waktu]"));
    std::fs::write(&settings, text + "\n[waktu]\ntanggal_efektif = \"2019-01-01\"\n").unwrap();
    let outcome = mutasi::pipeline::check(folder.path(), options, &Silent).unwrap();
    let first = &outcome.findings[0];
    assert!(outcome.findings.len() > 5, "it spoils many dates");
    insta::assert_snapshot!(
        "P-105",
        format!("{}  {}   {}\n       {}", first.kode.code, first.place, first.problem, first.remedy)
    );
}

#[test]
fn a_scenario_that_cannot_be_used_is_told_and_the_run_goes_on_without_it() {
    let (folder, files) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let sample = mutasi::sample::Wanted { people: 30, ..mutasi::sample::Wanted::default() };
    mutasi::pipeline::contoh::sample(folder.path(), &sample, None).unwrap();
    let texts = ["[bobot]\nlinier = 500\n", "[sk]\nnomor = \"1\"\n", "[bobot\n"];
    let paths: Vec<_> =
        (1..).zip(texts).map(|(at, text)| (files.path().join(format!("skenario-{at}.toml")), text)).collect();
    paths.iter().for_each(|(path, text)| std::fs::write(path, text).unwrap());
    let paths: Vec<_> = paths.into_iter().map(|(path, _)| path).collect();
    let options = Options { periode: None, dry_run: true, today: jiff::civil::date(2026, 11, 1), tanggal: None };
    let outcome = mutasi::pipeline::run_beside(folder.path(), options, &paths, &Silent).unwrap();
    assert!(outcome.skenario.is_empty() && outcome.plan.certificate.holds());
    let own = outcome.findings.iter().filter(|finding| finding.kode.code == "P-112");
    let lines = own.map(|finding| {
        format!("{}  {}   {}\n       {}", finding.kode.code, finding.place, finding.problem, finding.remedy)
    });
    insta::assert_snapshot!("P-112", lines.collect::<Vec<_>>().join("\n"));
}
