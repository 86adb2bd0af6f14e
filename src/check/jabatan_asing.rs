//! Names of jabatan that no need knows but that are near to one: whom they may be, and what is told of them (D-157).

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Draft, FormasiDraft, PegawaiDraft};
use super::kamus::Konfirmasi;
use super::units::Units;
use crate::finding::{Finding, Place, catalogue};
use crate::law::puskesmas;
use crate::model::jabatan::{JenisJabatan, Jenjang, NAMA_BAKU, name_key};
use crate::model::kamus::{Calon, MOST_CALON};
use crate::model::unit::UnitId;

/// How similar the name of a jabatan must be to be offered, from 0 to 1.
const MIRIP: f64 = 0.85;

/// Words up to this length must be equal: `IPA` and `IPS` are two subjects, not one misspelt.
const SHORT_WORD: usize = 3;

/// The key of a teacher whose subject is not told: the need stage knows for which posts that one counts.
const GURU: &str = "GURU";

/// D-157 for every jabatan that is near to one that the need knows, and for one without the jenjang by which the need
/// of its unit is stated. What such people may hold is kept, so that their unit does not look emptier than it is.
pub fn judge(draft: &mut Draft, units: &Units, konfirmasi: &Konfirmasi<'_>, findings: &mut Vec<Finding>) {
    let known = Known::of(draft, units);
    if known.is_empty() {
        return;
    }
    let doubt = Doubt { butuh: Butuh::of(draft, units), known, konfirmasi, units };
    let mut mungkin: BTreeMap<UnitId, BTreeMap<String, Vec<String>>> = BTreeMap::new();
    let mut offers: BTreeMap<(Option<UnitId>, String), Vec<Calon>> = BTreeMap::new();
    for person in &draft.pegawai {
        let Some(jabatan) = &person.jabatan else { continue };
        let key = name_key(&jabatan.nama);
        for &unit in person.unit.id.iter().chain(&person.mungkin_di) {
            let of_unit = mungkin.entry(unit).or_default();
            if !of_unit.contains_key(&key) {
                of_unit.insert(key.clone(), doubt.possible(unit, &key));
            }
        }
        let offers = offers
            .entry((person.unit.id, key))
            .or_insert_with_key(|(unit, key)| doubt.offers(*unit, key, jabatan.jenis));
        findings.extend(doubt.of_person(person, offers));
    }
    // Workload names a jabatan on every row; once is enough.
    let mut told = BTreeSet::new();
    let once = |row: &&FormasiDraft| row.beban.is_none() || told.insert((row.unit.id, row.jabatan.to_string()));
    findings.extend(draft.formasi.iter().filter(once).filter_map(|row| doubt.of_need(draft, row)));
    for of_unit in mungkin.values_mut() {
        of_unit.retain(|_, names| !names.is_empty());
    }
    draft.jabatan_mungkin = mungkin;
}

/// What tells which names are in doubt.
struct Doubt<'a> {
    known: Known,
    butuh: Butuh,
    konfirmasi: &'a Konfirmasi<'a>,
    units: &'a Units,
}

impl Doubt<'_> {
    /// Names of the needs of this unit that someone of another name may fill.
    fn possible(&self, unit: UnitId, key: &str) -> Vec<String> {
        let names = self.butuh.names(Some(unit));
        if names.is_empty() || self.butuh.needs(unit, key) {
            return Vec::new();
        }
        let asked = !self.known.has(key) && !self.konfirmasi.is_own_jabatan(key);
        let by_person = |name: &str| asked && (likeness(key, name).is_some() || carries(key, name));
        let by_need = |name: &str| {
            !self.butuh.is_held(name) && !self.konfirmasi.is_own_jabatan(name) && likeness(key, name).is_some()
        };
        names.into_iter().filter(|name| by_person(name) || by_need(name)).map(str::to_string).collect()
    }

    fn offers(&self, unit: Option<UnitId>, key: &str, jenis: JenisJabatan) -> Vec<Calon> {
        if self.known.has(key) || self.konfirmasi.is_own_jabatan(key) {
            return Vec::new();
        }
        self.known.offers(key, jenis, self.butuh.names(unit))
    }

    /// D-157 at the person's own cell.
    fn of_person(&self, person: &PegawaiDraft, offers: &[Calon]) -> Option<Finding> {
        let jabatan = person.jabatan.as_ref()?;
        let (problem, remedy) = match offers.first() {
            Some(calon) => (
                format!("jabatan “{jabatan}” tidak ada di data kebutuhan. Mungkin maksud Anda “{}”?", calon.nama),
                None,
            ),
            None => {
                let unit = person.unit.id?;
                let jenjang = self.butuh.jenjang_asked(unit, &name_key(&jabatan.nama), jabatan.jenjang)?;
                let nama = &self.units.list[unit.0 as usize].nama;
                let example = format!("{} {}", jabatan.nama, jenjang.label());
                (
                    format!(
                        "jabatan “{jabatan}” ditulis tanpa jenjang, padahal kebutuhan {nama} dirinci menurut jenjang"
                    ),
                    Some(format!("Tulis jabatan beserta jenjangnya, misalnya {example}.")),
                )
            }
        };
        let finding = Finding::new(&catalogue::JABATAN_ASING, person.jabatan_place(), jabatan.to_string(), problem);
        let usulan = offers.first().map(|calon| jabatan.named(&calon.nama).to_string());
        let finding = Finding { subject: person.subject(), usulan, ..finding };
        Some(match remedy {
            Some(remedy) => finding.with_remedy(remedy),
            None => finding,
        })
    }

    /// D-157 at the need whose name nobody holds.
    fn of_need(&self, draft: &Draft, row: &FormasiDraft) -> Option<Finding> {
        let key = name_key(&row.jabatan.nama);
        if self.butuh.is_held(&key) || self.konfirmasi.is_own_jabatan(&key) {
            return None;
        }
        let held = self.butuh.held_near(row.unit.id?, &key, &self.known);
        let nearest = &self.known.calon(held).into_iter().next()?.nama;
        let problem = format!(
            "jabatan “{}” tidak dipegang seorang pun, sedangkan pegawai unit ini memegang “{nearest}”. \
             Mungkin maksud Anda “{nearest}”?",
            row.jabatan
        );
        let place = cell_of_need(draft, row);
        let finding = Finding::new(&catalogue::JABATAN_ASING, place, row.jabatan.to_string(), problem);
        Some(finding.with_usulan(row.jabatan.named(nearest).to_string()))
    }
}

