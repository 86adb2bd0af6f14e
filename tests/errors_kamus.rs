//! Every code of the kamus and its confirmations, provoked by a small folder; its exact text is a snapshot.

mod read_kit;

use mutasi::pipeline::{self, Silent};
use read_kit::{C::*, *};
use rust_xlsxwriter::{DocProperties, Workbook};

const SCHOOLS: &[&[C]] = &[JUDUL_SEKOLAH, &sd_negeri("SD Negeri 12 Bangko", "10501012", 1.0, "Bangko")];

const PEOPLE: &[&[C]] = &[
    &[T("NIP"), T("NAMA"), T("JABATAN"), T("UNIT KERJA"), T("TMT JABATN")],
    &[T("198601012015011001"), T("BUDI SANTOSO"), T("Guru Kelass"), T("SDN 12 Bagko"), T("1 Juli 2020")],
];

const UNIT: &[C] = &[T("SDN 12 Bagko"), T("SD Negeri 12 Bangko"), T("10501012"), T("Rina Marlina"), D(2026, 11, 21)];
const HEADER: &[C] = &[T("Tertulis"), T("Dimaksud"), T("Kode"), T("Dikonfirmasi Oleh"), T("Tanggal")];
const ASKED: &[C] = &[T("Jenis"), T("Tertulis"), T("Calon 1"), T("Pilihan"), T("Dikonfirmasi oleh"), T("Tanggal")];
const SEKOLAH: &str = "SD Negeri 12 Bangko · kode 10501012 · Kec. Bangko";

fn folder() -> Folder {
    let folder = Folder::new().with("pegawai.xlsx", &xlsx(PEOPLE)).with("sekolah.xlsx", &xlsx(SCHOOLS));
    fs_err::write(folder.root().join("mutasi.toml"), "[daerah]\nkode_wilayah = \"15.02\"\n").unwrap();
    folder
}

fn with_kamus(bytes: &[u8]) -> Folder {
    let folder = folder();
    fs_err::create_dir_all(folder.root().join("kamus")).unwrap();
    fs_err::write(folder.root().join("kamus/kamus.xlsx"), bytes).unwrap();
    folder
}

fn kamus(rows: &[&[C]]) -> Folder {
    with_kamus(&book(&[("Unit", rows)]))
}

fn with_answers(rows: &[&[C]]) -> Folder {
    folder().with("jawaban.xlsx", &book(&[("Perlu Konfirmasi", rows)]))
}

/// The findings with this code, as the terminal shows them.
fn told(code: &str, folder: &Folder) -> String {
    let outcome = pipeline::check(folder.root(), november(true), &Silent).unwrap();
    let findings: Vec<_> = outcome.findings.into_iter().filter(|finding| finding.kode.code == code).collect();
    assert!(!findings.is_empty(), "nothing provoked {code}");
    render_all(&findings)
}

/// Codes about files stand beside those of the other stages of reading.
fn snapshot(code: &str, folder: &Folder) {
    let text = told(code, folder);
    let stem = if code.starts_with('B') { "errors_berkas" } else { "errors_kamus" };
    insta::with_settings!({prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!(format!("{stem}__{code}"), text);
    });
}

#[test]
fn a_kamus_that_cannot_be_read_is_told() {
    snapshot("B-35", &with_kamus(b"bukan buku kerja"));
    let headless = with_kamus(&book(&[("Unit", &[&[T("Nama"), T("Arti")], &[T("a"), T("b")]])]));
    assert!(told("B-35", &headless).contains("lembar “Unit” tidak memuat judul kolom Tertulis dan Dimaksud"));
}

#[test]
fn what_came_back_is_told() {
    let answer: &[C] =
        &[T("Unit kerja"), T("SDN 12 Bagko"), T(SEKOLAH), T(SEKOLAH), T("Rina Marlina"), D(2026, 11, 21)];
    snapshot("B-36", &with_answers(&[ASKED, answer]));
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_custom_property("mutasi", "hasil"));
    write_rows(workbook.add_worksheet().set_name("Rencana Mutasi").unwrap(), PEOPLE);
    snapshot("B-37", &folder().with("hasil lama.xlsx", &workbook.save_to_buffer().unwrap()));
}

