//! Annotated copies that come back: which one stands in for which file, and that nothing of the data changes by it.

mod read_kit;
#[path = "support/tools.rs"]
#[allow(dead_code, reason = "of the tools this file needs the commands only")]
mod tools;

use std::path::Path;
use std::process::Command;

use mutasi::model::cells::Tables;
use mutasi::model::tanggal::Periode;
use mutasi::pipeline::{self, Options, Outcome, Silent};
use mutasi::read;
use read_kit::{C::*, *};
use rust_xlsxwriter::Workbook;
use serde_json::Value;

/// `month` of 2026.
fn options(month: i8) -> Options {
    Options { periode: Periode::new(2026, month), ..november(false) }
}

const ASAL: &str = "masuk/2026-11/pegawai.xlsx";

/// Every kind of cell that could change on its way: NIP as text, a leading zero, dates as dates and as text, a wrong
/// NIP, one as a number of 15 digits as Excel keeps it, spaces, an apostrophe, signs of XML, an Excel error.
const PEOPLE: &[&[C]] = &[
    &[T("DAFTAR PEGAWAI NOVEMBER 2026")],
    &[],
    &[T("NO"), T("NIP"), T("NAMA"), T("GOLONGAN"), T("TMT GOLONGAN"), T("JABATAN"), T("UNIT KERJA"), T("NPSN")],
    &[
        N(1.0),
        T("198601012015011001"),
        T("BUDI SANTOSO, S.Pd."),
        T("III/d"),
        D(2019, 8, 1),
        T("Guru Ahli Muda"),
        T("SD Negeri 1 Bangko"),
        T("00501001"),
    ],
    &[
        N(2.0),
        T("19860101201501200"),
        T("SITI O'NEIL & <ANAK>"),
        T("V/z"),
        T("1 Agustus 2019"),
        T(" Guru  Ahli Pertama"),
        T("SD Negeri 1 Bangko"),
        N(10501001.0),
    ],
    &[
        N(3.0),
        T("'199001022015031001"),
        T("=RAHMAT"),
        F("=#REF!", "#REF!"),
        N(43678.0),
        T("Guru"),
        T("SD Negeri 1 Bangko"),
    ],
    &[N(4.0), N(198601012015011000.0), T("DEWI"), T("III/a"), T("01-08-2019"), T("Guru"), T("SD Negeri 1 Bangko")],
];

fn check(folder: &Folder) -> Outcome {
    with_rows(folder, pipeline::check(folder.root(), options(11), &Silent).unwrap())
}

/// With the rows as they were read; a run lets them go once they are checked.
fn with_rows(folder: &Folder, mut outcome: Outcome) -> Outcome {
    let periode = outcome.tables.periode;
    outcome.tables =
        read::inbox(folder.root(), periode, &outcome.settings.baca, &outcome.settings.batas, &|_, _| ()).value;
    outcome
}

fn out(folder: &Folder, name: &str) -> Vec<u8> {
    fs_err::read(folder.root().join("keluar/2026-11/periksa").join(name)).unwrap()
}

/// A folder whose source was checked, and its annotated copy.
fn checked() -> (Folder, Vec<u8>) {
    let folder = Folder::new().with("pegawai.xlsx", &xlsx(PEOPLE));
    check(&folder);
    let copy = out(&folder, "pegawai-periksa.xlsx");
    (folder, copy)
}

/// The copy with the wrong NIP corrected, as a clerk would.
fn corrected(copy: &[u8]) -> Vec<u8> {
    edited(copy, "sheet1.xml", |xml| {
        assert!(xml.contains(">19860101201501200<"));
        xml.replace(">19860101201501200<", ">198601012015012001<")
    })
}

/// Everything that was read, without the names of files.
fn contents(tables: &Tables) -> Vec<String> {
    let told = |table: &mutasi::model::cells::Table| {
        let rows: Vec<_> = table.rows.iter().map(|row| (row.row, row.cells().collect::<Vec<_>>())).collect();
        format!("{} {:?} {} {:?} {rows:#?}", table.sheet, table.kind, table.header_row, table.columns)
    };
    tables.tables.iter().map(told).collect()
}

fn used(tables: &Tables) -> Vec<&str> {
    tables.sources.iter().filter(|source| source.used).map(|source| &*source.path).collect()
}

/// The findings about copies, as the terminal shows them.
fn told(outcome: &Outcome) -> String {
    let about = ["B-31", "B-32", "B-33", "B-34"];
    let findings: Vec<_> = outcome.findings.iter().filter(|f| about.contains(&f.kode.code)).cloned().collect();
    render_all(&findings)
}

fn codes(outcome: &Outcome) -> Vec<&'static str> {
    outcome.findings.iter().map(|finding| finding.kode.code).collect()
}

