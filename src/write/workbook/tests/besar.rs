//! A region of forty units, large enough for charts to have something to say.

use std::sync::Arc;

use crate::finding::{Finding, catalogue};
use crate::model::cells::Kind;
use crate::model::fixture::{self, Region};
use crate::model::needs::{AngkaLain, Kebutuhan, Needs, Post, PostId, SumberKebutuhan, SumberRiil};
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{AsalJarak, Jarak, Move, PostOutcome, SebabKosong, Unfilled};
use crate::model::roster::RowCount;
use crate::model::unit::{BentukPendidikan, JenisUnit, Unit, UnitId};
use crate::model::wilayah::KecamatanId;

/// Forty units in all kecamatan of the fixture's region; surplus goes where the same jabatan is short.
pub(super) fn region() -> Region {
    let mut region = fixture::region();
    let kecamatan = region.roster.wilayah.kecamatan.len() as u16;
    let place = region.roster.units[0].place.clone();
    region.roster.units =
        (0..40u32).map(|index| unit(index, KecamatanId((index as u16 * 7) % kecamatan), &place)).collect();
    let mut people = Vec::new();
    for (index, unit) in region.roster.units.iter().enumerate() {
        let jabatan = if unit.nama.starts_with("SD") { fixture::guru_kelas() } else { fixture::perawat() };
        for _ in 0..present(index as u32) {
            people.push(fixture::pegawai(people.len() as u32, UnitId(index as u32), jabatan.clone()));
        }
    }
    people.sort_by_key(|p| p.nip);
    *region.roster.rows.of_mut(Kind::Pegawai) = RowCount { read: people.len() + 3, used: people.len() };
    region.roster.pegawai = people;
    region.needs = needs(&region);
    plan(&mut region);
    region
}

/// Findings of every severity in the fixture's personnel workbook.
pub(super) fn findings() -> Vec<Finding> {
    let kinds = [&catalogue::GOLONGAN_ASING, &catalogue::LAHIR_BEDA_NIP, &catalogue::DITAFSIRKAN, &catalogue::ZONA_ABU];
    (0..60).map(|index| super::finding(kinds[index % 4], &format!("C{}", index + 2), "V/z")).collect()
}

fn present(index: u32) -> u32 {
    index * 5 % 11 + 1
}

fn unit(index: u32, kecamatan: KecamatanId, place: &crate::finding::Place) -> Unit {
    let (nama, induk, jenis) = match index % 4 {
        3 => (format!("Puskesmas {}", index + 1), "Dinas Kesehatan", JenisUnit::Puskesmas),
        2 if index % 8 == 2 => {
            (format!("RSUD Bangsal {}", index + 1), "RSUD Kolonel Abundjani Bangko", JenisUnit::Lain)
        }
        _ => (
            format!("SD Negeri {} Bangko", index + 1),
            "Dinas Pendidikan dan Kebudayaan",
            JenisUnit::Sekolah(BentukPendidikan::Sd),
        ),
    };
    Unit {
        kode: Some(format!("U{index:03}").into()),
        nama: nama.into(),
        jenis,
        sekolah: None,
        induk: Some(Arc::from(induk)),
        kecamatan: (index != 13).then_some(kecamatan),
        puskesmas: None,
        koordinat: None,
        survei: Vec::new(),
        place: place.at(index + 1, 1),
    }
}

fn needs(region: &Region) -> Needs {
    let posts = region.roster.units.iter().enumerate().map(|(index, unit)| {
        let index = index as u32;
        let need = Kebutuhan {
            lo: 5 + index % 4,
            hi: 5 + index % 4 + u32::from(index.is_multiple_of(9)),
            sumber: [SumberKebutuhan::Resmi, SumberKebutuhan::Rumus, SumberKebutuhan::Perkiraan][index as usize % 3],
            lain: index
                .is_multiple_of(10)
                .then(|| AngkaLain {
                    lo: 9,
                    hi: 9,
                    sumber: SumberKebutuhan::Rumus,
                    uraian: "9 rombel × 1 guru kelas".into(),
                })
                .into_iter()
                .collect(),
            uraian: format!("{} rombel × 1 guru kelas", 5 + index % 4),
            place: Some(unit.place.at(index + 1, 8)),
        };
        Post {
            unit: UnitId(index),
            jabatan: if unit.nama.starts_with("SD") { "Guru Kelas" } else { "Perawat" }.into(),
            jenjang: None,
            kebutuhan: (index != 20).then_some(Box::new(need)),
            riil: present(index),
            tak_terbaca: u32::from(index == 5),
            sumber_riil: if index == 7 { SumberRiil::DataUnit } else { SumberRiil::Pegawai },
        }
    });
    Needs {
        posts: posts.collect(),
        post_of: region.roster.pegawai.iter().map(|p| Some(PostId(p.unit.0))).collect(),
        fills: vec![true; region.roster.pegawai.len()],
        ..Needs::default()
    }
}

fn plan(region: &mut Region) {
    let template = region.plan.moves[0].clone();
    let mut after: Vec<u32> = region.needs.posts.iter().map(|post| post.riil).collect();
    let mut moves: Vec<Move> = Vec::new();
    let mut moved = vec![false; region.roster.pegawai.len()];
    for to in region.needs.post_ids() {
        for from in region.needs.post_ids() {
            let (source, target) = (region.needs.post(from), region.needs.post(to));
            let surplus = source.gap_of(after[from.0 as usize]).is_some_and(|gap| gap > 0);
            let short = target.gap_of(after[to.0 as usize]).is_some_and(|gap| gap < 0);
            let at_source = |id: &PegawaiId| region.needs.post_of[id.0 as usize] == Some(from) && !moved[id.0 as usize];
            let person = region.roster.pegawai_ids().find(at_source);
            let (true, true, true, Some(pegawai)) = (surplus, short, source.jabatan == target.jabatan, person) else {
                continue;
            };
            moved[pegawai.0 as usize] = true;
            after[from.0 as usize] -= 1;
            after[to.0 as usize] += 1;
            let places = (region.roster.unit(source.unit).kecamatan, region.roster.unit(target.unit).kecamatan);
            let jarak = places.0.zip(places.1).map(|(a, b)| Jarak {
                asal: AsalJarak::UnitLama,
                lama_m: 0,
                baru_m: region.roster.wilayah.distance_m(a, b),
            });
            moves.push(Move { pegawai, from, to, jarak, ..template.clone() });
        }
    }
    let kurang = |counts: &[u32]| -> u32 {
        region.needs.posts.iter().zip(counts).filter_map(|(post, n)| super::super::figures::kurang(post, *n)).sum()
    };
    let before: Vec<u32> = region.needs.posts.iter().map(|post| post.riil).collect();
    region.plan.kurang_before = kurang(&before);
    region.plan.kurang_after = kurang(&after);
    region.plan.kurang_reachable = region.plan.kurang_after;
    let short = region.needs.posts.iter().zip(&after).enumerate().filter_map(|(index, (post, n))| {
        let kurang = super::super::figures::kurang(post, *n)?;
        (kurang > 0).then(|| Unfilled {
            post: PostId(index as u32),
            kurang,
            sebab: if index % 3 == 0 { SebabKosong::TidakAdaCalon } else { SebabKosong::CalonTerpakai },
            ..region.plan.unfilled[0].clone()
        })
    });
    region.plan.unfilled = short.collect();
    region.plan.posts = after.iter().map(|n| PostOutcome { tetap: 0, floor: 0, ceiling: 12, after: *n }).collect();
    region.plan.moves = moves;
    region.plan.people = vec![Default::default(); region.roster.pegawai.len()];
}
