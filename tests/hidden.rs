//! What is hidden on a sheet is read all the same and counted, in every format that can hide anything (domain §3.3, D10).

mod read_kit;

use mutasi::settings::{Baca, LembarTersembunyi, Settings};
use read_kit::odd::{X, xlsb_hiding};
use read_kit::{C::*, *};
use rust_xlsxwriter::Workbook;

const HEADER: [&str; 5] = ["NIP", "NAMA", "GOLONGAN", "JABATAN", "UNIT KERJA"];
const PEOPLE: [[&str; 5]; 3] = [
    ["198601012015012001", "SITI", "III/c", "Guru Kelas Ahli Pertama", "SD Negeri 1 Bangko"],
    ["199003032015032001", "RINA", "III/c", "Guru Kelas Ahli Pertama", "SD Negeri 2 Bangko"],
    ["198703022010012002", "DEWI", "III/d", "Guru Kelas Ahli Muda", "SD Negeri 2 Bangko"],
];

/// In each of these the third row (RINA) and the column GOLONGAN are hidden.
fn hiding() -> Vec<(&'static str, Vec<u8>)> {
    let rows = || [HEADER].into_iter().chain(PEOPLE);
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Data").unwrap();
    for (at, row) in (0u32..).zip(rows()) {
        for (col, text) in (0u16..).zip(row) {
            sheet.write_string(at, col, text).unwrap();
        }
    }
    sheet.set_row_hidden(2).unwrap().set_column_hidden(2).unwrap();

    let xml = |(at, row): (usize, [&str; 5])| {
        let cells = row.map(|text| format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>")).concat();
        format!("<Row{}>{cells}</Row>", if at == 2 { " ss:Hidden=\"1\"" } else { "" })
    };
    let xml: String = rows().enumerate().map(xml).collect();
    let xml = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook \
         xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
         <Worksheet ss:Name=\"Data\"><Table><Column/><Column ss:Index=\"3\" ss:Hidden=\"1\"/>{xml}</Table></Worksheet>\
         </Workbook>"
    );
    let page = |(at, row): (usize, [&str; 5])| {
        let cells = row.map(|text| format!("<td>{text}</td>")).concat();
        format!("<tr{}>{cells}</tr>", if at == 2 { " style='mso-height-source:userset; DISPLAY : none'" } else { "" })
    };
    let page: String = rows().enumerate().map(page).collect();
    let page =
        format!("<html><table><col span=2><col style=\"display:none;width:0\"><col span=2>{page}</table></html>");

    let binary: Vec<Vec<X>> = rows().map(|row| Vec::from(row.map(X::Text))).collect();
    let binary: Vec<&[X]> = binary.iter().map(Vec::as_slice).collect();
    vec![
        ("a.xlsx", workbook.save_to_buffer().unwrap()),
        ("a.xml", xml.into_bytes()),
        ("a.html", page.into_bytes()),
        ("a.xlsb", xlsb_hiding(&binary, Some(2), Some(2))),
        // Written by LibreOffice from the first.
        ("a.xls", include_bytes!("data/tersembunyi.xls").to_vec()),
        ("a.ods", include_bytes!("data/tersembunyi.ods").to_vec()),
    ]
}

#[test]
fn hidden_rows_and_columns_of_every_format_are_read_and_counted() {
    for (name, bytes) in hiding() {
        let noted = Folder::new().with(name, &bytes).read();
        assert_eq!(texts(only(&noted), "nama"), ["SITI", "RINA", "DEWI"], "{name}");
        assert_eq!(texts(only(&noted), "golongan"), ["III/c", "III/c", "III/d"], "{name}");
        let told = render_all(&noted.findings);
        assert!(told.contains("1 baris data tersembunyi atau tersaring dan ikut dibaca (baris 3)"), "{name}: {told}");
        assert!(told.contains("1 kolom tersembunyi dan ikut dibaca: C (GOLONGAN)"), "{name}: {told}");
        let codes: Vec<_> = noted.findings.iter().map(|finding| finding.kode.code).collect();
        assert!(codes.iter().all(|code| ["B-13", "B-25", "B-46"].contains(code)), "{name}: {told}");
    }
}

#[test]
fn what_hides_nothing_is_told_nothing() {
    let rows: &[&[C]] = &[&HEADER.map(T), &PEOPLE[0].map(T)];
    let visible: [(&str, &[u8]); 3] = [
        ("a.xlsx", &xlsx(rows)),
        ("a.xls", include_bytes!("data/kecil.xls")),
        ("a.ods", include_bytes!("data/kecil.ods")),
    ];
    for (name, bytes) in visible {
        let told = render_all(&Folder::new().with(name, bytes).read().findings);
        assert!(!told.contains("tersembunyi"), "{name}: {told}");
    }
}

#[test]
fn a_hidden_sheet_is_read_where_the_setting_says_so() {
    let mut workbook = Workbook::new();
    write_rows(workbook.add_worksheet().set_name("Data").unwrap(), &[&HEADER.map(T), &PEOPLE[0].map(T)]);
    let hidden = workbook.add_worksheet().set_name("Lama").unwrap().set_hidden(true);
    write_rows(hidden, &[&HEADER.map(T), &PEOPLE[1].map(T)]);
    let folder = Folder::new().with("a.xlsx", &workbook.save_to_buffer().unwrap());
    let Settings { baca, batas, .. } = Settings::default();
    let sheets = |lembar_tersembunyi| {
        let noted = folder.read_as(&Baca { lembar_tersembunyi, ..baca.clone() }, &batas);
        let sheets: Vec<String> = noted.value.tables.iter().map(|table| table.sheet.to_string()).collect();
        (sheets, render_all(&noted.findings))
    };
    let (named, told) = sheets(LembarTersembunyi::Sebut);
    assert_eq!(named, ["Data"]);
    assert!(told.contains("lembar_tersembunyi = \"baca\" di bawah [baca]"), "{told}");
    let (read, told) = sheets(LembarTersembunyi::Baca);
    assert_eq!(read, ["Data", "Lama"]);
    insta::assert_snapshot!("dibaca_B-09", told);
}
