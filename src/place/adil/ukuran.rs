//! The figures of one plan, from who moves where.

use std::collections::BTreeMap;

use crate::model::adil::{Rumah, Ukuran, Usulan};
use crate::model::needs::PostId;
use crate::model::pegawai::PegawaiId;
use crate::model::plan::{AsalJarak, Jarak, PostOutcome, Tujuan};
use crate::model::unit::UnitId;
use crate::place::adil::hitung::{Isi, km, sebaran};
use crate::place::facts::Facts;
use crate::place::objectives::aspirasi::wished;

/// The new post of everyone who moves.
pub type Tempat = BTreeMap<PegawaiId, PostId>;

/// The figures of a plan; `bounds` hold the headcounts with nobody moved.
pub fn ukuran(facts: &Facts, bounds: &[PostOutcome], tempat: &Tempat) -> Ukuran {
    let mut told = isi(facts, &holders(facts, bounds, tempat));
    told.pindah = tempat.len() as u32;
    told.usulan = usulan(facts, tempat);
    let (mut lama, mut baru, mut ke) = (Vec::new(), Vec::new(), Vec::new());
    for (&id, &to) in tempat {
        let from = facts.home(id);
        told.poin += facts.points(id, from, to);
        let jarak = facts.jarak(facts.roster.pegawai(id), facts.needs.post(from), facts.needs.post(to));
        ke.extend(jarak.map(|jarak| jarak.baru_m));
        if let Some(Jarak { asal: AsalJarak::Domisili, lama_m, baru_m }) = jarak {
            lama.push(lama_m);
            baru.push(baru_m);
        }
        if let Some(good) = rasional(facts, id, to, jarak) {
            told.dinilai += 1;
            told.rasional += u32::from(good);
        }
    }
    told.rumah = km(lama).zip(km(baru)).map(|(lama, baru)| Rumah { lama, baru });
    told.jarak = km(ke);
    told
}

/// Headcount of each post.
pub fn holders(facts: &Facts, bounds: &[PostOutcome], tempat: &Tempat) -> Vec<u32> {
    let mut holders: Vec<u32> = bounds.iter().map(|post| post.after).collect();
    for (&id, to) in tempat {
        holders[facts.home(id).0 as usize] -= 1;
        holders[to.0 as usize] += 1;
    }
    holders
}

fn isi(facts: &Facts, holders: &[u32]) -> Ukuran {
    let (mut told, mut posts) = (Ukuran::default(), Vec::new());
    for (post, &ada) in facts.needs.posts.iter().zip(holders) {
        let Some(need) = &post.kebutuhan else { continue };
        let kurang = need.lo.saturating_sub(ada);
        told.kebutuhan += u64::from(need.lo);
        told.terisi += u64::from(need.lo - kurang);
        told.kurang += u64::from(kurang);
        told.lebih += u64::from(ada.saturating_sub(need.hi));
        told.jabatan_kurang += u32::from(kurang > 0);
        posts.push(Isi { ada, butuh: need.lo });
    }
    told.sebaran = sebaran(&posts, told.kurang + told.lebih);
    told
}

fn usulan(facts: &Facts, tempat: &Tempat) -> Usulan {
    let mut told = Usulan::default();
    for id in facts.roster.pegawai_ids() {
        let Some(banyak) = facts.roster.pegawai(id).aspirasi.as_ref().map(|own| own.usulan.len() as u32) else {
            continue;
        };
        told.orang += u32::from(banyak > 0);
        told.banyak += banyak;
        let Some(to) = tempat.get(&id).filter(|_| banyak > 0) else { continue };
        told.pindah += 1;
        let rank = peringkat(facts, id, facts.needs.post(*to).unit);
        rank.and_then(|rank| told.terpenuhi.get_mut(rank)).into_iter().for_each(|count| *count += 1);
    }
    told
}

/// Which of a person's wishes a unit fulfils, from 0.
pub fn peringkat(facts: &Facts, id: PegawaiId, unit: UnitId) -> Option<usize> {
    let aspirasi = facts.roster.pegawai(id).aspirasi.as_ref()?;
    wished(facts, aspirasi, unit).map(|(rank, _)| rank)
}

/// Whether a move is no loss to the person: points of the own wishes and of the way to work, new less old, are not below
/// zero (Combe, Tercieux & Terrier 2022: individual rationality). `None` where neither is known.
fn rasional(facts: &Facts, id: PegawaiId, to: PostId, jarak: Option<Jarak>) -> Option<bool> {
    let from_home = jarak.is_some_and(|jarak| jarak.asal == AsalJarak::Domisili);
    let known = from_home || facts.roster.pegawai(id).aspirasi.is_some();
    let points = |tujuan| facts.points_for(tujuan, id, facts.home(id), to);
    known.then(|| points(Tujuan::Aspirasi) + if from_home { points(Tujuan::Jarak) } else { 0 } >= 0)
}

/// Whether a move is without a wish of the person's own: not to a place wished for, and not said to be welcome.
pub fn tanpa_usulan(facts: &Facts, id: PegawaiId, to: PostId) -> bool {
    let willing = facts.roster.pegawai(id).aspirasi.as_ref().and_then(|own| own.bersedia) == Some(true);
    !willing && peringkat(facts, id, facts.needs.post(to).unit).is_none()
}
