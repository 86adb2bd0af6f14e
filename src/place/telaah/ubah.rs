//! Every fact that a rule may look at, changed alone, in a few ways each.

use super::Dasar;
use std::sync::Arc;

use crate::model::aspirasi::Aspirasi;
use crate::model::eselon::Eselon;
use crate::model::formasi::Formasi;
use crate::model::golongan::Golongan;
use crate::model::jabatan::{Jabatan, JenisJabatan, Jenjang, name_key};
use crate::model::kinerja::{Asesmen, Predikat, Skp};
use crate::model::needs::{Kebutuhan, Needs, Post, PostId, SumberKebutuhan};
use crate::model::nip::Nip;
use crate::model::pegawai::{Instansi, Pegawai, PegawaiId};
use crate::model::pendidikan::{Pendidikan, TingkatPendidikan};
use crate::model::profesi::{MasaIzin, SertifikatPendidik};
use crate::model::roster::Roster;
use crate::model::status::{HukumanDisiplin, JenisKelamin, KedudukanHukum, StatusAsn, TingkatHukdis};
use crate::model::telaah::Fakta;
use crate::model::unit::{BentukPendidikan, JenisUnit, Unit, UnitId};
use crate::settings::Settings;
use jiff::civil::{Date, date};

/// One fact alone otherwise.
pub(super) enum Change {
    Pegawai(Box<Pegawai>),
    TanpaKeputusan,
    Unit(UnitId, Arc<Unit>),
    Formasi(Vec<Formasi>),
    Pengaturan(OfSettings),
    Post(PostId, Box<Post>),
}

/// Every change of a fact that a rule may look at, with the fact.
pub(super) fn changes(dasar: Dasar, id: PegawaiId, to: Option<PostId>) -> Vec<(Fakta, Change)> {
    let (own, from) = (dasar.roster.pegawai(id), dasar.needs.post_of[id.0 as usize]);
    let mut all: Vec<(Fakta, Change)> = Vec::new();
    let of_person = |pegawai: Pegawai| Change::Pegawai(Box::new(pegawai));
    for (columns, otherwise) in PEGAWAI {
        all.extend(otherwise(own).into_iter().map(|other| (Fakta::Pegawai(columns), of_person(other))));
    }
    if !dasar.roster.keputusan.list.is_empty() {
        all.push((Fakta::Pegawai(KEPUTUSAN), Change::TanpaKeputusan));
    }
    let married = each(own, pasangan(dasar, id, from, to), |own, nip| own.nip_pasangan = nip);
    all.extend(married.into_iter().map(|other| (Fakta::Pegawai(&["nip_pasangan"]), of_person(other))));
    for unit in units(dasar.needs, from, to) {
        for (columns, otherwise) in UNIT {
            let others = otherwise(dasar.roster.unit(unit)).into_iter();
            all.extend(others.map(|other| (Fakta::Unit(unit, columns), Change::Unit(unit, Arc::new(other)))));
        }
    }
    for post in [from, to].into_iter().flatten() {
        let own = dasar.needs.post(post);
        for (columns, change) in FORMASI {
            let mut rows = formasi(dasar.roster, own);
            rows.iter_mut().filter(|row| is_of(row, own)).for_each(change);
            all.push((Fakta::Formasi(post, columns), Change::Formasi(rows)));
        }
    }
    all.extend(PENGATURAN.iter().map(|(key, change)| (Fakta::Pengaturan(key), Change::Pengaturan(*change))));
    for post in [from, to].into_iter().flatten() {
        let own = dasar.needs.post(post);
        for (fakta, others) in [(Fakta::Kebutuhan(post), kebutuhan(own)), (Fakta::Riil(post), riil(own))] {
            all.extend(others.into_iter().map(|other| (fakta, Change::Post(post, Box::new(other)))));
        }
    }
    all
}

