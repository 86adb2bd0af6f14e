//! Nobody is sent to a lower jenjang, eselon or kind of jabatan.

use crate::model::jabatan::Jenjang;
use crate::model::pindah::Arah;
use crate::place::facts::Pair;
use crate::place::jenis_pindah::{arah_without_kelas, jenis_pindah};
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-142",
    title: "Perpindahan bukan demosi",
    basis: "PP 94/2021 Pasal 8 (penurunan jabatan adalah hukuman disiplin); pilihan kantor",
    judge: Judge::Kind(judge),
    examples: &[
        Example {
            change: |_| (),
            answer: Answer::Terpenuhi,
            sentence: "Guru Kelas Ahli Pertama ke Guru Kelas: jenjang, eselon, dan jenis jabatan tidak turun",
        },
        Example {
            change: |scene| {
                scene.pegawai().jabatan.jenjang = Some(Jenjang::AhliMuda);
                scene.to().jenjang = Some(Jenjang::AhliPertama);
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "perpindahan vertikal (demosi): Guru Kelas Ahli Muda ke Guru Kelas Ahli Pertama",
        },
    ],
};

/// A fall of kelas is A-140's.
fn judge(ask: &Pair) -> Verdict {
    let both = || format!("{} ke {}", ask.pegawai.jabatan, ask.to.jabatan_label());
    if arah_without_kelas(ask) != Arah::Demosi {
        return ask.say.met(|| both() + ": jenjang, eselon, dan jenis jabatan tidak turun");
    }
    let jenis = jenis_pindah(ask);
    let words = || format!("perpindahan {}: {}", jenis.label(), both());
    // An equal kelas says more than the name of a jenjang.
    match jenis.arah {
        Arah::Demosi => ask.say.unmet(words),
        Arah::Setara | Arah::Promosi | Arah::TidakDiketahui => ask.say.met_but(words),
    }
}
