//! Those who have long been in one unit go first.

use jiff::civil::date;

use crate::model::tanggal::months_in_words;
use crate::place::facts::Pair;
use crate::place::marks::Fact;
use crate::place::objectives::{Objective, Points, judged, missing};
use crate::place::scope::Scope;

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-104",
    title: "Yang terlama melewati batas rotasi didahulukan",
    basis: "PP 11/2017 Pasal 190 ayat (3); bobot pilihan kantor",
    skala: "rotasi_per_tahun untuk tiap tahun di unit lama melewati batas rotasi A-102, paling banyak rotasi_maks; tanpa pindah unit 0",
    unggul: "masa tugas yang lebih lama melewati batas rotasi",
    perlu: "TMT di unit",
    bobot: |facts| {
        let bobot = &facts.settings.bobot;
        format!("rotasi_per_tahun = {}; rotasi_maks = {}", bobot.rotasi_per_tahun, bobot.rotasi_maks)
    },
    maks: |facts| Some(facts.settings.bobot.rotasi_maks),
    known: |facts, id| facts.has_own(id, Fact::MasaUnit),
    scope: Scope::Unit,
    judge,
    examples: &[
        judged(
            |scene| scene.pegawai().tmt_unit = Some(date(2016, 12, 1)),
            200,
            "masa di unit lama 10 tahun, batas rotasi 5 tahun",
        ),
        judged(
            |scene| scene.pegawai().tmt_unit = Some(date(2021, 12, 1)),
            0,
            "masa di unit lama 5 tahun, batas rotasi 5 tahun",
        ),
        judged(
            |scene| scene.pegawai().tmt_unit = Some(date(1990, 1, 1)),
            400,
            "masa di unit lama 36 tahun 11 bulan, batas rotasi 5 tahun",
        ),
        judged(
            |scene| {
                scene.pegawai().tmt_unit = Some(date(1990, 1, 1));
                scene.to().unit = scene.from().unit;
            },
            0,
            "tetap di unit yang sama, bukan rotasi",
        ),
        missing(
            |scene| scene.pegawai().tmt_unit = None,
            200,
            "tidak dapat dinilai (TMT di unit tidak diketahui); bukan penilaian atas pegawai: setiap orang yang datanya belum ada dihitung sama, setara nilai tengah 10 rekan sejabatan",
        ),
    ],
};

/// Points for each month past the limit, at the yearly rate, up to the most. Rotation is a change of unit.
fn judge(ask: &Pair) -> Points {
    if ask.from.unit == ask.to.unit {
        return Points::judged(0, ask.say, || "tetap di unit yang sama, bukan rotasi".into());
    }
    let limit = ask.facts.rotation_limit_months();
    let bobot = &ask.facts.settings.bobot;
    let points = |months: i64| ((months - limit).max(0) * bobot.rotasi_per_tahun / 12).min(bobot.rotasi_maks);
    let spoken = |months: i64| months_in_words(months.max(0) as i32);
    let words = |months| format!("masa di unit lama {}, batas rotasi {}", spoken(months), spoken(limit));
    ask.by_mark(Fact::MasaUnit, points, words)
}
