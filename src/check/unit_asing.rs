//! The unit that a row names: by kode, by the exact name, then as people have confirmed it. A near name is asked about,
//! never taken. What has no unit, or is known from the need only, is told.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::draft::{PegawaiDraft, UnitRef};
use super::kamus::Konfirmasi;
use super::units::{Hit, Units};
use crate::finding::{Finding, Kode, Place, catalogue};
use crate::model::jabatan::name_key;
use crate::model::kamus::BUKAN;
use crate::model::unit::{Unit, UnitId};
use crate::model::wilayah::KecamatanId;

/// So many names are listed before the rest is counted.
const NAMA_DISEBUT: usize = 5;

/// The shortest way out for a name that is asked about.
const PILIH: &str = "Pilih unit yang dimaksud di lembar Perlu Konfirmasi, lalu taruh berkas itu di folder masuk";

/// The way out where several units carry one name.
const ISI_KODE: &str = "isi kode unit atau NPSN agar jelas unit mana yang dimaksud.";

/// The units of the month, and what is confirmed of their names.
pub struct Names<'u, 'k> {
    pub units: &'u mut Units,
    pub konfirmasi: &'u mut Konfirmasi<'k>,
}

/// Why a name has no unit.
pub struct Unclear {
    problem: String,
    /// The name of the nearest unit.
    usulan: Option<String>,
    /// Whether it is offered for confirmation.
    asked: bool,
    /// The units it may mean: all that carry the name, or the nearest one.
    pub mungkin: Vec<UnitId>,
}

impl Names<'_, '_> {
    /// The kecamatan that a wish names with its word: `Kecamatan Jangkat`, `Kec. Jangkat`. The office of a camat is a unit
    /// where one is listed by that name.
    pub fn kecamatan(&mut self, nama: &str) -> Option<KecamatanId> {
        let named = name_key(nama);
        let says_so = named.starts_with("KECAMATAN ") || named.starts_with("KEC ");
        let meant = self.konfirmasi.wilayah.by_name(nama).filter(|_| says_so)?;
        let unit = UnitRef { nama: Some(nama.into()), ..UnitRef::default() };
        (!matches!(self.units.find(&unit), Hit::One(_))).then_some(meant)
    }

    /// The unit meant, with D-150 where the kamus tells it.
    pub fn find(&mut self, unit: &UnitRef, place: &Place, findings: &mut Vec<Finding>) -> Hit {
        match self.units.find(unit) {
            Hit::One(id) => Hit::One(id),
            hit => self.konfirmasi.unit(self.units, unit, place, findings).map_or(hit, Hit::One),
        }
    }

    /// Asks which unit is meant where `find` found several or none.
    pub fn ask(&mut self, unit: &UnitRef, hit: Hit, place: &Place) -> Unclear {
        let nama = unit.nama.as_deref();
        let (candidates, is_near) = match hit {
            Hit::Many(several) => (several, false),
            Hit::One(_) | Hit::None => (self.near(nama), true),
        };
        let asked = nama.is_some_and(|nama| self.konfirmasi.ask_unit(self.units, nama, place, &candidates));
        if !is_near {
            let nama = nama.unwrap_or_default();
            let problem = format!("nama unit “{nama}” dipakai {} unit", candidates.len());
            return Unclear { problem, usulan: None, asked, mungkin: candidates };
        }
        let usulan = candidates.first().map(|id| self.units.list[id.0 as usize].nama.to_string());
        let offer = usulan.as_ref().map(|near| format!(". Mungkin maksud Anda “{near}”?")).unwrap_or_default();
        let named = match (nama, &unit.kode) {
            (Some(nama), _) => format!("unit “{nama}”"),
            (None, kode) => format!("kode unit “{}”", kode.as_deref().unwrap_or_default()),
        };
        let problem = format!("{named} tidak ada di data unit{offer}");
        Unclear { problem, usulan, asked, mungkin: candidates.into_iter().take(1).collect() }
    }

    /// Units with a near name, the nearest first; none where people have said that none of them is meant.
    fn near(&mut self, nama: Option<&str>) -> Vec<UnitId> {
        let nama = nama.filter(|nama| !self.konfirmasi.is_refused(nama));
        nama.map(|nama| self.units.offers(nama)).unwrap_or_default()
    }

    /// The units that a need of a name no unit has may be meant for.
    pub fn candidates(&mut self, unit: &UnitRef) -> Vec<UnitId> {
        self.near(unit.nama.as_deref())
    }

    /// Whether a name that no unit has is near to one that is known, so that it is most likely misspelt.
    pub fn is_misspelt(&mut self, unit: &UnitRef) -> bool {
        !self.near(unit.nama.as_deref()).is_empty()
    }
}

impl Unclear {
    /// The finding. `otherwise` is what may be done beside choosing, in place of the catalogue's remedy.
    pub fn finding(self, kode: &'static Kode, place: Place, value: &str, otherwise: Option<&str>) -> Finding {
        let finding = Finding { usulan: self.usulan, ..Finding::new(kode, place, value, self.problem) };
        match (self.asked, otherwise) {
            (true, Some(otherwise)) => finding.with_remedy(format!("{PILIH}; atau {otherwise}")),
            (true, None) => finding.with_remedy(format!("{PILIH}.")),
            (false, Some(otherwise)) => {
                let (first, rest) = otherwise.split_at(otherwise.chars().next().map_or(0, char::len_utf8));
                finding.with_remedy(first.to_uppercase() + rest)
            }
            (false, None) => finding,
        }
    }

    /// D-108 at a person's own unit; `None` where the row names none, which was told with the row.
    pub fn of_person(self, person: &PegawaiDraft) -> Option<Finding> {
        let value = person.unit.nama.as_deref().or(person.unit.kode.as_deref())?;
        let otherwise = match self.mungkin.len() {
            0 | 1 => "samakan nama atau kode unit dengan data unit bulan ini.",
            _ => ISI_KODE,
        };
        let finding = self.finding(&catalogue::UNIT_ASING, person.unit_place(), value, Some(otherwise));
        Some(finding.about(person.subject()))
    }

    /// D-108 at the unit of a need.
    pub fn of_need(self, unit: &UnitRef, place: &Place) -> Finding {
        let value = unit.nama.as_deref().unwrap_or_default();
        let choose = format!("samakan namanya; jika memang unit lain, pilih “{BUKAN}”.");
        let otherwise = match (self.mungkin.len(), self.asked) {
            (2.., _) => ISI_KODE,
            (_, true) => &choose,
            (_, false) => "samakan namanya; jika memang unit lain, tambahkan unit itu ke data unit.",
        };
        self.finding(&catalogue::UNIT_ASING, place.clone(), value, Some(otherwise))
    }
}

/// D-126: units that only the need workbook names, told once for each file.
pub fn only_in_need(added: &[Unit]) -> Vec<Finding> {
    let mut names_by_file: BTreeMap<&Arc<str>, Vec<&str>> = BTreeMap::new();
    for unit in added {
        names_by_file.entry(&unit.place.file).or_default().push(&unit.nama);
    }
    let finding = |(file, names): (&Arc<str>, Vec<&str>)| {
        let named = names[..names.len().min(NAMA_DISEBUT)].join(", ");
        let more = match names.len().saturating_sub(NAMA_DISEBUT) {
            0 => String::new(),
            more => format!(", dan {more} unit lain"),
        };
        let problem = format!("{} unit hanya disebut di data kebutuhan jabatan: {named}{more}", names.len());
        Finding::new(&catalogue::UNIT_DARI_KEBUTUHAN, Place::file(file.clone()), "", problem)
    };
    names_by_file.into_iter().map(finding).collect()
}
