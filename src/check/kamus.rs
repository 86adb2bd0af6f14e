//! The kamus at work: a name that people have confirmed is read as they said, a near one becomes a question.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Draft, PegawaiDraft, UnitRef};
use super::units::{Hit, Units};
use crate::finding::{Finding, Place, catalogue};
use crate::model::jabatan::{Jabatan, JenisJabatan, NAMA_BAKU, name_key};
use crate::model::kamus::{Calon, Entri, JenisKamus, Kamus, MOST_CALON, Pertanyaan, Tanya};
use crate::model::unit::{UnitId, unit_key};
use crate::model::wilayah::Wilayah;

/// How similar the name of a jabatan must be to be offered, from 0 to 1.
const MIRIP: f64 = 0.85;

/// Words up to this length must be equal: `IPA` and `IPS` are two subjects, not one misspelt.
const SHORT_WORD: usize = 3;

/// What was confirmed, and what is to be asked.
pub struct Konfirmasi<'k> {
    kamus: &'k Kamus,
    wilayah: &'k Wilayah,
    tanya: Tanya,
    /// Rows of the kamus that were told to lead nowhere.
    told: BTreeSet<Place>,
}

impl<'k> Konfirmasi<'k> {
    /// `asked` is what reading has to ask.
    pub fn new(kamus: &'k Kamus, asked: &Tanya, wilayah: &'k Wilayah) -> Konfirmasi<'k> {
        Konfirmasi { kamus, wilayah, tanya: asked.clone(), told: BTreeSet::new() }
    }

    pub fn into_pertanyaan(self) -> Vec<Pertanyaan> {
        self.tanya.into_list()
    }

    /// The unit that people have said a row means, with D-150; D-155 where the kamus leads to no unit of this month.
    pub fn unit(
        &mut self,
        units: &mut Units,
        unit: &UnitRef,
        place: &Place,
        findings: &mut Vec<Finding>,
    ) -> Option<UnitId> {
        let nama = unit.nama.as_deref()?;
        let entri = self.entri_unit(nama)?;
        let dimaksud = entri.dimaksud.as_deref()?;
        if self.is_contradictory(units, entri, dimaksud, findings) {
            return None;
        }
        let Some(id) = self.unit_of(units, entri, dimaksud) else {
            if self.told.insert(entri.place.clone()) {
                let problem = format!(
                    "unit “{dimaksud}”, yang menurut kamus dimaksud dengan “{nama}”, tidak ada di data unit bulan ini"
                );
                findings.push(Finding::new(&catalogue::KAMUS_UNIT_HILANG, entri.place.clone(), dimaksud, problem));
            }
            return None;
        };
        let meant = self.calon(units, id).teks();
        let problem = format!("unit “{nama}” dibaca “{meant}” {}", entri.sumber());
        findings.push(Finding::new(&catalogue::DARI_KAMUS, place.clone(), nama, problem));
        Some(id)
    }

    /// Where there are no units but those that people's rows name, the name that is meant stands in for the written one.
    pub fn rename(
        &mut self,
        units: &mut Units,
        unit: &mut UnitRef,
        place: &Place,
        findings: &mut Vec<Finding>,
    ) -> bool {
        let Some(nama) = unit.nama.clone() else { return false };
        let Some(entri) = self.entri_unit(&nama) else { return false };
        let Some(dimaksud) = &entri.dimaksud else { return false };
        if self.is_contradictory(units, entri, dimaksud, findings) {
            return false;
        }
        let meant = Calon::nama_dari(dimaksud);
        let problem = format!("unit “{nama}” dibaca “{meant}” {}", entri.sumber());
        findings.push(Finding::new(&catalogue::DARI_KAMUS, place.clone(), &*nama, problem));
        unit.nama = Some(meant.into());
        unit.kode = unit.kode.take().or_else(|| entri.kode.as_deref().map(Into::into));
        true
    }

    fn entri_unit(&self, nama: &str) -> Option<&'k Entri> {
        // Most months have no kamus: then no name is normalised for it.
        if self.kamus.is_empty() { None } else { self.kamus.find(JenisKamus::Unit, &unit_key(nama)) }
    }

    /// D-153, once for a row of the kamus, where its kode is another unit's than the one it names: people change the
    /// name and leave the kode beside it. A unit that only came to be spelled otherwise is still the same.
    fn is_contradictory(
        &mut self,
        units: &mut Units,
        entri: &Entri,
        dimaksud: &str,
        findings: &mut Vec<Finding>,
    ) -> bool {
        let Some(kode) = entri.kode.as_deref() else { return false };
        let of_kode = UnitRef { kode: Some(kode.into()), ..UnitRef::default() };
        let Hit::One(id) = units.find(&of_kode) else { return false };
        let nama = Calon::nama_dari(dimaksud);
        let of_nama = UnitRef { nama: Some(nama.into()), ..UnitRef::default() };
        let same = match units.find(&of_nama) {
            Hit::One(named) => named == id,
            Hit::Many(named) => named.contains(&id),
            Hit::None => units.offers(nama).contains(&id),
        };
        if !same && self.told.insert(entri.place.clone()) {
            let problem = format!(
                "baris kamus ini tidak dipakai: Dimaksud “{nama}”, tetapi Kode “{kode}” adalah kode {}",
                units.list[id.0 as usize].nama
            );
            let remedy = "Perbaiki atau kosongkan kolom Kode pada baris itu di kamus/kamus.xlsx.";
            let finding = Finding::new(&catalogue::KAMUS_SALAH, entri.place.clone(), dimaksud, problem);
            findings.push(finding.with_remedy(remedy));
        }
        !same
    }

    fn unit_of(&self, units: &mut Units, entri: &Entri, dimaksud: &str) -> Option<UnitId> {
        let kode = entri.kode.as_deref().map(Into::into);
        let nama = Some(Calon::nama_dari(dimaksud).into());
        match units.find(&UnitRef { kode, nama, ..UnitRef::default() }) {
            Hit::One(id) => Some(id),
            Hit::Many(ids) => {
                let key = unit_key(dimaksud);
                ids.into_iter().find(|&id| unit_key(&self.calon(units, id).teks()) == key)
            }
            Hit::None => None,
        }
    }

    /// Whether people have said that a name means none of the candidates.
    pub fn is_refused(&self, nama: &str) -> bool {
        self.entri_unit(nama).is_some_and(|entri| entri.dimaksud.is_none())
    }

    /// Asks which of these units a name means, and says whether it is asked: what was answered is not.
    pub fn ask_unit(&mut self, units: &Units, nama: &str, place: &Place, ids: &[UnitId]) -> bool {
        if self.entri_unit(nama).is_some() {
            return false;
        }
        let mut calon: Vec<Calon> = Vec::new();
        for &id in ids {
            let next = self.calon(units, id);
            if !calon.contains(&next) {
                calon.push(next);
            }
        }
        // Units that no word tells apart cannot be chosen from.
        if calon.is_empty() || calon.len() < ids.len().min(2) {
            return false;
        }
        calon.truncate(MOST_CALON);
        self.tanya.ask(JenisKamus::Unit, unit_key(nama), nama, place, || calon);
        true
    }

    fn calon(&self, units: &Units, id: UnitId) -> Calon {
        let unit = &units.list[id.0 as usize];
        let kecamatan = unit.kecamatan.map(|id| format!("Kec. {}", self.wilayah.get(id).nama));
        Calon {
            nama: unit.nama.to_string(),
            kode: unit.kode.as_deref().map(str::to_string),
            keterangan: kecamatan.or_else(|| unit.induk.as_deref().map(str::to_string)),
        }
    }

    /// Reads each person's jabatan as people have confirmed it, and asks about names that are near to one that the need
    /// knows. A name that the need knows stays, whatever the kamus says.
    pub fn jabatan(&mut self, draft: &mut Draft, units: &Units, findings: &mut Vec<Finding>) {
        let known = Known::of(draft, units);
        if known.0.is_empty() && self.kamus.is_empty() {
            return;
        }
        let mut near: BTreeMap<String, Vec<Calon>> = BTreeMap::new();
        for person in &mut draft.pegawai {
            let Some(jabatan) = &person.jabatan else { continue };
            let key = name_key(&jabatan.nama);
            if known.0.contains_key(&key) {
                continue;
            }
            match self.kamus.find(JenisKamus::Jabatan, &key) {
                Some(entri) => take_jabatan(person, entri, &known, findings),
                None => {
                    let calon = near.entry(key.clone()).or_insert_with(|| known.near(&key, jabatan.jenis));
                    let (nama, place) = (&*jabatan.nama, &person.jabatan_place);
                    self.tanya.ask(JenisKamus::Jabatan, key, nama, place, || calon.clone());
                }
            }
        }
    }
}

