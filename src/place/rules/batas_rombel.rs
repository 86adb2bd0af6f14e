//! The school to go to keeps to the sizes of class groups.

use crate::model::unit::Layanan;
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-146",
    title: "Rombel sekolah yang dituju dalam batas jumlah murid dan jumlah rombel",
    basis: "Permendikbudristek 47/2023 Pasal 8",
    judge: Judge::Post(judge),
    examples: &[
        Example {
            change: |scene| sized(scene, 6, 168),
            answer: Answer::Terpenuhi,
            sentence: "168 murid dalam 6 rombel; batas SD 28 murid tiap rombel dan 6 sampai 24 rombel",
        },
        Example {
            change: |scene| sized(scene, 6, 169),
            answer: Answer::TidakTerpenuhi,
            sentence: "169 murid dalam 6 rombel; batas SD 28 murid tiap rombel dan 6 sampai 24 rombel; periksa datanya",
        },
        Example {
            change: |scene| sized(scene, 5, 60),
            answer: Answer::TidakTerpenuhi,
            sentence: "60 murid dalam 5 rombel; batas SD 28 murid tiap rombel dan 6 sampai 24 rombel; sekolah kecil, dapat dipertimbangkan untuk digabung",
        },
        Example {
            change: |scene| offering(scene, Layanan::Smplb, 3, 24),
            answer: Answer::Terpenuhi,
            sentence: "24 murid dalam 3 rombel; batas SMPLB 8 murid tiap rombel",
        },
        Example {
            change: |scene| offering(scene, Layanan::PaketB, 3, 76),
            answer: Answer::TidakTerpenuhi,
            sentence: "76 murid dalam 3 rombel; batas Paket B 25 murid tiap rombel dan 3 sampai 36 rombel; periksa datanya",
        },
        Example {
            change: |scene| {
                offering(scene, Layanan::Sdlb, 5, 60);
                let unit = scene.to().unit;
                scene.roster.units[unit.0 as usize].sekolah.iter_mut().for_each(|s| s.layanan = None);
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "batas rombel SLB berbeda menurut jenjangnya, yang tidak tercatat",
        },
    ],
};

fn sized(scene: &mut Scene, rombel: u32, pd: u32) {
    let unit = scene.to().unit;
    let sekolah = scene.roster.units[unit.0 as usize].sekolah.as_mut().expect("the scene's unit is a school");
    (sekolah.rombel, sekolah.pd) = (Some(rombel), Some(pd));
}

fn offering(scene: &mut Scene, layanan: Layanan, rombel: u32, pd: u32) {
    sized(scene, rombel, pd);
    let unit = scene.to().unit;
    let sekolah = scene.roster.units[unit.0 as usize].sekolah.as_mut().expect("the scene's unit is a school");
    (sekolah.bentuk, sekolah.layanan) = (layanan.bentuk(), Some(layanan));
}

fn judge(ask: &Pair) -> Verdict {
    let sekolah = ask.facts.unit_of(ask.to).sekolah.as_ref();
    let Some(sekolah) = sekolah else {
        return ask.say.met(|| "unit yang dituju tanpa batas rombel".into());
    };
    let Some(batas) = ask.facts.law.batas_rombel(sekolah) else {
        let bentuk = sekolah.bentuk.label();
        return ask.say.unknown(|| format!("batas rombel {bentuk} berbeda menurut jenjangnya, yang tidak tercatat"));
    };
    let (Some(rombel), Some(pd)) = (sekolah.rombel, sekolah.pd) else {
        return ask.say.unjudged(|| "jumlah murid atau rombel tidak tercatat".into());
    };
    let both = || format!("{pd} murid dalam {rombel} rombel; batas {} {}", batas.nama, batas.in_words());
    let (rombel, pd) = (i64::from(rombel), i64::from(pd));
    // Domain R27: too many are a fault of the data, few rombel a school that may be merged.
    if batas.murid.is_some_and(|most| pd > most * rombel) || batas.rombel.is_some_and(|(_, most)| rombel > most) {
        ask.say.unmet(|| both() + "; periksa datanya")
    } else if batas.rombel.is_some_and(|(least, _)| rombel < least) {
        ask.say.unmet(|| both() + "; sekolah kecil, dapat dipertimbangkan untuk digabung")
    } else {
        ask.say.met(both)
    }
}
