//! Husband and wife are not taken farther apart: a choice of the office, and off unless it makes it. Who is married, and
//! where the other one works, is never said.

use crate::model::angka::METER_PER_KM;
use crate::model::unit::UnitId;
use crate::place::facts::{Facts, Pair};
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

/// What is said of two who are taken apart because both move.
pub const BERSAMA: &str = "unit tujuan menjauhkan dari keluarga yang juga dipindahkan, melebihi batas jarak";

/// What is said of whom no move takes away from anybody.
pub const MET: &str = "tidak menjauhkan dari keluarga yang tercatat";

/// Metres within which no move takes anybody away.
const BATAS: (&str, &str) = ("A-153", "jarak_pasangan_km");

pub(in crate::place) const RULE: Rule = Rule {
    code: "A-153",
    title: "Suami dan istri tidak dijauhkan melebihi batas jarak",
    basis: "Pilihan kantor; tidak ada peraturan yang mewajibkannya",
    judge: Judge::FewUnits(judge, |facts, id| match facts.spouse(id) {
        Some(_) => (0..facts.roster.units.len() as u32).map(UnitId).collect(),
        None => Vec::new(),
    }),
    examples: &[
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: MET },
        Example { change: |scene| scene.marry(true), answer: Answer::Terpenuhi, sentence: MET },
        Example {
            change: |scene| scene.marry(false),
            answer: Answer::TidakTerpenuhi,
            sentence: "unit tujuan lebih jauh dari tempat tugas keluarga daripada unit lama, dan melebihi batas 0 km",
        },
        Example {
            change: |scene| {
                scene.marry(false);
                let to = scene.to().unit.0 as usize;
                (scene.roster.units[to].kecamatan, scene.roster.units[to].koordinat) = (None, None);
            },
            answer: Answer::TidakDinilaiDenganCatatan,
            sentence: "jarak ke tempat tugas keluarga tidak diketahui",
        },
    ],
};

fn judge(ask: &Pair) -> Verdict {
    let Some(spouse) = ask.facts.spouse(ask.id) else { return ask.say.met(|| MET.into()) };
    if ask.facts.keeps_apart(ask.id, ask.to.unit, RULE.code) {
        return ask.say.unmet(|| BERSAMA.into());
    }
    let limit = ask.facts.law.parameter(BATAS.0, BATAS.1);
    match takes_away(ask.facts, (ask.from.unit, spouse.unit), (ask.to.unit, spouse.unit)) {
        Some(true) => ask.say.unmet(|| {
            format!(
                "unit tujuan lebih jauh dari tempat tugas keluarga daripada unit lama, dan melebihi batas {limit} km"
            )
        }),
        Some(false) => ask.say.met(|| MET.into()),
        None => ask.say.unjudged_but(|| "jarak ke tempat tugas keluarga tidak diketahui".into()),
    }
}

/// Whether two who work in these units are farther apart in those, and farther than the limit; `None` where a distance is
/// not known.
pub(in crate::place) fn takes_away(facts: &Facts, now: (UnitId, UnitId), then: (UnitId, UnitId)) -> Option<bool> {
    let limit = facts.law.parameter(BATAS.0, BATAS.1) * METER_PER_KM;
    let apart = |(one, other): (UnitId, UnitId)| match one == other {
        true => Some(0),
        false => facts.jarak_from(None, one, other).map(|jarak| jarak.baru_m),
    };
    let then = apart(then)?;
    Some(then > limit && then > apart(now)?)
}
