//! What an inbox should never hold: every file is told with the limit it meets or the part it lacks, and the files
//! beside it are read. What has to be large to do harm is made small here, together with the limit.

mod read_kit;

use std::time::{Duration, Instant};

use mutasi::finding::Noted;
use mutasi::model::cells::Tables;
use mutasi::settings::{Batas, Settings};
use read_kit::odd::{Biff, X, ods, ole, xls, xlsb};
use read_kit::{C::*, *};

const PEOPLE: &[&[C]] = &[
    &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")],
    &[T("198601012015011001"), T("BUDI SANTOSO"), T("III/d"), T("Guru Kelas Ahli Muda"), T("SD Negeri 1 Bangko")],
];

fn people() -> Vec<u8> {
    xlsx(PEOPLE)
}

fn batas() -> Batas {
    Settings::default().batas
}

/// Reads one hostile file beside a good one. The good one must be read, and all must be over soon.
fn beside_a_good_one(name: &str, bytes: &[u8], batas: &Batas) -> Noted<Tables> {
    let folder = Folder::new().with("baik.xlsx", &people()).with(name, bytes);
    let begun = Instant::now();
    let noted = folder.read_within(batas);
    assert!(begun.elapsed() < Duration::from_secs(60), "{name} took {:?}", begun.elapsed());
    let good =
        noted.value.tables.iter().find(|table| &*noted.value.sources[table.source].path == "masuk/2026-11/baik.xlsx");
    assert_eq!(good.map(|table| table.rows.len()), Some(1), "{}", render_all(&noted.findings));
    noted
}

/// What is told of a hostile file, without the remedy.
fn told(name: &str, bytes: &[u8], batas: &Batas) -> String {
    let noted = beside_a_good_one(name, bytes, batas);
    let told = noted.findings.iter().filter(|finding| finding.place.file.ends_with(name));
    told.map(|finding| format!("{} {}", finding.kode.code, finding.problem)).collect::<Vec<_>>().join("\n")
}

/// The people's workbook with the XML of its sheet edited.
fn sheet(edit: impl Fn(String) -> String) -> Vec<u8> {
    edited(&people(), "sheet1.xml", edit)
}

/// Rows put before the end of the sheet.
fn with_rows(rows: &str) -> Vec<u8> {
    sheet(|xml| xml.replace("</sheetData>", &format!("{rows}</sheetData>")))
}

/// A stored number in the last four places of the archive's directory entry of a part is another one.
fn patched(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let at = bytes.windows(from.len()).rposition(|window| window == from).expect("the bytes are there");
    [&bytes[..at], to, &bytes[at + to.len()..]].concat()
}

// ---- zip ------------------------------------------------------------------------------------------------------------

#[test]
fn a_zip_bomb_is_refused_before_it_is_opened() {
    let blank = vec![b' '; 300 << 20];
    let bomb = zipped(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &blank)]);
    assert!(bomb.len() < 400_000);
    assert_eq!(
        told("bom.xlsx", &bomb, &batas()),
        "B-06 isi berkas ini dimampatkan jauh di luar kewajaran: 1028 kali, melewati batas 250 kali"
    );
}

#[test]
fn many_parts_that_are_small_each_are_counted_together() {
    // Each stays below the size from which the ratio counts.
    let part = vec![b' '; 15 << 20];
    let names: Vec<String> = (0..6).map(|at| format!("xl/worksheets/sheet{at}.xml")).collect();
    let mut parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &part[..])).collect();
    parts.push(("xl/workbook.xml", b"<workbook/>"));
    let small = Batas { isi_mb: 64, ..batas() };
    assert_eq!(
        told("bom.xlsx", &zipped(&parts), &small),
        "B-06 isi berkas ini 91 MB setelah dibuka, melewati batas 64 MB"
    );
}

#[test]
fn a_part_that_holds_more_than_it_says_ends_where_it_said() {
    let blank = vec![b' '; 2 << 20];
    let zip = zipped(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &blank)]);
    let lying = patched(&zip, &(2u32 << 20).to_le_bytes(), &1000u32.to_le_bytes());
    assert_eq!(told("bom.xlsx", &lying, &batas()), "B-06 isi berkas ini lebih besar daripada yang dinyatakannya");
}

#[test]
fn a_zip_within_a_zip_is_not_followed() {
    let inner = zipped(&[("xl/workbook.xml", &vec![b' '; 1 << 20])]);
    let told = told("lapis.zip", &zipped(&[("isi.zip", &inner)]), &batas());
    assert!(told.starts_with("B-01 isi berkas ini sebenarnya arsip ZIP"), "{told}");
}

