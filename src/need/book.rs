//! The posts while they are put together, by unit, name of the jabatan and jenjang.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::jabatan::{Jenjang, name_key};
use crate::model::needs::{Kebutuhan, Needs, Post, PostId, SumberRiil};
use crate::model::unit::UnitId;

/// Key of the post of teachers whose subject is not told.
pub const GURU: &str = "GURU";
/// Key of the post of class teachers.
pub const GURU_KELAS: &str = "GURU KELAS";
/// Key of the post of heads of schools.
pub const KEPALA_SEKOLAH: &str = "KEPALA SEKOLAH";

/// Unit, key of the jabatan's name, jenjang: also the order of `Needs::posts`.
pub type PostKey = (UnitId, Arc<str>, Option<Jenjang>);

/// Whether a post of this key is one of teachers, the subject told or not.
pub fn is_teacher(key: &str) -> bool {
    key == GURU || key.starts_with("GURU ")
}

#[derive(Default)]
pub struct Book {
    posts: BTreeMap<PostKey, Post>,
}

impl Book {
    /// Adds a post with nobody counted yet; the first of two with one key stays.
    pub fn add(&mut self, unit: UnitId, jabatan: Arc<str>, jenjang: Option<Jenjang>, kebutuhan: Option<Kebutuhan>) {
        let key = (unit, Arc::from(name_key(&jabatan)), jenjang);
        self.add_under(key, jabatan, kebutuhan);
    }

    /// The same under a key that is made already, so that it is shared.
    pub fn add_under(&mut self, key: PostKey, jabatan: Arc<str>, kebutuhan: Option<Kebutuhan>) {
        let (unit, _, jenjang) = key;
        self.posts.entry(key).or_insert(Post {
            unit,
            jabatan,
            jenjang,
            kebutuhan,
            riil: 0,
            tak_terbaca: 0,
            sumber_riil: SumberRiil::Pegawai,
        });
    }

    /// One post for all teachers of a school, present as its own workbook counts them.
    pub fn add_whole_school(&mut self, unit: UnitId, kebutuhan: Option<Kebutuhan>, guru: u32) {
        self.add(unit, "Guru".into(), None, kebutuhan);
        self.set_riil(unit, GURU, None, guru);
    }

    /// Takes the count of present people from the unit workbook.
    pub fn set_riil(&mut self, unit: UnitId, key: &str, jenjang: Option<Jenjang>, riil: u32) {
        if let Some(post) = self.posts.get_mut(&(unit, Arc::from(key), jenjang)) {
            post.riil = riil;
            post.sumber_riil = SumberRiil::DataUnit;
        }
    }

    /// The posts of a unit with this name, of every jenjang.
    pub fn named(&mut self, unit: UnitId, key: &str) -> impl Iterator<Item = &mut Post> {
        let name: Arc<str> = Arc::from(key);
        self.posts
            .range_mut((unit, name.clone(), None)..)
            .take_while(move |((other, key, _), _)| *other == unit && *key == name)
            .map(|(_, post)| post)
    }

    /// Whether any post of the unit has this name.
    pub fn names(&self, unit: UnitId, name: &str) -> bool {
        let key = name_key(name);
        self.of_unit(unit).any(|own| own == key)
    }

    /// The first post among these names and jenjang of the unit; its key is the book's own, shared.
    pub fn find<'a>(
        &self,
        unit: UnitId,
        mut names: impl Iterator<Item = (&'a str, Option<Jenjang>)>,
    ) -> Option<PostKey> {
        names
            .find_map(|(name, jenjang)| self.posts.get_key_value(&(unit, Arc::from(name), jenjang)))
            .map(|(key, _)| key.clone())
    }

    /// Whether an official figure speaks of teachers of this unit.
    pub fn names_teachers(&self, unit: UnitId) -> bool {
        self.of_unit(unit).any(is_teacher)
    }

    /// Whether an official figure speaks of teachers without their subject.
    pub fn has_plain_teacher(&self, unit: UnitId) -> bool {
        self.of_unit(unit).any(|key| key == GURU)
    }

    /// Whether an official figure or one of the workload speaks of teachers of some subject or class.
    pub fn names_subject(&self, unit: UnitId) -> bool {
        self.of_unit(unit).any(|key| key != GURU && is_teacher(key))
    }

    /// The posts of teachers of a unit, the subject told or not.
    pub fn teachers(&self, unit: UnitId) -> Vec<PostKey> {
        self.keys_of(unit).filter(|(_, key, _)| is_teacher(key)).cloned().collect()
    }

    fn of_unit(&self, unit: UnitId) -> impl Iterator<Item = &str> {
        self.keys_of(unit).map(|(_, key, _)| &**key)
    }

    fn keys_of(&self, unit: UnitId) -> impl Iterator<Item = &PostKey> {
        let from = (unit, Arc::from(""), None);
        self.posts.range(from..).map(|(key, _)| key).take_while(move |(other, _, _)| *other == unit)
    }

    /// Whether the need for this name is stated by jenjang.
    pub fn is_by_jenjang(&self, unit: UnitId, key: &str) -> bool {
        let from = (unit, Arc::from(key), None);
        let mut posts = self.posts.range(from..).take_while(|((other, name, _), _)| *other == unit && &**name == key);
        posts.any(|((_, _, jenjang), _)| jenjang.is_some())
    }

    /// Whether a post is one whose need is known.
    pub fn is_needed(&self, key: &PostKey) -> bool {
        self.posts.get(key).is_some_and(|post| post.kebutuhan.is_some())
    }

    /// The posts of this name of every jenjang, where their need is stated by jenjang.
    pub fn by_jenjang(&self, unit: UnitId, key: &str) -> Vec<PostKey> {
        let named = self.keys_of(unit).filter(|(_, name, jenjang)| &**name == key && jenjang.is_some());
        named.cloned().collect()
    }

    /// Numbers the posts in their order.
    pub fn into_needs(self) -> (Needs, BTreeMap<PostKey, PostId>) {
        let mut needs = Needs { posts: Vec::with_capacity(self.posts.len()), ..Needs::default() };
        let mut ids = BTreeMap::new();
        for (key, post) in self.posts {
            ids.insert(key, PostId(needs.posts.len() as u32));
            needs.posts.push(post);
        }
        (needs, ids)
    }
}
