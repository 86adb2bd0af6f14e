//! Nobody is sent to a lower jenjang, eselon or kind of jabatan.

use crate::model::jabatan::{Jabatan, JenisJabatan, Jenjang};
use crate::model::pindah::Arah;
use crate::place::facts::Pair;
use crate::place::jenis_pindah::{arah_without_kelas, jenis_pindah};
use crate::place::rules::promosi::TAK_SETARA;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-142",
    title: "Perpindahan bukan demosi",
    basis: "PP 94/2021 Pasal 8 (penurunan jabatan adalah hukuman disiplin); pilihan kantor",
    judge: Judge::Kind(judge),
    examples: &[
        Example {
            change: |_| (),
            answer: Answer::Terpenuhi,
            sentence: "Guru Kelas Ahli Pertama ke Guru Kelas: jenjang, eselon, dan jenis jabatan tidak turun",
        },
        Example {
            change: |scene| {
                scene.pegawai().jabatan.jenjang = Some(Jenjang::AhliMuda);
                scene.to().jenjang = Some(Jenjang::AhliPertama);
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "perpindahan vertikal (demosi): Guru Kelas Ahli Muda ke Guru Kelas Ahli Pertama",
        },
        Example {
            change: |scene| scene.to().jabatan = "Guru PJOK".into(),
            answer: Answer::TidakDapatDinilai,
            sentence: "Guru Kelas Ahli Pertama ke Guru PJOK: kelas, jenjang, atau eselon salah satu jabatan tidak \
                       diketahui, jadi kesetaraannya belum dapat dinilai",
        },
        Example {
            change: |scene| {
                let jenis = JenisJabatan::Pelaksana;
                scene.pegawai().jabatan = Jabatan { nama: "Pengelola Data".into(), jenjang: None, jenis }.into();
                (scene.from().jabatan, scene.to().jabatan) = ("Pengelola Data".into(), "Penyusun Laporan".into());
                scene.state(scene.from, jenis, Some(6), None);
                scene.state(scene.to, jenis, Some(6), None);
            },
            answer: Answer::Terpenuhi,
            sentence: "Pengelola Data ke Penyusun Laporan: kelas jabatan tidak turun",
        },
    ],
};

/// A fall of kelas is A-140's; an equal kelas says more than the name of a jenjang. Where nothing tells, the move may be a
/// demotion.
fn judge(ask: &Pair) -> Verdict {
    let both = || format!("{} ke {}", ask.pegawai.jabatan, ask.to.jabatan_label());
    let jenis = jenis_pindah(ask);
    let words = || format!("perpindahan {}: {}", jenis.label(), both());
    match (arah_without_kelas(ask), jenis.arah) {
        (Arah::Demosi, Arah::Demosi) => ask.say.unmet(words),
        (Arah::Demosi, Arah::Setara | Arah::Promosi | Arah::TidakDiketahui) => ask.say.met_but(words),
        (Arah::TidakDiketahui, Arah::TidakDiketahui) => ask.say.unknown(|| format!("{}: {TAK_SETARA}", both())),
        (Arah::TidakDiketahui, Arah::Demosi) => {
            ask.say.unjudged(|| both() + ": kelas jabatannya turun, dinilai pada A-140")
        }
        (Arah::TidakDiketahui, Arah::Setara | Arah::Promosi) => ask.say.met(|| both() + ": kelas jabatan tidak turun"),
        (Arah::Setara | Arah::Promosi, _) => {
            ask.say.met(|| both() + ": jenjang, eselon, dan jenis jabatan tidak turun")
        }
    }
}
