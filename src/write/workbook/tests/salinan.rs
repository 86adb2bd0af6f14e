//! Annotated copies.

use calamine::{Data, Reader};

use super::*;
use crate::finding::{Subjek, catalogue};
use crate::model::cells::{CellKind, CellSink, ColumnMap, Kind, RawCell, RawRow, SheetCell, Table};
use crate::settings::Settings;
use crate::write::workbook::{Salinan, wants_copy};

/// A title row, a header in row 2, two people.
const ROWS: [[&str; 5]; 4] = [
    ["DAFTAR PEGAWAI", "", "", "", ""],
    ["NIP", "NAMA", "GOL", "NIK", "TMT"],
    ["198601012015011001", "BUDI", "V/z", "1502014508900003", "2019-08-01"],
    ["199001022023212001", "=SUM(A1)", "III/a", "1502014508900004", "12.5"],
];

fn table(last_col: u32) -> Table {
    let columns = vec![ColumnMap { col: 0, name: "nip", header: "NIP".into() }];
    Table {
        source: 0,
        sheet: "Data".into(),
        kind: Kind::Pegawai,
        header_row: 1,
        last_col,
        columns,
        rows: Vec::new(),
        title_unit: None,
        title_kecamatan: None,
        title_tahun: None,
        groups: Vec::new(),
        private_cols: vec![3],
        bentuk: Default::default(),
        periode: None,
    }
}

fn cell(row: u32, col: u32, text: &str) -> SheetCell {
    let (kind, number) = match text {
        "2019-08-01" => (CellKind::Date, Some(43_678.0)),
        "12.5" => (CellKind::Number, Some(12.5)),
        "TRUE" => (CellKind::Boolean, None),
        _ => (CellKind::Text, None),
    };
    SheetCell { row, col, kind, text: text.into(), number }
}

fn feed(salinan: &mut Salinan<'_>, name: &str, rows: &[[&str; 5]]) {
    salinan.sheet(name, true).unwrap();
    for (row, cells) in rows.iter().enumerate() {
        for (col, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            salinan.cell(cell(row as u32, col as u32, text)).unwrap();
        }
    }
}

fn copy(findings: &[Finding], settings: &Settings, last_col: u32, sheets: &[(&str, &[[&str; 5]])]) -> Artifact {
    let (source, table) = (source(PEGAWAI), table(last_col));
    let findings: Vec<&Finding> = findings.iter().collect();
    let mut salinan = Salinan::new(&source, &[&table], &findings, settings).unwrap();
    for (name, rows) in sheets {
        feed(&mut salinan, name, rows);
    }
    salinan.finish().unwrap()
}

fn usual(findings: &[Finding]) -> Artifact {
    copy(findings, &Settings::default(), 4, &[("Data", &ROWS)])
}

fn faults() -> Vec<Finding> {
    vec![
        finding(&catalogue::GOLONGAN_ASING, "C3", "V/z"),
        finding(&catalogue::LAHIR_BEDA_NIP, "A3", "198601012015011001"),
    ]
}

#[test]
fn every_cell_keeps_its_address_and_its_kind() {
    let copy = usual(&faults());
    assert_eq!(copy.path, "periksa/pegawai-periksa.xlsx");
    let range = sheet(&copy, "Data");
    for (row, cells) in ROWS.iter().enumerate() {
        for (col, expected) in cells.iter().enumerate().filter(|(col, _)| *col < 3) {
            assert_eq!(text(&range, row as u32, col as u32), *expected);
        }
    }
    assert!(matches!(range.get_value((2, 0)), Some(Data::String(_))), "NIP stays text");
    assert!(matches!(range.get_value((2, 4)), Some(Data::DateTime(date)) if date.as_f64() == 43_678.0));
    assert_eq!(range.get_value((3, 4)), Some(&Data::Float(12.5)));
    assert!(open(&copy).worksheet_formula("Data").unwrap().used_cells().next().is_none());
}

