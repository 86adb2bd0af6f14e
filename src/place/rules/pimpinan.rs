//! Leaders of units and structural posts are decided by people, not by the plan.

use crate::model::jabatan::JenisJabatan;
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-108",
    title: "Pegawai bukan pimpinan unit atau pejabat struktural",
    basis: "Pilihan kantor: hanya pelaksana dan jabatan fungsional yang diusulkan otomatis; pimpinan unit menurut UU \
            10/2016 Pasal 71 dan Permendikdasmen 7/2025",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| scene.pegawai().tugas_tambahan = Some("Wakil Kepala Sekolah".into()),
            answer: Answer::Terpenuhi,
            sentence: "jabatan fungsional, bukan pimpinan unit",
        },
        Example {
            change: |scene| scene.pegawai().tugas_tambahan = Some("Kepala Perpustakaan".into()),
            answer: Answer::Terpenuhi,
            sentence: "jabatan fungsional, bukan pimpinan unit",
        },
        Example {
            change: |scene| scene.pegawai().tugas_tambahan = Some("Plt. Kepala Sekolah".into()),
            answer: Answer::TidakTerpenuhi,
            sentence: "bertugas sebagai Plt. Kepala Sekolah, penggantiannya diputuskan tersendiri",
        },
        Example {
            change: |scene| scene.pegawai().tugas_tambahan = Some("Kepala Sekolah".into()),
            answer: Answer::TidakTerpenuhi,
            sentence: "bertugas sebagai Kepala Sekolah, penggantiannya diputuskan tersendiri",
        },
        Example {
            change: |scene| scene.pegawai().jabatan.jenis = JenisJabatan::Pengawas,
            answer: Answer::TidakTerpenuhi,
            sentence: "pejabat Pengawas, penggantiannya diputuskan tersendiri",
        },
    ],
};

fn judge(ask: &Person) -> Verdict {
    let pegawai = ask.pegawai;
    match pegawai.jabatan.jenis {
        jenis @ (JenisJabatan::Jpt | JenisJabatan::Administrator | JenisJabatan::Pengawas) => {
            ask.say.unmet(|| format!("pejabat {}, penggantiannya diputuskan tersendiri", jenis.label()))
        }
        JenisJabatan::Fungsional | JenisJabatan::Pelaksana if pegawai.leads_unit() => ask.say.unmet(|| {
            let duty = pegawai.head_of_unit().unwrap_or(&pegawai.jabatan.nama);
            format!("bertugas sebagai {duty}, penggantiannya diputuskan tersendiri")
        }),
        JenisJabatan::Fungsional => ask.say.met(|| "jabatan fungsional, bukan pimpinan unit".into()),
        JenisJabatan::Pelaksana => ask.say.met(|| "pelaksana, bukan pimpinan unit".into()),
    }
}
