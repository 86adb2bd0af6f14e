//! Only those move who asked for the place: a choice of the office, and off unless it makes it.

use crate::model::aspirasi::{Aspirasi, Usulan};
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(in crate::place) const RULE: Rule = Rule {
    code: "A-152",
    title: "Pegawai hanya dipindahkan ke tempat yang diusulkannya sendiri",
    basis: "Pilihan kantor: mutasi hanya atas permintaan sendiri (PP 11/2017 Pasal 190 ayat (6))",
    judge: Judge::Unit(judge),
    examples: &[
        Example {
            change: |scene| wishes(scene, true),
            answer: Answer::Terpenuhi,
            sentence: "unit yang dituju adalah usulan ke-1 pegawai",
        },
        Example {
            change: |scene| wishes(scene, false),
            answer: Answer::TidakTerpenuhi,
            sentence: "unit yang dituju tidak ada di antara usulan pegawai",
        },
        Example { change: |_| (), answer: Answer::TidakTerpenuhi, sentence: "pegawai tidak menyampaikan usulan" },
    ],
};

fn wishes(scene: &mut Scene, the_new_unit: bool) {
    let unit = if the_new_unit { scene.to().unit } else { scene.from().unit };
    let (usulan, place) = (vec![Usulan::Unit(unit)], scene.pegawai().place.clone());
    scene.pegawai().aspirasi =
        Some(Box::new(Aspirasi { minat: None, usulan, bersedia: None, beralasan: false, keberatan: false, place }));
}

fn judge(ask: &Pair) -> Verdict {
    let usulan = ask.pegawai.aspirasi.as_ref().map_or(&[][..], |aspirasi| &aspirasi.usulan);
    if usulan.is_empty() {
        return ask.say.unmet(|| "pegawai tidak menyampaikan usulan".into());
    }
    let kecamatan = ask.facts.unit_of(ask.to).kecamatan;
    let named = usulan.iter().position(|usulan| match usulan {
        Usulan::Unit(unit) => *unit == ask.to.unit,
        Usulan::Kecamatan(wanted) => kecamatan == Some(*wanted),
    });
    match named {
        Some(rank) => ask.say.met(|| format!("unit yang dituju adalah usulan ke-{} pegawai", rank + 1)),
        None => ask.say.unmet(|| "unit yang dituju tidak ada di antara usulan pegawai".into()),
    }
}
