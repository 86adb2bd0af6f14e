//! A head of region who holds the office for another moves nobody without approval.

use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-118",
    title: "Kepala daerah definitif, atau mutasi disetujui Menteri Dalam Negeri",
    basis: "PP 49/2008 Pasal 132A ayat (1) huruf a dan ayat (2); Perpres 116/2022; Peraturan BKN 1/2023",
    judge: Judge::Person(judge),
    examples: &[
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: "kepala daerah definitif" },
        Example {
            change: |scene| scene.settings.kepala_daerah.status = "Pj".into(),
            answer: Answer::TidakTerpenuhi,
            sentence: "kepala daerah berstatus Pj; persetujuan tertulis Menteri Dalam Negeri belum ada",
        },
        Example {
            change: |scene| {
                scene.settings.kepala_daerah.status = "Plt".into();
                scene.settings.kepala_daerah.persetujuan_mendagri = "100.2.2.6/1/SJ".into();
            },
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "kepala daerah berstatus Plt; persetujuan Menteri Dalam Negeri 100.2.2.6/1/SJ, pertimbangan \
                       teknis BKN tetap diperlukan",
        },
    ],
};

fn judge(ask: &Person) -> Verdict {
    let head = &ask.facts.settings.kepala_daerah;
    if head.is_definitif() {
        return ask.say.met(|| "kepala daerah definitif".into());
    }
    let status = head.status.trim();
    match head.persetujuan() {
        Some(nomor) => ask.say.met_but(|| {
            format!(
                "kepala daerah berstatus {status}; persetujuan Menteri Dalam Negeri {nomor}, pertimbangan teknis BKN \
                 tetap diperlukan"
            )
        }),
        None => ask
            .say
            .unmet(|| format!("kepala daerah berstatus {status}; persetujuan tertulis Menteri Dalam Negeri belum ada")),
    }
}
