//! The shapes that tables of need come in (domain §3.2), from the workbook to the roster.

mod read_kit;

use mutasi::model::cells::Kind;
use read_kit::{C::*, *};

fn need(
    unit: &'static str,
    jabatan: &str,
    kebutuhan: u32,
    riil: Option<u32>,
) -> (&'static str, String, u32, Option<u32>) {
    (unit, jabatan.to_string(), kebutuhan, riil)
}

#[test]
fn a_peta_jabatan_is_about_the_office_in_its_title() {
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
        &[T("Pelaksana"), T("Pengelola Kepegawaian"), N(6.0), N(4.0), N(4.0), N(0.0), T("SESUAI")],
        &[T("JUMLAH"), T(""), T(""), N(5.0), N(7.0)],
    ];
    let checked = Folder::new().with("peta.xlsx", &xlsx(rows)).check();
    let unit = "BKPPD KABUPATEN KENDAL";
    assert_eq!(
        checked.needs(),
        [need(unit, "Analis SDM Aparatur Ahli Muda", 3, Some(1)), need(unit, "Pengelola Kepegawaian", 4, Some(4))]
    );
    assert_eq!(checked.codes(), ["B-19"], "{}", checked.text);
}

#[test]
fn a_daftar_kebutuhan_tells_office_and_month_in_its_title() {
    let rows: &[&[C]] = &[
        &[T("DAFTAR KEBUTUHAN JABATAN")],
        &[T("DINAS KESEHATAN")],
        &[T("PEMERINTAH KABUPATEN MERANGIN")],
        &[T("PERIODE OKTOBER 2026")],
        &[
            T("NO"),
            T("NAMA JABATAN"),
            T("NAMA UNIT KERJA"),
            T("KUALIFIKASI PENDIDIKAN"),
            T("ABK"),
            T("RIIL"),
            T("STATUS"),
            T("+/-"),
        ],
        &[
            N(1.0),
            T("Perawat Terampil"),
            T("Puskesmas Bangko"),
            T("D-III Keperawatan"),
            N(5.0),
            N(3.0),
            T("-"),
            N(-2.0),
        ],
    ];
    let checked = Folder::new().with("abk.xlsx", &xlsx(rows)).check();
    assert_eq!(checked.needs(), [need("Puskesmas Bangko", "Perawat Terampil", 5, Some(3))]);
    assert_eq!(checked.roster.units[0].opd().to_string(), "DINAS KESEHATAN");
    assert!(checked.told("B-17").contains("menyebut Oktober 2026, padahal dibaca untuk November 2026"));
}

#[test]
fn a_rincian_usulan_takes_the_sum_of_those_in_place_and_no_proposal() {
    let rows: &[&[C]] = &[
        &[
            T("No"),
            T("Jabatan"),
            T("Kategori"),
            T("Pendidikan"),
            T("Unit Kerja"),
            T("ABK"),
            T("Bezzeting"),
            T(""),
            T(""),
            T(""),
            T("Usulan"),
            T(""),
            T(""),
            T("Kurang/Lebih"),
        ],
        &[
            T(""),
            T(""),
            T(""),
            T(""),
            T(""),
            T(""),
            T("CPNS"),
            T("PNS"),
            T("PPPK"),
            T("JML"),
            T("CPNS"),
            T("PPPK"),
            T("JML"),
            T(""),
        ],
        &[
            N(1.0),
            T("Perawat Terampil"),
            T("Fungsional"),
            T("D-III Keperawatan"),
            T("Puskesmas Bangko"),
            N(8.0),
            N(1.0),
            N(2.0),
            N(1.0),
            N(4.0),
            N(2.0),
            N(2.0),
            N(4.0),
            N(-4.0),
        ],
    ];
    let checked = Folder::new().with("usulan.xlsx", &xlsx(rows)).check();
    assert_eq!(checked.needs(), [need("Puskesmas Bangko", "Perawat Terampil", 8, Some(4))]);
    assert_eq!(checked.text, "");
}

#[test]
fn a_projection_is_read_for_what_holds_today() {
    let rows: &[&[C]] = &[
        &[T("PROYEKSI KEBUTUHAN PEGAWAI 5 TAHUN")],
        &[
            T("No"),
            T("Nama Jabatan"),
            T("Unit Kerja"),
            T("Bezetting saat ini"),
            T("Kebutuhan berdasarkan ABK"),
            T("Proyeksi"),
            T(""),
            T("Pegawai yang dibutuhkan"),
            T(""),
        ],
        &[T(""), T(""), T(""), T(""), T(""), N(2027.0), N(2028.0), N(2027.0), N(2028.0)],
        &[N(1.0), T("Bidan Mahir"), T("Puskesmas Bangko"), N(2.0), N(5.0), N(2.0), N(1.0), N(3.0), N(4.0)],
    ];
    let checked = Folder::new().with("proyeksi.xlsx", &xlsx(rows)).check();
    assert_eq!(checked.needs(), [need("Puskesmas Bangko", "Bidan Mahir", 5, Some(2))]);
    assert_eq!(checked.text, "");
}

