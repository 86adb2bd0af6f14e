//! High potential, by the box of the talent map, goes where people are missing.
//!
//! The other axis of the map is kinerja, which O-102 counts already; so only potensial is counted here.

use crate::model::kinerja::Kotak;
use crate::place::facts::Pair;
use crate::place::marks::Fact;
use crate::place::objectives::kompetensi::assessed;
use crate::place::objectives::{Objective, Points, judged, missing};
use crate::place::scope::Scope;

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-109",
    title: "Pegawai berpotensi tinggi menguatkan unit yang kekurangan",
    basis: "PermenPANRB 3/2020 (kotak talenta); bobot pilihan kantor",
    skala: "potensial_per_tingkat ditambahkan bila potensial tinggi dan dikurangkan bila rendah, menuju unit yang kekurangan atau jabatan yang lebih strategis",
    unggul: "potensial yang lebih tinggi",
    perlu: "kotak talenta",
    bobot: |facts| format!("potensial_per_tingkat = {}", facts.settings.bobot.potensial_per_tingkat),
    maks: |facts| Some(facts.settings.bobot.potensial_per_tingkat * facts.timbangan.most_penguatan / 100),
    known: |facts, id| facts.has_own(id, Fact::Potensial),
    scope: Scope::Kind,
    judge,
    examples: &[
        judged(
            |scene| assessed(scene).kotak = Kotak::parse("8"),
            40,
            "kotak talenta 8, potensial tinggi; unit tujuan kekurangan",
        ),
        judged(
            |scene| assessed(scene).kotak = Kotak::parse("7"),
            0,
            "kotak talenta 7, potensial menengah; unit tujuan kekurangan",
        ),
        judged(
            |scene| assessed(scene).kotak = Kotak::parse("4"),
            -40,
            "kotak talenta 4, potensial rendah; unit tujuan kekurangan",
        ),
        missing(
            |_| (),
            0,
            "tidak dapat dinilai (kotak talenta tidak diketahui, juga bagi rekan sejabatan); tidak dihitung bagi siapa pun",
        ),
    ],
};

fn judge(ask: &Pair) -> Points {
    let weight = ask.facts.settings.bobot.potensial_per_tingkat;
    let words = |_| {
        let kotak = ask.pegawai.asesmen.as_ref().and_then(|asesmen| asesmen.kotak);
        let told = kotak.map(|kotak| format!("{}, potensial {}", kotak.number(), kotak.potensial().label()));
        format!("kotak talenta {}; {}", told.unwrap_or_default(), ask.penguatan_in_words())
    };
    ask.by_mark(Fact::Potensial, |step| step * weight * ask.penguatan() / 100, words)
}
