//! Civil servants who do not exist, each with a career that fits together.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::golongan::Golongan;
use crate::model::jabatan::Jenjang;
use crate::model::kinerja::Predikat;
use crate::model::status::{JenisKelamin, KedudukanHukum, StatusAsn, TingkatHukdis};
use crate::sample::career::{Career, LOTS, Lot, first_day, is_struktural, jenjang, month_index};
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

/// Makes people one after the other, so that no NIP is given twice.
pub(super) struct People {
    rng: Rng,
    /// First day of the period, counted in months since year 0.
    now: i32,
    /// People so far by the first 15 digits of their NIP.
    serials: BTreeMap<String, u32>,
    pub made: Vec<Person>,
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
        let career = Career::draw(&mut self.rng, self.now, lot, jabatan, leads);
        let jenis_kelamin = match self.rng.chance(jabatan.women_percent * 10) {
            true => JenisKelamin::Perempuan,
            false => JenisKelamin::LakiLaki,
        };
        let tgl_lahir = self.day_in(career.birth);
        let (golongan, tmt_gol) = career.golongan(study, jabatan);
        let (tmt_jabatan, tmt_unit) = career.clocks(&mut self.rng);
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
