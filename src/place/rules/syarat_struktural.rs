//! What a structural post asks of who comes to it.

use jiff::civil::date;

use crate::model::jabatan::JenisJabatan;
use crate::model::pendidikan::Pendidikan;
use crate::model::tanggal::months_between;
use crate::place::facts::Pair;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-144",
    title: "Pendidikan dan usia memenuhi syarat jabatan struktural",
    basis: "PP 11/2017 Pasal 54 dan Pasal 107",
    judge: Judge::Kind(judge),
    examples: &[
        Example {
            change: |scene| structural(scene, JenisJabatan::Pengawas, "D-III Administrasi"),
            answer: Answer::Terpenuhi,
            sentence: "pendidikan D-III, syarat Pengawas paling rendah D-III",
        },
        Example {
            change: |scene| structural(scene, JenisJabatan::Administrator, "D-III Administrasi"),
            answer: Answer::TidakTerpenuhi,
            sentence: "pendidikan D-III, syarat Administrator paling rendah S-1",
        },
        Example {
            change: |scene| {
                structural(scene, JenisJabatan::Jpt, "S-1 Hukum");
                scene.pegawai().tgl_lahir = date(1969, 12, 2);
            },
            answer: Answer::Terpenuhi,
            sentence: "pendidikan S-1, syarat JPT paling rendah S-1; usia 56 tahun, paling tinggi 56 tahun",
        },
        Example {
            change: |scene| {
                structural(scene, JenisJabatan::Jpt, "S-1 Hukum");
                scene.pegawai().tgl_lahir = date(1969, 12, 1);
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "pendidikan S-1, syarat JPT paling rendah S-1; usia 57 tahun, paling tinggi 56 tahun",
        },
        Example {
            change: |scene| {
                structural(scene, JenisJabatan::Pengawas, "D-III Administrasi");
                scene.pegawai().pendidikan = None;
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "pendidikan tidak diketahui, syarat Pengawas paling rendah D-III",
        },
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: "Guru Kelas, bukan jabatan struktural" },
    ],
};

fn structural(scene: &mut Scene, jenis: JenisJabatan, pendidikan: &str) {
    scene.pegawai().pendidikan = Pendidikan::parse(None, Some(pendidikan)).map(Into::into);
    scene.to().jabatan = "Kepala Urusan".into();
    scene.state(scene.to, jenis, None, None);
}

/// Years of experience are not judged: no workbook tells of the jabatan held before.
fn judge(ask: &Pair) -> Verdict {
    let structural = |jenis| Some((jenis, ask.facts.rentang.tingkat_struktural(jenis)?));
    // A structural post is known by its name: one whose kind nobody tells is none.
    let Some((jenis, least)) = ask.new_post().jenis.and_then(structural) else {
        return ask.say.met(|| format!("{}, bukan jabatan struktural", ask.to.jabatan));
    };
    let demand = || format!("syarat {} paling rendah {}", jenis.label(), least.label());
    let Some(own) = ask.pegawai.pendidikan.as_ref().map(|pendidikan| pendidikan.tingkat) else {
        return ask.say.unknown(|| format!("pendidikan tidak diketahui, {}", demand()));
    };
    let most = ask.facts.law.parameter("A-144", "usia_maks_jpt") as i32;
    let age = months_between(ask.pegawai.tgl_lahir, ask.facts.roster.tanggal_efektif) / 12;
    let both = || {
        let tingkat = format!("pendidikan {}, {}", own.label(), demand());
        match jenis {
            JenisJabatan::Jpt => format!("{tingkat}; usia {age} tahun, paling tinggi {most} tahun"),
            _ => tingkat,
        }
    };
    if own < least || (jenis == JenisJabatan::Jpt && age > most) { ask.say.unmet(both) } else { ask.say.met(both) }
}
