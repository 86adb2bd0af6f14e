//! The way to work does not grow more than it must.

use crate::model::angka::km;
use crate::model::koordinat::Koordinat;
use crate::model::plan::AsalJarak;
use crate::place::facts::Pair;
use crate::place::objectives::{Example, Objective, Points};
use crate::place::rules::Scene;

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-103",
    title: "Jarak ke tempat tugas sependek mungkin",
    basis: "Pilihan kantor; jarak lurus antarunit jika koordinat keduanya diketahui, selain itu antarpusat kecamatan",
    unggul: "jarak yang lebih dekat",
    bobot: |facts| {
        let bobot = &facts.settings.bobot;
        format!("jarak_per_km = {}; jarak_bebas_km = {}", bobot.jarak_per_km, bobot.jarak_bebas_km)
    },
    judge,
    examples: &[
        Example { change: |_| (), expect: Some((-1044, "jarak unit lama ke unit baru 77,6 km, bebas 3 km")) },
        Example {
            change: |scene| scene.pegawai().domisili = scene.roster.wilayah.by_name("Jangkat"),
            expect: Some((1044, "jarak rumah ke unit lama 77,6 km, ke unit baru 0 km, bebas 3 km")),
        },
        Example {
            change: |scene| scene.pegawai().perlindungan = true,
            expect: Some((
                -2088,
                "jarak unit lama ke unit baru 77,6 km, bebas 3 km; dihitung 2 kali karena bertanda perlindungan",
            )),
        },
        Example {
            change: |scene| {
                let unit = scene.to().unit;
                scene.roster.units[unit.0 as usize].kecamatan = None;
            },
            expect: None,
        },
        Example {
            change: |scene| stand_at(scene, "-2.12", Some("-2.22")),
            expect: Some((-113, "jarak unit lama ke unit baru 11,1 km, bebas 3 km")),
        },
        Example {
            change: |scene| stand_at(scene, "-2.12", None),
            expect: Some((-1044, "jarak unit lama ke unit baru 77,6 km, bebas 3 km")),
        },
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
fn judge(ask: &Pair) -> Option<Points> {
    let jarak = ask.facts.jarak(ask.pegawai, ask.from, ask.to)?;
    let bobot = &ask.facts.settings.bobot;
    let beyond = |metres: i64| (metres - bobot.jarak_bebas_km * 1000).max(0);
    let mut points = (beyond(jarak.lama_m) - beyond(jarak.baru_m)) * bobot.jarak_per_km / 1000;
    let guarded = points < 0 && ask.pegawai.perlindungan && ask.facts.enforces("A-112");
    let factor = if guarded { ask.facts.law.parameter("A-112", "pengali_jarak") } else { 1 };
    points *= factor;
    let sentence = ask.say.words(|| {
        let way = match jarak.asal {
            AsalJarak::Domisili => {
                format!("jarak rumah ke unit lama {}, ke unit baru {}", km(jarak.lama_m), km(jarak.baru_m))
            }
            AsalJarak::UnitLama => format!("jarak unit lama ke unit baru {}", km(jarak.baru_m)),
        };
        let guard =
            if guarded { format!("; dihitung {factor} kali karena bertanda perlindungan") } else { String::new() };
        format!("{way}, bebas {} km{guard}", bobot.jarak_bebas_km)
    });
    Some(Points { points, sentence })
}
