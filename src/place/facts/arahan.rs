//! Arahan: what leadership has decided, as rules, prices and audit ask for it.
//!
//! A decision on staying or against a place is a rule about the person; a waiver takes a rule away from a
//! person; a force keeps one post open to a person, and staying then counts as a forced decision that fails. A force that
//! a rule or an unknown need makes impossible leaves the person at home and is named.

mod baca;

use std::collections::BTreeMap;

use crate::model::jabatan::name_key;
use crate::model::keputusan::{HasilKeputusan, Keputusan};
use crate::model::needs::{Needs, PostId};
use crate::model::pegawai::PegawaiId;
use crate::model::unit::UnitId;
use crate::place::facts::Facts;

/// Every decision of the run, by the person it is about.
#[derive(Default)]
pub struct Arahan<'a> {
    list: &'a [Keputusan],
    people: BTreeMap<PegawaiId, Orang>,
    /// The post of each person under the published plan; `None` without such a plan.
    terbit: Option<Vec<Option<PostId>>>,
    /// What became of decisions of which the data alone tell.
    sudah: BTreeMap<usize, HasilKeputusan>,
}

/// What is decided about one person; numbers are places in the list.
#[derive(Clone, Default)]
struct Orang {
    tetap: Option<usize>,
    wajib: Option<(PostId, usize)>,
    tertutup: Vec<(Tempat, usize)>,
    lepas: Vec<Pengecualian>,
    /// Places for which a rule about the person is waived; it still forbids all others.
    hanya: Vec<(Tempat, usize)>,
}

#[derive(Clone)]
struct Pengecualian {
    aturan: String,
    tempat: Option<Tempat>,
    nomor: usize,
}

/// A unit with all its posts, or one post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tempat {
    Unit(UnitId),
    Post(PostId),
}

impl Tempat {
    fn covers(self, needs: &Needs, post: PostId) -> bool {
        match self {
            Tempat::Unit(unit) => needs.post(post).unit == unit,
            Tempat::Post(own) => own == post,
        }
    }

    fn unit(self, needs: &Needs) -> UnitId {
        match self {
            Tempat::Unit(unit) => unit,
            Tempat::Post(post) => needs.post(post).unit,
        }
    }
}

