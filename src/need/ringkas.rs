//! Findings about need that are told once for a unit or a file, not for each post.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::riil::People;
use super::{is_ours, level_is_ours};
use crate::finding::{Finding, Place, catalogue};
use crate::model::jabatan::name_key;
use crate::model::needs::{Needs, Post, PostId, Ragu, SebabRagu, SumberRiil};
use crate::model::roster::Roster;
use crate::model::unit::UnitId;
use crate::settings::Settings;

/// So many names are listed before the rest is counted.
const NAMA_DISEBUT: usize = 5;

/// K-103: jabatan held in a unit whose need nobody states. Not for schools outside of our authority (K-105), nor for
/// those whose rombel is zero (D-307).
pub fn unknown_needs(roster: &Roster, settings: &Settings, needs: &Needs) -> Vec<Finding> {
    let mut unknown: BTreeMap<UnitId, Vec<PostId>> = BTreeMap::new();
    let by_jenjang: BTreeSet<(UnitId, &str)> =
        needs.posts.iter().filter(|post| post.jenjang.is_some()).map(|post| (post.unit, &*post.jabatan)).collect();
    // Whose jabatan may be meant for a known need is told at its own cell (D-157).
    let in_doubt = |post: &Post| {
        let names = roster.jabatan_mungkin.get(&post.unit);
        names.is_some_and(|names| names.contains_key(&name_key(&post.jabatan)))
            || post.jenjang.is_none() && by_jenjang.contains(&(post.unit, &*post.jabatan))
    };
    let mut unread: BTreeMap<(UnitId, &Place), Vec<PostId>> = BTreeMap::new();
    for id in needs.post_ids() {
        let post = needs.post(id);
        if post.kebutuhan.is_some() || post.riil == 0 || in_doubt(post) {
            continue;
        }
        match needs.ragu.get(&id) {
            None => unknown.entry(post.unit).or_default().push(id),
            Some(Ragu { sebab: SebabRagu::Angka | SebabRagu::Beban, place }) => {
                unread.entry((post.unit, place)).or_default().push(id);
            }
            // What else is in doubt has its finding at its own cell, which says so.
            Some(_) => {}
        }
    }
    let told_elsewhere = |unit: UnitId| {
        let unit = roster.unit(unit);
        unit.sekolah.as_ref().is_some_and(|sekolah| !is_ours(unit, settings) || sekolah.rombel == Some(0))
    };
    unknown.retain(|unit, _| !told_elsewhere(*unit));
    let label = |id: &PostId| needs.post(*id).jabatan_label();
    let finding = |(id, posts): (UnitId, Vec<PostId>)| {
        let unit = roster.unit(id);
        let problem = format!("kebutuhan di {} tidak diketahui untuk {}", unit.nama, listed(&posts, label, "jabatan"));
        Finding::new(&catalogue::KEBUTUHAN_TAK_ADA, unit.place.clone(), &*unit.nama, problem)
    };
    let at_cell = |((id, place), posts): ((UnitId, &Place), Vec<PostId>)| {
        let nama = &roster.unit(id).nama;
        let names = listed(&posts, label, "jabatan");
        let problem = format!(
            "kebutuhan di {nama} tidak diketahui untuk {names}: angkanya ada, tetapi belum lengkap atau belum terbaca"
        );
        Finding::new(&catalogue::KEBUTUHAN_TAK_ADA, place.clone(), &**nama, problem)
            .with_remedy("Perbaiki isi sel ini, lalu jalankan lagi.")
    };
    unknown.into_iter().map(finding).chain(unread.into_iter().map(at_cell)).collect()
}

