//! So many months in the unit before a move to another perangkat daerah (domain R41).

use jiff::civil::date;

use super::{Kind, KindJudge};
use crate::law::daerah::{AturanDaerah, Jenis};
use crate::model::tanggal::{months_between, months_in_words};
use crate::model::unit::unit_key;
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Scene, Verdict};

pub(super) const RULE: Kind = Kind {
    jenis: Jenis::MasaAntarOpd,
    judge: KindJudge::Unit(judge),
    angka: 60,
    daftar: &[],
    examples: &[
        Example {
            change: |scene| scene.pegawai().tmt_unit = Some(date(2026, 1, 1)),
            answer: Answer::Terpenuhi,
            sentence: "tetap di perangkat daerah Dinas Pendidikan dan Kebudayaan",
        },
        Example {
            change: |scene| other_opd(scene, Some(date(2021, 12, 1))),
            answer: Answer::Terpenuhi,
            sentence: "pindah dari Dinas Pendidikan dan Kebudayaan ke Dinas Kesehatan; masa di unit 5 tahun, syarat 5 tahun",
        },
        Example {
            change: |scene| other_opd(scene, Some(date(2021, 12, 2))),
            answer: Answer::TidakTerpenuhi,
            sentence: "pindah dari Dinas Pendidikan dan Kebudayaan ke Dinas Kesehatan; masa di unit 4 tahun 11 bulan, \
                       syarat 5 tahun",
        },
        Example {
            change: |scene| other_opd(scene, None),
            answer: Answer::TidakDapatDinilai,
            sentence: "pindah dari Dinas Pendidikan dan Kebudayaan ke Dinas Kesehatan; TMT unit tidak ada, syarat 5 tahun",
        },
    ],
};

fn other_opd(scene: &mut Scene, tmt_unit: Option<jiff::civil::Date>) {
    let to = scene.to().unit;
    scene.roster.units[to.0 as usize].induk = Some("Dinas Kesehatan".into());
    scene.pegawai().tmt_unit = tmt_unit;
}

/// How long someone has been in the perangkat daerah no list tells; the time in the unit is the part of it we know.
fn judge(ask: &Pair, own: &AturanDaerah) -> Verdict {
    let (from, to) = (ask.facts.unit_of(ask.from).opd(), ask.facts.unit_of(ask.to).opd());
    if from == to || unit_key(from) == unit_key(to) {
        return ask.say.met(|| format!("tetap di perangkat daerah {from}"));
    }
    let needed = own.angka as i32;
    let syarat = || format!("syarat {}", months_in_words(needed));
    let Some(since) = ask.pegawai.tmt_unit else {
        return ask.say.unknown(|| format!("pindah dari {from} ke {to}; TMT unit tidak ada, {}", syarat()));
    };
    let months = months_between(since, ask.facts.roster.tanggal_efektif);
    let both = || format!("pindah dari {from} ke {to}; masa di unit {}, {}", months_in_words(months.max(0)), syarat());
    if months >= needed { ask.say.met(both) } else { ask.say.unmet(both) }
}
