//! The rules about placements: one file each, and one line here.

use crate::law::{Law, Tingkat};
use crate::model::needs::{Needs, Post, PostId};
use crate::model::pegawai::{Pegawai, PegawaiId};
use crate::model::plan::RuleNote;
use crate::model::roster::Roster;
use crate::model::telaah::Akibat;
use crate::place::facts::{Facts, Pair, Person, Say};
use crate::settings::Settings;

/// Declares the files and lists their rules, in order of their codes.
macro_rules! rules {
    ($($name:ident),+ $(,)?) => {
        $(pub mod $name;)+

        /// Every rule, in order of its code. A rule's place here is its bit in a [`Mask`].
        pub const RULES: &[&Rule] = &[$(&$name::RULE),+];
    };
}

rules![
    masa_jabatan_minimal,
    masa_jabatan_maksimal,
    cpns,
    pppk,
    mendekati_bup,
    kedudukan_hukum,
    hukuman_disiplin,
    pimpinan,
    jabatan_sama,
    kebutuhan_tujuan,
    unit_asal,
    perlindungan,
    bukan_asn,
    sekolah_swasta,
    kewenangan,
];

/// One rule: what it says, on what it rests, how it decides.
pub struct Rule {
    /// Stable code, `A-101`; severity and numbers stand under it in `law/aturan.toml`.
    pub code: &'static str,
    /// The rule as a sentence that is true when it is met.
    pub title: &'static str,
    /// The article it rests on, or that it is a choice of the office.
    pub basis: &'static str,
    pub judge: Judge,
    /// Cases just on either side of the line.
    pub examples: &'static [Example],
}

/// Whether a rule is about a person alone or about a person and a post.
pub enum Judge {
    Person(fn(&Person) -> Verdict),
    Pair(fn(&Pair) -> Verdict),
}

/// What a rule answers. Missing facts are an answer of their own: nothing is decided without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Terpenuhi,
    /// Met, but someone should look.
    TerpenuhiDenganCatatan,
    TidakTerpenuhi,
    /// Not met, and a move would mend it: speaks for moving, whatever the severity.
    MutasiDianjurkan,
    TidakDapatDinilai,
}

impl Answer {
    /// The answer in a word.
    pub fn label(self) -> &'static str {
        match self {
            Answer::Terpenuhi => "terpenuhi",
            Answer::TerpenuhiDenganCatatan => "terpenuhi dengan catatan",
            Answer::TidakTerpenuhi => "tidak terpenuhi",
            Answer::MutasiDianjurkan => "mutasi dianjurkan",
            Answer::TidakDapatDinilai => "tidak dapat dinilai",
        }
    }
}

/// An answer with both sides of the comparison in words (empty when words were not wanted).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub answer: Answer,
    pub sentence: String,
}

impl Say {
    pub fn met(self, sentence: impl FnOnce() -> String) -> Verdict {
        Verdict { answer: Answer::Terpenuhi, sentence: self.words(sentence) }
    }

    pub fn met_but(self, sentence: impl FnOnce() -> String) -> Verdict {
        Verdict { answer: Answer::TerpenuhiDenganCatatan, sentence: self.words(sentence) }
    }

    pub fn unmet(self, sentence: impl FnOnce() -> String) -> Verdict {
        Verdict { answer: Answer::TidakTerpenuhi, sentence: self.words(sentence) }
    }

    pub fn urged(self, sentence: impl FnOnce() -> String) -> Verdict {
        Verdict { answer: Answer::MutasiDianjurkan, sentence: self.words(sentence) }
    }

    pub fn unknown(self, sentence: impl FnOnce() -> String) -> Verdict {
        Verdict { answer: Answer::TidakDapatDinilai, sentence: self.words(sentence) }
    }
}

/// A case: a small region changed a little, and what the rule then says of the person (and the post).
pub struct Example {
    pub change: fn(&mut Scene),
    pub answer: Answer,
    pub sentence: &'static str,
}

/// The region an example changes: a person who may go from a full post to a short one.
pub struct Scene {
    pub roster: Roster,
    pub needs: Needs,
    pub settings: Settings,
    pub id: PegawaiId,
    pub from: PostId,
    pub to: PostId,
}

impl Scene {
    pub fn pegawai(&mut self) -> &mut Pegawai {
        &mut self.roster.pegawai[self.id.0 as usize]
    }

    pub fn from(&mut self) -> &mut Post {
        &mut self.needs.posts[self.from.0 as usize]
    }

    pub fn to(&mut self) -> &mut Post {
        &mut self.needs.posts[self.to.0 as usize]
    }
}

