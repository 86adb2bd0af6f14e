//! What the rules can see of a person and a post, cut out of the region: a changed fact is asked of some dozens of people
//! and not of everybody.

use std::collections::BTreeSet;

use super::Dasar;
use crate::model::needs::{Needs, PostId};
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

impl Ringkas {
    /// The person, husband or wife, the people and posts of both units, and one who shows what the folder tells.
    pub(super) fn new(dasar: Dasar, id: PegawaiId, to: Option<PostId>) -> Ringkas {
        let (whole, needs) = (dasar.roster, dasar.needs);
        let ends = [needs.post_of[id.0 as usize], to];
        let units: BTreeSet<UnitId> = ends.into_iter().flatten().map(|post| needs.post(post).unit).collect();
        let posts: Vec<PostId> = needs.post_ids().filter(|post| units.contains(&needs.post(*post).unit)).collect();
        let kept = |post: PostId| posts.binary_search(&post).ok().map(|at| PostId(at as u32));
        let people = people(whole, id, &units);

        let mut first_kelas = true;
        let formasi = whole.formasi.iter().filter(|row| {
            let shows = row.kelas_jabatan.is_some() && !units.contains(&row.unit) && std::mem::take(&mut first_kelas);
            shows || units.contains(&row.unit)
        });
        let roster = Roster {
            formasi: formasi.cloned().collect(),
            pegawai: people.iter().map(|id| whole.pegawai(*id).clone()).collect(),
            beban: Vec::new(),
            tak_terbaca: Vec::new(),
            tak_pasti: Vec::new(),
            jejak: Vec::new(),
            pertanyaan: Vec::new(),
            keputusan: whole.keputusan.clone(),
            tabel: Vec::new(),
            units: whole.units.clone(),
            wilayah: whole.wilayah.clone(),
            jabatan_mungkin: Default::default(),
            jabatan_ditanya: whole.jabatan_ditanya.clone(),
            kebutuhan_ragu: whole.kebutuhan_ragu.clone(),
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

/// Those who are left, in NIP order. Who shows that the folder tells a fact is another than the person, whose own facts
/// are about to be changed.
fn people(roster: &Roster, id: PegawaiId, units: &BTreeSet<UnitId>) -> Vec<PegawaiId> {
    let own = roster.pegawai(id);
    let married = |other: &Pegawai| other.nip_pasangan == Some(own.nip) || own.nip_pasangan == Some(other.nip);
    let near = |other: &PegawaiId| {
        let pegawai = roster.pegawai(*other);
        *other == id || units.contains(&pegawai.unit) || married(pegawai)
    };
    let mut kept: BTreeSet<PegawaiId> = roster.pegawai_ids().filter(near).collect();
    for told in DIBERIKAN {
        kept.extend(roster.pegawai_ids().find(|other| *other != id && told(roster.pegawai(*other))));
    }
    kept.into_iter().collect()
}
