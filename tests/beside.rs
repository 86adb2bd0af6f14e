//! Tables beside each other on one sheet: each is read by itself, and what cannot be read is told once.

mod read_kit;

use mutasi::model::cells::Kind;
use read_kit::{C::*, *};

const HEADER: &[C] = &[T("NO"), T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")];
const BUDI: &[C] =
    &[N(1.0), T("198601012015011001"), T("BUDI"), T("III/d"), T("Guru Kelas Ahli Muda"), T("SD Negeri 1 Bangko")];
const SITI: &[C] =
    &[N(2.0), T("199003032015032001"), T("SITI"), T("III/c"), T("Guru Kelas Ahli Pertama"), T("SD Negeri 2 Bangko")];
const PEOPLE: &[&[C]] = &[&[T("DAFTAR PEGAWAI")], HEADER, BUDI, SITI];
const NEED: &[&[C]] = &[
    &[T("KEBUTUHAN")],
    &[T("NO"), T("NAMA JABATAN"), T("NAMA UNIT KERJA"), T("KELAS JABATAN"), T("ABK")],
    &[N(1.0), T("Guru Ahli Pertama"), T("SD Negeri 1 Bangko"), N(8.0), N(6.0)],
    &[N(2.0), T("Guru Ahli Pertama"), T("SD Negeri 2 Bangko"), N(8.0), N(7.0)],
    &[N(3.0), T("Kepala Sekolah"), T("SD Negeri 2 Bangko"), N(9.0), N(1.0)],
];

/// Tables beside each other, each so many rows down, with one empty column between.
fn beside(sides: &[(usize, &[&[C]])]) -> Vec<u8> {
    let height = sides.iter().map(|(down, rows)| down + rows.len()).max().unwrap();
    let mut all: Vec<Vec<C>> = vec![Vec::new(); height];
    for (down, rows) in sides {
        let from = all.iter().map(Vec::len).max().unwrap();
        let from = if from == 0 { 0 } else { from + 1 };
        for (at, row) in rows.iter().enumerate() {
            all[down + at].resize(from, T(""));
            all[down + at].extend_from_slice(row);
        }
    }
    let rows: Vec<&[C]> = all.iter().map(Vec::as_slice).collect();
    xlsx(&rows)
}

/// The same without any empty column between them.
fn touching(sides: &[(usize, &[&[C]])]) -> Vec<u8> {
    let height = sides.iter().map(|(down, rows)| down + rows.len()).max().unwrap();
    let mut all: Vec<Vec<C>> = vec![Vec::new(); height];
    for (down, rows) in sides {
        let from = all.iter().map(Vec::len).max().unwrap();
        for (at, row) in rows.iter().enumerate() {
            all[down + at].resize(from, T(""));
            all[down + at].extend_from_slice(row);
        }
    }
    let rows: Vec<&[C]> = all.iter().map(Vec::as_slice).collect();
    xlsx(&rows)
}

fn told(sides: &[(usize, &[&[C]])]) -> Checked {
    Folder::new().with("a.xlsx", &beside(sides)).check()
}

#[test]
fn a_list_of_people_and_the_need_beside_it_are_both_read() {
    for down in [0, 1, 3] {
        let folder = Folder::new().with("a.xlsx", &beside(&[(0, PEOPLE), (down, NEED)]));
        let noted = folder.read();
        let tables: Vec<_> = noted.value.tables.iter().map(|t| (t.kind, t.header_row, t.rows.len())).collect();
        let expected = [(Kind::Pegawai, 1, 2), (Kind::Kebutuhan, 1 + down as u32, 3)];
        assert_eq!(tables, expected, "{down}: {}", render_all(&noted.findings));
        let checked = folder.check();
        assert_eq!(checked.people(), [("BUDI", "SD Negeri 1 Bangko"), ("SITI", "SD Negeri 2 Bangko")]);
        assert_eq!(checked.needs().len(), 3, "{}", checked.text);
        assert!(!checked.codes().contains(&"B-12") && !checked.codes().contains(&"B-10"), "{}", checked.text);
    }
}

#[test]
fn the_order_of_the_sides_does_not_matter() {
    let checked = told(&[(0, NEED), (0, PEOPLE)]);
    assert_eq!((checked.people().len(), checked.needs().len()), (2, 3), "{}", checked.text);
}

#[test]
fn three_tables_beside_each_other_are_read() {
    let schools: &[&[C]] = &[
        &[T("No"), T("Nama Sekolah"), T("NPSN"), T("BP"), T("Status"), T("Rombel")],
        &[N(1.0), T("SD Negeri 1 Bangko"), T("10501001"), T("SD"), T("Negeri"), N(6.0)],
        &[N(2.0), T("SD Negeri 2 Bangko"), T("10501002"), T("SD"), T("Negeri"), N(7.0)],
    ];
    let noted = Folder::new().with("a.xlsx", &beside(&[(0, PEOPLE), (1, NEED), (2, schools)])).read();
    let kinds: Vec<Kind> = noted.value.tables.iter().map(|table| table.kind).collect();
    assert_eq!(kinds, [Kind::Pegawai, Kind::Kebutuhan, Kind::Sekolah], "{}", render_all(&noted.findings));
    insta::assert_snapshot!(render_all(&noted.findings));
}

#[test]
fn tables_that_reach_below_the_first_rows_keep_their_cells() {
    let long: Vec<&[C]> = [HEADER].into_iter().chain(std::iter::repeat_n(BUDI, 60)).collect();
    let wide: Vec<&[C]> = NEED[1..].iter().copied().chain(std::iter::repeat_n(NEED[2], 40)).collect();
    let noted = Folder::new().with("a.xlsx", &beside(&[(0, &long), (0, &wide)])).read();
    let rows: Vec<_> = noted.value.tables.iter().map(|table| (table.rows.len(), table.rows[0].len())).collect();
    assert_eq!(rows, [(60, 5), (43, 4)], "{}", render_all(&noted.findings));
    assert!(render_all(&noted.findings).contains("data pegawai di A1:F61; data kebutuhan jabatan di H1:L44"));
}

#[test]
fn a_title_above_both_sides_holds_for_both() {
    let title: &[&[C]] = &[&[T("UNIT KERJA : DINAS KESEHATAN")], &[], HEADER, BUDI, SITI];
    let need: &[&[C]] = &[
        &[T("NO"), T("NAMA JABATAN"), T("KELAS JABATAN"), T("ABK")],
        &[N(1.0), T("Perawat Terampil"), N(6.0), N(4.0)],
    ];
    let checked = told(&[(0, title), (2, need)]);
    let needs: Vec<&str> = checked.needs().iter().map(|need| need.0).collect();
    assert_eq!(needs, ["DINAS KESEHATAN"], "{}", checked.text);
}

#[test]
fn an_empty_column_within_a_table_parts_nothing() {
    let left: &[&[C]] = &[
        &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("OPD")],
        &[T("198601012015011001"), T("BUDI"), T("III/d"), T("Dinas Pendidikan")],
        &[T("199003032015032001"), T("SITI"), T("III/c"), T("Dinas Pendidikan")],
    ];
    let right: &[&[C]] = &[
        &[T("JABATAN"), T("UNIT KERJA"), T("KECAMATAN")],
        &[T("Guru Kelas Ahli Muda"), T("SD Negeri 1 Bangko"), T("Bangko")],
        &[T("Guru Kelas Ahli Pertama"), T("SD Negeri 2 Bangko"), T("Bangko")],
    ];
    let noted = Folder::new().with("a.xlsx", &beside(&[(0, left), (0, right)])).read();
    let names: Vec<&str> = only(&noted).columns.iter().map(|column| column.name).collect();
    assert!(["unit", "unit_induk", "jabatan"].iter().all(|name| names.contains(name)), "{names:?}");
    assert!(noted.findings.is_empty(), "{}", render_all(&noted.findings));
}

