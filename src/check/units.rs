//! All units of a period, found by kode first, else by the exact normalised name. A near name is only offered.

use std::collections::HashMap;
use std::sync::Arc;

use super::draft::{UnitDraft, UnitRef};
use super::{lengkap, unit_dekat};
use crate::finding::Place;
use crate::model::kamus::MOST_CALON;
use crate::model::koordinat::Koordinat;
use crate::model::unit::{JenisUnit, Unit, UnitId, unit_key};

/// The units while they are put together.
#[derive(Default)]
pub struct Units {
    pub list: Vec<Unit>,
    keys: Vec<String>,
    by_kode: HashMap<String, UnitId>,
    by_key: HashMap<String, Vec<UnitId>>,
    /// Keys and offers by the name as typed: each name is normalised and compared once.
    keys_seen: HashMap<Arc<str>, String>,
    offers: HashMap<String, Vec<UnitId>>,
    /// Units by their name without what some offices write in front of it, and by what is left of that without its end.
    by_plain: HashMap<String, Vec<UnitId>>,
    by_short: HashMap<String, Vec<UnitId>>,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hit {
    One(UnitId),
    /// These units carry this name.
    Many(Vec<UnitId>),
    None,
}

impl Units {
    /// The unit a row names: by kode, else by name; of several with one name the one under the same induk or in the
    /// same kecamatan.
    pub fn find(&mut self, unit: &UnitRef) -> Hit {
        if let Some(id) = unit.kode.as_ref().and_then(|kode| self.by_kode.get(&kode.to_uppercase())) {
            return Hit::One(*id);
        }
        let Some(nama) = &unit.nama else { return Hit::None };
        let key = self.keys_seen.entry(nama.clone()).or_insert_with(|| unit_key(nama));
        let Some(named) = self.by_key.get(key.as_str()) else { return Hit::None };
        if let [one] = named[..] {
            return Hit::One(one);
        }
        let induk_key = unit.induk.as_ref().map(|induk| unit_key(induk));
        let fits = |id: &&UnitId| {
            let other = &self.list[id.0 as usize];
            let same_induk = induk_key.is_some() && other.induk.as_ref().map(|induk| unit_key(induk)) == induk_key;
            same_induk || (unit.kecamatan.is_some() && other.kecamatan == unit.kecamatan)
        };
        let mut fitting = named.iter().filter(fits);
        match (fitting.next(), fitting.next()) {
            (Some(one), None) => Hit::One(*one),
            _ => Hit::Many(named.clone()),
        }
    }

    /// Takes a unit in as it is.
    pub fn add(&mut self, draft: UnitDraft) -> UnitId {
        let id = UnitId(self.list.len() as u32);
        if let Some(kode) = &draft.kode {
            self.by_kode.entry(kode.to_uppercase()).or_insert(id);
        }
        self.by_key.entry(draft.key.clone()).or_default().push(id);
        let plain = lengkap::plain(&draft.key);
        if let Some(short) = lengkap::short(plain) {
            self.by_short.entry(short).or_default().push(id);
        }
        self.by_plain.entry(plain.to_string()).or_default().push(id);
        self.keys.push(draft.key);
        self.list.push(Unit {
            kode: draft.kode,
            nama: draft.nama,
            jenis: draft.jenis,
            sekolah: draft.sekolah,
            induk: draft.induk,
            kecamatan: draft.kecamatan,
            puskesmas: draft.puskesmas,
            koordinat: draft.koordinat,
            survei: Vec::new(),
            place: draft.place,
        });
        id
    }

    /// Takes a unit in that a row about something else names.
    pub fn add_named(&mut self, unit: &UnitRef, place: Place) -> Option<UnitId> {
        let nama = unit.nama.clone().or_else(|| unit.kode.clone())?;
        Some(self.add(UnitDraft {
            kode: unit.kode.clone(),
            key: unit_key(&nama),
            jenis: JenisUnit::of_name(&nama),
            nama,
            sekolah: None,
            puskesmas: None,
            koordinat: None,
            induk: unit.induk.clone(),
            kecamatan: unit.kecamatan,
            tahun: None,
            kode_place: place.clone(),
            place,
        }))
    }

