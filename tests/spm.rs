//! The least number of teachers of an SD: a floor under the need that a formula makes and under the people who stay.

mod support;

use mutasi::finding::Finding;
use mutasi::law::Law;
use mutasi::model::cells::Kind;
use mutasi::model::needs::{Kebutuhan, Needs, SumberKebutuhan};
use mutasi::model::plan::Plan;
use mutasi::place;
use mutasi::settings::Settings;
use support::{EFEKTIF, Row, guru, rendered, row, sd, tables, weighed, with};

/// A small SD of so many rombel and the people at it.
fn small(rombel: &str, people: Vec<Row>) -> Vec<(Kind, Vec<Row>)> {
    vec![(Kind::Sekolah, vec![with(&sd(), &[("rombel", rombel), ("pd", "=56")])]), (Kind::Pegawai, people)]
}

/// So many people of one jabatan, at a unit if not at the school of the kit.
fn people(count: u32, jabatan: &str, month: u32, unit: &str) -> Vec<Row> {
    let one = |number| format!("1980{month:02}{number:02}2010011001");
    (1..=count).map(|n| with(&guru(), &[("nip", &one(n)), ("jabatan", jabatan), ("unit", unit)])).collect()
}

const SDN_1: &str = "SD Negeri 1 Bangko";

fn need<'a>(needs: &'a Needs, jabatan: &str) -> &'a Kebutuhan {
    needs.posts.iter().find(|post| &*post.jabatan == jabatan).unwrap().kebutuhan.as_ref().unwrap()
}

fn told<'a>(findings: &'a [Finding], code: &str) -> Vec<&'a str> {
    findings.iter().filter(|finding| finding.kode.code == code).map(|finding| finding.problem.as_str()).collect()
}

#[test]
fn the_computed_need_of_a_small_sd_is_the_least_number_of_teachers_and_shows_both_figures() {
    let (_, needs, findings) = weighed(&tables(small("=3", vec![guru()])));
    let class = need(&needs, "Guru Kelas");
    assert_eq!((class.lo, class.hi, class.sumber), (4, 4, SumberKebutuhan::Minimum));
    assert_eq!(
        class.uraian,
        "kebutuhan semua guru menurut rumus 5, batas SPM 6 guru → dipakai 6; tambahan 1 dihitung sebagai guru kelas"
    );
    let lain = &class.lain[0];
    assert_eq!((lain.lo, lain.sumber, &*lain.uraian), (3, SumberKebutuhan::Perkiraan, "3 rombel × 1 guru kelas"));
    assert_eq!((need(&needs, "Guru PAI").lo, need(&needs, "Guru PJOK").lo), (1, 1));
    assert_eq!(
        told(&findings, "K-110"),
        ["SD Negeri 1 Bangko: kebutuhan guru menurut rumus 5, batas SPM 6 guru → dipakai 6"]
    );
    assert_eq!(told(&findings, "D-162"), ["SD Negeri 1 Bangko: ada 1 guru, batas SPM 6 guru"]);
}

#[test]
fn the_minimum_holds_whether_teachers_are_told_apart_or_not() {
    let plain = || vec![with(&guru(), &[("jabatan", "Guru Ahli Pertama")])];
    for (rombel, khusus, teachers) in [("=1", "", 6), ("=3", "", 6), ("=4", "", 6), ("=5", "", 7), ("=1", "Ya", 4)] {
        for (people, heads) in [(vec![guru()], 1), (plain(), 1), (Vec::new(), 1)] {
            let mut given = small(rombel, people);
            given[0].1[0] =
                with(&given[0].1[0], &[("daerah_khusus", if khusus.is_empty() { "Tidak" } else { khusus })]);
            let (_, needs, findings) = weighed(&tables(given));
            let sum: u32 = needs.posts.iter().filter_map(|post| Some(post.kebutuhan.as_ref()?.lo)).sum();
            assert_eq!(sum, teachers + heads, "{rombel} {khusus}: {}", rendered(&findings));
            assert_eq!(told(&findings, "K-110").is_empty(), matches!(rombel, "=4" | "=5"), "{}", rendered(&findings));
        }
    }
}

#[test]
fn an_official_figure_below_the_minimum_stays_and_the_minimum_is_shown_beside_it() {
    let official = row(&[("jabatan", "Guru"), ("unit", SDN_1), ("kebutuhan", "=4")]);
    let mut given = small("=3", people(7, "Guru Ahli Pertama", 1, SDN_1));
    given.push((Kind::Kebutuhan, vec![official]));
    let (_, needs, findings) = weighed(&tables(given));
    let guru = need(&needs, "Guru");
    assert_eq!((guru.lo, guru.sumber), (4, SumberKebutuhan::Resmi));
    let minimum = guru.lain.iter().find(|lain| lain.sumber == SumberKebutuhan::Minimum).unwrap();
    assert_eq!((minimum.lo, &*minimum.uraian), (6, "paling sedikit 6 guru"));
    assert!(
        told(&findings, "K-110")[0].contains("kebutuhan guru resminya 4, batas SPM 6 guru; angka itu tetap dipakai")
    );
    // Seven are there and the figure alone would let three of them go.
    assert_eq!(needs.lantai.values().copied().collect::<Vec<_>>(), [6]);
    assert_eq!(told(&findings, "D-162"), Vec::<&str>::new());
}

