//! Tables that are no Excel workbook: each reads into the same table as the workbook of the same content.

mod read_kit;

use encoding_rs::{UTF_8, WINDOWS_1252};
use mutasi::finding::Noted;
use mutasi::model::cells::{CellKind, CellSink, Format, SheetCell, Table, Tables};
use mutasi::read;
use mutasi::settings::{Batas, Settings};
use read_kit::{C::*, *};

/// A DUK with a title, an empty row, line breaks in cells, and a footer.
const DUK: &[&[C]] = &[
    &[T("DAFTAR URUT KEPANGKATAN")],
    &[T("KEADAAN NOVEMBER 2026")],
    &[],
    &[
        T("NO"),
        T("NAMA"),
        T("NIP BARU"),
        T("GOLRU"),
        T("TMT GOLRU"),
        T("JABATAN"),
        T("SATKER"),
        T("TGL LAHIR"),
        T("KET"),
    ],
    &[
        T("1"),
        T("Drs. BUDI “Kecil” SANTOSO, M.Si."),
        T("198601012015011001"),
        T("III/d"),
        T("01-04-2023"),
        T("Guru Kelas\nAhli Muda"),
        T("SD Negeri 1 Bangko; Merangin"),
        T("01-01-1986"),
    ],
    &[
        T("2"),
        T("RENÉ, S.Pd."),
        T("1,98701E+17"),
        T("III/a"),
        T("01-10-2024"),
        T("Guru Kelas"),
        T("SD Negeri 2 \"Induk\""),
        T("02-02-1987"),
        T("pindah"),
    ],
    &[],
    &[T(""), T(""), T(""), T(""), T(""), T("Bangko, 1 November 2026")],
    &[T(""), T(""), T(""), T(""), T(""), T("NIP. 196801011990011001")],
];

fn text(cell: &C) -> &'static str {
    match cell {
        T(text) => text,
        N(_) | D(..) | F(..) => panic!("the DUK is all text"),
    }
}

