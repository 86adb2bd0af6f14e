//! When a made-up person was born, appointed and promoted, so that the dates and ranks of one fit together.

use jiff::civil::Date;

use crate::model::golongan::Golongan;
use crate::model::jabatan::{JenisJabatan, Jenjang};
use crate::model::pendidikan::TingkatPendidikan;
use crate::sample::jabatan::{JabatanKind, Study};
use crate::sample::rng::Rng;

/// What is special about a person, drawn first, because the rest follows from it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lot {
    Biasa,
    Pppk,
    Cpns,
    Cltn,
    TugasBelajar,
    NearBup,
    Hukdis,
}

/// In a thousand: PPPK 100, the others 15 each (leave and study share theirs).
pub(super) const LOTS: &[(Lot, u32)] = &[
    (Lot::Biasa, 840),
    (Lot::Pppk, 100),
    (Lot::Cpns, 15),
    (Lot::Cltn, 7),
    (Lot::TugasBelajar, 8),
    (Lot::NearBup, 15),
    (Lot::Hukdis, 15),
];

/// Recent in post, in a thousand of those whose career does not say so already.
const RECENT_PERMILLE: u32 = 105;

/// The months of a career, counted in months since year 0.
pub(super) struct Career {
    /// First day of the period.
    now: i32,
    pub birth: i32,
    pub start: i32,
    pub lot: Lot,
}

impl Career {
    /// When the person was born and first appointed. Ages end three years before the earliest pension age of the
    /// kind, apart from those who are meant to be close to it (domain §1.3: teachers 60, others 58 at the least).
    pub fn draw(rng: &mut Rng, now: i32, lot: Lot, jabatan: &JabatanKind, leads: bool) -> Career {
        let bup = if jabatan.guru { 60 } else { 58 };
        let (age, served) = match lot {
            Lot::Cpns => {
                let served = rng.between(2, 10);
                (rng.between(23 * 12, 31 * 12) + served, served)
            }
            Lot::Pppk => {
                let served = rng.between(1, 5) * 12 + now % 12 - 2;
                (rng.between(24 * 12, 48 * 12) + served, served)
            }
            Lot::NearBup => {
                let age = bup * 12 - rng.between(1, 23);
                (age, age - rng.between(23 * 12, 33 * 12))
            }
            Lot::Biasa | Lot::Cltn | Lot::TugasBelajar | Lot::Hukdis => {
                let (youngest, least_served) = seasoned(jabatan, leads);
                let age = rng.between(youngest, (bup - 3) * 12);
                (age, age - rng.between(22 * 12, (age - least_served).min(33 * 12)))
            }
        };
        Career { now, birth: now - age, start: now - served, lot }
    }

    /// Golongan by schooling and years served, a step every four and a half years up to the roof of the schooling,
    /// risen on 1 April or 1 October (domain §3.6).
    pub fn golongan(&self, study: &Study, jabatan: &JabatanKind) -> (Golongan, Date) {
        const STEP_MONTHS: i32 = 54;
        let start = first_day(self.start);
        if self.lot == Lot::Pppk {
            return (pppk_golongan(study.tingkat), start);
        }
        let ladder: Vec<Golongan> = Golongan::all_pns().collect();
        let keahlian = jabatan.jenis == JenisJabatan::Fungsional || is_struktural(jabatan);
        let (entry, roof) = match study.tingkat {
            TingkatPendidikan::Sd | TingkatPendidikan::Smp | TingkatPendidikan::Slta => (4, 9),
            TingkatPendidikan::D1 | TingkatPendidikan::D2 | TingkatPendidikan::D3 => (6, 11),
            TingkatPendidikan::S1 => (8, if keahlian { 13 } else { 11 }),
            TingkatPendidikan::Profesi | TingkatPendidikan::S2 | TingkatPendidikan::S3 => (9, 14),
        };
        let steps = ((self.now - self.start - 6).max(0) / STEP_MONTHS).min(roof - entry);
        if steps == 0 {
            return (ladder[entry as usize], start);
        }
        let earned = self.start + steps * STEP_MONTHS;
        let risen = earned + (15 - earned % 12) % 6;
        (ladder[(entry + steps) as usize], first_day(risen.min(self.now)))
    }

