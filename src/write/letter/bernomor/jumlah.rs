//! How many stand on which kind of decree, where the settings ask for both.

use super::{Cara, Sendiri, Work};
use crate::finding::catalogue;

impl Work<'_> {
    /// Both kinds of decree are asked for, and everybody still stands on one only.
    pub(super) fn two_kinds(&mut self) {
        let settings = self.dasar.settings;
        let (mut numbered, mut drafts) = ([0, 0], [0, 0]);
        for part in &self.susunan.bagian {
            for (_, own) in part.orang.iter().zip(&part.sendiri).filter(|(orang, _)| orang.pns) {
                match (part.cara, own, &part.nomor) {
                    (Cara::Kolektif, _, Some(_)) => numbered[0] += 1,
                    (Cara::Kolektif, _, None) => drafts[0] += 1,
                    (Cara::Sendiri, Sendiri::Bernomor(..), _) => numbered[1] += 1,
                    (Cara::Sendiri, Sendiri::Draf, _) => drafts[1] += 1,
                    // Counted below.
                    (Cara::Sendiri, Sendiri::Tetap, _) => {}
                }
            }
        }
        for own in self.susunan.tetap.iter().filter(|own| !own.dicabut) {
            numbered[usize::from(own.perorangan)] += own.orang.len();
        }
        if !settings.surat.wants("sk-perorangan") || settings.surat.only_own_decrees() || numbered[0] + drafts[0] == 0 {
            return;
        }
        let told = [
            (numbered[0], "dimuat SK kolektif bernomor"),
            (drafts[0], "dimuat draf SK kolektif"),
            (numbered[1], "mendapat sk-perorangan bernomor"),
            (drafts[1], "mendapat draf sk-perorangan"),
        ];
        let told = told.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} orang {what}"));
        let problem =
            format!("satu perpindahan ditetapkan dengan satu Keputusan: {}", told.collect::<Vec<_>>().join(", "));
        self.say(&catalogue::SATU_KEPUTUSAN, "sk-perorangan", problem, None);
    }
}
