//! Reading through its door: a folder with workbooks goes in, tables and findings come out.

mod read_kit;

use mutasi::model::cells::{CellKind, CellSink, Format, Kind, SheetCell};
use mutasi::read;
use mutasi::settings::Settings;
use read_kit::{C::*, *};
use rust_xlsxwriter::Workbook;
use std::io::Write as _;

const DUK: &[&[C]] = &[
    &[T("DAFTAR URUT KEPANGKATAN")],
    &[T("PEMERINTAH KABUPATEN MERANGIN")],
    &[T("KEADAAN BULAN NOVEMBER 2026")],
    &[],
    &[
        T("NO"),
        T("NAMA"),
        T("NIP LAMA"),
        T("NIP BARU"),
        T("GOLRU"),
        T("TMT GOLRU"),
        T("SATKER"),
        T("JABATAN"),
        T("TMT JABATAN"),
    ],
    &[T("1"), T("2"), T("3"), T("4"), T("5"), T("6"), T("7"), T("8"), T("9")],
    &[
        N(1.0),
        T("BUDI SANTOSO"),
        T("130123456"),
        T("198601012015011001"),
        T("III/d"),
        D(2022, 4, 1),
        T("SDN 1"),
        T("Guru"),
        T("01-07-2019"),
    ],
    &[
        N(2.0),
        T("SITI AMINAH"),
        T(""),
        N(198_701_012_015_012_001.0),
        T("III/c"),
        D(2023, 4, 1),
        T("SDN 2"),
        T("Guru"),
        T("-"),
    ],
    &[T("JUMLAH"), T(""), T(""), N(2.0)],
    &[],
    &[T(""), T(""), T(""), T(""), T(""), T(""), T("Bangko, 1 November 2026")],
    &[T(""), T(""), T(""), T(""), T(""), T(""), T("Kepala BKPSDM,")],
    &[T(""), T(""), T(""), T(""), T(""), T(""), T("Drs. H. FULAN, M.Si.")],
    &[T(""), T(""), T(""), T("NIP. 19680101 199001 1 001")],
];

#[test]
fn a_duk_is_read_under_its_titles_and_above_its_signature() {
    let noted = Folder::new().with("duk.xlsx", &xlsx(DUK)).read();
    let table = only(&noted);
    assert_eq!(table.kind, Kind::Pegawai);
    assert_eq!(table.header_row, 4);
    assert_eq!(columns(table), ["nama", "nip", "golongan", "tmt_gol", "unit", "jabatan", "tmt_jabatan"]);
    assert_eq!(texts(table, "nama"), ["BUDI SANTOSO", "SITI AMINAH"]);
    assert_eq!(table.rows[0].row, 6);
    assert_eq!(table.last_col, 8);
    let source = &noted.value.sources[0];
    assert_eq!((&*source.path, source.format, source.used), ("masuk/2026-11/duk.xlsx", Format::Xlsx, true));
    assert_eq!(source.sha256.len(), 64);
}

#[test]
fn the_signers_nip_is_no_row_wherever_it_stands() {
    let header: &[C] = &[T("NO"), T("NIP"), T("NAMA"), T("GOL"), T("JABATAN"), T("UNIT KERJA"), T("KET")];
    let person: &[C] =
        &[N(1.0), T("198601012015011001"), T("BUDI"), T("III/a"), T("Guru"), T("SDN 1"), T("jumlah anak 2")];
    for block in [
        &[
            &[T(""), T("Bangko, 1 Juli 2025")][..],
            &[T(""), T("Kepala")],
            &[T(""), T("FULAN")],
            &[T(""), T("NIP. 196801011990011001")],
        ][..],
        &[&[T(""), T(""), T("Kepala Dinas,")], &[T(""), T(""), T("FULAN")], &[T(""), T("196801011990011001")]],
        &[
            &[T(""), T(""), T(""), T(""), T("Mengetahui")],
            &[T(""), T(""), T(""), T(""), T("NIP 19680101 199001 1 001")],
        ],
    ] {
        let rows: Vec<&[C]> = [header, person, person, &[]].into_iter().chain(block.iter().copied()).collect();
        let noted = Folder::new().with("a.xlsx", &xlsx(&rows)).read();
        assert_eq!(texts(only(&noted), "nip").len(), 2, "{}", render_all(&noted.findings));
        assert!(render_all(&noted.findings).contains("tanda tangan"));
    }
}

