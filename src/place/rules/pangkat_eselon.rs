//! The golongan is not far below the band of the post's eselon.

use crate::model::eselon::Eselon;
use crate::model::golongan::Golongan;
use crate::model::jabatan::JenisJabatan;
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-143",
    title: "Golongan tidak jauh di bawah rentang eselon jabatan",
    basis: "PP 13/2002; PP 100/2000 Pasal 5",
    judge: Judge::Kind(judge),
    examples: &[
        Example {
            change: |scene| structural(scene, Golongan::pns(3, 2)),
            answer: Answer::Terpenuhi,
            sentence: "golongan III/b, rentang eselon IV.a III/c sampai III/d",
        },
        Example {
            change: |scene| structural(scene, Golongan::pns(3, 1)),
            answer: Answer::TidakTerpenuhi,
            sentence: "golongan III/a, rentang eselon IV.a III/c sampai III/d",
        },
        Example {
            change: |scene| structural(scene, None),
            answer: Answer::TidakDapatDinilai,
            sentence: "golongan tidak diketahui, rentang eselon IV.a III/c sampai III/d",
        },
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: "Guru Kelas, tanpa eselon" },
    ],
};

fn structural(scene: &mut Scene, golongan: Option<Golongan>) {
    let to = scene.to;
    let holders = scene.roster.pegawai.iter_mut().zip(&scene.needs.post_of).filter(|(_, post)| **post == Some(to));
    holders.for_each(|(pegawai, _)| pegawai.profesi.eselon = Eselon::parse("IV.a"));
    scene.pegawai().golongan = golongan;
}

/// One golongan below the band is allowed (PP 100/2000); only from the number set in the law on is it told.
fn judge(ask: &Pair) -> Verdict {
    let Some(eselon) = ask.new_post().eselon else {
        return match ask.new_post().jenis.is_some_and(JenisJabatan::is_struktural) {
            true => ask.say.unjudged(|| format!("eselon {} tidak diketahui", ask.to.jabatan)),
            false => ask.say.met(|| format!("{}, tanpa eselon", ask.to.jabatan)),
        };
    };
    let Some((low, high)) = ask.facts.rentang.of_eselon(eselon) else {
        return ask.say.unjudged(|| format!("eselon {eselon} tanpa rentang golongan"));
    };
    let range = || format!("rentang eselon {eselon} {low} sampai {high}");
    let Some(own) = ask.pegawai.golongan else {
        return ask.say.unknown(|| format!("golongan tidak diketahui, {}", range()));
    };
    let far = ask.facts.law.parameter("A-143", "golongan_di_bawah");
    let both = || format!("golongan {own}, {}", range());
    match own.levels_below(low) {
        Some(below) if below >= far => ask.say.unmet(both),
        Some(_) => ask.say.met(both),
        None => ask.say.unknown(both),
    }
}
