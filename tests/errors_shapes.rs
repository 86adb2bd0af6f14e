//! Every code about the shape of a sheet, provoked by a small workbook; its text is a snapshot.

mod read_kit;

use read_kit::odd::{X, xlsb};
use read_kit::{C::*, *};
use rust_xlsxwriter::Workbook;

const PEOPLE: &[&[C]] = &[
    &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN")],
    &[T("SD NEGERI 1 BANGKO")],
    &[T("198601012015012001"), T("SITI AMINAH"), T("III/c"), T("Guru Kelas Ahli Pertama")],
];

fn folder(name: &str, bytes: &[u8]) -> Folder {
    Folder::new().with(name, bytes)
}

#[test]
fn a_list_without_header_is_told() {
    let rows: &[&[C]] = &[
        &[T("DAFTAR PEGAWAI")],
        &[N(1.0), T("198601012015012001"), T("SITI AMINAH"), T("III/c")],
        &[N(2.0), T("198703022010012002"), T("RINA MARLINA"), T("III/d")],
    ];
    insta::assert_snapshot!("B-21", folder("pegawai.xlsx", &xlsx(rows)).check().told("B-21"));
}

#[test]
fn a_rekap_without_jabatan_is_told() {
    let rows: &[&[C]] = &[
        &[
            T("NO"),
            T("NAMA OPD"),
            T("TIPE OPD"),
            T("KELAS JABATAN"),
            T("JUMLAH PNS"),
            T(""),
            T("JUMLAH KEBUTUHAN"),
            T(""),
        ],
        &[T(""), T(""), T(""), T(""), T("RIIL"), T(""), T("ABK"), T("")],
        &[T(""), T(""), T(""), T(""), T("Terampil"), T("Mahir"), T("Terampil"), T("Mahir")],
        &[N(1.0), T("Dinas Kesehatan"), T("A"), N(6.0), N(4.0), N(1.0), N(6.0), N(2.0)],
    ];
    insta::assert_snapshot!("B-22", folder("rekap.xlsx", &xlsx(rows)).check().told("B-22"));
}

#[test]
fn merged_cells_that_cannot_be_seen_are_told() {
    let bytes = xlsb(&[
        &[X::Text("NAMA JABATAN"), X::Text("NAMA UNIT KERJA"), X::Text("ABK")],
        &[X::Text("Perawat Terampil"), X::Text("Puskesmas Bangko"), X::Number(5.0)],
        &[X::Text("Bidan Mahir"), X::Text(""), X::Number(4.0)],
    ]);
    insta::assert_snapshot!("B-23", folder("abk.xlsb", &bytes).check().told("B-23"));
}

#[test]
fn headings_of_groups_are_told_with_and_without_the_setting() {
    let folder = folder("pegawai.xlsx", &xlsx(PEOPLE));
    insta::assert_snapshot!("B-24", folder.check().told("B-24"));
    insta::assert_snapshot!("dipakai_B-24", folder.check_with(true).told("B-24"));
}

#[test]
fn hidden_rows_are_told() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Data").unwrap();
    let header: &[C] = &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")];
    let person: &[C] = &[T("198601012015012001"), T("SITI"), T("III/c"), T("Guru Kelas"), T("SD Negeri 1 Bangko")];
    write_rows(sheet, &[header, person, person, person, person]);
    for row in [2, 3, 4] {
        sheet.set_row_hidden(row).unwrap();
    }
    insta::assert_snapshot!("B-25", folder("pegawai.xlsx", &workbook.save_to_buffer().unwrap()).check().told("B-25"));
}

#[test]
fn hidden_columns_are_told() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Data").unwrap();
    let header: &[C] = &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA"), T("KETERANGAN")];
    let person: &[C] = &[T("198601012015012001"), T("SITI"), T("III/c"), T("Guru Kelas"), T("SD Negeri 1 Bangko")];
    write_rows(sheet, &[header, person]);
    // One that is not read counts for nothing.
    for col in [2, 3, 5] {
        sheet.set_column_hidden(col).unwrap();
    }
    insta::assert_snapshot!("B-46", folder("pegawai.xlsx", &workbook.save_to_buffer().unwrap()).check().told("B-46"));
}

