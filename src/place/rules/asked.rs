//! The rules asked of the facts: what forbids a move, what speaks for it, what asks for a look.

use super::enforced::Effect;
use super::{Enforced, Mask, Verdict, masa_jabatan_maksimal, refused_by};
use crate::law::Tingkat;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::RuleNote;
use crate::model::telaah::Nilai;
use crate::place::facts::Facts;

impl Facts<'_> {
    /// All rules that forbid a person every move, but for those that leadership waives for him or her.
    pub fn person_mask(&self, id: PegawaiId) -> Mask {
        let mask = self.raw_person_mask(id);
        mask.without(self.waived(id, None, mask))
    }

    /// The same, whatever is waived.
    pub fn raw_person_mask(&self, id: PegawaiId) -> Mask {
        let ask = self.person(id, false);
        let mut mask = Mask::default();
        for entry in &self.enforced {
            let verdict = entry.rule.judge.of_person(&ask);
            if verdict.is_some_and(|verdict| entry.effect(verdict.answer) == Effect::Block) {
                mask.add(entry.index);
            }
        }
        mask
    }

    /// All rules that forbid a person this post, beside those that forbid every move. Each is asked directly; of all
    /// pairs of a region `place/judged.rs` gives the same with far fewer questions.
    pub fn pair_mask(&self, id: PegawaiId, from: PostId, to: PostId) -> Mask {
        let mask = self.raw_pair_mask(id, from, to);
        mask.without(self.waived(id, Some(to), mask))
    }

    /// The same, whatever is waived.
    pub fn raw_pair_mask(&self, id: PegawaiId, from: PostId, to: PostId) -> Mask {
        refused_by(&self.pair_rules, &self.pair(id, from, to, false))
    }

    /// Whether no rule forbids a person this post.
    pub fn allows(&self, id: PegawaiId, from: PostId, to: PostId) -> bool {
        if self.arahan.is_lepas(id) {
            return self.pair_mask(id, from, to).is_empty();
        }
        let ask = self.pair(id, from, to, false);
        !self.pair_rules.iter().any(|entry| entry.forbids(&ask))
    }

    /// What forbids a person every move, in words.
    pub fn person_blocks(&self, id: PegawaiId) -> Vec<RuleNote> {
        let mut notes = self.person_notes(id, Effect::Block);
        notes.retain(|note| self.arahan.pengecualian(self.needs, id, note.code, None).is_none());
        notes
    }

    /// What forbids a person this post, in words, beside what forbids every move.
    pub fn pair_blocks(&self, id: PegawaiId, from: PostId, to: PostId) -> Vec<RuleNote> {
        let pair = self.pair(id, from, to, true);
        let mut notes = self.notes(|entry| entry.rule.judge.of_pair(&pair), Effect::Block);
        notes.retain(|note| self.arahan.pengecualian(self.needs, id, note.code, Some(to)).is_none());
        notes
    }

    /// What speaks for moving a person to this post, in words. Rotation is a change of unit: within one it speaks for
    /// nothing.
    pub fn urges_to(&self, id: PegawaiId, to: PostId) -> Vec<RuleNote> {
        let mut notes = self.person_notes(id, Effect::Urge);
        if self.roster.pegawai(id).unit == self.needs.post(to).unit {
            notes.retain(|note| note.code != masa_jabatan_maksimal::RULE.code);
        }
        notes
    }

    /// Codes of the rules that may block and let the move pass without having judged it, though the folder tells of what
    /// they ask. Of what it tells of nobody the sheet *Aturan* speaks, once for the run.
    pub fn unjudged(&self, id: PegawaiId, to: PostId) -> Vec<&'static str> {
        let Some(from) = self.needs.post_of[id.0 as usize] else { return Vec::new() };
        let (person, pair) = (self.person(id, false), self.pair(id, from, to, false));
        let unjudged = |entry: &&Enforced| {
            let verdict = entry.rule.judge.of_person(&person).or_else(|| entry.rule.judge.of_pair(&pair));
            verdict.is_some_and(|told| told.answer.nilai() == Nilai::TidakDapatDinilai)
        };
        let told = |entry: &&Enforced| self.tersedia.lacks(entry.rule.code).is_none();
        let blocking = self.enforced.iter().filter(|entry| entry.tingkat == Tingkat::Blokir);
        blocking.filter(told).filter(unjudged).map(|entry| entry.rule.code).collect()
    }

    /// The rules that a move breaks because leadership waives them for this person and post, in words.
    pub fn excepted(&self, id: PegawaiId, to: PostId) -> Vec<RuleNote> {
        let Some(from) = self.needs.post_of[id.0 as usize].filter(|_| self.arahan.is_lepas(id)) else {
            return Vec::new();
        };
        let [person, pair] = [self.raw_person_mask(id), self.raw_pair_mask(id, from, to)];
        let both = Mask(person.0 | pair.0);
        self.notes_of(self.waived(id, Some(to), both), id, from, to)
    }

    /// What these rules say of a person and a post, in words.
    pub fn notes_of(&self, mask: Mask, id: PegawaiId, from: PostId, to: PostId) -> Vec<RuleNote> {
        let (person, pair) = (self.person(id, true), self.pair(id, from, to, true));
        let note = |entry: &Enforced| {
            let verdict = entry.rule.judge.of_person(&person).or_else(|| entry.rule.judge.of_pair(&pair))?;
            Some(RuleNote { code: entry.rule.code, nilai: verdict.answer.nilai(), sentence: verdict.sentence })
        };
        self.enforced.iter().filter(|entry| mask.has(entry.index)).filter_map(note).collect()
    }

    fn person_notes(&self, id: PegawaiId, wanted: Effect) -> Vec<RuleNote> {
        let ask = self.person(id, true);
        self.notes(|entry| entry.rule.judge.of_person(&ask), wanted)
    }

    /// What asks for a look at a move, in words.
    pub fn warnings(&self, id: PegawaiId, from: PostId, to: PostId) -> Vec<RuleNote> {
        let (person, pair) = (self.person(id, true), self.pair(id, from, to, true));
        let verdict =
            |entry: &Enforced| entry.rule.judge.of_person(&person).or_else(|| entry.rule.judge.of_pair(&pair));
        let mut notes = self.notes(verdict, Effect::Note);
        if self.arahan.is_lepas(id) {
            notes.extend(self.bent(id, to, self.notes(verdict, Effect::Block)));
            notes.sort_by_key(|note| note.code);
        }
        notes
    }

    /// Rules that a move breaks because leadership waives them, with who did and why.
    fn bent(&self, id: PegawaiId, to: PostId, broken: Vec<RuleNote>) -> Vec<RuleNote> {
        let bent = |note: RuleNote| {
            let keputusan = self.arahan.pengecualian(self.needs, id, note.code, Some(to))?;
            let sentence = format!("dikecualikan oleh {}; {}", keputusan.oleh(), note.sentence);
            Some(RuleNote { sentence, ..note })
        };
        broken.into_iter().filter_map(bent).collect()
    }

    fn notes(&self, verdict: impl Fn(&Enforced) -> Option<Verdict>, wanted: Effect) -> Vec<RuleNote> {
        let note = |entry: &Enforced| {
            let verdict = verdict(entry)?;
            (entry.effect(verdict.answer) == wanted).then_some(RuleNote {
                code: entry.rule.code,
                nilai: verdict.answer.nilai(),
                sentence: verdict.sentence,
            })
        };
        self.enforced.iter().filter_map(note).collect()
    }
}
