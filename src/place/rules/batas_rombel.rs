//! The school to go to keeps to the sizes of class groups.

use crate::model::unit::BentukPendidikan;
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
            change: |scene| {
                sized(scene, 5, 60);
                let unit = scene.to().unit;
                scene.roster.units[unit.0 as usize].sekolah.iter_mut().for_each(|s| s.bentuk = BentukPendidikan::Slb);
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

/// Keys of the limits of a kind of school: pupils a rombel, fewest and most rombel.
fn keys(bentuk: BentukPendidikan) -> Option<(&'static str, &'static str, &'static str)> {
    match bentuk {
        BentukPendidikan::Tk => Some(("murid_tk", "rombel_min_tk", "rombel_maks_tk")),
        BentukPendidikan::Sd => Some(("murid_sd", "rombel_min_sd", "rombel_maks_sd")),
        BentukPendidikan::Smp => Some(("murid_smp", "rombel_min_smp", "rombel_maks_smp")),
        BentukPendidikan::Sma => Some(("murid_sma", "rombel_min_sma", "rombel_maks_sma")),
        BentukPendidikan::Smk => Some(("murid_smk", "rombel_min_smk", "rombel_maks_smk")),
        // Their limits differ within the kind: SDLB and SMPLB, Paket A to C.
        BentukPendidikan::Slb | BentukPendidikan::Nonformal => None,
    }
}

fn judge(ask: &Pair) -> Verdict {
    let sekolah = ask.facts.unit_of(ask.to).sekolah.as_ref();
    let Some(sekolah) = sekolah else {
        return ask.say.met(|| "unit yang dituju tanpa batas rombel".into());
    };
    let Some(keys) = keys(sekolah.bentuk) else {
        let bentuk = sekolah.bentuk.label();
        return ask.say.unknown(|| format!("batas rombel {bentuk} berbeda menurut jenjangnya, yang tidak tercatat"));
    };
    let (Some(rombel), Some(pd)) = (sekolah.rombel, sekolah.pd) else {
        return ask.say.unjudged(|| "jumlah murid atau rombel tidak tercatat".into());
    };
    let number = |key| ask.facts.law.parameter("A-146", key);
    let (pupils, least, most) = keys;
    let (pupils, least, most) = (number(pupils), number(least), number(most));
    let both = || {
        format!(
            "{pd} murid dalam {rombel} rombel; batas {} {pupils} murid tiap rombel dan {least} sampai {most} rombel",
            sekolah.bentuk.label()
        )
    };
    let rombel = i64::from(rombel);
    // Domain R27: too many are a fault of the data, few rombel a school that may be merged.
    if i64::from(pd) > pupils * rombel || rombel > most {
        ask.say.unmet(|| both() + "; periksa datanya")
    } else if rombel < least {
        ask.say.unmet(|| both() + "; sekolah kecil, dapat dipertimbangkan untuk digabung")
    } else {
        ask.say.met(both)
    }
}
