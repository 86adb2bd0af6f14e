//! Performance of the last years is at least Baik.

use crate::model::kinerja::{Predikat, Skp};
use crate::place::facts::Person;
use crate::place::facts::syarat::{Terakhir, kinerja_baik};
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-135",
    title: "Predikat kinerja tahun-tahun terakhir paling rendah Baik",
    basis: "Peraturan BKN 5/2019; PermenPANRB 6/2022",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| graded(scene, &[(2025, Predikat::Baik), (2024, Predikat::SangatBaik)]),
            answer: Answer::Terpenuhi,
            sentence: "SKP 2025 Baik, SKP 2024 Sangat Baik; dianjurkan 2 tahun paling rendah Baik",
        },
        Example {
            change: |scene| graded(scene, &[(2025, Predikat::Baik), (2024, Predikat::ButuhPerbaikan)]),
            answer: Answer::TidakTerpenuhi,
            sentence: "SKP 2025 Baik, SKP 2024 Butuh Perbaikan; dianjurkan 2 tahun paling rendah Baik",
        },
        Example {
            change: |scene| {
                graded(scene, &[(2025, Predikat::Baik), (2024, Predikat::Baik), (2023, Predikat::Kurang)]);
            },
            answer: Answer::Terpenuhi,
            sentence: "SKP 2025 Baik, SKP 2024 Baik; dianjurkan 2 tahun paling rendah Baik",
        },
        Example {
            change: |scene| {
                scene.roster.pegawai.iter_mut().for_each(|pegawai| {
                    pegawai.skp = [2025, 2024].map(|tahun| Skp { tahun, predikat: Predikat::Baik }).to_vec().into();
                });
                graded(scene, &[(2025, Predikat::Baik)]);
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "SKP 2025 Baik, SKP 2024 tidak ada; dianjurkan 2 tahun paling rendah Baik",
        },
        Example {
            change: |scene| graded(scene, &[(2016, Predikat::Baik), (2012, Predikat::Baik)]),
            answer: Answer::TidakDapatDinilai,
            sentence: "SKP 2025 dan 2024 tidak ada; dianjurkan 2 tahun paling rendah Baik",
        },
        Example {
            change: |scene| graded(scene, &[(2025, Predikat::Baik), (2023, Predikat::Kurang)]),
            answer: Answer::TidakDapatDinilai,
            sentence: "SKP 2025 Baik, SKP 2024 tidak ada; dianjurkan 2 tahun paling rendah Baik",
        },
        Example {
            change: |scene| graded(scene, &[(2026, Predikat::Baik), (2025, Predikat::Baik), (2024, Predikat::Kurang)]),
            answer: Answer::Terpenuhi,
            sentence: "SKP 2026 Baik, SKP 2025 Baik; dianjurkan 2 tahun paling rendah Baik",
        },
        Example {
            change: |_| (),
            answer: Answer::TidakDinilai,
            sentence: "SKP 2025 Baik, SKP 2024 tidak ada; berkas memuat satu tahun SKP",
        },
        Example {
            change: |scene| scene.roster.pegawai.iter_mut().for_each(|pegawai| pegawai.skp.clear()),
            answer: Answer::TidakDinilai,
            sentence: "berkas tidak memuat SKP",
        },
    ],
};

fn graded(scene: &mut Scene, years: &[(i16, Predikat)]) {
    scene.pegawai().skp = years.iter().map(|(tahun, predikat)| Skp { tahun: *tahun, predikat: *predikat }).collect();
}

/// Where the folder gives no SKP, or one year only, nobody is marked for it: the sheet of rules says so once.
fn judge(ask: &Person) -> Verdict {
    let years = ask.facts.law.parameter("A-135", "tahun") as usize;
    let (given, syarat) = (ask.facts.tersedia, ask.facts.law.syarat("A-135"));
    if !given.skp {
        return ask.say.unjudged(|| "berkas tidak memuat SKP".into());
    }
    let skp = Terakhir::of(ask.pegawai, years, ask.facts.roster.tanggal_efektif);
    match kinerja_baik(ask.pegawai, years, ask.facts.roster.tanggal_efektif, syarat, ask.say) {
        Ok(skp) => ask.say.met(|| format!("{skp}; {syarat} {years} tahun paling rendah {}", Predikat::Baik.label())),
        Err(verdict) if verdict.answer == Answer::TidakDapatDinilai && !given.skp_dua_tahun && !skp.ada.is_empty() => {
            ask.say.unjudged(|| format!("{skp}; berkas memuat satu tahun SKP"))
        }
        Err(verdict) => verdict,
    }
}
