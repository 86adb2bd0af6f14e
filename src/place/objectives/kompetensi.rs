//! Competence that meets what the post demands (JPM) goes where people are missing.
//!
//! JPM as the assessment gives it; where only the levels of the kompetensi are given, worked out from them and from what
//! the jabatan demands. A move keeps the jabatan, so the demand is the same in both posts.

use crate::model::angka::Nilai;
use crate::model::kinerja::Asesmen;
use crate::model::pegawai::PegawaiId;
use crate::place::facts::{Facts, Pair};
use crate::place::marks::Fact;
use crate::place::objectives::{Objective, Points, judged, missing};
use crate::place::rules::Scene;
use crate::place::scope::Scope;

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-105",
    title: "Kompetensi yang memenuhi syarat menguatkan unit yang kekurangan",
    basis: "PermenPANRB 38/2017; PP 11/2017 Pasal 190 ayat (4)",
    skala: "kompetensi_per_persen untuk tiap persen JPM di atas batas Memenuhi Syarat (berkurang di bawahnya), menuju unit yang kekurangan atau jabatan yang lebih strategis",
    unggul: "kompetensi yang lebih memenuhi syarat",
    perlu: "JPM atau level kompetensi",
    bobot: |facts| format!("kompetensi_per_persen = {}", facts.settings.bobot.kompetensi_per_persen),
    maks: |facts| {
        let over = 100 - facts.law.angka("jpm_memenuhi_syarat").nilai;
        Some(facts.settings.bobot.kompetensi_per_persen * over * facts.timbangan.most_penguatan / 100)
    },
    known: |facts, id| facts.has_own(id, Fact::Jpm),
    scope: Scope::Kind,
    judge,
    examples: &[
        judged(
            |scene| assessed(scene).jpm = Nilai::of_hundredths(8_450),
            13,
            "JPM 84,5%, Memenuhi Syarat (batas 80%); unit tujuan kekurangan",
        ),
        judged(
            |scene| assessed(scene).jpm = Nilai::of_hundredths(8_000),
            0,
            "JPM 80%, Memenuhi Syarat (batas 80%); unit tujuan kekurangan",
        ),
        judged(
            |scene| assessed(scene).jpm = Nilai::of_hundredths(7_999),
            0,
            "JPM 79,99%, Masih Memenuhi Syarat (batas 68%); unit tujuan kekurangan",
        ),
        judged(
            |scene| assessed(scene).level = [Some(1); 9],
            -90,
            "JPM 50% (dihitung dari level setiap kompetensi), Kurang Memenuhi Syarat (di bawah 68%); unit tujuan kekurangan",
        ),
        missing(
            |scene| {
                assessed(scene).jpm = Nilai::of_hundredths(8_450);
                let asesmen = scene.pegawai().asesmen.take();
                let (own, settings) = (scene.id, &mut scene.settings);
                settings.bobot.pembanding_min = 2;
                let other = scene
                    .roster
                    .pegawai_ids()
                    .find(|id| {
                        let post = |id: PegawaiId| scene.needs.post_of[id.0 as usize];
                        *id != own && post(*id) == post(own)
                    })
                    .expect("the post has ten holders");
                scene.roster.pegawai[other.0 as usize].asesmen = asesmen;
            },
            13,
            "tidak dapat dinilai (belum cukup pembanding: JPM hanya diketahui pada 1 rekan sejabatan, paling sedikit 2); bukan penilaian atas pegawai: setiap orang yang datanya belum ada dihitung sama, setara nilai tengah 1 rekan itu",
        ),
        missing(
            |_| (),
            0,
            "tidak dapat dinilai (JPM tidak diketahui, juga bagi rekan sejabatan); tidak dihitung bagi siapa pun",
        ),
    ],
};

/// The assessment of the scene's person, empty so far. Nobody else has one, and that is enough here.
pub(super) fn assessed(scene: &mut Scene) -> &mut Asesmen {
    scene.settings.bobot.pembanding_min = 1;
    let place = scene.pegawai().place.clone();
    scene.pegawai().asesmen.get_or_insert_with(|| Box::new(Asesmen::empty(place)))
}

/// Points for each percent over the line, in hundredths.
fn judge(ask: &Pair) -> Points {
    let (weight, facts) = (ask.facts.settings.bobot.kompetensi_per_persen, ask.facts);
    let line = facts.timbangan.jpm_line * 100;
    let words = |jpm: i64| {
        let told = Nilai::of_hundredths(jpm as u32).map(|jpm| format!("{jpm}%")).unwrap_or_default();
        let by_levels = ask.pegawai.asesmen.as_ref().is_some_and(|asesmen| asesmen.jpm.is_none());
        let source = if by_levels { " (dihitung dari level setiap kompetensi)" } else { "" };
        format!("JPM {told}{source}, {}; {}", class(facts, jpm), ask.penguatan_in_words())
    };
    ask.by_mark(Fact::Jpm, |jpm| (jpm - line) * weight * ask.penguatan() / 10_000, words)
}

/// The class of a JPM in hundredths of a percent, with the line it stands on.
fn class(facts: &Facts, jpm: i64) -> String {
    let line = |key| facts.law.angka(key).nilai;
    let (ms, mms) = (line("jpm_memenuhi_syarat"), line("jpm_masih_memenuhi_syarat"));
    if jpm >= ms * 100 {
        format!("Memenuhi Syarat (batas {ms}%)")
    } else if jpm >= mms * 100 {
        format!("Masih Memenuhi Syarat (batas {mms}%)")
    } else {
        format!("Kurang Memenuhi Syarat (di bawah {mms}%)")
    }
}
