//! What is said of a plan within limits: never more than holds, and which limit stands where.

use super::limits::{CASES, audited, instead, limit, limited, with};
use super::region::{Region, region};
use crate::model::batasan::BatasRun;
use crate::model::plan::{Plan, SERI, SebabKosong, Urutan};
use crate::model::susunan::{Calon, SatuLagi};
use crate::place::adil::keadilan;
use crate::place::candidates::MOST;
use crate::place::explain::Residual;
use crate::place::facts::Facts;
use crate::place::family::Case;
use crate::place::pricing;
use crate::place::telaah::{Dasar, Penjelas};
use crate::settings::Perbandingan;

fn nothing(_: &Region) -> BatasRun {
    BatasRun::default()
}

#[test]
fn an_open_post_names_the_limit_that_binds_there_and_others_none() {
    let region = region(5, 250);
    let free = limited(&region, nothing(&region));
    for limits in CASES {
        let plan = limited(&region, limits);
        let mut held = 0;
        for open in &plan.unfilled {
            let at = open.post.0 as usize;
            let more = free.posts[at].after.saturating_sub(plan.posts[at].after);
            let binds = more > 0 && open.calon > 0;
            assert_eq!(open.sebab == SebabKosong::BatasRencana, binds, "{limits:?}: {open:?}");
            assert_eq!(open.alasan.contains("tetapi terhalang batas"), binds, "{limits:?}: {open:?}");
            assert_eq!(open.saran.contains("batasnya dilonggarkan"), binds, "{limits:?}: {open:?}");
            if open.sebab == SebabKosong::CalonTerpakai {
                assert!(open.alasan.ends_with("Tanpa batas rencana pun tempat ini tetap kurang."), "{open:?}");
            }
            held += usize::from(binds);
        }
        let short = plan.kurang_after > free.kurang_after;
        assert_eq!(short, plan.is_held_short(), "{limits:?}");
        assert!(!short || held > 0, "{limits:?}: a shortage that nothing explains");
    }
    let plan = limited(&region, CASES[0]);
    let told: Vec<&str> = plan.unfilled.iter().map(|open| open.alasan.as_str()).collect();
    assert!(told.iter().any(|told| told.contains("batas 9 pegawai berpindah (terpakai 9)")), "{told:#?}");
    assert_eq!(plan.held_short_by().as_deref(), Some("batas 9 berpindah"));
    assert!(free.unfilled.iter().all(|open| !open.alasan.contains("batas rencana")));
}

#[test]
fn the_fewest_that_can_be_short_do_not_depend_on_limits() {
    let region = region(5, 250);
    let free = limited(&region, nothing(&region));
    for limits in CASES {
        let plan = limited(&region, limits);
        assert_eq!(plan.kurang_reachable, free.kurang_reachable, "{limits:?}");
    }
}

#[test]
fn one_more_holder_is_never_called_impossible_where_only_a_limit_stands_against_it() {
    let region = region(5, 250);
    let free = limited(&region, nothing(&region));
    for limits in CASES {
        let plan = limited(&region, limits);
        for open in &plan.unfilled {
            let at = open.post.0 as usize;
            let more = free.posts[at].after > plan.posts[at].after;
            let stuck = matches!(open.satu_lagi, Some(SatuLagi::Buntu(_)));
            assert!(!(more && stuck), "{limits:?}: {}", open.harga_lagi);
            assert!(!more || !open.harga_lagi.is_empty(), "{limits:?}: {open:?}");
        }
    }
}

#[test]
fn who_stays_only_for_a_limit_is_told_so() {
    let region = region(5, 250);
    let free = limited(&region, nothing(&region));
    for limits in [CASES[0], CASES[1], CASES[3]] {
        let mut own = Region {
            roster: region.roster.clone(),
            needs: region.needs.clone(),
            law: region.law.clone(),
            settings: region.settings.clone(),
        };
        limit(&mut own, limits);
        let plan = own.plan();
        let dasar = Dasar {
            roster: &own.roster,
            needs: &own.needs,
            law: &own.law,
            settings: &own.settings,
            pisah: &plan.pisah,
        };
        let penjelas = Penjelas::new(dasar, &plan);
        let stays = |plan: &Plan, id| plan.moves.iter().all(|step| step.pegawai != id);
        let held = free.moves.iter().filter(|step| stays(&plan, step.pegawai));
        let told: Vec<String> = held.filter_map(|step| penjelas.putusan(step.pegawai, None).tetap).collect();
        assert!(!told.is_empty(), "{limits:?}");
        assert!(told.iter().all(|told| !told.contains("belum dapat dilepas")), "{limits:?}: {told:#?}");
        assert!(told.iter().all(|told| !told.contains("tidak satu pun")), "{limits:?}: {told:#?}");
        assert!(told.iter().any(|told| told.contains("melampaui batas")), "{limits:?}: {told:#?}");
        for step in &plan.moves {
            let text = format!("{} {}", step.alasan, step.jika_ditolak);
            assert!(!text.contains("tidak ada susunan lain yang mungkin"), "{limits:?}: {text}");
        }
    }
}