/// A rule with the severity that holds for the run.
#[derive(Clone, Copy)]
pub struct Enforced {
    pub rule: &'static Rule,
    pub tingkat: Tingkat,
    /// Position in [`RULES`].
    pub index: usize,
}

/// The rules that are asked under this law: those not switched off.
pub fn enforced(law: &Law) -> Vec<Enforced> {
    let rules = RULES.iter().enumerate();
    let all = rules.map(|(index, rule)| Enforced { rule, tingkat: law.rule(rule.code).tingkat, index });
    all.filter(|entry| entry.tingkat != Tingkat::Mati).collect()
}

/// A set of rules, by their position in [`RULES`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

    fn add(&mut self, index: usize) {
        self.0 |= 1 << index;
    }
}

impl Enforced {
    /// What people are told to follow from an answer.
    pub fn akibat(&self, answer: Answer) -> Akibat {
        match self.effect(answer) {
            Effect::Block => Akibat::Menahan,
            Effect::Note => Akibat::Catatan,
            Effect::Urge => Akibat::Dianjurkan,
            Effect::None => Akibat::TidakAda,
        }
    }

    /// What follows from an answer: the move is blocked, noted, or neither.
    fn effect(&self, answer: Answer) -> Effect {
        match (answer, self.tingkat) {
            (Answer::Terpenuhi, _) | (_, Tingkat::Mati) => Effect::None,
            (Answer::MutasiDianjurkan, _) => Effect::Urge,
            (Answer::TidakTerpenuhi | Answer::TidakDapatDinilai, Tingkat::Blokir) => Effect::Block,
            (Answer::TerpenuhiDenganCatatan, Tingkat::Blokir) => Effect::Note,
            (_, Tingkat::Peringatan | Tingkat::Info) => Effect::Note,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Effect {
    None,
    Urge,
    Note,
    Block,
}

impl Facts<'_> {
    /// All rules that forbid a person every move.
    pub fn person_mask(&self, id: PegawaiId) -> Mask {
        let ask = self.person(id, false);
        let mut mask = Mask::default();
        for entry in &self.enforced {
            if let Judge::Person(judge) = entry.rule.judge
                && entry.effect(judge(&ask).answer) == Effect::Block
            {
                mask.add(entry.index);
            }
        }
        mask
    }

    /// All rules that forbid a person this post, beside those that forbid every move.
    pub fn pair_mask(&self, id: PegawaiId, from: PostId, to: PostId) -> Mask {
        let ask = self.pair(id, from, to, false);
        let mut mask = Mask::default();
        for entry in &self.pair_rules {
            if let Judge::Pair(judge) = entry.rule.judge
                && entry.effect(judge(&ask).answer) == Effect::Block
            {
                mask.add(entry.index);
            }
        }
        mask
    }

    /// What forbids a person every move, in words.
    pub fn person_blocks(&self, id: PegawaiId) -> Vec<RuleNote> {
        self.person_notes(id, Effect::Block)
    }

    /// What speaks for moving a person at all, in words.
    pub fn urges(&self, id: PegawaiId) -> Vec<RuleNote> {
        self.person_notes(id, Effect::Urge)
    }

    fn person_notes(&self, id: PegawaiId, wanted: Effect) -> Vec<RuleNote> {
        let ask = self.person(id, true);
        let verdict = |entry: &Enforced| match entry.rule.judge {
            Judge::Person(judge) => Some(judge(&ask)),
            Judge::Pair(_) => None,
        };
        self.notes(verdict, wanted)
    }

    /// What asks for a look at a move, in words.
    pub fn warnings(&self, id: PegawaiId, from: PostId, to: PostId) -> Vec<RuleNote> {
        let (person, pair) = (self.person(id, true), self.pair(id, from, to, true));
        let verdict = |entry: &Enforced| match entry.rule.judge {
            Judge::Person(judge) => Some(judge(&person)),
            Judge::Pair(judge) => Some(judge(&pair)),
        };
        self.notes(verdict, Effect::Note)
    }

    fn notes(&self, verdict: impl Fn(&Enforced) -> Option<Verdict>, wanted: Effect) -> Vec<RuleNote> {
        let note = |entry: &Enforced| {
            let verdict = verdict(entry)?;
            (entry.effect(verdict.answer) == wanted)
                .then_some(RuleNote { code: entry.rule.code, sentence: verdict.sentence })
        };
        self.enforced.iter().filter_map(note).collect()
    }
}

#[cfg(test)]
pub(crate) mod tests;
