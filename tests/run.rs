//! The program from folder in to folder out.

#[path = "support/tools.rs"]
#[allow(dead_code, reason = "of the tools this file needs the real data only")]
mod tools;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use mutasi::model::artifact::PlainWorkbook;
use mutasi::sample::Wanted;
use serde_json::Value;

fn mutasi() -> Command {
    Command::cargo_bin("mutasi").unwrap()
}

/// A copy of the committed sample, without outputs.
fn bangko() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/bangko");
    for (path, bytes) in tree(&source) {
        if path.starts_with("masuk/") || path.starts_with("templates/") || path == "mutasi.toml" {
            let target = folder.path().join(&path);
            std::fs::create_dir_all(target.parent().unwrap()).unwrap();
            std::fs::write(target, bytes).unwrap();
        }
    }
    folder
}

/// Every file under a folder with its bytes, by path with `/`.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, std::fs::read(path).unwrap());
            }
        }
    }
    found
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

#[test]
fn a_month_in_gives_results_and_letters_out() {
    let folder = bangko();
    let before: BTreeMap<_, _> =
        tree(folder.path()).into_iter().filter(|(path, _)| path.starts_with("masuk/")).collect();
    mutasi().arg("run").arg(folder.path()).assert().code(1);
    let after = tree(folder.path());
    for (path, bytes) in &before {
        assert!(after[path] == *bytes, "{path} of the inbox was changed");
    }
    let out = |name: &str| &after[&format!("keluar/2026-11/{name}")];
    let plan = json(out("rencana.json"));
    let moves = plan["perpindahan"].as_array().unwrap().len();
    assert!(moves > 5, "only {moves} moves");
    assert_eq!(plan["sertifikat"]["berlaku"], true);
    assert!(out("hasil-mutasi-2026-11.xlsx").starts_with(b"PK"));
    assert!(out("surat/sk-kolektif.pdf").starts_with(b"%PDF-"));
    let petikan = after.keys().filter(|path| path.contains("/petikan/")).count();
    assert_eq!(petikan, moves);
    assert!(after.keys().any(|path| path.contains("/periksa/")), "a dirty source has an annotated copy");
    let record = json(out("catatan.json"));
    assert_eq!(record["masukan"].as_array().unwrap().len(), before.len());
    assert!(after.keys().all(|path| !path.contains(".baru-") && !path.contains(".lama")));
}

#[test]
fn two_runs_give_the_same_bytes() {
    let (one, two) = (bangko(), bangko());
    for folder in [&one, &two] {
        mutasi().arg("run").arg(folder.path()).env("RAYON_NUM_THREADS", "1").assert().code(1);
    }
    mutasi().arg("run").arg(two.path()).env("RAYON_NUM_THREADS", "4").assert().code(1);
    let (one, two) = (tree(one.path()), tree(two.path()));
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    for (path, bytes) in &one {
        assert!(two[path] == *bytes, "{path} differs between two runs");
    }
}

#[test]
fn the_terminal_tells_the_month_in_eighty_columns() {
    let folder = bangko();
    let run = mutasi().arg("run").arg(folder.path()).assert().code(1);
    let told = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    let told = told.replace(folder.path().to_str().unwrap(), "FOLDER");
    assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
    insta::assert_snapshot!("terminal-bangko", told);
}

