//! What headers are found and how they are read.

use super::*;
use crate::model::kamus::{Entri, JenisKamus, Kamus};

fn row(texts: &[&str]) -> Vec<HeadCell> {
    let cells = texts.iter().enumerate().filter(|(_, text)| !text.is_empty());
    cells.map(|(col, text)| HeadCell { col: col as u32, kind: CellKind::Text, text: (*text).into() }).collect()
}

fn read(rows: &[&[&str]]) -> Reading {
    let head = rows.iter().enumerate().map(|(at, texts)| (at as u32, row(texts))).collect();
    find(&head, &Kamus::default()).expect("a header is among the rows")
}

fn names(reading: &Reading) -> Vec<&'static str> {
    let name = |meaning: &Meaning| match meaning {
        Meaning::Column(at) => reading.schema.columns[*at].name,
        Meaning::Twin(_) => "=",
        Meaning::Synonym(_) => "~",
        Meaning::Unused | Meaning::Sensitive => "-",
        Meaning::Unknown => "?",
    };
    reading.meanings.iter().map(name).collect()
}

#[test]
fn a_duk_header_is_found_under_its_titles() {
    let reading = read(&[
        &["DAFTAR URUT KEPANGKATAN"],
        &["PEMERINTAH KABUPATEN MERANGIN"],
        &["NO", "NAMA", "NIP LAMA", "NIP BARU", "FORMATTED NIP", "GOLRU", "TMT GOLRU", "SATKER", "JABATAN", "KET"],
    ]);
    assert_eq!((reading.schema.kind, reading.last_row), (Kind::Pegawai, 2));
    assert_eq!(names(&reading), ["-", "nama", "-", "nip", "~", "golongan", "tmt_gol", "unit", "jabatan", "-"]);
}

#[test]
fn a_bare_tmt_is_what_stands_left_of_it() {
    let reading = read(&[&["NIP", "NAMA", "GOL", "TMT", "JABATAN", "TMT", "UNIT KERJA", "TMT", "ALAMAT", "TMT"]]);
    assert_eq!(names(&reading)[3], "tmt_gol");
    assert_eq!(names(&reading)[5], "tmt_jabatan");
    assert_eq!(names(&reading)[7], "tmt_unit");
    assert_eq!(names(&reading)[9], "?");
}

#[test]
fn headings_over_two_rows_are_joined() {
    let reading = read(&[
        &["No", "Jabatan", "Kategori", "Unit Kerja", "ABK", "Bezzeting", "", "", "Usulan", "", "Kurang/Lebih"],
        &["", "", "", "", "", "CPNS", "PNS", "JML", "CPNS", "JML", ""],
    ]);
    assert_eq!((reading.schema.kind, reading.first_row, reading.last_row), (Kind::Kebutuhan, 0, 1));
    let expected = ["-", "jabatan", "jenis_jabatan", "unit", "kebutuhan", "-", "-", "riil", "-", "-", "-"];
    assert_eq!(names(&reading), expected);
    assert_eq!(reading.headers[7].printed, "Bezzeting JML");
}

#[test]
fn a_data_row_below_is_no_second_header_row() {
    let reading = read(&[&["NIP", "NAMA", "GOL", "JABATAN", "UNIT KERJA"], &["", "BUDI", "III/a", "GURU", "SDN 1"]]);
    assert_eq!(reading.last_row, 0);
}

#[test]
fn the_newest_skp_comes_first_whatever_the_order() {
    let reading = read(&[&["NIP", "NAMA", "JABATAN", "SKP (2023)", "SKP (2025)", "PREDIKAT KINERJA TAHUN 2024"]]);
    assert_eq!(names(&reading)[3..], ["-", "skp_1", "skp_2"]);
    assert_eq!(names(&read(&[&["NIP", "NAMA", "JABATAN", "SKP"]]))[3], "skp_1");
}

#[test]
fn the_same_header_twice_is_a_twin_and_another_name_a_synonym() {
    let reading = read(&[&["NIP", "NIP", "NAMA", "NAMA LENGKAP", "JABATAN"]]);
    assert_eq!(names(&reading), ["nip", "=", "nama", "~", "jabatan"]);
}

#[test]
fn a_second_choice_goes_to_the_column_it_means_beside_the_first() {
    let reading = read(&[&["NIP", "NAMA", "OPD", "UNIT KERJA", "PENDIDIKAN", "JURUSAN"]]);
    assert_eq!(names(&reading), ["nip", "nama", "unit_induk", "unit", "tingkat_pendidikan", "pendidikan"]);
    assert_eq!(names(&read(&[&["NIP", "NAMA", "OPD", "PENDIDIKAN"]]))[2..], ["unit", "pendidikan"]);
}

#[test]
fn people_without_nip_are_not_taken_for_units() {
    let reading = read(&[&["NO", "NAMA", "GOLONGAN", "JABATAN", "UNIT KERJA", "KECAMATAN"]]);
    assert_eq!(reading.schema.kind, Kind::Pegawai);
    assert!(!reading.is_table() && reading.is_nearly());
    let reading = read(&[&["KODE UNIT", "UNIT KERJA", "UNIT INDUK", "KECAMATAN"]]);
    assert_eq!((reading.schema.kind, reading.is_table()), (Kind::Unit, true));
}

#[test]
fn the_columns_of_an_annotated_copy_are_forgotten() {
    let reading = read(&[&["Nama Sekolah", "NPSN", "Status", "Rombel", "STATUS", "MASALAH"]]);
    assert_eq!(names(&reading), ["unit", "npsn", "status", "rombel"]);
}

#[test]
fn a_header_of_confirmed_words_is_found_also_with_parentheses() {
    let mut kamus = Kamus::default();
    for (key, title) in [("NOPEG", "NIP"), ("NM", "NAMA"), ("JBTN", "JABATAN")] {
        let entri = Entri {
            tertulis: key.into(),
            dimaksud: Some(title.into()),
            kode: None,
            oleh: "Siti Aminah".into(),
            tanggal: jiff::civil::date(2026, 11, 1),
            place: crate::finding::Place::file("kamus/kamus.xlsx"),
        };
        kamus.insert(JenisKamus::Judul, Kamus::kunci_judul(Kind::Pegawai, key), entri);
    }
    let head = Head::from([(0, row(&["DAFTAR PEGAWAI"])), (1, row(&["NOPEG (18 angka)", "NM", "JBTN"]))]);
    let reading = find(&head, &kamus).expect("the confirmed words make a header");
    assert_eq!((reading.last_row, names(&reading)), (1, vec!["nip", "nama", "jabatan"]));
    assert!(find(&head, &Kamus::default()).is_none());
}

#[test]
fn a_misspelt_header_is_told_with_the_known_one() {
    let reading = read(&[&["NIP", "NAMA", "GOLONGAN", "JABTAN", "NAMMA"]]);
    assert_eq!(names(&reading)[3..], ["?", "?"]);
    let near =
        |at: usize| reading.near(&reading.headers[at]).map(|(column, taken)| (column.title, taken.map(|h| h.col)));
    assert_eq!(near(3), Some(("JABATAN", None)));
    assert_eq!(near(4), Some(("NAMA", Some(1))));
}
