//! Every code about what need is weighed from, provoked by a small input; its exact text is a snapshot.

mod support;

use mutasi::finding::catalogue;
use mutasi::model::cells::Kind;
use support::{Row, guru, rendered, row, sd, tables, weighed, with};

fn smp(changes: &[(&'static str, &str)]) -> Row {
    with(&with(&sd(), &[("unit", "SMP Negeri 1 Merangin"), ("npsn", "10501009"), ("bentuk", "SMP")]), changes)
}

fn puskesmas(changes: &[(&'static str, &str)]) -> Row {
    let base = row(&[("unit", "Bangko"), ("kode_unit", "P1502020101"), ("kecamatan", "Bangko")]);
    with(&with(&base, &[("kategori", "Perkotaan"), ("rawat_inap", "Rawat Inap")]), changes)
}

/// Someone at Puskesmas Bangko.
fn at_puskesmas(nip: &str, jabatan: &str) -> Row {
    with(&guru(), &[("nip", nip), ("jabatan", jabatan), ("unit", "Puskesmas Bangko")])
}

/// A task of someone at Puskesmas Bangko.
fn tugas(changes: &[(&'static str, &str)]) -> Row {
    let base = row(&[("jabatan", "Pengelola Kepegawaian"), ("unit", "Puskesmas Bangko"), ("volume", "=1200")]);
    with(&with(&base, &[("satuan", "per tahun"), ("norma", "=30")]), changes)
}

/// The smallest input that shows a code.
fn input(code: &str) -> Option<Vec<(Kind, Vec<Row>)>> {
    let school = |row: Row| Some(vec![(Kind::Pegawai, vec![guru()]), (Kind::Sekolah, vec![sd(), row])]);
    let other = |changes: &[(&'static str, &str)]| {
        with(&with(&sd(), &[("npsn", "10501002"), ("unit", "SD Negeri 2 Bangko")]), changes)
    };
    let workload = |rows: Vec<Row>| {
        let people = vec![guru(), at_puskesmas("198703022010012002", "Pengelola Kepegawaian")];
        Some(vec![(Kind::Pegawai, people), (Kind::Sekolah, vec![sd()]), (Kind::Beban, rows)])
    };
    match code {
        "D-160" => school(other(&[("rombel", "~")])),
        "D-161" => school(other(&[("rombel_1", "=2"), ("rombel_2", "=3")])),
        "D-162" => school(other(&[("rombel", "=2"), ("guru", "=5")])),
        "K-111" => workload(vec![tugas(&[("volume", "=600000"), ("norma", "=600")])]),
        "K-112" => Some(vec![
            (Kind::Pegawai, vec![guru()]),
            (Kind::Sekolah, vec![sd()]),
            (Kind::Kebutuhan, vec![row(&[("jabatan", "Guru Kelas"), ("kode_unit", "10501001"), ("kebutuhan", "=0")])]),
        ]),
        "K-110" => school(other(&[("rombel", "=2")])),
        "D-163" => Some(vec![
            (Kind::Pegawai, vec![guru(), at_puskesmas("198703022010012002", "Perawat Mahir")]),
            (Kind::Sekolah, vec![sd()]),
            (
                Kind::Puskesmas,
                vec![
                    puskesmas(&[("rawat_inap", "~")]),
                    puskesmas(&[("unit", "Jangkat"), ("kode_unit", "P1502010101"), ("kategori", "Pegunungan")]),
                ],
            ),
        ]),
        "D-164" => Some(vec![
            (
                Kind::Pegawai,
                vec![
                    guru(),
                    at_puskesmas("198703022010012002", "Perawat Mahir"),
                    at_puskesmas("198803022011012004", "Apoteker Ahli Pertama"),
                ],
            ),
            (Kind::Puskesmas, vec![puskesmas(&[])]),
            (Kind::Kebutuhan, vec![row(&[("jabatan", "Perawat"), ("unit", "Puskesmas Bangko"), ("kebutuhan", "=3")])]),
        ]),
        "D-165" => workload(vec![
            tugas(&[]),
            tugas(&[("volume", "=240"), ("norma", "~")]),
            tugas(&[("jabatan", "Perekam Medis"), ("satuan", "tiap ada"), ("norma", "lima")]),
            tugas(&[("jabatan", "Bidan"), ("ftp", "=100"), ("volume", "~"), ("norma", "~")]),
        ]),
        "D-166" => workload(vec![
            tugas(&[("waktu_efektif", "=72000")]),
            tugas(&[("waktu_efektif", "=75000")]),
            tugas(&[("waktu_efektif", "=72000"), ("satuan", "per bulan")]),
            tugas(&[("jabatan", "Perawat"), ("jenis_tugas", "Pokok"), ("waktu_efektif", "=75000")]),
        ]),
        "D-167" => school(smp(&[("pd", "~")])),
        "D-168" => school(other(&[("pd", "=420"), ("rombel", "=5")])),
        "K-108" => school(other(&[("rombel", "=5")])),
        "D-169" => school(other(&[("inklusi", "kadang")])),
        _ => None,
    }
}

#[test]
fn every_code_of_this_stage_is_provoked_and_reads_as_it_should() {
    let ours: Vec<_> = catalogue::ALL.iter().filter_map(|kode| Some((kode.code, input(kode.code)?))).collect();
    for (code, input) in ours {
        let (_, _, findings) = weighed(&tables(input));
        assert!(findings.iter().any(|finding| finding.kode.code == code), "{code}: {}", rendered(&findings));
        insta::assert_snapshot!(code, rendered(&findings));
    }
}
