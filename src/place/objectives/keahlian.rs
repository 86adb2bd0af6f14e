//! Special skills go to posts that ask for them.

use crate::model::formasi::Formasi;
use crate::model::needs::PostId;
use crate::place::facts::Pair;
use crate::place::objectives::kompetensi::assessed;
use crate::place::objectives::{Objective, Points, judged, missing};
use crate::place::rules::Scene;
use crate::place::scope::Scope;

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-107",
    title: "Keahlian khusus ditempatkan di jabatan yang memerlukannya",
    basis: "PP 11/2017 Pasal 190 ayat (4) (persyaratan jabatan); bobot pilihan kantor",
    skala: "keahlian untuk tiap keahlian khusus yang diminta jabatan baru dan dimiliki pegawai, dikurangi yang diminta jabatan lama",
    unggul: "keahlian khusus yang diminta jabatan baru",
    perlu: "keahlian khusus pegawai dan keahlian yang diminta jabatan",
    bobot: |facts| format!("keahlian = {}", facts.settings.bobot.keahlian),
    maks: |facts| Some(facts.settings.bobot.keahlian * facts.timbangan.demands.most_wanted()),
    known: |facts, id| facts.timbangan.demands.any_wanted() && facts.timbangan.demands.knows_skills(id),
    scope: Scope::Kind,
    judge,
    examples: &[
        judged(
            |scene| {
                wants(scene, scene.to, &["Bahasa Isyarat", "Braille"]);
                assessed(scene).keahlian = vec!["bahasa isyarat".into(), "Manajemen proyek".into()];
            },
            100,
            "keahlian khusus yang diminta dan dimiliki: jabatan lama 0 dari 0, jabatan baru 1 dari 2",
        ),
        judged(
            |scene| {
                wants(scene, scene.from, &["Bahasa Isyarat"]);
                assessed(scene).keahlian = vec!["Bahasa Isyarat".into()];
            },
            -100,
            "keahlian khusus yang diminta dan dimiliki: jabatan lama 1 dari 1, jabatan baru 0 dari 0",
        ),
        judged(|_| (), 0, "jabatan lama dan jabatan baru tidak meminta keahlian khusus"),
        missing(
            |scene| wants(scene, scene.to, &["Bahasa Isyarat"]),
            0,
            "tidak dapat dinilai (keahlian khusus tidak diketahui, juga bagi rekan sejabatan); tidak dihitung bagi siapa pun",
        ),
    ],
};

fn wants(scene: &mut Scene, post: PostId, skills: &[&str]) {
    let asked = &scene.needs.posts[post.0 as usize];
    let jabatan = scene.roster.pegawai[0].jabatan.named(&asked.jabatan);
    let row = Formasi {
        unit: asked.unit,
        jabatan,
        jenis_tertulis: true,
        kebutuhan: 6,
        riil: None,
        kelas_jabatan: None,
        kualifikasi: None,
        strategis: None,
        keahlian: skills.iter().map(|skill| (*skill).into()).collect(),
        place: scene.roster.pegawai[0].place.clone(),
    };
    scene.roster.formasi.push(row);
}

/// Skills wanted and had, new post less old post.
fn judge(ask: &Pair) -> Points {
    let demands = &ask.facts.timbangan.demands;
    let (old, new) = (demands.of(ask.from_id), demands.of(ask.to_id));
    if old.wants_skills() + new.wants_skills() == 0 {
        return Points::judged(0, ask.say, || "jabatan lama dan jabatan baru tidak meminta keahlian khusus".into());
    }
    let weight = ask.facts.settings.bobot.keahlian;
    let usual = |(before, of): (i64, u32), (after, also): (i64, u32)| ((after - before) * weight, of.max(also));
    let usual = old.usual_skills().zip(new.usual_skills()).map(|(old, new)| usual(old, new));
    let has = |post| demands.matching(ask.id, post);
    if let (Some(before), Some(after)) = (has(ask.from_id), has(ask.to_id)) {
        let side = |count, wanted| format!("{count} dari {wanted}");
        return Points::judged((after - before) * weight, ask.say, || {
            let (old, new) = (side(before, old.wants_skills()), side(after, new.wants_skills()));
            format!("keahlian khusus yang diminta dan dimiliki: jabatan lama {old}, jabatan baru {new}")
        });
    }
    ask.lacking(usual, "keahlian khusus")
}
