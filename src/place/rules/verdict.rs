//! What a rule answers, with both sides of its comparison in words.

use crate::model::telaah::Nilai;
use crate::place::facts::Say;

/// What a rule answers. Missing facts are an answer of their own: nothing is decided without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Terpenuhi,
    /// Met, but someone should look.
    TerpenuhiDenganCatatan,
    TidakTerpenuhi,
    /// Not met, and a move would mend it: speaks for moving, whatever the severity.
    MutasiDianjurkan,
    /// A fact is missing that must be known before anybody moves.
    TidakDapatDinilai,
    /// A fact is missing without which a move may be decided all the same, after a look.
    TidakDinilaiDenganCatatan,
    /// The folder does not give the facts, or nobody laid them down: that is said, and nothing follows.
    TidakDinilai,
}

impl Answer {
    /// The answer in a word.
    pub fn label(self) -> &'static str {
        match self {
            Answer::Terpenuhi => "terpenuhi",
            Answer::TerpenuhiDenganCatatan => "terpenuhi dengan catatan",
            Answer::TidakTerpenuhi => "tidak terpenuhi",
            Answer::MutasiDianjurkan => "mutasi dianjurkan",
            Answer::TidakDapatDinilai | Answer::TidakDinilaiDenganCatatan | Answer::TidakDinilai => {
                "tidak dapat dinilai"
            }
        }
    }

    /// Whether the rule is met, whatever follows from it.
    pub fn nilai(self) -> Nilai {
        match self {
            Answer::Terpenuhi | Answer::TerpenuhiDenganCatatan => Nilai::Terpenuhi,
            Answer::TidakTerpenuhi | Answer::MutasiDianjurkan => Nilai::TidakTerpenuhi,
            Answer::TidakDapatDinilai | Answer::TidakDinilaiDenganCatatan | Answer::TidakDinilai => {
                Nilai::TidakDapatDinilai
            }
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

    pub fn unjudged_but(self, sentence: impl FnOnce() -> String) -> Verdict {
        Verdict { answer: Answer::TidakDinilaiDenganCatatan, sentence: self.words(sentence) }
    }

    pub fn unjudged(self, sentence: impl FnOnce() -> String) -> Verdict {
        Verdict { answer: Answer::TidakDinilai, sentence: self.words(sentence) }
    }
}
