//! Terms of heads of schools.

use jiff::civil::date;

use crate::model::jabatan::Tugas;
use crate::model::kinerja::{Predikat, Skp};
use crate::model::pegawai::Pegawai;
use crate::model::tanggal::{months_between, months_in_words};
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-145",
    title: "Kepala sekolah dipindahkan setelah masa minimal dan tidak melewati dua periode",
    basis: "Permendikdasmen 7/2025",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| heads_since(scene, date(2024, 12, 1)),
            answer: Answer::Terpenuhi,
            sentence: "menjadi kepala sekolah 2 tahun, boleh dirotasi setelah 2 tahun, paling lama 2 periode (8 tahun)",
        },
        Example {
            change: |scene| heads_since(scene, date(2025, 1, 1)),
            answer: Answer::TidakTerpenuhi,
            sentence: "menjadi kepala sekolah 1 tahun 11 bulan, boleh dirotasi setelah 2 tahun, paling lama 2 periode (8 \
                       tahun)",
        },
        Example {
            change: |scene| {
                heads_since(scene, date(2018, 12, 1));
                scene.pegawai().skp = vec![Skp { tahun: 2025, predikat: Predikat::Baik }].into();
            },
            answer: Answer::MutasiDianjurkan,
            sentence: "menjadi kepala sekolah 8 tahun, boleh dirotasi setelah 2 tahun, paling lama 2 periode (8 tahun); \
                       periode ketiga hanya bila tidak ada calon pengganti dan kinerja Sangat Baik",
        },
        Example {
            change: |scene| {
                heads_since(scene, date(2018, 12, 1));
                scene.pegawai().skp = vec![Skp { tahun: 2025, predikat: Predikat::SangatBaik }].into();
            },
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "menjadi kepala sekolah 8 tahun, boleh dirotasi setelah 2 tahun, paling lama 2 periode (8 tahun); \
                       periode ketiga hanya bila tidak ada calon pengganti dan kinerja Sangat Baik",
        },
        Example {
            change: |scene| {
                scene.roster.pegawai.iter_mut().for_each(|pegawai| {
                    pegawai.profesi.tmt_tugas_tambahan = Some(date(2022, 7, 1));
                });
                scene.pegawai().tugas_tambahan = Some("Kepala Sekolah".into());
                scene.pegawai().profesi.tmt_tugas_tambahan = None;
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "mulai menjadi kepala sekolah tidak diketahui",
        },
        Example {
            change: |scene| scene.pegawai().tugas_tambahan = Some("Kepala Sekolah".into()),
            answer: Answer::TidakDinilaiDenganCatatan,
            sentence: "mulai menjadi kepala sekolah tidak diketahui",
        },
        Example {
            change: |scene| {
                heads_since(scene, date(2024, 12, 1));
                scene.pegawai().tugas_tambahan = Some("Kepala SD Negeri 1 Bangko".into());
            },
            answer: Answer::Terpenuhi,
            sentence: "menjadi kepala sekolah 2 tahun, boleh dirotasi setelah 2 tahun, paling lama 2 periode (8 tahun)",
        },
        Example {
            change: |_| (),
            answer: Answer::Terpenuhi,
            sentence: "Guru Kelas Ahli Pertama, bukan kepala sekolah",
        },
    ],
};

fn heads_since(scene: &mut Scene, since: jiff::civil::Date) {
    scene.pegawai().tugas_tambahan = Some("Kepala Sekolah".into());
    scene.pegawai().profesi.tmt_tugas_tambahan = Some(since);
}

fn is_head(text: &str) -> bool {
    Tugas::parse(text).is_kepala_sekolah()
}

/// Since when the person heads the school: by the TMT of the extra duty, or of the jabatan where that is the head's.
fn since(pegawai: &Pegawai) -> Option<Option<jiff::civil::Date>> {
    let by_duty = pegawai.tugas_tambahan.as_deref().is_some_and(is_head);
    let by_jabatan = is_head(&pegawai.jabatan.nama);
    let own = pegawai.profesi.tmt_tugas_tambahan;
    (by_duty || by_jabatan).then(|| own.or(pegawai.tmt_jabatan.filter(|_| by_jabatan)))
}

fn judge(ask: &Person) -> Verdict {
    let Some(since) = since(ask.pegawai) else {
        return ask.say.met(|| format!("{}, bukan kepala sekolah", ask.pegawai.jabatan));
    };
    let Some(since) = since else {
        // A folder that never gives it would stop every head; then it is something to look at.
        let words = || "mulai menjadi kepala sekolah tidak diketahui".into();
        return if ask.facts.tersedia.tmt_tugas_tambahan {
            ask.say.unknown(words)
        } else {
            ask.say.unjudged_but(words)
        };
    };
    let number = |key| ask.facts.law.parameter("A-145", key) as i32;
    let (least, periods) = (number("rotasi_min_bulan"), number("periode_maks"));
    let most = periods * number("periode_bulan");
    let months = months_between(since, ask.facts.roster.tanggal_efektif);
    let words = || {
        format!(
            "menjadi kepala sekolah {}, boleh dirotasi setelah {}, paling lama {periods} periode ({})",
            months_in_words(months.max(0)),
            months_in_words(least),
            months_in_words(most)
        )
    };
    let third = || words() + "; periode ketiga hanya bila tidak ada calon pengganti dan kinerja Sangat Baik";
    // Whether there is a successor nobody can read from a list, so a head who may stay is something to look at.
    let may_stay = ask.pegawai.skp.first().is_none_or(|skp| skp.predikat == Predikat::SangatBaik);
    match months {
        months if months < least => ask.say.unmet(words),
        months if months < most => ask.say.met(words),
        months if months < most + number("periode_bulan") && may_stay => ask.say.met_but(third),
        _ => ask.say.urged(third),
    }
}
