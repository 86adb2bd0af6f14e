//! Need against presence: the worked examples of the formula, precedence of official figures, and real schools.

mod support;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use mutasi::finding::Finding;
use mutasi::model::cells::Kind;
use mutasi::model::needs::{Needs, SumberKebutuhan, SumberRiil};
use mutasi::model::roster::RowCount;
use mutasi::settings::Settings;
use support::{Row, guru, rendered, row, sd, tables, weighed, weighed_as, with};

/// `Guru Kelas 6..6 riil 1` and so on, in the order of the posts.
fn posts(needs: &Needs) -> Vec<String> {
    let line = |post: &mutasi::model::needs::Post| {
        let need = post.kebutuhan.as_ref().map_or("?".into(), |need| format!("{}..{}", need.lo, need.hi));
        format!("{} {need} riil {}", post.jabatan_label(), post.riil)
    };
    needs.posts.iter().map(line).collect()
}

fn sum(needs: &Needs) -> (u32, u32) {
    let needs: Vec<_> = needs.posts.iter().filter_map(|post| post.kebutuhan.as_ref()).collect();
    (needs.iter().map(|need| need.lo).sum(), needs.iter().map(|need| need.hi).sum())
}

fn school_of(rombel: u32, people: Vec<Row>) -> Vec<(Kind, Vec<Row>)> {
    vec![(Kind::Pegawai, people), (Kind::Sekolah, vec![with(&sd(), &[("rombel", &format!("={rombel}"))])])]
}

#[test]
fn worked_examples_a_to_d_of_the_formula_hold_to_the_digit() {
    for (rombel, lo, hi) in [(6, 9, 9), (8, 11, 11), (10, 13, 15), (12, 17, 17)] {
        let (_, needs, _) = weighed(&tables(school_of(rombel, vec![guru()])));
        assert_eq!(sum(&needs), (lo, hi), "{rombel} rombel by subject");
        let elsewhere = with(&guru(), &[("unit", "SD Negeri 1 Bangko")]);
        let (_, needs, _) = weighed(&tables(school_of(rombel, vec![with(&elsewhere, &[("jabatan", "Guru Muda")])])));
        assert_eq!(sum(&needs), (lo, hi), "{rombel} rombel, subject not told");
        let (_, needs, _) = weighed(&tables(vec![school_of(rombel, vec![]).remove(1)]));
        assert_eq!(sum(&needs), (lo, hi), "{rombel} rombel, whole school");
    }
}

#[test]
fn each_figure_says_how_it_was_made() {
    let (_, needs, _) = weighed(&tables(school_of(8, vec![guru()])));
    let told: Vec<_> =
        needs.posts.iter().filter_map(|post| post.kebutuhan.as_ref()).map(|need| &*need.uraian).collect();
    let hours = "4 jam × 8 rombel ÷ 24 jam = 1,33 → 1";
    let islam = format!("{hours}; guru agama lain tidak dihitung");
    assert_eq!(told, ["8 rombel × 1 guru kelas", &*islam, hours, "1 tiap sekolah"]);
    let (_, needs, _) = weighed(&tables(school_of(10, vec![guru()])));
    let grey = needs.posts[1].kebutuhan.as_ref().unwrap();
    assert_eq!(grey.uraian, "4 jam × 10 rombel ÷ 24 jam = 1,67 → 1 sampai 2; guru agama lain tidak dihitung");
    assert_eq!(grey.place.as_ref().unwrap().to_string(), "masuk/2026-11/sekolah.xlsx › Data › F2");
}

#[test]
fn people_count_in_the_post_they_hold() {
    let people = vec![
        guru(),
        with(&guru(), &[("nip", "198703022010012002"), ("jabatan", "Guru Ahli Muda - Guru PAI")]),
        with(&guru(), &[("nip", "197503022000032003"), ("tugas_tambahan", "Kepala Sekolah")]),
        with(&guru(), &[("nip", "198803022011012004"), ("kedudukan_hukum", "CLTN")]),
        with(&guru(), &[("nip", "198903022012012005"), ("jabatan", "Penjaga Sekolah")]),
        with(&guru(), &[("nip", "=1.98901012012012e17")]),
        with(&guru(), &[("nip", "199003022013012006"), ("status_asn", "Honorer")]),
    ];
    let (roster, needs, _) = weighed(&tables(school_of(6, people)));
    assert_eq!(
        posts(&needs),
        [
            "Guru Kelas 6..6 riil 2",
            "Guru PAI 1..1 riil 1",
            "Guru PJOK 1..1 riil 0",
            "Kepala Sekolah 1..1 riil 1",
            "Penjaga Sekolah ? riil 1"
        ]
    );
    assert_eq!(needs.posts[0].tak_terbaca, 1);
    let of = |nip: &str| roster.pegawai.iter().position(|p| p.nip.digits() == nip).unwrap();
    let on_leave = of("198803022011012004");
    assert!(!needs.fills[on_leave] && needs.post_of[on_leave].is_some());
}

#[test]
fn someone_who_may_be_there_makes_no_shortage_and_no_surplus() {
    let twin = with(&sd(), &[("npsn", "10501002"), ("kecamatan", "Jangkat")]);
    let at = |nip: &str, kode: &str| with(&guru(), &[("nip", nip), ("kode_unit", kode)]);
    let five = |kode: &str, month: u8| -> Vec<Row> {
        (1..=5).map(|n| at(&format!("198{n}{month:02}012015012001"), kode)).collect()
    };
    // Twelve class teachers for two schools of one name, two of whom do not say which.
    let mut people = [five("10501001", 1), five("10501002", 2)].concat();
    people.push(with(&guru(), &[("nip", "198703022010012002")]));
    people.push(with(&guru(), &[("nip", "=1.98703022010012e17"), ("nama", "RINA")]));
    let given = |people| vec![(Kind::Pegawai, people), (Kind::Sekolah, vec![sd(), twin.clone()])];
    let (roster, needs, findings) = weighed(&tables(given(people)));
    let class: Vec<String> = posts(&needs).into_iter().filter(|post| post.starts_with("Guru Kelas")).collect();
    assert_eq!(class, ["Guru Kelas 5..6 riil 5", "Guru Kelas 5..6 riil 5"], "{}", rendered(&findings));
    assert_eq!((roster.tak_pasti.len(), roster.tak_pasti[0].units.len()), (2, 2));
    assert!(needs.posts.iter().all(|post| post.gap() != Some(1)));
    let told = rendered(&findings);
    assert!(
        told.contains("ada pegawai yang mungkin bertugas di SD Negeri 1 Bangko: Guru Kelas kurang 0 sampai 1 orang"),
        "{told}"
    );
    // A greater shortage stays one, smaller by those who may be there.
    let (_, needs, _) = weighed(&tables(given(vec![at("198601012015012001", "10501001"), guru_of_no_school()])));
    assert_eq!(posts(&needs)[0], "Guru Kelas 5..6 riil 1");
    assert_eq!(needs.posts[0].gap(), Some(-4));
}

/// A class teacher of one of the two schools of that name.
fn guru_of_no_school() -> Row {
    with(&guru(), &[("nip", "198703022010012002")])
}

