//! Nobody comes directly under a husband or wife. Who is married, and to whom, is never said.

use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

/// What is said of who comes under nobody.
pub const MET: &str = "tidak ada hubungan keluarga sebagai atasan atau bawahan langsung yang tercatat";

/// What is said of two who meet because both move.
pub const BERSAMA: &str = "hubungan keluarga dengan pegawai yang juga dipindahkan ke unit tujuan, sebagai atasan atau \
                           bawahan langsung";

const LANGSUNG: &str = "hubungan keluarga dengan pegawai di unit tujuan, sebagai atasan atau bawahan langsung";

pub(in crate::place) const RULE: Rule = Rule {
    code: "A-122",
    title: "Hubungan keluarga tidak menjadi hubungan atasan dan bawahan langsung",
    basis: "PP 11/2017 Pasal 190 ayat (5) (larangan konflik kepentingan)",
    judge: Judge::FewPosts(judge, |facts, id| facts.units_of_spouse(id)),
    examples: &[
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: MET },
        Example { change: |scene| married(scene, "Wali Kelas"), answer: Answer::Terpenuhi, sentence: MET },
        Example { change: |scene| married(scene, "Kepala Perpustakaan"), answer: Answer::Terpenuhi, sentence: MET },
        Example {
            change: |scene| married(scene, "Kepala Sekolah"),
            answer: Answer::TidakTerpenuhi,
            sentence: LANGSUNG,
        },
        Example {
            change: |scene| {
                married(scene, "Wali Kelas");
                scene.pegawai().tugas_tambahan = Some("Kepala Sekolah".into());
            },
            answer: Answer::TidakTerpenuhi,
            sentence: LANGSUNG,
        },
        // Who is to lead the unit is a superior there, whatever the duty today.
        Example {
            change: |scene| scene.to().jabatan = "Kepala Sekolah".into(),
            answer: Answer::Terpenuhi,
            sentence: MET,
        },
        Example {
            change: |scene| {
                married(scene, "Wali Kelas");
                scene.to().jabatan = "Kepala Sekolah".into();
            },
            answer: Answer::TidakTerpenuhi,
            sentence: LANGSUNG,
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
    let spouse = ask.facts.spouse(ask.id).filter(|spouse| spouse.unit == ask.to.unit);
    match spouse.is_some_and(|spouse| spouse.leads_unit() || ask.facts.leads(ask.id, Some(ask.to_id))) {
        true => ask.say.unmet(|| LANGSUNG.into()),
        false if ask.facts.keeps_apart(ask.id, ask.to.unit, RULE.code) => ask.say.unmet(|| BERSAMA.into()),
        false => ask.say.met(|| MET.into()),
    }
}