/// Columns of a fact, and the same thing with that fact alone otherwise, in a few ways.
type Otherwise<T> = (&'static [&'static str], fn(&T) -> Vec<T>);

/// Columns of a decision of leadership; its reason stays in its workbook and in the plan.
const KEPUTUSAN: &[&str] = &["keputusan", "tujuan", "aturan", "pejabat"];

/// Changes one fact of an official need.
type OfFormasi = fn(&mut Formasi);

/// Changes one setting; the day is that of the moves.
type OfSettings = fn(&mut Settings, Date);

/// The official need, with a row for the post also where a formula alone told its need.
fn formasi(roster: &Roster, post: &Post) -> Vec<Formasi> {
    let mut rows = roster.formasi.clone();
    if !rows.iter().any(|row| is_of(row, post)) {
        let jabatan = Jabatan { nama: post.jabatan.clone(), jenjang: post.jenjang, jenis: JenisJabatan::Fungsional };
        rows.push(Formasi {
            unit: post.unit,
            jabatan,
            jenis_tertulis: false,
            kebutuhan: 1,
            riil: None,
            kelas_jabatan: None,
            kualifikasi: None,
            strategis: None,
            keahlian: Vec::new(),
            place: roster.unit(post.unit).place.clone(),
        });
    }
    rows
}

fn is_of(row: &Formasi, post: &Post) -> bool {
    row.unit == post.unit && name_key(&row.jabatan.nama) == name_key(&post.jabatan)
}

/// Nobody, and somebody else of either unit as husband or wife: the first, and the first who leads.
fn pasangan(dasar: Dasar, id: PegawaiId, from: Option<PostId>, to: Option<PostId>) -> Vec<Option<Nip>> {
    let mut all = vec![None];
    for unit in units(dasar.needs, from, to) {
        let there = || {
            let others = dasar.roster.pegawai_ids().filter(|other| *other != id);
            others.map(|other| dasar.roster.pegawai(other)).filter(|other| other.unit == unit)
        };
        all.extend(there().next().map(|other| Some(other.nip)));
        all.extend(there().find(|other| other.leads_unit()).map(|other| Some(other.nip)));
    }
    all
}

fn units(needs: &Needs, from: Option<PostId>, to: Option<PostId>) -> Vec<UnitId> {
    let mut units: Vec<UnitId> = [from, to].into_iter().flatten().map(|post| needs.post(post).unit).collect();
    units.dedup();
    units
}