impl<'a> Arahan<'a> {
    pub fn list(&self) -> &'a [Keputusan] {
        self.list
    }

    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The published plan alone.
    pub fn undecided(self) -> Arahan<'a> {
        Arahan { terbit: self.terbit, ..Arahan::default() }
    }

    /// Whether anything is decided about a person.
    pub fn is_about(&self, id: PegawaiId) -> bool {
        self.people.contains_key(&id)
    }

    /// Every decision that holds, with whom it is about, in the order of people.
    pub fn decided(&self) -> Vec<(PegawaiId, &'a Keputusan)> {
        let of = |(id, own): (&PegawaiId, &Orang)| {
            let places = own.tertutup.iter().map(|(_, nomor)| *nomor).chain(own.lepas.iter().map(|lepas| lepas.nomor));
            let all = own.tetap.into_iter().chain(own.wajib.map(|(_, nomor)| nomor)).chain(places);
            all.map(|nomor| (*id, &self.list[nomor])).collect::<Vec<_>>()
        };
        self.people.iter().flat_map(of).collect()
    }

    /// Where a person must go.
    pub fn wajib(&self, id: PegawaiId) -> Option<PostId> {
        self.people.get(&id)?.wajib.map(|(post, _)| post)
    }

    /// The decision that sends a person to where he or she must go.
    pub fn pengirim(&self, id: PegawaiId) -> Option<&'a Keputusan> {
        self.people.get(&id)?.wajib.map(|(_, nomor)| &self.list[nomor])
    }

    /// The decision that keeps a person at home.
    pub fn penahan(&self, id: PegawaiId) -> Option<&'a Keputusan> {
        self.people.get(&id)?.tetap.map(|nomor| &self.list[nomor])
    }

    /// The decision that keeps a person from a post.
    pub fn penolak(&self, needs: &Needs, id: PegawaiId, post: PostId) -> Option<&'a Keputusan> {
        let own = self.people.get(&id)?;
        if let Some((wajib, nomor)) = own.wajib
            && wajib != post
        {
            return Some(&self.list[nomor]);
        }
        if let Some((_, nomor)) = own.tertutup.iter().find(|(tempat, _)| tempat.covers(needs, post)) {
            return Some(&self.list[*nomor]);
        }
        let beyond = !own.hanya.is_empty() && !own.hanya.iter().any(|(tempat, _)| tempat.covers(needs, post));
        beyond.then(|| &self.list[own.hanya[0].1])
    }

    /// The units in which some post may be kept from a person.
    pub fn units(&self, facts: &Facts, id: PegawaiId) -> Vec<UnitId> {
        match self.people.get(&id) {
            None => Vec::new(),
            Some(own) if own.wajib.is_some() || !own.hanya.is_empty() => facts.roster.unit_ids().collect(),
            Some(own) => own.tertutup.iter().map(|(tempat, _)| tempat.unit(facts.needs)).collect(),
        }
    }

    /// The decision that waives a rule for a person: for this post, or for any where none is asked about.
    pub fn pengecualian(
        &self,
        needs: &Needs,
        id: PegawaiId,
        aturan: &str,
        post: Option<PostId>,
    ) -> Option<&'a Keputusan> {
        let own = self.people.get(&id)?;
        let holds = |tempat: Option<Tempat>| tempat.zip(post).is_none_or(|(tempat, post)| tempat.covers(needs, post));
        let found = own.lepas.iter().find(|lepas| lepas.aturan == aturan && holds(lepas.tempat))?;
        Some(&self.list[found.nomor])
    }

    /// Whether some rule is waived for a person.
    pub fn is_lepas(&self, id: PegawaiId) -> bool {
        self.people.get(&id).is_some_and(|own| !own.lepas.is_empty())
    }

    /// Whether there is a published plan, and a person's post in it is another one.
    pub fn berubah(&self, id: PegawaiId, post: PostId) -> bool {
        self.terbit(id).is_some_and(|terbit| terbit != post)
    }

    /// A person's post under the published plan; `None` without such a plan.
    pub fn terbit(&self, id: PegawaiId) -> Option<PostId> {
        self.terbit.as_ref()?[id.0 as usize]
    }

    /// Forced decisions that fail whatever the plan is.
    pub fn mustahil(&self) -> i64 {
        let fails = |(nomor, hasil): &(&usize, &HasilKeputusan)| {
            self.list[**nomor].tindakan.is_force() && matches!(hasil, HasilKeputusan::TidakTerpenuhi(_))
        };
        self.sudah.iter().filter(fails).count() as i64
    }

    /// What the data alone tell of a decision.
    pub fn sudah(&self, nomor: usize) -> Option<&HasilKeputusan> {
        self.sudah.get(&nomor)
    }

    /// Posts of two jabatan between which a decision lets somebody go.
    pub fn jembatan(&self, needs: &Needs) -> Vec<(PostId, PostId)> {
        let of = |(id, own): (&PegawaiId, &Orang)| {
            let home = needs.post_of[id.0 as usize];
            let wajib = own.wajib.map(|(post, _)| post);
            let lepas = own.lepas.iter().filter_map(|lepas| match lepas.tempat? {
                Tempat::Post(post) => Some(post),
                Tempat::Unit(_) => None,
            });
            let ends: Vec<PostId> = wajib.into_iter().chain(lepas).collect();
            ends.into_iter().filter_map(move |post| Some((home?, post)))
        };
        self.people.iter().flat_map(of).collect()
    }

    /// The name under which a jabatan is planned together with those that a decision joins to it: the first of them.
    pub fn bersama(&self, needs: &Needs) -> BTreeMap<String, String> {
        let mut first: BTreeMap<String, String> = BTreeMap::new();
        let find = |first: &BTreeMap<String, String>, name: String| {
            let mut name = name;
            while let Some(next) = first.get(&name) {
                name.clone_from(next);
            }
            name
        };
        for (from, to) in self.jembatan(needs) {
            let [a, b] = [from, to].map(|post| find(&first, name_key(&needs.post(post).jabatan)));
            if a != b {
                let (low, high) = (a.clone().min(b.clone()), a.max(b));
                first.insert(high, low);
            }
        }
        let names: Vec<String> = first.keys().cloned().collect();
        names.into_iter().map(|name| (name.clone(), find(&first, name))).collect()
    }
}
