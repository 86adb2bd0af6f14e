//! Officials are not replaced from some months before the candidates are declared to the end of the term.

use jiff::civil::date;

use crate::model::tanggal::{months_before, tanggal_in_words};
use crate::place::facts::{Facts, Person};
use crate::place::rules::{Answer, Example, Judge, Masa, Rule, Scene, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-116",
    title: "Penggantian pejabat tidak jatuh dalam masa pemilihan kepala daerah",
    basis: "UU 10/2016 Pasal 71 ayat (2), (4), dan (5); SE Mendagri 29 Maret 2024",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| scene.pegawai().tugas_tambahan = Some("Kepala Sekolah".into()),
            answer: Answer::TidakDinilai,
            sentence: "tanggal penetapan pasangan calon tidak diisi",
        },
        Example {
            change: |scene| headmaster(scene, date(2027, 6, 2)),
            answer: Answer::Terpenuhi,
            sentence: "mutasi berlaku 1 Desember 2026, masa pemilihan 2 Desember 2026 sampai akhir masa jabatan",
        },
        Example {
            change: |scene| headmaster(scene, date(2027, 6, 1)),
            answer: Answer::TidakTerpenuhi,
            sentence: "bertugas sebagai Kepala Sekolah; mutasi berlaku 1 Desember 2026, masa pemilihan 1 Desember 2026 \
                       sampai akhir masa jabatan; persetujuan tertulis Menteri Dalam Negeri belum ada",
        },
        Example {
            change: |scene| {
                headmaster(scene, date(2026, 9, 22));
                scene.settings.kepala_daerah.akhir_masa_jabatan = Some(date(2026, 11, 30));
            },
            answer: Answer::Terpenuhi,
            sentence: "mutasi berlaku 1 Desember 2026, masa pemilihan 22 Maret 2026 sampai 30 November 2026",
        },
        Example {
            change: |scene| {
                headmaster(scene, date(2027, 6, 1));
                scene.pegawai().tugas_tambahan = None;
            },
            answer: Answer::Terpenuhi,
            sentence: "Guru Kelas Ahli Pertama, bukan pejabat yang penggantiannya dibatasi",
        },
        Example {
            change: |scene| {
                headmaster(scene, date(2027, 6, 1));
                scene.settings.kepala_daerah.persetujuan_mendagri = "100.2.2.6/1/SJ".into();
            },
            answer: Answer::TerpenuhiDenganCatatan,
            sentence: "bertugas sebagai Kepala Sekolah; mutasi berlaku 1 Desember 2026, masa pemilihan 1 Desember 2026 \
                       sampai akhir masa jabatan; persetujuan Menteri Dalam Negeri 100.2.2.6/1/SJ",
        },
    ],
};

fn headmaster(scene: &mut Scene, penetapan: jiff::civil::Date) {
    scene.pegawai().tugas_tambahan = Some("Kepala Sekolah".into());
    scene.settings.kepala_daerah.penetapan_paslon = Some(penetapan);
}

fn judge(ask: &Person) -> Verdict {
    let tanpa_tanggal = || ask.say.unjudged(|| "tanggal penetapan pasangan calon tidak diisi".into());
    super::pejabat(ask, masa(ask.facts), tanpa_tanggal)
}

/// The window of the election; `None` where no date is set. Without an end that is known it stays open: better one date
/// to fill in than a decree that is void.
pub(super) fn masa<'a>(facts: &'a Facts) -> Option<Masa<'a>> {
    let head = &facts.settings.kepala_daerah;
    let efektif = facts.roster.tanggal_efektif;
    let mulai = months_before(head.penetapan_paslon?, facts.law.parameter("A-116", "sebelum_penetapan_bulan"));
    let selesai = head.akhir_masa_jabatan;
    let words = move || {
        let selesai = selesai.map_or("akhir masa jabatan".into(), tanggal_in_words);
        let (efektif, mulai) = (tanggal_in_words(efektif), tanggal_in_words(mulai));
        format!("mutasi berlaku {efektif}, masa pemilihan {mulai} sampai {selesai}")
    };
    let terbuka = mulai <= efektif && selesai.is_none_or(|selesai| efektif <= selesai);
    Some(Masa { terbuka, words: Box::new(words) })
}