#[test]
fn rows_in_another_order_give_the_same_plan() {
    let wanted = Wanted { people: 300, dirt_permille: 0, ..Wanted::default() };
    let mut workbooks = mutasi::sample::region(&wanted);
    let moves = |workbooks: &[PlainWorkbook]| {
        let folder = tempfile::tempdir().unwrap();
        let settings = mutasi::sample::settings_toml(&wanted.daerah);
        std::fs::write(folder.path().join("mutasi.toml"), settings).unwrap();
        for workbook in workbooks {
            let artifact = mutasi::write::workbook::plain(workbook).unwrap();
            let target = folder.path().join(&artifact.path);
            std::fs::create_dir_all(target.parent().unwrap()).unwrap();
            std::fs::write(target, artifact.bytes).unwrap();
        }
        mutasi().arg("run").arg(folder.path()).assert().code(0);
        let plan = json(&std::fs::read(folder.path().join("keluar/2026-11/rencana.json")).unwrap());
        let told = ["perpindahan", "tidak_terpenuhi", "calon", "nilai_rencana"];
        told.map(|key| plan[key].clone())
    };
    let plan = moves(&workbooks);
    assert!(plan[0].as_array().unwrap().len() > 5);
    for sheet in workbooks.iter_mut().flat_map(|workbook| &mut workbook.sheets) {
        sheet.rows.reverse();
        let half = sheet.rows.len() / 2;
        sheet.rows.rotate_left(half);
    }
    assert_eq!(plan, moves(&workbooks));
}

#[test]
fn a_dry_run_writes_nothing_and_json_is_json() {
    let folder = bangko();
    let before = tree(folder.path());
    let run = mutasi().arg("jalankan").arg(folder.path()).args(["--dry-run", "--json"]).assert().code(1);
    let told = json(&run.get_output().stdout);
    assert!(told["perpindahan"].as_u64().unwrap() > 5);
    assert_eq!(before, tree(folder.path()));
}

#[test]
fn checking_writes_only_annotated_copies() {
    let folder = bangko();
    mutasi().arg("periksa").arg(folder.path()).assert().code(1);
    let outputs: Vec<String> = tree(folder.path()).into_keys().filter(|path| path.starts_with("keluar/")).collect();
    assert!(!outputs.is_empty());
    assert!(outputs.iter().all(|path| path.starts_with("keluar/2026-11/periksa/")), "{outputs:?}");
}

#[test]
fn checking_after_a_run_keeps_what_the_run_wrote() {
    let folder = bangko();
    mutasi().arg("jalankan").arg(folder.path()).assert().code(1);
    let before = tree(folder.path());
    std::fs::remove_file(folder.path().join("masuk/2026-11/pegawai-dinas-kesehatan.xlsx")).unwrap();
    let check = mutasi().arg("periksa").arg(folder.path()).assert().code(1);
    let told = String::from_utf8(check.get_output().stdout.clone()).unwrap();
    assert!(told.contains("hasil lain bulan ini tidak diubah"), "{told}");
    let after = tree(folder.path());
    let results = |path: &&String| path.starts_with("keluar/") && !path.contains("/periksa/");
    assert!(before.keys().filter(results).count() > 10);
    for path in before.keys().filter(results) {
        assert!(after.get(path) == before.get(path), "{path} was changed by checking");
    }
    let copies = |tree: &BTreeMap<String, Vec<u8>>| {
        tree.keys().filter(|path| path.contains("/periksa/pegawai-dinas-kesehatan")).count()
    };
    assert_eq!((copies(&before), copies(&after)), (1, 0), "the copy of a source that is gone goes too");
}

#[test]
fn outputs_that_cannot_be_written_say_what_to_do() {
    let folder = bangko();
    std::fs::write(folder.path().join("keluar"), "a file where the folder should be").unwrap();
    let run = mutasi().arg("run").arg(folder.path()).assert().code(3);
    let told = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("Tutup berkas di keluar/"), "{told}");
}

/// Someone saves a source while the run is at work.
struct Clerk(PathBuf);

impl mutasi::pipeline::Observer for Clerk {
    fn stage(&self, name: &'static str) {
        if name == "Menyusun rencana" {
            std::fs::copy(self.0.with_file_name("unit.xlsx"), &self.0).unwrap();
        }
    }
    fn advance(&self, _done: usize, _all: usize) {}
}

#[test]
fn a_source_that_changes_during_the_run_stops_it_before_anything_is_written() {
    let folder = bangko();
    let clerk = Clerk(folder.path().join("masuk/2026-11/pegawai-dinas-kesehatan.xlsx"));
    let today = jiff::civil::date(2026, 11, 3);
    let options = mutasi::pipeline::Options { periode: None, dry_run: false, today, tanggal: None };
    let error = mutasi::pipeline::run(folder.path(), options, &clerk).err().expect("the run stops");
    let told = error.to_string();
    assert!(told.contains("pegawai-dinas-kesehatan.xlsx berubah selama proses berjalan"), "{told}");
    assert!(!folder.path().join("keluar").exists());
}

