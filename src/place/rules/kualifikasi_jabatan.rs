//! The post's own qualification, as the kebutuhan workbook prints it.

use crate::law::linearitas::Kesesuaian;
use crate::model::jabatan::JenisJabatan;
use crate::model::pendidikan::Pendidikan;
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-131",
    title: "Pendidikan memenuhi kualifikasi jabatan yang dituju",
    basis: "PP 11/2017 Pasal 190 ayat (4); PermenPANRB 45/2022; PermenPANRB 38/2017",
    judge: Judge::Kind(judge),
    examples: &[
        Example {
            change: |scene| asks(scene, "S-1/D-4 Ekonomi/Akuntansi", "S-1 Akuntansi"),
            answer: Answer::Terpenuhi,
            sentence: "pendidikan S-1 Akuntansi, dianjurkan S-1/D-4 Ekonomi/Akuntansi",
        },
        Example {
            change: |scene| asks(scene, "S-1/D-4 Ekonomi/Akuntansi", "S-1 Hukum"),
            answer: Answer::TidakTerpenuhi,
            sentence: "pendidikan S-1 Hukum, dianjurkan S-1/D-4 Ekonomi/Akuntansi",
        },
        Example {
            change: |scene| asks(scene, "S-1 Ekonomi atau bidang lain yang relevan", "S-1 Hukum"),
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "pendidikan S-1 Hukum, dianjurkan S-1 Ekonomi atau bidang lain yang relevan; relevansinya perlu dinilai",
        },
        Example {
            change: |scene| asks(scene, "D-IV/S1", "S-1 Hukum"),
            answer: Answer::Terpenuhi,
            sentence: "pendidikan S-1 Hukum, dianjurkan D-IV/S1; hanya tingkat yang diminta, bidang studinya tidak",
        },
        Example {
            change: |scene| asks(scene, "D-IV/S1", "D-III Hukum"),
            answer: Answer::TidakTerpenuhi,
            sentence: "pendidikan D-III Hukum, dianjurkan D-IV/S1",
        },
        Example {
            change: |scene| asks(scene, "S-1 Ekonomi", "D-III Ekonomi"),
            answer: Answer::TidakTerpenuhi,
            sentence: "pendidikan D-III Ekonomi, dianjurkan S-1 Ekonomi",
        },
        Example {
            change: |scene| asks(scene, "S-1 Ekonomi", "S-1"),
            answer: Answer::TidakDapatDinilai,
            sentence: "jurusan pada pendidikan S-1 tidak diketahui, dianjurkan S-1 Ekonomi",
        },
        Example {
            change: |_| (),
            answer: Answer::Terpenuhi,
            sentence: "Guru Kelas, profesi yang diatur; dinilai pada A-130",
        },
    ],
};

fn asks(scene: &mut Scene, kualifikasi: &str, pendidikan: &str) {
    scene.pegawai().pendidikan = Pendidikan::parse(None, Some(pendidikan)).map(Into::into);
    scene.to().jabatan = "Pengelola Keuangan".into();
    scene.state(scene.to, JenisJabatan::Pelaksana, None, Some(kualifikasi));
}

fn judge(ask: &Pair) -> Verdict {
    let to = ask.new_post();
    if to.diatur {
        return ask.say.met(|| format!("{}, profesi yang diatur; dinilai pada A-130", ask.to.jabatan));
    }
    if !ask.facts.asks_education(ask.to_id) {
        return ask.say.met(|| format!("{}, tanpa kualifikasi pendidikan yang tertulis", ask.to.jabatan));
    }
    if !ask.facts.tersedia.pendidikan {
        return ask.say.unjudged(|| "berkas tidak memuat pendidikan pegawai".into());
    }
    let wanted = || to.kualifikasi.unwrap_or("menurut tabel linearitas");
    let syarat = || format!("{} {}", ask.facts.law.syarat("A-131"), wanted());
    let Some(own) = &ask.pegawai.pendidikan else {
        return ask.say.unknown(|| format!("pendidikan tidak diketahui, {}", syarat()));
    };
    let both = || format!("pendidikan {own}, {}", syarat());
    match ask.facts.kualifikasi(ask.id, ask.to_id) {
        Some(Kesesuaian::Linear) => ask.say.met(both),
        Some(Kesesuaian::Serumpun) => ask.say.met_but(|| both() + "; relevansinya perlu dinilai"),
        Some(Kesesuaian::Tidak) => ask.say.unmet(both),
        None if ask.facts.tingkat_saja(ask.to_id).is_some() => {
            ask.say.met(|| both() + "; hanya tingkat yang diminta, bidang studinya tidak")
        }
        None if own.jurusan.is_none() => {
            ask.say.unknown(|| format!("jurusan pada pendidikan {own} tidak diketahui, {}", syarat()))
        }
        // The text names neither level nor field.
        None => ask.say.unjudged(|| format!("kualifikasi “{}” tidak menyebut tingkat atau jurusan", wanted())),
    }
}