#[test]
fn a_person_with_few_cells_is_kept_even_at_the_end() {
    let rows: &[&[C]] = &[
        &[T("NO"), T("NIP"), T("NAMA"), T("GOL"), T("JABATAN"), T("UNIT KERJA")],
        &[N(1.0), T("198601012015011001"), T("BUDI"), T("III/a"), T("Guru"), T("SDN 1")],
        &[T(""), T("198601012015011002"), T("SITI")],
    ];
    let noted = Folder::new().with("a.xlsx", &xlsx(rows)).read();
    assert_eq!(texts(only(&noted), "nama"), ["BUDI", "SITI"]);
    assert!(noted.findings.is_empty(), "{}", render_all(&noted.findings));
}

#[test]
fn rows_after_a_signature_in_the_middle_are_read_on() {
    let header: &[C] = &[T("NIP"), T("NAMA"), T("GOL"), T("JABATAN"), T("UNIT KERJA")];
    let person = |nip| [T(nip), T("BUDI"), T("III/a"), T("Guru"), T("SDN 1")];
    let (one, two) = (person("198601012015011001"), person("198601012015011002"));
    let rows: &[&[C]] = &[
        header,
        &one,
        &[T("Bangko, 1 Juli 2025")],
        &[T("NIP. 196801011990011001")],
        &[T("DINAS KESEHATAN")],
        header,
        &two,
    ];
    let noted = Folder::new().with("a.xlsx", &xlsx(rows)).read();
    assert_eq!(texts(only(&noted), "nip"), ["198601012015011001", "198601012015011002"]);
}

#[test]
fn a_siasn_export_is_read_by_its_own_names() {
    let rows: &[&[C]] = &[
        &[
            T("PNS ID"),
            T("NIP LAMA"),
            T("NIP BARU"),
            T("NAMA"),
            T("GELAR BELAKANG"),
            T("AGAMA NAMA"),
            T("TANGGAL LAHIR"),
            T("JENIS KELAMIN"),
            T("NIK"),
            T("STATUS CPNS PNS"),
            T("GOLONGAN ID"),
            T("GOLONGAN NAMA"),
            T("TMT GOLONGAN"),
            T("JENIS JABATAN NAMA"),
            T("ESELON NAMA"),
            T("JFT NAMA"),
            T("JFU NAMA"),
            T("TMT JABATAN"),
            T("TK PENDIDIKAN NAMA"),
            T("PENDIDIKAN NAMA"),
            T("UNIT ORGANISASI NAMA"),
        ],
        &[
            T("A8ACA7397AE91A8B"),
            T("130123456"),
            T("198601012015011001"),
            T("BUDI"),
            T("S.Pd."),
            T("Islam"),
            T("01-01-1986"),
            T("M"),
            T("1502010101860001"),
            T("P"),
            T("34"),
            T("III/d"),
            T("01-04-2022"),
            T("Fungsional Tertentu"),
            T(""),
            T("GURU AHLI MUDA"),
            T(""),
            T("01-07-2019"),
            T("S-1/Sarjana"),
            T("S-1 PENDIDIKAN MATEMATIKA"),
            T("SD NEGERI 1"),
        ],
    ];
    let noted = Folder::new().with("siasn.xlsx", &xlsx(rows)).read();
    let table = only(&noted);
    assert_eq!(
        columns(table),
        [
            "nip",
            "nama",
            "gelar_belakang",
            "tgl_lahir",
            "jenis_kelamin",
            "status_asn",
            "golongan",
            "tmt_gol",
            "jenis_jabatan",
            "eselon",
            "jft",
            "jfu",
            "tmt_jabatan",
            "tingkat_pendidikan",
            "pendidikan",
            "unit"
        ]
    );
    assert_eq!(texts(table, "nip"), ["198601012015011001"]);
    let everything = format!("{:?} {}", table.rows, render_all(&noted.findings));
    for private in ["1502010101860001", "Islam", "NIK", "AGAMA"] {
        assert!(!everything.contains(private), "{private} must not be read or told");
    }
    assert!(noted.findings.is_empty(), "{}", render_all(&noted.findings));
}