#[test]
fn a_run_that_can_use_nothing_keeps_what_an_earlier_run_wrote() {
    let folder = bangko();
    mutasi().arg("run").arg(folder.path()).assert().code(1);
    let before = tree(folder.path());
    for entry in std::fs::read_dir(folder.path().join("masuk/2026-11")).unwrap() {
        std::fs::write(entry.unwrap().path(), "not a workbook").unwrap();
    }
    let run = mutasi().arg("run").arg(folder.path()).assert().code(2);
    let told = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert!(told.contains("rencana tidak disusun") && told.contains("hasil lain bulan ini tidak diubah"), "{told}");
    let after = tree(folder.path());
    for name in ["rencana.json", "hasil-mutasi-2026-11.xlsx", "surat/sk-kolektif.pdf"] {
        let path = format!("keluar/2026-11/{name}");
        assert!(after.get(&path) == before.get(&path), "{path}");
    }
}

#[test]
fn exit_codes_tell_how_it_went() {
    let folder = tempfile::tempdir().unwrap();
    mutasi().arg("run").arg(folder.path().join("none")).assert().code(3);
    mutasi().arg("no-such-command").assert().code(3);
    mutasi().arg("--help").assert().code(0);
    let empty = folder.path().join("empty");
    mutasi().arg("init").arg(&empty).assert().code(0);
    mutasi().arg("run").arg(&empty).assert().code(2);
    mutasi().arg("init").arg(&empty).assert().code(3);
    let clean = folder.path().join("clean");
    mutasi().arg("contoh").arg(&clean).args(["--pegawai", "60", "--periode", "2026-11"]).assert().code(0);
    mutasi().arg("run").arg(&clean).assert().code(0);
}

#[test]
fn what_stopped_a_run_is_told_as_json_where_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let run = mutasi().arg("run").arg(folder.path().join("none")).arg("--json").assert().code(3);
    let told = json(&run.get_output().stdout);
    assert_eq!(told["kode_keluar"], 3);
    assert!(told["galat"].as_str().unwrap().contains("tidak ada"), "{told}");
}

#[test]
fn a_sample_on_a_file_without_schools_leaves_no_folder() {
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("foto.png");
    std::fs::write(&picture, b"\x89PNG").unwrap();
    let sample = folder.path().join("contoh");
    mutasi().arg("sample").arg(&sample).arg("--sekolah").arg(&picture).assert().code(3);
    assert!(!sample.exists());
}

#[test]
fn workload_that_cannot_be_used_is_something_left_out() {
    let book = |norma: &[&str]| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        let header = ["JABATAN", "UNIT KERJA", "URAIAN TUGAS", "VOLUME", "SATUAN WAKTU", "NORMA WAKTU"];
        for (row, norma) in (0u32..).zip(["NORMA WAKTU"].iter().chain(norma)) {
            let name = "Dinas Pendidikan dan Kebudayaan";
            let data = ["Pengelola Kepegawaian", name, "Verifikasi", "1200", "per tahun", norma];
            for (col, text) in (0u16..).zip(if row == 0 { header } else { data }) {
                sheet.write_string(row, col, text).unwrap();
            }
        }
        book.save_to_buffer().unwrap()
    };
    for (norma, exit, told) in [(["30", "20"], 0, "2 baris beban kerja"), (["30", ""], 1, "(1 tidak dipakai)")] {
        let folder = tempfile::tempdir().unwrap();
        let sample = Wanted { people: 30, dirt_permille: 0, ..Wanted::default() };
        mutasi::pipeline::contoh::sample(folder.path(), &sample, None).unwrap();
        let inbox = std::fs::read_dir(folder.path().join("masuk")).unwrap().next().unwrap().unwrap().path();
        std::fs::write(inbox.join("beban.xlsx"), book(&norma)).unwrap();
        let run = mutasi().arg("check").arg(folder.path()).arg("--dry-run").output().unwrap();
        let text = String::from_utf8(run.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(run.status.code(), Some(exit), "{text}");
        assert!(text.contains(told), "{text}");
    }
}