/// The texts of the codes stand beside those of the other codes about files.
fn snapshot(code: &str, text: String) {
    insta::with_settings!({prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!(format!("errors_berkas__{code}"), text);
    });
}

/// The findings of a month without those about copies, each with its cell.
fn faults(outcome: &Outcome) -> Vec<(&'static str, Option<mutasi::finding::Cell>, String)> {
    let others = outcome.findings.iter().filter(|finding| !finding.kode.code.starts_with("B-3"));
    others.map(|finding| (finding.kode.code, finding.place.cell, finding.problem.clone())).collect()
}

#[test]
fn an_untouched_copy_reads_as_its_source_did_and_replaces_it() {
    let (folder, copy) = checked();
    let before = check(&folder);
    folder.put("pegawai-periksa.xlsx", &copy);
    let after = check(&folder);
    assert_eq!(used(&after.tables), ["masuk/2026-11/pegawai-periksa.xlsx"]);
    assert_eq!(contents(&after.tables), contents(&before.tables));
    assert_eq!(faults(&after), faults(&before));
    snapshot("B-31", told(&after));
}

#[test]
fn a_nip_corrected_in_the_copy_is_no_finding_any_more() {
    let (folder, copy) = checked();
    assert!(codes(&check(&folder)).contains(&"D-103"));
    let before = fs_err::read(folder.root().join(ASAL)).unwrap();
    folder.put("pegawai-periksa.xlsx", &corrected(&copy));
    let after = check(&folder);
    assert!(!codes(&after).contains(&"D-103"), "{}", render_all(&after.findings));
    assert_eq!(fs_err::read(folder.root().join(ASAL)).unwrap(), before, "the source stays as it was");
}

#[test]
fn the_copy_of_a_copy_keeps_its_name_and_has_one_status() {
    let (folder, copy) = checked();
    folder.put("pegawai-periksa.xlsx", &corrected(&copy));
    let outcome = check(&folder);
    assert_eq!(outcome.outputs, ["keluar/2026-11/periksa/pegawai-periksa.xlsx"]);
    let again = out(&folder, "pegawai-periksa.xlsx");
    assert_eq!(header(&again), header(&copy));
    assert_eq!(header(&again)[8..], ["STATUS", "MASALAH"]);
    // The second copy, dropped beside the first under another name, is the one that counts.
    let fixed = edited(&again, "sheet1.xml", |xml| xml.replace(">V/z<", ">III/c<"));
    folder.put("pegawai-periksa (1).xlsx", &fixed);
    let outcome = check(&folder);
    assert_eq!(used(&outcome.tables), ["masuk/2026-11/pegawai-periksa (1).xlsx"]);
    assert!(told(&outcome).contains("“masuk/2026-11/pegawai-periksa.xlsx” dan “masuk/2026-11/pegawai.xlsx”"));
    assert_eq!(outcome.outputs, ["keluar/2026-11/periksa/pegawai-periksa.xlsx"]);
    assert!(!codes(&outcome).contains(&"D-103"));
}

/// The header row of the first sheet of an annotated copy.
fn header(copy: &[u8]) -> Vec<String> {
    use calamine::Reader;
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(copy.to_vec())).unwrap();
    let range = book.worksheet_range("Data").unwrap();
    range.rows().nth(2).unwrap().iter().map(ToString::to_string).collect()
}

#[test]
fn a_copy_is_not_used_when_its_source_was_changed_too() {
    let (folder, copy) = checked();
    let changed: Vec<&[C]> = PEOPLE[..6].to_vec();
    folder.put("pegawai.xlsx", &xlsx(&changed));
    folder.put("pegawai-periksa.xlsx", &corrected(&copy));
    let after = check(&folder);
    assert_eq!(used(&after.tables), [ASAL]);
    assert!(codes(&after).contains(&"D-103"));
    snapshot("B-32", told(&after));
    let terminal = Command::new(env!("CARGO_BIN_EXE_mutasi")).arg("check").arg(folder.root()).arg("--dry-run").output();
    let told = String::from_utf8(terminal.unwrap().stdout).unwrap();
    let said = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("1 dari 2 berkas; 1 unit kerja; tidak dipakai: pegawai-periksa.xlsx"), "{told}");
    assert!(
        said.contains("Salinan pegawai-periksa.xlsx tidak dipakai karena berkas asalnya juga berubah (B-32)"),
        "{told}"
    );
    assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
}