#[test]
fn a_nominatif_with_merged_headings_is_joined() {
    let rows: &[&[C]] = &[
        &[T("DAFTAR NOMINATIF")],
        &[T("NO"), T("NAMA"), T("NIP"), T("PANGKAT"), T(""), T("JABATAN"), T(""), T("UNIT KERJA")],
        &[T(""), T(""), T(""), T("GOL"), T("TMT"), T("NAMA"), T("TMT"), T("")],
        &[T("(1)"), T("(2)"), T("(3)"), T("(4)"), T("(5)"), T("(6)"), T("(7)"), T("(8)")],
        &[N(1.0), T("BUDI"), T("198601012015011001"), T("III/d"), D(2022, 4, 1), T("Guru"), D(2019, 7, 1), T("SDN 1")],
    ];
    let noted = Folder::new().with("a.xlsx", &xlsx(rows)).read();
    let table = only(&noted);
    assert_eq!(columns(table), ["nama", "nip", "golongan", "tmt_gol", "jabatan", "tmt_jabatan", "unit"]);
    assert_eq!((table.header_row, table.rows.len()), (2, 1));
    assert_eq!(cell(table, &table.rows[0], "tmt_jabatan"), Some((CellKind::Date, "2019-07-01")));
}

#[test]
fn a_unit_merged_over_several_rows_is_that_of_each() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("ABK").unwrap();
    write_rows(
        sheet,
        &[
            &[T("NO"), T("NAMA JABATAN"), T("NAMA UNIT KERJA"), T("ABK")],
            &[N(1.0), T("Perawat"), T("Puskesmas Bangko"), N(5.0)],
            &[N(2.0), T("Bidan"), T(""), N(4.0)],
            &[N(3.0), T("Perawat"), T("Puskesmas Jangkat"), N(5.0)],
            &[N(4.0), T("Bidan"), T(""), N(4.0)],
        ],
    );
    sheet.merge_range(1, 2, 2, 2, "Puskesmas Bangko", &rust_xlsxwriter::Format::new()).unwrap();
    let folder = Folder::new().with("abk.xlsx", &workbook.save_to_buffer().unwrap());
    let noted = folder.read();
    // The last row's cell is merged with none: nobody says which unit it is.
    assert_eq!(texts(only(&noted), "unit"), ["Puskesmas Bangko", "Puskesmas Bangko", "Puskesmas Jangkat", ""]);
}

#[test]
fn a_stray_cell_in_the_last_column_leaves_room_for_the_copy() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    write_rows(sheet, &[&[T("NIP"), T("NAMA"), T("GOLONGAN")], &[T("198601012015011001"), T("BUDI"), T("III/a")]]);
    sheet.write(1_048_575, 16_383, "x").unwrap();
    let noted = Folder::new().with("duk.xlsx", &workbook.save_to_buffer().unwrap()).read();
    assert_eq!(only(&noted).last_col, 16_381);
}

#[test]
fn a_group_with_its_letter_in_a_cell_of_its_own_is_no_person() {
    let rows: &[&[C]] = &[
        &[T("NO"), T("NAMA"), T("NIP"), T("GOLONGAN"), T("JABATAN")],
        &[T("A"), T("GURU")],
        &[N(1.0), T("BUDI"), T("198601012015011001"), T("III/a"), T("Guru")],
        &[N(2.0), T("TANPA DATA")],
    ];
    let noted = Folder::new().with("duk.xlsx", &xlsx(rows)).read();
    assert_eq!(texts(only(&noted), "nama"), ["BUDI", "TANPA DATA"]);
}

