//! Kompetensi, integritas and dedikasi of the assessment, weighed together, go where people are missing.

use crate::model::angka::Nilai;
use crate::place::facts::{Facts, Pair};
use crate::place::marks::{Fact, Mark};
use crate::place::objectives::kompetensi::assessed;
use crate::place::objectives::{Objective, Points, judged, missing};

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-108",
    title: "Kompetensi, integritas, dan dedikasi menguatkan unit yang kekurangan",
    basis: "Pilihan kantor (evaluasi kompetensi, integritas, dan dedikasi); pembagian bobotnya belum diatur",
    skala: "kid_per_poin untuk tiap poin nilai gabungan di atas kid_acuan (berkurang di bawahnya), menuju unit yang kekurangan atau jabatan yang lebih strategis; nilai gabungan menurut kid_kompetensi, kid_integritas, dan kid_dedikasi",
    unggul: "nilai kompetensi, integritas, dan dedikasi yang lebih tinggi",
    perlu: "nilai kompetensi, integritas, atau dedikasi",
    bobot: |facts| {
        let b = &facts.settings.bobot;
        format!(
            "kid_per_poin = {}; kid_acuan = {}; kid_kompetensi = {}; kid_integritas = {}; kid_dedikasi = {}",
            b.kid_per_poin, b.kid_acuan, b.kid_kompetensi, b.kid_integritas, b.kid_dedikasi
        )
    },
    maks: |facts| {
        let bobot = &facts.settings.bobot;
        Some(bobot.kid_per_poin * (100 - bobot.kid_acuan).max(0) * facts.most_penguatan() / 100)
    },
    known: |facts, id| MARKS.iter().any(|mark| matches!(facts.marks.of(id, *mark), Mark::Own(_))),
    judge,
    examples: &[
        judged(
            |scene| mark(scene, ["85", "80", "75"]),
            10,
            "nilai gabungan 80 (kompetensi 85, integritas 80, dedikasi 75), acuan 75; unit tujuan kekurangan",
        ),
        judged(
            |scene| {
                mark(scene, ["85", "80", "60"]);
                scene.settings.bobot.kid_dedikasi = 3;
            },
            -12,
            "nilai gabungan 69 (kompetensi 85, integritas 80, dedikasi 60), acuan 75; unit tujuan kekurangan",
        ),
        missing(
            |scene| mark(scene, ["85", "", ""]),
            20,
            "nilai gabungan 85 (kompetensi 85), acuan 75; unit tujuan kekurangan; tidak dapat dinilai: integritas, dedikasi",
        ),
        missing(
            |_| (),
            0,
            "tidak dapat dinilai (nilai kompetensi, integritas, dan dedikasi tidak diketahui, juga bagi rekan sejabatan); tidak dihitung bagi siapa pun",
        ),
    ],
};

const MARKS: [Fact; 3] = [Fact::Kompetensi, Fact::Integritas, Fact::Dedikasi];

fn mark(scene: &mut crate::place::rules::Scene, marks: [&str; 3]) {
    let asesmen = assessed(scene);
    let [kompetensi, integritas, dedikasi] = marks.map(Nilai::parse);
    (asesmen.kompetensi, asesmen.integritas, asesmen.dedikasi) = (kompetensi, integritas, dedikasi);
}

fn shares(facts: &Facts) -> [i64; 3] {
    let bobot = &facts.settings.bobot;
    [bobot.kid_kompetensi, bobot.kid_integritas, bobot.kid_dedikasi]
}

/// The weighted mark of those of the three that are known of the person or of colleagues, in hundredths. One mark that
/// is missing counts as that of the middle colleague.
fn judge(ask: &Pair) -> Points {
    let bobot = &ask.facts.settings.bobot;
    let marks = MARKS.map(|fact| ask.mark(fact));
    let (mut sum, mut whole, mut own, mut colleagues) = (0, 0, 0, 0);
    for (mark, share) in marks.iter().zip(shares(ask.facts)) {
        let value = match mark {
            Mark::Own(value) => {
                own += 1;
                *value
            }
            Mark::Median(value, of) => {
                colleagues = colleagues.max(*of);
                *value
            }
            Mark::Nowhere => continue,
        };
        sum += value * share;
        whole += share;
    }
    let weighted = if whole > 0 { sum / whole } else { bobot.kid_acuan * 100 };
    let points = (weighted - bobot.kid_acuan * 100) * bobot.kid_per_poin * ask.penguatan() / 10_000;
    if own == 0 {
        let usual = (colleagues > 0).then_some((points, colleagues));
        return Points::missing(usual, ask.say, "nilai kompetensi, integritas, dan dedikasi");
    }
    Points { points, judged: own == MARKS.len(), sentence: ask.say.words(|| in_words(ask, &marks, weighted)) }
}

fn in_words(ask: &Pair, marks: &[Mark; 3], weighted: i64) -> String {
    let names = ["kompetensi", "integritas", "dedikasi"];
    let printed = |value: i64| Nilai::of_hundredths(value as u32).map(|nilai| nilai.to_string()).unwrap_or_default();
    let told = marks.iter().zip(names).filter_map(|(mark, name)| match mark {
        Mark::Own(value) => Some(format!("{name} {}", printed(*value))),
        Mark::Median(..) | Mark::Nowhere => None,
    });
    let told: Vec<String> = told.collect();
    let open = marks.iter().zip(names).filter(|(mark, _)| !matches!(mark, Mark::Own(_))).map(|(_, name)| name);
    let open: Vec<&str> = open.collect();
    let gaps = match open.is_empty() {
        true => String::new(),
        false => format!("; tidak dapat dinilai: {}", open.join(", ")),
    };
    let (weighted, line) = (printed(weighted), ask.facts.settings.bobot.kid_acuan);
    format!("nilai gabungan {weighted} ({}), acuan {line}; {}{gaps}", told.join(", "), ask.penguatan_in_words())
}
