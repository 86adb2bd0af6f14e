//! Couples of whom both move: where the plan leaves them is noted, and where a rule forbids that they meet, one of the
//! two is kept from that unit and the family is solved again (A-121, A-122; A-153 of those who would be taken apart).
//!
//! A rule looks at where the husband or wife works today; that two who move meet is seen of the whole plan only. It is
//! no cost of a single pair, so no flow can hold it: each meeting is barred by itself, the better way of the two, until
//! none is left. The plan is then proven the best of those that keep these bars ([`Pisah`]), which it names.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{Move, Pisah, RuleNote};
use crate::model::telaah::{Akibat, Nilai, Telaah};
use crate::place::compose::Outcome;
use crate::place::facts::Facts;
use crate::place::family::Case;
use crate::place::pricing;
use crate::place::problem::{Price, Problem, Solution};
use crate::place::rules::{Answer, pasangan_atasan, pasangan_dekat, pasangan_seunit};

/// What the two rules say of a move once the plan tells who meets whom.
struct Aturan {
    code: &'static str,
    /// Of two who both move.
    bersama: &'static str,
    terpenuhi: &'static str,
}

/// The rule on one unit, the one on superior and subordinate, and the one on distance.
const ATURAN: [Aturan; 3] = [
    Aturan { code: pasangan_seunit::RULE.code, bersama: pasangan_seunit::BERSAMA, terpenuhi: pasangan_seunit::MET },
    Aturan { code: pasangan_atasan::RULE.code, bersama: pasangan_atasan::BERSAMA, terpenuhi: pasangan_atasan::MET },
    Aturan { code: pasangan_dekat::RULE.code, bersama: pasangan_dekat::BERSAMA, terpenuhi: pasangan_dekat::MET },
];

/// The posts that people move to.
pub type Seats = BTreeMap<PegawaiId, PostId>;

/// Keeps couples apart that a rule forbids to meet; answers which families have to be solved again for it.
pub fn keep_apart(case: &mut Case, outcomes: &[Outcome]) -> BTreeSet<usize> {
    let moves = outcomes.iter().flat_map(|outcome| &outcome.moves);
    keep_seats_apart(case, &mut moves.map(|step| (step.pegawai, step.to)).collect())
}

/// The same of bare seats, which are then those of the plan that keeps couples apart.
pub fn keep_seats_apart(case: &mut Case, seats: &mut Seats) -> BTreeSet<usize> {
    let mut changed = BTreeSet::new();
    while let Some((one, other, code)) = meeting(&case.facts, seats) {
        // Of two ways that cost the same, the later NIP gives way.
        let (earlier, later) = (one.min(other), one.max(other));
        let [late, early] = [later, earlier].map(|id| {
            let (nip, unit) = (case.facts.roster.pegawai(id).nip, case.facts.needs.post(seats[&id]).unit);
            barred(case, id, Pisah { nip, unit, code })
        });
        let way = if early.price < late.price { early } else { late };
        seats.retain(|id, _| case.families[way.family].movable.binary_search(id).is_err());
        seats.extend(way.moves);
        changed.insert(way.family);
        case.facts.pisah.push(way.pisah);
    }
    case.facts.pisah.sort();
    changed
}

/// Two who move to one unit, or too far apart, though a rule forbids it: the first in NIP order, and the rule.
pub fn meeting(facts: &Facts, seats: &Seats) -> Option<(PegawaiId, PegawaiId, &'static str)> {
    let forbidden = [0, 1, 2].map(|rule| facts.blocks(ATURAN[rule].code));
    if forbidden == [false; 3] {
        return None;
    }
    seats.iter().find_map(|(&id, &to)| {
        let other = facts.spouse_id(id)?;
        let owed = met(facts, (id, to), (other, *seats.get(&other)?));
        let rule = (0..ATURAN.len()).find(|&rule| forbidden[rule] && owed[rule])?;
        Some((id, other, ATURAN[rule].code))
    })
}

/// Which of the rules two people fail who move to these posts.
fn met(facts: &Facts, (one, to): (PegawaiId, PostId), (other, seat): (PegawaiId, PostId)) -> [bool; 3] {
    let units = (facts.needs.post(to).unit, facts.needs.post(seat).unit);
    let seunit = units.0 == units.1;
    let now = (facts.roster.pegawai(one).unit, facts.roster.pegawai(other).unit);
    let jauh = facts.enforces(pasangan_dekat::RULE.code) && pasangan_dekat::takes_away(facts, now, units) == Some(true);
    [seunit, seunit && (facts.leads(one, Some(to)) || facts.leads(other, Some(seat))), jauh]
}

/// One way to keep two apart: what it adds to the price of the family, and who then moves where.
struct Way {
    pisah: Pisah,
    family: usize,
    price: Price,
    moves: Vec<(PegawaiId, PostId)>,
}

/// Solves the family of a person with one more unit kept from him or her.
fn barred(case: &mut Case, id: PegawaiId, pisah: Pisah) -> Way {
    let family = case.families.iter().position(|family| family.movable.binary_search(&id).is_ok());
    let family = family.expect("who moves is movable in a family");
    let (before, _) = solved(case, family);
    case.facts.pisah.push(pisah.clone());
    let (after, moves) = solved(case, family);
    case.facts.pisah.pop();
    Way { pisah, family, price: after - before, moves }
}

/// Price and moves of a family's best plan.
pub fn solved(case: &Case, family: usize) -> (Price, Vec<(PegawaiId, PostId)>) {
    let family = &case.families[family];
    let problem = case.problem(family, &case.judged(family));
    let solution = pricing::solve(&problem);
    let people = problem.people.iter().zip(&solution.post).zip(&family.movable);
    let movers = people.filter(|((person, post), _)| person.home != **post);
    let moves = movers.map(|((_, post), id)| (*id, family.posts[*post as usize])).collect();
    (price(&problem, &solution), moves)
}

