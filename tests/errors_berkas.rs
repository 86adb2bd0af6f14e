//! Every B code with a small inbox that provokes it; its text is a snapshot, to be read as a clerk would.

mod read_kit;

use mutasi::finding::Severity;
use mutasi::settings::{Batas, Settings};
use read_kit::odd::{X, ole, xlsb};
use read_kit::{C::*, *};
use rust_xlsxwriter::{Formula, Workbook};

const PEOPLE: &[&[C]] = &[
    &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")],
    &[T("198601012015011001"), T("BUDI SANTOSO"), T("III/d"), T("Guru Kelas Ahli Muda"), T("SD Negeri 1 Bangko")],
];

/// The findings with this code of an inbox, as the terminal shows them.
fn told(code: &str, folder: &Folder) -> String {
    told_within(code, folder, &Settings::default().batas)
}

fn told_within(code: &str, folder: &Folder, batas: &Batas) -> String {
    let noted = folder.read_within(batas);
    let findings: Vec<_> = noted.findings.into_iter().filter(|finding| finding.kode.code == code).collect();
    assert!(!findings.is_empty(), "nothing provoked {code}");
    render_all(&findings)
}

fn people() -> Vec<u8> {
    xlsx(PEOPLE)
}

#[test]
fn what_is_no_workbook_is_named_with_the_way_out() {
    let folder = Folder::new()
        .with("ekspor.xls", b"<html><body><p>Sesi Anda telah berakhir.</p></body></html>")
        .with("simpeg.xls", b"<?xml version=\"1.0\"?><pegawai nip=\"198601012015011001\"/>")
        .with("duk.csv", b"NIP;NAMA;GOLRU\n\x00\x01\x02\x03\x04\x05\x06\x07\n")
        .with("kiriman.zip", &zipped(&[("pegawai.xlsx", b"x")]));
    insta::assert_snapshot!("B-01", told("B-01", &folder));
}

#[test]
fn a_letter_beside_the_workbooks_is_told_and_is_no_fault() {
    let folder = Folder::new()
        .with("pengantar.pdf", b"%PDF-1.7")
        .with("surat.docx", &zipped(&[("word/document.xml", b"<w/>")]))
        .with("lama.doc", &ole(&["WordDocument"], 0xFFFF_FFFE));
    insta::assert_snapshot!("B-20", told("B-20", &folder));
    // A folder with nothing but papers holds no workbook.
    assert_eq!(folder.read().findings.last().map(|finding| finding.kode.code), Some("B-16"));
    let noted = folder.with("pegawai.xlsx", &people()).read();
    assert_eq!(noted.findings.len(), 3, "{}", render_all(&noted.findings));
    assert!(noted.findings.iter().all(|finding| finding.severity() != Severity::Galat));
}

#[test]
fn a_workbook_of_empty_sheets_is_told() {
    let folder = Folder::new().with("kosong.xlsx", &book(&[("A", &[]), ("B", &[])])).with("a.xlsx", &people());
    assert!(told("B-08", &folder).contains("tidak ada lembar yang berisi di berkas ini"));
}

#[test]
fn an_unfinished_file_is_told() {
    let mut cut = people();
    cut.truncate(cut.len() / 2);
    let folder =
        Folder::new().with("pegawai.xlsx", &cut).with("kosong.xlsx", b"").with("sekolah.xlsx.crdownload", b"PK");
    insta::assert_snapshot!("B-02", told("B-02", &folder));
}

#[test]
fn a_damaged_file_is_told() {
    let mut changed = people();
    let sheet = changed.windows(10).position(|w| w == b"sheet1.xml").unwrap();
    changed[sheet + 60] ^= 0xFF;
    let half = edited(&people(), "sheet1.xml", |xml| xml[..xml.find("</sheetData>").unwrap()].to_string());
    let folder = Folder::new()
        .with("berubah.xlsx", &changed)
        .with("separuh.xlsx", &half)
        .with("melingkar.xls", &ole(&["Workbook"], 1))
        .with("tanpa-isi.xls", &ole(&["Workbook"], 0xFFFF_FFFE));
    insta::assert_snapshot!("B-03", told("B-03", &folder));
}

