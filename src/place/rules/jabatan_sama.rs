//! A move keeps the jabatan.

use crate::model::jabatan::{Jenjang, name_key};
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-109",
    title: "Jabatan yang dituju sama dengan jabatan sekarang",
    basis: "PermenPANRB 1/2023 (pindah jabatan fungsional memerlukan uji kompetensi); pilihan kantor",
    judge: Judge::Kind(judge),
    examples: &[
        Example {
            change: |scene| scene.to().jabatan = "GURU KELAS".into(),
            answer: Answer::Terpenuhi,
            sentence: "jabatan sekarang dan yang dituju sama: Guru Kelas",
        },
        Example {
            change: |scene| scene.to().jabatan = "Guru PJOK".into(),
            answer: Answer::TidakTerpenuhi,
            sentence: "jabatan sekarang Guru Kelas, yang dituju Guru PJOK",
        },
        Example {
            change: |scene| scene.to().jenjang = Some(Jenjang::AhliPertama),
            answer: Answer::Terpenuhi,
            sentence: "jabatan sekarang dan yang dituju sama: Guru Kelas",
        },
        Example {
            change: |scene| scene.to().jenjang = Some(Jenjang::AhliMuda),
            answer: Answer::TidakTerpenuhi,
            sentence: "jenjang sekarang Ahli Pertama, yang dituju Ahli Muda",
        },
        Example {
            change: |scene| {
                scene.to().jenjang = Some(Jenjang::AhliMuda);
                scene.pegawai().jabatan.jenjang = None;
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "jenjang sekarang tidak diketahui, yang dituju Ahli Muda",
        },
    ],
};

fn judge(ask: &Pair) -> Verdict {
    let (from, to) = (&ask.from.jabatan, &ask.to.jabatan);
    // Equal spellings are the common case, and this is asked of every pair.
    if from != to && name_key(from) != name_key(to) {
        return ask.say.unmet(|| format!("jabatan sekarang {from}, yang dituju {to}"));
    }
    let same = || format!("jabatan sekarang dan yang dituju sama: {from}");
    match (ask.pegawai.jabatan.jenjang, ask.to.jenjang) {
        (_, None) => ask.say.met(same),
        (Some(own), Some(wanted)) if own == wanted => ask.say.met(same),
        (Some(own), Some(wanted)) => {
            ask.say.unmet(|| format!("jenjang sekarang {}, yang dituju {}", own.label(), wanted.label()))
        }
        (None, Some(wanted)) => {
            ask.say.unknown(|| format!("jenjang sekarang tidak diketahui, yang dituju {}", wanted.label()))
        }
    }
}