#[test]
fn an_nip_stored_as_a_number_with_all_its_digits_keeps_them_as_text() {
    let number = |stored: &str, found: &str| {
        let (source, table) = (source(PEGAWAI), table(4));
        let finding = finding(&catalogue::DITAFSIRKAN, "A3", found);
        let mut salinan = Salinan::new(&source, &[&table], &[&finding], &Settings::default()).unwrap();
        salinan.sheet("Data", true).unwrap();
        let number = Some(stored.parse().unwrap());
        salinan.cell(SheetCell { row: 2, col: 0, kind: CellKind::Number, text: "1.98e17".into(), number }).unwrap();
        sheet(&salinan.finish().unwrap(), "Data").get_value((2, 0)).cloned()
    };
    let (whole, other) = ("198601012015011001", "198601012015099999");
    assert_eq!(number(whole, whole), Some(Data::String(whole.into())));
    assert!(matches!(number(other, whole), Some(Data::Float(_))), "a finding about something else");
}

#[test]
fn status_and_problem_stand_behind_the_last_column() {
    let range = sheet(&usual(&faults()), "Data");
    assert_eq!((text(&range, 1, 5), text(&range, 1, 6)), ("STATUS".into(), "MASALAH".into()));
    assert_eq!(text(&range, 2, 5), "GALAT", "the gravest of the row");
    assert!(text(&range, 2, 6).starts_with("A3 D-201: "), "{}", text(&range, 2, 6));
    assert!(text(&range, 2, 6).contains("; C3 D-104: "));
    assert_eq!(text(&range, 3, 5), "");
}

#[test]
fn a_personal_column_keeps_its_header_and_loses_its_content() {
    let copy = usual(&faults());
    let range = sheet(&copy, "Data");
    assert_eq!(text(&range, 1, 3), "NIK");
    assert_eq!((text(&range, 2, 3), text(&range, 3, 3)), (String::new(), String::new()));
    assert!(part(&copy, "xl/comments1.xml").contains("tidak disalin"));
    assert!(!part(&copy, "xl/worksheets/sheet1.xml").contains("1502014508900003"));
}

#[test]
fn a_nik_in_the_wrong_column_is_in_no_part_of_the_copy() {
    let mut rows = ROWS;
    rows[2][0] = "1502014508900003";
    let findings = [finding(&catalogue::NIP_BUKAN_NIP, "A3", "1502014508900003")];
    let copy = copy(&findings, &Settings::default(), 4, &[("Data", &rows)]);
    for name in ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/comments1.xml"] {
        let xml = part(&copy, name);
        assert!(xml.contains("NIK tidak disalin") && !xml.contains("1502014508900003"), "{name}");
    }
}

#[test]
fn an_office_may_keep_personal_columns() {
    let mut settings = Settings::default();
    settings.privasi.salin_kolom_pribadi = true;
    let copy = copy(&faults(), &settings, 4, &[("Data", &ROWS)]);
    assert_eq!(text(&sheet(&copy, "Data"), 2, 3), "1502014508900003");
}

#[test]
fn an_unknown_sheet_is_copied_without_its_personal_columns() {
    let other = [["catatan", "AGAMA", "", "", ""], ["x", "Islam", "1502014508900003", "", ""]];
    let copy = copy(&faults(), &Settings::default(), 4, &[("Data", &ROWS), ("Lain", &other)]);
    let range = sheet(&copy, "Lain");
    assert_eq!((text(&range, 1, 0), text(&range, 1, 1)), ("x".into(), String::new()));
    assert_eq!(text(&range, 1, 2), "NIK tidak disalin");
    assert_eq!(range.end(), Some((1, 2)), "no added columns");
}

#[test]
fn a_fault_in_an_empty_cell_or_row_is_marked_too() {
    let findings = [finding(&catalogue::NIP_KOSONG, "A6", ""), finding(&catalogue::GOLONGAN_ASING, "C9", "")];
    let range = sheet(&usual(&findings), "Data");
    assert_eq!(text(&range, 5, 5), "GALAT");
    assert_eq!(text(&range, 8, 5), "GALAT");
}