fn take_jabatan(person: &mut PegawaiDraft, entri: &Entri, known: &Known, findings: &mut Vec<Finding>) {
    let (Some(jabatan), Some(dimaksud)) = (&mut person.jabatan, &entri.dimaksud) else { return };
    let written = jabatan.to_string();
    let of_need = known.0.get(&name_key(dimaksud));
    *jabatan = Jabatan {
        nama: dimaksud.as_str().into(),
        jenjang: jabatan.jenjang,
        jenis: of_need.map_or(jabatan.jenis, |(_, jenis)| *jenis),
    };
    let problem = format!("jabatan “{written}” dibaca “{jabatan}” {}", entri.sumber());
    let finding = Finding::new(&catalogue::DARI_KAMUS, person.jabatan_place.clone(), written, problem);
    findings.push(Finding { subject: person.subject.clone(), ..finding });
}

/// Names of jabatan that a need knows, by key, without jenjang: those of the need workbooks, and of schools those of
/// the formula.
struct Known(BTreeMap<String, (String, JenisJabatan)>);

impl Known {
    fn of(draft: &Draft, units: &Units) -> Known {
        let of_need = draft.formasi.iter().map(|row| (row.jabatan.nama.to_string(), row.jabatan.jenis));
        let schools = units.list.iter().any(|unit| unit.sekolah.is_some());
        let of_schools = NAMA_BAKU.iter().filter(|_| schools).map(|(nama, _)| (*nama).to_string());
        let of_schools = of_schools.map(|nama| (nama, JenisJabatan::Fungsional));
        Known(of_need.chain(of_schools).map(|(nama, jenis)| (name_key(&nama), (nama, jenis))).collect())
    }

    /// The nearest names of this kind of jabatan. A misspelt name is often taken for a pelaksana, so that one may be
    /// of any kind.
    fn near(&self, key: &str, jenis: JenisJabatan) -> Vec<Calon> {
        let fits = |other: JenisJabatan| jenis == JenisJabatan::Pelaksana || jenis == other;
        let mut near: Vec<(f64, &String, JenisJabatan)> = Vec::new();
        for (other, (nama, kind)) in self.0.iter().filter(|(_, (_, kind))| fits(*kind)) {
            let longest = key.len().max(other.len()) as f64;
            let apart = key.len().abs_diff(other.len()) as f64 > longest * (1.0 - MIRIP);
            if apart || fixed_words(key).ne(fixed_words(other)) {
                continue;
            }
            let likeness = strsim::normalized_levenshtein(key, other);
            if likeness >= MIRIP {
                near.push((likeness, nama, *kind));
            }
        }
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
        let calon = |(_, nama, jenis): (f64, &String, JenisJabatan)| Calon {
            nama: nama.clone(),
            kode: None,
            keterangan: Some(jenis.label().to_string()),
        };
        near.into_iter().take(MOST_CALON).map(calon).collect()
    }
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
