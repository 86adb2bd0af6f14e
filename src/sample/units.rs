//! The units of a sample region, and how unevenly their posts are filled: too many in town, too few far away.

use crate::model::wilayah::Wilayah;
use crate::sample::jabatan::{self, JabatanKind};
use crate::sample::rng::Rng;
use crate::sample::schools::{self, SampleSchool};
use crate::sample::{Wanted, offices};

/// How far a kecamatan lies from the seat of government.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    Kota,
    Tengah,
    Terpencil,
}

/// A kecamatan of the sample, the nearest to the seat of government first.
#[derive(Clone, Debug)]
pub(super) struct Tempat {
    pub nama: String,
    pub zone: Zone,
}

/// Places of one jabatan in one unit, and how many people hold them.
#[derive(Clone, Debug)]
pub(super) struct SamplePost {
    pub jabatan: &'static JabatanKind,
    pub need: u32,
    pub present: u32,
    /// Extra duty of the first holder: `Kepala Sekolah`.
    pub tugas_tambahan: Option<&'static str>,
    /// Whether the need stands in the daftar kebutuhan jabatan.
    pub official: bool,
}

/// Which personnel workbook a unit's people stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bidang {
    Pendidikan,
    Kesehatan,
    Kantor,
}

/// A unit with its posts.
#[derive(Clone, Debug)]
pub(super) struct SampleUnit {
    pub kode: String,
    pub nama: String,
    /// `Sekolah`, `Puskesmas`, `Dinas`, `Badan`, `Kecamatan`, `Kelurahan`.
    pub jenis: &'static str,
    pub bidang: Bidang,
    /// The OPD above it; empty for an OPD.
    pub induk: String,
    /// Index into the region's kecamatan.
    pub tempat: usize,
    pub sekolah: Option<SampleSchool>,
    pub posts: Vec<SamplePost>,
}

impl SampleUnit {
    pub fn people(&self) -> usize {
        self.posts.iter().map(|post| post.present as usize).sum()
    }
}

/// Kecamatan by distance from `ibu_kota` (the first kecamatan if there is none of that name).
/// By rank, not by kilometres, so that a city has its outskirts too: a third is town, a third is remote.
pub(super) fn tempat_by_distance(wilayah: &Wilayah, ibu_kota: &str) -> Vec<Tempat> {
    let mut order: Vec<usize> = (0..wilayah.kecamatan.len()).collect();
    if let Some(seat) = wilayah.by_name(ibu_kota).or(wilayah.by_name(wilayah.kecamatan.first().map_or("", |k| &k.nama)))
    {
        let id = |index: usize| crate::model::wilayah::KecamatanId(index as u16);
        order.sort_by_key(|&index| (wilayah.distance_m(seat, id(index)), index));
    }
    if order.is_empty() {
        return vec![Tempat { nama: ibu_kota.to_string(), zone: Zone::Kota }];
    }
    let count = order.len();
    let zone = |rank: usize| match rank * 3 / count {
        0 => Zone::Kota,
        1 => Zone::Tengah,
        _ => Zone::Terpencil,
    };
    let named =
        |(rank, &index): (usize, &usize)| Tempat { nama: wilayah.kecamatan[index].nama.clone(), zone: zone(rank) };
    order.iter().enumerate().map(named).collect()
}

/// Holders of a post that needs `need`, as uneven as real regions are (domain §5.4, §6).
pub(super) fn present(rng: &mut Rng, zone: Zone, need: u32) -> u32 {
    let percent = match zone {
        Zone::Kota => rng.between(90, 145),
        Zone::Tengah => rng.between(55, 100),
        Zone::Terpencil => rng.between(30, 90),
    };
    (need * percent as u32 + 50) / 100
}

pub(super) fn post(rng: &mut Rng, zone: Zone, jabatan: &'static JabatanKind, need: u32) -> SamplePost {
    SamplePost { jabatan, need, present: present(rng, zone, need), tugas_tambahan: None, official: false }
}

/// One place that is stated and taken.
pub(super) fn filled(jabatan: &'static JabatanKind) -> SamplePost {
    SamplePost { jabatan, need: 1, present: 1, tugas_tambahan: None, official: true }
}

