//! The way to work does not grow more than it must.

use std::collections::BTreeMap;

use crate::model::angka::jauh;
use crate::model::koordinat::Koordinat;
use crate::model::plan::AsalJarak;
use crate::model::unit::UnitId;
use crate::model::wilayah::KecamatanId;
use crate::place::facts::{Facts, Pair};
use crate::place::objectives::{Objective, Points, judged, missing};
use crate::place::rules::Scene;
use crate::place::scope::Scope;
use crate::settings::Bobot;

pub(in crate::place) const OBJECTIVE: Objective = Objective {
    code: "O-103",
    title: "Jarak ke tempat tugas sependek mungkin",
    basis: "Pilihan kantor; jarak lurus antarunit jika koordinat keduanya diketahui, selain itu antarpusat kecamatan",
    skala: "jarak_per_km untuk tiap km yang lebih dekat dari jarak lama (berkurang bila lebih jauh), sesudah jarak_bebas_km; dari rumah bila kecamatannya diketahui, selain itu dari unit lama",
    unggul: "jarak ke tempat tugas",
    perlu: "koordinat atau kecamatan unit",
    bobot: |facts| {
        let bobot = &facts.settings.bobot;
        format!("jarak_per_km = {}; jarak_bebas_km = {}", bobot.jarak_per_km, bobot.jarak_bebas_km)
    },
    maks: |_| None,
    known: |facts, id| {
        let post = facts.needs.post_of[id.0 as usize].map(|post| facts.needs.post(post));
        post.is_some_and(|post| {
            let unit = facts.unit_of(post);
            unit.kecamatan.is_some() || unit.koordinat.is_some()
        })
    },
    scope: Scope::Unit,
    judge,
    examples: &[
        judged(|_| (), -1044, "jarak unit lama ke unit baru 77,6 km, 3 km pertama tidak dihitung"),
        judged(
            |scene| scene.pegawai().domisili = scene.roster.wilayah.by_name("Jangkat"),
            1044,
            "jarak rumah ke unit lama 77,6 km, ke unit baru sekecamatan, 3 km pertama tidak dihitung",
        ),
        judged(
            |scene| scene.pegawai().perlindungan = true,
            -2088,
            "jarak unit lama ke unit baru 77,6 km, 3 km pertama tidak dihitung; dihitung 2 kali karena bertanda perlindungan",
        ),
        judged(
            |scene| stand_at(scene, "-2.12", Some("-2.22")),
            -113,
            "jarak unit lama ke unit baru 11,1 km, 3 km pertama tidak dihitung",
        ),
        judged(
            |scene| stand_at(scene, "-2.12", None),
            -1044,
            "jarak unit lama ke unit baru 77,6 km, 3 km pertama tidak dihitung",
        ),
        missing(
            |scene| {
                let unit = scene.to().unit;
                scene.roster.units[unit.0 as usize].kecamatan = None;
            },
            0,
            "tidak dapat dinilai (letak unit lama atau unit baru tidak diketahui); bukan penilaian atas pegawai: setiap orang yang datanya belum ada dihitung sama, setara nilai tengah 8 rekan sejabatan",
        ),
    ],
};

/// Puts the old unit, and the new one where a latitude is given, on one meridian.
fn stand_at(scene: &mut Scene, from: &str, to: Option<&str>) {
    let at = |lat| Koordinat::parse(lat, "102.29").ok().map(|titik| titik.koordinat);
    let (old, new) = (scene.from().unit, scene.to().unit);
    scene.roster.units[old.0 as usize].koordinat = at(from);
    scene.roster.units[new.0 as usize].koordinat = to.and_then(at);
}

