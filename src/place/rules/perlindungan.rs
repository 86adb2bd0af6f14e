//! People under protection are moved only with care.

use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-112",
    title: "Pegawai tidak bertanda perlindungan",
    basis: "UU 39/1999, UU 4/2024, dan UU 8/2016; pilihan kantor",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| scene.pegawai().perlindungan = false,
            answer: Answer::Terpenuhi,
            sentence: "tidak bertanda perlindungan",
        },
        Example {
            change: |scene| scene.pegawai().perlindungan = true,
            answer: Answer::TidakTerpenuhi,
            sentence: "bertanda perlindungan, penempatan perlu dibicarakan dengan pegawai",
        },
    ],
};

/// The flag carries no reason, and none is asked for (domain R37, R38).
fn judge(ask: &Person) -> Verdict {
    if ask.pegawai.perlindungan {
        ask.say.unmet(|| "bertanda perlindungan, penempatan perlu dibicarakan dengan pegawai".into())
    } else {
        ask.say.met(|| "tidak bertanda perlindungan".into())
    }
}
