//! Education and certificates against what posts ask for: each distinct pair judged once, before any pair of a person
//! and a post is asked about.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::law::linearitas::Baris;
use crate::model::jabatan::name_key;
use crate::model::kualifikasi::{Kesesuaian, Kualifikasi};
use crate::model::needs::PostId;
use crate::model::pegawai::{Pegawai, PegawaiId};
use crate::model::pendidikan::{Pendidikan, TingkatPendidikan};
use crate::model::profesi::SertifikatPendidik;
use crate::model::roster::Roster;
use crate::model::unit::{BentukPendidikan, JenisUnit};
use crate::place::facts::posts::PostFacts;

/// The tables; a row for each distinct requirement, a column for each distinct education or certificate.
pub(super) struct Kecocokan {
    syarat_of_post: Vec<Option<u32>>,
    pendidikan_of_person: Vec<Option<u32>>,
    sertifikat_of_person: Vec<Option<u32>>,
    pendidikan_columns: usize,
    sertifikat_columns: usize,
    pendidikan: Vec<Option<Kesesuaian>>,
    sertifikat: Vec<Option<Kesesuaian>>,
    /// Of each requirement the level alone, where it names no field and the table names none.
    tingkat_saja: Vec<Option<TingkatPendidikan>>,
}

/// The texts of the official need as they were read, so that none is read twice.
pub(super) type Terbaca = BTreeMap<String, Option<Kualifikasi>>;

/// Reads every text of the official need.
pub(super) fn read(roster: &Roster) -> Terbaca {
    let texts: BTreeSet<&str> = roster.formasi.iter().filter_map(|row| row.kualifikasi.as_deref()).collect();
    texts.into_iter().map(|text| (text.to_string(), Kualifikasi::parse(text))).collect()
}

/// One of them, or a text that nobody has read yet.
fn terbaca<'t>(read: &'t Terbaca, text: &str) -> Option<Cow<'t, Kualifikasi>> {
    match read.get(text) {
        Some(known) => known.as_ref().map(Cow::Borrowed),
        None => Kualifikasi::parse(text).map(Cow::Owned),
    }
}

/// What a post asks for: its own text, the line of the table, and for certificates its name and kind of school.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Syarat<'a> {
    kualifikasi: Option<&'a str>,
    baris: Option<u32>,
    nama: u32,
    bentuk: Option<&'static str>,
}

impl Kecocokan {
    /// Of everybody, or of one person alone.
    pub(super) fn new<'a>(
        roster: &'a Roster,
        only: Option<PegawaiId>,
        (posts, names): (&[PostFacts<'a>], &[String]),
        lines: &[Baris],
        read: &Terbaca,
    ) -> Kecocokan {
        let mut syarat: BTreeMap<Syarat<'a>, u32> = BTreeMap::new();
        let syarat_of_post = posts.iter().map(|post| {
            let own = Syarat {
                kualifikasi: post.kualifikasi,
                baris: post.baris,
                nama: post.nama,
                bentuk: bentuk(post.jenis_unit).map(BentukPendidikan::label),
            };
            let asks = own.kualifikasi.is_some() || own.baris.is_some() || post.guru;
            asks.then(|| number(&mut syarat, own))
        });
        let syarat_of_post = syarat_of_post.collect();
        let asked = |at: usize| only.is_none_or(|only| only.0 as usize == at);
        let mut educations: BTreeMap<(_, Option<&str>), u32> = BTreeMap::new();
        let pendidikan_of_person = roster.pegawai.iter().enumerate().map(|(at, pegawai)| {
            let own = pegawai.pendidikan.as_ref().filter(|_| asked(at))?;
            Some(number(&mut educations, (own.tingkat, own.jurusan.as_deref())))
        });
        let pendidikan_of_person = pendidikan_of_person.collect();
        let mut bidang: BTreeMap<&str, u32> = BTreeMap::new();
        let certified = |at: usize, pegawai: &'a Pegawai| certified_for(pegawai).filter(|_| asked(at));
        let people = roster.pegawai.iter().enumerate();
        let sertifikat_of_person = people.map(|(at, pegawai)| Some(number(&mut bidang, certified(at, pegawai)?)));
        let sertifikat_of_person = sertifikat_of_person.collect();

        let rows = in_order(&syarat);
        let educations = in_order(&educations);
        let educations: Vec<Pendidikan> = educations
            .iter()
            .map(|(tingkat, jurusan)| Pendidikan { tingkat: *tingkat, jurusan: jurusan.map(Into::into) })
            .collect();
        let bidang: Vec<String> = in_order(&bidang).into_iter().map(name_key).collect();
        let line = |syarat: &Syarat<'_>| syarat.baris.map(|at| &lines[at as usize]);
        let own = |syarat: &Syarat<'_>| syarat.kualifikasi.and_then(|text| terbaca(read, text));
        let judged = |syarat: &Syarat<'_>| -> Vec<Option<Kesesuaian>> {
            let own = own(syarat);
            educations.iter().map(|education| judge(own.as_deref(), line(syarat), education)).collect()
        };
        let certified = |syarat: &Syarat<'_>| -> Vec<Option<Kesesuaian>> {
            let name = &names[syarat.nama as usize];
            bidang.iter().map(|bidang| of_certificate(line(syarat), name, syarat.bentuk, bidang)).collect()
        };
        let level_alone = |syarat: &Syarat<'_>| {
            let own = own(syarat).filter(|own| !own.names_field())?;
            if syarat.baris.is_some() { None } else { own.tingkat() }
        };
        Kecocokan {
            tingkat_saja: rows.iter().map(level_alone).collect(),
            syarat_of_post,
            pendidikan_of_person,
            sertifikat_of_person,
            pendidikan_columns: educations.len(),
            sertifikat_columns: bidang.len(),
            pendidikan: rows.iter().flat_map(judged).collect(),
            sertifikat: rows.iter().flat_map(certified).collect(),
        }
    }

    /// The number of what the post asks for; posts that ask for the same have one number.
    pub(super) fn syarat(&self, post: PostId) -> Option<u32> {
        self.syarat_of_post[post.0 as usize]
    }

    /// The level that a post asks for, where it asks for no field.
    pub(super) fn tingkat_saja(&self, post: PostId) -> Option<TingkatPendidikan> {
        self.tingkat_saja[self.syarat_of_post[post.0 as usize]? as usize]
    }

    pub(super) fn pendidikan(&self, id: PegawaiId, post: PostId) -> Option<Kesesuaian> {
        let row = self.syarat_of_post[post.0 as usize]? as usize;
        let column = self.pendidikan_of_person[id.0 as usize]? as usize;
        self.pendidikan[row * self.pendidikan_columns + column]
    }

    pub(super) fn sertifikat(&self, id: PegawaiId, post: PostId) -> Option<Kesesuaian> {
        let row = self.syarat_of_post[post.0 as usize]? as usize;
        let column = self.sertifikat_of_person[id.0 as usize]? as usize;
        self.sertifikat[row * self.sertifikat_columns + column]
    }
}

