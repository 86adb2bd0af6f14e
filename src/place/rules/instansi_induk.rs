//! People of another instansi are not ours to move.

use crate::model::pegawai::Instansi;
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-123",
    title: "Instansi induk pegawai sama dengan instansi kerjanya",
    basis: "Pilihan kantor; kolom instansi induk dan instansi kerja SIASN",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |_| (),
            answer: Answer::TidakDinilai,
            sentence: "instansi induk dan instansi kerja tidak disebut",
        },
        Example {
            change: |scene| {
                let (induk, kerja) = ("Pemerintah Kab. Merangin".into(), "PEMERINTAH KAB MERANGIN".into());
                scene.pegawai().instansi = Some(Instansi { induk, kerja }.into());
            },
            answer: Answer::Terpenuhi,
            sentence: "instansi induk dan instansi kerja Pemerintah Kab. Merangin",
        },
        Example {
            change: |scene| {
                let (induk, kerja) = ("Kementerian Agama".into(), "Pemerintah Kab. Merangin".into());
                scene.pegawai().instansi = Some(Instansi { induk, kerja }.into());
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "instansi induk Kementerian Agama, instansi kerja Pemerintah Kab. Merangin",
        },
    ],
};

/// Where nobody says, the person is ours: most lists have no such column, and kedudukan hukum tells it too.
fn judge(ask: &Person) -> Verdict {
    match &ask.pegawai.instansi {
        None => ask.say.unjudged(|| "instansi induk dan instansi kerja tidak disebut".into()),
        Some(instansi) if instansi.is_one() => {
            ask.say.met(|| format!("instansi induk dan instansi kerja {}", instansi.induk))
        }
        Some(instansi) => {
            let Instansi { induk, kerja } = &**instansi;
            ask.say.unmet(|| format!("instansi induk {induk}, instansi kerja {kerja}"))
        }
    }
}
