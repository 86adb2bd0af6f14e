//! Texts of the settings as letters print them, and what is to be said of those that cannot be filled.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::finding::{Finding, Place, catalogue};
use crate::model::jabatan::name_key;
use crate::model::tanggal::tanggal_in_words;
use crate::settings::{FILE, Settings};
use crate::write::letter::wording::{Placeholders, TENTANG, rusak, rusak_in};

/// What is wrong with texts, by their keys as `mutasi.toml` names them.
pub type Rusak = BTreeMap<&'static str, Vec<Finding>>;

/// The texts of the settings, with placeholders filled.
pub struct Texts {
    placeholders: Placeholders,
    pub rusak: Rusak,
}

impl Texts {
    pub fn new(settings: &Settings, tmt: Date) -> Texts {
        let mut texts =
            Texts { placeholders: Placeholders::new(settings, &tanggal_in_words(tmt)), rusak: Rusak::new() };
        if let Err(unknown) = texts.placeholders.tentang.clone() {
            texts.unknown(TENTANG, &unknown);
        }
        texts
    }

    /// `key` as `mutasi.toml` names it, `surat.nota_kepada`. A text that cannot be filled stops the letters that print it.
    pub fn one(&mut self, key: &'static str, text: &str) -> String {
        self.placeholders.fill(text).unwrap_or_else(|unknown| {
            self.unknown(key, &unknown);
            rusak(key)
        })
    }

    pub fn list(&mut self, key: &'static str, texts: &[String]) -> Vec<String> {
        texts.iter().map(|text| self.one(key, text)).collect()
    }

    /// The title of the decree.
    pub fn title(&self) -> String {
        self.placeholders.tentang.clone().unwrap_or_else(|_| rusak(TENTANG))
    }

    /// What is to be said of them all.
    pub fn into_findings(self) -> Vec<Finding> {
        self.rusak.into_values().flatten().collect()
    }

    fn unknown(&mut self, key: &'static str, unknown: &str) {
        let problem = format!("teks {key} memuat {{{unknown}}} yang tidak dikenal");
        // The title cannot name itself.
        let names = self.placeholders.names();
        let names = if key == TENTANG { names.trim_end_matches(", {tentang}") } else { &names };
        let remedy = format!("Di mutasi.toml pakai salah satu dari {names}.");
        let finding = Finding::new(&catalogue::TEMPLAT_SALAH, Place::file(FILE), format!("{{{unknown}}}"), problem);
        let told = self.rusak.entry(key).or_default();
        let finding = finding.with_remedy(remedy);
        if !told.contains(&finding) {
            told.push(finding);
        }
    }
}

/// What a text of Menimbang calls the decree after these words.
const MENETAPKAN: &str = "menetapkan keputusan ";
const TENTANG_KATA: &str = " tentang ";

/// Reasons of the decree, as filled, that name another title than its own. Where one of them cannot be filled, that is told.
pub fn judul_lain(key: &'static str, texts: &[String], judul: &str) -> Vec<Finding> {
    let filled = |own: &str| rusak_in(&format!("{judul}{own}")).is_empty();
    let other = |text: &&String| title_in(text).is_some_and(|own| filled(own) && name_key(own) != name_key(judul));
    let told = |text: &String| {
        let own = title_in(text).unwrap_or_default();
        let problem = format!("{key} menyebut Keputusan tentang “{own}”, sedangkan sk.tentang “{judul}”");
        Finding::new(&catalogue::JUDUL_BERBEDA, Place::file(FILE), own, problem)
    };
    texts.iter().filter(other).map(told).collect()
}

/// The title in `… perlu menetapkan Keputusan Bupati Merangin tentang …;`.
fn title_in(text: &str) -> Option<&str> {
    let small = text.to_lowercase();
    // Small letters may take other bytes than the text's own.
    let after = (small.len() == text.len()).then(|| small.find(MENETAPKAN)).flatten()? + MENETAPKAN.len();
    let at = after + small.get(after..)?.find(TENTANG_KATA)? + TENTANG_KATA.len();
    Some(text.get(at..)?.trim().trim_end_matches([';', '.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_that_names_another_title_is_told_and_the_own_title_is_not() {
        let judul = "Pemindahan Guru di Lingkungan Pemerintah Kabupaten Merangin";
        let texts = [
            format!("bahwa perlu menetapkan Keputusan Bupati Merangin tentang {judul};"),
            "bahwa berdasarkan huruf a, perlu menetapkan Keputusan Bupati tentang Penempatan Guru;".to_string(),
            "bahwa berdasarkan Undang-Undang tentang Aparatur Sipil Negara perlu pemindahan;".to_string(),
        ];
        let told = judul_lain("sk.menimbang", &texts, judul);
        assert_eq!(told.len(), 1, "{told:?}");
        let problem =
            format!("sk.menimbang menyebut Keputusan tentang “Penempatan Guru”, sedangkan sk.tentang “{judul}”");
        assert_eq!(told[0].problem, problem);
    }
}