#[test]
fn settings_that_cannot_be_read_stop_the_run_and_missing_names_are_asked_for() {
    let folder = bangko();
    std::fs::write(folder.path().join("mutasi.toml"), "[daerah]\nnama = \"Merangin\nprovinsi = \"Jambi\"\n").unwrap();
    let run = mutasi().arg("run").arg(folder.path()).assert().code(3);
    let told = String::from_utf8(run.get_output().stderr.clone()).unwrap();
    assert!(told.contains("mutasi.toml baris 2"), "{told}");
    assert!(!folder.path().join("keluar").exists());
    std::fs::write(folder.path().join("mutasi.toml"), "").unwrap();
    let run = mutasi().arg("check").arg(folder.path()).arg("--json").assert().code(1);
    let told = json(&run.get_output().stdout);
    let codes: Vec<&str> = told["temuan"].as_array().unwrap().iter().map(|f| f["kode"].as_str().unwrap()).collect();
    assert!(codes.contains(&"P-103") && codes.contains(&"P-104"), "{codes:?}");
}

#[test]
fn an_inbox_without_anything_usable_leaves_the_earlier_results() {
    let folder = bangko();
    mutasi().arg("run").arg(folder.path()).assert().code(1);
    let before = tree(&folder.path().join("keluar"));
    std::fs::remove_dir_all(folder.path().join("masuk/2026-11")).unwrap();
    std::fs::create_dir(folder.path().join("masuk/2026-11")).unwrap();
    mutasi().arg("run").arg(folder.path()).assert().code(2);
    assert!(before == tree(&folder.path().join("keluar")), "the earlier results changed");
}

#[test]
fn a_region_without_known_kecamatan_is_told_and_its_own_table_heals_it() {
    let folder = bangko();
    let settings = folder.path().join("mutasi.toml");
    let text = std::fs::read_to_string(&settings).unwrap().replace("\"15.02\"", "\"99.99\"");
    std::fs::write(&settings, text).unwrap();
    let told = || {
        let run = mutasi().arg("run").arg(folder.path()).args(["--dry-run", "--json"]).assert();
        let told = json(&run.get_output().stdout);
        let problems = told["temuan"].as_array().unwrap().iter().map(|f| f["masalah"].as_str().unwrap().to_string());
        problems.filter(|problem| problem.contains("kode_wilayah 99.99")).count()
    };
    assert_eq!(told(), 1);
    std::fs::write(folder.path().join("kecamatan.csv"), "kode,nama,lat,lon\n99.99.01,Bangko,-2.09,102.29\n").unwrap();
    assert_eq!(told(), 0);
}

#[test]
fn a_folder_in_use_is_left_alone() {
    let folder = bangko();
    let lock = std::fs::File::create(folder.path().join(".mutasi.lock")).unwrap();
    lock.lock().unwrap();
    mutasi().arg("run").arg(folder.path()).assert().code(3);
    assert!(!folder.path().join("keluar").exists());
}

#[test]
fn personal_columns_never_leave() {
    let folder = bangko();
    mutasi().arg("run").arg(folder.path()).assert().code(1);
    // The sample's NIK all begin with 99, which no region has.
    for (path, bytes) in tree(folder.path()).iter().filter(|(path, _)| path.starts_with("keluar/")) {
        for text in texts(path, bytes) {
            let digits: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 16).collect();
            assert!(digits.iter().all(|run| !run.starts_with("99")), "{path} holds a NIK");
        }
    }
}

