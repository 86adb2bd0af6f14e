//! Limits on the whole plan against brute force, and on regions with their audit.

use std::collections::BTreeMap;

use super::Random;
use super::region::{Region, region, shuffled};
use super::small::{case, every_plan};
use super::totals::{crossed as crossed_totals, with_totals};
use crate::law::{Law, Override, Tingkat};
use crate::model::batasan::{Batas, BatasRun};
use crate::model::fixture;
use crate::model::plan::{LEVELS, Move, Plan, SERI};
use crate::model::susunan::{SatuLagi, Susunan};
use crate::model::total::BatasTotal;
use crate::model::unit::UnitId;
use crate::place::audit;
use crate::place::facts::Facts;
use crate::place::limits::{Bench, Room, chains};
use crate::place::problem::Price;

/// Families with bounds on totals, each unit of which is one of them; posts of none lie in a unit of their own.
fn rooms_with_totals(random: &mut Random, sizes: &[(usize, usize)]) -> Vec<Room> {
    let room = |&(people, posts): &(usize, usize)| {
        let crossed = random.chance(40);
        let problem = if crossed { crossed_totals(random) } else { with_totals(random, people, posts) }.problem;
        let units = problem.posts.iter().map(|post| UnitId(post.group.unwrap_or(8))).collect();
        Room::new(problem, units)
    };
    sizes.iter().map(room).collect()
}

/// Families whose posts lie in three units.
fn rooms(random: &mut Random, sizes: &[(usize, usize)]) -> Vec<Room> {
    let room = |&(people, posts): &(usize, usize)| {
        let problem = case(random, people, posts).problem;
        let units = (0..posts).map(|_| UnitId(random.below(3) as u32)).collect();
        Room::new(problem, units)
    };
    sizes.iter().map(room).collect()
}

type Used = BTreeMap<Batas, u32>;

/// Every plan of a room: what it costs, how many move in each limit, its longest chain.
fn plans(room: &Room) -> Vec<(Price, Used, usize)> {
    let mut all = Vec::new();
    every_plan(&room.problem, &mut |seats, price| {
        let mut used = Used::new();
        room.count(seats, &mut |row| *used.entry(row).or_default() += 1);
        all.push((price, used, chains::longest(&room.problem, seats)));
    });
    all
}

/// The least cost of plans of all rooms together that keep the limits.
fn best(rooms: &[Room], limits: &BatasRun) -> Price {
    let fits = |used: &Used| used.iter().all(|(row, used)| limits.of(*row).is_none_or(|cap| *used <= cap));
    let mut all = vec![(Price::default(), Used::new())];
    for room in rooms {
        let own = plans(room);
        let own = own.iter().filter(|plan| limits.rantai.is_none_or(|most| plan.2 <= most as usize));
        let own: Vec<_> = own.filter(|plan| fits(&plan.1)).collect();
        let joined = all.iter().flat_map(|(price, used)| {
            own.iter().map(move |plan| {
                let mut used = used.clone();
                plan.1.iter().for_each(|(row, own)| *used.entry(*row).or_default() += own);
                (*price + plan.0, used)
            })
        });
        all = joined.filter(|(_, used)| fits(used)).collect();
    }
    all.into_iter().map(|plan| plan.0).min().expect("nobody moving keeps every limit")
}

/// Makes families of these sizes.
type Rooms = fn(&mut Random, &[(usize, usize)]) -> Vec<Room>;

/// Solves random families within limits; answers in how many limits cost something, how many of these were proven best,
/// how many up to the tie, and how many were the best.
fn against_brute_force(seed: u64, rounds: usize, limits: impl Fn(&mut Random) -> BatasRun) -> [usize; 4] {
    of_rooms_against_brute_force(rooms, |bench| bench, seed, rounds, limits)
}

