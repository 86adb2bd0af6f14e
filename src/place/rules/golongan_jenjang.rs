//! A jenjang of a jabatan fungsional goes with certain golongan.

use crate::model::golongan::Golongan;
use crate::model::jabatan::{JenisJabatan, Jenjang};
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-134",
    title: "Golongan berada dalam rentang jenjang jabatan fungsional",
    basis: "Tabel referensi jabatan fungsional SIASN (golongan terendah dan tertinggi); rentang umum per jenjang",
    judge: Judge::Kind(judge),
    examples: &[
        Example {
            change: |scene| ranked(scene, Golongan::pns(3, 2)),
            answer: Answer::Terpenuhi,
            sentence: "golongan III/b, rentang Ahli Pertama III/a sampai III/b",
        },
        Example {
            change: |scene| ranked(scene, Golongan::pns(3, 3)),
            answer: Answer::TidakTerpenuhi,
            sentence: "golongan III/c, rentang Ahli Pertama III/a sampai III/b",
        },
        Example {
            change: |scene| ranked(scene, Golongan::pns(2, 4)),
            answer: Answer::TidakTerpenuhi,
            sentence: "golongan II/d, rentang Ahli Pertama III/a sampai III/b",
        },
        Example {
            change: |scene| {
                ranked(scene, Golongan::pns(3, 3));
                scene.to().jenjang = Some(Jenjang::AhliMuda);
            },
            answer: Answer::Terpenuhi,
            sentence: "golongan III/c, rentang Ahli Muda III/c sampai III/d",
        },
        Example {
            change: |scene| ranked(scene, None),
            answer: Answer::TidakDapatDinilai,
            sentence: "golongan tidak diketahui, rentang Ahli Pertama III/a sampai III/b",
        },
    ],
};

fn ranked(scene: &mut Scene, golongan: Option<Golongan>) {
    scene.pegawai().golongan = golongan;
}

/// The jenjang is that of the post; where the need is not stated by jenjang, the person keeps the own one.
fn judge(ask: &Pair) -> Verdict {
    let kept = || ask.pegawai.jabatan.jenjang.filter(|_| ask.same_name());
    let Some(jenjang) = ask.to.jenjang.or_else(kept) else {
        let jabatan = &ask.to.jabatan;
        return match ask.new_post().jenis {
            Some(JenisJabatan::Fungsional) | None => {
                ask.say.unjudged(|| format!("jenjang {jabatan} yang dituju tidak diketahui"))
            }
            Some(
                JenisJabatan::Jpt | JenisJabatan::Administrator | JenisJabatan::Pengawas | JenisJabatan::Pelaksana,
            ) => ask.say.met(|| format!("{jabatan}, tanpa jenjang jabatan fungsional")),
        };
    };
    if !ask.facts.tersedia.golongan {
        return ask.say.unjudged(|| "berkas tidak memuat golongan pegawai".into());
    }
    let own = ask.pegawai.golongan;
    let pppk = own.is_some_and(Golongan::is_pppk);
    let Some((low, high)) = ask.facts.rentang.of_jenjang(jenjang, pppk) else {
        return ask.say.unjudged(|| format!("jenjang {} tanpa rentang golongan", jenjang.label()));
    };
    let range = || format!("rentang {} {low} sampai {high}", jenjang.label());
    match own {
        None => ask.say.unknown(|| format!("golongan tidak diketahui, {}", range())),
        Some(own) if low <= own && own <= high => ask.say.met(|| format!("golongan {own}, {}", range())),
        Some(own) => ask.say.unmet(|| format!("golongan {own}, {}", range())),
    }
}
