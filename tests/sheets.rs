//! Sheets that are not one table under one header in the first row.

mod read_kit;

use mutasi::model::cells::{CellSink, Kind, SheetCell};
use mutasi::pipeline::{self, Silent};
use mutasi::read;
use mutasi::settings::Settings;
use read_kit::{C::*, *};

const HEADER: &[C] = &[T("NO"), T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")];
const BUDI: &[C] =
    &[N(1.0), T("198601012015011001"), T("BUDI"), T("III/a"), T("Guru Kelas Ahli Pertama"), T("SD Negeri 1 Bangko")];
const SITI: &[C] =
    &[N(2.0), T("198703022010012002"), T("SITI"), T("III/b"), T("Guru Kelas Ahli Pertama"), T("SD Negeri 2 Bangko")];
const SCHOOLS: &[C] = &[T("No"), T("Nama Sekolah"), T("NPSN"), T("BP"), T("Status"), T("Rombel"), T("Kecamatan")];
const SATU: &[C] = &[N(1.0), T("SD Negeri 1 Bangko"), T("10501001"), T("SD"), T("Negeri"), N(6.0), T("Bangko")];
const DUA: &[C] = &[N(2.0), T("SD Negeri 2 Bangko"), T("10501002"), T("SD"), T("Negeri"), N(6.0), T("Bangko")];

#[test]
fn a_header_is_found_below_fifteen_and_below_twenty_eight_rows_of_titles() {
    for titles in [0, 1, 6, 14, 28] {
        let mut rows: Vec<&[C]> = vec![&[T("DAFTAR NOMINATIF PEGAWAI NEGERI SIPIL")]; titles];
        rows.extend([HEADER, BUDI, SITI]);
        let checked = Folder::new().with("a.xlsx", &xlsx(&rows)).check();
        assert_eq!(checked.people().len(), 2, "{titles}: {}", checked.text);
        assert_eq!(checked.text, "", "{titles}");
    }
}

#[test]
fn a_list_without_any_header_is_told_with_the_column_of_its_nip() {
    let checked = Folder::new().with("a.xlsx", &xlsx(&[&[T("NOMINATIF")], BUDI, SITI])).check();
    assert_eq!(checked.codes(), ["B-21"], "{}", checked.text);
    assert!(checked.text.contains("a.xlsx › Data › B2"), "{}", checked.text);
    assert!(checked.text.contains("memuat NIP di kolom B mulai baris 2, tetapi tidak ada baris judul di atasnya"));
    // A form about one person is no list, nor is one with a header that lacks a column.
    let form: &[&[C]] = &[&[T("FORM CUTI")], &[T("NIP"), T("198601012015011001")], &[T("NAMA"), T("BUDI")]];
    assert_eq!(Folder::new().with("a.xlsx", &xlsx(form)).check().codes(), ["B-08"]);
    let rows: &[&[C]] = &[&[T("NO"), T("NIP"), T("NAM"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")], BUDI, SITI];
    let checked = Folder::new().with("a.xlsx", &xlsx(rows)).check();
    assert_eq!(checked.codes(), ["B-11"], "{}", checked.text);
    assert!(checked.text.contains("Mungkin maksud kolom “NAM” adalah “NAMA”?"), "{}", checked.text);
}

#[test]
fn two_tables_of_two_kinds_on_one_sheet_are_both_read() {
    let rows: &[&[C]] = &[
        &[T("DATA SEKOLAH")],
        SCHOOLS,
        SATU,
        DUA,
        &[],
        &[T(""), T("Bangko, 1 November 2026")],
        &[T(""), T("NIP. 19680101 199001 1 001")],
        &[],
        &[T("DATA PEGAWAI")],
        HEADER,
        BUDI,
        SITI,
    ];
    let folder = Folder::new().with("a.xlsx", &xlsx(rows));
    let noted = folder.read();
    let tables: Vec<_> = noted.value.tables.iter().map(|t| (t.kind, t.header_row, t.rows.len(), t.last_col)).collect();
    assert_eq!(tables, [(Kind::Sekolah, 1, 2, 6), (Kind::Pegawai, 9, 2, 6)], "{}", render_all(&noted.findings));
    let checked = folder.check();
    assert_eq!(checked.people(), [("BUDI", "SD Negeri 1 Bangko"), ("SITI", "SD Negeri 2 Bangko")]);
}

#[test]
fn the_same_header_again_goes_on_with_the_table_where_its_rows_name_their_unit() {
    let rows: &[&[C]] = &[HEADER, BUDI, &[T("Halaman 2")], HEADER, SITI];
    let noted = Folder::new().with("a.xlsx", &xlsx(rows)).read();
    assert_eq!(texts(only(&noted), "nama"), ["BUDI", "SITI"]);
}

#[test]
fn two_maps_of_jabatan_one_below_the_other_keep_their_own_office() {
    let header: &[C] = &[T("NO"), T("NAMA JABATAN"), T("KELAS JABATAN"), T("KETERSEDIAAN"), T("KEBUTUHAN")];
    let rows: &[&[C]] = &[
        &[T("PETA JABATAN")],
        &[T("DINAS KESEHATAN")],
        header,
        &[N(1.0), T("Perawat Terampil"), N(6.0), N(2.0), N(4.0)],
        &[T("Halaman 2")],
        header,
        &[N(2.0), T("Bidan Mahir"), N(7.0), N(1.0), N(2.0)],
        &[],
        &[T("PETA JABATAN")],
        &[T("DINAS PENDIDIKAN")],
        header,
        &[N(1.0), T("Arsiparis Mahir"), N(7.0), N(0.0), N(1.0)],
    ];
    let checked = Folder::new().with("peta.xlsx", &xlsx(rows)).check();
    let needs: Vec<(&str, String)> = checked.needs().into_iter().map(|need| (need.0, need.1)).collect();
    assert_eq!(
        needs,
        [
            ("DINAS KESEHATAN", "Bidan Mahir".to_string()),
            ("DINAS KESEHATAN", "Perawat Terampil".to_string()),
            ("DINAS PENDIDIKAN", "Arsiparis Mahir".to_string()),
        ],
        "{}",
        checked.text
    );
}

#[test]
fn a_second_table_that_lacks_a_column_is_told_at_its_header() {
    let rows: &[&[C]] =
        &[SCHOOLS, SATU, &[], &[T("NO"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")], BUDI];
    let checked = Folder::new().with("a.xlsx", &xlsx(rows)).check();
    assert_eq!(checked.roster.units.len(), 1);
    assert!(checked.told("B-11").contains("a.xlsx › Data › A4   lembar data pegawai ini tidak memuat kolom NIP"));
}

#[test]
fn a_first_table_that_lacks_a_column_is_not_taken_for_titles() {
    let rows: &[&[C]] =
        &[&[T("NO"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")], &BUDI[..5], &[], SCHOOLS, SATU];
    let checked = Folder::new().with("a.xlsx", &xlsx(rows)).check();
    assert_eq!((checked.roster.units.len(), checked.codes()), (1, vec!["B-11"]), "{}", checked.text);
    assert!(checked.told("B-11").contains("a.xlsx › Data › A1   lembar data pegawai ini tidak memuat kolom NIP"));
}

#[test]
fn rows_of_words_alone_begin_no_table() {
    // Every cell is text, and some happen to be words of headers.
    let header: &[C] = &[T("NAMA UNIT"), T("JENIS UNIT"), T("UNIT INDUK"), T("KECAMATAN")];
    let rows: &[&[C]] = &[
        header,
        &[T("Puskesmas"), T("Puskesmas"), T("Dinas"), T("Bangko")],
        &[T("Kantor"), T("Lain"), T("Sekretariat"), T("Bangko")],
    ];
    let noted = Folder::new().with("a.xlsx", &xlsx(rows)).read();
    assert_eq!(texts(only(&noted), "unit"), ["Puskesmas", "Kantor"]);
}

#[test]
fn a_sheet_for_each_kecamatan_is_read_whatever_its_name() {
    let one: &[&[C]] = &[&[T("KECAMATAN BANGKO")], HEADER, BUDI];
    let two: &[&[C]] = &[&[T("KECAMATAN JANGKAT")], HEADER, SITI];
    let cover: &[&[C]] = &[&[T("DAFTAR ISI")], &[T("1"), T("Bangko")], &[T("2"), T("Jangkat")]];
    let bytes = book(&[("Sampul", cover), ("Bangko", one), ("Jangkat", two), ("Sheet4", &[])]);
    let checked = Folder::new().with("kecamatan.xlsx", &bytes).check();
    assert_eq!(checked.people().len(), 2);
    assert_eq!(checked.codes(), ["B-08"], "{}", checked.text);
    assert!(checked.text.contains("kecamatan.xlsx › Sampul"), "{}", checked.text);
}

/// Every text of the annotated copy that checking this workbook leaves.
fn copy_of(rows: &[&[C]]) -> Vec<(u32, u32, String)> {
    let folder = Folder::new().with("pegawai.xlsx", &xlsx(rows));
    pipeline::check(folder.root(), november(false), &Silent).unwrap();
    let path = folder.root().join("keluar/2026-11/periksa/pegawai-periksa.xlsx");
    let mut texts = Texts::default();
    read::cells(&path, &Settings::default().batas, &mut texts).unwrap();
    texts.cells
}

/// The cells of the first sheet.
#[derive(Default)]
struct Texts {
    sheets: usize,
    cells: Vec<(u32, u32, String)>,
}

impl CellSink for Texts {
    type Error = std::convert::Infallible;
    fn sheet(&mut self, _: &str, _: bool) -> Result<(), Self::Error> {
        self.sheets += 1;
        Ok(())
    }
    fn cell(&mut self, cell: SheetCell) -> Result<(), Self::Error> {
        if self.sheets == 1 {
            self.cells.push((cell.row, cell.col, cell.text.into()));
        }
        Ok(())
    }
}

#[test]
fn personal_columns_under_merged_headings_and_bare_words_stay_out_of_the_copy() {
    let rows: &[&[C]] = &[
        &[
            T("NO"),
            T("NAMA"),
            T("NIP"),
            T("GOLONGAN"),
            T("AGAMA"),
            T(""),
            T("JABATAN"),
            T("SUAMI/ISTRI"),
            T(""),
            T("UNIT KERJA"),
        ],
        &[T(""), T(""), T(""), T(""), T("ID"), T("NAMA"), T(""), T("NAMA"), T("NIP"), T("")],
        &[
            N(1.0),
            T("SITI"),
            T("198703022010012002"),
            T("V/z"),
            T("1"),
            T("Islam"),
            T("Guru Kelas Ahli Pertama"),
            T("JOKO"),
            T("198601012015011001"),
            T("SD Negeri 1 Bangko"),
        ],
    ];
    let copy = copy_of(rows);
    let has = |text: &str| copy.iter().any(|(.., cell)| cell == text);
    assert!(has("V/z") && has("AGAMA") && has("SUAMI/ISTRI"));
    for private in ["Islam", "JOKO", "198601012015011001"] {
        assert!(!has(private), "{private}: {copy:?}");
    }
}

#[test]
fn the_nip_of_a_spouse_is_read_for_kinship_and_reaches_no_copy() {
    for (above, below) in [(T("NIP SUAMI/ISTRI"), T("")), (T("NIP"), T("SUAMI/ISTRI")), (T("NIP PASANGAN"), T(""))] {
        let siti = T("198703022010012002");
        let rows: &[&[C]] = &[
            &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA"), above],
            &[T(""), T(""), T(""), T(""), T(""), below],
            &[siti, T("SITI"), T("V/z"), T("Guru Kelas"), T("SD Negeri 1 Bangko"), T("198601012015011001")],
            &[
                T("198703022010012003"),
                T("RINA"),
                T("III/a"),
                T("Guru Kelas"),
                T("SD Negeri 1 Bangko"),
                T("Tidak Bekerja"),
            ],
        ];
        let checked = Folder::new().with("a.xlsx", &xlsx(rows)).check();
        let told = |at: usize| checked.roster.pegawai[at].nip_pasangan.map(|nip| nip.to_string());
        assert_eq!((told(0), told(1)), (Some("198601012015011001".to_string()), None), "{}", checked.text);
        assert!(!checked.text.contains("198601012015011001") && !checked.text.contains("Tidak Bekerja"));
        assert!(!checked.codes().contains(&"D-181"), "who has no NIP is no fault: {}", checked.text);
        let copy = copy_of(rows);
        assert!(copy.iter().any(|(.., cell)| cell == "V/z"), "{copy:?}");
        assert!(!copy.iter().any(|(.., cell)| cell == "198601012015011001" || cell == "Tidak Bekerja"), "{copy:?}");
    }
}

#[test]
fn personal_columns_of_a_second_table_stay_out_of_the_copy_and_the_rest_stays_in() {
    let rows: &[&[C]] = &[
        &[T("NO"), T("NIP"), T("NIK"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")],
        &[N(1.0), T("198703022010012002"), T("1502010101860001"), T("SITI"), T("V/z"), T("Guru Kelas"), T("SDN 1")],
        &[],
        &[T("DATA SEKOLAH")],
        &[T("No"), T("Nama Sekolah"), T("NPSN"), T("BP"), T("Status"), T("Rombel"), T("No KK")],
        &[N(1.0), T("SD Negeri 1 Bangko"), T("10501001"), T("SD"), T("Negeri"), T("enam"), T("1502010101860009")],
    ];
    let copy = copy_of(rows);
    let at = |row: u32, col: u32| copy.iter().find(|(r, c, _)| (*r, *c) == (row, col)).map(|(.., text)| text.as_str());
    assert_eq!((at(1, 2), at(5, 6)), (None, None), "{copy:?}");
    // Under NIK of the first table stands the NPSN of the second.
    assert_eq!((at(5, 2), at(5, 5)), (Some("10501001"), Some("enam")));
    // Both tables have their faults beside them, in the same two columns.
    assert_eq!((at(0, 7), at(0, 8)), (Some("STATUS"), Some("MASALAH")));
    assert!(at(1, 8).unwrap().contains("golongan “V/z” tidak dikenal"));
    assert!(at(5, 8).unwrap().contains("angka “enam” tidak terbaca"));
}

#[test]
fn personal_columns_of_tables_beside_each_other_stay_out_of_the_copy() {
    let header = [T("NO"), T("NIP"), T("AGAMA"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA"), T("")];
    let person = |nip, agama| [N(1.0), T(nip), T(agama), T("SITI"), T("V/z"), T("Guru Kelas"), T("SDN 1"), T("")];
    let schools = [T("No"), T("Nama Sekolah"), T("NPSN"), T("Status"), T("Rombel"), T("No KK")];
    let school = [N(1.0), T("SD Negeri 1 Bangko"), T("10501001"), T("Negeri"), T("enam"), T("1502010101860009")];
    let rows = [
        header.to_vec(),
        [&person("198703022010012002", "Islam")[..], &schools].concat(),
        [&person("198703022010012003", "Islam")[..], &school].concat(),
        [&person("198703022010012004", "Islam")[..], &school].concat(),
    ];
    let rows: Vec<&[C]> = rows.iter().map(Vec::as_slice).collect();
    let copy = copy_of(&rows);
    let at = |row: u32, col: u32| copy.iter().find(|(r, c, _)| (*r, *c) == (row, col)).map(|(.., text)| text.as_str());
    assert!(!copy.iter().any(|(.., text)| text == "Islam" || text == "1502010101860009"), "{copy:?}");
    assert_eq!((at(2, 1), at(2, 10)), (Some("198703022010012003"), Some("10501001")));
    // The faults of both stand behind the last column of the sheet.
    let told = at(2, 15).unwrap();
    assert!(told.contains("E3 D-104") && told.contains("M3 D-115"), "{told}");
}

#[test]
fn a_header_with_its_columns_in_another_order_begins_another_table() {
    let other: &[C] =
        &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA"), T("TMT JABATAN"), T("TMT GOLONGAN")];
    let first: &[C] =
        &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA"), T("TMT GOLONGAN"), T("TMT JABATAN")];
    let person = |nip: &'static str, nama: &'static str| -> Vec<C> {
        let unit = T("SD Negeri 1 Bangko");
        vec![T(nip), T(nama), T("III/d"), T("Guru Kelas"), unit, T("01-04-2019"), T("02-05-2021")]
    };
    let (budi, siti) = (person("198601012015011001", "BUDI"), person("199003032015032001", "SITI"));
    let checked = Folder::new().with("a.xlsx", &xlsx(&[first, &budi, other, &siti])).check();
    let tmt = |at: usize| checked.roster.pegawai[at].tmt_jabatan.map(|tmt| tmt.to_string());
    assert_eq!((tmt(0).as_deref(), tmt(1).as_deref()), (Some("2021-05-02"), Some("2019-04-01")), "{}", checked.text);
}

#[test]
fn a_nik_in_a_second_table_reaches_no_finding() {
    let first: &[C] = &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA"), T("TMT GOLONGAN")];
    let other: &[C] = &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA"), T("NIK")];
    let unit = || T("SD Negeri 1 Bangko");
    let budi: &[C] = &[T("198601012015011001"), T("BUDI"), T("III/d"), T("Guru Kelas"), unit(), T("01-04-2019")];
    let siti: &[C] = &[T("199003032015032001"), T("SITI"), T("III/d"), T("Guru Kelas"), unit(), T("1502014303900003")];
    let checked = Folder::new().with("a.xlsx", &xlsx(&[first, budi, other, siti])).check();
    assert_eq!(checked.roster.pegawai.len(), 2, "{}", checked.text);
    assert!(!checked.text.contains("1502014303900003"), "{}", checked.text);
}
