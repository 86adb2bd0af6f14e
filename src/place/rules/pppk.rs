//! PPPK are bound to the unit of their agreement.

use jiff::civil::date;

use crate::model::status::StatusAsn;
use crate::model::tanggal::tanggal_in_words;
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-104",
    title: "Pegawai bukan PPPK",
    basis: "PP 49/2018 (tidak mengatur mutasi PPPK); pemindahan di dalam instansi menurut pernyataan BKN \
            November 2025 sampai Januari 2026 (belum ada surat edaran yang dapat dirujuk)",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| scene.pegawai().status = StatusAsn::Pns,
            answer: Answer::Terpenuhi,
            sentence: "status PNS, bukan PPPK",
        },
        Example {
            change: |scene| scene.pegawai().status = StatusAsn::PppkParuhWaktu,
            answer: Answer::TidakTerpenuhi,
            sentence: "status PPPK Paruh Waktu, pemindahan memerlukan perubahan perjanjian kerja",
        },
        Example {
            change: |scene| {
                scene.pegawai().status = StatusAsn::Pppk;
                scene.pegawai().profesi.akhir_perjanjian = Some(date(2028, 12, 31));
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "status PPPK, pemindahan memerlukan perubahan perjanjian kerja yang berakhir 31 Desember 2028",
        },
    ],
};

fn judge(ask: &Person) -> Verdict {
    let status = ask.pegawai.status.label();
    let until = || ask.pegawai.profesi.akhir_perjanjian.map(|day| format!(" yang berakhir {}", tanggal_in_words(day)));
    match ask.pegawai.status {
        StatusAsn::Pppk | StatusAsn::PppkParuhWaktu => ask.say.unmet(|| {
            let until = until().unwrap_or_default();
            format!("status {status}, pemindahan memerlukan perubahan perjanjian kerja{until}")
        }),
        StatusAsn::Pns | StatusAsn::Cpns | StatusAsn::NonAsn => ask.say.met(|| format!("status {status}, bukan PPPK")),
    }
}
