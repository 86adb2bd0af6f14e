//! Where leadership does not want a person, the plan does not send him or her.

use crate::model::keputusan::Tindakan;
use crate::place::facts::Pair;
use crate::place::rules::keputusan_tetap::{decide, in_words};
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-151",
    title: "Tidak ada keputusan pimpinan yang menutup tempat itu bagi pegawai ini",
    basis: "Keputusan pimpinan pada lembar Keputusan",
    judge: Judge::FewPosts(judge, |facts, id| facts.arahan.units(facts, id)),
    examples: &[
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: TERPENUHI },
        Example {
            change: |scene| decide(scene, Tindakan::Tetapkan, true),
            answer: Answer::Terpenuhi,
            sentence: TERPENUHI,
        },
        Example {
            change: |scene| decide(scene, Tindakan::Tolak, true),
            answer: Answer::TidakTerpenuhi,
            sentence: "keputusan “Tolak” oleh Bupati: masih dibutuhkan",
        },
        Example {
            change: |scene| decide(scene, Tindakan::Larang, true),
            answer: Answer::TidakTerpenuhi,
            sentence: "keputusan “Larang” oleh Bupati: masih dibutuhkan",
        },
    ],
};

const TERPENUHI: &str = "tidak ada keputusan yang menutup tempat itu";

/// Whom leadership sends to one post, it keeps from all others; a rule about a person that is waived for one place still
/// holds for all others.
fn judge(ask: &Pair) -> Verdict {
    match ask.facts.arahan.penolak(ask.facts.needs, ask.id, ask.to_id) {
        None => ask.say.met(|| TERPENUHI.into()),
        Some(keputusan) => ask.say.unmet(|| in_words(keputusan)),
    }
}