#[test]
fn name_and_nip_in_one_column_are_read_as_both() {
    let folder = Folder::new().with(
        "nominatif.xlsx",
        &xlsx(&[
            &[T("DAFTAR NOMINATIF PEGAWAI")],
            &[T("NO"), T("NAMA / NIP"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")],
            &[N(1.0), T("RINA, S.Pd.\nNIP. 19900303 201501 2 005"), T("III/a"), T("Guru"), T("SDN 1 Bangko")],
            &[T(""), T(""), T(""), T(""), T("Bangko, 1 November 2026")],
            &[T(""), T(""), T(""), T(""), T("NIP. 19680101 199001 1 001")],
        ]),
    );
    let noted = folder.read();
    let table = only(&noted);
    assert_eq!(columns(table), ["nama", "nip", "golongan", "jabatan", "unit"]);
    assert_eq!((table.columns[1].col, &*table.columns[1].header), (1, "NAMA / NIP"));
    assert_eq!(table.rows.len(), 1, "{}", render_all(&noted.findings));
    // A column of its own counts, and then both may stand there.
    let both = Folder::new().with(
        "duk.xlsx",
        &xlsx(&[&[T("NAMA/NIP"), T("NIP BARU"), T("GOLONGAN")], &[T("RINA"), T("199003032015012005"), T("III/a")]]),
    );
    assert_eq!(columns(only(&both.read())), ["nama", "nip", "golongan"]);
}

#[test]
fn numbers_and_dates_keep_their_kind() {
    let noted = Folder::new().with("duk.xlsx", &xlsx(DUK)).read();
    let table = only(&noted);
    assert_eq!(cell(table, &table.rows[0], "nip"), Some((CellKind::Text, "198601012015011001")));
    assert_eq!(cell(table, &table.rows[1], "nip"), Some((CellKind::Number, "1.98701012015012e17")));
    assert_eq!(cell(table, &table.rows[0], "tmt_gol"), Some((CellKind::Date, "2022-04-01")));
    assert_eq!(cell(table, &table.rows[0], "tmt_jabatan"), Some((CellKind::Text, "01-07-2019")));
}

const THREE: &[&[C]] = &[
    &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("UNIT KERJA")],
    &[T("198601012015011001"), T("BUDI"), F("VLOOKUP(A2,X!A:B,2)", "#REF!"), T("SDN 1")],
    &[T("198601012015011002"), T("SITI"), N(7.0), T("SDN 2")],
    &[T("198601012015011003"), T("TONO"), T("III/b"), T("SDN 3")],
];

#[test]
fn a_bad_cell_ends_neither_its_row_nor_its_sheet() {
    // #SPILL! and 12,5 make the reader crate give an error for the cell.
    for bad in [
        "<c r=\"C3\" t=\"e\"><v>#SPILL!</v></c>",
        "<c r=\"C3\" t=\"n\"><v>12,5</v></c>",
        "<c r=\"C3\" t=\"s\"><v>999</v></c>",
    ] {
        let bytes = edited(&xlsx(THREE), "sheet1.xml", |xml| xml.replace("<c r=\"C3\"><v>7</v></c>", bad));
        let noted = Folder::new().with("a.xlsx", &bytes).read();
        let table = only(&noted);
        assert_eq!(texts(table, "unit"), ["SDN 1", "SDN 2", "SDN 3"]);
        assert_eq!(cell(table, &table.rows[0], "golongan"), Some((CellKind::Error, "#REF!")));
        assert_eq!(cell(table, &table.rows[1], "golongan").map(|(kind, _)| kind), Some(CellKind::Error));
        assert_eq!(cell(table, &table.rows[2], "golongan"), Some((CellKind::Text, "III/b")));
        let places: Vec<_> = noted.findings.iter().map(|finding| finding.place.to_string()).collect();
        assert_eq!(places, ["masuk/2026-11/a.xlsx › Data › C2", "masuk/2026-11/a.xlsx › Data › C3"]);
    }
}

#[test]
fn a_cell_beyond_the_grid_is_left_out_and_told() {
    let bytes = edited(&xlsx(THREE), "sheet1.xml", |xml| xml.replace("r=\"C3\"", "r=\"AAAAA3\""));
    let noted = Folder::new().with("a.xlsx", &bytes).read();
    assert_eq!(only(&noted).rows.len(), 3);
    assert!(render_all(&noted.findings).contains("1 sel tidak dapat dibaca"), "{}", render_all(&noted.findings));
}

#[test]
fn rows_in_any_order_are_put_in_order() {
    let bytes = edited(&xlsx(THREE), "sheet1.xml", |xml| {
        let (start, rest) = xml.split_at(xml.find("<row r=\"2\"").unwrap());
        let (second, rest) = rest.split_at(rest.find("<row r=\"3\"").unwrap());
        let (end, tail) = rest.split_at(rest.find("</sheetData>").unwrap());
        format!("{start}{end}{second}{tail}")
    });
    let folder = Folder::new().with("a.xlsx", &bytes);
    let noted = folder.read();
    assert_eq!(texts(only(&noted), "nama"), ["BUDI", "SITI", "TONO"]);
    let mut copy = Copy::default();
    read::cells(&folder.root().join(NOVEMBER).join("a.xlsx"), &Settings::default().batas, &mut copy).unwrap();
    assert!(copy.cells.is_sorted_by_key(|cell| (cell.row, cell.col)));
    assert_eq!(copy.cells.len(), 16);
}

#[test]
fn a_peta_jabatan_takes_its_unit_from_the_title() {
    let rows: &[&[C]] = &[
        &[T("PETA JABATAN")],
        &[T("BKPPD KABUPATEN KENDAL")],
        &[
            T("JENIS JABATAN"),
            T("NAMA JABATAN"),
            T("KELAS JABATAN"),
            T("KETERSEDIAAN"),
            T("KEBUTUHAN"),
            T("KURANG/LEBIH"),
            T("STATUS"),
        ],
        &[T("Fungsional"), T("Analis SDM Aparatur Ahli Muda"), N(9.0), N(1.0), N(3.0), N(-2.0), T("KURANG")],
    ];
    let noted = Folder::new().with("peta.xlsx", &xlsx(rows)).read();
    let table = only(&noted);
    assert_eq!((table.kind, table.title_unit.as_deref()), (Kind::Kebutuhan, Some("BKPPD KABUPATEN KENDAL")));
    assert_eq!(columns(table), ["jenis_jabatan", "jabatan", "kelas_jabatan", "riil", "kebutuhan"]);
    assert!(noted.findings.is_empty(), "{}", render_all(&noted.findings));
}

#[test]
fn kinds_are_told_apart_sheet_by_sheet() {
    let noted = Folder::new()
        .with(
            "semua.xlsx",
            &book(&[
                (
                    "Usulan",
                    &[
                        &[T("No"), T("Jabatan"), T("Unit Kerja"), T("ABK"), T("Bezzeting"), T("")],
                        &[T(""), T(""), T(""), T(""), T("PNS"), T("JML")],
                        &[N(1.0), T("Perawat Terampil"), T("Puskesmas A"), N(4.0), N(2.0), N(3.0)],
                    ],
                ),
                ("Unit", &[&[T("NO"), T("NAMA PUSKESMAS"), T("KECAMATAN")], &[N(1.0), T("Puskesmas A"), T("Bangko")]]),
                ("Perbaikan", &[&[T("No"), T("Lembar"), T("Sel")]]),
                ("Kosong", &[]),
            ]),
        )
        .read();
    let kinds: Vec<_> = noted.value.tables.iter().map(|table| (table.kind, &*table.sheet)).collect();
    assert_eq!(kinds, [(Kind::Kebutuhan, "Usulan"), (Kind::Unit, "Unit")]);
    assert_eq!(texts(&noted.value.tables[0], "riil"), ["3"]);
}

#[test]
fn the_dapodik_export_of_a_real_region_is_read_whole() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/real/sekolah-kab-banjar-2024.xlsx");
    let Ok(bytes) = fs_err::read(path) else {
        let _ = writeln!(std::io::stderr(), "SKIPPED: the real Dapodik export is not here");
        return;
    };
    let noted = Folder::new().with("sekolah.xlsx", &bytes).read();
    let table = only(&noted);
    assert_eq!((table.kind, table.rows.len()), (Kind::Sekolah, 963));
    let expected = ["unit", "npsn", "bentuk", "status", "pd", "rombel", "guru", "pegawai", "tahun", "kecamatan"];
    assert_eq!(columns(table), expected);
    let last = &table.rows[962];
    assert_eq!(cell(table, last, "npsn"), Some((CellKind::Text, "P2961752")));
    assert_eq!(cell(table, last, "pd"), Some((CellKind::Number, "1.006")));
    assert_eq!(cell(table, &table.rows[0], "npsn"), Some((CellKind::Number, "69760306")));
    assert!(noted.findings.is_empty(), "{}", render_all(&noted.findings));
}