/// Every fact of a person that a rule may look at.
const PEGAWAI: &[Otherwise<Pegawai>] = &[
    (&["status_asn", "nip"], |own| each(own, StatusAsn::ALL, |own, status| own.status = status)),
    (&["kedudukan_hukum"], |own| each(own, KedudukanHukum::ALL, |own, kedudukan| own.kedudukan = kedudukan)),
    (&["golongan", "pangkat"], |own| {
        each(own, [None, Golongan::pns(2, 1), Golongan::pns(4, 5)], |own, golongan| own.golongan = golongan)
    }),
    (&["tmt_gol"], |own| each(own, days(own.tmt_gol), |own, day| own.tmt_gol = day)),
    (&["tmt_cpns", "nip"], |own| each(own, days(own.tmt_cpns), |own, day| own.tmt_cpns = day)),
    (&["tmt_jabatan"], |own| each(own, days(own.tmt_jabatan), |own, day| own.tmt_jabatan = day)),
    (&["tmt_unit"], |own| each(own, days(own.tmt_unit), |own, day| own.tmt_unit = day)),
    (&["tgl_lahir", "nip"], |own| {
        each(own, days(Some(own.tgl_lahir)).into_iter().flatten(), |own, day| own.tgl_lahir = day)
    }),
    (&["jabatan", "jft", "jfu", "jenis_ptk"], jabatan),
    (&["tugas_tambahan"], |own| {
        let duties = [None, Some("Kepala Sekolah"), Some("Kepala Puskesmas")];
        each(own, duties, |own, duty| own.tugas_tambahan = duty.map(Into::into))
    }),
    (&["pendidikan", "tingkat_pendidikan"], pendidikan),
    (&["skp_1", "skp_2", "skp_3", "nilai_skp"], skp),
    (&["tingkat", "hukdis_tingkat", "jenis", "mulai", "hukdis_mulai", "akhir", "hukdis_akhir"], hukdis),
    (&["jpm", "asesmen", "kotak"], |own| {
        let place = own.place.clone();
        let none = Asesmen::empty(place);
        each(own, [None, Some(none)], |own, asesmen| own.asesmen = asesmen.map(Box::new))
    }),
    (&["bersedia", "usulan_1", "usulan_2", "usulan_3", "keberatan"], aspirasi),
    (&["eselon", "jabatan"], |own| {
        each(own, [None, Eselon::parse("II.a"), Eselon::parse("IV.b")], |own, eselon| own.profesi.eselon = eselon)
    }),
    (&["jabatan", "jft", "jfu"], |own| {
        each(own, [None, Some("Jabatan Lain")], |own, lain| own.profesi.jabatan_lain = lain.map(Into::into))
    }),
    (&["sertifikat"], |own| {
        let other = SertifikatPendidik::Bidang("Bidang Lain".into());
        let all = [None, Some(SertifikatPendidik::Belum), Some(SertifikatPendidik::Sudah), Some(other)];
        each(own, all, |own, sertifikat| own.profesi.sertifikat = sertifikat)
    }),
    (&["mapel"], |own| each(own, [None, Some("Mapel Lain")], |own, mapel| own.profesi.mapel = mapel.map(Into::into))),
    (&["jjm"], |own| each(own, [None, Some(0), Some(99)], |own, jjm| own.profesi.jjm = jjm)),
    (&["jjm_total"], |own| each(own, [None, Some(0), Some(99)], |own, jjm| own.profesi.jjm_total = jjm)),
    (&["str"], |own| each(own, izin(), |own, berlaku| own.profesi.str_berlaku = berlaku)),
    (&["sip"], |own| each(own, izin(), |own, berlaku| own.profesi.sip_berlaku = berlaku)),
    (&["tmt_tugas_tambahan"], |own| {
        each(own, days(own.profesi.tmt_tugas_tambahan), |own, day| own.profesi.tmt_tugas_tambahan = day)
    }),
    (&["akhir_perjanjian"], |own| {
        each(own, days(own.profesi.akhir_perjanjian), |own, day| own.profesi.akhir_perjanjian = day)
    }),
    (&["manajerial"], |own| each(own, [None, Some(0), Some(99)], |own, years| own.profesi.manajerial = years)),
    (&["instansi_induk", "instansi_kerja", "instansi_induk_id", "instansi_kerja_id"], |own| {
        let other = Instansi { induk: "Instansi Lain".into(), kerja: "Pemerintah Daerah".into() };
        each(own, [None, Some(other)], |own, instansi| own.instansi = instansi.map(Into::into))
    }),
    (&["kecamatan"], |own| each(own, [None], |own, domisili| own.domisili = domisili)),
    (&["perlindungan"], |own| each(own, [!own.perlindungan], |own, yes| own.perlindungan = yes)),
    (&["jenis_kelamin", "nip"], |own| each(own, JenisKelamin::ALL, |own, jenis| own.jenis_kelamin = jenis)),
];