#[test]
fn too_many_parts_are_refused_by_the_directory_alone() {
    let names: Vec<String> = (0..20_001).map(|at| format!("xl/media/{at}")).collect();
    let mut parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    parts.push(("xl/workbook.xml", b"<workbook/>"));
    assert_eq!(
        told("banyak.xlsx", &zipped(&parts), &batas()),
        "B-06 berkas ini terdiri atas 20002 bagian, melewati batas 20000"
    );
}

#[test]
fn a_path_out_of_the_archive_leads_nowhere() {
    let folder = Folder::new();
    let mut parts = vec![("../../keluar.txt".to_string(), b"x".to_vec())];
    parts.extend(unzipped(&people()));
    let borrowed: Vec<(&str, &[u8])> = parts.iter().map(|(name, data)| (name.as_str(), &data[..])).collect();
    let noted = folder.with("pegawai.xlsx", &zipped(&borrowed)).read();
    assert_eq!(only(&noted).rows.len(), 1);
    assert!(noted.findings.is_empty(), "{}", render_all(&noted.findings));
}

fn unzipped(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    use std::io::Read;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let count = zip.len();
    let part = |index| {
        let mut part = zip.by_index(index).unwrap();
        let mut data = Vec::new();
        part.read_to_end(&mut data).unwrap();
        (part.name().unwrap().to_string(), data)
    };
    (0..count).map(part).collect()
}

