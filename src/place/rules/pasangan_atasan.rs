//! Nobody comes directly under a husband or wife.

use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-122",
    title: "Pasangan tidak menjadi atasan atau bawahan langsung",
    basis: "PP 11/2017 Pasal 190 ayat (5) (larangan konflik kepentingan)",
    judge: Judge::Pair(judge),
    examples: &[
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: "tidak ada pasangan di unit yang dituju" },
        Example {
            change: |scene| married(scene, "Wali Kelas"),
            answer: Answer::Terpenuhi,
            sentence: "pasangan bertugas di unit yang dituju, tidak memimpinnya",
        },
        Example {
            change: |scene| married(scene, "Kepala Perpustakaan"),
            answer: Answer::Terpenuhi,
            sentence: "pasangan bertugas di unit yang dituju, tidak memimpinnya",
        },
        Example {
            change: |scene| married(scene, "Kepala Sekolah"),
            answer: Answer::TidakTerpenuhi,
            sentence: "pasangan memimpin unit yang dituju sebagai Kepala Sekolah",
        },
        Example {
            change: |scene| {
                married(scene, "Wali Kelas");
                scene.pegawai().tugas_tambahan = Some("Kepala Sekolah".into());
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "pegawai ini memimpin unit sebagai Kepala Sekolah, pasangan bertugas di unit yang dituju",
        },
    ],
};

/// Marries the person to somebody with this duty in the unit to go to.
fn married(scene: &mut Scene, duty: &str) {
    let (to, nip) = (scene.to().unit, scene.pegawai().nip);
    let spouse = scene.roster.pegawai.iter_mut().find(|pegawai| pegawai.unit == to);
    if let Some(pegawai) = spouse {
        pegawai.tugas_tambahan = Some(duty.into());
        pegawai.nip_pasangan = Some(nip);
    }
}

/// Lists tell no structure below the head of a unit: the head is the direct superior of everyone in it.
fn judge(ask: &Pair) -> Verdict {
    let Some(spouse) = ask.facts.spouse(ask.id).filter(|spouse| spouse.unit == ask.to.unit) else {
        return ask.say.met(|| "tidak ada pasangan di unit yang dituju".into());
    };
    if let Some(duty) = spouse.head_of_unit() {
        return ask.say.unmet(|| format!("pasangan memimpin unit yang dituju sebagai {duty}"));
    }
    match ask.pegawai.head_of_unit() {
        Some(duty) => {
            ask.say.unmet(|| format!("pegawai ini memimpin unit sebagai {duty}, pasangan bertugas di unit yang dituju"))
        }
        None => ask.say.met(|| "pasangan bertugas di unit yang dituju, tidak memimpinnya".into()),
    }
}
