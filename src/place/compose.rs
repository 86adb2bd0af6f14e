//! From solved families to the plan as data, with its sentences and tallies.

use std::collections::BTreeMap;

use crate::law::Law;
use crate::law::daerah::AturanDaerah;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{
    CostVector, LEVELS, MeritPart, Move, PAKSAAN, PersonOutcome, Plan, PostOutcome, RuleTally, SERI, Tujuan, Unfilled,
};
use crate::model::tanggal::tanggal_in_words;
use crate::place::alternative::Alternative;
use crate::place::explain::Regret;
use crate::place::family::{Case, Family, Refusals};
use crate::place::jenis_pindah::jenis_pindah;
use crate::place::judged::Judged;
use crate::place::keluarga::judge_couples;
use crate::place::keputusan;
use crate::place::objectives::of_goal;
use crate::place::problem::{Problem, Solution};
use crate::place::reach::fillable_beyond;
use crate::place::rules::{Mask, Rule};
use crate::place::sentences::{self, Supply, Told};
use crate::place::tie::{fingerprint, post_fingerprint, tie};

/// One move of a family, with the prices of doing otherwise.
pub struct Explained {
    /// Index of the one who moves.
    pub person: usize,
    /// The price of refusing this person this post.
    pub refused: Option<Regret>,
    /// The price of leaving this person at home.
    pub stayed: Option<Regret>,
}

/// What a family adds to the plan.
pub struct Outcome {
    pub moves: Vec<Move>,
    /// Final number of holders and price of each post.
    posts: Vec<(PostId, u32, CostVector)>,
    unfilled: Vec<Unfilled>,
    refusals: Refusals,
    /// Places any plan could fill beyond this one.
    beyond: u32,
}

/// Reads a solved family.
pub fn outcome(
    case: &Case,
    family: &Family,
    problem: &Problem,
    solution: Solution,
    moves: &[Explained],
    judged: &Judged,
) -> Outcome {
    let need: Vec<u32> = family.posts.iter().map(|post| need(case, *post)).collect();
    let moves = moves.iter().map(|explained| one_move(case, family, problem, &solution, explained));
    let surplus: u32 =
        family.posts.iter().zip(&solution.holders).map(|(post, after)| surplus(case, *post, *after)).sum();
    let short = (0..family.posts.len()).filter(|&post| solution.holders[post] < need[post]);
    let unfilled = short.map(|post| {
        let supply = Supply { surplus, ..supply(case, family, judged, &solution, post) };
        one_unfilled(case, family.posts[post], need[post] - solution.holders[post], &supply)
    });
    Outcome {
        moves: moves.collect(),
        unfilled: unfilled.collect(),
        beyond: fillable_beyond(problem, &solution, &need),
        posts: (0..family.posts.len())
            .map(|post| (family.posts[post], solution.holders[post], solution.prices[post].0))
            .collect(),
        refusals: judged.refusals(case.facts.rules.len()),
    }
}

fn need(case: &Case, post: PostId) -> u32 {
    case.facts.needs.post(post).kebutuhan.as_ref().map_or(0, |need| need.lo)
}

fn surplus(case: &Case, post: PostId, after: u32) -> u32 {
    case.facts.needs.post(post).kebutuhan.as_ref().map_or(0, |need| after.saturating_sub(need.hi))
}

fn one_move(case: &Case, family: &Family, problem: &Problem, solution: &Solution, explained: &Explained) -> Move {
    let (facts, person) = (&case.facts, explained.person);
    let id = family.movable[person];
    let (home, post) = (problem.people[person].home as usize, solution.post[person] as usize);
    let (from, to) = (family.posts[home], family.posts[post]);
    let read = |regret: &Regret| Alternative::of(case, family, problem, solution, regret);
    let merit = facts.merit(id, from, to);
    let told = Told {
        facts,
        merit: &merit,
        id,
        from: facts.needs.post(from),
        to: facts.needs.post(to),
        to_id: to,
        left: solution.holders[home],
        refused: explained.refused.as_ref().map(read),
        stayed: explained.stayed.as_ref().map(read),
    };
    Move {
        pegawai: id,
        from,
        to,
        jenis: jenis_pindah(&facts.pair(id, from, to, false)),
        jarak: facts.jarak(facts.roster.pegawai(id), told.from, told.to),
        warnings: facts.warnings(id, from, to),
        regret: told.refused.as_ref().map(|refused| refused.cost),
        runner_up: told.refused.as_ref().and_then(|refused| refused.runner_up),
        alasan: keputusan::sebab(facts, id, to)
            .into_iter()
            .chain([sentences::alasan(&told)])
            .collect::<Vec<_>>()
            .join(" "),
        jika_ditolak: sentences::jika_ditolak(&told),
        merit,
    }
}