fn of_rooms_against_brute_force(
    rooms: Rooms,
    sized: fn(Bench) -> Bench,
    seed: u64,
    rounds: usize,
    limits: impl Fn(&mut Random) -> BatasRun,
) -> [usize; 4] {
    let mut random = Random(seed);
    let mut seen = [0; 4];
    for round in 0..rounds {
        let sizes: &[(usize, usize)] = if round % 2 == 0 { &[(6, 4)] } else { &[(4, 3), (4, 3)] };
        let rooms = rooms(&mut random, sizes);
        let limits = limits(&mut random);
        let (free, limited) = (best(&rooms, &BatasRun::default()), best(&rooms, &limits));
        assert!(limited >= free, "a limit never improves");
        let mut bench = sized(Bench::new(rooms, limits, vec![7, 5, 6]));
        let gap = bench.settle().gap;
        let cost = bench.rooms.iter().fold(Price::default(), |sum, room| sum + room.cost(&room.solution.post));
        let mut used = Used::new();
        for room in &bench.rooms {
            room.count(&room.solution.post, &mut |row| *used.entry(row).or_default() += 1);
            assert!(
                limits.rantai.is_none_or(|most| chains::longest(&room.problem, &room.solution.post) <= most as usize),
                "round {round}"
            );
            assert!(room.keeps_bounds(&room.solution.post), "round {round}");
        }
        assert!(
            used.iter().all(|(row, used)| limits.of(*row).is_none_or(|cap| *used <= cap)),
            "round {round}: {used:?}"
        );
        assert!(cost >= limited && cost - gap <= limited, "round {round}: {cost:?}, {gap:?}, {limited:?}");
        if limited > free {
            let goals = gap.0[..SERI].iter().all(|level| *level == 0);
            [true, gap == Price::default(), goals, cost == limited]
                .iter()
                .zip(&mut seen)
                .for_each(|(yes, sum)| *sum += usize::from(*yes));
        }
    }
    println!("seed {seed}: {seen:?}");
    seen
}

#[test]
fn a_budget_of_moves_is_kept_and_used_as_brute_force_does() {
    let [binding, proven, goals, found] = against_brute_force(41, 400, |random| BatasRun {
        pindah: Some(1 + random.below(3) as u32),
        ..BatasRun::default()
    });
    assert!(binding > 100 && proven * 10 > binding * 9 && goals >= proven && found * 20 > binding * 19);
}

#[test]
fn caps_on_who_comes_to_and_leaves_a_unit_are_kept_as_brute_force_does() {
    let [binding, proven, goals, found] = against_brute_force(42, 400, |random| BatasRun {
        masuk: Some(1 + random.below(2) as u32),
        keluar: random.chance(50).then(|| 1 + random.below(2) as u32),
        ..BatasRun::default()
    });
    assert!(binding > 50 && proven * 10 > binding * 6 && goals >= proven && found * 10 > binding * 7);
}

#[test]
fn caps_too_many_to_fit_one_by_one_are_kept_and_their_bound_is_never_above_the_best_plan() {
    let caps = |random: &mut Random| BatasRun {
        masuk: Some(1 + random.below(2) as u32),
        keluar: random.chance(50).then(|| 1 + random.below(2) as u32),
        pindah: random.chance(30).then(|| 2 + random.below(3) as u32),
        rantai: None,
    };
    let [binding, proven, _, found] = of_rooms_against_brute_force(rooms, Bench::like_a_large_region, 46, 400, caps);
    assert!(binding > 50 && proven * 10 > binding * 9 && found * 20 > binding * 19);
    let [binding, proven, _, found] =
        of_rooms_against_brute_force(rooms_with_totals, Bench::like_a_large_region, 47, 300, caps);
    assert!(binding > 20 && proven * 10 > binding * 9 && found * 20 > binding * 19);
}

#[test]
fn budget_and_caps_together_are_kept() {
    let [binding, proven, _, found] = against_brute_force(43, 300, |random| BatasRun {
        pindah: Some(1 + random.below(3) as u32),
        masuk: Some(1 + random.below(2) as u32),
        keluar: Some(1 + random.below(2) as u32),
        rantai: None,
    });
    assert!(binding > 100 && proven * 10 > binding * 6 && found * 10 > binding * 7);
}

#[test]
fn chains_are_no_longer_than_they_may_be() {
    let [binding, _, _, found] = against_brute_force(44, 600, |random| BatasRun {
        rantai: Some(1 + random.below(2) as u32),
        ..BatasRun::default()
    });
    assert!(binding > 10 && found * 10 > binding * 9);
}

