//! What is told of units that rows name and that are not known, not alone of their name, or known from the need only.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::draft::{PegawaiDraft, UnitRef};
use super::kamus::Konfirmasi;
use super::units::Units;
use crate::finding::{Finding, Place, catalogue};
use crate::model::kamus::BUKAN;
use crate::model::unit::Unit;

/// So many names are listed before the rest is counted.
const NAMA_DISEBUT: usize = 5;

/// D-108 for a need whose unit is not known by this name, but by a near one. Where people have said that none of the
/// near ones is meant, it is a unit of its own.
pub fn report_misspelt(
    units: &mut Units,
    unit: &UnitRef,
    place: &Place,
    konfirmasi: &mut Konfirmasi<'_>,
    findings: &mut Vec<Finding>,
) -> bool {
    let Some(nama) = unit.nama.as_deref().filter(|nama| !konfirmasi.is_refused(nama)) else { return false };
    let near = units.offers(nama);
    let Some(nearest) = near.first().map(|id| units.list[id.0 as usize].nama.clone()) else { return false };
    let asked = konfirmasi.ask_unit(units, nama, place, &near);
    let problem = format!("unit “{nama}” tidak ada di data unit. Mungkin maksud Anda “{nearest}”?");
    let own = "Samakan namanya; jika memang unit lain, tambahkan unit itu ke data unit.";
    let remedy = if asked {
        format!("{PILIH}; atau samakan namanya; jika memang unit lain, pilih “{BUKAN}”.")
    } else {
        own.to_string()
    };
    findings.push(Finding::new(&catalogue::UNIT_ASING, place.clone(), nama, problem).with_remedy(remedy));
    true
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

/// The shortest way out for a name that is asked about.
pub const PILIH: &str = "Pilih unit yang dimaksud di lembar Perlu Konfirmasi, lalu taruh berkas itu di folder masuk";

/// D-108 for a name that several units carry; `asked` says whether it is offered for confirmation.
pub fn ambiguous(nama: &str, count: usize, place: Place, asked: bool) -> Finding {
    let problem = format!("nama unit “{nama}” dipakai {count} unit");
    let kode = "kode unit atau NPSN agar jelas unit mana yang dimaksud.";
    let remedy = if asked { format!("{PILIH}; atau isi {kode}") } else { format!("Isi {kode}") };
    Finding::new(&catalogue::UNIT_ASING, place, nama, problem).with_remedy(remedy)
}

/// The same for a person's row.
pub fn report_ambiguous(person: &PegawaiDraft, count: usize, asked: bool, findings: &mut Vec<Finding>) {
    let nama = person.unit.nama.as_deref().unwrap_or_default();
    let finding = ambiguous(nama, count, person.unit_place.clone(), asked);
    findings.push(Finding { subject: person.subject.clone(), ..finding });
}

/// D-108 for a name or kode that no unit has. `near` is the name of the unit that may be meant, `asked` whether it is offered for confirmation.
pub fn report_unknown(person: &PegawaiDraft, near: Option<&str>, asked: bool, findings: &mut Vec<Finding>) {
    let (value, problem) = match (&person.unit.nama, &person.unit.kode) {
        (Some(nama), _) => {
            let offer = near.map(|near| format!(". Mungkin maksud Anda “{near}”?"));
            (nama, format!("unit “{nama}” tidak ada di data unit{}", offer.unwrap_or_default()))
        }
        (None, Some(kode)) => (kode, format!("kode unit “{kode}” tidak ada di data unit")),
        // An empty unit cell was reported with its row.
        (None, None) => return,
    };
    let mut finding = Finding::new(&catalogue::UNIT_ASING, person.unit_place.clone(), &**value, problem);
    if asked {
        finding = finding.with_remedy(format!("{PILIH}; atau samakan nama atau kode unit dengan data unit bulan ini."));
    }
    findings.push(Finding { subject: person.subject.clone(), ..finding });
}