/// What a solution costs, its fill counted from the floors.
fn price(problem: &Problem, solution: &Solution) -> Price {
    let mut sum = Price::default();
    for (person, post) in solution.post.iter().enumerate() {
        sum += problem.price(person, *post as usize).expect("people sit in eligible posts");
    }
    for (post, &holders) in solution.holders.iter().enumerate() {
        (problem.posts[post].low..holders).for_each(|filled| sum += problem.step(post, filled));
    }
    sum
}

/// Judges couples of whom both move once more, by where the plan leaves them: a rule saw the spouse's present unit only.
pub fn judge_couples(facts: &Facts, moves: &mut [Move]) {
    let seats: Seats = moves.iter().map(|m| (m.pegawai, m.to)).collect();
    for one in moves {
        let Some(spouse) = facts.spouse_id(one.pegawai) else { continue };
        let Some(seat) = seats.get(&spouse) else { continue };
        one.warnings.retain(|note| ATURAN.iter().all(|rule| note.code != rule.code));
        let owed = met(facts, (one.pegawai, one.to), (spouse, *seat));
        for (rule, _) in ATURAN.iter().zip(owed).filter(|(rule, owed)| *owed && facts.enforces(rule.code)) {
            // As in the rules: nobody is named.
            let (code, sentence) = (rule.code, rule.bersama.into());
            one.warnings.push(RuleNote { code, nilai: Nilai::TidakTerpenuhi, sentence });
        }
        one.warnings.sort_by_key(|note| note.code);
    }
}

/// Tells of a move of the plan what its own notes tell of a couple: a rule that is asked alone does not know who else
/// moves.
pub fn as_planned(all: &mut [Telaah], step: &Move) {
    for rule in &ATURAN {
        let asked = |telaah: &&mut Telaah| telaah.code == rule.code && telaah.nilai.is_some();
        let Some(telaah) = all.iter_mut().find(asked) else { continue };
        let note = step.warnings.iter().find(|note| note.code == rule.code);
        let (answer, akibat, sentence) = match (note, telaah.nilai) {
            (Some(note), _) => (Answer::TidakTerpenuhi, Akibat::Catatan, note.sentence.clone()),
            (None, Some(Nilai::TidakTerpenuhi)) => (Answer::Terpenuhi, Akibat::TidakAda, rule.terpenuhi.to_string()),
            (None, _) => continue,
        };
        (telaah.jawaban, telaah.nilai) = (answer.label(), Some(answer.nilai()));
        (telaah.akibat, telaah.sentence) = (akibat, sentence);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::{Law, Override, Tingkat};
    use crate::model::fixture;

    #[test]
    fn a_couple_moved_into_one_unit_is_noted_and_one_moved_apart_is_not() {
        let mut region = fixture::region();
        let nips: Vec<_> = region.plan.moves.iter().map(|m| region.roster.pegawai(m.pegawai).nip).collect();
        let first = region.plan.moves[0].pegawai;
        region.roster.pegawai[first.0 as usize].nip_pasangan = Some(nips[1]);
        let facts = Facts::new(&region.roster, &region.needs, &region.law, &region.settings);
        let noted = |moves: &[Move]| {
            moves[..2].iter().map(|m| m.warnings.iter().any(|note| note.code == "A-121")).collect::<Vec<_>>()
        };
        let mut moves = region.plan.moves.clone();
        moves[1].to = moves[0].to;
        judge_couples(&facts, &mut moves);
        assert_eq!(noted(&moves), [true, true]);
        let elsewhere = moves[1].from;
        assert_ne!(region.needs.post(elsewhere).unit, region.needs.post(moves[0].to).unit);
        moves[1].to = elsewhere;
        judge_couples(&facts, &mut moves);
        assert_eq!(noted(&moves), [false, false]);
    }

    #[test]
    fn notes_on_a_couple_are_those_of_the_plan_alone_neither_stale_nor_doubled() {
        let mut region = fixture::region();
        let off = |tingkat| Override { tingkat: Some(tingkat), ..Override::default() };
        region.law = Law::at(fixture::EFEKTIF, &[("A-122".to_string(), off(Tingkat::Peringatan))].into());
        let nips: Vec<_> = region.plan.moves.iter().map(|m| region.roster.pegawai(m.pegawai).nip).collect();
        let first = region.plan.moves[0].pegawai.0 as usize;
        region.roster.pegawai[first].nip_pasangan = Some(nips[1]);
        region.roster.pegawai[first].tugas_tambahan = Some("Kepala Sekolah".into());
        let facts = Facts::new(&region.roster, &region.needs, &region.law, &region.settings);
        let stale = |code| RuleNote { code, nilai: Nilai::TidakTerpenuhi, sentence: String::new() };
        let codes = |moves: &[Move]| moves[0].warnings.iter().map(|note| note.code).collect::<Vec<_>>();
        let mut moves = region.plan.moves.clone();
        moves[1].to = moves[1].from;
        assert_ne!(region.needs.post(moves[1].to).unit, region.needs.post(moves[0].to).unit);
        moves[0].warnings = vec![stale("A-121"), stale("A-122")];
        judge_couples(&facts, &mut moves);
        assert!(codes(&moves).is_empty(), "the one who was there leaves");
        moves[1].to = moves[0].to;
        moves[0].warnings = vec![stale("A-121"), stale("A-122")];
        judge_couples(&facts, &mut moves);
        assert_eq!(codes(&moves), ["A-121", "A-122"]);
    }
}
