//! Regulated professions are practised by those who are educated for them.

use crate::law::linearitas::Kesesuaian;
use crate::model::jabatan::JenisJabatan;
use crate::model::pendidikan::{Pendidikan, TingkatPendidikan};
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-130",
    title: "Pendidikan memenuhi kualifikasi profesi yang diatur",
    basis: "PermenPANRB 1/2023; PermenPANRB 38/2017; SE GTK 0248/B2/GT.00.03/2024 untuk guru; tabel linearitas",
    judge: Judge::Kind(judge),
    examples: &[
        Example {
            change: |_| (),
            answer: Answer::Terpenuhi,
            sentence: "pendidikan S-1 Pendidikan Guru Sekolah Dasar, linear dengan Guru Kelas",
        },
        Example {
            change: |scene| educated(scene, "Pendidikan Bahasa Inggris"),
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "pendidikan S-1 Pendidikan Bahasa Inggris, serumpun dengan Guru Kelas",
        },
        Example {
            change: |scene| educated(scene, "Ekonomi"),
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "pendidikan S-1 Ekonomi, tidak linear dengan Guru Kelas; jabatan ini sudah dipangku, ijazahnya perlu \
                       dilihat",
        },
        Example {
            change: |scene| {
                educated(scene, "Ekonomi");
                scene.from().jabatan = "Guru PJOK".into();
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "pendidikan S-1 Ekonomi, tidak linear dengan Guru Kelas",
        },
        Example {
            change: |scene| scene.pegawai().pendidikan = None,
            answer: Answer::TidakDinilaiDenganCatatan,
            sentence: "pendidikan tidak diketahui; jabatan ini sudah dipangku, ijazahnya perlu dilihat",
        },
        Example {
            change: |scene| {
                scene.pegawai().pendidikan = None;
                scene.from().jabatan = "Guru PJOK".into();
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "pendidikan tidak diketahui, jabatan yang dituju Guru Kelas",
        },
        Example {
            change: |scene| {
                scene.to().jabatan = "Nutrisionis".into();
                scene.state(scene.to, JenisJabatan::Fungsional, None, Some("S-1"));
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "pendidikan S-1 Pendidikan Guru Sekolah Dasar, jabatan yang dituju Nutrisionis yang kualifikasinya \
                       hanya menyebut tingkat, bidang studinya tidak dapat dinilai",
        },
        Example {
            // No line of the table: of a health worker nobody is taken for one who cannot be judged.
            change: |scene| scene.to().jabatan = "Nutrisionis".into(),
            answer: Answer::TidakDapatDinilai,
            sentence: "pendidikan S-1 Pendidikan Guru Sekolah Dasar, jabatan yang dituju Nutrisionis yang tabel \
                       linearitasnya belum ada",
        },
        Example {
            change: |scene| scene.to().jabatan = "Pengelola Keuangan".into(),
            answer: Answer::Terpenuhi,
            sentence: "Pengelola Keuangan, bukan profesi yang diatur",
        },
    ],
};

fn educated(scene: &mut Scene, jurusan: &str) {
    let jurusan = Some(jurusan.into());
    scene.pegawai().pendidikan = Some(Pendidikan { tingkat: TingkatPendidikan::S1, jurusan }.into());
}

/// Who holds the jabatan already was found qualified before: the last education may be another one than that of the
/// profession, so a misfit is shown there and blocks nothing. What is unknown is never a no.
fn judge(ask: &Pair) -> Verdict {
    let to = ask.new_post();
    if !to.diatur {
        return ask.say.met(|| format!("{}, bukan profesi yang diatur", ask.to.jabatan));
    }
    let held = ask.same_name();
    if held && !ask.facts.tersedia.pendidikan {
        return ask.say.unjudged(|| "jabatan ini sudah dipangku; berkas tidak memuat pendidikan".into());
    }
    let jabatan = &ask.to.jabatan;
    let own = || match &ask.pegawai.pendidikan {
        Some(pendidikan) => format!("pendidikan {pendidikan}"),
        None => "pendidikan tidak diketahui".into(),
    };
    const HELD: &str = "; jabatan ini sudah dipangku, ijazahnya perlu dilihat";
    match ask.facts.kualifikasi(ask.id, ask.to_id) {
        Some(Kesesuaian::Linear) => ask.say.met(|| format!("{}, linear dengan {jabatan}", own())),
        Some(Kesesuaian::Serumpun) => ask.say.met_but(|| format!("{}, serumpun dengan {jabatan}", own())),
        Some(Kesesuaian::Tidak) if held && ask.facts.asks_the_same(ask.from_id, ask.to_id) => {
            ask.say.met_but(|| format!("{}, tidak linear dengan {jabatan}{HELD}", own()))
        }
        Some(Kesesuaian::Tidak) => ask.say.unmet(|| format!("{}, tidak linear dengan {jabatan}", own())),
        None if held && ask.pegawai.pendidikan.is_some() && to.baris.is_none() && to.kualifikasi.is_none() => {
            ask.say.unjudged(|| format!("{}; tabel linearitas belum memuat {jabatan}, yang sudah dipangku", own()))
        }
        None if held => ask.say.unjudged_but(|| own() + HELD),
        // The profession is regulated: a level that the post prints does not make anybody one of it.
        None => ask.say.unknown(|| {
            let why = match (&ask.pegawai.pendidikan, to.baris, to.kualifikasi) {
                (None, _, _) => "",
                (Some(_), None, None) => " yang tabel linearitasnya belum ada",
                (Some(_), None, Some(_)) if ask.facts.tingkat_saja(ask.to_id).is_some() => {
                    " yang kualifikasinya hanya menyebut tingkat, bidang studinya tidak dapat dinilai"
                }
                (Some(_), _, _) => ", kesesuaian bidang studinya tidak dapat dinilai",
            };
            format!("{}, jabatan yang dituju {jabatan}{why}", own())
        }),
    }
}
