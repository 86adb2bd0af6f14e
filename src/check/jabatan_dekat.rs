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

/// Names at least this long are near where one letter is wrong, missing, doubled or swapped: `BIDANN` is `BIDAN`.
const SHORT_NAME: usize = 5;

/// Names of jabatan that a need knows, by key, without jenjang: those of the need workbooks, of schools those of the
/// formula, and of puskesmas those of the legal minimum.
pub struct Known(BTreeMap<String, (String, JenisJabatan)>);

impl Known {
    pub fn of(draft: &Draft, units: &Units) -> Known {
        let waiting = draft.menunggu_unit.iter().map(|(row, _)| row);
        let of_need = draft.formasi.iter().chain(waiting);
        let of_need = of_need.map(|row| (row.jabatan.nama.to_string(), row.jabatan.jenis));
        let schools = units.list.iter().any(|unit| unit.sekolah.is_some());
        let of_schools = NAMA_BAKU.iter().filter(|_| schools).map(|(nama, _)| (*nama).to_string());
        let of_schools = of_schools.map(|nama| (nama, JenisJabatan::Fungsional));
        let some = units.list.iter().any(|unit| unit.puskesmas.is_some());
        let of_puskesmas = if some { puskesmas::names() } else { Vec::new() };
        let kind = |tetap| if tetap { JenisJabatan::Fungsional } else { JenisJabatan::Pelaksana };
        let of_puskesmas = of_puskesmas.into_iter().map(|(nama, tetap)| (nama, kind(tetap)));
        let mut known = Known(BTreeMap::new());
        for (nama, jenis) in of_puskesmas.chain(of_need).chain(of_schools) {
            known.learn(nama, jenis);
        }
        known.learn_kinds(draft);
        known
    }

    /// The last spelling of a name. `Bidan` of a need row without jenjang reads as a pelaksana; what else tells the kind
    /// is heard before that.
    fn learn(&mut self, nama: String, jenis: JenisJabatan) {
        let key = name_key(&nama);
        let told = self.jenis(&key).filter(|_| jenis == JenisJabatan::Pelaksana);
        self.0.insert(key, (nama, told.unwrap_or(jenis)));
    }

    /// The kind of a name that needs state without jenjang, where people hold it with one.
    fn learn_kinds(&mut self, draft: &Draft) {
        let held = draft.pegawai.iter().filter_map(|person| person.jabatan.as_ref());
        for jabatan in held.filter(|jabatan| jabatan.jenjang.is_some()) {
            if let Some((_, jenis)) = self.0.get_mut(&name_key(&jabatan.nama))
                && *jenis == JenisJabatan::Pelaksana
            {
                *jenis = jabatan.jenis;
            }
        }
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

    /// A known name as spelt, another as its key.
    pub fn nama<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).map_or(key, |(nama, _)| nama)
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

    /// The nearest names of this kind of jabatan. What nothing tells the kind of is taken for a pelaksana, on either
    /// side: a misspelt name, and one that a need states without jenjang. Such a one may be of any kind.
    fn near(&self, key: &str, jenis: JenisJabatan) -> Vec<Calon> {
        let any = JenisJabatan::Pelaksana;
        let fits = |other: JenisJabatan| jenis == any || other == any || jenis == other;
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

/// How similar two names are, where they are near to one another: alike for the most part, one slip apart, or the same
/// but for a word without its vowels.
pub fn likeness(key: &str, other: &str) -> Option<f64> {
    if is_shortened(key, other) || is_shortened(other, key) {
        return Some(MIRIP);
    }
    let (longest, shortest) = (key.len().max(other.len()), key.len().min(other.len()));
    let apart = longest - shortest;
    let most = longest as f64 * (1.0 - MIRIP);
    if apart > 1 && apart as f64 > most || fixed_words(key).ne(fixed_words(other)) {
        return None;
    }
    let likeness = strsim::normalized_levenshtein(key, other);
    let slip = || shortest >= SHORT_NAME && strsim::osa_distance(key, other) == 1;
    (likeness >= MIRIP || slip()).then_some(likeness)
}

/// Whether the first is the other with words written without their vowels: `GURU KLS` is `GURU KELAS`.
fn is_shortened(short: &str, full: &str) -> bool {
    let vowel = |c: char| "AIUEO".contains(c);
    let same = |(short, full): (&str, &str)| {
        let bare = short.len() >= SHORT_WORD && !short.contains(vowel);
        short == full || bare && full.chars().filter(|c| !vowel(*c)).eq(short.chars())
    };
    short.len() < full.len()
        && short.split(' ').count() == full.split(' ').count()
        && short.split(' ').zip(full.split(' ')).all(same)
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
        let names = ["Perawat", "Bidan", "Guru IPA", "Guru Kelas", "Analis Kepegawaian", "Kepala Bidang Mutasi"];
        let jenis = |nama: &str| match nama {
            "Kepala Bidang Mutasi" => JenisJabatan::Administrator,
            "Bidan" => JenisJabatan::Pelaksana,
            _ => JenisJabatan::Fungsional,
        };
        let known = Known(names.iter().map(|nama| (name_key(nama), (nama.to_string(), jenis(nama)))).collect());
        let near = |text: &str, jenis| -> Vec<String> {
            known.near(&name_key(text), jenis).into_iter().map(|calon| calon.nama).collect()
        };
        assert_eq!(near("Prawat", JenisJabatan::Pelaksana), ["Perawat"]);
        assert_eq!(near("Guru IPS", JenisJabatan::Fungsional), [""; 0]);
        assert_eq!(near("Bidann", JenisJabatan::Fungsional), ["Bidan"]);
        assert_eq!(near("Bidna", JenisJabatan::Fungsional), ["Bidan"]);
        assert_eq!(near("Guru Kls", JenisJabatan::Fungsional), ["Guru Kelas"]);
        assert_eq!(near("Guru", JenisJabatan::Fungsional), [""; 0]);
        assert_eq!(near("Analis Kepegawian", JenisJabatan::Fungsional), ["Analis Kepegawaian"]);
        assert_eq!(near("Kepala Bidang Mutas", JenisJabatan::Fungsional), [""; 0]);
        assert_eq!(near("Kepala Bidang Mutas", JenisJabatan::Administrator), ["Kepala Bidang Mutasi"]);
    }
}
