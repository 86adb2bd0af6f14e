//! Only people whose legal standing is active.

use crate::model::status::KedudukanHukum;
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-106",
    title: "Kedudukan hukum pegawai aktif",
    basis: "PP 11/2017 Pasal 64 ayat (1)",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| scene.pegawai().kedudukan = KedudukanHukum::Aktif,
            answer: Answer::Terpenuhi,
            sentence: "kedudukan hukum Aktif",
        },
        Example {
            change: |scene| scene.pegawai().kedudukan = KedudukanHukum::TugasBelajar,
            answer: Answer::TidakTerpenuhi,
            sentence: "kedudukan hukum Tugas Belajar, syarat Aktif",
        },
    ],
};

fn judge(ask: &Person) -> Verdict {
    let kedudukan = ask.pegawai.kedudukan;
    if kedudukan.fills_post() {
        ask.say.met(|| format!("kedudukan hukum {}", kedudukan.label()))
    } else {
        ask.say.unmet(|| format!("kedudukan hukum {}, syarat Aktif", kedudukan.label()))
    }
}
