//! CPNS stay where they serve their probation.

use crate::model::status::StatusAsn;
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-103",
    title: "Pegawai sudah selesai masa percobaan CPNS",
    basis: "PP 11/2017 (masa percobaan CPNS)",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| scene.pegawai().status = StatusAsn::Pns,
            answer: Answer::Terpenuhi,
            sentence: "status PNS, bukan CPNS",
        },
        Example {
            change: |scene| scene.pegawai().status = StatusAsn::Cpns,
            answer: Answer::TidakTerpenuhi,
            sentence: "status CPNS, mutasi menunggu pengangkatan menjadi PNS",
        },
    ],
};

fn judge(ask: &Person) -> Verdict {
    match ask.pegawai.status {
        StatusAsn::Cpns => ask.say.unmet(|| "status CPNS, mutasi menunggu pengangkatan menjadi PNS".into()),
        status @ (StatusAsn::Pns | StatusAsn::Pppk | StatusAsn::PppkParuhWaktu | StatusAsn::NonAsn) => {
            ask.say.met(|| format!("status {}, bukan CPNS", status.label()))
        }
    }
}