fn number<K: Ord>(known: &mut BTreeMap<K, u32>, key: K) -> u32 {
    let next = known.len() as u32;
    *known.entry(key).or_insert(next)
}

fn in_order<K: Copy>(known: &BTreeMap<K, u32>) -> Vec<K> {
    let mut order: Vec<(u32, K)> = known.iter().map(|(key, index)| (*index, *key)).collect();
    order.sort_unstable_by_key(|(index, _)| *index);
    order.into_iter().map(|(_, key)| key).collect()
}

fn certified_for(pegawai: &Pegawai) -> Option<&str> {
    match pegawai.profesi.sertifikat.as_ref()? {
        SertifikatPendidik::Bidang(bidang) => Some(bidang),
        SertifikatPendidik::Sudah | SertifikatPendidik::Belum => None,
    }
}

fn bentuk(jenis: JenisUnit) -> Option<BentukPendidikan> {
    match jenis {
        JenisUnit::Sekolah(bentuk) => Some(bentuk),
        JenisUnit::Puskesmas | JenisUnit::Lain => None,
    }
}

/// The post's own text and the table together: a level below the text's is no fit whatever the table says, and a field
/// fits where either says so.
fn judge(own: Option<&Kualifikasi>, line: Option<&Baris>, pendidikan: &Pendidikan) -> Option<Kesesuaian> {
    if own.and_then(Kualifikasi::tingkat).is_some_and(|least| pendidikan.tingkat < least) {
        return Some(Kesesuaian::Tidak);
    }
    let of_text = own.and_then(|own| own.judge(pendidikan));
    of_text.max(line.and_then(|line| line.judge_education(pendidikan)))
}

/// Words by which a certificate names a kind of school.
const SEBUTAN_BENTUK: [(&str, &str); 10] = [
    ("TK", "TK"),
    ("PAUD", "TK"),
    ("RA", "TK"),
    ("SD", "SD"),
    ("MI", "SD"),
    ("SMP", "SMP"),
    ("MTS", "SMP"),
    ("SMA", "SMA"),
    ("SMK", "SMK"),
    ("SLB", "SLB"),
];

/// How the subject of a certificate fits the jabatan in this kind of school; `None` where neither the name nor the
/// table can tell.
fn of_certificate(line: Option<&Baris>, name: &str, bentuk: Option<&str>, bidang: &str) -> Option<Kesesuaian> {
    let named: Vec<&str> =
        SEBUTAN_BENTUK.iter().filter(|(word, _)| bidang.split(' ').any(|own| own == *word)).map(|n| n.1).collect();
    if let Some(bentuk) = bentuk
        && !named.is_empty()
        && !named.contains(&bentuk)
    {
        return Some(Kesesuaian::Tidak);
    }
    let subject = name.strip_prefix("GURU ").unwrap_or(name);
    if format!(" {bidang} ").contains(&format!(" {subject} ")) {
        return Some(Kesesuaian::Linear);
    }
    line.map(|line| line.judge(bidang))
}
