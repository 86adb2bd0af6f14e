//! Presence: who fills which post.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::book::{Book, GURU, KEPALA_SEKOLAH, Nomor, is_teacher};
use crate::model::jabatan::{Jabatan, Jenjang, Tugas, name_key};
use crate::model::needs::{Needs, PostId};
use crate::model::pegawai::Pegawai;
use crate::model::roster::Roster;
use crate::model::status::StatusAsn;
use crate::model::unit::{BentukPendidikan, JenisUnit, UnitId};

/// Which units have people, and which have teachers whose subject is not told.
pub struct People {
    has: Vec<bool>,
    plain_teacher: BTreeSet<UnitId>,
    /// How many hold each post name, of each unit in the order of the names.
    held: Vec<Vec<(Arc<str>, u32)>>,
    nobody: bool,
    /// Key of each person's post name, in the order of the roster; people of one jabatan share it.
    keys: Vec<Arc<str>>,
    tak_terbaca_keys: Vec<Arc<str>>,
    /// For each person whose unit is not certain the key of the post's name in each unit that may be meant.
    tak_pasti_keys: Vec<Vec<Arc<str>>>,
    /// How many teachers whose unit is not certain may be in each.
    may_teach: BTreeMap<UnitId, u32>,
}

impl People {
    pub fn of(roster: &Roster) -> People {
        let mut keys_by_nama: BTreeMap<Arc<str>, Arc<str>> = BTreeMap::new();
        let head: Arc<str> = Arc::from(KEPALA_SEKOLAH);
        let mut key_of = |unit: UnitId, jabatan: &Jabatan, tugas_tambahan: Option<&str>| {
            if is_school(roster, unit) && heads_school(jabatan, tugas_tambahan) {
                return head.clone();
            }
            keys_by_nama.entry(jabatan.nama.clone()).or_insert_with(|| name_key(&jabatan.nama).into()).clone()
        };
        let mut people = People {
            has: vec![false; roster.units.len()],
            plain_teacher: BTreeSet::new(),
            held: vec![Vec::new(); roster.units.len()],
            nobody: roster.pegawai.is_empty() && roster.tak_terbaca.is_empty(),
            keys: Vec::with_capacity(roster.pegawai.len()),
            tak_terbaca_keys: Vec::with_capacity(roster.tak_terbaca.len()),
            tak_pasti_keys: Vec::with_capacity(roster.tak_pasti.len()),
            may_teach: BTreeMap::new(),
        };
        for pegawai in &roster.pegawai {
            let key = key_of(pegawai.unit, &pegawai.jabatan, pegawai.tugas_tambahan.as_deref());
            people.meet(pegawai.unit, &key, fills(pegawai));
            people.keys.push(key);
        }
        for person in &roster.tak_terbaca {
            let key = key_of(person.unit, &person.jabatan, person.tugas_tambahan.as_deref());
            people.meet(person.unit, &key, true);
            people.tak_terbaca_keys.push(key);
        }
        for person in &roster.tak_pasti {
            let tugas_tambahan = person.tugas_tambahan.as_deref();
            let keys = person.units.iter().map(|unit| key_of(*unit, &person.jabatan, tugas_tambahan));
            let keys: Vec<Arc<str>> = keys.collect();
            for (unit, _) in person.units.iter().zip(&keys).filter(|(_, key)| is_teacher(key)) {
                *people.may_teach.entry(*unit).or_default() += 1;
            }
            people.tak_pasti_keys.push(keys);
        }
        people
    }

    fn meet(&mut self, unit: UnitId, key: &Arc<str>, fills: bool) {
        self.has[unit.0 as usize] = true;
        if !fills {
            return;
        }
        if **key == *GURU {
            self.plain_teacher.insert(unit);
        }
        let held = &mut self.held[unit.0 as usize];
        match held.binary_search_by(|(name, _)| name.cmp(key)) {
            Ok(at) => held[at].1 += 1,
            Err(at) => held.insert(at, (key.clone(), 1)),
        }
    }

    /// Whether the personnel workbooks list anybody of this unit.
    pub fn has(&self, unit: UnitId) -> bool {
        self.has[unit.0 as usize]
    }

