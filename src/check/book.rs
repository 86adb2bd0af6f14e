//! Kecamatan by name, each unknown name reported once.

use std::collections::HashMap;

use crate::finding::{Finding, Place, catalogue};
use crate::model::wilayah::{KecamatanId, Wilayah};

/// Looks kecamatan up for one run.
pub struct KecamatanBook<'a> {
    wilayah: &'a Wilayah,
    seen: HashMap<String, Option<KecamatanId>>,
    findings: Vec<Finding>,
}

impl<'a> KecamatanBook<'a> {
    pub fn new(wilayah: &'a Wilayah) -> KecamatanBook<'a> {
        KecamatanBook { wilayah, seen: HashMap::new(), findings: Vec::new() }
    }

    /// The kecamatan of this name. Where no kecamatan are known at all, nothing is reported.
    pub fn find(&mut self, text: &str, place: Place) -> Option<KecamatanId> {
        if let Some(found) = self.seen.get(text) {
            return *found;
        }
        let found = self.wilayah.by_name(text);
        if found.is_none() && !self.wilayah.kecamatan.is_empty() && !self.known_spelling(text) {
            let problem = format!("kecamatan “{text}” tidak ada di tabel wilayah");
            self.findings.push(Finding::new(&catalogue::KECAMATAN_ASING, place, text, problem));
        }
        self.seen.insert(text.to_string(), found);
        found
    }

    /// Whether the same unknown name was met before in another spelling.
    fn known_spelling(&self, text: &str) -> bool {
        let key = |name: &str| name.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase();
        let wanted = key(text);
        self.seen.keys().any(|name| key(name) == wanted)
    }

    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}
