//! Names of jabatan that no need knows but that are near to one: whom they may be, and what is told of them (D-157).

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Draft, FormasiDraft, PegawaiDraft, TabelDraft};
use super::jabatan_dekat::{Known, carries, likeness};
use super::kamus::Konfirmasi;
use super::units::Units;
use crate::finding::{Finding, Place, catalogue};
use crate::law::puskesmas;
use crate::model::jabatan::{JenisJabatan, Jenjang, NAMA_BAKU, name_key};
use crate::model::kamus::Calon;
use crate::model::needs::{Ragu, SebabRagu};
use crate::model::unit::UnitId;

/// The key of a teacher whose subject is not told: the need stage knows for which posts that one counts.
const GURU: &str = "GURU";
/// The key of the first post that the formula of every school knows.
const GURU_KELAS: &str = "GURU KELAS";
/// A first word up to this length tells nothing of what a jabatan is.
const SHORT_WORD: usize = 3;

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
    let mut once = |row: &FormasiDraft, units: &[UnitId]| {
        row.beban.is_none() || told.insert((units.to_vec(), row.jabatan.to_string()))
    };
    let mut ragu = Vec::new();
    for (row, units) in draft.needs_with_units() {
        let Some(meant) = doubt.meant(row, units).filter(|_| once(row, units)) else { continue };
        let place = cell_of_need(&draft.tabel, row);
        let why = Ragu::new(SebabRagu::Jabatan(row.jabatan.to_string()), place.clone());
        for &unit in units {
            // Where the workload, a formula or the law would say what is needed of the names that may be meant, no name
            // tells what the unit needs until somebody says which it is.
            let mut open: Vec<&String> = meant.iter().filter(|key| doubt.butuh.is_open(unit, key)).collect();
            let own = name_key(&row.jabatan.nama);
            if !open.is_empty() {
                open.push(&own);
            }
            ragu.extend(open.into_iter().map(|key| ((unit, key.clone()), why.clone())));
        }
        findings.push(doubt.of_need(row, place, &meant));
    }
    for (post, why) in ragu {
        draft.kebutuhan_ragu.entry(post).or_insert(why);
    }
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

    /// The keys that the name of a need may mean that nobody holds; `None` where it is no other one's.
    fn meant(&self, row: &FormasiDraft, units: &[UnitId]) -> Option<Vec<String>> {
        let key = name_key(&row.jabatan.nama);
        if self.butuh.is_held(&key) || self.konfirmasi.is_own_jabatan(&key) {
            return None;
        }
        Some(self.butuh.meant(row, units, &self.known)).filter(|meant| !meant.is_empty())
    }

    /// D-157 at the need whose name nobody holds.
    fn of_need(&self, row: &FormasiDraft, place: Place, meant: &[String]) -> Finding {
        let names: Vec<String> = meant.iter().map(|key| format!("“{}”", self.known.nama(key))).collect();
        let mostly = match &names[..] {
            [one] => format!("Mungkin maksud Anda {one}?"),
            _ => "Mungkin maksud Anda salah satu di antaranya?".to_string(),
        };
        let problem = format!(
            "jabatan “{}” tidak dipegang seorang pun, sedangkan pegawai {} memegang {}. {mostly}",
            row.jabatan,
            if row.unit_id.is_some() { "unit ini" } else { "unit yang mungkin dimaksud" },
            names.join(", ")
        );
        let finding = Finding::new(&catalogue::JABATAN_ASING, place, row.jabatan.to_string(), problem);
        match meant {
            [one] => finding.with_usulan(row.jabatan.named(self.known.nama(one)).to_string()),
            _ => finding,
        }
    }
}

/// What each unit needs, and what its people hold.
pub struct Butuh {
    /// With the jenjang by which each is stated.
    needs: BTreeMap<UnitId, BTreeMap<String, Vec<Option<Jenjang>>>>,
    /// The names that official figures and those that workloads state for each unit.
    official: BTreeMap<UnitId, BTreeSet<String>>,
    workload: BTreeMap<UnitId, BTreeSet<String>>,
    /// The names that a formula or the law knows.
    standard: BTreeSet<String>,
    held_in: BTreeMap<UnitId, BTreeSet<String>>,
    held: BTreeSet<String>,
}