#[test]
fn limits_and_bounds_on_totals_are_kept_together_and_the_gap_is_never_less_than_brute_force_says() {
    let [binding, proven, goals, found] = of_rooms_against_brute_force(
        rooms_with_totals,
        |bench| bench,
        45,
        500,
        |random| {
            let some = |random: &mut Random, percent: u64| random.chance(percent).then(|| 1 + random.below(2) as u32);
            BatasRun {
                pindah: random.chance(60).then(|| 1 + random.below(4) as u32),
                masuk: some(random, 40),
                keluar: some(random, 30),
                rantai: some(random, 20),
            }
        },
    );
    assert!(binding > 60 && proven * 10 > binding * 6 && goals >= proven && found * 10 > binding * 9);
}

/// What is asked of a plan under totals and limits, and the plan.
fn with_both(region: &Region, total: BatasTotal, limits: BatasRun) -> (Region, Plan) {
    let mut own = Region {
        roster: region.roster.clone(),
        needs: region.needs.clone(),
        law: region.law.clone(),
        settings: region.settings.clone(),
    };
    own.settings.rencana.total = total;
    limit(&mut own, limits);
    let plan = own.plan();
    (own, plan)
}

const TOTALS: [BatasTotal; 3] = [
    BatasTotal { unit: Some(0), opd: None, kecamatan: None },
    BatasTotal { unit: Some(1), opd: None, kecamatan: Some(0) },
    BatasTotal { unit: None, opd: Some(1), kecamatan: None },
];

#[test]
fn the_audit_accepts_plans_that_keep_totals_and_limits_together_and_tells_every_false_price() {
    let region = region(5, 120);
    let (mut weighed, mut closed) = (0, 0);
    for (total, limits) in TOTALS.into_iter().cycle().zip(CASES) {
        let (_, free) = with_both(&region, total, BatasRun::default());
        let (asked, plan) = with_both(&region, total, limits);
        assert!(plan.certificate.holds(), "{total:?} {limits:?}: {:#?}", plan.certificate);
        let batasan = plan.batasan.as_ref().expect("limits are told");
        println!("{total:?} {limits:?}: {} of {} moves, {}", plan.moves.len(), free.moves.len(), batasan.bukti);
        // The ladder was settled before any limit.
        assert_eq!(plan.totals.tangga, free.totals.tangga);
        assert!(plan.total >= free.total && limits.pindah.is_none_or(|most| plan.moves.len() <= most as usize));
        let binds = !(batasan.harga.is_empty() && batasan.proven());
        assert_eq!(batasan.bukti.contains("lebih merata"), binds, "{}", batasan.bukti);
        assert_eq!(plan.totals.kurang_merata, binds);
        assert_eq!(batasan.harga_sendiri.is_some(), !batasan.tertutup.is_empty());
        weighed +=
            usize::from(!batasan.harga.is_empty() && plan.totals.list.iter().any(|own| own.price != [0; LEVELS]));
        closed += usize::from(batasan.harga_sendiri.is_some());
        let holds =
            |plan: &Plan| audit::certify(&asked.roster, &asked.needs, &asked.law, &asked.settings, plan).holds();
        let mut spoilt = plan.clone();
        spoilt.totals.list[0].price[1] += 1_000;
        assert!(!holds(&spoilt), "a price of a total");
        let mut spoilt = plan.clone();
        spoilt.batasan.as_mut().expect("limits are told").selisih[4] += 1;
        assert!(!holds(&spoilt), "a false gap");
    }
    assert!(weighed > 1 && closed > 0, "{weighed} {closed}");
}

/// The plan that something told beside it stands for.
pub(super) fn instead(region: &Region, plan: &Plan, susunan: &Susunan) -> Plan {
    let mut other = plan.clone();
    for step in &susunan.langkah {
        let at = plan.moves.iter().position(|own| own.pegawai == step.pegawai);
        let from = region.needs.post_of[step.pegawai.0 as usize].expect("people hold posts");
        let before = at.map_or(from, |at| plan.moves[at].to);
        other.posts[before.0 as usize].after -= 1;
        other.posts[step.ke.0 as usize].after += 1;
        other.moves.retain(|own| own.pegawai != step.pegawai);
        if step.ke != from {
            other.moves.push(Move { pegawai: step.pegawai, from, to: step.ke, ..plan.moves[0].clone() });
        }
    }
    other
}

