//! Good performers go where people are missing, and are not drawn from where they are.
//!
//! Every scale an office still has is brought to the predicates of PermenPANRB 6/2022 when it is read: predicates, the
//! matrix of hasil and perilaku kerja, figures to 100 of the years to 2021, and figures to 120 of PP 30/2019. The newest
//! year counts, and is said.

use jiff::civil::date;

use crate::model::kinerja::{AngkaSkp, Predikat, Skp};
use crate::place::facts::Pair;
use crate::place::marks::{Fact, newest};
use crate::place::objectives::{Objective, Points, judged, missing};
use crate::place::scope::Scope;

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-102",
    title: "Pegawai berkinerja baik menguatkan unit yang kekurangan",
    basis: "Peraturan BKN 5/2019 (perencanaan mutasi memperhatikan penilaian kinerja); predikat menurut PermenPANRB 6/2022",
    skala: "kinerja_per_tingkat untuk tiap tingkat predikat tahun terakhir di atas Baik (berkurang di bawahnya), menuju unit yang kekurangan atau jabatan yang lebih strategis",
    unggul: "kinerja yang lebih menguatkan unit yang kekurangan",
    perlu: "predikat kinerja (SKP)",
    bobot: |facts| format!("kinerja_per_tingkat = {}", facts.settings.bobot.kinerja_per_tingkat),
    maks: |facts| Some(facts.settings.bobot.kinerja_per_tingkat * facts.timbangan.most_penguatan / 100),
    known: |facts, id| facts.has_own(id, Fact::Kinerja),
    scope: Scope::Kind,
    judge,
    examples: &[
        judged(
            |scene| scene.pegawai().skp = vec![Skp { tahun: 2025, predikat: Predikat::SangatBaik }].into(),
            40,
            "predikat kinerja 2025 Sangat Baik, satu tingkat di atas Baik; unit tujuan kekurangan",
        ),
        judged(|_| (), 0, "predikat kinerja 2025 Baik, sama dengan Baik; unit tujuan kekurangan"),
        judged(
            |scene| scene.pegawai().skp = vec![Skp { tahun: 2025, predikat: Predikat::Kurang }].into(),
            -80,
            "predikat kinerja 2025 Kurang, 2 tingkat di bawah Baik; unit tujuan kekurangan",
        ),
        judged(
            |scene| {
                scene.pegawai().skp = vec![Skp { tahun: 2025, predikat: Predikat::SangatBaik }].into();
                scene.from().riil = 5;
            },
            0,
            "predikat kinerja 2025 Sangat Baik, satu tingkat di atas Baik; unit asal dan tujuan kekurangan",
        ),
        judged(
            |scene| {
                scene.roster.tanggal_efektif = date(2022, 12, 1);
                scene.pegawai().skp = vec![Skp { tahun: 2021, predikat: Predikat::SangatBaik }].into();
                let predikat = Predikat::SangatBaik;
                scene.pegawai().angka_skp = vec![AngkaSkp { tahun: 2021, perseratus: 9_350, skala: 100, predikat }];
            },
            40,
            "predikat kinerja 2021 Sangat Baik (nilai 93,5 pada skala sampai 100), satu tingkat di atas Baik; unit tujuan kekurangan",
        ),
        judged(
            |scene| {
                scene.pegawai().skp = vec![Skp { tahun: 2025, predikat: Predikat::SangatBaik }].into();
                scene.settings.strategis.prioritas = vec!["SD Negeri 2 Jangkat = 50".into()];
            },
            60,
            "predikat kinerja 2025 Sangat Baik, satu tingkat di atas Baik; unit tujuan kekurangan; bobot strategis jabatan lama 0, baru 50",
        ),
        missing(
            |scene| scene.pegawai().skp = vec![Skp { tahun: 2016, predikat: Predikat::SangatBaik }].into(),
            0,
            "tidak dapat dinilai (predikat kinerja tahun-tahun terakhir tidak diketahui); bukan penilaian atas pegawai: setiap orang yang datanya belum ada dihitung sama, setara nilai tengah 10 rekan sejabatan",
        ),
        missing(
            |scene| {
                scene.roster.pegawai.iter_mut().for_each(|p| p.skp[0].predikat = Predikat::ButuhPerbaikan);
                scene.pegawai().skp.clear();
            },
            -40,
            "tidak dapat dinilai (predikat kinerja tahun-tahun terakhir tidak diketahui); bukan penilaian atas pegawai: setiap orang yang datanya belum ada dihitung sama, setara nilai tengah 10 rekan sejabatan",
        ),
        missing(
            |scene| scene.roster.pegawai.iter_mut().for_each(|pegawai| pegawai.skp.clear()),
            0,
            "tidak dapat dinilai (predikat kinerja tahun-tahun terakhir tidak diketahui, juga bagi rekan sejabatan); tidak dihitung bagi siapa pun",
        ),
    ],
};

/// Grades above Baik, counted for a short post to go to and against a short post to leave. Baik is the ordinary
/// grade and weighs nothing.
fn judge(ask: &Pair) -> Points {
    let weight = ask.facts.settings.bobot.kinerja_per_tingkat;
    let words = |grade: i64| {
        let above = match grade {
            0 => "sama dengan Baik".to_string(),
            1 => "satu tingkat di atas Baik".to_string(),
            -1 => "satu tingkat di bawah Baik".to_string(),
            _ => format!("{} tingkat di {} Baik", grade.abs(), if grade > 0 { "atas" } else { "bawah" }),
        };
        let skp = newest(ask.pegawai, ask.facts.roster, ask.facts.law).map(|skp| {
            let angka = ask.pegawai.angka_of(skp).map(|angka| format!(" (nilai {angka})")).unwrap_or_default();
            format!("{} {}{angka}", skp.tahun, skp.predikat.label())
        });
        format!("predikat kinerja {}, {above}; {}", skp.unwrap_or_default(), ask.penguatan_in_words())
    };
    ask.by_mark(Fact::Kinerja, |grade| grade * weight * ask.penguatan() / 100, words)
}