#[test]
fn old_and_open_formats_give_the_same_table() {
    // The fixtures are tests/data/kecil.*, the same three rows saved by LibreOffice.
    for (name, bytes, format) in [
        ("kecil.xls", &include_bytes!("data/kecil.xls")[..], Format::Xls),
        ("kecil.ods", include_bytes!("data/kecil.ods"), Format::Ods),
    ] {
        let noted = Folder::new().with(name, bytes).read();
        let table = only(&noted);
        assert_eq!(noted.value.sources[0].format, format);
        assert_eq!(columns(table), ["nip", "nama", "golongan", "tmt_gol", "unit"]);
        assert_eq!(cell(table, &table.rows[0], "nip"), Some((CellKind::Text, "198601012015011001")), "{name}");
        assert_eq!(cell(table, &table.rows[0], "tmt_gol"), Some((CellKind::Date, "2022-04-01")), "{name}");
        assert_eq!(cell(table, &table.rows[1], "nip").map(|(kind, _)| kind), Some(CellKind::Number), "{name}");
        assert!(noted.findings.is_empty(), "{}", render_all(&noted.findings));
    }
}

#[test]
fn files_are_merged_in_path_order_and_a_bad_one_hides_no_other() {
    let folder = Folder::new()
        .with("b/duk.xlsx", &xlsx(DUK))
        .with("a.xlsx", &xlsx(THREE))
        .with("rusak.xlsx", b"PK\x03\x04")
        .with("masuk/DUK Oktober 2026.xlsx", &xlsx(DUK))
        .with("masuk/lain.xlsx", &xlsx(DUK));
    let noted = folder.read();
    let used: Vec<_> = noted.value.sources.iter().map(|source| (&*source.path, source.used)).collect();
    let expected = [
        ("masuk/2026-11/a.xlsx", true),
        ("masuk/2026-11/b/duk.xlsx", true),
        ("masuk/2026-11/rusak.xlsx", false),
        // Its title tells November, and counts before its name.
        ("masuk/DUK Oktober 2026.xlsx", true),
        ("masuk/lain.xlsx", true),
    ];
    assert_eq!(used, expected);
    assert_eq!(noted.value.tables.iter().map(|table| table.source).collect::<Vec<_>>(), [0, 1, 3, 4]);
    let again = folder.read();
    assert_eq!(format!("{:?}", noted.value), format!("{:?}", again.value));
    assert_eq!(noted.findings, again.findings);
}