#[test]
fn an_open_file_is_told_and_still_read() {
    let owner: Vec<u8> = [&[12u8][..], b"Siti Aminah ", &[b' '; 42]].concat();
    let folder = Folder::new()
        .with("pegawai.xlsx", &people())
        .with("~$pegawai.xlsx", &owner)
        .with("unit.ods", include_bytes!("data/kecil.ods"))
        .with(".~lock.unit.ods#", b"Budi,BKPSDM-1,,01.11.2026 08:00,file:///home/budi;");
    assert_eq!(folder.read().value.tables.len(), 2);
    insta::assert_snapshot!("B-04", told("B-04", &folder));
}

#[test]
fn a_password_is_told() {
    let folder = Folder::new().with("pegawai.xlsx", &ole(&["EncryptionInfo", "EncryptedPackage"], 0xFFFF_FFFE));
    insta::assert_snapshot!("B-05", told("B-05", &folder));
}

#[test]
fn a_file_over_the_limits_is_told() {
    let blank = vec![b' '; 20 << 20];
    let bomb = zipped(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &blank)]);
    let long = xlsx(&[PEOPLE[0], PEOPLE[1], PEOPLE[1], PEOPLE[1]]);
    let folder =
        Folder::new().with("bom.xlsx", &bomb).with("panjang.xlsx", &long).with("besar.xlsx", &vec![b'x'; 3 << 20]);
    let batas = Batas { berkas_mb: 2, isi_mb: 30, sel_per_lembar: 15, ..Settings::default().batas };
    insta::assert_snapshot!("B-06", told_within("B-06", &folder, &batas));
}

#[test]
fn what_breaks_the_reader_stays_in_its_file() {
    // The shared string does not exist; the reader crate panics.
    let folder = Folder::new().with("a.xlsb", &xlsb(&[&[X::Shared(9)]])).with("b.xlsx", &people());
    assert_eq!(folder.read().value.tables.len(), 1);
    insta::assert_snapshot!("B-07", told("B-07", &folder));
}

#[test]
fn an_unknown_sheet_is_told_with_the_nearest_kind() {
    let folder = Folder::new().with(
        "campur.xlsx",
        &book(&[
            ("Catatan", &[&[T("Rapat tanggal 3")]]),
            ("Presensi", &[&[T("NO"), T("NAMA"), T("JABATAN"), T("HADIR")], &[N(1.0), T("BUDI"), T("Guru"), N(20.0)]]),
            ("Apel", &[&[T("NIP"), T("NAMA"), T("HADIR")], &[T("198601012015011001"), T("BUDI"), N(20.0)]]),
        ]),
    );
    insta::assert_snapshot!("B-08", told("B-08", &folder));
}

#[test]
fn a_hidden_sheet_is_told() {
    let mut workbook = Workbook::new();
    write_rows(workbook.add_worksheet().set_name("Data").unwrap(), PEOPLE);
    write_rows(workbook.add_worksheet().set_name("Arsip 2025").unwrap().set_hidden(true), PEOPLE);
    let folder = Folder::new().with("pegawai.xlsx", &workbook.save_to_buffer().unwrap());
    assert_eq!(folder.read().value.tables.len(), 1);
    insta::assert_snapshot!("B-09", told("B-09", &folder));
}

#[test]
fn columns_that_are_not_read_are_told_once_a_sheet() {
    let header: &[C] =
        &[T("NO"), T("NIP"), T("NAMA"), T("NAMA LENGKAP"), T("GOLONGAN"), T("JABTAN"), T("HOBI"), T("NIK"), T("AGAMA")];
    let folder = Folder::new().with("pegawai.xlsx", &xlsx(&[header, &[N(1.0), T("198601012015011001"), T("BUDI")]]));
    insta::assert_snapshot!("B-10", told("B-10", &folder));
}

