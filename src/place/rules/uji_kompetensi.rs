//! Into another jabatan fungsional only after a test of competence.

use crate::model::jabatan::JenisJabatan;
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-133",
    title: "Perpindahan ke jabatan fungsional lain didahului uji kompetensi",
    basis: "PermenPANRB 1/2023",
    judge: Judge::Kind(judge),
    examples: &[
        Example {
            change: |_| (),
            answer: Answer::Terpenuhi,
            sentence: "jabatan tetap Guru Kelas, tanpa uji kompetensi",
        },
        Example {
            change: |scene| scene.to().jabatan = "Guru PJOK".into(),
            answer: Answer::TidakTerpenuhi,
            sentence: "jabatan sekarang Guru Kelas, yang dituju jabatan fungsional Guru PJOK; hasil uji kompetensi perlu \
                       dilampirkan",
        },
        Example {
            // A profession is a jabatan fungsional, whether or not a column says so.
            change: |scene| scene.to().jabatan = "Perawat".into(),
            answer: Answer::TidakTerpenuhi,
            sentence: "jabatan sekarang Guru Kelas, yang dituju jabatan fungsional Perawat; hasil uji kompetensi perlu \
                       dilampirkan",
        },
        Example {
            change: |scene| {
                scene.to().jabatan = "Analis Hukum".into();
                let others = scene.roster.pegawai.iter_mut().map(|pegawai| &mut pegawai.jabatan);
                others.for_each(|jabatan| jabatan.jenis = JenisJabatan::Pelaksana);
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "jenis jabatan Analis Hukum tidak diketahui, jabatan sekarang Guru Kelas",
        },
        Example {
            change: |scene| {
                scene.to().jabatan = "Pengelola Keuangan".into();
                scene.state(scene.to, JenisJabatan::Pelaksana, None, None);
            },
            answer: Answer::Terpenuhi,
            sentence: "Pengelola Keuangan, bukan jabatan fungsional",
        },
    ],
};

fn judge(ask: &Pair) -> Verdict {
    let (from, to) = (&ask.from.jabatan, &ask.to.jabatan);
    if ask.same_name() {
        return ask.say.met(|| format!("jabatan tetap {to}, tanpa uji kompetensi"));
    }
    match ask.new_post().jenis {
        Some(JenisJabatan::Fungsional) => ask.say.unmet(|| {
            format!(
                "jabatan sekarang {from}, yang dituju jabatan fungsional {to}; hasil uji kompetensi perlu dilampirkan"
            )
        }),
        Some(JenisJabatan::Jpt | JenisJabatan::Administrator | JenisJabatan::Pengawas | JenisJabatan::Pelaksana) => {
            ask.say.met(|| format!("{to}, bukan jabatan fungsional"))
        }
        None => ask.say.unknown(|| format!("jenis jabatan {to} tidak diketahui, jabatan sekarang {from}")),
    }
}