#[test]
fn every_use_of_the_kamus_is_noted() {
    let jabatan: &[C] = &[T("Guru Kelass"), T("Guru Kelas"), T(""), T("Rina Marlina"), T("21 November 2026")];
    let judul: &[C] = &[T("TMT JABATN"), T("TMT JABATAN"), T("pegawai"), T("Rina Marlina"), D(2026, 11, 21)];
    let all = [("Unit", &[HEADER, UNIT][..]), ("Jabatan", &[HEADER, jabatan]), ("Judul Kolom", &[HEADER, judul])];
    snapshot("D-150", &with_kamus(&book(&all)));
}

#[test]
fn a_choice_that_cannot_be_taken_is_told_with_its_cell() {
    let nobody: &[C] = &[T("Unit kerja"), T("SDN 12 Bagko"), T(SEKOLAH), T(SEKOLAH)];
    let never: &[C] = &[T("Jabatan"), T("Guru Kelass"), T("Guru Kelas"), T("Guru Kelas"), T("Rina"), T("kemarin")];
    snapshot("D-151", &with_answers(&[ASKED, nobody, never]));
    let other: &[C] = &[T("Unit kerja"), T("SDN 12 Bagko"), T(SEKOLAH), T("SDN 1"), T("Rina"), D(2026, 11, 21)];
    let kind: &[C] = &[T("Sekolah"), T("SDN 12 Bagko"), T(SEKOLAH), T(SEKOLAH), T("Rina"), D(2026, 11, 21)];
    snapshot("D-152", &with_answers(&[ASKED, other, kind]));
}

#[test]
fn every_faulty_row_of_the_kamus_is_told_with_its_cell() {
    let judul: &[&[C]] = &[
        HEADER,
        &[T("JABTAN"), T("JABATAN"), T("pegawai"), T("Rina"), D(2026, 11, 21)],
        &[T("JBTN"), T("POSISI TAWAR"), T(""), T("Rina"), D(2026, 11, 21)],
        &[T("UNT"), T("UNIT KERJA"), T("orang"), T("Rina"), D(2026, 11, 21)],
    ];
    let unit: &[&[C]] = &[
        HEADER,
        &[T(""), T("SD Negeri 12 Bangko"), T(""), T("Rina"), D(2026, 11, 21)],
        &[T("SDN 12 Bagko"), T("SD Negeri 12 Bangko"), T(""), T(""), D(2026, 11, 21)],
        &[T("SDN 12 Bagko"), T("SD Negeri 12 Bangko"), T(""), T("Rina"), T("kemarin")],
        &[T("SDN 12 Bangko"), T("SD NEGERI 12 BANGKO"), T(""), T("Rina"), D(2026, 11, 21)],
    ];
    snapshot("D-153", &with_kamus(&book(&[("Unit", unit), ("Judul Kolom", judul)])));
}

#[test]
fn contradicting_rows_and_choices_are_told() {
    let other: &[C] = &[T("SDN 012 BAGKO"), T("SD Negeri 2 Jangkat"), T("10501002"), T("Rina"), D(2026, 11, 20)];
    let folder = kamus(&[HEADER, UNIT, other]);
    let refusal: &[C] =
        &[T("Unit kerja"), T("SDN 12 Bagko"), T(SEKOLAH), T("Bukan salah satunya"), T("Budi"), D(2026, 11, 21)];
    snapshot("D-154", &folder.with("jawaban.xlsx", &book(&[("Perlu Konfirmasi", &[ASKED, refusal])])));
}

#[test]
fn a_unit_that_is_no_longer_there_is_told_once() {
    let gone: &[C] = &[T("SDN 12 Bagko"), T("SD Negeri 99 Bangko"), T("10501099"), T("Rina"), D(2026, 11, 20)];
    snapshot("D-155", &kamus(&[HEADER, gone]));
}
