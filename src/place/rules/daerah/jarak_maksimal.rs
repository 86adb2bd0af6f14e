//! No farther than so many km.

use super::{Kind, KindJudge};
use crate::law::daerah::{AturanDaerah, Jenis};
use crate::model::angka::{METER_PER_KM, km};
use crate::model::plan::AsalJarak;
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Verdict};

pub(super) const RULE: Kind = Kind {
    jenis: Jenis::JarakMaksimal,
    judge: KindJudge::Unit(judge),
    angka: 70,
    daftar: &[],
    examples: &[
        Example {
            change: |scene| {
                let from = scene.from().unit;
                scene.roster.units[from.0 as usize].kecamatan = scene.roster.wilayah.by_name("Tabir Barat");
            },
            answer: Answer::Terpenuhi,
            sentence: "unit yang dituju 68,7 km dari unit lama, batas 70 km",
        },
        Example {
            change: |_| (),
            answer: Answer::TidakTerpenuhi,
            sentence: "unit yang dituju 77,6 km dari unit lama, batas 70 km",
        },
        Example {
            change: |scene| {
                let from = scene.from().unit;
                scene.roster.units[from.0 as usize].kecamatan = None;
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "jarak ke unit yang dituju tidak diketahui, batas 70 km",
        },
    ],
};

fn judge(ask: &Pair, own: &AturanDaerah) -> Verdict {
    let limit = own.angka;
    let Some(jarak) = ask.facts.jarak(ask.pegawai, ask.from, ask.to) else {
        return ask.say.unknown(|| format!("jarak ke unit yang dituju tidak diketahui, batas {limit} km"));
    };
    let both = || {
        let from = match jarak.asal {
            AsalJarak::Domisili => "tempat tinggal",
            AsalJarak::UnitLama => "unit lama",
        };
        format!("unit yang dituju {} dari {from}, batas {limit} km", km(jarak.baru_m))
    };
    if jarak.baru_m <= limit * METER_PER_KM { ask.say.met(both) } else { ask.say.unmet(both) }
}
