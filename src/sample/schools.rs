//! Schools of a sample region: how many rombel they have, and who teaches there.

use std::collections::BTreeMap;

use crate::model::unit::BentukPendidikan;
use crate::sample::jabatan::{self, JabatanKind};
use crate::sample::rng::Rng;
use crate::sample::units::{Bidang, SamplePost, SampleUnit, Tempat, Zone, filled, post, turns};
use crate::sample::{Wanted, offices};

/// Extra duty of the head of a school, and the name of the post.
pub(super) const KEPALA_SEKOLAH: &str = "Kepala Sekolah";

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

/// Schools until their people are about `target`; town, remote and middle kecamatan take turns.
pub(super) fn schools(wanted: &Wanted, tempat: &[Tempat], rng: &mut Rng, target: usize) -> Vec<SampleUnit> {
    let turns = turns(tempat);
    let pattern = bentuk_pattern(&wanted.bentuk);
    let mut units: Vec<SampleUnit> = Vec::new();
    let mut numbers = vec![BTreeMap::<BentukPendidikan, u32>::new(); tempat.len()];
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

/// Teachers a subject needs: weekly hours × rombel / 24, rounded down, at least one (domain §2.2).
pub(super) fn guru_need(hours: u32, rombel: u32) -> u32 {
    (hours * rombel / 24).max(1)
}

/// The head of a school, a teacher of this jabatan.
fn kepala_sekolah(jabatan: &'static JabatanKind) -> SamplePost {
    SamplePost { tugas_tambahan: Some(KEPALA_SEKOLAH), official: false, ..filled(jabatan) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn teacher_need_rounds_down_but_never_to_nobody() {
        assert_eq!([3, 6, 8, 10, 12, 18].map(|rombel| guru_need(4, rombel)), [1, 1, 1, 1, 2, 3]);
    }
}
