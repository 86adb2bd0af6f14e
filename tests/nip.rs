//! NIP that went through a spreadsheet: exact digits from the file, repair from another file, and never a guess.

mod read_kit;
mod support;

use mutasi::finding::{Finding, Noted};
use mutasi::model::cells::{CellKind, Kind};
use mutasi::model::roster::Roster;
use read_kit::{C, Folder, book, edited, xlsx};
use support::{Row, checked, guru, rendered, sd, tables, with};

const WHOLE: &str = "198601012015012001";
/// What Excel keeps of it.
const CUT: &str = "=1.98601012015012e17";

/// A workbook of people whose NIP cells hold these texts in the XML, without a type: numbers.
fn numbers(stored: &[&str]) -> Vec<u8> {
    let mut rows: Vec<Vec<C>> = vec![vec![C::T("NAMA"), C::T("NIP"), C::T("JABATAN"), C::T("UNIT KERJA")]];
    rows.extend((0..stored.len()).map(|at| {
        vec![C::T("SITI AMINAH"), C::N(at as f64 + 0.5), C::T("Guru Kelas Ahli Pertama"), C::T("SD Negeri 1 Bangko")]
    }));
    let rows: Vec<&[C]> = rows.iter().map(Vec::as_slice).collect();
    edited(&xlsx(&rows), "sheet1.xml", |xml| {
        let texts = stored.iter().enumerate();
        texts.fold(xml, |xml, (at, text)| xml.replace(&format!("<v>{at}.5</v>"), &format!("<v>{text}</v>")))
    })
}

/// Kind and text of the NIP cells as read.
fn nip_cells(bytes: &[u8]) -> Vec<(CellKind, String)> {
    let noted = Folder::new().with("pegawai.xlsx", bytes).read();
    let cells = noted.value.tables[0].rows.iter().map(|row| row.cell(1).unwrap());
    cells.map(|cell| (cell.kind, cell.text.to_string())).collect()
}

fn texts(bytes: &[u8]) -> Vec<String> {
    nip_cells(bytes).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn digits_stored_exactly_are_read_from_the_file_and_used_with_a_finding() {
    let bytes = numbers(&[WHOLE, "198703022010012010", "198804052011011040"]);
    assert!(nip_cells(&bytes).iter().all(|(kind, _)| *kind == CellKind::Number));
    assert_eq!(texts(&bytes), [WHOLE, "198703022010012010", "198804052011011040"]);
    let noted = checked(&Folder::new().with("pegawai.xlsx", &bytes).read().value);
    let read: Vec<&str> = noted.value.pegawai.iter().map(|pegawai| pegawai.nip.digits()).collect();
    assert_eq!(read, [WHOLE, "198703022010012010", "198804052011011040"]);
    let text = rendered(&noted.findings);
    assert!(text.contains("D-121  masuk/2026-11/pegawai.xlsx › Data › B2"), "{text}");
    assert!(text.contains(&format!("ke-18 angkanya masih utuh di dalam berkas: {WHOLE}")), "{text}");
}

#[test]
fn digits_a_double_may_have_printed_are_not_trusted() {
    // JavaScript and Rust fill up with zeros, `%.0f` prints the exact value of the double: no witness in the column.
    let cut = |stored: &str| format!("{:e}", stored.parse::<f64>().unwrap());
    for stored in ["198601012015012000", "198601012015012010", "198601012015012032", "1.98601012015012E+17"] {
        assert_eq!(texts(&numbers(&[stored])), [cut(stored)], "{stored}");
    }
    // One number that no double prints vouches for its column.
    assert_eq!(texts(&numbers(&["198601012015012010", WHOLE])), ["198601012015012010", WHOLE]);
    // A cell that Excel cut stays cut beside it.
    assert_eq!(texts(&numbers(&["1.98601012015012E+17", WHOLE])), [cut("1.98601012015012E+17"), WHOLE.to_string()]);
}

#[test]
fn the_sheet_the_column_and_the_row_are_those_of_the_table() {
    let header: &[C] = &[C::T("NAMA"), C::T("NIP"), C::T("JABATAN"), C::T("UNIT KERJA")];
    let person = |nip| [C::T("SITI AMINAH"), C::N(nip), C::T("Guru Kelas"), C::T("SD Negeri 1 Bangko")];
    let (first, second) = (person(0.5), person(1.5));
    let bytes = book(&[("A & B", &[header, &first]), ("Data", &[&[C::T("DAFTAR PEGAWAI")], header, &second])]);
    let bytes = edited(&bytes, ".xml", |xml| {
        let xml = xml.replace("<v>0.5</v>", "<v>198703022010012003</v>");
        xml.replace("<v>1.5</v>", &format!("<v>{WHOLE}</v>")).replace(" r=\"B3\"", "").replace(" r=\"A3\"", "")
    });
    let noted = Folder::new().with("pegawai.xlsx", &bytes).read();
    let nip = |at: usize| noted.value.tables[at].rows[0].cells().nth(1).unwrap().text;
    assert_eq!((nip(0), nip(1)), ("198703022010012003", WHOLE));
}

/// A month of these files of people.
fn files(files: Vec<Vec<Row>>) -> Noted<Roster> {
    let people = files.into_iter().map(|rows| (Kind::Pegawai, rows));
    checked(&tables(people.chain([(Kind::Sekolah, vec![sd()])]).collect()))
}

fn codes(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.kode.code).collect()
}

