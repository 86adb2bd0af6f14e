//! Education that fits the new post better than the old one.

use std::collections::{BTreeMap, BTreeSet};

use crate::law::linearitas::Kesesuaian;
use crate::model::unit::{BentukPendidikan, JenisUnit};
use crate::place::facts::{Facts, Pair};
use crate::place::marks::median;
use crate::place::objectives::{Objective, Points, judged, missing};
use crate::place::rules::Scene;

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-101",
    title: "Linearitas pendidikan dengan jabatan",
    basis: "SE GTK 0248/B2/GT.00.03/2024 untuk guru; tabel linearitas bawaan, pilihan kantor",
    skala: "linear atau serumpun menurut kesesuaian bidang pendidikan dengan jabatan baru, dikurangi yang di jabatan lama; tidak linear 0",
    unggul: "pendidikan yang lebih sesuai",
    perlu: "bidang pendidikan, atau baris jabatan di tabel linearitas",
    bobot: |facts| format!("linear = {}; serumpun = {}", facts.settings.bobot.linear, facts.settings.bobot.serumpun),
    maks: |facts| Some(facts.settings.bobot.linear.max(facts.settings.bobot.serumpun)),
    known: |facts, id| {
        let post = facts.needs.post_of[id.0 as usize];
        facts.field(id).is_some() && post.is_some_and(|post| facts.line(post).is_some())
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
        missing(
            |scene| scene.to().jabatan = "Juru Tulis".into(),
            0,
            "tidak dapat dinilai (baris jabatan di tabel linearitas tidak diketahui, juga bagi rekan sejabatan); tidak dihitung bagi siapa pun",
        ),
    ],
};

fn from_tk(scene: &mut Scene) {
    let unit = scene.from().unit;
    scene.roster.units[unit.0 as usize].jenis = JenisUnit::Sekolah(BentukPendidikan::Tk);
}

/// New fit less old fit, so that people are not drawn away from where they fit.
fn judge(ask: &Pair) -> Points {
    let facts = ask.facts;
    let (Some(from), Some(to)) = (facts.line(ask.from_id), facts.line(ask.to_id)) else {
        return Points::missing(None, ask.say, "baris jabatan di tabel linearitas");
    };
    let Some(field) = facts.field(ask.id) else {
        return Points::missing(facts.usual_fit(ask.from_id, ask.to_id), ask.say, "bidang pendidikan");
    };
    Points::judged(gain(facts, field, from, to), ask.say, || {
        let jurusan = ask.pegawai.pendidikan.as_ref().and_then(|p| p.jurusan.as_deref()).unwrap_or_default();
        let (old, new) = (facts.fit_of(from, field), facts.fit_of(to, field));
        format!("pendidikan {jurusan} {} di jabatan lama dan {} di jabatan baru", old.label(), new.label())
    })
}

/// What a field of study gains on the way from one line of the table to another.
fn gain(facts: &Facts, field: u32, from: u32, to: u32) -> i64 {
    let bobot = &facts.settings.bobot;
    let worth = |line| match facts.fit_of(line, field) {
        Kesesuaian::Linear => bobot.linear,
        Kesesuaian::Serumpun => bobot.serumpun,
        Kesesuaian::Tidak => 0,
    };
    worth(to) - worth(from)
}

/// What the middle colleague gains, by group and by old and new line: for those whose field of study is not known.
pub fn usual(facts: &Facts) -> BTreeMap<(u32, u32, u32), (i64, u32)> {
    let mut lines: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for post in facts.needs.post_ids() {
        lines.entry(facts.group_of_post(post)).or_default().extend(facts.line(post));
    }
    let mut fields: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    let mut gaps = BTreeSet::new();
    for id in facts.roster.pegawai_ids() {
        let group = facts.group_of_person(id);
        match facts.field(id) {
            Some(field) => fields.entry(group).or_default().push(field),
            None => _ = gaps.insert(group),
        }
    }
    let mut usual = BTreeMap::new();
    for (group, lines) in lines.iter().filter(|(group, _)| gaps.contains(group)) {
        let Some(fields) = fields.get(group) else { continue };
        for (from, to) in lines.iter().flat_map(|from| lines.iter().map(move |to| (*from, *to))) {
            let mut gains: Vec<i64> = fields.iter().map(|field| gain(facts, *field, from, to)).collect();
            usual.extend(median(&mut gains).map(|middle| ((*group, from, to), (middle, fields.len() as u32))));
        }
    }
    usual
}
