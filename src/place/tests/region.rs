//! Made-up regions of any size, for tests: schools and puskesmas in the kecamatan of Merangin.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::date;

use super::Random;
use crate::finding::Place;
use crate::law::Law;
use crate::model::daftar_unit::DaftarUnit;
use crate::model::fixture::{self, EFEKTIF};
use crate::model::jabatan::{Jabatan, JenisJabatan, Jenjang};
use crate::model::kinerja::{Predikat, Skp};
use crate::model::needs::{Kebutuhan, Needs, Post, PostId, SumberKebutuhan, SumberRiil};
use crate::model::nip::Nip;
use crate::model::pegawai::Pegawai;
use crate::model::plan::Plan;
use crate::model::roster::Roster;
use crate::model::status::{KedudukanHukum, StatusAsn};
use crate::model::unit::{BentukPendidikan, JenisUnit, Unit, UnitId};
use crate::model::wilayah::KecamatanId;
use crate::place;
use crate::settings::Settings;

/// What `plan` takes.
pub struct Region {
    pub roster: Roster,
    pub needs: Needs,
    pub law: Law,
    pub settings: Settings,
}

impl Region {
    pub fn plan(&self) -> Plan {
        place::plan(&self.roster, &self.needs, &self.law, &self.settings)
    }

    /// Moves as people would tell them: NIP, unit left, unit entered, jabatan.
    pub fn told(&self, plan: &Plan) -> Vec<(String, String, String, String)> {
        let unit = |post: PostId| self.roster.unit(self.needs.post(post).unit).nama.to_string();
        let mut told: Vec<_> = plan
            .moves
            .iter()
            .map(|m| {
                let nip = self.roster.pegawai(m.pegawai).nip.digits().to_string();
                (nip, unit(m.from), unit(m.to), self.needs.post(m.to).jabatan.to_string())
            })
            .collect();
        told.sort();
        told
    }
}

const FIELDS: [&str; 4] = ["Pendidikan Guru Sekolah Dasar", "Pendidikan Matematika", "Pendidikan Ekonomi", "Manajemen"];

/// A region of about this many people, about half of its posts out of balance.
pub fn region(seed: u64, people: usize) -> Region {
    let mut random = Random(seed);
    let mut base = fixture::region();
    (base.roster.units, base.needs.posts) = (DaftarUnit::default(), Vec::new());
    (base.roster.pegawai, base.needs.post_of, base.needs.fills) = (Vec::new(), Vec::new(), Vec::new());
    let mut region = Region { roster: base.roster, needs: base.needs, law: base.law, settings: base.settings };
    let mut numbers = 0;
    while region.roster.pegawai.len() < people {
        add_unit(&mut region, &mut random, &mut numbers);
    }
    region
}

fn add_unit(region: &mut Region, random: &mut Random, numbers: &mut u32) {
    let index = region.roster.units.len() as u32;
    let kecamatan = KecamatanId(random.below(region.roster.wilayah.kecamatan.len() as u64) as u16);
    let school = random.chance(85);
    let jobs: &[(&str, u64)] = if school {
        &[("Guru Kelas", 6), ("Guru PAI", 1), ("Guru PJOK", 1), ("Pengelola Umum Operasional", 1)]
    } else {
        &[("Perawat", 9), ("Bidan", 8), ("Dokter", 2), ("Pengelola Umum Operasional", 3)]
    };
    region.roster.units.push(Unit {
        kode: Some(Arc::from(format!("{:08}", 10_000_000 + index))),
        nama: Arc::from(format!("{} {index}", if school { "SD Negeri" } else { "Puskesmas" })),
        jenis: if school { JenisUnit::Sekolah(BentukPendidikan::Sd) } else { JenisUnit::Puskesmas },
        sekolah: None,
        induk: None,
        kecamatan: Some(kecamatan),
        puskesmas: None,
        koordinat: None,
        survei: Vec::new(),
        place: Place::file("x"),
    });
    for &(jabatan, usual) in jobs {
        let need = (usual + random.below(usual / 2 + 1)) as i64;
        let spread = (need / 2 + 2) as u64;
        let present = if random.chance(30) { need } else { need + random.below(2 * spread + 1) as i64 - spread as i64 };
        add_post(region, random, numbers, (UnitId(index), jabatan), (need as u32, present.max(0) as u32));
    }
}