    /// How many people of the unit hold a post of this name.
    pub fn count(&self, unit: UnitId, key: &str) -> u32 {
        let held = &self.held[unit.0 as usize];
        held.binary_search_by(|(name, _)| (**name).cmp(key)).map_or(0, |at| held[at].1)
    }

    /// Whether anybody of the unit holds a post of this name.
    pub fn holds(&self, unit: UnitId, key: &str) -> bool {
        self.count(unit, key) > 0
    }

    /// How many teachers whose unit is not certain may be in this one.
    pub fn may_teach(&self, unit: UnitId) -> u32 {
        self.may_teach.get(&unit).copied().unwrap_or(0)
    }

    /// Whether they list nobody at all.
    pub fn nobody(&self) -> bool {
        self.nobody
    }

    pub fn some_teacher_without_subject(&self, unit: UnitId) -> bool {
        self.plain_teacher.contains(&unit)
    }
}

/// Whether the person counts as present: active, and an ASN (domain §2.2: need is weighed against ASN).
fn fills(pegawai: &Pegawai) -> bool {
    let asn = match pegawai.status {
        StatusAsn::Pns | StatusAsn::Cpns | StatusAsn::Pppk | StatusAsn::PppkParuhWaktu => true,
        StatusAsn::NonAsn => false,
    };
    asn && pegawai.kedudukan.fills_post()
}

fn is_school(roster: &Roster, unit: UnitId) -> bool {
    matches!(roster.unit(unit).jenis, JenisUnit::Sekolah(_))
}

/// The head of a school by jabatan or by extra duty; not a deputy, not an acting one.
fn heads_school(jabatan: &Jabatan, tugas_tambahan: Option<&str>) -> bool {
    let heads = |text: &str| {
        let tugas = Tugas::parse(text);
        tugas.leads_unit() && !tugas.sementara
    };
    heads(&jabatan.nama) || tugas_tambahan.is_some_and(heads)
}

/// The needs with everyone counted, and how many more people each post may have.
pub struct Counted {
    pub needs: Needs,
    pub mungkin: BTreeMap<PostId, u32>,
}

/// Counts everyone into a post. People whose post is not known make one of unknown need; those whose unit or jabatan is
/// not certain are counted apart.
pub fn count(roster: &Roster, people: &People, mut book: Book) -> Counted {
    let mut held = Vec::with_capacity(roster.pegawai.len());
    for (pegawai, key) in roster.pegawai.iter().zip(&people.keys) {
        held.push(find_or_add(roster, &mut book, (pegawai.unit, key, &pegawai.jabatan), fills(pegawai)));
    }
    let tak_terbaca = roster.tak_terbaca.iter().zip(&people.tak_terbaca_keys);
    let tak_terbaca: Vec<Option<Nomor>> = tak_terbaca
        .map(|(person, key)| find_or_add(roster, &mut book, (person.unit, key, &person.jabatan), true))
        .collect();
    let mut mungkin = maybe_present(roster, people, &book);
    for ((pegawai, name), &held) in roster.pegawai.iter().zip(&people.keys).zip(&held) {
        if fills(pegawai) {
            maybe_fills(roster, &book, (pegawai.unit, name, pegawai.jabatan.jenjang), held, &mut mungkin);
        }
    }
    for ((person, name), &held) in roster.tak_terbaca.iter().zip(&people.tak_terbaca_keys).zip(&tak_terbaca) {
        maybe_fills(roster, &book, (person.unit, name, person.jabatan.jenjang), held, &mut mungkin);
    }

    let (mut needs, posts) = book.into_needs();
    let id_of = |nomor: Nomor| posts.id(nomor);
    needs.post_of = held.into_iter().map(|held| held.map(id_of)).collect();
    needs.fills = roster.pegawai.iter().map(fills).collect();
    for (post, fills) in needs.post_of.iter().zip(&needs.fills) {
        if let (Some(post), true) = (post, fills) {
            needs.posts[post.0 as usize].riil += 1;
        }
    }
    for post in tak_terbaca.into_iter().flatten().map(id_of) {
        let post = &mut needs.posts[post.0 as usize];
        post.riil += 1;
        post.tak_terbaca += 1;
    }
    Counted { needs, mungkin: mungkin.into_iter().map(|(nomor, count)| (id_of(nomor), count)).collect() }
}