/// The three rows of headings of the formulir rekap, `before` standing left of its figures.
fn rekap(before: &'static [&'static str], data: &[&[C]]) -> Vec<u8> {
    const LEVELS: [&str; 13] = [
        "Es. I", "Es. II", "Es. III", "Es. IV", "Es. V", "Pemula", "Terampil", "Mahir", "Penyelia", "Pertama", "Muda",
        "Madya", "Utama",
    ];
    let blank = || vec![T(""); before.len()];
    let mut top: Vec<C> = before.iter().map(|header| T(header)).collect();
    let (mut middle, mut low) = (blank(), blank());
    for (above, beneath) in [("JUMLAH PNS", "RIIL"), ("JUMLAH KEBUTUHAN", "ABK")] {
        top.push(T(above));
        top.extend([T(""); 12]);
        middle.push(T(beneath));
        middle.extend([T(""); 12]);
        low.extend(LEVELS.map(T));
    }
    top.push(T("BUP TH. 2027"));
    let titles: [&[C]; 2] = [&[T("FORMULIR REKAP")], &[T("UNIT KERJA : DINAS KESEHATAN")]];
    let rows: Vec<&[C]> = titles.into_iter().chain([&top[..], &middle, &low]).chain(data.iter().copied()).collect();
    xlsx(&rows)
}

/// A row of the form: what stands left, then `(column, figure)` of riil from 0 and of need from 13.
fn figures(left: &[C], filled: &[(usize, f64)]) -> Vec<C> {
    let mut row = left.to_vec();
    row.extend((0..27).map(|col| filled.iter().find(|(at, _)| *at == col).map_or(T(""), |(_, figure)| N(*figure))));
    row
}

#[test]
fn the_formulir_rekap_is_read_jenjang_by_jenjang_where_it_names_the_jabatan() {
    let bytes = rekap(
        &["NO", "NAMA JABATAN", "TIPE OPD", "KELAS JABATAN"],
        &[
            &figures(&[N(1.0), T("Perawat"), T("A"), N(8.0)], &[(6, 4.0), (7, 2.0), (19, 6.0), (20, 2.0)]),
            &figures(&[N(2.0), T("Bidan Mahir"), T("A"), N(7.0)], &[(7, 1.0), (20, 3.0)]),
            &figures(&[N(3.0), T("Bidan Terampil"), T("A"), N(6.0)], &[(20, 3.0)]),
            &figures(&[N(4.0), T("Kepala Bidang P2P"), T("A"), N(11.0)], &[(2, 1.0), (15, 1.0)]),
        ],
    );
    let checked = Folder::new().with("rekap.xlsx", &bytes).check();
    let unit = "DINAS KESEHATAN";
    assert_eq!(
        checked.needs(),
        [
            need(unit, "Bidan Mahir", 3, Some(1)),
            need(unit, "Kepala Bidang P2P", 1, Some(1)),
            need(unit, "Perawat Terampil", 6, Some(4)),
            need(unit, "Perawat Mahir", 2, Some(2)),
        ]
    );
    assert_eq!(checked.codes(), ["D-141"], "{}", checked.text);
    assert!(checked.text.contains("rekap.xlsx › Data › Y8"), "{}", checked.text);
    assert!(
        checked.text.contains("kolom JUMLAH KEBUTUHAN ABK Mahir tidak sesuai dengan jenjang jabatan “Bidan Terampil”")
    );
    assert_eq!((checked.roster.rows.of(Kind::Kebutuhan).read, checked.roster.rows.of(Kind::Kebutuhan).used), (4, 3));
}

#[test]
fn a_formulir_rekap_that_names_no_jabatan_is_said_to_be_of_no_use() {
    let bytes = rekap(
        &["NO", "NAMA OPD", "TIPE OPD", "KELAS JABATAN"],
        &[&figures(&[N(1.0), T("Dinas Kesehatan"), T("A"), N(8.0)], &[(6, 4.0), (19, 6.0)])],
    );
    let checked = Folder::new().with("rekap.xlsx", &bytes).check();
    assert_eq!((checked.needs().len(), checked.codes()), (0, vec!["B-22"]), "{}", checked.text);
}

