//! The posts while they are put together, by unit, name of the jabatan and jenjang.

use std::sync::Arc;

use crate::model::in_place::{places, put_each};
use crate::model::jabatan::{Jenjang, name_key};
use crate::model::needs::{Kebutuhan, Needs, Post, PostId, SumberRiil};
use crate::model::unit::UnitId;

/// Key of the post of teachers whose subject is not told.
pub const GURU: &str = "GURU";
/// Key of the post of class teachers.
pub const GURU_KELAS: &str = "GURU KELAS";
/// Key of the post of heads of schools.
pub const KEPALA_SEKOLAH: &str = "KEPALA SEKOLAH";

/// A post by the order in which it came into the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Nomor(u32);

/// Whether a post of this key is one of teachers, the subject told or not.
pub fn is_teacher(key: &str) -> bool {
    key == GURU || key.starts_with("GURU ")
}

/// The posts of all units. A large region has a hundred thousand, so each stands here once and is told by its number.
pub struct Book {
    /// In the order in which they came, each with the key of its name.
    posts: Vec<(Arc<str>, Post)>,
    /// Of each unit its posts, by key, then jenjang: also the order of `Needs::posts`.
    of_unit: Vec<Vec<Nomor>>,
}

impl Book {
    /// An empty book for so many units.
    pub fn new(units: usize) -> Book {
        Book { posts: Vec::new(), of_unit: vec![Vec::new(); units] }
    }

    /// Adds a post with nobody counted yet; the first of two with one key stays.
    pub fn add(&mut self, unit: UnitId, jabatan: Arc<str>, jenjang: Option<Jenjang>, kebutuhan: Option<Kebutuhan>) {
        self.add_under(name_key(&jabatan).into(), unit, jabatan, jenjang, kebutuhan);
    }

    /// The same under a key that is made already, so that it is shared. Its number, also of one that was there.
    pub fn add_under(
        &mut self,
        key: Arc<str>,
        unit: UnitId,
        jabatan: Arc<str>,
        jenjang: Option<Jenjang>,
        kebutuhan: Option<Kebutuhan>,
    ) -> Nomor {
        let at = match self.position(unit, &key, jenjang) {
            Ok(at) => return self.numbers(unit)[at],
            Err(at) => at,
        };
        let (kebutuhan, sumber_riil) = (kebutuhan.map(Box::new), SumberRiil::Pegawai);
        let nomor = Nomor(self.posts.len() as u32);
        self.posts.push((key, Post { unit, jabatan, jenjang, kebutuhan, riil: 0, tak_terbaca: 0, sumber_riil }));
        self.of_unit[unit.0 as usize].insert(at, nomor);
        nomor
    }

    /// One post for all teachers of a school, present as its own workbook counts them.
    pub fn add_whole_school(&mut self, unit: UnitId, kebutuhan: Option<Kebutuhan>, guru: u32) {
        self.add(unit, "Guru".into(), None, kebutuhan);
        self.set_riil(unit, GURU, None, guru);
    }

    /// Takes the count of present people from the unit workbook.
    pub fn set_riil(&mut self, unit: UnitId, key: &str, jenjang: Option<Jenjang>, riil: u32) {
        if let Some(nomor) = self.find(unit, [(key, jenjang)].into_iter()) {
            let post = self.post_mut(nomor);
            post.riil = riil;
            post.sumber_riil = SumberRiil::DataUnit;
        }
    }

    pub fn post(&self, Nomor(at): Nomor) -> &Post {
        &self.posts[at as usize].1
    }

    pub fn post_mut(&mut self, Nomor(at): Nomor) -> &mut Post {
        &mut self.posts[at as usize].1
    }

    /// The posts of a unit with this name, of every jenjang.
    pub fn named(&self, unit: UnitId, key: &str) -> &[Nomor] {
        let all = self.numbers(unit);
        let start = all.partition_point(|nomor| self.key(*nomor) < key);
        &all[start..start + all[start..].partition_point(|nomor| self.key(*nomor) == key)]
    }

