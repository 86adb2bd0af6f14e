//! Structural officials of the civil registry are appointed and dismissed by the Minister.

use crate::model::jabatan::JenisJabatan;
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-119",
    title: "Pegawai bukan pejabat struktural dinas kependudukan dan pencatatan sipil",
    basis: "UU 24/2013 Pasal 83A ayat (4); Permendagri 76/2015",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| at_dukcapil(scene, JenisJabatan::Pelaksana),
            answer: Answer::Terpenuhi,
            sentence: "Pelaksana, bukan pejabat struktural",
        },
        Example {
            change: |scene| at_dukcapil(scene, JenisJabatan::Pengawas),
            answer: Answer::TidakTerpenuhi,
            sentence: "pejabat Pengawas di Dinas Kependudukan dan Pencatatan Sipil; pengangkatan dan pemberhentiannya \
                       oleh Menteri Dalam Negeri",
        },
        Example {
            change: |scene| scene.pegawai().jabatan.jenis = JenisJabatan::Pengawas,
            answer: Answer::Terpenuhi,
            sentence: "pejabat Pengawas di Dinas Pendidikan dan Kebudayaan",
        },
    ],
};

fn at_dukcapil(scene: &mut Scene, jenis: JenisJabatan) {
    let unit = scene.pegawai().unit;
    scene.roster.units[unit.0 as usize].induk = Some("Dinas Kependudukan dan Pencatatan Sipil".into());
    scene.pegawai().jabatan.jenis = jenis;
}

/// Words by which the name of the office is known.
pub(super) const DUKCAPIL: &[&str] = &["DUKCAPIL", "PENCATATAN SIPIL"];

fn judge(ask: &Person) -> Verdict {
    let jenis = ask.pegawai.jabatan.jenis;
    if !jenis.is_struktural() {
        return ask.say.met(|| format!("{}, bukan pejabat struktural", jenis.label()));
    }
    let both = |opd: &str| format!("pejabat {} di {opd}", jenis.label());
    match ask.facts.stands_at(ask.pegawai.unit, DUKCAPIL) {
        Ok(unit) => {
            ask.say.unmet(|| format!("{}; pengangkatan dan pemberhentiannya oleh Menteri Dalam Negeri", both(unit)))
        }
        Err(opd) => ask.say.met(|| both(opd)),
    }
}
