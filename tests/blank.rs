//! Blank input workbooks: what a clerk fills in there is read and checked without a fault.

mod read_kit;
#[path = "support/tools.rs"]
#[allow(dead_code, reason = "of the tools this file needs the search for commands only")]
mod tools;

use std::io::{Cursor, Read as _};
use std::sync::OnceLock;

use calamine::{Data, Reader as _, Xlsx};
use jiff::civil::date;
use mutasi::finding::{Finding, Severity};
use mutasi::model::cells::{Kind, Tables};
use mutasi::model::tanggal::{HariTmt, parse_tanggal};
use mutasi::model::wilayah::Wilayah;
use mutasi::schema::{self, Column, Values};
use mutasi::settings::{DEFAULTS, Settings};
use mutasi::{check, law, write};
use read_kit::{Folder, edited};
use rust_xlsxwriter::{Format, Workbook};

/// A region whose kecamatan are known.
const MERANGIN: &str = "15.02";

fn blank(kind: Kind) -> Vec<u8> {
    write::workbook::blank(kind, &law::wilayah(MERANGIN)).unwrap().bytes
}

/// Everything that reading and checking say of a month of these workbooks.
fn found(workbooks: &[Vec<u8>]) -> (Tables, Vec<Finding>) {
    let folder = Folder::new();
    for (at, bytes) in workbooks.iter().enumerate() {
        folder.put(&format!("{at}.xlsx"), bytes);
    }
    let tables = folder.read();
    let roster = check::roster(&tables.value, date(2026, 12, 1), law::wilayah(MERANGIN), None);
    let findings = tables.findings.into_iter().chain(roster.findings).collect();
    (tables.value, findings)
}

fn told(findings: &[Finding]) -> String {
    findings.iter().map(|f| format!("{} {} {}\n", f.kode.code, f.place, f.problem)).collect()
}

/// One part of a workbook as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    zip::ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The blank as a clerk saves it who copied the row of the sheet Contoh to the first row of the sheet Data.
fn filled_in_place(bytes: &[u8]) -> Vec<u8> {
    let example = part(bytes, "xl/worksheets/sheet2.xml");
    let row = example.split("<row r=\"5\"").nth(1).and_then(|rest| rest.split("</row>").next()).unwrap();
    let cells: String = row.split_once('>').unwrap().1.split("5\"").collect::<Vec<_>>().join("2\"");
    edited(bytes, "sheet1.xml", |text| {
        text.replace("</row></sheetData>", &format!("</row><row r=\"2\">{cells}</row></sheetData>"))
    })
}

/// The sheet Data written anew at the columns of the blank, with a row of examples and the given changes.
/// A change to nothing leaves the cell empty.
fn copy_with(kind: Kind, changes: &[(&str, &str)]) -> Vec<u8> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(blank(kind))).unwrap();
    let header = book.worksheet_range("Data").unwrap();
    let mut copy = Workbook::new();
    let sheet = copy.add_worksheet();
    let day = Format::new().set_num_format("dd-mm-yyyy");
    for (col, cell) in (0u16..).zip(header.rows().next().unwrap()) {
        let Data::String(title) = cell else { panic!("{cell} is no header") };
        let column = schema::of(kind).asked().iter().find(|column| column.title == title).unwrap();
        sheet.write_string(0, col, title).unwrap();
        let change = changes.iter().find(|(name, _)| *name == column.name).map(|(_, text)| *text);
        let text = change.unwrap_or(if column.in_example { column.example } else { "" });
        match column.values {
            _ if text.is_empty() => continue,
            Values::Bilangan => sheet.write_number(1, col, text.parse::<f64>().unwrap()),
            Values::Tanggal | Values::TanggalSatu => {
                let typed = parse_tanggal(text, HariTmt::Bebas).unwrap().tanggal;
                sheet.write_datetime_with_format(1, col, typed, &day)
            }
            _ => sheet.write_string(1, col, text),
        }
        .unwrap();
    }
    copy.save_to_buffer().unwrap()
}

