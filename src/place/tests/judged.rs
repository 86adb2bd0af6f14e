//! All pairs judged scope by scope, against each rule and each objective asked directly of every pair.

use std::collections::BTreeMap;

use super::Random;
use super::region::{Region, region};
use crate::law::daerah::{AturanDaerah, Jenis, KODE};
use crate::law::{Law, Override, Tingkat};
use crate::model::angka::Nilai;
use crate::model::aspirasi::{Aspirasi, Usulan};
use crate::model::eselon::Eselon;
use crate::model::fixture;
use crate::model::formasi::Formasi;
use crate::model::golongan::Golongan;
use crate::model::jabatan::{Jabatan, JenisJabatan, Jenjang};
use crate::model::keputusan::{Keputusan, Tindakan, TujuanKeputusan};
use crate::model::kinerja::{Asesmen, Kotak};
use crate::model::koordinat::Koordinat;
use crate::model::needs::PostId;
use crate::model::pegawai::Pegawai;
use crate::model::profesi::SertifikatPendidik;
use crate::model::unit::{BentukPendidikan, JenisUnit, UnitId};
use crate::model::wilayah::KecamatanId;
use crate::place::facts::Facts;
use crate::place::family::{Case, Family};
use crate::place::objectives::OBJECTIVES;
use crate::place::rules::{Mask, RULES};

const JENJANG: [Option<Jenjang>; 4] =
    [None, Some(Jenjang::AhliPertama), Some(Jenjang::AhliMuda), Some(Jenjang::Terampil)];

fn one_of<T: Clone>(random: &mut Random, all: &[T]) -> T {
    all[random.below(all.len() as u64) as usize].clone()
}

/// A region in which everything that a rule or an objective looks at differs from place to place.
fn varied(seed: u64, people: usize) -> Region {
    let mut region = region(seed, people);
    let mut random = Random(seed ^ 0x5eed);
    let school = fixture::region().roster.units.iter().find_map(|unit| unit.sekolah.clone());
    for unit in region.roster.units.iter_mut() {
        unit.jenis = match unit.jenis {
            JenisUnit::Sekolah(_) => JenisUnit::Sekolah(one_of(
                &mut random,
                &[BentukPendidikan::Sd, BentukPendidikan::Sd, BentukPendidikan::Smp, BentukPendidikan::Sma],
            )),
            other @ (JenisUnit::Puskesmas | JenisUnit::Lain) => other,
        };
        if matches!(unit.jenis, JenisUnit::Sekolah(_)) && random.chance(80) {
            unit.sekolah = school.clone();
        }
        if let Some(sekolah) = &mut unit.sekolah {
            (sekolah.negeri, sekolah.rombel) = (random.chance(60), Some(random.below(30) as u32));
            sekolah.pd = Some(200);
        }
        unit.induk = one_of(&mut random, &[None, Some("Dinas Pendidikan".into()), Some("Dinas Dukcapil".into())]);
        unit.kecamatan = unit.kecamatan.filter(|_| random.chance(80));
        let lat = format!("-2.{:02}", random.below(90));
        unit.koordinat = Koordinat::parse(&lat, "102.29").ok().map(|titik| titik.koordinat);
        unit.koordinat = unit.koordinat.filter(|_| random.chance(50));
    }
    for at in 0..region.needs.posts.len() {
        let post = &mut region.needs.posts[at];
        post.jenjang = one_of(&mut random, &JENJANG);
        if random.chance(8) {
            post.jabatan = one_of(&mut random, &["Kepala Sekolah", "Kepala Seksi Data", "Guru Bahasa Inggris"]).into();
        }
        if random.chance(8) {
            post.kebutuhan.iter_mut().for_each(|need| (need.lo, need.hi) = (0, 0));
        }
        if random.chance(70) {
            let row = formasi(&region, PostId(at as u32), &mut random);
            region.roster.formasi.push(row);
        }
    }
    let units = region.roster.units.len() as u64;
    let nips: Vec<_> = region.roster.pegawai.iter().map(|pegawai| pegawai.nip).collect();
    for pegawai in &mut region.roster.pegawai {
        vary(pegawai, &mut random, units);
        pegawai.nip_pasangan = random.chance(30).then(|| one_of(&mut random, &nips));
    }
    decided(in_nip_order(region), &mut random)
}

/// Decisions of every kind that keeps a place from somebody or opens one.
fn decided(mut region: Region, random: &mut Random) -> Region {
    for pegawai in &region.roster.pegawai {
        if !random.chance(30) {
            continue;
        }
        let post = PostId(random.below(region.needs.posts.len() as u64) as u32);
        let post = region.needs.post(post);
        let tindakan = one_of(random, &[Tindakan::Tolak, Tindakan::Larang, Tindakan::Kecualikan, Tindakan::Tetapkan]);
        let jabatan = (tindakan != Tindakan::Larang && random.chance(50)).then(|| post.jabatan_label());
        let aturan = RULES[random.below(RULES.len() as u64) as usize].code.to_string();
        region.roster.keputusan.list.push(Keputusan {
            nip: pegawai.nip,
            tindakan,
            tujuan: Some(TujuanKeputusan { unit: post.unit, jabatan }),
            aturan: (tindakan == Tindakan::Kecualikan).then_some(aturan),
            alasan: "alasan".into(),
            pejabat: "Bupati".into(),
            tanggal: None,
            tanggal_asing: None,
            asal: pegawai.place.clone(),
        });
    }
    region
}

