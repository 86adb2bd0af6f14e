//! People who stand on a decree of which no record tells, as the office says: a record may be lost.

use std::collections::BTreeMap;

use super::sendiri::rows;
use super::{Dasar, Work, nama};
use crate::finding::catalogue;
use crate::model::bernomor::Nomor;
use crate::write::letter::context::Orang;
use crate::write::letter::nomor::{names, tercetak};

impl Dasar<'_> {
    /// How many people have this number, as the office says.
    pub(super) fn known_with(&self, nomor: &Nomor) -> usize {
        let gaya = self.settings.sk.gaya_nomor;
        let rows = rows(&self.settings.sk.sudah_bernomor);
        rows.iter().filter(|(_, own)| tercetak(gaya, own, nomor.tanggal).same(nomor)).count()
    }
}

impl Work<'_> {
    /// Lets go, of these lists, whoever stands on such a decree: no other one is written for them.
    pub(super) fn known_to_the_office(&mut self, lists: [Vec<Orang>; 2]) -> [Vec<Orang>; 2] {
        let dasar = self.dasar;
        let known: BTreeMap<String, String> = rows(&dasar.settings.sk.sudah_bernomor).into_iter().collect();
        let in_record = |nip: &str| {
            let written = dasar.of_month(true).chain(dasar.of_month(false));
            written.into_iter().any(|own| own.orang.iter().any(|told| told.nip == nip))
        };
        let mut found: BTreeMap<&str, Vec<Orang>> = BTreeMap::new();
        let lists = lists.map(|list| {
            let (there, others): (Vec<Orang>, Vec<Orang>) = list
                .into_iter()
                .partition(|orang| orang.pns && known.contains_key(&orang.nip) && !in_record(&orang.nip));
            for orang in there {
                found.entry(known[&orang.nip].as_str()).or_default().push(orang);
            }
            others
        });
        let has = |nip: &String| found.values().flatten().any(|orang| orang.nip == *nip) || in_record(nip);
        let strange: Vec<&str> = known.keys().filter(|nip| !has(nip)).map(String::as_str).collect();
        self.elsewhere = !found.is_empty();
        for (nomor, orang) in found {
            let problem = format!(
                "{} orang ({}) sudah dimuat Keputusan nomor {nomor} menurut sk.sudah_bernomor; mereka tidak diberi nomor lain \
                 dan suratnya tidak ditulis lagi",
                orang.len(),
                nama(&orang)
            );
            self.say(&catalogue::SUDAH_BERNOMOR, nomor, problem, None);
        }
        if !strange.is_empty() {
            let value = names(strange.into_iter());
            let problem = format!("sk.sudah_bernomor memuat NIP yang tidak berpindah dalam rencana ini: {value}");
            let remedy = "Periksa NIP-nya; biarkan jika Keputusannya dari bulan lain.".to_string();
            self.say(&catalogue::PENGATURAN_TANPA_AKIBAT, &value, problem, remedy);
        }
        lists
    }
}