#[test]
fn the_list_of_faults_links_to_each_cell() {
    let mut faults = faults();
    faults[0] = faults[0].clone().with_usulan("III/d").about(Subjek::of(Some("SITI"), Some("198601012015012001")));
    let copy = usual(&faults);
    let range = sheet(&copy, "Perbaikan");
    let row = |at: u32| (0..12).map(|col| text(&range, at, col)).collect::<Vec<_>>();
    let titles = ["No", "Lembar", "Sel", "NIP", "Nama", "Tingkat", "Kode", "Isi sekarang", "Masalah"];
    assert_eq!(row(3)[..9], titles);
    assert_eq!(row(3)[9..], ["Cara memperbaiki", "Usulan", "Sudah?"]);
    assert_eq!(row(4)[..7], ["1", "Data", "C3", "198601012015012001", "SITI", "GALAT", "D-104"]);
    assert_eq!(row(4)[10..], ["III/d", "Belum"]);
    assert_eq!((&*row(5)[3], &*row(5)[4], &*row(5)[10]), ("", "SITI AMINAH", ""), "without NIP and proposal");
    let xml = part(&copy, "xl/worksheets/sheet2.xml");
    assert!(xml.contains("location=\"'Data'!C3\""));
    assert!(xml.contains("\"Ya,Belum\""), "the last column is a dropdown");
}

#[test]
fn notes_stop_at_two_thousand_and_the_list_does_not() {
    let findings: Vec<Finding> =
        (0..2_500).map(|row| finding(&catalogue::GOLONGAN_ASING, &format!("C{}", row + 3), "V/z")).collect();
    let copy = usual(&findings);
    // The note on the NIK header is one of them.
    assert_eq!(part(&copy, "xl/comments1.xml").matches("<comment ").count(), 2_000);
    assert_eq!(sheet(&copy, "Perbaikan").end().unwrap().0, 3 + 2_500);
}

#[test]
fn a_copy_that_comes_back_gets_no_second_status_and_no_second_list() {
    let back = [
        ["DAFTAR", "", "", "", ""],
        ["NIP", "NAMA", "GOL", "STATUS", "MASALAH"],
        ["198601012015011001", "BUDI", "V/z", "", ""],
        ["199001022023212001", "SITI", "III/a", "GALAT", "C4 D-104: lama"],
    ];
    let list = [["Daftar Perbaikan – masuk/2026-11/pegawai.xlsx", "", "", "", ""], ["1", "", "", "", ""]];
    for last_col in [4, 2] {
        let copy = copy(&faults(), &Settings::default(), last_col, &[("Data", &back), ("Perbaikan", &list)]);
        let range = sheet(&copy, "Data");
        assert_eq!(text(&range, 2, 3), "GALAT");
        assert_eq!((text(&range, 3, 3), text(&range, 3, 4)), (String::new(), String::new()));
        assert_eq!(range.end().unwrap().1, 4);
        assert_eq!(open(&copy).sheet_names(), ["Data", "Perbaikan"]);
    }
}

#[test]
fn names_excel_refuses_are_mended() {
    let long = "Rekapitulasi pegawai seluruh puskesmas";
    let copy = copy(&faults(), &Settings::default(), 4, &[(long, &ROWS), (long, &ROWS), ("Perbaikan", &ROWS)]);
    let names = open(&copy).sheet_names();
    assert_eq!(names[2..], ["Perbaikan", "Perbaikan (2)"]);
    assert_ne!(names[0], names[1]);
    assert!(names.iter().all(|name| name.chars().count() <= 31));
}

#[test]
fn the_copy_says_that_it_is_one_and_of_what() {
    let copy = usual(&faults());
    let custom = part(&copy, "docProps/custom.xml");
    assert!(custom.contains("name=\"mutasi\"") && custom.contains("salinan-periksa"), "{custom}");
    assert!(custom.contains(&"ab".repeat(32)));
    assert!(part(&copy, "docProps/core.xml").contains("2026-11-01T00:00:00Z"));
}

#[test]
fn the_same_source_gives_the_same_bytes() {
    assert!(usual(&faults()).bytes == usual(&faults()).bytes);
}

#[test]
fn only_a_fault_in_a_cell_asks_for_a_copy() {
    let source = source(PEGAWAI);
    let cell = finding(&catalogue::GOLONGAN_ASING, "C3", "V/z");
    let info = finding(&catalogue::ZONA_ABU, "C3", "7");
    let whole = Finding::new(&catalogue::KOLOM_WAJIB, Place::sheet(PEGAWAI, "Data"), "", "kolom NIP tidak ada");
    let elsewhere = Finding { place: Place::sheet("masuk/2026-11/lain.xlsx", "Data").at(2, 2), ..cell.clone() };
    assert!(wants_copy(&source, &[&info, &cell]));
    assert!(!wants_copy(&source, &[&info, &whole, &elsewhere]));
}

