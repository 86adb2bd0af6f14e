//! A health worker has a valid STR.

use jiff::civil::date;

use crate::law::linearitas::is_tenaga_kesehatan;
use crate::model::jabatan::{Jabatan, JenisJabatan, name_key};
use crate::model::profesi::MasaIzin;
use crate::model::tanggal::tanggal_in_words;
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-138",
    title: "Tenaga kesehatan memiliki STR yang berlaku",
    basis: "UU 17/2023",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| perawat(scene, Some(MasaIzin::SeumurHidup)),
            answer: Answer::Terpenuhi,
            sentence: "STR berlaku seumur hidup",
        },
        Example {
            change: |scene| perawat(scene, Some(MasaIzin::Sampai(date(2026, 12, 1)))),
            answer: Answer::Terpenuhi,
            sentence: "STR berlaku sampai 1 Desember 2026, mutasi berlaku 1 Desember 2026",
        },
        Example {
            change: |scene| perawat(scene, Some(MasaIzin::Sampai(date(2026, 11, 30)))),
            answer: Answer::TidakTerpenuhi,
            sentence: "STR berlaku sampai 30 November 2026, mutasi berlaku 1 Desember 2026",
        },
        Example {
            change: |scene| {
                scene.roster.pegawai.iter_mut().for_each(|p| p.profesi.str_berlaku = Some(MasaIzin::Ada));
                perawat(scene, None);
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "STR tidak tercatat",
        },
        Example {
            change: |_| (),
            answer: Answer::Terpenuhi,
            sentence: "Guru Kelas Ahli Pertama, bukan tenaga kesehatan",
        },
    ],
};

fn perawat(scene: &mut Scene, str_berlaku: Option<MasaIzin>) {
    let jenis = JenisJabatan::Fungsional;
    scene.pegawai().jabatan = Jabatan { nama: "Perawat".into(), jenjang: None, jenis }.into();
    scene.pegawai().profesi.str_berlaku = str_berlaku;
}

fn judge(ask: &Person) -> Verdict {
    if !is_tenaga_kesehatan(&name_key(&ask.pegawai.jabatan.nama)) {
        return ask.say.met(|| format!("{}, bukan tenaga kesehatan", ask.pegawai.jabatan));
    }
    let efektif = ask.facts.roster.tanggal_efektif;
    match ask.pegawai.profesi.str_berlaku {
        None if !ask.facts.tersedia.str_berlaku => ask.say.unjudged(|| "berkas tidak memuat masa berlaku STR".into()),
        None => ask.say.unknown(|| "STR tidak tercatat".into()),
        Some(MasaIzin::TidakAda) => ask.say.unmet(|| "STR belum ada".into()),
        Some(MasaIzin::SeumurHidup) => ask.say.met(|| "STR berlaku seumur hidup".into()),
        Some(MasaIzin::Ada) => ask.say.met(|| "STR tercatat tanpa tanggal akhir".into()),
        Some(MasaIzin::Sampai(akhir)) => {
            let both = || {
                format!("STR berlaku sampai {}, mutasi berlaku {}", tanggal_in_words(akhir), tanggal_in_words(efektif))
            };
            if akhir < efektif { ask.say.unmet(both) } else { ask.say.met(both) }
        }
    }
}
