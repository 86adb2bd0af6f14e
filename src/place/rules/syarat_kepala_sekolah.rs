//! What a teacher needs to head a school.

use jiff::civil::date;

use crate::model::golongan::Golongan;
use crate::model::jabatan::Jenjang;
use crate::model::kinerja::{Predikat, Skp};
use crate::model::profesi::SertifikatPendidik;
use crate::model::status::StatusAsn;
use crate::model::tanggal::{months_between, months_in_words};
use crate::place::facts::Pair;
use crate::place::facts::syarat::kinerja_baik;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-148",
    title: "Calon kepala sekolah memenuhi syarat pengangkatan",
    basis: "Permendikdasmen 7/2025",
    judge: Judge::Kind(judge),
    examples: &[
        Example { change: |_| (), answer: Answer::Terpenuhi, sentence: "Guru Kelas, bukan kepala sekolah" },
        Example {
            change: |scene| {
                candidate(scene, Golongan::pns(3, 3), &[2025, 2024]);
                scene.pegawai().tgl_lahir = date(1969, 12, 2);
            },
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "bersertifikat, golongan III/c, usia 56 tahun, SKP 2025 Baik, SKP 2024 Baik; pengalaman manajerial \
                       tidak dapat dinilai karena tidak ada dalam berkas; usulan pengangkatan perlu diperiksa",
        },
        Example {
            change: |scene| candidate(scene, Golongan::pns(3, 2), &[2025, 2024]),
            answer: Answer::TidakTerpenuhi,
            sentence: "golongan III/b, syarat paling rendah III/c",
        },
        Example {
            change: |scene| {
                candidate(scene, Golongan::pppk(9), &[2025, 2024]);
                scene.pegawai().tgl_lahir = date(1980, 1, 1);
                pppk_since(scene, date(2018, 12, 1));
            },
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "bersertifikat, golongan IX, usia 46 tahun, SKP 2025 Baik, SKP 2024 Baik; pengalaman manajerial \
                       tidak dapat dinilai karena tidak ada dalam berkas; usulan pengangkatan perlu diperiksa",
        },
        Example {
            change: |scene| {
                candidate(scene, Golongan::pppk(9), &[2025, 2024]);
                scene.pegawai().tgl_lahir = date(1980, 1, 1);
                pppk_since(scene, date(2018, 12, 2));
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "masa sebagai PPPK 7 tahun 11 bulan, syarat PPPK ahli pertama paling singkat 8 tahun",
        },
        Example {
            change: |scene| {
                candidate(scene, Golongan::pns(3, 3), &[2025, 2024]);
                scene.pegawai().profesi.sertifikat = None;
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "sertifikat pendidik tidak tercatat, syarat bersertifikat",
        },
        Example {
            change: |scene| {
                candidate(scene, Golongan::pns(3, 3), &[2025, 2024]);
                scene.pegawai().tgl_lahir = date(1969, 12, 1);
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "usia 57 tahun, syarat paling tinggi 56 tahun",
        },
        Example {
            change: |scene| candidate(scene, Golongan::pns(3, 3), &[2025]),
            answer: Answer::TidakDapatDinilai,
            sentence: "SKP 2025 Baik, SKP 2024 tidak ada; syarat 2 tahun paling rendah Baik",
        },
        Example {
            change: |scene| candidate(scene, Golongan::pns(3, 3), &[2016, 2012]),
            answer: Answer::TidakDapatDinilai,
            sentence: "SKP 2025 dan 2024 tidak ada; syarat 2 tahun paling rendah Baik",
        },
        Example {
            change: |scene| {
                candidate(scene, None, &[2025, 2024]);
                scene.pegawai().tgl_lahir = date(1980, 1, 1);
                pppk_since(scene, date(2018, 12, 1));
            },
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "bersertifikat, usia 46 tahun, SKP 2025 Baik, SKP 2024 Baik; pengalaman manajerial tidak dapat \
                       dinilai karena tidak ada dalam berkas; usulan pengangkatan perlu diperiksa",
        },
        Example {
            change: |scene| {
                candidate(scene, Golongan::pns(3, 3), &[2025, 2024]);
                scene.pegawai().tgl_lahir = date(1986, 1, 1);
                experienced(scene, Some(2));
            },
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "bersertifikat, golongan III/c, usia 40 tahun, SKP 2025 Baik, SKP 2024 Baik; pengalaman manajerial \
                       2 tahun, syarat paling singkat 2 tahun; usulan pengangkatan perlu diperiksa",
        },
        Example {
            change: |scene| {
                candidate(scene, Golongan::pns(3, 3), &[2025, 2024]);
                scene.pegawai().tgl_lahir = date(1986, 1, 1);
                experienced(scene, Some(1));
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "pengalaman manajerial 1 tahun, syarat paling singkat 2 tahun",
        },
        Example {
            change: |scene| {
                candidate(scene, Golongan::pns(3, 3), &[2025, 2024]);
                scene.pegawai().tgl_lahir = date(1986, 1, 1);
                experienced(scene, None);
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "pengalaman manajerial tidak tercatat, syarat paling singkat 2 tahun",
        },
    ],
};

/// A candidate of a folder that tells the managerial experience of somebody.
fn experienced(scene: &mut Scene, years: Option<u32>) {
    scene.roster.pegawai.iter_mut().for_each(|pegawai| pegawai.profesi.manajerial = Some(1));
    scene.pegawai().profesi.manajerial = years;
}

fn pppk_since(scene: &mut Scene, since: jiff::civil::Date) {
    let pegawai = scene.pegawai();
    pegawai.status = StatusAsn::Pppk;
    (pegawai.tmt_jabatan, pegawai.tmt_cpns) = (Some(since), None);
}

fn candidate(scene: &mut Scene, golongan: Option<Golongan>, years: &[i16]) {
    scene.to().jabatan = "Kepala Sekolah".into();
    let pegawai = scene.pegawai();
    pegawai.golongan = golongan;
    pegawai.profesi.sertifikat = Some(SertifikatPendidik::Sudah);
    pegawai.skp = years.iter().map(|&tahun| Skp { tahun, predikat: Predikat::Baik }).collect();
}

/// Whoever comes to head a school, also from another one. What must be known and is not, is unknown; a PPPK needs years
/// where a PNS needs a golongan.
fn judge(ask: &Pair) -> Verdict {
    if !ask.new_post().kepala_sekolah {
        return ask.say.met(|| format!("{}, bukan kepala sekolah", ask.to.jabatan));
    }
    let pegawai = ask.pegawai;
    let status = pegawai.status.label();
    match pegawai.status {
        StatusAsn::Pns | StatusAsn::Pppk => {}
        StatusAsn::PppkParuhWaktu => {
            return ask.say.unknown(|| format!("status {status}, syaratnya perlu dinilai tersendiri"));
        }
        StatusAsn::Cpns | StatusAsn::NonAsn => {
            return ask.say.unmet(|| format!("status {status}, syarat PNS atau PPPK"));
        }
    }
    conditions(ask).unwrap_or_else(|verdict| verdict)
}

fn conditions(ask: &Pair) -> Result<Verdict, Verdict> {
    let (pegawai, syarat) = (ask.pegawai, ask.facts.rentang.kepala_sekolah());
    ask.tanpa_hukdis()?;
    ask.pendidikan_paling_rendah(syarat.tingkat)?;
    match pegawai.status {
        StatusAsn::Pppk => long_enough(ask)?,
        StatusAsn::Pns | StatusAsn::Cpns | StatusAsn::PppkParuhWaktu | StatusAsn::NonAsn => {
            ask.golongan_paling_rendah(syarat.golongan)?;
        }
    }
    certificate_and_age(ask)?;
    let years = ask.facts.law.parameter("A-148", "tahun_kinerja") as usize;
    let skp = kinerja_baik(pegawai, years, ask.facts.roster.tanggal_efektif, ask.facts.law.syarat("A-148"), ask.say)?;
    let managing = managerial(ask)?;
    Ok(ask.say.met_but(|| {
        let golongan = pegawai.golongan.map_or(String::new(), |golongan| format!("golongan {golongan}, "));
        format!(
            "bersertifikat, {golongan}usia {} tahun, {skp}; {managing}; usulan pengangkatan perlu diperiksa",
            age(ask)
        )
    }))
}

/// A PPPK has the jenjang of an expert, and for long enough. The earlier of the two days counts, for a renewed agreement
/// starts the clock of the jabatan anew.
fn long_enough(ask: &Pair) -> Result<(), Verdict> {
    let (pegawai, years) = (ask.pegawai, ask.facts.law.parameter("A-148", "pppk_masa_tahun"));
    let syarat = || format!("syarat PPPK ahli pertama paling singkat {years} tahun");
    match pegawai.jabatan.jenjang {
        Some(own) if own >= Jenjang::AhliPertama => {}
        Some(own) => return Err(ask.say.unmet(|| format!("jenjang {}, {}", own.label(), syarat()))),
        None => return Err(ask.say.unknown(|| format!("jenjang tidak diketahui, {}", syarat()))),
    }
    let Some(since) = pegawai.tmt_jabatan.into_iter().chain(pegawai.tmt_cpns).min() else {
        return Err(ask.say.unknown(|| format!("TMT jabatan tidak ada, {}", syarat())));
    };
    let months = months_between(since, ask.facts.roster.tanggal_efektif);
    let words = || format!("masa sebagai PPPK {}, {}", months_in_words(months.max(0)), syarat());
    if i64::from(months) < years * 12 { Err(ask.say.unmet(words)) } else { Ok(()) }
}

fn certificate_and_age(ask: &Pair) -> Result<(), Verdict> {
    match &ask.pegawai.profesi.sertifikat {
        Some(SertifikatPendidik::Sudah | SertifikatPendidik::Bidang(_)) => {}
        Some(SertifikatPendidik::Belum) => return Err(ask.say.unmet(|| "belum bersertifikat pendidik".into())),
        None => return Err(ask.say.unknown(|| "sertifikat pendidik tidak tercatat, syarat bersertifikat".into())),
    }
    let oldest = ask.facts.law.parameter("A-148", "usia_maks");
    let words = || format!("usia {} tahun, syarat paling tinggi {oldest} tahun", age(ask));
    if age(ask) > oldest { Err(ask.say.unmet(words)) } else { Ok(()) }
}

/// Whole years on the day of the move.
fn age(ask: &Pair) -> i64 {
    i64::from(months_between(ask.pegawai.tgl_lahir, ask.facts.roster.tanggal_efektif) / 12)
}

/// What is said of enough managerial experience, or what stops the candidate. A folder that tells it of nobody leaves it
/// to be looked at.
fn managerial(ask: &Pair) -> Result<String, Verdict> {
    let least = ask.facts.law.parameter("A-148", "manajerial_tahun");
    let syarat = || format!("syarat paling singkat {least} tahun");
    match ask.pegawai.profesi.manajerial {
        Some(own) if i64::from(own) < least => {
            Err(ask.say.unmet(|| format!("pengalaman manajerial {own} tahun, {}", syarat())))
        }
        Some(own) => Ok(ask.say.words(|| format!("pengalaman manajerial {own} tahun, {}", syarat()))),
        None if ask.facts.tersedia.manajerial => {
            Err(ask.say.unknown(|| format!("pengalaman manajerial tidak tercatat, {}", syarat())))
        }
        None => Ok(ask.say.words(|| "pengalaman manajerial tidak dapat dinilai karena tidak ada dalam berkas".into())),
    }
}