/// Everyone who holds a post of the family elsewhere, and what stops each of them.
fn supply(case: &Case, family: &Family, judged: &Judged, solution: &Solution, post: usize) -> Supply {
    let to = family.posts[post];
    let mut supply = Supply { stopped: vec![0; case.facts.rules.len()], ..Supply::default() };
    let mut stop = |mask: Mask| {
        mask.indices().for_each(|index| supply.stopped[index] += 1);
    };
    for person in (0..family.movable.len()).filter(|person| judged.homes[*person] as usize != post) {
        if solution.post[person] as usize == post {
            supply.arriving += 1;
            continue;
        }
        supply.holders += 1;
        let mask = judged.mask(person, post);
        supply.calon += u32::from(mask.is_empty());
        stop(mask);
    }
    for &id in &family.others {
        if case.facts.needs.post_of[id.0 as usize] != Some(to) {
            supply.holders += 1;
            stop(case.masks[id.0 as usize]);
        }
    }
    supply
}

fn one_unfilled(case: &Case, post: PostId, kurang: u32, supply: &Supply) -> Unfilled {
    let of = case.facts.needs.post(post);
    let (sebab, alasan) = sentences::kosong(of, supply, &case.facts.rules);
    Unfilled {
        post,
        kurang,
        sebab,
        calon: supply.calon,
        alasan,
        saran: sentences::saran(of, kurang, supply, &case.facts.rules),
    }
}

/// The whole plan, still without its certificate.
pub fn plan(case: &Case, outcomes: &[Outcome]) -> Plan {
    let facts = &case.facts;
    let mut moves: Vec<Move> = outcomes.iter().flat_map(|outcome| outcome.moves.iter().cloned()).collect();
    moves.sort_by(|a, b| facts.roster.duk_order(a.pegawai, b.pegawai));
    judge_couples(facts, &mut moves);
    let mut posts = case.bounds.clone();
    let mut prices = vec![[0; LEVELS]; posts.len()];
    for (post, after, price) in outcomes.iter().flat_map(|outcome| &outcome.posts) {
        posts[post.0 as usize].after = *after;
        prices[post.0 as usize] = *price;
    }
    let mut unfilled: Vec<Unfilled> = outcomes.iter().flat_map(|outcome| outcome.unfilled.iter().cloned()).collect();
    unfilled.sort_by_key(|open| worst_first(case, &posts, open.post));
    let beyond: u32 = outcomes.iter().map(|outcome| outcome.beyond).sum();
    let kurang_after = shortage(case, &posts);
    let mut plan = Plan {
        urutan: *facts.urutan(),
        posts,
        prices,
        people: facts.roster.pegawai_ids().map(|id| PersonOutcome { blocked: facts.person_blocks(id) }).collect(),
        unfilled,
        objectives: facts.objective_infos(),
        pisah: facts.pisah.clone(),
        status_quo: total(case, &case.bounds, &[]),
        kurang_before: shortage(case, &case.bounds),
        kurang_after,
        kurang_reachable: kurang_after - beyond,
        ..Plan::default()
    };
    plan.rules = tallies(case, outcomes, &moves);
    plan.total = total(case, &plan.posts, &moves);
    plan.moves = moves;
    plan
}

/// Sort key: the lowest ratio of holders to need first (in parts per million), then the larger shortage.
fn worst_first(case: &Case, posts: &[PostOutcome], post: PostId) -> (u64, std::cmp::Reverse<u32>, PostId) {
    let (need, after) = (need(case, post), posts[post.0 as usize].after);
    (u64::from(after) * 1_000_000 / u64::from(need.max(1)), std::cmp::Reverse(need - after), post)
}

fn shortage(case: &Case, posts: &[PostOutcome]) -> u32 {
    case.facts.needs.post_ids().map(|post| need(case, post).saturating_sub(posts[post.0 as usize].after)).sum()
}

/// The fill level of all posts whose need is known.
fn fill(case: &Case, posts: &[PostOutcome]) -> i64 {
    let known = case.facts.needs.post_ids().filter(|post| case.facts.needs.post(*post).kebutuhan.is_some());
    known.map(|post| case.ladder.total(posts[post.0 as usize].after, need(case, post))).sum()
}

fn total(case: &Case, posts: &[PostOutcome], moves: &[Move]) -> CostVector {
    let person = |id: PegawaiId| fingerprint(case.facts.roster.pegawai(id).nip.digits());
    let ties = moves.iter().map(|m| tie(person(m.pegawai), post_fingerprint(&case.facts, m.to)));
    let urutan = case.facts.urutan();
    let mut total = urutan.cost([(Tujuan::Keterisian, fill(case, posts)), (Tujuan::Perpindahan, moves.len() as i64)]);
    for tujuan in urutan.goals().filter(|tujuan| tujuan.is_points()) {
        let counts = |part: &&MeritPart| of_goal(tujuan).is_none_or(|objective| part.code == objective.code);
        let points = moves.iter().flat_map(|m| &m.merit).filter(counts).map(|part| part.points);
        urutan.add(&mut total, tujuan, -points.sum::<i64>());
    }
    let (failed, changed) = decided(case, moves);
    urutan.add(&mut total, Tujuan::Perubahan, changed);
    total[PAKSAAN] = failed;
    total[SERI] = ties.sum();
    total
}

