//! Performance of the last years is at least Baik.

use std::fmt;

use jiff::civil::Date;

use crate::model::kinerja::{Predikat, Skp};
use crate::model::pegawai::Pegawai;
use crate::place::facts::Person;
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
            sentence: "SKP 2025 Baik, SKP 2024 Sangat Baik; syarat 2 tahun paling rendah Baik",
        },
        Example {
            change: |scene| graded(scene, &[(2025, Predikat::Baik), (2024, Predikat::ButuhPerbaikan)]),
            answer: Answer::TidakTerpenuhi,
            sentence: "SKP 2025 Baik, SKP 2024 Butuh Perbaikan; syarat 2 tahun paling rendah Baik",
        },
        Example {
            change: |scene| {
                graded(scene, &[(2025, Predikat::Baik), (2024, Predikat::Baik), (2023, Predikat::Kurang)]);
            },
            answer: Answer::Terpenuhi,
            sentence: "SKP 2025 Baik, SKP 2024 Baik; syarat 2 tahun paling rendah Baik",
        },
        Example {
            change: |scene| {
                scene.roster.pegawai.iter_mut().for_each(|pegawai| {
                    pegawai.skp = [2025, 2024].map(|tahun| Skp { tahun, predikat: Predikat::Baik }).to_vec();
                });
                graded(scene, &[(2025, Predikat::Baik)]);
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "SKP 2025 Baik, SKP 2024 tidak ada; syarat 2 tahun paling rendah Baik",
        },
        Example {
            change: |scene| graded(scene, &[(2016, Predikat::Baik), (2012, Predikat::Baik)]),
            answer: Answer::TidakDapatDinilai,
            sentence: "SKP 2025 dan 2024 tidak ada; syarat 2 tahun paling rendah Baik",
        },
        Example {
            change: |scene| graded(scene, &[(2025, Predikat::Baik), (2023, Predikat::Kurang)]),
            answer: Answer::TidakDapatDinilai,
            sentence: "SKP 2025 Baik, SKP 2024 tidak ada; syarat 2 tahun paling rendah Baik",
        },
        Example {
            change: |scene| graded(scene, &[(2026, Predikat::Baik), (2025, Predikat::Baik), (2024, Predikat::Kurang)]),
            answer: Answer::Terpenuhi,
            sentence: "SKP 2026 Baik, SKP 2025 Baik; syarat 2 tahun paling rendah Baik",
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
    let given = ask.facts.tersedia;
    if !given.skp {
        return ask.say.unjudged(|| "berkas tidak memuat SKP".into());
    }
    let skp = Terakhir::of(ask.pegawai, years, ask.facts.roster.tanggal_efektif);
    let words = || format!("{skp}; syarat {years} tahun paling rendah {}", Predikat::Baik.label());
    if skp.below_baik() {
        return ask.say.unmet(words);
    }
    if skp.hilang.is_empty() {
        return ask.say.met(words);
    }
    if !given.skp_dua_tahun && !skp.ada.is_empty() {
        return ask.say.unjudged(|| format!("{skp}; berkas memuat satu tahun SKP"));
    }
    ask.say.unknown(words)
}

/// The last years of performance that a rule asks about.
pub(super) struct Terakhir<'a> {
    /// What is told of them, newest first.
    pub ada: &'a [Skp],
    /// Those of which nothing is told, newest first.
    pub hilang: Vec<i16>,
}

impl Terakhir<'_> {
    /// So many years one after the other: they end with the year before that of the move, or with the newest told where
    /// that is later. An older predicate says nothing of them.
    pub fn of(pegawai: &Pegawai, years: usize, efektif: Date) -> Terakhir<'_> {
        let newest = pegawai.skp.first().map_or(i16::MIN, |skp| skp.tahun).max(efektif.year() - 1);
        let asked = (0..years as i16).map(|back| newest - back);
        let told = pegawai.skp.iter().take_while(|skp| newest - skp.tahun < years as i16).count();
        let ada = &pegawai.skp[..told];
        Terakhir { ada, hilang: asked.filter(|year| ada.iter().all(|skp| skp.tahun != *year)).collect() }
    }

    pub fn below_baik(&self) -> bool {
        self.ada.iter().any(|skp| skp.predikat < Predikat::Baik)
    }
}

/// `SKP 2025 Baik, SKP 2024 tidak ada`.
impl fmt::Display for Terakhir<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts: Vec<String> =
            self.ada.iter().map(|skp| format!("SKP {} {}", skp.tahun, skp.predikat.label())).collect();
        if !self.hilang.is_empty() {
            let years: Vec<String> = self.hilang.iter().map(i16::to_string).collect();
            parts.push(format!("SKP {} tidak ada", years.join(" dan ")));
        }
        f.write_str(&parts.join(", "))
    }
}
