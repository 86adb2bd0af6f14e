//! So many months since TMT CPNS before any move.

use jiff::civil::date;

use super::{Kind, KindJudge};
use crate::law::daerah::{AturanDaerah, Jenis};
use crate::model::tanggal::{months_between, months_in_words};
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Verdict};

pub(super) const RULE: Kind = Kind {
    jenis: Jenis::MasaKerjaMinimal,
    judge: KindJudge::Person(judge),
    angka: 120,
    daftar: &[],
    examples: &[
        Example {
            change: |scene| scene.pegawai().tmt_cpns = Some(date(2016, 12, 1)),
            answer: Answer::Terpenuhi,
            sentence: "masa kerja sejak TMT CPNS 10 tahun, syarat 10 tahun",
        },
        Example {
            change: |scene| scene.pegawai().tmt_cpns = Some(date(2017, 1, 1)),
            answer: Answer::TidakTerpenuhi,
            sentence: "masa kerja sejak TMT CPNS 9 tahun 11 bulan, syarat 10 tahun",
        },
        Example {
            change: |scene| scene.pegawai().tmt_cpns = None,
            answer: Answer::TidakDapatDinilai,
            sentence: "TMT CPNS tidak ada, syarat 10 tahun",
        },
    ],
};

fn judge(ask: &Person, own: &AturanDaerah) -> Verdict {
    let needed = own.angka as i32;
    let syarat = || format!("syarat {}", months_in_words(needed));
    let Some(since) = ask.pegawai.tmt_cpns else {
        return ask.say.unknown(|| format!("TMT CPNS tidak ada, {}", syarat()));
    };
    let months = months_between(since, ask.facts.roster.tanggal_efektif);
    let both = || format!("masa kerja sejak TMT CPNS {}, {}", months_in_words(months.max(0)), syarat());
    if months >= needed { ask.say.met(both) } else { ask.say.unmet(both) }
}