#[test]
fn a_teacher_of_no_told_subject_and_no_certain_school_may_hold_any_of_its_posts() {
    let stray =
        with(&guru(), &[("nip", "198703022010012002"), ("jabatan", "Guru Ahli Muda"), ("unit", "SDN 1 Bangkoo")]);
    let (_, needs, _) = weighed(&tables(school_of(6, vec![guru(), stray])));
    assert_eq!(
        posts(&needs),
        ["Guru Kelas 5..6 riil 1", "Guru PAI 0..1 riil 0", "Guru PJOK 0..1 riil 0", "Kepala Sekolah 1..1 riil 0"]
    );
}

#[test]
fn where_one_teacher_is_only_guru_the_teachers_of_the_school_are_one_post() {
    let people = vec![
        with(&guru(), &[("jabatan", "Guru Ahli Pertama")]),
        with(&guru(), &[("nip", "198703022010012002")]),
        with(&guru(), &[("nip", "197503022000032003"), ("tugas_tambahan", "Kepala Sekolah")]),
    ];
    let (_, needs, _) = weighed(&tables(school_of(6, people)));
    assert_eq!(posts(&needs), ["Guru 8..8 riil 2", "Kepala Sekolah 1..1 riil 1"]);
}

#[test]
fn an_official_figure_counts_before_the_formula_and_both_are_kept() {
    let official = row(&[("jabatan", "Guru Kelas"), ("kode_unit", "10501001"), ("kebutuhan", "=9")]);
    let mut given = school_of(6, vec![guru()]);
    given.push((Kind::Kebutuhan, vec![official]));
    let (_, needs, findings) = weighed(&tables(given));
    let need = needs.posts[0].kebutuhan.as_ref().unwrap();
    assert_eq!((need.lo, need.hi, need.sumber), (9, 9, SumberKebutuhan::Resmi));
    let lain = &need.lain[0];
    assert_eq!((lain.lo, lain.hi, lain.sumber), (6, 6, SumberKebutuhan::Perkiraan));
    assert_eq!(lain.uraian, "6 rombel × 1 guru kelas");
    assert!(findings.iter().any(|finding| finding.kode.code == "K-101"), "{}", rendered(&findings));
}

#[test]
fn need_stated_by_jenjang_makes_posts_by_jenjang() {
    let official = |jabatan, kebutuhan| {
        row(&[("jabatan", jabatan), ("unit", "Puskesmas Bangko"), ("kebutuhan", kebutuhan), ("riil", "=9")])
    };
    let perawat = |nip, jabatan| with(&guru(), &[("nip", nip), ("jabatan", jabatan), ("unit", "UPTD PKM Bangko")]);
    let (_, needs, _) = weighed(&tables(vec![
        (
            Kind::Kebutuhan,
            vec![official("Perawat Terampil", "=5"), official("Perawat Ahli Pertama", "=3"), official("Bidan", "=4")],
        ),
        (
            Kind::Pegawai,
            vec![
                perawat("198601012015012001", "Perawat Pelaksana"),
                perawat("198703022010012002", "Perawat Mahir"),
                perawat("198803022011012004", "Bidan Ahli Muda"),
            ],
        ),
    ]));
    assert_eq!(
        posts(&needs),
        [
            "Bidan 4..4 riil 1",
            "Perawat Terampil 5..5 riil 1",
            "Perawat Mahir ? riil 1",
            "Perawat Ahli Pertama 3..3 riil 0"
        ]
    );
}

#[test]
fn a_unit_without_listed_people_is_counted_by_its_own_workbook() {
    let official = row(&[("jabatan", "Perawat"), ("unit", "Puskesmas Bangko"), ("kebutuhan", "=5"), ("riil", "=7")]);
    let (_, needs, _) = weighed(&tables(vec![(Kind::Kebutuhan, vec![official]), (Kind::Sekolah, vec![sd()])]));
    assert_eq!(posts(&needs), ["Guru 9..9 riil 8", "Perawat 5..5 riil 7"]);
    assert!(needs.posts.iter().all(|post| post.sumber_riil == SumberRiil::DataUnit));
}

#[test]
fn a_unit_of_which_nobody_counts_the_people_is_not_short() {
    let need = |jabatan, riil| {
        let row = row(&[("jabatan", jabatan), ("unit", "Puskesmas Bangko"), ("kebutuhan", "=5"), ("riil", riil)]);
        if riil.is_empty() { with(&row, &[("riil", "~")]) } else { row }
    };
    let given = |rows| vec![(Kind::Kebutuhan, rows), (Kind::Pegawai, vec![guru()])];
    let (_, needs, findings) = weighed(&tables(given(vec![need("Perawat", ""), need("Bidan", "=0")])));
    assert_eq!(posts(&needs)[..2], ["Bidan 5..5 riil 0", "Perawat ? riil 0"]);
    assert!(findings.iter().any(|finding| finding.kode.code == "K-107"), "{}", rendered(&findings));
    // A school with an official figure for class teachers only: the others are not known to be missing.
    let class = row(&[("jabatan", "Guru Kelas"), ("unit", "SDN 1 Bangko"), ("kebutuhan", "=6"), ("riil", "=5")]);
    let elsewhere = with(&sd(), &[("npsn", "10501002"), ("unit", "SD Negeri 2 Bangko")]);
    let teacher = with(&guru(), &[("unit", "SD Negeri 2 Bangko")]);
    let (_, needs, _) = weighed(&tables(vec![
        (Kind::Kebutuhan, vec![class]),
        (Kind::Pegawai, vec![teacher]),
        (Kind::Sekolah, vec![sd(), elsewhere]),
    ]));
    assert_eq!(posts(&needs)[..2], ["Guru Kelas 6..6 riil 5", "Guru Kelas 6..6 riil 1"]);
}

#[test]
fn zero_rombel_is_no_surplus_and_a_school_without_known_hours_needs_an_official_figure() {
    let slb = with(&sd(), &[("npsn", "10501009"), ("unit", "SLB Negeri 1 Merangin"), ("bentuk", "SLB")]);
    let sma = with(&sd(), &[("npsn", "10501008"), ("unit", "SMA Negeri 1 Merangin"), ("bentuk", "SMA")]);
    let mut province = Settings::default();
    province.daerah.sebutan = "Provinsi".into();
    let (_, needs, findings) = weighed_as(&tables(vec![(Kind::Sekolah, vec![sma, slb])]), &province);
    assert_eq!(posts(&needs), ["Guru ? riil 8", "Guru ? riil 8"]);
    assert!(findings.iter().any(|finding| finding.kode.code == "K-103"), "{}", rendered(&findings));
    let zero = with(&sd(), &[("rombel", "=0")]);
    let (_, needs, findings) = weighed(&tables(vec![(Kind::Sekolah, vec![zero])]));
    assert_eq!(posts(&needs), ["Guru ? riil 8"]);
    let codes: Vec<_> = findings.iter().map(|finding| finding.kode.code).collect();
    assert_eq!(codes, ["D-307", "K-104"], "{}", rendered(&findings));
}

