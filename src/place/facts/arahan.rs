//! Arahan: what leadership has decided, as rules, prices and audit ask for it.
//!
//! A decision on staying or against a place is a rule about the person; a waiver takes a rule away from a
//! person; a force keeps one post open to a person, and staying then counts as a forced decision that fails. A force that
//! a rule or an unknown need makes impossible leaves the person at home and is named.

use std::collections::BTreeMap;

use crate::model::jabatan::name_key;
use crate::model::keputusan::{HasilKeputusan, Keputusan, Tindakan, TujuanKeputusan};
use crate::model::needs::{Needs, PostId};
use crate::model::nip::Nip;
use crate::model::pegawai::PegawaiId;
use crate::model::unit::UnitId;
use crate::place::facts::Facts;
use crate::place::rules::Mask;

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

impl<'a> Facts<'a> {
    /// The same under the decisions of leadership.
    pub(super) fn decided(mut self) -> Facts<'a> {
        let daftar = &self.roster.keputusan;
        if daftar.list.is_empty() && daftar.terbit.is_none() {
            return self;
        }
        let read = Reader::new(&self);
        self.arahan = read.without_forces();
        self.arahan.hold_to_places(self.waived_of_people());
        let forces = self.forces();
        for (id, nomor, outcome) in forces {
            let own = self.arahan.people.entry(id).or_default();
            match outcome {
                Ok(post) => own.wajib = Some((post, nomor)),
                Err(hasil) => {
                    // What cannot be done moves nobody elsewhere; a post that nobody knows says nothing.
                    if !matches!(hasil, HasilKeputusan::TujuanTakDikenal(_)) {
                        own.tetap = own.tetap.or(Some(nomor));
                    }
                    self.arahan.sudah.insert(nomor, hasil);
                }
            }
        }
        self
    }

    /// Waivers of rules about a person that hold for some places only, where that rule forbids every move.
    fn waived_of_people(&self) -> Vec<(PegawaiId, Tempat, usize)> {
        let mut held = Vec::new();
        for (&id, own) in &self.arahan.people {
            let raw = self.raw_person_mask(id);
            for lepas in &own.lepas {
                let bites = self.bit(&lepas.aturan).is_some_and(|bit| raw.has(bit));
                held.extend(lepas.tempat.filter(|_| bites).map(|tempat| (id, tempat, lepas.nomor)));
            }
        }
        held
    }

    /// Each force with the post it leads to, or with what stops it.
    fn forces(&self) -> Vec<(PegawaiId, usize, Result<PostId, HasilKeputusan>)> {
        let by_nip = Reader::new(self);
        let forces = self.arahan.list.iter().enumerate().filter(|(_, keputusan)| keputusan.tindakan.is_force());
        let one = |(nomor, keputusan): (usize, &Keputusan)| {
            let id = by_nip.id(keputusan)?;
            let tujuan = keputusan.tujuan.as_ref()?;
            let outcome = by_nip.post(id, tujuan).map_err(HasilKeputusan::TujuanTakDikenal).and_then(|post| match self
                .needs
                .post_of[id.0 as usize]
            {
                Some(home) if home == post => Err(HasilKeputusan::Dipenuhi),
                _ => self.stopped(id, post).map_or(Ok(post), |why| Err(HasilKeputusan::TidakTerpenuhi(why))),
            });
            Some((id, nomor, outcome))
        };
        forces.filter_map(one).collect()
    }

    /// What makes a force impossible whatever the plan is: a rule, or a need that nobody knows.
    pub fn stopped(&self, id: PegawaiId, to: PostId) -> Option<String> {
        let Some(home) = self.needs.post_of[id.0 as usize] else {
            return Some("jabatan pegawai ini di unitnya tidak ada dalam data kebutuhan".into());
        };
        if !self.needs.fills[id.0 as usize] {
            let kedudukan = self.roster.pegawai(id).kedudukan.label();
            return Some(format!("dengan kedudukan hukum {kedudukan} pegawai ini tidak dihitung mengisi jabatannya"));
        }
        if let Some(open) = [home, to].into_iter().find(|post| self.needs.post(*post).kebutuhan.is_none()) {
            let post = self.needs.post(open);
            let unit = &self.unit_of(post).nama;
            return Some(format!("kebutuhan {} di {unit} belum diketahui", post.jabatan_label()));
        }
        let mut notes = self.person_blocks(id);
        notes.extend(self.pair_blocks(id, home, to));
        let notes: Vec<String> = notes.iter().map(|note| format!("{} ({})", note.code, note.sentence)).collect();
        (!notes.is_empty()).then(|| format!("ditahan aturan {}", notes.join(" dan ")))
    }

    /// The place of a rule in a mask.
    pub fn bit(&self, aturan: &str) -> Option<usize> {
        self.rules.iter().position(|rule| rule.code == aturan)
    }

    /// Those of the rules in a mask that are waived for a person and a post.
    pub fn waived(&self, id: PegawaiId, post: Option<PostId>, mask: Mask) -> Mask {
        if mask.is_empty() || !self.arahan.is_lepas(id) {
            return Mask::default();
        }
        let code = |bit: &usize| self.arahan.pengecualian(self.needs, id, self.rules[*bit].code, post).is_some();
        Mask(mask.indices().filter(code).fold(0, |sum, bit| sum | 1 << bit))
    }
}

