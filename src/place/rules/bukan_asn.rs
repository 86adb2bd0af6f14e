//! Only civil servants can be moved by decree.

use crate::model::status::StatusAsn;
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-113",
    title: "Pegawai berstatus ASN",
    basis: "UU 20/2023 (ASN terdiri atas PNS dan PPPK)",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| scene.pegawai().status = StatusAsn::Pns,
            answer: Answer::Terpenuhi,
            sentence: "status PNS, termasuk ASN",
        },
        Example {
            change: |scene| scene.pegawai().status = StatusAsn::NonAsn,
            answer: Answer::TidakTerpenuhi,
            sentence: "status Non-ASN, mutasi hanya untuk ASN",
        },
    ],
};

fn judge(ask: &Person) -> Verdict {
    match ask.pegawai.status {
        StatusAsn::NonAsn => ask.say.unmet(|| "status Non-ASN, mutasi hanya untuk ASN".into()),
        status @ (StatusAsn::Pns | StatusAsn::Cpns | StatusAsn::Pppk | StatusAsn::PppkParuhWaktu) => {
            ask.say.met(|| format!("status {}, termasuk ASN", status.label()))
        }
    }
}
