//! Education that fits the new post better than the old one.

use std::collections::BTreeMap;

use crate::law::linearitas::Kesesuaian;
use crate::model::jabatan::JenisJabatan;
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::profesi::SertifikatPendidik;
use crate::model::unit::{BentukPendidikan, JenisUnit};
use crate::place::facts::{Bukti, Facts, Pair};
use crate::place::objectives::{Objective, Points, judged, missing};
use crate::place::rules::Scene;
use crate::place::scope::Scope;

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
    scope: Scope::Kind,
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
        return ask.lacking(ask.facts.usual_fit(ask.from_id, ask.to_id), what);
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

/// What the middle colleague gains, for those whose fit is not known.
#[derive(Default)]
pub struct UsualFit {
    /// Requirements that every colleague of a group fits alike have one number there.
    alike: BTreeMap<(u32, u32), u32>,
    /// By group and the numbers of what the old and the new post ask for.
    middle: BTreeMap<(u32, u32, u32), (i64, u32)>,
}

impl UsualFit {
    /// The points of the middle colleague of a group between two requirements, and how many colleagues are judged.
    pub fn of(&self, group: u32, from: u32, to: u32) -> Option<(i64, u32)> {
        let (from, to) = (self.alike.get(&(group, from))?, self.alike.get(&(group, to))?);
        self.middle.get(&(group, *from, *to)).copied()
    }
}

const FITS: [Kesesuaian; 3] = [Kesesuaian::Linear, Kesesuaian::Serumpun, Kesesuaian::Tidak];

/// Colleagues by how they fit a requirement, as a bit each, in the order of `FITS`. Whose fit is not known is in none.
type Fits = [Vec<u64>; 3];

/// Every colleague of every group judged once for each requirement; pairs of requirements are then counted bit by bit,
/// so that a jabatan of many colleagues and of many wordings takes no longer than its people and posts do.
pub fn usual(facts: &Facts) -> UsualFit {
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
    let mut usual = UsualFit::default();
    for (group, posts) in &posts {
        let colleagues = people.get(group).map_or(&[][..], Vec::as_slice);
        let mut distinct: BTreeMap<Fits, u32> = BTreeMap::new();
        for (syarat, post) in posts {
            let next = distinct.len() as u32;
            let number = *distinct.entry(fits(facts, colleagues, *post)).or_insert(next);
            usual.alike.insert((*group, *syarat), number);
        }
        for ((old, from), (new, to)) in distinct.iter().flat_map(|old| distinct.iter().map(move |new| (old, new))) {
            let found = middle_gain(facts, old, new).filter(|(_, of)| (*of as usize) < colleagues.len());
            usual.middle.extend(found.map(|middle| ((*group, *from, *to), middle)));
        }
    }
    usual
}

fn fits(facts: &Facts, colleagues: &[PegawaiId], post: PostId) -> Fits {
    let mut fits = FITS.map(|_| vec![0; colleagues.len().div_ceil(64)]);
    for (at, id) in colleagues.iter().enumerate() {
        let Some((_, fit)) = facts.linearitas(*id, post) else { continue };
        let set = FITS.iter().position(|own| *own == fit).expect("all fits are listed");
        fits[set][at / 64] |= 1 << (at % 64);
    }
    fits
}

/// The middle gain of those whose fit is known on both sides, the lower of two, and how many they are.
fn middle_gain(facts: &Facts, old: &Fits, new: &Fits) -> Option<(i64, u32)> {
    let both = |old: &[u64], new: &[u64]| old.iter().zip(new).map(|(old, new)| (old & new).count_ones()).sum::<u32>();
    let pairs = (0..FITS.len()).flat_map(|from| (0..FITS.len()).map(move |to| (from, to)));
    let mut gains: Vec<(i64, u32)> =
        pairs.map(|(from, to)| (gain(facts, FITS[from], FITS[to]), both(&old[from], &new[to]))).collect();
    gains.sort_unstable();
    let of: u32 = gains.iter().map(|(_, count)| count).sum();
    let mut before = 0;
    let middle = gains.iter().find(|(_, count)| {
        before += count;
        before > of.saturating_sub(1) / 2
    });
    middle.map(|(points, _)| (*points, of))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::marks::median;
    use crate::place::rules::tests::scene;

    #[test]
    fn the_middle_gain_is_that_of_all_colleagues_in_a_row() {
        let (scene, law) = scene();
        let facts = Facts::new(&scene.roster, &scene.needs, &law, &scene.settings);
        let mut draw = 2026u64;
        for colleagues in [0usize, 1, 2, 3, 63, 64, 65, 200] {
            let mut row = || -> Vec<Option<Kesesuaian>> {
                let mut next = || {
                    draw = draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    FITS.get((draw >> 60) as usize % 4).copied()
                };
                (0..colleagues).map(|_| next()).collect()
            };
            let (old, new) = (row(), row());
            let set = |row: &[Option<Kesesuaian>]| {
                FITS.map(|fit| {
                    let mut bits = vec![0; colleagues.div_ceil(64)];
                    let own = row.iter().enumerate().filter(|(_, own)| **own == Some(fit));
                    own.for_each(|(at, _)| bits[at / 64] |= 1 << (at % 64));
                    bits
                })
            };
            let known = old.iter().zip(&new).filter_map(|(old, new)| Some(gain(&facts, (*old)?, (*new)?)));
            let mut gains: Vec<i64> = known.collect();
            let wanted = median(&mut gains).map(|middle| (middle, gains.len() as u32));
            assert_eq!(middle_gain(&facts, &set(&old), &set(&new)), wanted, "{colleagues}");
        }
    }
}