#[test]
fn one_nip_of_another_file_with_the_same_name_is_taken_and_said() {
    for cut in [CUT, "1,98601012015012E+17", "198601012015012000", "=198601012015012000"] {
        // The other file knows the person, but not where she works: her row here is the one that counts.
        let other = with(&guru(), &[("unit", "SDN 77 Bangko")]);
        let noted = files(vec![vec![with(&guru(), &[("nip", cut)])], vec![other]]);
        let people: Vec<&str> = noted.value.pegawai.iter().map(|pegawai| pegawai.nip.digits()).collect();
        assert_eq!((people, noted.value.tak_terbaca.len()), (vec![WHOLE], 0), "{cut}");
        assert!(noted.value.pegawai[0].place.file.ends_with("pegawai.xlsx"), "{cut}");
        let repaired = noted.findings.iter().find(|finding| finding.kode.code == "D-128").unwrap();
        assert!(repaired.problem.contains(&format!("menjadi {WHOLE} menurut pegawai-2.xlsx › Data › A2")));
        assert!(!codes(&noted.findings).iter().any(|code| ["D-102", "D-116"].contains(code)), "{cut}");
    }
}

#[test]
fn nothing_is_taken_where_two_fit_or_the_name_or_the_digits_differ() {
    let twin = with(&guru(), &[("nip", "198601012015012002")]);
    let renamed = with(&guru(), &[("nama", "SITI AMINAH RAHAYU")]);
    let nameless = with(&guru(), &[("nama", "~")]);
    let younger = with(&guru(), &[("nip", "198601022015012001")]);
    for (cut, code) in [(CUT, "D-102"), ("198601012015012000", "D-116")] {
        let row = || with(&guru(), &[("nip", cut)]);
        for other in [vec![guru(), twin.clone()], vec![renamed.clone()], vec![nameless.clone()], vec![younger.clone()]]
        {
            let noted = files(vec![vec![row()], other]);
            let text = rendered(&noted.findings);
            assert!(text.contains(code) && !text.contains("D-128") && !text.contains("usulan"), "{text}");
            assert!(noted.value.pegawai.iter().all(|pegawai| pegawai.place.file.ends_with("pegawai-2.xlsx")));
        }
    }
    // Two files that agree are one answer; two that differ are none.
    let cut = || vec![with(&guru(), &[("nip", CUT)])];
    assert!(codes(&files(vec![cut(), vec![guru()], vec![guru()]]).findings).contains(&"D-128"));
    assert!(!codes(&files(vec![cut(), vec![guru()], vec![twin]]).findings).contains(&"D-128"));
    // Too few digits, or digits that rounding may have changed.
    for cut in ["1,98601E+17", "=1.9860101201501201e17"] {
        let noted = files(vec![vec![with(&guru(), &[("nip", cut)])], vec![guru()]]);
        assert!(!codes(&noted.findings).contains(&"D-128"), "{cut}");
    }
}

#[test]
fn what_the_own_file_tells_is_offered_only() {
    let noted = files(vec![vec![with(&guru(), &[("nip", CUT)]), guru()]]);
    let finding = noted.findings.iter().find(|finding| finding.kode.code == "D-102").unwrap();
    assert!(
        finding.remedy.ends_with(&format!("; usulan dari pegawai.xlsx › Data › A3: {WHOLE}.")),
        "{}",
        finding.remedy
    );
    // Also where another file tells the same: the row may be somebody else with the same 15 digits.
    let noted = files(vec![vec![with(&guru(), &[("nip", CUT)]), guru()], vec![guru()]]);
    assert!(!codes(&noted.findings).contains(&"D-128"));
}

#[test]
fn two_rows_of_a_file_that_fit_one_nip_take_it_neither() {
    let cut = || with(&guru(), &[("nip", CUT)]);
    let noted = files(vec![vec![cut(), cut()], vec![guru()]]);
    let offered = noted.findings.iter().filter(|finding| finding.remedy.contains("usulan dari pegawai-2.xlsx"));
    assert_eq!(offered.count(), 2);
    // In two files they are the same person twice more.
    let noted = files(vec![vec![cut()], vec![cut()], vec![guru()]]);
    assert_eq!(noted.value.pegawai.len(), 1);
    assert_eq!(codes(&noted.findings).iter().filter(|code| **code == "D-128").count(), 2);
}
