//! What the rules can see of a person and a post, cut out of the region: a changed fact is asked of a few people and not of
//! everybody.

use std::collections::{BTreeMap, BTreeSet};

use super::Dasar;
use super::ubah::NAMA_LAIN;
use crate::model::jabatan::name_key;
use crate::model::keputusan::DaftarKeputusan;
use crate::model::needs::{Needs, PostId};
use crate::model::nip::Nip;
use crate::model::pegawai::{Pegawai, PegawaiId};
use crate::model::roster::Roster;
use crate::model::telaah::Fakta;
use crate::model::unit::UnitId;

/// A small region that answers every rule about one person and one post as the whole region does.
pub(super) struct Ringkas {
    pub(super) roster: Roster,
    pub(super) needs: Needs,
    pub(super) id: PegawaiId,
    pub(super) to: Option<PostId>,
    /// The posts that are left, by their numbers in the whole region.
    posts: Vec<PostId>,
}

/// Facts of which the rules also ask whether the folder tells them of anybody (`Tersedia`).
const DIBERIKAN: [fn(&Pegawai) -> bool; 9] = [
    |pegawai| pegawai.pendidikan.is_some(),
    |pegawai| pegawai.golongan.is_some(),
    |pegawai| !pegawai.skp.is_empty(),
    |pegawai| pegawai.skp.len() > 1,
    |pegawai| pegawai.profesi.sertifikat.is_some(),
    |pegawai| pegawai.profesi.jjm.or(pegawai.profesi.jjm_total).is_some(),
    |pegawai| pegawai.profesi.str_berlaku.is_some(),
    |pegawai| pegawai.profesi.tmt_tugas_tambahan.is_some(),
    |pegawai| pegawai.profesi.manajerial.is_some(),
];

/// Where to find what a small region needs of the whole one; made once for all questions.
pub(super) struct Indeks {
    of_unit: Vec<Vec<PegawaiId>>,
    of_post: Vec<Vec<PegawaiId>>,
    /// Rows of the official need in each unit.
    formasi: Vec<Vec<u32>>,
    /// Who names this person as husband or wife.
    named: BTreeMap<Nip, Vec<PegawaiId>>,
    /// The first two of whom the folder tells each fact: one of them is another than the person, whose own facts are about
    /// to be changed.
    shows: Vec<PegawaiId>,
    /// The first row with a kelas of each of three units: one of them is none of the two.
    kelas: Vec<u32>,
}

impl Indeks {
    pub(super) fn new(dasar: Dasar) -> Indeks {
        let (roster, needs) = (dasar.roster, dasar.needs);
        let (mut of_unit, mut of_post) = (vec![Vec::new(); roster.units.len()], vec![Vec::new(); needs.posts.len()]);
        let mut named: BTreeMap<Nip, Vec<PegawaiId>> = BTreeMap::new();
        for id in roster.pegawai_ids() {
            let pegawai = roster.pegawai(id);
            of_unit[pegawai.unit.0 as usize].push(id);
            needs.post_of[id.0 as usize].iter().for_each(|post| of_post[post.0 as usize].push(id));
            pegawai.nip_pasangan.iter().for_each(|nip| named.entry(*nip).or_default().push(id));
        }
        let mut formasi = vec![Vec::new(); roster.units.len()];
        (0..).zip(&roster.formasi).for_each(|(at, row)| formasi[row.unit.0 as usize].push(at));
        let tells = |told: &fn(&Pegawai) -> bool| {
            let told = *told;
            roster.pegawai_ids().filter(move |id| told(roster.pegawai(*id))).take(2)
        };
        let mut units = BTreeSet::new();
        let rows = (0..).zip(&roster.formasi).filter(|(_, row)| row.kelas_jabatan.is_some() && units.insert(row.unit));
        let kelas = rows.map(|(at, _)| at).take(3).collect();
        Indeks { of_unit, of_post, formasi, named, shows: DIBERIKAN.iter().flat_map(tells).collect(), kelas }
    }
}

