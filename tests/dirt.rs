//! The catalogue of dirt (domain §3.3), line by line: what stands in the cells, what comes into the roster, what is told.

mod read_kit;

use jiff::civil::{Date, date};
use mutasi::model::cells::CellKind;
use mutasi::model::golongan::Golongan;
use read_kit::odd::{X, ole, xlsb};
use read_kit::{C::*, *};
use rust_xlsxwriter::{Format, Workbook};

const HEADER: &[C] =
    &[T("NO"), T("NIP"), T("NAMA"), T("GOLONGAN"), T("TMT GOLONGAN"), T("JABATAN"), T("TMT JABATAN"), T("UNIT KERJA")];

/// A person without any fault.
const SITI: &[C] = &[
    N(1.0),
    T("198601012015012001"),
    T("SITI AMINAH, S.Pd."),
    T("III/c"),
    T("01-04-2023"),
    T("Guru Kelas Ahli Pertama"),
    T("01-07-2019"),
    T("SD Negeri 1 Bangko"),
];
const RINA: &[C] = &[
    N(2.0),
    T("198703022010012002"),
    T("RINA MARLINA"),
    T("III/d"),
    T("01-04-2022"),
    T("Guru Kelas Ahli Muda"),
    T("01-07-2020"),
    T("SD Negeri 2 Bangko"),
];

/// `SITI` with one cell changed.
fn siti(col: usize, cell: C) -> Vec<C> {
    let mut row = SITI.to_vec();
    row[col] = cell;
    row
}

/// The folder with one workbook of these rows.
fn month(rows: &[&[C]]) -> Folder {
    Folder::new().with("pegawai.xlsx", &xlsx(rows))
}

fn check(rows: &[&[C]]) -> Checked {
    month(rows).check()
}

/// Siti's row with one cell changed, checked.
fn with(col: usize, cell: C) -> Checked {
    check(&[HEADER, &siti(col, cell)])
}

fn nips(checked: &Checked) -> Vec<String> {
    checked.roster.pegawai.iter().map(|person| person.nip.to_string()).collect()
}

fn golongan(text: &str) -> Option<Golongan> {
    Golongan::parse(text, false)
}

#[test]
fn the_clean_rows_of_this_file_are_clean() {
    let checked = check(&[HEADER, SITI, RINA]);
    assert_eq!(
        checked.people(),
        [("SITI AMINAH, S.Pd.", "SD Negeri 1 Bangko"), ("RINA MARLINA", "SD Negeri 2 Bangko")]
    );
    assert_eq!(checked.text, "");
}

#[test]
fn d1_an_nip_that_lost_its_last_digits_is_repaired_from_another_file_or_refused() {
    for lost in [N(1.986_010_120_150_12e17), T("1,98601E+17"), T("1.98601012015012E+17")] {
        let checked = with(1, lost);
        assert_eq!((checked.people().len(), checked.codes()), (0, vec!["D-102"]), "{}", checked.text);
    }
    assert_eq!(with(1, T("198601012015012000")).codes(), ["D-116"]);
    // Another file of the month holds the whole number under the same name.
    let folder = month(&[HEADER, &siti(1, N(1.986_010_120_150_12e17))]);
    let other: &[&[C]] = &[
        &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")],
        &[T("198601012015012001"), T("Siti Aminah"), T("III/c"), T("Guru Kelas Ahli Pertama"), T("SD Negeri 1 Bangko")],
    ];
    let checked = folder.with("skp.xlsx", &xlsx(other)).check();
    assert_eq!(nips(&checked), ["198601012015012001"]);
    assert!(checked.told("D-128").contains("dipulihkan menjadi 198601012015012001 menurut skp.xlsx › Data › A2"));
}

#[test]
fn d2_clutter_around_an_nip_is_taken_off_and_a_letter_o_is_told() {
    for typed in [
        "19860101 201501 2 001",
        "NIP. 198601012015012001",
        "'198601012015012001",
        "19860101\u{a0}201501\u{a0}2\u{a0}001",
        "198601012015012001 ",
        "19860101-201501-2-001",
    ] {
        let checked = with(1, T(typed));
        assert_eq!((nips(&checked), checked.text.as_str()), (vec!["198601012015012001".to_string()], ""), "{typed}");
    }
    let checked = with(1, T("1986O1O12O15O12OO1"));
    assert_eq!(nips(&checked), ["198601012015012001"]);
    assert!(checked.told("D-121").contains("huruf O pada NIP dibaca sebagai angka nol: 198601012015012001"));
    assert_eq!(with(1, T("-")).codes(), ["D-101"]);
}

#[test]
fn d3_a_name_and_an_nip_in_one_cell_are_parted() {
    for both in ["SITI AMINAH, S.Pd.\nNIP. 19860101 201501 2 001", "SITI AMINAH, S.Pd. / 198601012015012001"] {
        let checked = check(&[
            &[T("NO"), T("NAMA/NIP"), T("GOLONGAN"), T("JABATAN"), T("UNIT KERJA")],
            &[N(1.0), T(both), T("III/c"), T("Guru Kelas Ahli Pertama"), T("SD Negeri 1 Bangko")],
        ]);
        assert_eq!(checked.people(), [("SITI AMINAH, S.Pd.", "SD Negeri 1 Bangko")], "{both}");
        assert_eq!((nips(&checked), checked.text.as_str()), (vec!["198601012015012001".to_string()], ""), "{both}");
    }
}