    /// Adds what a second source knows of a unit: a kode by which it may be called too, induk and kecamatan.
    pub fn enrich(&mut self, id: UnitId, unit: &UnitRef) {
        if let Some(kode) = &unit.kode {
            self.by_kode.entry(kode.to_uppercase()).or_insert(id);
        }
        let known = &mut self.list[id.0 as usize];
        if known.kode.is_none() {
            known.kode = unit.kode.clone();
        }
        if known.induk.is_none() && unit.induk.as_deref() != Some(&*known.nama) {
            known.induk = unit.induk.clone();
        }
        if known.kecamatan.is_none() {
            known.kecamatan = unit.kecamatan;
        }
    }

    /// Whether the unit is known by this name.
    pub fn is_named(&self, id: UnitId, nama: &str) -> bool {
        self.by_key.get(&unit_key(nama)).is_some_and(|ids| ids.contains(&id))
    }

    /// Whether the name is the unit's but for words that some offices add.
    pub fn is_worded(&self, id: UnitId, nama: &str) -> bool {
        self.worded_otherwise(&unit_key(nama)).contains(&id)
    }

    /// Lets a unit be found by a second name, and says whether no other unit has it.
    pub fn call(&mut self, id: UnitId, nama: &str) -> bool {
        let named = self.by_key.entry(unit_key(nama)).or_default();
        let is_free = named.is_empty();
        if is_free {
            named.push(id);
        }
        is_free
    }

    /// Says where a unit stands, if that is not known yet.
    pub fn stands_at(&mut self, id: UnitId, koordinat: Option<Koordinat>) {
        let known = &mut self.list[id.0 as usize];
        known.koordinat = known.koordinat.or(koordinat);
    }

    /// Gives every induk one spelling: that of the unit of this name, else the first one met. Reports group by it.
    pub fn settle_induk(&mut self) {
        let mut spelling: HashMap<String, Arc<str>> = HashMap::new();
        for (unit, key) in self.list.iter().zip(&self.keys) {
            spelling.entry(key.clone()).or_insert_with(|| unit.nama.clone());
        }
        for unit in &mut self.list {
            let Some(induk) = unit.induk.take() else { continue };
            let known = spelling.entry(unit_key(&induk)).or_insert(induk).clone();
            // A unit is not its own induk.
            unit.induk = Some(known).filter(|known| *known != unit.nama);
        }
    }

    /// The units whose names say the same in more or fewer words, then those whose names are nearest to this one, if
    /// they are near, carry the same numbers and are no other kind of school; the nearest first.
    pub fn offers(&mut self, nama: &str) -> Vec<UnitId> {
        let key = unit_key(nama);
        if let Some(offers) = self.offers.get(&key) {
            return offers.clone();
        }
        let worded = self.worded_otherwise(&key);
        let near = unit_dekat::near(&key, &self.keys).into_iter().map(|index| UnitId(index as u32));
        let near = near.filter(|id| !worded.contains(id));
        let offers: Vec<UnitId> = worded.iter().copied().chain(near).take(MOST_CALON).collect();
        self.offers.insert(key, offers.clone());
        offers
    }

    /// The units whose names are this one but for words of `lengkap`, in the order in which they were added. Two names
    /// that both lose their end are two units: *Kecamatan Kota Baru* and *Kecamatan Kota Agung*.
    fn worded_otherwise(&self, key: &str) -> Vec<UnitId> {
        let plain = lengkap::plain(key);
        let short = lengkap::short(plain).and_then(|short| self.by_plain.get(&short));
        let found = [self.by_plain.get(plain), self.by_short.get(plain), short];
        let mut found: Vec<UnitId> = found.into_iter().flatten().flatten().copied().collect();
        found.sort();
        found.dedup();
        found
    }

