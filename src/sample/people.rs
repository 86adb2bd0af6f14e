//! Civil servants who do not exist, each with a career that fits together.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::golongan::Golongan;
use crate::model::jabatan::{JenisJabatan, Jenjang};
use crate::model::kinerja::Predikat;
use crate::model::pendidikan::TingkatPendidikan;
use crate::model::status::{JenisKelamin, KedudukanHukum, StatusAsn, TingkatHukdis};
use crate::sample::jabatan::{JabatanKind, Study};
use crate::sample::names;
use crate::sample::rng::Rng;

/// A person as the sample's personnel workbooks print one.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub nip: String,
    /// Upper case, without titles.
    pub nama: String,
    pub gelar_depan: String,
    pub jenis_kelamin: JenisKelamin,
    pub tgl_lahir: Date,
    pub status: StatusAsn,
    pub kedudukan: KedudukanHukum,
    /// `None` for PPPK.
    pub tmt_cpns: Option<Date>,
    /// `None` for PPPK and CPNS.
    pub tmt_pns: Option<Date>,
    pub golongan: Golongan,
    pub tmt_gol: Date,
    pub masa_kerja_months: i32,
    pub jabatan: &'static JabatanKind,
    pub jenjang: Option<Jenjang>,
    pub tugas_tambahan: Option<&'static str>,
    pub tmt_jabatan: Date,
    pub tmt_unit: Date,
    /// Index into the region's units.
    pub unit: usize,
    pub study: &'static Study,
    pub tahun_lulus: i16,
    /// Of the year before last, then of last year.
    pub skp: [Option<Predikat>; 2],
    pub hukdis: Option<(TingkatHukdis, Date, Date)>,
    /// Kecamatan of the home, where the office has recorded it.
    pub domisili: Option<String>,
    pub private: Private,
}

/// What an office knows of a person and no output may show. Invented, and no number of it can be a real one.
#[derive(Clone, Debug)]
pub(super) struct Private {
    pub nik: String,
    pub hp: String,
    pub alamat: String,
    pub agama: &'static str,
    pub status_perkawinan: &'static str,
    pub tempat_lahir: String,
}

/// What is special about a person, drawn first, because the rest follows from it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lot {
    Biasa,
    Pppk,
    Cpns,
    Cltn,
    TugasBelajar,
    NearBup,
    Hukdis,
}

