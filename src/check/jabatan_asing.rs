//! Names of jabatan that no need knows but that are near to one: whom they may be, and what is told of them (D-157).

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Draft, FormasiDraft, PegawaiDraft};
use super::jabatan_dekat::{Known, carries, likeness};
use super::kamus::Konfirmasi;
use super::units::Units;
use crate::finding::{Finding, Place, catalogue};
use crate::law::puskesmas;
use crate::model::jabatan::{JenisJabatan, Jenjang, NAMA_BAKU, name_key};
use crate::model::kamus::Calon;
use crate::model::unit::UnitId;

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
        for &unit in person.unit_id.iter().chain(&person.seldom.mungkin_di) {
            let of_unit = mungkin.entry(unit).or_default();
            if !of_unit.contains_key(&key) {
                of_unit.insert(key.clone(), doubt.possible(unit, &key));
            }
        }
        let offers = offers
            .entry((person.unit_id, key))
            .or_insert_with_key(|(unit, key)| doubt.offers(*unit, key, jabatan.jenis));
        findings.extend(doubt.of_person(person, offers));
    }
    for ((unit, key), _) in offers.into_iter().filter(|(_, offers)| !offers.is_empty()) {
        if let Some(unit) = unit {
            draft.jabatan_ditanya.entry(unit).or_default().insert(key);
        }
    }
    // Workload names a jabatan on every row; once is enough.
    let mut told = BTreeSet::new();
    let once = |row: &&FormasiDraft| row.beban.is_none() || told.insert((row.unit_id, row.jabatan.to_string()));
    let mut ragu = BTreeSet::new();
    for row in draft.formasi.iter().filter(once) {
        let Some((unit, nearest)) = row.unit_id.zip(doubt.meant(row)) else { continue };
        // Where a formula or the law would say what is needed of the name that is meant, neither name tells what the unit
        // needs until somebody says which it is.
        if doubt.butuh.needs(unit, &name_key(&nearest)) {
            ragu.extend([(unit, name_key(&row.jabatan.nama)), (unit, name_key(&nearest))]);
        }
        findings.push(doubt.of_need(draft, row, &nearest));
    }
    draft.kebutuhan_ragu = ragu;
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
                let unit = person.unit_id?;
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

    /// What the name of a need most likely means that nobody holds.
    fn meant(&self, row: &FormasiDraft) -> Option<String> {
        let key = name_key(&row.jabatan.nama);
        if self.butuh.is_held(&key) || self.konfirmasi.is_own_jabatan(&key) {
            return None;
        }
        let held = self.butuh.held_near(row.unit_id?, &key, &self.known);
        self.known.calon(held).into_iter().next().map(|calon| calon.nama)
    }

    /// D-157 at the need whose name nobody holds.
    fn of_need(&self, draft: &Draft, row: &FormasiDraft, nearest: &str) -> Finding {
        let problem = format!(
            "jabatan “{}” tidak dipegang seorang pun, sedangkan pegawai unit ini memegang “{nearest}”. \
             Mungkin maksud Anda “{nearest}”?",
            row.jabatan
        );
        let place = cell_of_need(draft, row);
        let finding = Finding::new(&catalogue::JABATAN_ASING, place, row.jabatan.to_string(), problem);
        finding.with_usulan(row.jabatan.named(nearest).to_string())
    }
}

/// What each unit needs, and what its people hold.
pub struct Butuh {
    /// With the jenjang by which each is stated.
    needs: BTreeMap<UnitId, BTreeMap<String, Vec<Option<Jenjang>>>>,
    /// The names that need workbooks state for each unit.
    stated: BTreeMap<UnitId, BTreeSet<String>>,
    held_in: BTreeMap<UnitId, BTreeSet<String>>,
    held: BTreeSet<String>,
}

impl Butuh {
    pub fn of(draft: &Draft, units: &Units) -> Butuh {
        let mut needs: BTreeMap<UnitId, BTreeMap<String, Vec<Option<Jenjang>>>> = BTreeMap::new();
        for row in &draft.formasi {
            let Some(unit) = row.unit_id else { continue };
            let key = name_key(&row.jabatan.nama);
            needs.entry(unit).or_default().entry(key).or_default().push(row.jabatan.jenjang);
        }
        let stated = needs.iter().map(|(unit, names)| (*unit, names.keys().cloned().collect())).collect();
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
            if let (Some(unit), Some(jabatan)) = (person.unit_id, &person.jabatan) {
                held_in.entry(unit).or_default().insert(name_key(&jabatan.nama));
            }
        }
        Butuh { needs, stated, held_in, held: held(draft) }
    }

    /// The names that a unit needs.
    pub fn names(&self, unit: Option<UnitId>) -> Vec<&str> {
        let needs = unit.and_then(|unit| self.needs.get(&unit));
        needs.into_iter().flat_map(|needs| needs.keys()).map(String::as_str).filter(|name| *name != GURU).collect()
    }

    fn needs(&self, unit: UnitId, key: &str) -> bool {
        self.needs.get(&unit).is_some_and(|needs| needs.contains_key(key))
    }

    /// Whether a need workbook states this name for the unit.
    fn states(&self, unit: UnitId, key: &str) -> bool {
        self.stated.get(&unit).is_some_and(|stated| stated.contains(key))
    }

    /// Whether anybody holds a jabatan of this name.
    pub fn is_held(&self, key: &str) -> bool {
        self.held.contains(key)
    }

    /// Names near to this one that people of the unit hold, which are known and which no need workbook states for this
    /// unit; what a formula or the law says of it is no sign that the name is another one's.
    pub fn held_near(&self, unit: UnitId, key: &str, known: &Known) -> Vec<String> {
        let here = self.held_in.get(&unit).into_iter().flatten();
        let fits = |name: &&String| known.has(name) && !self.states(unit, name) && likeness(key, name).is_some();
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
