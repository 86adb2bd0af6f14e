//! Readings of texts that come in row after row: jabatan, golongan and pendidikan. Each is read once and remembered.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, PoisonError};

use super::draft::UnitRef;
use crate::model::bersama::Bersama;
use crate::model::golongan::Golongan;
use crate::model::jabatan::{Jabatan, Petunjuk};
use crate::model::kinerja::Skp;
use crate::model::pegawai::Instansi;
use crate::model::pendidikan::Pendidikan;

/// What was read before. Every thread has its own; what it gives is what reading anew would give.
#[derive(Default)]
pub struct Memo {
    jabatan: HashMap<String, Option<Bersama<Jabatan>>>,
    golongan: HashMap<String, Option<Golongan>>,
    pangkat: HashMap<String, Option<Golongan>>,
    pendidikan: HashMap<String, Option<Bersama<Pendidikan>>>,
    names: HashSet<Arc<str>>,
    units: HashSet<Bersama<UnitRef>>,
    instansi: HashSet<Bersama<Instansi>>,
    skp: HashMap<Vec<Skp>, Bersama<Vec<Skp>>>,
    key: String,
}

impl Memo {
    pub fn jabatan(&mut self, text: &str, petunjuk: Petunjuk) -> Option<Bersama<Jabatan>> {
        write_key(&mut self.key, &[Some(text), petunjuk.jenis, petunjuk.eselon]);
        recall(&mut self.jabatan, &self.key, || Jabatan::parse(text, petunjuk).map(Into::into))
    }

    /// The jabatan of a teacher of this subject; `None` of several.
    pub fn guru_mapel(&mut self, mapel: &str) -> Option<Bersama<Jabatan>> {
        write_key(&mut self.key, &[Some(mapel), Some("mapel"), None]);
        recall(&mut self.jabatan, &self.key, || Jabatan::of_mapel(mapel).map(Into::into))
    }

    pub fn golongan(&mut self, text: &str, pppk: bool) -> Option<Golongan> {
        write_key(&mut self.key, &[Some(text), pppk.then_some("pppk")]);
        recall(&mut self.golongan, &self.key, || Golongan::parse(text, pppk))
    }

    /// The golongan whose pangkat the text names.
    pub fn of_pangkat(&mut self, text: &str) -> Option<Golongan> {
        recall(&mut self.pangkat, text, || Golongan::from_pangkat(text))
    }

    pub fn pendidikan(&mut self, tingkat: Option<&str>, text: Option<&str>) -> Option<Bersama<Pendidikan>> {
        write_key(&mut self.key, &[tingkat, text]);
        recall(&mut self.pendidikan, &self.key, || Pendidikan::parse(tingkat, text).map(Into::into))
    }

    /// One copy of a name that many rows carry.
    pub fn shared(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.names.get(text) {
            return known.clone();
        }
        let name: Arc<str> = text.into();
        self.names.insert(name.clone());
        name
    }

    /// One copy of the way in which many rows name their unit.
    pub fn unit(&mut self, [kode, nama, induk]: [Option<&str>; 3]) -> Bersama<UnitRef> {
        let [kode, nama, induk] = [kode, nama, induk].map(|text| text.map(|text| self.shared(text)));
        one_copy(&mut self.units, UnitRef { kode, nama, induk, kecamatan: None })
    }

    /// One copy of what many rows say of their instansi.
    pub fn instansi(&mut self, induk: &str, kerja: &str) -> Bersama<Instansi> {
        let [induk, kerja] = [induk, kerja].map(|text| self.shared(text));
        one_copy(&mut self.instansi, Instansi { induk, kerja })
    }

    /// One copy of these marks.
    pub fn skp(&mut self, skp: &[Skp]) -> Bersama<Vec<Skp>> {
        if let Some(known) = self.skp.get(skp) {
            return known.clone();
        }
        let own = Bersama::from(skp.to_vec());
        self.skp.insert(skp.to_vec(), own.clone());
        own
    }
}

/// The memos of a run: a thread borrows one for the rows that it reads at a time.
#[derive(Default)]
pub struct Memos(Mutex<Vec<Memo>>);

/// A memo that goes back to the others.
pub struct Lent<'m> {
    memo: Memo,
    back: &'m Memos,
}

impl Memos {
    pub fn lend(&self) -> Lent<'_> {
        let memo = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        Lent { memo: memo.unwrap_or_default(), back: self }
    }
}

impl Deref for Lent<'_> {
    type Target = Memo;

    fn deref(&self) -> &Memo {
        &self.memo
    }
}

impl DerefMut for Lent<'_> {
    fn deref_mut(&mut self) -> &mut Memo {
        &mut self.memo
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        self.back.0.lock().unwrap_or_else(PoisonError::into_inner).push(std::mem::take(&mut self.memo));
    }
}

/// Joins the parts, each in a line of its own: a text of a cell has no line breaks left.
fn write_key(key: &mut String, parts: &[Option<&str>]) {
    key.clear();
    for part in parts {
        if let Some(text) = part {
            key.push('=');
            key.push_str(text);
        }
        key.push('\n');
    }
}

fn one_copy<T: Eq + Hash>(known: &mut HashSet<Bersama<T>>, value: T) -> Bersama<T> {
    if let Some(known) = known.get(&value) {
        return known.clone();
    }
    let value = Bersama::from(value);
    known.insert(value.clone());
    value
}

fn recall<T: Clone>(known: &mut HashMap<String, T>, key: &str, read: impl FnOnce() -> T) -> T {
    if let Some(value) = known.get(key) {
        return value.clone();
    }
    let value = read();
    known.insert(key.to_string(), value.clone());
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_what_reading_gives_also_with_other_hints() {
        let mut memo = Memo::default();
        for _ in 0..2 {
            for jenis in [None, Some("JFT"), Some("JFU")] {
                let petunjuk = Petunjuk { jenis, eselon: None };
                let read = Jabatan::parse("Perawat Muda", petunjuk).map(Into::into);
                assert_eq!(memo.jabatan("Perawat Muda", petunjuk), read);
            }
            for pppk in [false, true] {
                assert_eq!(memo.golongan("IX", pppk), Golongan::parse("IX", pppk));
            }
            assert_eq!(memo.of_pangkat("Penata"), Golongan::from_pangkat("Penata"));
            for (tingkat, text) in [(Some("S-1"), None), (None, Some("S-1")), (Some("S-1"), Some("PGSD"))] {
                assert_eq!(memo.pendidikan(tingkat, text), Pendidikan::parse(tingkat, text).map(Into::into));
            }
        }
    }
}
