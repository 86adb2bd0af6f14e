//! Holders of certain jabatan or extra duties stay where they are.

use super::{Kind, KindJudge};
use crate::law::daerah::{AturanDaerah, Jenis};
use crate::model::jabatan::name_key;
use crate::place::facts::Person;
use crate::place::rules::{Answer, Example, Verdict};

pub(super) const RULE: Kind = Kind {
    jenis: Jenis::JabatanDitahan,
    judge: KindJudge::Person(judge),
    angka: 0,
    daftar: &["Bendahara", "Ajudan"],
    examples: &[
        Example {
            change: |scene| scene.pegawai().tugas_tambahan = Some("Wali Kelas".into()),
            answer: Answer::Terpenuhi,
            sentence: "jabatan Guru Kelas Ahli Pertama, tugas tambahan Wali Kelas; yang ditahan Bendahara, Ajudan",
        },
        Example {
            change: |scene| scene.pegawai().tugas_tambahan = Some("BENDAHARA BOS".into()),
            answer: Answer::TidakTerpenuhi,
            sentence: "bertugas sebagai BENDAHARA BOS; yang ditahan Bendahara, Ajudan",
        },
        Example {
            change: |scene| scene.pegawai().jabatan.nama = "Ajudan".into(),
            answer: Answer::TidakTerpenuhi,
            sentence: "bertugas sebagai Ajudan; yang ditahan Bendahara, Ajudan",
        },
    ],
};

/// A name holds whoever has it or whose name begins with its words: *Bendahara* also a *Bendahara BOS*.
fn judge(ask: &Person, own: &AturanDaerah) -> Verdict {
    let held = |text: &str| {
        let key = name_key(text);
        own.daftar.iter().any(|name| {
            let rest = key.strip_prefix(name_key(name).as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    };
    let names = own.daftar.join(", ");
    let jabatan = &ask.pegawai.jabatan;
    let duty = ask.pegawai.tugas_tambahan.as_deref();
    match [Some(&*jabatan.nama), duty].into_iter().flatten().find(|text| held(text)) {
        Some(text) => ask.say.unmet(|| format!("bertugas sebagai {text}; yang ditahan {names}")),
        None => ask.say.met(|| {
            let duty = duty.map(|duty| format!(", tugas tambahan {duty}")).unwrap_or_default();
            format!("jabatan {jabatan}{duty}; yang ditahan {names}")
        }),
    }
}
