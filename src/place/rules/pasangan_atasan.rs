//! Nobody comes directly under a husband or wife. Who is married, and to whom, is never said.

use crate::model::pegawai::Pegawai;
use crate::place::facts::Pair;
use crate::place::rules::pasangan_seunit::MET;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

const LANGSUNG: &str = "hubungan keluarga dengan pegawai di unit tujuan, sebagai atasan atau bawahan langsung";

pub(super) const RULE: Rule = Rule {
    code: "A-122",
    title: "Hubungan keluarga tidak menjadi hubungan atasan dan bawahan langsung",
    basis: "PP 11/2017 Pasal 190 ayat (5) (larangan konflik kepentingan)",
    judge: Judge::OneUnit(judge, |facts, id| facts.unit_of_spouse(id)),
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
    let leads = |pegawai: &Pegawai| pegawai.head_of_unit().is_some();
    match spouse.is_some_and(|spouse| leads(spouse) || leads(ask.pegawai)) {
        true => ask.say.unmet(|| LANGSUNG.into()),
        false => ask.say.met(|| MET.into()),
    }
}