fn tmt_jabatan(checked: &Checked) -> Option<Date> {
    checked.roster.pegawai.first().and_then(|person| person.tmt_jabatan)
}

#[test]
fn d4_a_date_is_read_in_every_form_and_never_in_us_order() {
    let day = Some(date(2019, 8, 1));
    for typed in [
        T("01-08-2019"),
        T("1 Agustus 2019"),
        T("01 Agt 2019"),
        T("1/8/2019"),
        T("2019-08-01"),
        N(43678.0),
        T("43678"),
        D(2019, 8, 1),
        T("TMT 1 Agustus 2019"),
        T("01 Ags 2019 12:21:55"),
    ] {
        let checked = with(6, typed);
        assert_eq!((tmt_jabatan(&checked), checked.text.as_str()), (day, ""));
    }
    for nothing in ["00-00-0000", "-"] {
        let checked = with(6, T(nothing));
        assert_eq!((tmt_jabatan(&checked), checked.text.as_str()), (None, ""), "{nothing}");
    }
    assert_eq!(tmt_jabatan(&with(6, T("05 Feb 2025 12:21:55"))), Some(date(2025, 2, 5)));
    assert_eq!(tmt_jabatan(&with(6, T("04/01/2021"))), Some(date(2021, 1, 4)));
    assert_eq!(with(6, T("12/31/2021")).codes(), ["D-105"]);
    // A TMT golongan always falls on the first, and that reading is told.
    let checked = with(4, T("04/01/2021"));
    assert_eq!(checked.roster.pegawai[0].tmt_gol, Some(date(2021, 4, 1)));
    assert!(checked.told("D-121").contains("tanggal “04/01/2021” dibaca 1 April 2021, bukan 4 Januari 2021"));
}

#[test]
fn d4_a_workbook_of_the_1904_epoch_tells_the_same_days() {
    // 1 August 2019 is day 43678 since 1899-12-30 and day 42216 since 1904-01-01.
    for (serial, flag) in [(43678.0, false), (42216.0, true)] {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        write_rows(sheet, &[HEADER, &siti(6, N(serial)), RINA]);
        // One in a cell of dates, one in a cell of numbers.
        sheet.write_number_with_format(2, 6, serial, &Format::new().set_num_format("dd-mm-yyyy")).unwrap();
        let bytes = edited(&workbook.save_to_buffer().unwrap(), "xl/workbook.xml", |xml| match flag {
            true => xml.replace("<workbookPr ", "<workbookPr date1904=\"1\" "),
            false => xml,
        });
        let checked = Folder::new().with("pegawai.xlsx", &bytes).check();
        let days: Vec<_> = checked.roster.pegawai.iter().map(|person| person.tmt_jabatan).collect();
        assert_eq!(days, [Some(date(2019, 8, 1)); 2], "1904: {flag}");
        assert_eq!(checked.text, "");
    }
}

#[test]
fn d5_one_to_six_rows_of_merged_titles_stand_above_the_header() {
    for titles in 1..=6 {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        let mut rows: Vec<&[C]> = vec![&[]; titles as usize];
        rows.extend([HEADER, SITI]);
        write_rows(sheet, &rows);
        for row in 0..titles {
            sheet.merge_range(row, 0, row, 7, "DAFTAR NOMINATIF PEGAWAI", &Format::new()).unwrap();
        }
        let checked = Folder::new().with("a.xlsx", &workbook.save_to_buffer().unwrap()).check();
        assert_eq!((checked.people().len(), checked.text.as_str()), (1, ""), "{titles}");
    }
}

#[test]
fn d6_headings_merged_over_two_and_three_rows_are_joined() {
    let two: &[&[C]] = &[
        &[T("NO"), T("NAMA"), T("NIP"), T("PANGKAT"), T(""), T("JABATAN"), T(""), T("UNIT KERJA")],
        &[T(""), T(""), T(""), T("GOL"), T("TMT"), T("NAMA"), T("TMT"), T("")],
    ];
    let three: &[&[C]] = &[
        &[T("NO"), T("IDENTITAS"), T(""), T("RIWAYAT"), T(""), T(""), T(""), T("UNIT KERJA")],
        &[T(""), T("NAMA"), T("NIP"), T("PANGKAT"), T(""), T("JABATAN"), T(""), T("")],
        &[T(""), T(""), T(""), T("GOL"), T("TMT"), T("NAMA"), T("TMT"), T("")],
    ];
    let data: &[C] = &[
        N(1.0),
        T("SITI AMINAH, S.Pd."),
        T("198601012015012001"),
        T("III/c"),
        T("01-04-2023"),
        T("Guru Kelas Ahli Pertama"),
        T("01-07-2019"),
        T("SD Negeri 1 Bangko"),
    ];
    for header in [two, three] {
        let rows: Vec<&[C]> = header.iter().copied().chain([data]).collect();
        let checked = check(&rows);
        let person = &checked.roster.pegawai[0];
        assert_eq!((person.golongan, person.tmt_gol), (golongan("III/c"), Some(date(2023, 4, 1))));
        assert_eq!((person.tmt_jabatan, checked.text.as_str()), (Some(date(2019, 7, 1)), ""));
    }
}