#[test]
fn a_forgotten_column_is_told_with_the_kind_of_table() {
    let people = |header: &'static [C]| xlsx(&[header, &[N(1.0), T("BUDI")]]);
    let folder = Folder::new()
        .with("a.xlsx", &people(&[T("NO"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")]))
        .with(
            "b.xlsx",
            &people(&[
                T("NO"),
                T("NAMA / NIP"),
                T("GOLONGAN"),
                T("TMT GOLONGAN"),
                T("JABATAN"),
                T("UNIT KERJA"),
                T("NAMA"),
            ]),
        )
        .with(
            "c.xlsx",
            &people(&[T("No"), T("Nama Sekolah"), T("NPSN"), T("BP"), T("Status"), T("Rombell"), T("Guru")]),
        );
    insta::assert_snapshot!("B-11", told("B-11", &folder));
}

#[test]
fn a_header_that_stands_twice_is_told() {
    let folder = Folder::new().with(
        "pegawai.xlsx",
        &xlsx(&[&[T("NIP"), T("NAMA"), T("JABATAN"), T("NIP")], &[T("198601012015011001"), T("BUDI")]]),
    );
    insta::assert_snapshot!("B-12", told("B-12", &folder));
}

#[test]
fn a_wrong_ending_is_told_and_the_file_read() {
    let folder = Folder::new().with("pegawai.xls", &people()).with("duk.xlsx", include_bytes!("data/kecil.xls"));
    assert_eq!(folder.read().value.tables.len(), 2);
    insta::assert_snapshot!("B-13", told("B-13", &folder));
}

#[test]
fn an_error_cell_is_told_with_its_place() {
    let mut rows = PEOPLE.to_vec();
    let broken = [T("198601012015011002"), T("SITI"), F("VLOOKUP(A3,X!A:B,2,0)", "#N/A"), T("Guru"), N(7.0)];
    rows.push(&broken);
    let bytes =
        edited(&xlsx(&rows), "sheet1.xml", |xml| xml.replace("<c r=\"E3\"><v>7", "<c r=\"E3\" t=\"e\"><v>#SPILL!"));
    let folder = Folder::new().with("pegawai.xlsx", &bytes).with(
        "unit.xlsb",
        &xlsb(&[
            &[X::Text("NAMA UNIT"), X::Text("KODE UNIT"), X::Text("KECAMATAN")],
            &[X::Text("Puskesmas Bangko"), X::Number(12.0), X::Error(0x99)],
        ]),
    );
    assert_eq!(folder.read().value.tables.len(), 2);
    insta::assert_snapshot!("B-14", told("B-14", &folder));
}

#[test]
fn a_formula_without_result_is_told_with_its_place() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Data").unwrap();
    write_rows(sheet, PEOPLE);
    sheet.write_formula(1, 3, Formula::new("UPPER(B2)").set_result("?")).unwrap();
    let bytes = edited(&workbook.save_to_buffer().unwrap(), "sheet1.xml", |xml| {
        let (start, end) = (xml.find("<v>?</v>").unwrap(), xml.find("<v>?</v>").unwrap() + "<v>?</v>".len());
        format!("{}{}", &xml[..start], &xml[end..])
    });
    insta::assert_snapshot!("B-15", told("B-15", &Folder::new().with("pegawai.xlsx", &bytes)));
}

#[test]
fn an_empty_inbox_is_told() {
    insta::assert_snapshot!("B-16", told("B-16", &Folder::new()));
}

#[test]
fn another_month_in_the_title_is_told() {
    let mut rows: Vec<&[C]> = vec![&[T("DAFTAR NOMINATIF")], &[T("PERIODE OKTOBER 2026")]];
    rows.extend(PEOPLE);
    let folder = Folder::new().with("pegawai.xlsx", &xlsx(&rows)).with("masuk/tanpa-bulan.xlsx", &people());
    insta::assert_snapshot!("B-17", told("B-17", &folder));
}

#[test]
fn twin_sheets_are_told() {
    let bytes =
        edited(&book(&[("Data", PEOPLE), ("Lain", PEOPLE)]), "workbook.xml", |xml| xml.replace("\"Lain\"", "\"Data\""));
    let folder = Folder::new().with("pegawai.xlsx", &bytes);
    assert_eq!(folder.read().value.tables.len(), 1);
    insta::assert_snapshot!("B-18", told("B-18", &folder));
}

#[test]
fn rows_that_are_no_data_are_told_once_a_sheet() {
    let numbers: &[C] = &[N(1.0), N(2.0), N(3.0), N(4.0), N(5.0)];
    let rows: &[&[C]] = &[
        PEOPLE[0],
        numbers,
        &[T(""), T("SEKRETARIAT")],
        PEOPLE[1],
        PEOPLE[0],
        PEOPLE[1],
        &[T("JUMLAH"), N(2.0)],
        &[],
        &[T(""), T(""), T(""), T("Bangko, 1 November 2026")],
        &[T(""), T(""), T(""), T("Kepala BKPSDM,")],
        &[T(""), T(""), T(""), T("Drs. H. FULAN, M.Si.")],
        &[T("NIP. 19680101 199001 1 001")],
    ];
    let folder = Folder::new().with("pegawai.xlsx", &xlsx(rows));
    assert_eq!(folder.read().value.tables[0].rows.len(), 2);
    insta::assert_snapshot!("B-19", told("B-19", &folder));
}