/// K-104: how many units of each file are counted by their own workbook.
pub fn counts_from_units(roster: &Roster, needs: &Needs) -> Vec<Finding> {
    let mut units_by_file: BTreeMap<Arc<str>, BTreeSet<UnitId>> = BTreeMap::new();
    for post in needs.posts.iter().filter(|post| post.sumber_riil == SumberRiil::DataUnit) {
        units_by_file.entry(roster.unit(post.unit).place.file.clone()).or_default().insert(post.unit);
    }
    let nama = |id: &UnitId| roster.unit(*id).nama.to_string();
    let finding = |(file, units): (Arc<str>, BTreeSet<UnitId>)| {
        let units: Vec<UnitId> = units.into_iter().collect();
        let problem = format!(
            "{} unit tidak punya pegawai di data pegawai; jumlah riilnya diambil dari data unit: {}",
            units.len(),
            listed(&units, nama, "unit")
        );
        Finding::new(&catalogue::RIIL_DARI_UNIT, Place::file(file), "", problem)
            .with_remedy("Lengkapi data pegawai unit-unit ini agar ikut diperhitungkan.")
    };
    units_by_file.into_iter().map(finding).collect()
}

/// K-107: units of each need workbook of which nobody says how many people are present.
pub fn nobody_counted(roster: &Roster, people: &People) -> Vec<Finding> {
    let mut units_by_file: BTreeMap<Arc<str>, BTreeSet<UnitId>> = BTreeMap::new();
    let official = roster.formasi.iter().filter(|formasi| formasi.riil.is_none());
    let official = official.map(|formasi| (formasi.unit, &formasi.place));
    let workload = roster.beban.iter().map(|row| (row.unit, &row.place));
    let counted = roster.formasi.iter().filter(|formasi| formasi.riil.is_some());
    let counted: BTreeSet<UnitId> = counted.map(|formasi| formasi.unit).collect();
    let workload = workload.filter(|(unit, _)| !counted.contains(unit));
    for (unit, place) in official.chain(workload).filter(|(unit, _)| !people.has(*unit)) {
        units_by_file.entry(place.file.clone()).or_default().insert(unit);
    }
    let nama = |id: &UnitId| roster.unit(*id).nama.to_string();
    let finding = |(file, units): (Arc<str>, BTreeSet<UnitId>)| {
        let units: Vec<UnitId> = units.into_iter().collect();
        let problem = format!(
            "{} unit tidak punya pegawai di data pegawai dan tidak punya jumlah riil: {}",
            units.len(),
            listed(&units, nama, "unit")
        );
        Finding::new(&catalogue::RIIL_TAK_ADA, Place::file(file), "", problem)
    };
    units_by_file.into_iter().map(finding).collect()
}

/// `A, B, dan 3 unit lain`.
fn listed<T>(all: &[T], name: impl Fn(&T) -> String, what: &str) -> String {
    let list = all.iter().take(NAMA_DISEBUT).map(name).collect::<Vec<_>>().join(", ");
    match all.len().saturating_sub(NAMA_DISEBUT) {
        0 => list,
        more => format!("{list}, dan {more} {what} lain"),
    }
}

/// K-105: how many schools of each file are private or belong to another level of government.
pub fn not_ours(roster: &Roster, settings: &Settings) -> Vec<Finding> {
    let mut counts: BTreeMap<Arc<str>, (u32, u32)> = BTreeMap::new();
    for unit in roster.units.iter() {
        let Some(sekolah) = &unit.sekolah else { continue };
        let (private, other) = match (sekolah.negeri, level_is_ours(sekolah.bentuk, settings)) {
            (false, _) => (1, 0),
            (true, false) => (0, 1),
            (true, true) => continue,
        };
        let count = counts.entry(unit.place.file.clone()).or_default();
        *count = (count.0 + private, count.1 + other);
    }
    let finding = |(file, (private, other)): (Arc<str>, (u32, u32))| {
        let ours = if settings.daerah.is_province() { "SMA, SMK, dan SLB" } else { "TK, SD, dan SMP" };
        let parts = [(private, "sekolah swasta".to_string()), (other, format!("sekolah negeri selain {ours}"))];
        let parts: Vec<String> =
            parts.iter().filter(|part| part.0 > 0).map(|(count, what)| format!("{count} {what}")).collect();
        let problem = format!("{} tidak dihitung", parts.join(" dan "));
        Finding::new(&catalogue::BUKAN_KEWENANGAN, Place::file(file), "", problem)
    };
    counts.into_iter().map(finding).collect()
}
