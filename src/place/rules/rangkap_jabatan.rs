//! One person, one jabatan.

use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-132",
    title: "Pejabat administrasi tidak merangkap jabatan fungsional",
    basis: "PP 11/2017 Pasal 53",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |_| (),
            answer: Answer::Terpenuhi,
            sentence: "satu jabatan tertulis: Guru Kelas Ahli Pertama",
        },
        Example {
            change: |scene| scene.pegawai().profesi.jabatan_lain = Some("Analis Kepegawaian".into()),
            answer: Answer::TidakTerpenuhi,
            sentence: "tertulis dua jabatan, Guru Kelas Ahli Pertama dan Analis Kepegawaian; tetapkan dahulu yang berlaku",
        },
    ],
};

fn judge(ask: &Person) -> Verdict {
    let own = &ask.pegawai.jabatan;
    match &ask.pegawai.profesi.jabatan_lain {
        None => ask.say.met(|| format!("satu jabatan tertulis: {own}")),
        Some(other) => {
            ask.say.unmet(|| format!("tertulis dua jabatan, {own} dan {other}; tetapkan dahulu yang berlaku"))
        }
    }
}