#[test]
fn d7_a_row_of_column_numbers_is_skipped() {
    for numbers in [
        &[T("1"), T("2"), T("3"), T("4"), T("5"), T("6"), T("7"), T("8")],
        &[T("(1)"), T("(2)"), T("(3)"), T("(4)"), T("(5)"), T("(6)"), T("(7)"), T("(8)")],
        &[N(1.0), N(2.0), N(3.0), N(4.0), N(5.0), N(6.0), N(7.0), N(8.0)],
    ] {
        let checked = check(&[HEADER, numbers, SITI]);
        assert_eq!((checked.people().len(), checked.codes()), (1, vec!["B-19"]), "{}", checked.text);
        assert!(checked.text.contains("dilewati: nomor kolom (baris 2)"), "{}", checked.text);
    }
}

#[test]
fn d8_totals_are_no_people_and_no_units_and_the_signer_is_no_person() {
    let checked = check(&[
        HEADER,
        SITI,
        RINA,
        &[T("JUMLAH"), T(""), T("2 orang")],
        &[T("TOTAL KESELURUHAN"), T(""), T(""), T(""), T(""), T(""), T(""), N(2.0)],
        &[],
        &[T(""), T(""), T(""), T(""), T(""), T("Bangko, 1 Juli 2025")],
        &[T(""), T(""), T(""), T(""), T(""), T("Kepala BKPSDM Kabupaten Merangin")],
        &[],
        &[T(""), T(""), T(""), T(""), T(""), T("Drs. H. FULAN, M.Si.")],
        &[T(""), T(""), T(""), T(""), T(""), T("NIP. 19680101 199001 1 001")],
    ]);
    assert_eq!((checked.people().len(), checked.roster.units.len()), (2, 2));
    assert_eq!(checked.codes(), ["B-19"], "{}", checked.text);
    assert!(checked.text.contains("jumlah (baris 4–5), tanda tangan (baris 7–8, 10–11)"), "{}", checked.text);
    // The signer's NIP in the columns of the table, his name above it.
    let checked = check(&[
        HEADER,
        SITI,
        &[T(""), T(""), T("Kepala BKPSDM")],
        &[T(""), T(""), T("Drs. H. FULAN, M.Si.")],
        &[T(""), T("196801011990011001")],
    ]);
    assert_eq!((checked.people().len(), checked.codes()), (1, vec!["B-19"]), "{}", checked.text);
    // In a list of units.
    let checked = check(&[
        &[T("NO"), T("NAMA UNIT"), T("UNIT INDUK"), T("KECAMATAN")],
        &[N(1.0), T("Puskesmas Bangko"), T("Dinas Kesehatan"), T("Bangko")],
        &[T("JUMLAH UNIT"), N(1.0)],
        &[T(""), T("Jumlah"), N(1.0)],
    ]);
    let units: Vec<&str> = checked.roster.units.iter().map(|unit| &*unit.nama).collect();
    assert_eq!((units, checked.codes()), (vec!["Puskesmas Bangko"], vec!["B-19"]), "{}", checked.text);
}

#[test]
fn d9_the_heading_of_a_group_is_the_unit_below_it_only_where_the_setting_says_so() {
    let header: &[C] = &HEADER[..7];
    let (siti, rina): (&[C], &[C]) = (&SITI[..7], &RINA[..7]);
    let grouped: &[&[C]] = &[
        header,
        &[T("A. SD NEGERI 1 BANGKO")],
        siti,
        // In the column of names, with its letter in a cell of its own.
        &[T("B"), T(""), T("SD NEGERI 2 BANGKO")],
        rina,
    ];
    let off = month(grouped).check();
    assert_eq!((off.people().len(), off.codes()), (0, vec!["B-19", "B-24", "D-124"]), "{}", off.text);
    assert!(off.told("B-19").contains("judul kelompok (baris 2, 4)"), "{}", off.text);
    assert!(off.told("B-24").contains(
        "2 baris tidak menyebut unit, padahal di atasnya ada judul kelompok: SD NEGERI 1 BANGKO, SD NEGERI 2 BANGKO"
    ));
    assert!(off.text.contains("tulis unit_dari_baris_kelompok = true di bawah [baca] pada mutasi.toml"));
    let on = month(grouped).check_with(true);
    assert_eq!(on.people(), [("SITI AMINAH, S.Pd.", "SD NEGERI 1 BANGKO"), ("RINA MARLINA", "SD NEGERI 2 BANGKO")]);
    assert_eq!(on.codes(), ["B-19", "B-24"], "{}", on.text);
    assert!(on.told("B-24").contains("unit 2 baris diambil dari judul kelompok di atasnya"), "{}", on.text);
    // A row that names its unit keeps it.
    let rows: &[&[C]] = &[HEADER, &[T("SD NEGERI 9 BANGKO")], SITI, &[&RINA[..7], &[T("")]].concat()];
    let on = month(rows).check_with(true);
    assert_eq!(on.people(), [("SITI AMINAH, S.Pd.", "SD Negeri 1 Bangko"), ("RINA MARLINA", "SD NEGERI 9 BANGKO")]);
    // Need below the heading of a puskesmas.
    let rows: &[&[C]] = &[
        &[T("NO"), T("NAMA JABATAN"), T("KELAS JABATAN"), T("RIIL"), T("ABK")],
        &[T("PUSKESMAS BANGKO")],
        &[N(1.0), T("Perawat Terampil"), N(6.0), N(2.0), N(4.0)],
        &[T("PUSKESMAS JANGKAT")],
        &[N(1.0), T("Perawat Terampil"), N(6.0), N(1.0), N(3.0)],
    ];
    let units = |checked: Checked| checked.needs().iter().map(|need| need.0.to_string()).collect::<Vec<_>>();
    assert_eq!(units(month(rows).check_with(true)), ["PUSKESMAS BANGKO", "PUSKESMAS JANGKAT"]);
    assert_eq!(month(rows).check().codes(), ["B-19", "B-24", "D-142"]);
}