impl Ringkas {
    /// The person, husband or wife, the holders of both posts, who leads both units, and those who show what the folder
    /// tells; both posts, and those that decisions about the person may mean.
    pub(super) fn new(dasar: Dasar, indeks: &Indeks, id: PegawaiId, to: Option<PostId>) -> Ringkas {
        let (whole, needs) = (dasar.roster, dasar.needs);
        let own = whole.pegawai(id).nip;
        let ends: Vec<PostId> = [needs.post_of[id.0 as usize], to].into_iter().flatten().collect();
        let units: BTreeSet<UnitId> = ends.iter().map(|post| needs.post(*post).unit).collect();
        let decided: Vec<_> = whole.keputusan.list.iter().filter(|decided| decided.nip == own).cloned().collect();
        let named: BTreeSet<UnitId> =
            decided.iter().filter_map(|decided| decided.tujuan.as_ref()).map(|tujuan| tujuan.unit).collect();
        let is_left = |post: &PostId| ends.contains(post) || named.contains(&needs.post(*post).unit);
        let posts: Vec<PostId> = match named.is_empty() {
            true => ends.iter().copied().collect::<BTreeSet<_>>().into_iter().collect(),
            false => needs.post_ids().filter(is_left).collect(),
        };
        let kept = |post: PostId| posts.binary_search(&post).ok().map(|at| PostId(at as u32));
        let people = people(whole, indeks, id, (&units, &posts));
        let roster = Roster {
            formasi: formasi(dasar, indeks, &units, &posts),
            pegawai: people.iter().map(|id| whole.pegawai(*id).clone()).collect(),
            beban: Vec::new(),
            tak_terbaca: Vec::new(),
            tak_pasti: Vec::new(),
            jejak: Vec::new(),
            pertanyaan: Vec::new(),
            // What is decided about others, and what was published, no rule asks of this person.
            keputusan: DaftarKeputusan { list: decided, ..DaftarKeputusan::default() },
            tabel: Vec::new(),
            units: whole.units.clone(),
            wilayah: whole.wilayah.clone(),
            jabatan_mungkin: Default::default(),
            jabatan_ditanya: Default::default(),
            kebutuhan_ragu: Default::default(),
            rows: Default::default(),
            ..*whole
        };
        let small = Needs {
            posts: posts.iter().map(|post| needs.post(*post).clone()).collect(),
            post_of: people.iter().map(|id| needs.post_of[id.0 as usize].and_then(kept)).collect(),
            fills: people.iter().map(|id| needs.fills[id.0 as usize]).collect(),
            pensiun: Vec::new(),
            catatan: Default::default(),
            // No rule asks for them; they bind the plan as a whole.
            minimum_bersama: Vec::new(),
            lantai: Default::default(),
            ragu: Default::default(),
        };
        let at = people.iter().position(|other| *other == id).unwrap_or_default();
        Ringkas { roster, needs: small, id: PegawaiId(at as u32), to: to.and_then(kept), posts }
    }

    /// The same fact of the whole region.
    pub(super) fn whole(&self, fakta: Fakta) -> Fakta {
        let post = |post: PostId| self.posts[post.0 as usize];
        match fakta {
            Fakta::Kebutuhan(own) => Fakta::Kebutuhan(post(own)),
            Fakta::Riil(own) => Fakta::Riil(post(own)),
            Fakta::Formasi(own, columns) => Fakta::Formasi(post(own), columns),
            Fakta::Pegawai(_) | Fakta::Unit(..) | Fakta::Pengaturan(_) => fakta,
        }
    }
}

/// Those who are left, in NIP order.
fn people(
    roster: &Roster,
    indeks: &Indeks,
    id: PegawaiId,
    (units, posts): (&BTreeSet<UnitId>, &[PostId]),
) -> Vec<PegawaiId> {
    let own = roster.pegawai(id);
    let mut kept: BTreeSet<PegawaiId> = BTreeSet::from([id]);
    kept.extend(posts.iter().flat_map(|post| &indeks.of_post[post.0 as usize]));
    for unit in units {
        let others = || indeks.of_unit[unit.0 as usize].iter().filter(|other| **other != id);
        kept.extend(others().next());
        kept.extend(others().find(|other| roster.pegawai(**other).leads_unit()));
    }
    kept.extend(indeks.named.get(&own.nip).into_iter().flatten());
    let spouse = own.nip_pasangan.and_then(|nip| roster.pegawai.binary_search_by_key(&nip, |other| other.nip).ok());
    kept.extend(spouse.map(|at| PegawaiId(at as u32)));
    kept.extend(&indeks.shows);
    kept.into_iter().collect()
}

/// Rows of the official need that tell of these posts, also under another name, and one that shows whether the folder
/// tells a kelas at all.
fn formasi(
    dasar: Dasar,
    indeks: &Indeks,
    units: &BTreeSet<UnitId>,
    posts: &[PostId],
) -> Vec<crate::model::formasi::Formasi> {
    let all = &dasar.roster.formasi;
    let names = posts.iter().map(|post| name_key(&dasar.needs.post(*post).jabatan));
    let names: BTreeSet<String> = names.chain(NAMA_LAIN.iter().map(|nama| name_key(nama))).collect();
    let around: BTreeSet<UnitId> =
        units.iter().copied().chain(posts.iter().map(|post| dasar.needs.post(*post).unit)).collect();
    let shows = indeks.kelas.iter().find(|at| !units.contains(&all[**at as usize].unit));
    let own = around.iter().flat_map(|unit| &indeks.formasi[unit.0 as usize]);
    let own = own.filter(|at| names.contains(&name_key(&all[**at as usize].jabatan.nama)));
    let rows: BTreeSet<u32> = own.chain(shows).copied().collect();
    rows.into_iter().map(|at| all[at as usize].clone()).collect()
}
