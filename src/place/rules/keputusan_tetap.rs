//! Whom leadership keeps where he or she is, the plan does not move.

use crate::model::keputusan::{Keputusan, Tindakan, TujuanKeputusan};
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-150",
    title: "Tidak ada keputusan pimpinan yang menahan pegawai ini",
    basis: "Keputusan pimpinan pada lembar Keputusan",
    judge: Judge::Person(judge),
    examples: &[
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: TERPENUHI },
        Example {
            change: |scene| decide(scene, Tindakan::Tolak, true),
            answer: Answer::Terpenuhi,
            sentence: TERPENUHI,
        },
        Example {
            change: |scene| decide(scene, Tindakan::Tunda, false),
            answer: Answer::TidakTerpenuhi,
            sentence: "keputusan “Tunda” oleh Bupati: masih dibutuhkan",
        },
        Example {
            change: |scene| decide(scene, Tindakan::Larang, false),
            answer: Answer::TidakTerpenuhi,
            sentence: "keputusan “Larang” oleh Bupati: masih dibutuhkan",
        },
    ],
};

const TERPENUHI: &str = "tidak ada keputusan yang menahan";

/// Decides about the person of a scene, and the post to go to where `tujuan`.
pub(super) fn decide(scene: &mut Scene, tindakan: Tindakan, tujuan: bool) {
    let (nip, asal) = (scene.pegawai().nip, scene.pegawai().place.clone());
    let to = scene.to();
    let tujuan = tujuan.then(|| TujuanKeputusan { unit: to.unit, jabatan: Some(to.jabatan.to_string()) });
    let (alasan, pejabat) = ("masih dibutuhkan".to_string(), "Bupati".to_string());
    let (aturan, tanggal, tanggal_asing) = (None, None, None);
    let keputusan = Keputusan { nip, tindakan, tujuan, aturan, alasan, pejabat, tanggal, tanggal_asing, asal };
    scene.roster.keputusan.list.push(keputusan);
}

fn judge(ask: &Person) -> Verdict {
    match ask.facts.arahan.penahan(ask.id) {
        None => ask.say.met(|| TERPENUHI.into()),
        Some(keputusan) => ask.say.unmet(|| in_words(keputusan)),
    }
}

/// `keputusan “Tunda” oleh Bupati: masih dibutuhkan`.
pub(super) fn in_words(keputusan: &Keputusan) -> String {
    format!("keputusan “{}” oleh {}", keputusan.tindakan.label(), keputusan.oleh())
}
