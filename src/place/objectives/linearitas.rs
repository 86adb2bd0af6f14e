//! Education that fits the new post better than the old one.

use std::collections::BTreeMap;

use crate::law::linearitas::Kesesuaian;
use crate::model::jabatan::JenisJabatan;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::profesi::SertifikatPendidik;
use crate::model::unit::{BentukPendidikan, JenisUnit};
use crate::place::facts::{Bukti, Facts, Pair};
use crate::place::marks::median;
use crate::place::objectives::{Objective, Points, judged, missing};
use crate::place::rules::Scene;

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-101",
    title: "Linearitas pendidikan dengan jabatan",
    basis: "Permendikbud 46/2016 sebagaimana diubah dengan Permendikbud 16/2019 dan SE GTK 0248/B2/GT.00.03/2024 untuk guru; tabel linearitas bawaan, pilihan kantor",
    skala: "linear atau serumpun menurut kesesuaian dengan jabatan baru (guru bersertifikat menurut bidang studi sertifikatnya, lainnya menurut bidang pendidikan), dikurangi yang di jabatan lama; tidak linear 0",
    unggul: "pendidikan yang lebih sesuai",
    perlu: "bidang pendidikan atau sertifikat pendidik, dan kualifikasi jabatan atau barisnya di tabel linearitas",
    bobot: |facts| format!("linear = {}; serumpun = {}", facts.settings.bobot.linear, facts.settings.bobot.serumpun),
    maks: |facts| Some(facts.settings.bobot.linear.max(facts.settings.bobot.serumpun)),
    known: |facts, id| {
        let post = facts.needs.post_of[id.0 as usize];
        post.is_some_and(|post| facts.linearitas(id, post).is_some())
    },
    judge,
    examples: &[
        judged(|_| (), 0, "pendidikan Pendidikan Guru Sekolah Dasar linear di jabatan lama dan linear di jabatan baru"),
        judged(
            from_tk,
            200,
            "pendidikan Pendidikan Guru Sekolah Dasar serumpun di jabatan lama dan linear di jabatan baru",
        ),
        missing(
            |scene| {
                from_tk(scene);
                scene.pegawai().pendidikan.iter_mut().for_each(|p| p.jurusan = None);
            },
            200,
            "tidak dapat dinilai (bidang pendidikan tidak diketahui); bukan penilaian atas pegawai: setiap orang yang datanya belum ada dihitung sama, setara nilai tengah 10 rekan sejabatan",
        ),
        judged(
            |scene| certified(scene, "Guru Kelas SD/MI"),
            0,
            "sertifikat pendidik Guru Kelas SD/MI linear di jabatan lama dan linear di jabatan baru",
        ),
        judged(
            |scene| {
                certified(scene, "Guru Kelas TK");
                from_tk(scene);
            },
            -400,
            "sertifikat pendidik Guru Kelas TK linear di jabatan lama dan tidak linear di jabatan baru",
        ),
        judged(
            |scene| {
                scene.to().jabatan = "Arsiparis".into();
                scene.state(
                    scene.to,
                    JenisJabatan::Fungsional,
                    None,
                    Some("S-1 Kearsipan atau bidang lain yang relevan"),
                );
            },
            -200,
            "pendidikan Pendidikan Guru Sekolah Dasar linear di jabatan lama dan serumpun di jabatan baru",
        ),
        missing(
            |scene| {
                scene.to().jabatan = "Arsiparis".into();
                scene.state(scene.to, JenisJabatan::Fungsional, None, Some("S-1"));
            },
            0,
            "tidak dapat dinilai (bidang studi yang diminta jabatan, karena kualifikasinya hanya menyebut tingkat, tidak diketahui, juga bagi rekan sejabatan); tidak dihitung bagi siapa pun",
        ),
        missing(
            |scene| scene.to().jabatan = "Juru Tulis".into(),
            0,
            "tidak dapat dinilai (kualifikasi jabatan atau barisnya di tabel linearitas tidak diketahui, juga bagi rekan sejabatan); tidak dihitung bagi siapa pun",
        ),
    ],
};

fn certified(scene: &mut Scene, bidang: &str) {
    scene.pegawai().profesi.sertifikat = Some(SertifikatPendidik::Bidang(bidang.into()));
}