#[test]
fn of_two_different_copies_none_counts_and_of_two_equal_ones_the_first() {
    let (folder, copy) = checked();
    folder.put("pegawai-periksa.xlsx", &corrected(&copy));
    folder.put("salinan lain.xlsx", &copy);
    let after = check(&folder);
    assert_eq!(used(&after.tables), [ASAL]);
    snapshot("B-33", told(&after));
    folder.put("salinan lain.xlsx", &corrected(&copy));
    let after = check(&folder);
    assert_eq!(used(&after.tables), ["masuk/2026-11/pegawai-periksa.xlsx"]);
    assert!(told(&after).contains("isi salinan ini sama persis dengan “masuk/2026-11/pegawai-periksa.xlsx”"));
}

#[test]
fn without_its_source_a_copy_is_the_source_and_of_several_the_first_by_name() {
    let (folder, copy) = checked();
    fs_err::remove_file(folder.root().join(ASAL)).unwrap();
    folder.put("b.xlsx", &corrected(&copy));
    let after = check(&folder);
    assert_eq!(used(&after.tables), ["masuk/2026-11/b.xlsx"]);
    assert_eq!(after.outputs, ["keluar/2026-11/periksa/pegawai-periksa.xlsx"], "named after the original");
    assert!(told(&after).contains("karena berkas asalnya tidak ada di folder masuk"), "{}", told(&after));
    folder.put("a.xlsx", &copy);
    let after = check(&folder);
    assert_eq!(used(&after.tables), ["masuk/2026-11/a.xlsx"]);
    assert!(told(&after).contains("B-33  masuk/2026-11/b.xlsx"), "{}", told(&after));
}

#[test]
fn a_copy_saved_over_its_source_is_the_source_and_its_copy_replaces_it() {
    let (folder, copy) = checked();
    folder.put("pegawai.xlsx", &corrected(&copy));
    let after = check(&folder);
    assert_eq!(used(&after.tables), [ASAL]);
    assert_eq!(after.outputs, ["keluar/2026-11/periksa/pegawai-periksa.xlsx"]);
    folder.put("perbaikan kedua.xlsx", &out(&folder, "pegawai-periksa.xlsx"));
    let again = check(&folder);
    assert_eq!(used(&again.tables), ["masuk/2026-11/perbaikan kedua.xlsx"], "{}", told(&again));
    assert_eq!(contents(&again.tables), contents(&after.tables));
}

#[test]
fn a_source_that_was_renamed_is_known_by_its_content() {
    let (folder, copy) = checked();
    let bytes = fs_err::read(folder.root().join(ASAL)).unwrap();
    fs_err::remove_file(folder.root().join(ASAL)).unwrap();
    folder.put("data bkpsdm.xlsx", &bytes);
    folder.put("pegawai-periksa.xlsx", &copy);
    let after = check(&folder);
    assert_eq!(used(&after.tables), ["masuk/2026-11/pegawai-periksa.xlsx"]);
    assert_eq!(after.outputs, ["keluar/2026-11/periksa/data bkpsdm-periksa.xlsx"]);
}

#[test]
fn a_copy_of_another_month_is_told() {
    let (folder, copy) = checked();
    folder.put("masuk/2026-12/pegawai-periksa.xlsx", &copy);
    let after = pipeline::check(folder.root(), options(12), &Silent).unwrap();
    assert!(
        render_all(&after.findings)
            .contains("salinan ini dibuat dari berkas November 2026, padahal dibaca untuk Desember 2026")
    );
    assert_eq!(after.outputs, ["keluar/2026-12/periksa/pegawai-periksa.xlsx"]);
}

#[test]
fn a_sheet_lost_from_the_copy_is_told() {
    let schools: &[&[C]] = &[JUDUL_SEKOLAH, &sd_negeri("SD Negeri 1 Bangko", "10501001", 8.0, "Bangko")];
    let folder = Folder::new().with("semua.xlsx", &book(&[("Data", PEOPLE), ("Sekolah", schools)]));
    let before = check(&folder);
    let copy = out(&folder, "semua-periksa.xlsx");
    folder.put("semua-periksa.xlsx", &copy);
    let after = check(&folder);
    assert_eq!(contents(&after.tables), contents(&before.tables));
    folder.put("semua-periksa.xlsx", &edited(&copy, "sheet2.xml", |xml| xml.replace("ROMBEL", "").replace("NPSN", "")));
    let after = check(&folder);
    assert_eq!(used(&after.tables), ["masuk/2026-11/semua-periksa.xlsx"]);
    snapshot("B-34", told(&after));
}