impl Butuh {
    pub fn of(draft: &Draft, units: &Units) -> Butuh {
        let mut needs: BTreeMap<UnitId, BTreeMap<String, Vec<Option<Jenjang>>>> = BTreeMap::new();
        let mut official: BTreeMap<UnitId, BTreeSet<String>> = BTreeMap::new();
        let mut workload = official.clone();
        for row in &draft.formasi {
            let Some(unit) = row.unit_id else { continue };
            let key = name_key(&row.jabatan.nama);
            let stated = if row.beban.is_some() { &mut workload } else { &mut official };
            stated.entry(unit).or_default().insert(key.clone());
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
        let standard = NAMA_BAKU.iter().map(|(nama, _)| *nama).chain(minimum.iter().map(|(nama, _)| nama.as_str()));
        let standard = standard.map(name_key).collect();
        let mut held_in: BTreeMap<UnitId, BTreeSet<String>> = BTreeMap::new();
        for person in &draft.pegawai {
            if let (Some(unit), Some(jabatan)) = (person.unit_id, &person.jabatan) {
                held_in.entry(unit).or_default().insert(name_key(&jabatan.nama));
            }
        }
        Butuh { needs, official, workload, standard, held_in, held: held(draft) }
    }

    /// The names that a unit needs.
    pub fn names(&self, unit: Option<UnitId>) -> Vec<&str> {
        let needs = unit.and_then(|unit| self.needs.get(&unit));
        needs.into_iter().flat_map(|needs| needs.keys()).map(String::as_str).filter(|name| *name != GURU).collect()
    }

    fn needs(&self, unit: UnitId, key: &str) -> bool {
        self.needs.get(&unit).is_some_and(|needs| needs.contains_key(key))
    }

    /// Whether an official figure states this name for the unit.
    fn states(&self, unit: UnitId, key: &str) -> bool {
        self.official.get(&unit).is_some_and(|stated| stated.contains(key))
    }

    fn weighs(&self, unit: UnitId, key: &str) -> bool {
        self.workload.get(&unit).is_some_and(|stated| stated.contains(key))
    }

    /// Whether something less than an official figure would say how many of this name the unit needs.
    fn is_open(&self, unit: UnitId, key: &str) -> bool {
        !self.states(unit, key) && (self.needs(unit, key) || self.is_plain_teacher(unit, key))
    }

    /// Whether the name is that of teachers whose subject is not told, at a school: there is a formula for them.
    fn is_plain_teacher(&self, unit: UnitId, key: &str) -> bool {
        key == GURU && self.needs(unit, GURU_KELAS)
    }

    /// Whether anybody holds a jabatan of this name.
    pub fn is_held(&self, key: &str) -> bool {
        self.held.contains(key)
    }

    /// The names that people of the unit hold and that a need may mean by one nobody holds: those near to it, and else,
    /// of a name that is unknown, those of the same first word of which only a formula or the law would tell the need.
    /// What the same kind of source states by its own name is not meant; that a lesser one states it is no sign. Of several
    /// units that the need may be of the first counts in which there are any.
    pub fn meant(&self, row: &FormasiDraft, units: &[UnitId], known: &Known) -> Vec<String> {
        let meant = units.iter().map(|unit| self.meant_in(*unit, row, known));
        meant.into_iter().find(|meant| !meant.is_empty()).unwrap_or_default()
    }

    fn meant_in(&self, unit: UnitId, row: &FormasiDraft, known: &Known) -> Vec<String> {
        let key = name_key(&row.jabatan.nama);
        let is_workload = row.beban.is_some();
        let taken = |name: &str| self.states(unit, name) && !is_workload || self.weighs(unit, name) && is_workload;
        let here = || self.held_in.get(&unit).into_iter().flatten().filter(|name| !taken(name));
        let near: Vec<String> =
            here().filter(|name| known.has(name) && likeness(&key, name).is_some()).cloned().collect();
        if !near.is_empty() || is_workload || self.standard.contains(&key) {
            return near;
        }
        let first = key.split(' ').next().filter(|word| word.len() > SHORT_WORD);
        let only_formula = |name: &&String| self.is_open(unit, name) && !self.weighs(unit, name);
        here().filter(|name| first.is_some() && name.split(' ').next() == first).filter(only_formula).cloned().collect()
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
pub fn cell_of_need(tabel: &[TabelDraft], row: &FormasiDraft) -> Place {
    let place = &row.place;
    let here = |sheet: &Place| sheet.file == place.file && sheet.sheet == place.sheet;
    let table = tabel.iter().find(|table| here(&table.sheet));
    let column = table.and_then(|table| table.columns.iter().find(|column| column.name == "jabatan"));
    match (column, place.cell) {
        (Some(column), Some(cell)) => place.at(cell.row, column.col),
        (None, _) | (_, None) => place.clone(),
    }
}
