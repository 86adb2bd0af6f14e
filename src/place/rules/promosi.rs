//! A promotion is decided by people.

use crate::model::jabatan::Jenjang;
use crate::model::pindah::Arah;
use crate::place::facts::Pair;
use crate::place::jenis_pindah::jenis_pindah;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-141",
    title: "Perpindahan bukan promosi",
    basis: "PP 11/2017 Pasal 198 sampai 200 (promosi menurut pola karier dan penilaian TPK); pilihan kantor",
    judge: Judge::Kind(judge),
    examples: &[
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: "perpindahan horizontal" },
        Example {
            change: |scene| scene.to().jenjang = Some(Jenjang::AhliMuda),
            answer: Answer::TidakTerpenuhi,
            sentence: "perpindahan vertikal (promosi): Guru Kelas Ahli Pertama ke Guru Kelas Ahli Muda",
        },
        Example {
            change: |scene| {
                scene.pegawai().jabatan.jenjang = Some(Jenjang::AhliMuda);
                scene.to().jenjang = Some(Jenjang::AhliMuda);
            },
            answer: Answer::Terpenuhi,
            sentence: "perpindahan horizontal",
        },
    ],
};

/// Where neither kelas nor jenjang tells, nothing is called a promotion; A-140 asks for the kelas.
fn judge(ask: &Pair) -> Verdict {
    let jenis = jenis_pindah(ask);
    match jenis.arah {
        Arah::Promosi => ask.say.unmet(|| {
            let (old, new) = (&ask.pegawai.jabatan, ask.to.jabatan_label());
            format!("perpindahan {}: {old} ke {new}", jenis.label())
        }),
        Arah::Setara | Arah::Demosi => ask.say.met(|| format!("perpindahan {}", jenis.label())),
        Arah::TidakDiketahui => ask.say.met_but(|| format!("perpindahan {}", jenis.label())),
    }
}