#[test]
fn a_download_header_before_the_zip_is_told_and_the_workbook_read() {
    let bytes = [b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n\r\n".to_vec(), people()].concat();
    let noted = beside_a_good_one("unduhan.xlsx", &bytes, &batas());
    assert_eq!(noted.value.tables.len(), 2);
    let told: Vec<&str> = noted.findings.iter().map(|finding| finding.kode.code).collect();
    assert_eq!(told, ["B-43"]);
}

#[test]
fn damage_anywhere_is_found_though_the_reader_stops_early() {
    // Behind the cells, where the reader crate does not look.
    let long = sheet(|xml| format!("{xml}<!--{}-->", "x".repeat(70_000)));
    let part = unzipped(&long).into_iter().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap().1;
    let mut crc = flate2::Crc::new();
    crc.update(&part);
    let wrong = patched(&long, &crc.sum().to_le_bytes(), &(crc.sum() ^ 1).to_le_bytes());
    assert_eq!(told("rusak.xlsx", &wrong, &batas()), "B-03 sebagian isi berkas ini rusak");
}

// ---- addresses ------------------------------------------------------------------------------------------------------

#[test]
fn corners_of_the_grid_cost_nothing() {
    let far = with_rows("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>");
    let far = edited(&far, "sheet1.xml", |xml| {
        let (from, to) = (xml.find("<dimension ref=\"").unwrap(), xml.find("<sheetViews").unwrap());
        format!("{}<dimension ref=\"A1:XFD1048576\"/>{}", &xml[..from], &xml[to..])
    });
    let noted = beside_a_good_one("jauh.xlsx", &far, &batas());
    assert_eq!(noted.value.tables.len(), 2);
}

#[test]
fn addresses_beyond_the_grid_are_counted_and_left_out() {
    let rows = "<row><c r=\"XFE1\"><v>1</v></c><c r=\"A1048577\"><v>1</v></c></row>";
    let told = told("alamat.xlsx", &with_rows(rows), &batas());
    assert_eq!(told, "B-14 2 sel tidak dapat dibaca dan tempatnya tidak diketahui");
}

#[test]
fn addresses_that_no_number_holds_end_in_a_finding() {
    // The reader crate counts past its numbers: with checks it panics, without them the cell lies anywhere.
    let rows = "<row><c r=\"AAAAAAAAA1\"><v>1</v></c><c r=\"A99999999999999\"><v>1</v></c></row>";
    let told = told("alamat.xlsx", &with_rows(rows), &batas());
    assert!(told.starts_with("B-07") || told.starts_with("B-14"), "{told}");
}

#[test]
fn addresses_that_are_none_are_counted() {
    let rows =
        "<row><c r=\"\"><v>1</v></c><c r=\"1A\"><v>1</v></c><c r=\"A0\"><v>1</v></c><c r=\"é1\"><v>1</v></c></row>";
    let told = told("alamat.xlsx", &with_rows(rows), &batas());
    assert_eq!(told, "B-14 4 sel tidak dapat dibaca dan tempatnya tidak diketahui");
}

#[test]
fn rows_that_run_backwards_are_sorted_in_no_time() {
    let rows: String =
        (2..60_000).rev().map(|row| format!("<row r=\"{row}\"><c r=\"B{row}\"><v>1</v></c></row>")).collect();
    let noted = beside_a_good_one("mundur.xlsx", &with_rows(&rows), &batas());
    let rows = &noted.value.tables[1].rows;
    assert!(rows.is_sorted_by_key(|row| row.row) && rows.len() == 59_998, "{}", rows.len());
}

// ---- sizes ----------------------------------------------------------------------------------------------------------

#[test]
fn styled_empty_cells_count_as_cells() {
    let few = Batas { sel_per_lembar: 100_000, ..batas() };
    let row = |row: usize| format!("<row r=\"{row}\">{}</row>", "<c s=\"1\"/>".repeat(1_000));
    let rows: String = (3..110).map(row).collect();
    assert_eq!(told("kosong.xlsx", &with_rows(&rows), &few), "B-06 lembar ini memuat lebih dari 100000 sel");
}

#[test]
fn rows_without_cells_count_too() {
    let few = Batas { sel_per_lembar: 100, ..batas() };
    let rows = "<row/>".repeat(1_000_001);
    assert_eq!(
        told("baris.xlsx", &with_rows(&rows), &few),
        "B-06 satu lembar berkas ini terdiri atas lebih dari 1000000 unsur, untuk batas 100 sel"
    );
}

#[test]
fn shared_strings_are_counted_before_they_are_loaded() {
    let small = Batas { memori_mb: 2, ..batas() };
    let strings = edited(&people(), "sharedStrings.xml", |xml| {
        xml.replace("</sst>", &format!("{}</sst>", "<si><t/></si>".repeat(60_000)))
    });
    assert_eq!(told("teks.xlsx", &strings, &small), "B-06 daftar teks berkas ini tidak muat dalam memori 2 MB");
    let claimed = edited(&people(), "sharedStrings.xml", |xml| {
        let from = xml.find("uniqueCount=\"").unwrap() + "uniqueCount=\"".len();
        let to = from + xml[from..].find('"').unwrap();
        format!("{}99999999999{}", &xml[..from], &xml[to..])
    });
    assert_eq!(told("janji.xlsx", &claimed, &batas()), "B-06 daftar teks berkas ini tidak muat dalam memori 1024 MB");
}

#[test]
fn one_long_text_used_again_and_again_does_not_fill_the_memory() {
    let small = Batas { memori_mb: 4, ..batas() };
    let long = edited(&people(), "sharedStrings.xml", |xml| xml.replace("BUDI SANTOSO", &"X".repeat(30_000)));
    let index = r#"<c r="B2" t="s"><v>"#;
    let long = edited(&long, "sheet1.xml", |xml| {
        let at = xml.find(index).unwrap() + index.len();
        let number = &xml[at..at + xml[at..].find('<').unwrap()];
        let rows: String =
            (3..500).map(|row| format!("<row r=\"{row}\"><c r=\"B{row}\" t=\"s\"><v>{number}</v></c></row>")).collect();
        xml.replace("</sheetData>", &format!("{rows}</sheetData>"))
    });
    assert_eq!(told("ulang.xlsx", &long, &small), "B-06 isi lembar ini tidak muat dalam batas memori 4 MB");
}

#[test]
fn a_value_that_no_cell_can_hold_is_refused() {
    let long = edited(&people(), "sharedStrings.xml", |xml| xml.replace("BUDI SANTOSO", &"X".repeat(40_000)));
    assert_eq!(told("panjang.xlsx", &long, &batas()), "B-06 lembar ini memuat sel yang isinya lebih dari 32.767 huruf");
    let attribute: String =
        (0..17 << 20).map(|at: u32| char::from(b'a' + (at.wrapping_mul(2_654_435_761) >> 28) as u8)).collect();
    let attribute = sheet(|xml| xml.replace("<sheetData>", &format!("<x y=\"{attribute}\"/><sheetData>")));
    assert_eq!(told("atribut.xlsx", &attribute, &batas()), "B-06 berkas ini memuat satu nilai yang lebih dari 16 MB");
}

#[test]
fn nested_tags_have_an_end() {
    let deep = sheet(|xml| xml.replace("<sheetData>", &format!("{}<sheetData>", "<a>".repeat(50_000))));
    assert_eq!(told("dalam.xlsx", &deep, &batas()), "B-06 isi berkas ini bersarang lebih dari 10000 tingkat");
}

#[test]
fn styles_without_number_are_refused() {
    let styles = edited(&people(), "styles.xml", |xml| {
        xml.replace("</cellXfs>", &format!("{}</cellXfs>", "<xf/>".repeat(2_000_001)))
    });
    let told = told("gaya.xlsx", &styles, &batas());
    assert_eq!(told, "B-06 satu bagian berkas ini terdiri atas lebih dari 2000000 unsur");
}

#[test]
fn a_shared_formula_with_an_absurd_number_makes_no_room() {
    let rows = "<row r=\"3\"><c r=\"A3\"><f t=\"shared\" si=\"99999999999\" ref=\"A3:A4\">B3</f></c>\
                <c r=\"B3\" t=\"x\"><v>1</v></c></row>";
    assert_eq!(told("rumus.xlsx", &with_rows(rows), &batas()), "B-03 lembar ini tidak terbaca: susunan isinya rusak");
}

// ---- XML ------------------------------------------------------------------------------------------------------------

#[test]
fn entities_of_ones_own_are_not_expanded() {
    let laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    let xml = edited(&people(), "sharedStrings.xml", |xml| {
        let body = xml.split_once("?>").unwrap().1.replace("BUDI SANTOSO", "&b;");
        format!("{laughs}{body}")
    });
    assert_eq!(
        told("entitas.xlsx", &xml, &batas()),
        "B-42 sebagian isi berkas ini mendefinisikan entitas XML (DTD), yang tidak dibaca"
    );
    let outside = laughs.replace("\"aaaaaaaaaa\"", "SYSTEM \"file:///etc/passwd\"");
    let xml = sheet(|xml| format!("{outside}{}", xml.split_once("?>").unwrap().1));
    assert!(told("luar.xlsx", &xml, &batas()).starts_with("B-42"));
}

#[test]
fn parts_in_utf_16_are_told() {
    let part = unzipped(&people());
    let parts: Vec<(String, Vec<u8>)> = part
        .into_iter()
        .map(|(name, data)| {
            let text = String::from_utf8(data.clone()).unwrap();
            let wide: Vec<u8> = std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
            if name.ends_with("sheet1.xml") { (name, wide) } else { (name, data) }
        })
        .collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, data)| (name.as_str(), &data[..])).collect();
    let told = told("utf16.xlsx", &zipped(&parts), &batas());
    assert_eq!(told, "B-42 sebagian isi berkas ini ditulis dalam UTF-16, yang tidak dibaca di dalam buku kerja");
}

