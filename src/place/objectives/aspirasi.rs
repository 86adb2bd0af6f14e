//! What people wish of a move.
//!
//! A wish that was not handed in is no gap: nobody has to wish for anything, and who says nothing stands between those who
//! are willing and those who are not. Unwillingness takes points off like any other wish; that refusing a lawful posting
//! touches discipline (domain R08) is no matter of this program and is nowhere said.

use crate::model::aspirasi::{Aspirasi, Usulan};
use crate::model::unit::UnitId;
use crate::place::facts::{Facts, Pair};
use crate::place::objectives::{Objective, Points, judged};
use crate::place::rules::Scene;
use crate::place::scope::Scope;

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-111",
    title: "Usulan dan kesediaan pegawai diperhatikan",
    basis: "PP 11/2017 Pasal 190 ayat (6) (mutasi atas permintaan sendiri); bobot pilihan kantor",
    skala: "usulan_1, usulan_2, atau usulan_3 bila unit baru atau kecamatannya diusulkan pegawai; selain itu bersedia bila bersedia dipindah, dikurangi tidak_bersedia bila tidak",
    unggul: "usulan atau kesediaan pegawai",
    perlu: "lembar aspirasi",
    bobot: |facts| {
        let b = &facts.settings.bobot;
        format!(
            "usulan_1 = {}; usulan_2 = {}; usulan_3 = {}; bersedia = {}; tidak_bersedia = {}",
            b.usulan_1, b.usulan_2, b.usulan_3, b.bersedia, b.tidak_bersedia
        )
    },
    maks: |facts| {
        let b = &facts.settings.bobot;
        [b.usulan_1, b.usulan_2, b.usulan_3, b.bersedia].into_iter().max()
    },
    known: |facts, id| facts.roster.pegawai(id).aspirasi.is_some(),
    scope: Scope::Unit,
    judge,
    examples: &[
        judged(|scene| wishes(scene, true, Some(true)), 600, "unit baru adalah usulan ke-1 pegawai"),
        judged(|scene| wishes(scene, false, Some(true)), 100, "bersedia dipindah; unit baru bukan usulannya"),
        judged(|scene| wishes(scene, false, Some(false)), -250, "menyatakan belum bersedia dipindah"),
        judged(
            |scene| {
                wishes(scene, false, None);
                let jangkat = scene.roster.wilayah.by_name("Jangkat").expect("the fixture knows it");
                let other = scene.from().unit;
                let usulan = vec![Usulan::Unit(other), Usulan::Kecamatan(jangkat)];
                scene.pegawai().aspirasi.as_mut().expect("just given").usulan = usulan;
            },
            400,
            "unit baru ada di kecamatan usulan ke-2 pegawai",
        ),
        judged(|_| (), 0, "tidak menyampaikan aspirasi"),
    ],
};

fn wishes(scene: &mut Scene, the_new_unit: bool, bersedia: Option<bool>) {
    let (unit, place) = (scene.to().unit, scene.pegawai().place.clone());
    let usulan = if the_new_unit { vec![Usulan::Unit(unit)] } else { Vec::new() };
    scene.pegawai().aspirasi =
        Some(Box::new(Aspirasi { minat: None, usulan, bersedia, beralasan: false, keberatan: false, place }));
}

fn judge(ask: &Pair) -> Points {
    let bobot = &ask.facts.settings.bobot;
    let Some(aspirasi) = &ask.pegawai.aspirasi else {
        return Points::judged(0, ask.say, || "tidak menyampaikan aspirasi".into());
    };
    if let Some((rank, usulan)) = wished(ask.facts, aspirasi, ask.to.unit) {
        let points = [bobot.usulan_1, bobot.usulan_2, bobot.usulan_3].get(rank).copied().unwrap_or_default();
        return Points::judged(points, ask.say, || match usulan {
            Usulan::Unit(_) => format!("unit baru adalah usulan ke-{} pegawai", rank + 1),
            Usulan::Kecamatan(_) => format!("unit baru ada di kecamatan usulan ke-{} pegawai", rank + 1),
        });
    }
    match aspirasi.bersedia {
        Some(true) => Points::judged(bobot.bersedia, ask.say, || "bersedia dipindah; unit baru bukan usulannya".into()),
        Some(false) => Points::judged(-bobot.tidak_bersedia, ask.say, || "menyatakan belum bersedia dipindah".into()),
        None => Points::judged(0, ask.say, || "unit baru bukan usulan pegawai; kesediaan tidak dinyatakan".into()),
    }
}

/// The dearest wish that a unit fulfils, and its rank from 0.
pub fn wished(facts: &Facts, aspirasi: &Aspirasi, unit: UnitId) -> Option<(usize, Usulan)> {
    let kecamatan = facts.roster.unit(unit).kecamatan;
    let fulfils = |usulan: &Usulan| match usulan {
        Usulan::Unit(wanted) => *wanted == unit,
        Usulan::Kecamatan(wanted) => kecamatan == Some(*wanted),
    };
    let rank = aspirasi.usulan.iter().position(fulfils)?;
    Some((rank, aspirasi.usulan[rank]))
}