fn add_post(
    region: &mut Region,
    random: &mut Random,
    numbers: &mut u32,
    (unit, jabatan): (UnitId, &str),
    (need, present): (u32, u32),
) {
    let post = PostId(region.needs.posts.len() as u32);
    let kebutuhan = Kebutuhan {
        lo: need,
        hi: need + u32::from(random.chance(10)),
        sumber: SumberKebutuhan::Resmi,
        lain: Vec::new(),
        uraian: String::new(),
        place: None,
    };
    let jenis = if jabatan.starts_with("Pengelola") { JenisJabatan::Pelaksana } else { JenisJabatan::Fungsional };
    let jenjang = (jenis == JenisJabatan::Fungsional).then_some(Jenjang::AhliPertama);
    for _ in 0..present {
        *numbers += 1;
        let person = person(random, *numbers, unit, Jabatan { nama: jabatan.into(), jenjang, jenis });
        region.needs.post_of.push(Some(post));
        region.needs.fills.push(person.kedudukan.fills_post());
        region.roster.pegawai.push(person);
    }
    let filled = region.needs.fills[region.needs.fills.len() - present as usize..].iter().filter(|fills| **fills);
    region.needs.posts.push(Post {
        unit,
        jabatan: jabatan.into(),
        jenjang: None,
        kebutuhan: random.chance(97).then_some(Box::new(kebutuhan)),
        riil: filled.count() as u32,
        tak_terbaca: 0,
        sumber_riil: SumberRiil::Pegawai,
    });
}

fn person(random: &mut Random, number: u32, unit: UnitId, jabatan: Jabatan) -> Pegawai {
    let mut person = fixture::pegawai(number % 900, unit, jabatan);
    let year = 1966 + random.below(35);
    let serial = format!("{}{:03}", if random.chance(50) { 1 } else { 2 }, number % 999 + 1);
    let appointed = 200_001 + (number / 999 % 12) + 100 * (number / 12_000 % 20);
    let digits = format!("{year}{:02}{:02}{appointed}{serial}", random.below(12) + 1, random.below(28) + 1);
    person.nip = Nip::parse(&digits, EFEKTIF).expect("made-up numbers are well formed");
    person.tgl_lahir = person.nip.tgl_lahir();
    let years = random.below(12) as i16;
    person.tmt_unit = random.chance(95).then(|| date(2026 - years, random.below(12) as i8 + 1, 1));
    person.tmt_jabatan = person.tmt_unit;
    person.domisili = random.chance(60).then(|| KecamatanId(random.below(20) as u16));
    if let Some(pendidikan) = &mut person.pendidikan {
        pendidikan.jurusan = random.chance(95).then(|| FIELDS[random.below(4) as usize].into());
    }
    person.skp = vec![Skp { tahun: 2025, predikat: Predikat::ALL[2 + random.below(3) as usize] }].into();
    person.perlindungan = random.chance(3);
    if random.chance(5) {
        person.status = StatusAsn::Pppk;
    }
    if random.chance(2) {
        person.kedudukan = KedudukanHukum::TugasBelajar;
    }
    person
}

/// The same facts with people, units and posts in another order.
pub fn shuffled(region: &Region, seed: u64) -> Region {
    let mut random = Random(seed);
    let order = |len: usize, random: &mut Random| {
        let mut order: Vec<usize> = (0..len).collect();
        random.shuffle(&mut order);
        order
    };
    let (units, posts, people) = (
        order(region.roster.units.len(), &mut random),
        order(region.needs.posts.len(), &mut random),
        order(region.roster.pegawai.len(), &mut random),
    );
    let inverse =
        |order: &[usize]| order.iter().enumerate().map(|(new, old)| (*old, new as u32)).collect::<BTreeMap<_, _>>();
    let (new_unit, new_post) = (inverse(&units), inverse(&posts));
    let unit = |old: UnitId| UnitId(new_unit[&(old.0 as usize)]);
    let mut roster = region.roster.clone();
    roster.units = units.iter().map(|&old| region.roster.units[old].clone()).collect();
    roster.pegawai = people.iter().map(|&old| region.roster.pegawai[old].clone()).collect();
    roster.pegawai.iter_mut().for_each(|pegawai| pegawai.unit = unit(pegawai.unit));
    let decided = roster.keputusan.list.iter_mut().filter_map(|keputusan| keputusan.tujuan.as_mut());
    let published = roster.keputusan.terbit.iter_mut().flat_map(|terbit| terbit.tujuan.values_mut());
    decided.chain(published).for_each(|tujuan| tujuan.unit = unit(tujuan.unit));
    let mut needs = Needs {
        posts: posts.iter().map(|&old| region.needs.posts[old].clone()).collect(),
        post_of: people.iter().map(|&old| region.needs.post_of[old]).collect(),
        fills: people.iter().map(|&old| region.needs.fills[old]).collect(),
        ..Needs::default()
    };
    needs.posts.iter_mut().for_each(|post| post.unit = unit(post.unit));
    needs.post_of.iter_mut().flatten().for_each(|post| *post = PostId(new_post[&(post.0 as usize)]));
    Region { roster, needs, law: region.law.clone(), settings: region.settings.clone() }
}