#[test]
fn a_column_given_twice_parts_nothing_where_it_says_the_same() {
    let again: &[&[C]] = &[
        &[T("UNIT KERJA"), T("KECAMATAN")],
        &[T("SD Negeri 1 Bangko"), T("Bangko")],
        &[T("SD Negeri 2 Bangko"), T("Bangko")],
    ];
    let noted = Folder::new().with("a.xlsx", &beside(&[(0, &PEOPLE[1..]), (0, again)])).read();
    assert_eq!(noted.value.tables.len(), 1, "{}", render_all(&noted.findings));
}

#[test]
fn a_summary_beside_a_table_is_told_once_with_its_range_and_headers() {
    let same_row: &[&[C]] =
        &[&[T("NO"), T("GOLONGAN"), T("JUMLAH")], &[N(1.0), T("III/c"), N(1.0)], &[N(2.0), T("III/d"), N(1.0)]];
    let lower: &[&[C]] =
        &[&[T("REKAP")], &[T("AGAMA"), T("L"), T("P")], &[T("Islam"), N(1.0), N(1.0)], &[T("Hindu"), N(0.0), N(0.0)]];
    let told_once = |sides: &[(usize, &[&[C]])]| {
        let checked = told(sides);
        assert_eq!(checked.people().len(), 2, "{}", checked.text);
        assert!(!checked.codes().iter().any(|code| ["B-08", "B-10", "B-12"].contains(code)), "{}", checked.text);
        checked.told("B-44")
    };
    insta::assert_snapshot!("baris_sama_B-44", told_once(&[(0, PEOPLE), (1, same_row)]));
    insta::assert_snapshot!("baris_lain_B-44", told_once(&[(0, PEOPLE), (2, lower)]));
    insta::assert_snapshot!("di_kiri_B-44", told_once(&[(2, lower), (0, PEOPLE)]));
}

