//! Reads the decisions of the roster: whom they mean and which post, and whether a rule or an unknown need stops a force.

use std::collections::BTreeMap;

use super::{Arahan, Pengecualian, Tempat};
use crate::model::jabatan::{Jabatan, Jenjang, Petunjuk, name_key};
use crate::model::keputusan::{HasilKeputusan, Keputusan, Tindakan, TujuanKeputusan};
use crate::model::needs::PostId;
use crate::model::nip::Nip;
use crate::model::pegawai::PegawaiId;
use crate::model::unit::UnitId;
use crate::place::facts::Facts;
use crate::place::rules::Mask;

/// How similar the name of a jabatan must be to be offered, from 0 to 1.
const MIRIP: f64 = 0.7;

impl<'a> Facts<'a> {
    /// The same under the decisions of leadership.
    pub(in crate::place::facts) fn decided(mut self) -> Facts<'a> {
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

    /// Why a person is there and yet takes no part in the plan.
    pub fn unplaced(&self, id: PegawaiId) -> Option<String> {
        let Some(home) = self.needs.post_of[id.0 as usize] else {
            return Some("jabatan pegawai ini di unitnya tidak ada dalam data kebutuhan".into());
        };
        if !self.needs.fills[id.0 as usize] {
            let kedudukan = self.roster.pegawai(id).kedudukan.label();
            return Some(format!("dengan kedudukan hukum {kedudukan} pegawai ini tidak dihitung mengisi jabatannya"));
        }
        self.unknown_need(home)
    }

    fn unknown_need(&self, post: PostId) -> Option<String> {
        let post = self.needs.post(post);
        let unknown = || format!("kebutuhan {} di {} belum diketahui", post.jabatan_label(), self.unit_of(post).nama);
        post.kebutuhan.is_none().then(unknown)
    }

    /// What makes a force impossible whatever the plan is: a rule, or a need that nobody knows.
    pub fn stopped(&self, id: PegawaiId, to: PostId) -> Option<String> {
        if let Some(why) = self.unplaced(id).or_else(|| self.unknown_need(to)) {
            return Some(why);
        }
        let home = self.needs.post_of[id.0 as usize]?;
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
        let named = |key: &str| -> Vec<PostId> {
            of_unit.iter().copied().filter(|post| name_key(&needs.post(*post).jabatan) == key).collect()
        };
        let of_jenjang = |posts: &[PostId], jenjang: Option<Jenjang>| {
            posts.iter().copied().find(|post| needs.post(*post).jenjang == jenjang)
        };
        let own = named(&key);
        if let [only] = own[..] {
            return Ok(only);
        }
        if !own.is_empty() {
            return of_jenjang(&own, pegawai.jabatan.jenjang)
                .or_else(|| of_jenjang(&own, None))
                .ok_or_else(|| format!("jabatan {wanted} di {unit} ada beberapa jenjang; sebut jenjangnya"));
        }
        // With its jenjang: the post of that jenjang, else the one for which the need states none.
        let read = Jabatan::parse(wanted, Petunjuk::default());
        let spelled = read.as_ref().map(|read| (named(&name_key(&read.nama)), read.jenjang));
        match spelled {
            Some((posts, jenjang)) if !posts.is_empty() => {
                of_jenjang(&posts, jenjang).or_else(|| of_jenjang(&posts, None)).ok_or_else(|| {
                    let there: Vec<String> = posts.iter().map(|post| needs.post(*post).jabatan_label()).collect();
                    format!("jabatan {wanted} tidak ada di {unit}; yang ada di sana {}", there.join(", "))
                })
            }
            _ => Err(format!("jabatan {wanted} tidak ada di {unit}{}", self.offer(&key, of_unit))),
        }
    }

    /// The jabatan of the unit whose name is nearest to a misspelt one.
    fn offer(&self, key: &str, of_unit: &[PostId]) -> String {
        let likeness = |label: &str| strsim::normalized_damerau_levenshtein(&name_key(label), key);
        let labels = of_unit.iter().map(|post| self.facts.needs.post(*post).jabatan_label());
        let near = labels.map(|label| (likeness(&label), label)).filter(|(likeness, _)| *likeness >= MIRIP);
        let nearest = near.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1)));
        nearest.map(|(_, label)| format!(". Mungkin maksud Anda “{label}”?")).unwrap_or_default()
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