    /// Hands the units over in kode, then name order, with the new place of each old one.
    pub fn into_sorted(self) -> (Vec<Unit>, Vec<UnitId>) {
        let mut order: Vec<usize> = (0..self.list.len()).collect();
        order.sort_by(|&a, &b| {
            let (a, b) = (&self.list[a], &self.list[b]);
            let kode = (a.kode.is_none(), &a.kode).cmp(&(b.kode.is_none(), &b.kode));
            kode.then_with(|| a.nama.cmp(&b.nama)).then_with(|| a.place.cmp(&b.place))
        });
        let mut new_ids = vec![UnitId(0); order.len()];
        for (new, &old) in order.iter().enumerate() {
            new_ids[old] = UnitId(new as u32);
        }
        let mut list: Vec<Option<Unit>> = self.list.into_iter().map(Some).collect();
        let sorted = order.iter().map(|&old| list[old].take().expect("each unit has one place in the order"));
        (sorted.collect(), new_ids)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(names: &[(&str, Option<&str>)]) -> Units {
        let mut units = Units::default();
        for (nama, kode) in names {
            let unit = UnitRef { nama: Some((*nama).into()), kode: kode.map(Into::into), ..UnitRef::default() };
            units.add_named(&unit, Place::file("x"));
        }
        units
    }

    fn find(units: &mut Units, nama: &str, kode: Option<&str>) -> Hit {
        units.find(&UnitRef { nama: Some(nama.into()), kode: kode.map(Into::into), ..UnitRef::default() })
    }

    #[test]
    fn kode_counts_before_name_and_name_only_exactly() {
        let mut units = units(&[("SD Negeri 1 Bangko", Some("10501001")), ("SD Negeri 2 Bangko", Some("10501002"))]);
        assert_eq!(find(&mut units, "SD Negeri 1 Bangko", Some("10501002")), Hit::One(UnitId(1)));
        assert_eq!(find(&mut units, "SDN 01 BANGKO", None), Hit::One(UnitId(0)));
        assert_eq!(find(&mut units, "SDN 1 Bangkoo", None), Hit::None);
    }

    #[test]
    fn a_near_name_is_offered_only_with_the_same_numbers() {
        let names = ["SD Negeri 1 Bangko", "SD Negeri 12 Bangko", "Dinas Kesehatan", "SMP Negeri 1 Bangko"];
        let mut units = units(&names.map(|nama| (nama, None)));
        assert_eq!(units.offers("SDN 1 Bangkoo"), [UnitId(0)]);
        assert_eq!(units.offers("SDN 3 Bangko"), []);
        assert_eq!(units.offers("Dinas Kesehatn"), [UnitId(2)]);
        assert_eq!(units.offers("Badan Pendapatan"), []);
    }

    #[test]
    fn a_name_that_says_the_same_in_other_words_is_offered() {
        let names =
            ["Dinas Sosial", "SD Negeri 1 Bangko", "Puskesmas Jangkat", "Kecamatan Kota Agung", "RSUD Kabupaten X"];
        let mut units = units(&names.map(|nama| (nama, None)));
        for (written, meant) in [
            ("DINAS SOSIAL KABUPATEN MERANGIN", 0),
            ("Dinas Sosial Kab. Merangin", 0),
            ("UPTD SDN 001/VI Bangko I", 1),
            ("Dinas Kesehatan - Puskesmas Jangkat", 2),
            ("BLUD UPTD Puskesmas Jangkat", 2),
            ("RSUD", 4),
        ] {
            assert_eq!(units.offers(written), [UnitId(meant)], "{written}");
        }
        for other in [
            "Kecamatan Kota Sungai Penuh",
            "SDN 2/VI Bangko I",
            "Dinas Kesehatan",
            "Dinas Kesehatan Kabupaten Merangin",
        ] {
            assert_eq!(units.offers(other), [], "{other}");
        }
    }

    #[test]
    fn units_of_one_name_are_told_apart_by_their_induk() {
        let mut units = units(&[("Bagian Umum", Some("A")), ("Bagian Umum", Some("B"))]);
        units.list[1].induk = Some("Sekretariat DPRD".into());
        assert_eq!(find(&mut units, "Bagian Umum", None), Hit::Many(vec![UnitId(0), UnitId(1)]));
        let induk = Some("SEKRETARIAT DPRD".into());
        let hit = units.find(&UnitRef { nama: Some("Bagian Umum".into()), induk, ..UnitRef::default() });
        assert_eq!(hit, Hit::One(UnitId(1)));
    }
}