#[test]
fn progress_counts_every_file() {
    let folder = Folder::new().with("a.xlsx", &xlsx(DUK)).with("b.xlsx", b"");
    let most = std::sync::Mutex::new(Vec::new());
    let periode = mutasi::model::tanggal::Periode::parse("2026-11").unwrap();
    let Settings { baca, batas, .. } = Settings::default();
    read::inbox(folder.root(), periode, &baca, &batas, &|done, all| most.lock().unwrap().push((done, all)));
    let mut seen = most.into_inner().unwrap();
    seen.sort_unstable();
    assert_eq!(seen, [(1, 2), (2, 2)]);
}

#[derive(Default)]
struct Copy {
    sheets: Vec<(String, bool)>,
    cells: Vec<SheetCell>,
    stop_after: Option<usize>,
}

impl CellSink for Copy {
    type Error = &'static str;
    fn sheet(&mut self, name: &str, visible: bool) -> Result<(), Self::Error> {
        self.sheets.push((name.to_string(), visible));
        Ok(())
    }
    fn cell(&mut self, cell: SheetCell) -> Result<(), Self::Error> {
        self.cells.push(cell);
        if self.stop_after == Some(self.cells.len()) { Err("enough") } else { Ok(()) }
    }
}

#[test]
fn the_second_pass_gives_every_cell_also_of_hidden_sheets() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    write_rows(workbook.add_worksheet().set_name("Data").unwrap(), DUK);
    write_rows(workbook.add_worksheet().set_name("Rahasia").unwrap().set_hidden(true), &[&[T("x"), N(2.5)]]);
    let folder = Folder::new();
    let path = folder.put("a.xlsx", &workbook.save_to_buffer().unwrap());
    let mut copy = Copy::default();
    read::cells(&path, &Settings::default().batas, &mut copy).unwrap();
    assert_eq!(copy.sheets, [("Data".to_string(), true), ("Rahasia".to_string(), false)]);
    let filled = DUK.iter().flat_map(|row| row.iter()).filter(|cell| !matches!(cell, T(""))).count();
    assert_eq!(copy.cells.len(), filled + 2);
    let last = copy.cells.last().unwrap();
    assert_eq!((last.row, last.col, last.kind, &*last.text, last.number), (0, 1, CellKind::Number, "2.5", Some(2.5)));

    let mut copy = Copy { stop_after: Some(3), ..Copy::default() };
    let error = read::cells(&path, &Settings::default().batas, &mut copy).unwrap_err();
    assert!(matches!(error, read::CellsError::Sink("enough")));
    assert_eq!(copy.cells.len(), 3);
    let broken = folder.put("b.xlsx", b"PK\x03\x04");
    let error = read::cells(&broken, &Settings::default().batas, &mut copy).unwrap_err();
    assert!(matches!(error, read::CellsError::Unreadable(refusal) if refusal.kode.code == "B-02"));
}

