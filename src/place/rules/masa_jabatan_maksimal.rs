//! No more than five years in one unit: a reason for rotation, never against it.

use jiff::civil::date;

use crate::model::tanggal::{months_between, months_in_words};
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-102",
    title: "Masa di unit yang sama tidak melewati batas rotasi",
    basis: "PP 11/2017 Pasal 190 ayat (3); Peraturan BKN 5/2019 Pasal 2 ayat (3)",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| scene.pegawai().tmt_unit = Some(date(2021, 12, 1)),
            answer: Answer::Terpenuhi,
            sentence: "masa di unit 5 tahun, batas 5 tahun",
        },
        Example {
            change: |scene| scene.pegawai().tmt_unit = Some(date(2021, 11, 1)),
            answer: Answer::MutasiDianjurkan,
            sentence: "masa di unit 5 tahun 1 bulan, batas 5 tahun; rotasi dianjurkan",
        },
        Example {
            change: |scene| scene.pegawai().tmt_unit = None,
            answer: Answer::TidakDinilai,
            sentence: "TMT unit tidak ada",
        },
    ],
};

/// Only the clock of the unit speaks here; where it is unknown, rotation is not judged at all.
fn judge(ask: &Person) -> Verdict {
    let limit = ask.facts.law.parameter("A-102", "masa_jabatan_maks_bulan") as i32;
    let Some(since) = ask.pegawai.tmt_unit else {
        return ask.say.unjudged(|| "TMT unit tidak ada".into());
    };
    let months = months_between(since, ask.facts.roster.tanggal_efektif);
    let both = || format!("masa di unit {}, batas {}", months_in_words(months.max(0)), months_in_words(limit));
    if months <= limit { ask.say.met(both) } else { ask.say.urged(|| both() + "; rotasi dianjurkan") }
}