fn smp(rombel: &str) -> Row {
    with(&sd(), &[("npsn", "10501009"), ("unit", "SMP Negeri 1 Merangin"), ("bentuk", "SMP"), ("rombel", rombel)])
}

fn at_smp(nip: &str, jabatan: &str) -> Row {
    with(&guru(), &[("nip", nip), ("jabatan", jabatan), ("unit", "SMPN 1 Merangin")])
}

fn uraian(needs: &Needs, jabatan: &str) -> String {
    let post = needs.posts.iter().find(|post| &*post.jabatan == jabatan).expect("a post of this name");
    post.kebutuhan.as_ref().expect("a need").uraian.clone()
}

#[test]
fn worked_example_e_an_smp_of_15_rombel_needs_3_teachers_of_mathematics() {
    let pd = with(&smp("=15"), &[("pd", "=460")]);
    let people = vec![
        at_smp("198601012015012001", "Guru Ahli Pertama - Guru Matematika"),
        at_smp("198703022010012002", "Guru Mata Pelajaran IPA Ahli Muda"),
        at_smp("198803022011012004", "Guru Informatika Ahli Pertama"),
    ];
    let (_, needs, findings) = weighed(&tables(vec![(Kind::Pegawai, people), (Kind::Sekolah, vec![pd])]));
    assert_eq!(
        posts(&needs),
        [
            "Guru Bahasa Indonesia 3..3 riil 0",
            "Guru Bahasa Inggris 2..2 riil 0",
            "Guru Bimbingan dan Konseling 3..3 riil 0",
            "Guru Ilmu Pengetahuan Alam 3..3 riil 1",
            "Guru Ilmu Pengetahuan Sosial 2..2 riil 0",
            "Guru Informatika 1..1 riil 1",
            "Guru Matematika 3..3 riil 1",
            "Guru PAI 1..2 riil 0",
            "Guru Pendidikan Pancasila dan Kewarganegaraan 1..2 riil 0",
            "Guru PJOK 1..2 riil 0",
            "Guru Seni Budaya 1..2 riil 0",
            "Kepala Sekolah 1..1 riil 0",
        ],
        "{}",
        rendered(&findings)
    );
    assert_eq!(uraian(&needs, "Guru Matematika"), "5 jam × 15 rombel ÷ 24 jam = 3,13 → 3");
    assert_eq!(
        uraian(&needs, "Guru Bimbingan dan Konseling"),
        "460 peserta didik ÷ (225 sampai 150) = 2,04 sampai 3,07 → 3"
    );
}

#[test]
fn rombel_by_grade_make_the_need_exact_and_carry_hours_that_differ_by_grade() {
    let by_grade = with(&smp("=15"), &[("rombel_7", "=6"), ("rombel_8", "=5"), ("rombel_9", "=4")]);
    let people = || vec![at_smp("198601012015012001", "Guru Ahli Pertama - Guru Matematika")];
    let hours = "[kebutuhan]\njam_pelajaran = [\"SMP: Guru Matematika = 4 4 5\"]\n";
    let own = Settings::parse(hours).unwrap().value;
    let given = |school: Row| tables(vec![(Kind::Pegawai, people()), (Kind::Sekolah, vec![school])]);
    let (_, needs, _) = weighed_as(&given(by_grade.clone()), &own);
    assert_eq!(uraian(&needs, "Guru Matematika"), "(4 × 6 + 4 × 5 + 5 × 4) jam ÷ 24 jam = 2,67 → 2");
    assert_eq!(needs.posts[1].kebutuhan.as_ref().unwrap().sumber, SumberKebutuhan::Rumus);
    // Without the grades only the bounds are known.
    let (_, needs, _) = weighed_as(&given(smp("=15")), &own);
    assert_eq!(
        uraian(&needs, "Guru Matematika"),
        "4 sampai 5 jam × 15 rombel ÷ 24 jam = 2,50 sampai 3,13 → 2 sampai 3"
    );
    // Grades that do not sum to the school's rombel are not used.
    let (_, needs, _) = weighed_as(&given(with(&by_grade, &[("rombel_9", "=3")])), &own);
    assert!(needs.posts.iter().all(|post| !uraian(&needs, &post.jabatan).starts_with('(')));
}

#[test]
fn an_inclusive_school_needs_a_companion_teacher_for_six_rombel() {
    for (rombel, lo, hi) in [(3, 1, 1), (6, 1, 1), (8, 1, 2), (12, 2, 2)] {
        let school = with(&sd(), &[("rombel", &format!("={rombel}")), ("inklusi", "Ya")]);
        let (_, needs, _) = weighed(&tables(vec![(Kind::Pegawai, vec![guru()]), (Kind::Sekolah, vec![school])]));
        let post = needs.posts.iter().find(|post| &*post.jabatan == "Guru Pendamping Khusus").unwrap();
        let need = post.kebutuhan.as_ref().unwrap();
        assert_eq!((need.lo, need.hi), (lo, hi), "{rombel}");
    }
}

#[test]
fn where_the_rombel_are_unknown_the_least_number_of_teachers_holds_and_nobody_is_too_many() {
    let unknown = with(&sd(), &[("rombel", "~")]);
    let (_, needs, _) = weighed(&tables(vec![(Kind::Sekolah, vec![unknown.clone()])]));
    assert_eq!(posts(&needs), ["Guru 7..8 riil 8"]);
    let khusus = with(&unknown, &[("guru", "=3"), ("daerah_khusus", "Ya")]);
    let (_, needs, _) = weighed(&tables(vec![(Kind::Sekolah, vec![khusus])]));
    assert_eq!(posts(&needs), ["Guru 5..5 riil 3"]);
    assert_eq!(needs.posts[0].gap(), Some(-2));
    assert_eq!(needs.catatan[&needs.posts[0].unit], ["ada 3 guru, batas SPM 5 guru termasuk kepala sekolah"]);
}

fn puskesmas(kategori: &str, rawat_inap: &str) -> Row {
    row(&[("unit", "Bangko"), ("kode_unit", "P1"), ("kategori", kategori), ("rawat_inap", rawat_inap)])
}

fn at_puskesmas(nip: &str, jabatan: &str) -> Row {
    with(&guru(), &[("nip", nip), ("jabatan", jabatan), ("unit", "Puskesmas Bangko")])
}