/// A peta jabatan of a three-row header; the numbers of its columns stand below it.
fn with_column_numbers(numbers: &'static [C]) -> Vec<u8> {
    xlsx(&[
        &[T("NO"), T("NAMA JABATAN"), T("KELAS"), T("PEGAWAI"), T(""), T(""), T(""), T("SELISIH"), T("UNIT KERJA")],
        &[T(""), T(""), T(""), T("BEZETTING"), T(""), T(""), T("KEBUTUHAN")],
        &[T(""), T(""), T(""), T("L"), T("P"), T("JML")],
        numbers,
        &[N(1.0), T("Apoteker"), N(8.0), N(0.0), N(1.0), N(1.0), N(2.0), N(-1.0), T("Puskesmas Bangko")],
        &[N(2.0), T("Bidan"), N(7.0), N(2.0), N(2.0), N(4.0), N(4.0), N(0.0), T("Puskesmas Bangko")],
    ])
}

#[test]
fn numbers_of_columns_are_no_row_under_a_header_of_three_rows_in_parentheses_or_not() {
    let plain: &[C] = &[N(1.0), N(2.0), N(3.0), N(4.0), N(5.0), N(6.0), N(7.0), N(8.0), N(9.0)];
    let closed: &[C] = &[T("(1)"), T("(2)"), T("(3)"), T("(4)"), T("(5)"), T("(6)"), T("(7)"), T("(8)"), T("(9)")];
    for numbers in [plain, closed] {
        let noted = Folder::new().with("peta.xlsx", &with_column_numbers(numbers)).read();
        assert!(
            !texts(only(&noted), "unit").iter().any(|unit| unit.contains('9')),
            "{:?}",
            texts(only(&noted), "unit")
        );
        let jabatan: Vec<&str> = texts(only(&noted), "jabatan").into_iter().filter(|text| !text.is_empty()).collect();
        assert_eq!(jabatan, ["Apoteker", "Bidan"], "{}", render_all(&noted.findings));
    }
}

