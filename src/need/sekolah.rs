//! What a school's own figures lack or break: rombel, pupils, and the least number of teachers (domain §1.2 R27, §2.2).

use crate::finding::{Finding, Place, catalogue};
use crate::law::Law;
use crate::model::needs::{Kebutuhan, Needs, Post, SumberKebutuhan, SumberRiil};
use crate::model::roster::Roster;
use crate::model::unit::{BentukPendidikan, Sekolah, Unit, UnitId};

/// The least number of teachers of an SD, its head apart (domain §2.2); `None` for other schools.
pub fn least_teachers(sekolah: &Sekolah, law: &Law) -> Option<u32> {
    let khusus = sekolah.daerah_khusus == Some(true);
    let kunci = if khusus { "spm_guru_sd_daerah_khusus" } else { "spm_guru_sd" };
    (sekolah.bentuk == BentukPendidikan::Sd).then(|| law.angka(kunci).nilai as u32)
}

/// What holds for an SD whose rombel nobody tells: the teachers, and the whole school with its head.
pub fn least_need(unit: &Unit, law: &Law) -> Option<(Kebutuhan, Kebutuhan)> {
    let sekolah = unit.sekolah.as_ref()?;
    let least = least_teachers(sekolah, law)?;
    let heads = law.angka("kepala_sekolah_per_sekolah").nilai as u32;
    let figure = |lo: u32, uraian: String| Kebutuhan {
        lo,
        hi: lo,
        sumber: SumberKebutuhan::Minimum,
        lain: Vec::new(),
        uraian,
        place: Some(sekolah.rombel_place.clone().unwrap_or_else(|| unit.place.clone())),
    };
    let teachers = format!("paling sedikit {least} guru; rombel tidak diketahui");
    let whole = format!("paling sedikit {least} guru + {heads} kepala sekolah; rombel tidak diketahui");
    Some((figure(least, teachers), figure(least + heads, whole)))
}

/// Where only the minimum is known nobody can say that a school has too many teachers.
pub fn no_surplus_over_the_least(roster: &Roster, needs: &mut Needs) {
    for post in &mut needs.posts {
        let school = roster.unit(post.unit).sekolah.is_some();
        if let Some(need) = post.kebutuhan.as_mut().filter(|need| school && need.sumber == SumberKebutuhan::Minimum) {
            need.hi = need.hi.max(post.riil);
        }
    }
}

/// D-160, D-161, D-167, D-168, K-108 of one school.
pub fn doubts(unit: &Unit, law: &Law) -> Vec<Finding> {
    let Some(sekolah) = &unit.sekolah else { return Vec::new() };
    let place = sekolah.rombel_place.clone().unwrap_or_else(|| unit.place.clone());
    let found = [
        rombel_missing(unit, sekolah, law, &place),
        grades_differ(unit, sekolah, &place),
        pupils_missing(unit, sekolah),
    ];
    found.into_iter().flatten().chain(out_of_bounds(unit, law)).collect()
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

/// R27: pupils of each rombel, and rombel of the school. Too many are a fault of the data (D-168), few rombel a school
/// that may be merged (K-108).
pub fn out_of_bounds(unit: &Unit, law: &Law) -> Vec<Finding> {
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
    let finding =
        |kode, told: String| Finding::new(kode, place.clone(), rombel.to_string(), format!("{}: {told}", unit.nama));
    let many = (!told.is_empty()).then(|| finding(&catalogue::ROMBEL_DI_LUAR_BATAS, told.join("; ")));
    let few = batas
        .rombel
        .filter(|(least, _)| groups < *least)
        .map(|(least, _)| finding(&catalogue::SEKOLAH_KECIL, format!("{rombel} rombel, paling sedikit {least}")));
    many.into_iter().chain(few).collect()
}

/// Notes an SD with fewer teachers than the least, and tells with D-162 where its need is below it (domain §2.2): which
/// of its posts would have more, no rule says.
pub fn note_below_the_least(roster: &Roster, law: &Law, needs: &mut Needs, schools: &[UnitId]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for &id in schools {
        let unit = roster.unit(id);
        let Some(sekolah) = &unit.sekolah else { continue };
        let Some(least) = least_teachers(sekolah, law).filter(|_| sekolah.rombel != Some(0)) else { continue };
        let posts: Vec<&Post> = needs.of_unit(id).filter(|post| post.jabatan.starts_with("Guru")).collect();
        if posts.is_empty() {
            continue;
        }
        // The unit workbook counts teachers and head together.
        let whole = posts.iter().any(|post| post.sumber_riil == SumberRiil::DataUnit)
            && !needs.of_unit(id).any(|post| &*post.jabatan == "Kepala Sekolah");
        let heads = if whole { law.angka("kepala_sekolah_per_sekolah").nilai as u32 } else { 0 };
        let need: Option<u32> = posts.iter().map(|post| post.kebutuhan.as_ref().map(|need| need.lo)).sum();
        if let Some(need) = need.map(|need| need.saturating_sub(heads)).filter(|need| *need < least) {
            findings.push(need_below_the_least(unit, sekolah, need, least));
        }
        let present: u32 = posts.iter().map(|post| post.riil).sum();
        if present < least + heads {
            let who = if whole { " termasuk kepala sekolah" } else { "" };
            let note = format!("{present} guru{who}, guru paling sedikit {least} (SPM)");
            needs.catatan.entry(id).or_default().push(note);
        }
    }
    findings
}

/// D-162.
fn need_below_the_least(unit: &Unit, sekolah: &Sekolah, need: u32, least: u32) -> Finding {
    let place = sekolah.rombel_place.clone().unwrap_or_else(|| unit.place.clone());
    let problem = format!("{}: kebutuhan gurunya {need}, batas minimum {least} guru; yang dipakai {need}", unit.nama);
    Finding::new(&catalogue::DI_BAWAH_SPM, place, need.to_string(), problem)
}
