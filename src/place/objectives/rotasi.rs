//! Those who have long been in one unit go first.

use jiff::civil::date;

use crate::model::tanggal::{months_between, months_in_words};
use crate::place::facts::Pair;
use crate::place::objectives::{Example, Objective, Points};

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-104",
    title: "Yang terlama melewati batas rotasi didahulukan",
    basis: "PP 11/2017 Pasal 190 ayat (3); bobot pilihan kantor",
    unggul: "masa tugas yang lebih lama melewati batas rotasi",
    bobot: |facts| {
        let bobot = &facts.settings.bobot;
        format!("rotasi_per_tahun = {}; rotasi_maks = {}", bobot.rotasi_per_tahun, bobot.rotasi_maks)
    },
    judge,
    examples: &[
        Example {
            change: |scene| scene.pegawai().tmt_unit = Some(date(2016, 12, 1)),
            expect: Some((200, "masa di unit lama 10 tahun, batas rotasi 5 tahun")),
        },
        Example {
            change: |scene| scene.pegawai().tmt_unit = Some(date(2021, 12, 1)),
            expect: Some((0, "masa di unit lama 5 tahun, batas rotasi 5 tahun")),
        },
        Example {
            change: |scene| scene.pegawai().tmt_unit = Some(date(1990, 1, 1)),
            expect: Some((400, "masa di unit lama 36 tahun 11 bulan, batas rotasi 5 tahun")),
        },
        Example { change: |scene| scene.pegawai().tmt_unit = None, expect: None },
    ],
};

/// Points for each month past the limit, at the yearly rate, up to the most.
fn judge(ask: &Pair) -> Option<Points> {
    let months = i64::from(months_between(ask.pegawai.tmt_unit?, ask.facts.roster.tanggal_efektif));
    let limit = ask.facts.rotation_limit_months();
    let bobot = &ask.facts.settings.bobot;
    let points = ((months - limit).max(0) * bobot.rotasi_per_tahun / 12).min(bobot.rotasi_maks);
    let sentence = ask.say.words(|| {
        let spoken = |months: i64| months_in_words(months.max(0) as i32);
        format!("masa di unit lama {}, batas rotasi {}", spoken(months), spoken(limit))
    });
    Some(Points { points, sentence })
}
