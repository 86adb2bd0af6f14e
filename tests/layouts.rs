//! Usual layouts of lists: what one table lacks and another tells, headers with full stops, lists of Dapodik.

mod read_kit;
mod support;

use mutasi::model::cells::Kind;
use read_kit::{C::*, *};
use support::{checked, guru, row, sd, tables, with};

fn codes(findings: &[mutasi::finding::Finding], code: &str) -> Vec<String> {
    let told = findings.iter().filter(|finding| finding.kode.code == code);
    told.map(|finding| format!("{} {}", finding.place, finding.problem)).collect()
}

#[test]
fn a_table_that_lacks_a_needed_column_is_told_once() {
    let rows = || {
        let other = with(&guru(), &[("nip", "198703022010012002"), ("nama", "RINA MARLINA")]);
        vec![with(&guru(), &[("unit", "~"), ("jabatan", "~")]), with(&other, &[("unit", "~"), ("jabatan", "~")])]
    };
    let found = checked(&tables(vec![(Kind::Pegawai, rows()), (Kind::Sekolah, vec![sd()])])).findings;
    for (code, title) in [("D-109", "JABATAN"), ("D-124", "UNIT KERJA")] {
        let told = codes(&found, code);
        assert_eq!(
            told,
            [format!(
                "masuk/2026-11/pegawai.xlsx › Data › A1 lembar ini tidak memuat kolom {title}; 2 barisnya tidak \
                 menyebutnya"
            )]
        );
    }
}

#[test]
fn a_row_without_jabatan_in_a_table_that_has_the_column_is_told_at_its_cell() {
    let other = with(&guru(), &[("nip", "198703022010012002"), ("nama", "RINA MARLINA"), ("jabatan", "~")]);
    let found = checked(&tables(vec![(Kind::Pegawai, vec![guru(), other]), (Kind::Sekolah, vec![sd()])])).findings;
    assert_eq!(codes(&found, "D-109").len(), 1);
    assert!(codes(&found, "D-109")[0].ends_with("jabatan kosong"));
}

#[test]
fn a_supplementary_list_need_not_repeat_what_another_table_tells() {
    let more = row(&[
        ("nip", "198601012015012001"),
        ("nama", "SITI AMINAH"),
        ("golongan", "III/c"),
        ("tmt_gol", "01-04-2022"),
    ]);
    let given = vec![(Kind::Pegawai, vec![guru()]), (Kind::Pegawai, vec![more]), (Kind::Sekolah, vec![sd()])];
    let found = checked(&tables(given)).findings;
    assert_eq!((codes(&found, "D-109"), codes(&found, "D-124")), (vec![], vec![]));
    assert_eq!(codes(&found, "D-321").len(), 2, "what the list gave is told");
}

/// What is told of one workbook of one sheet.
fn told_of(name: &str, tab: &str, rows: &[&[C]]) -> Checked {
    Folder::new().with(name, &book(&[(tab, rows)])).check()
}

#[test]
fn full_stops_between_letters_do_not_hide_a_header() {
    let rows: &[&[C]] = &[
        &[T("N.I.P."), T("NAMA"), T("GOL. RUANG"), T("T.M.T. GOL"), T("N.A.M.A JABATAN"), T("UNIT_KERJA")],
        &[
            T("198601012015012001"),
            T("SITI AMINAH"),
            T("III/b"),
            T("01-04-2022"),
            T("Guru Kelas Ahli Pertama"),
            T("SDN 1 Bangko"),
        ],
    ];
    let noted = Folder::new().with("pegawai.xlsx", &xlsx(rows)).read();
    assert_eq!(columns(only(&noted)), ["nip", "nama", "golongan", "tmt_gol", "jabatan", "unit"]);
}

#[test]
fn jabatan_and_golongan_are_read_with_their_tmt_in_one_cell() {
    let rows: &[&[C]] = &[
        &[T("UNIT KERJA : PUSKESMAS BANGKO")],
        &[T("NO"), T("NAMA/NIP"), T("PANGKAT/GOL/TMT"), T("JABATAN/TMT"), T("PENDIDIKAN TERAKHIR")],
        &[
            N(1.0),
            T("SITI AMINAH\nNIP. 198601012015012001"),
            T("Penata Muda Tk.I (III/b)\n01-04-2022"),
            T("Perawat Mahir\n01-01-2015"),
            T("D-III Keperawatan"),
        ],
    ];
    let checked = told_of("nominatif.xlsx", "Sheet1", rows);
    let codes = checked.codes();
    for code in ["D-104", "D-105", "D-109", "B-10"] {
        assert!(!codes.contains(&code), "{code}: {}", checked.told(code));
    }
}

