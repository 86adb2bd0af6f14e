//! A SIP is for one place: the new one needs another.

use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-139",
    title: "SIP tenaga kesehatan berlaku di tempat yang dituju",
    basis: "UU 17/2023",
    judge: Judge::Pair(judge),
    examples: &[
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: "Guru Kelas, tidak memerlukan SIP" },
        Example {
            change: |scene| scene.to().jabatan = "Perawat".into(),
            answer: Answer::TidakTerpenuhi,
            sentence: "SIP untuk SD Negeri 2 Jangkat perlu diurus sesudah keputusan",
        },
        Example {
            change: |scene| {
                scene.to().jabatan = "Perawat".into();
                scene.to().unit = scene.from().unit;
            },
            answer: Answer::Terpenuhi,
            sentence: "tetap di SD Negeri 1 Bangko, tempat SIP tidak berganti",
        },
    ],
};

/// No workbook tells of a SIP for a place where the person does not work yet, so it is something to do whenever
/// the unit changes. Whether a SIP of the place that is left still runs does not matter.
fn judge(ask: &Pair) -> Verdict {
    if !ask.new_post().tenaga_kesehatan {
        return ask.say.met(|| format!("{}, tidak memerlukan SIP", ask.to.jabatan));
    }
    if ask.from.unit == ask.to.unit {
        return ask.say.met(|| format!("tetap di {}, tempat SIP tidak berganti", ask.facts.unit_of(ask.to).nama));
    }
    ask.say.unmet(|| format!("SIP untuk {} perlu diurus sesudah keputusan", ask.facts.unit_of(ask.to).nama))
}