/// What another plan costs more, and whether it keeps the limits, longest chain and all, as the audit sees it.
pub(super) fn audited(region: &Region, plan: &Plan, other: &Plan) -> ([i64; LEVELS], bool) {
    let audited = audit::certify(&region.roster, &region.needs, &region.law, &region.settings, other);
    let kept = audited.checks.iter().find(|check| check.title.starts_with("Batas atas jumlah perpindahan"));
    let cost = std::array::from_fn(|level| audited.primal[level] - plan.total[level]);
    (cost, kept.expect("limits are audited").passed)
}

#[test]
fn what_is_told_beside_a_plan_keeps_totals_and_limits_and_costs_what_it_says() {
    let region = region(5, 120);
    let (mut seen, mut of_chains) = (0, 0);
    let chains = [1, 2].map(|most| BatasRun { rantai: Some(most), ..BatasRun::default() });
    let chains = TOTALS.into_iter().flat_map(|total| chains.map(|limits| (total, limits)));
    for (total, limits) in TOTALS.into_iter().cycle().zip(CASES).chain(chains) {
        let (asked, plan) = with_both(&region, total, limits);
        let told = plan.moves.iter().filter_map(|step| step.lain.as_ref());
        let more = plan.unfilled.iter().filter_map(|open| match &open.satu_lagi {
            Some(SatuLagi::Harga(susunan)) => Some(susunan),
            Some(SatuLagi::Buntu(_) | SatuLagi::Terikat(_)) | None => None,
        });
        let calon = plan.calon.iter().flat_map(|of| &of.calon);
        let calon = calon
            .filter(|calon| {
                !calon.kalimat.starts_with("melampaui batas") && !calon.kalimat.starts_with("menepati batas")
            })
            .map(|calon| &calon.susunan);
        for susunan in told.chain(more).chain(calon) {
            let other = instead(&asked, &plan, susunan);
            for (at, post) in other.posts.iter().enumerate() {
                assert!((post.floor..=post.ceiling).contains(&post.after), "post {at}");
            }
            let himpunan = Facts::new(&asked.roster, &asked.needs, &asked.law, &asked.settings).himpunan();
            let sums = himpunan.sums(|post| other.posts[post.0 as usize].after);
            assert!(plan.totals.list.iter().zip(sums).all(|(own, sum)| (own.low..=own.high).contains(&sum)));
            let (cost, kept) = audited(&asked, &plan, &other);
            assert!(kept, "{total:?} {limits:?}: {susunan:?}");
            assert_eq!(cost, susunan.biaya, "{total:?} {limits:?}");
            assert!(cost >= [0; LEVELS]);
            seen += 1;
            of_chains += usize::from(limits.rantai.is_some() && susunan.langkah.len() > 1);
        }
    }
    assert!(seen > 100 && of_chains > 20, "{seen} {of_chains}");
}

#[test]
fn couples_totals_and_limits_together_leave_a_plan_that_is_proven_and_depends_on_no_order() {
    let mut region = in_nip_order(region(8, 200));
    region.settings.rencana.total = BatasTotal { unit: Some(3), ..BatasTotal::default() };
    limit(&mut region, BatasRun { pindah: Some(16), masuk: Some(4), ..BatasRun::default() });
    let free = region.plan();
    let movers: Vec<_> = free.moves.iter().map(|step| step.pegawai.0 as usize).collect();
    for pair in movers.chunks_exact(2) {
        let [one, other] = [pair[0], pair[1]].map(|at| region.roster.pegawai[at].nip);
        region.roster.pegawai[pair[0]].nip_pasangan = Some(other);
        region.roster.pegawai[pair[1]].nip_pasangan = Some(one);
    }
    region.law = severe("A-153");
    let plan = region.plan();
    assert!(plan.certificate.holds(), "{:#?}", plan.certificate);
    println!("{} bars, {} of {} moves", plan.pisah.len(), plan.moves.len(), free.moves.len());
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool of one");
    let alone = pool.install(|| region.plan());
    assert_eq!((alone.moves, alone.totals), (plan.moves, plan.totals));
}

pub(super) fn limited(region: &Region, limits: BatasRun) -> Plan {
    with(region, limits).plan()
}