#[test]
fn a_puskesmas_has_the_minimum_of_its_kind_under_every_other_figure() {
    let people = vec![
        at_puskesmas("198601012015012001", "Perawat Mahir"),
        at_puskesmas("198703022010012002", "Sanitarian Ahli Pertama"),
        at_puskesmas("198803022011012004", "Apoteker Ahli Pertama"),
        at_puskesmas("198903022011012005", "Asisten Apoteker Terampil"),
    ];
    let official =
        |jabatan, kebutuhan| row(&[("jabatan", jabatan), ("unit", "Puskesmas Bangko"), ("kebutuhan", kebutuhan)]);
    let given = |rawat_inap, official: Vec<Row>| {
        let mut given =
            vec![(Kind::Pegawai, people.clone()), (Kind::Puskesmas, vec![puskesmas("Pedesaan", rawat_inap)])];
        given.extend((!official.is_empty()).then_some((Kind::Kebutuhan, official)));
        tables(given)
    };
    let (_, needs, _) = weighed(&given("Rawat Inap", Vec::new()));
    assert_eq!(
        posts(&needs),
        [
            "Apoteker ? riil 1",
            "Asisten Apoteker ? riil 1",
            "Bidan 7..7 riil 0",
            "Dokter 2..2 riil 0",
            "Dokter Gigi 1..1 riil 0",
            "Nutrisionis 2..2 riil 0",
            "Perawat 8..8 riil 1",
            "Pranata Laboratorium Kesehatan 1..1 riil 0",
            "Sanitarian 1..1 riil 1",
            "Tenaga Promosi Kesehatan dan Ilmu Perilaku 1..1 riil 0",
        ]
    );
    let (_, needs, findings) =
        weighed(&given("Non Rawat Inap", vec![official("Perawat", "=4"), official("Bidan", "=6")]));
    let of =
        |jabatan: &str| needs.posts.iter().find(|post| &*post.jabatan == jabatan).unwrap().kebutuhan.clone().unwrap();
    let (perawat, bidan) = (of("Perawat"), of("Bidan"));
    assert_eq!((perawat.lo, perawat.sumber), (5, SumberKebutuhan::Minimum));
    assert_eq!((perawat.lain[0].lo, perawat.lain[0].sumber), (4, SumberKebutuhan::Resmi));
    assert_eq!((bidan.lo, bidan.sumber), (6, SumberKebutuhan::Resmi));
    assert_eq!((bidan.lain[0].lo, bidan.lain[0].sumber), (4, SumberKebutuhan::Minimum));
    let told = rendered(&findings);
    assert!(told.contains("perawat di Puskesmas Bangko resminya 4, minimumnya 5 untuk puskesmas perdesaan"), "{told}");
}

/// Eight nurses of a puskesmas whose legal minimum is five, with this row of official need.
fn eight_nurses(jabatan: &str, kebutuhan: &str) -> (Needs, String) {
    let people = (1..=8).map(|at| at_puskesmas(&format!("19860101201501200{at}"), "Perawat Terampil")).collect();
    let official = row(&[("jabatan", jabatan), ("unit", "Puskesmas Bangko"), ("kebutuhan", kebutuhan)]);
    let bidan = row(&[("jabatan", "Bidan"), ("unit", "Puskesmas Bangko"), ("kebutuhan", "=4")]);
    let (_, needs, findings) = weighed(&tables(vec![
        (Kind::Pegawai, people),
        (Kind::Puskesmas, vec![puskesmas("Pedesaan", "Non Rawat Inap")]),
        (Kind::Kebutuhan, vec![official, bidan]),
    ]));
    (needs, rendered(&findings))
}

fn of_nurses(needs: &Needs) -> Vec<String> {
    posts(needs).into_iter().filter(|post| post.contains("rawat")).collect()
}

#[test]
fn no_minimum_takes_the_place_of_an_official_figure_that_cannot_be_read() {
    assert_eq!(of_nurses(&eight_nurses("Perawat", "=8").0), ["Perawat 8..8 riil 8"]);
    for unread in ["-8", "delapan", ""] {
        let (needs, told) = eight_nurses("Perawat", unread);
        assert_eq!(of_nurses(&needs), ["Perawat ? riil 8"], "{unread}: {told}");
    }
}

#[test]
fn a_misspelt_need_is_no_post_and_leaves_the_need_of_what_is_meant_unknown() {
    for misspelt in ["Prawat", "Perwat"] {
        let (needs, told) = eight_nurses(misspelt, "=8");
        assert_eq!(of_nurses(&needs), ["Perawat ? riil 8"], "{told}");
        assert!(told.contains("D-157") && told.contains("Mungkin maksud Anda “Perawat”?"), "{told}");
    }
}

/// Eight class teachers of a school of six rombel, with these rows of other workbooks beside them.
fn eight_class_teachers(beside: Vec<(Kind, Vec<Row>)>) -> (Vec<String>, String, Needs) {
    let people = (1..=8).map(|at| with(&guru(), &[("nip", &format!("19860101201501200{at}"))])).collect();
    let (_, needs, findings) = weighed(&tables([school_of(6, people), beside].concat()));
    (posts(&needs), rendered(&findings), needs)
}

fn official(jabatan: &str, unit: &str, kebutuhan: &str) -> (Kind, Vec<Row>) {
    (Kind::Kebutuhan, vec![row(&[("jabatan", jabatan), ("unit", unit), ("kebutuhan", kebutuhan)])])
}

/// A task of the class teachers.
fn of_class_teachers(volume: &str, norma: &str) -> Row {
    with(&tugas(volume, norma), &[("jabatan", "Guru Kelas"), ("unit", "SD Negeri 1 Bangko")])
}

#[test]
fn an_impossible_official_figure_is_doubted_and_unknown_until_the_office_says_it_is_right() {
    let (told, findings, needs) = eight_class_teachers(vec![official("Guru Kelas", "SD Negeri 1 Bangko", "=99999")]);
    assert_eq!(told[0], "Guru Kelas ? riil 8", "{findings}");
    assert!(findings.contains("K-111  masuk/2026-11/kebutuhan.xlsx › Data › C2"), "{findings}");
    let ragu = &needs.ragu[&mutasi::model::needs::PostId(0)];
    assert_eq!(ragu.in_words(), "angka 99.999 tidak wajar dan belum dipastikan");
    let settings = Settings::parse("[kebutuhan]\nwajar_paling_banyak = 100000\n").unwrap().value;
    let given = vec![(Kind::Pegawai, vec![guru()]), official("Guru Kelas", "SD Negeri 1 Bangko", "=99999")];
    assert_eq!(posts(&weighed_as(&tables(given), &settings).1), ["Guru Kelas 99999..99999 riil 1"]);
}

#[test]
fn a_need_under_a_misspelt_unit_leaves_that_of_the_unit_that_may_be_meant_unknown() {
    let (told, findings, needs) = eight_class_teachers(vec![official("Guru Kelas", "SD Negri 1 Bangko", "=8")]);
    assert_eq!(told[0], "Guru Kelas ? riil 8", "{findings}");
    assert!(needs.ragu.values().all(|ragu| ragu.in_words().contains("“SD Negri 1 Bangko”")));
    // Of another jabatan, or beside an official figure of its own, nothing is in doubt.
    let (told, findings, _) = eight_class_teachers(vec![official("Guru PJOK", "SD Negri 1 Bangko", "=8")]);
    assert_eq!(told[0], "Guru Kelas 6..6 riil 8", "{findings}");
    let (told, findings, _) = eight_class_teachers(vec![
        official("Guru Kelas", "SD Negri 1 Bangko", "=8"),
        official("Guru Kelas", "SD Negeri 1 Bangko", "=7"),
    ]);
    assert_eq!(told[0], "Guru Kelas 7..7 riil 8", "{findings}");
}