fn formasi(region: &Region, post: PostId, random: &mut Random) -> Formasi {
    let of = region.needs.post(post);
    let jenis = one_of(random, &[JenisJabatan::Fungsional, JenisJabatan::Pelaksana, JenisJabatan::Pengawas]);
    Formasi {
        unit: of.unit,
        jabatan: Jabatan { nama: of.jabatan.clone(), jenjang: of.jenjang, jenis },
        jenis_tertulis: random.chance(50),
        kebutuhan: 1,
        riil: None,
        kelas_jabatan: one_of(random, &[None, Some(6), Some(7), Some(8)]),
        kualifikasi: one_of(random, &[None, Some("S1 Manajemen".into()), Some("D3 semua jurusan".into())]),
        strategis: one_of(random, &[None, Some(20), Some(80)]),
        keahlian: one_of(random, &[vec![], vec!["Akuntansi".into()], vec!["Akuntansi".into(), "Arsip".into()]]),
        place: region.roster.pegawai[0].place.clone(),
    }
}

fn vary(pegawai: &mut Pegawai, random: &mut Random, units: u64) {
    pegawai.golongan = Golongan::pns(3, 1 + random.below(4) as u8).filter(|_| random.chance(90));
    pegawai.jabatan.jenjang = one_of(random, &JENJANG);
    pegawai.pendidikan = pegawai.pendidikan.take().filter(|_| random.chance(90));
    pegawai.tugas_tambahan = random.chance(5).then(|| "Kepala Sekolah".into());
    pegawai.profesi.eselon = Eselon::parse("IV.a").filter(|_| random.chance(20));
    pegawai.profesi.sertifikat = one_of(
        random,
        &[None, Some(SertifikatPendidik::Sudah), Some(SertifikatPendidik::Bidang("Guru Kelas SD".into()))],
    );
    let place = pegawai.place.clone();
    if random.chance(50) {
        let mut asesmen = Asesmen::empty(place.clone());
        asesmen.jpm = Nilai::parse(&format!("{}", 60 + random.below(40)));
        asesmen.nilai = asesmen.jpm;
        (asesmen.integritas, asesmen.dedikasi) = (Nilai::parse("80"), Nilai::parse("70"));
        asesmen.kotak = Kotak::parse(&format!("{}", 1 + random.below(9)));
        asesmen.keahlian = one_of(random, &[vec![], vec!["Akuntansi".into()]]);
        pegawai.asesmen = Some(Box::new(asesmen));
    }
    if random.chance(40) {
        let usulan = vec![
            Usulan::Unit(UnitId(random.below(units) as u32)),
            Usulan::Kecamatan(KecamatanId(random.below(20) as u16)),
        ];
        let bersedia = one_of(random, &[None, Some(true), Some(false)]);
        let aspirasi = Aspirasi { minat: None, usulan, bersedia, beralasan: false, keberatan: false, place };
        pegawai.aspirasi = Some(Box::new(aspirasi));
    }
}

/// As a roster is: couples are found by number.
fn in_nip_order(region: Region) -> Region {
    let mut order: Vec<usize> = (0..region.roster.pegawai.len()).collect();
    order.sort_by_key(|at| region.roster.pegawai[*at].nip);
    let mut sorted = region;
    sorted.roster.pegawai = order.iter().map(|at| sorted.roster.pegawai[*at].clone()).collect();
    sorted.needs.post_of = order.iter().map(|at| sorted.needs.post_of[*at]).collect();
    sorted.needs.fills = order.iter().map(|at| sorted.needs.fills[*at]).collect();
    sorted
}

fn set(tingkat: Tingkat) -> Override {
    Override { tingkat: Some(tingkat), ..Override::default() }
}

/// The law under which every rule about pairs blocks, but for those of the codes given, and no rule holds people.
fn strict(but: &[&str]) -> Law {
    let of_rule = |rule: &&crate::place::rules::Rule<'static>| {
        let blocks = rule.judge.is_about_pairs() && !but.contains(&rule.code);
        (rule.code.to_string(), set(if blocks { Tingkat::Blokir } else { Tingkat::Info }))
    };
    let own = [(Jenis::JarakMaksimal, 40), (Jenis::MasaAntarOpd, 60)];
    let own = own.into_iter().zip(KODE).map(|((jenis, angka), kode)| AturanDaerah {
        kode,
        kalimat: "Aturan daerah terpenuhi".into(),
        dasar: "Peraturan Bupati".into(),
        jenis,
        tingkat: Tingkat::Blokir,
        sejak: None,
        angka,
        daftar: Vec::new(),
    });
    Law::at(fixture::EFEKTIF, &RULES.iter().map(of_rule).collect()).with_daerah(&own.collect::<Vec<_>>())
}