/// What each unit needs, and what its people hold.
pub struct Butuh {
    /// With the jenjang by which each is stated.
    needs: BTreeMap<UnitId, BTreeMap<String, Vec<Option<Jenjang>>>>,
    held_in: BTreeMap<UnitId, BTreeSet<String>>,
    held: BTreeSet<String>,
}

impl Butuh {
    pub fn of(draft: &Draft, units: &Units) -> Butuh {
        let mut needs: BTreeMap<UnitId, BTreeMap<String, Vec<Option<Jenjang>>>> = BTreeMap::new();
        for row in &draft.formasi {
            let Some(unit) = row.unit.id else { continue };
            let key = name_key(&row.jabatan.nama);
            needs.entry(unit).or_default().entry(key).or_default().push(row.jabatan.jenjang);
        }
        for (at, _) in units.list.iter().enumerate().filter(|(_, unit)| unit.sekolah.is_some()) {
            let of_school = needs.entry(UnitId(at as u32)).or_default();
            for (nama, _) in NAMA_BAKU {
                of_school.entry(name_key(nama)).or_insert_with(|| vec![None]);
            }
        }
        let minimum = puskesmas::names();
        for (at, _) in units.list.iter().enumerate().filter(|(_, unit)| unit.puskesmas.is_some()) {
            let of_puskesmas = needs.entry(UnitId(at as u32)).or_default();
            for (nama, _) in &minimum {
                of_puskesmas.entry(name_key(nama)).or_insert_with(|| vec![None]);
            }
        }
        let mut held_in: BTreeMap<UnitId, BTreeSet<String>> = BTreeMap::new();
        for person in &draft.pegawai {
            if let (Some(unit), Some(jabatan)) = (person.unit.id, &person.jabatan) {
                held_in.entry(unit).or_default().insert(name_key(&jabatan.nama));
            }
        }
        Butuh { needs, held_in, held: held(draft) }
    }

    /// The names that a unit needs.
    pub fn names(&self, unit: Option<UnitId>) -> Vec<&str> {
        let needs = unit.and_then(|unit| self.needs.get(&unit));
        needs.into_iter().flat_map(|needs| needs.keys()).map(String::as_str).filter(|name| *name != GURU).collect()
    }

    fn needs(&self, unit: UnitId, key: &str) -> bool {
        self.needs.get(&unit).is_some_and(|needs| needs.contains_key(key))
    }

    /// Whether anybody holds a jabatan of this name.
    pub fn is_held(&self, key: &str) -> bool {
        self.held.contains(key)
    }

    /// Names near to this one that people of the unit hold, which other units need and this one does not.
    pub fn held_near(&self, unit: UnitId, key: &str, known: &Known) -> Vec<String> {
        let here = self.held_in.get(&unit).into_iter().flatten();
        let fits = |name: &&String| known.has(name) && !self.needs(unit, name) && likeness(key, name).is_some();
        here.filter(fits).cloned().collect()
    }

    /// One of the jenjang by which a unit states the need of a name that is written without.
    fn jenjang_asked(&self, unit: UnitId, key: &str, written: Option<Jenjang>) -> Option<Jenjang> {
        let stated = self.needs.get(&unit)?.get(key).filter(|_| written.is_none())?;
        if stated.contains(&None) { None } else { stated.iter().flatten().min().copied() }
    }
}

/// Keys of the jabatan that people hold.
pub fn held(draft: &Draft) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let names = draft.pegawai.iter().filter_map(|person| person.jabatan.as_ref());
    let names = names.map(|jabatan| &jabatan.nama).filter(|nama| seen.insert((*nama).clone()));
    names.map(|nama| name_key(nama)).collect()
}

/// The cell that names the jabatan of a need; that of its figure where the table has no such column.
pub fn cell_of_need(draft: &Draft, row: &FormasiDraft) -> Place {
    let place = &row.place;
    let here = |sheet: &Place| sheet.file == place.file && sheet.sheet == place.sheet;
    let table = draft.tabel.iter().find(|table| here(&table.sheet));
    let column = table.and_then(|table| table.columns.iter().find(|column| column.name == "jabatan"));
    match (column, place.cell) {
        (Some(column), Some(cell)) => place.at(cell.row, column.col),
        (None, _) | (_, None) => place.clone(),
    }
}

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
fn likeness(key: &str, other: &str) -> Option<f64> {
    let longest = key.len().max(other.len()) as f64;
    let apart = key.len().abs_diff(other.len()) as f64 > longest * (1.0 - MIRIP);
    if apart || fixed_words(key).ne(fixed_words(other)) {
        return None;
    }
    Some(strsim::normalized_levenshtein(key, other)).filter(|likeness| *likeness >= MIRIP)
}

/// Whether a name is the other with more words: `JFT PERAWAT` carries `PERAWAT`. A head is none of those led, and a
/// deputy no head.
fn carries(key: &str, other: &str) -> bool {
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
