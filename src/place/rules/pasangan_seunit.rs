//! Husband and wife in one unit deserve a look. Who is married, and to whom, is never said.

use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

/// What is said of two who meet because both move.
pub const BERSAMA: &str = "hubungan keluarga dengan pegawai yang juga dipindahkan ke unit tujuan";

/// What is said of who meets nobody.
pub const MET: &str = "tidak ada hubungan keluarga yang tercatat dengan pegawai di unit tujuan";

pub(in crate::place) const RULE: Rule = Rule {
    code: "A-121",
    title: "Tidak ada hubungan keluarga dengan pegawai di unit yang dituju",
    basis: "PP 11/2017 Pasal 190 ayat (5) (larangan konflik kepentingan); peraturan daerah dapat melarangnya",
    judge: Judge::FewUnits(judge, |facts, id| facts.units_of_spouse(id)),
    examples: &[
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: MET },
        Example { change: |scene| scene.marry(false), answer: Answer::Terpenuhi, sentence: MET },
        Example {
            change: |scene| scene.marry(true),
            answer: Answer::TidakTerpenuhi,
            sentence: "hubungan keluarga dengan pegawai di unit tujuan",
        },
    ],
};

/// Nobody is named, and who has no spouse there is told the same as who has none at all.
fn judge(ask: &Pair) -> Verdict {
    match ask.facts.spouse(ask.id).is_some_and(|spouse| spouse.unit == ask.to.unit) {
        true => ask.say.unmet(|| "hubungan keluarga dengan pegawai di unit tujuan".into()),
        false if ask.facts.keeps_apart(ask.id, ask.to.unit, RULE.code) => ask.say.unmet(|| BERSAMA.into()),
        false => ask.say.met(|| MET.into()),
    }
}
