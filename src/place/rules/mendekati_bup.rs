//! People who retire soon are not moved.

use jiff::civil::{Date, date};

use crate::law::bup::pension_day;
use crate::model::status::StatusAsn;
use crate::model::tanggal::{months_between, months_in_words, tanggal_in_words};
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-105",
    title: "Pegawai tidak segera mencapai batas usia pensiun atau akhir perjanjian kerjanya",
    basis: "Pilihan kantor; BUP menurut UU 20/2023, PP 17/2020, dan UU 14/2005",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| scene.pegawai().tgl_lahir = date(1968, 11, 30),
            answer: Answer::Terpenuhi,
            sentence: "pensiun mulai 1 Desember 2028 (BUP 60 tahun), sisa 2 tahun, batas 2 tahun",
        },
        Example {
            change: |scene| scene.pegawai().tgl_lahir = date(1968, 10, 31),
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "pensiun mulai 1 November 2028 (BUP 60 tahun), sisa 1 tahun 11 bulan, batas 2 tahun",
        },
        Example {
            change: |scene| scene.pegawai().tgl_lahir = date(1967, 11, 1),
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "pensiun mulai 1 Desember 2027 (BUP 60 tahun), sisa 1 tahun, batas 2 tahun",
        },
        Example {
            change: |scene| scene.pegawai().tgl_lahir = date(1967, 10, 31),
            answer: Answer::TidakTerpenuhi,
            sentence: "pensiun mulai 1 November 2027 (BUP 60 tahun), sisa 11 bulan, syarat paling sedikit 1 tahun",
        },
        Example {
            change: |scene| {
                scene.pegawai().tgl_lahir = date(1969, 6, 1);
                scene.pegawai().jabatan.nama = "Perawat".into();
                scene.pegawai().jabatan.jenjang = None;
            },
            answer: Answer::TidakDapatDinilai,
            sentence: "jenjang tidak diketahui sehingga BUP antara 58 dan 65 tahun; pensiun paling cepat 1 Juli 2027, \
                       syarat paling sedikit 1 tahun lagi",
        },
        Example {
            change: |scene| pppk_until(scene, date(2028, 11, 30)),
            answer: Answer::Terpenuhi,
            sentence: "perjanjian kerja berakhir 30 November 2028, lebih dahulu daripada BUP, sisa 2 tahun, batas 2 tahun",
        },
        Example {
            change: |scene| pppk_until(scene, date(2027, 11, 30)),
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "perjanjian kerja berakhir 30 November 2027, lebih dahulu daripada BUP, sisa 1 tahun, batas 2 tahun",
        },
        Example {
            change: |scene| pppk_until(scene, date(2027, 11, 29)),
            answer: Answer::TidakTerpenuhi,
            sentence: "perjanjian kerja berakhir 29 November 2027, lebih dahulu daripada BUP, sisa 11 bulan, syarat \
                       paling sedikit 1 tahun",
        },
    ],
};

fn pppk_until(scene: &mut Scene, last: Date) {
    scene.pegawai().status = StatusAsn::Pppk;
    scene.pegawai().profesi.akhir_perjanjian = Some(last);
}

/// A PPPK serves up to the pension age or the end of the agreement, whichever comes first (domain §1.3).
fn judge(ask: &Person) -> Verdict {
    let pegawai = ask.pegawai;
    let (soonest, _) = ask.facts.law.bup_years(&pegawai.jabatan);
    let pppk = matches!(pegawai.status, StatusAsn::Pppk | StatusAsn::PppkParuhWaktu);
    let last = pegawai.profesi.akhir_perjanjian.filter(|_| pppk);
    match last.and_then(|last| last.tomorrow().ok()) {
        Some(after) if after < pension_day(pegawai.tgl_lahir, soonest) => before_the_agreement_ends(ask, after),
        Some(_) | None => before_the_pension(ask),
    }
}

/// Months that block, and months that warn.
fn limits(ask: &Person) -> (i32, i32) {
    let months = |key| ask.facts.law.parameter("A-105", key) as i32;
    (months("blokir_bulan"), months("peringatan_bulan"))
}

fn before_the_agreement_ends(ask: &Person, after: Date) -> Verdict {
    let (block, warn) = limits(ask);
    let left = months_between(ask.facts.roster.tanggal_efektif, after);
    let both = || {
        let last = after.yesterday().map_or(after, |last| last);
        let left = months_in_words(left.max(0));
        format!("perjanjian kerja berakhir {}, lebih dahulu daripada BUP, sisa {left}", tanggal_in_words(last))
    };
    if left < block {
        return ask.say.unmet(|| format!("{}, syarat paling sedikit {}", both(), months_in_words(block)));
    }
    let words = || format!("{}, batas {}", both(), months_in_words(warn));
    if left >= warn { ask.say.met(words) } else { ask.say.met_but(words) }
}

/// Where the jenjang is unknown the lowest pension age counts; only when that alone would block is it "unknown".
fn before_the_pension(ask: &Person) -> Verdict {
    let (block, warn) = limits(ask);
    let (low, high) = ask.facts.law.bup_years(&ask.pegawai.jabatan);
    let left = |years| months_between(ask.facts.roster.tanggal_efektif, pension_day(ask.pegawai.tgl_lahir, years));
    let pension = || tanggal_in_words(pension_day(ask.pegawai.tgl_lahir, low));
    let both = || format!("pensiun mulai {} (BUP {low} tahun), sisa {}", pension(), months_in_words(left(low).max(0)));
    if left(low) >= block {
        let words = || format!("{}, batas {}", both(), months_in_words(warn));
        return if left(low) >= warn { ask.say.met(words) } else { ask.say.met_but(words) };
    }
    if left(high) < block {
        return ask.say.unmet(|| format!("{}, syarat paling sedikit {}", both(), months_in_words(block)));
    }
    ask.say.unknown(|| {
        format!(
            "jenjang tidak diketahui sehingga BUP antara {low} dan {high} tahun; pensiun paling cepat {}, syarat \
             paling sedikit {} lagi",
            pension(),
            months_in_words(block)
        )
    })
}