#[test]
fn a_minimum_that_is_kept_or_that_nobody_can_tell_is_broken_is_no_finding() {
    let three = with(&sd(), &[("rombel", "=3"), ("pd", "=56")]);
    let twin = with(&three, &[("npsn", "10501002"), ("kecamatan", "Jangkat")]);
    let here =
        |rows: Vec<Row>| -> Vec<Row> { rows.iter().map(|row| with(row, &[("kode_unit", "10501001")])).collect() };
    let given = |certain, unsure: Vec<Row>| {
        let staff = [here(people(certain, "Guru Kelas Ahli Muda", 1, SDN_1)), unsure].concat();
        tables(vec![(Kind::Sekolah, vec![three.clone(), twin.clone()]), (Kind::Pegawai, staff)])
    };
    let told_of = |given: &_| told(&weighed(given).2, "D-162").iter().map(|told| told.to_string()).collect::<Vec<_>>();
    assert_eq!(told_of(&given(6, Vec::new())), [""; 0]);
    assert_eq!(told_of(&given(5, Vec::new())), ["SD Negeri 1 Bangko: ada 5 guru, batas SPM 6 guru"]);
    // One more may be at this school or at the other of its name.
    assert_eq!(told_of(&given(5, vec![with(&guru(), &[("nip", "198703022010012002")])])), [""; 0]);
    // Where the own need is greater than the minimum, its shortage says more; the sheet shows the minimum too.
    let (_, needs, findings) = weighed(&tables(vec![(Kind::Sekolah, vec![sd()]), (Kind::Pegawai, vec![guru()])]));
    assert_eq!(told(&findings, "D-162"), [""; 0]);
    assert_eq!(needs.catatan.values().flatten().collect::<Vec<_>>(), ["ada 1 guru, batas SPM 6 guru"]);
    // Nobody says how many of an official figure are there.
    let official = row(&[("jabatan", "Guru Kelas"), ("unit", SDN_1), ("kebutuhan", "=4")]);
    let elsewhere = with(&guru(), &[("unit", "SD Negeri 2 Bangko")]);
    let second = with(&sd(), &[("npsn", "10501002"), ("unit", "SD Negeri 2 Bangko")]);
    let given = vec![
        (Kind::Sekolah, vec![with(&three, &[("guru", "~")]), second]),
        (Kind::Pegawai, vec![elsewhere]),
        (Kind::Kebutuhan, vec![official]),
    ];
    let (_, needs, findings) = weighed(&tables(given));
    assert_eq!(told(&findings, "D-162"), [""; 0], "{}", rendered(&findings));
    assert_eq!(needs.catatan.len(), 1);
}

/// Two SD: the first has so many teachers of PAI beside three of a class, the second none at all.
fn exchange(pai: u32) -> (Plan, Needs) {
    let long_ago = |rows: Vec<Row>| -> Vec<Row> {
        rows.iter().map(|row| with(row, &[("status_asn", "PNS"), ("tmt_jabatan", "2019-01-01")])).collect()
    };
    let second = with(&sd(), &[("npsn", "10501002"), ("unit", "SD Negeri 2 Bangko")]);
    let staff = [
        people(3, "Guru Kelas Ahli Muda", 1, SDN_1),
        people(pai, "Guru PAI Ahli Muda", 2, SDN_1),
        people(6, "Guru Kelas Ahli Muda", 3, "SD Negeri 2 Bangko"),
    ];
    let given = tables(vec![(Kind::Sekolah, vec![sd(), second]), (Kind::Pegawai, long_ago(staff.concat()))]);
    let (roster, needs, findings) = weighed(&given);
    let (law, settings) = (Law::at(EFEKTIF, &Default::default()), Settings::default());
    let plan = place::plan(&roster, &needs, &law, &settings);
    assert!(plan.certificate.holds(), "{:?} {}", plan.certificate.checks, rendered(&findings));
    (plan, needs)
}

#[test]
fn a_plan_takes_nobody_out_of_an_sd_that_would_fall_below_the_minimum() {
    // Seven teachers: one of four of PAI may go to the school that has none. Six: none may.
    let to = |plan: &Plan, needs: &Needs| -> Vec<String> {
        plan.moves.iter().map(|step| needs.post(step.to).jabatan.to_string()).collect()
    };
    let (plan, needs) = exchange(4);
    assert_eq!(to(&plan, &needs), ["Guru PAI"]);
    let (plan, needs) = exchange(3);
    assert_eq!(to(&plan, &needs), Vec::<String>::new());
    // With five the school is below it already, and not taken further.
    let (plan, needs) = exchange(2);
    assert_eq!((to(&plan, &needs), needs.lantai.values().copied().collect()), (Vec::new(), vec![2]));
}

#[test]
fn an_sd_with_more_rombel_never_needs_fewer_teachers_and_no_need_is_upside_down() {
    for staff in [vec![guru()], vec![with(&guru(), &[("jabatan", "Guru Ahli Muda")])], Vec::new()] {
        let mut before = (0, 0);
        for rombel in 1..=13 {
            let (_, needs, _) = weighed(&tables(small(&format!("={rombel}"), staff.clone())));
            let known: Vec<&Kebutuhan> = needs.posts.iter().filter_map(|post| post.kebutuhan.as_deref()).collect();
            assert!(known.iter().all(|need| need.lo <= need.hi), "{rombel}");
            let sum: (u32, u32) = known.iter().fold((0, 0), |sum, need| (sum.0 + need.lo, sum.1 + need.hi));
            assert!(before.0 <= sum.0 && before.1 <= sum.1 && sum.0 > 6, "{rombel}: {before:?}, then {sum:?}");
            before = sum;
        }
    }
}
