//! Times in which officials are not replaced without the Minister's approval.

use super::Verdict;
use crate::place::facts::{Person, Say};

/// A time in which officials are not replaced without the Minister's approval.
pub(super) struct Masa<'a> {
    /// Whether the day of the moves falls in it.
    pub(super) terbuka: bool,
    /// That day and the time, in words.
    pub(super) words: Box<dyn Fn() -> String + 'a>,
}

/// What such a time means for a person: nothing to anybody but officials, and nothing that is known where it has no date.
pub(super) fn pejabat<'a>(ask: &Person, masa: Option<Masa<'a>>, tanpa_tanggal: impl FnOnce() -> Verdict) -> Verdict {
    let pegawai = ask.pegawai;
    if !pegawai.is_pejabat() {
        return ask.say.met(|| format!("{}, bukan pejabat yang penggantiannya dibatasi", pegawai.jabatan));
    }
    let Some(masa) = masa else { return tanpa_tanggal() };
    if !masa.terbuka {
        return ask.say.met(&masa.words);
    }
    let duty = || pegawai.head_of_unit().unwrap_or(&pegawai.jabatan.nama).to_string();
    let both = || format!("bertugas sebagai {}; {}", duty(), (masa.words)());
    with_approval(ask.say, ask.facts.settings.kepala_daerah.persetujuan(), both)
}

/// What is bound to the Minister's approval: let through with its number, else not.
pub(super) fn with_approval(say: Say, persetujuan: Option<&str>, both: impl Fn() -> String) -> Verdict {
    match persetujuan {
        Some(nomor) => say.met_but(|| format!("{}; persetujuan Menteri Dalam Negeri {nomor}", both())),
        None => say.unmet(|| format!("{}; persetujuan tertulis Menteri Dalam Negeri belum ada", both())),
    }
}
