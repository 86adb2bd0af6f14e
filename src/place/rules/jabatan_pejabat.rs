//! Posts of officials are not filled while their replacement is restricted.

use jiff::civil::date;

use super::{dukcapil, masa_pelantikan, masa_pemilihan, with_approval};
use crate::model::unit::JenisUnit;
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-125",
    title: "Jabatan yang dituju bukan jabatan pejabat yang pengisiannya sedang dibatasi",
    basis: "UU 10/2016 Pasal 71 ayat (2) dan Pasal 162 ayat (3); UU 24/2013 Pasal 83A ayat (4)",
    judge: Judge::Post(judge),
    examples: &[
        Example {
            change: |scene| scene.settings.kepala_daerah.penetapan_paslon = Some(date(2027, 6, 1)),
            answer: Answer::Terpenuhi,
            sentence: "Guru Kelas bukan jabatan pejabat",
        },
        Example {
            change: |scene| scene.to().jabatan = "Kepala Sekolah".into(),
            answer: Answer::Terpenuhi,
            sentence: "Kepala Sekolah, pengisiannya sedang tidak dibatasi",
        },
        Example {
            change: |scene| {
                scene.to().jabatan = "Kepala Sekolah".into();
                scene.settings.kepala_daerah.penetapan_paslon = Some(date(2027, 6, 1));
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "yang dituju Kepala Sekolah; mutasi berlaku 1 Desember 2026, masa pemilihan 1 Desember 2026 sampai \
                       akhir masa jabatan; persetujuan tertulis Menteri Dalam Negeri belum ada",
        },
        Example {
            change: |scene| {
                scene.to().jabatan = "Kepala Sekolah".into();
                scene.settings.kepala_daerah.pelantikan = Some(date(2026, 6, 2));
                scene.settings.kepala_daerah.persetujuan_mendagri = "100.2.2.6/1/SJ".into();
            },
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "yang dituju Kepala Sekolah; mutasi berlaku 1 Desember 2026, kepala daerah dilantik 2 Juni 2026, \
                       dibatasi sebelum 2 Desember 2026; persetujuan Menteri Dalam Negeri 100.2.2.6/1/SJ",
        },
        Example {
            change: |scene| {
                at_dukcapil(scene);
                scene.to().jabatan = "Kepala Bidang Pencatatan Sipil".into();
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "yang dituju Kepala Bidang Pencatatan Sipil di Dinas Dukcapil; pengangkatannya oleh Menteri Dalam \
                       Negeri",
        },
        Example { change: at_dukcapil, answer: Answer::Terpenuhi, sentence: "Guru Kelas bukan jabatan pejabat" },
    ],
};

fn at_dukcapil(scene: &mut Scene) {
    let unit = scene.to().unit;
    let unit = &mut scene.roster.units[unit.0 as usize];
    unit.jenis = JenisUnit::Lain;
    unit.induk = Some("Dinas Dukcapil".into());
}

fn judge(ask: &Pair) -> Verdict {
    let jabatan = &ask.to.jabatan;
    if !ask.facts.is_official(ask.to_id) {
        return ask.say.met(|| format!("{jabatan} bukan jabatan pejabat"));
    }
    if let Ok(opd) = ask.facts.stands_at(ask.to.unit, dukcapil::DUKCAPIL)
        && ask.facts.is_structural(ask.to_id)
    {
        return ask.say.unmet(|| format!("yang dituju {jabatan} di {opd}; pengangkatannya oleh Menteri Dalam Negeri"));
    }
    let open = [masa_pemilihan::masa(ask.facts), masa_pelantikan::masa(ask.facts)];
    match open.into_iter().flatten().find(|masa| masa.terbuka) {
        None => ask.say.met(|| format!("{jabatan}, pengisiannya sedang tidak dibatasi")),
        Some(masa) => {
            let both = || format!("yang dituju {jabatan}; {}", (masa.words)());
            with_approval(ask.say, ask.facts.settings.kepala_daerah.persetujuan(), both)
        }
    }
}
