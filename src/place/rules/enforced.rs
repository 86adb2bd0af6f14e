//! The rules of a run with their severities, sets of them, and what follows from an answer.

use super::{Answer, Rule, all};
use crate::law::{Law, Tingkat};
use crate::model::telaah::Akibat;
use crate::place::facts::Pair;

/// A rule with the severity that holds for the run.
#[derive(Clone, Copy)]
pub struct Enforced<'a> {
    pub rule: Rule<'a>,
    pub tingkat: Tingkat,
    /// Position in [`all`].
    pub index: usize,
}

/// The rules that are asked under this law: those not switched off.
pub fn enforced(law: &Law) -> Vec<Enforced<'_>> {
    let rules = all(law).into_iter().enumerate();
    let all = rules.map(|(index, rule)| Enforced { rule, tingkat: law.rule(rule.code).tingkat, index });
    all.filter(|entry| entry.tingkat != Tingkat::Mati).collect()
}

/// A set of rules, by their position in [`all`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Mask(pub u64);

impl Mask {
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many rules are in it.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    pub fn has(self, index: usize) -> bool {
        self.0 >> index & 1 == 1
    }

    /// The positions of its rules, in order.
    pub fn indices(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let index = (left != 0).then_some(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(index)
        })
    }

    pub(in crate::place) fn union(self, other: Mask) -> Mask {
        Mask(self.0 | other.0)
    }

    /// Those that are not in the other.
    pub(in crate::place) fn without(self, other: Mask) -> Mask {
        Mask(self.0 & !other.0)
    }

    pub(super) fn add(&mut self, index: usize) {
        self.0 |= 1 << index;
    }
}

/// Those of these rules that forbid what is asked about.
pub(in crate::place) fn refused_by<'a>(rules: impl IntoIterator<Item = &'a Enforced<'a>>, ask: &Pair) -> Mask {
    let mut mask = Mask::default();
    rules.into_iter().filter(|entry| entry.forbids(ask)).for_each(|entry| mask.add(entry.index));
    mask
}

impl Enforced<'_> {
    pub(super) fn forbids(&self, ask: &Pair) -> bool {
        self.rule.judge.of_pair(ask).is_some_and(|verdict| self.effect(verdict.answer) == Effect::Block)
    }

    /// What people are told to follow from an answer.
    pub fn akibat(&self, answer: Answer) -> Akibat {
        match self.effect(answer) {
            Effect::None if answer == Answer::TidakDinilai => Akibat::TidakDinilai,
            Effect::Block => Akibat::Menahan,
            Effect::Note => Akibat::Catatan,
            Effect::Urge => Akibat::Dianjurkan,
            Effect::None => Akibat::TidakAda,
        }
    }

    /// What follows from an answer: the move is blocked, noted, or neither.
    pub(super) fn effect(&self, answer: Answer) -> Effect {
        match (answer, self.tingkat) {
            (Answer::Terpenuhi | Answer::TidakDinilai, _) | (_, Tingkat::Mati) => Effect::None,
            (Answer::MutasiDianjurkan, _) => Effect::Urge,
            (Answer::TidakTerpenuhi | Answer::TidakDapatDinilai, Tingkat::Blokir) => Effect::Block,
            (Answer::TerpenuhiDenganCatatan | Answer::TidakDinilaiDenganCatatan, Tingkat::Blokir) => Effect::Note,
            (_, Tingkat::Peringatan | Tingkat::Info) => Effect::Note,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Effect {
    None,
    Urge,
    Note,
    Block,
}
