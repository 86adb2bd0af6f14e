//! A SIP is for one place: the new one needs another.

use jiff::civil::date;

use crate::model::profesi::MasaIzin;
use crate::model::tanggal::tanggal_in_words;
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-139",
    title: "SIP tenaga kesehatan berlaku di tempat yang dituju",
    basis: "UU 17/2023",
    judge: Judge::Pair(judge),
    examples: &[
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: "Guru Kelas, tidak memerlukan SIP" },
        Example {
            change: |scene| scene.to().jabatan = "Perawat".into(),
            answer: Answer::TidakTerpenuhi,
            sentence: "SIP untuk SD Negeri 2 Jangkat perlu diurus sesudah keputusan",
        },
        Example {
            change: |scene| {
                scene.to().jabatan = "Perawat".into();
                scene.pegawai().profesi.sip_berlaku = Some(MasaIzin::Sampai(date(2028, 1, 1)));
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "SIP sekarang berlaku sampai 1 Januari 2028; SIP untuk SD Negeri 2 Jangkat perlu diurus sesudah \
                       keputusan",
        },
        Example {
            change: |scene| {
                scene.to().jabatan = "Perawat".into();
                scene.to().unit = scene.from().unit;
            },
            answer: Answer::Terpenuhi,
            sentence: "tetap di SD Negeri 1 Bangko, tempat SIP tidak berganti",
        },
    ],
};

/// No workbook tells of a SIP for a place where the person does not work yet, so it is always something to do, whatever the
/// present one says: that is only shown.
fn judge(ask: &Pair) -> Verdict {
    if !ask.new_post().tenaga_kesehatan {
        return ask.say.met(|| format!("{}, tidak memerlukan SIP", ask.to.jabatan));
    }
    if ask.from.unit == ask.to.unit {
        return ask.say.met(|| format!("tetap di {}, tempat SIP tidak berganti", ask.facts.unit_of(ask.to).nama));
    }
    ask.say.unmet(|| {
        let now = match ask.pegawai.profesi.sip_berlaku {
            Some(MasaIzin::Sampai(akhir)) => format!("SIP sekarang berlaku sampai {}; ", tanggal_in_words(akhir)),
            Some(MasaIzin::SeumurHidup | MasaIzin::Ada) => "SIP sekarang tercatat tanpa tanggal akhir; ".into(),
            Some(MasaIzin::TidakAda) => "SIP sekarang belum ada; ".into(),
            None => String::new(),
        };
        format!("{now}SIP untuk {} perlu diurus sesudah keputusan", ask.facts.unit_of(ask.to).nama)
    })
}
