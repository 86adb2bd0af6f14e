//! What a school's own figures lack or break: rombel and pupils (domain §1.2 R27, §2.2).

use super::spm::least_teachers;
use crate::finding::{Finding, Place, catalogue};
use crate::law::Law;
use crate::model::needs::{Ragu, SebabRagu};
use crate::model::unit::{BentukPendidikan, Sekolah, Unit};
use crate::settings::Settings;

/// D-160, D-161, D-167, D-168, K-108 of one school.
pub fn doubts(unit: &Unit, law: &Law, settings: &Settings) -> Vec<Finding> {
    let Some(sekolah) = &unit.sekolah else { return Vec::new() };
    let place = sekolah.rombel_place.clone().unwrap_or_else(|| unit.place.clone());
    let found = [
        rombel_missing(unit, sekolah, law, &place),
        grades_differ(unit, sekolah, &place),
        pupils_missing(unit, sekolah),
    ];
    found.into_iter().flatten().chain(out_of_bounds(unit, law, settings)).collect()
}

fn rombel_missing(unit: &Unit, sekolah: &Sekolah, law: &Law, place: &Place) -> Option<Finding> {
    if sekolah.rombel.is_some() {
        return None;
    }
    let used = match least_teachers(sekolah, law) {
        Some(least) => format!("yang dipakai batas minimum {least} guru"),
        None => "kebutuhan gurunya tidak dihitung".to_string(),
    };
    let problem = format!("jumlah rombel {} tidak diketahui; {used}", unit.nama);
    Some(Finding::new(&catalogue::ROMBEL_TAK_ADA, place.clone(), &*unit.nama, problem))
}

fn grades_differ(unit: &Unit, sekolah: &Sekolah, place: &Place) -> Option<Finding> {
    let semua = sekolah.rombel?;
    let sum: u32 = sekolah.rombel_tingkat.iter().map(|(_, rombel)| rombel).sum();
    if sekolah.rombel_tingkat.is_empty() || sum == semua {
        return None;
    }
    let problem = format!("rombel tiap tingkat {} berjumlah {sum}, jumlah rombelnya {semua}", unit.nama);
    Some(Finding::new(&catalogue::ROMBEL_TINGKAT_BEDA, place.clone(), semua.to_string(), problem))
}

fn pupils_missing(unit: &Unit, sekolah: &Sekolah) -> Option<Finding> {
    let counselled = match sekolah.bentuk {
        BentukPendidikan::Smp | BentukPendidikan::Sma | BentukPendidikan::Smk => true,
        BentukPendidikan::Tk | BentukPendidikan::Sd | BentukPendidikan::Slb | BentukPendidikan::Nonformal => false,
    };
    if !counselled || sekolah.pd.is_some() || sekolah.rombel.is_none_or(|rombel| rombel == 0) {
        return None;
    }
    let problem = format!("jumlah peserta didik {} tidak diketahui", unit.nama);
    Some(Finding::new(&catalogue::PD_TAK_ADA, unit.place.clone(), &*unit.nama, problem))
}

/// Why nobody can believe the rombel of a school: D-168 by far. A digit that is missing makes most of its teachers too
/// many.
pub fn implausible(unit: &Unit, law: &Law, settings: &Settings) -> Option<Ragu> {
    let sekolah = unit.sekolah.as_ref()?;
    let rombel = sekolah.rombel.filter(|rombel| *rombel > 0)?;
    let (pd, most) = sekolah.pd.zip(law.batas_rombel(sekolah)?.murid)?;
    let believed = settings.kebutuhan.murid_rombel_wajar_perseratus;
    if believed == 0 || i64::from(pd) * 100 <= i64::from(rombel) * most * believed {
        return None;
    }
    let place = sekolah.rombel_place.clone().unwrap_or_else(|| unit.place.clone());
    Some(Ragu::new(SebabRagu::Rombel { pd, rombel }, place))
}

/// R27: pupils of each rombel, and rombel of the school. Too many are a fault of the data (D-168), few rombel a school
/// that may be merged (K-108).
pub fn out_of_bounds(unit: &Unit, law: &Law, settings: &Settings) -> Vec<Finding> {
    let Some(sekolah) = &unit.sekolah else { return Vec::new() };
    let place = sekolah.rombel_place.as_ref().unwrap_or(&unit.place);
    let Some(rombel) = sekolah.rombel.filter(|rombel| *rombel > 0) else { return Vec::new() };
    // The same numbers are a rule about the school that someone may go to.
    let Some(batas) = law.batas_rombel(sekolah) else { return Vec::new() };
    let mut told = Vec::new();
    let groups = i64::from(rombel);
    if let (Some(pd), Some(most)) = (sekolah.pd, batas.murid)
        && i64::from(pd) > groups * most
    {
        told.push(format!("{pd} peserta didik dalam {rombel} rombel, paling banyak {most} tiap rombel"));
    }
    if let Some((_, most)) = batas.rombel.filter(|(_, most)| groups > *most) {
        told.push(format!("{rombel} rombel, paling banyak {most}"));
    }
    if implausible(unit, law, settings).is_some() {
        told.push("sebelum diperbaiki, kebutuhan gurunya menurut rombel dianggap belum diketahui".into());
    }
    let finding =
        |kode, told: String| Finding::new(kode, place.clone(), rombel.to_string(), format!("{}: {told}", unit.nama));
    let many = (!told.is_empty()).then(|| finding(&catalogue::ROMBEL_DI_LUAR_BATAS, told.join("; ")));
    let few = batas
        .rombel
        .filter(|(least, _)| groups < *least)
        .map(|(least, _)| finding(&catalogue::SEKOLAH_KECIL, format!("{rombel} rombel, paling sedikit {least}")));
    many.into_iter().chain(few).collect()
}