#[test]
fn two_years_of_real_schools_count_once_each() {
    let Some(older) = tools::real_data("sekolah-kab-banjar-2023.xlsx") else { return };
    let Some(newer) = tools::real_data("sekolah-kab-banjar-2024.xlsx") else { return };
    let folder = tempfile::tempdir().unwrap();
    let inbox = folder.path().join("masuk/2026-11");
    std::fs::create_dir_all(&inbox).unwrap();
    std::fs::copy(older, inbox.join("a.xlsx")).unwrap();
    std::fs::copy(newer, inbox.join("b.xlsx")).unwrap();
    let run = mutasi().arg("run").arg(folder.path()).arg("--json").assert().code(0);
    let told = json(&run.get_output().stdout);
    let repeated: Vec<&str> = told["temuan"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|f| f["kode"] == "D-303")
        .map(|f| f["tempat"].as_str().unwrap())
        .collect();
    assert!(repeated.len() > 900, "only {} repeated NPSN found", repeated.len());
    assert!(repeated.iter().all(|place| place.contains("/a.xlsx")), "the newer year counts");
    assert!(told["unit"].as_u64().unwrap() < 1_000);
}

/// The readable parts of an output: JSON as it is, the XML parts of a workbook; letters are checked elsewhere.
fn texts(path: &str, bytes: &[u8]) -> Vec<String> {
    if path.ends_with(".json") {
        return vec![String::from_utf8(bytes.to_vec()).unwrap()];
    }
    if !path.ends_with(".xlsx") {
        return Vec::new();
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut text = String::new();
        let mut part = archive.by_index(index).unwrap();
        if part.name().unwrap().ends_with(".xml") {
            std::io::Read::read_to_string(&mut part, &mut text).unwrap();
            parts.push(text);
        }
    }
    parts
}

#[test]
fn real_schools_run_to_the_end() {
    let Some(schools) = tools::real_data("sekolah-kab-banjar-2024.xlsx") else { return };
    let Some(year_before) = tools::real_data("sekolah-kab-banjar-2023.xlsx") else { return };
    let base = tempfile::tempdir().unwrap();
    let folder = base.path().join("banjar");
    mutasi().arg("sample").arg(&folder).args(["--periode", "2026-11", "--sekolah"]).arg(&schools).assert().code(0);
    std::fs::copy(year_before, folder.join("masuk/2026-11/sekolah-kab-banjar-2023.xlsx")).unwrap();
    let run = mutasi().arg("run").arg(&folder).arg("--json").assert();
    let told = json(&run.get_output().stdout);
    let codes: Vec<&str> = told["temuan"].as_array().unwrap().iter().map(|f| f["kode"].as_str().unwrap()).collect();
    assert!(codes.contains(&"D-307"), "rombel 0 with teachers is a finding");
    assert!(codes.contains(&"D-303"), "an NPSN of both years is a finding");
    let files = tree(&folder);
    let plan = json(&files["keluar/2026-11/rencana.json"]);
    assert_eq!(plan["sertifikat"]["berlaku"], true);
    assert!(plan["perpindahan"].as_array().unwrap().len() > 5);
    assert!(plan["tidak_terpenuhi"].as_array().unwrap().len() > 100, "most shortages cannot be filled by mutasi");
    assert!(files["keluar/2026-11/surat/sk-kolektif.pdf"].starts_with(b"%PDF-"));
}

