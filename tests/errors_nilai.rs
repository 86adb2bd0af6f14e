//! What the merit level is read from: every code about it, provoked by a small input, and what a good row becomes.

mod support;

use mutasi::finding::catalogue;
use mutasi::model::aspirasi::Usulan;
use mutasi::model::cells::Kind;
use mutasi::model::kinerja::Predikat;
use mutasi::model::pegawai::Pegawai;
use mutasi::settings::Settings;
use support::{Row, checked, guru, rendered, row, sd, tables, weighed, with};

fn about_guru(changes: &[(&'static str, &str)]) -> Row {
    with(&row(&[("nip", "198601012015012001"), ("nama", "Siti Aminah")]), changes)
}

fn beside(kind: Kind, rows: Vec<Row>) -> Vec<(Kind, Vec<Row>)> {
    vec![(Kind::Pegawai, vec![guru()]), (Kind::Sekolah, vec![sd()]), (kind, rows)]
}

fn kebutuhan(changes: &[(&'static str, &str)]) -> Row {
    let base = [("jabatan", "Guru Kelas"), ("unit", "SD Negeri 1 Bangko"), ("kebutuhan", "=6")];
    with(&row(&base), changes)
}

/// The smallest input that shows a code.
fn input(code: &str) -> Option<Vec<(Kind, Vec<Row>)>> {
    match code {
        "D-170" => Some(beside(
            Kind::Kebutuhan,
            vec![kebutuhan(&[("strategis", "tinggi")]), kebutuhan(&[("jabatan", "Guru PAI"), ("strategis", "=140")])],
        )),
        "D-171" => Some(beside(
            Kind::Penilaian,
            vec![about_guru(&[("level_kerja_sama", "=6"), ("level_integritas", "baik sekali")])],
        )),
        "D-172" => Some(beside(
            Kind::Penilaian,
            vec![about_guru(&[("tahun", "=2025"), ("hasil_kerja", "memuaskan"), ("perilaku", "Sesuai Ekspektasi")])],
        )),
        "D-173" => Some(beside(
            Kind::Penilaian,
            vec![about_guru(&[
                ("tahun", "=2025"),
                ("skp_1", "Sangat Baik"),
                ("hasil_kerja", "Sesuai Ekspektasi"),
                ("perilaku", "Di Atas Ekspektasi"),
            ])],
        )),
        _ => None,
    }
}

#[test]
fn every_code_of_the_merit_level_is_provoked_and_reads_as_it_should() {
    let ours: Vec<_> = catalogue::ALL.iter().filter_map(|kode| Some((kode.code, input(kode.code)?))).collect();
    assert_eq!(ours.len(), 4);
    for (code, input) in ours {
        let findings = checked(&tables(input)).findings;
        assert!(findings.iter().any(|finding| finding.kode.code == code), "{code}: {}", rendered(&findings));
        insta::assert_snapshot!(code, rendered(&findings));
    }
}

#[test]
fn a_priority_that_names_nothing_is_told() {
    let settings =
        "[strategis]\nprioritas = [\"SD Negeri 1 Bangko = 20\", \"Dinas Pariwisata = 40\", \"guru kelas = 10\"]\n";
    let settings = Settings::parse(settings).unwrap().value;
    let (roster, needs, _) = weighed(&tables(vec![(Kind::Pegawai, vec![guru()]), (Kind::Sekolah, vec![sd()])]));
    insta::assert_snapshot!("D-174", rendered(&settings.strategis.unmatched(&roster, &needs)));
    let wrong = Settings::parse("[strategis]\nprioritas = [\"Dinas Kesehatan 40\"]\n").unwrap();
    assert!(wrong.findings.iter().any(|finding| finding.kode.code == "P-102"), "{}", rendered(&wrong.findings));
}

fn read(kind: Kind, changes: &[(&'static str, &str)]) -> Pegawai {
    checked(&tables(beside(kind, vec![about_guru(changes)]))).value.pegawai.remove(0)
}

#[test]
fn the_matrix_tells_the_predicate_that_is_not_written() {
    let given = [("tahun", "=2025"), ("hasil_kerja", "Di atas ekspektasi"), ("perilaku", "Di bawah ekspektasi")];
    let skp = read(Kind::Penilaian, &given).skp;
    assert_eq!(skp.iter().map(|skp| (skp.tahun, skp.predikat)).collect::<Vec<_>>(), [(2025, Predikat::Kurang)]);
    let written = [("skp_1", "Baik")].into_iter().chain(given).collect::<Vec<_>>();
    assert_eq!(read(Kind::Penilaian, &written).skp[0].predikat, Predikat::Baik, "what is written counts");
}

#[test]
fn figures_of_every_scale_keep_their_year() {
    let given = [("tahun", "=2021"), ("nilai_skp", "85,2"), ("skp_2", "=112"), ("skp_3", "Baik")];
    let pegawai = read(Kind::Penilaian, &given);
    let told: Vec<String> = pegawai.skp.iter().filter_map(|skp| pegawai.angka_of(skp)).map(|a| a.to_string()).collect();
    assert_eq!(pegawai.skp.iter().map(|skp| skp.tahun).collect::<Vec<_>>(), [2021, 2020, 2019]);
    assert_eq!(told, ["85,2 pada skala sampai 100", "112 pada skala sampai 120"]);
}

#[test]
fn a_bare_integritas_is_a_level_up_to_five_and_a_mark_above() {
    let level =
        read(Kind::Penilaian, &[("level_integritas", "=3"), ("level_komunikasi", "=4")]).asesmen.clone().unwrap();
    assert_eq!((level.level[0], level.level[2], level.integritas), (Some(3), Some(4), None));
    let mark = [("nilai_kompetensi", "=80"), ("level_integritas", "=85"), ("nilai_dedikasi", "=90,5")];
    let mark = read(Kind::Penilaian, &mark).asesmen.clone().unwrap();
    let printed = [mark.kompetensi, mark.integritas, mark.dedikasi].map(|nilai| nilai.unwrap().to_string());
    assert_eq!(printed, ["80", "85", "90,5"]);
    assert_eq!(mark.level[0], None);
}

#[test]
fn a_kecamatan_may_be_wished_for_by_its_word() {
    let pegawai = read(Kind::Aspirasi, &[("usulan_1", "Kec. Jangkat"), ("usulan_2", "SD Negeri 1 Bangko")]);
    let usulan = &pegawai.aspirasi.as_ref().unwrap().usulan;
    assert!(matches!(usulan[..], [Usulan::Kecamatan(_), Usulan::Unit(_)]), "{usulan:?}");
}

#[test]
fn a_need_row_tells_weight_and_skills_of_its_post() {
    let given =
        beside(Kind::Kebutuhan, vec![kebutuhan(&[("strategis", "=40"), ("keahlian", "Bahasa Isyarat, Braille")])]);
    let roster = checked(&tables(given)).value;
    let formasi = &roster.formasi[0];
    assert_eq!(formasi.strategis, Some(40));
    assert_eq!(formasi.keahlian.iter().map(|skill| &**skill).collect::<Vec<_>>(), ["Bahasa Isyarat", "Braille"]);
}