/// Forced decisions that fail, and how many of those who may move are elsewhere than in the published plan.
fn decided(case: &Case, moves: &[Move]) -> (i64, i64) {
    let arahan = &case.facts.arahan;
    let seats: BTreeMap<PegawaiId, PostId> = moves.iter().map(|m| (m.pegawai, m.to)).collect();
    let (mut failed, mut changed) = (arahan.mustahil(), 0);
    for &id in case.families.iter().flat_map(|family| &family.movable) {
        let seat = seats.get(&id).copied().unwrap_or_else(|| case.facts.home(id));
        failed += i64::from(arahan.wajib(id).is_some_and(|wajib| wajib != seat));
        changed += i64::from(arahan.berubah(id, seat));
    }
    (failed, changed)
}

/// Every rule, with how often it bit.
fn tallies(case: &Case, outcomes: &[Outcome], moves: &[Move]) -> Vec<RuleTally> {
    let law = case.facts.law;
    let across = pairs_across(case);
    let urged: Vec<&str> =
        moves.iter().flat_map(|m| case.facts.urges_to(m.pegawai, m.to)).map(|note| note.code).collect();
    let tally = |(index, rule): (usize, &Rule)| {
        let own = law.rule(rule.code);
        let daerah = law.daerah().iter().find(|daerah| daerah.kode == rule.code);
        // Tables that the rule looks at stand beside its own numbers.
        let tables = || law.diubah().iter().filter(|changed| changed.aturan == Some(rule.code));
        let own_numbers = daerah.map_or_else(|| in_words(&own.parameter), AturanDaerah::parameter);
        let now = std::iter::once(own_numbers).chain(tables().map(|own| format!("{} = {}", own.kunci, own.nilai)));
        let parameter = now.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ");
        let pack = own
            .bawaan
            .iter()
            .flat_map(|law| [format!("tingkat = {}", law.tingkat.label()), in_words(&law.parameter)].into_iter());
        let pack = pack.chain(tables().map(|own| format!("{} = {}", own.kunci, own.bawaan)));
        let bawaan: Vec<String> = pack.filter(|part| !part.is_empty()).collect();
        let carries = |m: &&Move| m.warnings.iter().any(|note| note.code == rule.code);
        let outside = if rule.code == "A-109" && case.facts.blocks("A-109") { across } else { 0 };
        RuleTally {
            code: rule.code,
            title: rule.title.to_string(),
            basis: own.dasar.as_deref().unwrap_or(rule.basis).to_string(),
            tingkat: law.waits(rule.code).map_or(own.tingkat.label(), |_| "belum berlaku"),
            saat: saat(law, rule.code),
            parameter,
            sejak: own.sejak,
            diubah: !bawaan.is_empty(),
            bawaan: (!bawaan.is_empty()).then(|| bawaan.join("; ")),
            daerah: daerah.is_some(),
            people: case.masks.iter().filter(|mask| mask.has(index)).count() as u32,
            pairs: outcomes.iter().map(|outcome| outcome.refusals[index]).sum::<u64>() + outside,
            tanpa_data: case.facts.tersedia.lacks(rule.code),
            warned_moves: moves.iter().filter(carries).count() as u32,
            urged_moves: urged.iter().filter(|code| **code == rule.code).count() as u32,
        }
    };
    case.facts.rules.iter().enumerate().map(tally).collect()
}

/// What is to be said of a rule that begins after the day of the law.
fn saat(law: &Law, code: &str) -> Option<String> {
    let begins = law.waits(code).map(|sejak| format!("berlaku mulai {}", sejak.in_words()));
    let oldest = || format!("belum ada pada {}, dipakai menurut versi tertuanya", tanggal_in_words(law.tanggal));
    begins.or_else(|| law.is_younger(code).then(oldest))
}

/// `masa_jabatan_min_bulan = 24; peringatan_bulan = 12`.
fn in_words(parameter: &BTreeMap<String, i64>) -> String {
    parameter.iter().map(|(key, value)| format!("{key} = {value}")).collect::<Vec<_>>().join("; ")
}

/// Pairs of a movable person and a post of another jabatan: refused without being looked at one by one.
fn pairs_across(case: &Case) -> u64 {
    let posts: usize = case.families.iter().map(|family| family.posts.len()).sum();
    case.families.iter().map(|family| (family.movable.len() * (posts - family.posts.len())) as u64).sum()
}