/// How many of those whose unit is not certain may hold each post.
fn maybe_present(roster: &Roster, people: &People, book: &Book) -> BTreeMap<Nomor, u32> {
    let mut counts = BTreeMap::new();
    for (person, keys) in roster.tak_pasti.iter().zip(&people.tak_pasti_keys) {
        for (&unit, key) in person.units.iter().zip(keys) {
            let jenjang = person.jabatan.jenjang;
            let held = find(roster, book, unit, key, jenjang);
            if let Some(post) = held {
                *counts.entry(post).or_default() += 1;
            }
            maybe_fills(roster, book, (unit, key, jenjang), held, &mut counts);
        }
    }
    counts
}

/// Counts the posts that someone may fill whose own is none that the need knows: those of a near name, those of the same
/// name where the need is stated by jenjang and the person has none, and any of a school's teachers' posts for a
/// teacher without subject.
fn maybe_fills(
    roster: &Roster,
    book: &Book,
    (unit, key, jenjang): (UnitId, &str, Option<Jenjang>),
    held: Option<Nomor>,
    counts: &mut BTreeMap<Nomor, u32>,
) {
    if held.is_some_and(|held| book.is_needed(held)) {
        return;
    }
    let by_jenjang = |name: &str| book.by_jenjang(unit, name).filter(|_| jenjang.is_none()).collect::<Vec<_>>();
    let mut posts: BTreeSet<Nomor> = by_jenjang(key).into_iter().collect();
    if key == GURU {
        posts.extend(book.teachers(unit));
    }
    for name in roster.jabatan_mungkin.get(&unit).and_then(|names| names.get(key)).into_iter().flatten() {
        match find(roster, book, unit, name, jenjang) {
            Some(post) => drop(posts.insert(post)),
            None => posts.extend(by_jenjang(name)),
        }
    }
    for post in posts.into_iter().filter(|post| book.is_needed(*post)) {
        *counts.entry(post).or_default() += 1;
    }
}

/// The post that is found, else a new one. One who does not fill a post makes none, and neither does a name that is
/// asked about: until it is answered its people may be at another post (`maybe_fills`).
fn find_or_add(
    roster: &Roster,
    book: &mut Book,
    (unit, key, jabatan): (UnitId, &Arc<str>, &Jabatan),
    fills: bool,
) -> Option<Nomor> {
    let jenjang = jabatan.jenjang;
    if let Some(found) = find(roster, book, unit, key, jenjang) {
        return Some(found);
    }
    if !fills || roster.asks_jabatan(unit, key) {
        return None;
    }
    let jenjang = jenjang.filter(|_| book.is_by_jenjang(unit, key));
    let nama = if **key == *KEPALA_SEKOLAH { Arc::from("Kepala Sekolah") } else { jabatan.nama.clone() };
    Some(book.add_under(key.clone(), unit, nama, jenjang, None))
}

/// The post of this jenjang, else the post of all jenjang, under the own name or the one it counts under.
fn find(roster: &Roster, book: &Book, unit: UnitId, key: &str, jenjang: Option<Jenjang>) -> Option<Nomor> {
    let names = [Some(key), other_name(roster.unit(unit).jenis, key)];
    book.find(unit, names.into_iter().flatten().flat_map(|name| [(name, jenjang), (name, None)]))
}

/// The post under which a teacher counts where there is none of the own name: all teachers of a TK are class
/// teachers, and a school whose teachers are not told apart has one post for them.
fn other_name(jenis: JenisUnit, key: &str) -> Option<&'static str> {
    match (jenis, key) {
        (JenisUnit::Sekolah(BentukPendidikan::Tk), "GURU" | "GURU KELAS") => Some("GURU TK"),
        (JenisUnit::Sekolah(_), "GURU KELAS" | "GURU PAI" | "GURU PJOK" | "GURU TK" | "GURU PENDAMPING KHUSUS") => {
            Some(GURU)
        }
        (JenisUnit::Sekolah(BentukPendidikan::Smp | BentukPendidikan::Sma | BentukPendidikan::Smk), key) => {
            key.starts_with("GURU ").then_some(GURU)
        }
        _ => None,
    }
}
