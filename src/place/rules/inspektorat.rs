//! Officials of the inspectorate are moved after consultation only.

use crate::model::jabatan::JenisJabatan;
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-120",
    title: "Pegawai bukan pejabat Inspektorat",
    basis: "PP 18/2016 sebagaimana diubah PP 72/2019; bunyinya belum dipastikan",
    judge: Judge::Person(judge),
    examples: &[
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: "bertugas di Dinas Pendidikan dan Kebudayaan" },
        Example {
            change: |scene| at_inspektorat(scene, JenisJabatan::Pelaksana),
            answer: Answer::Terpenuhi,
            sentence: "pelaksana di Inspektorat Daerah, bukan pejabat",
        },
        Example {
            change: |scene| at_inspektorat(scene, JenisJabatan::Fungsional),
            answer: Answer::TidakTerpenuhi,
            sentence: "pejabat Fungsional di Inspektorat Daerah; perlu dikonsultasikan dengan gubernur atau Menteri Dalam \
                       Negeri",
        },
    ],
};

fn at_inspektorat(scene: &mut Scene, jenis: JenisJabatan) {
    let unit = scene.pegawai().unit;
    scene.roster.units[unit.0 as usize].induk = Some("Inspektorat Daerah".into());
    scene.pegawai().jabatan.jenis = jenis;
}

/// The word by which the office is known.
const INSPEKTORAT: &[&str] = &["INSPEKTORAT"];

fn judge(ask: &Person) -> Verdict {
    match (ask.facts.stands_at(ask.pegawai.unit, INSPEKTORAT), ask.pegawai.jabatan.jenis) {
        (Err(opd), _) => ask.say.met(|| format!("bertugas di {opd}")),
        (Ok(unit), JenisJabatan::Pelaksana) => ask.say.met(|| format!("pelaksana di {unit}, bukan pejabat")),
        (
            Ok(unit),
            jenis @ (JenisJabatan::Jpt
            | JenisJabatan::Administrator
            | JenisJabatan::Pengawas
            | JenisJabatan::Fungsional),
        ) => ask.say.unmet(|| {
            let jenis = jenis.label();
            format!("pejabat {jenis} di {unit}; perlu dikonsultasikan dengan gubernur atau Menteri Dalam Negeri")
        }),
    }
}