#[test]
fn missing_parts_are_told() {
    let without = |ending: &str| {
        let parts: Vec<_> = unzipped(&people()).into_iter().filter(|(name, _)| !name.ends_with(ending)).collect();
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, data)| (name.as_str(), &data[..])).collect();
        zipped(&parts)
    };
    let of = |ending: &str| format!("{ending}: {}", told("kurang.xlsx", &without(ending), &batas()));
    insta::assert_snapshot!([of("sheet1.xml"), of("workbook.xml.rels"), of("sharedStrings.xml")].join("\n"), @"
    sheet1.xml: B-03 ada bagian yang hilang dari lembar ini
    workbook.xml.rels: B-03 ada bagian yang hilang dari berkas ini
    sharedStrings.xml: B-08 tidak ada judul kolom yang dikenal pada baris-baris pertama lembar ini
    ");
}

#[test]
fn cells_that_cannot_be_read_are_told_and_the_rest_is_read() {
    let rows = "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>99999</v></c><c r=\"B3\" t=\"b\"><v>7</v></c>\
                <c r=\"C3\" t=\"n\"><v>12,5</v></c><c r=\"D3\" t=\"e\"><v>#SPILL!</v></c><c r=\"E3\" t=\"zz\"><v>x</v></c></row>\
                <row r=\"4\"><c r=\"A4\"><v>198601012015011002</v></c><c r=\"B4\" t=\"inlineStr\"><is><t>SITI</t></is></c>\
                <c r=\"D4\" t=\"inlineStr\"><is><t>Guru</t></is></c></row>";
    let noted = beside_a_good_one("sel.xlsx", &with_rows(rows), &batas());
    let table = noted.value.tables.iter().find(|table| table.rows.len() == 3).unwrap();
    assert_eq!(texts(table, "nama")[2], "SITI");
    let told = told("sel.xlsx", &with_rows(rows), &batas());
    assert_eq!(told.lines().filter(|line| line.starts_with("B-14")).count(), 5, "{told}");
    assert!(told.contains("kolom JABATAN berisi galat #SPILL!"), "{told}");
}