/// Every unit of the region, until their people are about as many as wanted.
pub(super) fn region_units(wanted: &Wanted, tempat: &[Tempat], rng: &Rng) -> Vec<SampleUnit> {
    let mut units = schools::schools(wanted, tempat, &mut rng.fork(1), wanted.people * 60 / 100);
    let people = |units: &[SampleUnit]| units.iter().map(SampleUnit::people).sum::<usize>();
    let educated = people(&units);
    let health = (wanted.people * 78 / 100).saturating_sub(educated);
    units.extend(puskesmas(wanted, tempat, &mut rng.fork(2), health));
    let rest = wanted.people.saturating_sub(people(&units));
    units.extend(offices::offices(tempat, &mut rng.fork(3), rest));
    units
}

/// Walks over the kecamatan so that town, remote and middle take turns from the start.
pub(super) fn turns(tempat: &[Tempat]) -> Vec<usize> {
    let of = |zone: Zone| (0..tempat.len()).filter(move |&index| tempat[index].zone == zone);
    let zones: [Vec<usize>; 3] = [of(Zone::Kota).collect(), of(Zone::Terpencil).collect(), of(Zone::Tengah).collect()];
    let longest = zones.iter().map(Vec::len).max().unwrap_or(0);
    let turn = |step: usize| zones.iter().filter_map(move |zone| zone.get(step).or(zone.first()).copied());
    (0..longest).flat_map(turn).collect()
}

fn puskesmas(wanted: &Wanted, tempat: &[Tempat], rng: &mut Rng, target: usize) -> Vec<SampleUnit> {
    const NUMBERS: [&str; 6] = ["", " II", " III", " IV", " V", " VI"];
    let turns = turns(tempat);
    let digits: String = wanted.daerah.kode_wilayah.chars().filter(char::is_ascii_digit).collect();
    let mut units: Vec<SampleUnit> = Vec::new();
    let mut visits = vec![0usize; tempat.len()];
    // A big region has bigger puskesmas, whose official figure is a multiple of the minimum, rather than very many.
    let times = (target / (tempat.len() * 60)).clamp(1, 3) as u32;
    let mut people = 0;
    while people < target {
        let place = turns[units.len() % turns.len()];
        visits[place] += 1;
        let number = match NUMBERS.get(visits[place] - 1) {
            Some(roman) => (*roman).to_string(),
            None => format!(" {}", visits[place]),
        };
        let rawat_inap = rng.chance(if tempat[place].zone == Zone::Tengah { 600 } else { 350 });
        let unit = SampleUnit {
            kode: format!("P{digits}{:03}", units.len() + 1),
            nama: format!("Puskesmas {}{number}", tempat[place].nama),
            jenis: "Puskesmas",
            bidang: Bidang::Kesehatan,
            induk: offices::DINAS_KESEHATAN.to_string(),
            tempat: place,
            sekolah: None,
            posts: puskesmas_posts(rng, tempat[place].zone, rawat_inap, times),
        };
        people += unit.people();
        units.push(unit);
    }
    units
}

fn puskesmas_posts(rng: &mut Rng, zone: Zone, rawat_inap: bool, times: u32) -> Vec<SamplePost> {
    let mut posts = vec![filled(&jabatan::KASUBBAG_TU)];
    for line in &jabatan::PUSKESMAS {
        let (plain, inpatient) = line.places[zone as usize];
        let minimum = if rawat_inap { inpatient } else { plain };
        let mut post = post(rng, zone, &line.jabatan, minimum * times);
        post.official = true;
        if line.jabatan.nama == "Perawat" {
            post.present = post.present.max(1);
            post.tugas_tambahan = Some("Kepala Puskesmas");
        }
        posts.push(post);
    }
    posts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seat_of_government_is_nearest_and_the_far_third_is_remote() {
        let tempat = tempat_by_distance(&crate::law::wilayah("15.02"), "Bangko");
        assert_eq!((tempat[0].nama.as_str(), tempat[0].zone), ("Bangko", Zone::Kota));
        let jangkat = tempat.iter().find(|t| t.nama == "Jangkat Timur").expect("a kecamatan of Merangin");
        assert_eq!(jangkat.zone, Zone::Terpencil);
    }

    #[test]
    fn an_unknown_region_still_has_a_place() {
        assert_eq!(tempat_by_distance(&crate::law::wilayah(""), "Ibu Kota").len(), 1);
    }
}
