//! People who retire soon are not moved.

use jiff::civil::date;

use crate::law::bup::pension_day;
use crate::model::tanggal::{months_between, months_in_words, tanggal_in_words};
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-105",
    title: "Pegawai tidak segera mencapai batas usia pensiun",
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
    ],
};

/// Where the jenjang is unknown the lowest pension age counts; only when that alone would block is it "unknown".
fn judge(ask: &Person) -> Verdict {
    let law = ask.facts.law;
    let block = law.parameter("A-105", "blokir_bulan") as i32;
    let warn = law.parameter("A-105", "peringatan_bulan") as i32;
    let (low, high) = law.bup_years(&ask.pegawai.jabatan);
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
