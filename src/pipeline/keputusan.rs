//! What is to be said of decisions once the plan is there.

use super::Outcome;
use crate::finding::{Finding, Subjek, catalogue};
use crate::model::keputusan::{HasilKeputusan, Keputusan};

/// A finding for each decision that could not be followed or changes nothing.
pub(super) fn findings(outcome: &Outcome) -> Vec<Finding> {
    let list = outcome.roster.keputusan.list.iter().zip(&outcome.plan.keputusan);
    list.filter_map(|(keputusan, hasil)| finding(outcome, keputusan, hasil)).collect()
}

fn finding(outcome: &Outcome, keputusan: &Keputusan, hasil: &HasilKeputusan) -> Option<Finding> {
    let (kode, why) = match hasil {
        HasilKeputusan::Dipenuhi => return None,
        HasilKeputusan::TidakTerpenuhi(why) => (&catalogue::KEPUTUSAN_TAK_TERPENUHI, why),
        HasilKeputusan::TanpaPengaruh(why) => (&catalogue::KEPUTUSAN_TANPA_PENGARUH, why),
        HasilKeputusan::TujuanTakDikenal(why) => (&catalogue::KEPUTUSAN_JABATAN_ASING, why),
    };
    let label = keputusan.tindakan.label();
    let person = outcome.roster.pegawai.iter().find(|pegawai| pegawai.nip == keputusan.nip);
    let nama = person.map(|pegawai| pegawai.nama.as_str());
    let problem = format!("“{label}” ({}): {why}", keputusan.oleh());
    let subject = Subjek::of(nama, Some(keputusan.nip));
    Some(Finding::new(kode, keputusan.asal.clone(), label, problem).about(subject))
}