#[test]
fn whom_a_limit_alone_keeps_out_is_a_candidate_behind_those_who_can_come_and_told_truly() {
    let (mut closed_seen, mut limited_seen, mut free_seen) = (0, 0, 0);
    for (seed, limits) in (1..5).flat_map(|seed| CASES.map(|limits| (seed, limits))) {
        let own = with(&region(seed, 60), limits);
        let plan = own.plan();
        for of in &plan.calon {
            let closed = plan.batasan.iter().flat_map(|batasan| &batasan.tertutup).filter(|(_, post)| *post == of.post);
            for (id, _) in closed.filter(|(id, _)| of.calon.len() < MOST && !of.terpilih.contains(id)) {
                let told = of.calon.iter().any(|calon| calon.pegawai == *id);
                assert!(told || of.tertahan > 0, "{limits:?}: {id:?} passes every rule and nobody says so: {of:?}");
                closed_seen += usize::from(told);
            }
            let limited = |calon: &&Calon| {
                let told = &calon.kalimat;
                told.starts_with("melampaui batas") || told.starts_with("menepati batas")
            };
            let behind = of.calon.iter().skip_while(|calon| !limited(calon));
            assert!(behind.clone().all(|calon| limited(&calon)), "{limits:?}: {of:?}");
            let free = of.calon.iter().take_while(|calon| !limited(calon));
            assert!(free.clone().map(|calon| &calon.susunan.biaya[..SERI]).is_sorted(), "{limits:?}: {of:?}");
            for calon in &of.calon {
                let other = instead(&own, &plan, &calon.susunan);
                let (cost, kept) = audited(&own, &plan, &other);
                assert!(other.moves.iter().any(|step| (step.pegawai, step.to) == (calon.pegawai, of.post)));
                assert_eq!(cost, calon.susunan.biaya, "{limits:?}");
                assert_eq!(kept, !calon.kalimat.contains("melampaui batas"), "{limits:?}: {calon:?}");
                limited_seen += usize::from(!kept);
                free_seen += usize::from(kept);
            }
        }
    }
    assert!(closed_seen > 5 && limited_seen > 20 && free_seen > 20, "{closed_seen} {limited_seen} {free_seen}");
}

#[test]
fn who_is_said_not_to_be_spared_could_come_under_no_plan_without_limits_either() {
    let mut seen = 0;
    for (seed, limits) in (1..5).flat_map(|seed| CASES.map(|limits| (seed, limits))) {
        let region = region(seed, 60);
        let free = Case::new(Facts::new(&region.roster, &region.needs, &region.law, &region.settings));
        let plan = limited(&region, limits);
        for of in &plan.calon {
            let family =
                free.families.iter().find(|family| family.posts.contains(&of.post)).expect("a post of a family");
            let problem = free.problem(family, &free.judged(family));
            let (post, solution) =
                (family.posts.binary_search(&of.post).expect("posts are sorted"), pricing::solve(&problem));
            let residual = Residual::new(&problem, &solution);
            let home = |person: usize| problem.people[person].home as usize;
            let passes =
                (0..problem.people.len()).filter(|person| home(*person) != post && problem.eligible(*person, post));
            let never = |person: &usize| {
                solution.post[*person] as usize != post && residual.regret_of_sending(*person, post).is_none()
            };
            let never = passes.filter(never).count() as u32;
            let all_told = of.calon.len() < MOST;
            assert_eq!(of.tertahan, if all_told { never } else { 0 }, "{limits:?}: {of:?}");
            seen += of.tertahan;
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn plans_beside_a_limited_one_keep_the_same_limits() {
    let mut own = region(5, 250);
    own.settings.rencana.perbandingan = Perbandingan::Ya;
    for limits in [CASES[0], CASES[3]] {
        limit(&mut own, limits);
        let plan = own.plan();
        let told = keadilan(&own.roster, &own.needs, &own.law, &own.settings, &plan);
        let most = limits.pindah.expect("a budget");
        assert!(told.sudut.iter().all(|sudut| sudut.ukuran.pindah <= most), "{:?}", told.sudut);
        assert!(told.tangan.ukuran.pindah <= most && told.tangan.ukuran.pindah > 0, "{:?}", told.tangan.ukuran);
        assert_eq!(told.sudut[1].ukuran, told.rencana.ukuran, "the plan's own order");
        let best = told.rencana.ukuran.kebutuhan - told.kurang_terkecil;
        let all = [&told.sebelum, &told.rencana, &told.tangan];
        assert!(all.iter().all(|own| own.ukuran.terisi <= best), "nobody fills more than can be filled");
        assert!(told.dibatasi.starts_with("batas "), "{}", told.dibatasi);
    }
}

#[test]
fn an_order_that_does_not_ask_for_filling_is_told_as_the_reason() {
    let mut own = region(5, 250);
    for (names, told) in [
        (&["kecocokan"][..], "tidak memuat keterisian"),
        (&["perpindahan", "keterisian"], "mendahulukan perpindahan atas keterisian"),
    ] {
        own.settings.rencana.urutan = Urutan::parse(names).expect("an order");
        let plan = own.plan();
        let open: Vec<_> = plan.unfilled.iter().filter(|open| open.sebab == SebabKosong::UrutanTujuan).collect();
        assert!(!open.is_empty(), "{names:?}");
        assert!(open.iter().all(|open| open.alasan.contains(told)), "{:#?}", open[0]);
        assert!(open.iter().all(|open| open.saran.contains("rencana.urutan")), "{:#?}", open[0]);
    }
}
