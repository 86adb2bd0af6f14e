//! The units of a sample region, and how unevenly their posts are filled: too many in town, too few far away.

use crate::model::unit::BentukPendidikan;
use crate::model::wilayah::Wilayah;
use crate::sample::jabatan::{self, JabatanKind};
use crate::sample::rng::Rng;
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

/// What the Dapodik export says of a school.
#[derive(Clone, Debug)]
pub(super) struct SampleSchool {
    pub bentuk: BentukPendidikan,
    pub negeri: bool,
    pub rombel: u32,
    pub pd: u32,
    /// Teachers who are not in the personnel workbooks.
    pub guru_lain: u32,
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

/// Teachers a subject needs: weekly hours × rombel / 24, rounded down, at least one (domain §2.2).
pub(super) fn guru_need(hours: u32, rombel: u32) -> u32 {
    (hours * rombel / 24).max(1)
}

/// Holders of a post that needs `need`, as uneven as real regions are (domain §5.4, §6).
pub(super) fn present(rng: &mut Rng, zone: Zone, need: u32) -> u32 {
    let percent = match zone {
        Zone::Kota => rng.between(85, 130),
        Zone::Tengah => rng.between(60, 100),
        Zone::Terpencil => rng.between(30, 90),
    };
    (need * percent as u32 + 50) / 100
}

fn post(rng: &mut Rng, zone: Zone, jabatan: &'static JabatanKind, need: u32) -> SamplePost {
    SamplePost { jabatan, need, present: present(rng, zone, need), tugas_tambahan: None, official: false }
}

/// One place that is stated and taken.
pub(super) fn filled(jabatan: &'static JabatanKind) -> SamplePost {
    SamplePost { jabatan, need: 1, present: 1, tugas_tambahan: None, official: true }
}

/// The head of a school, a teacher of this jabatan.
fn kepala_sekolah(jabatan: &'static JabatanKind) -> SamplePost {
    SamplePost { tugas_tambahan: Some(KEPALA_SEKOLAH), official: false, ..filled(jabatan) }
}

/// Every unit of the region, until their people are about as many as wanted.
pub(super) fn region_units(wanted: &Wanted, tempat: &[Tempat], rng: &Rng) -> Vec<SampleUnit> {
    let mut units = schools(wanted, tempat, &mut rng.fork(1), wanted.people * 60 / 100);
    let people = |units: &[SampleUnit]| units.iter().map(SampleUnit::people).sum::<usize>();
    let educated = people(&units);
    let health = (wanted.people * 78 / 100).saturating_sub(educated);
    units.extend(puskesmas(wanted, tempat, &mut rng.fork(2), health));
    let rest = wanted.people.saturating_sub(people(&units));
    units.extend(offices::offices(tempat, &mut rng.fork(3), rest));
    units
}

/// Walks over the kecamatan so that town, remote and middle take turns from the start.
fn turns(tempat: &[Tempat]) -> Vec<usize> {
    let of = |zone: Zone| (0..tempat.len()).filter(move |&index| tempat[index].zone == zone);
    let zones: [Vec<usize>; 3] = [of(Zone::Kota).collect(), of(Zone::Terpencil).collect(), of(Zone::Tengah).collect()];
    let longest = zones.iter().map(Vec::len).max().unwrap_or(0);
    let turn = |step: usize| zones.iter().filter_map(move |zone| zone.get(step).or(zone.first()).copied());
    (0..longest).flat_map(turn).collect()
}

fn schools(wanted: &Wanted, tempat: &[Tempat], rng: &mut Rng, target: usize) -> Vec<SampleUnit> {
    let turns = turns(tempat);
    let pattern = bentuk_pattern(&wanted.bentuk);
    let mut units: Vec<SampleUnit> = Vec::new();
    let mut numbers = vec![std::collections::BTreeMap::<BentukPendidikan, u32>::new(); tempat.len()];
    let mut people = 0;
    while people < target && !pattern.is_empty() {
        let step = units.len();
        let place = turns[step % turns.len()];
        // Every twelfth school is private: listed by Dapodik, without civil servants, not ours to staff.
        let negeri = step % 12 != 11;
        let bentuk = pattern[(step + step / turns.len()) % pattern.len()];
        let number = numbers[place].entry(bentuk).or_default();
        *number += 1;
        let kind = if negeri { "Negeri" } else { "Swasta Harapan" };
        let nama = format!("{} {kind} {number} {}", bentuk.label(), tempat[place].nama);
        let (sekolah, posts) = school(rng, bentuk, tempat[place].zone, negeri);
        let unit = SampleUnit {
            kode: (99_500_001 + step).to_string(),
            nama,
            jenis: "Sekolah",
            bidang: Bidang::Pendidikan,
            induk: offices::DINAS_PENDIDIKAN.to_string(),
            tempat: place,
            sekolah: Some(sekolah),
            posts,
        };
        people += unit.people();
        units.push(unit);
    }
    units
}

/// Forms in the proportion a region has them: many primary schools, fewer of the others.
fn bentuk_pattern(bentuk: &[BentukPendidikan]) -> Vec<BentukPendidikan> {
    use BentukPendidikan::{Nonformal, Sd, Sma, Smk, Smp, Tk};
    let usual = [Sd, Smp, Sd, Sma, Sd, Tk, Smp, Sd, Smk, Sd, Smp, Sma, BentukPendidikan::Slb];
    usual.into_iter().filter(|b| bentuk.contains(b) && *b != Nonformal).collect()
}

fn school(rng: &mut Rng, bentuk: BentukPendidikan, zone: Zone, negeri: bool) -> (SampleSchool, Vec<SamplePost>) {
    let town = zone == Zone::Kota;
    let rombel = match bentuk {
        BentukPendidikan::Tk => rng.between(2, 4),
        BentukPendidikan::Sd if town => *rng.pick(&[6, 8, 10, 12, 12, 15, 18]),
        BentukPendidikan::Sd => *rng.pick(&[6, 6, 6, 6, 7, 9]),
        BentukPendidikan::Slb => rng.between(6, 12),
        _ if town => rng.between(12, 27),
        _ => rng.between(3, 9),
    } as u32;
    let pupils = match bentuk {
        BentukPendidikan::Tk => rng.between(10, 15),
        BentukPendidikan::Slb => rng.between(3, 5),
        _ if town => rng.between(22, 28),
        _ => rng.between(11, 20),
    } as u32;
    let mut sekolah = SampleSchool { bentuk, negeri, rombel, pd: rombel * pupils, guru_lain: 0 };
    if !negeri {
        sekolah.guru_lain = rombel + 2;
        return (sekolah, Vec::new());
    }
    let posts = match bentuk {
        BentukPendidikan::Tk => tk(rng, zone, rombel),
        BentukPendidikan::Sd | BentukPendidikan::Slb => sd(rng, zone, rombel),
        BentukPendidikan::Smp | BentukPendidikan::Sma | BentukPendidikan::Smk | BentukPendidikan::Nonformal => {
            smp(rng, zone, rombel, sekolah.pd)
        }
    };
    (sekolah, posts)
}

/// Extra duty of the head of a school, and the name of the post.
pub(super) const KEPALA_SEKOLAH: &str = "Kepala Sekolah";

fn tk(rng: &mut Rng, zone: Zone, rombel: u32) -> Vec<SamplePost> {
    vec![kepala_sekolah(&jabatan::GURU_TK), post(rng, zone, &jabatan::GURU_TK, rombel)]
}

fn sd(rng: &mut Rng, zone: Zone, rombel: u32) -> Vec<SamplePost> {
    let subject = guru_need(4, rombel);
    vec![
        kepala_sekolah(&jabatan::GURU_KELAS),
        post(rng, zone, &jabatan::GURU_PAI, subject),
        post(rng, zone, &jabatan::GURU_PJOK, subject),
        post(rng, zone, &jabatan::GURU_KELAS, rombel),
    ]
}

/// Teachers by subject. Their need is stated officially, since only the weekly hours of a school's own curriculum tell it.
fn smp(rng: &mut Rng, zone: Zone, rombel: u32, pd: u32) -> Vec<SamplePost> {
    let head = rng.pick(&jabatan::GURU_MAPEL);
    let mut posts = vec![kepala_sekolah(&head.0)];
    posts.push(post(rng, zone, &jabatan::GURU_PAI, guru_need(3, rombel)));
    posts.push(post(rng, zone, &jabatan::GURU_PJOK, guru_need(3, rombel)));
    posts
        .extend(jabatan::GURU_MAPEL.iter().map(|(jabatan, hours)| post(rng, zone, jabatan, guru_need(*hours, rombel))));
    posts.push(post(rng, zone, &jabatan::GURU_BK, (pd / 150).max(1)));
    posts.into_iter().map(|post| SamplePost { official: true, ..post }).collect()
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
    fn teacher_need_rounds_down_but_never_to_nobody() {
        assert_eq!([3, 6, 8, 10, 12, 18].map(|rombel| guru_need(4, rombel)), [1, 1, 1, 1, 2, 3]);
    }

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
