//! What is told beside a plan against what planning anew gives: it is exact, or it says what it holds under.

use super::keputusan::decide;
use super::limits::{CASES, severe, with};
use super::region::{Region, region};
use crate::model::batasan::BatasRun;
use crate::model::keputusan::Tindakan;
use crate::model::plan::{Move, Plan, SERI};

const BATAS: &str = "salah satu susunan di dalam batas rencana";
const PASANGAN: &str = "selama unit yang tertutup bagi pasangan tetap seperti dalam rencana ini";

/// Refuses every move by itself and plans anew; how many prices told with this condition were not those of the new plan.
/// Those told without it are.
fn differing(own: &mut Region, plan: &Plan, syarat: &str) -> usize {
    let mut differing = 0;
    for step in &plan.moves {
        let Some(lain) = &step.lain else { continue };
        decide(own, step.pegawai, Tindakan::Tolak, Some(step.to), None);
        let anew = own.plan();
        own.roster.keputusan.list.pop();
        let exact = (0..SERI).all(|level| anew.total[level] - plan.total[level] == lain.biaya[level]);
        assert!(exact || step.jika_ditolak.contains(syarat), "{}", step.jika_ditolak);
        differing += usize::from(!exact);
    }
    differing
}

#[test]
fn what_refusing_a_move_takes_under_limits_is_exact_or_told_as_one_arrangement_within_them() {
    let mut found = 0;
    let tight = BatasRun { pindah: Some(10), masuk: Some(2), keluar: Some(2), rantai: Some(2) };
    for (seed, limits) in (1..7).flat_map(|seed| [CASES[1], tight].map(|limits| (seed, limits))) {
        let mut own = with(&region(seed, 120), limits);
        let plan = own.plan();
        found += differing(&mut own, &plan, BATAS);
        for step in plan.moves.iter().filter(|step| step.lain.is_some()) {
            let ends = step.jika_ditolak.ends_with("; penyusunan ulang dapat memberi yang lebih baik.");
            assert_eq!(step.jika_ditolak.contains(BATAS), ends, "{}", step.jika_ditolak);
        }
    }
    assert!(found > 0, "no case in which planning anew does better");
}

#[test]
fn where_no_limit_binds_nothing_is_added_and_the_price_of_a_refusal_is_exact() {
    let wide = BatasRun { pindah: Some(10_000), ..BatasRun::default() };
    for limits in [BatasRun::default(), wide] {
        let mut own = with(&region(5, 60), limits);
        let plan = own.plan();
        assert_eq!(differing(&mut own, &plan, BATAS), 0);
        assert!(
            plan.moves
                .iter()
                .all(|step| !format!("{} {}", step.alasan, step.jika_ditolak).contains("susunan di dalam"))
        );
    }
}

#[test]
fn what_is_told_beside_closed_units_of_couples_says_that_they_stay_closed() {
    let mut kept = 0;
    for seed in 1..6 {
        let mut own = region(seed, 120);
        let to = |step: &Move| own.needs.post(step.to).unit;
        let moves = own.plan().moves;
        let mut pairs: Vec<[usize; 2]> = Vec::new();
        for (at, step) in moves.iter().enumerate() {
            let other = moves[at + 1..].iter().find(|other| to(other) == to(step));
            let pair = other.map(|other| [step.pegawai, other.pegawai].map(|id| id.0 as usize));
            pairs.extend(pair.filter(|pair| pairs.iter().flatten().all(|known| !pair.contains(known))));
        }
        for [one, other] in pairs {
            own.roster.pegawai[one].nip_pasangan = Some(own.roster.pegawai[other].nip);
            own.roster.pegawai[other].nip_pasangan = Some(own.roster.pegawai[one].nip);
        }
        own.law = severe("A-121");
        let plan = own.plan();
        let told = |text: &str| text.contains(PASANGAN);
        if plan.pisah.is_empty() {
            assert!(plan.moves.iter().all(|step| !told(&step.jika_ditolak)));
        } else {
            assert!(plan.moves.iter().any(|step| told(&step.jika_ditolak)));
            kept += 1;
        }
    }
    assert!(kept > 0, "nobody is kept apart");
}

#[test]
fn posts_that_only_the_choice_of_moves_by_wish_keeps_open_are_told_so() {
    let mut own = region(7, 250);
    let free = own.plan();
    own.law = severe("A-152");
    let plan = own.plan();
    assert!(plan.moves.is_empty(), "nobody has wished for anything");
    let mut told = 0;
    for open in &plan.unfilled {
        let by_choice = open.tindak_lanjut.batas;
        assert_eq!(by_choice > 0, open.saran.contains("A-152"), "{open:?}");
        assert_eq!(
            open.tindak_lanjut.formasi + by_choice + open.tindak_lanjut.selain_formasi() - by_choice,
            open.kurang
        );
        let filled = free.posts[open.post.0 as usize].after > plan.posts[open.post.0 as usize].after;
        let direct = free.moves.iter().any(|step| step.to == open.post && spared(&own, &free, step));
        assert!(!(filled && direct) || by_choice > 0, "the plan without the choice fills it: {open:?}");
        told += usize::from(by_choice > 0);
    }
    assert!(told > 5 && free.kurang_after < plan.kurang_after, "{told}");
    assert!(free.unfilled.iter().all(|open| !open.saran.contains("A-152")));
}

/// Whether someone leaves a post that has more than it needs.
fn spared(own: &Region, plan: &Plan, step: &Move) -> bool {
    own.needs.post(step.from).gap().is_some_and(|gap| gap > 0) && plan.posts[step.from.0 as usize].after > 0
}

#[test]
fn a_force_that_a_limit_stops_names_the_forces_that_share_it_and_no_others() {
    let (mut seen, mut elsewhere) = (0, 0);
    for seed in 1..5 {
        let mut own = with(&region(seed, 120), BatasRun { masuk: Some(1), ..BatasRun::default() });
        let free = with(&own, BatasRun::default()).plan();
        for step in &free.moves {
            decide(&mut own, step.pegawai, Tindakan::Setuju, Some(step.to), None);
        }
        let plan = own.plan();
        let unit = |post| own.needs.post(post).unit;
        let nama = |step: &Move| format!("untuk {} (", own.roster.pegawai(step.pegawai).nama.as_str());
        for (step, hasil) in free.moves.iter().zip(&plan.keputusan) {
            let told = hasil.in_words();
            let Some((_, named)) = told.split_once("didahulukan keputusan lain: ") else { continue };
            if !told.contains("pegawai masuk ke") {
                continue;
            }
            let shares = |other: &Move| unit(other.to) == unit(step.to) && unit(other.from) != unit(other.to);
            let sharing: Vec<String> = plan.moves.iter().filter(|other| shares(other)).map(nama).collect();
            assert!(sharing.iter().any(|nama| named.contains(nama)), "{told}");
            // Names of made-up people come more than once.
            for other in plan.moves.iter().filter(|other| !shares(other) && !sharing.contains(&nama(other))) {
                assert!(!named.contains(&nama(other)), "{told}");
                elsewhere += usize::from(unit(other.from) == unit(step.from));
            }
            seen += 1;
        }
    }
    assert!(seen > 3 && elsewhere > 0, "{seen} {elsewhere}");
}