#[test]
fn d10_rows_hidden_or_filtered_are_read_and_counted_and_a_hidden_sheet_is_listed() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Data").unwrap();
    write_rows(sheet, &[HEADER, SITI, RINA]);
    sheet.set_row_hidden(2).unwrap();
    write_rows(workbook.add_worksheet().set_name("Lama").unwrap().set_hidden(true), &[HEADER, SITI]);
    let checked = Folder::new().with("pegawai.xlsx", &workbook.save_to_buffer().unwrap()).check();
    assert_eq!(checked.people().len(), 2);
    assert_eq!(checked.codes(), ["B-09", "B-25"], "{}", checked.text);
    assert!(
        checked
            .told("B-25")
            .contains("pegawai.xlsx › Data   1 baris data tersembunyi atau tersaring dan ikut dibaca (baris 3)"),
        "{}",
        checked.text
    );
    assert!(checked.told("B-09").contains("lembar “Lama” disembunyikan"), "{}", checked.text);
}

#[test]
fn d11_sheets_are_known_by_their_headers_whatever_their_names() {
    for name in ["Nominatif", "Worksheet", "REKAP_PEGAWAI", "Sheet1", "Kec. Bangko"] {
        let checked = Folder::new().with("a.xlsx", &book(&[(name, &[HEADER, SITI])])).check();
        assert_eq!((checked.people().len(), checked.text.as_str()), (1, ""), "{name}");
    }
}

#[test]
fn d12_an_error_or_a_formula_without_result_is_missing_and_told_with_its_cell() {
    let checked = with(4, F("VLOOKUP(B2,X!A:B,2)", "#REF!"));
    assert_eq!((checked.people().len(), checked.roster.pegawai[0].tmt_gol), (1, None));
    assert!(checked.told("B-14").contains("pegawai.xlsx › Data › E2   kolom TMT GOLONGAN berisi galat #REF!"));
    let bytes = edited(&xlsx(&[HEADER, &siti(4, F("DATE(2023,4,1)", "45017"))]), "sheet1.xml", |xml| {
        let at = xml.find("<f>DATE").unwrap();
        let end = at + xml[at..].find("</c>").unwrap();
        format!("{}<f>DATE(2023,4,1)</f>{}", &xml[..at], &xml[end..])
    });
    let checked = Folder::new().with("pegawai.xlsx", &bytes).check();
    assert_eq!(checked.people().len(), 1);
    assert!(checked.told("B-15").contains("hasil rumus =DATE(2023,4,1) pada kolom TMT GOLONGAN tidak tersimpan"));
    // Rich text is text.
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    write_rows(sheet, &[HEADER, SITI]);
    let (plain, bold) = (Format::new(), Format::new().set_bold());
    sheet.write_rich_string(1, 7, &[(&plain, "SD Negeri "), (&bold, "1"), (&plain, " Bangko")]).unwrap();
    let checked = Folder::new().with("pegawai.xlsx", &workbook.save_to_buffer().unwrap()).check();
    assert_eq!(checked.people(), [("SITI AMINAH, S.Pd.", "SD Negeri 1 Bangko")]);
}

#[test]
fn d13_a_golongan_is_read_in_every_spelling() {
    for (expected, spellings) in [
        (
            "III/a",
            &[
                "III/a",
                "III.a",
                "III-a",
                "IIIa",
                "III a",
                "IIIA",
                "3/a",
                "3A",
                "III/A",
                "lll/a",
                "Gol. III/a",
                "III/a - Penata Muda",
                "Penata Muda - III/a",
                "Penata Muda (III/a)",
                "Penata Muda, III/a",
                "31",
            ][..],
        ),
        ("III/b", &["III/b (Penata Muda Tk. I)", "Penata Muda Tk.I", "Penata Muda Tingkat 1", "32"]),
        ("IV/e", &["45", "Pembina Utama", "IV.e"]),
    ] {
        for spelling in spellings {
            let checked = with(3, T(spelling));
            let read = (checked.roster.pegawai[0].golongan, checked.text.as_str());
            assert_eq!(read, (golongan(expected), ""), "{spelling}");
        }
    }
    // The SIASN code as a number cell too.
    assert_eq!(with(3, N(31.0)).roster.pegawai[0].golongan, golongan("III/a"));
    let checked = with(3, T("Penata (III/d)"));
    assert_eq!(checked.roster.pegawai[0].golongan, golongan("III/d"));
    assert!(checked.told("D-205").contains("pangkat Penata adalah III/c, padahal golongannya III/d"));
    let checked = with(3, T("V/z"));
    assert_eq!((checked.roster.pegawai[0].golongan, checked.codes()), (None, vec!["D-104"]));
}