/// In a thousand: PPPK 100, the others 15 each (leave and study share theirs).
const LOTS: &[(Lot, u32)] = &[
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

/// Makes people one after the other, so that no NIP is given twice.
pub(super) struct People {
    rng: Rng,
    /// First day of the period, counted in months since year 0.
    now: i32,
    /// People so far by the first 15 digits of their NIP.
    serials: BTreeMap<String, u32>,
    pub made: Vec<Person>,
}

/// The months of a career, counted in months since year 0.
struct Career {
    birth: i32,
    start: i32,
    lot: Lot,
}

impl People {
    pub fn new(rng: Rng, periode_start: Date) -> People {
        People { rng, now: month_index(periode_start), serials: BTreeMap::new(), made: Vec::new() }
    }

    /// Adds a holder of this jabatan to a unit. `domisili` are the kecamatan the person may live in.
    pub fn add(
        &mut self,
        unit: usize,
        jabatan: &'static JabatanKind,
        tugas_tambahan: Option<&'static str>,
        domisili: &[&str],
    ) {
        let leads = tugas_tambahan.is_some() || is_struktural(jabatan);
        let lot = if leads { Lot::Biasa } else { self.rng.weighted(LOTS) };
        let study = self.study(jabatan);
        let career = self.career(lot, jabatan, leads);
        let jenis_kelamin = match self.rng.chance(jabatan.women_percent * 10) {
            true => JenisKelamin::Perempuan,
            false => JenisKelamin::LakiLaki,
        };
        let tgl_lahir = self.day_in(career.birth);
        let (golongan, tmt_gol) = self.golongan(&career, study, jabatan);
        let (tmt_jabatan, tmt_unit) = self.clocks(&career);
        let pns = lot != Lot::Pppk;
        let nama = names::full_name(&mut self.rng, jenis_kelamin);
        let person = Person {
            nip: self.nip(tgl_lahir, &career, jenis_kelamin),
            gelar_depan: self.gelar_depan(study, jenis_kelamin, self.now - career.birth),
            nama,
            jenis_kelamin,
            tgl_lahir,
            status: match lot {
                Lot::Pppk => StatusAsn::Pppk,
                Lot::Cpns => StatusAsn::Cpns,
                Lot::Biasa | Lot::Cltn | Lot::TugasBelajar | Lot::NearBup | Lot::Hukdis => StatusAsn::Pns,
            },
            kedudukan: match lot {
                Lot::Cltn => KedudukanHukum::Cltn,
                Lot::TugasBelajar => KedudukanHukum::TugasBelajar,
                Lot::Biasa | Lot::Pppk | Lot::Cpns | Lot::NearBup | Lot::Hukdis => KedudukanHukum::Aktif,
            },
            tmt_cpns: pns.then(|| first_day(career.start)),
            tmt_pns: (pns && lot != Lot::Cpns).then(|| first_day(career.start + 12)),
            golongan,
            tmt_gol,
            masa_kerja_months: self.now - career.start,
            jabatan,
            jenjang: jenjang(jabatan, study, golongan),
            tugas_tambahan,
            tmt_jabatan,
            tmt_unit,
            unit,
            study,
            tahun_lulus: (career.start.min(career.birth + 24 * 12) / 12) as i16,
            skp: [2, 1].map(|years_ago| self.skp(years_ago, &career)),
            hukdis: (lot == Lot::Hukdis).then(|| self.hukdis()),
            domisili: (!domisili.is_empty() && self.rng.chance(600)).then(|| self.rng.pick(domisili).to_string()),
            private: self.private(domisili),
        };
        self.made.push(person);
    }

    /// The first study of the list holds for most people.
    fn study(&mut self, jabatan: &'static JabatanKind) -> &'static Study {
        if self.rng.chance(600) { &jabatan.studies[0] } else { self.rng.pick(jabatan.studies) }
    }

    /// When the person was born and first appointed. Ages end three years before the earliest pension age of the
    /// kind, apart from those who are meant to be close to it (domain §1.3: teachers 60, others 58 at the least).
    fn career(&mut self, lot: Lot, jabatan: &JabatanKind, leads: bool) -> Career {
        let bup = if jabatan.guru { 60 } else { 58 };
        let now = self.now;
        let rng = &mut self.rng;
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
        Career { birth: now - age, start: now - served, lot }
    }

    fn nip(&mut self, born: Date, career: &Career, sex: JenisKelamin) -> String {
        let digit = if sex == JenisKelamin::LakiLaki { 1 } else { 2 };
        // In an NI PPPK the month part is a code above 12 (domain §3.4).
        let month = if career.lot == Lot::Pppk { 21 } else { career.start % 12 + 1 };
        let start = format!("{:04}{month:02}", career.start / 12);
        let prefix = format!("{:04}{:02}{:02}{start}{digit}", born.year(), born.month(), born.day());
        let serial = self.serials.entry(prefix.clone()).or_default();
        *serial += 1;
        format!("{prefix}{serial:03}")
    }

    /// Golongan by schooling and years served, a step every four and a half years up to the roof of the schooling,
    /// risen on 1 April or 1 October (domain §3.6).
    fn golongan(&mut self, career: &Career, study: &Study, jabatan: &JabatanKind) -> (Golongan, Date) {
        const STEP_MONTHS: i32 = 54;
        let start = first_day(career.start);
        if career.lot == Lot::Pppk {
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
        let steps = ((self.now - career.start - 6).max(0) / STEP_MONTHS).min(roof - entry);
        if steps == 0 {
            return (ladder[entry as usize], start);
        }
        let earned = career.start + steps * STEP_MONTHS;
        let risen = earned + (15 - earned % 12) % 6;
        (ladder[(entry + steps) as usize], first_day(risen.min(self.now)))
    }

    /// Since when in the jabatan and since when in the unit: two clocks that often differ (domain §0.2).
    fn clocks(&mut self, career: &Career) -> (Date, Date) {
        let served = self.now - career.start;
        let rng = &mut self.rng;
        if served <= 26 {
            return (first_day(career.start), first_day(career.start));
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

    fn skp(&mut self, years_ago: i32, career: &Career) -> Option<Predikat> {
        let graded = self.now / 12 - years_ago;
        let predikat = self.rng.weighted(&[
            (Predikat::Baik, 80),
            (Predikat::SangatBaik, 15),
            (Predikat::ButuhPerbaikan, 4),
            (Predikat::Kurang, 1),
        ]);
        (career.start / 12 < graded).then_some(predikat)
    }

    fn hukdis(&mut self) -> (TingkatHukdis, Date, Date) {
        let grades = [(TingkatHukdis::Ringan, 5), (TingkatHukdis::Sedang, 3), (TingkatHukdis::Berat, 2)];
        let tingkat = self.rng.weighted(&grades);
        let from = self.now - self.rng.between(1, 15);
        (tingkat, first_day(from), first_day(from + 12))
    }

    fn gelar_depan(&mut self, study: &Study, sex: JenisKelamin, age_months: i32) -> String {
        let haji = age_months > 45 * 12 && self.rng.chance(120);
        let haji = match sex {
            _ if !haji => "",
            JenisKelamin::LakiLaki => "H.",
            JenisKelamin::Perempuan => "Hj.",
        };
        [study.gelar_depan, haji].join(" ").trim().to_string()
    }

    fn private(&mut self, domisili: &[&str]) -> Private {
        let rng = &mut self.rng;
        let home = if domisili.is_empty() { "Kota" } else { *rng.pick(domisili) };
        Private {
            // No region has the code 99, so this can be nobody's number.
            nik: format!("99{:07}{:07}", rng.between(0, 9_999_999), rng.between(0, 9_999_999)),
            hp: format!("0800000{:05}", rng.between(0, 99_999)),
            alamat: format!("Jalan Contoh Nomor {}, RT {:02}", rng.between(1, 200), rng.between(1, 30)),
            agama: rng.weighted(&[("Islam", 88), ("Kristen", 6), ("Katolik", 3), ("Buddha", 2), ("Hindu", 1)]),
            status_perkawinan: rng.weighted(&[("Kawin", 80), ("Belum Kawin", 15), ("Cerai", 5)]),
            tempat_lahir: home.to_string(),
        }
    }

    fn day_in(&mut self, month: i32) -> Date {
        Date::constant((month / 12) as i16, (month % 12 + 1) as i8, self.rng.between(1, 28) as i8)
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

fn is_struktural(jabatan: &JabatanKind) -> bool {
    match jabatan.jenis {
        JenisJabatan::Jpt | JenisJabatan::Administrator | JenisJabatan::Pengawas => true,
        JenisJabatan::Fungsional | JenisJabatan::Pelaksana => false,
    }
}

/// Jenjang that goes with a golongan (domain §3.6); only a jabatan fungsional has one.
fn jenjang(jabatan: &JabatanKind, study: &Study, golongan: Golongan) -> Option<Jenjang> {
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

fn month_index(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month()) - 1
}

fn first_day(month: i32) -> Date {
    Date::constant((month / 12) as i16, (month % 12 + 1) as i8, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::nip::Nip;
    use crate::sample::jabatan;
    use jiff::civil::date;

    const NOW: Date = date(2026, 11, 1);

    fn crowd() -> Vec<Person> {
        let mut people = People::new(Rng::new(5), NOW);
        for index in 0..4_000 {
            let kind = if index % 2 == 0 { &jabatan::GURU_KELAS } else { &jabatan::PUSKESMAS[2].jabatan };
            people.add(0, kind, None, &["Bangko", "Tabir"]);
        }
        people.made
    }

    #[test]
    fn every_number_is_a_nip_that_agrees_with_its_person_and_none_is_given_twice() {
        let people = crowd();
        let mut seen = std::collections::BTreeSet::new();
        for person in &people {
            let nip = Nip::parse(&person.nip, NOW).unwrap_or_else(|problem| panic!("{}: {problem:?}", person.nip));
            assert_eq!(nip.tgl_lahir(), person.tgl_lahir);
            assert_eq!(nip.jenis_kelamin(), person.jenis_kelamin);
            assert_eq!(nip.tmt_cpns(), person.tmt_cpns);
            assert!(seen.insert(nip), "{nip}");
        }
    }

    #[test]
    fn dates_of_a_career_stand_in_order() {
        for person in crowd() {
            let start = person.tmt_cpns.unwrap_or(person.tmt_gol);
            for (what, day) in
                [("golongan", person.tmt_gol), ("jabatan", person.tmt_jabatan), ("unit", person.tmt_unit)]
            {
                assert!((start..=NOW).contains(&day), "{what} {day}: {person:?}");
            }
            assert!(person.tmt_pns.is_none_or(|pns| pns > start && pns <= NOW), "{person:?}");
            assert!(i32::from(person.tahun_lulus) <= i32::from(start.year()), "{person:?}");
        }
    }

    #[test]
    fn special_cases_come_as_often_as_they_should() {
        let people = crowd();
        let share = |what: &str, is: &dyn Fn(&Person) -> bool, low: usize, high: usize| {
            let permille = people.iter().filter(|p| is(p)).count() * 1000 / people.len();
            assert!((low..=high).contains(&permille), "{what}: {permille} permille");
        };
        share("PPPK", &|p| p.status == StatusAsn::Pppk, 85, 115);
        share("CPNS", &|p| p.status == StatusAsn::Cpns, 9, 21);
        share("not active", &|p| p.kedudukan != KedudukanHukum::Aktif, 9, 21);
        share("hukdis", &|p| p.hukdis.is_some(), 9, 21);
        let recent = date(2024, 12, 1);
        share("recent", &|p| p.tmt_jabatan > recent || p.tmt_unit > recent, 100, 150);
        share("home known", &|p| p.domisili.is_some(), 570, 630);
    }
}