#[test]
fn a_misspelt_official_jabatan_is_asked_about_though_a_workload_spells_it_rightly() {
    let (told, findings, _) = eight_class_teachers(vec![
        official("Guru Klas", "SD Negeri 1 Bangko", "=8"),
        (Kind::Beban, vec![of_class_teachers("=1200", "=30")]),
    ]);
    assert_eq!(told[0], "Guru Kelas ? riil 8", "{findings}");
    assert!(findings.contains("D-157") && findings.contains("Mungkin maksud Anda “Guru Kelas”?"), "{findings}");
}

#[test]
fn an_official_jabatan_that_nobody_knows_leaves_what_it_may_mean_unknown() {
    for jabatan in ["Guru Sekolah Dasar", "Guru Agama"] {
        let (told, findings, _) = eight_class_teachers(vec![official(jabatan, "SD Negeri 1 Bangko", "=8")]);
        assert_eq!(told[0], "Guru Kelas ? riil 8", "{findings}");
        assert!(findings.contains("PERINGATAN D-157") || findings.contains("D-157"), "{findings}");
    }
    // A vacancy of a known jabatan, or of another kind, is nothing to ask about.
    for jabatan in ["Guru PJOK", "Pustakawan"] {
        let (told, findings, _) = eight_class_teachers(vec![official(jabatan, "SD Negeri 1 Bangko", "=8")]);
        assert_eq!(told[0], "Guru Kelas 6..6 riil 8", "{findings}");
        assert!(!findings.contains("D-157"), "{findings}");
    }
}

#[test]
fn part_of_the_jenjang_is_no_figure_to_compare() {
    let official = |jabatan: &str, kebutuhan: &str| {
        row(&[("jabatan", jabatan), ("unit", "SD Negeri 1 Bangko"), ("kebutuhan", kebutuhan)])
    };
    let rows = vec![official("Guru Kelas Ahli Pertama", "=2"), official("Guru Kelas Ahli Muda", "lima")];
    let (told, findings, _) = eight_class_teachers(vec![(Kind::Kebutuhan, rows)]);
    assert!(told.iter().filter(|post| post.starts_with("Guru Kelas")).all(|post| post.contains('?')), "{told:?}");
    assert!(!findings.contains("K-101"), "{findings}");
}

#[test]
fn no_formula_takes_the_place_of_a_workload_that_cannot_be_used() {
    for half in [of_class_teachers("banyak", "=60"), of_class_teachers("=1200", "~"), of_class_teachers("=1200", "=0")]
    {
        let whole = of_class_teachers("=120000", "=5");
        let (told, findings, _) = eight_class_teachers(vec![(Kind::Beban, vec![whole, half])]);
        assert_eq!(told[0], "Guru Kelas ? riil 8", "{findings}");
    }
    let nol = vec![of_class_teachers("=1200", "=0")];
    let (_, findings, _) = eight_class_teachers(vec![(Kind::Beban, nol)]);
    assert!(findings.contains("D-165") && findings.contains("norma waktu nol"), "{findings}");
}

#[test]
fn rombel_that_nobody_can_believe_make_no_teacher_too_many() {
    let people = || (1..=8).map(|at| with(&guru(), &[("nip", &format!("19860101201501200{at}"))])).collect::<Vec<_>>();
    let school = |pd: &str| {
        let school = with(&sd(), &[("rombel", "=5"), ("pd", pd)]);
        weighed(&tables(vec![(Kind::Pegawai, people()), (Kind::Sekolah, vec![school])]))
    };
    let (_, needs, findings) = school("=330");
    assert_eq!(posts(&needs)[..3], ["Guru Kelas ? riil 8", "Guru PAI ? riil 0", "Guru PJOK ? riil 0"]);
    let told = rendered(&findings);
    assert!(told.contains("D-168") && told.contains("dianggap belum diketahui"), "{told}");
    // Somewhat more pupils than there may be are a fault of the school and not of the data.
    assert_eq!(posts(&school("=160").1)[0], "Guru Kelas 5..5 riil 8");
}

#[test]
fn a_guru_mapel_of_dapodik_teaches_the_subject_of_its_column() {
    let ptk = |nip: &str, mapel: &str| {
        with(&guru(), &[("nip", nip), ("jabatan", "~"), ("jenis_ptk", "Guru Mapel"), ("mapel", mapel)])
    };
    let people = vec![
        guru(),
        ptk("198703022010012002", "PAI"),
        ptk("198803022011012004", "Pendidikan Jasmani, Olahraga, dan Kesehatan"),
        ptk("198903022012012005", "Guru Kelas SD/MI"),
    ];
    let (_, needs, findings) = weighed(&tables(school_of(6, people)));
    assert_eq!(
        posts(&needs)[..3],
        ["Guru Kelas 6..6 riil 2", "Guru PAI 1..1 riil 1", "Guru PJOK 1..1 riil 1"],
        "{}",
        rendered(&findings)
    );
    // Of no told subject, or of several, such a one may hold any post of a teacher: no post is short for certain.
    for mapel in ["~", "Matematika, IPA"] {
        let (_, needs, _) = weighed(&tables(school_of(6, vec![guru(), ptk("198703022010012002", mapel)])));
        assert_eq!(posts(&needs), ["Guru 8..8 riil 2", "Kepala Sekolah 1..1 riil 0"], "{mapel}");
    }
}

#[test]
fn one_kode_with_two_names_is_one_unit_that_either_name_finds() {
    let other = with(&guru(), &[("nip", "198703022010012002"), ("unit", "SD Negeri 1 Bngko")]);
    let unit = row(&[("unit", "SD Negeri 1 Bangko"), ("kode_unit", "10501001")]);
    let (_, needs, findings) = weighed(&tables(vec![
        (Kind::Pegawai, vec![guru(), other]),
        (Kind::Sekolah, vec![with(&sd(), &[("unit", "SD Negeri 1 Bngko")])]),
        (Kind::Unit, vec![unit]),
    ]));
    assert_eq!(posts(&needs)[0], "Guru Kelas 6..6 riil 2", "{}", rendered(&findings));
    let told: Vec<_> = findings.iter().filter(|finding| finding.kode.code == "D-308").collect();
    assert_eq!((told.len(), &*told[0].value), (1, "SD Negeri 1 Bngko"));
}

