//! Private schools have conditions that the workbooks do not show.

use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-114",
    title: "Sekolah yang dituju sekolah negeri",
    basis: "Permendikdasmen 1/2025 (syarat guru ASN di sekolah masyarakat)",
    judge: Judge::Post(judge),
    examples: &[
        Example { change: |scene| negeri(scene, true), answer: Answer::Terpenuhi, sentence: "yang dituju unit negeri" },
        Example {
            change: |scene| negeri(scene, false),
            answer: Answer::TidakTerpenuhi,
            sentence: "yang dituju sekolah swasta, penempatannya memerlukan rekomendasi tim pertimbangan",
        },
    ],
};

fn negeri(scene: &mut Scene, negeri: bool) {
    let unit = scene.to().unit;
    scene.roster.units[unit.0 as usize].sekolah.iter_mut().for_each(|sekolah| sekolah.negeri = negeri);
}

fn judge(ask: &Pair) -> Verdict {
    if ask.facts.unit_of(ask.to).sekolah.as_ref().is_none_or(|sekolah| sekolah.negeri) {
        ask.say.met(|| "yang dituju unit negeri".into())
    } else {
        ask.say.unmet(|| "yang dituju sekolah swasta, penempatannya memerlukan rekomendasi tim pertimbangan".into())
    }
}
