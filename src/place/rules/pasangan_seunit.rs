//! Husband and wife in one unit deserve a look.

use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-121",
    title: "Pasangan tidak bertugas di unit yang dituju",
    basis: "PP 11/2017 Pasal 190 ayat (5) (larangan konflik kepentingan); peraturan daerah dapat melarangnya",
    judge: Judge::Pair(judge),
    examples: &[
        Example {
            change: |_| (),
            answer: Answer::Terpenuhi,
            sentence: "pasangan tidak tercatat sebagai pegawai daerah ini",
        },
        Example {
            change: |scene| married(scene, false),
            answer: Answer::Terpenuhi,
            sentence: "pasangan bertugas di SD Negeri 1 Bangko, unit yang dituju SD Negeri 2 Jangkat",
        },
        Example {
            change: |scene| married(scene, true),
            answer: Answer::TidakTerpenuhi,
            sentence: "pasangan bertugas di SD Negeri 2 Jangkat, sama dengan unit yang dituju",
        },
    ],
};

/// Marries the person to somebody, told on the other's row only; in the unit to go to, or in the own one.
fn married(scene: &mut Scene, there: bool) {
    let (to, own) = (scene.to().unit, scene.pegawai().unit);
    let nip = scene.pegawai().nip;
    let unit = if there { to } else { own };
    let spouse = scene.roster.pegawai.iter_mut().find(|pegawai| pegawai.unit == unit && pegawai.nip != nip);
    spouse.into_iter().for_each(|pegawai| pegawai.nip_pasangan = Some(nip));
}

/// Where the spouse works now; nobody is named, and no number is printed.
fn judge(ask: &Pair) -> Verdict {
    let Some(spouse) = ask.facts.spouse(ask.id) else {
        return ask.say.met(|| "pasangan tidak tercatat sebagai pegawai daerah ini".into());
    };
    let unit = &ask.facts.roster.unit(spouse.unit).nama;
    if spouse.unit == ask.to.unit {
        ask.say.unmet(|| format!("pasangan bertugas di {unit}, sama dengan unit yang dituju"))
    } else {
        let to = &ask.facts.unit_of(ask.to).nama;
        ask.say.met(|| format!("pasangan bertugas di {unit}, unit yang dituju {to}"))
    }
}
