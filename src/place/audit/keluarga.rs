//! Couples that the plan brings into one unit: none against a rule, none without a note.
//!
//! A rule looks at where the husband or wife works today. Where both move, only the whole plan tells who meets whom, so
//! it is looked at once more here, from the numbers in the roster alone.

use crate::model::jabatan::leads_unit;
use crate::model::needs::PostId;
use crate::model::nip::Nip;
use crate::model::pegawai::{Pegawai, PegawaiId};
use crate::model::plan::{Move, Pisah};
use crate::model::unit::UnitId;
use crate::place::audit::Audit;

/// The rule on one unit, and the one on superior and subordinate.
const SEUNIT: &str = "A-121";
const ATASAN: &str = "A-122";

/// The rule on distance.
const JAUH: &str = "A-153";

impl Audit<'_> {
    /// Moves that bring someone to the unit of husband or wife against what the plan promises.
    pub(super) fn broken_couples(&self) -> usize {
        let spouse = self.couples();
        let broken = self.plan.moves.iter().filter(|step| {
            let other = spouse(self.facts.roster.pegawai(step.pegawai));
            other.is_some_and(|other| {
                let meet = self.unit_after(other) == self.unit(step.to);
                (meet && self.breaks_a_promise(step, other)) || self.is_torn(step, other)
            })
        });
        broken.count()
    }

    /// Units that the plan keeps from someone without a reason: no rule forbids to meet a husband or wife there who may
    /// move.
    pub(super) fn unfounded_bars(&self) -> usize {
        let (roster, spouse) = (self.facts.roster, self.couples());
        let founded = |pisah: &&Pisah| {
            let own = roster.pegawai.binary_search_by_key(&pisah.nip, |pegawai| pegawai.nip);
            let other = own.ok().and_then(|own| spouse(&roster.pegawai[own]));
            let known = [SEUNIT, ATASAN, JAUH].contains(&pisah.code) && self.facts.blocks(pisah.code);
            known && other.is_some_and(|other| self.free[other.0 as usize])
        };
        self.plan.pisah.iter().filter(|pisah| !founded(pisah)).count()
    }

    /// Who is married to whom.
    fn couples(&self) -> impl Fn(&Pegawai) -> Option<PegawaiId> {
        let roster = self.facts.roster;
        // Who tells of whom; of several who tell of one, the first.
        let mut told_by: Vec<(Nip, PegawaiId)> =
            roster.pegawai_ids().filter_map(|id| Some((roster.pegawai(id).nip_pasangan?, id))).collect();
        told_by.sort_unstable();
        let mut by_nip: Vec<(Nip, PegawaiId)> = roster.pegawai_ids().map(|id| (roster.pegawai(id).nip, id)).collect();
        by_nip.sort_unstable();
        let first = |numbers: &[(Nip, PegawaiId)], nip| {
            let at = numbers.partition_point(|(other, _)| *other < nip);
            numbers.get(at).filter(|(other, _)| *other == nip).map(|(_, id)| *id)
        };
        move |own: &Pegawai| {
            let named = own.nip_pasangan.and_then(|nip| first(&by_nip, nip));
            named.or_else(|| first(&told_by, own.nip))
        }
    }

    /// Whether a rule forbids that these two meet in a unit to which one of them moves, or asks for a note that is not
    /// there.
    fn breaks_a_promise(&self, step: &Move, other: PegawaiId) -> bool {
        let leads = |id: PegawaiId| {
            let to = self.plan.moves.iter().find(|own| own.pegawai == id).map(|own| own.to);
            let there = to.is_some_and(|to| leads_unit(&self.facts.needs.post(to).jabatan));
            there || self.facts.roster.pegawai(id).leads_unit()
        };
        let led = leads(step.pegawai) || leads(other);
        let noted = |code| step.warnings.iter().any(|note| note.code == code);
        let owed = [SEUNIT, ATASAN].into_iter().filter(|code| *code == SEUNIT || led);
        owed.filter(|code| self.facts.enforces(code)).any(|code| self.facts.blocks(code) || !noted(code))
    }

    /// Whether two who both move are taken farther apart than a rule lets them, or without the note it asks for.
    fn is_torn(&self, step: &Move, other: PegawaiId) -> bool {
        let (now, then) = (self.facts.roster.pegawai(other).unit, self.unit_after(other));
        let moves = self.plan.moves.iter().any(|own| own.pegawai == other);
        if !moves || !self.facts.enforces(JAUH) {
            return false;
        }
        let apart = |one: UnitId, other: UnitId| match one == other {
            true => Some(0),
            false => self.facts.jarak_from(None, one, other).map(|jarak| jarak.baru_m),
        };
        let limit = self.facts.law.parameter(JAUH, "jarak_pasangan_km") * 1_000;
        let (before, after) = (apart(self.unit(step.from), now), apart(self.unit(step.to), then));
        let torn = before.zip(after).is_some_and(|(before, after)| after > limit && after > before);
        torn && (self.facts.blocks(JAUH) || !step.warnings.iter().any(|note| note.code == JAUH))
    }

    fn unit(&self, post: PostId) -> UnitId {
        self.facts.needs.post(post).unit
    }

    /// Where a person works under the plan.
    fn unit_after(&self, id: PegawaiId) -> UnitId {
        let moved = self.plan.moves.iter().find(|step| step.pegawai == id);
        moved.map_or_else(|| self.facts.roster.pegawai(id).unit, |step| self.unit(step.to))
    }
}
