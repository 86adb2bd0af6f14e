//! Kompetensi, integritas and dedikasi of the assessment, weighed together, go where people are missing.

use crate::model::angka::Nilai;
use crate::model::kinerja::Asesmen;
use crate::place::facts::Pair;
use crate::place::marks::{Fact, kid};
use crate::place::objectives::kompetensi::assessed;
use crate::place::objectives::{Objective, Points, judged, missing};
use crate::place::rules::Scene;
use crate::place::scope::Scope;

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
        Some(bobot.kid_per_poin * (100 - bobot.kid_acuan).max(0) * facts.timbangan.most_penguatan / 100)
    },
    known: |facts, id| facts.has_own(id, Fact::Kid),
    scope: Scope::Kind,
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
        judged(
            |scene| {
                mark(scene, ["85", "80", ""]);
                scene.settings.bobot.kid_dedikasi = 0;
            },
            15,
            "nilai gabungan 82,5 (kompetensi 85, integritas 80), acuan 75; unit tujuan kekurangan",
        ),
        missing(
            |scene| {
                for pegawai in &mut scene.roster.pegawai {
                    let mut asesmen = Asesmen::empty(pegawai.place.clone());
                    let nilai = Nilai::parse("85");
                    (asesmen.kompetensi, asesmen.integritas, asesmen.dedikasi) = (nilai, nilai, nilai);
                    pegawai.asesmen = Some(Box::new(asesmen));
                }
                mark(scene, ["85", "80", ""]);
            },
            20,
            "tidak dapat dinilai (nilai kompetensi, integritas, atau dedikasi tidak diketahui); bukan penilaian atas pegawai: setiap orang yang datanya belum ada dihitung sama, setara nilai tengah 10 rekan sejabatan",
        ),
        missing(
            |_| (),
            0,
            "tidak dapat dinilai (nilai kompetensi, integritas, atau dedikasi tidak diketahui, juga bagi rekan sejabatan); tidak dihitung bagi siapa pun",
        ),
    ],
};

fn mark(scene: &mut Scene, marks: [&str; 3]) {
    let asesmen = assessed(scene);
    let [kompetensi, integritas, dedikasi] = marks.map(Nilai::parse);
    (asesmen.kompetensi, asesmen.integritas, asesmen.dedikasi) = (kompetensi, integritas, dedikasi);
}

/// Points for each point of the weighted mark over the line. Where one of the marks is missing, the part is not judged.
fn judge(ask: &Pair) -> Points {
    let bobot = &ask.facts.settings.bobot;
    let line = bobot.kid_acuan * 100;
    let points = |weighted: i64| (weighted - line) * bobot.kid_per_poin * ask.penguatan() / 10_000;
    ask.by_mark(Fact::Kid, points, |weighted| in_words(ask, weighted))
}

fn in_words(ask: &Pair, weighted: i64) -> String {
    let marks = ask.pegawai.asesmen.as_deref().map(kid).unwrap_or_default();
    let told = ["kompetensi", "integritas", "dedikasi"].iter().zip(marks);
    let told = told.filter_map(|(name, mark)| Some(format!("{name} {}", mark?)));
    let told = told.collect::<Vec<_>>().join(", ");
    let weighted = Nilai::of_hundredths(weighted as u32).map(|nilai| nilai.to_string()).unwrap_or_default();
    let line = ask.facts.settings.bobot.kid_acuan;
    format!("nilai gabungan {weighted} ({told}), acuan {line}; {}", ask.penguatan_in_words())
}