/// What the official need says of a post, otherwise.
const FORMASI: &[(&[&str], OfFormasi)] = &[
    (&["kelas_jabatan"], |row| row.kelas_jabatan = None),
    (&["kelas_jabatan"], |row| row.kelas_jabatan = Some(1)),
    (&["kelas_jabatan"], |row| row.kelas_jabatan = Some(17)),
    (&["kualifikasi"], |row| row.kualifikasi = None),
    (&["kualifikasi"], |row| row.kualifikasi = Some("S-3 Jurusan Lain".into())),
    (&["jenis_jabatan", "jabatan"], |row| {
        (row.jabatan.jenis, row.jenis_tertulis) = (JenisJabatan::Pelaksana, true);
    }),
    (&["jenis_jabatan", "jabatan"], |row| {
        (row.jabatan.jenis, row.jenis_tertulis) = (JenisJabatan::Administrator, true);
    }),
];

/// Settings that a rule may look at, otherwise; the day is that of the moves.
const PENGATURAN: &[(&str, OfSettings)] = &[
    ("daerah.sebutan", |settings, _| settings.daerah.sebutan = "Provinsi".into()),
    ("daerah.sebutan", |settings, _| settings.daerah.sebutan = "Kabupaten".into()),
    ("kepala_daerah.status", |settings, _| settings.kepala_daerah.status = "Pj".into()),
    ("kepala_daerah.status", |settings, _| settings.kepala_daerah.status = "definitif".into()),
    ("kepala_daerah.pelantikan", |settings, _| settings.kepala_daerah.pelantikan = None),
    ("kepala_daerah.pelantikan", |settings, day| settings.kepala_daerah.pelantikan = Some(day)),
    ("kepala_daerah.penetapan_paslon", |settings, _| settings.kepala_daerah.penetapan_paslon = None),
    ("kepala_daerah.penetapan_paslon", |settings, day| settings.kepala_daerah.penetapan_paslon = Some(day)),
    ("kepala_daerah.akhir_masa_jabatan", |settings, _| settings.kepala_daerah.akhir_masa_jabatan = None),
    ("kepala_daerah.akhir_masa_jabatan", |settings, day| settings.kepala_daerah.akhir_masa_jabatan = Some(day)),
    ("kepala_daerah.persetujuan_mendagri", |settings, _| settings.kepala_daerah.persetujuan_mendagri.clear()),
    ("kepala_daerah.persetujuan_mendagri", |settings, _| {
        settings.kepala_daerah.persetujuan_mendagri = "nomor lain".into();
    }),
];

fn izin() -> [Option<MasaIzin>; 5] {
    let past = MasaIzin::Sampai(date(1990, 1, 1));
    [None, Some(MasaIzin::TidakAda), Some(MasaIzin::Ada), Some(MasaIzin::SeumurHidup), Some(past)]
}

/// Jabatan that rules tell apart.
pub(super) const NAMA_LAIN: [&str; 6] =
    ["Jabatan Lain", "Guru Kelas", "Guru PJOK", "Perawat", "Kepala Sekolah", "Inspektur"];

/// Copies of a thing, each with another value of one fact.
fn each<T: Clone, V>(own: &T, values: impl IntoIterator<Item = V>, set: impl Fn(&mut T, V)) -> Vec<T> {
    let with = |value| {
        let mut other = own.clone();
        set(&mut other, value);
        other
    };
    values.into_iter().map(with).collect()
}

/// Unknown, long ago, and the first day of next year and of the year before: on either side of most lines.
fn days(own: Option<Date>) -> Vec<Option<Date>> {
    let year = own.map_or(2020, Date::year);
    vec![None, Some(date(1960, 1, 2)), Some(date(year + 1, 1, 2)), Some(date(year - 1, 1, 2))]
}

fn jabatan(own: &Pegawai) -> Vec<Pegawai> {
    let mut others = each(own, JenisJabatan::ALL, |own, jenis| own.jabatan.jenis = jenis);
    others.extend(each(own, Jenjang::ALL.map(Some).into_iter().chain([None]), |own, jenjang| {
        own.jabatan.jenjang = jenjang;
    }));
    others.extend(each(own, NAMA_LAIN, |own, nama| own.jabatan.nama = nama.into()));
    others
}

