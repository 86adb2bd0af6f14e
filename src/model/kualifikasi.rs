//! The education a post asks for, read from the free text of the kebutuhan workbooks (domain §1.5).

use crate::model::jabatan::name_key;
use crate::model::pendidikan::{Pendidikan, TingkatPendidikan};

/// How a person's education fits what is asked for (domain §1.5). Ordering: the better fit is greater. What cannot be
/// told is no value of this type but its absence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kesesuaian {
    Tidak,
    Serumpun,
    Linear,
}

impl Kesesuaian {
    pub fn label(self) -> &'static str {
        match self {
            Kesesuaian::Tidak => "tidak linear",
            Kesesuaian::Serumpun => "serumpun",
            Kesesuaian::Linear => "linear",
        }
    }
}

/// `S-1/D-4 Ekonomi/Akuntansi/Manajemen atau bidang lain yang relevan`: a level, fields, and whether others may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kualifikasi {
    /// The lowest level named.
    tingkat: Option<TingkatPendidikan>,
    /// Keys of the fields named; empty where any field will do.
    bidang: Vec<String>,
    /// Whether related fields are let in (`bidang lain yang relevan`).
    relevan: bool,
}

/// Words in front of a field that name none.
const PENGANTAR: [&str; 9] =
    ["BIDANG", "JURUSAN", "PROGRAM", "STUDI", "PRODI", "DI", "PENDIDIKAN MINIMAL", "MINIMAL", "ILMU BIDANG"];
/// A field of these words is none.
const SEMUA: [&str; 8] =
    ["SEDERAJAT", "SETARA", "SEMUA JURUSAN", "SEMUA", "UMUM", "SARJANA", "SEGALA JURUSAN", "YANG SEDERAJAT"];

impl Kualifikasi {
    /// Reads the text; `None` when it names neither level nor field.
    pub fn parse(text: &str) -> Option<Kualifikasi> {
        let mut read = Kualifikasi { tingkat: None, bidang: Vec::new(), relevan: false };
        for part in parts(text) {
            let key = name_key(&part);
            if key.contains("RELEVAN") || key.contains("SERUMPUN") {
                read.relevan = true;
                continue;
            }
            let (tingkat, field) = match Pendidikan::parse(None, Some(&without_lead(&key))) {
                Some(pendidikan) => {
                    (Some(pendidikan.tingkat), pendidikan.jurusan.map_or(String::new(), |jurusan| jurusan.to_string()))
                }
                None => (None, key),
            };
            read.tingkat = match (read.tingkat, tingkat) {
                (Some(known), Some(other)) => Some(known.min(other)),
                (known, other) => known.or(other),
            };
            let field = without_lead(&name_key(&field));
            if !field.is_empty() && !SEMUA.contains(&field.as_str()) {
                read.bidang.push(field);
            }
        }
        (read.tingkat.is_some() || !read.bidang.is_empty()).then_some(read)
    }

    /// The lowest level named.
    pub fn tingkat(&self) -> Option<TingkatPendidikan> {
        self.tingkat
    }

    /// Whether a field is named. A level alone (`S-1`, `D-IV/S1 semua jurusan`) tells nothing of linearity.
    pub fn names_field(&self) -> bool {
        !self.bidang.is_empty()
    }

    /// How an education fits; `None` where no field is named, or the person's is not known.
    pub fn judge(&self, pendidikan: &Pendidikan) -> Option<Kesesuaian> {
        if self.tingkat.is_some_and(|least| pendidikan.tingkat < least) {
            return Some(Kesesuaian::Tidak);
        }
        if self.bidang.is_empty() {
            return None;
        }
        let own = format!(" {} ", name_key(pendidikan.jurusan.as_deref()?));
        let named = self.bidang.iter().any(|field| own.contains(&format!(" {field} ")));
        Some(match (named, self.relevan) {
            (true, _) => Kesesuaian::Linear,
            (false, true) => Kesesuaian::Serumpun,
            (false, false) => Kesesuaian::Tidak,
        })
    }
}

/// The text parted at `/`, `,`, `;`, `atau`, `dan/atau`; what stands in brackets explains and is left out.
fn parts(text: &str) -> Vec<String> {
    let mut depth = 0u32;
    let mut outside = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '/' | ',' | ';' | '\n' if depth == 0 => outside.push_str(" | "),
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    let words: Vec<&str> = outside
        .split_whitespace()
        .map(|word| if matches!(word.to_lowercase().as_str(), "atau" | "dan" | "dan/atau") { "|" } else { word })
        .collect();
    let whole = words.join(" ");
    whole.split('|').map(|part| part.trim().to_string()).filter(|part| !part.is_empty()).collect()
}

fn without_lead(key: &str) -> String {
    let mut rest = key.trim();
    while let Some(after) =
        PENGANTAR.iter().find_map(|lead| rest.strip_prefix(lead).filter(|after| after.starts_with(' ')))
    {
        rest = after.trim_start();
    }
    rest.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(text: &str, pendidikan: &str) -> Option<Kesesuaian> {
        Kualifikasi::parse(text).unwrap().judge(&Pendidikan::parse(None, Some(pendidikan)).unwrap())
    }

    #[test]
    fn fields_and_levels_are_parted_and_relevant_fields_are_let_in() {
        let text = "S-1/D-4 Ekonomi/Akuntansi/Manajemen atau bidang lain yang relevan dengan tugas jabatan";
        assert_eq!(fit(text, "S-1 Akuntansi"), Some(Kesesuaian::Linear));
        assert_eq!(fit(text, "D-IV Manajemen Keuangan"), Some(Kesesuaian::Linear));
        assert_eq!(fit(text, "S-1 Hukum"), Some(Kesesuaian::Serumpun));
        assert_eq!(fit(text, "D-III Akuntansi"), Some(Kesesuaian::Tidak), "the level is asked for too");
        assert_eq!(fit(text, "S-1"), None, "an unknown field is never a no");
    }

    #[test]
    fn without_the_phrase_only_the_named_fields_count() {
        let text = "D-III Keperawatan, Ners dan/atau S-1 Keperawatan";
        assert_eq!(fit(text, "D-III KEPERAWATAN"), Some(Kesesuaian::Linear));
        assert_eq!(fit(text, "Profesi Ners"), Some(Kesesuaian::Linear));
        assert_eq!(fit(text, "S-1 Ekonomi"), Some(Kesesuaian::Tidak));
    }

    #[test]
    fn a_level_alone_tells_nothing_of_the_field() {
        for text in ["S-1", "D-IV/S1", "Sarjana", "S1/D4 Semua Jurusan", "Minimal S-1"] {
            assert_eq!(fit(text, "S-1 Hukum"), None, "{text}");
            assert_eq!(fit(text, "D-III Hukum"), Some(Kesesuaian::Tidak), "{text}");
            assert!(!Kualifikasi::parse(text).unwrap().names_field(), "{text}");
        }
        assert_eq!(fit("SLTA/SMK sederajat", "SMA IPA"), None);
        assert_eq!(fit("SLTA Sederajat", "SMP"), Some(Kesesuaian::Tidak));
        assert_eq!(fit("S-1 (Strata-Satu) / D-4 (Diploma-Empat) semua jurusan", "S-1 Hukum"), None);
        assert_eq!(fit("Minimal D-III bidang Administrasi", "D-III Administrasi Negara"), Some(Kesesuaian::Linear));
    }

    #[test]
    fn a_text_of_nothing_asks_for_nothing() {
        for text in ["", "-", "sesuai bidang lain yang relevan"] {
            assert_eq!(Kualifikasi::parse(text), None, "{text}");
        }
    }
}
