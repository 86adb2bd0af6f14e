//! A post to go to has a known need.

use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-110",
    title: "Jabatan yang dituju memiliki kebutuhan menurut anjab dan ABK",
    basis: "Peraturan BKN 5/2019 Pasal 3",
    judge: Judge::Post(judge),
    examples: &[
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: "kebutuhan jabatan yang dituju 6 orang" },
        Example {
            change: |scene| scene.to().kebutuhan.iter_mut().for_each(|need| (need.lo, need.hi) = (1, 2)),
            answer: Answer::Terpenuhi,
            sentence: "kebutuhan jabatan yang dituju 1 sampai 2 orang",
        },
        Example {
            change: |scene| scene.to().kebutuhan.iter_mut().for_each(|need| (need.lo, need.hi) = (0, 0)),
            answer: Answer::TidakTerpenuhi,
            sentence: "kebutuhan jabatan yang dituju 0 orang",
        },
        Example {
            change: |scene| scene.to().kebutuhan = None,
            answer: Answer::TidakDapatDinilai,
            sentence: "kebutuhan jabatan yang dituju belum diketahui",
        },
    ],
};

/// A full post may still be entered when someone leaves it in the same plan; its upper bound sees to that.
fn judge(ask: &Pair) -> Verdict {
    match &ask.to.kebutuhan {
        None => ask.say.unknown(|| "kebutuhan jabatan yang dituju belum diketahui".into()),
        Some(need) if need.hi == 0 => ask.say.unmet(|| "kebutuhan jabatan yang dituju 0 orang".into()),
        Some(need) if need.lo < need.hi => {
            ask.say.met(|| format!("kebutuhan jabatan yang dituju {} sampai {} orang", need.lo, need.hi))
        }
        Some(need) => ask.say.met(|| format!("kebutuhan jabatan yang dituju {} orang", need.hi)),
    }
}