#[test]
fn units_of_merged_cells_come_back_for_every_row() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Data").unwrap();
    write_rows(
        sheet,
        &[
            &[T("UNIT KERJA"), T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN")],
            &[T(""), T("198601012015011001"), T("BUDI"), T("III/d"), T("Guru")],
            &[T(""), T("198601012015012001"), T("SITI"), T("V/z"), T("Guru")],
        ],
    );
    sheet.merge_range(1, 0, 2, 0, "SD Negeri 1 Bangko", &rust_xlsxwriter::Format::new()).unwrap();
    let folder = Folder::new().with("pegawai.xlsx", &workbook.save_to_buffer().unwrap());
    let before = check(&folder);
    assert_eq!(texts(&before.tables.tables[0], "unit"), ["SD Negeri 1 Bangko"; 2]);
    folder.put("pegawai-periksa.xlsx", &out(&folder, "pegawai-periksa.xlsx"));
    assert_eq!(contents(&check(&folder).tables), contents(&before.tables));
}

#[test]
fn a_copy_saved_by_libreoffice_comes_back_as_the_same() {
    if !tools::have("soffice") {
        return;
    }
    let (folder, copy) = checked();
    let before = check(&folder);
    let work = tempfile::tempdir().unwrap();
    let from = work.path().join("pegawai-periksa.xlsx");
    fs_err::write(&from, corrected(&copy)).unwrap();
    for ending in ["xlsx", "ods"] {
        let saved = tools::saved_by_libreoffice(work.path(), &from, ending);
        let name = format!("dari libreoffice.{ending}");
        folder.put(&name, &fs_err::read(saved).unwrap());
        let after = check(&folder);
        assert_eq!(used(&after.tables), [format!("masuk/2026-11/{name}")], "{}", told(&after));
        let same = contents(&after.tables)[0].replace("198601012015012001", "19860101201501200");
        // In an ods the reader tells an error as text.
        let before = contents(&before.tables)[0].clone();
        let before = if ending == "ods" { before.replace("kind: Error", "kind: Text") } else { before };
        assert_eq!(same, before);
        assert!(!codes(&after).contains(&"D-103"));
        assert_eq!(after.outputs, ["keluar/2026-11/periksa/pegawai-periksa.xlsx"]);
        fs_err::remove_file(folder.root().join("masuk/2026-11").join(&name)).unwrap();
    }
}

#[test]
fn a_copy_saved_by_openpyxl_comes_back_as_the_same() {
    if !tools::have_openpyxl() {
        return;
    }
    let (folder, copy) = checked();
    let before = check(&folder);
    let path = folder.put("pegawai-periksa.xlsx", &copy);
    let script = "import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\nbook.save(sys.argv[1])";
    let done = Command::new("python3").args(["-c", script]).arg(&path).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert_ne!(fs_err::read(&path).unwrap(), copy);
    let after = check(&folder);
    assert_eq!(used(&after.tables), ["masuk/2026-11/pegawai-periksa.xlsx"], "{}", told(&after));
    // It keeps no results of formulas, so that an error comes back without its kind; both count as empty.
    let same = contents(&after.tables)[0].replace("Unevaluated", "Error").replace("=#REF!", "#REF!");
    assert_eq!(same, contents(&before.tables)[0]);
}

#[test]
fn a_month_of_untouched_copies_gives_the_same_plan() {
    let folder = Folder::new();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/bangko");
    fs_err::copy(sample.join("mutasi.toml"), folder.root().join("mutasi.toml")).unwrap();
    for file in fs_err::read_dir(sample.join(NOVEMBER)).unwrap().map(Result::unwrap) {
        fs_err::copy(file.path(), folder.root().join(NOVEMBER).join(file.file_name())).unwrap();
    }
    let run = |folder: &Folder| {
        let outcome = with_rows(folder, pipeline::run(folder.root(), options(11), &Silent).unwrap());
        let plan = fs_err::read(folder.root().join("keluar/2026-11/rencana.json")).unwrap();
        (outcome, serde_json::from_slice::<Value>(&plan).unwrap())
    };
    let (before, plan) = run(&folder);
    let copies = fs_err::read_dir(folder.root().join("keluar/2026-11/periksa")).unwrap().map(Result::unwrap);
    let copies: Vec<_> = copies.map(|copy| (copy.file_name(), copy.path())).collect();
    assert!(copies.len() > 2);
    for (name, path) in &copies {
        fs_err::copy(path, folder.root().join(NOVEMBER).join(name)).unwrap();
    }
    let (after, same) = run(&folder);
    assert_eq!(told(&after).matches("B-31").count(), copies.len());
    assert_eq!(contents(&after.tables), contents(&before.tables));
    assert_eq!(faults(&after).len(), faults(&before).len());
    // A cell to fill is told in the file it was read from: now the copy.
    let as_before = |part: &Value| part.to_string().replace("-periksa.xlsx", ".xlsx");
    for part in ["perpindahan", "tidak_terpenuhi", "nilai_rencana", "sertifikat"] {
        assert_eq!(as_before(&same[part]), plan[part].to_string(), "{part}");
    }
}
