//! Officials are not replaced in the first months after the head of the region took office.

use jiff::civil::date;

use crate::model::tanggal::{months_after, tanggal_in_words};
use crate::place::facts::{Facts, Person};
use crate::place::rules::{Answer, Example, Judge, Masa, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-117",
    title: "Penggantian pejabat tidak jatuh dalam bulan-bulan pertama sesudah pelantikan kepala daerah",
    basis: "UU 10/2016 Pasal 162 ayat (3)",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| scene.pegawai().tugas_tambahan = Some("Kepala Sekolah".into()),
            answer: Answer::TidakDinilai,
            sentence: "tanggal pelantikan kepala daerah tidak diisi",
        },
        Example {
            change: |scene| headmaster(scene, date(2026, 6, 1)),
            answer: Answer::Terpenuhi,
            sentence: "mutasi berlaku 1 Desember 2026, kepala daerah dilantik 1 Juni 2026, dibatasi sebelum 1 Desember 2026",
        },
        Example {
            change: |scene| headmaster(scene, date(2026, 6, 2)),
            answer: Answer::TidakTerpenuhi,
            sentence: "bertugas sebagai Kepala Sekolah; mutasi berlaku 1 Desember 2026, kepala daerah dilantik 2 Juni \
                       2026, dibatasi sebelum 2 Desember 2026; persetujuan tertulis Menteri Dalam Negeri belum ada",
        },
        Example {
            change: |scene| {
                headmaster(scene, date(2026, 6, 2));
                scene.pegawai().tugas_tambahan = None;
            },
            answer: Answer::Terpenuhi,
            sentence: "Guru Kelas Ahli Pertama, bukan pejabat yang penggantiannya dibatasi",
        },
        Example {
            change: |scene| {
                headmaster(scene, date(2026, 6, 2));
                scene.settings.kepala_daerah.persetujuan_mendagri = "100.2.2.6/1/SJ".into();
            },
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "bertugas sebagai Kepala Sekolah; mutasi berlaku 1 Desember 2026, kepala daerah dilantik 2 Juni \
                       2026, dibatasi sebelum 2 Desember 2026; persetujuan Menteri Dalam Negeri 100.2.2.6/1/SJ",
        },
    ],
};

fn headmaster(scene: &mut Scene, pelantikan: jiff::civil::Date) {
    scene.pegawai().tugas_tambahan = Some("Kepala Sekolah".into());
    scene.settings.kepala_daerah.pelantikan = Some(pelantikan);
}

fn judge(ask: &Person) -> Verdict {
    let tanpa_tanggal = || ask.say.unjudged(|| "tanggal pelantikan kepala daerah tidak diisi".into());
    super::pejabat(ask, masa(ask.facts), tanpa_tanggal)
}

/// The months after the inauguration; `None` where its date is not set.
pub(super) fn masa<'a>(facts: &'a Facts) -> Option<Masa<'a>> {
    let pelantikan = facts.settings.kepala_daerah.pelantikan?;
    let efektif = facts.roster.tanggal_efektif;
    let bebas = months_after(pelantikan, facts.law.parameter("A-117", "sesudah_pelantikan_bulan"));
    let words = move || {
        let [efektif, pelantikan, bebas] = [efektif, pelantikan, bebas].map(tanggal_in_words);
        format!("mutasi berlaku {efektif}, kepala daerah dilantik {pelantikan}, dibatasi sebelum {bebas}")
    };
    Some(Masa { terbuka: pelantikan <= efektif && efektif < bebas, words: Box::new(words) })
}