impl Arahan<'_> {
    fn hold_to_places(&mut self, held: Vec<(PegawaiId, Tempat, usize)>) {
        for (id, tempat, nomor) in held {
            self.people.entry(id).or_default().hanya.push((tempat, nomor));
        }
    }
}

/// Finds people and posts by what a decision says of them.
struct Reader<'f, 'a> {
    facts: &'f Facts<'a>,
    people: BTreeMap<Nip, PegawaiId>,
    posts: BTreeMap<UnitId, Vec<PostId>>,
}

impl<'f, 'a> Reader<'f, 'a> {
    fn new(facts: &'f Facts<'a>) -> Reader<'f, 'a> {
        let people = facts.roster.pegawai_ids().map(|id| (facts.roster.pegawai(id).nip, id)).collect();
        let mut posts: BTreeMap<UnitId, Vec<PostId>> = BTreeMap::new();
        for id in facts.needs.post_ids() {
            posts.entry(facts.needs.post(id).unit).or_default().push(id);
        }
        Reader { facts, people, posts }
    }

    fn id(&self, keputusan: &Keputusan) -> Option<PegawaiId> {
        self.people.get(&keputusan.nip).copied()
    }

    /// The post of a unit that is meant: of the jabatan named, else of the one held; of several of one name that of the
    /// person's own jenjang, else the one without.
    fn post(&self, id: PegawaiId, tujuan: &TujuanKeputusan) -> Result<PostId, String> {
        let needs = self.facts.needs;
        let pegawai = self.facts.roster.pegawai(id);
        let held = needs.post_of[id.0 as usize].map_or(&*pegawai.jabatan.nama, |post| &*needs.post(post).jabatan);
        let wanted = tujuan.jabatan.as_deref().unwrap_or(held);
        let (key, unit) = (name_key(wanted), &self.facts.roster.unit(tujuan.unit).nama);
        let of_unit = self.posts.get(&tujuan.unit).map(Vec::as_slice).unwrap_or_default();
        let labelled = |post: &&PostId| name_key(&needs.post(**post).jabatan_label()) == key;
        if let Some(post) = of_unit.iter().find(labelled) {
            return Ok(*post);
        }
        let named: Vec<PostId> =
            of_unit.iter().copied().filter(|post| name_key(&needs.post(*post).jabatan) == key).collect();
        let of_jenjang = |jenjang| named.iter().copied().find(|post| needs.post(*post).jenjang == jenjang);
        match named[..] {
            [] => Err(format!("jabatan {wanted} tidak ada di {unit}")),
            [only] => Ok(only),
            _ => of_jenjang(pegawai.jabatan.jenjang)
                .or_else(|| of_jenjang(None))
                .ok_or_else(|| format!("jabatan {wanted} di {unit} ada beberapa jenjang; sebut jenjangnya")),
        }
    }

    /// Decisions on staying, against places, and waivers; and the published plan.
    fn without_forces(&self) -> Arahan<'a> {
        let daftar = &self.facts.roster.keputusan;
        let mut arahan = Arahan { list: &daftar.list, ..Arahan::default() };
        for (nomor, keputusan) in daftar.list.iter().enumerate() {
            let Some(id) = self.id(keputusan) else { continue };
            let own = arahan.people.entry(id).or_default();
            if keputusan.holds_at_home() {
                own.tetap = Some(nomor);
                continue;
            }
            let tempat =
                keputusan.tujuan.as_ref().map(|tujuan| self.tempat(id, keputusan.tindakan, tujuan)).transpose();
            match (keputusan.tindakan, tempat) {
                (_, Err(why)) => drop(arahan.sudah.insert(nomor, HasilKeputusan::TujuanTakDikenal(why))),
                (Tindakan::Tolak | Tindakan::Larang, Ok(Some(tempat))) => own.tertutup.push((tempat, nomor)),
                (Tindakan::Kecualikan, Ok(tempat)) => {
                    let aturan = keputusan.aturan.clone().unwrap_or_default();
                    own.lepas.push(Pengecualian { aturan, tempat, nomor });
                }
                (Tindakan::Setuju | Tindakan::Tetapkan | Tindakan::Tunda, _) => {}
                (Tindakan::Tolak | Tindakan::Larang, Ok(None)) => {}
            }
        }
        arahan.terbit = daftar.terbit.as_ref().map(|terbit| {
            let seat = |id: PegawaiId| {
                let moved = terbit.tujuan.get(&self.facts.roster.pegawai(id).nip);
                let found = moved.and_then(|tujuan| self.post(id, tujuan).ok());
                found.or(self.facts.needs.post_of[id.0 as usize])
            };
            self.facts.roster.pegawai_ids().map(seat).collect()
        });
        arahan
    }

    fn tempat(&self, id: PegawaiId, tindakan: Tindakan, tujuan: &TujuanKeputusan) -> Result<Tempat, String> {
        let whole = match tindakan {
            Tindakan::Larang => true,
            Tindakan::Kecualikan => tujuan.jabatan.is_none(),
            Tindakan::Setuju | Tindakan::Tolak | Tindakan::Tetapkan | Tindakan::Tunda => false,
        };
        if whole { Ok(Tempat::Unit(tujuan.unit)) } else { self.post(id, tujuan).map(Tempat::Post) }
    }
}
