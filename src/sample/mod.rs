//! A seeded synthetic region of any size: no personal data, any amount of dirt.

mod career;
mod columns;
pub mod daerah;
mod dirt;
mod jabatan;
mod lists;
mod names;
mod offices;
mod people;
mod rng;
mod schools;
mod seats;
mod sheets;
mod spoil;
mod units;

use std::cmp::Reverse;

pub use dirt::Dirt;
pub use seats::{SchoolSeat, people_onto};

use crate::law;
use crate::model::artifact::PlainWorkbook;
use crate::model::tanggal::Periode;
use crate::model::unit::BentukPendidikan;
use crate::settings::Daerah;

use columns::{DUK, SIASN};
use lists::Region;
use people::{People, Person};
use rng::Rng;
use sheets::Made;
use units::{Bidang, SampleUnit};

/// What to make.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// People to make, about.
    pub people: usize,
    pub seed: u64,
    /// Dirty cells per thousand cells of the personnel workbook.
    pub dirt_permille: u32,
    /// The month the workbooks are for.
    pub periode: Periode,
    /// The region. Its `kode_wilayah` finds the kecamatan, its `ibu_kota` the centre that remoteness is counted from.
    pub daerah: Daerah,
    /// Forms of school the region has.
    pub bentuk: Vec<BentukPendidikan>,
}

impl Default for Wanted {
    /// 2,000 people of Kab. Merangin in November 2026, twenty dirty cells in a thousand.
    fn default() -> Wanted {
        Wanted {
            people: 2_000,
            seed: 1,
            dirt_permille: 20,
            periode: Periode::new(2026, 11).expect("November 2026 is a month"),
            daerah: Daerah {
                nama: "Merangin".into(),
                sebutan: "Kabupaten".into(),
                provinsi: "Jambi".into(),
                kode_wilayah: "15.02".into(),
                ibu_kota: "Bangko".into(),
            },
            bentuk: vec![BentukPendidikan::Tk, BentukPendidikan::Sd, BentukPendidikan::Smp],
        }
    }
}

/// A region with the record of what was spoiled in it.
#[derive(Clone, Debug)]
pub struct Sample {
    pub workbooks: Vec<PlainWorkbook>,
    /// In workbook order; empty when no dirt was wanted.
    pub dirt: Vec<Dirt>,
}

/// The workbooks of a region, ready to be dropped into `masuk/<periode>/`.
pub fn region(wanted: &Wanted) -> Vec<PlainWorkbook> {
    region_and_dirt(wanted).workbooks
}

/// The workbooks of a region and every place that was spoiled. The same seed gives the same people whatever the dirt.
pub fn region_and_dirt(wanted: &Wanted) -> Sample {
    let rng = Rng::new(wanted.seed);
    let wilayah = law::wilayah(&wanted.daerah.kode_wilayah);
    let tempat = units::tempat_by_distance(&wilayah, &wanted.daerah.ibu_kota);
    let units = units::region_units(wanted, &tempat, &rng.fork(10));
    let names: Vec<&str> = tempat.iter().map(|place| place.nama.as_str()).collect();
    let mut people = People::new(rng.fork(20), wanted.periode.first_day());
    for (index, unit) in units.iter().enumerate() {
        // People live in the kecamatan of the unit, or where the region's nearest and next ones are.
        let here = unit.tempat;
        let homes = [names[here], names[here], names[here], names[(here + 1) % names.len()], names[0]];
        for post in &unit.posts {
            for holder in 0..post.present {
                let tugas = post.tugas_tambahan.filter(|_| holder == 0);
                people.add(index, post.jabatan, tugas, &homes);
            }
        }
    }
    let mut made = personnel(wanted, &units, &people.made);
    made.push(sheets::sekolah(wanted, &tempat, &units));
    made.push(sheets::kebutuhan(wanted, &units));
    made.push(sheets::unit(wanted, &tempat, &units));
    let region = Region { wanted, wilayah: &wilayah, tempat: &tempat, units: &units, people: &people.made };
    finish(wanted, &rng, made, region.lists(&rng.fork(40)))
}