/// The region within these limits.
pub(super) fn with(region: &Region, limits: BatasRun) -> Region {
    let mut own = Region {
        roster: region.roster.clone(),
        needs: region.needs.clone(),
        law: region.law.clone(),
        settings: region.settings.clone(),
    };
    limit(&mut own, limits);
    own
}

pub(super) fn limit(region: &mut Region, limits: BatasRun) {
    let rencana = &mut region.settings.rencana;
    rencana.paling_banyak_pindah = limits.pindah.unwrap_or(0);
    rencana.paling_banyak_masuk_per_unit = limits.masuk.unwrap_or(0);
    rencana.paling_banyak_keluar_per_unit = limits.keluar.unwrap_or(0);
    rencana.rantai_terpanjang = limits.rantai.unwrap_or(0);
}

pub(super) const CASES: [BatasRun; 6] = {
    const NONE: BatasRun = BatasRun { pindah: None, masuk: None, keluar: None, rantai: None };
    [
        BatasRun { pindah: Some(9), ..NONE },
        BatasRun { masuk: Some(1), ..NONE },
        BatasRun { keluar: Some(1), ..NONE },
        BatasRun { pindah: Some(20), masuk: Some(1), keluar: Some(2), rantai: None },
        BatasRun { rantai: Some(1), ..NONE },
        BatasRun { pindah: Some(12), masuk: Some(2), keluar: Some(2), rantai: Some(2) },
    ]
};

#[test]
fn the_audit_accepts_every_limited_plan_and_its_gap() {
    let region = region(5, 250);
    let free = region.plan();
    let mut proven = 0;
    for limits in CASES {
        let plan = limited(&region, limits);
        assert!(plan.certificate.holds(), "{limits:?}: {:#?}", plan.certificate);
        let batasan = plan.batasan.as_ref().expect("limits are told");
        println!(
            "{limits:?}: {} of {} moves, {} {}",
            plan.moves.len(),
            free.moves.len(),
            batasan.kalimat.join(" "),
            batasan.bukti
        );
        assert!(plan.total >= free.total, "{limits:?}");
        assert!(limits.pindah.is_none_or(|most| plan.moves.len() <= most as usize));
        proven += usize::from(batasan.proven());
    }
    assert!(proven >= 3, "{proven}");
    let wide = limited(&region, BatasRun { pindah: Some(10_000), ..BatasRun::default() });
    assert_eq!((region.told(&wide), wide.total), (region.told(&free), free.total), "a limit that is not reached");
    assert!(wide.batasan.as_ref().is_some_and(|batasan| batasan.proven() && batasan.harga.is_empty()));
}

#[test]
fn a_limited_plan_depends_neither_on_threads_nor_on_the_order_of_rows() {
    let region = region(6, 200);
    for limits in CASES {
        let plan = limited(&region, limits);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool of one");
        let alone = pool.install(|| limited(&region, limits));
        assert_eq!(alone.moves, plan.moves, "{limits:?}");
        let mut other = shuffled(&region, 9);
        limit(&mut other, limits);
        assert_eq!(other.told(&other.plan()), region.told(&plan), "{limits:?}");
    }
}

#[test]
fn the_audit_catches_a_broken_limit_a_false_gap_and_a_false_multiplier() {
    let mut region = region(5, 250);
    limit(&mut region, CASES[0]);
    let plan = region.plan();
    let holds = |region: &Region, plan: &Plan| {
        audit::certify(&region.roster, &region.needs, &region.law, &region.settings, plan).holds()
    };
    assert!(holds(&region, &plan));
    let spoilt = |spoil: &dyn Fn(&mut crate::model::batasan::Batasan)| {
        let mut plan = plan.clone();
        spoil(plan.batasan.as_mut().expect("limits are told"));
        holds(&region, &plan)
    };
    assert!(!spoilt(&|batasan| batasan.selisih[4] += 1));
    assert!(!spoilt(&|batasan| batasan.harga.values_mut().for_each(|price| price[1] += 1)));
    assert!(!spoilt(&|batasan| batasan.harga.values_mut().for_each(|price| *price = [-1, 0, 0, 0, 0, 0])));
    limit(&mut region, BatasRun { pindah: Some(8), ..BatasRun::default() });
    assert!(!holds(&region, &plan), "nine move and eight may");
}