fn faultless(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.severity() == Severity::Info)
}

#[test]
fn every_column_of_a_blank_is_recognised() {
    for kind in Kind::ALL {
        let (tables, findings) = found(&[blank(kind)]);
        let [table] = tables.tables.as_slice() else { panic!("{kind:?} has {} tables", tables.tables.len()) };
        assert_eq!((table.kind, table.header_row), (kind, 0));
        let read: Vec<_> = table.columns.iter().map(|column| column.name).collect();
        let known: Vec<_> = schema::of(kind).asked().iter().map(|column| column.name).collect();
        assert_eq!(read, known);
        assert!(findings.iter().all(|finding| finding.kode.code == "D-127"), "{}", told(&findings));
    }
}

#[test]
fn an_empty_blank_is_told_and_is_no_fault() {
    let (_, findings) = found(&Kind::ALL.map(blank));
    let codes: Vec<_> = findings.iter().map(|finding| finding.kode.code).collect();
    assert_eq!(codes, ["D-127"; Kind::ALL.len()], "{}", told(&findings));
    assert!(faultless(&findings));
    assert!(told(&findings).contains("lembar data pegawai ini belum berisi satu baris pun"));
}

#[test]
fn the_example_row_typed_into_every_blank_passes_without_a_finding() {
    let (tables, findings) = found(&Kind::ALL.map(|kind| filled_in_place(&blank(kind))));
    assert_eq!(tables.tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [1; Kind::ALL.len()]);
    assert_eq!(told(&findings), "");
}

#[test]
fn a_copy_filled_at_the_same_columns_passes_without_a_finding() {
    let (_, findings) = found(&Kind::ALL.map(|kind| copy_with(kind, &[])));
    assert_eq!(told(&findings), "");
}

#[test]
fn every_column_takes_its_example() {
    for kind in Kind::ALL {
        for column in schema::of(kind).asked().iter().filter(|column| !column.in_example) {
            let mut changes = vec![(column.name, column.example)];
            if matches!(column.name, "hukdis_akhir") {
                changes.push(("hukdis_mulai", schema::of(kind).column("hukdis_mulai").unwrap().example));
            }
            if matches!(column.name, "gelar_belakang" | "gelar_depan") {
                changes.push(("nama", "Budi Santoso"));
            }
            let (_, findings) = found(&month_with(kind, &changes));
            assert_eq!(told(&findings), "", "{kind:?} {}", column.name);
        }
    }
}

/// The copy without changes, made once.
fn examples(kind: Kind) -> Vec<u8> {
    static MADE: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    let made = MADE.get_or_init(|| Kind::ALL.map(|kind| copy_with(kind, &[])).to_vec());
    made[Kind::ALL.iter().position(|each| *each == kind).unwrap()].clone()
}

/// The month of examples with changes in one of its workbooks. Lists follow the NIP of the person they are about.
fn month_with(kind: Kind, changes: &[(&str, &str)]) -> Vec<Vec<u8>> {
    let nip: Vec<_> = changes.iter().filter(|(name, _)| *name == "nip").copied().collect();
    let of = |each| match each {
        _ if each == kind => copy_with(each, changes),
        _ if kind == Kind::Pegawai && Kind::ADDING.contains(&each) && !nip.is_empty() => copy_with(each, &nip),
        _ => examples(each),
    };
    Kind::ALL.map(of).to_vec()
}