/// The units of one month's schools and a person who names one of them so.
fn school(nama: &'static str, kode: &'static str, typed: &'static str) -> Checked {
    let schools: &[&[C]] = &[
        &[T("No"), T("Nama Sekolah"), T("NPSN"), T("BP"), T("Status"), T("PD"), T("Rombel"), T("Kecamatan")],
        &[N(1.0), T(nama), T(kode), T("SD"), T("Negeri"), N(150.0), N(6.0), T("Bangko")],
        &[N(2.0), T("SD Negeri 11 Bangko"), T("10501011"), T("SD"), T("Negeri"), N(150.0), N(6.0), T("Bangko")],
    ];
    month(&[HEADER, &siti(7, T(typed))]).with("sekolah.xlsx", &xlsx(schools)).check()
}

#[test]
fn d14_spellings_of_a_unit_are_one_and_a_near_one_is_only_offered() {
    for typed in
        ["SDN 1 Bangko", "SD NEGERI 01 BANGKO", "SD N 1 Bangko", "UPTD SDN 001 Bangko", "sekolah dasar negeri 1 bangko"]
    {
        let checked = school("SD Negeri 1 Bangko", "10501001", typed);
        assert_eq!(checked.people(), [("SITI AMINAH, S.Pd.", "SD Negeri 1 Bangko")], "{typed}: {}", checked.text);
    }
    let checked = school("SD Negeri 1 Bangko", "10501001", "SD Negeri 1 Bangkoo");
    assert!(checked.people().is_empty());
    assert!(checked.told("D-108").contains("Mungkin maksud Anda “SD Negeri 1 Bangko”?"), "{}", checked.text);
    // The old number of a school in its district is no part of the name that others use.
    let checked = school("SD Negeri 1 Bangko", "10501001", "UPTD SDN 001/VI Bangko I");
    assert_eq!(checked.codes(), ["D-108"], "{}", checked.text);
    for (listed, typed) in [
        ("Puskesmas Aluh-Aluh", "UPTD Puskesmas Aluh Aluh"),
        ("Puskesmas Aluh-Aluh", "PKM ALUH-ALUH"),
        ("Kecamatan Bangko", "Kec. Bangko"),
        ("Kelurahan Pasar Atas", "KEL PASAR ATAS"),
        ("Sekretariat Kabupaten Merangin", "SEKRETARIAT KAB. MERANGIN"),
    ] {
        let units: &[&[C]] = &[&[T("NAMA UNIT"), T("KECAMATAN")], &[T(listed), T("Bangko")]];
        let mut row = SITI.to_vec();
        row[7] = T(typed);
        let checked = month(&[HEADER, &row]).with("unit.xlsx", &xlsx(units)).check();
        assert_eq!(checked.people(), [("SITI AMINAH, S.Pd.", listed)], "{typed}: {}", checked.text);
    }
}

#[test]
fn d15_a_person_or_a_school_that_stands_twice_counts_once() {
    let folder = month(&[HEADER, SITI]).with("pegawai 2.xlsx", &xlsx(&[HEADER, SITI]));
    let checked = folder.check();
    assert_eq!(checked.people().len(), 1, "{}", checked.text);
    assert!(checked.codes().iter().any(|code| ["D-320", "D-322"].contains(code)), "{}", checked.text);
    let header: &[C] = &[T("Nama Sekolah"), T("NPSN"), T("BP"), T("Status"), T("Rombel"), T("Tahun"), T("Kecamatan")];
    let of = |tahun| [T("SDN 1"), T("10501001"), T("SD"), T("Negeri"), N(tahun - 2019.0), N(tahun), T("Bangko")];
    let checked = Folder::new().with("sekolah.xlsx", &xlsx(&[header, &of(2024.0), &of(2025.0)])).check();
    let rombel: Vec<_> = checked.roster.units.iter().map(|unit| unit.sekolah.as_ref().unwrap().rombel).collect();
    // The newest year is kept.
    assert_eq!((rombel, checked.codes()), (vec![Some(6)], vec!["D-303"]), "{}", checked.text);
}

#[test]
fn d16_a_school_with_teachers_and_no_rombel_is_told_as_a_fault_of_the_data() {
    let checked = Folder::new().with(
        "sekolah.xlsx",
        &xlsx(&[
            &[T("Nama Sekolah"), T("NPSN"), T("BP"), T("Status"), T("PD"), T("Rombel"), T("Guru"), T("Kecamatan")],
            &[T("SDN Mandiangin Timur 2"), T("30303030"), T("SD"), T("Negeri"), N(0.0), N(0.0), N(10.0), T("Bangko")],
        ]),
    );
    let checked = checked.check();
    assert_eq!(checked.codes(), ["D-307"], "{}", checked.text);
}