/// As a folder gives it: couples are found by their numbers.
fn in_nip_order(mut region: Region) -> Region {
    let mut order: Vec<usize> = (0..region.roster.pegawai.len()).collect();
    order.sort_by_key(|at| region.roster.pegawai[*at].nip);
    region.needs.post_of = order.iter().map(|at| region.needs.post_of[*at]).collect();
    region.needs.fills = order.iter().map(|at| region.needs.fills[*at]).collect();
    region.roster.pegawai.sort_by_key(|pegawai| pegawai.nip);
    region
}

pub(super) fn severe(code: &str) -> Law {
    let blocking = Override { tingkat: Some(Tingkat::Blokir), ..Override::default() };
    Law::at(fixture::EFEKTIF, &BTreeMap::from([(code.to_string(), blocking)]))
}

#[test]
fn where_only_wishes_move_people_everyone_who_moves_has_wished_for_it() {
    use crate::model::aspirasi::{Aspirasi, Usulan};
    let mut region = region(7, 250);
    let mut random = Random(3);
    let units = region.roster.units.len() as u64;
    for at in 0..region.roster.pegawai.len() {
        if random.chance(40) {
            let place = region.roster.pegawai[at].place.clone();
            let usulan = (0..3).map(|_| Usulan::Unit(UnitId(random.below(units) as u32))).collect();
            region.roster.pegawai[at].aspirasi = Some(Box::new(Aspirasi {
                minat: None,
                usulan,
                bersedia: None,
                beralasan: false,
                keberatan: false,
                place,
            }));
        }
    }
    let free = region.plan();
    region.law = severe("A-152");
    let plan = region.plan();
    assert!(plan.certificate.holds() && !plan.moves.is_empty() && plan.moves.len() < free.moves.len());
    for step in &plan.moves {
        let wished = &region.roster.pegawai(step.pegawai).aspirasi.as_ref().expect("has wishes").usulan;
        assert!(wished.contains(&Usulan::Unit(region.needs.post(step.to).unit)));
    }
}

#[test]
fn nobody_is_taken_away_from_husband_or_wife_also_where_both_move() {
    let mut region = in_nip_order(region(8, 300));
    let free = region.plan();
    let movers: Vec<_> = free.moves.iter().map(|step| step.pegawai.0 as usize).collect();
    for pair in movers.chunks_exact(2) {
        region.roster.pegawai[pair[0]].nip_pasangan = Some(region.roster.pegawai[pair[1]].nip);
    }
    let unit = |plan: &Plan, at: usize| {
        let moved = plan.moves.iter().find(|step| step.pegawai.0 as usize == at);
        moved.map_or(region.roster.pegawai[at].unit, |step| region.needs.post(step.to).unit)
    };
    let apart = |one: UnitId, other: UnitId| {
        let seat = |unit: UnitId| region.roster.unit(unit).kecamatan.expect("made-up units have one");
        if one == other { 0 } else { region.roster.wilayah.distance_m(seat(one), seat(other)) }
    };
    let torn = |plan: &Plan| {
        let farther = |pair: &&[usize]| {
            let now = apart(region.roster.pegawai[pair[0]].unit, region.roster.pegawai[pair[1]].unit);
            apart(unit(plan, pair[0]), unit(plan, pair[1])) > now
        };
        movers.chunks_exact(2).filter(farther).count()
    };
    assert!(torn(&free) > 0, "the plan knows of no couple");
    let law = severe("A-153");
    let plan = crate::place::plan(&region.roster, &region.needs, &law, &region.settings);
    assert!(plan.certificate.holds(), "{:#?}", plan.certificate);
    assert_eq!(torn(&plan), 0);
    assert!(!plan.moves.is_empty());
    let mut blind = plan.clone();
    blind.pisah.clear();
    println!("{} bars, {} of {} moves", plan.pisah.len(), plan.moves.len(), free.moves.len());
    let certify = |plan: &Plan| audit::certify(&region.roster, &region.needs, &law, &region.settings, plan).holds();
    assert!(!certify(&free), "the plan that knows of no couple breaks the rule");
    assert!(plan.pisah.is_empty() || !certify(&blind));
}