const MENPAN: &[&[C]] = &[
    &[
        T("ID"),
        T("Struktur Jabatan ID"),
        T("Nomor"),
        T("Parent Nomor"),
        T("Posisi ID"),
        T("Nama Jabatan"),
        T("JFU/JFT ID"),
        T("NPSN"),
        T("Nama Sekolah"),
        T("Faskes ID"),
        T("Faskes Nama"),
        T("Kelas"),
        T("ABK"),
        T("Unit Kerja ID"),
    ],
    &[
        T("a1"),
        T("s"),
        N(1.0),
        T(""),
        T("p"),
        T("Kepala Dinas Kesehatan"),
        T(""),
        T(""),
        T(""),
        T(""),
        T(""),
        N(14.0),
        N(1.0),
        T("u1"),
    ],
    &[
        T("a2"),
        T("s"),
        N(2.0),
        N(1.0),
        T("p"),
        T("Kepala Bidang P2P"),
        T(""),
        T(""),
        T(""),
        T(""),
        T(""),
        N(11.0),
        N(1.0),
        T("u1"),
    ],
    &[
        T("a3"),
        T("s"),
        N(3.0),
        N(2.0),
        T("p"),
        T("Pengelola Kepegawaian"),
        T(""),
        T(""),
        T(""),
        T(""),
        T(""),
        N(6.0),
        N(2.0),
        T("u1"),
    ],
    &[
        T("a4"),
        T("s"),
        N(4.0),
        N(1.0),
        T("p"),
        T("Pengelola Kepegawaian"),
        T(""),
        T(""),
        T(""),
        T(""),
        T(""),
        N(6.0),
        N(3.0),
        T("u1"),
    ],
    &[
        T("a5"),
        T("s"),
        N(5.0),
        N(1.0),
        T("p"),
        T("Kepala UPTD"),
        T(""),
        T(""),
        T(""),
        T("f"),
        T("Puskesmas Bangko"),
        N(9.0),
        N(1.0),
        T("u1"),
    ],
    &[
        T("a6"),
        T("s"),
        N(6.0),
        N(5.0),
        T("p"),
        T("Perawat Terampil"),
        T(""),
        T(""),
        T(""),
        T(""),
        T(""),
        N(6.0),
        N(5.0),
        T("u1"),
    ],
    &[
        T("a7"),
        T("s"),
        N(7.0),
        T(""),
        T("p"),
        T("Guru Ahli Pertama - Guru Kelas"),
        T(""),
        T("10501001"),
        T("SD Negeri 1 Bangko"),
        T(""),
        T(""),
        N(8.0),
        N(6.0),
        T("u1"),
    ],
    // A post above itself is above nothing.
    &[
        T("a8"),
        T("s"),
        N(8.0),
        N(9.0),
        T("p"),
        T("Bidan Mahir"),
        T(""),
        T(""),
        T(""),
        T(""),
        T(""),
        N(7.0),
        N(5.0),
        T(""),
    ],
    &[
        T("a9"),
        T("s"),
        N(9.0),
        N(8.0),
        T("p"),
        T("Bidan Penyelia"),
        T(""),
        T(""),
        T(""),
        T(""),
        T(""),
        N(8.0),
        N(5.0),
        T(""),
    ],
];

#[test]
fn a_formasi_export_tells_the_unit_by_school_by_faskes_or_by_the_post_above() {
    let checked = Folder::new().with("formasi.xlsx", &xlsx(MENPAN)).check();
    let (dinkes, puskesmas) = ("Dinas Kesehatan", "Puskesmas Bangko");
    let mut needs = checked.needs();
    needs.sort();
    assert_eq!(
        needs,
        [
            need(dinkes, "Kepala Bidang P2P", 1, None),
            need(dinkes, "Kepala Dinas Kesehatan", 1, None),
            // The same post below two others is one need.
            need(dinkes, "Pengelola Kepegawaian", 5, None),
            need(puskesmas, "Kepala UPTD", 1, None),
            need(puskesmas, "Perawat Terampil", 5, None),
            need("SD Negeri 1 Bangko", "Guru Kelas Ahli Pertama", 6, None),
        ]
    );
    let school = checked.roster.units.iter().find(|unit| &*unit.nama == "SD Negeri 1 Bangko").unwrap();
    assert_eq!(school.kode.as_deref(), Some("10501001"));
    assert_eq!(checked.codes(), ["D-124", "D-140"], "{}", checked.text);
    assert!(
        checked.told("D-140").contains("unit 5 baris diambil dari jabatan di atasnya (Parent Nomor)"),
        "{}",
        checked.text
    );
    assert_eq!(checked.findings.iter().filter(|finding| finding.kode.code == "D-124").count(), 2);
    assert_eq!((checked.roster.rows.of(Kind::Kebutuhan).read, checked.roster.rows.of(Kind::Kebutuhan).used), (9, 7));
}

#[test]
fn the_short_formasi_export_takes_its_unit_from_the_title_or_says_once_that_it_has_none() {
    let header: &[C] = &[T("Kode"), T("Nama Jabatan"), T("ABK"), T("Kelas"), T("Terisi ASN")];
    let rows: &[&[C]] = &[
        header,
        &[T("1.1"), T("Perawat Terampil"), N(5.0), N(6.0), N(2.0)],
        &[T("1.2"), T("Bidan Mahir"), N(4.0), N(7.0), N(2.0)],
    ];
    let checked = Folder::new().with("formasi.xlsx", &xlsx(rows)).check();
    assert_eq!((checked.needs().len(), checked.codes()), (0, vec!["D-142"]), "{}", checked.text);
    assert!(checked.text.contains("2 baris kebutuhan jabatan ini tidak menyebut unitnya"), "{}", checked.text);
    let title: &[C] = &[T("OPD : DINAS KESEHATAN")];
    let titled: Vec<&[C]> = [title].into_iter().chain(rows.iter().copied()).collect();
    let checked = Folder::new().with("formasi.xlsx", &xlsx(&titled)).check();
    assert_eq!(checked.needs()[0], need("DINAS KESEHATAN", "Bidan Mahir", 4, Some(2)));
    assert_eq!(checked.text, "");
}