#[test]
fn the_name_of_the_golongan_counts_before_its_code_and_a_contradiction_is_told() {
    let head = &[T("PNS ID"), T("NIP BARU"), T("NAMA"), T("GOL AKHIR ID"), T("GOL AKHIR NAMA"), T("JABATAN NAMA")][..];
    let row = |kode, nama| vec![T("A"), T("198601012015012001"), T("SITI"), T(kode), T(nama), T("Perawat Mahir")];
    let told = |kode, nama| told_of("siasn.xlsx", "Data", &[head, &row(kode, nama)]);
    assert!(told("32", "III/d").told("D-205").contains("kode golongan 32 adalah III/b, padahal golongannya III/d"));
    for (kode, nama) in [("34", "III/d"), ("34", "")] {
        let checked = told(kode, nama);
        assert!(!checked.codes().contains(&"D-205") && !checked.codes().contains(&"D-104"), "{kode} {nama}");
    }
}

#[test]
fn a_tab_names_the_unit_of_its_rows_and_letters_the_columns_of_a_peta() {
    let rows: &[&[C]] = &[
        &[T("NO"), T("NIP"), T("NAMA"), T("GOL"), T("JABATAN")],
        &[N(1.0), T("198601012015012001"), T("SITI AMINAH"), T("III/b"), T("Perawat Mahir")],
    ];
    assert!(!told_of("p.xlsx", "Puskesmas Bangko", rows).codes().contains(&"D-124"));
    assert!(told_of("p.xlsx", "Sheet1", rows).codes().contains(&"D-124"));
    let rows: &[&[C]] = &[
        &[T("PETA JABATAN DINAS KESEHATAN")],
        &[T("NO"), T("NAMA JABATAN"), T("KELAS JABATAN"), T("B"), T("K"), T("+/-")],
        &[N(1.0), T("Arsiparis"), N(7.0), N(0.0), N(1.0), N(-1.0)],
    ];
    let noted = Folder::new().with("peta.xlsx", &xlsx(rows)).read();
    assert_eq!(columns(only(&noted)), ["jabatan", "kelas_jabatan", "riil", "kebutuhan"]);
}

#[test]
fn the_year_of_an_skp_may_stand_in_the_title_alone() {
    let rows = |title: &'static str| -> Vec<Vec<C>> {
        vec![
            vec![T(title)],
            vec![T("NIP"), T("NAMA"), T("PREDIKAT KINERJA")],
            vec![T("198601012015012001"), T("SITI AMINAH"), T("Baik")],
        ]
    };
    let told = |title| {
        let rows = rows(title);
        let rows: Vec<&[C]> = rows.iter().map(Vec::as_slice).collect();
        told_of("skp.xlsx", "Sheet1", &rows).codes().contains(&"D-139")
    };
    assert!(told("DAFTAR PREDIKAT KINERJA") && !told("DAFTAR PREDIKAT KINERJA PNS TAHUN 2025"));
}

#[test]
fn a_survey_row_is_told_of_its_unit_and_its_index_at_once_and_a_mean_is_no_unit() {
    let rows: &[&[C]] = &[
        &[T("NO"), T("UNIT PELAYANAN"), T("NILAI IKM"), T("RESPONDEN")],
        &[N(1.0), T("Dinas Kesehatn"), N(815.0), N(20.0)],
        &[N(2.0), T("Dinas Pendidikn"), T("81,5 (B)"), N(20.0)],
        &[T("Rata-rata"), T(""), N(84.0), N(40.0)],
    ];
    let checked = told_of("skm.xlsx", "Sheet1", rows);
    assert_eq!(checked.told("D-108").matches("tidak ada di data unit").count(), 2, "{}", checked.told("D-108"));
    let nilai = checked.codes().iter().filter(|code| **code == mutasi::finding::catalogue::NILAI_ASING.code).count();
    assert_eq!(nilai, 1, "{}", checked.told(mutasi::finding::catalogue::NILAI_ASING.code));
}

#[test]
fn the_first_appointment_in_a_list_of_dapodik_is_no_time_in_the_unit() {
    let rows: &[&[C]] = &[
        &[T("SD NEGERI 1 BANGKO")],
        &[
            T("No"),
            T("Nama"),
            T("NUPTK"),
            T("NIP"),
            T("Jenis PTK"),
            T("TMT Pengangkatan"),
            T("Pangkat Golongan"),
            T("Sumber Gaji"),
        ],
        &[N(1.0), T("Siti"), T("1"), T("198601012015012001"), T("Guru Kelas"), T("2011-01-01"), T("III/d"), T("APBD")],
    ];
    let noted = Folder::new().with("gtk.xlsx", &xlsx(rows)).read();
    assert!(!columns(only(&noted)).contains(&"tmt_unit"));
}