/// Compares every pair of a family; answers how many there are, and how many are eligible.
fn compare(case: &Case, family: &Family) -> (usize, usize) {
    let judged = case.judged(family);
    let problem = case.problem(family, &judged);
    let mut refusals = vec![0; case.facts.rules.len()];
    let (mut pairs, mut eligible) = (0, 0);
    for (person, &id) in family.movable.iter().enumerate() {
        let home = case.facts.home(id);
        for (at, &to) in family.posts.iter().enumerate().filter(|(_, to)| **to != home) {
            let mask: Mask = case.facts.pair_mask(id, home, to);
            assert_eq!(judged.mask(person, at), mask, "person {} to post {}", id.0, to.0);
            assert_eq!(case.facts.allows(id, home, to), mask.is_empty());
            let points = mask.is_empty().then(|| case.facts.points(id, home, to));
            assert_eq!(problem.points.of(person, at), points, "person {} to post {}", id.0, to.0);
            mask.indices().for_each(|index| refusals[index] += 1);
            pairs += 1;
            eligible += usize::from(mask.is_empty());
        }
        let mut options: Vec<u32> = problem.options(person).map(|(post, _)| post).collect();
        options.sort_unstable();
        let open = (0..family.posts.len()).filter(|at| family.posts[*at] != home && problem.eligible(person, *at));
        assert_eq!(options, open.map(|at| at as u32).collect::<Vec<_>>());
    }
    assert_eq!(judged.refusals(case.facts.rules.len()), refusals);
    (pairs, eligible)
}

/// All families of these regions under a law.
fn compare_all(law: &Law, seeds: std::ops::Range<u64>, people: usize) -> (usize, usize) {
    let (mut pairs, mut eligible) = (0, 0);
    for seed in seeds {
        let region = varied(seed, people);
        let case = Case::new(Facts::new(&region.roster, &region.needs, law, &region.settings));
        for family in &case.families {
            let (own, open) = compare(&case, family);
            (pairs, eligible) = (pairs + own, eligible + open);
        }
    }
    (pairs, eligible)
}

#[test]
fn judging_by_scope_is_asking_every_rule_and_objective_of_every_pair() {
    let any_jabatan = BTreeMap::from([("A-109".to_string(), set(Tingkat::Peringatan))]);
    let laws = [
        Law::at(fixture::EFEKTIF, &BTreeMap::new()),
        Law::at(fixture::EFEKTIF, &any_jabatan),
        strict(&[]),
        strict(&["A-109"]),
        strict(&["A-109", "A-114", "A-130", "A-131", "A-133", "A-139", "A-140", "A-141", "A-142"]),
    ];
    for (at, law) in laws.iter().enumerate() {
        let (pairs, eligible) = compare_all(law, 0..4, 90);
        assert!(pairs > 100, "law {at}: {pairs} pairs");
        assert!(eligible > 0 || at == 2 || at == 3, "law {at}: {eligible} of {pairs} eligible");
    }
}

#[test]
fn every_rule_and_objective_bites_and_differs_somewhere_in_these_regions() {
    let law = strict(&["A-109"]);
    let mut bitten = Mask::default();
    let mut judged = vec![false; OBJECTIVES.len()];
    for seed in 0..4 {
        let region = varied(seed, 90);
        let case = Case::new(Facts::new(&region.roster, &region.needs, &law, &region.settings));
        let [family] = &case.families[..] else { panic!("any jabatan is one family") };
        for (&id, &to) in family.movable.iter().flat_map(|id| family.posts.iter().map(move |to| (id, to))) {
            let home = case.facts.home(id);
            bitten = bitten.union(case.facts.pair_mask(id, home, to));
            let ask = case.facts.pair(id, home, to, false);
            judged.iter_mut().zip(OBJECTIVES).for_each(|(judged, own)| *judged |= (own.judge)(&ask).points != 0);
        }
    }
    let rules = crate::place::rules::all(&law).into_iter().enumerate();
    let silent = rules.filter(|(index, rule)| rule.judge.is_about_pairs() && !bitten.has(*index));
    let silent: Vec<&str> = silent.map(|(_, rule)| rule.code).collect();
    assert_eq!(silent, ["A-109"], "of a rule that refuses nobody here nothing is proved");
    let silent: Vec<&str> = OBJECTIVES.iter().zip(judged).filter(|own| !own.1).map(|own| own.0.code).collect();
    assert!(silent.is_empty(), "of an objective without points here nothing is proved: {silent:?}");
}