#[test]
fn the_rules_of_another_day_may_be_asked_for_and_are_told() {
    let folder = bangko();
    let check = |day: &str| {
        let check = mutasi().args(["check", "--dry-run", "--tanggal", day]).arg(folder.path()).assert();
        String::from_utf8(check.get_output().stdout.clone()).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let told = check("1 Maret 2018");
    assert!(told.contains("Aturan yang berlaku 1 Maret 2018, bukan 1 Desember 2026; "), "{told}");
    assert!(told.contains("dipakai menurut versi tertuanya"), "{told}");
    assert!(!check("2026-12-01").contains("Aturan yang berlaku"), "the day of the moves needs no word");
    let refused = mutasi().args(["check", "--tanggal", "kemarin"]).arg(folder.path()).assert().code(3);
    let told = String::from_utf8(refused.get_output().stderr.clone()).unwrap();
    assert!(told.replace('\n', " ").contains("tulis seperti 2024-03-01 atau \"1 Maret 2024\""), "{told}");
}

#[test]
fn a_regions_own_rule_and_its_changes_are_in_the_results() {
    let folder = bangko();
    let path = folder.path().join("mutasi.toml");
    let own = "\n[[aturan_daerah]]\nkode = \"L-01\"\nkalimat = \"Guru kelas tetap di sekolahnya\"\ndasar = \
               \"Peraturan Bupati Nomor 1 Tahun 2026\"\njenis = \"jabatan_ditahan\"\njabatan = [\"Guru Kelas\"]\n\
               tingkat = \"blokir\"\n\n[aturan.A-105]\nblokir_bulan = 6\n";
    std::fs::write(&path, std::fs::read_to_string(&path).unwrap() + own).unwrap();
    mutasi().args(["run", "--tanggal", "2026-11-15"]).arg(folder.path()).assert().code(1);
    let catatan = json(&std::fs::read(folder.path().join("keluar/2026-11/catatan.json")).unwrap());
    assert_eq!(catatan["aturan_per"], "2026-11-15");
    let rule = |kode: &str| catatan["aturan"].as_array().unwrap().iter().find(|rule| rule["kode"] == kode).unwrap();
    assert_eq!((&rule("L-01")["aturan_daerah"], &rule("L-01")["tingkat"]), (&true.into(), &"blokir".into()));
    assert!(rule("L-01")["pegawai"].as_u64().unwrap() > 0);
    assert_eq!(rule("A-105")["bawaan"], "tingkat = blokir; blokir_bulan = 12; peringatan_bulan = 24");
    assert_eq!(rule("A-101")["bawaan"], Value::Null);
    let plan = json(&std::fs::read(folder.path().join("keluar/2026-11/rencana.json")).unwrap());
    let moves = plan["perpindahan"].as_array().unwrap();
    assert!(!moves.is_empty() && !moves.iter().any(|step| step.to_string().contains("Guru Kelas")), "{moves:?}");
}

#[test]
fn a_budget_of_moves_is_kept_and_told_on_terminal_record_and_workbook() {
    let folder = bangko();
    let free = folder.path().join("mutasi.toml");
    let settings = std::fs::read_to_string(&free).unwrap();
    std::fs::write(
        &free,
        format!("{settings}\n[rencana]\npaling_banyak_pindah = 5\npaling_banyak_masuk_per_unit = 2\n"),
    )
    .unwrap();
    let run = mutasi().arg("run").arg(folder.path()).assert().code(1);
    let told = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
    let lines = told.lines().skip_while(|line| !line.trim_start().starts_with("Batas")).take(6);
    insta::assert_snapshot!("terminal-batas", lines.collect::<Vec<_>>().join("\n"));
    let plan = json(&std::fs::read(folder.path().join("keluar/2026-11/rencana.json")).unwrap());
    assert_eq!(plan["perpindahan"].as_array().unwrap().len(), 5);
    assert_eq!(plan["sertifikat"]["berlaku"], true);
    let keterangan = plan["batasan"]["keterangan"][0].as_str().unwrap();
    assert_eq!(keterangan, "Pegawai yang berpindah paling banyak 5: terpakai 5.");
    mutasi().arg("audit").arg(folder.path()).assert().success();
    // What the plan says of its multipliers is part of the proof.
    let path = folder.path().join("keluar/2026-11/rencana.json");
    let mut spoilt = plan.clone();
    spoilt["batasan"]["harga"][0]["harga"][1] = 1_000.into();
    std::fs::write(&path, serde_json::to_vec_pretty(&spoilt).unwrap()).unwrap();
    let audit = mutasi().arg("audit").arg(folder.path()).assert().failure();
    let told = String::from_utf8(audit.get_output().stdout.clone()).unwrap();
    assert!(told.contains("batas terbaiknya"), "{told}");
}
