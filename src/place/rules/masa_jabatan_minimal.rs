//! Two years in the post before a move.

use jiff::civil::date;

use crate::model::tanggal::{months_between, months_in_words};
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-101",
    title: "Masa jabatan minimal sebelum mutasi terpenuhi",
    basis: "PP 11/2017 Pasal 190 ayat (3); Peraturan BKN 5/2019 Pasal 2 ayat (3)",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| scene.pegawai().tmt_unit = Some(date(2024, 12, 1)),
            answer: Answer::Terpenuhi,
            sentence: "masa di unit 2 tahun, syarat paling singkat 2 tahun",
        },
        Example {
            change: |scene| scene.pegawai().tmt_unit = Some(date(2024, 12, 2)),
            answer: Answer::TidakTerpenuhi,
            sentence: "masa di unit 1 tahun 11 bulan, syarat paling singkat 2 tahun",
        },
        Example {
            // A promotion inside the same school starts the clock of the jabatan anew, not that of the unit.
            change: |scene| scene.pegawai().tmt_jabatan = Some(date(2026, 4, 1)),
            answer: Answer::Terpenuhi,
            sentence: "masa di unit 10 tahun, syarat paling singkat 2 tahun",
        },
        Example {
            change: |scene| scene.pegawai().tmt_unit = None,
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "masa jabatan 10 tahun, syarat paling singkat 2 tahun; dihitung dari TMT jabatan karena TMT unit \
                       tidak ada",
        },
        Example {
            change: |scene| {
                scene.pegawai().tmt_unit = None;
                scene.pegawai().tmt_jabatan = None;
            },
            answer: Answer::TidakDinilaiDenganCatatan,
            sentence: "TMT unit dan TMT jabatan tidak ada, syarat paling singkat 2 tahun; periksa masa di unit sebelum \
                       diputuskan",
        },
        Example {
            change: |scene| {
                scene.pegawai().tmt_unit = None;
                scene.pegawai().tmt_jabatan = Some(date(2026, 4, 1));
            },
            answer: Answer::TidakDinilaiDenganCatatan,
            sentence: "masa jabatan 8 bulan, syarat paling singkat 2 tahun; TMT unit tidak ada, periksa masa di unit \
                       sebelum diputuskan",
        },
    ],
};

/// Judged on the time in the unit. Where that is unknown the move is warned of, not stopped: the clock of the jabatan may
/// have started anew in the same unit (domain §0, trap 2).
fn judge(ask: &Person) -> Verdict {
    let needed = ask.facts.law.parameter("A-101", "masa_jabatan_min_bulan") as i32;
    let syarat = || format!("{} paling singkat {}", ask.facts.law.syarat("A-101"), months_in_words(needed));
    let months = |since| months_between(since, ask.facts.roster.tanggal_efektif);
    let spoken = |months: i32| months_in_words(months.max(0));
    match (ask.pegawai.tmt_unit, ask.pegawai.tmt_jabatan) {
        (Some(since), _) => {
            let words = || format!("masa di unit {}, {}", spoken(months(since)), syarat());
            if months(since) >= needed { ask.say.met(words) } else { ask.say.unmet(words) }
        }
        (None, Some(since)) => {
            let words = |tentang| format!("masa jabatan {}, {}; {tentang}", spoken(months(since)), syarat());
            if months(since) >= needed {
                ask.say.met_but(|| words("dihitung dari TMT jabatan karena TMT unit tidak ada"))
            } else {
                ask.say.unjudged_but(|| words("TMT unit tidak ada, periksa masa di unit sebelum diputuskan"))
            }
        }
        (None, None) => ask.say.unjudged_but(|| {
            format!("TMT unit dan TMT jabatan tidak ada, {}; periksa masa di unit sebelum diputuskan", syarat())
        }),
    }
}