/// Every field quoted where it must be, with this separator and these line ends.
fn csv(separator: &str, line_end: &str) -> String {
    let field = |cell: &C| {
        let text = text(cell);
        let plain = !text.contains([';', ',', '\t', '|', '"', '\n']);
        if plain { text.to_string() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
    };
    let width = 9;
    let lines = DUK.iter().enumerate().map(|(at, row)| {
        let mut fields: Vec<String> = row.iter().map(field).collect();
        // Exporters fill up the rows, except where there is nothing at all.
        fields.resize(if at == 2 { 0 } else { width }, String::new());
        fields.join(separator) + line_end
    });
    lines.collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn html() -> String {
    let cell = |cell: &C| format!("<td>{}</td>", escaped(text(cell)).replace('\n', "<br>\n   "));
    let rows = DUK.iter().map(|row| format!("  <tr>\n    {}\n  </tr>", row.iter().map(cell).collect::<String>()));
    format!(
        "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=\"windows-1252\">\
         <style>td {{ mso-number-format:\"\\@\"; }}</style><script>if (1<2) document.write('<table>');</script></head>\
         <body><table><tr><td>Logo</td><td>Cetak</td></tr></table><table border=1>{}</table></body></html>",
        rows.collect::<String>()
    )
}

fn spreadsheetml(rows: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n\
         <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
         <Worksheet ss:Name=\"Data\"><Table>{rows}</Table></Worksheet></Workbook>"
    )
}

fn duk_as_xml() -> String {
    let mut rows = String::new();
    for (at, row) in DUK.iter().enumerate().filter(|(_, row)| !row.is_empty()) {
        rows += &format!("<Row ss:Index=\"{}\">", at + 1);
        for (col, cell) in row.iter().enumerate().filter(|(_, cell)| !text(cell).is_empty()) {
            let content = escaped(text(cell)).replace('\n', "&#10;");
            rows += &format!("<Cell ss:Index=\"{}\"><Data ss:Type=\"String\">{content}</Data></Cell>", col + 1);
        }
        rows += "</Row>";
    }
    spreadsheetml(&rows)
}

fn utf_16(text: &str, mark: bool) -> Vec<u8> {
    let marked = if mark { format!("\u{feff}{text}") } else { text.to_string() };
    marked.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn windows_1252(text: &str) -> Vec<u8> {
    let (bytes, _, lossy) = WINDOWS_1252.encode(text);
    assert!(!lossy);
    bytes.into_owned()
}

/// All of a table but which file it came from.
fn content(table: &Table) -> String {
    format!("{:?}", Table { source: 0, ..table.clone() })
}

fn expected() -> String {
    let noted = Folder::new().with("duk.xlsx", &xlsx(DUK)).read();
    let table = only(&noted);
    assert_eq!(texts(table, "nip"), ["198601012015011001", "1,98701E+17"]);
    assert_eq!(texts(table, "jabatan")[0], "Guru Kelas\nAhli Muda");
    content(table)
}

fn read_as(name: &str, bytes: &[u8]) -> Noted<Tables> {
    Folder::new().with(name, bytes).read()
}

#[test]
fn a_text_table_of_any_separator_and_encoding_is_the_same_table() {
    let expected = expected();
    let semicolon = csv(";", "\r\n");
    for (name, bytes) in [
        ("duk.csv", semicolon.clone().into_bytes()),
        ("duk.csv", csv(",", "\n").into_bytes()),
        ("duk.tsv", csv("\t", "\r\n").into_bytes()),
        ("duk.txt", csv("|", "\n").into_bytes()),
        ("duk.csv", format!("sep=;\r\n{semicolon}").into_bytes()),
        ("duk.csv", [b"\xEF\xBB\xBF", semicolon.as_bytes()].concat()),
        ("duk.csv", utf_16(&csv("\t", "\r\n"), true)),
        ("duk.csv", utf_16(&csv("\t", "\r\n"), false)),
        ("duk.csv", windows_1252(&semicolon)),
        ("duk.csv", semicolon.replace("198601012015011001", "=\"198601012015011001\"").into_bytes()),
    ] {
        let noted = read_as(name, &bytes);
        assert_eq!(content(only(&noted)), expected, "{name}: {}", UTF_8.decode(&bytes).0);
        assert_eq!(noted.value.sources[0].format, Format::Csv);
        assert!(noted.findings.iter().all(|finding| finding.kode.code != "B-13"), "{}", render_all(&noted.findings));
    }
}

#[test]
fn a_page_named_xls_is_the_same_table_and_its_name_is_told() {
    let noted = read_as("duk.xls", &windows_1252(&html()));
    assert_eq!(content(only(&noted)), expected());
    assert_eq!(noted.value.sources[0].format, Format::Html);
    assert!(render_all(&noted.findings).contains("isi berkas ini berbentuk .html, padahal namanya berakhiran .xls"));
    let as_utf_8 = read_as("duk.html", html().replace("windows-1252", "utf-8").as_bytes());
    assert_eq!(content(only(&as_utf_8)), expected());
}

#[test]
fn tag_soup_is_the_same_table() {
    let soup = html().replace("</td>", "").replace("</tr>", "").replace("<td>", "<TD nowrap><font size=2>");
    let soup = soup.split("</table></body>").next().unwrap().to_string() + "</TABLE>";
    let noted = read_as("duk.xls", &windows_1252(&soup));
    assert_eq!(content(only(&noted)), expected());
}

#[test]
fn spreadsheetml_is_the_same_table() {
    for bytes in [duk_as_xml().into_bytes(), utf_16(&duk_as_xml(), true)] {
        let noted = read_as("duk.xls", &bytes);
        assert_eq!(content(only(&noted)), expected());
        assert_eq!(noted.value.sources[0].format, Format::SpreadsheetMl);
    }
}

#[test]
fn the_types_of_spreadsheetml_keep_their_kind() {
    let cell = |kind: &str, text: &str| format!("<Cell><Data ss:Type=\"{kind}\">{text}</Data></Cell>");
    let header: String = ["NIP", "NAMA", "GOLONGAN", "TMT GOLONGAN", "JABATAN", "UNIT KERJA", "ESELON"]
        .map(|header| cell("String", header))
        .concat();
    let row = [
        cell("Number", "198601012015011001"),
        "<Cell><Data ss:Type=\"String\"><B>BUDI</B> &amp; <![CDATA[SITI]]></Data>\
         <Comment><ss:Data>catatan</ss:Data></Comment></Cell>"
            .to_string(),
        cell("Boolean", "1"),
        cell("DateTime", "2023-04-01T00:00:00.000"),
        cell("Error", "#N/A"),
        "<Cell ss:Formula=\"=UPPER(RC[-1])\"/>".to_string(),
        cell("Number", "tiga"),
    ]
    .concat();
    let noted = read_as("a.xml", spreadsheetml(&format!("<Row>{header}</Row><Row>{row}</Row>")).as_bytes());
    let table = only(&noted);
    for (name, kind, text) in [
        ("nip", CellKind::Number, "1.98601012015011e17"),
        ("nama", CellKind::Text, "BUDI & SITI"),
        ("golongan", CellKind::Boolean, "TRUE"),
        ("tmt_gol", CellKind::Date, "2023-04-01"),
        ("jabatan", CellKind::Error, "#N/A"),
        ("unit", CellKind::Unevaluated, "=UPPER(RC[-1])"),
        ("eselon", CellKind::Error, "tiga"),
    ] {
        assert_eq!(cell_of(table, name), Some((kind, text)), "{name}");
    }
}

fn cell_of<'t>(table: &'t Table, name: &str) -> Option<(CellKind, &'t str)> {
    cell(table, &table.rows[0], name)
}

#[test]
fn cells_that_span_take_their_places_and_fill_the_units_below() {
    let page = "<table>\
        <tr><th rowspan=2>NO<th rowspan=2>UNIT KERJA<th rowspan=2>NAMA JABATAN<th colspan=2>BEZETTING<th rowspan=2>KEBUTUHAN</tr>\
        <tr><th>PNS<th>JML</tr>\
        <tr><td>1<td rowspan=2>SD Negeri 1<td>Guru Kelas<td>3<td>4<td>6</tr>\
        <tr><td>2<td>Guru PJOK<td>1<td>1<td>1</tr></table>";
    let xml = "<Row><Cell ss:MergeDown=\"1\">NO</Cell><Cell ss:MergeDown=\"1\">UNIT KERJA</Cell>\
        <Cell ss:MergeDown=\"1\">NAMA JABATAN</Cell><Cell ss:MergeAcross=\"1\">BEZETTING</Cell>\
        <Cell ss:MergeDown=\"1\">KEBUTUHAN</Cell></Row>\
        <Row><Cell ss:Index=\"4\">PNS</Cell><Cell>JML</Cell></Row>\
        <Row><Cell>1</Cell><Cell ss:MergeDown=\"1\">SD Negeri 1</Cell><Cell>Guru Kelas</Cell><Cell>3</Cell><Cell>4</Cell><Cell>6</Cell></Row>\
        <Row><Cell>2</Cell><Cell ss:Index=\"3\">Guru PJOK</Cell><Cell>1</Cell><Cell>1</Cell><Cell>1</Cell></Row>"
        .replace("</Cell>", "</Data></Cell>");
    // Every cell without its own type is a string.
    let xml: String =
        xml.split_inclusive('>')
            .map(|tag| {
                if tag.starts_with("<Cell") || tag.contains("<Cell") { format!("{tag}<Data>") } else { tag.to_string() }
            })
            .collect();
    for (name, bytes) in [("a.html", page.to_string()), ("a.xml", spreadsheetml(&xml))] {
        let noted = read_as(name, bytes.as_bytes());
        let table = only(&noted);
        assert_eq!(texts(table, "unit"), ["SD Negeri 1", "SD Negeri 1"], "{name}");
        assert_eq!(texts(table, "jabatan"), ["Guru Kelas", "Guru PJOK"], "{name}");
        assert_eq!(texts(table, "riil"), ["4", "1"], "{name}");
        assert_eq!(texts(table, "kebutuhan"), ["6", "1"], "{name}");
        assert_eq!(table.header_row, 1);
    }
}

#[test]
fn sheets_of_spreadsheetml_keep_their_names_and_hidden_ones_stay_unread() {
    let one = duk_as_xml();
    let sheet = one.split("<Worksheet ss:Name=\"Data\">").nth(1).unwrap().split("</Worksheet>").next().unwrap();
    let hidden = "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>";
    let all = format!(
        "{}</Worksheet><Worksheet ss:Name=\"Arsip\">{sheet}{hidden}</Worksheet>\
         <Worksheet ss:Name=\"Guru &amp; Nakes\">{sheet}</Worksheet></Workbook>",
        one.split("</Worksheet>").next().unwrap()
    );
    let noted = read_as("a.xml", all.as_bytes());
    let names: Vec<&str> = noted.value.tables.iter().map(|table| &*table.sheet).collect();
    assert_eq!(names, ["Data", "Guru & Nakes"]);
    assert!(render_all(&noted.findings).contains("lembar “Arsip” disembunyikan"));
}

/// Gathers the second pass.
#[derive(Default)]
struct Cells(Vec<(String, u32, u32, CellKind, String)>, String);

impl CellSink for Cells {
    type Error = std::convert::Infallible;

    fn sheet(&mut self, name: &str, _: bool) -> Result<(), Self::Error> {
        self.1 = name.to_string();
        Ok(())
    }

    fn cell(&mut self, cell: SheetCell) -> Result<(), Self::Error> {
        self.0.push((self.1.clone(), cell.row, cell.col, cell.kind, cell.text.into()));
        Ok(())
    }
}

#[test]
fn the_second_pass_gives_the_same_cells_at_the_same_addresses() {
    let second = |name: &str, bytes: &[u8]| {
        let folder = Folder::new();
        let path = folder.put(name, bytes);
        let mut cells = Cells::default();
        read::cells(&path, &Settings::default().batas, &mut cells).unwrap();
        cells.0
    };
    let expected = second("duk.xlsx", &xlsx(DUK));
    assert!(expected.len() > 25);
    assert_eq!(second("duk.csv", csv(";", "\r\n").as_bytes()), expected);
    assert_eq!(second("duk.csv", format!("sep=,\n{}", csv(",", "\n")).as_bytes()), expected);
    assert_eq!(second("duk.xls", duk_as_xml().as_bytes()), expected);
    assert_eq!(second("duk.xls", &windows_1252(&html())), expected);
}

/// The only finding of an inbox with this file, as the terminal shows it.
fn told(name: &str, bytes: &[u8], batas: &Batas) -> String {
    let noted = Folder::new().with(name, bytes).read_within(batas);
    assert!(noted.value.tables.is_empty(), "{name} is read: {}", render_all(&noted.findings));
    // A wrong name is told beside the fault.
    let findings: Vec<_> = noted.findings.iter().filter(|finding| finding.kode.code != "B-13").collect();
    assert_eq!(findings.len(), 1, "{}", render_all(&noted.findings));
    render(findings[0])
}

#[test]
fn hostile_and_broken_files_are_one_clear_finding_each() {
    let batas = Settings::default().batas;
    let few = Batas { sel_per_lembar: 1_000, ..batas };
    let small = Batas { isi_mb: 1, ..batas };
    let noise: Vec<u8> = (0..50_000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 11) as u8).collect();
    let laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE Workbook [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            .to_string()
            + duk_as_xml().split_once("?>").unwrap().1.replace("BUDI", "&b;").as_str();
    let deep_page = "<table><tr><td>".repeat(100_000);
    let deep_xml = spreadsheetml(&"<Row>".repeat(100_000));
    let long_line = format!("NIP;NAMA;GOL\n{}", ";".repeat(100_000));
    let cut_text = |text: &str, at: &str| text.split(at).next().unwrap().to_string();
    let cut = |text: String, at: &str| cut_text(&text, at).into_bytes();
    let wide = format!("NIP;NAMA;GOL\n1;{};3\n", "x".repeat(40_000));
    for (name, bytes, batas, code, words) in [
        ("acak.csv", noise, &batas, "B-01", "bentuk isi berkas ini tidak dikenal"),
        ("tawa.xls", laughs.into_bytes(), &batas, "B-01", "definisi entitas"),
        (
            "dalam.html",
            deep_page.into_bytes(),
            &batas,
            "B-06",
            "tabel di berkas ini bersarang terlalu dalam, melewati batas 64 tingkat",
        ),
        ("dalam.xml", deep_xml.into_bytes(), &batas, "B-06", "bersarang terlalu dalam"),
        ("kutip.csv", csv(";", "\n").replace("Merangin\"", "Merangin").into_bytes(), &batas, "B-03", "baris teks ke-6"),
        ("panjang.csv", long_line.into_bytes(), &few, "B-06", "lebih dari 1000 sel"),
        ("lebar.csv", wide.clone().into_bytes(), &batas, "B-06", "lebih dari 32.767 huruf"),
        (
            "lebar.html",
            format!("<table><td>{wide}</td></table>").into_bytes(),
            &batas,
            "B-06",
            "lebih dari 32.767 huruf",
        ),
        ("besar.csv", utf_16(&csv(";", "\n").repeat(4_000), true), &small, "B-06", "melewati batas 1 MB"),
        ("putus.xls", cut(html(), "Ahli Muda"), &batas, "B-02", "bagian akhir berkas ini tidak ada"),
        ("putus.xls", cut(duk_as_xml(), "Ahli Muda"), &batas, "B-02", "bagian akhir berkas ini tidak ada"),
        (
            "putus.xls",
            format!("{}</Work", cut_text(&duk_as_xml(), "</Workbook>")).into_bytes(),
            &batas,
            "B-02",
            "bagian akhir",
        ),
        ("silang.xls", spreadsheetml("<Row></Cell>").into_bytes(), &batas, "B-03", "susunan isinya rusak"),
        (
            "mundur.xls",
            spreadsheetml("<Row ss:Index=\"9\"/><Row ss:Index=\"2\"/>").into_bytes(),
            &batas,
            "B-03",
            "rusak",
        ),
        ("kosong.html", b"<html><body><table><tr><td> </td></tr></table>".to_vec(), &batas, "B-01", "tanpa tabel"),
    ] {
        let told = told(name, &bytes, batas);
        assert!(told.starts_with(code) && told.contains(words), "{name}: {told}");
    }
}

#[test]
fn spans_and_places_beyond_the_grid_are_survived() {
    let header = "<tr><td>NIP<td>NAMA<td>GOLONGAN<td>JABATAN<td>UNIT KERJA</tr>";
    let wild = "<tr><td colspan=4000000000 rowspan=99999999>1".repeat(3_000);
    let noted = read_as("a.html", format!("<table>{header}{wild}</table>").as_bytes());
    assert_eq!(noted.value.tables.len(), 1, "{}", render_all(&noted.findings));
    let far = "<Row ss:Index=\"4294967295\" ss:Span=\"4294967295\"><Cell ss:Index=\"4294967295\" ss:MergeAcross=\"4294967295\" \
               ss:MergeDown=\"4294967295\"><Data ss:Type=\"String\">x</Data></Cell><Cell><Data>y</Data></Cell></Row>";
    let noted = read_as("a.xml", duk_as_xml().replace("</Table>", &format!("{far}</Table>")).as_bytes());
    assert_eq!(only(&noted).rows.len(), 2);
    assert!(render_all(&noted.findings).contains("2 sel tidak dapat dibaca"), "{}", render_all(&noted.findings));
}