#[test]
fn posts_that_share_a_minimum_of_a_puskesmas_are_held_up_to_it_together() {
    let nurse = |number: u32| {
        let jabatan = if number < 6 { "Perawat Terampil" } else { "Perawat Ahli Pertama" };
        at_puskesmas(&format!("19860101201501200{number}"), jabatan)
    };
    let official =
        |jabatan, kebutuhan| row(&[("jabatan", jabatan), ("unit", "Puskesmas Bangko"), ("kebutuhan", kebutuhan)]);
    let given = |people: Vec<Row>, terampil| {
        tables(vec![
            (Kind::Pegawai, people),
            (Kind::Puskesmas, vec![puskesmas("Pedesaan", "Non Rawat Inap")]),
            (Kind::Kebutuhan, vec![official("Perawat Terampil", terampil), official("Perawat Ahli Pertama", "=1")]),
        ])
    };
    // Eight are there and each need alone would let six of them go; five have to stay, of the larger surplus first.
    let (_, needs, _) = weighed(&given((1..=8).map(nurse).collect(), "=1"));
    let held: Vec<(String, u32)> = needs.lantai.iter().map(|(id, n)| (needs.post(*id).jabatan_label(), *n)).collect();
    assert_eq!(held, [("Perawat Terampil".to_string(), 4)]);
    assert!(needs.minimum_bersama.iter().any(|bersama| bersama.jumlah == 5 && bersama.posts.len() == 2));
    // Where fewer than the minimum are there, all of them have to stay.
    let (_, needs, _) = weighed(&given((4..=7).map(nurse).collect(), "=1"));
    let held: Vec<u32> = needs.lantai.values().copied().collect();
    assert_eq!(held, [2, 2]);
    // Where the needs alone keep the minimum, nobody is held.
    let (_, needs, _) = weighed(&given((1..=8).map(nurse).collect(), "=4"));
    assert!(needs.lantai.is_empty());
}

#[test]
fn a_province_weighs_no_primary_school() {
    let mut province = Settings::default();
    province.daerah.sebutan = "Provinsi".into();
    let (_, needs, findings) = weighed_as(&tables(vec![(Kind::Sekolah, vec![sd()])]), &province);
    assert!(needs.posts.is_empty());
    assert_eq!(findings[0].kode.code, "K-105");
}

#[test]
fn tk_needs_a_teacher_a_rombel_and_a_head() {
    let tk = with(&sd(), &[("unit", "TK Negeri Pembina"), ("bentuk", "TK"), ("rombel", "=4"), ("pd", "=60")]);
    let teacher = with(&guru(), &[("unit", "TKN Pembina"), ("jabatan", "Guru Kelas Ahli Pertama")]);
    let (_, needs, _) = weighed(&tables(vec![(Kind::Pegawai, vec![teacher]), (Kind::Sekolah, vec![tk])]));
    assert_eq!(posts(&needs), ["Guru TK 4..4 riil 1", "Kepala Sekolah 1..1 riil 0"]);
}

/// A task of the pengelola kepegawaian of the worked example.
fn tugas(volume: &str, norma: &str) -> Row {
    row(&[
        ("jabatan", "Pengelola Kepegawaian"),
        ("unit", "Puskesmas Bangko"),
        ("volume", volume),
        ("satuan", "per tahun"),
        ("norma", norma),
    ])
}

#[test]
fn workload_makes_a_need_of_its_own_and_stands_behind_an_official_figure() {
    let staff = at_puskesmas("198601012015012001", "Pengelola Kepegawaian");
    let rows = || vec![tugas("=1200", "=30"), with(&tugas("=2400", "=20"), &[("jabatan", "~")]), tugas("=240", "=60")];
    let (roster, needs, findings) = weighed(&tables(vec![(Kind::Pegawai, vec![staff.clone()]), (Kind::Beban, rows())]));
    assert_eq!(posts(&needs), ["Pengelola Kepegawaian 1..1 riil 1"], "{}", rendered(&findings));
    let need = needs.posts[0].kebutuhan.as_ref().unwrap();
    assert_eq!(need.sumber, SumberKebutuhan::BebanKerja);
    assert_eq!(need.uraian, "ABK: WPT 98.400 menit ÷ WKE 75.000 menit per tahun = 1,31 → 1");
    assert_eq!(roster.rows.of(Kind::Beban).used, 3);

    let official = row(&[("jabatan", "Pengelola Kepegawaian"), ("unit", "Puskesmas Bangko"), ("kebutuhan", "=2")]);
    let given = vec![(Kind::Pegawai, vec![staff.clone()]), (Kind::Beban, rows()), (Kind::Kebutuhan, vec![official])];
    let (_, needs, findings) = weighed(&tables(given));
    let need = needs.posts[0].kebutuhan.as_ref().unwrap();
    assert_eq!((need.lo, need.sumber), (2, SumberKebutuhan::Resmi));
    assert_eq!((need.lain[0].lo, need.lain[0].sumber), (1, SumberKebutuhan::BebanKerja));
    let told = rendered(&findings);
    assert!(
        told.contains("kebutuhan Pengelola Kepegawaian di Puskesmas Bangko resminya 2, menurut beban kerja 1 (ABK:"),
        "{told}"
    );

    // Half a workload is no workload: with a row that lacks its time the need is unknown.
    let mut half = rows();
    half[1] = with(&half[1], &[("norma", "~")]);
    let (_, needs, findings) = weighed(&tables(vec![(Kind::Pegawai, vec![staff]), (Kind::Beban, half)]));
    assert_eq!(posts(&needs), ["Pengelola Kepegawaian ? riil 1"]);
    let codes: Vec<_> = findings.iter().map(|finding| finding.kode.code).collect();
    assert!(codes.contains(&"D-165") && codes.contains(&"K-103"), "{}", rendered(&findings));
}

