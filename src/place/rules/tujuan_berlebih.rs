//! A post to go to does not hold more people than it needs: only leadership sends somebody there all the same, and is told.

use crate::model::angka::ribuan;
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

/// What is said of a move whose post the plan leaves within its need.
pub const MET: &str = "sesudah rencana ini tempat yang dituju tidak berisi lebih dari kebutuhannya";

pub(in crate::place) const RULE: Rule = Rule {
    code: "A-160",
    title: "Tempat yang dituju tidak berisi lebih dari kebutuhannya",
    basis: "Pilihan kantor; kebutuhan menurut anjab dan ABK",
    judge: Judge::Post(judge),
    examples: &[
        Example {
            change: |scene| scene.to().riil = 5,
            answer: Answer::Terpenuhi,
            sentence: "tempat yang dituju menjadi 6 orang, kebutuhan 6 orang",
        },
        Example {
            change: |scene| scene.to().riil = 6,
            answer: Answer::TidakTerpenuhi,
            sentence: "tempat yang dituju menjadi 7 orang, kebutuhan 6 orang: lebih 1 orang",
        },
        Example {
            change: |scene| scene.to().kebutuhan = None,
            answer: Answer::TidakDinilai,
            sentence: "kebutuhan jabatan yang dituju belum diketahui",
        },
    ],
};

/// Of the post as it is today with one person more; the plan, which knows who leaves, judges its own moves once more
/// (`place/berlebih.rs`).
fn judge(ask: &Pair) -> Verdict {
    let Some(need) = &ask.to.kebutuhan else {
        return ask.say.unjudged(|| "kebutuhan jabatan yang dituju belum diketahui".into());
    };
    let then = ask.to.riil + 1;
    match then > need.hi {
        true => ask.say.unmet(|| format!("tempat yang dituju {}", lebih(then, need.hi))),
        false => ask.say.met(|| format!("tempat yang dituju menjadi {then} orang, kebutuhan {} orang", need.angka())),
    }
}

/// `menjadi 16 orang, kebutuhan 12 orang: lebih 4 orang`.
pub fn lebih(ada: u32, kebutuhan: u32) -> String {
    let [after, need, over] = [ada, kebutuhan, ada.saturating_sub(kebutuhan)].map(|count| ribuan(count.into()));
    format!("menjadi {after} orang, kebutuhan {need} orang: lebih {over} orang")
}