#[test]
fn a_list_beside_a_table_that_lacks_a_column_is_told_with_it() {
    let nearly: &[&[C]] = &[
        &[T("NO"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")],
        &[N(1.0), T("RINA"), T("III/a"), T("Guru Kelas"), T("SD Negeri 3 Bangko")],
        &[N(2.0), T("DEWI"), T("III/b"), T("Guru Kelas"), T("SD Negeri 4 Bangko")],
    ];
    insta::assert_snapshot!("kurang_B-44", told(&[(0, PEOPLE), (1, nearly)]).told("B-44"));
}

#[test]
fn tables_that_touch_are_read_by_themselves() {
    let marks: &[&[C]] = &[
        &[T("NIP"), T("NAMA"), T("PREDIKAT KINERJA 2025"), T("NILAI KOMPETENSI")],
        &[T("199003032015032001"), T("SITI"), T("Baik"), N(80.0)],
        &[T("198601012015011001"), T("BUDI"), T("Sangat Baik"), N(70.0)],
    ];
    for (right, kind, rows) in [(NEED, Kind::Kebutuhan, 3), (marks, Kind::Penilaian, 2)] {
        let down = usize::from(right.len() == 3);
        let noted = Folder::new().with("a.xlsx", &touching(&[(0, PEOPLE), (down, right)])).read();
        let tables: Vec<_> = noted.value.tables.iter().map(|t| (t.kind, t.rows.len(), t.columns.len())).collect();
        assert_eq!((tables[0].0, tables[0].1), (Kind::Pegawai, 2), "{}", render_all(&noted.findings));
        assert_eq!((tables[1].0, tables[1].1), (kind, rows), "{}", render_all(&noted.findings));
        let codes: Vec<&str> = noted.findings.iter().map(|finding| finding.kode.code).collect();
        assert_eq!(codes, ["B-45"], "{}", render_all(&noted.findings));
    }
    let checked = Folder::new().with("a.xlsx", &touching(&[(0, PEOPLE), (0, NEED)])).check();
    assert_eq!((checked.people().len(), checked.needs().len()), (2, 3), "{}", checked.text);
}

#[test]
fn what_touches_a_table_and_is_none_is_told_and_gives_nobody_a_fact() {
    let other: &[&[C]] = &[
        &[T("NO"), T("NAMA"), T("PENDIDIKAN")],
        &[N(1.0), T("RINA"), T("S-2 Manajemen")],
        &[N(2.0), T("DEWI"), T("SMA")],
    ];
    let checked = Folder::new().with("a.xlsx", &touching(&[(0, PEOPLE), (1, other)])).check();
    assert!(checked.roster.pegawai.iter().all(|person| person.pendidikan.is_none()), "{}", checked.text);
    insta::assert_snapshot!("berhimpit_B-44", checked.told("B-44"));
}

#[test]
fn a_list_that_numbers_or_names_anew_within_itself_is_one() {
    let within: &[&[C]] = &[
        &[T("NO"), T("UNIT KERJA"), T("NO"), T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN")],
        &[N(1.0), T("SD Negeri 1 Bangko"), N(1.0), BUDI[1], BUDI[2], BUDI[3], BUDI[4]],
        &[N(2.0), T("SD Negeri 2 Bangko"), N(1.0), SITI[1], SITI[2], SITI[3], SITI[4]],
    ];
    let boss: &[&[C]] = &[
        &[T("NIP"), T("NAMA"), T("JABATAN"), T("UNIT KERJA"), T("NAMA ATASAN"), T("NIP"), T("JABATAN")],
        &[BUDI[1], BUDI[2], BUDI[4], BUDI[5], T("RAHMAT"), T("197001011995031001"), T("Kepala Sekolah")],
        &[SITI[1], SITI[2], SITI[4], SITI[5], T("RAHMAT"), T("197001011995031001"), T("Kepala Sekolah")],
    ];
    let graded: &[&[C]] = &[
        &[
            T("NO"),
            T("NIP"),
            T("NAMA"),
            T("JABATAN"),
            T("UNIT KERJA"),
            T("PEJABAT PENILAI"),
            T(""),
            T(""),
            T("SKP 2025"),
        ],
        &[T(""), T(""), T(""), T(""), T(""), T("NAMA"), T("NIP"), T("JABATAN"), T("")],
        &[
            N(1.0),
            BUDI[1],
            BUDI[2],
            BUDI[4],
            BUDI[5],
            T("RAHMAT"),
            T("197001011995031001"),
            T("Kepala Sekolah"),
            T("Baik"),
        ],
        &[
            N(2.0),
            SITI[1],
            SITI[2],
            SITI[4],
            SITI[5],
            T("RAHMAT"),
            T("197001011995031001"),
            T("Kepala Sekolah"),
            T("Baik"),
        ],
    ];
    for rows in [within, boss, graded] {
        let checked = Folder::new().with("a.xlsx", &xlsx(rows)).check();
        let expected = [("BUDI", "SD Negeri 1 Bangko"), ("SITI", "SD Negeri 2 Bangko")];
        assert_eq!(checked.people(), expected, "{}", checked.text);
        assert!(!checked.codes().iter().any(|code| ["B-44", "B-45", "B-47"].contains(code)), "{}", checked.text);
    }
}

#[test]
fn a_number_column_that_comes_again_within_a_table_is_told_where_it_may_begin_another() {
    let rows: &[&[C]] = &[
        &[T("NO"), T("NIP"), T("NAMA"), T("JABATAN"), T("UNIT KERJA"), T("NO"), T("PENDIDIKAN")],
        &[N(1.0), BUDI[1], BUDI[2], BUDI[4], BUDI[5], N(1.0), T("S-1 PGSD")],
        &[N(2.0), SITI[1], SITI[2], SITI[4], SITI[5], N(2.0), T("S-1 PGSD")],
    ];
    insta::assert_snapshot!("B-47", Folder::new().with("a.xlsx", &xlsx(rows)).check().told("B-47"));
}

#[test]
fn a_table_that_begins_far_below_beside_another_is_told_and_the_copy_has_room_for_it() {
    for gap in [0, 1] {
        let need: Vec<Vec<C>> = NEED[1..].iter().map(|row| [&[T("")][..gap], *row].concat()).collect();
        let mut rows: Vec<Vec<C>> = PEOPLE.iter().map(|row| row.to_vec()).collect();
        rows.extend((0..50).map(|_| BUDI.to_vec()));
        for (at, right) in need.iter().enumerate() {
            rows[40 + at].extend_from_slice(right);
        }
        let rows: Vec<&[C]> = rows.iter().map(Vec::as_slice).collect();
        let folder = Folder::new().with("a.xlsx", &xlsx(&rows));
        let checked = folder.check();
        if gap == 1 {
            insta::assert_snapshot!("B-48", checked.told("B-48"));
        }
        assert!(checked.told("B-48").contains(if gap == 1 { "H41:L44" } else { "G41:K44" }), "{}", checked.text);
        let last: Vec<u32> = folder.read().value.tables.iter().map(|table| table.last_col).collect();
        assert_eq!(last, [10 + gap as u32]);
    }
}

#[test]
fn a_small_table_under_no_header_of_the_one_beside_it_is_told_with_its_headers() {
    let unit: &[&[C]] = &[
        &[T("KODE UNIT"), T("NAMA UNIT"), T("JENIS UNIT"), T("INDUK"), T("KECAMATAN")],
        &[T("D001"), T("Dinas Kesehatan"), T("Dinas"), T(""), T("Bangko")],
        &[T("P1"), T("Puskesmas Bangko"), T("Puskesmas"), T("Dinas Kesehatan"), T("Bangko")],
        &[T("P2"), T("Puskesmas Tabir"), T("Puskesmas"), T("Dinas Kesehatan"), T("Tabir")],
    ];
    let gap = [T(""); 4];
    let mut rows: Vec<Vec<C>> = unit.iter().map(|row| row.to_vec()).collect();
    rows[2].extend([&gap[..], &[T("JUMLAH HONORER"), T("LOKASI")]].concat());
    rows[3].extend([&gap[..], &[N(3.0), T("Bangko")]].concat());
    let rows: Vec<&[C]> = rows.iter().map(Vec::as_slice).collect();
    let checked = Folder::new().with("unit.xlsx", &xlsx(&rows)).check();
    assert_eq!(checked.roster.units.len(), 3, "{}", checked.text);
    insta::assert_snapshot!("kecil_B-48", checked.told("B-48"));
}

#[test]
fn a_remark_beside_a_table_is_told_as_a_remark() {
    for (remark, cells) in [(&[T("pindahan")][..], "G5"), (&[T("pindahan"), T("2025")], "G5:H5")] {
        let marked = [BUDI, remark].concat();
        let rows: Vec<&[C]> = PEOPLE.iter().copied().chain([&marked[..]]).collect();
        let checked = Folder::new().with("a.xlsx", &xlsx(&rows)).check();
        assert!(!checked.codes().contains(&"B-48"), "a remark is no table: {}", checked.text);
        assert!(checked.told("B-49").contains(&format!("di {cells} yang")), "{}", checked.text);
        if cells == "G5" {
            insta::assert_snapshot!("B-49", checked.told("B-49"));
        }
    }
}

#[test]
fn a_wider_table_below_is_no_stray_content() {
    let below: &[&[C]] = &[
        &[T("KEBUTUHAN JABATAN")],
        &[
            T("NO"),
            T("NAMA JABATAN"),
            T("NAMA UNIT KERJA"),
            T("KELAS JABATAN"),
            T("ABK"),
            T("RIIL"),
            T("KET"),
            T("SUMBER"),
        ],
        &[N(1.0), T("Guru Ahli Pertama"), T("SD Negeri 1 Bangko"), N(8.0), N(6.0), N(5.0), T("a"), T("b")],
        &[N(2.0), T("Guru Ahli Pertama"), T("SD Negeri 2 Bangko"), N(8.0), N(7.0), N(5.0), T("a"), T("b")],
        &[N(3.0), T("Kepala Sekolah"), T("SD Negeri 2 Bangko"), N(9.0), N(1.0), N(1.0), T("a"), T("b")],
        &[N(4.0), T("Kepala Sekolah"), T("SD Negeri 1 Bangko"), N(9.0), N(1.0), N(1.0), T("a"), T("b")],
    ];
    let rows: Vec<&[C]> = PEOPLE
        .iter()
        .copied()
        .chain(std::iter::repeat_n(BUDI, 40))
        .chain([&[][..]])
        .chain(below.iter().copied())
        .collect();
    let checked = Folder::new().with("a.xlsx", &xlsx(&rows)).check();
    assert_eq!(checked.needs().len(), 4, "{}", checked.text);
    assert!(!checked.codes().iter().any(|code| ["B-48", "B-49"].contains(code)), "{}", checked.text);
}