#[test]
fn a_task_of_nobody_leaves_open_what_it_may_belong_to() {
    let staff = [("198601012015012001", "Pengelola Kepegawaian"), ("198601012015012002", "Arsiparis")];
    let staff: Vec<Row> = staff.map(|(nip, jabatan)| at_puskesmas(nip, jabatan)).to_vec();
    let archive = with(&tugas("=2400", "=20"), &[("jabatan", "Arsiparis")]);
    let other = with(&archive, &[("unit", "Puskesmas Jangkat")]);
    let elsewhere = with(&at_puskesmas("198601012015012003", "Arsiparis"), &[("unit", "Puskesmas Jangkat")]);
    let staff: Vec<Row> = staff.into_iter().chain([elsewhere]).collect();
    let open = |changes: &[(&'static str, &str)]| {
        let rows = vec![tugas("=2400", "=30"), archive.clone(), other.clone(), with(&tugas("=240", "=60"), changes)];
        let (roster, needs, findings) = weighed(&tables(vec![(Kind::Pegawai, staff.clone()), (Kind::Beban, rows)]));
        assert_eq!(roster.rows.of(Kind::Beban), RowCount { read: 4, used: 3 });
        let open: Vec<bool> = needs.posts.iter().map(|post| post.kebutuhan.is_none()).collect();
        (open, rendered(&findings))
    };
    let (unit, told) = open(&[("jabatan", "-")]);
    assert_eq!(unit, [true, true, false], "every jabatan of the unit may lack a task: {told}");
    assert!(told.contains("beban kerja jabatan lain di unit itu tidak dihitung"), "{told}");
    let (jabatan, told) = open(&[("jabatan", "Arsiparis"), ("unit", "!#REF!")]);
    assert_eq!(jabatan, [true, false, true], "the jabatan of any unit may lack it: {told}");
    let (sheet, told) = open(&[("jabatan", "-"), ("unit", "!#REF!")]);
    assert_eq!(sheet, [true, true, true], "{told}");
}

#[test]
fn the_office_sets_the_waktu_kerja_efektif_of_a_year() {
    let rows = vec![tugas("=1200", "=30"), tugas("=2400", "=20"), tugas("=240", "=60")];
    let staff = at_puskesmas("198601012015012001", "Pengelola Kepegawaian");
    let given = tables(vec![(Kind::Pegawai, vec![staff]), (Kind::Beban, rows)]);
    let older = Settings::parse("[kebutuhan]\nwke_menit_per_tahun = 72000\n").unwrap().value;
    let (_, needs, _) = weighed_as(&given, &older);
    assert_eq!(
        uraian(&needs, "Pengelola Kepegawaian"),
        "ABK: WPT 98.400 menit ÷ WKE 72.000 menit per tahun = 1,37 → 1"
    );
}

#[test]
fn every_row_of_workload_that_cannot_be_used_is_told_at_its_own_cell() {
    let rows = vec![
        with(&tugas("=1200", "=30"), &[("norma", "~")]),
        tugas("=2400", "=20"),
        with(&tugas("=240", "=60"), &[("satuan", "tiap ada")]),
        tugas("banyak", "=60"),
    ];
    let staff = at_puskesmas("198601012015012001", "Pengelola Kepegawaian");
    let (_, needs, findings) = weighed(&tables(vec![(Kind::Pegawai, vec![staff]), (Kind::Beban, rows)]));
    let told: Vec<String> =
        findings.iter().filter(|f| f.kode.code == "D-165").map(|f| format!("{} {}", f.place, f.problem)).collect();
    let at = |cell: &str, what: &str| {
        format!(
            "masuk/2026-11/beban.xlsx › Data › {cell} {what}; beban kerja Pengelola Kepegawaian di Puskesmas Bangko tidak \
             dihitung"
        )
    };
    let expected = [at("E2", "norma waktu kosong"), at("D4", "satuan waktu “tiap ada” tidak dikenal")];
    let sorted = |mut lines: Vec<String>| {
        lines.sort();
        lines
    };
    assert_eq!(sorted(told), sorted(expected.to_vec()), "{}", rendered(&findings));
    assert!(needs.posts[0].kebutuhan.is_none());
}

#[test]
fn a_cell_of_workload_that_cannot_be_read_is_told_once_with_what_to_type() {
    let rows = vec![
        tugas("=-5", "=30"),
        tugas("=240", "1,5 jam"),
        tugas("120 berkas", "=20"),
        with(&tugas("=240", "=20"), &[("jenis_tugas", "campuran")]),
    ];
    let staff = at_puskesmas("198601012015012001", "Pengelola Kepegawaian");
    let (_, needs, findings) = weighed(&tables(vec![(Kind::Pegawai, vec![staff]), (Kind::Beban, rows)]));
    let in_cells = |finding: &&Finding| finding.place.cell.is_some() && ["D-115", "D-165"].contains(&finding.kode.code);
    let told: Vec<Finding> = findings.iter().filter(in_cells).cloned().collect();
    assert_eq!(told.len(), 4, "{}", rendered(&findings));
    insta::assert_snapshot!("beban_tak_terbaca", rendered(&told));
    assert!(needs.posts[0].kebutuhan.is_none());
}

#[test]
fn an_official_figure_of_some_teachers_is_not_counted_again_for_one_whose_subject_is_not_told() {
    let official = row(&[("jabatan", "Guru Kelas"), ("kode_unit", "10501001"), ("kebutuhan", "=6")]);
    let plain = with(&guru(), &[("nip", "198703022010012002"), ("jabatan", "Guru Ahli Muda")]);
    let mut given = school_of(6, vec![guru(), plain]);
    given.push((Kind::Kebutuhan, vec![official]));
    let (_, needs, findings) = weighed(&tables(given));
    assert_eq!(
        posts(&needs),
        [
            "Guru ? riil 1",
            "Guru Kelas 5..6 riil 1",
            "Guru PAI 0..1 riil 0",
            "Guru PJOK 0..1 riil 0",
            "Kepala Sekolah 1..1 riil 0"
        ],
        "{}",
        rendered(&findings)
    );
}

#[test]
fn class_teachers_of_the_sources_schools_are_too_many_or_too_few() {
    for (rombel, gap) in [(8, 1), (12, -3)] {
        let nine = (1..=9).map(|n| with(&guru(), &[("nip", &format!("1980010{n}2010011001"))])).collect();
        let (_, needs, _) = weighed(&tables(school_of(rombel, nine)));
        assert_eq!((&*needs.posts[0].jabatan, needs.posts[0].gap()), ("Guru Kelas", Some(gap)), "{rombel} rombel");
    }
}

#[test]
fn workload_of_a_unit_without_counted_people_makes_no_shortage() {
    let given =
        vec![(Kind::Pegawai, vec![guru()]), (Kind::Sekolah, vec![sd()]), (Kind::Beban, vec![tugas("=9000", "=60")])];
    let (_, needs, findings) = weighed(&tables(given));
    assert!(needs.posts.iter().all(|post| &*post.jabatan != "Pengelola Kepegawaian"));
    assert!(findings.iter().any(|finding| finding.kode.code == "K-107"), "{}", rendered(&findings));
}

#[test]
fn health_workers_are_weighed_by_abk_kes_and_never_below_the_minimum() {
    let task = |jabatan: &str, changes: &[(&'static str, &str)]| {
        with(&row(&[("jabatan", jabatan), ("unit", "Puskesmas Bangko"), ("jenis_tugas", "Pokok")]), changes)
    };
    let rows = vec![
        task("Perekam Medis", &[("volume", "=15800"), ("norma", "=3")]),
        task("Perekam Medis", &[("volume", "=45000"), ("norma", "=5")]),
        task("Perekam Medis", &[("jenis_tugas", "Penunjang"), ("ftp", "4 %")]),
        task("Bidan", &[("volume", "=845"), ("sbk", "=2400")]),
        task("Bidan", &[("volume", "=197"), ("sbk", "=120")]),
    ];
    let people = vec![
        at_puskesmas("198601012015012001", "Perekam Medis Terampil"),
        at_puskesmas("198703022010012002", "Bidan Mahir"),
    ];
    let given = vec![
        (Kind::Pegawai, people),
        (Kind::Beban, rows),
        (Kind::Puskesmas, vec![puskesmas("Perkotaan", "Non Rawat Inap")]),
    ];
    let (_, needs, findings) = weighed(&tables(given));
    assert_eq!(uraian(&needs, "Perekam Medis"), "ABK-Kes: JKT 3,78 × STP 1,04 (FTP 4 %, WKT 72.000 menit) = 3,94 → 4");
    let bidan = needs.posts.iter().find(|post| &*post.jabatan == "Bidan").unwrap().kebutuhan.as_ref().unwrap();
    assert_eq!((bidan.lo, bidan.sumber), (4, SumberKebutuhan::Minimum), "{}", rendered(&findings));
    assert_eq!((bidan.lain[0].lo, bidan.lain[0].sumber), (2, SumberKebutuhan::BebanKerja));
}

#[test]
fn who_reaches_the_pension_age_within_the_horizon_is_gone_in_the_projection() {
    let young = guru();
    // Born 30 November 1967: retires on 1 December 2027, the last day of twelve months from 1 December 2026.
    let old = with(&guru(), &[("nip", "196711301990032001")]);
    let given = || tables(vec![(Kind::Pegawai, vec![young.clone(), old.clone()]), (Kind::Sekolah, vec![sd()])]);
    let (_, needs, _) = weighed(&given());
    assert_eq!(posts(&needs)[0], "Guru Kelas 6..6 riil 2");
    assert_eq!(needs.pensiun_by_post()[0].in_words(), "1");
    let shorter = Settings::parse("[kebutuhan]\nhorizon_bulan = 11\n").unwrap().value;
    let (_, needs, _) = weighed_as(&given(), &shorter);
    assert_eq!(needs.pensiun_by_post()[0].in_words(), "0");
    let none = Settings::parse("[kebutuhan]\nhorizon_bulan = 0\n").unwrap().value;
    assert!(weighed_as(&given(), &none).1.pensiun.is_empty());
}

/// Rows of the real Dapodik export as pairs of column and cell, and its plain values for counting by hand.
fn real_schools() -> Option<(Vec<Row>, Vec<Vec<Data>>)> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/real/sekolah-kab-banjar-2024.xlsx");
    if !Path::new(path).exists() {
        let _ = writeln!(std::io::stderr(), "SKIPPED: {path} is absent; it is real data and not part of the project");
        return None;
    }
    let mut workbook: Xlsx<_> = open_workbook(path).unwrap();
    let sheet = workbook.sheet_names()[0].clone();
    let range = workbook.worksheet_range(&sheet).unwrap();
    let values: Vec<Vec<Data>> = range.rows().skip(1).map(<[Data]>::to_vec).collect();
    let columns = [
        ("unit", 1),
        ("npsn", 2),
        ("bentuk", 3),
        ("status", 4),
        ("pd", 7),
        ("rombel", 8),
        ("guru", 9),
        ("kecamatan", 15),
    ];
    let cell = |value: &Data| match value {
        Data::Int(number) => format!("={number}"),
        Data::Float(number) => format!("={number}"),
        other => other.to_string(),
    };
    let as_row = |values: &Vec<Data>| columns.iter().map(|(name, col)| (*name, cell(&values[*col]))).collect();
    let rows = values.iter().map(as_row).collect();
    Some((rows, values))
}

#[test]
fn real_primary_schools_need_what_the_formula_says() {
    let Some((rows, values)) = real_schools() else { return };
    // By hand, from the sheet: first row per NPSN, state primary schools with rombel.
    let mut expected: BTreeMap<String, (i64, i64, i64)> = BTreeMap::new();
    let mut seen: BTreeMap<String, ()> = BTreeMap::new();
    let count = |value: &Data| value.to_string().parse::<f64>().unwrap() as i64;
    for value in &values {
        let npsn = value[2].to_string();
        if seen.insert(npsn.clone(), ()).is_some() {
            continue;
        }
        let (rombel, guru) = (count(&value[8]), count(&value[9]));
        let (bentuk, status) = (value[3].to_string(), value[4].to_string());
        if bentuk == "SD" && status == "Negeri" && rombel > 0 {
            let each = (rombel * 4 / 24).max(1);
            let grey = if rombel == 10 || rombel == 11 { 2 } else { 0 };
            // At least six teachers, and the head.
            let need = (rombel + 2 * each).max(6) + 1;
            expected.insert(npsn, (need, need + grey, guru));
        }
    }
    assert!(expected.len() > 300, "{} state primary schools", expected.len());

    let (roster, needs, _) = weighed(&tables(vec![(Kind::Sekolah, rows)]));
    let mut found: BTreeMap<String, (i64, i64, i64)> = BTreeMap::new();
    let (mut lebih, mut kurang) = (0, 0);
    for post in &needs.posts {
        let unit = roster.unit(post.unit);
        let (Some(need), true) = (&post.kebutuhan, unit.nama.to_uppercase().starts_with("SD")) else { continue };
        found.insert(unit.kode.as_ref().unwrap().to_string(), (need.lo.into(), need.hi.into(), post.riil.into()));
        let gap = post.gap().unwrap();
        lebih += gap.max(0);
        kurang += gap.min(0);
    }
    assert_eq!(found, expected);
    let by_hand = |f: fn(&(i64, i64, i64)) -> i64| expected.values().map(f).sum::<i64>();
    assert_eq!(lebih, by_hand(|(_, hi, guru)| (guru - hi).max(0)));
    assert_eq!(kurang, by_hand(|(lo, _, guru)| (guru - lo).min(0)));
    eprintln!("SD Negeri: {} sekolah, lebih {lebih}, kurang {}", found.len(), -kurang);
    assert!(-kurang > 5 * lebih, "shortage dwarfs surplus: {kurang} against {lebih}");
}

#[test]
fn every_level_of_an_slb_and_every_programme_is_held_to_its_own_limits() {
    // Most pupils of a rombel, fewest and most rombel of a school (domain R27); SMPLB and SMALB have none of the latter.
    for (bentuk, nama, murid, rombel) in [
        ("SDLB", "SLB Negeri Bangko", Some(5), Some((6, 30))),
        ("SLB", "SDLB Negeri Bangko", Some(5), Some((6, 30))),
        ("SMPLB", "SLB Negeri Bangko", Some(8), None),
        ("SMALB", "SLB Negeri Bangko", Some(8), None),
        ("SLB", "SLB Negeri Bangko", None, None),
        ("Paket A", "SKB Negeri Bangko", Some(20), Some((3, 36))),
        ("Paket B", "SKB Negeri Bangko", Some(25), Some((3, 36))),
        ("Paket C", "SKB Negeri Bangko", Some(30), Some((3, 36))),
        ("Kesetaraan", "SKB Negeri Bangko", None, Some((3, 36))),
        ("SKB", "SKB Negeri Bangko", None, None),
    ] {
        let mut settings = Settings::default();
        settings.daerah.sebutan = if nama.contains("LB") { "Provinsi" } else { "Kabupaten" }.into();
        let told = |rombel: u32, pd: u32| {
            let (rombel, pd) = (format!("={rombel}"), format!("={pd}"));
            let changes = [("unit", nama), ("bentuk", bentuk), ("rombel", &rombel), ("pd", &pd)];
            let (_, _, found) = weighed_as(&tables(vec![(Kind::Sekolah, vec![with(&sd(), &changes)])]), &settings);
            let bounds = ["D-168", "K-108"];
            found.iter().map(|finding| finding.kode.code).filter(|code| bounds.contains(code)).collect::<Vec<_>>()
        };
        let (least, most) = rombel.unwrap_or((1, 99));
        assert_eq!(told(least, least * murid.unwrap_or(99)), [] as [&str; 0], "{bentuk} {nama}");
        if let Some(murid) = murid {
            assert_eq!(told(least, least * murid + 1), ["D-168"], "{bentuk} {nama}");
        }
        if rombel.is_some() {
            assert_eq!(told(least - 1, 1), ["K-108"], "{bentuk} {nama}");
            assert_eq!((told(most, 1), told(most + 1, 1)), (vec![], vec!["D-168"]), "{bentuk} {nama}");
        }
    }
}
