//! The names of jabatan that a need knows, and which of them are near to one that is written otherwise.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::units::Units;
use crate::law::puskesmas;
use crate::model::jabatan::{JenisJabatan, NAMA_BAKU, name_key};
use crate::model::kamus::{Calon, MOST_CALON};

/// How similar the name of a jabatan must be to be offered, from 0 to 1.
const MIRIP: f64 = 0.85;

/// Words up to this length must be equal: `IPA` and `IPS` are two subjects, not one misspelt.
const SHORT_WORD: usize = 3;

/// Names of jabatan that a need knows, by key, without jenjang: those of the need workbooks, of schools those of the
/// formula, and of puskesmas those of the legal minimum.
pub struct Known(BTreeMap<String, (String, JenisJabatan)>);

impl Known {
    pub fn of(draft: &Draft, units: &Units) -> Known {
        let of_need = draft.formasi.iter().map(|row| (row.jabatan.nama.to_string(), row.jabatan.jenis));
        let schools = units.list.iter().any(|unit| unit.sekolah.is_some());
        let of_schools = NAMA_BAKU.iter().filter(|_| schools).map(|(nama, _)| (*nama).to_string());
        let of_schools = of_schools.map(|nama| (nama, JenisJabatan::Fungsional));
        let some = units.list.iter().any(|unit| unit.puskesmas.is_some());
        let of_puskesmas = if some { puskesmas::names() } else { Vec::new() };
        let kind = |tetap| if tetap { JenisJabatan::Fungsional } else { JenisJabatan::Pelaksana };
        let of_puskesmas = of_puskesmas.into_iter().map(|(nama, tetap)| (nama, kind(tetap)));
        Known(
            of_puskesmas
                .chain(of_need)
                .chain(of_schools)
                .map(|(nama, jenis)| (name_key(&nama), (nama, jenis)))
                .collect(),
        )
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    pub fn jenis(&self, key: &str) -> Option<JenisJabatan> {
        self.0.get(key).map(|(_, jenis)| *jenis)
    }

    /// Near names, and those that the unit needs and that this one carries with more words.
    pub fn offers(&self, key: &str, jenis: JenisJabatan, of_unit: Vec<&str>) -> Vec<Calon> {
        let mut calon = self.near(key, jenis);
        let carried = of_unit.into_iter().filter(|name| carries(key, name)).map(str::to_string);
        for next in self.calon(carried.collect()) {
            if calon.len() < MOST_CALON && !calon.contains(&next) {
                calon.push(next);
            }
        }
        calon
    }

    /// Known names as candidates.
    pub fn calon(&self, keys: Vec<String>) -> Vec<Calon> {
        keys.iter().filter_map(|key| self.0.get(key)).map(|(nama, jenis)| calon(nama, *jenis)).collect()
    }

    /// The nearest names of this kind of jabatan. A misspelt name is often taken for a pelaksana, so that one may be
    /// of any kind.
    fn near(&self, key: &str, jenis: JenisJabatan) -> Vec<Calon> {
        let fits = |other: JenisJabatan| jenis == JenisJabatan::Pelaksana || jenis == other;
        let mut near: Vec<(f64, &String, JenisJabatan)> = Vec::new();
        for (other, (nama, kind)) in self.0.iter().filter(|(_, (_, kind))| fits(*kind)) {
            if let Some(likeness) = likeness(key, other) {
                near.push((likeness, nama, *kind));
            }
        }
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        near.into_iter().take(MOST_CALON).map(|(_, nama, jenis)| calon(nama, jenis)).collect()
    }
}

fn calon(nama: &str, jenis: JenisJabatan) -> Calon {
    Calon { nama: nama.to_string(), kode: None, keterangan: Some(jenis.label().to_string()) }
}

/// How similar two names are, where they are near to one another.
pub fn likeness(key: &str, other: &str) -> Option<f64> {
    let longest = key.len().max(other.len()) as f64;
    let apart = key.len().abs_diff(other.len()) as f64 > longest * (1.0 - MIRIP);
    if apart || fixed_words(key).ne(fixed_words(other)) {
        return None;
    }
    Some(strsim::normalized_levenshtein(key, other)).filter(|likeness| *likeness >= MIRIP)
}

/// Whether a name is the other with more words: `JFT PERAWAT` carries `PERAWAT`. A head is none of those led, and a
/// deputy no head.
pub fn carries(key: &str, other: &str) -> bool {
    let head = |key: &str| key.starts_with("KEPALA ");
    let more = key.len() > other.len() && !head(key) && !head(other);
    more && format!(" {key} ").contains(&format!(" {other} "))
}

/// The words that tell one jabatan from its neighbour: numbers and short words.
fn fixed_words(key: &str) -> impl Iterator<Item = &str> {
    key.split(' ').filter(|word| word.len() <= SHORT_WORD || word.bytes().any(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_offered_and_other_subjects_are_not() {
        let names = ["Perawat", "Guru IPA", "Analis Kepegawaian", "Kepala Bidang Mutasi"];
        let jenis = |nama: &str| match nama {
            "Kepala Bidang Mutasi" => JenisJabatan::Administrator,
            _ => JenisJabatan::Fungsional,
        };
        let known = Known(names.iter().map(|nama| (name_key(nama), (nama.to_string(), jenis(nama)))).collect());
        let near = |text: &str, jenis| -> Vec<String> {
            known.near(&name_key(text), jenis).into_iter().map(|calon| calon.nama).collect()
        };
        assert_eq!(near("Prawat", JenisJabatan::Pelaksana), ["Perawat"]);
        assert_eq!(near("Guru IPS", JenisJabatan::Fungsional), [""; 0]);
        assert_eq!(near("Analis Kepegawian", JenisJabatan::Fungsional), ["Analis Kepegawaian"]);
        assert_eq!(near("Kepala Bidang Mutas", JenisJabatan::Fungsional), [""; 0]);
        assert_eq!(near("Kepala Bidang Mutas", JenisJabatan::Administrator), ["Kepala Bidang Mutasi"]);
    }
}