#[test]
fn a_file_named_as_a_workbook_that_holds_plain_text_is_a_fault_and_a_note_is_none() {
    let noted = Folder::new().with("acak.xlsx", &b"D".repeat(5000)).with("catatan.txt", &b"D".repeat(50)).read();
    let told: Vec<_> = noted.findings.iter().map(|finding| (finding.kode.code, &*finding.place.file)).collect();
    assert_eq!(told, [("B-01", "masuk/2026-11/acak.xlsx"), ("B-20", "masuk/2026-11/catatan.txt")]);
    assert!(render_all(&noted.findings).contains("bernama .xlsx, tetapi isinya bukan buku kerja"));
}

#[test]
fn a_status_that_may_be_the_persons_is_listed_among_what_is_not_read() {
    let rows: &[&[C]] = &[
        &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("STATUS"), T("JABATAN"), T("UNIT KERJA")],
        &[T("198601012015011001"), T("BUDI"), T("III/d"), T("PNS"), T("Guru"), T("SD Negeri 1 Bangko")],
    ];
    let noted = Folder::new().with("pegawai.xlsx", &xlsx(rows)).read();
    let told = render_all(&noted.findings);
    assert!(told.contains("B-10") && told.contains("STATUS (bila ini status pegawai"), "{told}");
}

#[test]
fn a_tmt_beside_the_golongan_under_their_common_heading_is_the_tmt_of_the_golongan() {
    let rows: &[&[C]] = &[
        &[T("NIP"), T("NAMA"), T("PANGKAT/GOL. RUANG"), T(""), T("JABATAN"), T("UNIT KERJA")],
        &[T(""), T(""), T("GOL"), T("TMT")],
        &[T("198601012015011001"), T("BUDI"), T("III/d"), D(2022, 4, 1), T("Guru"), T("SD Negeri 1 Bangko")],
    ];
    let noted = Folder::new().with("pegawai.xlsx", &xlsx(rows)).read();
    let told = render_all(&noted.findings);
    assert_eq!(columns(only(&noted)), ["nip", "nama", "golongan", "tmt_gol", "jabatan", "unit"], "{told}");
}

#[test]
fn headings_over_needs_that_name_no_unit_are_told_with_the_setting_that_makes_them_units() {
    let rows: &[&[C]] = &[
        &[T("No."), T("Jabatan"), T("ABK"), T("Bezetting"), T("+/-")],
        &[T("SD NEGERI 1 BANGKO")],
        &[N(1.0), T("Guru Kelas"), N(8.0), N(8.0), N(0.0)],
        &[N(2.0), T("Guru PJOK"), N(1.0), N(1.0), N(0.0)],
    ];
    let folder = Folder::new().with("kebutuhan.xlsx", &xlsx(rows)).with(
        "unit.xlsx",
        &xlsx(&[
            &[T("KODE UNIT"), T("UNIT KERJA"), T("KECAMATAN")],
            &[T("10501001"), T("SD Negeri 1 Bangko"), T("Bangko")],
        ]),
    );
    let checked = folder.check();
    assert!(checked.told("D-142").contains("unit_dari_baris_kelompok = true"), "{}", checked.text);
    let ragu: Vec<&str> = checked.roster.kebutuhan_ragu.keys().map(|(_, key)| key.as_str()).collect();
    assert_eq!(ragu, ["GURU KELAS", "GURU PJOK"], "their needs are unknown and no formula takes their place");
    let checked = folder.check_with(true);
    assert_eq!(checked.needs().len(), 2, "{}", checked.text);
    assert!(checked.roster.kebutuhan_ragu.is_empty());
}
