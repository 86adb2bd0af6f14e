//! The codes of the guards, each with a small inbox that provokes it; the text is a snapshot.

mod read_kit;

use read_kit::odd::ods;
use read_kit::{C::*, *};

const PEOPLE: &[&[C]] = &[
    &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")],
    &[T("198601012015011001"), T("BUDI SANTOSO"), T("III/d"), T("Guru Kelas Ahli Muda"), T("SD Negeri 1 Bangko")],
];

/// The findings with this code, as the terminal shows them.
fn told(code: &str, folder: &Folder) -> String {
    let findings: Vec<_> = folder.read().findings.into_iter().filter(|finding| finding.kode.code == code).collect();
    assert!(!findings.is_empty(), "nothing provoked {code}");
    render_all(&findings)
}

#[test]
fn an_incomplete_file_that_changed_just_now_is_taken_for_one_that_is_being_copied() {
    let mut cut = xlsx(PEOPLE);
    cut.truncate(cut.len() / 2);
    let folder = Folder::new();
    for name in ["pegawai.xlsx", "lama.xlsx"] {
        folder.put(name, &cut);
    }
    // Written again, and this time new.
    std::fs::write(folder.root().join(NOVEMBER).join("pegawai.xlsx"), &cut).unwrap();
    insta::assert_snapshot!("B-40", told("B-40", &folder));
    assert!(told("B-02", &folder).contains("lama.xlsx"));
}

#[test]
fn a_part_with_entities_of_its_own_is_told() {
    let bytes = edited(&xlsx(PEOPLE), "sheet1.xml", |xml| {
        let body = xml.split_once("?>").unwrap().1;
        format!("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\">]>{body}")
    });
    insta::assert_snapshot!("B-42", told("B-42", &Folder::new().with("pegawai.xlsx", &bytes)));
}

#[test]
fn a_workbook_behind_a_download_header_is_told_and_read() {
    let bytes = [b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n".to_vec(), xlsx(PEOPLE)].concat();
    let folder = Folder::new().with("unduhan.xlsx", &bytes);
    assert_eq!(only(&folder.read()).rows.len(), 1);
    insta::assert_snapshot!("B-43", told("B-43", &folder));
}

#[test]
#[cfg(unix)]
fn a_reading_child_that_dies_is_told() {
    // A program that ends at once stands in for a reader that was brought down.
    mutasi::read::read_in_children("/bin/false".into());
    let folder = Folder::new().with("unit.ods", &ods("<office:document-content/>")).with("pegawai.xlsx", &xlsx(PEOPLE));
    assert_eq!(only(&folder.read()).rows.len(), 1);
    insta::assert_snapshot!("B-41", told("B-41", &folder));
}
