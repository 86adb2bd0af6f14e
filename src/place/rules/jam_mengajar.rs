//! Teaching hours a week: enough for the allowance, not more than may be asked.

use crate::model::jabatan::{JenisTugas, Tugas, name_key};
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
            answer: Answer::TidakTerpenuhi,
            sentence: "jam mengajar 23 jam, batas 24 sampai 40 jam; jam di unit asal belum cukup",
        },
        Example {
            change: |scene| {
                scene.pegawai().profesi.jjm = Some(12);
                scene.pegawai().tugas_tambahan = Some("Kepala Perpustakaan".into());
            },
            answer: Answer::Terpenuhi,
            sentence: "jam mengajar 12 jam dan tugas tambahan setara 12 jam, batas 24 sampai 40 jam",
        },
        Example {
            change: |scene| {
                scene.pegawai().profesi.jjm = Some(20);
                scene.pegawai().tugas_tambahan = Some("Wali Kelas, Guru Piket".into());
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "jam mengajar 20 jam dan tugas tambahan setara 3 jam, batas 24 sampai 40 jam; jam di unit asal belum \
                       cukup",
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
        Example {
            change: |scene| {
                scene.pegawai().profesi.jjm_total = Some(23);
                scene.pegawai().tugas_tambahan = Some("Kepala Perpustakaan".into());
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "jam mengajar 11 jam, dengan tugas tambahan 23 jam, batas 24 sampai 40 jam; jam di unit asal belum \
                       cukup",
        },
        Example {
            change: |scene| {
                scene.pegawai().profesi.jjm_total = Some(41);
                scene.pegawai().tugas_tambahan = Some("Guru Piket".into());
            },
            answer: Answer::Terpenuhi,
            sentence: "jam mengajar 40 jam, dengan tugas tambahan 41 jam, batas 24 sampai 40 jam",
        },
        Example {
            change: |scene| {
                scene.pegawai().profesi.jjm = Some(41);
                scene.pegawai().profesi.jjm_total = Some(43);
            },
            answer: Answer::TidakTerpenuhi,
            sentence: "jam mengajar 41 jam, dengan tugas tambahan 43 jam, batas 24 sampai 40 jam; siapkan pengganti jamnya \
                       di unit asal",
        },
        Example { change: |_| (), answer: Answer::TidakDinilai, sentence: "jam mengajar (JJM) tidak tercatat" },
        Example {
            change: |scene| scene.pegawai().jabatan.nama = "Perawat".into(),
            answer: Answer::Terpenuhi,
            sentence: "Perawat Ahli Pertama, bukan guru",
        },
    ],
};

/// The hours are those of the present school: too few deserve a look, too many ask for someone to take them over. What an
/// extra duty counts for only helps to reach the least; nobody is asked to teach more for it.
fn judge(ask: &Person) -> Verdict {
    if ask.pegawai.leads_unit() {
        return ask.say.met(|| "kepala sekolah di luar hitungan jam mengajar".into());
    }
    let jabatan = &ask.pegawai.jabatan;
    let profesi = &ask.pegawai.profesi;
    let setara = ask.pegawai.tugas_tambahan.as_deref().map_or(0, |duty| equivalent(ask, duty));
    let (mengajar, total) = (profesi.jjm.map(i64::from), profesi.jjm_total.map(i64::from));
    // The figure with the duties is told or added up; that without them is told or what is left of it.
    let (mengajar, total, tertulis) = match (mengajar, total) {
        (Some(own), None) => (own, own + setara, false),
        (Some(own), Some(total)) => (own, total, true),
        (None, Some(total)) => ((total - setara).max(0), total, true),
        (None, None) => {
            return match name_key(&jabatan.nama).split(' ').next() {
                Some("GURU") => ask.say.unjudged(|| "jam mengajar (JJM) tidak tercatat".into()),
                _ => ask.say.met(|| format!("{jabatan}, bukan guru")),
            };
        }
    };
    let law = ask.facts.law;
    let (least, most) = (law.parameter("A-137", "jam_min"), law.parameter("A-137", "jam_maks"));
    let both = || {
        let jam = match (tertulis, setara) {
            (true, _) => format!("jam mengajar {mengajar} jam, dengan tugas tambahan {total} jam"),
            (false, 0) => format!("jam mengajar {mengajar} jam"),
            (false, _) => format!("jam mengajar {mengajar} jam dan tugas tambahan setara {setara} jam"),
        };
        format!("{jam}, batas {least} sampai {most} jam")
    };
    if total < least {
        ask.say.unmet(|| both() + "; jam di unit asal belum cukup")
    } else if mengajar > most {
        ask.say.unmet(|| both() + "; siapkan pengganti jamnya di unit asal")
    } else {
        ask.say.met(both)
    }
}

/// First words of the duties that count as much as that of a deputy head, behind `Kepala` or `Ka.`.
const PIMPINAN: &[&str] = &["PERPUSTAKAAN", "LABORATORIUM", "LAB", "BENGKEL", "PROGRAM"];

/// Hours of teaching that the extra duties of a text count for (domain R23).
fn equivalent(ask: &Person, text: &str) -> i64 {
    let number = |key| ask.facts.law.parameter("A-137", key);
    let (mut leading, mut other) = (0, 0);
    for duty in Tugas::each(text) {
        let behind = ["KEPALA ", "KA "].iter().find_map(|head| duty.strip_prefix(head));
        let leads = behind.is_some_and(|rest| PIMPINAN.contains(&rest.split(' ').next().unwrap_or_default()));
        let holds = |words: &[&str]| words.iter().any(|word| duty.contains(word));
        if leads || Tugas::parse(&duty).jenis == JenisTugas::Wakil {
            leading = number("setara_pimpinan");
        } else if holds(&["WALI KELAS", "WALIKELAS"]) {
            other += number("setara_wali_kelas");
        } else if holds(&["OSIS", "EKSKUL", "EKSTRAKURIKULER"]) {
            other += number("setara_pembina");
        } else if holds(&["PIKET"]) {
            other += number("setara_piket");
        }
    }
    leading + other.min(number("setara_lain_maks"))
}
