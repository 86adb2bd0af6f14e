//! The kelas jabatan does not fall: a hidden demotion.

use crate::model::jabatan::{Jabatan, JenisJabatan};
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-140",
    title: "Kelas jabatan tidak turun",
    basis: "Praktik: kelas jabatan yang turun adalah demosi, hanya melalui hukuman disiplin; pilihan kantor",
    judge: Judge::Kind(judge),
    examples: &[
        Example {
            change: |scene| kelas(scene, "Pengelola Data", (Some(7), Some(7))),
            answer: Answer::Terpenuhi,
            sentence: "kelas jabatan sekarang 7, yang dituju 7",
        },
        Example {
            change: |scene| kelas(scene, "Pengelola Data", (Some(7), Some(6))),
            answer: Answer::TidakTerpenuhi,
            sentence: "kelas jabatan sekarang 7, yang dituju 6",
        },
        Example {
            change: |scene| kelas(scene, "Penyusun Laporan", (Some(7), None)),
            answer: Answer::TidakDapatDinilai,
            sentence: "kelas jabatan sekarang 7, yang dituju tidak diketahui",
        },
        Example {
            change: |scene| kelas(scene, "Pengelola Data", (Some(7), None)),
            answer: Answer::Terpenuhi,
            sentence: "kelas jabatan sekarang 7, yang dituju tidak diketahui; jabatan dan jenjangnya tetap",
        },
        Example {
            change: |scene| kelas(scene, "Penyusun Laporan", (None, None)),
            answer: Answer::TidakDinilai,
            sentence: "berkas tidak memuat kelas jabatan",
        },
    ],
};

fn kelas(scene: &mut Scene, to: &str, kelas: (Option<u8>, Option<u8>)) {
    let jenis = JenisJabatan::Pelaksana;
    scene.pegawai().jabatan = Jabatan { nama: "Pengelola Data".into(), jenjang: None, jenis }.into();
    scene.from().jabatan = "Pengelola Data".into();
    scene.to().jabatan = to.into();
    scene.state(scene.from, jenis, kelas.0, None);
    scene.state(scene.to, jenis, kelas.1, None);
}

/// A jabatan that stays keeps its kelas: where a side is not written nothing falls. In another jabatan an unknown kelas
/// may hide a fall, unless the folder never gives any; then nothing could move, so the sheet of rules says so once.
fn judge(ask: &Pair) -> Verdict {
    let words = |kelas: Option<u8>| kelas.map_or("tidak diketahui".to_string(), |kelas| kelas.to_string());
    let (old, new) = (ask.old_post(), ask.new_post());
    let both =
        || format!("kelas jabatan sekarang {}, yang dituju {}", words(old.kelas_tertulis), words(new.kelas_tertulis));
    if let (Some(old), Some(new)) = (old.kelas, new.kelas) {
        return if new < old { ask.say.unmet(both) } else { ask.say.met(both) };
    }
    let same_jenjang = ask.to.jenjang.is_none() || ask.to.jenjang == ask.pegawai.jabatan.jenjang;
    if !(ask.same_name() && same_jenjang) {
        return match ask.facts.tersedia.kelas {
            true => ask.say.unknown(both),
            false => ask.say.unjudged(|| "berkas tidak memuat kelas jabatan".into()),
        };
    }
    match (old.kelas_tertulis, new.kelas_tertulis) {
        (Some(old), Some(new)) if new < old => {
            ask.say.met_but(|| both() + "; jabatan dan jenjangnya tetap, pastikan kelasnya tidak turun")
        }
        (Some(_) | None, Some(_) | None) => ask.say.met(|| both() + "; jabatan dan jenjangnya tetap"),
    }
}
