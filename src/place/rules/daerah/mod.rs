//! The kinds of rules a region may add: one file each, and one line here. What such a rule says and how hard it is
//! stands in the folder's `mutasi.toml`; how it decides stands here.

mod jabatan_ditahan;
mod jarak_maksimal;
mod masa_antar_opd;
mod masa_kerja_minimal;

use crate::law::daerah::{AturanDaerah, Jenis};
use crate::place::facts::{Pair, Person};
use crate::place::rules::{Example, Judge, Rule, Verdict};

/// How one kind of local rule decides.
pub struct Kind {
    pub jenis: Jenis,
    pub judge: KindJudge,
    /// The parameter with which its examples are judged.
    pub angka: i64,
    pub daftar: &'static [&'static str],
    /// Cases just on either side of the line.
    pub examples: &'static [Example],
}

/// Whether a kind is about a person alone or about a person and the unit to go to.
pub enum KindJudge {
    Person(fn(&Person, &AturanDaerah) -> Verdict),
    /// Of the post only where it is.
    Unit(fn(&Pair, &AturanDaerah) -> Verdict),
}

/// The kind by which a local rule decides.
pub fn kind(jenis: Jenis) -> &'static Kind {
    match jenis {
        Jenis::MasaAntarOpd => &masa_antar_opd::RULE,
        Jenis::MasaKerjaMinimal => &masa_kerja_minimal::RULE,
        Jenis::JarakMaksimal => &jarak_maksimal::RULE,
        Jenis::JabatanDitahan => &jabatan_ditahan::RULE,
    }
}

/// A region's own rule as one among ours.
pub fn rule(own: &AturanDaerah) -> Rule<'_> {
    let kind = kind(own.jenis);
    let judge = match kind.judge {
        KindJudge::Person(judge) => Judge::PersonDaerah(judge, own),
        KindJudge::Unit(judge) => Judge::UnitDaerah(judge, own),
    };
    Rule { code: own.kode, title: &own.kalimat, basis: &own.dasar, judge, examples: kind.examples }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::law::{Law, Tingkat};
    use crate::model::fixture;
    use crate::place::facts::Facts;
    use crate::place::rules::tests::scene;
    use crate::place::rules::{Answer, RULES};

    fn own(jenis: Jenis) -> AturanDaerah {
        let Kind { angka, daftar, .. } = kind(jenis);
        AturanDaerah {
            kode: "L-01",
            kalimat: "Aturan daerah terpenuhi".into(),
            dasar: "Peraturan Bupati".into(),
            jenis,
            tingkat: Tingkat::Blokir,
            sejak: None,
            angka: *angka,
            daftar: daftar.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn every_kind_answers_its_own_examples_and_shows_both_sides() {
        for jenis in Jenis::ALL {
            let kind = kind(jenis);
            assert_eq!(kind.jenis, jenis);
            let is_met = |answer| matches!(answer, Answer::Terpenuhi | Answer::TerpenuhiDenganCatatan);
            assert!(kind.examples.iter().any(|example| is_met(example.answer)), "{}", jenis.nama());
            assert!(kind.examples.iter().any(|example| !is_met(example.answer)), "{}", jenis.nama());
            for example in kind.examples {
                let (mut scene, law) = scene();
                let law = law.with_daerah(&[own(jenis)]);
                (example.change)(&mut scene);
                let facts = Facts::new(&scene.roster, &scene.needs, &law, &scene.settings);
                let judge = facts.rules[RULES.len()].judge;
                let ask = |words| {
                    let person = judge.of_person(&facts.person(scene.id, words));
                    person.or_else(|| judge.of_pair(&facts.pair(scene.id, scene.from, scene.to, words)))
                };
                let told = Verdict { answer: example.answer, sentence: example.sentence.into() };
                assert_eq!(ask(true), Some(told), "{}", jenis.nama());
                assert_eq!(ask(false).map(|verdict| verdict.sentence), Some(String::new()), "{}", jenis.nama());
            }
        }
    }

    #[test]
    fn a_local_rule_blocks_warns_or_waits_for_its_day() {
        let (mut scene, _) = scene();
        scene.pegawai().tugas_tambahan = Some("Bendahara BOS".into());
        let judged = |rule: AturanDaerah| {
            let law = Law::at(fixture::EFEKTIF, &BTreeMap::new()).with_daerah(&[rule]);
            let facts = Facts::new(&scene.roster, &scene.needs, &law, &scene.settings);
            let warned = facts.warnings(scene.id, scene.from, scene.to);
            (facts.person_mask(scene.id).has(RULES.len()), warned.iter().any(|note| note.code == "L-01"))
        };
        let blocks = own(Jenis::JabatanDitahan);
        assert_eq!(judged(blocks.clone()), (true, false));
        assert_eq!(judged(AturanDaerah { tingkat: Tingkat::Peringatan, ..blocks.clone() }), (false, true));
        let sejak = crate::model::tanggal::Sejak::parse("2027");
        assert_eq!(judged(AturanDaerah { sejak, ..blocks }), (false, false), "it does not hold yet");
    }
}