/// What else a row must say for a word of a list to be true: a golongan of PPPK belongs to a PPPK.
fn suiting(column: &Column, word: &str) -> Vec<(&'static str, String)> {
    let pppk = || {
        let empty = ["pangkat", "tmt_pns", "tmt_gol"].map(|name| (name, String::new()));
        let mut row = vec![("nip", "198601012015211001".to_string()), ("status_asn", "PPPK".into())];
        row.extend(empty);
        row
    };
    match column.name {
        "jenis_kelamin" if word == "P" => vec![("nip", "198601012015012001".into())],
        "golongan" if word.contains('/') => vec![("pangkat", String::new())],
        "golongan" => pppk(),
        "pangkat" => vec![("golongan", String::new())],
        "status_asn" if word.starts_with("PPPK") => {
            let mut row = pppk();
            row.extend([("golongan", "IX".to_string())]);
            row.retain(|(name, _)| *name != "status_asn");
            row
        }
        "status_asn" if word == "CPNS" => vec![("tmt_pns", String::new())],
        // Whoever exempts says from what.
        "keputusan" if word == "Kecualikan aturan" => vec![("aturan", "A-101".to_string())],
        // A leader is no teacher: the jabatan of the example goes with the jabatan fungsional alone.
        "jenis_jabatan" if !word.contains("ungsional") => vec![("jabatan", "Pengelola Kepegawaian".to_string())],
        _ => Vec::new(),
    }
}

#[test]
fn every_word_of_every_list_is_accepted() {
    let mut tried = 0;
    for kind in Kind::ALL {
        for column in schema::of(kind).asked() {
            for word in column.values.words() {
                let suiting = suiting(column, &word);
                let mut changes: Vec<(&str, &str)> =
                    suiting.iter().map(|(name, text)| (*name, text.as_str())).collect();
                changes.push((column.name, &word));
                let (_, findings) = found(&month_with(kind, &changes));
                assert_eq!(told(&findings), "", "{kind:?} {} {word}", column.name);
                tried += 1;
            }
        }
    }
    assert!(tried > 100, "only {tried} words");
}

#[test]
fn every_kecamatan_of_the_list_is_a_known_one() {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(blank(Kind::Unit))).unwrap();
    // The names of 24 kecamatan are longer than the 255 letters of a dropdown's own list.
    let list = book.worksheet_range("_daftar").unwrap();
    let wilayah = law::wilayah(MERANGIN);
    assert_eq!(list.rows().count(), wilayah.kecamatan.len());
    assert!(list.rows().all(|row| wilayah.by_name(&row[0].to_string()).is_some()));
    let sheets = part(&blank(Kind::Unit), "xl/workbook.xml");
    assert!(sheets.contains("name=\"_daftar\" sheetId=\"4\" state=\"veryHidden\""), "{sheets}");
}

#[test]
fn cells_are_guarded_for_two_thousand_rows() {
    let sheet = part(&blank(Kind::Pegawai), "xl/worksheets/sheet1.xml");
    let rule = |col: &str| {
        let at = sheet.find(&format!("sqref=\"{col}2:{col}2001\"")).unwrap_or_else(|| panic!("{col} has no rule"));
        let start = sheet[..at].rfind("<dataValidation ").unwrap();
        sheet[start..].split("</dataValidation>").next().unwrap().to_string()
    };
    let col = |name: &str| {
        let at = schema::of(Kind::Pegawai).columns.iter().position(|column| column.name == name).unwrap();
        rust_xlsxwriter::utility::column_number_to_name(at as u16)
    };
    let nip = rule(&col("nip"));
    assert!(nip.contains("type=\"textLength\"") && nip.contains("errorStyle=\"warning\""), "{nip}");
    assert!(nip.contains("<formula1>18</formula1>") && nip.contains("18 angka"), "{nip}");
    assert!(rule(&col("tgl_lahir")).contains("type=\"date\""));
    let tmt = rule(&col("tmt_gol"));
    assert!(tmt.contains(&format!("DAY({}2)=1", col("tmt_gol"))), "{tmt}");
    assert!(rule(&col("jenis_kelamin")).contains("<formula1>\"L,P\"</formula1>"));
    assert!(rule(&col("kecamatan")).contains("'_daftar'!$A$1:$A$"));
    let rombel = part(&blank(Kind::Sekolah), "xl/worksheets/sheet1.xml");
    assert_eq!(rombel.matches("type=\"whole\"").count(), 5);
}

