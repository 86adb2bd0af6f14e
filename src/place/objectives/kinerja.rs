//! Good performers go where people are missing, and are not drawn from where they are.

use crate::model::kinerja::{Predikat, Skp};
use crate::model::needs::Post;
use crate::place::facts::Pair;
use crate::place::objectives::{Example, Objective, Points};

pub(super) const OBJECTIVE: Objective = Objective {
    code: "O-102",
    title: "Pegawai berkinerja baik menguatkan unit yang kekurangan",
    basis: "Peraturan BKN 5/2019 (perencanaan mutasi memperhatikan penilaian kinerja); predikat menurut PermenPANRB 6/2022",
    unggul: "kinerja yang lebih menguatkan unit yang kekurangan",
    bobot: |facts| format!("kinerja_per_tingkat = {}", facts.settings.bobot.kinerja_per_tingkat),
    judge,
    examples: &[
        Example {
            change: |scene| scene.pegawai().skp = vec![Skp { tahun: 2025, predikat: Predikat::SangatBaik }],
            expect: Some((40, "predikat kinerja 2025 Sangat Baik, satu tingkat di atas Baik; unit tujuan kekurangan")),
        },
        Example {
            change: |_| (),
            expect: Some((0, "predikat kinerja 2025 Baik, sama dengan Baik; unit tujuan kekurangan")),
        },
        Example {
            change: |scene| scene.pegawai().skp = vec![Skp { tahun: 2025, predikat: Predikat::Kurang }],
            expect: Some((-80, "predikat kinerja 2025 Kurang, 2 tingkat di bawah Baik; unit tujuan kekurangan")),
        },
        Example {
            change: |scene| {
                scene.pegawai().skp = vec![Skp { tahun: 2025, predikat: Predikat::SangatBaik }];
                scene.from().riil = 5;
            },
            expect: Some((
                0,
                "predikat kinerja 2025 Sangat Baik, satu tingkat di atas Baik; unit asal dan tujuan kekurangan",
            )),
        },
        Example { change: |scene| scene.pegawai().skp.clear(), expect: None },
    ],
};

/// Grades above Baik, counted for a short post to go to and against a short post to leave. Baik is the ordinary
/// grade and weighs nothing.
fn judge(ask: &Pair) -> Option<Points> {
    let newest = ask.pegawai.skp.iter().max_by_key(|skp| skp.tahun)?;
    let rank = |predikat| Predikat::ALL.iter().position(|own| *own == predikat).map_or(0, |at| at as i64);
    let grade = rank(newest.predikat) - rank(Predikat::Baik);
    let short = |post: &Post| post.gap().is_some_and(|gap| gap < 0);
    let (from, to) = (short(ask.from), short(ask.to));
    let sentence = ask.say.words(|| {
        let above = match grade {
            0 => "sama dengan Baik".to_string(),
            1 => "satu tingkat di atas Baik".to_string(),
            -1 => "satu tingkat di bawah Baik".to_string(),
            _ => format!("{} tingkat di {} Baik", grade.abs(), if grade > 0 { "atas" } else { "bawah" }),
        };
        let units = match (from, to) {
            (true, true) => "unit asal dan tujuan kekurangan",
            (false, true) => "unit tujuan kekurangan",
            (true, false) => "unit asal kekurangan",
            (false, false) => "unit asal dan tujuan tidak kekurangan",
        };
        format!("predikat kinerja {} {}, {above}; {units}", newest.tahun, newest.predikat.label())
    });
    let points = grade * ask.facts.settings.bobot.kinerja_per_tingkat * (i64::from(to) - i64::from(from));
    Some(Points { points, sentence })
}
