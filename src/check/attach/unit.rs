//! The unit that a list or survey names: by kode, by the exact name, then as people have confirmed it. A near name is
//! asked about, as it is for a person's own unit.

use crate::check::draft::UnitRef;
use crate::check::kamus::Konfirmasi;
use crate::check::unit_asing::PILIH;
use crate::check::units::{Hit, Units};
use crate::finding::{Finding, Place};
use crate::model::jabatan::name_key;
use crate::model::unit::UnitId;
use crate::model::wilayah::KecamatanId;

/// The units of the month, and what is confirmed of their names.
pub(super) struct Names<'u, 'k> {
    pub units: &'u mut Units,
    pub konfirmasi: &'u mut Konfirmasi<'k>,
}

/// Why a name has no unit, and what to do about it where that is to be chosen.
pub(super) struct Unknown {
    pub problem: String,
    pub remedy: Option<String>,
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
    pub fn find(&mut self, unit: &UnitRef, place: &Place, findings: &mut Vec<Finding>) -> Result<UnitId, Unknown> {
        let named = unit.nama.as_deref().or(unit.kode.as_deref()).unwrap_or_default();
        let hit = match self.units.find(unit) {
            Hit::One(id) => return Ok(id),
            hit => hit,
        };
        if let Some(id) = self.konfirmasi.unit(self.units, unit, place, findings) {
            return Ok(id);
        }
        let (problem, near) = match hit {
            Hit::Many(several) => (format!("nama unit “{named}” dipakai {} unit", several.len()), several),
            Hit::One(_) | Hit::None => {
                let nama = unit.nama.as_deref().filter(|nama| !self.konfirmasi.is_refused(nama));
                let near = nama.map(|nama| self.units.offers(nama)).unwrap_or_default();
                let offer = near.first().map(|id| &self.units.list[id.0 as usize].nama);
                let offer = offer.map(|near| format!(". Mungkin maksud Anda “{near}”?")).unwrap_or_default();
                (format!("unit “{named}” tidak ada di data unit{offer}"), near)
            }
        };
        let asked = unit.nama.as_deref().is_some_and(|nama| self.konfirmasi.ask_unit(self.units, nama, place, &near));
        Err(Unknown { problem, remedy: asked.then(|| format!("{PILIH}.")) })
    }
}

impl Unknown {
    /// The finding, with the way out where there is one beside the usual remedy.
    pub fn told(self, finding: impl FnOnce(String) -> Finding) -> Finding {
        let finding = finding(self.problem);
        match self.remedy {
            Some(remedy) => finding.with_remedy(remedy),
            None => finding,
        }
    }
}
