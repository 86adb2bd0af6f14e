//! A pimpinan tinggi is not replaced soon after taking office.

use jiff::civil::date;

use crate::model::jabatan::JenisJabatan;
use crate::model::tanggal::{months_between, months_in_words};
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-124",
    title: "Pejabat pimpinan tinggi sudah cukup lama menjabat sejak pelantikan",
    basis: "UU 5/2014 Pasal 116 ayat (1)",
    judge: Judge::Person(judge),
    examples: &[
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: "Fungsional, bukan pejabat pimpinan tinggi" },
        Example {
            change: |scene| jpt(scene, Some(date(2024, 12, 1))),
            answer: Answer::Terpenuhi,
            sentence: "menjabat 2 tahun, dianjurkan paling singkat 2 tahun",
        },
        Example {
            change: |scene| jpt(scene, Some(date(2024, 12, 2))),
            answer: Answer::TidakTerpenuhi,
            sentence: "menjabat 1 tahun 11 bulan, dianjurkan paling singkat 2 tahun",
        },
        Example {
            change: |scene| jpt(scene, None),
            answer: Answer::TidakDapatDinilai,
            sentence: "TMT jabatan tidak ada, dianjurkan paling singkat 2 tahun",
        },
    ],
};

fn jpt(scene: &mut Scene, tmt_jabatan: Option<jiff::civil::Date>) {
    scene.pegawai().jabatan.jenis = JenisJabatan::Jpt;
    scene.pegawai().tmt_jabatan = tmt_jabatan;
}

/// The clock of the jabatan counts here: it starts with the pelantikan.
fn judge(ask: &Person) -> Verdict {
    let jenis = ask.pegawai.jabatan.jenis;
    if jenis != JenisJabatan::Jpt {
        return ask.say.met(|| format!("{}, bukan pejabat pimpinan tinggi", jenis.label()));
    }
    let needed = ask.facts.law.parameter("A-124", "masa_jpt_min_bulan") as i32;
    let syarat = || format!("{} paling singkat {}", ask.facts.law.syarat("A-124"), months_in_words(needed));
    let Some(since) = ask.pegawai.tmt_jabatan else {
        return ask.say.unknown(|| format!("TMT jabatan tidak ada, {}", syarat()));
    };
    let months = months_between(since, ask.facts.roster.tanggal_efektif);
    let both = || format!("menjabat {}, {}", months_in_words(months.max(0)), syarat());
    if months >= needed { ask.say.met(both) } else { ask.say.unmet(both) }
}