fn from_tk(scene: &mut Scene) {
    let unit = scene.from().unit;
    scene.roster.units[unit.0 as usize].jenis = JenisUnit::Sekolah(BentukPendidikan::Tk);
}

/// New fit less old fit, so that people are not drawn away from where they fit.
fn judge(ask: &Pair) -> Points {
    let fit = |post| ask.facts.linearitas(ask.id, post);
    let (Some(old), Some(new)) = (fit(ask.from_id), fit(ask.to_id)) else {
        let field = ask.pegawai.pendidikan.as_ref().and_then(|pendidikan| pendidikan.jurusan.as_ref());
        let level_alone = [ask.from_id, ask.to_id].iter().any(|post| ask.facts.tingkat_saja(*post).is_some());
        let what = match field {
            Some(_) if level_alone => {
                "bidang studi yang diminta jabatan, karena kualifikasinya hanya menyebut tingkat,"
            }
            Some(_) => "kualifikasi jabatan atau barisnya di tabel linearitas",
            None => "bidang pendidikan",
        };
        return Points::missing(ask.facts.usual_fit(ask.from_id, ask.to_id), ask.say, what);
    };
    Points::judged(gain(ask.facts, old.1, new.1), ask.say, || {
        let (at_old, at_new) =
            (format!("{} di jabatan lama", old.1.label()), format!("{} di jabatan baru", new.1.label()));
        match old.0 == new.0 {
            true => format!("{} {at_old} dan {at_new}", evidence(ask, old.0)),
            false => format!("{} {at_old} dan {} {at_new}", evidence(ask, old.0), evidence(ask, new.0)),
        }
    })
}

/// `sertifikat pendidik Matematika`, `pendidikan Pendidikan Matematika`; the level where no field is written.
fn evidence(ask: &Pair, bukti: Bukti) -> String {
    match (bukti, &ask.pegawai.profesi.sertifikat, &ask.pegawai.pendidikan) {
        (Bukti::Sertifikat, Some(SertifikatPendidik::Bidang(bidang)), _) => format!("sertifikat pendidik {bidang}"),
        (_, _, Some(own)) => format!("pendidikan {}", own.jurusan.as_deref().unwrap_or(own.tingkat.label())),
        (_, _, None) => "pendidikan".into(),
    }
}

/// What is gained on the way from one fit to another.
fn gain(facts: &Facts, old: Kesesuaian, new: Kesesuaian) -> i64 {
    let bobot = &facts.settings.bobot;
    let worth = |fit| match fit {
        Kesesuaian::Linear => bobot.linear,
        Kesesuaian::Serumpun => bobot.serumpun,
        Kesesuaian::Tidak => 0,
    };
    worth(new) - worth(old)
}

/// What the middle colleague gains, by group and by what the old and the new post ask for: for those whose fit is not
/// known.
pub fn usual(facts: &Facts) -> BTreeMap<(u32, u32, u32), (i64, u32)> {
    // One post stands for all of a group that ask for the same.
    let mut posts: BTreeMap<u32, BTreeMap<u32, PostId>> = BTreeMap::new();
    for post in facts.needs.post_ids() {
        let Some(syarat) = facts.syarat(post) else { continue };
        posts.entry(facts.group_of_post(post)).or_default().entry(syarat).or_insert(post);
    }
    let mut people: BTreeMap<u32, Vec<PegawaiId>> = BTreeMap::new();
    for id in facts.roster.pegawai_ids() {
        people.entry(facts.group_of_person(id)).or_default().push(id);
    }
    let fit = |id, post| facts.linearitas(id, post).map(|(_, fit)| fit);
    let mut usual = BTreeMap::new();
    for (group, posts) in &posts {
        let colleagues = people.get(group).map_or(&[][..], Vec::as_slice);
        for ((from, old), (to, new)) in posts.iter().flat_map(|old| posts.iter().map(move |new| (old, new))) {
            let gains = colleagues.iter().filter_map(|id| Some(gain(facts, fit(*id, *old)?, fit(*id, *new)?)));
            let mut gains: Vec<i64> = gains.collect();
            let of = gains.len() as u32;
            let needed = gains.len() < colleagues.len();
            usual.extend(median(&mut gains).filter(|_| needed).map(|middle| ((*group, *from, *to), (middle, of))));
        }
    }
    usual
}