fn pendidikan(own: &Pegawai) -> Vec<Pegawai> {
    let tingkat = TingkatPendidikan::ALL.map(|tingkat| Some(Pendidikan { tingkat, jurusan: None }));
    let other = Pendidikan { tingkat: TingkatPendidikan::S1, jurusan: Some("Jurusan Lain".into()) };
    each(own, tingkat.into_iter().chain([None, Some(other)]), |own, pendidikan| {
        own.pendidikan = pendidikan.map(Into::into)
    })
}

fn skp(own: &Pegawai) -> Vec<Pegawai> {
    let tahun = own.skp.first().map_or(2025, |skp| skp.tahun);
    let of = |predikat| vec![Skp { tahun, predikat }];
    each(own, Predikat::ALL.map(of).into_iter().chain([Vec::new()]), |own, skp| own.skp = skp.into())
}

fn hukdis(own: &Pegawai) -> Vec<Pegawai> {
    let of = |tingkat| Some(HukumanDisiplin { tingkat, tmt_mulai: None, tmt_akhir: None });
    each(own, TingkatHukdis::ALL.map(of).into_iter().chain([None]), |own, hukdis| own.hukdis = hukdis)
}

fn aspirasi(own: &Pegawai) -> Vec<Pegawai> {
    let of = |bersedia| {
        let place = own.place.clone();
        let (usulan, minat) = (Vec::new(), None);
        Some(Aspirasi { minat, usulan, bersedia, beralasan: false, keberatan: bersedia == Some(false), place })
    };
    each(own, [None, of(Some(true)), of(Some(false))], |own, aspirasi| own.aspirasi = aspirasi.map(Box::new))
}

/// Every fact of a unit that a rule may look at.
const UNIT: &[Otherwise<Unit>] = &[
    (&["bentuk", "jenis_unit", "unit"], |own| {
        let schools = BentukPendidikan::ALL.map(JenisUnit::Sekolah);
        let kinds = schools.into_iter().chain([JenisUnit::Puskesmas, JenisUnit::Lain]);
        each(own, kinds, |own, jenis| own.jenis = jenis)
    }),
    (&["status"], |own| {
        let turned = own.sekolah.iter().map(|sekolah| !sekolah.negeri);
        each(own, turned, |own, negeri| own.sekolah.iter_mut().for_each(|sekolah| sekolah.negeri = negeri))
    }),
    (&["rombel"], |own| {
        let counts = if own.sekolah.is_some() { vec![None, Some(99)] } else { Vec::new() };
        each(own, counts, |own, rombel| own.sekolah.iter_mut().for_each(|sekolah| sekolah.rombel = rombel))
    }),
    (&["koordinat", "lintang", "bujur"], |own| each(own, [None], |own, koordinat| own.koordinat = koordinat)),
    (&["kecamatan"], |own| each(own, [None], |own, kecamatan| own.kecamatan = kecamatan)),
    (&["induk"], |own| each(own, [None, Some("Induk Lain")], |own, induk| own.induk = induk.map(Into::into))),
];

/// The post with another jabatan or need.
fn kebutuhan(own: &Post) -> Vec<Post> {
    let need = |lo, hi| {
        let (lain, uraian, place) = (Vec::new(), String::new(), None);
        Some(Box::new(Kebutuhan { lo, hi, sumber: SumberKebutuhan::Resmi, lain, uraian, place }))
    };
    let mut others = each(own, [None, need(0, 0), need(1, 999), need(999, 999)], |own, need| own.kebutuhan = need);
    others.extend(each(own, NAMA_LAIN, |own, nama| own.jabatan = nama.into()));
    others.extend(each(own, Jenjang::ALL.map(Some).into_iter().chain([None]), |own, jenjang| {
        own.jenjang = jenjang;
    }));
    others
}

/// The post with other people in it.
fn riil(own: &Post) -> Vec<Post> {
    each(own, [0, 999], |own, riil| own.riil = riil)
}
