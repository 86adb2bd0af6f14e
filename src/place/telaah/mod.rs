//! Everything that every rule says of one person and one post, for those who ask why.

mod contoh;
mod fakta;
mod putusan;
mod ringkas;
mod tempat;
mod ubah;

use crate::law::Law;
use crate::model::needs::{Needs, PostId};
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{Move, Pisah};
use crate::model::roster::Roster;
use crate::model::telaah::{Akibat, Telaah};
use crate::place::facts::Facts;
use crate::place::rules::{Enforced, Rule, Verdict};
use crate::place::{berlebih, keluarga};
use crate::settings::Settings;

use ringkas::Indeks;

pub use contoh::contoh;
pub use putusan::{Ke, Penjelas, Tetap, own_prices};

/// What a run decides from.
#[derive(Clone, Copy)]
pub struct Dasar<'a> {
    pub roster: &'a Roster,
    pub needs: &'a Needs,
    pub law: &'a Law,
    pub settings: &'a Settings,
    /// Units that the plan keeps from one of a couple.
    pub pisah: &'a [Pisah],
}

impl<'a> Dasar<'a> {
    pub fn facts(&self) -> Facts<'a> {
        Facts::new(self.roster, self.needs, self.law, self.settings).keeping_apart(self.pisah)
    }
}

/// Every rule of the run, in order, asked of a person and, where one is given, a post to go to.
pub fn telaah(dasar: Dasar, id: PegawaiId, to: Option<PostId>) -> Vec<Telaah> {
    asked(&dasar.facts(), dasar, &Indeks::new(dasar), id, to)
}

/// The same where the facts are at hand.
fn asked(facts: &Facts, dasar: Dasar, indeks: &Indeks, id: PegawaiId, to: Option<PostId>) -> Vec<Telaah> {
    let mut all: Vec<Telaah> = facts.rules.iter().map(|rule| one(facts, rule, id, to)).collect();
    fakta::find(facts, dasar, indeks, (id, to), &mut all);
    all
}

/// Tells of a move of the plan what only the whole plan knows: who else moves.
pub fn as_planned(all: &mut [Telaah], step: &Move) {
    keluarga::as_planned(all, step);
    berlebih::as_planned(all, step);
}

fn one(facts: &Facts, rule: &Rule, id: PegawaiId, to: Option<PostId>) -> Telaah {
    let entry = facts.enforced.iter().find(|entry| entry.rule.code == rule.code);
    let verdict = entry.and_then(|entry| verdict(facts, entry, id, to));
    let waived = facts.arahan.pengecualian(facts.needs, id, rule.code, to);
    let akibat = match (entry, &verdict) {
        (Some(entry), Some(verdict)) => match (entry.akibat(verdict.answer), waived) {
            (Akibat::Menahan, Some(_)) => Akibat::Catatan,
            (akibat, _) => akibat,
        },
        (Some(_), None) => Akibat::TanpaTujuan,
        (None, _) => Akibat::Dimatikan,
    };
    Telaah {
        code: rule.code,
        title: match facts.law.waits(rule.code) {
            Some(sejak) => format!("{} (berlaku mulai {})", rule.title, sejak.in_words()),
            None => rule.title.to_string(),
        },
        tingkat: facts.law.rule(rule.code).tingkat.label(),
        jawaban: verdict.as_ref().map_or("", |verdict| verdict.answer.label()),
        nilai: verdict.as_ref().map(|verdict| verdict.answer.nilai()),
        akibat,
        sentence: match (waived, verdict.map(|verdict| verdict.sentence).unwrap_or_default()) {
            (Some(keputusan), sentence) => format!("dikecualikan oleh {}; {sentence}", keputusan.oleh()),
            (None, sentence) => sentence,
        },
        fakta: Vec::new(),
    }
}

/// The answer in words; `None` where a rule about a post has none to look at.
fn verdict(facts: &Facts, entry: &Enforced, id: PegawaiId, to: Option<PostId>) -> Option<Verdict> {
    entry.rule.judge.of_person(&facts.person(id, true)).or_else(|| {
        let from = facts.needs.post_of[id.0 as usize]?;
        entry.rule.judge.of_pair(&facts.pair(id, from, to?, true))
    })
}

#[cfg(test)]
mod tests;