#[test]
fn every_header_has_a_note_and_every_column_a_line_in_the_instructions() {
    for kind in Kind::ALL {
        let bytes = blank(kind);
        let notes = part(&bytes, "xl/comments1.xml");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let guide = book.worksheet_range("Petunjuk").unwrap();
        for column in schema::of(kind).asked() {
            let escaped = column.meaning.replace('&', "&amp;");
            assert!(notes.contains(&escaped), "{kind:?} {}", column.name);
            let row = guide.rows().find(|row| row[0] == column.title).unwrap_or_else(|| panic!("{}", column.name));
            assert_eq!(row[1], if column.must { "Wajib" } else { "Bila ada" });
            assert_eq!((row[2].to_string().as_str(), row[4].to_string().as_str()), (column.meaning, column.example));
        }
    }
}

#[test]
fn a_row_of_nothing_but_the_marked_columns_passes_without_a_fault() {
    for kind in Kind::ALL {
        let optional = schema::of(kind).asked().iter().filter(|column| !column.must);
        let changes: Vec<(&str, &str)> = optional.map(|column| (column.name, "")).collect();
        let (tables, findings) = found(&month_with(kind, &changes));
        assert_eq!(tables.tables.len(), Kind::ALL.len());
        assert!(faultless(&findings), "{kind:?} {}", told(&findings));
    }
}

#[test]
fn the_same_blank_has_the_same_bytes() {
    for kind in Kind::ALL {
        assert!(blank(kind) == blank(kind), "{kind:?}");
    }
}

#[test]
fn a_region_without_known_kecamatan_has_no_list_of_them() {
    let bytes = write::workbook::blank(Kind::Unit, &Wilayah::default()).unwrap().bytes;
    assert!(!part(&bytes, "xl/workbook.xml").contains("_daftar"));
    let (_, findings) = found(&[bytes]);
    assert_eq!(findings.len(), 1, "{}", told(&findings));
}

#[test]
fn init_for_a_known_region_fills_the_settings_and_offers_its_kecamatan() {
    let folder = tempfile::tempdir().unwrap();
    let made = |name: &str, more: &[&str]| {
        let root = folder.path().join(name);
        let mut init = assert_cmd::Command::cargo_bin("mutasi").unwrap();
        init.arg("init").arg(&root).args(more).assert().code(0);
        let settings = std::fs::read_to_string(root.join("mutasi.toml")).unwrap();
        (settings, std::fs::read(root.join("blangko/unit-kerja.xlsx")).unwrap())
    };
    let (settings, bytes) = made("merangin", &["--daerah", MERANGIN]);
    let read = Settings::parse(&settings).unwrap();
    assert!(read.findings.is_empty());
    let daerah = read.value.daerah;
    let told = [daerah.full_name(), daerah.provinsi, daerah.kode_wilayah, daerah.ibu_kota];
    assert_eq!(told, ["Kabupaten Merangin", "Jambi", MERANGIN, "Bangko"]);
    assert_eq!(settings.lines().count(), DEFAULTS.lines().count());
    assert!(part(&bytes, "xl/workbook.xml").contains("_daftar"));
    let (settings, bytes) = made("lain", &[]);
    assert_eq!(settings, DEFAULTS);
    assert!(!part(&bytes, "xl/workbook.xml").contains("_daftar"));
}

#[test]
fn libreoffice_keeps_what_was_filled_in() {
    if !tools::have("soffice") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut saved = Vec::new();
    for kind in Kind::ALL {
        let source = folder.path().join("blangko.xlsx");
        std::fs::write(&source, filled_in_place(&blank(kind))).unwrap();
        let again = tools::saved_by_libreoffice(folder.path(), &source, "xlsx");
        saved.push(std::fs::read(again).unwrap());
    }
    let (tables, findings) = found(&saved);
    assert_eq!(tables.tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>(), [1; Kind::ALL.len()]);
    assert_eq!(told(&findings), "");
}