#[test]
fn d17_spaces_around_a_code_do_not_count() {
    let units: &[&[C]] =
        &[&[T("KODE UNIT"), T("NAMA UNIT"), T("KECAMATAN")], &[T("200000  "), T("Dinas Kesehatan"), T("Bangko")]];
    let header: &[C] = &[T("NIP"), T("NAMA"), T("GOLONGAN"), T("JABATAN"), T("KODE UNIT"), T("UNIT KERJA")];
    for kode in [T("200000"), T(" 200000 "), T("200000\u{a0}"), N(200_000.0)] {
        let row = [T("198601012015012001"), T("SITI"), T("III/c"), T("Pengelola Kepegawaian"), kode, T("DINKES")];
        let checked = month(&[header, &row]).with("unit.xlsx", &xlsx(units)).check();
        assert_eq!(checked.people(), [("SITI", "Dinas Kesehatan")], "{}", checked.text);
        assert_eq!(checked.roster.units[0].kode.as_deref(), Some("200000"));
    }
}

#[test]
fn d17_a_place_outside_indonesia_is_refused_with_its_line() {
    use mutasi::law::kecamatan;
    let rows = |line: &str| kecamatan::rows(&format!("kode,nama,lat,lon\n15.02.02,Bangko,-2.07,102.27\n{line}\n"));
    assert_eq!(rows("15.02.03,Jangkat, -2.5 , 102.1 ").rows.len(), 2);
    for line in
        ["15.02.03,Jangkat,102.1,-2.5", "15.02.03,Jangkat,0,0", "15.02.03,Jangkat,-2.5,", "15.02.03,Jangkat,-25,102.1"]
    {
        let isi = rows(line);
        assert_eq!((isi.rows.len(), isi.salah[0].baris), (1, 3), "{line}");
    }
}

#[test]
fn d18_a_golongan_in_two_columns_is_joined() {
    let header: &[C] = &[T("NIP"), T("NAMA"), T("GOL"), T("RUANG"), T("JABATAN"), T("UNIT KERJA")];
    for (gol, ruang, expected) in [("IV", "A", "IV/a"), ("III", "d", "III/d"), ("3", "c", "III/c")] {
        let row =
            [T("198601012015012001"), T("SITI"), T(gol), T(ruang), T("Guru Kelas Ahli Muda"), T("SD Negeri 1 Bangko")];
        let checked = check(&[header, &row]);
        let read = (checked.roster.pegawai[0].golongan, checked.text.as_str());
        assert_eq!(read, (golongan(expected), ""), "{gol} + {ruang}");
    }
}

#[test]
fn d19_a_file_is_what_it_holds_and_not_what_it_is_called() {
    let line = "1;198601012015012001;SITI AMINAH, S.Pd.;III/c;01-04-2023;Guru Kelas Ahli Pertama;01-07-2019;SDN 1";
    let csv = format!("\u{feff}NO;NIP;NAMA;GOLONGAN;TMT GOLONGAN;JABATAN;TMT JABATAN;UNIT KERJA\n{line}\n");
    let cells = |line: &str, tag: &str| {
        let cells: String =
            line.trim_start_matches('\u{feff}').split(';').map(|c| format!("<{tag}>{c}</{tag}>")).collect();
        format!("<tr>{cells}</tr>")
    };
    let rows: Vec<&str> = csv.lines().collect();
    let html = format!("<html><body><table>{}{}</table></body></html>", cells(rows[0], "th"), cells(rows[1], "td"));
    let xml_row = |line: &str| {
        let cell = |text: &str| format!("<Cell><Data ss:Type=\"String\">{text}</Data></Cell>");
        format!("<Row>{}</Row>", line.trim_start_matches('\u{feff}').split(';').map(cell).collect::<String>())
    };
    let xml = format!(
        "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook \
         xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" \
         xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"Data\"><Table>{}{}</Table>\
         </Worksheet></Workbook>",
        xml_row(rows[0]),
        xml_row(rows[1])
    );
    let plain = xlsx(&[HEADER, SITI]);
    for (name, bytes, codes) in [
        ("ekspor.xls", html.as_bytes(), &["B-13"][..]),
        ("ekspor.xls", xml.as_bytes(), &["B-13"]),
        ("ekspor.xlsx", csv.as_bytes(), &["B-13"]),
        ("ekspor.csv", csv.as_bytes(), &[]),
        ("ekspor.xls", &plain, &["B-13"]),
    ] {
        let checked = Folder::new().with(name, bytes).check();
        assert_eq!((checked.people().len(), checked.codes().as_slice()), (1, codes), "{name}: {}", checked.text);
    }
    let locked = Folder::new().with("a.xlsx", &ole(&["EncryptionInfo", "EncryptedPackage"], 0xFFFF_FFFE)).check();
    assert!(locked.codes().contains(&"B-05"), "{}", locked.text);
    let open = Folder::new().with("a.xlsx", &plain).with("~$a.xlsx", b"\x04Budi").with(".~lock.a.xlsx#", b"Budi,,,;");
    assert_eq!(open.check().codes(), ["B-04"]);
    let ods = Folder::new().with("a.ods", include_bytes!("data/kecil.ods")).read();
    assert_eq!(only(&ods).rows.len(), 3);
}