/// Points for each kilometre beyond the free ones, old way less new way. A longer way weighs more for people under
/// protection.
fn judge(ask: &Pair) -> Points {
    let facts = ask.facts;
    let Some(jarak) = facts.jarak(ask.pegawai, ask.from, ask.to) else {
        return ask.lacking(facts.usual_way(ask.id), "letak unit lama atau unit baru");
    };
    let bobot = &facts.settings.bobot;
    let saved = saved(bobot, jarak.lama_m, jarak.baru_m);
    let guarded = saved < 0 && ask.pegawai.perlindungan && facts.enforces("A-112");
    let factor = if guarded { facts.law.parameter("A-112", "pengali_jarak") } else { 1 };
    Points::judged(saved * factor, ask.say, || {
        let way = match jarak.asal {
            AsalJarak::Domisili => {
                format!("jarak rumah ke unit lama {}, ke unit baru {}", jauh(jarak.lama_m), jauh(jarak.baru_m))
            }
            AsalJarak::UnitLama => format!("jarak unit lama ke unit baru {}", jauh(jarak.baru_m)),
        };
        let guard =
            if guarded { format!("; dihitung {factor} kali karena bertanda perlindungan") } else { String::new() };
        format!("{way}, {} km pertama tidak dihitung{guard}", bobot.jarak_bebas_km)
    })
}

/// Points of the way that is saved.
fn saved(bobot: &Bobot, lama_m: i64, baru_m: i64) -> i64 {
    let beyond = |metres: i64| (metres - bobot.jarak_bebas_km * 1000).max(0);
    (beyond(lama_m) - beyond(baru_m)) * bobot.jarak_per_km / 1000
}

/// By group of posts the middle of all ways between a person and a post of it that can be measured, and of how many people
/// these are: for ways that cannot be measured. One figure for all of a group, so that it puts nobody before a colleague.
/// `None` where every way can be measured, or none.
pub fn usual(facts: &Facts) -> Vec<Option<(i64, u32)>> {
    let groups = facts.needs.post_ids().map(|post| facts.group_of_post(post) as usize + 1).max().unwrap_or_default();
    let mut ends: Vec<BTreeMap<UnitId, u64>> = vec![BTreeMap::new(); groups];
    let mut starts: Vec<BTreeMap<Start, u64>> = vec![BTreeMap::new(); groups];
    let mut open = vec![false; groups];
    for post in facts.needs.post_ids() {
        let (group, unit) = (facts.group_of_post(post) as usize, facts.needs.post(post).unit);
        *ends[group].entry(unit).or_default() += 1;
        open[group] |= facts.roster.unit(unit).kecamatan.is_none();
    }
    for (id, post) in facts.roster.pegawai_ids().zip(&facts.needs.post_of) {
        let Some(post) = post.filter(|post| open[facts.group_of_post(*post) as usize]) else { continue };
        let start = (facts.roster.pegawai(id).domisili, facts.needs.post(post).unit);
        *starts[facts.group_of_post(post) as usize].entry(start).or_default() += 1;
    }
    starts.iter().zip(&ends).map(|(starts, ends)| middle_way(facts, starts, ends)).collect()
}

/// Where people live and in which unit they work.
type Start = (Option<KecamatanId>, UnitId);

/// The middle of the ways from all these starts to all these ends, each as often as it is there.
fn middle_way(facts: &Facts, starts: &BTreeMap<Start, u64>, ends: &BTreeMap<UnitId, u64>) -> Option<(i64, u32)> {
    let (mut ways, mut measured, mut gap) = (Vec::new(), 0, false);
    for ((home, old), people) in starts {
        let before = ways.len();
        for (new, posts) in ends {
            match facts.jarak_from(*home, *old, *new) {
                Some(way) => ways.push((saved(&facts.settings.bobot, way.lama_m, way.baru_m), people * posts)),
                None => gap = true,
            }
        }
        measured += if ways.len() > before { *people } else { 0 };
    }
    ways.sort_unstable();
    let whole: u64 = ways.iter().map(|(_, count)| count).sum();
    let mut before = 0;
    let middle = ways.iter().find(|(_, count)| {
        before += count;
        2 * before >= whole
    });
    middle.filter(|_| gap).map(|(points, _)| (*points, measured as u32))
}
