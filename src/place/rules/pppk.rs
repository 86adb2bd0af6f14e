//! PPPK are bound to the unit of their agreement.

use crate::model::status::StatusAsn;
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-104",
    title: "Pegawai bukan PPPK",
    basis: "PP 49/2018 (tidak mengatur mutasi PPPK); pemindahan di dalam instansi menurut pernyataan BKN \
            November 2025 sampai Januari 2026, surat edarannya belum ditemukan",
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
    ],
};

fn judge(ask: &Person) -> Verdict {
    let status = ask.pegawai.status.label();
    match ask.pegawai.status {
        StatusAsn::Pppk | StatusAsn::PppkParuhWaktu => {
            ask.say.unmet(|| format!("status {status}, pemindahan memerlukan perubahan perjanjian kerja"))
        }
        StatusAsn::Pns | StatusAsn::Cpns | StatusAsn::NonAsn => ask.say.met(|| format!("status {status}, bukan PPPK")),
    }
}
