//! What an ASN teacher needs to be placed at a private school.

use crate::law::rentang::Syarat;
use crate::model::golongan::Golongan;
use crate::model::kinerja::{Predikat, Skp};
use crate::model::pendidikan::TingkatPendidikan;
use crate::model::status::{HukumanDisiplin, StatusAsn, TingkatHukdis};
use crate::place::facts::Pair;
use crate::place::facts::syarat::kinerja_baik;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-147",
    title: "Guru di sekolah swasta memenuhi syarat penempatan di sekolah masyarakat",
    basis: "Permendikdasmen 1/2025 Pasal 2, 3, 4 ayat (1), dan 7",
    judge: Judge::Kind(judge),
    examples: &[
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: "yang dituju unit negeri" },
        Example {
            change: |scene| private(scene, Golongan::pns(3, 2), &[2025, 2024]),
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "PNS, S-1, III/b, SKP 2025 Baik, SKP 2024 Baik; lampirkan surat sehat dan bebas narkotika serta \
                       rekomendasi tim pertimbangan",
        },
        Example {
            change: |scene| {
                private(scene, Golongan::pns(3, 2), &[2025, 2024]);
                scene.pegawai().status = StatusAsn::Pppk;
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "status PPPK, syarat bagi PPPK perlu dinilai tersendiri",
        },
        Example {
            change: |scene| {
                private(scene, Golongan::pns(2, 1), &[]);
                scene.to().jabatan = "Penjaga Sekolah".into();
            },
            answer: Answer::Terpenuhi,
            sentence: "Penjaga Sekolah, bukan guru",
        },
        Example {
            change: |scene| private(scene, Golongan::pns(3, 1), &[2025, 2024]),
            answer: Answer::TidakTerpenuhi,
            sentence: "golongan III/a, syarat paling rendah III/b",
        },
        Example {
            change: |scene| {
                private(scene, Golongan::pns(3, 2), &[2025, 2024]);
                scene.pegawai().pendidikan.iter_mut().for_each(|p| p.tingkat = TingkatPendidikan::D3);
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "pendidikan D-III, syarat paling rendah S-1",
        },
        Example {
            change: |scene| {
                private(scene, Golongan::pns(3, 2), &[2025]);
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "SKP 2025 Baik, SKP 2024 tidak ada; syarat 2 tahun paling rendah Baik",
        },
        Example {
            change: |scene| {
                private(scene, Golongan::pns(3, 2), &[2025, 2024]);
                scene.pegawai().hukdis =
                    Some(HukumanDisiplin { tingkat: TingkatHukdis::Sedang, tmt_mulai: None, tmt_akhir: None });
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "pernah dijatuhi hukuman disiplin sedang",
        },
    ],
};

fn private(scene: &mut Scene, golongan: Option<Golongan>, years: &[i16]) {
    let unit = scene.to().unit;
    scene.roster.units[unit.0 as usize].sekolah.iter_mut().for_each(|sekolah| sekolah.negeri = false);
    scene.pegawai().golongan = golongan;
    scene.pegawai().skp = years.iter().map(|&tahun| Skp { tahun, predikat: Predikat::Baik }).collect();
}

/// Asked where the office lets private schools in (A-114 no longer blocks). What must be known and is not, is unknown.
fn judge(ask: &Pair) -> Verdict {
    if ask.facts.unit_of(ask.to).sekolah.as_ref().is_none_or(|sekolah| sekolah.negeri) {
        return ask.say.met(|| "yang dituju unit negeri".into());
    }
    let (pegawai, post) = (ask.pegawai, ask.new_post());
    if !post.guru && !post.kepala_sekolah {
        return ask.say.met(|| format!("{}, bukan guru", ask.to.jabatan));
    }
    let status = pegawai.status.label();
    match pegawai.status {
        StatusAsn::Pns => {}
        StatusAsn::Pppk | StatusAsn::PppkParuhWaktu => {
            return ask.say.unknown(|| format!("status {status}, syarat bagi PPPK perlu dinilai tersendiri"));
        }
        StatusAsn::Cpns | StatusAsn::NonAsn => return ask.say.unmet(|| format!("status {status}, syarat PNS")),
    }
    conditions(ask).unwrap_or_else(|verdict| verdict)
}

fn conditions(ask: &Pair) -> Result<Verdict, Verdict> {
    let Syarat { tingkat, golongan } = ask.facts.rentang.sekolah_swasta();
    let years = ask.facts.law.parameter("A-147", "tahun_kinerja") as usize;
    ask.tanpa_hukdis()?;
    let tingkat = ask.pendidikan_paling_rendah(tingkat)?.label();
    let golongan = ask.golongan_paling_rendah(golongan)?;
    let skp =
        kinerja_baik(ask.pegawai, years, ask.facts.roster.tanggal_efektif, ask.facts.law.syarat("A-147"), ask.say)?;
    Ok(ask.say.met_but(|| {
        format!(
            "PNS, {tingkat}, {golongan}, {skp}; lampirkan surat sehat dan bebas narkotika serta rekomendasi tim \
             pertimbangan"
        )
    }))
}