#[test]
fn twin_sheets_and_a_thousand_sheets_are_told() {
    let twins =
        edited(&book(&[("Data", PEOPLE), ("Lain", PEOPLE)]), "workbook.xml", |xml| xml.replace("\"Lain\"", "\"Data\""));
    assert!(told("kembar.xlsx", &twins, &batas()).starts_with("B-18"));
    let many = edited(&people(), "workbook.xml", |xml| {
        let from = xml.find("<sheet ").unwrap();
        let to = from + xml[from..].find("/>").unwrap() + 2;
        let one = xml[from..to].to_string();
        let all: String = (0..1_001).map(|at| one.replace("name=\"Data\"", &format!("name=\"L{at}\""))).collect();
        format!("{}{all}{}", &xml[..from], &xml[to..])
    });
    assert_eq!(told("lembar.xlsx", &many, &batas()), "B-06 berkas ini memuat 1001 lembar, melewati batas 1000");
}

#[test]
fn a_formula_typed_as_a_name_stays_text() {
    let rows: &[&[C]] =
        &[PEOPLE[0], &[T("198601012015011001"), T("=cmd|' /C calc'!A0"), T("III/d"), T("Guru"), T("@SUM(A1)")]];
    let noted = Folder::new().with("pegawai.xlsx", &xlsx(rows)).read();
    assert_eq!(texts(only(&noted), "nama"), ["=cmd|' /C calc'!A0"]);
}

// ---- other formats --------------------------------------------------------------------------------------------------

#[test]
fn a_page_of_a_million_tags_within_each_other_is_refused() {
    let page = format!("<html><table><tr><td>{}x", "<table><tr><td>".repeat(300_000));
    let told = told("dalam.xls", page.as_bytes(), &batas());
    assert!(told.contains("B-0"), "{told}");
}

#[test]
fn cells_of_a_page_and_of_spreadsheetml_are_counted() {
    let few = Batas { sel_per_lembar: 1_000, ..batas() };
    let header = ["NIP", "NAMA", "GOLONGAN", "JABATAN", "UNIT KERJA"];
    let titles = header.map(|title| format!("<td>{title}</td>")).concat();
    let page = format!("<table><tr>{titles}</tr>{}</table>", "<tr><td>a</td><td>b</td></tr>".repeat(600));
    assert!(told("laman.html", page.as_bytes(), &few).contains("lebih dari 1000 sel"));
    let xml = format!(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet><Table><Row>{}</Row>{}</Table></Worksheet></Workbook>",
        header.map(|title| format!("<Cell><Data>{title}</Data></Cell>")).concat(),
        "<Row><Cell><Data>a</Data></Cell></Row>".repeat(600)
    );
    assert!(told("lama.xml", xml.as_bytes(), &few).contains("lebih dari 1000 sel"));
}

#[test]
fn a_line_without_an_end_is_refused() {
    let line = format!("NIP;NAMA;GOLONGAN\n1;{};III/a\n", "x".repeat(2 << 20));
    assert!(told("baris.csv", line.as_bytes(), &batas()).contains("32.767 huruf"));
    let wide = format!("NIP;NAMA;GOLONGAN\n{}\n", ";".repeat(2 << 20));
    let few = Batas { sel_per_lembar: 1_000_000, ..batas() };
    assert!(told("lebar.csv", wide.as_bytes(), &few).contains("lebih dari 1000000 sel"));
}

#[test]
fn a_circle_in_an_ole_file_is_seen_before_the_reader_follows_it() {
    assert_eq!(told("putar.xls", &ole(&["Workbook"], 1), &batas()), "B-03 susunan berkas ini rusak atau tidak lengkap");
}

#[test]
fn an_index_beyond_the_shared_strings_of_an_xlsb_is_told() {
    assert!(told("indeks.xlsb", &xlsb(&[&[X::Shared(9)]]), &batas()).starts_with("B-07"));
}

// ---- in a child process ---------------------------------------------------------------------------------------------