    /// Whether any post of the unit has this name.
    pub fn names(&self, unit: UnitId, name: &str) -> bool {
        !self.named(unit, &name_key(name)).is_empty()
    }

    /// The first post among these names and jenjang of the unit.
    pub fn find<'a>(&self, unit: UnitId, mut names: impl Iterator<Item = (&'a str, Option<Jenjang>)>) -> Option<Nomor> {
        names.find_map(|(name, jenjang)| Some(self.numbers(unit)[self.position(unit, name, jenjang).ok()?]))
    }

    /// Whether an official figure speaks of teachers of this unit.
    pub fn names_teachers(&self, unit: UnitId) -> bool {
        self.keys_of(unit).any(is_teacher)
    }

    /// Whether an official figure speaks of teachers without their subject.
    pub fn has_plain_teacher(&self, unit: UnitId) -> bool {
        self.keys_of(unit).any(|key| key == GURU)
    }

    /// Whether an official figure or one of the workload speaks of teachers of some subject or class.
    pub fn names_subject(&self, unit: UnitId) -> bool {
        self.keys_of(unit).any(|key| key != GURU && is_teacher(key))
    }

    /// The posts of teachers of a unit, the subject told or not.
    pub fn teachers(&self, unit: UnitId) -> impl Iterator<Item = Nomor> {
        self.numbers(unit).iter().copied().filter(|nomor| is_teacher(self.key(*nomor)))
    }

    /// Whether the need for this name is stated by jenjang.
    pub fn is_by_jenjang(&self, unit: UnitId, key: &str) -> bool {
        self.by_jenjang(unit, key).next().is_some()
    }

    /// Whether a post is one whose need is known.
    pub fn is_needed(&self, nomor: Nomor) -> bool {
        self.post(nomor).kebutuhan.is_some()
    }

    /// The posts of this name of every jenjang, where their need is stated by jenjang.
    pub fn by_jenjang(&self, unit: UnitId, key: &str) -> impl Iterator<Item = Nomor> {
        self.named(unit, key).iter().copied().filter(|nomor| self.post(*nomor).jenjang.is_some())
    }

    /// Puts the posts into their order, and tells by their numbers which each is in it.
    pub fn into_needs(self) -> (Needs, Posts) {
        let Book { posts, of_unit } = self;
        let mut posts: Vec<Post> = posts.into_iter().map(|(_, post)| post).collect();
        posts.shrink_to_fit();
        let order: Vec<u32> = of_unit.into_iter().flatten().map(|Nomor(at)| at).collect();
        let goes_to = places(order.into_iter());
        put_each(&mut posts, goes_to.clone());
        (Needs { posts, ..Needs::default() }, Posts(goes_to))
    }

    fn numbers(&self, unit: UnitId) -> &[Nomor] {
        &self.of_unit[unit.0 as usize]
    }

    fn key(&self, Nomor(at): Nomor) -> &str {
        &self.posts[at as usize].0
    }

    fn keys_of(&self, unit: UnitId) -> impl Iterator<Item = &str> {
        self.numbers(unit).iter().map(|nomor| self.key(*nomor))
    }

    /// Where the post stands among those of its unit, else where it belongs.
    fn position(&self, unit: UnitId, key: &str, jenjang: Option<Jenjang>) -> Result<usize, usize> {
        let of = |nomor: &Nomor| (self.key(*nomor), self.post(*nomor).jenjang);
        self.numbers(unit).binary_search_by(|nomor| of(nomor).cmp(&(key, jenjang)))
    }
}

/// For each number of the book the post in `Needs::posts`.
pub struct Posts(Vec<u32>);

impl Posts {
    pub fn id(&self, Nomor(at): Nomor) -> PostId {
        PostId(self.0[at as usize])
    }
}