#[test]
fn d20_numbers_are_read_the_indonesian_way() {
    let need = |kebutuhan, riil| {
        check(&[
            &[T("NAMA JABATAN"), T("NAMA UNIT KERJA"), T("ABK"), T("RIIL")],
            &[T("Perawat Terampil"), T("Puskesmas Bangko"), kebutuhan, riil],
        ])
    };
    for (kebutuhan, riil, expected, codes) in [
        (T("1.250"), T("12"), (1250, Some(12)), &[][..]),
        (T("24,5"), N(3.0), (25, Some(3)), &["D-121"]),
        (N(24.4), T("1.006"), (24, Some(1006)), &["D-121"]),
        (T("12,0"), T("12,0"), (12, Some(12)), &[]),
        (N(0.0), N(0.0), (0, Some(0)), &[]),
    ] {
        let checked = need(kebutuhan, riil);
        let read: Vec<_> = checked.needs().iter().map(|need| (need.2, need.3)).collect();
        assert_eq!((read, checked.codes().as_slice()), (vec![expected], codes), "{}", checked.text);
    }
    assert!(need(T("24,5"), N(3.0)).text.contains("kebutuhan 24,5 dibulatkan menjadi 25"));
    let checked = need(T("lima"), N(3.0));
    assert_eq!((checked.needs().len(), checked.codes()), (0, vec!["D-115"]), "{}", checked.text);
}

#[test]
fn d21_every_way_to_write_nothing_is_nothing() {
    for nothing in [
        "-",
        "--",
        "0",
        "NULL",
        "NIHIL",
        "N/A",
        "tidak ada",
        "belum ada",
        "Tidak Ada.",
        " - ",
        "n/a",
        "nil",
        "(kosong)",
        "#N/A",
    ] {
        for col in [3, 4, 6] {
            let checked = with(col, T(nothing));
            let person = &checked.roster.pegawai[0];
            let read = [person.golongan.is_none(), person.tmt_gol.is_none(), person.tmt_jabatan.is_none()];
            assert!(read[[3, 4, 6].iter().position(|c| *c == col).unwrap()], "{nothing} in column {col}");
            assert_eq!(checked.text, "", "{nothing} in column {col}");
        }
    }
    // What must not be missing is told.
    assert_eq!(with(5, T("tidak ada")).codes(), ["D-109"]);
    assert_eq!(with(2, T("NULL")).codes(), ["D-107"]);
}

#[test]
fn d22_noise_in_a_jabatan_is_put_in_order() {
    for (expected, typed) in [
        (
            "Guru Kelas Ahli Pertama",
            &["Guru Ahli Pertama - Guru Kelas", "Guru Kelas Ahli Pertama", "Guru Pertama (Guru Kelas)"][..],
        ),
        ("Guru Ahli Pertama", &["Guru Pertama", "Guru Ahli Pertama"]),
        ("Guru Ahli Madya", &["Guru Madya", "GURU MADYA"]),
        ("Perawat Mahir", &["Perawat Pelaksana Lanjutan", "Perawat Mahir", "Perawat Terampil Pelaksana Lanjutan"]),
        ("Perawat Terampil", &["Perawat Pelaksana", "Perawat Terampil"]),
        ("Perawat Pemula", &["Perawat Pelaksana Pemula", "Perawat Pemula"]),
        ("Tenaga Pelaksana", &["Tenaga Pelaksana"]),
        (
            "Kepala Bidang Mutasi",
            &[
                "Plt. Kepala Bidang Mutasi",
                "Plh Kepala Bidang Mutasi",
                "Pj. Kepala Bidang Mutasi",
                "Pjs. Kepala Bidang Mutasi",
            ],
        ),
    ] {
        for text in typed {
            let checked = with(5, T(text));
            let read = checked.roster.pegawai[0].jabatan.to_string();
            assert_eq!(read.to_lowercase(), expected.to_lowercase(), "{text}");
            assert_eq!(checked.text, "", "{text}");
        }
    }
}

