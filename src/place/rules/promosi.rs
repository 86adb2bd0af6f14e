//! A promotion is decided by people.

use crate::model::jabatan::Jenjang;
use crate::model::pindah::Arah;
use crate::place::facts::Pair;
use crate::place::jenis_pindah::jenis_pindah;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

/// Why neither a promotion nor a demotion can be ruled out.
pub(super) const TAK_SETARA: &str =
    "kelas, jenjang, atau eselon salah satu jabatan tidak diketahui, jadi kesetaraannya belum dapat dinilai";

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
        Example {
            change: |scene| scene.to().jabatan = "Guru PJOK".into(),
            answer: Answer::TidakDapatDinilai,
            sentence: "Guru Kelas Ahli Pertama ke Guru PJOK: kelas, jenjang, atau eselon salah satu jabatan tidak \
                       diketahui, jadi kesetaraannya belum dapat dinilai",
        },
    ],
};

/// Where neither kelas nor jenjang nor eselon tells, the move may be a promotion: that is unknown, and no equal level.
fn judge(ask: &Pair) -> Verdict {
    let jenis = jenis_pindah(ask);
    let both = || format!("{} ke {}", ask.pegawai.jabatan, ask.to.jabatan_label());
    match jenis.arah {
        Arah::Promosi => ask.say.unmet(|| format!("perpindahan {}: {}", jenis.label(), both())),
        Arah::Setara | Arah::Demosi => ask.say.met(|| format!("perpindahan {}", jenis.label())),
        Arah::TidakDiketahui => ask.say.unknown(|| format!("{}: {TAK_SETARA}", both())),
    }
}