/// What `mutasi check` says of a file beside a good one, with these limits.
fn checked(name: &str, bytes: &[u8], limits: &str) -> String {
    let folder = Folder::new().with("baik.xlsx", &people()).with(name, bytes);
    std::fs::write(folder.root().join("mutasi.toml"), format!("[batas]\n{limits}\n")).unwrap();
    let mut command = assert_cmd::Command::cargo_bin("mutasi").unwrap();
    let output = command.args(["check", "--json"]).arg(folder.root()).output().unwrap();
    let said: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let field = |finding: &serde_json::Value, key: &str| finding[key].as_str().unwrap_or_default().to_string();
    let findings = said["temuan"].as_array().unwrap().iter();
    let about = findings.filter(|finding| field(finding, "tempat").contains(name));
    about
        .map(|finding| format!("{} {}", field(finding, "kode"), field(finding, "masalah")))
        .collect::<Vec<_>>()
        .join("\n")
}

fn far_corners() -> Vec<u8> {
    xls(&[Biff::Text(0, 0, "NIP"), Biff::Number(65_535, 255, 1.0)])
}

const SMALL_XLS: &[Biff] = &[
    Biff::Text(0, 0, "NIP"),
    Biff::Text(0, 1, "NAMA"),
    Biff::Text(0, 2, "GOLONGAN"),
    Biff::Text(0, 3, "JABATAN"),
    Biff::Text(0, 4, "UNIT KERJA"),
    Biff::Text(1, 0, "198601012015011002"),
    Biff::Text(1, 1, "SITI"),
    Biff::Text(1, 3, "Guru Kelas"),
    Biff::Text(1, 4, "SD Negeri 1 Bangko"),
];

#[test]
fn a_child_reads_what_this_process_reads() {
    let folder = Folder::new().with("kecil.xls", &xls(SMALL_XLS));
    assert_eq!(texts(only(&folder.read()), "nama"), ["SITI"]);
    // Through the program, and so through the child.
    let said = checked("kecil.xls", &xls(SMALL_XLS), "");
    assert!(!said.contains("B-"), "{said}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_grid_that_does_not_fit_into_memory_ends_the_child_only() {
    let said = checked("jauh.xls", &far_corners(), "memori_mb = 64");
    assert!(said.contains("isi berkas ini tidak muat dalam batas memori 64 MB"), "{said}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_reader_that_never_ends_is_ended() {
    // The reader crate waits for the end of the table, which does not come.
    let endless = ods("<office:document-content><table:table table:name=\"Data\">");
    let said = checked("tanpa-akhir.ods", &endless, "detik_per_berkas = 1");
    assert_eq!(said, "B-06 berkas ini belum selesai dibaca dalam batas waktu 1 detik");
}

#[test]
#[cfg(target_os = "linux")]
fn repeated_cells_of_an_ods_do_not_fill_the_memory() {
    let cell = "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
    let content = format!(
        "<office:document-content><table:table table:name=\"Data\"><table:table-row table:number-rows-repeated=\"6000\">{cell}</table:table-row></table:table></office:document-content>"
    );
    let said = checked("ulang.ods", &ods(&content), "memori_mb = 64");
    assert_eq!(said, "B-06 isi berkas ini tidak muat dalam batas memori 64 MB");
}

#[test]
fn a_file_that_takes_too_long_is_left_with_the_limit_that_says_so() {
    let over = Batas { detik_per_berkas: 0, ..batas() };
    let rows = "<tr><td>1<td>2<td>3</tr>".repeat(3_000);
    let xml = "<Row><Cell><Data ss:Type=\"Number\">1</Data></Cell></Row>".repeat(3_000);
    let xml = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"Data\"><Table>{xml}</Table>\
         </Worksheet></Workbook>"
    );
    for (name, bytes, what) in [
        ("a.xlsx", people(), "berkas"),
        ("a.html", format!("<table>{rows}</table>").into_bytes(), "berkas"),
        ("a.xml", xml.into_bytes(), "berkas"),
        ("a.csv", "NIP;NAMA;JABATAN\n".repeat(3_000).into_bytes(), "lembar"),
    ] {
        let noted = Folder::new().with(name, &bytes).read_within(&over);
        let told: Vec<_> = noted.findings.iter().map(|finding| (finding.kode.code, &*finding.problem)).collect();
        let problem = format!("{what} ini belum selesai dibaca dalam batas waktu 0 detik");
        assert_eq!(told, [("B-06", &*problem)], "{name}");
        assert!(noted.value.tables.is_empty(), "{name}");
    }
}