    /// Since when in the jabatan and since when in the unit: two clocks that often differ (domain §0.2).
    pub fn clocks(&self, rng: &mut Rng) -> (Date, Date) {
        let served = self.now - self.start;
        if served <= 26 {
            return (first_day(self.start), first_day(self.start));
        }
        let settled = |rng: &mut Rng| rng.between(25, served.min(14 * 12));
        let (jabatan, unit) = match rng.chance(RECENT_PERMILLE) {
            true if rng.chance(500) => (rng.between(1, 21), settled(rng)),
            true => {
                let both = rng.between(1, 21);
                (both, both)
            }
            false if rng.chance(600) => {
                let both = settled(rng);
                (both, both)
            }
            false => (settled(rng), settled(rng)),
        };
        (first_day(self.now - jabatan), first_day(self.now - unit))
    }
}

/// The least age and service, in months, of who holds such a post, so that pangkat and eselon go together.
fn seasoned(jabatan: &JabatanKind, leads: bool) -> (i32, i32) {
    match jabatan.jenis {
        JenisJabatan::Jpt => (46 * 12, 22 * 12),
        JenisJabatan::Administrator => (42 * 12, 16 * 12),
        JenisJabatan::Pengawas => (40 * 12, 12 * 12),
        JenisJabatan::Fungsional | JenisJabatan::Pelaksana if leads => (40 * 12, 12 * 12),
        JenisJabatan::Fungsional | JenisJabatan::Pelaksana => (27 * 12, 3 * 12),
    }
}

pub(super) fn is_struktural(jabatan: &JabatanKind) -> bool {
    match jabatan.jenis {
        JenisJabatan::Jpt | JenisJabatan::Administrator | JenisJabatan::Pengawas => true,
        JenisJabatan::Fungsional | JenisJabatan::Pelaksana => false,
    }
}

/// Jenjang that goes with a golongan (domain §3.6); only a jabatan fungsional has one.
pub(super) fn jenjang(jabatan: &JabatanKind, study: &Study, golongan: Golongan) -> Option<Jenjang> {
    if jabatan.jenis != JenisJabatan::Fungsional {
        return None;
    }
    let keahlian = study.tingkat >= TingkatPendidikan::S1;
    let at_least = |grade, step| Golongan::pns(grade, step).is_some_and(|line| golongan >= line);
    Some(match (golongan.is_pppk(), keahlian) {
        (true, true) => Jenjang::AhliPertama,
        (true, false) => Jenjang::Terampil,
        (false, true) if at_least(4, 1) => Jenjang::AhliMadya,
        (false, true) if at_least(3, 3) => Jenjang::AhliMuda,
        (false, true) => Jenjang::AhliPertama,
        (false, false) if at_least(3, 3) => Jenjang::Penyelia,
        (false, false) if at_least(3, 1) => Jenjang::Mahir,
        (false, false) => Jenjang::Terampil,
    })
}

/// PPPK golongan by schooling (domain §3.6).
fn pppk_golongan(tingkat: TingkatPendidikan) -> Golongan {
    let level = match tingkat {
        TingkatPendidikan::Sd => 1,
        TingkatPendidikan::Smp => 4,
        TingkatPendidikan::Slta | TingkatPendidikan::D1 => 5,
        TingkatPendidikan::D2 | TingkatPendidikan::D3 => 7,
        TingkatPendidikan::S1 => 9,
        TingkatPendidikan::Profesi | TingkatPendidikan::S2 => 10,
        TingkatPendidikan::S3 => 11,
    };
    Golongan::pppk(level).expect("every level above is one of the seventeen")
}

pub(super) fn month_index(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month()) - 1
}

pub(super) fn first_day(month: i32) -> Date {
    Date::constant((month / 12) as i16, (month % 12 + 1) as i8, 1)
}