/// A copy to look at.
pub(super) fn example() -> Artifact {
    let mut findings = faults();
    findings.push(finding(&catalogue::DITAFSIRKAN, "C4", "IIIa"));
    usual(&findings)
}

#[test]
fn what_was_read_of_a_cell_stands_in_the_copy() {
    let (source, mut table) = (source(PEGAWAI), table(4));
    let read = |col, kind, text| RawCell { col, kind, text };
    let nip = "198601012015011003";
    table.rows = vec![
        RawRow::of(2, [read(0, CellKind::Number, nip), read(2, CellKind::Text, "III/a")]),
        RawRow::of(3, [read(0, CellKind::Number, "1.98e17"), read(2, CellKind::Text, "III/a")]),
    ];
    let mut salinan = Salinan::new(&source, &[&table], &[], &Settings::default()).unwrap();
    salinan.sheet("Data", true).unwrap();
    for row in [2, 3] {
        let number = Some(198_601_012_015_011_000.0);
        salinan.cell(SheetCell { row, col: 0, kind: CellKind::Number, text: "1.98e17".into(), number }).unwrap();
    }
    let range = sheet(&salinan.finish().unwrap(), "Data");
    assert_eq!(range.get_value((2, 0)), Some(&Data::String(nip.into())));
    assert_eq!(range.get_value((3, 0)), Some(&Data::Float(198_601_012_015_011_000.0)));
    assert_eq!((text(&range, 2, 2), text(&range, 3, 2)), ("III/a".into(), "III/a".into()), "merged cells are repeated");
}

#[test]
fn the_list_tells_both_ways_to_correct() {
    let note = text(&sheet(&usual(&faults()), "Perbaikan"), 1, 0);
    assert!(note.contains("Perbaiki salinan ini lalu taruh di masuk/2026-11/ di samping berkas asalnya"), "{note}");
    assert!(note.contains("atau perbaiki sel yang sama di berkas asal"), "{note}");
    // The printed page holds about 230 letters in one line; the folder may be longer than here.
    assert!(note.chars().count() < 200, "{note}");
}

#[test]
fn a_row_with_a_cell_of_two_lines_is_as_high_as_both() {
    let rows = [ROWS[0], ROWS[1], ["198601012015011001", "BUDI\nSANTOSO", "V/z", "", ""]];
    let copy = copy(&faults(), &Settings::default(), 4, &[("Data", &rows)]);
    let xml = part(&copy, "xl/worksheets/sheet1.xml");
    let height =
        |row: u32| xml.split(&format!("<row r=\"{row}\"")).nth(1).is_some_and(|row| row[..60].contains("ht=\""));
    assert_eq!((height(3), height(2)), (true, false), "{xml}");
}

#[test]
fn a_row_with_faults_is_as_high_as_all_that_is_written_in_it() {
    let long = "Pengelola Urusan Penyelenggaraan Pemerintahan Bidang Pendidikan Dasar";
    let person = |text| ["198601012015011001", "BUDI", "V/z", "", text];
    let rows = [ROWS[0], ROWS[1], person(long), person(long), person("")];
    let one = finding(&catalogue::GOLONGAN_ASING, "C3", "V/z");
    let many = ["A5", "B5", "C5", "E5"].map(|cell| finding(&catalogue::LAHIR_BEDA_NIP, cell, "198601012015011001"));
    let findings: Vec<Finding> = many.into_iter().chain([one]).collect();
    let copy = copy(&findings, &Settings::default(), 4, &[("Data", &rows)]);
    let xml = part(&copy, "xl/worksheets/sheet1.xml");
    let points = |row: u32| {
        let start = xml.split_once(&format!("<row r=\"{row}\"")).unwrap().1.split_once('>').unwrap().0;
        start.split_once("ht=\"").map(|(_, height)| height.split_once('"').unwrap().0.parse::<f64>().unwrap())
    };
    assert_eq!((points(3), points(4)), (Some(28.5), None), "a long cell beside a fault takes two lines");
    assert!(points(5).unwrap() > 28.5, "four problems take more than two lines: {xml}");
    assert!(part(&copy, "xl/styles.xml").contains("wrapText=\"1\""));
}
