//! Posts that the vision and mission of the region put first are filled before others that are equally short.

use crate::place::facts::Pair;
use crate::place::objectives::{Objective, Points, judged};
use crate::place::scope::Scope;

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-110",
    title: "Jabatan yang lebih strategis menurut visi dan misi daerah didahulukan",
    basis: "Pilihan kantor: kolom BOBOT STRATEGIS di data kebutuhan, atau strategis.prioritas di mutasi.toml",
    skala: "strategis_per_poin untuk tiap poin bobot strategis jabatan baru di atas jabatan lama",
    unggul: "jabatan yang lebih strategis",
    perlu: "bobot strategis jabatan",
    bobot: |facts| format!("strategis_per_poin = {}", facts.settings.bobot.strategis_per_poin),
    maks: |facts| Some(facts.settings.bobot.strategis_per_poin * 100),
    known: |facts, _| facts.timbangan.demands.any_strategis(),
    scope: Scope::Kind,
    judge,
    examples: &[
        judged(
            |scene| scene.settings.strategis.prioritas = vec!["SD Negeri 2 Jangkat = 30".into()],
            60,
            "bobot strategis jabatan lama 0, jabatan baru 30",
        ),
        judged(
            |scene| scene.settings.strategis.prioritas = vec!["guru kelas = 30".into()],
            0,
            "bobot strategis jabatan lama 30, jabatan baru 30",
        ),
        judged(
            |scene| {
                let prioritas = ["Guru Kelas = 10", "SD Negeri 1 Bangko = 25"];
                scene.settings.strategis.prioritas = prioritas.map(String::from).to_vec();
            },
            -30,
            "bobot strategis jabatan lama 25, jabatan baru 10",
        ),
    ],
};

/// A post without a weight has none, so nothing can be missing here once any is given.
fn judge(ask: &Pair) -> Points {
    let weight = |post| ask.facts.timbangan.demands.of(post).strategis;
    let (old, new) = (weight(ask.from_id), weight(ask.to_id));
    let points = (new - old) * ask.facts.settings.bobot.strategis_per_poin;
    Points::judged(points, ask.say, || format!("bobot strategis jabatan lama {old}, jabatan baru {new}"))
}