#[test]
fn d23_the_title_tells_the_month_before_the_name_and_the_name_before_the_folder() {
    let titled = |title| xlsx(&[&[T(title)], HEADER, SITI]);
    // A folder of the month, and a title or name that agrees.
    for (name, title) in [("pegawai.xlsx", "KEADAAN NOVEMBER 2026"), ("NOMINATIF NOPEMBER 26.xlsx", "DAFTAR PEGAWAI")] {
        let checked = Folder::new().with(name, &titled(title)).check();
        assert_eq!((checked.people().len(), checked.text.as_str()), (1, ""), "{name}");
    }
    // What the title or the name tells against the folder is told, with both.
    for (name, title) in [
        ("pegawai.xlsx", "KEADAAN JULI 2025"),
        ("DataPNSPTT_Juli2025.xlsx", "DAFTAR PEGAWAI"),
        ("NOMINATIF JULI 25.xlsx", "DAFTAR PEGAWAI"),
        ("pegawai 07-2025.xlsx", "DAFTAR PEGAWAI"),
    ] {
        let checked = Folder::new().with(name, &titled(title)).check();
        assert_eq!((checked.people().len(), checked.codes()), (1, vec!["B-17"]), "{name}: {}", checked.text);
        assert!(checked.text.contains("Juli 2025") && checked.text.contains("November 2026"), "{}", checked.text);
    }
    // A loose file is of the month its title tells, whatever its name says.
    let loose = |name: &str, title| Folder::new().with(&format!("masuk/{name}"), &titled(title)).check();
    assert_eq!(loose("pegawai.xlsx", "KEADAAN NOVEMBER 2026").people().len(), 1);
    assert_eq!(loose("pegawai November 2026.xlsx", "DAFTAR PEGAWAI").people().len(), 1);
    assert_eq!(loose("pegawai.xlsx", "KEADAAN JULI 2025").people().len(), 0);
    let checked = loose("pegawai November 2026.xlsx", "KEADAAN JULI 2025");
    assert_eq!(checked.people().len(), 0, "{}", checked.text);
    assert!(checked.told("B-17").contains("Juli 2025"), "{}", checked.text);
    let checked = loose("pegawai Juli 2025.xlsx", "KEADAAN NOVEMBER 2026");
    assert_eq!(checked.people().len(), 1, "{}", checked.text);
    assert!(checked.told("B-17").contains("Juli 2025"), "{}", checked.text);
}

/// Two posts of one puskesmas whose name is merged over both rows, in the format of `name`.
fn merged(workbook: &mut Workbook) -> Vec<u8> {
    let sheet = workbook.add_worksheet().set_name("ABK").unwrap();
    write_rows(
        sheet,
        &[
            &[T("NO"), T("NAMA JABATAN"), T("NAMA UNIT KERJA"), T("ABK")],
            &[N(1.0), T("Perawat Terampil"), T("Puskesmas Bangko"), N(5.0)],
            &[N(2.0), T("Bidan Mahir"), T(""), N(4.0)],
        ],
    );
    sheet.merge_range(1, 2, 2, 2, "Puskesmas Bangko", &Format::new()).unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn d24_a_unit_merged_over_rows_is_that_of_each_and_nothing_else_is_filled() {
    let checked = Folder::new().with("abk.xlsx", &merged(&mut Workbook::new())).check();
    let units: Vec<&str> = checked.needs().iter().map(|need| need.0).collect();
    assert_eq!((units, checked.text.as_str()), (vec!["Puskesmas Bangko"; 2], ""));
    // A golongan merged over two persons is that of the first only.
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    write_rows(sheet, &[HEADER, SITI, &[&RINA[..3], &[T("")], &RINA[4..]].concat()]);
    sheet.merge_range(1, 3, 2, 3, "III/c", &Format::new()).unwrap();
    let checked = Folder::new().with("pegawai.xlsx", &workbook.save_to_buffer().unwrap()).check();
    let golongan: Vec<_> = checked.roster.pegawai.iter().map(|person| person.golongan.map(|g| g.to_string())).collect();
    assert_eq!(golongan, [Some("III/c".to_string()), None]);
    let cell = Folder::new().with("abk.xlsx", &merged(&mut Workbook::new())).read();
    assert_eq!(read_kit::cell(only(&cell), &only(&cell).rows[1], "unit"), Some((CellKind::Text, "Puskesmas Bangko")));
}

/// An .ods of the same rows as `merged`.
fn merged_ods() -> Vec<u8> {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let number = |n: u32| {
        format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{n}\"><text:p>{n}</text:p></table:table-cell>"
        )
    };
    let row = |cells: String| format!("<table:table-row>{cells}</table:table-row>");
    let merged = cell("Puskesmas Bangko").replace(" office", " table:number-rows-spanned=\"2\" office");
    let rows = [
        row(["NO", "NAMA JABATAN", "NAMA UNIT KERJA", "ABK"].map(cell).concat()),
        row([number(1), cell("Perawat Terampil"), merged, number(5)].concat()),
        row([number(2), cell("Bidan Mahir"), "<table:covered-table-cell/>".to_string(), number(4)].concat()),
    ];
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
         <table:table table:name=\"ABK\">{}</table:table></office:spreadsheet></office:body></office:document-content>",
        rows.concat()
    );
    let manifest = b"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", manifest),
    ])
}

#[test]
fn d24_an_ods_tells_its_merged_units_too_and_an_xlsb_is_said_to_keep_them() {
    let checked = Folder::new().with("abk.ods", &merged_ods()).check();
    let units: Vec<&str> = checked.needs().iter().map(|need| need.0).collect();
    assert_eq!((units, checked.text.as_str()), (vec!["Puskesmas Bangko"; 2], ""));
    let bytes = xlsb(&[
        &[X::Text("NO"), X::Text("NAMA JABATAN"), X::Text("NAMA UNIT KERJA"), X::Text("ABK")],
        &[X::Number(1.0), X::Text("Perawat Terampil"), X::Text("Puskesmas Bangko"), X::Number(5.0)],
        &[X::Number(2.0), X::Text("Bidan Mahir"), X::Text(""), X::Number(4.0)],
    ]);
    let checked = Folder::new().with("abk.xlsb", &bytes).check();
    assert_eq!((checked.needs().len(), checked.codes()), (1, vec!["B-23", "D-124"]), "{}", checked.text);
}
