//! From solved families to the plan as data, with its sentences and tallies.

use std::collections::BTreeMap;

use crate::law::Law;
use crate::law::daerah::AturanDaerah;
use crate::model::dahulukan::{Dahulukan, Didahulukan};
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{
    CostVector, LEVELS, MeritPart, Move, PAKSAAN, Penentu, PersonOutcome, Plan, PostOutcome, RuleTally, SERI, Tujuan,
    Unfilled,
};
use crate::model::susunan::CalonJabatan;
use crate::model::tanggal::tanggal_in_words;
use crate::model::total::{Total, Totals};
use crate::place::alternative::Alternative;
use crate::place::berlebih::judge_full;
use crate::place::explain::Regret;
use crate::place::facts::total::Batas;
use crate::place::family::{Case, Family, Refusals};
use crate::place::jenis_pindah::jenis_pindah;
use crate::place::keluarga::judge_couples;
use crate::place::keputusan;
use crate::place::limits::Beyond;
use crate::place::objectives::of_goal;
use crate::place::open_posts::{Open, need};
use crate::place::reach::fillable_beyond;
use crate::place::rules::Rule;
use crate::place::sentences::{self, Told};
use crate::place::tie::{fingerprint, post_fingerprint, tie};

/// The price of refusing somebody a post; `None` where nothing else is possible.
pub type Refused = Option<Result<Regret, Box<Beyond>>>;

/// Somebody who moves, and the plan that follows from refusing it.
type Moved = (usize, Option<Alternative>);

/// What stands against one more holder of a post.
pub enum Lagi {
    /// The cheapest plan that has one more.
    Harga(Regret),
    /// Limits, told in words: the cheapest plan breaks them.
    Terbatas(Option<Regret>, String),
    /// The posts that share too few people.
    Buntu(Vec<usize>),
    /// A group, by its place among those of the problem, at its largest (`full`) or at its smallest.
    Total { at: usize, full: bool },
}

/// What the residual graph of a solved family tells.
pub struct Explained {
    /// Everybody who moves, with the price of refusing the post.
    pub moves: Vec<(usize, Refused)>,
    /// Posts that stay short and may have one more, with what stands against it.
    pub lagi: Vec<(usize, Lagi)>,
    /// Candidates for posts that stay short or receive somebody.
    pub calon: Vec<CalonJabatan>,
}

/// What a family adds to the plan.
pub struct Outcome {
    pub moves: Vec<Move>,
    /// Final number of holders and price of each post.
    posts: Vec<(PostId, u32, CostVector)>,
    /// Price of each bounded total of the family, by its place in the list of all.
    totals: Vec<(u32, CostVector)>,
    unfilled: Vec<Unfilled>,
    calon: Vec<CalonJabatan>,
    refusals: Refusals,
    /// Places any plan could fill beyond this one.
    beyond: u32,
}

/// Reads a solved family.
pub fn outcome(open: &Open, explained: Explained) -> Outcome {
    let Open { case, family, problem, solution, judged, need, terbuka } = *open;
    let read = |regret: &Regret| Alternative::of(case, family, problem, solution, regret);
    let refused = |refused: &Refused| match refused {
        Some(Ok(regret)) => (Some(read(regret)), None),
        Some(Err(beyond)) => (None, Some(beyond.told(case))),
        None => (None, terbuka.map(|_| sentences::TERTUTUP.to_string())),
    };
    let (moves, terbatas): (Vec<Moved>, Vec<Option<String>>) = (explained.moves.iter())
        .map(|(person, own)| (*person, refused(own)))
        .map(|(person, (other, terbatas))| ((person, other), terbatas))
        .unzip();
    let equals = equals(case, family, &moves);
    Outcome {
        moves: (moves.iter().zip(&terbatas))
            .map(|((person, refused), own)| one_move(open, *person, (refused.as_ref(), own.as_deref()), &equals))
            .collect(),
        unfilled: open.unfilled(&explained.lagi),
        calon: explained.calon,
        // The fewest that rules and totals allow: what limits closed is open here.
        beyond: fillable_beyond(terbuka.unwrap_or(problem), solution, need),
        posts: (0..family.posts.len())
            .map(|post| (family.posts[post], solution.holders[post], solution.prices[post].0))
            .collect(),
        totals: family.totals.iter().copied().zip(solution.group_prices.iter().map(|price| price.0)).collect(),
        refusals: judged.refusals(case.facts.rules.len()),
    }
}

/// Who is as suitable as whom, both ways round: the one who moves, and the one who would take the place in an arrangement
/// that is as good on every goal.
fn equals(case: &Case, family: &Family, moves: &[(usize, Option<Alternative>)]) -> BTreeMap<PegawaiId, Vec<PegawaiId>> {
    let mut equals: BTreeMap<PegawaiId, Vec<PegawaiId>> = BTreeMap::new();
    for (person, refused) in moves {
        let tie = refused.as_ref().filter(|refused| refused.penentu() == Penentu::Seri);
        let Some(other) = tie.and_then(|tie| tie.runner_up) else { continue };
        let own = family.movable[*person];
        equals.entry(own).or_default().push(other);
        equals.entry(other).or_default().push(own);
    }
    for others in equals.values_mut() {
        others.sort_by_key(|id| case.facts.roster.pegawai(*id).nip);
        others.dedup();
    }
    equals
}