#[test]
fn units_taken_from_the_posts_above_are_told() {
    let rows: &[&[C]] = &[
        &[T("Nomor"), T("Parent Nomor"), T("Nama Jabatan"), T("Kelas"), T("ABK")],
        &[N(1.0), T(""), T("Kepala Dinas Kesehatan"), N(14.0), N(1.0)],
        &[N(2.0), N(1.0), T("Pengelola Kepegawaian"), N(6.0), N(2.0)],
    ];
    insta::assert_snapshot!("D-140", folder("formasi.xlsx", &xlsx(rows)).check().told("D-140"));
}

#[test]
fn a_figure_in_the_column_of_another_jenjang_is_told() {
    let rows: &[&[C]] = &[
        &[T("UNIT KERJA : DINAS KESEHATAN")],
        &[T("NO"), T("NAMA JABATAN"), T("KELAS JABATAN"), T("JUMLAH KEBUTUHAN"), T("")],
        &[T(""), T(""), T(""), T("ABK"), T("")],
        &[T(""), T(""), T(""), T("Terampil"), T("Mahir")],
        &[N(1.0), T("Perawat Terampil"), N(6.0), N(4.0), N(2.0)],
    ];
    insta::assert_snapshot!("D-141", folder("rekap.xlsx", &xlsx(rows)).check().told("D-141"));
}

#[test]
fn need_without_any_unit_is_told_once() {
    let rows: &[&[C]] = &[
        &[T("Kode"), T("Nama Jabatan"), T("ABK"), T("Kelas"), T("Terisi ASN")],
        &[T("1.1"), T("Perawat Terampil"), N(5.0), N(6.0), N(2.0)],
        &[T("1.2"), T("Bidan Mahir"), N(4.0), N(7.0), N(2.0)],
    ];
    insta::assert_snapshot!("D-142", folder("formasi.xlsx", &xlsx(rows)).check().told("D-142"));
}

/// A list of people, and beside it what the other rows hold.
fn beside(other: [&[C]; 3]) -> Folder {
    let people: [&[C]; 3] = [
        &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")],
        &[T("198601012015012001"), T("SITI"), T("III/c"), T("Guru Kelas"), T("SD Negeri 1 Bangko")],
        &[T("199003032015032001"), T("RINA"), T("III/c"), T("Guru Kelas"), T("SD Negeri 2 Bangko")],
    ];
    let rows: Vec<Vec<C>> = people.iter().zip(other).map(|(left, right)| [*left, &[T("")], right].concat()).collect();
    let rows: Vec<&[C]> = rows.iter().map(Vec::as_slice).collect();
    folder("pegawai.xlsx", &xlsx(&rows))
}

#[test]
fn a_table_beside_another_that_cannot_be_read_is_told() {
    let summary: [&[C]; 3] = [
        &[T("GOLONGAN"), T("UNIT KERJA"), T("JUMLAH")],
        &[T("III/c"), T("SD"), N(2.0)],
        &[T("III/d"), T("SD"), N(0.0)],
    ];
    insta::assert_snapshot!("B-44", beside(summary).check().told("B-44"));
}

#[test]
fn tables_beside_each_other_are_told() {
    let need: [&[C]; 3] = [
        &[T("NAMA JABATAN"), T("UNIT KERJA"), T("ABK")],
        &[T("Guru Ahli Pertama"), T("SD Negeri 2 Bangko"), N(6.0)],
        &[T("Guru Ahli Muda"), T("SD Negeri 2 Bangko"), N(2.0)],
    ];
    insta::assert_snapshot!("B-45", beside(need).check().told("B-45"));
}
