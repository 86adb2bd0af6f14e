//! Into another jabatan fungsional only after a test of competence.

use crate::model::jabatan::JenisJabatan;
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-133",
    title: "Perpindahan ke jabatan fungsional lain didahului uji kompetensi",
    basis: "PermenPANRB 1/2023",
    judge: Judge::Kind(judge),
    examples: &[
        Example {
            change: |_| (),
            answer: Answer::Terpenuhi,
            sentence: "jabatan fungsional tetap Guru Kelas, tanpa uji kompetensi",
        },
        Example {
            change: |scene| scene.to().jabatan = "Guru PJOK".into(),
            answer: Answer::TidakTerpenuhi,
            sentence: "jabatan sekarang Guru Kelas, yang dituju jabatan fungsional Guru PJOK; hasil uji kompetensi perlu \
                       dilampirkan",
        },
        Example {
            change: |scene| {
                scene.to().jabatan = "Pengelola Keuangan".into();
                scene.state(scene.to, JenisJabatan::Pelaksana, None, None);
            },
            answer: Answer::Terpenuhi,
            sentence: "Pengelola Keuangan, bukan jabatan fungsional",
        },
    ],
};

fn judge(ask: &Pair) -> Verdict {
    let (from, to) = (&ask.from.jabatan, &ask.to.jabatan);
    if ask.new_post().jenis != JenisJabatan::Fungsional {
        ask.say.met(|| format!("{to}, bukan jabatan fungsional"))
    } else if ask.same_name() {
        ask.say.met(|| format!("jabatan fungsional tetap {to}, tanpa uji kompetensi"))
    } else {
        ask.say.unmet(|| {
            format!(
                "jabatan sekarang {from}, yang dituju jabatan fungsional {to}; hasil uji kompetensi perlu dilampirkan"
            )
        })
    }
}