fn one_move(
    open: &Open,
    person: usize,
    (refused, terbatas): (Option<&Alternative>, Option<&str>),
    equals: &BTreeMap<PegawaiId, Vec<PegawaiId>>,
) -> Move {
    let Open { family, problem, solution, .. } = *open;
    let (facts, id) = (&open.case.facts, family.movable[person]);
    let (home, post) = (problem.people[person].home as usize, solution.post[person] as usize);
    let (from, to) = (family.posts[home], family.posts[post]);
    let merit = facts.merit(id, from, to);
    let setara = equals.get(&id).map_or(&[][..], Vec::as_slice);
    let keputusan = keputusan::pengirim(facts, id, to);
    let without = refused.filter(|_| keputusan.is_some()).cloned().map(Alternative::but_its_decision);
    let told = Told {
        facts,
        merit: &merit,
        id,
        from: facts.needs.post(from),
        to: facts.needs.post(to),
        to_id: to,
        left: solution.holders[home],
        after: solution.holders[post],
        keputusan,
        refused: without.as_ref().or(refused),
        terbatas,
        setara,
    };
    Move {
        pegawai: id,
        from,
        to,
        jenis: jenis_pindah(&facts.pair(id, from, to, false)),
        jarak: facts.jarak(facts.roster.pegawai(id), told.from, told.to),
        warnings: facts.warnings(id, from, to),
        lain: refused.map(Alternative::susunan),
        setara: setara.to_vec(),
        alasan: keputusan
            .and_then(keputusan::sebab)
            .into_iter()
            .chain([sentences::alasan(&told)])
            .collect::<Vec<_>>()
            .join(" "),
        jika_ditolak: sentences::jika_ditolak(&told),
        merit,
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
    judge_full(facts, &posts, &mut moves);
    let mut unfilled: Vec<Unfilled> = outcomes.iter().flat_map(|outcome| outcome.unfilled.iter().cloned()).collect();
    unfilled.sort_by_key(|open| worst_first(case, &posts, open.post));
    let rank: BTreeMap<PostId, usize> = unfilled.iter().zip(0..).map(|(open, at)| (open.post, at)).collect();
    let mut calon: Vec<CalonJabatan> = outcomes.iter().flat_map(|outcome| outcome.calon.iter().cloned()).collect();
    calon.sort_by_key(|calon| (rank.get(&calon.post).copied().unwrap_or(usize::MAX), calon.post));
    let beyond: u32 = outcomes.iter().map(|outcome| outcome.beyond).sum();
    let kurang_after = shortage(case, &posts);
    let mut plan = Plan {
        urutan: *facts.urutan(),
        didahulukan: didahulukan(case, &posts),
        totals: totals(case, &posts, outcomes),
        posts,
        prices,
        people: facts
            .roster
            .pegawai_ids()
            .map(|id| PersonOutcome { blocked: facts.person_blocks(id), tetap: None })
            .collect(),
        unfilled,
        calon,
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

/// The bounded totals with their prices.
fn totals(case: &Case, posts: &[PostOutcome], outcomes: &[Outcome]) -> Totals {
    let mut prices = vec![[0; LEVELS]; case.himpunan.list.len()];
    for (at, price) in outcomes.iter().flat_map(|outcome| &outcome.totals) {
        prices[*at as usize] = *price;
    }
    let after = case.himpunan.sums(|post| posts[post.0 as usize].after);
    let one = |(at, batas): (usize, &Batas)| {
        let (low, high) = case.total_bounds(at);
        let (before, after, price) = (case.total_now[at], after[at], prices[at]);
        Total { lingkup: batas.lingkup, unit: batas.unit, before, low, high, after, price }
    };
    Totals {
        list: case.himpunan.list.iter().enumerate().map(one).collect(),
        tangga: case.ladder.raised().to_vec(),
        kurang_merata: case.kurang_merata,
    }
}

/// What becomes of the places that come before others.
fn didahulukan(case: &Case, posts: &[PostOutcome]) -> Vec<Didahulukan> {
    let facts = &case.facts;
    let of = |&apa: &Dahulukan| {
        let places: Vec<u32> = facts.needs.post_ids().map(|post| facts.places_of(apa, post)).collect();
        let empty = |after: &[PostOutcome]| {
            places.iter().zip(after).map(|(places, post)| places.saturating_sub(post.after)).sum::<u32>()
        };
        Didahulukan {
            apa,
            jabatan: places.iter().filter(|places| **places > 0).count() as u32,
            kurang_before: empty(&case.bounds),
            kurang_after: empty(posts),
        }
    };
    facts.settings.rencana.dahulukan.iter().map(of).collect()
}

/// The fill level of all posts whose need is known.
fn fill(case: &Case, posts: &[PostOutcome]) -> i64 {
    let known = case.facts.needs.post_ids().filter(|post| case.facts.needs.post(*post).kebutuhan.is_some());
    known.map(|post| case.ladder.total(posts[post.0 as usize].after, case.claim(post))).sum()
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
