//! Every code about puskesmas, aspirasi, penilaian, hukuman disiplin and survei, provoked by a small input; its exact
//! text is a snapshot.

mod support;

use mutasi::finding::{Finding, catalogue};
use mutasi::model::cells::Kind;
use proptest::prelude::*;
use support::{Row, checked, guru, rendered, row, sd, tables, with};

fn puskesmas(changes: &[(&'static str, &str)]) -> Row {
    let base = row(&[("unit", "Bangko"), ("kode_unit", "P1502020101"), ("kecamatan", "Bangko")]);
    with(&base, changes)
}

/// A row of a list about the teacher of `guru`.
fn about_guru(changes: &[(&'static str, &str)]) -> Row {
    with(&row(&[("nip", "198601012015012001"), ("nama", "Siti Aminah")]), changes)
}

fn survei(changes: &[(&'static str, &str)]) -> Row {
    with(&row(&[("unit", "SDN 1 Bangko"), ("ikm", "=82.5"), ("periode", "Semester I 2026")]), changes)
}

/// The smallest input that shows a code.
fn input(code: &str) -> Option<Vec<(Kind, Vec<Row>)>> {
    let beside = |kind: Kind, rows: Vec<Row>| {
        Some(vec![(Kind::Pegawai, vec![guru()]), (Kind::Sekolah, vec![sd()]), (kind, rows)])
    };
    let marked = |kind: Kind, own: &[(&'static str, &str)], rows: Vec<Row>| {
        Some(vec![(Kind::Pegawai, vec![with(&guru(), own)]), (Kind::Sekolah, vec![sd()]), (kind, rows)])
    };
    match code {
        "D-131" => beside(
            Kind::Penilaian,
            vec![
                about_guru(&[("nip", "198601012015012002"), ("jpm", "=80")]),
                about_guru(&[("nip", "197503142000032004"), ("nama", "RINA MARLINA"), ("jpm", "=80")]),
            ],
        ),
        "D-132" => beside(
            Kind::Puskesmas,
            vec![
                puskesmas(&[("koordinat", "0, 0")]),
                puskesmas(&[("kode_unit", "P2"), ("unit", "Tabir"), ("koordinat", "48.85, 2.35")]),
                puskesmas(&[("kode_unit", "P3"), ("unit", "Pamenang"), ("koordinat", "samping pasar")]),
                puskesmas(&[("kode_unit", "P4"), ("unit", "Jangkat"), ("lintang", "-2,5")]),
                puskesmas(&[("kode_unit", "P6"), ("unit", "Muara Siau"), ("lintang", "=0"), ("bujur", "=0")]),
                puskesmas(&[("kode_unit", "P5"), ("unit", "Sungai Manau"), ("koordinat", "102.29501, -2.09933")]),
            ],
        ),
        "D-133" => beside(
            Kind::Puskesmas,
            vec![puskesmas(&[("kategori", "Pegunungan"), ("rawat_inap", "24 jam"), ("akreditasi", "A")])],
        ),
        "D-134" => beside(Kind::Aspirasi, vec![about_guru(&[("bersedia", "tergantung")])]),
        "D-135" => {
            beside(Kind::Penilaian, vec![about_guru(&[("jpm", "tinggi"), ("asesmen", "=120")])]).map(|mut given| {
                given
                    .push((Kind::Survei, vec![survei(&[("ikm", "=5")]), survei(&[("ikm", "-"), ("periode", "2025")])]));
                given
            })
        }
        "D-136" => beside(Kind::Penilaian, vec![about_guru(&[("kotak", "=10")])]),
        "D-137" => beside(Kind::Survei, vec![survei(&[("periode", "tahun lalu")])]),
        "D-138" => {
            beside(Kind::Aspirasi, vec![about_guru(&[("usulan_1", "SDN 1 Bangkoo"), ("usulan_2", "Dinas Pariwisata")])])
        }
        "D-139" => beside(Kind::Penilaian, vec![about_guru(&[("skp_1", "Baik")])]),
        "D-311" => beside(
            Kind::Aspirasi,
            vec![about_guru(&[("bersedia", "Ya")]), about_guru(&[("bersedia", "Tidak")])],
        )
        .map(|mut given| {
            let year = |tahun: &str, predikat: &str| about_guru(&[("tahun", tahun), ("skp_1", predikat)]);
            given.push((Kind::Penilaian, vec![year("=2024", "Baik"), year("=2023", "Baik"), year("=2024", "Kurang")]));
            let light = about_guru(&[("tingkat", "Ringan"), ("mulai", "01-03-2026")]);
            given.push((Kind::Hukdis, vec![light.clone(), light]));
            given
        }),
        "D-312" => marked(
            Kind::Penilaian,
            &[("skp_1", "Baik")],
            vec![about_guru(&[("tahun", "=2025"), ("skp_1", "Butuh Perbaikan")])],
        ),
        "D-313" => marked(
            Kind::Hukdis,
            &[("hukdis_tingkat", "Ringan"), ("hukdis_mulai", "01-03-2026"), ("hukdis_akhir", "01-03-2027")],
            vec![about_guru(&[("tingkat", "Sedang"), ("mulai", "01-03-2026"), ("akhir", "01-09-2027")])],
        ),
        "D-314" => beside(Kind::Survei, vec![survei(&[]), survei(&[("ikm", "=90")])]),
        "D-315" => beside(Kind::Aspirasi, vec![about_guru(&[("nama", "RINA MARLINA"), ("bersedia", "Ya")])]),
        "D-316" => beside(
            Kind::Hukdis,
            vec![
                about_guru(&[("nip", "19860101201501200"), ("tingkat", "Berat"), ("mulai", "01-03-2026")]),
                about_guru(&[("nip", ""), ("tingkat", "Sedang"), ("mulai", "01-03-2026")]),
                about_guru(&[("nip", "198601012015012002"), ("tingkat", "Sedang"), ("mulai", "01-03-2026")]),
                about_guru(&[("nip", ""), ("nama", "RINA MARLINA"), ("tingkat", "Sedang"), ("mulai", "01-03-2026")]),
                about_guru(&[("nip", ""), ("nama", "SITI AMINA"), ("tingkat", "Sedang"), ("mulai", "01-03-2026")]),
            ],
        ),
        _ => None,
    }
}

fn found(given: Vec<(Kind, Vec<Row>)>) -> Vec<Finding> {
    checked(&tables(given)).findings
}

#[test]
fn every_code_of_these_kinds_is_provoked_and_reads_as_it_should() {
    let ours: Vec<_> = catalogue::ALL.iter().filter_map(|kode| Some((kode.code, input(kode.code)?))).collect();
    assert_eq!(ours.len(), 15);
    for (code, input) in ours {
        let findings = found(input);
        assert!(findings.iter().any(|finding| finding.kode.code == code), "{code}: {}", rendered(&findings));
        insta::assert_snapshot!(code, rendered(&findings));
    }
}

#[test]
fn lists_without_any_personnel_workbook_are_told_once_each() {
    let rows = || vec![about_guru(&[("jpm", "=80")]), about_guru(&[("nip", "198703022010012002"), ("jpm", "=80")])];
    let findings = found(vec![(Kind::Penilaian, rows()), (Kind::Aspirasi, rows()), (Kind::Sekolah, vec![sd()])]);
    insta::assert_snapshot!("daftar_tanpa_pegawai", rendered(&findings));
}

#[test]
fn a_punishment_that_cannot_be_read_is_told_by_grade_or_by_kind() {
    let findings = found(vec![
        (Kind::Pegawai, vec![guru()]),
        (Kind::Sekolah, vec![sd()]),
        (
            Kind::Hukdis,
            vec![
                about_guru(&[("jenis", "sesuai SK")]),
                about_guru(&[("jenis", "-")]),
                about_guru(&[("tingkat", "lumayan"), ("mulai", "2 Mei 2026"), ("akhir", "1 Mei 2026")]),
            ],
        ),
    ]);
    insta::assert_snapshot!("hukdis_tak_terbaca", rendered(&findings));
}

const COLUMNS: [(Kind, &[&str]); 5] = [
    (
        Kind::Puskesmas,
        &[
            "kode_unit",
            "unit",
            "kecamatan",
            "akreditasi",
            "kategori",
            "rawat_inap",
            "koordinat",
            "lintang",
            "bujur",
            "luas",
            "penduduk",
        ],
    ),
    (Kind::Aspirasi, &["nip", "nama", "minat", "usulan_1", "usulan_2", "usulan_3", "bersedia", "alasan", "keberatan"]),
    (Kind::Penilaian, &["nip", "nama", "tahun", "skp_1", "skp_2", "skp_3", "nilai_skp", "jpm", "asesmen", "kotak"]),
    (Kind::Hukdis, &["nip", "nama", "tingkat", "jenis", "mulai", "akhir"]),
    (Kind::Survei, &["kode_unit", "unit", "ikm", "periode", "responden"]),
];

/// Texts that look like something, and texts that look like nothing.
fn cell_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,24}",
        "[=!?]?[0-9.,eE+-]{0,20}",
        "[-0-9.,;°'\" LSBTNE]{0,24}",
        "[0-9]{1,2}[-/. ][0-9A-Za-zé]{1,9}[-/. ][0-9]{2,5}",
        Just("198601012015012001".to_string()),
        Just("SDN 1 Bangko".to_string()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_cell_text_of_a_list_stops_the_run(texts in proptest::collection::vec(cell_text(), 41 * 3)) {
        let mut texts = texts.into_iter().cycle();
        let mut given = vec![(Kind::Pegawai, vec![guru()]), (Kind::Sekolah, vec![sd()])];
        for (kind, columns) in COLUMNS {
            let rows = (0..3).map(|_| columns.iter().map(|name| (*name, texts.next().unwrap_or_default())).collect());
            given.push((kind, rows.collect()));
        }
        let tables = tables(given);
        let noted = checked(&tables);
        for kind in Kind::ALL {
            let rows = noted.value.rows.of(kind);
            prop_assert!(rows.used <= rows.read, "{kind:?} {rows:?}");
        }
        prop_assert_eq!(noted.findings, checked(&tables).findings);
    }
}
