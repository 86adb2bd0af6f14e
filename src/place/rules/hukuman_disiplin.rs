//! No medium or severe disciplinary punishment in force.

use jiff::civil::date;

use crate::model::status::{HukumanDisiplin, TingkatHukdis};
use crate::model::tanggal::{months_between, months_in_words, tanggal_in_words};
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-107",
    title: "Pegawai tidak sedang menjalani hukuman disiplin sedang atau berat",
    basis: "Peraturan BKN 5/2019 Pasal 3; PP 94/2021 Pasal 8",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| scene.pegawai().hukdis = None,
            answer: Answer::Terpenuhi,
            sentence: "tidak ada catatan hukuman disiplin",
        },
        Example {
            change: |scene| {
                scene.pegawai().hukdis = Some(HukumanDisiplin {
                    tingkat: TingkatHukdis::Sedang,
                    tmt_mulai: Some(date(2026, 6, 1)),
                    tmt_akhir: Some(date(2026, 12, 1)),
                });
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "hukuman disiplin sedang sampai 1 Desember 2026, mutasi berlaku 1 Desember 2026",
        },
        Example {
            change: |scene| {
                scene.pegawai().hukdis = Some(HukumanDisiplin {
                    tingkat: TingkatHukdis::Sedang,
                    tmt_mulai: Some(date(2025, 12, 1)),
                    tmt_akhir: Some(date(2026, 11, 30)),
                });
            },
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "hukuman disiplin sedang berakhir 30 November 2026, belum lewat 1 tahun",
        },
        Example {
            change: |scene| {
                scene.pegawai().hukdis =
                    Some(HukumanDisiplin { tingkat: TingkatHukdis::Berat, tmt_mulai: None, tmt_akhir: None });
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "hukuman disiplin berat tanpa tanggal akhir, mutasi berlaku 1 Desember 2026",
        },
        Example {
            change: |scene| {
                scene.pegawai().hukdis =
                    Some(HukumanDisiplin { tingkat: TingkatHukdis::Ringan, tmt_mulai: None, tmt_akhir: None });
            },
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "hukuman disiplin ringan tanpa tanggal akhir",
        },
        Example {
            change: |scene| {
                scene.pegawai().hukdis = Some(HukumanDisiplin {
                    tingkat: TingkatHukdis::Berat,
                    tmt_mulai: Some(date(2023, 12, 1)),
                    tmt_akhir: Some(date(2025, 12, 1)),
                });
            },
            answer: Answer::Terpenuhi,
            sentence: "hukuman disiplin berat berakhir 1 Desember 2025, sudah lewat 1 tahun",
        },
    ],
};

/// An unknown end counts as still running, a punishment that is still to begin as running already (R06: "in process").
fn judge(ask: &Person) -> Verdict {
    let Some(hukdis) = ask.pegawai.hukdis else {
        return ask.say.met(|| "tidak ada catatan hukuman disiplin".into());
    };
    let efektif = ask.facts.roster.tanggal_efektif;
    let tingkat = hukdis.tingkat.label();
    if let Some(akhir) = hukdis.tmt_akhir.filter(|akhir| *akhir < efektif) {
        let wait = ask.facts.law.parameter("A-107", "peringatan_bulan") as i32;
        let ended = || format!("hukuman disiplin {tingkat} berakhir {}", tanggal_in_words(akhir));
        return if months_between(akhir, efektif) >= wait {
            ask.say.met(|| format!("{}, sudah lewat {}", ended(), months_in_words(wait)))
        } else {
            ask.say.met_but(|| format!("{}, belum lewat {}", ended(), months_in_words(wait)))
        };
    }
    let until = || match hukdis.tmt_akhir {
        Some(akhir) => format!("hukuman disiplin {tingkat} sampai {}", tanggal_in_words(akhir)),
        None => format!("hukuman disiplin {tingkat} tanpa tanggal akhir"),
    };
    match hukdis.tingkat {
        TingkatHukdis::Ringan => ask.say.met_but(until),
        TingkatHukdis::Sedang | TingkatHukdis::Berat => {
            ask.say.unmet(|| format!("{}, mutasi berlaku {}", until(), tanggal_in_words(efektif)))
        }
    }
}
