//! Teaching hours a week: enough for the allowance, not more than may be asked.

use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Judge, Rule, Verdict};

pub(super) const RULE: Rule = Rule {
    code: "A-137",
    title: "Jam mengajar guru tiap minggu tidak kurang dan tidak lebih dari batasnya",
    basis: "UU 14/2005; PP 74/2008; Permendikdasmen 11/2025",
    judge: Judge::Person(judge),
    examples: &[
        Example {
            change: |scene| scene.pegawai().profesi.jjm = Some(24),
            answer: Answer::Terpenuhi,
            sentence: "jam mengajar 24 jam, batas 24 sampai 40 jam",
        },
        Example {
            change: |scene| scene.pegawai().profesi.jjm = Some(23),
            answer: Answer::MutasiDianjurkan,
            sentence: "jam mengajar 23 jam, batas 24 sampai 40 jam; jam di unit asal belum cukup",
        },
        Example {
            change: |scene| scene.pegawai().profesi.jjm = Some(40),
            answer: Answer::Terpenuhi,
            sentence: "jam mengajar 40 jam, batas 24 sampai 40 jam",
        },
        Example {
            change: |scene| scene.pegawai().profesi.jjm = Some(41),
            answer: Answer::TidakTerpenuhi,
            sentence: "jam mengajar 41 jam, batas 24 sampai 40 jam; siapkan pengganti jamnya di unit asal",
        },
        Example {
            change: |scene| {
                scene.pegawai().profesi.jjm = Some(6);
                scene.pegawai().tugas_tambahan = Some("Kepala Sekolah".into());
            },
            answer: Answer::Terpenuhi,
            sentence: "kepala sekolah di luar hitungan jam mengajar",
        },
    ],
};

/// The hours are those of the present school: too few speak for moving, too many ask for someone to take them over.
fn judge(ask: &Person) -> Verdict {
    let Some(jam) = ask.pegawai.profesi.jjm else {
        return ask.say.met(|| "jam mengajar tidak tercatat, tidak dinilai".into());
    };
    if ask.pegawai.leads_unit() {
        return ask.say.met(|| "kepala sekolah di luar hitungan jam mengajar".into());
    }
    let law = ask.facts.law;
    let (least, most) = (law.parameter("A-137", "jam_min"), law.parameter("A-137", "jam_maks"));
    let both = || format!("jam mengajar {jam} jam, batas {least} sampai {most} jam");
    match i64::from(jam) {
        jam if jam < least => ask.say.urged(|| both() + "; jam di unit asal belum cukup"),
        jam if jam > most => ask.say.unmet(|| both() + "; siapkan pengganti jamnya di unit asal"),
        _ => ask.say.met(both),
    }
}