/// One workbook for each field, as the dinas send them; the offices as a DUK.
fn personnel(wanted: &Wanted, units: &[SampleUnit], people: &[Person]) -> Vec<Made> {
    let of = |bidang: Bidang| -> Vec<(&Person, &SampleUnit)> {
        let placed = people.iter().map(|person| (person, &units[person.unit]));
        placed.filter(|(_, unit)| unit.bidang == bidang).collect()
    };
    let duk_titles = [
        "DAFTAR URUT KEPANGKATAN APARATUR SIPIL NEGARA".to_string(),
        format!("DI LINGKUNGAN PEMERINTAH {}", wanted.daerah.full_name().to_uppercase()),
        format!("KEADAAN BULAN {}", wanted.periode.in_words().to_uppercase()),
    ];
    let mut made = sheets::personnel(wanted, "pegawai-dinas-pendidikan", SIASN, &[], &of(Bidang::Pendidikan));
    made.extend(sheets::personnel(wanted, "pegawai-dinas-kesehatan", SIASN, &[], &of(Bidang::Kesehatan)));
    let mut by_rank = of(Bidang::Kantor);
    by_rank.sort_by_key(|(person, _)| (Reverse(person.golongan), person.tmt_gol));
    made.extend(sheets::personnel(wanted, "duk-perangkat-daerah", DUK, &duk_titles, &by_rank));
    made
}

/// Spoils what is to be spoiled; lists about people and units stay clean.
fn finish(wanted: &Wanted, rng: &Rng, mut made: Vec<Made>, lists: Vec<PlainWorkbook>) -> Sample {
    let mut dirt = Vec::new();
    if wanted.dirt_permille > 0 {
        let mut rng = rng.fork(30);
        for made in &mut made {
            dirt.extend(dirt::soil(wanted, &mut rng, made));
        }
    }
    let workbooks = made.into_iter().map(|made| made.workbook).chain(lists);
    Sample { workbooks: workbooks.filter(|w| w.sheets.iter().any(|s| !s.rows.is_empty())).collect(), dirt }
}

/// The `mutasi.toml` of the sample's working folder.
pub fn settings_toml(daerah: &Daerah) -> String {
    let quoted = |text: &str| toml::Value::from(text).to_string();
    let pejabat = daerah.pejabat();
    format!(
        "# Pengaturan daerah contoh. Semua pegawai, sekolah, dan angka di folder ini rekaan.\n\
         # Kunci yang tidak ditulis memakai nilai bawaan; `mutasi mulai` menuliskan semuanya dengan penjelasan.\n\
         \n\
         [daerah]\n\
         nama = {}\n\
         sebutan = {}\n\
         provinsi = {}\n\
         # Kode wilayah Kemendagri; dipakai mencari koordinat kecamatan.\n\
         kode_wilayah = {}\n\
         ibu_kota = {}\n\
         \n\
         [sk]\n\
         pejabat = {}\n",
        quoted(&daerah.nama),
        quoted(&daerah.sebutan),
        quoted(&daerah.provinsi),
        quoted(&daerah.kode_wilayah),
        quoted(&daerah.ibu_kota),
        quoted(&pejabat),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn the_settings_of_the_sample_are_read_without_a_finding() {
        let noted = Settings::parse(&settings_toml(&Wanted::default().daerah)).unwrap();
        assert!(noted.findings.is_empty(), "{:?}", noted.findings);
        assert_eq!(noted.value.daerah.full_name(), "Kabupaten Merangin");
        assert_eq!(noted.value.sk.pejabat, "BUPATI MERANGIN");
    }

    #[test]
    fn a_name_with_quotes_stays_one_value() {
        let daerah = Daerah { nama: "Meran\"gin".into(), ..Wanted::default().daerah };
        assert_eq!(Settings::parse(&settings_toml(&daerah)).unwrap().value.daerah.nama, "Meran\"gin");
    }
}
